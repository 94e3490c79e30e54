//! `makini flows executions` and `logs`.

use std::time::Duration;

use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;

use super::list::find;
use crate::api::flows::{FlowExecution, FlowStep};
use crate::api::lenient::timestamp;
use crate::args::{ConnectionFilter, Limit, examples, pasted, resolve};
use crate::client::PageOptions;
use crate::client::call::ExecutionQuery;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::view::sync::state;
use crate::view::{Card, Cell, Column, Grid, Page, Rows, View};

/// Cells that a timeline is wide.
const WIDE: usize = 24;
/// Letters of what a step made that are shown.
const SHOWN: usize = 60;

/// List executions, newest first
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini flows executions low-stock --status failed"])]
pub struct ListArgs {
    /// Only this Flow: ID, unique prefix, or template if only one connection has it
    #[arg(value_name = "FLOW")]
    flow: Option<String>,

    #[command(flatten)]
    connection: ConnectionFilter,

    /// Only with this status, for example `failed`
    ///
    /// One of `running`, `completed`, `failed` and `cancelled`.
    #[arg(long, value_name = "STATUS", value_parser = ["running", "completed", "failed", "cancelled"], hide_possible_values = true)]
    status: Option<String>,

    #[command(flatten)]
    limit: Limit,
}

/// Lists them.
pub async fn list(ctx: &Context, args: ListArgs) -> Result<Exit, Failure> {
    let mut rows =
        Rows::new(&ctx.term, &ctx.out, "flows.executions/1", COLUMNS, "No such executions.")?.dated_by(|| ctx.now());
    let client = ctx.client().await?;
    let connection = match args.connection.as_deref() {
        Some(text) => Some(resolve::connection(ctx, client, text).await?.id().to_owned()),
        None => None,
    };
    let flow = match &args.flow {
        Some(text) => find(client, text).await?.id,
        None => None,
    };
    let query = ExecutionQuery { flow_id: flow, connection_id: connection, status: args.status };
    let options = PageOptions { per_page: Some(args.limit.per_page()), first: None, limit: Some(args.limit.get()) };
    let during = || "could not list executions".to_owned();
    let mut pages = client.flow_executions(&query, options).await.during(during)?;
    while let Some(page) = pages.next().await.during(during)? {
        for execution in page {
            rows.push(execution)?;
        }
        rows.flush()?;
    }
    let total = pages.meta().total;
    args.limit.note_rest(ctx, rows.finish()?, total);
    Ok(Exit::Ok)
}

const COLUMNS: &[Column<FlowExecution>] = &[
    Column::new("id", "ID", |it: &FlowExecution, _| Cell::maybe(it.id.as_deref(), Cell::id)),
    Column::new("template", "FLOW", |it, _| Cell::maybe(it.template.as_deref(), Cell::name)),
    Column::new("connection_id", "CONNECTION", |it: &FlowExecution, _| {
        Cell::maybe(it.connection_id.as_deref(), Cell::id)
    })
    .minor(),
    Column::new("trigger", "STARTED BY", |it, _| Cell::maybe(it.trigger.as_deref(), Cell::text)),
    Column::new("status", "STATUS", |it: &FlowExecution, _| state(it.status.as_deref())).essential(),
    Column::new("started_at", "STARTED", |it, look| Cell::timestamp(it.started_at.as_deref(), look)),
    Column::new("took_ms", "TOOK", |it: &FlowExecution, _| Cell::millis(took(it))).right(),
    Column::new("error", "WHY", |it, _| Cell::maybe(it.error.as_deref(), Cell::text)),
];

fn took(execution: &FlowExecution) -> Option<Duration> {
    let at = |text: &Option<String>| text.as_deref().and_then(timestamp);
    let (began, ended) = (at(&execution.started_at)?, at(&execution.finished_at)?);
    Duration::try_from(ended.duration_since(began)).ok()
}

/// Show the steps of an execution
///
/// `-o json` includes the full input and output of each step.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini flows logs exec_1"])]
pub struct Args {
    /// Execution ID; default: the latest
    #[arg(value_name = "EXECUTION", value_parser = pasted::id)]
    execution: Option<String>,
}

/// Shows it.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<ExecutionDetails>()?;
    let client = ctx.client().await?;
    let id = match args.execution {
        Some(id) => id,
        None => newest(client).await?,
    };
    let execution = client.flow_execution(&id).await.during(|| format!("could not show the execution {id}"))?;
    ctx.show(&ExecutionDetails(execution))
}

async fn newest(client: &crate::client::Client) -> Result<String, Failure> {
    let options = PageOptions { per_page: Some(1), first: None, limit: Some(1) };
    let during = || "could not list executions".to_owned();
    let mut pages = client.flow_executions(&ExecutionQuery::default(), options).await.during(during)?;
    let first = pages.next().await.during(during)?.and_then(|page| page.into_iter().next()).and_then(|it| it.id);
    first.ok_or_else(|| {
        Failure::new(Exit::NotFound, "no flow has run so far")
            .hint("`makini flows list` lists those that can be started")
    })
}

/// An execution with its steps. Ends as the execution did.
#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct ExecutionDetails(pub(super) FlowExecution);

/// A step and where it lies in its execution.
struct TimelineRow {
    step: FlowStep,
    bar: String,
}

