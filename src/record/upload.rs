//! The body of a request on its way to the server.

use std::pin::Pin;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use axum::body::Body;
use bytes::Bytes;
use hyper::body::{Body as HttpBody, Frame, SizeHint};
use sha2::{Digest as _, Sha256};

use super::expectation::Gate;
use super::queue::SAMPLE;

/// Stands for the digest of no bytes at all.
const EMPTY: [u8; 32] = [0; 32];

/// What was sent of a request body.
#[derive(Default)]
pub(super) struct Sent {
    bytes: AtomicU64,
    /// Nothing as long as nothing was sent, as of most requests.
    hasher: Mutex<Option<Sha256>>,
    is_whole: AtomicBool,
    /// The application broke off.
    is_broken: AtomicBool,
}

impl Sent {
    /// Returns the number of bytes.
    pub(super) fn bytes(&self) -> u64 {
        self.bytes.load(Ordering::Relaxed)
    }

    /// Returns the digest, where all of it was sent.
    pub(super) fn digest(&self) -> Option<[u8; 32]> {
        if !self.is_whole.load(Ordering::Relaxed) {
            return None;
        }
        let hasher = self.hasher.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Some(hasher.map_or(EMPTY, |hasher| hasher.finalize().into()))
    }

    /// Returns whether the application broke off.
    pub(super) fn is_broken(&self) -> bool {
        self.is_broken.load(Ordering::Relaxed)
    }

    fn add(&self, data: &[u8]) {
        self.bytes.fetch_add(data.len() as u64, Ordering::Relaxed);
        self.hasher.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert_default().update(data);
    }
}

/// Passes a body on and takes note of what was sent.
pub(super) struct Upload {
    inner: Body,
    sent: Arc<Sent>,
    gate: Option<Gate>,
    /// Where its beginning is put, up to a byte more than is kept.
    sample: Option<Arc<Mutex<Vec<u8>>>>,
}

impl Upload {
    /// Returns the body that passes another one on.
    pub(super) fn of(inner: Body, sent: Arc<Sent>, gate: Option<Gate>, sample: Option<Arc<Mutex<Vec<u8>>>>) -> Body {
        if inner.is_end_stream() {
            // No byte of such a body is asked for.
            sent.is_whole.store(true, Ordering::Relaxed);
            return inner;
        }
        Body::new(Self { inner, sent, gate, sample })
    }
}

impl HttpBody for Upload {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        if let Some(gate) = &mut self.gate {
            ready!(gate.poll(context));
            self.gate = None;
        }
        let frame = ready!(Pin::new(&mut self.inner).poll_frame(context));
        match &frame {
            Some(Ok(frame)) => {
                if let Some(data) = frame.data_ref() {
                    self.sent.add(data);
                    if let Some(sample) = &self.sample {
                        let mut sample = sample.lock().unwrap_or_else(PoisonError::into_inner);
                        let room = (SAMPLE + 1).saturating_sub(sample.len());
                        sample.extend_from_slice(&data[..data.len().min(room)]);
                    }
                }
                if frame.is_trailers() || self.inner.is_end_stream() {
                    self.sent.is_whole.store(true, Ordering::Relaxed);
                }
            }
            Some(Err(_)) => self.sent.is_broken.store(true, Ordering::Relaxed),
            None => self.sent.is_whole.store(true, Ordering::Relaxed),
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.inner.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.inner.size_hint()
    }
}
