//! What one command does to the tables, inside the writer's transaction.

use jiff::Timestamp;
use rusqlite::{CachedStatement, Connection, OptionalExtension as _, params};

use super::super::event::ReceiverEvent;
use super::super::gap::Gap;
use super::super::verify::Verdict;
use super::arrival::{Arrival, RejectedDelivery};
use super::command::{AttemptEnd, AttemptStart, NextState};
use super::newest::Newest;
use super::outcome::Stored;
use crate::webhooks::canonical;

/// Stores the arrivals of one batch. What is the same for all of them is done once.
pub(super) struct Arrivals<'db> {
    db: &'db Connection,
    insert: CachedStatement<'db>,
    newest: &'db mut Newest,
    /// Whether the IDs of pruned events are remembered. Nobody else writes during the transaction.
    has_pruned: bool,
}

impl<'db> Arrivals<'db> {
    /// Prepares a batch, whose transaction has begun.
    pub(super) fn new(db: &'db Connection, newest: &'db mut Newest) -> rusqlite::Result<Self> {
        let insert = db.prepare_cached(
            "INSERT INTO arrivals (event_id, proven, digest, event, connection, event_time, event_at, received_at,
                headers, body, canonical, verdict, mode, duplicate_of, state)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15) ON CONFLICT DO NOTHING",
        )?;
        let has_pruned = db.prepare_cached("SELECT EXISTS (SELECT 1 FROM pruned)")?.query_row([], |row| row.get(0))?;
        Ok(Self { db, insert, newest, has_pruned })
    }

    /// Stores an arrival; nothing if it is new and there is no `room` for it.
    pub(super) fn store(&mut self, arrival: &Arrival, room: bool) -> rusqlite::Result<Option<Stored>> {
        let proven = arrival.verdict == Verdict::Verified;
        let Some(id) = arrival.envelope.id.as_deref() else {
            return self.store_without_id(arrival, proven, room);
        };
        // Nearly all are new. The index that finds out is the one that the new row goes into.
        if room
            && !self.has_pruned
            && let Some(number) = self.insert(arrival, proven, None)?
        {
            return Ok(Some(Stored::New { number, duplicate_of: None }));
        }
        if let Some(known) = find(self.db, arrival, id, proven)? {
            return store_again(self.db, arrival, &known, room);
        }
        let gone: Option<i64> = self
            .db
            .prepare_cached("SELECT number FROM pruned WHERE event_id = ?1 AND proven = ?2")?
            .query_row(params![id, proven], |row| row.get(0))
            .optional()?;
        if let Some(number) = gone {
            return Ok(Some(Stored::Duplicate { number, count: 1 }));
        }
        if !room {
            return Ok(None);
        }
        let number = self.insert(arrival, proven, None)?;
        Ok(number.map(|number| Stored::New { number, duplicate_of: None }))
    }

    fn store_without_id(&mut self, arrival: &Arrival, proven: bool, room: bool) -> rusqlite::Result<Option<Stored>> {
        if !room {
            return Ok(None);
        }
        let duplicate_of: Option<i64> = self
            .db
            .prepare_cached("SELECT min(number) FROM arrivals WHERE digest = ?1 AND event_id IS NULL AND proven >= ?2")?
            .query_row(params![arrival.digest, proven], |row| row.get(0))?;
        let number = self.insert(arrival, proven, duplicate_of)?;
        Ok(number.map(|number| Stored::New { number, duplicate_of }))
    }

    /// Stores an arrival that is new. Returns its number, nothing if it is not new.
    fn insert(&mut self, arrival: &Arrival, proven: bool, duplicate_of: Option<i64>) -> rusqlite::Result<Option<i64>> {
        let event_at = arrival.envelope.happened_at().map(Timestamp::as_microsecond);
        let added = self.insert.execute(params![
            arrival.envelope.id,
            proven,
            arrival.digest,
            arrival.envelope.event,
            arrival.envelope.connection,
            arrival.envelope.timestamp,
            event_at,
            arrival.received_at.as_microsecond(),
            arrival.headers,
            &arrival.body[..],
            arrival.canonical,
            arrival.verdict.as_str(),
            arrival.mode,
            duplicate_of,
            i64::from(arrival.forward),
        ])?;
        if added > 0 {
            let number = self.db.last_insert_rowid();
            if let Some(event_at) = event_at {
                self.newest.note(self.db, number, &arrival.envelope.connection, event_at)?;
            }
            return Ok(Some(number));
        }
        // The number that was taken for it is given to the next one: there are no gaps.
        self.db.prepare_cached("UPDATE sqlite_sequence SET seq = seq - 1 WHERE name = 'arrivals'")?.execute([])?;
        Ok(None)
    }
}

