//! Writes requests to the journal.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::{Connection, TransactionBehavior};

use super::bodies::{self, Bodies};
use super::entry::Draft;
use super::error::{Error, Warning};
use super::prune;
use super::redact::KnownPaths;
use super::schema::MIGRATIONS;
use crate::clock::Clock;
use crate::exchange::{Exchange, Recorder};
use crate::sqlite;

/// How long a write waits for another process. A journal is not worth a longer pause of the command it is about.
pub(super) const PATIENCE: Duration = Duration::from_secs(2);
/// How many entries wait in memory while the file cannot be written.
const WAITING: usize = 1000;
/// At most two to the power of this many entries wait before writing is tried again.
const LONGEST_PAUSE: u32 = 10;
/// The write-ahead log is cut back to this many bytes.
const LOG_BYTES: u64 = 4 << 20;

/// Name of the embedded server.
pub const SANDBOX: &str = "sandbox";

/// Limits of the journal.
#[derive(Clone, Debug)]
pub struct Options {
    /// The profile that new entries are filed under.
    pub profile: String,
    /// The server that they are sent to: its address, or [`SANDBOX`].
    pub server: Option<String>,
    /// Entries older than this are removed in time, and sums of each hour are left of them.
    pub max_age: Duration,
    /// The oldest entries are removed when the file needs more bytes than this, as are the oldest sums. It may be over by a few hundred
    /// entries, and the write-ahead log comes on top.
    pub max_bytes: u64,
}

impl Options {
    /// Ninety days and 64 MiB, which is about 200,000 requests.
    pub fn new(profile: impl Into<String>) -> Self {
        Self { profile: profile.into(), server: None, max_age: Duration::from_hours(2160), max_bytes: 64 << 20 }
    }
}

/// The journal in one file, which many processes may write and read at once.
///
/// Making one opens nothing. Each exchange is committed when it is recorded, or as soon as a thread is there for it, so
/// that the requests of a killed process are in it; the commit is handed to the operating system and not waited for on
/// the disk, so that a power cut may take the last few.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    options: Options,
    clock: Clock,
    state: Mutex<State>,
    /// Locked before the state, by whoever writes.
    file: Mutex<File>,
}

#[derive(Debug, Default)]
struct State {
    /// Exchanges that nobody has begun to write.
    waiting: Vec<(Exchange, Option<Bodies>)>,
    /// A thread is on its way to write them.
    is_scheduled: bool,
    /// How many writes have failed in a row.
    failures: u32,
    /// How many more entries wait before writing is tried again.
    pause: u32,
    /// Entries that were dropped.
    lost: u64,
    /// Why the newest write failed.
    cause: Option<Error>,
}

#[derive(Debug, Default)]
struct File {
    db: Option<Connection>,
    /// Entries that are not in it.
    drafts: VecDeque<Draft>,
    paths: KnownPaths,
}

impl Recorder for Journal {
    fn record(&self, exchange: &Exchange) {
        self.state().waiting.push((exchange.clone(), None));
        self.write_unless_paused();
    }
}

impl Journal {
    /// Records an exchange on another thread, together with those that end meanwhile: of many requests at once each alone
    /// would cost a transaction, and the time of the thread that sends them. Without a runtime it is committed at once.
    pub fn record_grouped(self: &Arc<Self>, exchange: &Exchange) {
        let Ok(runtime) = tokio::runtime::Handle::try_current() else { return self.record(exchange) };
        let mut state = self.state();
        state.waiting.push((exchange.clone(), None));
        let is_behind = state.waiting.len() >= WAITING / 2;
        let is_scheduled = std::mem::replace(&mut state.is_scheduled, true);
        drop(state);
        if is_behind {
            // None is dropped because its thread is slow.
            self.write_unless_paused();
        } else if !is_scheduled {
            let journal = Arc::clone(self);
            runtime.spawn_blocking(move || journal.write_unless_paused());
        }
    }

    /// Records many exchanges, with the bodies that are kept, in one transaction or as few as their number allows.
    pub fn record_all(&self, exchanges: Vec<(Exchange, Option<Bodies>)>) {
        let mut exchanges = exchanges.into_iter().peekable();
        while exchanges.peek().is_some() {
            self.state().waiting.extend(exchanges.by_ref().take(WAITING / 2));
            self.write_unless_paused();
        }
    }

    /// Returns why the newest write failed; nothing where it did not.
    pub fn failure(&self) -> Option<String> {
        let state = self.state();
        let cause: &dyn std::error::Error = state.cause.as_ref().filter(|_| state.failures > 0)?;
        let causes = std::iter::successors(Some(cause), |error| error.source());
        Some(causes.map(ToString::to_string).collect::<Vec<_>>().join(": "))
    }

    fn write_unless_paused(&self) {
        let mut file = self.file();
        if self.take(&mut file) {
            self.write(&mut file);
        }
    }

    /// Takes what waits, without secrets. Returns whether it is to be written now.
    fn take(&self, file: &mut File) -> bool {
        let mut state = self.state();
        state.is_scheduled = false;
        let waiting = std::mem::take(&mut state.waiting);
        drop(state);
        let File { drafts, paths, .. } = file;
        drafts.extend(waiting.into_iter().map(|(exchange, bodies)| Draft::new(&exchange, paths).with_bodies(bodies)));
        let surplus = file.drafts.len().saturating_sub(WAITING);
        file.drafts.drain(..surplus);
        let mut state = self.state();
        state.lost += surplus as u64;
        match state.pause.checked_sub(1) {
            Some(less) => {
                state.pause = less;
                false
            }
            None => true,
        }
    }

