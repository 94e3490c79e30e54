//! Syncs: planned when they begin, carried on by their timers, ended by success, failure or a person.

mod hold;
mod plan;

use rusqlite::Connection as Db;
use rusqlite::types::Value as Sql;
use serde_json::json;

use super::calls::{self, Call};
use super::error::Error;
use super::faults::Obstacle;
use super::source::Source;
use super::state::{App, Options, iso, time};
use super::store::connections::{self, Row as Connection};
use super::store::new_id;
use super::store::sync::{self, Entity, Row};
use super::store::timers::{self, Kind};
use super::{events, faults, health};
use crate::api::connections::Lifecycle;
use crate::api::sync::{SyncError, SyncMode, SyncState};

/// Who started a sync.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trigger {
    /// A person or a program.
    Manual,
    /// The schedule.
    Schedule,
    /// The connection was made, or made again.
    Connect,
    /// The system came back after an outage.
    Retry,
}

impl Trigger {
    const fn name(self) -> &'static str {
        match self {
            Self::Manual => "manual",
            Self::Schedule => "schedule",
            Self::Connect => "connect",
            Self::Retry => "retry",
        }
    }
}

const fn mode_name(mode: SyncMode) -> &'static str {
    match mode {
        SyncMode::Initial => "initial",
        SyncMode::Incremental => "incremental",
        SyncMode::Full => "full",
    }
}

/// Returns the entities that the system of a connection has, in the order they are read.
pub(crate) fn entities(options: &Options, connection: &Connection) -> Vec<&'static str> {
    data(options, connection).entities()
}

fn data(options: &Options, connection: &Connection) -> Source {
    connection.source(options.seed)
}

/// Starts a sync and returns its ID. `only` names the entities; all of them when it is empty.
pub(crate) fn start(
    db: &Db,
    options: &Options,
    connection: &Connection,
    mode: SyncMode,
    trigger: Trigger,
    only: &[String],
    now: i64,
) -> Result<String, Error> {
    if let Some(running) = sync::running(db, &connection.key)? {
        return Err(Error::conflict(
            "SYNC_IN_PROGRESS",
            format!("a sync of this connection is running: {}", running.id),
        )
        .with(json!({ "sync_id": running.id })));
    }
    // Nothing to go on from: the first success is still to come.
    let mode =
        if connection.last_sync_at.is_none() && mode == SyncMode::Incremental { SyncMode::Initial } else { mode };
    let id = new_id(db, "sync")?;
    let plan = plan::plan(db, options, connection, mode, only, &id, now)?;
    let row = Row {
        seq: 0,
        id: id.clone(),
        connection: connection.key.clone(),
        mode: mode_name(mode).into(),
        trigger: trigger.name().into(),
        status: SyncState::Running.as_str().into(),
        created_at: now,
        started_at: now,
        finished_at: None,
        error: None,
        tries: 0,
    };
    sync::insert(db, &row, &plan)?;
    told(db, &connection.key, "inprogress", now)?;
    timers::set(db, Kind::Sync, &id, now + plan::CONTACT)?;
    Ok(id)
}

/// Sets the next scheduled sync where none is set, unless the schedule was stopped or the connection may not sync.
fn keep_schedule(db: &Db, connection: &Connection, at: i64) -> Result<(), Error> {
    let stopped = connection.schedule_seconds == 0 || connection.refusal().is_some();
    if stopped || timers::due_at(db, Kind::Schedule, &connection.key)?.is_some() {
        return Ok(());
    }
    timers::set(db, Kind::Schedule, &connection.key, at + connection.schedule_seconds * 1000)
}

/// Says how syncing stands, in the words of the published document.
fn told(db: &Db, key: &str, word: &str, now: i64) -> Result<(), Error> {
    connections::set_sync_status(db, key, word, now)
}

