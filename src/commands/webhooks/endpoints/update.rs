//! `makini webhooks endpoints update`.

use serde::Serialize;

use super::add::Form;
use crate::api::webhooks::{NewWebhookEndpoint, WebhookEndpoint};
use crate::args::{ConnectionFilter, examples, resolve};
use crate::commands::webhooks::endpoint_selector::endpoint;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::samples::check_names;
use crate::view::{Page, View};

/// Update, enable or disable an endpoint
///
/// Properties that are not named are kept. A disabled endpoint gets no new deliveries; pending ones stay pending.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini webhooks endpoints update whe_1 --disable",
    "makini webhooks endpoints update whe_1 --event 'sync.*'",
])]
pub struct Args {
    /// Endpoint: ID, URL or unique prefix of the ID
    #[arg(value_name = "ENDPOINT")]
    endpoint: String,

    /// New URL
    #[arg(long, value_name = "URL")]
    url: Option<String>,

    /// Only these events (can be repeated)
    #[arg(long = "event", value_name = "PATTERN", conflicts_with = "all_events")]
    events: Vec<String>,

    /// All events
    #[arg(long)]
    all_events: bool,

    #[command(flatten)]
    connection: ConnectionFilter,

    /// Events of all connections
    #[arg(long, conflicts_with = "connection")]
    all_connections: bool,

    /// Serialization of JSON
    #[arg(long, value_name = "FORM", value_enum, hide_short_help = true)]
    format: Option<Form>,

    /// Enable the endpoint
    #[arg(long, conflicts_with = "disable")]
    enable: bool,

    /// Disable the endpoint
    #[arg(long)]
    disable: bool,
}

/// Changes it.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Changed>()?;
    check_names(&args.events)?;
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
