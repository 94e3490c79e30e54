//! Runs the steps of an execution, each when its timer is due.

use rusqlite::Connection as Db;
use serde_json::Value;

use super::trigger::step_duration;
use super::{catalogue, steps};
use crate::sandbox::error::Error;
use crate::sandbox::state::App;
use crate::sandbox::store::flows::{self, StepRow};
use crate::sandbox::store::timers::{self, TimerKind};

/// Ends the current step of an execution and starts the next.
pub(crate) fn step(app: &App, db: &Db, id: &str, at: i64) -> Result<(), Error> {
    let execution = flows::execution(db, id)?;
    if execution.status != "running" {
        return Ok(());
    }
    let flow = flows::find(db, &execution.flow)?;
    let done = flows::steps(db, execution.seq)?;
    let position = done.len();
    let last = done.last();
    let input = last.map_or_else(|| execution.input.clone(), |step| step.output.clone());
    let started_at = last.map_or(execution.started_at, |step| step.finished_at);
    let Some((name, does)) = catalogue::find(&flow.template).and_then(|template| template.steps.get(position)) else {
        return flows::end(db, id, "completed", None, at);
    };
    let outcome = steps::run(app, db, &flow.connection, *does, &input, (started_at, at));
    let (output, problem) = match &outcome {
        Ok(made) => (made.value.clone(), None),
        Err(error) => (Value::Null, Some(format!("{}: {}", error.code, error.message))),
    };
    let row = StepRow {
        name: (*name).to_owned(),
        kind: does.kind().to_owned(),
        status: if problem.is_none() { "completed" } else { "failed" }.to_owned(),
        started_at,
        finished_at: at,
        input,
        output,
        error: problem.clone(),
    };
    flows::add_step(db, execution.seq, position, &row)?;
    let steps = catalogue::find(&flow.template).map_or(0, |template| template.steps.len());
    match outcome {
        Err(_) => flows::end(db, id, "failed", problem.as_deref(), at),
        Ok(made) if made.ends || position + 1 >= steps => flows::end(db, id, "completed", None, at),
        Ok(_) => timers::set(db, TimerKind::FlowStep, id, at + step_duration(db, id, position + 1)?),
    }
}
