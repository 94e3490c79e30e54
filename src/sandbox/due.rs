//! Runs everything that is due, in the order of its time.
//!
//! Nothing runs between requests. Each request first runs what has become due, so the state is the same whether one
//! process stayed or ten came and went.

use rusqlite::Connection as Db;

use super::error::Error;
use super::state::App;
use super::store::timers::{self, Timer, TimerKind};
use super::store::{connections, sync};
use super::syncing::start::{Trigger, start};
use super::time::millis;
use super::{alerts, flows, syncing};
use crate::api::sync::{SyncMode, SyncState};

/// Timers run in one transaction; other processes may write between two of them.
const BATCH: usize = 500;
/// Missed scheduled syncs that are run later; earlier ones are skipped.
const MAX_CATCH_UP: i64 = 3;

/// Runs all timers that are due. Costs one read of the clock and one of an index when none is.
pub(crate) fn run_due(app: &App) -> Result<(), Error> {
    let next = app.read(|db| {
        app.refresh_clock(db)?;
        timers::next(db)
    })?;
    let now = millis(app.now());
    if next.is_none_or(|at| at > now) {
        return Ok(());
    }
    let mut more = true;
    while more {
        more = app.write(|tx| {
            for _ in 0..BATCH {
                let Some(timer) = timers::take(tx, now)? else { return Ok(false) };
                run_timer(app, tx, &timer, now)?;
            }
            Ok(true)
        })?;
    }
    Ok(())
}

/// What a timer did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TimerResult {
    /// A sync ended.
    Synced(SyncState),
    /// An unreachable system was probed.
    Probed,
    /// An intermediate step.
    Else,
}

/// Runs a timer. Scheduled syncs long before `now` are skipped, except the last ones.
pub(crate) fn run_timer(app: &App, db: &Db, timer: &Timer, now: i64) -> Result<TimerResult, Error> {
    match timer.kind {
        TimerKind::Sync => {
            let ended = syncing::run::resume(app, db, &timer.subject, timer.at)?;
            Ok(ended.map_or(TimerResult::Else, TimerResult::Synced))
        }
        TimerKind::Probe => syncing::probe::probe(app, db, &timer.subject, timer.at).map(|()| TimerResult::Probed),
        TimerKind::Alert => alerts::evaluate(db, &timer.subject, timer.at).map(|()| TimerResult::Else),
        TimerKind::Flow => flows::trigger::scheduled(db, &timer.subject, timer.at, now).map(|()| TimerResult::Else),
        TimerKind::FlowStep => flows::run::step(app, db, &timer.subject, timer.at).map(|()| TimerResult::Else),
        TimerKind::Schedule => schedule(app, db, &timer.subject, timer.at, now).map(|()| TimerResult::Else),
    }
}

fn schedule(app: &App, db: &Db, key: &str, at: i64, now: i64) -> Result<(), Error> {
    let connection = connections::find(db, key)?;
    if connection.refusal().is_some() {
        return Ok(());
    }
    let every = (connection.schedule_seconds * 1000).max(1);
    let missed = (now - at).div_euclid(every) - MAX_CATCH_UP;
    if missed > 0 {
        // The skipped ones are over; the rest run in order with other timers.
        return timers::set(db, TimerKind::Schedule, key, at + missed * every);
    }
    timers::set(db, TimerKind::Schedule, key, at + every)?;
    if sync::running(db, key)?.is_some() {
        // The running sync reads what this one would.
        return Ok(());
    }
    start(db, app.options(), &connection, SyncMode::Incremental, Trigger::Schedule, &[], at).map(drop)
}
