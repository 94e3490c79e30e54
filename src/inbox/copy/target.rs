//! The inbox that is copied to: made where there is none, marked as unfinished, filled in steps of one transaction each.

use std::path::{Path, PathBuf};

use rusqlite::params;

use super::super::database::{Access, Database, Value};
use super::super::error::Error;
use super::super::lock::Lock;
use super::super::place::Place;
use super::super::probe;
use super::super::store::{Depth, STEPS, inspect};
use super::error::{CopyError, command};
use super::tables::{Position, TABLES, Table};
use super::{IN_FOLDER, PATIENCE, Receivers};
use crate::clock::Clock;
use crate::files;

/// Adds the IDs and sums that an inbox on a server keeps apart, of events with these numbers.
const ARRIVALS: [&str; 4] = [
    "INSERT INTO event_ids (event_id, proven, number) SELECT event_id, proven, number FROM arrivals
        WHERE number BETWEEN ?1 AND ?2 AND event_id IS NOT NULL",
    "INSERT INTO event_digests (digest, proven, number) SELECT digest, proven, number FROM arrivals
        WHERE number BETWEEN ?1 AND ?2 AND event_id IS NULL",
    "INSERT INTO partition_sums AS t (partition, receiver, events, bytes, oldest, newest, latest)
        SELECT p.id, 0, count(*), sum(octet_length(a.headers) + octet_length(a.body) + coalesce(octet_length(a.canonical), 0) + 512),
            min(a.received_at), max(a.received_at), max(a.event_at)
        FROM partitions p JOIN arrivals a ON a.number >= p.first AND a.number < p.past
        WHERE a.number BETWEEN ?1 AND ?2 AND p.past > ?1 AND p.first <= ?2 GROUP BY p.id
        ON CONFLICT (partition, receiver) DO UPDATE SET events = t.events + excluded.events,
            bytes = t.bytes + excluded.bytes, oldest = least(t.oldest, excluded.oldest),
            newest = greatest(t.newest, excluded.newest), latest = greatest(t.latest, excluded.latest)",
    "UPDATE stored_bytes SET bytes = bytes + (SELECT coalesce(sum(octet_length(headers) + octet_length(body)
        + coalesce(octet_length(canonical), 0) + 512), 0) FROM arrivals WHERE number BETWEEN ?1 AND ?2)::int8",
];

const CONFLICTS: &str =
    "UPDATE stored_bytes SET bytes = bytes + (SELECT coalesce(sum(octet_length(headers) + octet_length(body)
    + 512), 0) FROM conflicts WHERE id BETWEEN ?1 AND ?2)::int8";

/// Makes partitions for the numbers from one to another: one for all before them, and about 64 of the rest, as there would be
/// had they been received here.
const PARTITIONS: [&str; 4] = [
    "UPDATE makini_inbox SET partition_rows = greatest(partition_rows, ?1 - (SELECT max(past) FROM partitions))",
    "SELECT inbox_extend(?1 - 1) WHERE ?1 > (SELECT max(past) FROM partitions)",
    "UPDATE makini_inbox SET partition_rows = greatest(?1, ?2)",
    "SELECT inbox_extend(?1)",
];

/// Marks an inbox as a copy that is not finished.
const MARK: &str = "INSERT INTO copies (source, started_at) VALUES (?1, ?2)";

/// What is written in the inbox about the copy.
pub(super) struct Mark {
    pub(super) source: String,
    /// When it was begun, in microseconds since 1970.
    pub(super) started_at: i64,
    pub(super) finished: bool,
}

/// The inbox that is copied to.
pub(super) struct Target {
    pub(super) db: Database,
    /// Whether it was made just now.
    pub(super) is_new: bool,
    name: String,
    _lock: Option<Lock>,
}

/// Makes sure that a file can be one to copy to, by its name.
pub(super) fn check(path: &Path, source: &str) -> Result<(), CopyError> {
    let again = |path: &Path| command(source, &path.display().to_string());
    if path.is_dir() {
        return Err(CopyError::IsFolder { folder: path.into(), again: again(&path.join(IN_FOLDER)) });
    }
    let resolved = resolve(path)?;
    match resolved.parent() {
        // Whatever else is wrong with it is said by whoever writes there.
        Some(folder) if matches!(folder.try_exists(), Ok(false)) => {
            Err(CopyError::NoFolder { folder: folder.into(), again: again(path) })
        }
        _ => Ok(()),
    }
}

