//! What is stored: a delivery that was verified, and the note of one that was refused.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::HeaderMap;
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};
use tokio::sync::OwnedSemaphorePermit;

use super::super::envelope::Envelope;
use super::super::verify::{Verdict, Verification};
use crate::hex;
use crate::webhooks::{Canonicalization, canonical};

/// How long IDs of pruned events are remembered after they came: longer than senders repeat (76 h is the longest
/// published schedule).
pub const SENDER_MEMORY: Duration = Duration::from_hours(168);

/// One delivery that was verified and may be acknowledged once it is stored.
#[derive(Clone, Debug)]
pub struct Arrival {
    /// What was read from its body, with the signed ID where there is one.
    pub envelope: Envelope,
    /// When it was received, by this machine's wall clock.
    pub received_at: Timestamp,
    /// `name: value` lines, without the values of credentials.
    pub headers: Vec<u8>,
    /// The bytes as received.
    pub body: Bytes,
    /// Whether the signature holds.
    pub verdict: Verdict,
    /// Which text matched.
    pub mode: Option<&'static str>,
    /// The text that was proven, where it is another than the body.
    pub canonical: Option<Vec<u8>>,
    /// Whether it is to be forwarded.
    pub forward: bool,
    /// Its share of the memory for what waits, released with the last clone.
    pub memory: Option<Arc<OwnedSemaphorePermit>>,
    pub(super) digest: [u8; 32],
}

impl Arrival {
    /// An arrival of a request that was verified.
    pub fn new(headers: &HeaderMap, body: Bytes, verification: Verification, received_at: Timestamp) -> Self {
        let mut envelope = Envelope::read(&body);
        envelope.id = verification.id.or(envelope.id);
        let digest = match &envelope.id {
            Some(_) => Sha256::digest(&body).into(),
            // The digest is its identity, so spelling must not matter.
            None => match (&verification.canonical, verification.mode) {
                (Some(proven), _) => Sha256::digest(proven).into(),
                (None, Some(mode)) if mode == Canonicalization::JsonStringify.name() => Sha256::digest(&body).into(),
                _ => Sha256::digest(canonical::stringify(&body).as_deref().unwrap_or(&body)).into(),
            },
        };
        Self {
            envelope,
            received_at,
            headers: header_lines(headers),
            body,
            verdict: verification.verdict,
            mode: verification.mode,
            canonical: verification.canonical,
            forward: false,
            memory: None,
            digest,
        }
    }

    /// Returns the event's ID, or one made of its digest.
    pub fn identity(&self) -> String {
        self.envelope.id.clone().unwrap_or_else(|| digest_identity(&self.digest))
    }

    /// Returns the bytes it takes besides its body.
    pub(crate) fn extra_bytes(&self) -> usize {
        self.headers.len() + self.canonical.as_ref().map_or(0, Vec::len) + 512
    }

    pub(super) fn stored_bytes(&self) -> u64 {
        (self.body.len() + self.extra_bytes()) as u64
    }
}

/// The identity of an event that has no ID.
pub(crate) fn digest_identity(digest: &[u8]) -> String {
    format!("sha256:{}", hex::encode(digest))
}

/// Headers whose values are never stored nor forwarded.
pub(crate) const CREDENTIALS: &[&str] =
    &["authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key", "x-auth-token", "x-access-token"];

/// Returns whether the values of this header are never stored, forwarded nor shown.
pub fn is_credential(name: &str) -> bool {
    CREDENTIALS.iter().any(|credential| credential.eq_ignore_ascii_case(name))
}

/// What stands where a credential was.
pub(crate) const MASK: &[u8] = b"[redacted]";

fn header_lines(headers: &HeaderMap) -> Vec<u8> {
    let mut lines = Vec::with_capacity(256);
    for (name, value) in headers {
        lines.extend_from_slice(name.as_str().as_bytes());
        lines.extend_from_slice(b": ");
        let masked = CREDENTIALS.contains(&name.as_str());
        lines.extend_from_slice(if masked { MASK } else { value.as_bytes() });
        lines.push(b'\n');
    }
    lines
}

/// A delivery that was not accepted, as it is stored with `--keep-rejected`: without its body.
#[derive(Clone, Debug)]
pub struct RejectedDelivery {
    /// When it was received.
    pub received_at: Timestamp,
    /// Why it was not accepted.
    pub reason: String,
    /// Bytes of its body.
    pub bytes: usize,
    /// SHA-256 of its body.
    pub digest: [u8; 32],
    /// Names of its headers, separated by commas.
    pub header_names: String,
}

impl RejectedDelivery {
    pub(super) fn stored_bytes(&self) -> u64 {
        (self.reason.len() + self.header_names.len() + 256) as u64
    }
}
