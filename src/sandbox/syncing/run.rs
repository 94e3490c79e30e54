//! Continues syncs whose timer is due: reads what was planned to be read by then.

use rusqlite::Connection as Db;

use super::finish::complete;
use super::obstacle;
use crate::api::connections::Lifecycle;
use crate::api::sync::SyncState;
use crate::sandbox::error::Error;
use crate::sandbox::faults::sync::{Obstacle, first_obstacle};
use crate::sandbox::source::Source;
use crate::sandbox::state::App;
use crate::sandbox::store::connections::{self, ConnectionRow};
use crate::sandbox::store::sync::{self, SyncEntity, SyncRow};
use crate::sandbox::store::timers::{self, TimerKind};
use crate::sandbox::time::time;
use crate::sandbox::{events, health, source_calls};

/// Continues a sync up to `at`. Returns its final state, if it ended.
pub(crate) fn resume(app: &App, db: &Db, id: &str, at: i64) -> Result<Option<SyncState>, Error> {
    let sync = sync::find(db, id)?;
    if sync.state() != SyncState::Running {
        return Ok(None);
    }
    let connection = connections::find(db, &sync.connection)?;
    let mut plan = sync::entities(db, sync.seq)?;
    let first = plan.iter().position(|entity| entity.status.is_none()).unwrap_or(plan.len());
    let due = plan[first..].iter().take_while(|entity| entity.ends_at <= at).count();
    let failure = first_obstacle_of(app, db, &connection, &plan[first..], due, at)?;
    let read = first..first + failure.as_ref().map_or(due, |(through, _)| *through);
    if failure.as_ref().is_none_or(|(through, obstacle)| *through > 0 || matches!(obstacle, Obstacle::Limited(_))) {
        health::set_online(db, &connection, at)?;
    }
    complete_entities(app, db, &connection, &sync, &mut plan[read.clone()])?;
    if !read.is_empty() && connection.lifecycle() == Lifecycle::Synchronizing {
        // Part of the data is there now.
        connections::set_column(db, &connection.key, "status", Lifecycle::InProgress.as_str().to_owned(), at)?;
    }
    let tries = if read.is_empty() { sync.tries } else { 0 };
    if let Some((_, obstacle)) = failure {
        return obstacle::handle(db, (&connection, &sync), (&mut plan, read.end), (obstacle, tries), at);
    }
    if !read.is_empty() || tries > 0 {
        sync::advance(db, sync.seq, read.end)?;
    }
    if let Some(next) = plan.get(read.end) {
        timers::set(db, TimerKind::Sync, id, next.ends_at)?;
        return Ok(None);
    }
    complete(db, &connection, &sync, &plan, at)?;
    Ok(Some(SyncState::Completed))
}

/// Returns how many of the calls that are due succeed before one fails, and why that one fails. If no entity is due,
/// the call for the first remaining one is checked.
fn first_obstacle_of(
    app: &App,
    db: &Db,
    connection: &ConnectionRow,
    left: &[SyncEntity],
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
    first_obstacle(db, connection, called, at)
}

/// Completes entities that were read: logs the calls and emits their changes.
fn complete_entities(
    app: &App,
    db: &Db,
    connection: &ConnectionRow,
    sync: &SyncRow,
    read: &mut [SyncEntity],
) -> Result<(), Error> {
    if read.is_empty() {
        return Ok(());
    }
    let made: Vec<_> = read.iter().map(|entity| (entity.entity.as_str(), (entity.starts_at, entity.ends_at))).collect();
    source_calls::log_batch(db, connection, &sync.id, &made)?;
    let source = connection.source(app.options().seed);
    for entity in read {
        emit_changes(db, (connection, &source), sync, entity)?;
        entity.finish(SyncState::Completed, entity.total);
    }
    Ok(())
}

/// Emits which rows of an entity are new and which changed, computed as when the sync was planned. The first sync emits
/// nothing: all rows are new, and there may be thousands.
fn emit_changes(
    db: &Db,
    (connection, source): (&ConnectionRow, &Source),
    sync: &SyncRow,
    entity: &SyncEntity,
) -> Result<(), Error> {
    let Some(since) = entity.since.filter(|_| entity.inserted + entity.updated > 0) else { return Ok(()) };
    let changes = source.changed_since(&entity.entity, time(since), time(sync.started_at));
    for (verb, keys) in [("inserted", changes.inserted), ("updated", changes.updated)] {
        if !keys.is_empty() {
            let at = time(entity.ends_at);
            let row = |key: &str| source.find(&entity.entity, key, at).map(|it| source.row(it, at));
            events::emit_row_event(db, (&entity.entity, verb), &connection.key, &keys, row, entity.ends_at)?;
        }
    }
    Ok(())
}
