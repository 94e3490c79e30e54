//! The database of an inbox as its readers see it: statements with `?1`, values by the names of their columns.
//!
//! What is read and tended is written once, in the SQL that every engine has; where they differ, the difference is a
//! method here. What is written for each delivery goes another way, in [`super::store`].

use std::path::Path;
use std::time::Duration;

use rusqlite::types::{ToSql, ToSqlOutput};
use rusqlite::{Connection, InterruptHandle, OpenFlags, params_from_iter};

use super::{Error, Place};
use crate::glob;
use crate::sqlite::OpenError;

/// A connection to the database of an inbox.
#[derive(Debug)]
pub(super) enum Database {
    Sqlite(Connection),
}

/// Whether an inbox is opened to read or to change it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Access {
    Read,
    Change,
}

/// A value for a place in a statement.
#[derive(Clone, Debug)]
pub(super) enum Value {
    Number(i64),
    MaybeNumber(Option<i64>),
    Text(String),
    MaybeText(Option<String>),
    Bytes(Vec<u8>),
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        match self {
            Self::Number(number) => number.to_sql(),
            Self::MaybeNumber(number) => number.to_sql(),
            Self::Text(text) => text.to_sql(),
            Self::MaybeText(text) => text.to_sql(),
            Self::Bytes(bytes) => bytes.to_sql(),
        }
    }
}

/// A row of a result.
pub(super) enum Row<'a> {
    Sqlite(&'a rusqlite::Row<'a>),
}

impl Row<'_> {
    pub(super) fn number(&self, column: &str) -> Result<i64, Error> {
        match self {
            Self::Sqlite(row) => Ok(row.get(column)?),
        }
    }

    pub(super) fn maybe_number(&self, column: &str) -> Result<Option<i64>, Error> {
        match self {
            Self::Sqlite(row) => Ok(row.get(column)?),
        }
    }

    /// Returns a number that is never negative.
    pub(super) fn count(&self, column: &str) -> Result<u64, Error> {
        self.number(column).map(i64::unsigned_abs)
    }

    pub(super) fn text(&self, column: &str) -> Result<String, Error> {
        match self {
            Self::Sqlite(row) => Ok(row.get(column)?),
        }
    }

    pub(super) fn maybe_text(&self, column: &str) -> Result<Option<String>, Error> {
        match self {
            Self::Sqlite(row) => Ok(row.get(column)?),
        }
    }

    pub(super) fn bytes(&self, column: &str) -> Result<&[u8], Error> {
        match self {
            Self::Sqlite(row) => Ok(row.get_ref(column)?.as_blob().map_err(rusqlite::Error::from)?),
        }
    }

    pub(super) fn maybe_bytes(&self, column: &str) -> Result<Option<Vec<u8>>, Error> {
        match self {
            Self::Sqlite(row) => Ok(row.get(column)?),
        }
    }
}

/// Ends a query that takes too long, from another thread.
pub struct Interrupt(InterruptHandle);

impl Interrupt {
    /// Ends the query that runs, if one does; it fails then.
    pub fn interrupt(&self) {
        self.0.interrupt();
    }
}

impl Database {
    /// Opens the database of an inbox that is there.
    pub(super) fn open(place: &Place, access: Access, patience: Duration) -> Result<Self, Error> {
        match place {
            Place::File(path) => open_file(path, access, patience),
        }
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
                let mut statement = db.prepare_cached(sql)?;
                let mut rows = statement.query(params_from_iter(values))?;
                while let Some(row) = rows.next()? {
                    if !each(Row::Sqlite(row))? {
                        break;
                    }
                }
                Ok(())
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
        }
    }

    /// Reads several results from one state of the database.
    pub(super) fn snapshot<T>(&self, work: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
        match self {
            Self::Sqlite(db) => {
                let _snapshot = db.unchecked_transaction()?;
                work()
            }
        }
    }

    /// Returns what ends a query from another thread.
    pub(super) fn interrupt(&self) -> Interrupt {
        match self {
            Self::Sqlite(db) => Interrupt(db.get_interrupt_handle()),
        }
    }

    /// Returns whether a table is there, which a later version adds.
    pub(super) fn has_table(&self, name: &str) -> Result<bool, Error> {
        match self {
            Self::Sqlite(_) => {
                let sql = "SELECT count(*) AS n FROM sqlite_schema WHERE name = ?1";
                Ok(self.number(sql, &[name.into()])? > 0)
            }
        }
    }

    /// Returns the condition that a name of an event matches a pattern, up to its value, and that value.
    pub(super) fn event_matches(&self, pattern: &str) -> (&'static str, Value) {
        match self {
            Self::Sqlite(_) => ("event GLOB", glob::to_sqlite(pattern).into()),
        }
    }

    /// Returns the condition that a column contains the text in a place, upper and lower case of ASCII letters alike.
    pub(super) fn contains(&self, column: &str, place: usize) -> String {
        match self {
            Self::Sqlite(_) => format!("instr(lower({column}), ?{place}) > 0"),
        }
    }

    /// The same for the body.
    pub(super) fn body_contains(&self, place: usize) -> String {
        match self {
            Self::Sqlite(_) => self.contains("CAST(body AS TEXT)", place),
        }
    }

    /// Returns the arrival number that was given last, also when that event has been pruned; 0 if there never was one.
    pub(super) fn newest(&self) -> Result<i64, Error> {
        match self {
            Self::Sqlite(_) => {
                self.number("SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'arrivals'), 0) AS n", &[])
            }
        }
    }

    /// Returns how many events were received after `number`, pruned or not.
    pub(super) fn arrived_after(&self, number: i64) -> Result<u64, Error> {
        match self {
            // Numbers are given without gaps and never again.
            Self::Sqlite(_) => Ok(self.newest()?.saturating_sub(number).unsigned_abs()),
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
    Ok(Database::Sqlite(db))
}
