//! `makini webhooks conditions list`.

use super::expression::Expression;
use crate::api::webhooks::WebhookCondition;
use crate::args::examples;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::view::{Card, Cell, Column, List, Listed, Look};

/// List conditions
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini webhooks conditions list"])]
pub struct Args {}

/// Runs the command.
pub async fn run(ctx: &Context, _args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<List<WebhookCondition>>()?;
    let all = ctx.client().await?.webhook_conditions().await.during(|| "could not list webhook conditions".into())?;
    ctx.show(&List(all))
}

/// Returns the name of the event that a condition sends.
pub(super) fn event(condition: &WebhookCondition) -> String {
    format!("flow.{}", condition.name)
}

/// Returns a condition as it would be typed.
fn when(condition: &WebhookCondition) -> Cell<'static> {
    Cell::text(Expression::from(condition).to_string())
}

fn connection(condition: &WebhookCondition) -> Cell<'_> {
    condition.connection_id.as_deref().map_or_else(|| Cell::muted("all").machine(""), Cell::id)
}

const COLUMNS: &[Column<WebhookCondition>] = &[
    Column::new("id", "ID", |condition: &WebhookCondition, _| Cell::maybe(condition.id.as_deref(), Cell::id)),
    Column::new("name", "NAME", |condition, _| Cell::name(condition.name.as_str())),
    Column::new("entity", "ROWS OF", |condition, _| Cell::text(condition.entity.as_str())),
    Column::new("when", "WHEN", |condition, _| when(condition)),
    Column::new("event", "SENDS", |condition, _| Cell::text(event(condition))),
    Column::new("connection_id", "CONNECTION", |condition, _| connection(condition)),
    Column::new("created_at", "ADDED", |condition, look| Cell::timestamp(condition.created_at.as_deref(), look)),
];

impl Listed for WebhookCondition {
    const SCHEMA: &'static str = "webhooks.conditions.list/1";
    const COLUMNS: &'static [Column<Self>] = COLUMNS;
    const EMPTY: &'static str = "No condition yet. `makini webhooks conditions add --entity work-orders --when 'status equals Completed' \
             --name closed` adds one.";
}

/// Returns the card of a condition.
pub(super) fn card<'a>(condition: &'a WebhookCondition, look: &Look) -> Card<'a> {
    Card::new()
        .row("Condition", Cell::maybe(condition.id.as_deref(), Cell::id))
        .row("Name", Cell::name(condition.name.as_str()))
        .row("Rows of", Cell::text(condition.entity.as_str()))
        .row("When", when(condition))
        .row("Sends", Cell::text(event(condition)))
        .row("Connection", connection(condition))
        .opt("Added", condition.created_at.as_deref().map(|at| Cell::timestamp(Some(at), look)))
}
