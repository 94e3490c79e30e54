//! The body of a response on its way to the application.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use hyper::body::{Body, Frame, Incoming, SizeHint};

use super::call::Call;
use super::upstream::Upstream;

/// Passes a body on; the call ends with it.
pub(super) struct Download {
    pub(super) inner: Incoming,
    pub(super) call: Call,
    /// What `Content-Length` says. Without it the length is left open, whatever is known of it: it would be added.
    pub(super) length: Option<u64>,
    pub(super) upstream: Arc<Upstream>,
}

impl Body for Download {
    type Data = Bytes;
    type Error = hyper::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, hyper::Error>>> {
        let frame = ready!(Pin::new(&mut self.inner).poll_frame(context));
        match &frame {
            Some(Ok(piece)) => {
                if let Some(data) = piece.data_ref() {
                    self.call.received(data);
                }
                // Nobody asks for more after trailers.
                if piece.is_trailers() || self.inner.is_end_stream() {
                    self.call.end(None);
                }
            }
            Some(Err(error)) => {
                let fault = self.upstream.fault(error, false);
                self.call.end(Some(fault));
            }
            None => self.call.end(None),
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.inner.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        if self.length.is_some() { self.inner.size_hint() } else { SizeHint::default() }
    }
}

impl Drop for Download {
    fn drop(&mut self) {
        // All of it was handed on, and nobody asked whether there is more.
        if self.length == Some(self.call.received_bytes()) {
            self.call.end(None);
        }
    }
}
