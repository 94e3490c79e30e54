//! Batches: successful calls of a sync made at the same moment, in one row.

use rusqlite::Connection as Db;
use serde::{Deserialize, Serialize};

use crate::sandbox::error::Error;
use crate::sandbox::ids;

const PREFIX: &str = "req";

/// A successful call in a batch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "(String, u64)", into = "(String, u64)")]
pub(crate) struct BatchedCall {
    pub(crate) path: String,
    pub(crate) took_us: u64,
}

impl From<(String, u64)> for BatchedCall {
    fn from((path, took_us): (String, u64)) -> Self {
        Self { path, took_us }
    }
}

impl From<BatchedCall> for (String, u64) {
    fn from(call: BatchedCall) -> Self {
        (call.path, call.took_us)
    }
}

/// Returns the request ID of the sandbox's own call with this number. These have a sequence of their own, because
/// processes reserve request numbers in blocks.
pub(crate) fn call_id(salt: u64, number: u64) -> String {
    ids::id(PREFIX, salt ^ 1, number)
}

/// Returns the ID of a batch's row. It is increasing, unlike the IDs of requests, so that the index grows at its end.
pub(super) fn own_id(first: u64) -> String {
    format!("calls_{first:020}")
}

pub(super) fn text(calls: &[BatchedCall]) -> String {
    serde_json::to_string(calls).expect("paths and numbers are always JSON")
}

/// Parses the calls of a batch, oldest first.
pub(super) fn parse(text: &str) -> Vec<BatchedCall> {
    serde_json::from_str(text).unwrap_or_default()
}

/// Finds the batch with the call of this ID. An ID cannot be turned back into its number, so every stored number is
/// tried: some hundredths of a second for a full log, and only for such IDs.
pub(super) fn row_of(db: &Db, salt: u64, id: &str) -> Result<Option<i64>, Error> {
    let digits = id.strip_prefix(PREFIX).and_then(|rest| rest.strip_prefix('_')).and_then(|rest| rest.get(..16));
    let Some(roll) = digits.and_then(|digits| u64::from_str_radix(digits, 16).ok()) else { return Ok(None) };
    let mut found = db.prepare_cached("SELECT number, count, seq FROM requests WHERE id > ?1 AND id < ?2")?;
    let mut rows = found.query([own_id(0), own_id(u64::MAX)])?;
    while let Some(row) = rows.next()? {
        let (first, count, seq): (u64, u64, i64) = row.try_into()?;
        let is_it =
            |number: &u64| ids::roll(salt ^ 1, &[PREFIX, &number.to_string()]) == roll && call_id(salt, *number) == id;
        if (first..first + count).any(|number| is_it(&number)) {
            return Ok(Some(seq));
        }
    }
    Ok(None)
}

#[expect(clippy::cast_precision_loss, reason = "microseconds of a request are far below 2^52")]
pub(super) fn ms(us: u64) -> f64 {
    us as f64 / 1000.0
}
