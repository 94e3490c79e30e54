//! A body that comes in small pieces, as over a bad line.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use hyper::body::{Body, Frame, SizeHint};
use tokio::time::Sleep;

/// Returns a body that is sent in pieces, with a wait before each but the first. Its length is known in advance. The
/// first letter outside ASCII is cut in two: who decodes each piece by itself has another text.
pub(super) fn body(bytes: Vec<u8>, pieces: usize, wait: Duration) -> reqwest::Body {
    let size = bytes.len().div_ceil(pieces.max(1)).max(1);
    let mut rest = Bytes::from(bytes);
    let mut pieces = VecDeque::new();
    let mut inside = rest.iter().position(|byte| !byte.is_ascii()).map(|at| at + 1);
    while !rest.is_empty() {
        let size = size.min(rest.len());
        let cut = inside.filter(|at| *at <= size);
        inside = if cut.is_some() { None } else { inside.map(|at| at - size) };
        pieces.push_back(rest.split_to(cut.unwrap_or(size)));
    }
    reqwest::Body::wrap(Slow { pieces, wait, waiting: None })
}

struct Slow {
    pieces: VecDeque<Bytes>,
    wait: Duration,
    /// The wait before the next piece; none before the first.
    waiting: Option<Pin<Box<Sleep>>>,
}

impl Body for Slow {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let this = self.get_mut();
        if let Some(waiting) = &mut this.waiting {
            ready!(waiting.as_mut().poll(cx));
        }
        let piece = this.pieces.pop_front();
        this.waiting = Some(Box::pin(tokio::time::sleep(this.wait)));
        Poll::Ready(piece.map(|piece| Ok(Frame::data(piece))))
    }

    fn is_end_stream(&self) -> bool {
        self.pieces.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.pieces.iter().map(|piece| piece.len() as u64).sum())
    }
}

#[cfg(test)]
mod tests {
    use http_body_util::BodyExt as _;

    use super::*;

    #[tokio::test]
    async fn every_byte_is_in_a_piece_and_the_length_is_said() {
        for (length, pieces, made) in [(10, 3, 3), (9, 3, 3), (2, 9, 2), (0, 9, 0), (5, 0, 1)] {
            let bytes: Vec<u8> = (0..length).collect();
            let mut slow = body(bytes.clone(), pieces, Duration::ZERO);
            assert_eq!(Body::size_hint(&slow).exact(), Some(u64::from(length)));
            let (mut got, mut frames) = (Vec::new(), 0);
            while let Some(frame) = slow.frame().await {
                got.extend_from_slice(&frame.expect("no error").into_data().expect("data"));
                frames += 1;
            }
            assert_eq!((got, frames), (bytes, made), "{length} in {pieces}");
        }
        for text in ["abé", "é", "abcdefghij漢", "ab😀cdéf"] {
            let mut slow = body(text.as_bytes().to_vec(), 2, Duration::ZERO);
            let (mut got, mut halves) = (Vec::new(), 0);
            while let Some(frame) = slow.frame().await {
                let piece = frame.expect("no error").into_data().expect("data");
                halves += usize::from(std::str::from_utf8(&piece).is_err());
                got.extend_from_slice(&piece);
            }
            assert!(got == text.as_bytes() && halves >= 2, "{text}: {halves}");
        }
    }
}
