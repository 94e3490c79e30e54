//! One call of the application, from its request to the last byte of the response.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use http::header::{AUTHORIZATION, COOKIE};
use http::uri::PathAndQuery;
use http::{HeaderMap, HeaderValue, request, response};

use super::queue::{Answer, KeepBodies, Observation, Queue, SAMPLE, names_a_connection};
use super::unusable::{is_elsewhere, is_page};
use super::upload::Sent;
use crate::client::{request_id, timings};
use crate::clock::{Clock, Moment};
use crate::exchange::CANCELLED;

/// A call in progress. Dropped before it has ended, it was ended by the application.
pub(super) struct Call {
    observation: Option<Box<Observation>>,
    queue: Queue,
    clock: Clock,
    start: Moment,
    sent: Arc<Sent>,
    /// Bytes of the sample that may still come.
    wanted: usize,
    keeps: KeepBodies,
}

impl Call {
    pub(super) fn begin(
        queue: Queue,
        clock: Clock,
        keeps: KeepBodies,
        parts: &request::Parts,
        target: &PathAndQuery,
    ) -> Self {
        queue.begin();
        let credential = |name| copied(parts.headers.get(name)?);
        let observation = Observation {
            at: clock.now(),
            method: parts.method.clone(),
            target: target.as_str().to_owned(),
            connection: None,
            credentials: [credential(AUTHORIZATION), credential(COOKIE)],
            elapsed: Duration::ZERO,
            sent_bytes: 0,
            sent_digest: None,
            received_bytes: 0,
            answer: None,
            sample: Vec::new(),
            request_sample: (keeps != KeepBodies::None).then(Arc::default),
            fault: None,
        };
        let start = clock.moment();
        Self { observation: Some(Box::new(observation)), queue, clock, start, sent: Arc::default(), wanted: 0, keeps }
    }

    /// Takes note that the token of a connection was put in the place of the application's.
    pub(super) fn inject(&mut self, connection: &str, authorization: &HeaderValue) {
        if let Some(seen) = &mut self.observation {
            seen.connection = Some(connection.to_owned());
            seen.credentials[0] = copied(authorization);
        }
    }

    /// Returns where it is noted what was sent of the request body.
    pub(super) fn sent(&self) -> Arc<Sent> {
        Arc::clone(&self.sent)
    }

    /// Returns where the beginning of the request body is put, where it may be kept.
    pub(super) fn request_sample(&self) -> Option<Arc<Mutex<Vec<u8>>>> {
        self.observation.as_ref()?.request_sample.clone()
    }

    /// Takes note of the head of the response.
    pub(super) fn answered(&mut self, head: &response::Parts) {
        let Some(seen) = &mut self.observation else { return };
        let is_looked_into = head.status.as_u16() >= 400
            || self.keeps == KeepBodies::All
            || (head.status.is_success() && names_a_connection(&seen.method, &seen.target))
            || is_elsewhere(head.status, &seen.target)
            || (head.status.is_success() && is_page(&head.headers, &seen.target));
        let mut headers = HeaderMap::new();
        if is_looked_into {
            self.wanted = SAMPLE;
            for (name, value) in &head.headers {
                headers.extend(copied(value).map(|value| (name.clone(), value)));
            }
        }
        seen.answer = Some(Answer {
            status: head.status.as_u16(),
            request_id: request_id(&head.headers),
            timings: timings(&head.headers),
            headers,
        });
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
        seen.sent_bytes = self.sent.bytes();
        seen.sent_digest = self.sent.digest();
        seen.fault = fault;
        self.queue.put(seen);
    }

    /// Ends a call that the application has left.
    pub(super) fn cancel(&mut self) {
        self.end(Some((CANCELLED, "the application ended the call".to_owned())));
    }
}

/// Returns a value with bytes of its own.
fn copied(value: &HeaderValue) -> Option<HeaderValue> {
    HeaderValue::from_bytes(value.as_bytes()).ok()
}

impl Drop for Call {
    fn drop(&mut self) {
        self.cancel();
    }
}
