//! Reading and changing the inbox, while a receiver runs or not.
//!
//! Readers never block a receiver. Changes (prune, retry, the record of a replay) are made in short
//! transactions, so that commits of arrivals wait for a moment at most.

mod browse;
mod entry;
mod filter;
mod gaps;
mod goal;
mod prune;
mod replay;

use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::Timestamp;
use rusqlite::types::ToSql;
use rusqlite::{Connection, OpenFlags, OptionalExtension as _};

use super::Error;
use super::store::inspect;
use crate::hex;
use crate::sqlite::OpenError;

pub use browse::{Anchor, Counts, Listed, Window};
pub use entry::{Attempt, Conflict, Detail, Entry, Export, ForwardState, Rejection, header_pairs};
pub use filter::{Filter, Order};
pub use gaps::{CLOCKS_DIFFER, KnownGap};
pub use goal::Goal;
pub use prune::{Prune, Pruned, SENDER_MEMORY};
pub use replay::{Replayed, Replayer};

/// The database of an inbox, opened to read or to change it.
#[derive(Debug)]
pub struct Store {
    db: Connection,
    path: PathBuf,
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
    /// Opens an inbox to read it.
    ///
    /// # Errors
    /// [`Error::Missing`] if there is none; when the file is foreign, newer or damaged.
    pub fn open_read_only(path: &Path) -> Result<Self, Error> {
        Self::open_with(path, OpenFlags::SQLITE_OPEN_READ_ONLY)
    }

    /// Opens an inbox to read it; nothing where there is none.
    ///
    /// # Errors
    /// As [`Store::open_read_only`], but for [`Error::Missing`].
    pub fn open_if_there(path: &Path) -> Result<Option<Self>, Error> {
        match Self::open_read_only(path) {
            Err(Error::Missing { .. }) => Ok(None),
            opened => opened.map(Some),
        }
    }

    /// Opens an inbox to read and to change it.
    ///
    /// # Errors
    /// As [`Store::open_read_only`].
    pub fn open(path: &Path) -> Result<Self, Error> {
        Self::open_with(path, OpenFlags::SQLITE_OPEN_READ_WRITE)
    }

    /// Looks at every page of an inbox, for a check-up. Nothing is changed.
    ///
    /// # Errors
    /// [`Error::Missing`] if there is none, [`Error::Damaged`] if it is; and as [`Store::open_read_only`].
    pub fn check(path: &Path) -> Result<(), Error> {
        if !path.is_file() {
            return Err(Error::Missing { path: path.into() });
        }
        inspect(path, super::store::Depth::Full)
    }