fn resolve(path: &Path) -> Result<PathBuf, Error> {
    files::resolve(path).map_err(|source| Error::Io { what: "resolve the path of the inbox", source })
}

/// Makes the tables and the mark in an empty file.
fn fill(path: &Path, mark: &Mark) -> Result<(), Error> {
    let db = crate::sqlite::open(path, STEPS)?;
    db.execute(MARK, params![mark.source, mark.started_at])?;
    // This brings all of it from the log into the file, and on the disk.
    db.close().map_err(|(_, error)| error)?;
    Ok(())
}

/// Makes a file that is marked as an unfinished copy before it has its name, so that nobody ever finds it without the mark.
/// Returns whether it did: a database that is there stays.
fn make(path: &Path, mark: &Mark) -> Result<bool, Error> {
    let path = resolve(path)?;
    if path.metadata().is_ok_and(|found| found.len() > 0) {
        return Ok(false);
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    let failed = |source| Error::Folder { folder: folder.into(), source };
    // No folder of its own: whoever is killed after the rename leaves nothing behind.
    let made = files::write_unique(folder, ".copy-", "", b"").map_err(failed)?;
    let named = fill(&made, mark).and_then(|()| files::rename_durably(&made, &path).map_err(failed));
    if named.is_err() {
        files::remove(&made).ok();
    }
    named?;
    Ok(true)
}

impl Target {
    /// Opens it, and makes its tables.
    pub(super) fn open(place: &Place, clock: &Clock, receivers: &Receivers, mark: &Mark) -> Result<Self, CopyError> {
        let (lock, is_new) = match place {
            Place::File(path) => {
                crate::sqlite::check_file(path).map_err(Error::from)?;
                probe::check(path)?;
                let lock = receivers.lock(path, clock)?;
                inspect(path, Depth::Full)?;
                let is_new = make(path, mark)?;
                crate::sqlite::open(path, STEPS).map_err(Error::from)?;
                (Some(lock), is_new)
            }
            #[cfg(feature = "postgres")]
            Place::Server(server) => (None, super::super::postgres::make(server, &mark.source, mark.started_at)?),
        };
        let db = Database::open(place, Access::Change, PATIENCE)?;
        receivers.check(&db, place)?;
        match &db {
            // What belongs to an event is copied after it, as it is.
            Database::Sqlite(db) => db.pragma_update(None, "foreign_keys", false).map_err(Error::from)?,
            #[cfg(feature = "postgres")]
            Database::Postgres(_) => {}
        }
        Ok(Self { db, is_new, name: place.to_string(), _lock: lock })
    }

    /// Returns what is written about a copy.
    pub(super) fn mark(&self) -> Result<Option<Mark>, Error> {
        let sql = "SELECT source, started_at, finished_at FROM copies";
        self.db.first(sql, &[], |row| {
            Ok(Mark {
                source: row.text("source")?,
                started_at: row.number("started_at")?,
                finished: row.maybe_number("finished_at")?.is_some(),
            })
        })
    }

    /// Begins a copy in an inbox that holds nothing, so that numbers go on after those of the other.
    pub(super) fn begin(&self, mark: &Mark) -> Result<(), CopyError> {
        let mut empty = self.db.newest()? == 0;
        for table in TABLES {
            empty &= table.count(&self.db, 0)? == 0;
        }
        if !empty {
            return Err(CopyError::NotEmpty { place: self.name.clone() });
        }
        let values = [mark.source.as_str().into(), mark.started_at.into()];
        self.db.execute(MARK, &values)?;
        Ok(())
    }

    /// Notes that the other inbox has more than was copied.
    pub(super) fn reopen(&self) -> Result<(), Error> {
        self.db.execute("UPDATE copies SET finished_at = NULL", &[])?;
        Ok(())
    }

    /// Makes room for the numbers from the first to the last, and sees to it that none of them is given again.
    pub(super) fn reserve(&self, first: Option<i64>, newest: i64) -> Result<(), Error> {
        if newest == 0 {
            return Ok(());
        }
        if self.db.is_file() {
            let add = "INSERT INTO sqlite_sequence (name, seq) SELECT 'arrivals', ?1
                WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'arrivals')";
            return self.db.transaction(|| {
                self.db.execute(add, &[newest.into()])?;
                self.db.execute(
                    "UPDATE sqlite_sequence SET seq = max(seq, ?1) WHERE name = 'arrivals'",
                    &[newest.into()],
                )?;
                Ok(())
            });
        }
        self.db.transaction(|| {
            let rows = self.db.number("SELECT partition_rows AS n FROM makini_inbox", &[])?;
            let first = first.unwrap_or(newest);
            self.db.execute(PARTITIONS[0], &[first.into()])?;
            self.db.execute(PARTITIONS[1], &[first.into()])?;
            self.db.execute(PARTITIONS[2], &[rows.into(), ((newest - first) / 64).into()])?;
            self.db.execute(PARTITIONS[3], &[newest.into()])?;
            self.db.execute("UPDATE makini_inbox SET partition_rows = ?1", &[rows.into()])?;
            let set = "SELECT setval('arrivals_number', greatest(?1, CASE WHEN is_called THEN last_value ELSE 0 END)) FROM arrivals_number";
            self.db.execute(set, &[newest.into()])?;
            Ok(())
        })
    }

    /// Returns the last row of a table that is there.
    pub(super) fn position(&self, table: &Table) -> Result<Option<Position>, Error> {
        let sql = "SELECT number, text FROM copy_positions WHERE name = ?1";
        self.db.first(sql, &[table.name.into()], |row| {
            Ok(Position { number: row.number("number")?, text: row.text("text")? })
        })
    }

    /// Adds rows of a table, in one transaction with the position of the last one.
    pub(super) fn add(&self, table: &Table, rows: &[Vec<Value>]) -> Result<(), Error> {
        let Some((first, last)) = rows.first().zip(rows.last()) else { return Ok(()) };
        let range = [table.position(first).number, table.position(last).number].map(Value::from);
        let last = table.position(last);
        self.db.transaction(|| {
            self.db.insert_values(table.name, table.columns, rows)?;
            if !self.db.is_file() {
                let sums: &[&str] = match table.name {
                    "arrivals" => &ARRIVALS,
                    "conflicts" => &[CONFLICTS],
                    _ => &[],
                };
                for sql in sums {
                    self.db.execute(sql, &range)?;
                }
            }
            let note = "INSERT INTO copy_positions (name, number, text) VALUES (?1, ?2, ?3)
                ON CONFLICT (name) DO UPDATE SET number = excluded.number, text = excluded.text";
            self.db.execute(note, &[table.name.into(), last.number.into(), last.text.as_str().into()])?;
            Ok(())
        })
    }

    /// Sees to it that rows which are added later get numbers of their own.
    pub(super) fn count_on(&self) -> Result<(), Error> {
        if self.db.is_file() {
            return Ok(());
        }
        for (sequence, table) in [
            ("'attempts_id'", "attempts"),
            ("pg_get_serial_sequence('conflicts', 'id')", "conflicts"),
            ("pg_get_serial_sequence('rejections', 'id')", "rejections"),
            ("pg_get_serial_sequence('gaps', 'id')", "gaps"),
        ] {
            let sql = format!("SELECT setval({sequence}, (SELECT coalesce(max(id), 0) + 1 FROM {table}), false)");
            self.db.execute(&sql, &[])?;
        }
        Ok(())
    }

    /// Returns how many events an inbox on a server would not find by their ID or digest, or has not counted.
    pub(super) fn missing(&self) -> Result<u64, Error> {
        if self.db.is_file() {
            return Ok(0);
        }
        let sql =
            "SELECT (SELECT count(*) FROM arrivals a WHERE event_id IS NOT NULL AND NOT EXISTS (SELECT FROM event_ids k
                WHERE k.event_id = a.event_id AND k.proven = a.proven AND k.number = a.number))
            + (SELECT count(*) FROM arrivals a WHERE event_id IS NULL AND NOT EXISTS (SELECT FROM event_digests k
                WHERE k.digest = a.digest AND k.proven = a.proven AND k.number = a.number))
            + abs((SELECT count(*) FROM arrivals) - (SELECT coalesce(sum(events), 0) FROM partition_sums))::int8 AS n";
        Ok(self.db.number(sql, &[])?.unsigned_abs())
    }

    /// Notes that all is there: from now on it may be received into.
    pub(super) fn finish(&self, now: i64) -> Result<(), Error> {
        self.db.execute("UPDATE copies SET finished_at = ?1 WHERE finished_at IS NULL", &[now.into()])?;
        Ok(())
    }
}
