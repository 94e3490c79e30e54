//! The state that all handlers share: database, clock and options.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::error::Error;
use super::options::Options;
use super::store;
use super::store::clock::{self, ClockState};
use super::time::{millis, time};
use super::vault::Vault;
use super::vault::master::MasterKey;
use super::{challenge, ids};
use crate::clock::{Clock, Moment};
use crate::secret::Secret;
use crate::sqlite::OpenError;

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
    /// The clock as last read from the database.
    reading: Mutex<ClockState>,
}

/// Request numbers that this process has reserved in the database.
#[derive(Debug, Default)]
struct Block {
    next: u64,
    end: u64,
    salt: u64,
    /// Requests that are not logged; they are counted in this process only.
    unlogged: u64,
    unlogged_salt: u64,
}

/// Request numbers reserved at once, so that a request need not write to the database only to get a number.
const BLOCK: u64 = 64;

impl App {
    /// Opens the database and applies pending migrations.
    pub(crate) fn open(mut options: Options) -> Result<Self, OpenError> {
        let mut db = store::open(options.path.as_deref())?;
        let vault = open_vault(&mut db, options.path.as_deref())?;
        let begun = initialize(&mut db, &options).and_then(|reading| Ok((reading, store::seed(&db)?)));
        let (reading, seed) = begun.map_err(|error| OpenError::Unusable {
            path: options.path.clone().unwrap_or(":memory:".into()),
            problem: error.message,
        })?;
        // Data is computed from the seed, so a state that is opened again must use its original seed.
        options.seed = seed;
        let (numbers, reading) = (Mutex::default(), Mutex::new(reading));
        Ok(Self(Arc::new(Inner {
            db: Mutex::new(db),
            options,
            vault,
            owner_proof: challenge::new_secret(),
            numbers,
            reading,
        })))
    }

    /// The options.
    pub(crate) fn options(&self) -> &Options {
        &self.0.options
    }

    /// Returns the vault that encrypts the secrets in the database.
    pub(crate) fn vault(&self) -> &Vault {
        &self.0.vault
    }

    /// Returns the secret shared with the process that started this sandbox.
    pub(crate) fn owner_proof(&self) -> &Secret {
        &self.0.owner_proof
    }

    /// Returns the machine's clock, for measuring and waiting. Events in the sandbox happen at [`App::now`].
    pub(crate) fn clock(&self) -> &Clock {
        &self.0.options.clock
    }

    /// Returns the machine's time in milliseconds since 1970.
    pub(crate) fn real(&self) -> i64 {
        millis(self.clock().now())
    }

    /// Returns the simulated time with millisecond precision, by the clock as last read from the database.
    pub(crate) fn now(&self) -> Timestamp {
        time(self.reading().now(self.real()))
    }

