//! The state every handler shares: the database, the clock and the options.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::error::Error;
use super::store::clock::{self, Reading};
use super::vault::{Master, Vault};
use super::{ids, owner, store};
use crate::clock::{Clock, Moment};
use crate::secret::Secret;
use crate::sqlite::OpenError;

/// How the clock of a new state begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Start {
    /// The time it shows first; the machine's without one.
    pub at: Option<Timestamp>,
    /// Whether it stands still.
    pub frozen: bool,
}

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
    /// Simulated time goes this many times as fast from now on; as the state says without it.
    pub time_scale: Option<f64>,
    /// What a new state's clock begins with; an old state keeps its own.
    pub start: Start,
    /// Sleeps the simulated latencies of the connected systems instead of only reporting them.
    pub realistic_latency: bool,
    /// Requests a minute that each connection may make.
    pub rate_limit: u64,
}

impl Options {
    /// The usual ones: in memory, seed 1, the machine's time, 600 requests a minute.
    pub fn new(clock: Clock) -> Self {
        Self {
            path: None,
            clock,
            seed: 1,
            sow: false,
            scale: None,
            time_scale: None,
            start: Start::default(),
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
    vault: Vault,
    owner_proof: Secret,
    numbers: Mutex<Block>,
    /// The clock as it was when the database was last looked at.
    reading: Mutex<Reading>,
}

/// Request numbers this process has taken from the database and not yet used.
#[derive(Debug, Default)]
struct Block {
    next: u64,
    end: u64,
    salt: u64,
    /// Requests that are not logged and have no such number.
    unlogged: u64,
    unlogged_salt: u64,
}

/// How many request numbers a process takes at once, so that a request need not write only to have a number.
const BLOCK: u64 = 64;

impl App {
    /// Opens the database and brings it up to date.
    pub(crate) fn open(mut options: Options) -> Result<Self, OpenError> {
        let mut db = store::open(options.path.as_deref())?;
        let vault = unlock(&mut db, options.path.as_deref())?;
        let begun = begin(&mut db, &options).and_then(|reading| Ok((reading, store::seed(&db)?)));
        let (reading, seed) = begun.map_err(|error| OpenError::Unusable {
            path: options.path.clone().unwrap_or(":memory:".into()),
            problem: error.message,
        })?;
        // Data follows from the seed: whoever opens a state later must go on with the one it began with.
        options.seed = seed;
        let (numbers, reading) = (Mutex::default(), Mutex::new(reading));
        Ok(Self(Arc::new(Inner { db: Mutex::new(db), options, vault, owner_proof: owner::proof(), numbers, reading })))
    }

    /// The options.
    pub(crate) fn options(&self) -> &Options {
        &self.0.options
    }

    /// Seals and opens the secrets in the database.
    pub(crate) fn vault(&self) -> &Vault {
        &self.0.vault
    }

    /// What only this process knows, and whoever it tells.
    pub(crate) fn owner_proof(&self) -> &Secret {
        &self.0.owner_proof
    }

    /// The machine's clock, to measure by and to wait on. What happens in the sandbox happens at [`App::now`].
    pub(crate) fn clock(&self) -> &Clock {
        &self.0.options.clock
    }

    /// The machine's time, in milliseconds since 1970.
    pub(crate) fn real(&self) -> i64 {
        millis(self.clock().now())
    }

    /// The simulated time, in the milliseconds that the database keeps, by the clock as it was when the database was
    /// last settled or written to.
    pub(crate) fn now(&self) -> Timestamp {
        time(self.reading().now(self.real()))
    }

    /// Returns the clock as it was when the database was last looked at.
    pub(crate) fn reading(&self) -> Reading {
        self.0.reading.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Looks at the clock in the database: another process may have moved it.
    pub(crate) fn look_at_clock(&self, db: &Connection) -> Result<(), Error> {
        let reading = clock::read(db)?;
        *self.0.reading.lock().unwrap_or_else(PoisonError::into_inner) = reading;
        Ok(())
    }

    /// Returns the time that passed since `began`, none where time stands still.
    pub(crate) fn elapsed(&self, began: Moment) -> Duration {
        if self.reading().stands(self.real()) { Duration::ZERO } else { self.clock().since(began) }
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
        self.look_at_clock(&tx)?;
        let value = work(&tx)?;
        tx.commit()?;
        Ok(value)
    }

    /// Changes the clock and whatever else goes with it, in one transaction.
    pub(crate) fn turn<T>(
        &self,
        work: impl FnOnce(&Transaction<'_>, &mut Reading) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let (value, reading) = self.write(|tx| {
            let mut reading = clock::read(tx)?;
            let value = work(tx, &mut reading)?;
            clock::write(tx, &reading)?;
            Ok((value, reading))
        })?;
        *self.0.reading.lock().unwrap_or_else(PoisonError::into_inner) = reading;
        Ok(value)
    }

    /// Changes everything, beside another database that is attached as `snapshot` for as long.
    pub(crate) fn replace<T>(
        &self,
        snapshot: &Path,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let mut db = self.0.db.lock().unwrap_or_else(PoisonError::into_inner);
        db.execute("ATTACH ?1 AS snapshot", [snapshot.to_string_lossy()])?;
        let outcome = (|| {
            let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let value = work(&tx)?;
            tx.commit()?;
            Ok(value)
        })();
        db.execute("DETACH snapshot", [])?;
        self.look_at_clock(&db)?;
        drop(db);
        self.forget_numbers();
        outcome
    }

    fn forget_numbers(&self) {
        let mut block = self.0.numbers.lock().unwrap_or_else(PoisonError::into_inner);
        (block.next, block.end, block.salt) = (0, 0, 0);
    }

    /// Empties everything and begins anew, with the clock as these options say.
    pub(crate) fn restart(&self) -> Result<(), Error> {
        let reading = self.write(|tx| {
            let births = store::births(tx)?;
            store::reset(tx)?;
            self.vault().begin(tx)?;
            let reading = first_reading(self.options(), millis(self.clock().now()));
            clock::write(tx, &reading)?;
            store::give_birth(tx, self.options().seed, reading.now(self.real()), births + 1)?;
            if let Some(scale) = self.options().scale {
                store::set_scale(tx, scale)?;
            }
            Ok(reading)
        })?;
        *self.0.reading.lock().unwrap_or_else(PoisonError::into_inner) = reading;
        self.forget_numbers();
        Ok(())
    }

    /// Takes the next request number, unique in the database and rising in one process, and the ID that goes with it.
    pub(crate) fn next_request(&self) -> Result<(u64, String), Error> {
        let mut block = self.0.numbers.lock().unwrap_or_else(PoisonError::into_inner);
        if block.next == block.end {
            let (end, salt) = self.write(|tx| Ok((store::take_numbers(tx, "request", BLOCK)?, store::salt(tx)?)))?;
            *block = Block { next: end - BLOCK, end, salt, ..*block };
        }
        block.next += 1;
        Ok((block.next, ids::id("req", block.salt, block.next)))
    }

    /// Returns an ID for a request that is not logged: from the system's randomness, like nobody else's.
    pub(crate) fn unlogged_request(&self) -> String {
        let mut block = self.0.numbers.lock().unwrap_or_else(PoisonError::into_inner);
        if block.unlogged_salt == 0 {
            let mut bytes = [0_u8; 8];
            getrandom::fill(&mut bytes).expect("the system has randomness");
            block.unlogged_salt = u64::from_le_bytes(bytes) | 1;
        }
        block.unlogged += 1;
        ids::id("req", block.unlogged_salt, block.unlogged)
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

/// Returns what opens the secrets of a database that was just opened, and seals those that an older version left in the
/// clear.
fn unlock(db: &mut Connection, path: Option<&Path>) -> Result<Vault, OpenError> {
    let place = path.unwrap_or(Path::new(":memory:"));
    let sqlite = |error| OpenError::sqlite(place, error);
    let sealed = |problem| OpenError::Sealed { path: place.into(), problem };
    let used = db.prepare("SELECT 1 FROM customer_keys").and_then(|mut found| found.exists([])).map_err(sqlite)?;
    let master = match path {
        Some(path) => Master::of(path, used).map_err(sealed)?,
        None => Master::random(),
    };
    let vault = Vault::new(master);
    if used && !Vault::finds_clear(db).map_err(sqlite)? {
        // Only the key is tried: nobody who writes holds this up.
        vault.begin(db).map_err(|error| sealed(error.message))?;
        return Ok(vault);
    }
    // What is sealed below must not be found in pages that are free afterwards.
    db.pragma_update(None, "secure_delete", true).map_err(sqlite)?;
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate).map_err(sqlite)?;
    let was_clear = vault.begin(&tx).map_err(|error| sealed(error.message))?;
    tx.commit().map_err(sqlite)?;
    if was_clear {
        db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).map_err(sqlite)?;
    }
    db.pragma_update(None, "secure_delete", false).map_err(sqlite)?;
    Ok(vault)
}

/// Brings the clock and the identities of a database that was just opened in order, and returns the clock.
fn begin(db: &mut Connection, options: &Options) -> Result<Reading, Error> {
    let real = millis(options.clock.now());
    if store::is_born(db)? && options.time_scale.is_none() && options.scale.is_none() && !options.sow {
        return clock::read(db);
    }
    // Two processes may meet here; the second one finds a clock that runs.
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let reading = if store::is_born(&tx)? {
        let mut reading = clock::read(&tx)?;
        reading.pace(options.time_scale.unwrap_or(reading.scale), real);
        reading
    } else {
        first_reading(options, real)
    };
    clock::write(&tx, &reading)?;
    store::give_birth(&tx, options.seed, reading.now(real), 0)?;
    if options.sow {
        store::sow(&tx, options.seed)?;
    }
    if let Some(scale) = options.scale {
        store::set_scale(&tx, scale)?;
    }
    tx.commit()?;
    Ok(reading)
}

/// Returns the clock of a new state.
fn first_reading(options: &Options, real: i64) -> Reading {
    let mut reading = Reading::plain();
    if let Some(at) = options.start.at {
        (reading.real_at, reading.at) = (real, millis(at));
    }
    if options.start.frozen {
        (reading.at, reading.frozen) = (reading.now(real), true);
    }
    if let Some(scale) = options.time_scale {
        reading.pace(scale, real);
    }
    reading
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
