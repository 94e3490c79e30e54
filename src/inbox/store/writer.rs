//! The thread that writes: takes whatever is waiting, commits once, then answers everybody.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use rusqlite::{Connection, ErrorCode, OpenFlags};
use tokio::sync::{Notify, broadcast, mpsc};

use super::super::Error;
use super::super::gap::Gap;
use super::super::notice::Notice;
use super::checkpoint::Checkpoints;
use super::{Arrival, Kept, Place, Refusal, Reply, Stub, rows};
use crate::sqlite::OpenError;

/// Commands in one transaction, at most.
const BATCH: usize = 1024;

/// What the thread is asked to do.
pub(in crate::inbox) enum Command {
    /// Keep an arrival.
    Keep(Box<Arrival>, Reply<Kept>),
    /// Keep a note of what was not accepted.
    Reject(Box<Stub>, Reply<()>),
    /// A try at passing an event on begins.
    Start(Box<Started>, Reply<i64>),
    /// A try ended.
    End(Box<Ended>, Reply<()>),
    /// A sync ended that no event announced. Answers whether that is new.
    Gap(Box<(Gap, Timestamp)>, Reply<bool>),
    /// No route leads anywhere for this event.
    Unroute(i64, Reply<()>),
    /// Commit what came before, then end.
    Stop,
}

/// Why an event is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::inbox) enum Kind {
    /// By the forwarder.
    Forward,
    /// By a person.
    Replay,
}

impl Kind {
    pub(in crate::inbox) const fn as_str(self) -> &'static str {
        match self {
            Self::Forward => "forward",
            Self::Replay => "replay",
        }
    }
}

/// A try at passing an event on.
pub(in crate::inbox) struct Started {
    pub(in crate::inbox) number: i64,
    pub(in crate::inbox) kind: Kind,
    pub(in crate::inbox) target: String,
    pub(in crate::inbox) at: Timestamp,
}

/// How a try ended.
pub(in crate::inbox) struct Ended {
    pub(in crate::inbox) attempt: i64,
    pub(in crate::inbox) number: i64,
    pub(in crate::inbox) at: Timestamp,
    pub(in crate::inbox) status: Option<u16>,
    pub(in crate::inbox) error: Option<String>,
    pub(in crate::inbox) elapsed: Duration,
    pub(in crate::inbox) next: Next,
}

/// What a try means for its event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::inbox) enum Next {
    /// It is done.
    Delivered,
    /// It is tried again, not before this time.
    Again(Timestamp),
    /// It is tried no more unless somebody asks.
    GaveUp,
    /// Nothing: it was a replay.
    Nothing,
}

/// An answer that waits for the commit.
enum Pending {
    Kept(Reply<Kept>, Result<Kept, Refusal>, Box<Arrival>),
    Done(Reply<()>),
    Started(Reply<i64>, i64),
    Noted(Reply<bool>, bool),
}

pub(super) struct Writer {
    db: Connection,
    path: PathBuf,
    identity: Option<(u64, u64)>,
    max_bytes: u64,
    page_size: u64,
    queue: mpsc::Receiver<Command>,
    notices: broadcast::Sender<Arc<Notice>>,
    wake: Arc<Notify>,
    checkpoints: Checkpoints,
}

impl Writer {
    pub(super) fn new(
        db: Connection,
        place: &Place,
        queue: mpsc::Receiver<Command>,
        notices: broadcast::Sender<Arc<Notice>>,
        wake: Arc<Notify>,
    ) -> Result<Self, Error> {
        let failed = |error| OpenError::sqlite(&place.path, error);
        prepare(&db).map_err(failed)?;
        let page_size = db.query_row("PRAGMA page_size", [], |row| row.get::<_, u32>(0)).map_err(failed)?.into();
        let checkpoints = Checkpoints::start(&place.path).map_err(failed)?;
        Ok(Self {
            db,
            identity: identity(&place.path),
            path: place.path.clone(),
            max_bytes: place.max_bytes,
            page_size,
            queue,
            notices,
            wake,
            checkpoints,
        })
    }

    pub(super) fn run(mut self) {
        let mut batch = Vec::with_capacity(BATCH);
        loop {
            // Everything that came during the last commit goes into the next one.
            if self.queue.blocking_recv_many(&mut batch, BATCH) == 0 {
                return;
            }
            let stop = batch.iter().position(|command| matches!(command, Command::Stop));
            if let Some(at) = stop {
                self.queue.close();
                batch.truncate(at);
            }
            if !batch.is_empty() {
                self.commit(batch.drain(..));
            }
            if stop.is_some() {
                return;
            }
        }
    }

