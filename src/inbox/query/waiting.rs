//! What waits to be forwarded.

use jiff::Timestamp;

use super::super::Error;
use super::super::database::Database;
use super::entry::time;

/// Events that wait in lanes of one class.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Events.
    pub events: u64,
    /// Connections that they belong to.
    pub connections: u64,
    /// When the oldest was received.
    pub oldest: Option<Timestamp>,
}

/// Reads what waits in lanes whose first event was never tried, and in those whose first event is to be tried again.
pub(super) fn read(db: &Database) -> Result<[Waiting; 2], Error> {
    let sql = "
        WITH heads AS (SELECT connection, count(*) AS events, min(number) AS number FROM arrivals
            WHERE state = 1 GROUP BY connection)
        SELECT CASE WHEN a.tries > 0 THEN 1 ELSE 0 END AS retrying, CAST(sum(heads.events) AS BIGINT) AS events,
            count(*) AS connections, min(a.received_at) AS oldest
        FROM heads JOIN arrivals a ON a.number = heads.number GROUP BY 1";
    let mut classes = [Waiting::default(); 2];
    db.each(sql, &[], |row| {
        classes[usize::from(row.number("retrying")? > 0)] = Waiting {
            events: row.count("events")?,
            connections: row.count("connections")?,
            oldest: row.maybe_number("oldest")?.map(time),
        };
        Ok(true)
    })?;
    Ok(classes)
}
