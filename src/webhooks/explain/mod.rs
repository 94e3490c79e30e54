//! Why a delivery does not verify: tries the known mistakes and returns the one that matches.
//!
//! A finding changes nothing: the delivery stays "not verified". It is sure, though: a mistake is named only if the
//! received signature is right once it is made. The expected signature itself is never shown.

mod bodies;
mod contents;
mod fixes;
mod json;
mod keys;
mod kinds;
mod mistake;
mod sentence;
mod signatures;
mod suspicion;
#[cfg(test)]
mod tests;

use super::header::Header;
use super::hmac::{Digest, HmacKey, hash};
use super::public_url;
use super::reason::Reason;
use super::scheme::{Algorithm, Canonicalization, Config, SecretEncoding};
use super::secrets::{BadSecret, Secrets};
use super::signature_header::Envelope;
use super::verify::{Verdict, verify};
use crate::secret::Secret;

pub use fixes::{Language, Remedy, Transform};
pub use json::{Escapes, Layout, Numbers, Order, Style};
pub use kinds::{Charset, Dress, PlainHash, Wrapping};
pub use mistake::Mistake;
pub use suspicion::Suspicion;

use contents::{Content, contents, other_times};
use keys::{Key, keys};
use signatures::Received;

/// Maximum number of bytes to hash, which takes well under a second.
const MOST_HASHED: usize = 192 << 20;

/// Maximum length of a body of which other texts are tried.
const MOST_CHANGED: usize = 8 << 20;

/// A secret that is not configured for this receiver, but known: a former one, or another profile's.
#[derive(Clone, Debug)]
pub struct OtherSecret {
    /// Name of the secret, for display.
    pub name: String,
    /// The secret.
    pub secret: Secret,
    /// Encoding of the secret.
    pub encoding: SecretEncoding,
}

/// The result of the search.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// The verdict, which the search does not change.
    pub verdict: Verdict,
    /// The mistakes that, taken together, make the signature right. Empty if the delivery is verified or nothing
    /// known makes it so.
    pub mistakes: Vec<Mistake>,
    /// What looks wrong and is not proven, where no mistake was found.
    pub suspicions: Vec<Suspicion>,
    /// Number of combinations of text and key that were tried.
    pub tried: usize,
    /// Whether the body is so large that not everything was tried.
    pub cut_short: bool,
}

impl Explanation {
    /// Returns the mistakes in one sentence without its full stop; nothing if none was found.
    pub fn sentence(&self) -> Option<String> {
        let sentences: Vec<_> = self.mistakes.iter().map(Mistake::sentence).collect();
        (!sentences.is_empty()).then(|| sentences.join("; and "))
    }
}

/// Verifies a delivery and, if it is not verified, looks for the reason. `now` is in seconds since 1970.
///
/// # Errors
/// When one of the other secrets is not valid.
pub fn explain(
    config: &Config,
    secrets: &Secrets,
    others: &[OtherSecret],
    headers: &[Header<'_>],
    body: &[u8],
    now: i64,
) -> Result<Explanation, BadSecret> {
    let verdict = verify(config, secrets, headers, body, now);
    let mut search = Search { config, keys: keys(secrets, others)?, tried: 0, hashed: 0 };
    let mistakes = match verdict.reason() {
        None | Some(Reason::NoUrl { .. }) => None,
        Some(Reason::InFuture { sent, .. }) if *sent > 100_000_000_000 => Some(vec![Mistake::Milliseconds]),
        Some(Reason::InFuture { .. }) => Some(vec![Mistake::InFuture]),
        Some(Reason::TooOld { .. }) => Some(vec![Mistake::TooOld]),
        Some(_) => search.run(headers, body),
    };
    let mistakes = mistakes.unwrap_or_default();
    let unexplained = verdict.reason().is_some() && mistakes.is_empty();
    let suspicions = if unexplained { suspicion::of(config, headers, body) } else { Vec::new() };
    Ok(Explanation { verdict, mistakes, suspicions, tried: search.tried, cut_short: search.spent() })
}

struct Search<'c> {
    config: &'c Config,
    keys: Vec<Key>,
    tried: usize,
    hashed: usize,
}

