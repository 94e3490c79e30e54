//! Who receives into an inbox.

use jiff::Timestamp;
use serde::Serialize;

use super::super::Error;
use super::super::database::Database;
use super::entry::time;

/// A receiver of an inbox, as it showed itself last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ActiveReceiver {
    /// Its number among the receivers of an inbox on a server.
    pub id: Option<i64>,
    /// The machine it runs on.
    pub host: String,
    /// Its process number there.
    pub pid: u64,
    /// The address it listens on, once it does.
    pub address: Option<String>,
    /// Its version, where it shows it.
    pub version: Option<String>,
    /// When it started.
    pub started_at: Timestamp,
    /// When it was seen last, by the clock of the server.
    pub seen_at: Option<Timestamp>,
    /// Whether it was seen within the last seconds.
    pub alive: bool,
    /// Connections whose events it forwards at the moment.
    pub lanes: u64,
    /// Events it has stored, where they are counted.
    pub stored: Option<u64>,
    /// Events it stored each second, on average since it started.
    pub stored_per_second: Option<u64>,
    /// Seconds for which the oldest event of its lanes has been waiting.
    pub lag_seconds: Option<u64>,
    /// Marks that came after it had lost the lane, and changed nothing.
    pub late_marks: u64,
}

/// Several beats, so that a slow one is not taken for an end.
const SQL: &str = "
    SELECT id, host, pid, address, version, stored, refused_marks,
        (extract(epoch FROM started_at) * 1000000)::int8 AS started_at,
        (extract(epoch FROM seen_at) * 1000000)::int8 AS seen_at,
        (seen_at > now() - interval '10 s')::int AS alive,
        (SELECT count(*) FROM lanes WHERE owner = receivers.id AND until > now()) AS lanes,
        (stored / greatest(extract(epoch FROM seen_at - started_at), 1))::int8 AS rate,
        (extract(epoch FROM now()) * 1000000)::int8 - (
            SELECT min(a.received_at) FROM lanes l JOIN arrivals a ON a.connection = l.connection AND a.state = 1
            WHERE l.owner = receivers.id) AS lag
    FROM receivers ORDER BY id";

/// Reads them, in the order of their numbers.
pub(super) fn read(db: &Database) -> Result<Vec<ActiveReceiver>, Error> {
    db.all(SQL, &[], |row| {
        Ok(ActiveReceiver {
            id: Some(row.number("id")?),
            host: row.text("host")?,
            pid: row.count("pid")?,
            address: row.maybe_text("address")?,
            version: Some(row.text("version")?),
            started_at: time(row.number("started_at")?),
            seen_at: Some(time(row.number("seen_at")?)),
            alive: row.number("alive")? > 0,
            lanes: row.count("lanes")?,
            stored: Some(row.count("stored")?),
            stored_per_second: Some(row.count("rate")?),
            lag_seconds: row.maybe_number("lag")?.map(|micros| u64::try_from(micros / 1_000_000).unwrap_or(0)),
            late_marks: row.count("refused_marks")?,
        })
    })
}
