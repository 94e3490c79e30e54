//! What starts an execution of a flow: a call, its schedule or an event.

use rusqlite::Connection as Db;
use serde_json::Value;

use super::catalogue::{self, FlowTrigger, Template};
use crate::glob;
use crate::sandbox::error::Error;
use crate::sandbox::ids;
use crate::sandbox::store::flows::{self, Flow};
use crate::sandbox::store::timers::{self, TimerKind};
use crate::sandbox::store::{new_id, seed};

/// Concurrent executions of one flow; further triggers are skipped.
const AT_ONCE: u64 = 10;

/// Why an execution was not started.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotStarted {
    /// The connection of the flow has ended.
    Stopped,
    /// As many executions as there may be are running.
    Busy,
}

impl From<NotStarted> for Error {
    fn from(reason: NotStarted) -> Self {
        match reason {
            NotStarted::Stopped => Self::conflict("the flow is stopped: its connection has ended"),
            NotStarted::Busy => Self::conflict(format!("{AT_ONCE} executions of this flow are running")),
        }
    }
}

/// Starts a flow and returns the execution's ID.
pub(crate) fn start(
    db: &Db,
    flow: &Flow,
    trigger: &str,
    input: &Value,
    now: i64,
) -> Result<Result<String, NotStarted>, Error> {
    if flow.status != "active" {
        return Ok(Err(NotStarted::Stopped));
    }
    if flows::running(db, &flow.id)? >= AT_ONCE {
        return Ok(Err(NotStarted::Busy));
    }
    let id = new_id(db, "exec")?;
    flows::begin(db, &id, &flow.id, trigger, input, now)?;
    timers::set(db, TimerKind::FlowStep, &id, now + step_duration(db, &id, 0)?)?;
    Ok(Ok(id))
}

/// Returns the duration of a step in milliseconds, drawn from the seed.
pub(super) fn step_duration(db: &Db, execution: &str, position: usize) -> Result<i64, Error> {
    let chance = ids::chance(seed(db)?, &["flow", execution, &position.to_string()]);
    #[expect(clippy::cast_possible_truncation, reason = "less than half a second, in milliseconds")]
    let length = (30.0 + 400.0 * chance) as i64;
    Ok(length)
}

/// Starts a flow whose schedule is due, and schedules its next start.
pub(crate) fn scheduled(db: &Db, id: &str, at: i64, now: i64) -> Result<(), Error> {
    let flow = flows::find(db, id)?;
    let Some(Template { starts: FlowTrigger::Schedule(seconds), .. }) = catalogue::find(&flow.template) else {
        return Ok(());
    };
    if flow.status != "active" {
        return Ok(());
    }
    // After a long absence only the last missed start is run.
    let every = seconds * 1_000;
    let missed = (now - at).div_euclid(every);
    timers::set(db, TimerKind::Flow, id, at + (missed + 1) * every)?;
    // A flow that cannot start now is skipped.
    start(db, &flow, "schedule", &Value::Null, at + missed * every)?.ok();
    Ok(())
}

/// Starts the flows that an event of their connection triggers. Events of flows trigger none, so that no flow starts
/// itself.
pub(crate) fn on_event(db: &Db, event: &str, connection: Option<&str>, body: &Value, now: i64) -> Result<(), Error> {
    let Some(key) = connection.filter(|_| !event.starts_with("flow.")) else { return Ok(()) };
    for flow in flows::of_connection(db, key)? {
        let waits = catalogue::find(&flow.template)
            .is_some_and(|template| matches!(template.starts, FlowTrigger::Event(name) if glob::matches(name, event)));
        if waits && flow.status == "active" {
            start(db, &flow, "event", body, now)?.ok();
        }
    }
    Ok(())
}
