//! `makini webhooks endpoints list`.

use super::super::inbox_args::InboxArgs;
use crate::api::operation::Operation;
use crate::api::webhooks::WebhookEndpoint;
use crate::args::examples;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::inbox::query::ActiveReceiver;
use crate::view::{Card, Cell, Column, List, Listed, Look};

/// List endpoints
///
/// On a server that does not list endpoints, the receivers that run on the inbox of this machine are listed, with the source
/// `receiver`; where none runs it ends with 15 there.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini webhooks endpoints list"])]
pub struct Args {}

/// Runs the command.
pub async fn run(ctx: &Context, _args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<List<WebhookEndpoint>>()?;
    let client = ctx.client().await?;
    let during = || "could not list webhook endpoints".to_owned();
    if client.offered(Operation::WebhookEndpointList).await.during(during)?.is_none() {
        let receivers = InboxArgs::of_settings().receivers(ctx).await?;
        if !receivers.is_empty() {
            ctx.term.warn(
                "this server does not list endpoints: these are the receivers of this machine (`makini webhooks receivers`); \
                 where the platform sends events is not known",
            );
            return ctx.show(&List(receivers.into_iter().map(of_receiver).collect()));
        }
    }
    ctx.show(&List(client.webhook_endpoints().await.during(during)?))
}

/// Returns a receiver of this machine as an endpoint.
fn of_receiver(receiver: ActiveReceiver) -> WebhookEndpoint {
    WebhookEndpoint {
        url: receiver.address.unwrap_or_default(),
        enabled: Some(receiver.alive),
        created_at: Some(receiver.started_at.to_string()),
        extra: [("source".to_owned(), "receiver".into())].into_iter().collect(),
        ..WebhookEndpoint::default()
    }
}

fn state(endpoint: &WebhookEndpoint) -> Cell<'static> {
    match endpoint.enabled {
        Some(false) => Cell::caution("off"),
        _ => Cell::good("on").machine("true"),
    }
}

fn events(endpoint: &WebhookEndpoint) -> Cell<'_> {
    if endpoint.events.is_empty() { Cell::muted("all").machine("") } else { Cell::text(endpoint.events.join(" ")) }
}

fn connection(endpoint: &WebhookEndpoint) -> Cell<'_> {
    endpoint.connection_id.as_deref().map_or_else(|| Cell::muted("all").machine(""), Cell::id)
}

const COLUMNS: &[Column<WebhookEndpoint>] = &[
    Column::new("id", "ID", |endpoint: &WebhookEndpoint, _| Cell::maybe(endpoint.id.as_deref(), Cell::id)),
    Column::new("url", "URL", |endpoint: &WebhookEndpoint, _| Cell::path(endpoint.url.as_str())).essential(),
    Column::new("enabled", "SENDS", |endpoint: &WebhookEndpoint, _| state(endpoint)).essential(),
    Column::new("events", "EVENTS", |endpoint, _| events(endpoint)),
    Column::new("connection_id", "CONNECTION", |endpoint, _| connection(endpoint)),
    Column::new("format", "JSON", |endpoint: &WebhookEndpoint, _| Cell::maybe(endpoint.format.as_deref(), Cell::text))
        .minor(),
    Column::new("created_at", "ADDED", |endpoint: &WebhookEndpoint, look| {
        Cell::timestamp(endpoint.created_at.as_deref(), look)
    })
    .minor(),
    Column::new("previous_secret_until", "OLD SECRET UNTIL", |endpoint: &WebhookEndpoint, look| {
        Cell::timestamp(endpoint.previous_secret_until.as_deref(), look)
    })
    .extra(),
];

impl Listed for WebhookEndpoint {
    const SCHEMA: &'static str = "webhooks.endpoints.list/1";
    const COLUMNS: &'static [Column<Self>] = COLUMNS;
    const EMPTY: &'static str = "No webhook endpoint yet. `makini webhooks endpoints add https://example.com/hook --secret-file webhook-secret.txt` adds one.";
}

/// Returns the card of an endpoint.
pub(super) fn card<'a>(endpoint: &'a WebhookEndpoint, look: &Look) -> Card<'a> {
    Card::new()
        .row("Endpoint", Cell::maybe(endpoint.id.as_deref(), Cell::id))
        .row("URL", Cell::path(endpoint.url.as_str()))
        .row("Sends", state(endpoint))
        .row("Events", events(endpoint))
        .row("Connection", connection(endpoint))
        .opt("JSON", endpoint.format.as_deref().map(Cell::text))
        .opt(
            "Old secret until",
            endpoint.previous_secret_until.as_deref().map(|until| Cell::timestamp(Some(until), look)),
        )
}
