//! `makini webhooks deliveries show`.

use serde::Serialize;

use super::shown;
use crate::api::webhooks::WebhookDelivery;
use crate::args::{examples, pasted};
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
    let found = ctx.client().await?.webhook_delivery(&args.delivery).await;
    ctx.show(&Shown(found.during(|| format!("could not look up the delivery {}", args.delivery))?))
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
