//! What came of the events, counted by connection and handler.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Serialize;

use super::super::Error;
use super::super::database::{Database, Row, Value};
use super::super::pauses::{self, Pause};
use super::entry::time;
use super::outcome::{self, Outcome};

/// Counts of the events of one connection that went to one handler. Each event is counted once, by what came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct OutcomeCounts {
    /// The connection; nothing where the bodies do not say it.
    pub connection: Option<String>,
    /// The handler of the last try; nothing for events that were never tried.
    pub handler: Option<String>,
    /// All of them.
    pub received: u64,
    /// Taken by the handler.
    pub delivered: u64,
    /// Taken by the handler, after a failure.
    pub fixed: u64,
    /// Not taken.
    pub failing: u64,
    /// Not taken, sent again after a failure.
    pub still_failing: u64,
    /// Not taken, sent again after it had been.
    pub regressed: u64,
    /// Waiting for a first try.
    pub waiting: u64,
    /// Never tried, and not to be sent.
    pub untried: u64,
    /// When the oldest was received that is still to be forwarded; nothing where none is.
    pub oldest_pending_at: Option<Timestamp>,
    /// Since when the connection or the handler is paused.
    pub paused_since: Option<Timestamp>,
}

impl OutcomeCounts {
    /// Returns how many events have a last try that failed.
    pub fn failed(&self) -> u64 {
        self.failing + self.still_failing + self.regressed
    }

    /// Adds the events of a row with the columns `outcome, events, oldest`.
    fn add(&mut self, row: &Row<'_>) -> Result<(), Error> {
        let (events, oldest) = (row.count("events")?, row.maybe_number("oldest")?.map(time));
        self.received += events;
        *match Outcome::read(row.number("outcome")?) {
            Outcome::Untried => &mut self.untried,
            Outcome::Waiting => &mut self.waiting,
            Outcome::Delivered => &mut self.delivered,
            Outcome::Fixed => &mut self.fixed,
            Outcome::Failing => &mut self.failing,
            Outcome::StillFailing => &mut self.still_failing,
            Outcome::Regressed => &mut self.regressed,
        } += events;
        self.oldest_pending_at = match (self.oldest_pending_at, oldest) {
            (Some(known), Some(oldest)) => Some(known.min(oldest)),
            (known, oldest) => known.or(oldest),
        };
        Ok(())
    }
}

/// Counts events by connection and handler, in the order of their names. The clause and its values choose the events.
pub(super) fn by_connection(db: &Database, clause: &str, values: &[Value]) -> Result<Vec<OutcomeCounts>, Error> {
    let pauses = pauses::read(db)?;
    let sql = format!(
        "SELECT connection, handler, outcome, count(*) AS events,
            min(CASE WHEN state = 1 THEN received_at END) AS oldest
        FROM (SELECT connection, state, received_at, {sql} AS outcome,
                (SELECT target FROM attempts WHERE arrival = arrivals.number
                    ORDER BY CASE kind WHEN 'forward' THEN 0 ELSE 1 END, id DESC LIMIT 1) AS handler
            FROM arrivals{clause}) AS known
        GROUP BY connection, handler, outcome",
        sql = outcome::SQL
    );
    let mut counts: BTreeMap<(String, Option<String>), OutcomeCounts> = BTreeMap::new();
    db.each(&sql, values, |row| {
        let key = (row.text("connection")?, row.maybe_text("handler")?);
        counts.entry(key).or_default().add(&row)?;
        Ok(true)
    })?;
    let named = counts.into_iter().map(|((connection, handler), counts)| {
        let connection = Some(connection).filter(|connection| !connection.is_empty());
        let is_same = |paused: &Option<String>, name: &Option<String>| paused.is_some() && paused == name;
        let is_paused = |pause: &&Pause| is_same(&pause.connection, &connection) || is_same(&pause.handler, &handler);
        let paused_since = pauses.iter().filter(is_paused).map(|pause| pause.since).min();
        OutcomeCounts { connection, handler, paused_since, ..counts }
    });
    Ok(named.collect())
}

/// Counts of all events, as far as a budget asks for them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FailingCounts {
    /// All of them.
    pub received: u64,
    /// Whose last try failed.
    pub failed: u64,
    /// Of these, those that a handler had taken before.
    pub regressed: u64,
    /// Waiting for a first try.
    pub waiting: u64,
    /// When the oldest was received that is still to be forwarded; nothing where none is.
    pub oldest_pending_at: Option<Timestamp>,
}

/// Counts all events. The outcome is found out only of those that ever failed: most have not.
pub(super) fn failing(db: &Database) -> Result<FailingCounts, Error> {
    let sql = format!(
        "SELECT outcome, count(*) AS events FROM (SELECT {} AS outcome FROM arrivals
            WHERE number IN (SELECT arrival FROM attempts WHERE error IS NOT NULL)) AS known GROUP BY outcome",
        outcome::SQL
    );
    let mut counts = FailingCounts::default();
    db.each(&sql, &[], |row| {
        let (outcome, events) = (Outcome::read(row.number("outcome")?), row.count("events")?);
        counts.failed += if outcome.is_failed() { events } else { 0 };
        counts.regressed += if outcome == Outcome::Regressed { events } else { 0 };
        Ok(true)
    })?;
    counts.received = db.number("SELECT count(*) AS n FROM arrivals", &[])?.unsigned_abs();
    let sql = format!(
        "SELECT count(*) FILTER (WHERE tries = 0) AS waiting, min(received_at) AS oldest FROM arrivals WHERE state = 1{}",
        db.pending_from()?
    );
    let pending = db.first(&sql, &[], |row| Ok((row.count("waiting")?, row.maybe_number("oldest")?)))?;
    if let Some((waiting, oldest)) = pending {
        (counts.waiting, counts.oldest_pending_at) = (waiting, oldest.map(time));
    }
    Ok(counts)
}
