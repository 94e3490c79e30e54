//! Handles a failed call of a running sync: the sync fails, or waits and retries.

use rusqlite::Connection as Db;

use super::finish::fail;
use crate::api::requests::RequestKind;
use crate::api::sync::SyncState;
use crate::sandbox::error::Error;
use crate::sandbox::faults::sync::Obstacle;
use crate::sandbox::ids;
use crate::sandbox::source_calls::{self, SourceCall};
use crate::sandbox::store::connections::ConnectionRow;
use crate::sandbox::store::salt;
use crate::sandbox::store::sync::{self, SyncEntity, SyncRow};
use crate::sandbox::store::timers::{self, TimerKind};

/// Consecutive rate limits after which a sync fails.
const LIMITED: u32 = 10;
/// Consecutive resets after which a sync fails.
const BROKEN: u32 = 5;
/// Delay after the first reset, in milliseconds; it doubles.
const FIRST_WAIT: f64 = 1_000.0;

/// Handles the failed call for the entity `current` after `tries` earlier failures, and logs it. Returns the final
/// state of the sync, if it ended.
pub(super) fn handle(
    db: &Db,
    (connection, sync): (&ConnectionRow, &SyncRow),
    (plan, current): (&mut [SyncEntity], usize),
    (obstacle, tries): (Obstacle, u32),
    at: i64,
) -> Result<Option<SyncState>, Error> {
    let what = plan.get(current).map_or("sync", |entity| entity.entity.as_str());
    let began = plan.get(current).map_or(at, |entity| entity.starts_at.min(at));
    let call = SourceCall { what, kind: RequestKind::Sync, span: (began, at), error: Some(obstacle.error()) };
    let request = source_calls::log(db, connection, Some(&sync.id), call)?;
    let tries = tries + 1;
    let (failure, wait) = match obstacle {
        Obstacle::Failure(failure) => (failure, None),
        Obstacle::Limited(mut error) => {
            let seconds = error.retry_after.unwrap_or(1);
            error.message = format!("the connected system limited the rate {tries} times in a row");
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
    plan[current..].iter_mut().for_each(|entity| entity.delay(wait));
    sync::save_plan(db, sync.seq, plan, tries)?;
    timers::set(db, TimerKind::Sync, &sync.id, at + wait)?;
    Ok(None)
}

/// Returns the delay after `tries` failures in milliseconds: 1 s, doubling, with a jitter of 20 % drawn from the salt.
fn backoff(db: &Db, sync: &str, tries: u32) -> Result<i64, Error> {
    let jitter = 0.8 + 0.4 * ids::chance(salt(db)?, &["again", sync, &tries.to_string()]);
    #[expect(clippy::cast_possible_truncation, reason = "some seconds, in milliseconds")]
    let wait = (FIRST_WAIT * f64::from(1_u32 << (tries - 1).min(10)) * jitter) as i64;
    Ok(wait)
}
