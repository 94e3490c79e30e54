//! Times of a row.

use jiff::Timestamp;

use super::nested;
use super::row::Row;

const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;

/// Formats a time as the platform does: `2026-03-01T08:15:00Z`.
pub(super) fn show(seconds: i64) -> String {
    Timestamp::from_second(seconds).unwrap_or(Timestamp::UNIX_EPOCH).strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// Returns a time of the row in seconds since 1970, if it has been reached.
pub(super) fn time(row: &Row<'_>, schema: &str, name: &str) -> Option<i64> {
    let life = row.life;
    let day =
        |about: &str, from: u64, to: u64| DAY * i64::try_from(from + row.pick(about) % (to - from)).unwrap_or(DAY);
    Some(match name {
        "updatedAt" => life.updated,
        "deletedAt" | "deactivatedAt" => return life.deleted.then_some(life.updated),
        "dueAt" | "dueDate" => life.created + day("due", 7, 45),
        "deliveryAt" => life.created + day("delivery", 5, 30),
        "scheduledAt" => life.created + day("scheduled", 1, 7),
        "approvedAt" => return row.is_approved().then(|| i64::midpoint(life.created, life.settled)),
        "completedAt" | "receivedDate" | "shipmentDate" => return row.is_done().then_some(life.updated),
        "startedAt" => life.created + HOUR,
        "endedAt" | "finishedAt" if schema == "Work" && !row.is_done() => return None,
        "endedAt" | "finishedAt" => life.created + HOUR * (2 + i64::try_from(row.pick("hours") % 30).unwrap_or(0)),
        "expiresAt" if row.spec.path == "stocks" => {
            return (row.n.is_multiple_of(6)).then(|| life.settled + day("expires", 60, 400));
        }
        "expiresAt" => return None,
        "lastReadingAt" => nested::last_reading(row).life.created,
        // `createdAt`, `orderDate`, `date`, `invoiceDate`, `activatedAt`.
        _ => life.created,
    })
}