impl Search<'_> {
    fn spent(&self) -> bool {
        self.hashed >= MOST_HASHED
    }

    fn run(&mut self, headers: &[Header<'_>], body: &[u8]) -> Option<Vec<Mistake>> {
        let received = signatures::read(self.config, headers);
        if received.is_empty() {
            return None;
        }
        let contents = contents(self.config, headers);
        let configured = contents.iter().take_while(|content| content.mistakes.is_empty()).count();
        let configured = &contents[..configured];
        // What was configured first; then one change; then changes that come together.
        let own = |key: &Key| key.mistake.is_none();
        let any = |_: &Key| true;
        let raw =
            if self.config.candidates.contains(&Canonicalization::Raw) { Vec::new() } else { vec![Mistake::RawSigned] };
        let same = (raw, body.to_vec());
        let mut found = None;
        if self.config.candidates.contains(&Canonicalization::FormFields) {
            let fields = |body: &[u8]| public_url::form_fields(self.config.url.as_ref(), body);
            let variant = match fields(body) {
                Ok(text) => Some((Vec::new(), text)),
                // The URL carries the digest of the body: what was done to it can be tried without a key.
                Err(_) if body.len() <= MOST_CHANGED => bodies::plain(body)
                    .into_iter()
                    .chain(bodies::styled(body))
                    .find_map(|(mistakes, text)| Some((mistakes, fields(&text).ok()?))),
                Err(_) => None,
            };
            found = variant.and_then(|variant| self.attempt(&variant, &contents, &received, any));
            if found.is_none() && fields(body).is_err() {
                // No text of the body is signed besides its digest in the URL, so there is nothing else to try.
                let changed = (vec![Mistake::BodyChanged], Vec::new());
                return self.attempt(&changed, configured, &received, own);
            }
        }
        found = found.or_else(|| self.attempt(&same, configured, &received, own));
        found = found.or_else(|| self.attempt(&same, &contents, &received, own));
        if self.config.candidates.contains(&Canonicalization::JsonStringify) {
            // No mistake in the text: it is among the configured ones.
            let text = super::canonical::stringify(body).unwrap_or_default();
            found = found.or_else(|| self.attempt(&(Vec::new(), text.clone()), &contents, &received, any));
        }
        found = found.or_else(|| self.attempt(&same, &contents, &received, any));
        if found.is_none() && body.len() > MOST_CHANGED {
            self.hashed = MOST_HASHED;
        }
        if found.is_some() || self.spent() {
            return found;
        }
        let plain = bodies::plain(body);
        for variant in &plain {
            found = found.or_else(|| self.attempt(variant, &contents, &received, own));
        }
        if found.is_none() {
            found = self.other_time(&same, configured, &received).or_else(|| self.plain_hash(&same, &received));
        }
        for variant in bodies::styled(body) {
            found = found.or_else(|| self.attempt(&variant, configured, &received, own));
            if found.is_some() || self.spent() {
                return found;
            }
        }
        // The body was changed on the way, and its value is what counts.
        for (mistakes, text) in &plain {
            let Ok(value) = super::canonical::stringify(text) else { continue };
            let mistakes = mistakes.iter().cloned().chain([Mistake::Reserialised(Style::ECMASCRIPT)]).collect();
            found = found.or_else(|| self.attempt(&(mistakes, value), &contents, &received, own));
        }
        for variant in plain.into_iter().chain(bodies::styled(body)) {
            found = found.or_else(|| self.attempt(&variant, &contents, &received, any));
            if found.is_some() || self.spent() {
                break;
            }
        }
        found
    }

    /// Tries other times than the one that came.
    fn other_time(
        &mut self,
        text: &bodies::Variant,
        configured: &[Content<'_>],
        received: &[Received],
    ) -> Option<Vec<Mistake>> {
        let content = configured.first()?;
        other_times(content).into_iter().find_map(|time| {
            let mistake = Mistake::OtherTime(String::from_utf8_lossy(&time).into_owned());
            let other = Content { mistakes: vec![mistake], url: content.url.clone(), time: Some(time), ..*content };
            self.attempt(text, &[other], received, |key| key.mistake.is_none())
        })
    }

    /// Tries hashes without HMAC, of the text as it is and as `JSON.stringify` writes it.
    fn plain_hash(&mut self, (mistakes, text): &bodies::Variant, received: &[Received]) -> Option<Vec<Mistake>> {
        let canonical = super::canonical::stringify(text).unwrap_or_default();
        let secrets: Vec<&Key> = self.keys.iter().filter(|key| key.mistake.is_none()).collect();
        for text in [text.as_slice(), &canonical] {
            for right in received {
                let is = |parts: &[&[u8]]| hash(right.algorithm, parts).is(&right.digest);
                let what = if is(&[text]) {
                    PlainHash::Text
                } else if secrets.iter().any(|key| is(&[&key.bytes, text])) {
                    PlainHash::SecretFirst
                } else if secrets.iter().any(|key| is(&[text, &key.bytes])) {
                    PlainHash::SecretLast
                } else {
                    continue;
                };
                self.tried += 1;
                return Some([&right.mistakes[..], &[Mistake::PlainHash(what)], mistakes].concat());
            }
        }
        None
    }

    /// Tries one text with all keys that are wanted.
    fn attempt(
        &mut self,
        (changes, text): &bodies::Variant,
        contents: &[Content<'_>],
        received: &[Received],
        wanted: impl Fn(&Key) -> bool,
    ) -> Option<Vec<Mistake>> {
        for algorithm in Algorithm::ALL {
            if received.iter().all(|received| received.algorithm != *algorithm) {
                continue;
            }
            for key in self.keys.iter().filter(|key| wanted(key)) {
                let keyed = HmacKey::new(*algorithm, &key.bytes);
                for content in contents {
                    if self.hashed >= MOST_HASHED {
                        return None;
                    }
                    self.tried += 1;
                    self.hashed += text.len() + 128;
                    let envelope = Envelope { url: &content.url, id: content.id, time: content.time.as_deref() };
                    let due: Digest = keyed.digest(&envelope.parts(content.scheme.row(), text));
                    let Some(right) = received.iter().find(|received| received.digest.is(&due)) else { continue };
                    let mut mistakes: Vec<Mistake> = key.mistake.iter().cloned().collect();
                    mistakes.extend(right.mistakes.iter().cloned());
                    if *algorithm != self.config.algorithm {
                        mistakes.push(Mistake::Algorithm(self.config.algorithm, *algorithm));
                    }
                    mistakes.extend(content.mistakes.iter().cloned());
                    mistakes.extend(changes.iter().cloned());
                    return Some(mistakes);
                }
            }
        }
        None
    }
}
