//! Calls of a sync that are made at the same moment and go through: one row for all of them.

use rusqlite::{Connection as Db, OptionalExtension as _};
use serde::{Deserialize, Serialize};

use super::forget;
use crate::sandbox::error::Error;
use crate::sandbox::ids;
use crate::sandbox::store::alerts;

const PREFIX: &str = "req";

/// A call that goes through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "(String, u64)", into = "(String, u64)")]
pub(crate) struct Call {
    pub(crate) path: String,
    pub(crate) took_us: u64,
}

impl From<(String, u64)> for Call {
    fn from((path, took_us): (String, u64)) -> Self {
        Self { path, took_us }
    }
}

impl From<Call> for (String, u64) {
    fn from(call: Call) -> Self {
        (call.path, call.took_us)
    }
}

/// Returns the request ID of the sandbox's own call with this number: apart from the requests' own numbers, which
/// processes take in blocks.
pub(crate) fn call_id(salt: u64, number: u64) -> String {
    ids::id(PREFIX, salt ^ 1, number)
}

/// Logs calls of a sync, `first` being the number of the first.
pub(crate) fn insert_calls(
    db: &Db,
    (connection, sync): (&str, &str),
    first: u64,
    calls: &[Call],
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
    forget(db, db.last_insert_rowid(), i64::try_from(count).unwrap_or(i64::MAX))
}

/// Returns what stands in a row for its ID. In order, unlike the IDs of its requests: the index of all IDs, which the
/// row has to be in, then grows at its end and not all over.
fn own_id(first: u64) -> String {
    format!("calls_{first:020}")
}

fn text(calls: &[Call]) -> String {
    serde_json::to_string(calls).expect("paths and numbers are always JSON")
}

/// Reads the calls of a row, oldest first.
pub(super) fn read(text: &str) -> Vec<Call> {
    serde_json::from_str(text).unwrap_or_default()
}

/// Takes the calls up to the number `last` out of the one row that reaches over it.
pub(super) fn cut(db: &Db, last: i64) -> Result<(), Error> {
    let oldest: Option<(i64, i64, Option<String>)> = db
        .prepare_cached("SELECT seq, seq - count, calls FROM requests ORDER BY seq LIMIT 1")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    if let Some((seq, before, Some(calls))) = oldest.filter(|(_, before, _)| *before < last) {
        let gone = last - before;
        let mut calls = read(&calls);
        calls.drain(..usize::try_from(gone).unwrap_or_default().min(calls.len()));
        db.prepare_cached("UPDATE requests SET count = count - ?2, number = number + ?2, calls = ?3 WHERE seq = ?1")?
            .execute((seq, gone, text(&calls)))?;
    }
    Ok(())
}

/// Finds the row with the call of this ID. Nothing leads from an ID to its number, so each that is kept is tried: some
/// hundredths of a second for a full log, and only for whoever asks for one of these.
pub(super) fn holding(db: &Db, salt: u64, id: &str) -> Result<Option<i64>, Error> {
    let digits = id.strip_prefix(PREFIX).and_then(|rest| rest.strip_prefix('_')).and_then(|rest| rest.get(..16));
    let Some(roll) = digits.and_then(|digits| u64::from_str_radix(digits, 16).ok()) else { return Ok(None) };
    let mut found = db.prepare_cached("SELECT number, count, seq FROM requests WHERE id > ?1 AND id < ?2")?;
    let mut rows = found.query([own_id(0), own_id(u64::MAX)])?;
    while let Some(row) = rows.next()? {
        let (first, count): (u64, u64) = (row.get(0)?, row.get(1)?);
        let is_it =
            |number: &u64| ids::roll(salt ^ 1, &[PREFIX, &number.to_string()]) == roll && call_id(salt, *number) == id;
        if (first..first + count).any(|number| is_it(&number)) {
            return Ok(Some(row.get(2)?));
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::super::{AT_ONCE, Filter, KEPT, count, find, list};
    use super::*;
    use crate::sandbox::store::{self, take_numbers};

    const SALT: u64 = 0;

    /// Logs so many calls at once.
    fn log(db: &Db, calls: u64, at: i64) {
        let first = take_numbers(db, "source_call", calls).expect("taken") - calls + 1;
        let call = |number| Call { path: format!("/sap/{number}"), took_us: number };
        let calls: Vec<Call> = (first..).take(usize::try_from(calls).expect("few")).map(call).collect();
        insert_calls(db, ("c1", "sync_1"), first, &calls, at).expect("logged");
    }

    #[test]
    fn as_many_are_kept_as_if_each_had_a_row() {
        let mut db = store::open(None).expect("opens");
        let tx = db.transaction().expect("begins");
        let (round, mut logged) = ((KEPT / AT_ONCE + 1) * AT_ONCE, 0);
        while logged < round + 40 {
            log(&tx, 7, logged);
            logged += 7;
            let expected = if logged < round { logged } else { logged - (round - KEPT) };
            if logged % 70_000 == 0 || logged > round - 7 {
                assert_eq!(count(&tx).expect("counted"), expected.unsigned_abs(), "{logged}");
            }
        }
        let first_kept = u64::try_from(round - KEPT + 1).expect("positive");
        let id = call_id(SALT, first_kept);
        assert_eq!(find(&tx, &id).expect("kept").path, Some(format!("/sap/{first_kept}")));
        assert_eq!(find(&tx, &call_id(SALT, first_kept - 1)).expect_err("gone").code, "NOT_FOUND");
        let total = count(&tx).expect("counted");
        let (last, all) = list(&tx, &Filter::default(), total - 1, 5).expect("listed");
        assert_eq!((last.len(), all), (1, total));
        assert_eq!(last[0].id.as_deref(), Some(&*id));
    }

    #[test]
    fn an_id_that_is_none_is_not_found() {
        let db = store::open(None).expect("opens");
        log(&db, 3, 0);
        let ids =
            ["", "req_", "req_ü", "req_000000000000000g00000000", &call_id(SALT, 4), &call_id(1, 1)].map(str::to_owned);
        for id in ids {
            assert_eq!(find(&db, &id).expect_err("none").code, "NOT_FOUND", "{id}");
        }
        for number in 1..=3_u32 {
            assert_eq!(
                find(&db, &call_id(SALT, number.into())).expect("there").total_ms,
                Some(f64::from(number) / 1000.0)
            );
        }
    }
}
