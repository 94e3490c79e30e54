//! The database of an inbox as its readers see it: statements with `?1`, values by the names of their columns.
//!
//! What is read and tended is written once, in the SQL that every engine has; where they differ, the difference is a
//! method here. What is written for each delivery goes another way, in [`super::store`].

#[cfg(test)]
pub(super) mod plans;
mod prune;
mod row;
mod rows;

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, InterruptHandle, OpenFlags, params_from_iter};

use super::error::Error;
use super::place::Place;
#[cfg(feature = "postgres")]
use super::postgres::{self, Session};
use crate::glob;
use crate::sqlite::OpenError;

#[cfg(feature = "postgres")]
pub(super) use prune::Partition;
pub(super) use row::{Row, Value};
pub(super) use rows::{Columns, Kind};

/// A connection to the database of an inbox.
#[derive(Debug)]
pub(super) enum Database {
    Sqlite(Connection),
    #[cfg(feature = "postgres")]
    Postgres(Session),
}

/// Whether an inbox is opened to read or to change it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Access {
    Read,
    Change,
}

/// Ends a query that takes too long, from another thread.
pub struct Interrupt(Running);

enum Running {
    Sqlite(InterruptHandle),
    #[cfg(feature = "postgres")]
    Postgres(postgres::Interrupt),
}

impl Interrupt {
    /// Ends the query that runs, if one does; it fails then.
    pub fn interrupt(&self) {
        match &self.0 {
            Running::Sqlite(handle) => handle.interrupt(),
            #[cfg(feature = "postgres")]
            Running::Postgres(statement) => statement.interrupt(),
        }
    }
}

impl Database {
    /// Opens the database of an inbox that is there.
    pub(super) fn open(place: &Place, access: Access, patience: Duration) -> Result<Self, Error> {
        match place {
            Place::File(path) => open_file(path, access, patience),
            #[cfg(feature = "postgres")]
            Place::Server(server) => Ok(Self::Postgres(Session::open_inbox(server)?)),
        }
    }

    /// Returns whether it is a file.
    pub(super) fn is_file(&self) -> bool {
        matches!(self, Self::Sqlite(_))
    }

    /// Returns whether the events are in partitions.
    pub(super) fn is_partitioned(&self) -> bool {
        match self {
            Self::Sqlite(_) => false,
            #[cfg(feature = "postgres")]
            Self::Postgres(session) => session.format().is_partitioned(),
        }
    }

    /// Returns whether partitions that are pruned are detached, and dropped later.
    #[cfg(feature = "postgres")]
    pub(super) fn detaches(&self) -> bool {
        matches!(self, Self::Postgres(session) if session.format().detaches())
    }

