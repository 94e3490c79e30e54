//! What is left of requests that are too old or too many: sums of each hour. They are merged by adding up what they counted,
//! so that figures of whole hours are the same as before.

use std::collections::HashMap;
use std::time::Duration;

use jiff::Timestamp;
use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension as _, params, params_from_iter};

use super::filter::Filter;
use super::rows::{self, Names, Row};
use super::tally::Tally;
use crate::measure::Summary;

/// An hour in microseconds.
const HOUR: i64 = 3_600_000_000;
/// How long sums are kept: a year, and a month to compare with the one before.
const MAX_AGE: Duration = Duration::from_hours(24 * 400);
/// One in so many bytes that the journal may take is for sums.
const SHARE: u64 = 4;

/// What the requests of an hour are told apart by.
#[derive(PartialEq, Eq, Hash)]
struct Key {
    at: i64,
    names: [String; 5],
}

/// Replaces the requests of a condition, with one value, by sums of each hour. Returns how many there were.
pub(super) fn replace(db: &Connection, condition: &str, value: i64) -> rusqlite::Result<u64> {
    let mut sums = HashMap::<Key, (Summary, u64)>::new();
    rows::each(db, Names::ALL, &format!(" WHERE {condition}"), [value], |row, sample, is_impossible| {
        let names = [row.profile, row.connection.unwrap_or_default(), row.kind, row.method, row.template];
        let at = row.at - row.at.rem_euclid(HOUR);
        let (summary, clock_trouble) = sums.entry(Key { at, names: names.map(str::to_owned) }).or_default();
        summary.add(sample);
        *clock_trouble += u64::from(is_impossible);
    })?;
    let mut known = db.prepare_cached(
        "SELECT figures, clock_trouble FROM hour
         WHERE at = ? AND profile = ? AND connection = ? AND kind = ? AND method = ? AND template = ?",
    )?;
    let mut put = db.prepare_cached(
        "INSERT OR REPLACE INTO hour (at, profile, connection, kind, method, template, figures, clock_trouble)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    )?;
    for (Key { at, names: [profile, connection, kind, method, template] }, (mut summary, mut clock_trouble)) in sums {
        let before = known
            .query_row(params![at, profile, connection, kind, method, template], |row| {
                Ok((unpack(row, 0)?, row.get::<_, i64>(1)?.unsigned_abs()))
            })
            .optional()?;
        if let Some((more, trouble)) = before {
            summary.merge(&more);
            clock_trouble += trouble;
        }
        let trouble = i64::try_from(clock_trouble).unwrap_or(i64::MAX);
        put.execute(params![at, profile, connection, kind, method, template, summary.pack(), trouble])?;
    }
    let removed = db.execute(&format!("DELETE FROM exchange WHERE {condition}"), [value])?;
    Ok(removed as u64)
}

/// Removes the oldest sums, so that the rest takes no more than its share of what the journal may take.
pub(super) fn prune(db: &Connection, max_bytes: u64, now: Timestamp) -> rusqlite::Result<()> {
    let oldest = now.checked_sub(MAX_AGE).unwrap_or(Timestamp::MIN).as_microsecond();
    db.execute("DELETE FROM hour WHERE at < ?", [oldest])?;
    let mut sizes = db.prepare_cached(
        "SELECT at, sum(length(profile) + length(connection) + length(kind) + length(method) + length(template)
             + length(figures) + 30) FROM hour GROUP BY at ORDER BY at DESC",
    )?;
    let mut rows = sizes.query([])?;
    let mut bytes = 0_u64;
    while let Some(row) = rows.next()? {
        bytes += row.get::<_, i64>(1)?.unsigned_abs();
        if bytes > max_bytes / SHARE {
            db.execute("DELETE FROM hour WHERE at <= ?", [row.get::<_, i64>(0)?])?;
            break;
        }
    }
    Ok(())
}

/// What was read of the sums.
pub(super) struct Found {
    /// The start of the first hour.
    pub(super) first: i64,
    /// The end of the last hour.
    pub(super) end: i64,
    pub(super) clock_trouble: u64,
}

/// Reads the sums of the hours that begin in the time of a filter; nothing where it asks for what sums do not tell.
pub(super) fn read(db: &Connection, filter: &Filter, tally: &mut Tally) -> rusqlite::Result<Option<Found>> {
    if !filter.is_of_names() {
        return Ok(None);
    }
    let clause = filter.clause();
    let sql = format!(
        "SELECT at, profile, connection, kind, method, template, figures, clock_trouble FROM hour{} ORDER BY at",
        clause.sql
    );
    let mut statement = db.prepare(&sql)?;
    let mut rows = statement.query(params_from_iter(clause.values))?;
    let mut found: Option<Found> = None;
    while let Some(row) = rows.next()? {
        let at: i64 = row.get(0)?;
        let name = |column: usize| row.get_ref(column)?.as_str().map_err(rusqlite::Error::from);
        let of = Row {
            at,
            profile: name(1)?,
            connection: Some(name(2)?).filter(|id| !id.is_empty()),
            kind: name(3)?,
            method: name(4)?,
            template: name(5)?,
        };
        tally.summary(&of).merge(&unpack(row, 6)?);
        let found = found.get_or_insert(Found { first: at, end: at, clock_trouble: 0 });
        found.end = at.saturating_add(HOUR);
        found.clock_trouble += row.get::<_, i64>(7)?.unsigned_abs();
    }
    Ok(found)
}

fn unpack(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<Summary> {
    let bytes = row.get_ref(column)?.as_blob()?;
    Summary::unpack(bytes).ok_or_else(|| rusqlite::Error::InvalidColumnType(column, "figures".into(), Type::Blob))
}
