//! Verifies one delivery.
//!
//! A delivery is verified only by a match; anything missing, empty or malformed is a [`Reason`]. Signatures are compared
//! in constant time, and every secret is tried against every signature.

mod stream;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use super::canonical::{self, Canonicalizer};
use super::header::Header;
use super::hmac::{Digest, HmacKey};
use super::public_url;
use super::reason::Reason;
use super::scheme::{Canonicalization, Config, Scheme, Tolerance};
use super::secrets::Secrets;
use super::signature_header::{self, Envelope};
use super::text::shown;

/// What the signature matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// The text of the body that was signed.
    pub canonicalization: Canonicalization,
    /// Index of the secret that signed it, from 0.
    pub secret: usize,
}

/// The outcome, and what is known about the delivery.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The scheme that was configured.
    pub scheme: Scheme,
    /// What matched, or why nothing did.
    pub outcome: Result<Match, Reason>,
    /// The body as `JSON.stringify` writes it, where that was a candidate and the body is JSON.
    ///
    /// After a match of this text, only this text is proven, not the raw body: pass this one on.
    pub canonical: Option<Vec<u8>>,
    /// Whether the raw body differs from the canonical text; `None` without a canonical text.
    pub raw_differs_from_canonical: Option<bool>,
    /// The signed timestamp, in seconds since 1970, where the scheme signs one and it can be read.
    pub timestamp: Option<i64>,
    /// The signed message ID, escaped for display, where the scheme signs one.
    pub id: Option<String>,
    /// What is unusual and does not change the outcome.
    pub warnings: Vec<String>,
}

impl Verdict {
    /// Returns whether the sender is proven to have a secret.
    pub fn is_valid(&self) -> bool {
        self.outcome.is_ok()
    }

    /// Returns why the delivery is not verified.
    pub fn reason(&self) -> Option<&Reason> {
        self.outcome.as_ref().err()
    }
}

/// What the signature of a delivery proves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// What matched.
    pub matched: Match,
    /// The text that is signed, where it is another than the body: pass this one on.
    pub canonical: Option<Vec<u8>>,
    /// The signed message ID, escaped for display, where the scheme signs one.
    pub id: Option<String>,
}

/// Verifies one delivery. `now` is in seconds since 1970, and matters only where the scheme signs the time.
pub fn verify(config: &Config, secrets: &Secrets, headers: &[Header<'_>], body: &[u8], now: i64) -> Verdict {
    Verifier::new(config, secrets).verify(headers, body, now)
}

/// A configuration and its keys, for many deliveries.
#[derive(Clone)]
pub struct Verifier {
    config: Config,
    keys: Vec<HmacKey>,
}

impl std::fmt::Debug for Verifier {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Verifier").field("config", &self.config).field("keys", &self.keys.len()).finish()
    }
}

/// Buffers that are reused from one delivery to the next.
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

    /// Returns the canonical text of the last delivery.
    pub(super) fn canonical(&self) -> &[u8] {
        &self.canonical
    }
}

impl Verifier {
    /// Sets up the keys.
    pub fn new(config: &Config, secrets: &Secrets) -> Self {
        Self { config: config.clone(), keys: secrets.hmac_keys(config.algorithm) }
    }