/// Returns the event that is stored under an ID.
fn find(db: &Connection, arrival: &Arrival, id: &str, proven: bool) -> rusqlite::Result<Option<Existing>> {
    db.prepare_cached("SELECT number, digest, body, duplicates FROM arrivals WHERE event_id = ?1 AND proven = ?2")?
        .query_row(params![id, proven], |row| {
            let same = row.get_ref(1)?.as_blob()? == arrival.digest;
            Ok(Existing {
                number: row.get(0)?,
                same: same || is_same_value(row.get_ref(2)?.as_blob()?, &arrival.body),
                duplicates: row.get(3)?,
            })
        })
        .optional()
}

/// The first event under an ID that came again.
struct Existing {
    number: i64,
    same: bool,
    duplicates: i64,
}

/// A duplicate is counted, another body is stored as a conflict.
fn store_again(db: &Connection, arrival: &Arrival, known: &Existing, room: bool) -> rusqlite::Result<Option<Stored>> {
    let number = known.number;
    let now = arrival.received_at.as_microsecond();
    if known.same {
        db.prepare_cached("UPDATE arrivals SET duplicates = ?2, last_duplicate_at = ?3 WHERE number = ?1")?
            .execute(params![number, known.duplicates + 1, now])?;
        return Ok(Some(Stored::Duplicate { number, count: known.duplicates + 1 }));
    }
    if !room {
        return Ok(None);
    }
    let seen: i64 = db
        .prepare_cached(
            "INSERT INTO conflicts (arrival, digest, received_at, headers, body) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (arrival, digest) DO UPDATE SET seen = seen + 1 RETURNING seen",
        )?
        .query_row(params![number, arrival.digest, now, arrival.headers, &arrival.body[..]], |row| row.get(0))?;
    let conflicts = db
        .prepare_cached("UPDATE arrivals SET conflicts = conflicts + ?2 WHERE number = ?1 RETURNING conflicts")?
        .query_row(params![number, i64::from(seen == 1)], |row| row.get(0))?;
    Ok(Some(Stored::Conflict { number, conflicts }))
}

/// Returns whether two bodies are the same JSON value: a sender that escapes otherwise on a retry is no conflict.
pub(super) fn is_same_value(first: &[u8], second: &[u8]) -> bool {
    matches!((canonical::stringify(first), canonical::stringify(second)), (Ok(first), Ok(second)) if first == second)
}

/// Returns the receiver event for an arrival that is committed.
pub(super) fn stored_event(stored: Stored, arrival: &Arrival) -> ReceiverEvent {
    let id = arrival.identity();
    match stored {
        Stored::New { number, duplicate_of } => ReceiverEvent::Arrival {
            number,
            id,
            own_id: arrival.envelope.id.is_some(),
            event: arrival.envelope.event.clone(),
            connection: arrival.envelope.connection.clone(),
            timestamp: arrival.envelope.timestamp.clone(),
            received_at: arrival.received_at,
            verdict: arrival.verdict,
            mode: arrival.mode,
            bytes: arrival.body.len(),
            possible_duplicate_of: duplicate_of,
        },
        Stored::Duplicate { number, count } => ReceiverEvent::Duplicate { number, id, count },
        Stored::Conflict { number, conflicts } => ReceiverEvent::Conflict { number, id, conflicts },
    }
}

/// Stores a delivery that was not accepted.
pub(super) fn reject(db: &Connection, rejected: &RejectedDelivery) -> rusqlite::Result<()> {
    let sql = "INSERT INTO rejections (received_at, reason, bytes, digest, header_names) VALUES (?1, ?2, ?3, ?4, ?5)";
    let bytes = i64::try_from(rejected.bytes).unwrap_or(i64::MAX);
    let at = rejected.received_at.as_microsecond();
    db.prepare_cached(sql)?.execute(params![at, rejected.reason, bytes, rejected.digest, rejected.header_names])?;
    Ok(())
}

/// Maximum number of gaps stored: a platform that reports nonsense must not fill the disk.
pub(super) const GAPS: i64 = 10_000;

