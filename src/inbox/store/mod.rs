//! The inbox on disk: one writer, group commit, and an answer only after the commit.
//!
//! A thread owns the writing connection. It takes whatever is waiting, commits it as one transaction with
//! `synchronous=FULL`, and only then answers everybody. Checkpoints happen on another thread, because they would
//! delay commits. What reads the inbox is in [`super::query`].

mod arrival;
mod checkpoint;
mod command;
mod inspect;
mod newest;
mod outcome;
mod reply;
mod rows;
#[cfg(feature = "postgres")]
mod server;
mod writer;

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use rusqlite::OptionalExtension as _;
use tokio::sync::{Notify, broadcast, mpsc};

use super::error::Error;
use super::event::ReceiverEvent;
use super::gap::Gap;
use super::lock::{Lock, Owner};
use super::place::Place;
use super::probe;
use crate::clock::{Clock, Moment};

pub use arrival::{Arrival, RejectedDelivery, SENDER_MEMORY, is_credential};
pub(super) use arrival::{CREDENTIALS, digest_identity};
use command::Command;
pub(super) use command::{AttemptEnd, AttemptStart, Kind, Lane, NextState};
pub(super) use inspect::{Depth, STEPS, inspect};
pub use outcome::{StoreError, Stored};
use reply::Reply;
#[cfg(feature = "postgres")]
pub(super) use server::LEASE;

/// Default size limit of an inbox, above which it accepts nothing more: 4 GiB.
pub const MAX_BYTES: u64 = 4 << 30;

/// Configuration of an [`Inbox`].
#[derive(Clone, Debug)]
pub struct InboxOptions {
    /// Where it is.
    pub place: Place,
    /// Bytes at which it accepts nothing more.
    pub max_bytes: u64,
}

/// An open inbox. Clones are the same inbox.
#[derive(Clone)]
pub struct Inbox(Arc<Shared>);

struct Shared {
    options: InboxOptions,
    clock: Clock,
    commands: mpsc::Sender<Command>,
    events: broadcast::Sender<Arc<ReceiverEvent>>,
    wake: Arc<Notify>,
    /// Of an inbox in a file.
    lock: Mutex<Option<Lock>>,
    stale_owner: Option<Owner>,
    /// Of an inbox on a server.
    #[cfg(feature = "postgres")]
    membership: Option<Arc<server::Membership>>,
    writer: Mutex<Option<JoinHandle<()>>>,
    /// When a commit failed last.
    trouble: Arc<Mutex<Option<Moment>>>,
}

/// How long after a failed commit an inbox counts as in trouble. Not longer: whoever is sent nothing meanwhile would
/// otherwise never commit again.
const TROUBLE_TIME: Duration = Duration::from_secs(10);

impl std::fmt::Debug for Inbox {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Inbox").field("place", &self.0.options).finish_non_exhaustive()
    }
}

impl Inbox {
    /// Opens the inbox, making it if there is none: in a file as its only receiver, on a server as one of several.
    ///
    /// Of a file it checks the folder, takes the lock, and checks the whole file before the first byte of it is changed.
    /// Of a server it checks the settings and the format.
    ///
    /// # Errors
    /// When the place is not safe or cannot be reached, another receiver has the file, or it is foreign, newer or damaged.
    pub fn open(options: InboxOptions, clock: &Clock) -> Result<Self, Error> {
        match options.place.clone() {
            Place::File(path) => Self::open_file(options, &path, clock),
            #[cfg(feature = "postgres")]
            Place::Server(server) => Self::open_server(options, server, clock),
        }
    }

