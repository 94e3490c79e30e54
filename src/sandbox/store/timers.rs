//! Timers: what is due, and when.

use rusqlite::{Connection, OptionalExtension as _};

use crate::sandbox::error::Error;

/// What to do when a timer is due. The subject of a timer is the ID of what it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TimerKind {
    /// A running sync has read an entity.
    Sync,
    /// Start a scheduled sync of a connection.
    Schedule,
    /// Probe an unreachable system.
    Probe,
    /// Evaluate an alert rule.
    Alert,
    /// Start a scheduled flow.
    Flow,
    /// End a step of a flow's execution.
    FlowStep,
}

impl TimerKind {
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
    pub(crate) kind: TimerKind,
    pub(crate) subject: String,
}

/// Sets the timer of a subject; it replaces an earlier one of that kind.
pub(crate) fn set(db: &Connection, kind: TimerKind, subject: &str, at: i64) -> Result<(), Error> {
    db.prepare_cached(
        "INSERT INTO timers (at, kind, subject) VALUES (?1, ?2, ?3)
         ON CONFLICT (kind, subject) DO UPDATE SET at = excluded.at",
    )?
    .execute((at, kind.name(), subject))?;
    Ok(())
}

/// Stops the timer of a subject, if there is one.
pub(crate) fn stop(db: &Connection, kind: TimerKind, subject: &str) -> Result<(), Error> {
    db.prepare_cached("DELETE FROM timers WHERE kind = ?1 AND subject = ?2")?.execute((kind.name(), subject))?;
    Ok(())
}

/// Returns when the timer of a subject is due.
pub(crate) fn due_at(db: &Connection, kind: TimerKind, subject: &str) -> Result<Option<i64>, Error> {
    Ok(db
        .prepare_cached("SELECT at FROM timers WHERE kind = ?1 AND subject = ?2")?
        .query_row((kind.name(), subject), |row| row.get(0))
        .optional()?)
}

/// Returns when the next timer is due.
pub(crate) fn next(db: &Connection) -> Result<Option<i64>, Error> {
    Ok(db.prepare_cached("SELECT min(at) FROM timers")?.query_row([], |row| row.get(0))?)
}

/// Removes and returns the earliest timer that is due at `now`.
pub(crate) fn take(db: &Connection, now: i64) -> Result<Option<Timer>, Error> {
    let found: Option<(i64, i64, String, String)> = db
        .prepare_cached("SELECT id, at, kind, subject FROM timers WHERE at <= ?1 ORDER BY at, id LIMIT 1")?
        .query_row([now], |row| Ok((row.get("id")?, row.get("at")?, row.get("kind")?, row.get("subject")?)))
        .optional()?;
    let Some((id, at, kind, subject)) = found else { return Ok(None) };
    db.prepare_cached("DELETE FROM timers WHERE id = ?1")?.execute([id])?;
    let kind = TimerKind::ALL.into_iter().find(|known| known.name() == kind).expect("only these are ever set");
    Ok(Some(Timer { at, kind, subject }))
}

/// Makes later timers of a kind due at `now`: those of one subject, or all of them.
pub(crate) fn bring_forward(db: &Connection, kind: TimerKind, subject: Option<&str>, now: i64) -> Result<(), Error> {
    db.execute(
        "UPDATE timers SET at = ?3 WHERE kind = ?1 AND at > ?3 AND (?2 IS NULL OR subject = ?2)",
        (kind.name(), subject, now),
    )?;
    Ok(())
}
