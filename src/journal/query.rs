//! Looks requests up.

use std::ops::ControlFlow;
use std::time::Duration;

use rusqlite::{OptionalExtension as _, params_from_iter};

use super::entry::{COLUMNS, Entry, stamp};
use super::filter::BLOCKS;
use super::{Bodies, Error, Filter, Journal, Outcome};

/// How many IDs are named when a beginning fits several.
const NAMED: usize = 5;
/// How many failures around a request are looked at.
const AROUND: u32 = 500;

/// Begins the reference to a row.
const ROW: &str = "journal-";

/// Returns what [`Journal::get`] takes for the row of this number: many requests that failed have no request ID.
pub fn reference(number: i64) -> String {
    format!("{ROW}{number}")
}

/// Returns whether a text means a row of a journal, whether or not there is one: no server knows it.
pub fn is_reference(text: &str) -> bool {
    text.starts_with(ROW)
}

fn number(text: &str) -> Option<i64> {
    let number = text.strip_prefix(ROW)?;
    // As it is written, and in no other way.
    number.parse().ok().filter(|row: &i64| row.to_string() == number)
}

impl Journal {
    /// Returns the bodies of the row of this number, while they are kept.
    ///
    /// # Errors
    /// When the file is there and cannot be read.
    pub fn bodies(&self, number: i64) -> Result<Option<Bodies>, Error> {
        let Some(db) = self.reader()? else { return Ok(None) };
        let sql = "SELECT request, response, until FROM body WHERE number = ?1 AND until > ?2";
        let now = self.clock().now().as_microsecond();
        let read = db.query_row(sql, [number, now], |row| {
            let until = stamp(row.get(2)?);
            Ok(Bodies { request: row.get(0)?, response: row.get(1)?, until })
        });
        read.optional().map_err(|source| self.failed(source))
    }

    /// Hands the entries to `take`, one by one and without holding them all, until it breaks.
    ///
    /// # Errors
    /// When the file is there and cannot be read.
    pub fn each(&self, filter: &Filter, mut take: impl FnMut(Entry) -> ControlFlow<()>) -> Result<(), Error> {
        let Some(db) = self.reader()? else { return Ok(()) };
        let clause = filter.clause();
        let sql = format!("SELECT {COLUMNS} FROM exchange{}{}", clause.sql, filter.order());
        let run = || {
            let mut statement = db.prepare(&sql)?;
            let mut rows = statement.query(params_from_iter(clause.values))?;
            while let Some(row) = rows.next()? {
                if take(Entry::read(row)?).is_break() {
                    break;
                }
            }
            Ok(())
        };
        run().map_err(|source| self.failed(source))
    }

    /// Returns the entries.
    ///
    /// # Errors
    /// When the file is there and cannot be read.
    pub fn search(&self, filter: &Filter) -> Result<Vec<Entry>, Error> {
        let mut found = Vec::new();
        self.each(filter, |entry| {
            found.push(entry);
            ControlFlow::Continue(())
        })?;
        Ok(found)
    }

    /// Returns the number of the row that was written last, of any profile; 0 while there is none.
    ///
    /// # Errors
    /// When the file is there and cannot be read.
    pub fn last_number(&self) -> Result<i64, Error> {
        let Some(db) = self.reader()? else { return Ok(0) };
        let last = db.query_row("SELECT coalesce(max(number), 0) FROM exchange", [], |row| row.get(0));
        last.map_err(|source| self.failed(source))
    }

    /// Returns whether any request of a profile was for this connection.
    ///
    /// # Errors
    /// When the file is there and cannot be read.
    pub fn has_connection(&self, profile: &str, id: &str) -> Result<bool, Error> {
        let filter = Filter {
            profile: Some(profile.to_owned()),
            connection: Some(id.to_owned()),
            limit: Some(1),
            ..Filter::default()
        };
        Ok(!self.search(&filter)?.is_empty())
    }

