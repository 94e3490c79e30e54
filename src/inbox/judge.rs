//! Whether a delivery is to be trusted: the seam between the inbox and whatever verifies.

use http::HeaderMap;
use jiff::Timestamp;
use serde::Serialize;

use crate::webhooks::{self, Canonicalization, Header};

/// What was made of a delivery's signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It comes from a holder of a secret.
    Verified,
    /// It does not, or cannot be shown to.
    Rejected,
    /// Nobody looked, because the person asked for that.
    Unverified,
}

impl Verdict {
    /// Returns the word that is stored and shown.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::Rejected => "rejected",
            Self::Unverified => "unverified",
        }
    }

    /// Reads the word that was stored.
    pub fn read(text: &str) -> Option<Self> {
        [Self::Verified, Self::Rejected, Self::Unverified].into_iter().find(|verdict| verdict.as_str() == text)
    }
}

/// A verdict and what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// What was made of it.
    pub verdict: Verdict,
    /// Why not, for people. Never holds a computed signature.
    pub reason: Option<String>,
    /// Which text of the body matched: `raw` or `json-stringify`.
    pub mode: Option<&'static str>,
    /// The text that was proven, where it is another than the body: this is what handlers must see.
    pub canonical: Option<Vec<u8>>,
    /// The message ID, where the scheme signs one. It goes before an ID in the body.
    pub id: Option<String>,
}

impl Judgement {
    /// Nobody looked.
    pub fn unverified() -> Self {
        Self { verdict: Verdict::Unverified, reason: None, mode: None, canonical: None, id: None }
    }

    /// It is not to be trusted, for this reason.
    pub fn rejected(reason: impl Into<String>) -> Self {
        Self { verdict: Verdict::Rejected, reason: Some(reason.into()), ..Self::unverified() }
    }
}

/// Somebody who judges deliveries.
pub trait Verifier: Send + Sync {
    /// Judges one delivery. `now` is the wall clock, which matters only where the scheme signs a time.
    fn verify(&self, headers: &HeaderMap, body: &[u8], now: Timestamp) -> Judgement;
}

/// Judges nothing: for receivers that were asked to accept unsigned deliveries.
#[derive(Clone, Copy, Debug)]
pub struct Unsigned;

impl Verifier for Unsigned {
    fn verify(&self, _: &HeaderMap, _: &[u8], _: Timestamp) -> Judgement {
        Judgement::unverified()
    }
}

impl Verifier for webhooks::Verifier {
    fn verify(&self, headers: &HeaderMap, body: &[u8], now: Timestamp) -> Judgement {
        let headers: Vec<Header<'_>> =
            headers.iter().map(|(name, value)| Header::new(name.as_str(), value.as_bytes())).collect();
        let verdict = Self::verify(self, &headers, body, now.as_second());
        match verdict.outcome {
            Ok(found) => Judgement {
                verdict: Verdict::Verified,
                reason: None,
                mode: Some(found.canonicalization.name()),
                canonical: verdict
                    .canonical
                    .filter(|text| found.canonicalization == Canonicalization::JsonStringify && text != body),
                id: verdict.id,
            },
            Err(reason) => Judgement::rejected(reason.to_string()),
        }
    }
}
