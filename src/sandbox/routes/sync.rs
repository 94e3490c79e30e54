//! Syncs and their schedule.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::{get, post, put};
use axum::{Json, Router};
use rusqlite::Connection as Db;
use serde_json::{Map, Value, json};

use crate::api::operation::Operation;
use crate::api::page::{One, Page};
use crate::api::sync::{StartSync, Sync, SyncMode, SyncState, SyncStatus};
use crate::sandbox::auth::Admin;
use crate::sandbox::body::Body;
use crate::sandbox::error::Error;
use crate::sandbox::paging::Paging;
use crate::sandbox::state::App;
use crate::sandbox::store::connections::{self, ConnectionRow};
use crate::sandbox::store::sync;
use crate::sandbox::store::timers::{self, TimerKind};
use crate::sandbox::syncing::finish::cancel as cancel_sync;
use crate::sandbox::syncing::start::{Trigger, entities, start as start_sync};
use crate::sandbox::time::{iso, millis};

pub(crate) fn router() -> Router<App> {
    Router::new()
        .route(Operation::SyncStart.sandbox_path(), post(start).get(list))
        .route(Operation::SyncGet.sandbox_path(), get(show))
        .route(Operation::SyncCancel.sandbox_path(), post(cancel))
        .route(Operation::SyncStatus.sandbox_path(), get(status))
        .route(Operation::SyncSchedule.sandbox_path(), put(schedule))
}

/// Checks names of entities against those of the system.
pub(crate) fn known(app: &App, row: &ConnectionRow, request: &[String], field: &str) -> Result<Vec<String>, Error> {
    let has = entities(app.options(), row);
    let strange: Vec<_> = request.iter().filter(|name| !has.contains(&name.as_str())).cloned().collect();
    if strange.is_empty() {
        return Ok(request.to_vec());
    }
    let message = format!("this system has no {}; it has {}", strange.join(", "), has.join(", "));
    Err(Error::field(field, message))
}

async fn start(
    _: Admin,
    State(app): State<App>,
    Path(id): Path<String>,
    Body(request): Body<StartSync>,
) -> Result<(StatusCode, Json<One<Sync>>), Error> {
    if request.mode == SyncMode::Initial {
        return Err(Error::field("mode", "must be `incremental` or `full`; the initial sync starts by itself"));
    }
    let now = millis(app.now());
    let data = app.write(|tx| {
        let row = connections::find_live(tx, &id)?;
        let entities = known(&app, &row, &request.entities, "entities")?;
        // An unreachable system does not prevent a sync; missing credentials or credits do.
        row.refusal().map_or(Ok(()), Err)?;
        let sync = start_sync(tx, app.options(), &row, request.mode, Trigger::Manual, &entities, now)?;
        sync::find(tx, &sync)?.to_api(tx, now)
    })?;
    Ok((StatusCode::ACCEPTED, Json(One { data })))
}

async fn list(
    _: Admin,
    State(app): State<App>,
    Path(id): Path<String>,
    paging: Paging,
) -> Result<Json<Page<Sync>>, Error> {
    let now = millis(app.now());
    app.read(|db| {
        connections::find(db, &id)?;
        let (rows, total) = sync::list(db, &id, paging.offset(), paging.per_page)?;
        let rows = rows.iter().map(|row| row.to_api(db, now)).collect::<Result<_, _>>()?;
        Ok(Json(paging.envelope(rows, total)))
    })
}

fn of_connection(db: &rusqlite::Connection, id: &str, sync: &str) -> Result<sync::SyncRow, Error> {
    connections::find(db, id)?;
    let row = sync::find(db, sync)?;
    if row.connection == id { Ok(row) } else { Err(Error::not_found("sync")) }
}

async fn show(
    _: Admin,
    State(app): State<App>,
    Path((id, sync)): Path<(String, String)>,
) -> Result<Json<One<Sync>>, Error> {
    let now = millis(app.now());
    let data = app.read(|db| of_connection(db, &id, &sync)?.to_api(db, now))?;
    Ok(Json(One { data }))
}

async fn cancel(
    _: Admin,
    State(app): State<App>,
    Path((id, sync)): Path<(String, String)>,
) -> Result<Json<One<Sync>>, Error> {
    let now = millis(app.now());
    let data = app.write(|tx| {
        let row = of_connection(tx, &id, &sync)?;
        cancel_sync(tx, &connections::find(tx, &id)?, &row, now)?;
        sync::find(tx, &sync)?.to_api(tx, now)
    })?;
    Ok(Json(One { data }))
}

async fn status(_: Admin, State(app): State<App>, Path(id): Path<String>) -> Result<Json<One<SyncStatus>>, Error> {
    let now = millis(app.now());
    let data = app.read(|db| {
        let row = connections::find(db, &id)?;
        let newest = sync::newest(db, &id)?;
        let state = newest.as_ref().map_or(SyncState::Queued, sync::SyncRow::state);
        Ok(SyncStatus {
            connection_id: Some(id.clone()),
            status: Some(state.as_str().into()),
            last_successful_sync_at: row.last_sync_at.map(iso),
            next_sync_at: row.next_sync_at.map(iso),
            error: newest.as_ref().and_then(sync::SyncRow::error),
            current: newest.map(|newest| newest.to_api(db, now)).transpose()?,
            ..SyncStatus::default()
        })
    })?;
    Ok(Json(One { data }))
}

async fn schedule(
    _: Admin,
    State(app): State<App>,
    Path(id): Path<String>,
    Body(request): Body<Map<String, Value>>,
) -> Result<Json<Value>, Error> {
    let Some(seconds) = request.get("schedule_seconds") else {
        return Err(Error::field("schedule_seconds", "is required; null stops the schedule"));
    };
    let now = millis(app.now());
    let (seconds, next) = app.write(|tx| {
        let seconds = set_schedule(tx, &connections::find_live(tx, &id)?, seconds, now)?;
        Ok((seconds, timers::due_at(tx, TimerKind::Schedule, &id)?))
    })?;
    let next = next.map(iso);
    Ok(Json(json!({ "data": { "connection_id": id, "schedule_seconds": seconds, "next_sync_at": next } })))
}

/// Sets the seconds between syncs; null stops the schedule.
pub(crate) fn set_schedule(db: &Db, row: &ConnectionRow, seconds: &Value, now: i64) -> Result<Option<i64>, Error> {
    let id = &row.key;
    let seconds = match seconds.as_i64() {
        Some(seconds) if (900..=86_400).contains(&seconds) => Some(seconds),
        None if seconds.is_null() => None,
        _ => {
            let problem = "must be from 900 (15 minutes) to 86400 (a day), or null";
            return Err(Error::field("schedule_seconds", problem));
        }
    };
    connections::set_column(db, id, "schedule_seconds", seconds.unwrap_or_default(), now)?;
    match seconds {
        None => timers::stop(db, TimerKind::Schedule, id)?,
        // Counted from the last success, but not into the past. A connection without a first sync or valid credentials
        // is not scheduled.
        Some(seconds) if row.next_sync_at.is_some() || (row.schedule_seconds == 0 && row.refusal().is_none()) => {
            let next = (row.last_sync_at.unwrap_or(now) + seconds * 1000).max(now);
            timers::set(db, TimerKind::Schedule, id, next)?;
        }
        Some(_) => {}
    }
    Ok(seconds)
}
