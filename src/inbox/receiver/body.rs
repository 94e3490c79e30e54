//! Reads a body within a size, a time, and a share of the memory for all bodies.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;

use axum::body::Body;
use bytes::{Bytes, BytesMut};
use http::header::{CONTENT_LENGTH, EXPECT};
use http::{HeaderMap, StatusCode};
use http_body_util::BodyExt as _;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::error::Elapsed;

use super::RequestError;

/// Reads the body. The permit stands for its memory.
pub(super) async fn read(
    headers: &HeaderMap,
    body: Body,
    max: usize,
    time: Duration,
    memory: &Arc<Semaphore>,
) -> Result<(Bytes, Option<OwnedSemaphorePermit>), RequestError> {
    let declared = headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
    if declared.is_some_and(|length| length > max as u64) {
        // A sender that waits for `100 Continue` has sent nothing yet, and is spared it.
        if !headers.contains_key(EXPECT) && declared.is_some_and(|length| length <= MOST_DRAINED) {
            drain(body, MOST_DRAINED, time).await;
        }
        return Err(too_large(max));
    }
    let mut body = body;
    let collected = within(time, collect(&mut body, max, memory)).await;
    match collected {
        Ok(Err(error)) if error.status == StatusCode::PAYLOAD_TOO_LARGE => {
            drain(body, MOST_DRAINED, time).await;
            Err(error)
        }
        Ok(result) => result,
        Err(_) => Err(RequestError::new(StatusCode::REQUEST_TIMEOUT, "the body came too slowly").and_close()),
    }
}

/// Waits for something with a deadline. Most of it is there at once, and needs none.
async fn within<T>(time: Duration, work: impl Future<Output = T>) -> Result<T, Elapsed> {
    let mut work = pin!(work);
    match poll_fn(|context| Poll::Ready(work.as_mut().poll(context))).await {
        Poll::Ready(done) => Ok(done),
        Poll::Pending => tokio::time::timeout(time, work).await,
    }
}

/// Bytes of a body beyond the limit that are read and dropped before the response.
const MOST_DRAINED: u64 = 64 << 20;

/// Reads the rest of a body and drops it. A proxy that is still sending when the connection is closed takes that for a
/// broken upstream, and answers 502 instead of what was answered here.
async fn drain(mut body: Body, most: u64, time: Duration) {
    let read = async {
        let mut left = most;
        while let Some(Ok(frame)) = body.frame().await {
            left = left.saturating_sub(frame.data_ref().map_or(0, |data| data.len() as u64));
            if left == 0 {
                break;
            }
        }
    };
    tokio::time::timeout(time, read).await.ok();
}

async fn collect(
    body: &mut Body,
    max: usize,
    memory: &Arc<Semaphore>,
) -> Result<(Bytes, Option<OwnedSemaphorePermit>), RequestError> {
    let mut first = Bytes::new();
    let mut joined = BytesMut::new();
    let mut held: Option<OwnedSemaphorePermit> = None;
    while let Some(frame) = body.frame().await {
        let Ok(frame) = frame else {
            return Err(RequestError::new(StatusCode::BAD_REQUEST, "the body broke off").and_close());
        };
        // Trailers are no part of an event.
        let Ok(data) = frame.into_data() else { continue };
        if first.len().max(joined.len()) + data.len() > max {
            return Err(too_large(max));
        }
        hold(memory, data.len(), &mut held)?;
        // Most bodies come in one piece, which is not copied.
        if first.is_empty() {
            first = data;
        } else {
            if joined.is_empty() {
                joined.extend_from_slice(&first);
            }
            joined.extend_from_slice(&data);
        }
    }
    Ok((if joined.is_empty() { first } else { joined.freeze() }, held))
}

/// Takes a share of the memory, on top of what is held.
pub(super) fn hold(
    memory: &Arc<Semaphore>,
    bytes: usize,
    held: &mut Option<OwnedSemaphorePermit>,
) -> Result<(), RequestError> {
    let share = u32::try_from(bytes).ok();
    let permit = share.and_then(|share| Arc::clone(memory).try_acquire_many_owned(share).ok());
    let Some(permit) = permit else {
        let busy = RequestError::new(StatusCode::SERVICE_UNAVAILABLE, "too much is being received at once");
        return Err(busy.later(1).and_close());
    };
    match held {
        Some(held) => held.merge(permit),
        None => *held = Some(permit),
    }
    Ok(())
}

fn too_large(max: usize) -> RequestError {
    RequestError::new(StatusCode::PAYLOAD_TOO_LARGE, format!("a body may have {max} bytes")).and_close()
}
