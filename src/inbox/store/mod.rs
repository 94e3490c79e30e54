//! The inbox on disk: one writer, group commit, and an answer only after the commit.
//!
//! A thread owns the writing connection. It takes whatever is waiting, commits it as one transaction with
//! `synchronous=FULL`, and only then answers everybody. Checkpoints happen on another thread, because they would
//! delay commits. What reads the inbox is in [`super::query`].

mod checkpoint;
mod inspect;
mod rows;
mod writer;

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use bytes::Bytes;
use http::HeaderMap;
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};
use thiserror::Error as ThisError;
use tokio::sync::{Notify, OwnedSemaphorePermit, broadcast, mpsc, oneshot};

use super::envelope::Envelope;
use super::event::ReceiverEvent;
use super::gap::Gap;
use super::lock::{Lock, Owner};
use super::verify::{Verdict, Verification};
use super::{Error, Place, probe};
use crate::clock::{Clock, Moment};
use crate::hex;
use crate::webhooks::canonical;

pub(super) use inspect::{Depth, STEPS, inspect};
use writer::Command;
pub(super) use writer::{AttemptEnd, AttemptStart, Kind, NextState};

/// Default size limit of an inbox, above which it accepts nothing more: 4 GiB.
pub const MAX_BYTES: u64 = 4 << 30;

/// One delivery that was verified and may be acknowledged once it is stored.
#[derive(Clone, Debug)]
pub struct Arrival {
    /// What was read from its body, with the signed ID where there is one.
    pub envelope: Envelope,
    /// When it was received, by this machine's wall clock.
    pub received_at: Timestamp,
    /// `name: value` lines, without the values of credentials.
    pub headers: Vec<u8>,
    /// The bytes as received.
    pub body: Bytes,
    /// Whether the signature holds.
    pub verdict: Verdict,
    /// Which text matched.
    pub mode: Option<&'static str>,
    /// The text that was proven, where it is another than the body.
    pub canonical: Option<Vec<u8>>,
    /// Whether it is to be forwarded.
    pub forward: bool,
    /// Its share of the memory for what waits, released with the last clone.
    pub memory: Option<Arc<OwnedSemaphorePermit>>,
    digest: [u8; 32],
}

impl Arrival {
    /// An arrival of a request that was verified.
    pub fn new(headers: &HeaderMap, body: Bytes, verification: Verification, received_at: Timestamp) -> Self {
        let mut envelope = Envelope::read(&body);
        envelope.id = verification.id.or(envelope.id);
        let digest = match &envelope.id {
            Some(_) => Sha256::digest(&body).into(),
            // The digest is its identity, so spelling must not matter.
            None => Sha256::digest(canonical::stringify(&body).as_deref().unwrap_or(&body)).into(),
        };
        Self {
            envelope,
            received_at,
            headers: header_lines(headers),
            body,
            verdict: verification.verdict,
            mode: verification.mode,
            canonical: verification.canonical,
            forward: false,
            memory: None,
            digest,
        }
    }

    /// Returns the event's ID, or one made of its digest.
    pub fn identity(&self) -> String {
        self.envelope.id.clone().unwrap_or_else(|| digest_identity(&self.digest))
    }

    /// Returns the bytes it takes besides its body.
    pub(super) fn extra_bytes(&self) -> usize {
        self.headers.len() + self.canonical.as_ref().map_or(0, Vec::len) + 512
    }

    fn stored_bytes(&self) -> u64 {
        (self.body.len() + self.extra_bytes()) as u64
    }
}

/// The identity of an event that has no ID.
pub(super) fn digest_identity(digest: &[u8]) -> String {
    format!("sha256:{}", hex::encode(digest))
}

/// Headers whose values are never stored nor forwarded.
pub(super) const CREDENTIALS: &[&str] =
    &["authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key", "x-auth-token", "x-access-token"];

/// Returns whether the values of this header are never stored, forwarded nor shown.
pub fn is_credential(name: &str) -> bool {
    CREDENTIALS.iter().any(|credential| credential.eq_ignore_ascii_case(name))
}

/// What stands where a credential was.
pub(super) const MASK: &[u8] = b"[redacted]";

fn header_lines(headers: &HeaderMap) -> Vec<u8> {
    let mut lines = Vec::with_capacity(256);
    for (name, value) in headers {
        lines.extend_from_slice(name.as_str().as_bytes());
        lines.extend_from_slice(b": ");
        let masked = CREDENTIALS.contains(&name.as_str());
        lines.extend_from_slice(if masked { MASK } else { value.as_bytes() });
        lines.push(b'\n');
    }
    lines
}

/// A delivery that was not accepted, as it is stored with `--keep-rejected`: without its body.
#[derive(Clone, Debug)]
pub struct RejectedDelivery {
    /// When it was received.
    pub received_at: Timestamp,
    /// Why it was not accepted.
    pub reason: String,
    /// Bytes of its body.
    pub bytes: usize,
    /// SHA-256 of its body.
    pub digest: [u8; 32],
    /// Names of its headers, separated by commas.
    pub header_names: String,
}

impl RejectedDelivery {
    fn stored_bytes(&self) -> u64 {
        (self.reason.len() + self.header_names.len() + 256) as u64
    }
}

