//! The body of a request on its way to the server.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::task::{Context, Poll, ready};

use axum::body::Body;
use bytes::Bytes;
use hyper::body::{Body as HttpBody, Frame, SizeHint};

use super::expectation::Gate;

/// Passes a body on and counts its bytes.
pub(super) struct Upload {
    pub(super) inner: Body,
    pub(super) sent: Arc<AtomicU64>,
    /// Set when the application breaks off.
    pub(super) is_broken: Arc<AtomicBool>,
    pub(super) gate: Option<Gate>,
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
                let bytes = frame.data_ref().map_or(0, Bytes::len);
                self.sent.fetch_add(bytes as u64, Ordering::Relaxed);
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