    /// Returns the configuration.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// Returns the verifier for one request that a receiver took: where the scheme signs the URL, the target of the
    /// request (its path and query) completes the configured one.
    pub fn for_request(&self, target: &str) -> Cow<'_, Self> {
        match &self.config.url {
            Some(url) if self.config.scheme.signs_url() => {
                let config = Config { url: Some(url.of_request(target)), ..self.config.clone() };
                Cow::Owned(Self { config, keys: self.keys.clone() })
            }
            _ => Cow::Borrowed(self),
        }
    }

    /// Verifies one delivery, with all that is known about it. `now` is in seconds since 1970.
    pub fn verify(&self, headers: &[Header<'_>], body: &[u8], now: i64) -> Verdict {
        let mut scratch = Scratch::new(&self.config);
        let outcome = self.check(&mut scratch, headers, body, now);
        let stringifies = self.config.candidates.contains(&Canonicalization::JsonStringify);
        let mut canonical = Vec::new();
        let canonical = (stringifies && scratch.canonicalizer.write(body, &mut canonical).is_ok()).then_some(canonical);
        let mut verdict = self.verdict(outcome, headers);
        let by_value = matches!(verdict.outcome, Ok(Match { canonicalization: Canonicalization::JsonStringify, .. }));
        verdict.raw_differs_from_canonical = canonical.as_ref().map(|canonical| canonical != body);
        verdict.canonical = canonical;
        if by_value && verdict.raw_differs_from_canonical == Some(true) {
            let warning = "the signature covers the JSON value, not these bytes: pass on the canonical text";
            verdict.warnings.push(warning.to_owned());
        }
        verdict
    }

    /// Verifies one delivery, with what a receiver needs of it. Of a body whose bytes are signed, nothing else is written or
    /// read. `now` is in seconds since 1970.
    ///
    /// # Errors
    /// Why it is not verified.
    pub fn prove(&self, headers: &[Header<'_>], body: &[u8], now: i64) -> Result<Proof, Reason> {
        let mut scratch = Scratch::new(&self.config);
        let (matched, envelope) = self.examine(&mut scratch, headers, body, now)?;
        let by_value = matched.canonicalization == Canonicalization::JsonStringify;
        let canonical = (by_value && scratch.canonical != body).then_some(scratch.canonical);
        Ok(Proof { matched, canonical, id: signed_id(envelope) })
    }

    /// Adds to an outcome what the headers hold.
    fn verdict(&self, outcome: Result<Match, Reason>, headers: &[Header<'_>]) -> Verdict {
        let envelope = signature_header::read(&self.config, headers, &mut Vec::new()).unwrap_or_default();
        let mut warnings = Vec::new();
        if envelope.id.contains(&b'.') {
            warnings.push(format!("the message ID `{}` contains a dot, which also ends it", shown(envelope.id)));
        }
        if self.config.scheme.signs_time() && self.config.tolerance == Tolerance::Unlimited {
            warnings.push("the age of the delivery was not checked".to_owned());
        }
        Verdict {
            scheme: self.config.scheme,
            outcome,
            raw_differs_from_canonical: None,
            canonical: None,
            timestamp: envelope.time.and_then(|time| seconds(time).ok()),
            id: signed_id(envelope),
            warnings,
        }
    }

    /// Verifies one delivery. The canonical text is written only if the raw body did not match.
    pub(super) fn check(
        &self,
        scratch: &mut Scratch,
        headers: &[Header<'_>],
        body: &[u8],
        now: i64,
    ) -> Result<Match, Reason> {
        Ok(self.examine(scratch, headers, body, now)?.0)
    }

    fn examine<'h>(
        &self,
        scratch: &mut Scratch,
        headers: &'h [Header<'h>],
        body: &[u8],
        now: i64,
    ) -> Result<(Match, Envelope<'h>), Reason> {
        let envelope = self.read(headers, &mut scratch.signatures)?;
        let time = time(envelope)?;
        let matched = self.compare(scratch, envelope, body)?;
        Ok((self.in_time(matched, time, now)?, envelope))
    }

    fn read<'h>(&self, headers: &'h [Header<'h>], signatures: &mut Vec<Digest>) -> Result<Envelope<'h>, Reason> {
        let envelope = signature_header::read(&self.config, headers, signatures)?;
        if self.config.scheme.signs_url() && self.config.url.is_none() {
            return Err(Reason::NoUrl { scheme: self.config.scheme });
        }
        Ok(envelope)
    }

    /// Rejects a match outside the tolerance.
    fn in_time(&self, matched: Match, time: Option<i64>, now: i64) -> Result<Match, Reason> {
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
        // Raw first, whatever the order: it proves the bytes and not only the value.
        if wants(Canonicalization::Raw)
            && let Some(secret) = self.find(envelope, body, &scratch.signatures)
        {
            return Ok(Match { canonicalization: Canonicalization::Raw, secret });
        }
        let mut unread: Option<canonical::Error> = None;
        if wants(Canonicalization::JsonStringify) {
            match scratch.canonicalizer.write(body, &mut scratch.canonical) {
                Ok(()) => {
                    if let Some(secret) = self.find(envelope, &scratch.canonical, &scratch.signatures) {
                        return Ok(Match { canonicalization: Canonicalization::JsonStringify, secret });
                    }
                }
                Err(error) if !wants(Canonicalization::Raw) => return Err(Reason::NotJson(error)),
                Err(error) => unread = Some(error),
            }
        }
        if wants(Canonicalization::FormFields) {
            let fields = public_url::form_fields(self.config.url.as_ref(), body).map_err(|_| Reason::BodyDigest)?;
            if let Some(secret) = self.find(envelope, &fields, &scratch.signatures) {
                return Ok(Match { canonicalization: Canonicalization::FormFields, secret });
            }
        }
        Err(self.mismatch(&scratch.signatures, unread, body.ends_with(b"\n")))
    }

    fn mismatch(&self, signatures: &[Digest], unread: Option<canonical::Error>, line_break: bool) -> Reason {
        let wants = |text| self.config.candidates.contains(&text);
        let received = signatures.first().map_or([0; 2], |first| {
            let bytes = first.as_bytes();
            [bytes[0], bytes[1]]
        });
        Reason::Mismatch {
            received,
            signatures: signatures.len(),
            secrets: self.keys.len(),
            raw: wants(Canonicalization::Raw),
            stringified: wants(Canonicalization::JsonStringify) && unread.is_none(),
            form: wants(Canonicalization::FormFields),
            unread,
            line_break,
        }
    }

    /// Returns the first secret that makes one of the signatures, with `text` as what is signed of the body.
    fn find(&self, envelope: Envelope<'_>, text: &[u8], signatures: &[Digest]) -> Option<usize> {
        let row = self.config.scheme.row();
        let find = |envelope: Envelope<'_>| {
            let parts = envelope.parts(row, text);
            first_right(self.keys.iter().map(|key| key.digest(&parts)), signatures)
        };
        match &self.config.url {
            Some(url) if row.signs_url() => url.spellings().iter().find_map(|url| find(Envelope { url, ..envelope })),
            _ => find(envelope),
        }
    }
}

/// Returns the first key whose digest is one of the signatures, after comparing all with all.
fn first_right(digests: impl Iterator<Item = Digest>, signatures: &[Digest]) -> Option<usize> {
    let mut found = None;
    for (index, due) in digests.enumerate() {
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

/// Returns the signed message ID, escaped for display.
fn signed_id(envelope: Envelope<'_>) -> Option<String> {
    (!envelope.id.is_empty()).then(|| shown(envelope.id))
}

/// Parses the time of a delivery, where its scheme signs one.
fn time(envelope: Envelope<'_>) -> Result<Option<i64>, Reason> {
    let read = |text| seconds(text).map_err(|()| Reason::MalformedTimestamp { text: shown(text) });
    envelope.time.map(read).transpose()
}

/// Parses seconds since 1970: digits, and nothing else.
pub(super) fn seconds(text: &[u8]) -> Result<i64, ()> {
    if text.is_empty() || !text.iter().all(u8::is_ascii_digit) {
        return Err(());
    }
    std::str::from_utf8(text).ok().and_then(|text| text.parse().ok()).ok_or(())
}
