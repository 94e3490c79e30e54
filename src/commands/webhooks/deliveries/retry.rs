//! `makini webhooks deliveries retry`.

use serde::Serialize;

use super::super::inbox_args::InboxArgs;
use super::super::received;
use crate::api::operation::Operation;
use crate::args::{examples, pasted};
use crate::client::PageOptions;
use crate::client::call::DeliveryQuery;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::term::Line;
use crate::view::{Page, View};

/// Retry deliveries
///
/// They are sent immediately, whatever their status.
///
/// On a server that does not retry deliveries, DELIVERY is the ID or arrival number of an event in the inbox of this machine:
/// it is forwarded to the handlers of this machine again, as `makini webhooks inbox retry --again` does, and the source is
/// `inbox`. Without an inbox it ends with 15 there.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini webhooks deliveries retry del_1",
    "makini webhooks deliveries retry --failed",
])]
pub struct Args {
    /// Delivery IDs
    #[arg(value_name = "DELIVERY", required_unless_present = "failed", conflicts_with = "failed", value_parser = pasted::id)]
    deliveries: Vec<String>,

    /// All failed deliveries
    #[arg(long)]
    failed: bool,
}

/// Has them tried again.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Retried>()?;
    let client = ctx.client().await?;
    let during = || "could not retry deliveries".to_owned();
    if client.offered(Operation::WebhookDeliveryRetry).await.during(during)?.is_none() {
        let retried = received::forward_again(ctx, args.deliveries.clone()).await?;
        let retried = received::known(retried, Operation::WebhookDeliveryRetry).during(during)?;
        ctx.term.warn(
            "this server does not retry deliveries: events of the inbox are forwarded to the handlers of this machine again",
        );
        if !retried.is_empty() && !InboxArgs::of_settings().is_served(ctx).await {
            ctx.term.note(
                "no receiver runs on the inbox: `makini webhooks listen` forwards them, with its `--forward-to` or `--route`",
            );
        }
        return ctx.show(&Retried { retried, source: "inbox" });
    }
    let mut retried = args.deliveries;
    if args.failed {
        let query = DeliveryQuery { status: Some("failed".into()), ..DeliveryQuery::default() };
        let during = || "could not list deliveries".to_owned();
        let all = client.webhook_deliveries(&query, PageOptions::all()).await.during(during)?;
        let all = all.all().await.during(during)?;
        // The oldest first, as they were to come.
        retried = all.into_iter().rev().filter_map(|delivery| delivery.id).collect();
    }
    for (number, id) in retried.iter().enumerate() {
        client.retry_webhook_delivery(id).await.during(|| {
            let before = if number == 0 { String::new() } else { format!(" ({number} before it are)") };
            format!("the delivery {id} is not tried again{before}")
        })?;
    }
    ctx.show(&Retried { retried, source: "server" })
}

#[derive(Serialize)]
struct Retried {
    /// IDs of deliveries, or of events of the inbox.
    retried: Vec<String>,
    /// Who sends them: `server`, or `inbox` for this machine.
    source: &'static str,
}

impl View for Retried {
    const SCHEMA: &'static str = "webhooks.deliveries.retry/1";

    fn human(&self, page: &mut Page<'_>) {
        page.line(match &self.retried[..] {
            [] => Line::new().text("No delivery was given up"),
            [one] => Line::new().good("due").text(": ").id(one).text(" is tried again at once"),
            more => Line::new().good("due").text(format!(": {} deliveries are tried again at once", more.len())),
        });
    }
}
