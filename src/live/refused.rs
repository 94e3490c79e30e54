//! Deliveries that were refused. They are not in the inbox, so the newest are kept in memory, to explain them.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use http::{HeaderMap, Uri};
use jiff::Timestamp;

use crate::inbox::envelope::Envelope;
use crate::inbox::store::is_credential;
use crate::inbox::{Verdict, Verification, Verifier};

/// Maximum number of deliveries in the buffer.
const WAITING: usize = 64;
/// Maximum bytes of bodies in the buffer.
pub(super) const MOST_BYTES: usize = 8 << 20;

/// A delivery as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Delivery {
    /// Its headers, credentials left out.
    pub(super) headers: Vec<(String, Vec<u8>)>,
    /// Its bytes.
    pub(super) body: Vec<u8>,
    /// What the body claims to be; not verified.
    pub(super) envelope: Envelope,
}

/// A request that was not accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RefusedRequest {
    /// Tells it from the others, counted from 1.
    pub(super) sequence: u64,
    /// The newest arrival number when it came: its place in the list.
    pub(super) after: i64,
    /// When it came.
    pub(super) at: Timestamp,
    /// What it was answered.
    pub(super) status: u16,
    /// Why.
    pub(super) reason: String,
    /// What came, if the signature is what was wrong with it.
    pub(super) delivery: Option<Arc<Delivery>>,
}

/// Refused deliveries whose receiver event has not been read yet.
#[derive(Clone, Debug, Default)]
pub(super) struct RefusedBuffer(Arc<Mutex<VecDeque<(String, Delivery)>>>);

impl RefusedBuffer {
    pub(super) fn put(&self, reason: String, delivery: Delivery) {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.push_back((reason, delivery));
        let mut bytes: usize = waiting.iter().map(|(_, delivery)| delivery.body.len()).sum();
        while waiting.len() > WAITING || bytes > MOST_BYTES {
            let Some((_, gone)) = waiting.pop_front() else { return };
            bytes -= gone.body.len();
        }
    }

    /// Takes the oldest that was refused for this reason.
    pub(super) fn take(&self, reason: &str) -> Option<Delivery> {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let at = waiting.iter().position(|(known, _)| known == reason)?;
        waiting.remove(at).map(|(_, delivery)| delivery)
    }
}

/// Verifies as another verifier does, and keeps what is rejected.
pub(super) struct RecordingVerifier {
    /// The verifier that decides.
    pub(super) verifier: Arc<dyn Verifier>,
    /// The header with the signature, which is no credential.
    pub(super) signature: String,
    /// Where rejected deliveries are kept.
    pub(super) buffer: RefusedBuffer,
}

impl Verifier for RecordingVerifier {
    fn verify(&self, uri: &Uri, headers: &HeaderMap, body: &[u8], now: Timestamp) -> Verification {
        let verification = self.verifier.verify(uri, headers, body, now);
        if verification.verdict == Verdict::Rejected {
            let kept = headers.iter().filter(|(name, _)| {
                !is_credential(name.as_str()) || name.as_str().eq_ignore_ascii_case(&self.signature)
            });
            let delivery = Delivery {
                headers: kept.map(|(name, value)| (name.to_string(), value.as_bytes().to_vec())).collect(),
                body: body.to_vec(),
                envelope: Envelope::read(body),
            };
            self.buffer.put(verification.reason.clone().unwrap_or_default(), delivery);
        }
        verification
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Never;

    impl Verifier for Never {
        fn verify(&self, _: &Uri, _: &HeaderMap, body: &[u8], _: Timestamp) -> Verification {
            Verification::rejected(format!("{} bytes", body.len()))
        }
    }

    #[test]
    fn what_is_kept_is_bounded_and_holds_no_credential() {
        let buffer = RefusedBuffer::default();
        let recorder =
            RecordingVerifier { verifier: Arc::new(Never), signature: "x-signature".into(), buffer: buffer.clone() };
        let mut headers = HeaderMap::new();
        for name in ["x-signature", "authorization", "content-type"] {
            headers.insert(name, "value".parse().expect("a value"));
        }
        let verify = |body: &[u8]| {
            recorder.verify(&Uri::default(), &headers, body, Timestamp::UNIX_EPOCH).reason.expect("refused")
        };
        let reason = verify(br#"{"event":"a.b"}"#);
        let delivery = buffer.take(&reason).expect("kept");
        assert_eq!(delivery.envelope.event, "a.b");
        let names: Vec<&str> = delivery.headers.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["x-signature", "content-type"]);
        assert_eq!(buffer.take(&reason), None, "told once");

        let large = vec![b'x'; 1 << 20];
        for _ in 0..100 {
            verify(&large);
        }
        let waiting = buffer.0.lock().expect("no panic");
        assert_eq!(waiting.iter().map(|(_, delivery)| delivery.body.len()).sum::<usize>(), MOST_BYTES);
    }
}
