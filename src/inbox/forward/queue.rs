//! Reads pending events from the database.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use tokio::time::Instant;

use super::super::database::{Access, Database};
use super::super::pauses;
use super::super::store::Lane;
use super::super::{Error, Place};
use super::lanes;
use crate::blocking;

/// How long a read waits for a database that is being written.
const PATIENCE: Duration = Duration::from_secs(5);

/// Reads pending events on a connection of its own.
pub(super) struct Queue {
    place: Place,
    receiver: i64,
    /// Nothing after an error: it is opened again.
    db: Mutex<Option<Database>>,
    /// Where to look for what is pending, and since when that is known.
    places: Mutex<Option<(String, Instant)>>,
}

/// How long that is taken for what is: what is put back into the queue is noticed then.
const PLACES_AGE: Duration = Duration::from_secs(1);

/// What is paused, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Pauses {
    pub(super) connections: HashSet<String>,
    pub(super) handlers: HashSet<String>,
}

impl Pauses {
    pub(super) fn is_empty(&self) -> bool {
        self.connections.is_empty() && self.handlers.is_empty()
    }
}

/// The first event of a connection's queue.
#[derive(Clone, Copy, Debug)]
pub(super) struct Head {
    pub(super) number: i64,
    pub(super) tries: u32,
    /// When it is due, as it is stored: the same for all events of a batch that failed.
    due: Option<i64>,
    /// How long it has to wait yet; nothing if it was never tried.
    pub(super) wait: Option<Duration>,
}

/// An event, ready to be sent.
#[derive(Clone, Debug)]
pub(in crate::inbox) struct OutboundRequest {
    pub(in crate::inbox) number: i64,
    /// Its own ID, where it has one.
    pub(in crate::inbox) id: Option<String>,
    pub(in crate::inbox) event: String,
    pub(in crate::inbox) connection: String,
    pub(in crate::inbox) received_at: Timestamp,
    pub(in crate::inbox) headers: Vec<u8>,
    /// The text that is signed: the canonical text where it differs from the received bytes.
    pub(in crate::inbox) body: Vec<u8>,
    pub(in crate::inbox) duplicate_of: Option<i64>,
    /// A later event of the same connection that arrived before this one.
    pub(in crate::inbox) newer: Option<i64>,
}

impl Queue {
    pub(super) fn open(place: &Place, receiver: i64) -> Result<Self, Error> {
        let db = Database::open(place, Access::Read, PATIENCE)?;
        Ok(Self { place: place.clone(), receiver, db: Mutex::new(Some(db)), places: Mutex::default() })
    }