    /// Returns the entries of one request of a profile, the newest first: the ID as a whole, a beginning that only one
    /// ID has, or a row as [`reference()`] writes it. There are several when several attempts came back with the same ID.
    ///
    /// # Errors
    /// When there is none, the beginning fits several, or the file cannot be read.
    pub fn get(&self, profile: &str, request_id: &str) -> Result<Vec<Entry>, Error> {
        let nothing = || Error::NoSuchRequest(request_id.into());
        if request_id.is_empty() {
            return Err(nothing());
        }
        let of = |id: &str| Filter {
            profile: Some(profile.to_owned()),
            request_id: Some(id.to_owned()),
            ..Filter::default()
        };
        let ids = self.ids(profile, request_id)?;
        let id = match ids.as_slice() {
            [] => {
                let found = self.row(request_id)?.filter(|entry| entry.profile == profile);
                return found.map(|entry| vec![entry]).ok_or_else(nothing);
            }
            [only] => only,
            // The smallest of all that begin with it is the ID itself, if that is there.
            [first, ..] if first == request_id => first,
            _ => return Err(Error::Ambiguous { prefix: request_id.into(), ids }),
        };
        let mut found = self.search(&of(id))?;
        found.retain(|entry| entry.request_id.as_ref() == Some(id));
        Ok(found)
    }

    /// Returns the row that a reference means, of whichever profile.
    fn row(&self, reference: &str) -> Result<Option<Entry>, Error> {
        let Some((number, db)) = number(reference).zip(self.reader()?) else { return Ok(None) };
        let sql = format!("SELECT {COLUMNS} FROM exchange WHERE number = ?1");
        let read = db.query_row(&sql, [number], Entry::read);
        read.optional().map_err(|source| self.failed(source))
    }

    /// Returns the profile of the newest request with this very ID, or of this row, whichever it is.
    ///
    /// # Errors
    /// When the file is there and cannot be read.
    pub fn profile_of(&self, request_id: &str) -> Result<Option<String>, Error> {
        if let Some(entry) = self.row(request_id)? {
            return Ok(Some(entry.profile));
        }
        let found = self.search(&Filter { request_id: Some(request_id.to_owned()), ..Filter::default() })?;
        Ok(found.into_iter().find(|entry| entry.request_id.as_deref() == Some(request_id)).map(|entry| entry.profile))
    }

    /// Returns the failures that a profile met shortly before and after one of its requests, without the request, the
    /// oldest first.
    ///
    /// # Errors
    /// As [`Journal::get`].
    pub fn around(&self, profile: &str, request_id: &str, window: Duration) -> Result<Vec<Entry>, Error> {
        let own = self.get(profile, request_id)?;
        let (Some(newest), Some(oldest)) = (own.first(), own.last()) else { return Ok(Vec::new()) };
        let mut found = self.search(&Filter {
            profile: Some(profile.to_owned()),
            outcome: Outcome::Failed,
            since: oldest.at.checked_sub(window).ok(),
            until: newest.at.checked_add(window + Duration::from_micros(1)).ok(),
            limit: Some(AROUND),
            ..Filter::default()
        })?;
        found.retain(|entry| own.iter().all(|mine| mine.number != entry.number));
        found.reverse();
        Ok(found)
    }