    /// Returns the journal in the file at `path`, which need not exist.
    pub fn new(path: impl Into<PathBuf>, options: Options, clock: Clock) -> Self {
        Self { path: path.into(), options, clock, state: Mutex::default(), file: Mutex::default() }
    }

    /// Returns where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    pub(super) fn profile(&self) -> &str {
        &self.options.profile
    }

    /// Writes in one transaction.
    pub(super) fn write_all(&self, work: impl FnOnce(&Connection) -> rusqlite::Result<()>) -> Result<(), Error> {
        let mut db = self.open()?;
        let run = |db: &mut Connection| {
            let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            work(&tx)?;
            tx.commit()
        };
        run(&mut db).map_err(|source| self.failed(source))
    }

    pub(super) const fn max_bytes(&self) -> u64 {
        self.options.max_bytes
    }

    pub(super) const fn clock(&self) -> &Clock {
        &self.clock
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn file(&self) -> MutexGuard<'_, File> {
        self.file.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes what waits, and tries once more to write what could not be written.
    pub fn flush(&self) {
        let mut file = self.file();
        self.take(&mut file);
        self.write(&mut file);
    }

    /// Returns what could not be stored since the last call, after one more try. Those entries are then lost.
    pub fn take_warning(&self) -> Option<Warning> {
        self.flush();
        let (mut file, mut state) = (self.file(), self.state());
        let lost = std::mem::take(&mut state.lost) + std::mem::take(&mut file.drafts).len() as u64;
        (state.failures, state.pause) = (0, 0);
        let cause = state.cause.take()?;
        (lost > 0).then_some(Warning { lost, cause })
    }

    /// Removes what is older or more than the options allow, and gives the room back to the disk. Returns how many
    /// entries went. Nothing needs this: the bounds are looked after while writing.
    ///
    /// # Errors
    /// When the file cannot be opened or written.
    pub fn prune(&self) -> Result<u64, Error> {
        self.flush();
        if !self.exists() {
            return Ok(0);
        }
        let mut db = self.open()?;
        let run = |db: &mut Connection| {
            let removed = prune::prune(db, self.options.max_age, self.options.max_bytes, self.clock.now())?;
            if removed > 0 {
                db.execute_batch("VACUUM")?;
            }
            Ok(removed)
        };
        run(&mut db).map_err(|source| self.failed(source))
    }

    /// Opens the file for reading, or returns nothing if there is none.
    pub(super) fn reader(&self) -> Result<Option<Connection>, Error> {
        self.flush();
        if !self.exists() {
            return Ok(None);
        }
        let db = self.open()?;
        db.pragma_update(None, "query_only", true).map_err(|source| self.failed(source))?;
        Ok(Some(db))
    }

    pub(super) fn failed(&self, error: rusqlite::Error) -> Error {
        Error::Sqlite { path: self.path.clone(), source: error.into() }
    }

    pub(super) fn exists(&self) -> bool {
        // A path that cannot be checked may exist; opening it returns the reason.
        self.path.try_exists().unwrap_or(true)
    }

    pub(super) fn open(&self) -> Result<Connection, Error> {
        let db = sqlite::open(&self.path, MIGRATIONS)?;
        let tune = || {
            db.busy_timeout(PATIENCE)?;
            db.pragma_update(None, "synchronous", "NORMAL")?;
            db.query_row(&format!("PRAGMA journal_size_limit = {LOG_BYTES}"), [], |_| Ok(()))
        };
        tune().map_err(|source| self.failed(source))?;
        Ok(db)
    }

    fn write(&self, file: &mut File) {
        if file.drafts.is_empty() {
            return;
        }
        let outcome = self.try_write(file);
        let mut state = self.state();
        match outcome {
            Ok(()) => {
                file.drafts.clear();
                (state.failures, state.pause) = (0, 0);
            }
            Err(error) => {
                state.cause = Some(error);
                // A full or locked disk is not tried at every request.
                state.failures += 1;
                state.pause = 1 << state.failures.min(LONGEST_PAUSE);
            }
        }
    }

    fn try_write(&self, file: &mut File) -> Result<(), Error> {
        let is_first = file.db.is_none();
        let db = match &mut file.db {
            Some(db) => db,
            closed => closed.insert(self.open()?),
        };
        let insert = |db: &mut Connection| {
            let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let mut is_due = is_first && (is_overdue(&tx, self)? || bodies::is_overdue(&tx, self.clock.now())?);
            let of = (&*self.options.profile, self.options.server.as_deref());
            Draft::insert_all(&file.drafts, of, &tx, |number| is_due |= prune::is_due(number))?;
            tx.commit()?;
            Ok(is_due)
        };
        let is_due = insert(db).map_err(|source| self.failed(source))?;
        if is_due {
            // The entries are safe; bounds that cannot be kept now are kept by the next who is due.
            let _ = prune::prune(db, self.options.max_age, self.options.max_bytes, self.clock.now());
        }
        Ok(())
    }
}

/// Returns whether the oldest entry should have gone a while ago: rare use makes no round numbers.
fn is_overdue(db: &Connection, journal: &Journal) -> rusqlite::Result<bool> {
    let oldest: Option<i64> = db.query_row("SELECT min(at) FROM exchange", [], |row| row.get(0))?;
    let allowed = journal.options.max_age.saturating_add(journal.options.max_age / 16);
    let limit = journal.clock.now().checked_sub(allowed).map(jiff::Timestamp::as_microsecond);
    Ok(matches!((oldest, limit), (Some(oldest), Ok(limit)) if oldest < limit))
}

impl Drop for Journal {
    fn drop(&mut self) {
        self.flush();
    }
}
