//! The thread that writes: takes whatever is waiting, commits once, then answers everybody.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags};
use tokio::sync::{Notify, broadcast, mpsc};

use super::super::error::Error;
use super::super::event::ReceiverEvent;
use super::arrival::Arrival;
use super::checkpoint::{Checkpoints, keep_log};
use super::command::Command;
use super::outcome::{Reply, StoreError, Stored};
use super::rows;
use crate::sqlite::OpenError;

/// Commands in one transaction, at most.
const BATCH: usize = 1024;

/// An answer that waits for the commit.
enum Pending {
    Stored(Reply<Stored>, Result<Stored, StoreError>, Box<Arrival>),
    Done(Reply<()>),
    AttemptStart(Reply<Vec<i64>>, Vec<i64>),
    Noted(Reply<bool>, bool),
}

pub(super) struct Writer {
    db: Connection,
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
        Ok(Self {
            db,
            identity: identity(path),
            bytes: bytes(path),
            path: path.to_owned(),
            max_bytes,
            page_size,
            queue,
            events,
            wake,
            checkpoints,
        })
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
        let mut refused: Option<StoreError> = (!self.is_there()).then_some(StoreError::Gone);
        let mut room = 0;
        if refused.is_none() {
            match self.begin() {
                Ok(free) => room = free,
                Err(error) => refused = Some(self.give_up(&error)),
            }
        }
        let mut written = 16 << 10;
        for command in batch {
            // After the first failure the whole batch is refused; nothing of it is stored.
            if refused.is_some() {
                pending.push(Pending::without_work(command));
                continue;
            }
            match self.apply(command, &mut room, &mut written) {
                Ok(done) => pending.push(done),
                Err((command, error)) => {
                    refused = Some(self.give_up(&error));
                    pending.push(Pending::without_work(command));
                }
            }
        }
        if refused.is_none()
            && let Err(error) = self.db.prepare_cached("COMMIT").and_then(|mut commit| commit.execute([]))
        {
            refused = Some(self.give_up(&error));
        }
        note(refused.is_some());
        let Some(refusal) = refused else {
            self.answer(pending);
            self.checkpoints.note(written, &self.db);
            return;
        };
        if refusal == StoreError::Gone {
            // What was acknowledged is still in the log: closing must not empty that into another file.
            keep_log(&self.db);
            self.checkpoints.keep_log();
        }
        let message = refusal.to_string();
        self.events.send(Arc::new(ReceiverEvent::Trouble { message })).ok();
        for pending in pending {
            pending.refuse(&refusal);
        }
    }

    /// Returns whether the file is the one that was opened, and has not been cut short.
    fn is_there(&mut self) -> bool {
        let bytes = bytes(&self.path);
        if identity(&self.path) != self.identity || bytes < self.bytes {
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
        room: &mut u64,
        written: &mut u64,
    ) -> Result<Pending, (Command, rusqlite::Error)> {
        match command {
            Command::Store(arrival, reply) => {
                let bytes = arrival.stored_bytes();
                match rows::store(&self.db, &arrival, bytes <= *room) {
                    Ok(Some(kept)) => {
                        if !matches!(kept, Stored::Duplicate { .. }) {
                            *room = room.saturating_sub(bytes);
                            *written += bytes;
                        }
                        Ok(Pending::Stored(reply, Ok(kept), arrival))
                    }
                    Ok(None) => Ok(Pending::Stored(reply, Err(StoreError::Full { limit: self.max_bytes }), arrival)),
                    Err(error) => Err((Command::Store(arrival, reply), error)),
                }
            }
            // Notes of what was refused must not fill the inbox up for what is not.
            Command::Reject(_, reply) if *room < self.max_bytes / 2 => Ok(Pending::Done(reply)),
            Command::Reject(rejected, reply) => match rows::reject(&self.db, &rejected) {
                Ok(()) => {
                    let bytes = rejected.stored_bytes();
                    *room = room.saturating_sub(bytes);
                    *written += bytes;
                    Ok(Pending::Done(reply))
                }
                Err(error) => Err((Command::Reject(rejected, reply), error)),
            },
            Command::Start(started, reply) => match started.iter().map(|one| rows::start(&self.db, one)).collect() {
                Ok(ids) => Ok(Pending::AttemptStart(reply, ids)),
                Err(error) => Err((Command::Start(started, reply), error)),
            },
            Command::End(ended, reply) => match ended.iter().try_for_each(|one| rows::end(&self.db, one)) {
                Ok(()) => Ok(Pending::Done(reply)),
                Err(error) => Err((Command::End(ended, reply), error)),
            },
            Command::Unroute(number, reply) => match rows::unroute(&self.db, number) {
                Ok(()) => Ok(Pending::Done(reply)),
                Err(error) => Err((Command::Unroute(number, reply), error)),
            },
            Command::Gap(found, reply) => match rows::gap(&self.db, &found.0, found.1) {
                Ok(new) => Ok(Pending::Noted(reply, new)),
                Err(error) => Err((Command::Gap(found, reply), error)),
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

    fn answer(&self, pending: Vec<Pending>) {
        let subscribed = self.events.receiver_count() > 0;
        let mut forward = false;
        for pending in pending {
            match pending {
                Pending::Stored(reply, kept, arrival) => {
                    if let Ok(kept) = &kept {
                        forward |= arrival.forward && matches!(kept, Stored::New { .. });
                        if subscribed {
                            self.events.send(Arc::new(rows::stored_event(*kept, &arrival))).ok();
                        }
                    }
                    reply.send(kept).ok();
                }
                Pending::Done(reply) => drop(reply.send(Ok(()))),
                Pending::AttemptStart(reply, ids) => drop(reply.send(Ok(ids))),
                Pending::Noted(reply, new) => drop(reply.send(Ok(new))),
            }
        }
        if forward {
            self.wake.notify_one();
        }
    }
}

impl Pending {
    /// What is answered to a command whose work was not done, because the batch failed.
    fn without_work(command: Command) -> Self {
        match command {
            Command::Store(arrival, reply) => Self::Stored(reply, Err(StoreError::Closed), arrival),
            Command::Reject(_, reply) | Command::End(_, reply) | Command::Unroute(_, reply) => Self::Done(reply),
            Command::Start(_, reply) => Self::AttemptStart(reply, Vec::new()),
            Command::Gap(_, reply) => Self::Noted(reply, false),
            Command::Stop => unreachable!("a batch ends before the word to stop"),
        }
    }

    fn refuse(self, refusal: &StoreError) {
        match self {
            Self::Stored(reply, ..) => drop(reply.send(Err(refusal.clone()))),
            Self::Done(reply) => drop(reply.send(Err(refusal.clone()))),
            Self::AttemptStart(reply, _) => drop(reply.send(Err(refusal.clone()))),
            Self::Noted(reply, _) => drop(reply.send(Err(refusal.clone()))),
        }
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
    Ok(())
}

/// Returns the length of a file; nothing of a file that is not there.
fn bytes(path: &Path) -> u64 {
    std::fs::metadata(path).map_or(0, |found| found.len())
}

/// Identifies a file, to detect another one under the same name.
#[cfg(unix)]
fn identity(path: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt as _;
    std::fs::metadata(path).ok().map(|found| (found.dev(), found.ino()))
}

/// Elsewhere an open file cannot be taken away.
#[cfg(not(unix))]
fn identity(_: &Path) -> Option<(u64, u64)> {
    None
}
