//! Which event of each connection happened last, so that those that come late are known when they come.

use std::collections::HashMap;
use std::hash::{BuildHasher as _, RandomState};

use rusqlite::{Connection, params};

/// Connections that are remembered. Whether events of others come late is not found out.
const MOST: usize = 1 << 18;

/// An event, by when it happened and its number.
type Event = (i64, i64);

/// The event of each connection that happened last. Connections are hashed: their names may be long, and many.
#[derive(Debug, Default)]
pub(super) struct Newest {
    hasher: RandomState,
    last: HashMap<u64, Event>,
    /// What was there before this transaction, the oldest first.
    before: Vec<(u64, Option<Event>)>,
}

impl Newest {
    /// Reads it, and stores which events came late where nobody has: those of a copy, or of an older version.
    pub(super) fn read(db: &Connection) -> rusqlite::Result<Self> {
        let transaction = db.unchecked_transaction()?;
        let mut newest = Self::default();
        {
            let sql = "SELECT number, connection, event_at FROM arrivals WHERE event_at IS NOT NULL ORDER BY number";
            let mut statement = db.prepare(sql)?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                newest.note(db, row.get(0)?, row.get_ref(1)?.as_str()?, row.get(2)?)?;
                newest.before.clear();
            }
        }
        transaction.commit()?;
        Ok(newest)
    }

    /// Takes note of an event that is stored, and stores if it came late.
    pub(super) fn note(
        &mut self,
        db: &Connection,
        number: i64,
        connection: &str,
        event_at: i64,
    ) -> rusqlite::Result<()> {
        let key = self.hasher.hash_one(connection);
        let known = self.last.get(&key).copied();
        match known {
            Some((at, newer)) if at > event_at => {
                db.prepare_cached("INSERT OR IGNORE INTO overtaken (number, newer) VALUES (?1, ?2)")?
                    .execute(params![number, newer])?;
            }
            Some((at, _)) if at == event_at => {}
            None if self.last.len() >= MOST => {}
            _ => {
                self.last.insert(key, (event_at, number));
                self.before.push((key, known));
            }
        }
        Ok(())
    }

    /// Ends a transaction: what was noted in one that failed never was.
    pub(super) fn end(&mut self, committed: bool) {
        if committed {
            self.before.clear();
        }
        while let Some((key, known)) = self.before.pop() {
            match known {
                Some(event) => self.last.insert(key, event),
                None => self.last.remove(&key),
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::STEPS;
    use super::*;

    /// Adds an event of a connection, and returns its number.
    fn add(db: &Connection, connection: &str, event_at: Option<i64>) -> i64 {
        let sql = "INSERT INTO arrivals (proven, digest, event, connection, event_at, received_at, headers, body, verdict, state)
            VALUES (0, x'', '', ?1, ?2, 0, x'', x'', '', 0)";
        db.execute(sql, params![connection, event_at]).expect("added");
        db.last_insert_rowid()
    }

    fn overtaken(db: &Connection) -> Vec<Event> {
        let mut statement = db.prepare("SELECT number, newer FROM overtaken ORDER BY number").expect("valid SQL");
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("read");
        rows.collect::<Result<_, _>>().expect("numbers")
    }

    #[test]
    fn what_came_late_is_stored_whoever_received_it() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("inbox.db");
        let older = crate::sqlite::open(&path, &STEPS[..4]).expect("made");
        for (connection, at) in [("a", Some(5)), ("b", Some(4)), ("a", Some(3)), ("a", Some(5)), ("a", None)] {
            add(&older, connection, at);
        }
        drop(older);
        let db = crate::sqlite::open(&path, STEPS).expect("brought up to date");
        let mut newest = Newest::read(&db).expect("read");
        assert_eq!(overtaken(&db), [(3, 1)]);
        let number = add(&db, "b", Some(3));
        newest.note(&db, number, "b", 3).expect("stored");
        assert_eq!(overtaken(&db), [(3, 1), (6, 2)]);
        Newest::read(&db).expect("read again");
        assert_eq!(overtaken(&db), [(3, 1), (6, 2)]);
        db.execute("DELETE FROM arrivals WHERE number = 3", []).expect("removed");
        assert_eq!(overtaken(&db), [(6, 2)]);
    }

    #[test]
    fn what_was_not_committed_never_came() {
        let db = crate::sqlite::open_in_memory(STEPS).expect("the schema is sound");
        let mut newest = Newest::default();
        let first = add(&db, "a", Some(1));
        newest.note(&db, first, "a", 1).expect("noted");
        newest.end(true);
        for (connection, at) in [("a", 7), ("a", 9), ("b", 8)] {
            newest.note(&db, 99, connection, at).expect("noted");
        }
        newest.end(false);
        for (connection, at) in [("b", 2), ("a", 2), ("a", 0)] {
            let number = add(&db, connection, Some(at));
            newest.note(&db, number, connection, at).expect("noted");
        }
        assert_eq!(overtaken(&db), [(4, 3)]);
    }
}
