//! Health of connections: the ways between online, offline and in need of new credentials, each told by an event.

use rusqlite::Connection as Db;
use serde_json::json;

use super::error::Error;
use super::events;
use super::store::connections::{self, Row};
use super::store::timers::{self, Kind};
use crate::api::connections::Health;

/// The first wait before an unreachable system is tried again; it doubles up to [`PROBE_CAP`].
const PROBE_FIRST: i64 = 30_000;
/// The longest wait.
const PROBE_CAP: i64 = 15 * 60_000;

/// Takes note that the system was not reached. The next try waits longer with each failure.
pub(crate) fn unreachable(db: &Db, row: &Row, now: i64) -> Result<(), Error> {
    if row.health() == Health::Online {
        connections::set(db, &row.key, "health", Health::Offline.as_str().to_owned(), now)?;
        let body = json!({ "code": "SOURCE_UNREACHABLE", "message": "the connected system cannot be reached" });
        events::emit(db, "connection.offline", Some(&row.key), &body, now)?;
    }
    let wait = (PROBE_FIRST << row.failures.min(10)).min(PROBE_CAP);
    connections::set(db, &row.key, "failures", i64::from(row.failures) + 1, now)?;
    timers::set(db, Kind::Probe, &row.key, now + wait)
}

/// Takes note that the system was reached again.
pub(crate) fn reached(db: &Db, row: &Row, now: i64) -> Result<(), Error> {
    timers::stop(db, Kind::Probe, &row.key)?;
    if row.failures > 0 {
        connections::set(db, &row.key, "failures", 0, now)?;
    }
    if row.health() != Health::Online {
        connections::set(db, &row.key, "health", Health::Online.as_str().to_owned(), now)?;
        events::emit(db, "connection.online", Some(&row.key), &json!({}), now)?;
    }
    Ok(())
}

/// Takes note that the system refuses the credentials. Syncs on schedule stop until they are new.
pub(crate) fn refused(db: &Db, row: &Row, now: i64) -> Result<(), Error> {
    if row.health() == Health::ReauthorizationRequired {
        return Ok(());
    }
    connections::set(db, &row.key, "health", Health::ReauthorizationRequired.as_str().to_owned(), now)?;
    timers::stop(db, Kind::Probe, &row.key)?;
    timers::stop(db, Kind::Schedule, &row.key)?;
    let body = json!({ "code": "REAUTHORIZATION_REQUIRED",
        "message": "the credentials of this connection no longer hold; connect it again" });
    events::emit(db, "connection.reauthorization_required", Some(&row.key), &body, now)
}

/// Has the offline connections tried again at once: what kept them down was taken away.
pub(crate) fn probe_soon(db: &Db, only: Option<&str>, now: i64) -> Result<(), Error> {
    db.execute(
        "UPDATE timers SET at = ?2 WHERE kind = 'probe' AND at > ?2 AND (?1 IS NULL OR subject = ?1)",
        (only, now),
    )?;
    Ok(())
}