/// Carries a sync on: its system is asked, and what was read by `at` is done. Returns how it ended, if it did.
pub(crate) fn carry_on(app: &App, db: &Db, id: &str, at: i64) -> Result<Option<SyncState>, Error> {
    let sync = sync::find(db, id)?;
    if sync.state() != SyncState::Running {
        return Ok(None);
    }
    let connection = connections::find(db, &sync.connection)?;
    let mut plan = sync::entities(db, sync.seq)?;
    let first = plan.iter().position(|entity| entity.status.is_none()).unwrap_or(plan.len());
    let due = plan[first..].iter().take_while(|entity| entity.ends_at <= at).count();
    let met = meet(app, db, &connection, &plan[first..], due, at)?;
    let read = first..first + met.as_ref().map_or(due, |(through, _)| *through);
    if met.as_ref().is_none_or(|(through, obstacle)| *through > 0 || matches!(obstacle, Obstacle::Limited(_))) {
        health::reached(db, &connection, at)?;
    }
    take_in(app, db, &connection, &sync, &mut plan[read.clone()])?;
    if !read.is_empty() && connection.lifecycle() == Lifecycle::Synchronizing {
        // There is data now, and there will be more.
        connections::set(db, &connection.key, "status", Lifecycle::InProgress.as_str().to_owned(), at)?;
    }
    let tries = if read.is_empty() { sync.tries } else { 0 };
    if let Some((_, obstacle)) = met {
        return hold::on(app, db, (&connection, &sync), (&mut plan, read.end), (obstacle, tries), at);
    }
    if !read.is_empty() || tries > 0 {
        sync::advance(db, sync.seq, read.end)?;
    }
    if let Some(next) = plan.get(read.end) {
        timers::set(db, Kind::Sync, id, next.ends_at)?;
        return Ok(None);
    }
    complete(db, &connection, &sync, &plan, at)?;
    Ok(Some(SyncState::Completed))
}

/// Returns how many of the calls that are due go through before one does not, and why that one does not. Even where no
/// entity is due its system is asked, for the first that is left.
fn meet(
    app: &App,
    db: &Db,
    connection: &Connection,
    left: &[Entity],
    due: usize,
    at: i64,
) -> Result<Option<(usize, Obstacle)>, Error> {
    if let Some(refusal) = connection.refusal() {
        return Ok(Some((0, Obstacle::Failure(refusal))));
    }
    if let Err(unreadable) = app.vault().credentials(db, &connection.key) {
        return Ok(Some((0, Obstacle::Failure(unreadable))));
    }
    let called = left.iter().take(due.max(1)).map(|entity| entity.entity.as_str());
    faults::meet_sync(db, connection, called, at)
}

/// Takes in entities that were read: logs the calls, and tells what changed.
fn take_in(app: &App, db: &Db, connection: &Connection, sync: &Row, read: &mut [Entity]) -> Result<(), Error> {
    if read.is_empty() {
        return Ok(());
    }
    let made: Vec<_> = read.iter().map(|entity| (entity.entity.as_str(), entity.ends_at)).collect();
    calls::log_all(app, db, connection, &sync.id, &made)?;
    let source = data(app.options(), connection);
    for entity in read {
        tell_changes(db, (connection, &source), sync, entity)?;
        entity.settle(SyncState::Completed, entity.total);
    }
    Ok(())
}

/// Remembers up to when the entities of a sync that has ended were read.
fn remember(db: &Db, sync: &Row, plan: &[Entity]) -> Result<(), Error> {
    let completed = |entity: &&Entity| entity.status == Some(SyncState::Completed);
    let mut marks = sync::read_marks(db, &sync.connection)?;
    marks.extend(plan.iter().filter(completed).map(|entity| (entity.entity.clone(), sync.started_at)));
    sync::keep_marks(db, &sync.connection, &marks)
}

/// Tells which rows of an entity are new and which changed. That follows from the same facts as when the sync was
/// planned. The first sync tells nobody: all of it is new, and there may be thousands.
fn tell_changes(
    db: &Db,
    (connection, source): (&Connection, &Source),
    sync: &Row,
    entity: &Entity,
) -> Result<(), Error> {
    let Some(since) = entity.since.filter(|_| entity.inserted + entity.updated > 0) else { return Ok(()) };
    let changes = source.changed_since(&entity.entity, time(since), time(sync.started_at));
    for (verb, keys) in [("inserted", changes.inserted), ("updated", changes.updated)] {
        if !keys.is_empty() {
            let at = time(entity.ends_at);
            let row = |key: &str| source.find(&entity.entity, key, at).map(|it| source.row(it, at));
            events::written(db, (&entity.entity, verb), &connection.key, &keys, row, entity.ends_at)?;
        }
    }
    Ok(())
}

