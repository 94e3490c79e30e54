//! The sandbox's own calls to the systems behind connections, as the request log has them.

use rusqlite::Connection as Db;

use super::error::Error;
use super::state::App;
use super::store::connections::Row as Connection;
use super::store::requests::{self, Entry};
use super::store::{salt, take_numbers};
use super::{ids, source};

/// A call to a system.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Call<'a> {
    /// What was asked for: an entity, or `probe`.
    pub(crate) what: &'a str,
    pub(crate) at: i64,
    /// Why it failed.
    pub(crate) error: Option<&'a Error>,
}

/// Logs a call and returns its request ID.
pub(crate) fn log(
    app: &App,
    db: &Db,
    connection: &Connection,
    sync: Option<&str>,
    call: Call<'_>,
) -> Result<String, Error> {
    let number = take_numbers(db, "source_call", 1)?;
    let id = ids::id("req", apart(salt(db)?), number);
    insert(app, db, connection, sync, (&id, number), call)?;
    Ok(id)
}

/// Logs several calls of a sync.
pub(crate) fn log_all(
    app: &App,
    db: &Db,
    connection: &Connection,
    sync: &str,
    calls: &[Call<'_>],
) -> Result<(), Error> {
    let count = calls.len() as u64;
    if count == 0 {
        return Ok(());
    }
    let first = take_numbers(db, "source_call", count)? - count;
    let salt = apart(salt(db)?);
    for (number, call) in (first + 1..).zip(calls) {
        insert(app, db, connection, Some(sync), (&ids::id("req", salt, number), number), *call)?;
    }
    Ok(())
}

/// Apart from the requests' own numbers, which processes take in blocks.
fn apart(salt: u64) -> u64 {
    salt ^ 1
}

fn insert(
    app: &App,
    db: &Db,
    connection: &Connection,
    sync: Option<&str>,
    (id, number): (&str, u64),
    call: Call<'_>,
) -> Result<(), Error> {
    let latency = app.source_latency(&connection.slug, number).as_micros();
    let took = u64::try_from(latency).unwrap_or(u64::MAX);
    let name = source::platform(&connection.slug).and_then(|platform| platform.slug.as_deref()).unwrap_or("source");
    let path = format!("/{name}/{}", call.what);
    requests::insert(
        db,
        &Entry {
            id,
            at: call.at,
            connection: Some(&connection.key),
            sync,
            source: "sync",
            method: "GET",
            path: &path,
            endpoint: &path,
            status: call.error.map_or(200, |error| error.status.as_u16()),
            error: call.error,
            total_us: took,
            source_us: took,
            bytes: 0,
        },
    )
}