    fn commit(&mut self, batch: impl ExactSizeIterator<Item = Command>) {
        let mut pending = Vec::with_capacity(batch.len());
        let mut refused: Option<Refusal> = (identity(&self.path) != self.identity).then_some(Refusal::Gone);
        let mut room = 0;
        if refused.is_none() {
            match self.begin() {
                Ok(free) => room = free,
                Err(error) => refused = Some(self.give_up(&error)),
            }
        }
        let mut written = 16 << 10;
        for command in batch {
            // After the first failure everybody is refused; nothing of the batch is kept.
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
        match refused {
            Some(refusal) => {
                let message = refusal.to_string();
                self.notices.send(Arc::new(Notice::Trouble { message })).ok();
                for pending in pending {
                    pending.refuse(&refusal);
                }
            }
            None => self.answer(pending),
        }
        self.checkpoints.note(written, &self.db);
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
            Command::Keep(arrival, reply) => {
                let bytes = arrival.stored_bytes();
                match rows::keep(&self.db, &arrival, bytes <= *room) {
                    Ok(Some(kept)) => {
                        if !matches!(kept, Kept::Duplicate { .. }) {
                            *room = room.saturating_sub(bytes);
                            *written += bytes;
                        }
                        Ok(Pending::Kept(reply, Ok(kept), arrival))
                    }
                    Ok(None) => Ok(Pending::Kept(reply, Err(Refusal::Full { limit: self.max_bytes }), arrival)),
                    Err(error) => Err((Command::Keep(arrival, reply), error)),
                }
            }
            // Notes of what was refused must not fill the inbox up for what is not.
            Command::Reject(_, reply) if *room < self.max_bytes / 2 => Ok(Pending::Done(reply)),
            Command::Reject(stub, reply) => match rows::reject(&self.db, &stub) {
                Ok(()) => {
                    let bytes = stub.stored_bytes();
                    *room = room.saturating_sub(bytes);
                    *written += bytes;
                    Ok(Pending::Done(reply))
                }
                Err(error) => Err((Command::Reject(stub, reply), error)),
            },
            Command::Start(started, reply) => match rows::start(&self.db, &started) {
                Ok(id) => Ok(Pending::Started(reply, id)),
                Err(error) => Err((Command::Start(started, reply), error)),
            },
            Command::End(ended, reply) => match rows::end(&self.db, &ended) {
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

    /// Ends a transaction that failed, and says why.
    fn give_up(&mut self, error: &rusqlite::Error) -> Refusal {
        if !self.db.is_autocommit() {
            self.db.execute_batch("ROLLBACK").ok();
        }
        // Moving the log into the database may make room, and needs none.
        self.checkpoints.ask();
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Refusal::NoSpace,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Refusal::Failed(error.to_string()),
            _ => {
                // After a failed read or write a connection may not be usable any more.
                let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
                if let Ok(fresh) = Connection::open_with_flags(&self.path, flags)
                    && prepare(&fresh).is_ok()
                {
                    self.db = fresh;
                }
                Refusal::Failed(error.to_string())
            }
        }
    }

    fn answer(&self, pending: Vec<Pending>) {
        let told = self.notices.receiver_count() > 0;
        let mut forward = false;
        for pending in pending {
            match pending {
                Pending::Kept(reply, kept, arrival) => {
                    if let Ok(kept) = &kept {
                        forward |= arrival.forward && matches!(kept, Kept::New { .. });
                        if told {
                            self.notices.send(Arc::new(Notice::kept(*kept, &arrival))).ok();
                        }
                    }
                    reply.send(kept).ok();
                }
                Pending::Done(reply) => drop(reply.send(Ok(()))),
                Pending::Started(reply, id) => drop(reply.send(Ok(id))),
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
            Command::Keep(arrival, reply) => Self::Kept(reply, Err(Refusal::Closed), arrival),
            Command::Reject(_, reply) | Command::End(_, reply) | Command::Unroute(_, reply) => Self::Done(reply),
            Command::Start(_, reply) => Self::Started(reply, 0),
            Command::Gap(_, reply) => Self::Noted(reply, false),
            Command::Stop => unreachable!("a batch ends before the word to stop"),
        }
    }

    fn refuse(self, refusal: &Refusal) {
        match self {
            Self::Kept(reply, ..) => drop(reply.send(Err(refusal.clone()))),
            Self::Done(reply) => drop(reply.send(Err(refusal.clone()))),
            Self::Started(reply, _) => drop(reply.send(Err(refusal.clone()))),
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

/// Tells one file from another under the same name.
#[cfg(unix)]
fn identity(path: &std::path::Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt as _;
    std::fs::metadata(path).ok().map(|found| (found.dev(), found.ino()))
}

/// Elsewhere an open file cannot be taken away.
#[cfg(not(unix))]
fn identity(_: &std::path::Path) -> Option<(u64, u64)> {
    None
}
