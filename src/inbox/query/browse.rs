//! The queries of a live view: the events around one, their last attempts, and counts.

use std::collections::HashMap;

use jiff::Timestamp;

use super::super::Error;
use super::super::database::Interrupt;
use super::entry::{self, Attempt, Detail, Entry};
use super::{Filter, Order, Store, list};

/// Which events of a long list are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The last received.
    Newest,
    /// The first received.
    Oldest,
    /// The one with this arrival number, or what stands where it would, and its neighbours.
    Number(i64),
}

/// An event of a list, and its last attempt.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// The event.
    pub entry: Entry,
    /// The last attempt, forwarding or replay.
    pub last: Option<Attempt>,
}

/// Neighbours in a list, the newest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Window {
    /// The events.
    pub events: Vec<Listed>,
    /// Whether no newer event fits.
    pub newest: bool,
    /// Whether no older event fits.
    pub oldest: bool,
}

/// Counts for the head of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Events.
    pub events: u64,
    /// Those whose signature was found right.
    pub verified: u64,
    /// Repeats that were counted.
    pub duplicates: u64,
    /// Other bodies under an ID that is already stored.
    pub conflicts: u64,
    /// Waiting to be forwarded.
    pub pending: u64,
    /// Given up, or waiting after a failed attempt.
    pub failing: u64,
    /// Given up.
    pub failed: u64,
    /// When the newest was received.
    pub last_received_at: Option<Timestamp>,
}

impl Store {
    /// Returns at most `reach` events on either side of a place in the list of those that fit.
    ///
    /// # Errors
    /// When the inbox cannot be read.
    pub fn window(&self, filter: &Filter, anchor: Anchor, reach: u32) -> Result<Window, Error> {
        // One state of the inbox for all the questions.
        self.db.snapshot(|| self.window_now(filter, anchor, reach))
    }

    fn window_now(&self, filter: &Filter, anchor: Anchor, reach: u32) -> Result<Window, Error> {
        let some = |from, to, order| {
            // One more than is wanted shows whether there are more.
            let found =
                self.list(&Filter { from, to, order, limit: Some(reach.saturating_add(1)), ..filter.clone() })?;
            let all = found.len() <= reach as usize;
            Ok::<_, Error>((found.into_iter().take(reach as usize).collect::<Vec<_>>(), all))
        };
        let (entries, newest, oldest) = match anchor {
            Anchor::Newest => {
                let (older, all) = some(filter.from, filter.to, Order::Newest)?;
                (older, true, all)
            }
            Anchor::Oldest => {
                let (mut newer, all) = some(filter.from, filter.to, Order::Oldest)?;
                newer.reverse();
                (newer, all, true)
            }
            Anchor::Number(number) => {
                let after = number.saturating_add(1);
                let (mut entries, newest) = some(Some(after), filter.to, Order::Oldest)?;
                let (older, oldest) = some(filter.from, Some(number), Order::Newest)?;
                entries.reverse();
                entries.extend(older);
                (entries, newest, oldest)
            }
        };
        Ok(Window { events: self.with_attempts(entries)?, newest, oldest })
    }

    fn with_attempts(&self, entries: Vec<Entry>) -> Result<Vec<Listed>, Error> {
        if entries.is_empty() {
            return Ok(Vec::new());
        }
        let numbers = list(&entries.iter().map(|entry| entry.number).collect::<Vec<_>>());
        let sql = format!(
            "SELECT kind, target, started_at, ended_at, status, error, micros, arrival FROM attempts WHERE id IN
                (SELECT max(id) FROM attempts WHERE arrival IN ({numbers}) GROUP BY arrival)"
        );
        let last = self.db.all(&sql, &[], |row| Ok((row.number("arrival")?, entry::attempt(&row)?)))?;
        let mut last: HashMap<_, _> = last.into_iter().collect();
        Ok(entries.into_iter().map(|entry| Listed { last: last.remove(&entry.number), entry }).collect())
    }

    /// Returns all about the event with this arrival number.
    ///
    /// # Errors
    /// [`Error::NoEvent`] if there is none.
    pub fn detail(&self, number: i64) -> Result<Detail, Error> {
        entry::detail(&self.db, number)?.ok_or_else(|| Error::NoEvent(format!("#{number}")))
    }

    /// Returns counts. This reads the whole list, so do not call it for every event.
    ///
    /// # Errors
    /// When the inbox cannot be read.
    pub fn counts(&self) -> Result<Counts, Error> {
        let sql = "SELECT count(*) AS events, count(*) FILTER (WHERE verdict = 'verified') AS verified,
                CAST(coalesce(sum(duplicates), 0) AS BIGINT) AS duplicates,
                CAST(coalesce(sum(conflicts), 0) AS BIGINT) AS conflicts,
                count(*) FILTER (WHERE state = 1) AS pending,
                count(*) FILTER (WHERE state = 3 OR (state = 1 AND tries > 0)) AS failing,
                count(*) FILTER (WHERE state = 3) AS failed,
                (SELECT received_at FROM arrivals ORDER BY number DESC LIMIT 1) AS last_received_at FROM arrivals";
        let counts = self.db.first(sql, &[], |row| {
            let last = row.maybe_number("last_received_at")?;
            Ok(Counts {
                events: row.count("events")?,
                verified: row.count("verified")?,
                duplicates: row.count("duplicates")?,
                conflicts: row.count("conflicts")?,
                pending: row.count("pending")?,
                failing: row.count("failing")?,
                failed: row.count("failed")?,
                last_received_at: last.and_then(|micros| Timestamp::from_microsecond(micros).ok()),
            })
        })?;
        Ok(counts.unwrap_or_default())
    }

