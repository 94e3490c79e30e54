//! Verifies one delivery.
//!
//! A delivery is verified only by a positive match; whatever is missing, empty or unreadable is a [`Reason`]. The
//! comparison takes the same time wherever two signatures differ, and every secret and every signature is tried.

mod reason;
#[cfg(test)]
mod tests;

use super::canonical::{self, Canonicalizer};
use super::header::Header;
use super::received::{self, Envelope};
use super::scheme::{Canonicalization, Config, Scheme, Tolerance};
use super::secrets::{Digest, Keyed, Secrets};
use super::text::shown;

pub use reason::Reason;

/// What matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// Which text of the body was signed.
    pub canonicalization: Canonicalization,
    /// Which secret signed it, from 0.
    pub secret: usize,
}

/// What came out.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The scheme that was configured.
    pub scheme: Scheme,
    /// What matched, or why nothing did.
    pub outcome: Result<Match, Reason>,
    /// The body as `JSON.stringify` writes it, where that was a candidate and the body is JSON.
    ///
    /// After a match of this text, this and not the raw body is what was proven: pass this on.
    pub canonical: Option<Vec<u8>>,
    /// Whether the raw body is another text than the canonical one; nothing if there is no canonical one.
    pub raw_differs_from_canonical: Option<bool>,
    /// The signed timestamp, in seconds since 1970, where the scheme signs one and it can be read.
    pub timestamp: Option<i64>,
    /// The signed message ID, made harmless, where the scheme signs one.
    pub id: Option<String>,
    /// What is odd, though it does not decide.
    pub warnings: Vec<String>,
}

impl Verdict {
    /// Returns whether the delivery is proven to come from a holder of a secret.
    pub fn is_valid(&self) -> bool {
        self.outcome.is_ok()
    }

    /// Returns why it is not.
    pub fn reason(&self) -> Option<&Reason> {
        self.outcome.as_ref().err()
    }
}

/// Verifies one delivery. `now` is in seconds since 1970, and matters only where the scheme signs the time.
pub fn verify(config: &Config, secrets: &Secrets, headers: &[Header<'_>], body: &[u8], now: i64) -> Verdict {
    Verifier::new(config, secrets).verify(headers, body, now)
}

/// A configuration and its keys, ready for many deliveries.
#[derive(Clone)]
pub struct Verifier {
    config: Config,
    keys: Vec<Keyed>,
}

impl std::fmt::Debug for Verifier {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Verifier").field("config", &self.config).field("keys", &self.keys.len()).finish()
    }
}

/// Memory that is kept from one delivery to the next.
#[derive(Default)]
pub(super) struct Scratch {
    canonicalizer: Canonicalizer,
    canonical: Vec<u8>,
    signatures: Vec<Digest>,
}

impl Scratch {
    pub(super) fn new(config: &Config) -> Self {
        Self { canonicalizer: Canonicalizer::new(config.limits), ..Self::default() }
    }

    /// Returns the canonical text that was made last.
    pub(super) fn canonical(&self) -> &[u8] {
        &self.canonical
    }
}

impl Verifier {
    /// Prepares the keys.
    pub fn new(config: &Config, secrets: &Secrets) -> Self {
        Self { config: config.clone(), keys: secrets.keyed(config.algorithm) }
    }

