//! Reads pending events from the database.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use rusqlite::{Connection, OpenFlags, OptionalExtension as _};

use super::super::Error;
use crate::blocking;
use crate::sqlite::OpenError;

/// Reads pending events on a connection of its own.
pub(super) struct Queue(Mutex<Connection>);

/// The first event of a connection's queue.
#[derive(Clone, Copy, Debug)]
pub(super) struct Head {
    pub(super) number: i64,
    pub(super) tries: u32,
    pub(super) due: Option<Timestamp>,
}

/// An event, ready to be sent.
#[derive(Clone, Debug)]
pub(in crate::inbox) struct OutboundRequest {
    pub(in crate::inbox) number: i64,
    pub(in crate::inbox) event: String,
    pub(in crate::inbox) received_at: Timestamp,
    pub(in crate::inbox) headers: Vec<u8>,
    /// The text that is signed: the canonical text where it differs from the received bytes.
    pub(in crate::inbox) body: Vec<u8>,
    pub(in crate::inbox) duplicate_of: Option<i64>,
    /// A later event of the same connection that arrived before this one.
    pub(in crate::inbox) newer: Option<i64>,
}

impl Queue {
    pub(super) fn open(path: &Path) -> Result<Self, Error> {
        let failed = |error| OpenError::sqlite(path, error);
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let db = Connection::open_with_flags(path, flags).map_err(failed)?;
        db.busy_timeout(Duration::from_secs(5)).map_err(failed)?;
        Ok(Self(Mutex::new(db)))
    }

    /// Runs a query on a thread where waiting for the disk blocks nothing else.
    pub(super) async fn ask<T: Send + 'static>(
        self: Arc<Self>,
        query: impl FnOnce(&Self) -> rusqlite::Result<T> + Send + 'static,
    ) -> rusqlite::Result<T> {
        blocking::run(move || query(&self)).await
    }

    fn db(&self) -> std::sync::MutexGuard<'_, Connection> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns how many events wait.
    pub(super) fn pending(&self) -> rusqlite::Result<u64> {
        let count: i64 = self.db().query_row("SELECT count(*) FROM arrivals WHERE state = 1", [], |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }

    /// Returns the connections that have something pending, without reading all that is pending.
    pub(super) fn connections(&self) -> rusqlite::Result<Vec<String>> {
        let sql = "WITH RECURSIVE next (name) AS (
                SELECT min(connection) FROM arrivals WHERE state = 1
                UNION ALL
                SELECT (SELECT min(connection) FROM arrivals WHERE state = 1 AND connection > next.name)
                FROM next WHERE next.name IS NOT NULL
            ) SELECT name FROM next WHERE name IS NOT NULL";
        let db = self.db();
        let mut statement = db.prepare_cached(sql)?;
        let names = statement.query_map([], |row| row.get(0))?;
        names.collect()
    }

    /// Returns the first pending event of a connection.
    pub(super) fn head(&self, connection: &str) -> rusqlite::Result<Option<Head>> {
        let sql = "SELECT number, tries, next_try_at FROM arrivals WHERE state = 1 AND connection = ?1
            ORDER BY number LIMIT 1";
        let db = self.db();
        db.prepare_cached(sql)?
            .query_row([connection], |row| {
                let due: Option<i64> = row.get("next_try_at")?;
                Ok(Head {
                    number: row.get("number")?,
                    tries: row.get("tries")?,
                    due: due.and_then(|due| Timestamp::from_microsecond(due).ok()),
                })
            })
            .optional()
    }

    /// Returns an event as it is sent.
    pub(super) fn request(&self, number: i64) -> rusqlite::Result<Option<OutboundRequest>> {
        request(&self.db(), number)
    }
}

/// Reads an event as it is sent.
pub(in crate::inbox) fn request(db: &Connection, number: i64) -> rusqlite::Result<Option<OutboundRequest>> {
    let sql = "SELECT number, event, received_at, headers, coalesce(canonical, body) AS body, duplicate_of,
            (SELECT newer.number FROM arrivals newer WHERE newer.connection = arrivals.connection
                AND newer.event_at > arrivals.event_at AND newer.number < arrivals.number LIMIT 1) AS newer
        FROM arrivals WHERE number = ?1";
    db.prepare_cached(sql)?
        .query_row([number], |row| {
            Ok(OutboundRequest {
                number: row.get("number")?,
                event: row.get("event")?,
                received_at: Timestamp::from_microsecond(row.get("received_at")?).unwrap_or(Timestamp::UNIX_EPOCH),
                headers: row.get("headers")?,
                body: row.get("body")?,
                duplicate_of: row.get("duplicate_of")?,
                newer: row.get("newer")?,
            })
        })
        .optional()
}
