//! Flows: workflows of a connection. Their triggers start an execution; each step of it ends at a time of its own, by
//! a timer, and is written down with what it was given and what it made.

pub(crate) mod catalogue;
mod step;

use rusqlite::Connection as Db;
use serde_json::Value;

use self::catalogue::{Starts, Template};
use super::error::Error;
use super::ids;
use super::state::App;
use super::store::flows::{self, Flow, StepRow};
use super::store::timers::{self, Kind};
use super::store::{connections, new_id, seed};
use crate::api::connections::Lifecycle;
use crate::glob;

/// Executions of one flow that may run at once; what comes on top is left out.
const AT_ONCE: u64 = 10;

/// Sets a flow up for a connection and returns its ID.
pub(crate) fn set_up(db: &Db, template: &Template, connection: &str, now: i64) -> Result<String, Error> {
    if flows::of(db, connection)?.iter().any(|flow| flow.template == template.slug) {
        let message = format!("the connection has the flow `{}` already", template.slug);
        return Err(Error::conflict("CONFLICT", message));
    }
    let id = new_id(db, "flow")?;
    flows::insert(db, &id, template.slug, connection, now)?;
    if let Starts::Schedule(seconds) = template.starts {
        timers::set(db, Kind::Flow, &id, now + seconds * 1_000)?;
    }
    Ok(id)
}

/// Starts a flow and returns the execution's ID.
pub(crate) fn start(db: &Db, flow: &Flow, trigger: &str, input: &Value, now: i64) -> Result<String, Error> {
    if flow.status != "active" {
        return Err(Error::conflict("CONFLICT", "the flow is stopped: its connection has ended"));
    }
    if flows::running(db, &flow.id)? >= AT_ONCE {
        return Err(Error::conflict("CONFLICT", format!("{AT_ONCE} executions of this flow are running")));
    }
    let id = new_id(db, "exec")?;
    flows::begin(db, &id, &flow.id, trigger, input, now)?;
    timers::set(db, Kind::FlowStep, &id, now + length(db, &id, 0)?)?;
    Ok(id)
}

/// How long a step takes, in milliseconds: drawn from the seed.
fn length(db: &Db, execution: &str, position: usize) -> Result<i64, Error> {
    let chance = ids::chance(seed(db)?, &["flow", execution, &position.to_string()]);
    #[expect(clippy::cast_possible_truncation, reason = "less than half a second, in milliseconds")]
    let length = (30.0 + 400.0 * chance) as i64;
    Ok(length)
}

/// The schedule of a flow is due: starts it, and sets its next turn.
pub(crate) fn scheduled(db: &Db, id: &str, at: i64, now: i64) -> Result<(), Error> {
    let flow = flows::find(db, id)?;
    let Some(Template { starts: Starts::Schedule(seconds), .. }) = catalogue::find(&flow.template) else {
        return Ok(());
    };
    if flow.status != "active" {
        return Ok(());
    }
    // After nobody looked for long only the last turn is made up for.
    let every = seconds * 1_000;
    let missed = (now - at).div_euclid(every);
    timers::set(db, Kind::Flow, id, at + (missed + 1) * every)?;
    start(db, &flow, "schedule", &Value::Null, at + missed * every).map(drop).or_else(left_out)
}

/// An event happened: starts the flows of its connection that wait for it. Events of flows start none, so that none can
/// start itself.
pub(crate) fn on_event(db: &Db, event: &str, connection: Option<&str>, body: &Value, now: i64) -> Result<(), Error> {
    let Some(key) = connection.filter(|_| !event.starts_with("flow.")) else { return Ok(()) };
    for flow in flows::of(db, key)? {
        let waits = catalogue::find(&flow.template)
            .is_some_and(|template| matches!(template.starts, Starts::Event(name) if glob::matches(name, event)));
        if waits && flow.status == "active" {
            start(db, &flow, "event", body, now).map(drop).or_else(left_out)?;
        }
    }
    Ok(())
}

/// An execution too many is left out; whoever caused it is not to blame.
fn left_out(error: Error) -> Result<(), Error> {
    if error.code == "CONFLICT" { Ok(()) } else { Err(error) }
}

/// A step of an execution ends.
pub(crate) fn step_on(app: &App, db: &Db, id: &str, at: i64) -> Result<(), Error> {
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
    let outcome = step::run(app, db, &flow.connection, *does, &input, at);
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
        Ok(_) => timers::set(db, Kind::FlowStep, id, at + length(db, id, position + 1)?),
    }
}

/// Stops the flows of a connection that ended, and what runs of them.
pub(crate) fn stop_all(db: &Db, connection: &str, now: i64) -> Result<(), Error> {
    for flow in flows::of(db, connection)? {
        timers::stop(db, Kind::Flow, &flow.id)?;
        for id in flows::running_ids(db, &flow.id)? {
            timers::stop(db, Kind::FlowStep, &id)?;
            flows::end(db, &id, "cancelled", Some("the connection has ended"), now)?;
        }
        flows::set_status(db, &flow.id, "stopped", now)?;
    }
    Ok(())
}

/// Takes a flow away, with everything about it.
pub(crate) fn remove(db: &Db, id: &str) -> Result<(), Error> {
    flows::find(db, id)?;
    timers::stop(db, Kind::Flow, id)?;
    for execution in flows::running_ids(db, id)? {
        timers::stop(db, Kind::FlowStep, &execution)?;
    }
    flows::delete(db, id)
}

/// Returns why a connection cannot have a flow.
pub(crate) fn refusal(app: &App, db: &Db, template: &Template, connection: &str) -> Result<Option<Error>, Error> {
    let row = connections::find_live(db, connection)?;
    if row.lifecycle() == Lifecycle::Pending {
        return connections::find_finished(db, connection).map(|_| None);
    }
    let source = row.source(app.options().seed);
    let missing = template.entities().find(|entity| !source.serves(entity) || !source.entities().contains(entity));
    Ok(missing.map(|entity| Error::field("template", format!("reads `{entity}`, which this connection does not have"))))
}
