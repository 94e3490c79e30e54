//! Health of connections: changes between online, offline and reauthorization required, each with an event.

use rusqlite::Connection as Db;
use serde_json::json;

use super::error::Error;
use super::events;
use super::store::connections::{self, ConnectionRow};
use super::store::timers::{self, TimerKind};
use crate::api::connections::Health;
use crate::api::error_code::ErrorCode;
use crate::api::sync::SyncError;
use crate::sandbox::time::iso;

/// Delay before an unreachable system is probed again, in milliseconds; it doubles up to [`PROBE_MAX`].
const PROBE_FIRST: i64 = 30_000;
/// The longest delay between probes, in milliseconds.
const PROBE_MAX: i64 = 15 * 60_000;

/// Records that the system could not be reached, and schedules the next probe.
pub(crate) fn set_offline(db: &Db, row: &ConnectionRow, now: i64) -> Result<(), Error> {
    if row.health() == Health::Online {
        connections::set_column(db, &row.key, "health", Health::Offline.as_str().to_owned(), now)?;
        let body = json!({ "code": ErrorCode::SourceUnreachable, "message": "the connected system cannot be reached" });
        events::emit(db, "connection.offline", Some(&row.key), &body, now)?;
    }
    let wait = (PROBE_FIRST << row.failures.min(10)).min(PROBE_MAX);
    connections::set_column(db, &row.key, "failures", i64::from(row.failures) + 1, now)?;
    timers::set(db, TimerKind::Probe, &row.key, now + wait)
}

/// Records that the system was reached.
pub(crate) fn set_online(db: &Db, row: &ConnectionRow, now: i64) -> Result<(), Error> {
    timers::stop(db, TimerKind::Probe, &row.key)?;
    if row.failures > 0 {
        connections::set_column(db, &row.key, "failures", 0, now)?;
    }
    if row.health() != Health::Online {
        connections::set_column(db, &row.key, "health", Health::Online.as_str().to_owned(), now)?;
        events::emit(db, "connection.online", Some(&row.key), &json!({}), now)?;
    }
    Ok(())
}

/// Records that the system refuses the credentials. Scheduled syncs stop until there are new ones.
pub(crate) fn set_reauthorization_required(db: &Db, row: &ConnectionRow, now: i64) -> Result<(), Error> {
    if row.health() == Health::ReauthorizationRequired {
        return Ok(());
    }
    connections::set_column(db, &row.key, "health", Health::ReauthorizationRequired.as_str().to_owned(), now)?;
    timers::stop(db, TimerKind::Probe, &row.key)?;
    timers::stop(db, TimerKind::Schedule, &row.key)?;
    let body = json!({ "code": ErrorCode::ReauthorizationRequired,
        "message": "the credentials of this connection are no longer accepted; reconnect it" });
    let error = SyncError {
        code: Some(ErrorCode::ReauthorizationRequired.to_string()),
        message: body["message"].as_str().map(str::to_owned),
        at: Some(iso(now)),
        ..SyncError::default()
    };
    let error = serde_json::to_string(&error).expect("an error is always JSON");
    connections::set_column(db, &row.key, "last_error", error, now)?;
    events::emit(db, "connection.reauthorization_required", Some(&row.key), &body, now)
}
