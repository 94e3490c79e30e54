//! Ends syncs: completed, failed or cancelled.

use rusqlite::Connection as Db;
use rusqlite::types::Value as Sql;
use serde_json::json;

use super::start::mode_name;
use crate::api::connections::Lifecycle;
use crate::api::error_code::ErrorCode;
use crate::api::sync::{SyncError, SyncMode, SyncState};
use crate::sandbox::error::Error;
use crate::sandbox::store::connections::{self, ConnectionRow};
use crate::sandbox::store::sync::{self, SyncEntity, SyncRow};
use crate::sandbox::store::timers::{self, TimerKind};
use crate::sandbox::time::iso;
use crate::sandbox::{events, health};

/// Schedules the next sync if none is, unless the schedule is off or the connection cannot sync.
fn keep_schedule(db: &Db, connection: &ConnectionRow, at: i64) -> Result<(), Error> {
    let stopped = connection.schedule_seconds == 0 || connection.refusal().is_some();
    if stopped || timers::due_at(db, TimerKind::Schedule, &connection.key)?.is_some() {
        return Ok(());
    }
    timers::set(db, TimerKind::Schedule, &connection.key, at + connection.schedule_seconds * 1000)
}

/// Stores up to when the entities of an ended sync were read.
fn save_marks_of(db: &Db, sync: &SyncRow, plan: &[SyncEntity]) -> Result<(), Error> {
    let completed = |entity: &&SyncEntity| entity.status == Some(SyncState::Completed);
    let mut marks = sync::read_marks(db, &sync.connection)?;
    marks.extend(plan.iter().filter(completed).map(|entity| (entity.entity.clone(), sync.started_at)));
    sync::save_read_marks(db, &sync.connection, &marks)
}

pub(super) fn complete(
    db: &Db,
    connection: &ConnectionRow,
    sync: &SyncRow,
    plan: &[SyncEntity],
    at: i64,
) -> Result<(), Error> {
    sync::finish(db, sync.seq, SyncState::Completed, None, at)?;
    save_marks_of(db, sync, plan)?;
    let word = if sync.mode == mode_name(SyncMode::Incremental) { "done" } else { "fulldone" };
    connections::set_sync_status(db, &connection.key, word, at)?;
    connections::set_column(db, &connection.key, "last_sync_at", at, at)?;
    connections::set_column(db, &connection.key, "last_error", Sql::Null, at)?;
    if matches!(connection.lifecycle(), Lifecycle::Synchronizing | Lifecycle::InProgress) {
        connections::set_column(db, &connection.key, "status", Lifecycle::Active.as_str().to_owned(), at)?;
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

pub(super) fn fail(
    db: &Db,
    connection: &ConnectionRow,
    sync: &SyncRow,
    plan: &mut [SyncEntity],
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
    let word = if failure.code == ErrorCode::ReauthorizationRequired { "fail" } else { "error" };
    connections::set_sync_status(db, &connection.key, word, at)?;
    connections::set_column(db, &connection.key, "last_error", text, at)?;
    if failure.code == ErrorCode::SourceUnreachable {
        health::set_offline(db, connection, at)?;
    } else if failure.status.is_server_error() {
        let body = json!({ "code": failure.code, "message": failure.message, "request_id": request });
        events::emit(db, "system.error", Some(&connection.key), &body, at)?;
    }
    keep_schedule(db, connection, at)?;
    let body = json!({ "sync_id": sync.id, "mode": sync.mode, "trigger": sync.trigger, "error": error });
    events::emit(db, "sync.failed", Some(&connection.key), &body, at)
}

fn stop(
    db: &Db,
    sync: &SyncRow,
    plan: &mut [SyncEntity],
    state: SyncState,
    error: Option<&str>,
    at: i64,
) -> Result<(), Error> {
    let mut current = true;
    for entity in plan.iter_mut().filter(|entity| entity.status.is_none()) {
        let (became, done) = if current { (state, entity.done_at(at)) } else { (SyncState::Cancelled, 0) };
        entity.finish(became, done);
        current = false;
    }
    sync::save_plan(db, sync.seq, plan, 0)?;
    save_marks_of(db, sync, plan)?;
    timers::stop(db, TimerKind::Sync, &sync.id)?;
    sync::finish(db, sync.seq, state, error, at)
}

/// Cancels a running sync. Entities that were read stay read.
pub(crate) fn cancel(db: &Db, connection: &ConnectionRow, sync: &SyncRow, now: i64) -> Result<(), Error> {
    if sync.state() != SyncState::Running {
        return Err(Error::conflict("the sync has ended already"));
    }
    stop(db, sync, &mut sync::entities(db, sync.seq)?, SyncState::Cancelled, None, now)?;
    connections::set_sync_status(db, &connection.key, "cancelled", now)?;
    if matches!(connection.lifecycle(), Lifecycle::Synchronizing | Lifecycle::InProgress) {
        connections::set_column(db, &connection.key, "status", Lifecycle::Active.as_str().to_owned(), now)?;
    }
    keep_schedule(db, connection, now)
}
