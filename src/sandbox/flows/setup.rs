//! Sets flows up for connections, stops and removes them.

use rusqlite::Connection as Db;

use super::catalogue::{FlowTrigger, Template};
use crate::api::connections::Lifecycle;
use crate::sandbox::error::Error;
use crate::sandbox::state::App;
use crate::sandbox::store::timers::{self, TimerKind};
use crate::sandbox::store::{connections, flows, new_id};

/// Creates a flow of a connection and returns its ID.
pub(crate) fn set_up(db: &Db, template: &Template, connection: &str, now: i64) -> Result<String, Error> {
    if flows::of_connection(db, connection)?.iter().any(|flow| flow.template == template.slug) {
        let message = format!("the connection has the flow `{}` already", template.slug);
        return Err(Error::conflict(message));
    }
    let id = new_id(db, "flow")?;
    flows::insert(db, &id, template.slug, connection, now)?;
    if let FlowTrigger::Schedule(seconds) = template.starts {
        timers::set(db, TimerKind::Flow, &id, now + seconds * 1_000)?;
    }
    Ok(id)
}

/// Stops the flows of a disconnected connection and cancels their running executions.
pub(crate) fn stop_all(db: &Db, connection: &str, now: i64) -> Result<(), Error> {
    for flow in flows::of_connection(db, connection)? {
        timers::stop(db, TimerKind::Flow, &flow.id)?;
        for id in flows::running_ids(db, &flow.id)? {
            timers::stop(db, TimerKind::FlowStep, &id)?;
            flows::end(db, &id, "cancelled", Some("the connection has ended"), now)?;
        }
        flows::set_status(db, &flow.id, "stopped", now)?;
    }
    Ok(())
}

/// Deletes a flow with its executions and timers.
pub(crate) fn remove(db: &Db, id: &str) -> Result<(), Error> {
    flows::find(db, id)?;
    timers::stop(db, TimerKind::Flow, id)?;
    for execution in flows::running_ids(db, id)? {
        timers::stop(db, TimerKind::FlowStep, &execution)?;
    }
    flows::delete(db, id)
}

/// Returns why a connection cannot have a flow, if so.
pub(crate) fn refusal(app: &App, db: &Db, template: &Template, connection: &str) -> Result<Option<Error>, Error> {
    let row = connections::find_live(db, connection)?;
    if row.lifecycle() == Lifecycle::Pending {
        return connections::find_finished(db, connection).map(|_| None);
    }
    let source = row.source(app.options().seed);
    let missing = template.entities().find(|entity| !source.serves(entity) || !source.entities().contains(entity));
    Ok(missing.map(|entity| Error::field("template", format!("reads `{entity}`, which this connection does not have"))))
}
