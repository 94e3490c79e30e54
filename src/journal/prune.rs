//! Keeps the journal within its bounds.

use std::time::Duration;

use jiff::Timestamp;
use rusqlite::Connection;

use super::{bodies, hours};

/// One in so many rows looks after the bounds. Numbers are shared by all processes, so that many short commands clean up
/// as often as one long one.
const EVERY: i64 = 256;
/// What is left of the allowed size after cleaning up, in percent, so that the next row does not clean up again.
const LEFT: u64 = 80;

/// Returns whether the row of this number is one that looks after the bounds.
pub(super) const fn is_due(number: i64) -> bool {
    number % EVERY == 0
}

/// Removes the requests that are older than `max_age`, and then the oldest until the file needs at most `max_bytes`. Sums of
/// each hour are left of them, as long as there is room. Returns how many requests went.
///
/// The pages they took are used again rather than given back, so the file stays at the size it once had.
pub(super) fn prune(db: &mut Connection, max_age: Duration, max_bytes: u64, now: Timestamp) -> rusqlite::Result<u64> {
    let tx = db.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let oldest = now.checked_sub(max_age).unwrap_or(Timestamp::MIN).as_microsecond();
    let mut removed = hours::replace(&tx, "at < ?1", oldest)?;
    hours::prune(&tx, max_bytes, now)?;
    bodies::prune(&tx, now)?;
    tx.execute("DELETE FROM health_change WHERE at < ?1", [oldest])?;
    tx.execute("DELETE FROM seen_sync WHERE seen_at < ?1", [oldest])?;
    // Bodies are the first to go: the figures need none.
    while used_bytes(&tx)? > max_bytes && bodies::halve(&tx)? {}
    while used_bytes(&tx)? > max_bytes {
        let rows = tx.query_row("SELECT count(*) FROM exchange", [], |row| row.get::<_, i64>(0))?.unsigned_abs();
        // At least one row, so that this comes to an end.
        let surplus = rows - (rows * LEFT / 100 * max_bytes / used_bytes(&tx)?).min(rows);
        let surplus = i64::try_from(surplus.max(1)).unwrap_or(i64::MAX);
        let gone = hours::replace(&tx, "number IN (SELECT number FROM exchange ORDER BY number LIMIT ?1)", surplus)?;
        hours::prune(&tx, max_bytes, now)?;
        removed += gone;
        // Changes of health are few, and go last.
        if gone == 0 && !halve_changes(&tx)? {
            break;
        }
    }
    tx.commit()?;
    Ok(removed)
}

/// Removes the older half of the changes of health. Returns whether there were any.
fn halve_changes(db: &Connection) -> rusqlite::Result<bool> {
    let half = "DELETE FROM health_change WHERE number IN \
                (SELECT number FROM health_change ORDER BY number LIMIT (SELECT count(*) / 2 + 1 FROM health_change))";
    Ok(db.execute(half, [])? > 0)
}

/// Returns the bytes of all pages that hold something.
pub(super) fn used_bytes(db: &Connection) -> rusqlite::Result<u64> {
    let pragma = |name: &str| db.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).map(i64::unsigned_abs);
    Ok((pragma("page_count")? - pragma("freelist_count")?) * pragma("page_size")?)
}
