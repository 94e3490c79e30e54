//! What stands in the way of a running sync: it fails, or waits and asks again.

use rusqlite::Connection as Db;

use super::fail;
use crate::api::sync::SyncState;
use crate::sandbox::calls::{self, Call};
use crate::sandbox::error::Error;
use crate::sandbox::faults::Obstacle;
use crate::sandbox::ids;
use crate::sandbox::state::App;
use crate::sandbox::store::connections::Row as Connection;
use crate::sandbox::store::salt;
use crate::sandbox::store::sync::{self, Entity, Row};
use crate::sandbox::store::timers::{self, Kind};

/// How often a system may say in a row that it is called too often.
const LIMITED: u32 = 10;
/// How often a call may break off in a row.
const BROKEN: u32 = 5;
/// The first wait after a call that broke off, in milliseconds; it doubles.
const FIRST_WAIT: f64 = 1_000.0;

/// Has a sync meet what stands in its way at the entity `current`, after it has `tries` times before. The call is
/// logged in any case. Returns how the sync ended, if it did.
pub(super) fn on(
    app: &App,
    db: &Db,
    (connection, sync): (&Connection, &Row),
    (plan, current): (&mut [Entity], usize),
    (obstacle, tries): (Obstacle, u32),
    at: i64,
) -> Result<Option<SyncState>, Error> {
    let what = plan.get(current).map_or("sync", |entity| entity.entity.as_str());
    let call = Call { what, at, error: Some(obstacle.error()) };
    let request = calls::log(app, db, connection, Some(&sync.id), call)?;
    let tries = tries + 1;
    let (failure, wait) = match obstacle {
        Obstacle::Failure(failure) => (failure, None),
        Obstacle::Limited(mut error) => {
            let seconds = error.retry_after.unwrap_or(1);
            error.message = format!("the connected system said {tries} times in a row that it is called too often");
            (error, (tries < LIMITED).then(|| i64::try_from(seconds * 1000).unwrap_or(i64::MAX)))
        }
        Obstacle::Broken(mut error) => {
            error.message = format!("{}, {tries} times in a row", error.message);
            let wait = (tries < BROKEN).then(|| backoff(db, &sync.id, tries)).transpose()?;
            (error, wait)
        }
    };
    let Some(wait) = wait else {
        fail(db, connection, sync, plan, (&failure, &request), at)?;
        return Ok(Some(SyncState::Failed));
    };
    if let Some(entity) = plan.get_mut(current) {
        entity.done = Some(entity.done_at(at));
    }
    plan[current..].iter_mut().for_each(|entity| entity.put_off(wait));
    sync::keep(db, sync.seq, plan, tries)?;
    timers::set(db, Kind::Sync, &sync.id, at + wait)?;
    Ok(None)
}

/// Returns how long to wait after so many tries: 1 s, doubling, a fifth more or less by the seed.
fn backoff(db: &Db, sync: &str, tries: u32) -> Result<i64, Error> {
    let jitter = 0.8 + 0.4 * ids::chance(salt(db)?, &["again", sync, &tries.to_string()]);
    #[expect(clippy::cast_possible_truncation, reason = "some seconds, in milliseconds")]
    let wait = (FIRST_WAIT * f64::from(1_u32 << (tries - 1).min(10)) * jitter) as i64;
    Ok(wait)
}