    fn open_file(options: InboxOptions, path: &Path, clock: &Clock) -> Result<Self, Error> {
        crate::sqlite::check_file(path)?;
        probe::check(path)?;
        let lock = Lock::take(path, clock.now())?;
        inspect(path, Depth::Full)?;
        let db = crate::sqlite::open(path, STEPS)?;
        check_copied(&db, path)?;
        let (mut shared, queue) = Shared::new(options, clock);
        let (events, wake) = (shared.events.clone(), Arc::clone(&shared.wake));
        let writer = writer::Writer::new(db, path, shared.options.max_bytes, queue, events, wake)?;
        shared.stale_owner = lock.stale_owner().cloned();
        shared.lock = Mutex::new(Some(lock));
        let note = shared.note();
        shared.start(move || writer.run(note))?;
        Ok(Self(Arc::new(shared)))
    }

    #[cfg(feature = "postgres")]
    fn open_server(options: InboxOptions, server: Arc<super::postgres::Server>, clock: &Clock) -> Result<Self, Error> {
        let (mut shared, queue) = Shared::new(options, clock);
        let (max_bytes, note) = (shared.options.max_bytes, shared.note());
        let (events, wake) = (shared.events.clone(), Arc::clone(&shared.wake));
        let theirs = Arc::clone(&server);
        let writer = move |membership| server::Writer::new(theirs, membership, max_bytes, queue, events, wake);
        let (opened, open) = std::sync::mpsc::sync_channel(1);
        shared.start(move || server::work(&server, writer, &opened, note))?;
        let ended = || Error::Server("the writer has ended".into());
        let membership = open.recv().map_err(|_| ended())??;
        shared.stale_owner.clone_from(&membership.before);
        shared.membership = Some(membership);
        Ok(Self(Arc::new(shared)))
    }

    /// Returns where it is.
    pub fn place(&self) -> &Place {
        &self.0.options.place
    }

    /// Returns the clock it was opened with.
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// Returns the owner of the previous receiver, if that ended without saying so; on a server, if all have.
    pub fn stale_owner(&self) -> Option<&Owner> {
        self.0.stale_owner.as_ref()
    }

    /// Writes the address into the owner file, which a second receiver shows, or into the row of this receiver.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn announce(&self, address: String) -> std::io::Result<()> {
        #[cfg(feature = "postgres")]
        if let Some(membership) = &self.0.membership {
            membership.announce(address);
            return Ok(());
        }
        match self.0.lock.lock().unwrap_or_else(PoisonError::into_inner).as_mut() {
            Some(lock) => lock.announce(address),
            None => Ok(()),
        }
    }

    /// Returns whether a commit failed within the last seconds, and none worked since.
    pub fn is_in_trouble(&self) -> bool {
        let at = *self.0.trouble.lock().unwrap_or_else(PoisonError::into_inner);
        at.is_some_and(|at| self.0.clock.since(at) < TROUBLE_TIME)
    }

    /// Subscribes to receiver events. A subscriber that is too slow loses events, gets their number, and delays nobody.
    pub fn subscribe(&self) -> broadcast::Receiver<Arc<ReceiverEvent>> {
        self.0.events.subscribe()
    }

    /// Publishes an event to all subscribers.
    pub fn publish(&self, event: ReceiverEvent) {
        // Without subscribers this fails, which is fine.
        self.0.events.send(Arc::new(event)).ok();
    }

    /// Stores an arrival. When this returns it is committed.
    ///
    /// # Errors
    /// When it could not be committed; then nothing of it is there.
    pub async fn store(&self, arrival: impl Into<Box<Arrival>>) -> Result<Stored, StoreError> {
        let arrival = arrival.into();
        self.ask(|answer| Command::Store(arrival, answer)).await
    }

    /// Stores a delivery that was not accepted.
    ///
    /// # Errors
    /// When it could not be committed.
    pub async fn store_rejected(&self, rejected: RejectedDelivery) -> Result<(), StoreError> {
        self.ask(|answer| Command::Reject(Box::new(rejected), answer)).await
    }

    /// Stores a gap, and publishes it if it is new.
    ///
    /// # Errors
    /// When it could not be committed.
    pub async fn store_gap(&self, gap: Gap) -> Result<(), StoreError> {
        let found = Box::new((gap.clone(), self.0.clock.now()));
        if self.ask(|answer| Command::Gap(found, answer)).await? {
            self.publish(ReceiverEvent::Gap(gap));
        }
        Ok(())
    }

    /// Stores the starts of attempts that are made in one request: all or none of them. Returns their IDs.
    pub(super) async fn start_attempts(&self, started: Vec<AttemptStart>) -> Result<Vec<i64>, StoreError> {
        self.ask(|answer| Command::Start(started, answer)).await
    }

    /// Stores the ends of attempts that were made in one request: all or none of them.
    pub(super) async fn end_attempts(&self, ended: Vec<AttemptEnd>) -> Result<(), StoreError> {
        self.ask(|answer| Command::End(ended, answer)).await
    }

    pub(super) async fn unroute(&self, number: i64) -> Result<(), StoreError> {
        self.ask(|answer| Command::Unroute(number, answer)).await
    }

    /// Returns the number of this receiver among those of a server; 0 where it is the only one.
    pub(super) fn receiver(&self) -> i64 {
        #[cfg(feature = "postgres")]
        if let Some(membership) = &self.0.membership {
            return membership.id;
        }
        0
    }

    /// Becomes ready when there may be something new to forward.
    pub(super) fn wake(&self) -> &Notify {
        &self.0.wake
    }

    async fn ask<T>(&self, command: impl FnOnce(Reply<T>) -> Command) -> Result<T, StoreError> {
        let (reply, awaited) = reply::channel();
        self.0.commands.send(command(reply)).await.map_err(|_| StoreError::Closed)?;
        awaited.result().await
    }

    /// Commits what is waiting and gives the inbox back. Later calls on clones are refused.
    pub async fn close(&self) {
        self.0.commands.send(Command::Stop).await.ok();
        let writer = self.0.writer.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(writer) = writer {
            tokio::task::spawn_blocking(move || writer.join().ok()).await.ok();
        }
        self.0.lock.lock().unwrap_or_else(PoisonError::into_inner).take();
    }
}

