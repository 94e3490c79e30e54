//! Removes the oldest requests from the log.

use rusqlite::{Connection as Db, OptionalExtension as _};

use super::batch::{parse, text};
use crate::sandbox::error::Error;

/// Requests kept; older ones are deleted in steps.
pub(super) const MAX_REQUESTS: i64 = 200_000;

/// Requests deleted in one step.
pub(super) const PRUNE_STEP: i64 = 4_096;

/// Deletes requests that are too old. The last of `count` new requests has the sequence number `seq`.
pub(super) fn prune(db: &Db, seq: i64, count: i64) -> Result<(), Error> {
    let round = seq.div_euclid(PRUNE_STEP);
    if (seq - count).div_euclid(PRUNE_STEP) == round {
        return Ok(());
    }
    let last = round * PRUNE_STEP - MAX_REQUESTS;
    if last > 0 {
        db.prepare_cached("DELETE FROM requests WHERE seq <= ?1")?.execute([last])?;
        shorten_batch(db, last)?;
    }
    Ok(())
}

/// Removes the calls up to sequence number `last` from the one batch that extends beyond it.
fn shorten_batch(db: &Db, last: i64) -> Result<(), Error> {
    let oldest: Option<(i64, i64, Option<String>)> = db
        .prepare_cached("SELECT seq, seq - count, calls FROM requests ORDER BY seq LIMIT 1")?
        .query_row([], |row| row.try_into())
        .optional()?;
    if let Some((seq, before, Some(calls))) = oldest.filter(|(_, before, _)| *before < last) {
        let gone = last - before;
        let mut calls = parse(&calls);
        calls.drain(..usize::try_from(gone).unwrap_or_default().min(calls.len()));
        db.prepare_cached("UPDATE requests SET count = count - ?2, number = number + ?2, calls = ?3 WHERE seq = ?1")?
            .execute((seq, gone, text(&calls)))?;
    }
    Ok(())
}