    /// Returns the first few IDs of a profile that begin with this, in order.
    fn ids(&self, profile: &str, prefix: &str) -> Result<Vec<String>, Error> {
        let Some(db) = self.reader()? else { return Ok(Vec::new()) };
        // One by one, the first of the firsts of all blocks: all IDs may begin with it.
        let next = format!(
            "{BLOCKS} SELECT min((SELECT min(request_id) FROM exchange
                 WHERE number >> 12 = n AND request_id >= ?1 AND request_id < ?2 AND profile = ?3)) FROM block"
        );
        let run = || {
            let mut next = db.prepare(&next)?;
            let (mut found, mut from, end) = (Vec::new(), prefix.to_owned(), format!("{prefix}{}", char::MAX));
            while found.len() < NAMED
                && let Some(id) = next.query_row([&from, &end, profile], |row| row.get::<_, Option<String>>(0))?
            {
                from = format!("{id}\0");
                found.push(id);
            }
            Ok(found)
        };
        run().map_err(|source| self.failed(source))
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::config::DbConfig;
    use rusqlite::params_from_iter;

    use super::*;
    use crate::journal::schema::MIGRATIONS;

    /// Returns how SQLite would look a filter up, which does not depend on the values in it.
    fn plan(filter: &Filter) -> String {
        let db = crate::sqlite::open_in_memory(MIGRATIONS).expect("a database");
        let clause = filter.clause();
        let sql = format!("EXPLAIN QUERY PLAN SELECT {COLUMNS} FROM exchange{}{}", clause.sql, filter.order());
        let plan = || {
            let mut statement = db.prepare(&sql).expect("valid SQL");
            let values = params_from_iter(&clause.values);
            let rows = statement.query_map(values, |row| row.get::<_, String>(3)).expect("a plan");
            rows.collect::<Result<Vec<_>, _>>().expect("text").join("; ")
        };
        let kept = plan();
        assert!(db.db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG).expect("known"), "the journal keeps its plans");
        db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, false).expect("set");
        assert_eq!(plan(), kept, "{filter:?}");
        kept
    }

    #[test]
    fn the_usual_questions_use_an_index_and_sort_nothing() {
        let since = "2026-03-04T00:00:00Z".parse().ok();
        for (filter, index) in [
            (Filter { limit: Some(50), ..Filter::default() }, "exchange_at"),
            (Filter { since, ..Filter::default() }, "exchange_at"),
            (Filter { connection: Some("c".into()), since, ..Filter::default() }, "exchange_connection"),
            (Filter { template: Some("/x".into()), since, ..Filter::default() }, "exchange_template"),
            (Filter { outcome: Outcome::Failed, since, ..Filter::default() }, "exchange_failed"),
        ] {
            let plan = plan(&filter);
            assert!(plan.contains(index) && !plan.contains("TEMP B-TREE"), "{filter:?}: {plan}");
        }
        let statuses = vec!["4xx".parse().expect("a status"), "none".parse().expect("a status")];
        let slow = Some(Duration::from_secs(1));
        plan(&Filter { statuses, slower_than: slow, method: Some("get".into()), after: Some(7), ..Filter::default() });
        let by_id = plan(&Filter { request_id: Some("req_1".into()), ..Filter::default() });
        assert!(by_id.contains("exchange_request_id"), "{by_id}");
    }

    #[test]
    fn an_id_is_found_in_every_block_of_rows() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("journal.db");
        let clock = crate::clock::Clock::fixed("2026-03-04T00:00:00Z".parse().expect("constant"));
        let journal = Journal::new(&path, crate::journal::Options::new("p"), clock);
        let db = crate::sqlite::open(&path, MIGRATIONS).expect("a database");
        let insert = |number: i64, profile: &str, id: &str| {
            db.execute(
                "INSERT INTO exchange (number, at, profile, method, template, path, elapsed, sent_bytes, received_bytes, attempt, request_id)
                 VALUES (?1, ?1, ?2, 'GET', '/', '/', 1, 0, 0, 1, ?3)",
                (number, profile, id),
            )
            .expect("written");
        };
        assert!(matches!(journal.get("p", "a"), Err(Error::NoSuchRequest(_))), "an empty one");
        for (number, id) in
            [(4095, "a_2"), (4096, "a_1"), (4097, "b"), (12_288, "a_0"), (20_480, "a_1"), (20_481, "a_10")]
        {
            insert(number, "p", id);
        }
        (0..9).for_each(|at| insert(30_000 + at, "other", &format!("a_0{at}")));
        let numbers = |id: &str| {
            let found = journal.get("p", id).expect("found");
            found.into_iter().map(|entry| entry.number).collect::<Vec<_>>()
        };
        assert_eq!([numbers("a_1"), numbers("a_0"), numbers("b")], [vec![20_480, 4096], vec![12_288], vec![4097]]);
        let error = journal.get("p", "a").expect_err("several");
        assert!(matches!(&error, Error::Ambiguous { ids, .. } if ids == &["a_0", "a_1", "a_10", "a_2"]), "{error:?}");
    }
}
