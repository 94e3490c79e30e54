//! Copies an inbox to another place: events with all that came of them, the memory of IDs, gaps and pauses, under their numbers.
//!
//! Rows are copied table by table in the order of their keys, each batch in one transaction with the position that it reaches, so
//! that a copy which was cut off anywhere goes on from there. At the end both sides are read again and compared. The other
//! inbox is marked until it was found equal, and nobody receives into it before.

mod digest;
mod error;
mod tables;
mod target;

use std::time::Duration;

use jiff::Timestamp;
use serde::Serialize;

use super::Place;
use super::database::{Access, Database, Value};
use super::error::Error;
use super::lock::Lock;
use super::owner::Owner;
use super::store::{Depth, inspect};
use crate::clock::Clock;
use crate::files;
use digest::Sums;
use error::command;
use tables::{TABLES, Table};
use target::{Mark, Target};

pub use error::CopyError;

/// How long one waits for a database that is being written.
const PATIENCE: Duration = Duration::from_secs(10);
/// Rows of one transaction, at most.
const ROWS: usize = 2000;
/// Bytes of bodies and headers after which a transaction takes no more rows.
const BYTES: usize = 4 << 20;

/// The name of an inbox in a folder of its own.
const IN_FOLDER: &str = "inbox.db";

/// How far a copy is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Rows are copied: so many in all, of which so many were there.
    Copying {
        /// Rows in all.
        total: u64,
        /// Rows that an earlier run copied.
        there: u64,
    },
    /// Both sides are read: so many rows in all.
    Verifying {
        /// Rows of both sides.
        total: u64,
    },
    /// More rows are copied, or read.
    More(u64),
}

/// What came of the rows of one table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CopiedTable {
    /// What the rows are.
    pub name: &'static str,
    /// Rows that this run copied.
    pub copied: u64,
    /// Rows of the inbox that was copied.
    pub rows_from: u64,
    /// Rows of the copy.
    pub rows_to: u64,
    /// Sum of the SHA-256 digests of the rows that were copied.
    pub digest_from: String,
    /// The same of the copy.
    pub digest_to: String,
    /// The number of the first row that differs.
    pub first_difference: Option<i64>,
}

impl CopiedTable {
    /// Returns whether both sides are the same.
    pub fn is_equal(&self) -> bool {
        self.rows_from == self.rows_to && self.digest_from == self.digest_to
    }
}

/// What came of a copy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Copied {
    /// What was copied.
    pub from: String,
    /// Where to.
    pub to: String,
    /// Whether an earlier run had begun it.
    pub resumed: bool,
    /// Whether both sides are equal.
    pub equal: bool,
    /// Events that the copy would not know again by their ID, or has not counted.
    pub not_indexed: u64,
    /// Each table.
    pub tables: Vec<CopiedTable>,
}

/// Who must not receive meanwhile, and how that is said.
struct Receivers {
    again: String,
}

impl Receivers {
    /// Keeps receivers out of an inbox in a file.
    fn lock(&self, path: &std::path::Path, clock: &Clock) -> Result<Lock, CopyError> {
        match Lock::take_to_copy(path, clock.now()) {
            Err(Error::Taken { path, owner }) => {
                Err(CopyError::Received { place: path.display().to_string(), owner, again: self.again.clone() })
            }
            taken => Ok(taken?),
        }
    }

    /// Makes sure that nobody receives into an inbox on a server.
    fn check(&self, db: &Database, place: &Place) -> Result<(), CopyError> {
        if db.is_file() {
            return Ok(());
        }
        // Whoever was killed has lost its lock.
        let sql = "SELECT pid, address, (extract(epoch FROM started_at) * 1000000)::int8 AS started_at FROM receivers
            WHERE seen_at > now() - interval '10 s'
                AND NOT (locked AND pg_try_advisory_xact_lock(hashtext('makini_inbox'), id::int)) LIMIT 1";
        let owner = db.first(sql, &[], |row| {
            Ok(Owner {
                pid: u32::try_from(row.number("pid")?).unwrap_or_default(),
                started_at: Timestamp::from_microsecond(row.number("started_at")?).unwrap_or_default(),
                address: row.maybe_text("address")?,
                copies: false,
            })
        })?;
        match owner {
            None => Ok(()),
            owner => Err(CopyError::Received { place: place.to_string(), owner, again: self.again.clone() }),
        }
    }
}

