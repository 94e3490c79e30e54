//! The history of `metrics probe`: the parts of the time of each request that was sent to measure them.

use std::time::Duration;

use jiff::Timestamp;
use rusqlite::{Connection, Row, named_params};

use super::entry::{duration, stamp};
use super::error::Error;
use super::redact;
use super::writer::Journal;
use crate::exchange::{Phases, Timing};

/// How many samples are kept of one target.
const KEPT: i64 = 5_000;

/// What was measured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProbeTarget {
    /// The profile.
    pub profile: String,
    /// Address of the server.
    pub server: String,
    /// ID of the connection whose token was sent.
    pub connection: Option<String>,
    /// Path with its query.
    pub path: String,
}

/// One measured request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProbeSample {
    /// When it was sent.
    pub at: Timestamp,
    /// The parts that were measured here.
    pub phases: Phases,
    /// The times that the server reports.
    pub timing: Timing,
}

impl Journal {
    /// Adds a sample. Of one target the newest thousands are kept.
    ///
    /// # Errors
    /// When the file cannot be opened or written.
    pub fn add_probe(&self, target: &ProbeTarget, sample: &ProbeSample) -> Result<(), Error> {
        insert(&self.open()?, target, sample).map_err(|source| self.failed(source))
    }

    /// Returns the newest samples of a target, at most `limit`, the oldest first.
    ///
    /// # Errors
    /// When the file is there and cannot be read.
    pub fn probes(&self, target: &ProbeTarget, since: Timestamp, limit: u32) -> Result<Vec<ProbeSample>, Error> {
        let Some(db) = self.reader()? else { return Ok(Vec::new()) };
        let run = || {
            let mut statement = db.prepare(
                "SELECT at, dns, connect, tls, wait, server_time, source_time, transfer, total FROM probe
                 WHERE profile = :profile AND server = :server AND path = :path AND connection IS :connection
                     AND at >= :since
                 ORDER BY number DESC LIMIT :limit",
            )?;
            let rows = statement.query_map(
                named_params! {
                    ":profile": target.profile,
                    ":server": target.server,
                    ":path": redact::path(&target.path),
                    ":connection": target.connection,
                    ":since": since.as_microsecond(),
                    ":limit": limit,
                },
                read,
            )?;
            let mut found = rows.collect::<rusqlite::Result<Vec<_>>>()?;
            found.reverse();
            Ok(found)
        };
        run().map_err(|source| self.failed(source))
    }
}

fn insert(db: &Connection, target: &ProbeTarget, sample: &ProbeSample) -> rusqlite::Result<()> {
    let micros = |time: Option<Duration>| time.map(|time| i64::try_from(time.as_micros()).unwrap_or(i64::MAX));
    let ProbeTarget { profile, server, connection, path } = target;
    let ProbeSample { at, phases, timing } = sample;
    let path = redact::path(path);
    db.execute(
        "INSERT INTO probe (at, profile, server, connection, path, dns, connect, tls, wait, server_time, source_time,
             transfer, total)
         VALUES (:at, :profile, :server, :connection, :path, :dns, :connect, :tls, :wait, :server_time, :source_time,
             :transfer, :total)",
        named_params! {
            ":at": at.as_microsecond(),
            ":profile": profile,
            ":server": server,
            ":connection": connection,
            ":path": path,
            ":dns": micros(phases.dns),
            ":connect": micros(phases.connect),
            ":tls": micros(phases.tls),
            ":wait": micros(phases.wait),
            ":server_time": micros(timing.server),
            ":source_time": micros(timing.source),
            ":transfer": micros(phases.transfer),
            ":total": micros(Some(phases.total)),
        },
    )?;
    db.execute(
        "DELETE FROM probe WHERE number IN (
             SELECT number FROM probe
             WHERE profile = ?1 AND server = ?2 AND path = ?3 AND connection IS ?4
             ORDER BY number DESC LIMIT -1 OFFSET ?5
         )",
        (profile, server, path, connection, KEPT),
    )?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<ProbeSample> {
    let time = |name: &str| row.get::<_, Option<i64>>(name).map(|time| time.map(duration));
    let total = duration(row.get("total")?);
    Ok(ProbeSample {
        at: stamp(row.get("at")?),
        phases: Phases {
            dns: time("dns")?,
            connect: time("connect")?,
            tls: time("tls")?,
            wait: time("wait")?,
            transfer: time("transfer")?,
            total,
        },
        timing: Timing { elapsed: Some(total), server: time("server_time")?, source: time("source_time")? },
    })
}
