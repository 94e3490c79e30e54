//! Removes events on request; by default only those that are delivered or not forwarded.

use std::time::Duration;

use jiff::Timestamp;
use serde::Serialize;

use super::super::Error;
use super::Store;

/// How long IDs of pruned events are remembered after they came: longer than senders repeat (76 h is the longest
/// published schedule).
pub const SENDER_MEMORY: Duration = Duration::from_hours(168);

/// Rows in one transaction, so that a receiver never waits long, and no more are removed than a size asks for.
const STEP: i64 = 500;
/// The same for those before a time, on a server: there no receiver waits for rows of others.
const SERVER_STEP: i64 = 5000;

/// Which events are removed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Prune {
    /// Events received before this time.
    pub before: Option<Timestamp>,
    /// The oldest, until the inbox uses no more than this.
    pub max_bytes: Option<u64>,
    /// Also events that are pending or failed.
    pub unfinished: bool,
}

/// The result of a prune.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Pruned {
    /// Events removed.
    pub removed: u64,
    /// Events that were old enough, and stayed because they are pending or failed.
    pub kept_unfinished: u64,
    /// Bytes in use now.
    pub bytes: u64,
}

impl Store {
    /// Removes events. Their IDs are remembered for [`SENDER_MEMORY`], so a late repeat is still a duplicate.
    ///
    /// # Errors
    /// When the inbox cannot be changed. Events removed by then stay removed.
    pub fn prune(&self, what: Prune, now: Timestamp) -> Result<Pruned, Error> {
        let mut pruned = Pruned::default();
        let memory = i64::try_from(SENDER_MEMORY.as_micros()).expect("a week");
        let forgotten = now.as_microsecond() - memory;
        if let Some(before) = what.before {
            let limit = before.as_microsecond();
            let step = if self.db.is_file() { STEP } else { SERVER_STEP };
            while self.step("received_at < ?2", [step, limit], forgotten, what.unfinished, &mut pruned)? {}
            let sql = "SELECT count(*) AS n FROM arrivals WHERE received_at < ?1";
            pruned.kept_unfinished = self.db.number(sql, &[limit.into()])?.unsigned_abs();
        }
        if let Some(max) = what.max_bytes {
            while self.db.used()? > max && self.step("?2 = 0", [STEP, 0], forgotten, what.unfinished, &mut pruned)? {}
        }
        self.db.execute("DELETE FROM pruned WHERE received_at < ?1", &[forgotten.into()])?;
        pruned.bytes = self.db.used()?;
        Ok(pruned)
    }

    /// Removes some of the oldest events that fit, and remembers the IDs of those that came after `forgotten`. The values
    /// are how many, and that of the clause. Returns whether there may be more.
    fn step(
        &self,
        clause: &str,
        values: [i64; 2],
        forgotten: i64,
        unfinished: bool,
        pruned: &mut Pruned,
    ) -> Result<bool, Error> {
        let states = if unfinished { "(0, 1, 2, 3)" } else { "(0, 2)" };
        let fitting =
            format!("SELECT number FROM arrivals WHERE {clause} AND state IN {states} ORDER BY number LIMIT ?1");
        let removed = self.db.prune(&fitting, &values.map(Into::into), forgotten)?;
        pruned.removed += removed;
        Ok(removed > 0)
    }
}
