//! `makini webhooks endpoints test`.

use serde::Serialize;

use crate::api::webhooks::WebhookDelivery;
use crate::args::examples;
use crate::commands::webhooks::deliveries::shown;
use crate::commands::webhooks::endpoint_selector::endpoint;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::samples::check_name;
use crate::view::{Page, View};

/// Send a test event to an endpoint and show the response
///
/// The platform sends it once, signed as any other event. Exits with 1 if the response was not 200.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini webhooks endpoints test whe_1 --event sync.failed"])]
pub struct Args {
    /// Endpoint: ID, URL or unique prefix of the ID
    #[arg(value_name = "ENDPOINT")]
    endpoint: String,

    /// Name of the event [default: sync.completed]
    #[arg(long, value_name = "EVENT")]
    event: Option<String>,
}

/// Sends it.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Tested>()?;
    if let Some(event) = &args.event {
        check_name(event)?;
    }
    let client = ctx.client().await?;
    let id = endpoint(client, &args.endpoint).await?.id.unwrap_or_default();
    let delivery = client
        .test_webhook_endpoint(&id, args.event.as_deref())
        .await
        .during(|| format!("could not try the webhook endpoint {id}"))?;
    ctx.show(&Tested(delivery))
}

#[derive(Serialize)]
#[serde(transparent)]
struct Tested(WebhookDelivery);

impl View for Tested {
    const SCHEMA: &'static str = "webhooks.endpoints.test/1";

    fn human(&self, page: &mut Page<'_>) {
        shown(page, &self.0, false);
    }

    fn exit(&self) -> Exit {
        if self.0.is_delivered() { Exit::Ok } else { Exit::Unhealthy }
    }
}