    /// Calls `each` with every row of a result, until it returns false.
    pub(super) fn each(
        &self,
        sql: &str,
        values: &[Value],
        mut each: impl FnMut(Row<'_>) -> Result<bool, Error>,
    ) -> Result<(), Error> {
        match self {
            Self::Sqlite(db) => {
                #[cfg(test)]
                plans::note(sql, values);
                let mut statement = db.prepare_cached(sql)?;
                let mut rows = statement.query(params_from_iter(values))?;
                while let Some(row) = rows.next()? {
                    if !each(Row::Sqlite(row))? {
                        break;
                    }
                }
                Ok(())
            }
            #[cfg(feature = "postgres")]
            Self::Postgres(session) => {
                let values = values.iter().map(Value::bound).collect();
                session.each(sql.replace('?', "$"), values, |row| each(Row::Postgres(row)))
            }
        }
    }

    /// Returns every row of a result.
    pub(super) fn all<T>(
        &self,
        sql: &str,
        values: &[Value],
        mut read: impl FnMut(Row<'_>) -> Result<T, Error>,
    ) -> Result<Vec<T>, Error> {
        let mut found = Vec::new();
        self.each(sql, values, |row| {
            found.push(read(row)?);
            Ok(true)
        })?;
        Ok(found)
    }

    /// Returns the first row of a result, if there is one.
    pub(super) fn first<T>(
        &self,
        sql: &str,
        values: &[Value],
        mut read: impl FnMut(Row<'_>) -> Result<T, Error>,
    ) -> Result<Option<T>, Error> {
        let mut found = None;
        self.each(sql, values, |row| {
            found = Some(read(row)?);
            Ok(false)
        })?;
        Ok(found)
    }

    /// Returns the number that is the only value of a result, named `n`.
    pub(super) fn number(&self, sql: &str, values: &[Value]) -> Result<i64, Error> {
        Ok(self.first(sql, values, |row| row.number("n"))?.unwrap_or_default())
    }

    /// Changes rows. Returns how many.
    pub(super) fn execute(&self, sql: &str, values: &[Value]) -> Result<u64, Error> {
        match self {
            Self::Sqlite(db) => Ok(db.prepare_cached(sql)?.execute(params_from_iter(values))? as u64),
            #[cfg(feature = "postgres")]
            Self::Postgres(session) => {
                session.execute(sql.replace('?', "$"), values.iter().map(Value::bound).collect())
            }
        }
    }

    /// Does something in one transaction.
    pub(super) fn transaction<T>(&self, work: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
        match self {
            Self::Sqlite(db) => {
                let transaction = db.unchecked_transaction()?;
                let done = work()?;
                transaction.commit()?;
                Ok(done)
            }
            #[cfg(feature = "postgres")]
            Self::Postgres(session) => session.transaction(postgres::BEGIN, work),
        }
    }

    /// Reads several results from one state of the database.
    pub(super) fn snapshot<T>(&self, work: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
        match self {
            Self::Sqlite(db) => {
                let _snapshot = db.unchecked_transaction()?;
                work()
            }
            #[cfg(feature = "postgres")]
            Self::Postgres(session) => session.transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", work),
        }
    }

    /// Returns what ends a query from another thread.
    pub(super) fn interrupt(&self) -> Interrupt {
        Interrupt(match self {
            Self::Sqlite(db) => Running::Sqlite(db.get_interrupt_handle()),
            #[cfg(feature = "postgres")]
            Self::Postgres(session) => Running::Postgres(session.interrupt()),
        })
    }

    /// Returns whether a table is there, which older inboxes may lack.
    pub(super) fn has_table(&self, name: &str) -> Result<bool, Error> {
        let sql = match self {
            Self::Sqlite(_) => "SELECT count(*) AS n FROM sqlite_schema WHERE name = ?1",
            #[cfg(feature = "postgres")]
            Self::Postgres(_) => "SELECT count(to_regclass(?1)) AS n",
        };
        Ok(self.number(sql, &[name.into()])? > 0)
    }

    /// Returns what this is a copy of, unless it holds all of it, or is none.
    pub(super) fn unfinished_copy_of(&self) -> Result<Option<String>, Error> {
        if !self.has_table("copies")? {
            return Ok(None);
        }
        self.first("SELECT source FROM copies WHERE finished_at IS NULL", &[], |row| row.text("source"))
    }

    /// Returns the condition that a name of an event matches a pattern, up to its value, and that value.
    pub(super) fn event_matches(&self, pattern: &str) -> (&'static str, Value) {
        match self {
            Self::Sqlite(_) => ("event GLOB", glob::to_sqlite(pattern).into()),
            #[cfg(feature = "postgres")]
            Self::Postgres(_) => ("event LIKE", glob::to_like(pattern).into()),
        }
    }

    /// Returns the condition that a column contains the text in a place, upper and lower case of ASCII letters alike.
    pub(super) fn contains(&self, column: &str, place: usize) -> String {
        match self {
            Self::Sqlite(_) => format!("instr(lower({column}), ?{place}) > 0"),
            #[cfg(feature = "postgres")]
            Self::Postgres(_) => format!("strpos(lower({column}), ?{place}) > 0"),
        }
    }

    /// The same for the body.
    pub(super) fn body_contains(&self, place: usize) -> String {
        match self {
            Self::Sqlite(_) => self.contains("CAST(body AS TEXT)", place),
            // A body may be no text at all; both sides are written so that every byte is one.
            #[cfg(feature = "postgres")]
            Self::Postgres(_) => format!(
                "strpos(lower(encode(body, 'escape') COLLATE \"C\"), encode(convert_to(?{place}, 'UTF8'), 'escape')) > 0"
            ),
        }
    }

    /// Returns the condition that the ID of an event is one of those in these places.
    pub(super) fn has_id(&self, places: &str) -> String {
        if self.is_partitioned() {
            format!("number IN (SELECT number FROM event_ids WHERE event_id IN ({places}))")
        } else {
            format!("event_id IN ({places})")
        }
    }

    /// Returns the condition that an event has no ID and the digest of the first value.
    pub(super) fn has_digest(&self) -> &'static str {
        if self.is_partitioned() {
            "number IN (SELECT number FROM event_digests WHERE digest = ?1)"
        } else {
            "digest = ?1 AND event_id IS NULL"
        }
    }

    /// Returns the table of the IDs of events.
    pub(super) fn ids(&self) -> &'static str {
        if self.is_partitioned() { "event_ids" } else { "arrivals" }
    }

    /// Returns an event of the same connection that happened later and came earlier, in a query of one from `arrivals`.
    pub(super) fn newer(&self) -> Result<&'static str, Error> {
        if self.is_partitioned() {
            return Ok("inbox_newer(number, connection, event_at)");
        }
        if self.is_file() && self.has_table("overtaken")? {
            return Ok("(SELECT newer FROM overtaken WHERE overtaken.number = arrivals.number)");
        }
        Ok("(SELECT newer.number FROM arrivals newer WHERE newer.connection = arrivals.connection
            AND newer.event_at > arrivals.event_at AND newer.number < arrivals.number LIMIT 1)")
    }

