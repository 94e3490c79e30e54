//! `makini webhooks endpoints remove`.

use serde::Serialize;

use crate::args::{examples, resolve};
use crate::commands::webhooks::endpoint_selector::endpoint;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::term::Line;
use crate::term::prompt::Question;
use crate::view::{Page, View};

/// Remove an endpoint and its deliveries
///
/// Pending deliveries are dropped.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini webhooks endpoints remove whe_1 --confirm whe_1"])]
pub struct Args {
    /// Endpoint: ID, URL or unique prefix of the ID
    #[arg(value_name = "ENDPOINT")]
    endpoint: String,

    /// Confirm by the ID of the endpoint, without a prompt
    #[arg(long, value_name = "ID")]
    confirm: Option<String>,
}

/// Asks, and removes it.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Removed>()?;
    let client = ctx.client().await?;
    let endpoint = endpoint(client, &args.endpoint).await?;
    let id = endpoint.id.clone().unwrap_or_default();
    let label = format!("Remove the webhook endpoint {id}? Type its ID");
    let help = format!("{}\nIts secret is gone for good, and so is what has not been delivered.", endpoint.url);
    ctx.confirm_name(&Question::new(&label, "--confirm ID").help(&help), &id, args.confirm.as_deref())?;
    client.delete_webhook_endpoint(&id).await.during(|| format!("could not remove the webhook endpoint {id}"))?;
    resolve::is_gone(client.webhook_endpoints().await, &id)?;
    ctx.show(&Removed { id, url: endpoint.url, removed: true })
}

#[derive(Serialize)]
struct Removed {
    id: String,
    url: String,
    removed: bool,
}

impl View for Removed {
    const SCHEMA: &'static str = "webhooks.endpoints.delete/1";

    fn human(&self, page: &mut Page<'_>) {
        page.line(Line::new().good("removed").text(": ").id(&self.id).text(" ").path(&self.url));
    }
}
