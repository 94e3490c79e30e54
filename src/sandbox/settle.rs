//! Brings the state up to a point in time: everything that was due is done, in the order of its time.
//!
//! Nothing happens between requests. What a request finds is what would have happened had somebody watched all along,
//! so it is the same whether one process stayed or ten came and went.

use rusqlite::Connection as Db;

use super::alerts;
use super::error::Error;
use super::flows;
use super::state::{App, millis};
use super::store::connections;
use super::store::timers::{self, Kind, Timer};
use super::syncing::{self, Trigger};
use crate::api::sync::{SyncMode, SyncState};

/// Transitions in one transaction; another process may come in between.
const BATCH: usize = 500;
/// Scheduled syncs that are made up for after nobody looked for long. Those before them are left out.
const MADE_UP: i64 = 3;

/// Does everything that is due. Costs one look at the clock and one at an index when nothing is.
pub(crate) fn settle(app: &App) -> Result<(), Error> {
    let next = app.read(|db| {
        app.look_at_clock(db)?;
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
                apply(app, tx, &timer, now)?;
            }
            Ok(true)
        })?;
    }
    Ok(())
}

/// What came of a timer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Happened {
    /// A sync ended.
    Synced(SyncState),
    /// A system that was unreachable was tried again.
    Probed,
    /// Something on the way.
    Else,
}

/// Does what a timer is for. Scheduled syncs long before `now` are left out, but for the last ones.
pub(crate) fn apply(app: &App, db: &Db, timer: &Timer, now: i64) -> Result<Happened, Error> {
    match timer.kind {
        Kind::Sync => {
            let ended = syncing::carry_on(app, db, &timer.subject, timer.at)?;
            Ok(ended.map_or(Happened::Else, Happened::Synced))
        }
        Kind::Probe => syncing::probe(app, db, &timer.subject, timer.at).map(|()| Happened::Probed),
        Kind::Alert => alerts::evaluate(db, &timer.subject, timer.at).map(|()| Happened::Else),
        Kind::Flow => flows::scheduled(db, &timer.subject, timer.at, now).map(|()| Happened::Else),
        Kind::FlowStep => flows::step_on(app, db, &timer.subject, timer.at).map(|()| Happened::Else),
        Kind::Schedule => schedule(app, db, &timer.subject, timer.at, now).map(|()| Happened::Else),
    }
}

fn schedule(app: &App, db: &Db, key: &str, at: i64, now: i64) -> Result<(), Error> {
    let connection = connections::find(db, key)?;
    if connection.refusal().is_some() {
        return Ok(());
    }
    let every = (connection.schedule_seconds * 1000).max(1);
    let missed = (now - at).div_euclid(every) - MADE_UP;
    if missed > 0 {
        // Its turn comes again, among everything else that is due by then.
        return timers::set(db, Kind::Schedule, key, at + missed * every);
    }
    timers::set(db, Kind::Schedule, key, at + every)?;
    match syncing::start(db, app.options(), &connection, SyncMode::Incremental, Trigger::Schedule, &[], at) {
        // One that runs does the work of this one too.
        Err(error) if error.code == "SYNC_IN_PROGRESS" => Ok(()),
        other => other.map(drop),
    }
}