    /// Returns the other bodies of an event, in a query of one from `arrivals`: a JSON array of time, count, and headers and body
    /// in hexadecimal.
    pub(super) fn others(&self) -> &'static str {
        if self.is_file() {
            return "CASE WHEN conflicts > 0 THEN (SELECT json_group_array(json_array(o.received_at, o.seen, hex(o.headers),
                hex(o.body)) ORDER BY o.id) FROM conflicts o WHERE o.arrival = arrivals.number) END";
        }
        "CASE WHEN conflicts > 0 THEN (SELECT json_agg(json_build_array(o.received_at, o.seen, encode(o.headers, 'hex'),
            encode(o.body, 'hex')) ORDER BY o.id)::text FROM conflicts o WHERE o.arrival = arrivals.number) END"
    }

    /// Returns a condition that holds for the numbers of all that is pending, to go on with after another.
    pub(super) fn pending_from(&self) -> Result<String, Error> {
        if !self.is_partitioned() {
            return Ok(String::new());
        }
        let condition = self.first("SELECT inbox_pending() AS condition", &[], |row| row.text("condition"))?;
        Ok(condition.map(|condition| format!(" AND ({condition})")).unwrap_or_default())
    }

    /// Returns how long the next try of an event has to wait yet, in microseconds. The second value of the statement is
    /// the time of this machine.
    pub(super) fn wait(&self) -> &'static str {
        match self {
            Self::Sqlite(_) => "next_try_at - ?2",
            // Several machines forward, and their clocks differ.
            #[cfg(feature = "postgres")]
            Self::Postgres(_) => "next_try_at - (extract(epoch FROM clock_timestamp()) * 1000000)::int8",
        }
    }

    /// Returns the arrival number that was given last, also when that event has been pruned; 0 if there never was one.
    pub(super) fn newest(&self) -> Result<i64, Error> {
        let sql = match self {
            Self::Sqlite(_) => "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'arrivals'), 0) AS n",
            #[cfg(feature = "postgres")]
            Self::Postgres(_) => "SELECT CASE WHEN is_called THEN last_value ELSE 0 END AS n FROM arrivals_number",
        };
        self.number(sql, &[])
    }

    /// Returns how many events were received after `number`.
    pub(super) fn arrived_after(&self, number: i64) -> Result<u64, Error> {
        match self {
            // Numbers are given without gaps and never again.
            Self::Sqlite(_) => Ok(self.newest()?.saturating_sub(number).unsigned_abs()),
            #[cfg(feature = "postgres")]
            Self::Postgres(_) => {
                let sql = "SELECT count(*) AS n FROM arrivals WHERE number > ?1";
                Ok(self.number(sql, &[number.into()])?.unsigned_abs())
            }
        }
    }

    /// Returns the bytes in use, as the size limit counts them.
    pub(super) fn used(&self) -> Result<u64, Error> {
        match self {
            Self::Sqlite(db) => {
                let number = |pragma: &str| db.query_row(pragma, [], |row| row.get::<_, u32>(0));
                let pages = number("PRAGMA page_count")?.saturating_sub(number("PRAGMA freelist_count")?);
                Ok(u64::from(pages) * u64::from(number("PRAGMA page_size")?))
            }
            #[cfg(feature = "postgres")]
            Self::Postgres(_) => Ok(u64::try_from(self.number(postgres::USED, &[])?).unwrap_or(0)),
        }
    }
}

fn open_file(path: &Path, access: Access, patience: Duration) -> Result<Database, Error> {
    let failed = |error| OpenError::sqlite(path, error);
    let flags = match access {
        Access::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
        Access::Change => OpenFlags::SQLITE_OPEN_READ_WRITE,
    };
    let db = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX).map_err(failed)?;
    db.busy_timeout(patience).map_err(failed)?;
    db.pragma_update(None, "foreign_keys", true).map_err(failed)?;
    crate::sqlite::keep_plans(&db).map_err(failed)?;
    Ok(Database::Sqlite(db))
}