    /// Runs a query on a thread where waiting for the disk blocks nothing else.
    pub(super) async fn ask<T: Send + 'static>(
        self: Arc<Self>,
        query: impl FnOnce(&Self) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        blocking::run(move || query(&self)).await
    }

    fn read<T>(&self, query: impl FnOnce(&Database) -> Result<T, Error>) -> Result<T, Error> {
        let mut open = self.db.lock().unwrap_or_else(PoisonError::into_inner);
        let db = match open.take() {
            Some(db) => db,
            None => Database::open(&self.place, Access::Read, PATIENCE)?,
        };
        let found = query(&db)?;
        *open = Some(db);
        Ok(found)
    }

    /// Returns how many events wait.
    pub(super) fn pending(&self) -> Result<u64, Error> {
        let sql = "SELECT count(*) AS n FROM arrivals WHERE state = 1";
        self.read(|db| Ok(db.number(sql, &[])?.unsigned_abs()))
    }

    /// Claims lanes of connections that have something pending, besides those that are worked on.
    pub(super) fn claim(&self, busy: &[String], most: usize) -> Result<Vec<Lane>, Error> {
        self.read(|db| lanes::claim(db, self.receiver, busy, most, &self.from(db)?))
    }

    /// Returns what is paused.
    pub(super) fn pauses(&self) -> Result<Pauses, Error> {
        let all = self.read(pauses::read)?;
        let mut paused = Pauses::default();
        for pause in all {
            paused.connections.extend(pause.connection);
            paused.handlers.extend(pause.handler);
        }
        Ok(paused)
    }

    /// Gives a lane back.
    pub(super) fn release(&self, lane: &Lane) -> Result<(), Error> {
        self.read(|db| lanes::release(db, self.receiver, lane))
    }

    /// Returns the first pending event of a connection.
    pub(super) fn head(&self, connection: &str, now: Timestamp) -> Result<Option<Head>, Error> {
        self.read(|db| {
            let sql = format!(
                "SELECT number, tries, next_try_at, {} AS wait FROM arrivals WHERE state = 1 AND connection = ?1{}
                ORDER BY number LIMIT 1",
                db.wait(),
                self.from(db)?
            );
            db.first(&sql, &[connection.into(), now.as_microsecond().into()], |row| {
                let wait = row.maybe_number("wait")?;
                Ok(Head {
                    number: row.number("number")?,
                    tries: u32::try_from(row.number("tries")?).unwrap_or(u32::MAX),
                    due: row.maybe_number("next_try_at")?,
                    wait: wait.map(|micros| Duration::from_micros(u64::try_from(micros).unwrap_or(0))),
                })
            })
        })
    }

    /// Returns the events of a connection behind the first one that go into one request with it: up to `most`, as long as they
    /// follow each other and `fits` says so. What failed together is tried again together, and with nothing else.
    pub(super) fn behind(
        &self,
        connection: &str,
        head: &Head,
        most: u32,
        mut fits: impl FnMut(&OutboundRequest) -> bool,
    ) -> Result<Vec<OutboundRequest>, Error> {
        self.read(|db| {
            let sql = format!(
                "SELECT number, tries, next_try_at FROM arrivals WHERE state = 1 AND connection = ?1 AND number > ?2{}
                ORDER BY number LIMIT ?3",
                self.from(db)?
            );
            let mut numbers = Vec::new();
            db.each(&sql, &[connection.into(), head.number.into(), i64::from(most).into()], |row| {
                let together =
                    row.number("tries")? == i64::from(head.tries) && row.maybe_number("next_try_at")? == head.due;
                if together {
                    numbers.push(row.number("number")?);
                }
                Ok(together)
            })?;
            let mut found = Vec::with_capacity(numbers.len());
            for number in numbers {
                match request(db, number)? {
                    Some(request) if fits(&request) => found.push(request),
                    _ => break,
                }
            }
            Ok(found)
        })
    }

    /// Returns the condition on the number of whatever is pending, which spares looking through every partition.
    fn from(&self, db: &Database) -> Result<String, Error> {
        let mut places = self.places.lock().unwrap_or_else(PoisonError::into_inner);
        match &*places {
            Some((from, at)) if at.elapsed() < PLACES_AGE => Ok(from.clone()),
            _ => {
                let from = db.pending_from()?;
                *places = Some((from.clone(), Instant::now()));
                Ok(from)
            }
        }
    }

    /// Returns an event as it is sent.
    pub(super) fn request(&self, number: i64) -> Result<Option<OutboundRequest>, Error> {
        self.read(|db| request(db, number))
    }
}

/// Reads an event as it is sent.
pub(in crate::inbox) fn request(db: &Database, number: i64) -> Result<Option<OutboundRequest>, Error> {
    let sql = format!(
        "SELECT number, event_id, event, connection, received_at, headers, coalesce(canonical, body) AS body, duplicate_of, {} AS newer
        FROM arrivals WHERE number = ?1",
        db.newer()?
    );
    db.first(&sql, &[number.into()], |row| {
        Ok(OutboundRequest {
            number: row.number("number")?,
            id: row.maybe_text("event_id")?,
            event: row.text("event")?,
            connection: row.text("connection")?,
            received_at: Timestamp::from_microsecond(row.number("received_at")?).unwrap_or(Timestamp::UNIX_EPOCH),
            headers: row.bytes("headers")?.to_vec(),
            body: row.bytes("body")?.to_vec(),
            duplicate_of: row.maybe_number("duplicate_of")?,
            newer: row.maybe_number("newer")?,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::database::plans;
    use super::super::super::store::STEPS;
    use super::*;

    #[test]
    fn what_is_pending_is_found_without_reading_the_rest() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("inbox.db");
        let db = crate::sqlite::open(&path, STEPS).expect("made");
        for events in [0, 5000] {
            let sql = "WITH RECURSIVE n (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM n WHERE n < ?1)
                INSERT INTO arrivals (event_id, proven, digest, event, connection, event_at, received_at, headers, body,
                    verdict, state)
                SELECT n, 1, x'00', 'x', n % 50, n, n, x'', x'', 'verified', n % 3 FROM n WHERE ?1 > 0";
            db.execute(sql, [events]).expect("filled");
            let plans = plans::of(&path, || {
                let queue = Queue::open(&path.clone().into(), 0).expect("opened");
                queue.pending().expect("counted");
                queue.claim(&[], 5).expect("claimed");
                let head = queue.head("7", Timestamp::UNIX_EPOCH).expect("read");
                assert_eq!(head.is_some(), events > 0);
                let head = head.unwrap_or(Head { number: 1, tries: 0, due: None, wait: None });
                queue.behind("7", &head, 3, |_| true).expect("read");
                queue.request(head.number).expect("read");
            });
            assert!(plans.len() >= 5, "{plans:?}");
            for (sql, plan) in plans.iter().filter(|(sql, _)| sql.contains("arrivals")) {
                assert!(!plan.split("; ").any(|step| step == "SCAN arrivals"), "{sql}: {plan}");
            }
        }
    }
}
