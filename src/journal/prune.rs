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
/// States of syncs take at most one part in so many of the allowed size.
const SYNC_SHARE: u64 = 8;
/// What a state of a sync takes, about.
const SYNC_BYTES: u64 = 100;

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
    prune_syncs(&tx, max_bytes)?;
    // Bodies are the first to go: the figures need none.
    while used_bytes(&tx)? > max_bytes && halve(&tx, "body")? {}
    while used_bytes(&tx)? > max_bytes {
        let rows = tx.query_row("SELECT count(*) FROM exchange", [], |row| row.get::<_, i64>(0))?.unsigned_abs();
        // At least one row, so that this comes to an end.
        let surplus = rows - (rows * LEFT / 100 * max_bytes / used_bytes(&tx)?).min(rows);
        let surplus = i64::try_from(surplus.max(1)).unwrap_or(i64::MAX);
        let gone = hours::replace(&tx, "number IN (SELECT number FROM exchange ORDER BY number LIMIT ?1)", surplus)?;
        hours::prune(&tx, max_bytes, now)?;
        removed += gone;
        // Changes of health are few, and go last.
        if gone == 0 && !halve(&tx, "health_change")? {
            break;
        }
    }
    tx.commit()?;
    Ok(removed)
}

/// Removes the older half of a table whose rows are numbered. Returns whether there were any.
fn halve(db: &Connection, table: &str) -> rusqlite::Result<bool> {
    let half = format!(
        "DELETE FROM {table} WHERE number IN \
         (SELECT number FROM {table} ORDER BY number LIMIT (SELECT count(*) / 2 + 1 FROM {table}))"
    );
    Ok(db.execute(&half, [])? > 0)
}

/// Removes the states of syncs that were seen first, so that the rest takes no more than its share of what the journal may
/// take: a monitor of thousands of connections would otherwise leave no room for requests.
fn prune_syncs(db: &Connection, max_bytes: u64) -> rusqlite::Result<()> {
    let most = max_bytes / SYNC_SHARE / SYNC_BYTES;
    let rows = db.query_row("SELECT count(*) FROM seen_sync", [], |row| row.get::<_, i64>(0))?.unsigned_abs();
    if rows <= most {
        return Ok(());
    }
    let kept = i64::try_from(most * LEFT / 100).unwrap_or(i64::MAX);
    let first = "DELETE FROM seen_sync WHERE seen_at < \
                 (SELECT seen_at FROM seen_sync ORDER BY seen_at DESC LIMIT 1 OFFSET ?1)";
    db.execute(first, [kept]).map(drop)
}

/// Returns the bytes of all pages that hold something.
pub(super) fn used_bytes(db: &Connection) -> rusqlite::Result<u64> {
    let pragma = |name: &str| db.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).map(i64::unsigned_abs);
    Ok((pragma("page_count")? - pragma("freelist_count")?) * pragma("page_size")?)
}
