//! The thread that writes: takes whatever is waiting, commits once, then answers everybody.

use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags};
use tokio::sync::{Notify, broadcast, mpsc};

use super::super::error::Error;
use super::super::event::ReceiverEvent;
use super::checkpoint::{Checkpoints, keep_log};
use super::command::Command;
use super::newest::Newest;
use super::outcome::{StoreError, Stored};
use super::reply::{Answers, Known};
use super::rows;
use crate::sqlite::OpenError;

/// Commands in one transaction, at most.
const BATCH: usize = 1024;

/// Bytes of a batch.
struct Size {
    /// Those that may still be added.
    room: u64,
    /// Those that were added, with what every commit writes.
    written: u64,
}

impl Size {
    fn take(&mut self, bytes: u64) {
        self.room = self.room.saturating_sub(bytes);
        self.written += bytes;
    }
}

pub(super) struct Writer {
    db: Connection,
    newest: Newest,
    path: PathBuf,
    identity: Option<(u64, u64)>,
    /// Bytes of the file as last seen. It only grows: nothing vacuums an inbox.
    bytes: u64,
    max_bytes: u64,
    page_size: u64,
    queue: mpsc::Receiver<Command>,
    events: broadcast::Sender<Arc<ReceiverEvent>>,
    wake: Arc<Notify>,
    checkpoints: Checkpoints,
}

impl Writer {
    pub(super) fn new(
        db: Connection,
        path: &Path,
        max_bytes: u64,
        queue: mpsc::Receiver<Command>,
        events: broadcast::Sender<Arc<ReceiverEvent>>,
        wake: Arc<Notify>,
    ) -> Result<Self, Error> {
        let failed = |error| OpenError::sqlite(path, error);
        prepare(&db).map_err(failed)?;
        let page_size = db.query_row("PRAGMA page_size", [], |row| row.get::<_, u32>(0)).map_err(failed)?.into();
        let checkpoints = Checkpoints::start(path).map_err(failed)?;
        let newest = Newest::read(&db).map_err(failed)?;
        let (bytes, identity) = look(path);
        let path = path.to_owned();
        Ok(Self { db, newest, path, identity, bytes, max_bytes, page_size, queue, events, wake, checkpoints })
    }

    /// Runs until it is stopped. `note` gets for each commit whether it failed.
    pub(super) fn run(mut self, note: impl Fn(bool)) {
        let mut batch = Vec::with_capacity(BATCH);
        loop {
            // Everything received during the last commit goes into the next one.
            if self.queue.blocking_recv_many(&mut batch, BATCH) == 0 {
                return;
            }
            let stop = batch.iter().position(|command| matches!(command, Command::Stop));
            if let Some(at) = stop {
                self.queue.close();
                batch.truncate(at);
            }
            if !batch.is_empty() {
                self.commit(batch.drain(..), &note);
            }
            if stop.is_some() {
                return;
            }
        }
    }

    /// Commits a batch, notes whether that failed, and answers after it: a sender that is refused must not find the inbox
    /// healthy.
    fn commit(&mut self, batch: impl ExactSizeIterator<Item = Command>, note: &impl Fn(bool)) {
        let mut pending = Vec::with_capacity(batch.len());
        let mut size = Size { room: 0, written: 16 << 10 };
        let refused = if self.is_there() {
            let mut newest = std::mem::take(&mut self.newest);
            let done = self.write(batch, &mut newest, &mut pending, &mut size);
            newest.end(done.is_ok());
            self.newest = newest;
            done.err().map(|error| self.give_up(&error))
        } else {
            pending.extend(batch.map(without_work));
            Some(StoreError::Gone)
        };
        note(refused.is_some());
        let Some(refusal) = refused else {
            self.answer(pending);
            self.checkpoints.note(size.written, &self.db);
            return;
        };
        if refusal == StoreError::Gone {
            // What was acknowledged is still in the log: closing must not empty that into another file.
            keep_log(&self.db);
            self.checkpoints.keep_log();
        }
        let message = refusal.to_string();
        self.events.send(Arc::new(ReceiverEvent::Trouble { message })).ok();
        Answers::new(pending.into_iter().map(|answer| answer.refused(&refusal)).collect()).send();
    }

    /// Writes a batch in one transaction. `pending` gets an answer for each command, also where it fails: the whole batch is
    /// refused then, and nothing of it is stored.
    fn write(
        &self,
        mut batch: impl Iterator<Item = Command>,
        newest: &mut Newest,
        pending: &mut Vec<Known>,
        size: &mut Size,
    ) -> rusqlite::Result<()> {
        let mut write = || {
            size.room = self.begin()?;
            let mut arrivals = rows::Arrivals::new(&self.db, newest)?;
            for command in &mut batch {
                let (one, result) = self.apply(command, &mut arrivals, size);
                pending.push(one);
                result?;
            }
            drop(arrivals);
            self.db.prepare_cached("COMMIT")?.execute([])
        };
        let done = write();
        pending.extend(batch.map(without_work));
        done.map(drop)
    }

    /// Returns whether the file is the one that was opened, and has not been cut short.
    fn is_there(&mut self) -> bool {
        let (bytes, identity) = look(&self.path);
        if identity != self.identity || bytes < self.bytes {
            return false;
        }
        self.bytes = bytes;
        true
    }

