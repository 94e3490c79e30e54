//! The calls that have ended and are not written yet.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::time::Duration;

use bytes::Bytes;
use http::uri::PathAndQuery;
use http::{HeaderMap, HeaderValue, Method, StatusCode};
use jiff::Timestamp;

use crate::api::path;

/// How many calls wait at most.
const WAITING: usize = 16 << 10;

/// What is known of a call. Holds secrets of the application: it is never shown or stored as it is.
pub(super) struct Observation {
    pub(super) at: Timestamp,
    pub(super) method: Method,
    pub(super) target: PathAndQuery,
    /// The connection whose token was put in, where that was done.
    pub(super) connection: Option<String>,
    /// `Authorization` and `Cookie` of the request.
    pub(super) credentials: [Option<HeaderValue>; 2],
    pub(super) elapsed: Duration,
    pub(super) sent_bytes: u64,
    pub(super) received_bytes: u64,
    /// The head of the response.
    pub(super) answer: Option<(StatusCode, HeaderMap)>,
    /// The beginning of the response body, where it is looked into.
    pub(super) sample: Vec<Bytes>,
    /// Code and message of what ended the call early.
    pub(super) fault: Option<(&'static str, String)>,
}

/// Returns whether the answer to a call says which connection a token is of: it issues one, or it is asked for by one.
pub(super) fn names_a_connection(method: &Method, path: &str) -> bool {
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
        let Counts { begun, ended, dropped } = &*self.counts;
        count(dropped) + count(begun).saturating_sub(count(ended))
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
