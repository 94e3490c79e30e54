//! Why a delivery does not verify: tries the known mistakes and returns the one that matches.
//!
//! A finding changes nothing: the delivery stays "not verified". It is sure, though: a mistake is named only if the
//! received signature is right once it is made. The expected signature itself is never shown.

mod bodies;
mod fixes;
mod json;
mod mistake;
mod signatures;
#[cfg(test)]
mod tests;

use zeroize::Zeroizing;

use super::header::{Header, values};
use super::hmac::{Digest, HmacKey};
use super::public_url;
use super::reason::Reason;
use super::scheme::{Algorithm, Canonicalization, Config, Part, Scheme, SecretEncoding, Time};
use super::secrets::{BadSecret, Secrets};
use super::signature_header::{self, Envelope};
use super::verify::{Verdict, verify};
use crate::secret::Secret;

pub use fixes::{Language, Remedy};
pub use json::{Escapes, Layout, Numbers, Order, Style};
pub use mistake::Mistake;

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
    Ok(Explanation { verdict, mistakes: mistakes.unwrap_or_default(), tried: search.tried, cut_short: search.spent() })
}

/// A key to try, and what went wrong if it is the right one.
struct Key {
    mistake: Option<Mistake>,
    bytes: Zeroizing<Vec<u8>>,
}

fn keys(secrets: &Secrets, others: &[OtherSecret]) -> Result<Vec<Key>, BadSecret> {
    let mut keys: Vec<Key> =
        secrets.bytes().map(|bytes| Key { mistake: None, bytes: Zeroizing::new(bytes.to_vec()) }).collect();
    for (due, found, bytes) in secrets.otherwise() {
        keys.push(Key { mistake: Some(Mistake::SecretEncoding(due, found)), bytes });
    }
    for text in secrets.texts() {
        if let Some(rest) = text.strip_prefix("whsec_") {
            keys.push(Key { mistake: Some(Mistake::SecretPrefixCut), bytes: Zeroizing::new(rest.as_bytes().to_vec()) });
        }
        for end in ["\n", "\r\n"] {
            let bytes = Zeroizing::new([text.as_bytes(), end.as_bytes()].concat());
            keys.push(Key { mistake: Some(Mistake::SecretLineBreak), bytes });
        }
    }
    for other in others {
        let known = Secrets::new([(other.secret.clone(), other.encoding)])?;
        for bytes in known.bytes() {
            let bytes = Zeroizing::new(bytes.to_vec());
            keys.push(Key { mistake: Some(Mistake::OtherSecret(other.name.clone())), bytes });
        }
    }
    Ok(keys)
}

struct Search<'c> {
    config: &'c Config,
    keys: Vec<Key>,
    tried: usize,
    hashed: usize,
}

/// A way to put the signed text together.
struct Content<'h> {
    mistakes: Vec<Mistake>,
    scheme: Scheme,
    url: &'h str,
    id: &'h [u8],
    time: Option<Vec<u8>>,
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
            found = variant.and_then(|variant| self.attempt(&variant, configured, &received, any));
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
                    let envelope = Envelope { url: content.url, id: content.id, time: content.time.as_deref() };
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

/// Headers with a time, of senders whose scheme is not in the table.
const OTHER_TIMES: &[&str] = &["x-webhook-timestamp", "x-timestamp"];

/// Returns the ways to put the signed text together, the configured ones first.
fn contents<'h>(config: &'h Config, headers: &'h [Header<'h>]) -> Vec<Content<'h>> {
    let own = signature_header::read(config, headers, &mut Vec::new()).unwrap_or_default();
    let rows = || Scheme::ALL.iter().map(|scheme| scheme.row());
    let first = |name: &str| values(headers, name).next();
    let id = rows().find_map(|row| row.id.and_then(first)).unwrap_or(own.id);
    let in_header = |time| match time {
        Time::Header(name) => first(name),
        Time::Field(_) => None,
    };
    let in_field = |header, time| match time {
        Time::Header(_) => None,
        Time::Field(name) => first(header)?
            .split(|byte| *byte == b',')
            .find_map(|item| item.trim_ascii().strip_prefix(name.as_bytes())?.strip_prefix(b"=")),
    };
    let time = own
        .time
        .or_else(|| rows().find_map(|row| row.time.and_then(in_header)))
        .or_else(|| OTHER_TIMES.iter().find_map(|name| first(name)))
        .or_else(|| rows().find_map(|row| row.time.and_then(|time| in_field(row.header, time))))
        .map(<[u8]>::to_vec);
    let urls: Vec<&str> = match &config.url {
        Some(url) if config.scheme.signs_url() => url.spellings().iter().map(String::as_str).collect(),
        _ => vec![""],
    };
    let mut contents: Vec<Content<'_>> = urls
        .into_iter()
        .map(|url| Content { mistakes: Vec::new(), scheme: config.scheme, url, id, time: time.clone() })
        .collect();
    let mut times = vec![(None, time.clone())];
    if let Some(text) = time.as_deref().and_then(|time| std::str::from_utf8(time).ok())
        && !text.is_empty()
        && text.bytes().all(|byte| byte.is_ascii_digit())
    {
        // Signed in one unit and sent in the other.
        times.push((Some(Mistake::Milliseconds), Some(format!("{text}000").into_bytes())));
        if text.len() > 3 {
            times.push((Some(Mistake::Milliseconds), Some(text.as_bytes()[..text.len() - 3].to_vec())));
        }
    }
    for scheme in messages() {
        for (unit, time) in &times {
            let needs_time = scheme.signs_time();
            let other = config.scheme.row().signed != scheme.row().signed;
            if (needs_time && time.is_none()) || (!needs_time && unit.is_some()) || (!other && unit.is_none()) {
                continue;
            }
            let mistakes = other.then_some(Mistake::Content(scheme)).into_iter().chain(unit.clone()).collect();
            contents.push(Content { mistakes, scheme, url: "", id, time: time.clone() });
        }
    }
    contents
}

/// Returns one scheme for each message that does not need the URL.
fn messages() -> Vec<Scheme> {
    let mut different: Vec<&[Part]> = Vec::new();
    let mut schemes = Vec::new();
    for scheme in Scheme::ALL.iter().filter(|scheme| !scheme.signs_url()) {
        if !different.contains(&scheme.row().signed) {
            different.push(scheme.row().signed);
            schemes.push(*scheme);
        }
    }
    schemes
}
