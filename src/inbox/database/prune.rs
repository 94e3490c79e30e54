//! Removes arrivals with all that belongs to them.

#[cfg(feature = "postgres")]
use std::time::Duration;

use super::{Database, Value};
use crate::inbox::error::Error;
#[cfg(feature = "postgres")]
use crate::inbox::postgres::OWNER;

/// When an event was received last.
const LAST_SEEN: &str = "CASE WHEN last_duplicate_at > received_at THEN last_duplicate_at ELSE received_at END";

/// A partition of an inbox on a server, with what receivers counted when they stored.
#[cfg(feature = "postgres")]
#[derive(Clone, Debug, Default)]
pub(in crate::inbox) struct Partition {
    pub(in crate::inbox) id: i64,
    /// Its first number.
    pub(in crate::inbox) first: i64,
    /// The first number after it.
    pub(in crate::inbox) past: i64,
    /// Bytes in use, as the size limit counts them.
    pub(in crate::inbox) bytes: i64,
    /// When its oldest and its newest event was received; nothing if it has none.
    pub(in crate::inbox) received: Option<(i64, i64)>,
    /// Whether numbers of it may still be given.
    pub(in crate::inbox) open: bool,
}

impl Database {
    /// Removes the arrivals whose numbers a query finds, and remembers the IDs of those that came since then. Returns how
    /// many. Not for those in partitions, whose IDs are remembered elsewhere.
    pub(in crate::inbox) fn remove(&self, numbers: &str, values: &[Value], since: i64) -> Result<u64, Error> {
        match self {
            Self::Sqlite(_) => self.transaction(|| {
                let remember = format!(
                    "INSERT INTO pruned (event_id, proven, number, received_at)
                    SELECT event_id, proven, number, {LAST_SEEN} FROM arrivals
                    WHERE event_id IS NOT NULL AND {LAST_SEEN} >= {since} AND number IN ({numbers})
                    ON CONFLICT DO NOTHING"
                );
                self.execute(&remember, values)?;
                self.execute(&format!("DELETE FROM arrivals WHERE number IN ({numbers})"), values)
            }),
            // One statement, since a receiver may finish an event between two.
            #[cfg(feature = "postgres")]
            Self::Postgres(_) => {
                let sql = format!(
                    "WITH gone AS (DELETE FROM arrivals WHERE number IN ({numbers}) RETURNING *),
                    tried AS (DELETE FROM attempts WHERE arrival IN (SELECT number FROM gone)),
                    others AS (DELETE FROM conflicts WHERE arrival IN (SELECT number FROM gone) RETURNING {bytes} AS bytes),
                    known AS (INSERT INTO pruned (event_id, proven, number, received_at)
                        SELECT event_id, proven, number, {LAST_SEEN} FROM gone
                        WHERE event_id IS NOT NULL AND {LAST_SEEN} >= {since} ON CONFLICT DO NOTHING),
                    freed AS (UPDATE stored_bytes SET bytes = bytes
                        - (SELECT coalesce(sum({bytes} + coalesce(octet_length(canonical), 0)), 0) FROM gone)::int8
                        - (SELECT coalesce(sum(others.bytes), 0) FROM others)::int8)
                    SELECT count(*) AS n FROM gone",
                    bytes = "octet_length(headers) + octet_length(body) + 512"
                );
                Ok(self.number(&sql, values)?.unsigned_abs())
            }
        }
    }
}

/// Of an inbox with partitions. IDs stay in a table of their own, so nothing is to be remembered here.
#[cfg(feature = "postgres")]
impl Database {
    /// Returns the partitions in the order of their numbers.
    pub(in crate::inbox) fn partitions(&self) -> Result<Vec<Partition>, Error> {
        let sql = "SELECT p.id, p.first, p.past, CASE WHEN p.past > (SELECT last_value FROM arrivals_number) THEN 1 ELSE 0 END AS open,
                CAST(coalesce(sum(s.bytes), 0) AS BIGINT) AS bytes, min(s.oldest) AS oldest, max(s.newest) AS newest
            FROM partitions p LEFT JOIN partition_sums s ON s.partition = p.id GROUP BY p.id ORDER BY p.first";
        self.all(sql, &[], |row| {
            Ok(Partition {
                id: row.number("id")?,
                first: row.number("first")?,
                past: row.number("past")?,
                bytes: row.number("bytes")?,
                received: row.maybe_number("oldest")?.zip(row.maybe_number("newest")?),
                open: row.number("open")? > 0,
            })
        })
    }