    /// Returns the configuration.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// Verifies one delivery and tells all about it. `now` is in seconds since 1970.
    pub fn verify(&self, headers: &[Header<'_>], body: &[u8], now: i64) -> Verdict {
        let mut scratch = Scratch::new(&self.config);
        let outcome = self.check(&mut scratch, headers, body, now);
        let envelope = received::read(&self.config, headers, &mut scratch.signatures).unwrap_or_default();
        let stringifies = self.config.candidates.contains(&Canonicalization::JsonStringify);
        let mut canonical = Vec::new();
        let canonical = (stringifies && scratch.canonicalizer.write(body, &mut canonical).is_ok()).then_some(canonical);
        let mut warnings = Vec::new();
        if envelope.id.contains(&b'.') {
            warnings.push(format!("the message ID `{}` contains a dot, which also ends it", shown(envelope.id)));
        }
        let by_value = matches!(outcome, Ok(Match { canonicalization: Canonicalization::JsonStringify, .. }));
        let differs = canonical.as_ref().map(|canonical| canonical != body);
        if by_value && differs == Some(true) {
            warnings
                .push("the signature covers the JSON value, not these bytes: pass on the canonical text".to_owned());
        }
        if self.config.scheme.signs_time() && self.config.tolerance == Tolerance::Unlimited {
            warnings.push("the age of the delivery was not checked".to_owned());
        }
        Verdict {
            scheme: self.config.scheme,
            outcome,
            raw_differs_from_canonical: differs,
            canonical,
            timestamp: envelope.time.and_then(|time| seconds(time).ok()),
            id: (!envelope.id.is_empty()).then(|| shown(envelope.id)),
            warnings,
        }
    }

    /// Verifies one delivery. The canonical text is made only if the raw body did not match.
    pub(super) fn check(
        &self,
        scratch: &mut Scratch,
        headers: &[Header<'_>],
        body: &[u8],
        now: i64,
    ) -> Result<Match, Reason> {
        let envelope = received::read(&self.config, headers, &mut scratch.signatures)?;
        let time = match envelope.time {
            Some(text) => Some(seconds(text).map_err(|()| Reason::MalformedTimestamp { text: shown(text) })?),
            None => None,
        };
        let matched = self.compare(scratch, envelope, body)?;
        match (time, self.config.tolerance) {
            (Some(time), Tolerance::Seconds(tolerance)) => {
                let away = now.abs_diff(time);
                if away <= tolerance {
                    Ok(matched)
                } else if time < now {
                    Err(Reason::TooOld { by: away - tolerance, sent: time, now, tolerance })
                } else {
                    Err(Reason::InFuture { by: away - tolerance, sent: time, now, tolerance })
                }
            }
            _ => Ok(matched),
        }
    }

    fn compare(&self, scratch: &mut Scratch, envelope: Envelope<'_>, body: &[u8]) -> Result<Match, Reason> {
        let wants = |text| self.config.candidates.contains(&text);
        let scheme = self.config.scheme;
        // Raw first, whatever the order: it proves the bytes and not only the value.
        if wants(Canonicalization::Raw)
            && let Some(secret) = self.find(&envelope.parts(scheme, body), &scratch.signatures)
        {
            return Ok(Match { canonicalization: Canonicalization::Raw, secret });
        }
        let mut unread: Option<canonical::Error> = None;
        if wants(Canonicalization::JsonStringify) {
            match scratch.canonicalizer.write(body, &mut scratch.canonical) {
                Ok(()) => {
                    let parts = envelope.parts(scheme, &scratch.canonical);
                    if let Some(secret) = self.find(&parts, &scratch.signatures) {
                        return Ok(Match { canonicalization: Canonicalization::JsonStringify, secret });
                    }
                }
                Err(error) if !wants(Canonicalization::Raw) => return Err(Reason::NotJson(error)),
                Err(error) => unread = Some(error),
            }
        }
        let received = scratch.signatures.first().map_or([0; 2], |first| {
            let bytes = first.as_bytes();
            [bytes[0], bytes[1]]
        });
        Err(Reason::Mismatch {
            received,
            signatures: scratch.signatures.len(),
            secrets: self.keys.len(),
            raw: wants(Canonicalization::Raw),
            stringified: wants(Canonicalization::JsonStringify) && unread.is_none(),
            unread,
            line_break: body.ends_with(b"\n"),
        })
    }

    /// Returns the first key that made one of the signatures, after trying all keys with all signatures.
    fn find(&self, parts: &[&[u8]; 5], signatures: &[Digest]) -> Option<usize> {
        let mut found = None;
        for (index, key) in self.keys.iter().enumerate() {
            let due = key.digest(parts);
            let mut same = false;
            for signature in signatures {
                same |= due.is(signature);
            }
            if same && found.is_none() {
                found = Some(index);
            }
        }
        found
    }
}

/// Reads seconds since 1970: digits, and nothing else.
pub(super) fn seconds(text: &[u8]) -> Result<i64, ()> {
    if text.is_empty() || !text.iter().all(u8::is_ascii_digit) {
        return Err(());
    }
    std::str::from_utf8(text).ok().and_then(|text| text.parse().ok()).ok_or(())
}
