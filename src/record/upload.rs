//! The body of a request on its way to the server.

use std::pin::Pin;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use axum::body::Body;
use bytes::Bytes;
use hyper::body::{Body as HttpBody, Frame, SizeHint};

use super::expectation::Gate;
use super::queue::SAMPLE;

/// Passes a body on and counts its bytes.
pub(super) struct Upload {
    pub(super) inner: Body,
    pub(super) sent: Arc<AtomicU64>,
    /// Set when the application breaks off.
    pub(super) is_broken: Arc<AtomicBool>,
    pub(super) gate: Option<Gate>,
    /// Where its beginning is put, up to a byte more than is kept.
    pub(super) sample: Option<Arc<Mutex<Vec<u8>>>>,
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
                    self.sent.fetch_add(data.len() as u64, Ordering::Relaxed);
                    if let Some(sample) = &self.sample {
                        let mut sample = sample.lock().unwrap_or_else(PoisonError::into_inner);
                        let room = (SAMPLE + 1).saturating_sub(sample.len());
                        sample.extend_from_slice(&data[..data.len().min(room)]);
                    }
                }
            }
            Some(Err(_)) => self.is_broken.store(true, Ordering::Relaxed),
            None => {}
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
