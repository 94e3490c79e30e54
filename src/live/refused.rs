//! Deliveries that were refused. They are not in the inbox, so the newest are kept in memory, to be explained.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use http::HeaderMap;
use jiff::Timestamp;

use crate::inbox::envelope::Envelope;
use crate::inbox::store::is_credential;
use crate::inbox::{Judgement, Verdict, Verifier};

/// Deliveries that wait to be told of.
const WAITING: usize = 64;
/// Bytes of bodies that are kept in one place.
pub(super) const MOST_BYTES: usize = 8 << 20;

/// A delivery as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Delivery {
    /// Its headers, credentials left out.
    pub(super) headers: Vec<(String, Vec<u8>)>,
    /// Its bytes.
    pub(super) body: Vec<u8>,
    /// What the body says of itself. Nobody has proven it.
    pub(super) envelope: Envelope,
}

/// A request that was not accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Refused {
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

/// Keeps what was refused until it is told of.
#[derive(Clone, Debug, Default)]
pub(super) struct Stash(Arc<Mutex<VecDeque<(String, Delivery)>>>);

impl Stash {
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

/// Judges as another verifier does, and keeps what is not right.
pub(super) struct Witness {
    /// Who judges.
    pub(super) verifier: Arc<dyn Verifier>,
    /// The header with the signature, which is no credential.
    pub(super) signature: String,
    /// Where it is kept.
    pub(super) stash: Stash,
}

impl Verifier for Witness {
    fn verify(&self, headers: &HeaderMap, body: &[u8], now: Timestamp) -> Judgement {
        let judgement = self.verifier.verify(headers, body, now);
        if judgement.verdict == Verdict::Rejected {
            let kept = headers.iter().filter(|(name, _)| {
                !is_credential(name.as_str()) || name.as_str().eq_ignore_ascii_case(&self.signature)
            });
            let delivery = Delivery {
                headers: kept.map(|(name, value)| (name.to_string(), value.as_bytes().to_vec())).collect(),
                body: body.to_vec(),
                envelope: Envelope::read(body),
            };
            self.stash.put(judgement.reason.clone().unwrap_or_default(), delivery);
        }
        judgement
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Never;

    impl Verifier for Never {
        fn verify(&self, _: &HeaderMap, body: &[u8], _: Timestamp) -> Judgement {
            Judgement::rejected(format!("{} bytes", body.len()))
        }
    }

    #[test]
    fn what_is_kept_is_bounded_and_holds_no_credential() {
        let stash = Stash::default();
        let witness = Witness { verifier: Arc::new(Never), signature: "x-signature".into(), stash: stash.clone() };
        let mut headers = HeaderMap::new();
        for name in ["x-signature", "authorization", "content-type"] {
            headers.insert(name, "value".parse().expect("a value"));
        }
        let judge = |body: &[u8]| witness.verify(&headers, body, Timestamp::UNIX_EPOCH).reason.expect("refused");
        let reason = judge(br#"{"event":"a.b"}"#);
        let delivery = stash.take(&reason).expect("kept");
        assert_eq!(delivery.envelope.event, "a.b");
        let names: Vec<&str> = delivery.headers.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["x-signature", "content-type"]);
        assert_eq!(stash.take(&reason), None, "told once");

        let large = vec![b'x'; 1 << 20];
        for _ in 0..100 {
            judge(&large);
        }
        let waiting = stash.0.lock().expect("no panic");
        assert_eq!(waiting.iter().map(|(_, delivery)| delivery.body.len()).sum::<usize>(), MOST_BYTES);
    }
}
