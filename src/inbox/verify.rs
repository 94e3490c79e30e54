//! Whether a delivery is authentic: the interface between the inbox and the signature schemes.

use http::HeaderMap;
use jiff::Timestamp;
use serde::Serialize;

use crate::webhooks::{self, Canonicalization, Header};

/// The result of checking a delivery's signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The signature was made with one of the secrets.
    Verified,
    /// It was not, or that cannot be shown.
    Rejected,
    /// It was not verified, because the receiver accepts unsigned deliveries.
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

    /// Parses the stored word.
    pub fn read(text: &str) -> Option<Self> {
        [Self::Verified, Self::Rejected, Self::Unverified].into_iter().find(|verdict| verdict.as_str() == text)
    }
}

/// The verdict on a delivery, with its details.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verification {
    /// Whether the signature holds.
    pub verdict: Verdict,
    /// Why not, for people. Never holds a computed signature.
    pub reason: Option<String>,
    /// Which text of the body matched: `raw` or `json-stringify`.
    pub mode: Option<&'static str>,
    /// The text that is signed, where it differs from the body: this is what handlers must receive.
    pub canonical: Option<Vec<u8>>,
    /// The message ID, where the scheme signs one. It goes before an ID in the body.
    pub id: Option<String>,
}

impl Verification {
    /// The result where nothing is verified.
    pub fn unverified() -> Self {
        Self { verdict: Verdict::Unverified, reason: None, mode: None, canonical: None, id: None }
    }

    /// The result for a signature that does not hold, with the reason for people.
    pub fn rejected(reason: impl Into<String>) -> Self {
        Self { verdict: Verdict::Rejected, reason: Some(reason.into()), ..Self::unverified() }
    }
}

/// Verifies deliveries.
pub trait Verifier: Send + Sync {
    /// Verifies one delivery. `now` is the wall clock; it matters only where the scheme signs a time.
    fn verify(&self, headers: &HeaderMap, body: &[u8], now: Timestamp) -> Verification;
}

/// Verifies nothing: for receivers that accept unsigned deliveries.
#[derive(Clone, Copy, Debug)]
pub struct Unsigned;

impl Verifier for Unsigned {
    fn verify(&self, _: &HeaderMap, _: &[u8], _: Timestamp) -> Verification {
        Verification::unverified()
    }
}

impl Verifier for webhooks::Verifier {
    fn verify(&self, headers: &HeaderMap, body: &[u8], now: Timestamp) -> Verification {
        let headers: Vec<Header<'_>> =
            headers.iter().map(|(name, value)| Header::new(name.as_str(), value.as_bytes())).collect();
        let verdict = Self::verify(self, &headers, body, now.as_second());
        match verdict.outcome {
            Ok(found) => Verification {
                verdict: Verdict::Verified,
                reason: None,
                mode: Some(found.canonicalization.name()),
                canonical: verdict
                    .canonical
                    .filter(|text| found.canonicalization == Canonicalization::JsonStringify && text != body),
                id: verdict.id,
            },
            Err(reason) => Verification::rejected(reason.to_string()),
        }
    }
}