/// Makes sure that the inbox is no copy of which a part is missing.
fn check_copied(db: &rusqlite::Connection, path: &Path) -> Result<(), Error> {
    let sql = "SELECT source FROM copies WHERE finished_at IS NULL";
    match db.query_row(sql, [], |row| row.get(0)).optional()? {
        None => Ok(()),
        Some(source_place) => Err(Error::HalfCopied { place: path.display().to_string(), source_place }),
    }
}

impl Shared {
    /// Prepares an inbox whose writer takes commands from the queue.
    fn new(options: InboxOptions, clock: &Clock) -> (Self, mpsc::Receiver<Command>) {
        let (commands, queue) = mpsc::channel(4096);
        let (events, _) = broadcast::channel(4096);
        let shared = Self {
            options,
            clock: clock.clone(),
            commands,
            events,
            wake: Arc::default(),
            lock: Mutex::default(),
            stale_owner: None,
            #[cfg(feature = "postgres")]
            membership: None,
            writer: Mutex::default(),
            trouble: Arc::default(),
        };
        (shared, queue)
    }

    /// Returns what the writer calls for each batch, with whether it failed.
    fn note(&self) -> impl Fn(bool) + Send + use<> {
        let (trouble, clock) = (Arc::clone(&self.trouble), self.clock.clone());
        move |failed| {
            let at = failed.then(|| clock.moment());
            *trouble.lock().unwrap_or_else(PoisonError::into_inner) = at;
        }
    }

    fn start(&self, work: impl FnOnce() + Send + 'static) -> Result<(), Error> {
        let thread = std::thread::Builder::new().name("inbox".into()).spawn(work);
        let thread = thread.map_err(|source| Error::Io { what: "start the inbox's thread", source })?;
        *self.writer.lock().unwrap_or_else(PoisonError::into_inner) = Some(thread);
        Ok(())
    }
}
