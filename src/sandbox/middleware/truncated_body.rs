//! A truncated body: it declares its whole length, sends a part of it and fails.

use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use hyper::body::{Body, Frame, SizeHint};

use crate::serve::ResetHandle;

#[derive(Debug)]
pub(super) struct TruncatedBody {
    part: Option<Bytes>,
    whole: u64,
    flushed: bool,
    hangup: Option<ResetHandle>,
}

impl TruncatedBody {
    /// Creates a body that declares `whole` bytes and sends `part`.
    pub(super) fn new(part: Vec<u8>, whole: usize) -> Self {
        // Without a part there is nothing to flush.
        let flushed = part.is_empty();
        let part = (!flushed).then(|| part.into());
        // An empty body would end before it could fail.
        Self { part, whole: (whole as u64).max(1), flushed, hangup: None }
    }

    /// Resets the connection at the end instead of closing it.
    pub(super) fn resetting(mut self, hangup: ResetHandle) -> Self {
        self.hangup = Some(hangup);
        self
    }
}

impl Body for TruncatedBody {
    type Data = Bytes;
    type Error = std::io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, std::io::Error>>> {
        if let Some(part) = self.part.take() {
            return Poll::Ready(Some(Ok(Frame::data(part))));
        }
        if !self.flushed {
            // A server that waits for more flushes what it has; with an immediate error it would send nothing.
            self.flushed = true;
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        if let Some(hangup) = &self.hangup {
            hangup.reset();
        }
        let cut = std::io::Error::new(std::io::ErrorKind::UnexpectedEof, "cut on purpose");
        Poll::Ready(Some(Err(cut)))
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.whole)
    }
}
