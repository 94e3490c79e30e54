//! Layer: removes the secrets of a request from whatever comes back, before anything else sees it.
//!
//! The secrets are those of this very request: its token and the secret fields of its body. They are found as they
//! are, with any of their characters escaped (JSON, percent, HTML), in base64 and in hexadecimal. Only the success of a
//! call that returns tokens keeps its body: it may return the one that was sent.

use std::sync::{Arc, Mutex, PoisonError};

use base64::Engine as _;
use base64::prelude::{BASE64_STANDARD_NO_PAD, BASE64_URL_SAFE_NO_PAD};
use bytes::Bytes;
use http::header::{AUTHORIZATION, COOKIE, PROXY_AUTHORIZATION};
use http::{HeaderMap, HeaderValue, Request, Response};
use memchr::memmem;

use super::error::Error;
use super::transport::{BoxFuture, Transport};
use crate::secret::Secret;

/// What stands in place of a secret.
const REDACTED: &[u8] = b"[redacted]";

/// Minimum length of a secret that is looked for, in bytes: shorter ones are found in ordinary words.
const SHORTEST: usize = 6;

/// The same for the body of a success, which is data.
const SHORTEST_IN_DATA: usize = 8;

/// Minimum length of the beginning of a secret that is removed where the rest was cut off.
const CUT: usize = 16;

/// Secret fields of the body of a request; in its extensions.
#[derive(Clone, Debug, Default)]
pub(super) struct SentSecrets(pub(super) Vec<Secret>);

/// Marks a request whose success returns tokens; in its extensions.
#[derive(Clone, Copy, Debug)]
pub(super) struct ReturnsTokens;

/// Removes the secrets of a request from its response.
pub struct Redact<T> {
    inner: T,
    /// What was looked for last: the calls of a fleet carry the same token, and its encodings are costly to make.
    last: Mutex<Option<Arc<Needles>>>,
}

impl<T: Transport> Redact<T> {
    /// Wraps a transport.
    pub fn new(inner: T) -> Self {
        Self { inner, last: Mutex::new(None) }
    }

    /// Returns what to look for in the answer to a request with these secrets.
    fn needles(&self, secrets: Vec<Secret>) -> Arc<Needles> {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        match &*last {
            Some(known) if known.are_of(&secrets) => Arc::clone(known),
            _ => Arc::clone(last.insert(Arc::new(Needles::of(secrets)))),
        }
    }

    async fn redacted(&self, request: Request<Bytes>) -> Result<Response<Bytes>, Error> {
        let needles = self.needles(secrets_of(&request));
        let returns_tokens = request.extensions().get::<ReturnsTokens>().is_some();
        match self.inner.send(request).await {
            Ok(mut response) => {
                let is_success = response.status().is_success();
                clean_headers(response.headers_mut(), &needles);
                if !(is_success && returns_tokens) {
                    let least = if is_success { SHORTEST_IN_DATA } else { SHORTEST };
                    if let Some(clean) = needles.remove(response.body(), least) {
                        *response.body_mut() = clean.into();
                    }
                }
                Ok(response)
            }
            Err(Error::Network(mut error)) => {
                if let Some(clean) = needles.remove(error.reason.as_bytes(), SHORTEST) {
                    error.reason = String::from_utf8_lossy(&clean).into_owned();
                }
                Err(Error::Network(error))
            }
            Err(error) => Err(error),
        }
    }
}

impl<T: Transport> Transport for Redact<T> {
    fn send(&self, request: Request<Bytes>) -> BoxFuture<'_, Result<Response<Bytes>, Error>> {
        Box::pin(self.redacted(request))
    }
}

/// Returns the secrets that a request carries.
fn secrets_of(request: &Request<Bytes>) -> Vec<Secret> {
    let mut secrets = request.extensions().get::<SentSecrets>().cloned().unwrap_or_default().0;
    for (name, value) in request.headers() {
        if !(value.is_sensitive() || [AUTHORIZATION, PROXY_AUTHORIZATION, COOKIE].contains(name)) {
            continue;
        }
        let Ok(value) = value.to_str() else { continue };
        // `Bearer` is no secret.
        secrets.push(Secret::new(value.split_once(' ').map_or(value, |(_, token)| token).trim()));
    }
    secrets
}

/// Returns a text from a server without the secrets that were sent to it, in any form.
pub fn without_secrets(secrets: Vec<Secret>, text: &[u8]) -> Vec<u8> {
    Needles::of(secrets).remove(text, SHORTEST).unwrap_or_else(|| text.to_vec())
}

fn clean_headers(headers: &mut HeaderMap, needles: &Needles) {
    for value in headers.values_mut() {
        if let Some(clean) = needles.remove(value.as_bytes(), SHORTEST) {
            *value = HeaderValue::from_bytes(&clean).unwrap_or_else(|_| HeaderValue::from_static("[redacted]"));
        }
    }
}

