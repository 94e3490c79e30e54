//! The calls that have ended and are not written yet.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Method};
use jiff::Timestamp;

use crate::api::path;

/// How many calls wait at most.
const WAITING: usize = 8 << 10;

/// Whose bodies are kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum KeepBodies {
    /// Nobody's.
    #[default]
    None,
    /// Those of calls that failed.
    Errors,
    /// Those of all calls.
    All,
}

/// Bytes of a body that are looked into, for the code of an error or for a token that is issued, or that are kept.
pub(super) const SAMPLE: usize = 64 << 10;

/// What is known of a call. Holds secrets of the application: it is never shown or stored as it is. Nothing in it is a part
/// of what was read from a connection, which would keep all of that in memory.
pub(super) struct Observation {
    pub(super) at: Timestamp,
    pub(super) method: Method,
    /// Path and query.
    pub(super) target: String,
    /// The connection whose token was put in, where that was done.
    pub(super) connection: Option<String>,
    /// `Authorization` and `Cookie` of the request.
    pub(super) credentials: [Option<HeaderValue>; 2],
    pub(super) elapsed: Duration,
    pub(super) sent_bytes: u64,
    /// The digest of the request body; nothing where not all of it was sent.
    pub(super) sent_digest: Option<[u8; 32]>,
    pub(super) received_bytes: u64,
    /// What matters of the head of the response.
    pub(super) answer: Option<Answer>,
    /// The beginning of the response body, where it is looked into.
    pub(super) sample: Vec<Bytes>,
    /// What came of the request body, where it may be kept.
    pub(super) request_sample: Option<Arc<Mutex<Vec<u8>>>>,
    /// Code and message of what ended the call early.
    pub(super) fault: Option<(&'static str, String)>,
}

/// The head of a response.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) request_id: Option<String>,
    /// The whole time of the server, and that of the connected system.
    pub(super) timings: (Option<Duration>, Option<Duration>),
    /// Its headers, where its body is looked into.
    pub(super) headers: HeaderMap,
}

/// Returns whether the answer to a call says which connection a token is of: it issues one, or it is asked for by one.
pub(super) fn names_a_connection(method: &Method, target: &str) -> bool {
    let path = target.split('?').next().unwrap_or_default();
    (*method == Method::POST && path.starts_with(path::CONNECTIONS) && path.ends_with("/token"))
        || (*method == Method::GET && path == path::INTEGRATION)
}

/// What ended calls are put into. It never waits.
#[derive(Clone)]
pub struct Queue {
    sender: SyncSender<Message>,
    counts: Arc<Counts>,
}

/// What the queue holds.
pub(super) enum Message {
    Call(Box<Observation>),
    /// Nothing more is written.
    End,
}

#[derive(Default)]
struct Counts {
    begun: AtomicU64,
    ended: AtomicU64,
    /// Found no room.
    dropped: AtomicU64,
    /// Answered by the proxy itself.
    refused: AtomicU64,
    /// No requests at all.
    unreadable: Arc<AtomicU64>,
}

impl Queue {
    /// Returns an empty queue, and its other end.
    pub(super) fn new() -> (Self, Receiver<Message>) {
        let (sender, receiver) = sync_channel(WAITING);
        (Self { sender, counts: Arc::default() }, receiver)
    }

    /// Ends it. Blocks while there is no room.
    pub(super) fn end(&self) {
        // A writer that has ended takes nothing more.
        self.sender.send(Message::End).ok();
    }

    /// Returns how many calls found no room, and how many are still in progress.
    pub(super) fn missing(&self) -> u64 {
        let count = |count: &AtomicU64| count.load(Ordering::Relaxed);
        count(&self.counts.dropped) + self.in_progress()
    }

    /// Returns how many calls wait, of which so many were taken.
    pub(super) fn waiting(&self, taken: u64) -> u64 {
        let count = |count: &AtomicU64| count.load(Ordering::Relaxed);
        count(&self.counts.ended).saturating_sub(count(&self.counts.dropped) + taken)
    }

    /// Returns how many calls are in progress.
    pub fn in_progress(&self) -> u64 {
        let count = |count: &AtomicU64| count.load(Ordering::Relaxed);
        count(&self.counts.begun).saturating_sub(count(&self.counts.ended))
    }

    /// Counts a request that the proxy refuses.
    pub(super) fn refuse(&self) {
        self.counts.refused.fetch_add(1, Ordering::Relaxed);
    }

    /// Returns the counter of what could not be read.
    pub(super) fn unreadable(&self) -> Arc<AtomicU64> {
        Arc::clone(&self.counts.unreadable)
    }

    /// Returns how many requests the proxy refused.
    pub(super) fn refused(&self) -> u64 {
        self.counts.refused.load(Ordering::Relaxed) + self.counts.unreadable.load(Ordering::Relaxed)
    }

    /// Counts a call that has begun.
    pub(super) fn begin(&self) {
        self.counts.begun.fetch_add(1, Ordering::Relaxed);
    }

    /// Takes a call that has ended, or counts it where there is no room.
    pub(super) fn put(&self, call: Box<Observation>) {
        self.counts.ended.fetch_add(1, Ordering::Relaxed);
        if let Err(TrySendError::Full(_) | TrySendError::Disconnected(_)) = self.sender.try_send(Message::Call(call)) {
            self.counts.dropped.fetch_add(1, Ordering::Relaxed);
        }
    }
}
