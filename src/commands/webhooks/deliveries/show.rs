//! `makini webhooks deliveries show`.

use serde::Serialize;

use super::super::received;
use super::shown;
use crate::api::operation::Operation;
use crate::api::webhooks::WebhookDelivery;
use crate::args::{examples, pasted};
use crate::client::call::DeliveryQuery;
use crate::client::{Client, Error, PageOptions};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::view::{Page, View};

/// Show a delivery, its event and its attempts
///
/// On a server that does not return deliveries, DELIVERY is the ID or arrival number of an event in the inbox of this machine,
/// which is shown with the source `inbox`; attempts are not known then. Without an inbox it ends with 15 there.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini webhooks deliveries show del_1"])]
pub struct Args {
    /// Delivery ID
    #[arg(value_name = "DELIVERY", value_parser = pasted::id)]
    delivery: String,
}

/// Shows it.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Shown>()?;
    let client = ctx.client().await?;
    let during = || format!("could not look up the delivery {}", args.delivery);
    if client.offered(Operation::WebhookDeliveryGet).await.during(during)?.is_none() {
        let detail = received::detail(ctx, &args.delivery).await?;
        let detail = received::known(detail, Operation::WebhookDeliveryGet).during(during)?;
        ctx.term.warn("this server does not return deliveries: this is the event that this machine received");
        return ctx.show(&Shown(received::delivery_with_event(detail)));
    }
    let found = find(client, &args.delivery).await;
    ctx.show(&Shown(found.during(during)?))
}

async fn find(client: &Client, id: &str) -> Result<WebhookDelivery, Error> {
    let missing = match client.webhook_delivery(id).await {
        Err(error) if error.is_not_found() => error,
        found => return found,
    };
    // As a narrow table or a chat has cut it.
    let is_start = |row: &WebhookDelivery| row.id.as_deref().is_some_and(|whole| whole.starts_with(id));
    let Ok(pages) = client.webhook_deliveries(&DeliveryQuery::default(), PageOptions::all()).await else {
        return Err(missing);
    };
    match pages.only(is_start).await?.and_then(|row| row.id) {
        Some(whole) => client.webhook_delivery(&whole).await,
        None => Err(missing),
    }
}

#[derive(Serialize)]
#[serde(transparent)]
struct Shown(WebhookDelivery);

impl View for Shown {
    const SCHEMA: &'static str = "webhooks.deliveries.show/1";

    fn human(&self, page: &mut Page<'_>) {
        shown(page, &self.0, true);
    }
}
