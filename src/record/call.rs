//! One call of the application, from its request to the last byte of the response.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use bytes::Bytes;
use http::header::{AUTHORIZATION, COOKIE};
use http::uri::PathAndQuery;
use http::{HeaderValue, request, response};

use super::queue::{Observation, Queue, names_a_connection};
use crate::clock::{Clock, Moment};
use crate::exchange::CANCELLED;

/// Bytes of a body that are looked into, for the code of an error or for a token that is issued.
const SAMPLE: usize = 64 << 10;

/// A call in progress. Dropped before it has ended, it was ended by the application.
pub(super) struct Call {
    observation: Option<Box<Observation>>,
    queue: Queue,
    clock: Clock,
    start: Moment,
    sent: Arc<AtomicU64>,
    /// Bytes of the sample that may still come.
    wanted: usize,
}

impl Call {
    pub(super) fn begin(queue: Queue, clock: Clock, parts: &request::Parts, target: PathAndQuery) -> Self {
        queue.begin();
        let credential = |name| parts.headers.get(name).cloned();
        let observation = Observation {
            at: clock.now(),
            method: parts.method.clone(),
            target,
            connection: None,
            credentials: [credential(AUTHORIZATION), credential(COOKIE)],
            elapsed: Duration::ZERO,
            sent_bytes: 0,
            received_bytes: 0,
            answer: None,
            sample: Vec::new(),
            fault: None,
        };
        let start = clock.moment();
        Self { observation: Some(Box::new(observation)), queue, clock, start, sent: Arc::default(), wanted: 0 }
    }

    /// Takes note that the token of a connection was put in the place of the application's.
    pub(super) fn inject(&mut self, connection: &str, authorization: &HeaderValue) {
        if let Some(seen) = &mut self.observation {
            seen.connection = Some(connection.to_owned());
            seen.credentials[0] = Some(authorization.clone());
        }
    }

    /// Returns the counter of the bytes of the request body.
    pub(super) fn sent(&self) -> Arc<AtomicU64> {
        Arc::clone(&self.sent)
    }

    /// Takes note of the head of the response.
    pub(super) fn answered(&mut self, head: &response::Parts) {
        let Some(seen) = &mut self.observation else { return };
        let is_failed = head.status.as_u16() >= 400;
        if is_failed || (head.status.is_success() && names_a_connection(&seen.method, seen.target.path())) {
            self.wanted = SAMPLE;
        }
        seen.answer = Some((head.status, head.headers.clone()));
    }

    /// Takes note of a piece of the response body.
    pub(super) fn received(&mut self, piece: &Bytes) {
        let Some(seen) = &mut self.observation else { return };
        seen.received_bytes += piece.len() as u64;
        if self.wanted > 0 {
            let piece = piece.slice(..piece.len().min(self.wanted));
            self.wanted -= piece.len();
            // A copy: the piece may be a small part of a large buffer.
            seen.sample.push(Bytes::copy_from_slice(&piece));
        }
    }

    /// Returns how many bytes of the response body came.
    pub(super) fn received_bytes(&self) -> u64 {
        self.observation.as_ref().map_or(0, |seen| seen.received_bytes)
    }

    /// Ends the call as it went.
    pub(super) fn end(&mut self, fault: Option<(&'static str, String)>) {
        let Some(mut seen) = self.observation.take() else { return };
        seen.elapsed = self.clock.since(self.start);
        seen.sent_bytes = self.sent.load(Ordering::Relaxed);
        seen.fault = fault;
        self.queue.put(seen);
    }

    /// Ends a call that the application has left.
    pub(super) fn cancel(&mut self) {
        self.end(Some((CANCELLED, "the application ended the call".to_owned())));
    }
}

impl Drop for Call {
    fn drop(&mut self) {
        self.cancel();
    }
}
