//! Removes events on request; by default only those that are delivered or not forwarded.

#[cfg(feature = "postgres")]
mod partitions;

use jiff::Timestamp;
use serde::Serialize;

use super::super::Error;
use super::super::store::SENDER_MEMORY;
use super::Store;

/// Rows in one transaction, so that a receiver never waits long, and no more are removed than a size asks for.
const STEP: i64 = 500;

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

/// What a prune is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Holdings {
    /// Events.
    pub events: u64,
    /// Bytes in use.
    pub bytes: u64,
}

impl Store {
    /// Returns how much there is, without reading all of it where receivers counted.
    ///
    /// # Errors
    /// When the inbox cannot be read.
    pub fn holdings(&self) -> Result<Holdings, Error> {
        let events = if self.db.is_partitioned() {
            "SELECT CAST(coalesce(sum(events), 0) AS BIGINT) AS n FROM partition_sums"
        } else {
            "SELECT count(*) AS n FROM arrivals"
        };
        let count = |sql: &str| Ok::<_, Error>(self.db.number(sql, &[])?.unsigned_abs());
        Ok(Holdings { events: count(events)?, bytes: self.db.used()? })
    }

    /// Returns how many events are pending or failed. On a server that looks into every partition.
    ///
    /// # Errors
    /// When the inbox cannot be read.
    pub fn unfinished(&self) -> Result<u64, Error> {
        let sql = "SELECT (SELECT count(*) FROM arrivals WHERE state = 1) +
            (SELECT count(*) FROM arrivals WHERE state = 3) AS n";
        Ok(self.db.number(sql, &[])?.unsigned_abs())
    }

    /// Returns how many events a prune of those from before a time removes now. It counts them, in every partition of a server.
    ///
    /// # Errors
    /// When the inbox cannot be read.
    pub fn count_before(&self, time: Timestamp, unfinished: bool) -> Result<u64, Error> {
        let sql =
            format!("SELECT count(*) AS n FROM arrivals WHERE received_at < ?1 AND state IN {}", states(unfinished));
        Ok(self.db.number(&sql, &[time.as_microsecond().into()])?.unsigned_abs())
    }

    /// Removes events. Their IDs are remembered for [`SENDER_MEMORY`], so a late repeat is still a duplicate.
    ///
    /// # Errors
    /// When the inbox cannot be changed. Events removed by then stay removed.
    pub fn prune(&self, what: Prune, now: Timestamp) -> Result<Pruned, Error> {
        #[cfg(feature = "postgres")]
        if self.db.is_partitioned() {
            self.db.check_owner()?;
        }
        let mut pruned = Pruned::default();
        let memory = i64::try_from(SENDER_MEMORY.as_micros()).expect("a week");
        let forgotten = now.as_microsecond() - memory;
        if let Some(before) = what.before {
            let limit = before.as_microsecond();
            self.prune_before(limit, what.unfinished, forgotten, &mut pruned)?;
        }
        if let Some(max) = what.max_bytes {
            self.prune_to(max, what.unfinished, forgotten, &mut pruned)?;
        }
        self.db.execute("DELETE FROM pruned WHERE received_at < ?1", &[forgotten.into()])?;
        #[cfg(feature = "postgres")]
        self.db.drop_detached_unless_received()?;
        pruned.bytes = self.db.used()?;
        Ok(pruned)
    }

    fn prune_before(&self, limit: i64, unfinished: bool, forgotten: i64, pruned: &mut Pruned) -> Result<(), Error> {
        #[cfg(feature = "postgres")]
        if self.db.is_partitioned() {
            pruned.kept_unfinished = partitions::prune_before(&self.db, limit, unfinished, &mut pruned.removed)?;
            return Ok(());
        }
        while self.step("received_at < ?2", limit, forgotten, unfinished, pruned)? {}
        let sql = "SELECT count(*) AS n FROM arrivals WHERE received_at < ?1";
        pruned.kept_unfinished = self.db.number(sql, &[limit.into()])?.unsigned_abs();
        Ok(())
    }

    fn prune_to(&self, max: u64, unfinished: bool, forgotten: i64, pruned: &mut Pruned) -> Result<(), Error> {
        #[cfg(feature = "postgres")]
        if self.db.is_partitioned() {
            return partitions::prune_to(&self.db, max, unfinished, STEP, &mut pruned.removed);
        }
        while self.db.used()? > max && self.step("?2 = 0", 0, forgotten, unfinished, pruned)? {}
        Ok(())
    }

    /// Removes some of the oldest events that fit, and remembers the IDs of those that came after `forgotten`. The value is
    /// that of the clause. Returns whether there may be more.
    fn step(
        &self,
        clause: &str,
        value: i64,
        forgotten: i64,
        unfinished: bool,
        pruned: &mut Pruned,
    ) -> Result<bool, Error> {
        let fitting = format!(
            "SELECT number FROM arrivals WHERE {clause} AND state IN {} ORDER BY number LIMIT ?1",
            states(unfinished)
        );
        let removed = self.db.remove(&fitting, &[STEP, value].map(Into::into), forgotten)?;
        pruned.removed += removed;
        Ok(removed > 0)
    }
}

/// The states of events that are removed.
const fn states(unfinished: bool) -> &'static str {
    if unfinished { "(0, 1, 2, 3)" } else { "(0, 2)" }
}
