//! Rate limit: calls of a connection in the current minute.

use rusqlite::Connection;

use crate::sandbox::error::Error;

const MINUTE: i64 = 60_000;

/// Counts a call. Returns the seconds to wait if it exceeds `limit`.
pub(crate) fn count_call(db: &Connection, connection: &str, now: i64, limit: u64) -> Result<Option<u64>, Error> {
    let minute = now.div_euclid(MINUTE);
    let calls: u64 = db
        .prepare_cached(
            "INSERT INTO rate_windows VALUES (?1, ?2, 1) ON CONFLICT DO UPDATE SET
             calls = CASE WHEN minute = excluded.minute THEN calls + 1 ELSE 1 END, minute = excluded.minute
             RETURNING calls",
        )?
        .query_row((connection, minute), |row| row.get(0))?;
    let rest = (minute + 1) * MINUTE - now;
    Ok((calls > limit).then(|| u64::try_from(rest).unwrap_or_default().div_ceil(1000)))
}