/// Stores a gap. Returns whether it is new.
pub(super) fn gap(db: &Connection, gap: &Gap, found_at: Timestamp) -> rusqlite::Result<bool> {
    let sql = "INSERT OR IGNORE INTO gaps (connection, missing, sync, ended_at, found_at) VALUES (?1, ?2, ?3, ?4, ?5)";
    let (sync, ended) = (gap.sync.as_deref().unwrap_or_default(), gap.since.as_microsecond());
    let added = db.prepare_cached(sql)?.execute(params![
        gap.connection,
        gap.missing,
        sync,
        ended,
        found_at.as_microsecond()
    ])?;
    db.prepare_cached("DELETE FROM gaps WHERE id <= (SELECT max(id) FROM gaps) - ?1")?.execute([GAPS])?;
    Ok(added > 0)
}

/// Stores the start of an attempt. Returns its ID.
pub(super) fn start(db: &Connection, started: &AttemptStart) -> rusqlite::Result<i64> {
    db.prepare_cached("INSERT INTO attempts (arrival, kind, target, started_at) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![started.number, started.kind.as_str(), started.target, started.at.as_microsecond()])?;
    Ok(db.last_insert_rowid())
}

/// Stores the end of an attempt and the new state of the event.
pub(super) fn end(db: &Connection, ended: &AttemptEnd) -> rusqlite::Result<()> {
    db.prepare_cached("UPDATE attempts SET ended_at = ?2, status = ?3, error = ?4, micros = ?5 WHERE id = ?1")?
        .execute(params![
            ended.attempt,
            ended.at.as_microsecond(),
            ended.status,
            ended.error,
            i64::try_from(ended.elapsed.as_micros()).unwrap_or(i64::MAX),
        ])?;
    let (state, due) = match ended.next {
        NextState::Delivered => (2, None),
        NextState::Again(due) => (1, Some(due.as_microsecond())),
        NextState::GivenUp => (3, None),
    };
    // Somebody may have pruned it, or recorded a delivery, meanwhile: a delivered event stays delivered.
    db.prepare_cached(
        "UPDATE arrivals SET state = ?2, tries = tries + 1, next_try_at = ?3 WHERE number = ?1 AND state <> 2",
    )?
    .execute(params![ended.number, state, due])?;
    Ok(())
}

/// Takes an event off the queue that no route leads anywhere any more.
pub(super) fn unroute(db: &Connection, number: i64) -> rusqlite::Result<()> {
    db.prepare_cached("UPDATE arrivals SET state = 0, next_try_at = NULL WHERE number = ?1 AND state = 1")?
        .execute([number])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use http::HeaderMap;

    use super::super::super::verify::Verification;
    use super::super::STEPS;
    use super::*;

    fn arrival(body: &str) -> Arrival {
        let body = Bytes::copy_from_slice(body.as_bytes());
        Arrival::new(&HeaderMap::new(), body, Verification::unverified(), Timestamp::UNIX_EPOCH)
    }

    #[test]
    fn numbers_have_no_gaps_whatever_comes_again() {
        let db = crate::sqlite::open_in_memory(STEPS).expect("the schema is sound");
        let store = |body: &str, room: bool| {
            let mut newest = Newest::default();
            let mut arrivals = Arrivals::new(&db, &mut newest).expect("prepared");
            arrivals.store(&arrival(body), room).expect("stored")
        };
        let new = |number| Some(Stored::New { number, duplicate_of: None });
        let (a, other_a, b) = (r#"{"id":"a"}"#, r#"{"id":"a","n":1}"#, r#"{"id":"b"}"#);
        assert_eq!(store(a, true), new(1));
        assert_eq!(store(a, true), Some(Stored::Duplicate { number: 1, count: 1 }));
        assert_eq!(store(a, false), Some(Stored::Duplicate { number: 1, count: 2 }));
        assert_eq!(store(other_a, true), Some(Stored::Conflict { number: 1, conflicts: 1 }));
        assert_eq!(store(other_a, false), None);
        assert_eq!(store(b, false), None);
        assert_eq!(store(b, true), new(2));
        assert_eq!(store("no JSON", true), new(3));
        assert_eq!(store("no JSON", true), Some(Stored::New { number: 4, duplicate_of: Some(3) }));
        // What was pruned is known, and what was not is stored all the same.
        let sql = "INSERT INTO pruned (event_id, proven, number, received_at) VALUES ('gone', 0, 9, 0)";
        db.execute(sql, []).expect("remembered");
        assert_eq!(store(r#"{"id":"gone"}"#, true), Some(Stored::Duplicate { number: 9, count: 1 }));
        assert_eq!(store(a, true), Some(Stored::Duplicate { number: 1, count: 3 }));
        assert_eq!(store(r#"{"id":"c"}"#, true), new(5));
    }
}