/// The result for an arrival that is committed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stored {
    /// It is new.
    New {
        /// Its arrival number.
        number: i64,
        /// The first arrival with the same digest, where neither has an ID to be sure by.
        duplicate_of: Option<i64>,
    },
    /// It was stored already.
    Duplicate {
        /// The arrival number of the first.
        number: i64,
        /// How often it has been repeated so far.
        count: i64,
    },
    /// Its ID was stored already, with another body. Both are stored; the first is the event.
    Conflict {
        /// The arrival number of the first.
        number: i64,
        /// How many other bodies there are.
        conflicts: i64,
    },
}

/// Why something could not be stored. Nothing of it was.
#[derive(Clone, Debug, PartialEq, Eq, ThisError)]
pub enum StoreError {
    /// The inbox has reached the size it was given.
    #[error("the inbox has reached its limit of {limit} bytes; `makini webhooks inbox prune` makes room")]
    Full {
        /// That size.
        limit: u64,
    },
    /// The disk has no room.
    #[error("the disk is full")]
    NoSpace,
    /// The file is no longer where it was, or no longer as long.
    #[error(
        "the inbox file was moved, deleted, replaced or cut short; what it acknowledged may still be in its log, beside it"
    )]
    Gone,
    /// SQLite could not commit.
    #[error("the inbox could not be written: {0}")]
    Failed(String),
    /// The receiver is stopping.
    #[error("the receiver is stopping")]
    Closed,
}

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
    lock: Mutex<Option<Lock>>,
    stale_owner: Option<Owner>,
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
    /// Opens the inbox as its only receiver, making it if there is none.
    ///
    /// Checks the folder, takes the lock, and checks the whole file before the first byte of it is changed.
    ///
    /// # Errors
    /// When the folder is not safe, another receiver has the inbox, or the file is foreign, newer or damaged.
    pub fn open(options: InboxOptions, clock: &Clock) -> Result<Self, Error> {
        match &options.place {
            Place::File(path) => {
                let path = path.clone();
                Self::open_file(options, &path, clock)
            }
        }
    }

    fn open_file(options: InboxOptions, path: &Path, clock: &Clock) -> Result<Self, Error> {
        crate::sqlite::check_file(path)?;
        probe::check(path)?;
        let lock = Lock::take(path, clock.now())?;
        let stale_owner = lock.stale_owner().cloned();
        inspect(path, Depth::Full)?;
        let db = crate::sqlite::open(path, STEPS)?;
        let (commands, queue) = mpsc::channel(4096);
        let (events, _) = broadcast::channel(4096);
        let wake = Arc::new(Notify::new());
        let writer = writer::Writer::new(db, path, options.max_bytes, queue, events.clone(), Arc::clone(&wake))?;
        let trouble: Arc<Mutex<Option<Moment>>> = Arc::default();
        let (troubled, writer_clock) = (Arc::clone(&trouble), clock.clone());
        let note = move |failed: bool| {
            let at = failed.then(|| writer_clock.moment());
            *troubled.lock().unwrap_or_else(PoisonError::into_inner) = at;
        };
        let writer = std::thread::Builder::new()
            .name("inbox".into())
            .spawn(move || writer.run(note))
            .map_err(|source| Error::Io { what: "start the inbox's thread", source })?;
        Ok(Self(Arc::new(Shared {
            options,
            clock: clock.clone(),
            commands,
            events,
            wake,
            lock: Mutex::new(Some(lock)),
            stale_owner,
            writer: Mutex::new(Some(writer)),
            trouble,
        })))
    }

    /// Returns where it is.
    pub fn place(&self) -> &Place {
        &self.0.options.place
    }

    /// Returns the clock it was opened with.
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// Returns the owner of the previous receiver, if that ended without removing its owner file.
    pub fn stale_owner(&self) -> Option<&Owner> {
        self.0.stale_owner.as_ref()
    }

    /// Writes the address into the owner file, which a second receiver shows.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn announce(&self, address: String) -> std::io::Result<()> {
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
    pub async fn store(&self, arrival: Arrival) -> Result<Stored, StoreError> {
        self.ask(|answer| Command::Store(Box::new(arrival), answer)).await
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

    pub(super) async fn start_attempt(&self, started: AttemptStart) -> Result<i64, StoreError> {
        self.ask(|answer| Command::Start(Box::new(started), answer)).await
    }

    pub(super) async fn end_attempt(&self, ended: AttemptEnd) -> Result<(), StoreError> {
        self.ask(|answer| Command::End(Box::new(ended), answer)).await
    }

    pub(super) async fn unroute(&self, number: i64) -> Result<(), StoreError> {
        self.ask(|answer| Command::Unroute(number, answer)).await
    }

    /// Becomes ready when there may be something new to forward.
    pub(super) fn wake(&self) -> &Notify {
        &self.0.wake
    }

    async fn ask<T>(&self, command: impl FnOnce(Reply<T>) -> Command) -> Result<T, StoreError> {
        let (answer, answered) = oneshot::channel();
        self.0.commands.send(command(answer)).await.map_err(|_| StoreError::Closed)?;
        answered.await.map_err(|_| StoreError::Closed)?
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

/// Where the writer sends its answer after the commit.
pub(super) type Reply<T> = oneshot::Sender<Result<T, StoreError>>;
