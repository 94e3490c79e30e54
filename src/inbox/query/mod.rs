//! Reading and changing the inbox, while a receiver runs or not.
//!
//! Readers never block a receiver. Changes (prune, retry, the record of a replay) are made in short
//! transactions, so that commits of arrivals wait for a moment at most.

mod browse;
mod entry;
mod filter;
mod gaps;
mod goal;
mod known;
mod open;
mod outcome;
mod prune;
mod receivers;
mod replay;
mod stats;
#[cfg(test)]
mod tests;
mod waiting;

use jiff::Timestamp;

use super::database::{Database, Row, Value};
use super::pauses::{self, Pause, Paused};
use super::{Error, Place};
use crate::blocking;
use crate::hex;

pub use super::database::Interrupt;
pub use browse::{Anchor, Counts, Listed, Window};
pub use entry::{Attempt, Conflict, Detail, Entry, Export, ForwardState, Rejection, header_pairs};
pub use filter::{Filter, Order};
pub use gaps::{CLOCKS_DIFFER, KnownGap};
pub use goal::Goal;
pub use outcome::Outcome;
pub use prune::{Holdings, Prune, Pruned};
pub use receivers::ActiveReceiver;
pub use replay::{Replayed, Replayer};
pub use stats::{FailingCounts, OutcomeCounts};
pub use waiting::{Waiting, WaitingLane};

/// The database of an inbox, opened to read or to change it.
#[derive(Debug)]
pub struct Store {
    db: Database,
}

/// Sizes and counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Totals {
    /// Events.
    pub events: u64,
    /// Waiting to be forwarded.
    pub pending: u64,
    /// Forwarded.
    pub delivered: u64,
    /// Given up.
    pub failed: u64,
    /// Repeats that were counted.
    pub duplicates: u64,
    /// Other bodies under an ID that is already stored.
    pub conflicts: u64,
    /// Notes of deliveries that were not accepted.
    pub rejections: u64,
    /// Bytes in use, as the size limit counts them.
    pub bytes: u64,
}

impl Store {
    /// Calls `each` with each event that fits, in order, until it returns false. Bodies are not read.
    ///
    /// # Errors
    /// When the inbox cannot be read.
    pub fn each(&self, filter: &Filter, mut each: impl FnMut(Entry) -> bool) -> Result<(), Error> {
        self.select(&format!("SELECT {} FROM arrivals", entry::columns()), filter, |row| Ok(each(entry::entry(&row)?)))
    }

    /// Returns the events that fit, without bodies.
    ///
    /// # Errors
    /// When the inbox cannot be read.
    pub fn list(&self, filter: &Filter) -> Result<Vec<Entry>, Error> {
        let mut found = Vec::new();
        self.each(filter, |entry| {
            found.push(entry);
            true
        })?;
        Ok(found)
    }

    /// Calls `each` with each event that fits, with body and headers, for export; one is in memory at a time.
    ///
    /// # Errors
    /// When the inbox cannot be read.
    pub fn export(&self, filter: &Filter, mut each: impl FnMut(Export) -> bool) -> Result<(), Error> {
        let sql = format!("SELECT {}, headers, body, {} AS others FROM arrivals", entry::columns(), self.db.others());
        self.select(&sql, filter, |row| Ok(each(Export::new(&row)?)))
    }

    /// Returns the arrival numbers of the events that fit, in order.
    ///
    /// # Errors
    /// When the inbox cannot be read.
    pub fn numbers(&self, filter: &Filter) -> Result<Vec<i64>, Error> {
        let mut found = Vec::new();
        self.select("SELECT number FROM arrivals", filter, |row| {
            found.push(row.number("number")?);
            Ok(true)
        })?;
        Ok(found)
    }

    /// Returns whether any event fits.
    ///
    /// # Errors
    /// When the inbox cannot be read.
    pub fn holds(&self, filter: &Filter) -> Result<bool, Error> {
        Ok(!self.numbers(&Filter { limit: Some(1), ..filter.clone() })?.is_empty())
    }

    /// Returns the ID of each connection that events are about.
    ///
    /// # Errors
    /// When the inbox cannot be read.
    pub fn connections(&self) -> Result<Vec<String>, Error> {
        let sql = "SELECT DISTINCT connection FROM arrivals WHERE connection <> ''";
        self.db.all(sql, &[], |row| row.text("connection"))
    }