    /// Makes sure that this user may take partitions out.
    pub(in crate::inbox) fn check_owner(&self) -> Result<(), Error> {
        let Self::Postgres(session) = self else { return Ok(()) };
        let found = self.first(OWNER, &[], |row| Ok((row.text("owner")?, row.text("me")?)))?;
        found.map_or(Ok(()), |(owner, user)| session.server().check_owner(owner, user))
    }

    /// Takes out neighbouring partitions whose events all came before a time, as `0005.sql` describes. Receivers wait for so
    /// long at most until nobody uses the inbox. Returns how many events are gone; nothing if they have to be removed one by
    /// one.
    pub(in crate::inbox) fn detach_partitions(
        &self,
        chosen: &[i64],
        before: i64,
        unfinished: bool,
        patience: Duration,
    ) -> Result<Option<u64>, Error> {
        let chosen = chosen.iter().map(i64::to_string).collect::<Vec<_>>().join(", ");
        let sql = if self.detaches() {
            let wait = patience.as_millis();
            format!("SELECT inbox_detach(ARRAY[{chosen}]::int8[], ?1, {unfinished}, interval '{wait} ms') AS n")
        } else {
            format!("SELECT inbox_drop(ARRAY[{chosen}]::int8[], ?1, {unfinished}) AS n")
        };
        let gone = self.first(&sql, &[before.into()], |row| row.maybe_number("n"))?.flatten();
        Ok(gone.map(i64::unsigned_abs))
    }

    /// Drops what was detached where no receiver is there that would.
    pub(in crate::inbox) fn drop_detached_unless_received(&self) -> Result<(), Error> {
        let alone = "SELECT count(*) AS n FROM receivers WHERE seen_at > now() - interval '60 s'";
        if !self.detaches() || self.number(alone, &[])? > 0 {
            return Ok(());
        }
        while self.number("SELECT inbox_drop_detached()::int AS n", &[])? > 0 {}
        Ok(())
    }

    /// Returns the last of so many numbers of a partition that are taken, from one on; nothing if there are none.
    pub(in crate::inbox) fn last_of(&self, partition: &Partition, from: i64, most: i64) -> Result<Option<i64>, Error> {
        let sql = "SELECT max(number) AS last FROM (SELECT number FROM arrivals WHERE number >= ?1 AND number < ?2
            ORDER BY number LIMIT ?3) AS few";
        let values = [from, partition.past, most].map(Value::from);
        Ok(self.first(sql, &values, |row| row.maybe_number("last"))?.flatten())
    }

    /// Returns the last number of a partition whose event came before a time; nothing if there is none.
    pub(in crate::inbox) fn last_before(&self, partition: &Partition, limit: i64) -> Result<Option<i64>, Error> {
        let sql = "SELECT max(number) AS last FROM arrivals WHERE number >= ?1 AND number < ?2 AND received_at < ?3";
        let values = [partition.first, partition.past, limit].map(Value::from);
        Ok(self.first(sql, &values, |row| row.maybe_number("last"))?.flatten())
    }

    /// Removes events of a partition with these numbers that came before a time. Returns how many.
    pub(in crate::inbox) fn remove_range(
        &self,
        partition: &Partition,
        [from, to]: [i64; 2],
        before: i64,
        unfinished: bool,
    ) -> Result<u64, Error> {
        let states = if unfinished { "(0, 1, 2, 3)" } else { "(0, 2)" };
        // One statement, since a receiver may finish an event between two.
        let sql = format!(
            "WITH gone AS (DELETE FROM arrivals
                WHERE number BETWEEN ?1 AND ?2 AND received_at < ?3 AND state IN {states}
                RETURNING number, {bytes} + coalesce(octet_length(canonical), 0) AS bytes),
            tried AS (DELETE FROM attempts t USING gone WHERE t.arrival BETWEEN ?1 AND ?2 AND t.arrival = gone.number),
            others AS (DELETE FROM conflicts c USING gone WHERE c.arrival BETWEEN ?1 AND ?2 AND c.arrival = gone.number
                RETURNING {bytes} AS bytes),
            summed AS (INSERT INTO partition_sums AS s (partition, receiver, events, bytes)
                SELECT ?4, 0, -count(*), -sum(bytes) FROM gone HAVING count(*) > 0
                ON CONFLICT (partition, receiver) DO UPDATE SET events = s.events + excluded.events,
                    bytes = s.bytes + excluded.bytes),
            freed AS (UPDATE stored_bytes SET bytes = bytes - (SELECT coalesce(sum(gone.bytes), 0) FROM gone)::int8
                - (SELECT coalesce(sum(others.bytes), 0) FROM others)::int8)
            SELECT count(*) AS n FROM gone",
            bytes = "octet_length(headers) + octet_length(body) + 512"
        );
        Ok(self.number(&sql, &[from, to, before, partition.id].map(Value::from))?.unsigned_abs())
    }
}
