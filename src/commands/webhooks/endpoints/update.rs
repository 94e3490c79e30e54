//! `makini webhooks endpoints update`.

use serde::Serialize;

use super::add::Form;
use super::resolve::endpoint;
use crate::api::webhooks::{NewWebhookEndpoint, WebhookEndpoint};
use crate::args::{ConnectionFilter, resolve};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::view::{Page, View};

/// Change an endpoint, or turn it off and on
///
/// What is not named stays. Turned off, it gets nothing new; what waits goes on waiting. Example:
/// `makini webhooks endpoints update whe_1 --disable`
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The endpoint: its ID, its address, or a beginning of the ID that only one has
    #[arg(value_name = "ENDPOINT")]
    endpoint: String,

    /// Another address
    #[arg(long, value_name = "URL")]
    url: Option<String>,

    /// Only these events from now on; several
    #[arg(long = "event", value_name = "PATTERN", conflicts_with = "all_events")]
    events: Vec<String>,

    /// All events from now on
    #[arg(long)]
    all_events: bool,

    #[command(flatten)]
    connection: ConnectionFilter,

    /// Events of all connections from now on
    #[arg(long, conflicts_with = "connection")]
    all_connections: bool,

    /// How JSON is written
    #[arg(long, value_name = "FORM", value_enum)]
    format: Option<Form>,

    /// Turn it on
    #[arg(long, conflicts_with = "disable")]
    enable: bool,

    /// Turn it off
    #[arg(long)]
    disable: bool,
}

/// Changes it.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    let mut changes = NewWebhookEndpoint {
        url: args.url.clone(),
        events: (args.all_events || !args.events.is_empty()).then(|| args.events.clone()),
        connection_id: args.all_connections.then(String::new),
        enabled: (args.enable || args.disable).then_some(args.enable),
        format: args.format.map(Form::wire),
    };
    if changes == NewWebhookEndpoint::default() && args.connection.as_deref().is_none() {
        return Err(Failure::usage("nothing to change was named")
            .hint("`makini webhooks endpoints update --help` lists what can be"));
    }
    let client = ctx.client().await?;
    if let Some(text) = args.connection.as_deref() {
        changes.connection_id = Some(resolve::connection(ctx, client, text).await?.id().to_owned());
    }
    let endpoint = endpoint(client, &args.endpoint).await?;
    let id = endpoint.id.unwrap_or_default();
    let changed = client.update_webhook_endpoint(&id, &changes).await;
    ctx.show(&Changed(changed.during(|| format!("could not change the webhook endpoint {id}"))?))
}

#[derive(Serialize)]
#[serde(transparent)]
struct Changed(WebhookEndpoint);

impl View for Changed {
    const SCHEMA: &'static str = "webhooks.endpoints.update/1";

    fn human(&self, page: &mut Page<'_>) {
        let look = page.look().clone();
        page.card(&super::list::card(&self.0, &look));
    }
}