fn complete(db: &Db, connection: &Connection, sync: &Row, plan: &[Entity], at: i64) -> Result<(), Error> {
    sync::finish(db, sync.seq, SyncState::Completed, None, at)?;
    remember(db, sync, plan)?;
    let word = if sync.mode == mode_name(SyncMode::Incremental) { "done" } else { "fulldone" };
    told(db, &connection.key, word, at)?;
    connections::set(db, &connection.key, "last_sync_at", at, at)?;
    connections::set(db, &connection.key, "last_error", Sql::Null, at)?;
    if matches!(connection.lifecycle(), Lifecycle::Synchronizing | Lifecycle::InProgress) {
        connections::set(db, &connection.key, "status", Lifecycle::Active.as_str().to_owned(), at)?;
    }
    keep_schedule(db, connection, at)?;
    let body = json!({
        "sync_id": sync.id,
        "mode": sync.mode,
        "trigger": sync.trigger,
        "started_at": iso(sync.started_at),
        "finished_at": iso(at),
        "entities": plan.iter().map(|row| json!({
            "entity": row.entity, "total": row.total, "inserted": row.inserted, "updated": row.updated,
        })).collect::<Vec<_>>(),
    });
    events::emit(db, "sync.completed", Some(&connection.key), &body, at)
}

fn fail(
    db: &Db,
    connection: &Connection,
    sync: &Row,
    plan: &mut [Entity],
    (failure, request): (&Error, &str),
    at: i64,
) -> Result<(), Error> {
    let entity = plan.iter().find(|entity| entity.status.is_none()).map(|entity| entity.entity.clone());
    let error = SyncError {
        code: Some(failure.code.to_string()),
        message: Some(failure.message.clone()),
        request_id: Some(request.to_owned()),
        at: Some(iso(at)),
        entity,
    };
    let text = serde_json::to_string(&error).expect("an error is always JSON");
    stop(db, sync, plan, SyncState::Failed, Some(&text), at)?;
    let word = if failure.code == "REAUTHORIZATION_REQUIRED" { "fail" } else { "error" };
    told(db, &connection.key, word, at)?;
    connections::set(db, &connection.key, "last_error", text, at)?;
    if failure.code == "SOURCE_UNREACHABLE" {
        health::unreachable(db, connection, at)?;
    } else if failure.status.is_server_error() {
        let body = json!({ "code": failure.code, "message": failure.message, "request_id": request });
        events::emit(db, "system.error", Some(&connection.key), &body, at)?;
    }
    keep_schedule(db, connection, at)?;
    let body = json!({ "sync_id": sync.id, "mode": sync.mode, "trigger": sync.trigger, "error": error });
    events::emit(db, "sync.failed", Some(&connection.key), &body, at)
}

fn stop(db: &Db, sync: &Row, plan: &mut [Entity], state: SyncState, error: Option<&str>, at: i64) -> Result<(), Error> {
    let mut current = true;
    for entity in plan.iter_mut().filter(|entity| entity.status.is_none()) {
        let (became, done) = if current { (state, entity.done_at(at)) } else { (SyncState::Cancelled, 0) };
        entity.settle(became, done);
        current = false;
    }
    sync::keep(db, sync.seq, plan, 0)?;
    remember(db, sync, plan)?;
    timers::stop(db, Kind::Sync, &sync.id)?;
    sync::finish(db, sync.seq, state, error, at)
}

/// Stops a running sync. What was read stays.
pub(crate) fn cancel(db: &Db, connection: &Connection, sync: &Row, now: i64) -> Result<(), Error> {
    if sync.state() != SyncState::Running {
        return Err(Error::conflict("CONFLICT", "the sync has ended already"));
    }
    stop(db, sync, &mut sync::entities(db, sync.seq)?, SyncState::Cancelled, None, now)?;
    let word = if connection.last_sync_at.is_some() { "done" } else { "error" };
    told(db, &connection.key, word, now)?;
    if matches!(connection.lifecycle(), Lifecycle::Synchronizing | Lifecycle::InProgress) {
        connections::set(db, &connection.key, "status", Lifecycle::Active.as_str().to_owned(), now)?;
    }
    keep_schedule(db, connection, now)
}

/// Tries an unreachable system again. Once it answers, what was missed is read.
pub(crate) fn probe(app: &App, db: &Db, key: &str, at: i64) -> Result<(), Error> {
    let connection = connections::find(db, key)?;
    if connection.refusal().is_some() {
        return Ok(());
    }
    if faults::is_down(db, key, at)? {
        let error = Error::source_unreachable(&connection.slug);
        calls::log(app, db, &connection, None, Call { what: "probe", at, error: Some(&error) })?;
        return health::unreachable(db, &connection, at);
    }
    health::reached(db, &connection, at)?;
    if connection.last_error.is_some() && sync::running(db, key)?.is_none() {
        start(db, app.options(), &connection, SyncMode::Incremental, Trigger::Retry, &[], at)?;
    }
    Ok(())
}
