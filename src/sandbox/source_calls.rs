//! Logs the sandbox's own calls to connected systems.

use rusqlite::Connection as Db;

use super::error::Error;
use super::source;
use super::store::connections::ConnectionRow;
use super::store::requests::batch;
use super::store::requests::insert::{self, Entry};
use super::store::{take_numbers, take_salted};
use crate::api::requests::RequestKind;

/// A call of the sandbox to a connected system.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SourceCall<'a> {
    /// What is read: an entity, or `probe`.
    pub(crate) what: &'a str,
    pub(crate) kind: RequestKind,
    /// When it began and when it ended, by the sandbox's clock, in milliseconds since 1970.
    pub(crate) span: (i64, i64),
    /// Why it failed.
    pub(crate) error: Option<&'a Error>,
}

/// Logs a call and returns its request ID.
pub(crate) fn log(
    db: &Db,
    connection: &ConnectionRow,
    sync: Option<&str>,
    call: SourceCall<'_>,
) -> Result<String, Error> {
    let (number, salt) = take_salted(db, "source_call", 1)?;
    let id = batch::call_id(salt, number);
    let took = micros(call.span);
    let path = path(connection, call.what);
    insert::insert(
        db,
        &Entry {
            id: &id,
            at: call.span.1,
            connection: Some(&connection.key),
            sync,
            kind: call.kind,
            method: "GET",
            path: &path,
            endpoint: &path,
            status: call.error.map_or(200, |error| error.status.as_u16()),
            error: call.error,
            total_us: took,
            source_us: took,
            bytes: 0,
        },
    )?;
    Ok(id)
}

/// Logs successful calls of a sync: the entity of each, when it began and when it ended.
pub(crate) fn log_batch(
    db: &Db,
    connection: &ConnectionRow,
    sync: &str,
    calls: &[(&str, (i64, i64))],
) -> Result<(), Error> {
    if calls.is_empty() {
        return Ok(());
    }
    let count = calls.len() as u64;
    let mut first = take_numbers(db, "source_call", count)? - count + 1;
    let base = path(connection, "");
    for moment in calls.chunk_by(|(_, one), (_, next)| one.1 == next.1) {
        let call = |(what, span): &(&str, (i64, i64))| batch::BatchedCall {
            path: format!("{base}{what}"),
            took_us: micros(*span),
        };
        let made: Vec<_> = moment.iter().map(call).collect();
        insert::insert_calls(db, (&connection.key, sync), first, &made, moment[0].1.1)?;
        first += moment.len() as u64;
    }
    Ok(())
}

/// Returns how long a call took, by the sandbox's clock, in microseconds.
fn micros((began, ended): (i64, i64)) -> u64 {
    u64::try_from(ended.saturating_sub(began)).unwrap_or_default().saturating_mul(1000)
}

/// Returns the path of a call as the log has it: `/sap/assets`.
pub(crate) fn path(connection: &ConnectionRow, what: &str) -> String {
    let name = source::platform(&connection.slug).and_then(|platform| platform.slug.as_deref()).unwrap_or("source");
    format!("/{name}/{what}")
}
