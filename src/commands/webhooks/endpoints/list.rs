//! `makini webhooks endpoints list`.

use crate::api::webhooks::WebhookEndpoint;
use crate::args::examples;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::view::{Card, Cell, Column, List, Listed, Look};

/// List endpoints
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini webhooks endpoints list"])]
pub struct Args {}

/// Runs the command.
pub async fn run(ctx: &Context, _args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<List<WebhookEndpoint>>()?;
    let all = ctx.client().await?.webhook_endpoints().await.during(|| "could not list webhook endpoints".into())?;
    ctx.show(&List(all))
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
