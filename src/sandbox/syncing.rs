//! Syncs: planned when they begin, carried on by their timers, ended by success, failure or a person.

use rusqlite::Connection as Db;
use rusqlite::types::Value as Sql;
use serde_json::json;

use super::calls::{self, Call};
use super::error::Error;
use super::source::Source;
use super::state::{App, Options, iso, time};
use super::store::connections::{self, Row as Connection};
use super::store::syncs::{self, Entity, Row};
use super::store::timers::{self, Kind};
use super::store::{endpoints, new_id, salt};
use super::{events, faults, health, ids};
use crate::api::connection::Lifecycle;
use crate::api::sync::{SyncError, SyncMode, SyncState};

/// Until a sync has reached its system for the first time, in milliseconds.
const CONTACT: f64 = 300.0;

/// Rows that a system gives in a millisecond at most: a big one takes its time.
const FASTEST: f64 = 10.0;

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
    if let Some(running) = syncs::running(db, &connection.key)? {
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
    let plan = plan(db, options, connection, mode, only, &id, now)?;
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
    };
    syncs::insert(db, &row, &plan)?;
    told(db, &connection.key, "inprogress", now)?;
    timers::set(db, Kind::Sync, &id, now + whole(CONTACT))?;
    Ok(id)
}

fn whole(ms: f64) -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "some seconds, in milliseconds")]
    let whole = ms.round() as i64;
    whole
}

/// Plans a sync: what there is to read of each entity, and when it is read. The first one takes 6 to 20 s, later ones
/// 1 to 2 s, and a moment when nothing has changed.
fn plan(
    db: &Db,
    options: &Options,
    connection: &Connection,
    mode: SyncMode,
    only: &[String],
    id: &str,
    now: i64,
) -> Result<Vec<Entity>, Error> {
    let data = data(options, connection);
    let marks = syncs::read_marks(db, &connection.key)?;
    let mut rows = Vec::new();
    for (position, entity) in data.entities().into_iter().enumerate() {
        if !only.is_empty() && !only.iter().any(|wanted| wanted == entity) {
            continue;
        }
        let changes = marks.get(entity).map(|since| data.changed_since(entity, time(*since), time(now)));
        let (total, inserted, updated) = match (mode, changes) {
            (SyncMode::Incremental, Some(changes)) => {
                (changes.inserted_count + changes.updated_count, changes.inserted_count, changes.updated_count)
            }
            (_, changes) => {
                let whole = data.count(entity, time(now));
                let (inserted, updated) =
                    changes.map_or((whole, 0), |changes| (changes.inserted_count, changes.updated_count));
                (whole, inserted.min(whole), updated.min(whole))
            }
        };
        rows.push(Entity {
            position: i64::try_from(position).unwrap_or(i64::MAX),
            entity: entity.into(),
            starts_at: 0,
            ends_at: 0,
            total,
            inserted,
            updated,
            status: None,
            done: None,
        });
    }
    let chance = ids::chance(salt(db)?, &["sync", id]);
    let all: u64 = rows.iter().map(|row| row.total).sum();
    let length = match mode {
        _ if all == 0 => 0.0,
        SyncMode::Incremental => 1_000.0 + 1_000.0 * chance,
        SyncMode::Initial | SyncMode::Full => 6_000.0 + 14_000.0 * chance,
    };
    #[expect(clippy::cast_precision_loss, reason = "a length of time")]
    let length = f64::max(length, all as f64 / FASTEST);
    // Small entities take more than their share: every one costs at least a call.
    #[expect(clippy::cast_precision_loss, reason = "a weight")]
    let weight = |row: &Entity| if row.total == 0 { 0.0 } else { (row.total as f64).sqrt() + 2.0 };
    let weights: f64 = rows.iter().map(weight).sum();
    let mut passed = 0.0;
    for row in &mut rows {
        let share = if weights > 0.0 { length * weight(row) / weights } else { 0.0 };
        row.starts_at = now + whole(CONTACT + passed);
        passed += share;
        row.ends_at = now + whole(CONTACT + passed);
    }
    Ok(rows)
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
    connections::set(db, key, "sync_status", word.to_owned(), now)?;
    connections::set(db, key, "sync_changed_at", now, now)
}

/// Carries a sync on: its system is asked, and what was read by `at` is done. Returns how it ended, if it did.
pub(crate) fn carry_on(app: &App, db: &Db, id: &str, at: i64) -> Result<Option<SyncState>, Error> {
    let sync = syncs::find(db, id)?;
    if sync.state() != SyncState::Running {
        return Ok(None);
    }
    let connection = connections::find(db, &sync.connection)?;
    let plan = syncs::entities(db, sync.seq)?;
    let current = plan.iter().find(|entity| entity.status.is_none());
    let failure = match connection.refusal() {
        Some(refusal) => Some(refusal),
        None => match app.vault().credentials(db, &connection.key) {
            Err(unreadable) => Some(unreadable),
            Ok(_) => faults::meet_sync(db, &connection, at)?,
        },
    };
    if let Some(failure) = failure {
        let entity = current.map(|entity| entity.entity.as_str());
        let request = calls::log(
            app,
            db,
            &connection,
            Some(&sync.id),
            Call { what: entity.unwrap_or("sync"), at, error: Some(&failure) },
        )?;
        fail(db, &connection, &sync, &failure, entity, &request, at)?;
        return Ok(Some(SyncState::Failed));
    }
    health::reached(db, &connection, at)?;
    let read: Vec<&Entity> = plan.iter().filter(|entity| entity.status.is_none() && entity.ends_at <= at).collect();
    let read_calls: Vec<Call<'_>> =
        read.iter().map(|entity| Call { what: &entity.entity, at: entity.ends_at, error: None }).collect();
    calls::log_all(app, db, &connection, &sync.id, &read_calls)?;
    for entity in &read {
        tell_changes(app, db, &connection, &sync, entity)?;
    }
    syncs::complete_entities(db, &sync, at)?;
    if !read.is_empty() && connection.lifecycle() == Lifecycle::Synchronizing {
        // There is data now, and there will be more.
        connections::set(db, &connection.key, "status", Lifecycle::InProgress.as_str().to_owned(), at)?;
    }
    if let Some(next) = plan.iter().find(|entity| entity.ends_at > at) {
        timers::set(db, Kind::Sync, id, next.ends_at)?;
        return Ok(None);
    }
    complete(db, &connection, &sync, at)?;
    Ok(Some(SyncState::Completed))
}