/// Copies an inbox, or what is missing of it in a copy that was cut off. `step` gets how far it is, and returns whether to go on.
///
/// # Errors
/// When a receiver has one of them, the other holds something else, or one cannot be read or written. What was copied by then
/// stays, and is not copied again.
pub fn copy(from: &Place, to: &Place, clock: &Clock, mut step: impl FnMut(Step) -> bool) -> Result<Copied, CopyError> {
    let (source, name) = (from.to_string(), to.to_string());
    let receivers = Receivers { again: command(&source, &name) };
    if is_same(from, to) {
        return Err(CopyError::Same(source));
    }
    if let Some(path) = from.file().filter(|path| path.is_dir()) {
        let again = command(&path.join(IN_FOLDER).display().to_string(), &name);
        return Err(CopyError::IsFolder { folder: path.into(), again });
    }
    if let Some(path) = to.file() {
        target::check(path, &source)?;
    }
    let (db, _lock) = open_source(from, clock, &receivers).map_err(CopyError::of_source)?;
    let mark = Mark { source: source.clone(), started_at: clock.now().as_microsecond(), finished: false };
    let target = Target::open(to, clock, &receivers, &mark)?;
    let before = target.mark()?;
    let resumed = before.is_some() && !target.is_new;
    let mark = match before {
        Some(mark) if mark.source != source => {
            return Err(CopyError::OtherCopy { place: name, of: mark.source, finished: mark.finished });
        }
        // Received into since: that is no copy any more.
        Some(mark) if mark.finished && target.db.newest()? > db.newest()? => {
            return Err(CopyError::NotEmpty { place: name });
        }
        Some(mark) => {
            if target.db.newest()? < db.newest()? {
                target.reopen()?;
            }
            mark
        }
        None => {
            target.begin(&mark)?;
            mark
        }
    };
    let time = mark.started_at;
    let oldest = db.first("SELECT min(number) AS n FROM arrivals", &[], |row| row.maybe_number("n"))?.flatten();
    target.reserve(oldest, db.newest()?)?;

    let mut counts = Vec::with_capacity(TABLES.len());
    for table in TABLES {
        counts.push((table.count(&db, time)?, table.count(&target.db, time)?));
    }
    let total: u64 = counts.iter().map(|(from, _)| from).sum();
    let go_on = |goes: bool| if goes { Ok(()) } else { Err(CopyError::Stopped) };
    go_on(step(Step::Copying { total, there: counts.iter().map(|(_, to)| to).sum() }))?;
    let mut copied = Vec::with_capacity(TABLES.len());
    for table in TABLES {
        copied.push(copy_table(table, &db, &target, time, &mut step)?);
    }
    target.count_on()?;

    go_on(step(Step::Verifying { total: total * 2 }))?;
    let mut tables = Vec::with_capacity(TABLES.len());
    for (table, copied) in TABLES.iter().zip(copied) {
        tables.push(compare(table, copied, [&db, &target.db], time, &mut step)?);
    }
    let not_indexed = target.missing()?;
    let equal = not_indexed == 0 && tables.iter().all(CopiedTable::is_equal);
    // Whoever began to receive meanwhile has changed what was compared.
    receivers.check(&db, from)?;
    if equal {
        target.finish(clock.now().as_microsecond())?;
    }
    Ok(Copied { from: source, to: name, resumed, equal, not_indexed, tables })
}

fn open_source(from: &Place, clock: &Clock, receivers: &Receivers) -> Result<(Database, Option<Lock>), CopyError> {
    let lock = match from.file() {
        Some(path) => {
            if !path.is_file() {
                return Err(Error::Missing { path: path.into() }.into());
            }
            crate::sqlite::check_file(path).map_err(Error::from)?;
            inspect(path, Depth::Full)?;
            Some(receivers.lock(path, clock)?)
        }
        None => None,
    };
    let db = Database::open(from, Access::Read, PATIENCE)?;
    receivers.check(&db, from)?;
    if let Some(source_place) = db.unfinished_copy_of()? {
        return Err(Error::HalfCopied { place: from.to_string(), source_place }.into());
    }
    Ok((db, lock))
}

/// Returns whether two places are one.
fn is_same(from: &Place, to: &Place) -> bool {
    match (from.file(), to.file()) {
        (Some(from), Some(to)) => match (files::resolve(from), files::resolve(to)) {
            (Ok(from), Ok(to)) => from == to,
            _ => from == to,
        },
        _ => from.to_string() == to.to_string(),
    }
}

/// Copies the rows of a table that are not there yet. Returns how many.
fn copy_table(
    table: &Table,
    db: &Database,
    target: &Target,
    time: i64,
    step: &mut impl FnMut(Step) -> bool,
) -> Result<u64, CopyError> {
    let (mut batch, mut bytes, mut copied) = (Vec::with_capacity(ROWS), 0, 0);
    let mut goes = true;
    let after = target.position(table)?;
    let mut add = |batch: &mut Vec<Vec<Value>>| {
        target.add(table, batch)?;
        copied += batch.len() as u64;
        goes = step(Step::More(batch.len() as u64));
        batch.clear();
        Ok::<_, Error>(goes)
    };
    table.each_after(db, time, after.as_ref(), |row| {
        bytes += row.iter().map(size).sum::<usize>();
        batch.push(row);
        if table.is_small() || (batch.len() < ROWS && bytes < BYTES) {
            return Ok(true);
        }
        bytes = 0;
        add(&mut batch)
    })?;
    add(&mut batch)?;
    if goes { Ok(copied) } else { Err(CopyError::Stopped) }
}

fn size(value: &Value) -> usize {
    match value {
        Value::MaybeBytes(Some(bytes)) => bytes.len(),
        _ => 0,
    }
}

fn compare(
    table: &Table,
    copied: u64,
    sides: [&Database; 2],
    time: i64,
    step: &mut impl FnMut(Step) -> bool,
) -> Result<CopiedTable, CopyError> {
    let mut goes = true;
    let mut read = |db| {
        let sums = Sums::read(table, db, time, |rows| {
            goes = goes && step(Step::More(rows));
            goes
        })?;
        if goes { Ok(sums) } else { Err(CopyError::Stopped) }
    };
    let (from, to) = (read(sides[0])?, read(sides[1])?);
    Ok(CopiedTable {
        name: table.rows,
        copied,
        rows_from: from.all.rows,
        rows_to: to.all.rows,
        digest_from: from.all.hex(),
        digest_to: to.all.hex(),
        first_difference: from.first_difference(&to, table, sides, time)?,
    })
}
