//! Reads pending events from the database.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use jiff::Timestamp;

use super::super::database::{Access, Database};
use super::super::{Error, Place};
use crate::blocking;

/// How long a read waits for a database that is being written.
const PATIENCE: Duration = Duration::from_secs(5);

/// Reads pending events on a connection of its own.
pub(super) struct Queue(Mutex<Database>);

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
    pub(super) fn open(place: &Place) -> Result<Self, Error> {
        Ok(Self(Mutex::new(Database::open(place, Access::Read, PATIENCE)?)))
    }

    /// Runs a query on a thread where waiting for the disk blocks nothing else.
    pub(super) async fn ask<T: Send + 'static>(
        self: Arc<Self>,
        query: impl FnOnce(&Self) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        blocking::run(move || query(&self)).await
    }

    fn db(&self) -> std::sync::MutexGuard<'_, Database> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns how many events wait.
    pub(super) fn pending(&self) -> Result<u64, Error> {
        let sql = "SELECT count(*) AS n FROM arrivals WHERE state = 1";
        Ok(self.db().number(sql, &[])?.unsigned_abs())
    }

    /// Returns the connections that have something pending, without reading all that is pending.
    pub(super) fn connections(&self) -> Result<Vec<String>, Error> {
        let sql = "WITH RECURSIVE next (name) AS (
                SELECT min(connection) FROM arrivals WHERE state = 1
                UNION ALL
                SELECT (SELECT min(connection) FROM arrivals WHERE state = 1 AND connection > next.name)
                FROM next WHERE next.name IS NOT NULL
            ) SELECT name FROM next WHERE name IS NOT NULL";
        self.db().all(sql, &[], |row| row.text("name"))
    }

    /// Returns the first pending event of a connection.
    pub(super) fn head(&self, connection: &str) -> Result<Option<Head>, Error> {
        let sql = "SELECT number, tries, next_try_at FROM arrivals WHERE state = 1 AND connection = ?1
            ORDER BY number LIMIT 1";
        self.db().first(sql, &[connection.into()], |row| {
            Ok(Head {
                number: row.number("number")?,
                tries: u32::try_from(row.number("tries")?).unwrap_or(u32::MAX),
                due: row.maybe_number("next_try_at")?.and_then(|due| Timestamp::from_microsecond(due).ok()),
            })
        })
    }

    /// Returns an event as it is sent.
    pub(super) fn request(&self, number: i64) -> Result<Option<OutboundRequest>, Error> {
        request(&self.db(), number)
    }
}

/// Reads an event as it is sent.
pub(in crate::inbox) fn request(db: &Database, number: i64) -> Result<Option<OutboundRequest>, Error> {
    let sql = "SELECT number, event, received_at, headers, coalesce(canonical, body) AS body, duplicate_of,
            (SELECT newer.number FROM arrivals newer WHERE newer.connection = arrivals.connection
                AND newer.event_at > arrivals.event_at AND newer.number < arrivals.number LIMIT 1) AS newer
        FROM arrivals WHERE number = ?1";
    db.first(sql, &[number.into()], |row| {
        Ok(OutboundRequest {
            number: row.number("number")?,
            event: row.text("event")?,
            received_at: Timestamp::from_microsecond(row.number("received_at")?).unwrap_or(Timestamp::UNIX_EPOCH),
            headers: row.bytes("headers")?.to_vec(),
            body: row.bytes("body")?.to_vec(),
            duplicate_of: row.maybe_number("duplicate_of")?,
            newer: row.maybe_number("newer")?,
        })
    })
}