/// Tells which rows of an entity are new and which changed. That follows from the same facts as when the sync was
/// planned. The first sync tells nobody: all of it is new, and there may be thousands.
fn tell_changes(app: &App, db: &Db, connection: &Connection, sync: &Row, entity: &Entity) -> Result<(), Error> {
    if entity.inserted + entity.updated == 0 {
        return Ok(());
    }
    let Some(since) = syncs::read_until(db, &connection.key, &entity.entity)? else { return Ok(()) };
    let source = data(app.options(), connection);
    let changes = source.changed_since(&entity.entity, time(since), time(sync.started_at));
    for (verb, keys) in [("inserted", changes.inserted), ("updated", changes.updated)] {
        if !keys.is_empty() {
            // The rows themselves are only made where a condition asks for them.
            let asked = !endpoints::conditions_of(db, &connection.key, &entity.entity)?.is_empty();
            let at = time(entity.ends_at);
            let row =
                |key: &String| source.find(&entity.entity, key, at).filter(|_| asked).map(|it| source.row(it, at));
            let rows: Vec<_> = keys.iter().map(|key| (key.clone(), row(key))).collect();
            events::written(db, (&entity.entity, verb), &connection.key, &rows, entity.ends_at)?;
        }
    }
    Ok(())
}

fn complete(db: &Db, connection: &Connection, sync: &Row, at: i64) -> Result<(), Error> {
    syncs::finish(db, sync.seq, SyncState::Completed, None, at)?;
    let word = if sync.mode == mode_name(SyncMode::Incremental) { "done" } else { "fulldone" };
    told(db, &connection.key, word, at)?;
    connections::set(db, &connection.key, "last_sync_at", at, at)?;
    connections::set(db, &connection.key, "last_error", Sql::Null, at)?;
    if matches!(connection.lifecycle(), Lifecycle::Synchronizing | Lifecycle::InProgress) {
        connections::set(db, &connection.key, "status", Lifecycle::Active.as_str().to_owned(), at)?;
    }
    keep_schedule(db, connection, at)?;
    let read = syncs::entities(db, sync.seq)?;
    let body = json!({
        "sync_id": sync.id,
        "mode": sync.mode,
        "trigger": sync.trigger,
        "started_at": iso(sync.started_at),
        "finished_at": iso(at),
        "entities": read.iter().map(|row| json!({
            "entity": row.entity, "total": row.total, "inserted": row.inserted, "updated": row.updated,
        })).collect::<Vec<_>>(),
    });
    events::emit(db, "sync.completed", Some(&connection.key), &body, at)
}

fn fail(
    db: &Db,
    connection: &Connection,
    sync: &Row,
    failure: &Error,
    entity: Option<&str>,
    request: &str,
    at: i64,
) -> Result<(), Error> {
    let error = SyncError {
        code: Some(failure.code.to_string()),
        message: Some(failure.message.clone()),
        request_id: Some(request.to_owned()),
        at: Some(iso(at)),
        entity: entity.map(str::to_owned),
    };
    let text = serde_json::to_string(&error).expect("an error is always JSON");
    stop(db, sync, SyncState::Failed, Some(&text), at)?;
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

fn stop(db: &Db, sync: &Row, state: SyncState, error: Option<&str>, at: i64) -> Result<(), Error> {
    let mut current = true;
    for entity in syncs::entities(db, sync.seq)?.iter().filter(|entity| entity.status.is_none()) {
        let (became, done) = if current { (state, entity.done_at(at)) } else { (SyncState::Cancelled, 0) };
        syncs::settle_entity(db, sync.seq, entity.position, became, done)?;
        current = false;
    }
    timers::stop(db, Kind::Sync, &sync.id)?;
    syncs::finish(db, sync.seq, state, error, at)
}

/// Stops a running sync. What was read stays.
pub(crate) fn cancel(db: &Db, connection: &Connection, sync: &Row, now: i64) -> Result<(), Error> {
    if sync.state() != SyncState::Running {
        return Err(Error::conflict("CONFLICT", "the sync has ended already"));
    }
    stop(db, sync, SyncState::Cancelled, None, now)?;
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
    if connection.last_error.is_some() && syncs::running(db, key)?.is_none() {
        start(db, app.options(), &connection, SyncMode::Incremental, Trigger::Retry, &[], at)?;
    }
    Ok(())
}