    /// Begins a transaction. Returns the bytes that may still be added.
    fn begin(&self) -> rusqlite::Result<u64> {
        self.db.prepare_cached("BEGIN IMMEDIATE")?.execute([])?;
        let number = |pragma: &str| self.db.prepare_cached(pragma)?.query_row([], |row| row.get::<_, u32>(0));
        let pages = number("PRAGMA page_count")?.saturating_sub(number("PRAGMA freelist_count")?);
        Ok(self.max_bytes.saturating_sub(u64::from(pages) * self.page_size))
    }

    fn apply(
        &self,
        command: Command,
        arrivals: &mut rows::Arrivals<'_>,
        size: &mut Size,
    ) -> (Known, rusqlite::Result<()>) {
        match command {
            Command::Store(arrival, reply) => {
                let bytes = arrival.stored_bytes();
                let (answer, result) = match arrivals.store(&arrival, bytes <= size.room) {
                    Ok(Some(kept)) => {
                        if !matches!(kept, Stored::Duplicate { .. }) {
                            size.take(bytes);
                        }
                        (Ok(kept), Ok(()))
                    }
                    Ok(None) => (Err(StoreError::Full { limit: self.max_bytes }), Ok(())),
                    Err(error) => (Err(StoreError::Closed), Err(error)),
                };
                (Known::Stored(reply, answer, arrival), result)
            }
            // Notes of what was refused must not fill the inbox up for what is not.
            Command::Reject(_, reply) if size.room < self.max_bytes / 2 => (Known::Done(reply, Ok(())), Ok(())),
            Command::Reject(rejected, reply) => {
                let done = rows::reject(&self.db, &rejected);
                if done.is_ok() {
                    size.take(rejected.stored_bytes());
                }
                (Known::Done(reply, Ok(())), done)
            }
            Command::Start(started, reply) => match started.iter().map(|one| rows::start(&self.db, one)).collect() {
                Ok(ids) => (Known::Started(reply, Ok(ids)), Ok(())),
                Err(error) => (Known::Started(reply, Err(StoreError::Closed)), Err(error)),
            },
            Command::End(ended, reply) => {
                let done = ended.iter().try_for_each(|one| rows::end(&self.db, one));
                (Known::Done(reply, Ok(())), done)
            }
            Command::Unroute(number, reply) => (Known::Done(reply, Ok(())), rows::unroute(&self.db, number)),
            Command::Gap(found, reply) => match rows::gap(&self.db, &found.0, found.1) {
                Ok(new) => (Known::Noted(reply, Ok(new)), Ok(())),
                Err(error) => (Known::Noted(reply, Err(StoreError::Closed)), Err(error)),
            },
            Command::Stop => unreachable!("a batch ends before the word to stop"),
        }
    }

    /// Rolls back a transaction that failed, and returns why.
    fn give_up(&mut self, error: &rusqlite::Error) -> StoreError {
        if !self.db.is_autocommit() {
            self.db.execute_batch("ROLLBACK").ok();
        }
        // Moving the log into the database may make room, and needs none.
        self.checkpoints.ask();
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => StoreError::NoSpace,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Failed(error.to_string()),
            _ => {
                // After a failed read or write a connection may not be usable any more.
                let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
                if let Ok(fresh) = Connection::open_with_flags(&self.path, flags)
                    && prepare(&fresh).is_ok()
                {
                    self.db = fresh;
                }
                StoreError::Failed(error.to_string())
            }
        }
    }

    fn answer(&self, pending: Vec<Known>) {
        let subscribed = self.events.receiver_count() > 0;
        let mut forward = false;
        for answer in &pending {
            if let Known::Stored(_, Ok(kept), arrival) = answer {
                forward |= arrival.forward && matches!(kept, Stored::New { .. });
                if subscribed {
                    self.events.send(Arc::new(rows::stored_event(*kept, arrival))).ok();
                }
            }
        }
        Answers::new(pending).send();
        if forward {
            self.wake.notify_one();
        }
    }
}

/// The answer to a command whose work was not done, because the batch failed.
fn without_work(command: Command) -> Known {
    let closed = StoreError::Closed;
    match command {
        Command::Store(arrival, reply) => Known::Stored(reply, Err(closed), arrival),
        Command::Reject(_, reply) | Command::End(_, reply) | Command::Unroute(_, reply) => {
            Known::Done(reply, Err(closed))
        }
        Command::Start(_, reply) => Known::Started(reply, Err(closed)),
        Command::Gap(_, reply) => Known::Noted(reply, Err(closed)),
        Command::Stop => unreachable!("a batch ends before the word to stop"),
    }
}

/// Sets what a durable writer needs.
fn prepare(db: &Connection) -> rusqlite::Result<()> {
    db.busy_timeout(Duration::from_secs(5))?;
    db.pragma_update(None, "foreign_keys", true)?;
    // With NORMAL a commit can vanish when the power goes.
    db.pragma_update(None, "synchronous", "FULL")?;
    db.pragma_update(None, "wal_autocheckpoint", 0)?;
    db.set_prepared_statement_cache_capacity(64);
    // Also of a connection that was opened anew.
    crate::sqlite::keep_plans(db)
}

/// Returns the length of a file, and what identifies it, to detect another one under the same name.
fn look(path: &Path) -> (u64, Option<(u64, u64)>) {
    std::fs::metadata(path).map_or((0, None), |found| (found.len(), Some(identity(&found))))
}

#[cfg(unix)]
fn identity(found: &Metadata) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt as _;
    (found.dev(), found.ino())
}

/// Elsewhere an open file cannot be taken away.
#[cfg(not(unix))]
fn identity(_: &Metadata) -> (u64, u64) {
    (0, 0)
}
