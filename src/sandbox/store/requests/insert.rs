//! Adds requests to the log.

use rusqlite::Connection as Db;

use super::batch::{BatchedCall, own_id, text};
use super::prune::prune;
use crate::api::requests::RequestKind;
use crate::sandbox::error::Error;
use crate::sandbox::store::alerts;

/// A request to log.
#[derive(Clone, Debug)]
pub(crate) struct Entry<'a> {
    pub(crate) id: &'a str,
    pub(crate) at: i64,
    pub(crate) connection: Option<&'a str>,
    pub(crate) sync: Option<&'a str>,
    pub(crate) kind: RequestKind,
    pub(crate) method: &'a str,
    pub(crate) path: &'a str,
    pub(crate) endpoint: &'a str,
    pub(crate) status: u16,
    pub(crate) error: Option<&'a Error>,
    pub(crate) total_us: u64,
    pub(crate) source_us: u64,
    pub(crate) bytes: u64,
}

/// Logs a request.
pub(crate) fn insert(db: &Db, entry: &Entry<'_>) -> Result<(), Error> {
    db.prepare_cached(
        "INSERT OR REPLACE INTO requests (id, at, connection, sync, source, method, path, endpoint, status, error_code,
         error_message, total_us, source_us, bytes)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
    )?
    .execute(rusqlite::params![
        entry.id,
        entry.at,
        entry.connection,
        entry.sync,
        entry.kind.as_str(),
        entry.method,
        entry.path,
        entry.endpoint,
        entry.status,
        entry.error.map(|error| error.code.as_str()),
        entry.error.map(|error| error.message.as_str()),
        entry.total_us,
        entry.source_us,
        entry.bytes,
    ])?;
    alerts::wake(db, entry.at)?;
    prune(db, db.last_insert_rowid(), 1)
}

/// Logs a batch of calls of a sync; `first` is the number of the first.
pub(crate) fn insert_calls(
    db: &Db,
    (connection, sync): (&str, &str),
    first: u64,
    calls: &[BatchedCall],
    at: i64,
) -> Result<(), Error> {
    let Some(last) = calls.last() else { return Ok(()) };
    let count = calls.len() as u64;
    db.prepare_cached(
        "INSERT INTO requests (seq, id, at, connection, sync, source, method, path, endpoint, status, total_us,
         source_us, bytes, count, number, calls)
         VALUES (coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'requests'), 0) + ?1,
         ?2, ?3, ?4, ?5, 'sync', 'GET', ?6, ?6, 200, ?7, ?7, 0, ?1, ?8, ?9)",
    )?
    .execute((count, own_id(first), at, connection, sync, &last.path, last.took_us, first, text(calls)))?;
    alerts::wake(db, at)?;
    prune(db, db.last_insert_rowid(), i64::try_from(count).unwrap_or(i64::MAX))
}
