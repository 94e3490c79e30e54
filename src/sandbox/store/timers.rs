//! What is due, and when.

use rusqlite::{Connection, OptionalExtension as _};

use crate::sandbox::error::Error;

/// What happens when a timer is due. The subject is the ID of what it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A running sync reaches the end of an entity.
    Sync,
    /// A scheduled sync of a connection starts.
    Schedule,
    /// A system that was unreachable is tried again.
    Probe,
    /// An alert rule is looked at.
    Alert,
    /// The schedule of a flow starts it.
    Flow,
    /// A step of a flow's execution ends.
    FlowStep,
}

impl Kind {
    const ALL: [Self; 6] = [Self::Sync, Self::Schedule, Self::Probe, Self::Alert, Self::Flow, Self::FlowStep];

    const fn name(self) -> &'static str {
        match self {
            Self::Sync => "sync",
            Self::Schedule => "schedule",
            Self::Probe => "probe",
            Self::Alert => "alert",
            Self::Flow => "flow",
            Self::FlowStep => "flow_step",
        }
    }
}

/// A timer that is due.
#[derive(Clone, Debug)]
pub(crate) struct Timer {
    pub(crate) at: i64,
    pub(crate) kind: Kind,
    pub(crate) subject: String,
}

/// Sets the timer of a subject, in place of an earlier one of that kind.
pub(crate) fn set(db: &Connection, kind: Kind, subject: &str, at: i64) -> Result<(), Error> {
    db.prepare_cached(
        "INSERT INTO timers (at, kind, subject) VALUES (?1, ?2, ?3)
         ON CONFLICT (kind, subject) DO UPDATE SET at = excluded.at",
    )?
    .execute((at, kind.name(), subject))?;
    Ok(())
}

/// Stops the timer of a subject, if it runs.
pub(crate) fn stop(db: &Connection, kind: Kind, subject: &str) -> Result<(), Error> {
    db.prepare_cached("DELETE FROM timers WHERE kind = ?1 AND subject = ?2")?.execute((kind.name(), subject))?;
    Ok(())
}

/// Returns when the timer of a subject is due.
pub(crate) fn due_at(db: &Connection, kind: Kind, subject: &str) -> Result<Option<i64>, Error> {
    Ok(db
        .prepare_cached("SELECT at FROM timers WHERE kind = ?1 AND subject = ?2")?
        .query_row((kind.name(), subject), |row| row.get(0))
        .optional()?)
}

/// Returns when the next timer of all is due.
pub(crate) fn next(db: &Connection) -> Result<Option<i64>, Error> {
    Ok(db.prepare_cached("SELECT min(at) FROM timers")?.query_row([], |row| row.get(0))?)
}

/// Takes the earliest timer that is due at `now`.
pub(crate) fn take(db: &Connection, now: i64) -> Result<Option<Timer>, Error> {
    let found: Option<(i64, i64, String, String)> = db
        .prepare_cached("SELECT id, at, kind, subject FROM timers WHERE at <= ?1 ORDER BY at, id LIMIT 1")?
        .query_row([now], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
        .optional()?;
    let Some((id, at, kind, subject)) = found else { return Ok(None) };
    db.prepare_cached("DELETE FROM timers WHERE id = ?1")?.execute([id])?;
    let kind = Kind::ALL.into_iter().find(|known| known.name() == kind).expect("only these are ever set");
    Ok(Some(Timer { at, kind, subject }))
}