/// Draws when a step ran, between the beginning and the end of the whole.
fn bar(step: &FlowStep, began: i64, length: i64) -> String {
    let at = |text: &Option<String>| text.as_deref().and_then(timestamp).map_or(began, Timestamp::as_millisecond);
    let cell = |time: i64| {
        let share = (time - began).clamp(0, length) * i64::try_from(WIDE).unwrap_or_default() / length.max(1);
        usize::try_from(share).unwrap_or_default()
    };
    let (from, to) = (cell(at(&step.started_at)).min(WIDE - 1), cell(at(&step.finished_at)));
    let filled = to.saturating_sub(from).max(1);
    format!("{}{}{}", "·".repeat(from), "█".repeat(filled), "·".repeat(WIDE.saturating_sub(from + filled)))
}

/// Says in a few words what a step made: how many rows, or the beginning of it.
fn summary(output: &Value) -> String {
    if let Some(rows) = output["rows"].as_array() {
        return format!("{} row{}", rows.len(), if rows.len() == 1 { "" } else { "s" });
    }
    let text = if output.is_null() { String::new() } else { output.to_string() };
    if text.chars().count() <= SHOWN { text } else { text.chars().take(SHOWN - 1).chain(['…']).collect() }
}

const STEP: Column<TimelineRow> =
    Column::new("name", "STEP", |it: &TimelineRow, _| Cell::maybe(it.step.name.as_deref(), Cell::name));
const TIMELINE: Column<TimelineRow> =
    Column::new("timeline", "TIMELINE", |it: &TimelineRow, _| Cell::text(it.bar.as_str()));
const TOOK: Column<TimelineRow> =
    Column::new("took", "TOOK", |it: &TimelineRow, _| Cell::span(it.step.took_ms.map(Duration::from_millis))).right();
const STATUS: Column<TimelineRow> =
    Column::new("status", "STATUS", |it: &TimelineRow, _| state(it.step.status.as_deref())).essential();
const MADE: Column<TimelineRow> = Column::new("output", "MADE", |it: &TimelineRow, _| match it.step.error.as_deref() {
    Some(error) => Cell::bad(error),
    None => Cell::text(summary(&it.step.output)),
});
const STEPS: &[Column<TimelineRow>] = &[STEP, TIMELINE, TOOK, STATUS, MADE];
const SPOKEN_STEPS: &[Column<TimelineRow>] = &[STEP, TOOK, STATUS, MADE];

impl View for ExecutionDetails {
    const SCHEMA: &'static str = "flows.logs/1";

    fn human(&self, page: &mut Page<'_>) {
        let (execution, look) = (&self.0, page.look().clone());
        let card = Card::new()
            .row("Execution", Cell::maybe(execution.id.as_deref(), Cell::id))
            .opt("Flow", execution.template.as_deref().map(Cell::name))
            .opt("Connection", execution.connection_id.as_deref().map(Cell::id))
            .opt("Started by", execution.trigger.as_deref().map(Cell::text))
            .row("Status", state(execution.status.as_deref()))
            .row("Started", Cell::timestamp(execution.started_at.as_deref(), &look))
            .opt("Took", took(execution).map(|time| Cell::span(Some(time))))
            .opt("Why", execution.error.as_deref().map(Cell::bad));
        page.card(&card);
        let at = |text: Option<&String>| text.and_then(|text| timestamp(text)).map(Timestamp::as_millisecond);
        let began = at(execution.started_at.as_ref()).unwrap_or_default();
        let ended = execution.steps.iter().filter_map(|step| at(step.finished_at.as_ref())).max().unwrap_or(began);
        let rows: Vec<_> = execution
            .steps
            .iter()
            .map(|step| TimelineRow { bar: bar(step, began, ended - began), step: step.clone() })
            .collect();
        if !rows.is_empty() {
            page.blank();
            // A drawn bar is no word.
            let steps = if look.blocks { SPOKEN_STEPS } else { STEPS };
            page.table(&Grid::of(&rows, steps, &look));
        }
    }

    fn exit(&self) -> Exit {
        if self.0.status.as_deref() == Some("failed") { Exit::Unhealthy } else { Exit::Ok }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_lie_behind_each_other_and_are_never_empty() {
        let step = |from: u32, to: u32| FlowStep {
            started_at: Some(format!("2026-03-01T12:00:{from:02}Z")),
            finished_at: Some(format!("2026-03-01T12:00:{to:02}Z")),
            ..FlowStep::default()
        };
        let began = timestamp("2026-03-01T12:00:00Z").expect("a time").as_millisecond();
        assert_eq!(bar(&step(0, 12), began, 24_000), format!("{}{}", "█".repeat(12), "·".repeat(12)));
        assert_eq!(bar(&step(12, 24), began, 24_000), format!("{}{}", "·".repeat(12), "█".repeat(12)));
        assert_eq!(bar(&step(24, 24), began, 24_000), format!("{}█", "·".repeat(23)));
        assert_eq!(bar(&step(0, 0), began, 0).chars().count(), WIDE);
    }

    #[test]
    fn what_a_step_made_in_a_few_words() {
        assert_eq!(summary(&serde_json::json!({ "rows": [{}] })), "1 row");
        assert_eq!(summary(&Value::Null), "");
        assert_eq!(summary(&Value::String("x".repeat(100))).chars().count(), SHOWN);
    }
}
