//! What a handler leaves of the request's body.
//!
//! An answer before the end of the body makes the server close a kept connection, and the client's next request on it
//! fails. So the rest is read first, within bounds, and beyond them the answer says that the connection ends.

use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use http_body_util::BodyExt as _;
use hyper::body::{Frame, SizeHint};

/// The most bytes that are read and dropped.
const MOST: usize = 16 << 20;
/// The longest that a client may take for them.
const PATIENCE: Duration = Duration::from_secs(10);

/// The body of a request, shared by its handler and by what drops the rest.
#[derive(Clone, Debug)]
pub(super) struct UnreadBody(Arc<Mutex<Option<Body>>>);

impl UnreadBody {
    pub(super) fn new(body: Body) -> Self {
        Self(Arc::new(Mutex::new(Some(body))))
    }

    fn body(&self) -> MutexGuard<'_, Option<Body>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads the rest and drops it. Returns whether the body was read to its end.
    pub(super) async fn drain(&self) -> bool {
        let Some(mut rest) = self.body().take() else { return true };
        if rest.is_end_stream() {
            return true;
        }
        let read = async {
            let mut left = MOST;
            while let Some(frame) = rest.frame().await {
                let Ok(frame) = frame else { return false };
                let length = frame.data_ref().map_or(0, Bytes::len);
                let Some(fewer) = left.checked_sub(length) else { return false };
                left = fewer;
            }
            true
        };
        tokio::time::timeout(PATIENCE, read).await.unwrap_or(false)
    }
}

impl HttpBody for UnreadBody {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        match self.body().as_mut() {
            Some(body) => Pin::new(body).poll_frame(context),
            None => Poll::Ready(None),
        }
    }

    fn is_end_stream(&self) -> bool {
        self.body().as_ref().is_none_or(HttpBody::is_end_stream)
    }

    fn size_hint(&self) -> SizeHint {
        self.body().as_ref().map_or_else(SizeHint::default, HttpBody::size_hint)
    }
}
