//! `makini webhooks deliveries show`.

use serde::Serialize;

use super::shown;
use crate::api::webhooks::WebhookDelivery;
use crate::args::{examples, pasted};
use crate::client::call::DeliveryQuery;
use crate::client::{Client, Error, PageOptions};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::view::{Page, View};

/// Show a delivery, its event and its attempts
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
    let found = find(ctx.client().await?, &args.delivery).await;
    ctx.show(&Shown(found.during(|| format!("could not look up the delivery {}", args.delivery))?))
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
