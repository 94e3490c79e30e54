//! The state every handler shares: the database, the clock and the options.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::error::Error;
use super::{ids, store};
use crate::clock::Clock;
use crate::sqlite::OpenError;

/// How a sandbox is set up.
#[derive(Clone, Debug)]
pub struct Options {
    /// The database file; nothing keeps the state in memory, where it ends with the sandbox.
    pub path: Option<PathBuf>,
    /// The only "now".
    pub clock: Clock,
    /// What data, latencies and chances are drawn from in a state that is new; an older one keeps its own.
    pub seed: u64,
    /// Gives `seed` to an older state too, if it has no connections yet.
    pub sow: bool,
    /// How many times the usual rows the connections have that are made from now on; as before if not set.
    pub scale: Option<u64>,
    /// Syncs run this many times as fast; 1 takes 6 to 20 s for the first one.
    pub time_scale: f64,
    /// Sleeps the simulated latencies of the connected systems instead of only reporting them.
    pub realistic_latency: bool,
    /// Requests a minute that each connection may make.
    pub rate_limit: u64,
}

impl Options {
    /// The usual ones: in memory, seed 1, plain speed, 600 requests a minute.
    pub fn new(clock: Clock) -> Self {
        Self {
            path: None,
            clock,
            seed: 1,
            sow: false,
            scale: None,
            time_scale: 1.0,
            realistic_latency: false,
            rate_limit: 600,
        }
    }
}

/// The shared state; cheap to clone.
#[derive(Clone, Debug)]
pub(crate) struct App(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    db: Mutex<Connection>,
    options: Options,
    numbers: Mutex<Block>,
}

/// Request numbers this process has taken from the database and not yet used.
#[derive(Debug, Default)]
struct Block {
    next: u64,
    end: u64,
    salt: u64,
}

/// How many request numbers a process takes at once, so that a request need not write only to have a number.
const BLOCK: u64 = 64;

impl App {
    /// Opens the database and brings it up to date.
    pub(crate) fn open(mut options: Options) -> Result<Self, OpenError> {
        let db = store::open(options.path.as_deref())?;
        options.seed = begin(&db, &options).map_err(|_| OpenError::Sqlite {
            path: options.path.clone().unwrap_or_default(),
            source: rusqlite::Error::InvalidQuery,
        })?;
        Ok(Self(Arc::new(Inner { db: Mutex::new(db), options, numbers: Mutex::default() })))
    }

    /// The options.
    pub(crate) fn options(&self) -> &Options {
        &self.0.options
    }

    /// The clock.
    pub(crate) fn clock(&self) -> &Clock {
        &self.0.options.clock
    }

    /// The time, cut to the milliseconds that the database keeps.
    pub(crate) fn now(&self) -> Timestamp {
        time(millis(self.clock().now()))
    }

    /// Reads. Several statements may see different states when another process writes between them.
    pub(crate) fn read<T>(&self, work: impl FnOnce(&Connection) -> Result<T, Error>) -> Result<T, Error> {
        work(&self.0.db.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Reads and writes in one transaction, which is undone when `work` fails.
    pub(crate) fn write<T>(&self, work: impl FnOnce(&Transaction<'_>) -> Result<T, Error>) -> Result<T, Error> {
        let mut db = self.0.db.lock().unwrap_or_else(PoisonError::into_inner);
        // Immediate, so that two processes queue here and neither fails half-way.
        let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let value = work(&tx)?;
        tx.commit()?;
        Ok(value)
    }

    /// Takes the next request number, unique in the database and rising in one process, and the ID that goes with it.
    pub(crate) fn next_request(&self) -> Result<(u64, String), Error> {
        let mut block = self.0.numbers.lock().unwrap_or_else(PoisonError::into_inner);
        if block.next == block.end {
            let (end, salt) = self.write(|tx| Ok((store::take_numbers(tx, "request", BLOCK)?, store::salt(tx)?)))?;
            *block = Block { next: end - BLOCK, end, salt };
        }
        block.next += 1;
        Ok((block.next, ids::id("req", block.salt, block.next)))
    }

    /// Gives up the request numbers taken so far, after the sequence was reset.
    pub(crate) fn forget_numbers(&self) {
        *self.0.numbers.lock().unwrap_or_else(PoisonError::into_inner) = Block::default();
    }

    /// Returns how long a call to a system takes: drawn from the seed, the system and the request number, around a
    /// middle of its own for each system, with a tail to the right.
    pub(crate) fn source_latency(&self, slug: &str, number: u64) -> Duration {
        let seed = self.options().seed;
        let middle = 40.0 + 260.0 * ids::chance(seed, &["latency", slug]);
        let chance = ids::chance(seed, &["latency", slug, &number.to_string()]);
        Duration::from_secs_f64(middle * (0.6 + 0.5 * chance + 1.8 * chance.powi(12)) / 1000.0)
    }
}

/// Gives a new database what it begins with, and returns the seed that holds.
pub(crate) fn begin(db: &Connection, options: &Options) -> Result<u64, Error> {
    store::give_birth(db, options.seed, millis(options.clock.now()))?;
    if options.sow {
        store::sow(db, options.seed)?;
    }
    if let Some(scale) = options.scale {
        store::set_scale(db, scale)?;
    }
    store::seed(db)
}

/// Returns milliseconds since 1970, the form in which the database keeps times.
pub(crate) fn millis(time: Timestamp) -> i64 {
    time.as_millisecond()
}

/// Reads a time back from the database.
pub(crate) fn time(millis: i64) -> Timestamp {
    Timestamp::from_millisecond(millis).unwrap_or(Timestamp::MAX)
}

/// Writes a time as the platform does: ISO 8601 in UTC, to the second where it is a whole one.
pub(crate) fn iso(millis: i64) -> String {
    time(millis).to_string()
}