/// Secrets to look for, each with pieces that every encoding of it contains.
struct Needles(Vec<(Secret, Vec<memmem::Finder<'static>>)>);

impl Needles {
    fn of(secrets: Vec<Secret>) -> Self {
        let encoded = |secret: &Secret| {
            let secret = secret.expose().as_bytes();
            let all = if secret.len() >= SHORTEST_IN_DATA { encodings(secret) } else { Vec::new() };
            all.iter().map(|piece| memmem::Finder::new(piece).into_owned()).collect()
        };
        let with_pieces = |secret: Secret| {
            let pieces = encoded(&secret);
            (secret, pieces)
        };
        Self(secrets.into_iter().map(with_pieces).collect())
    }

    fn are_of(&self, secrets: &[Secret]) -> bool {
        self.0.len() == secrets.len() && self.0.iter().zip(secrets).all(|((a, _), b)| a.expose() == b.expose())
    }

    /// Returns the text without the secrets of at least this length, or nothing if there are none in it.
    fn remove(&self, text: &[u8], least: usize) -> Option<Vec<u8>> {
        let mut found: Vec<(usize, usize)> = Vec::new();
        for (secret, encoded) in self.0.iter().filter(|(secret, _)| secret.expose().len() >= least) {
            for piece in encoded {
                found.extend(piece.find_iter(text).map(|at| widened(text, at, at + piece.needle().len())));
            }
            found.extend(occurrences(text, secret.expose().as_bytes()));
        }
        if found.is_empty() {
            return None;
        }
        found.sort_unstable();
        let mut clean = Vec::with_capacity(text.len());
        let mut copied = 0;
        for (start, end) in found {
            if start >= copied {
                clean.extend_from_slice(&text[copied..start]);
                clean.extend_from_slice(REDACTED);
            }
            copied = copied.max(end);
        }
        clean.extend_from_slice(&text[copied.min(text.len())..]);
        Some(clean)
    }
}

/// Returns what base64 and hexadecimal make of a secret, without the ends that depend on what stands beside it.
fn encodings(secret: &[u8]) -> Vec<Vec<u8>> {
    let mut all = Vec::new();
    for shift in 0..3 {
        let shifted = [&b"\0\0"[..shift], secret].concat();
        for encoded in [BASE64_STANDARD_NO_PAD.encode(&shifted), BASE64_URL_SAFE_NO_PAD.encode(&shifted)] {
            let (first, last) = (if shift == 0 { 0 } else { 4 }, encoded.len() - encoded.len() % 4);
            if last > first + SHORTEST_IN_DATA
                && !all.iter().any(|known: &Vec<u8>| known == &encoded.as_bytes()[first..last])
            {
                all.push(encoded.as_bytes()[first..last].to_vec());
            }
        }
    }
    let hex = |write: fn(&u8) -> String| secret.iter().map(write).collect::<String>().into_bytes();
    all.extend([hex(|byte| format!("{byte:02x}")), hex(|byte| format!("{byte:02X}"))]);
    all
}

/// Widens a piece of base64 to the characters beside it that may belong to the same secret.
fn widened(text: &[u8], start: usize, end: usize) -> (usize, usize) {
    let belongs = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'-' | b'_' | b'=');
    let before = text[..start].iter().rev().take(4).take_while(|byte| belongs(byte)).count();
    let behind = text[end..].iter().take(4).take_while(|byte| belongs(byte)).count();
    (start - before, end + behind)
}

/// Returns where a secret stands in a text, each of its characters as it is or escaped.
fn occurrences(text: &[u8], secret: &[u8]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut from = 0;
    // Two searches side by side, each of which sees the text once: what is sent may be millions of escapes.
    let mut others = memchr::memchr_iter(b'&', text).peekable();
    let mut starts = memchr::memchr3_iter(secret[0], b'\\', b'%', text).peekable();
    loop {
        while others.next_if(|&at| at < from).is_some() {}
        while starts.next_if(|&at| at < from).is_some() {}
        let Some(start) = starts.peek().into_iter().chain(others.peek()).min().copied() else { break };
        let (length, matched) = matching(&text[start..], secret);
        if matched == secret.len() || (matched >= CUT && matched * 2 >= secret.len()) {
            found.push((start, start + length));
            from = start + length;
        } else {
            from = start + 1;
        }
    }
    found
}

#[cfg(test)]
thread_local! {
    /// Bytes compared by this thread, for the test of how that grows.
    static STEPS: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// Returns how many bytes of the text match a beginning of the secret, and how long that is in the secret.
fn matching(text: &[u8], secret: &[u8]) -> (usize, usize) {
    let (mut at, mut matched) = (0, 0);
    while let (Some(byte), Some(wanted)) = (text.get(at), secret.get(matched)) {
        #[cfg(test)]
        STEPS.set(STEPS.get() + 1);
        if byte == wanted {
            (at, matched) = (at + 1, matched + 1);
            continue;
        }
        let Some((character, length)) = unescaped(&text[at..]) else { break };
        let mut bytes = [0; 4];
        let bytes = character.encode_utf8(&mut bytes).as_bytes();
        // A percent escape stands for a byte, which may be a part of a character.
        let bytes = if *byte == b'%' { &[character as u8][..] } else { bytes };
        if !secret[matched..].starts_with(bytes) {
            break;
        }
        (at, matched) = (at + length, matched + bytes.len());
    }
    (at, matched)
}

/// Returns the character that an escape stands for, and the length of the escape.
fn unescaped(text: &[u8]) -> Option<(char, usize)> {
    let number = |digits: Option<&[u8]>, radix| u32::from_str_radix(std::str::from_utf8(digits?).ok()?, radix).ok();
    match text {
        [b'%', ..] => Some((char::from_u32(number(text.get(1..3), 16)?)?, 3)),
        [b'\\', b'u', ..] => Some((char::from_u32(number(text.get(2..6), 16)?)?, 6)),
        [b'\\', escaped, ..] => Some((char::from(*escaped), 2)),
        [b'&', ..] => {
            let end = memchr::memchr(b';', &text[..text.len().min(10)])?;
            let name = &text[1..end];
            let character = match name {
                b"amp" => '&',
                b"lt" => '<',
                b"gt" => '>',
                b"quot" => '"',
                b"apos" => '\'',
                [b'#', b'x' | b'X', digits @ ..] => char::from_u32(number(Some(digits), 16)?)?,
                [b'#', digits @ ..] => char::from_u32(number(Some(digits), 10)?)?,
                _ => return None,
            };
            Some((character, end + 1))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str = "correct+horse/battery=staple \"7Yh4Vd\"&ü";

    fn cleaned(text: &str) -> String {
        let clean = Needles::of(vec![Secret::new(SECRET)]).remove(text.as_bytes(), SHORTEST);
        clean.map_or_else(|| text.to_owned(), |clean| String::from_utf8(clean).expect("UTF-8"))
    }

    #[test]
    fn a_secret_in_every_form() {
        let json = serde_json::to_string(SECRET).expect("a text");
        let each = |write: fn(u8) -> String| SECRET.bytes().map(write).collect::<String>();
        let chars = |write: fn(u32) -> String| SECRET.chars().map(u32::from).map(write).collect::<String>();
        let forms = [
            SECRET.to_owned(),
            json[1..json.len() - 1].to_owned(),
            json[1..json.len() - 1].replace('/', "\\/"),
            chars(|c| format!("\\u{c:04x}")),
            chars(|c| format!("&#{c};")),
            each(|byte| format!("%{byte:02X}")),
            each(|byte| format!("%{byte:02x}")),
            url::form_urlencoded::byte_serialize(SECRET.as_bytes()).collect::<String>().replace('+', "%20"),
            SECRET.replace('&', "&amp;").replace('"', "&quot;"),
            each(|byte| format!("{byte:02x}")),
            each(|byte| format!("{byte:02X}")),
            BASE64_STANDARD_NO_PAD.encode(SECRET),
            BASE64_URL_SAFE_NO_PAD.encode(format!("client:{SECRET}")),
        ];
        for form in forms {
            let clean = cleaned(&format!("denied for Bearer {form}: go away"));
            assert!(clean.starts_with("denied for Bearer ") && clean.ends_with(": go away"), "{form}: {clean}");
            assert!(clean.contains("[redacted]") && clean.len() < 60, "{form}: {clean}");
        }
        assert_eq!(cleaned(&format!("{SECRET}{SECRET}, {}", &SECRET[..20])), "[redacted][redacted], [redacted]");
    }

    /// Twice the text takes about twice the time, however much of it looks like the beginning of a secret.
    #[test]
    fn no_text_takes_the_square_of_its_length() {
        let secret = format!("{}b", "a".repeat(40));
        let needles = Needles::of(vec![Secret::new(secret.as_str())]);
        let repeated = "%61".repeat(39) + "x";
        let pieces = ["a", "\\", "%", "&", "\"", "\\ud800", "%61", "&amp", "&#97;", "\\u0061", "&#", repeated.as_str()];
        let steps = |piece: &str, length: usize| {
            let text = piece.repeat(length / piece.len());
            let before = STEPS.get();
            needles.remove(text.as_bytes(), SHORTEST);
            STEPS.get() - before
        };
        for piece in pieces {
            let (once, twice) = (steps(piece, 1 << 16), steps(piece, 1 << 17));
            assert!(twice <= once * 2 + once / 8 + 64, "{piece}: {once} and {twice}");
            assert!(once <= (secret.len() + 2) << 16, "{piece}: {once}");
        }
    }

    #[test]
    fn other_text_stays_as_it_is() {
        for text in ["", "correct", "100 % & more \\", "correct+horse", "%zz \\u00 &#; &nope;", "\\u00e9 %C3%BC"] {
            assert_eq!(cleaned(text), text);
        }
        assert!(Needles::of(vec![Secret::new("abc")]).remove(b"abc", SHORTEST).is_none());
    }
}
