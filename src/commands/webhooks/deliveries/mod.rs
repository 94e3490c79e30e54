//! `makini webhooks deliveries`.

pub mod list;
pub mod retry;
pub mod show;

use std::time::Duration;

use clap::Subcommand;

use crate::api::webhooks::{WebhookAttempt, WebhookDelivery};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::view::{Card, Cell, Column, Grid, Page};

/// Inspect and retry deliveries of the platform
#[derive(Subcommand, Debug)]
pub enum Command {
    /// List deliveries, newest first
    #[command(alias = "ls")]
    List(list::Args),
    /// Show a delivery, its event and its attempts
    Show(show::Args),
    /// Retry deliveries
    Retry(retry::Args),
}

/// Runs one of them.
pub async fn run(ctx: &Context, command: Command) -> Result<Exit, Failure> {
    match command {
        Command::List(args) => list::run(ctx, args).await,
        Command::Show(args) => show::run(ctx, args).await,
        Command::Retry(args) => retry::run(ctx, args).await,
    }
}

/// Returns a status as it looks.
fn status(delivery: &WebhookDelivery) -> Cell<'_> {
    match delivery.status.as_deref() {
        Some("delivered") => Cell::good("delivered"),
        Some(word @ ("failed" | "lost")) => Cell::bad(word),
        Some("pending") => Cell::caution("pending"),
        other => Cell::maybe(other, Cell::text),
    }
}

const ATTEMPTS: &[Column<WebhookAttempt>] = &[
    Column::new("number", "#", |attempt: &WebhookAttempt, _| Cell::maybe(attempt.number, Cell::number)).right(),
    Column::new("at", "AT", |attempt, look| Cell::timestamp(attempt.at.as_deref(), look)),
    Column::new("response_code", "ANSWER", |attempt: &WebhookAttempt, _| {
        Cell::maybe(attempt.response_code, Cell::number)
    })
    .right(),
    Column::new("took_ms", "TOOK", |attempt: &WebhookAttempt, _| {
        Cell::span(attempt.took_ms.map(Duration::from_millis))
    })
    .right(),
    Column::new("error", "WHAT WENT WRONG", |attempt, _| match &attempt.error {
        Some(error) => Cell::bad(error.as_str()),
        None => Cell::good("nothing"),
    }),
    Column::new("faults", "FAULTS", |attempt, _| faults(&attempt.faults)),
];

fn faults(faults: &[String]) -> Cell<'_> {
    if faults.is_empty() { Cell::empty() } else { Cell::caution(faults.join(" ").replace('_', "-")) }
}

/// Shows a delivery; with its event where that is asked for.
pub(super) fn shown(page: &mut Page<'_>, delivery: &WebhookDelivery, with_event: bool) {
    let look = page.look().clone();
    let card = Card::new()
        .row("Delivery", Cell::maybe(delivery.id.as_deref(), Cell::id))
        .row("Event", Cell::maybe(delivery.event.as_deref(), Cell::name))
        .row("Event ID", Cell::maybe(delivery.event_id.as_deref(), Cell::id))
        .opt("Connection", delivery.connection_id.as_deref().map(Cell::id))
        .row("Endpoint", Cell::maybe(delivery.endpoint_id.as_deref(), Cell::id))
        .row("Status", status(delivery))
        .row("Made", Cell::timestamp(delivery.created_at.as_deref(), &look))
        .opt("Next try", delivery.next_attempt_at.as_deref().map(|at| Cell::timestamp(Some(at), &look)))
        .opt("Faults", (!delivery.faults.is_empty()).then(|| faults(&delivery.faults)));
    page.card(&card);
    if !delivery.tries.is_empty() {
        page.blank();
        page.heading("Attempts");
        page.table(&Grid::of(&delivery.tries, ATTEMPTS, &look));
    }
    if with_event && !delivery.payload.is_null() {
        page.blank();
        page.heading("Event");
        page.text(&serde_json::to_string_pretty(&delivery.payload).expect("a value is always JSON"));
    }
}