    fn open_with(path: &Path, access: OpenFlags) -> Result<Self, Error> {
        if !path.is_file() {
            return Err(Error::Missing { path: path.into() });
        }
        crate::sqlite::check_file(path)?;
        inspect(path, super::store::Depth::Header)?;
        let failed = |error| OpenError::sqlite(path, error);
        let db = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX).map_err(failed)?;
        db.busy_timeout(Duration::from_secs(10)).map_err(failed)?;
        db.pragma_update(None, "foreign_keys", true).map_err(failed)?;
        Ok(Self { db, path: path.into() })
    }

    /// Returns the file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Calls `each` with each event that fits, in order, until it returns false. Bodies are not read.
    ///
    /// # Errors
    /// When the inbox cannot be read.
    pub fn each(&self, filter: &Filter, mut each: impl FnMut(Entry) -> bool) -> Result<(), Error> {
        self.select(&format!("SELECT {} FROM arrivals", entry::COLUMNS), filter, |row| Ok(each(entry::entry(row)?)))
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
        let sql = format!("SELECT {}, headers, body FROM arrivals", entry::COLUMNS);
        self.select(&sql, filter, |row| Ok(each(Export::new(row)?)))
    }

    /// Returns the arrival numbers of the events that fit, in order.
    ///
    /// # Errors
    /// When the inbox cannot be read.
    pub fn numbers(&self, filter: &Filter) -> Result<Vec<i64>, Error> {
        let mut found = Vec::new();
        self.select("SELECT number FROM arrivals", filter, |row| {
            found.push(row.get(0)?);
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
        let mut statement = self.db.prepare("SELECT DISTINCT connection FROM arrivals WHERE connection <> ''")?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    fn select(
        &self,
        sql: &str,
        filter: &Filter,
        mut each: impl FnMut(&rusqlite::Row<'_>) -> rusqlite::Result<bool>,
    ) -> Result<(), Error> {
        let (clause, values) = filter.sql();
        let values: Vec<&dyn ToSql> = values.iter().map(|value| value as &dyn ToSql).collect();
        let mut statement = self.db.prepare(&format!("{sql}{clause}"))?;
        let mut rows = statement.query(values.as_slice())?;
        while let Some(row) = rows.next()? {
            if !each(row)? {
                break;
            }
        }
        Ok(())
    }

    /// Returns all about one event: by arrival number, ID, or the identity made of its digest.
    ///
    /// # Errors
    /// [`Error::NoEvent`] if there is none.
    pub fn show(&self, which: &str) -> Result<Detail, Error> {
        let number = self.find(which)?.ok_or_else(|| Error::NoEvent(which.to_owned()))?;
        Ok(entry::detail(&self.db, number)?)
    }

    /// Returns the arrival number of an event, if it is there. An ID goes before a number that is spelled the same.
    ///
    /// # Errors
    /// When the inbox cannot be read.
    pub fn find(&self, which: &str) -> Result<Option<i64>, Error> {
        let by = |sql: &str, value: &dyn ToSql| self.db.query_row(sql, [value], |row| row.get(0)).optional();
        if let Some(found) = by("SELECT number FROM arrivals WHERE event_id = ?1 ORDER BY proven DESC", &which)? {
            return Ok(Some(found));
        }
        if let Ok(number) = which.trim_start_matches('#').parse::<i64>() {
            return Ok(by("SELECT number FROM arrivals WHERE number = ?1", &number)?);
        }
        match which.strip_prefix("sha256:").and_then(digest) {
            Some(digest) => {
                Ok(by("SELECT number FROM arrivals WHERE digest = ?1 AND event_id IS NULL ORDER BY number", &digest)?)
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
        let mut statement = self.db.prepare(sql)?;
        let rows = statement.query_map([limit], entry::rejection)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns sizes and counts.
    ///
    /// # Errors
    /// When the inbox cannot be read.
    pub fn totals(&self) -> Result<Totals, Error> {
        let sql = "SELECT count(*) AS events, count(*) FILTER (WHERE state = 1) AS pending,
                count(*) FILTER (WHERE state = 2) AS delivered, count(*) FILTER (WHERE state = 3) AS failed,
                coalesce(sum(duplicates), 0) AS duplicates, coalesce(sum(conflicts), 0) AS conflicts,
                (SELECT count(*) FROM rejections) AS rejections FROM arrivals";
        let mut totals = self.db.query_row(sql, [], |row| {
            let count = |column: &str| row.get::<_, i64>(column).map(i64::unsigned_abs);
            Ok(Totals {
                events: count("events")?,
                pending: count("pending")?,
                delivered: count("delivered")?,
                failed: count("failed")?,
                duplicates: count("duplicates")?,
                conflicts: count("conflicts")?,
                rejections: count("rejections")?,
                bytes: 0,
            })
        })?;
        totals.bytes = self.used()?;
        Ok(totals)
    }

    /// Returns the number of events that wait to be forwarded, and when the oldest of them was received.
    ///
    /// # Errors
    /// When the inbox cannot be read.
    pub fn backlog(&self) -> Result<(u64, Option<Timestamp>), Error> {
        let sql = "SELECT count(*), min(received_at) FROM arrivals WHERE state = 1";
        let (events, oldest): (i64, Option<i64>) = self.db.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok((events.unsigned_abs(), oldest.and_then(|micros| Timestamp::from_microsecond(micros).ok())))
    }

    /// Returns the bytes in use, as the size limit counts them.
    fn used(&self) -> rusqlite::Result<u64> {
        let number = |pragma: &str| self.db.query_row(pragma, [], |row| row.get::<_, u32>(0));
        let pages = number("PRAGMA page_count")?.saturating_sub(number("PRAGMA freelist_count")?);
        Ok(u64::from(pages) * u64::from(number("PRAGMA page_size")?))
    }

    /// Puts failed events that fit back into the queue; delivered ones only with `again`. Returns how many. A running
    /// receiver notices within a second.
    ///
    /// # Errors
    /// When the inbox cannot be changed.
    pub fn retry(&self, filter: &Filter, again: bool) -> Result<u64, Error> {
        let mut changed = 0;
        let states = if again { "(0, 1, 2, 3)" } else { "(1, 3)" };
        let sql = format!(
            "UPDATE arrivals SET state = 1, tries = 0, next_try_at = NULL WHERE number = ?1 AND state IN {states}"
        );
        for numbers in self.numbers(filter)?.chunks(500) {
            let tx = self.db.unchecked_transaction()?;
            for number in numbers {
                changed += tx.prepare_cached(&sql)?.execute([number])? as u64;
            }
            tx.commit()?;
        }
        Ok(changed)
    }
}

/// Reads a SHA-256 digest in hexadecimal digits.
fn digest(text: &str) -> Option<[u8; 32]> {
    let mut digest = [0; 32];
    hex::decode_into(text.as_bytes(), &mut digest)?;
    Some(digest)
}