    fn select(
        &self,
        sql: &str,
        filter: &Filter,
        each: impl FnMut(Row<'_>) -> Result<bool, Error>,
    ) -> Result<(), Error> {
        let (clause, values) = filter.sql(&self.db);
        self.db.each(&format!("{sql}{clause}"), &values, each)
    }

    /// Returns all about one event: by arrival number, ID, or the identity made of its digest.
    ///
    /// # Errors
    /// [`Error::NoEvent`] if there is none.
    pub fn show(&self, which: &str) -> Result<Detail, Error> {
        let number = self.find(which)?.ok_or_else(|| Error::NoEvent(which.to_owned()))?;
        entry::detail(&self.db, number)?.ok_or_else(|| Error::NoEvent(which.to_owned()))
    }

    /// Returns the arrival number of an event, if it is there. An ID goes before a number that is spelled the same.
    ///
    /// # Errors
    /// When the inbox cannot be read.
    pub fn find(&self, which: &str) -> Result<Option<i64>, Error> {
        let by = |sql: &str, value: Value| self.db.first(sql, &[value], |row| row.number("number"));
        let with_id = format!("SELECT number FROM arrivals WHERE {} ORDER BY proven DESC", self.db.has_id("?1"));
        if let Some(found) = by(&with_id, which.into())? {
            return Ok(Some(found));
        }
        if let Ok(number) = which.trim_start_matches('#').parse::<i64>() {
            return by("SELECT number FROM arrivals WHERE number = ?1", number.into());
        }
        match which.strip_prefix("sha256:").and_then(digest) {
            Some(digest) => {
                let sql = format!("SELECT number FROM arrivals WHERE {} ORDER BY number", self.db.has_digest());
                by(&sql, Value::Bytes(digest.to_vec()))
            }
            None => Ok(None),
        }
    }

    /// Returns the newest notes of deliveries that were not accepted.
    ///
    /// # Errors
    /// When the inbox cannot be read.
    pub fn rejections(&self, limit: u32) -> Result<Vec<Rejection>, Error> {
        let sql = "SELECT received_at, reason, bytes, digest, header_names FROM rejections ORDER BY id DESC LIMIT ?1";
        self.db.all(sql, &[i64::from(limit).into()], |row| entry::rejection(&row))
    }

    /// Returns sizes and counts.
    ///
    /// # Errors
    /// When the inbox cannot be read.
    pub fn totals(&self) -> Result<Totals, Error> {
        let sql = "SELECT count(*) AS events, count(*) FILTER (WHERE state = 1) AS pending,
                count(*) FILTER (WHERE state = 2) AS delivered, count(*) FILTER (WHERE state = 3) AS failed,
                CAST(coalesce(sum(duplicates), 0) AS BIGINT) AS duplicates,
                CAST(coalesce(sum(conflicts), 0) AS BIGINT) AS conflicts,
                (SELECT count(*) FROM rejections) AS rejections FROM arrivals";
        let bytes = self.db.used()?;
        let totals = self.db.first(sql, &[], |row| {
            Ok(Totals {
                events: row.count("events")?,
                pending: row.count("pending")?,
                delivered: row.count("delivered")?,
                failed: row.count("failed")?,
                duplicates: row.count("duplicates")?,
                conflicts: row.count("conflicts")?,
                rejections: row.count("rejections")?,
                bytes,
            })
        })?;
        Ok(totals.unwrap_or_default())
    }

    /// Returns how many connections have events that wait to be forwarded.
    ///
    /// # Errors
    /// When the inbox cannot be read.
    pub fn pending_connections(&self) -> Result<u64, Error> {
        let sql = "SELECT count(DISTINCT connection) AS n FROM arrivals WHERE state = 1";
        Ok(self.db.number(sql, &[])?.unsigned_abs())
    }

    /// Counts the events that fit by connection and handler, in the order of their names.
    ///
    /// # Errors
    /// When the inbox cannot be read.
    pub fn stats(&self, filter: &Filter) -> Result<Vec<OutcomeCounts>, Error> {
        let (clause, values) = filter.sql(&self.db);
        stats::by_connection(&self.db, &clause, &values)
    }

    /// Counts all events of an inbox, and those whose last try failed.
    ///
    /// # Errors
    /// As [`Store::open_read_only`], and when it cannot be read.
    pub async fn failing(place: &Place) -> Result<FailingCounts, Error> {
        let place = place.clone();
        blocking::run(move || stats::failing(&Self::open_read_only(&place)?.db)).await
    }

    /// Returns the receivers of an inbox on a server; none of one in a file, whose only receiver the owner file names.
    ///
    /// # Errors
    /// When the inbox cannot be read.
    pub fn receivers(&self) -> Result<Vec<ActiveReceiver>, Error> {
        if self.db.is_file() { Ok(Vec::new()) } else { receivers::read(&self.db) }
    }

    /// Returns what waits in lanes whose first event was never tried, and in those whose first event is to be tried again.
    ///
    /// # Errors
    /// When the inbox cannot be read.
    pub fn waiting(&self) -> Result<[Waiting; 2], Error> {
        waiting::read(&self.db)
    }

    /// Returns the connections with events that wait to be forwarded, the longest wait first, at most so many.
    ///
    /// # Errors
    /// When the inbox cannot be read.
    pub fn lanes(&self, most: u32) -> Result<Vec<WaitingLane>, Error> {
        waiting::lanes(&self.db, most)
    }

    /// Returns the bytes in use, as the size limit counts them.
    ///
    /// # Errors
    /// When the inbox cannot be read.
    pub fn bytes(&self) -> Result<u64, Error> {
        self.db.used()
    }

    /// Returns the number of events that wait to be forwarded, and when the oldest of them was received.
    ///
    /// # Errors
    /// When the inbox cannot be read.
    pub fn backlog(&self) -> Result<(u64, Option<Timestamp>), Error> {
        let sql = "SELECT count(*) AS events, min(received_at) AS oldest FROM arrivals WHERE state = 1";
        let found = self.db.first(sql, &[], |row| Ok((row.count("events")?, row.maybe_number("oldest")?)))?;
        let (events, oldest) = found.unwrap_or_default();
        Ok((events, oldest.and_then(|micros| Timestamp::from_microsecond(micros).ok())))
    }

    /// Returns what is paused, connections first.
    ///
    /// # Errors
    /// When the inbox cannot be read.
    pub fn pauses(&self) -> Result<Vec<Pause>, Error> {
        pauses::read(&self.db)
    }

    /// Pauses forwarding; attempts that run go on. A running receiver notices within a second. Returns whether it was not
    /// paused before.
    ///
    /// # Errors
    /// When the inbox cannot be changed, or is of a version that knows no pauses.
    pub fn pause(&self, paused: &Paused, now: Timestamp) -> Result<bool, Error> {
        pauses::add(&self.db, paused, now)
    }

    /// Ends a pause. A running receiver notices within a second. Returns whether there was one.
    ///
    /// # Errors
    /// When the inbox cannot be changed.
    pub fn resume(&self, paused: &Paused) -> Result<bool, Error> {
        pauses::remove(&self.db, paused)
    }

    /// Returns whether any event was sent to a handler.
    ///
    /// # Errors
    /// When the inbox cannot be read.
    pub fn has_sent_to(&self, handler: &str) -> Result<bool, Error> {
        let sql = "SELECT id FROM attempts WHERE target = ?1 LIMIT 1";
        Ok(self.db.first(sql, &[handler.into()], |row| row.number("id"))?.is_some())
    }

    /// Puts failed events that fit back into the queue; delivered ones only with `again`. Returns how many. A running
    /// receiver notices within a second, or within a few where more connections wait for a try than are worked on at the same time.
    ///
    /// # Errors
    /// When the inbox cannot be changed.
    pub fn retry(&self, filter: &Filter, again: bool) -> Result<u64, Error> {
        let mut changed = 0;
        let states = if again { "(0, 1, 2, 3)" } else { "(1, 3)" };
        for numbers in self.numbers(filter)?.chunks(500) {
            let numbers = list(numbers);
            let sql = format!(
                "UPDATE arrivals SET state = 1, tries = 0, next_try_at = NULL
                WHERE number IN ({numbers}) AND state IN {states}"
            );
            changed += self.db.transaction(|| self.db.execute(&sql, &[]))?;
        }
        Ok(changed)
    }
}

/// Writes whole numbers of ours into a statement: there may be more of them than one can bind.
fn list(numbers: &[i64]) -> String {
    numbers.iter().map(i64::to_string).collect::<Vec<_>>().join(", ")
}

/// Reads a SHA-256 digest in hexadecimal digits.
fn digest(text: &str) -> Option<[u8; 32]> {
    let mut digest = [0; 32];
    hex::decode_into(text.as_bytes(), &mut digest)?;
    Some(digest)
}