    /// Returns the arrival number that was given last, also when that event has been pruned; 0 if there never was one.
    ///
    /// # Errors
    /// When the inbox cannot be read.
    pub fn newest(&self) -> Result<i64, Error> {
        self.db.newest()
    }

    /// Returns how many events were received after an arrival number, pruned or not.
    ///
    /// # Errors
    /// When the inbox cannot be read.
    pub fn arrived_after(&self, number: i64) -> Result<u64, Error> {
        self.db.arrived_after(number)
    }

    /// Returns whether an event received after `number` waits for its first attempt.
    ///
    /// # Errors
    /// When the inbox cannot be read.
    pub fn has_untried_after(&self, number: i64) -> Result<bool, Error> {
        let sql = "SELECT number FROM arrivals WHERE state = 1 AND tries = 0 AND number > ?1 LIMIT 1";
        Ok(self.db.first(sql, &[number.into()], |row| row.number("number"))?.is_some())
    }

    /// Returns how many events after a number are to be forwarded and no handler has taken.
    pub fn count_untaken_after(&self, number: i64) -> Result<u64, Error> {
        let sql = "SELECT count(*) AS n FROM arrivals WHERE state IN (1, 3) AND number > ?1";
        Ok(self.db.number(sql, &[number.into()])?.unsigned_abs())
    }

    /// Returns what ends a question that takes too long, from another thread.
    pub fn interrupter(&self) -> Interrupt {
        self.db.interrupt()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Clock;
    use crate::inbox::store::{AttemptEnd, AttemptStart, InboxOptions, Kind, Lane, MAX_BYTES, NextState};
    use crate::inbox::{Arrival, Inbox, Verification};

    async fn inbox(folder: &std::path::Path) -> Inbox {
        let place = InboxOptions { place: folder.join("inbox.db").into(), max_bytes: MAX_BYTES };
        let inbox = Inbox::open(place, &Clock::system()).expect("a good folder");
        for number in 1..=9 {
            let body = format!(r#"{{"id":"evt_{number}","event":"a.{}","note":"Über"}}"#, number % 2);
            let at = Timestamp::UNIX_EPOCH;
            let mut arrival = Arrival::new(&http::HeaderMap::new(), body.into(), Verification::unverified(), at);
            arrival.forward = number > 7;
            inbox.store(arrival).await.expect("kept");
        }
        let at = Timestamp::UNIX_EPOCH;
        let lane = Lane { connection: String::new(), epoch: 0 };
        let started = AttemptStart {
            lane: lane.clone(),
            number: 8,
            kind: Kind::Forward,
            target: "http://127.0.0.1:1/".into(),
            at,
        };
        let attempt = inbox.start_attempts(vec![started]).await.expect("kept")[0];
        let (error, elapsed, next) = (Some("no".into()), std::time::Duration::from_millis(3), NextState::Again(at));
        let ended = AttemptEnd { lane, attempt, number: 8, at, status: Some(500), error, elapsed, next };
        inbox.end_attempts(vec![ended]).await.expect("kept");
        inbox
    }

    #[tokio::test]
    async fn a_piece_of_the_list_knows_its_ends() {
        let folder = tempfile::tempdir().expect("a folder");
        let inbox = inbox(folder.path()).await;
        let store = Store::open_read_only(inbox.place()).expect("an inbox");
        let piece = |filter: &Filter, anchor, reach| {
            let found = store.window(filter, anchor, reach).expect("read");
            let numbers: Vec<i64> = found.events.iter().map(|listed| listed.entry.number).collect();
            (numbers, found.newest, found.oldest)
        };
        let all = Filter::default();
        assert_eq!(piece(&all, Anchor::Newest, 3), (vec![9, 8, 7], true, false));
        assert_eq!(piece(&all, Anchor::Oldest, 3), (vec![3, 2, 1], false, true));
        assert_eq!(piece(&all, Anchor::Number(5), 2), (vec![7, 6, 5, 4], false, false));
        assert_eq!(piece(&all, Anchor::Number(8), 20), ((1..=9).rev().collect(), true, true));
        let odd = Filter { event: Some("a.1".into()), ..Filter::default() };
        assert_eq!(piece(&odd, Anchor::Number(4), 1), (vec![5, 3], false, false));
        let failing = Filter { failing: true, ..Filter::default() };
        assert_eq!(piece(&failing, Anchor::Newest, 9).0, [8]);
        let texts = |texts: &[&str]| Filter { texts: texts.iter().map(|&text| text.into()).collect(), ..all.clone() };
        assert_eq!(piece(&texts(&["EVT_3"]), Anchor::Newest, 9).0, [3]);
        assert_eq!(piece(&texts(&["Über", "a.0"]), Anchor::Newest, 9).0, [8, 6, 4, 2]);
        assert_eq!(piece(&texts(&["%' OR 1 --"]), Anchor::Newest, 9), (vec![], true, true));
        let last = store.window(&failing, Anchor::Newest, 1).expect("read").events.remove(0).last.expect("a try");
        assert_eq!((last.kind.as_str(), last.status, last.millis), ("forward", Some(500), Some(3.0)));
        let counts = store.counts().expect("counted");
        assert_eq!((counts.events, counts.verified, counts.pending, counts.failing, counts.failed), (9, 0, 2, 1, 0));
        assert_eq!(store.newest().expect("read"), 9);
        assert!(store.has_untried_after(8).expect("read") && !store.has_untried_after(9).expect("read"));
        assert_eq!(store.detail(8).expect("read").attempts.len(), 1);
        assert!(matches!(store.detail(99), Err(Error::NoEvent(_))));
        inbox.close().await;
    }
}
