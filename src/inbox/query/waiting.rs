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

/// A connection with events that wait.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingLane {
    /// Its ID; empty for events whose bodies name none.
    pub connection: String,
    /// Events that wait.
    pub events: u64,
    /// When the oldest was received.
    pub oldest: Timestamp,
    /// How often the next one was tried.
    pub tries: u64,
    /// The number of the receiver that forwards them at the moment, of an inbox on a server.
    pub holder: Option<i64>,
}

/// Reads the connections with events that wait, the longest wait first, at most so many.
pub(super) fn lanes(db: &Database, most: u32) -> Result<Vec<WaitingLane>, Error> {
    let holder = if db.is_file() {
        "NULL"
    } else {
        "(SELECT owner FROM lanes WHERE lanes.connection = waiting.connection AND lanes.until > now())"
    };
    let sql = format!(
        "SELECT connection, events, oldest, tries, {holder} AS holder FROM (
            SELECT connection, count(*) AS events, min(received_at) AS oldest, max(tries) AS tries
            FROM arrivals WHERE state = 1{} GROUP BY connection) AS waiting
        ORDER BY oldest, connection LIMIT {most}",
        db.pending_from()?
    );
    db.all(&sql, &[], |row| {
        Ok(WaitingLane {
            connection: row.text("connection")?,
            events: row.count("events")?,
            oldest: time(row.number("oldest")?),
            tries: row.count("tries")?,
            holder: row.maybe_number("holder")?,
        })
    })
}