    /// Returns the clock as last read from the database.
    pub(crate) fn reading(&self) -> ClockState {
        self.0.reading.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Reads the clock from the database: another process may have moved it.
    pub(crate) fn refresh_clock(&self, db: &Connection) -> Result<(), Error> {
        let reading = clock::read(db)?;
        *self.0.reading.lock().unwrap_or_else(PoisonError::into_inner) = reading;
        Ok(())
    }

    /// Returns the machine time that passed since `began`; zero while the simulated clock is stopped.
    pub(crate) fn elapsed(&self, began: Moment) -> Duration {
        if self.reading().is_stopped(self.real()) { Duration::ZERO } else { self.clock().since(began) }
    }

    /// Reads from the database. Two statements may see different states when another process writes between them.
    pub(crate) fn read<T>(&self, work: impl FnOnce(&Connection) -> Result<T, Error>) -> Result<T, Error> {
        work(&self.0.db.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Runs `work` in one transaction, which is rolled back when it fails.
    pub(crate) fn write<T>(&self, work: impl FnOnce(&Transaction<'_>) -> Result<T, Error>) -> Result<T, Error> {
        let (mut work, mut value) = (Some(work), None);
        self.in_transaction(&mut |tx| {
            value = work.take().map(|work| work(tx)).transpose()?;
            Ok(())
        })?;
        Ok(value.expect("it is called once"))
    }

    /// Not generic: most routes come through here.
    fn in_transaction(&self, work: &mut dyn FnMut(&Transaction<'_>) -> Result<(), Error>) -> Result<(), Error> {
        let mut db = self.0.db.lock().unwrap_or_else(PoisonError::into_inner);
        // Immediate, so that two processes queue here instead of one failing half-way.
        let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        self.refresh_clock(&tx)?;
        work(&tx)?;
        tx.commit()?;
        Ok(())
    }

    /// Changes the clock, and whatever else `work` changes, in one transaction.
    pub(crate) fn update_clock<T>(
        &self,
        work: impl FnOnce(&Transaction<'_>, &mut ClockState) -> Result<T, Error>,
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

    /// Runs `work` in one transaction with the database file `snapshot` attached as `snapshot`.
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
        self.refresh_clock(&db)?;
        drop(db);
        self.discard_numbers();
        outcome
    }

    fn discard_numbers(&self) {
        let mut block = self.0.numbers.lock().unwrap_or_else(PoisonError::into_inner);
        (block.next, block.end, block.salt) = (0, 0, 0);
    }

    /// Empties the database and initializes it with the clock of the options.
    pub(crate) fn restart(&self) -> Result<(), Error> {
        let reading = self.write(|tx| {
            let births = store::reset_count(tx)?;
            store::reset(tx)?;
            self.vault().initialize(tx)?;
            let reading = initial_clock(self.options(), millis(self.clock().now()));
            clock::write(tx, &reading)?;
            store::initialize(tx, self.options().seed, reading.now(self.real()), births + 1)?;
            if let Some(scale) = self.options().scale {
                store::set_scale(tx, scale)?;
            }
            Ok(reading)
        })?;
        *self.0.reading.lock().unwrap_or_else(PoisonError::into_inner) = reading;
        self.discard_numbers();
        Ok(())
    }

    /// Returns the next request number (unique in the database, increasing in one process) and its ID.
    pub(crate) fn next_request(&self) -> Result<(u64, String), Error> {
        let mut block = self.0.numbers.lock().unwrap_or_else(PoisonError::into_inner);
        if block.next == block.end {
            let (end, salt) = self.write(|tx| Ok((store::take_numbers(tx, "request", BLOCK)?, store::salt(tx)?)))?;
            *block = Block { next: end - BLOCK, end, salt, ..*block };
        }
        block.next += 1;
        Ok((block.next, ids::id("req", block.salt, block.next)))
    }

    /// Returns a random ID for a request that is not logged.
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

    /// Returns the simulated duration of a call to a system: drawn from the seed, the system and the request number,
    /// around a median of its own for each system, skewed to the right.
    pub(crate) fn source_latency(&self, slug: &str, number: u64) -> Duration {
        let seed = self.options().seed;
        let middle = 40.0 + 260.0 * ids::chance(seed, &["latency", slug]);
        let chance = ids::chance(seed, &["latency", slug, &number.to_string()]);
        Duration::from_secs_f64(middle * (0.6 + 0.5 * chance + 1.8 * chance.powi(12)) / 1000.0)
    }
}

/// Returns the vault of a database that was just opened, and encrypts secrets that an older version stored in plain
/// text.
fn open_vault(db: &mut Connection, path: Option<&Path>) -> Result<Vault, OpenError> {
    let place = path.unwrap_or(Path::new(":memory:"));
    let sqlite = |error| OpenError::sqlite(place, error);
    let sealed = |problem| OpenError::Sealed { path: place.into(), problem };
    let used = db.prepare("SELECT 1 FROM customer_keys").and_then(|mut found| found.exists([])).map_err(sqlite)?;
    let master = match path {
        Some(path) => MasterKey::of(path, used).map_err(sealed)?,
        None => MasterKey::random(),
    };
    let vault = Vault::new(master);
    if used && !Vault::has_plaintext(db).map_err(sqlite)? {
        // Only the key is checked, without a write lock.
        vault.initialize(db).map_err(|error| sealed(error.message))?;
        return Ok(vault);
    }
    // The plain text must not remain in freed pages.
    db.pragma_update(None, "secure_delete", true).map_err(sqlite)?;
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate).map_err(sqlite)?;
    let was_clear = vault.initialize(&tx).map_err(|error| sealed(error.message))?;
    tx.commit().map_err(sqlite)?;
    if was_clear {
        db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).map_err(sqlite)?;
    }
    db.pragma_update(None, "secure_delete", false).map_err(sqlite)?;
    Ok(vault)
}

/// Initializes the clock and the salt of IDs of a database that was just opened, and returns the clock.
fn initialize(db: &mut Connection, options: &Options) -> Result<ClockState, Error> {
    let real = millis(options.clock.now());
    if store::is_initialized(db)? && options.time_scale.is_none() && options.scale.is_none() && !options.replace_seed {
        return clock::read(db);
    }
    // Two processes may get here at once; the second finds an initialized clock.
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let reading = if store::is_initialized(&tx)? {
        let mut reading = clock::read(&tx)?;
        reading.set_speed(options.time_scale.unwrap_or(reading.scale), real);
        reading
    } else {
        initial_clock(options, real)
    };
    clock::write(&tx, &reading)?;
    store::initialize(&tx, options.seed, reading.now(real), 0)?;
    if options.replace_seed {
        store::replace_seed(&tx, options.seed)?;
    }
    if let Some(scale) = options.scale {
        store::set_scale(&tx, scale)?;
    }
    tx.commit()?;
    Ok(reading)
}

/// Returns the clock of a new state.
fn initial_clock(options: &Options, real: i64) -> ClockState {
    let mut reading = ClockState::plain();
    if let Some(at) = options.start.at {
        (reading.real_at, reading.at) = (real, millis(at));
    }
    if options.start.frozen {
        (reading.at, reading.frozen) = (reading.now(real), true);
    }
    if let Some(scale) = options.time_scale {
        reading.set_speed(scale, real);
    }
    reading
}
