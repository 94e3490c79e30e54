//! Why a delivery is not verified, each in one sentence.

use std::fmt;

use crate::canonical;
use crate::public_url::NO_URL_HINT;
use crate::scheme::{Algorithm, Encoding, Scheme};
use crate::text::count;

/// Why a delivery is not verified. Holds nothing of the expected signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A header of the scheme is missing or empty.
    MissingHeader {
        /// Name of the header.
        header: String,
        /// Names of the headers that were received.
        given: Vec<String>,
        /// Whether it is a header that the signature covers, not the one with the signature.
        covered: bool,
    },
    /// The signature header has no signature.
    EmptySignature {
        /// Name of the header.
        header: String,
    },
    /// A header does not have the form of its scheme.
    MalformedHeader {
        /// Name of the header.
        header: String,
        /// What is wrong with it.
        problem: &'static str,
    },
    /// There are signatures, but none under the label that is configured.
    NoSupportedLabel {
        /// Name of the header.
        header: String,
        /// The configured label.
        wanted: String,
        /// Labels that were received.
        seen: Vec<String>,
    },
    /// A header was received with several values, and the scheme has only one.
    Ambiguous {
        /// Name of the header.
        header: String,
    },
    /// The signature is not written in the configured encoding.
    Encoding {
        /// The configured encoding.
        encoding: Encoding,
        /// The encoding it looks like.
        looks_like: Option<Encoding>,
        /// Its length in characters.
        characters: usize,
    },
    /// The signature is cut off, or too long.
    Length {
        /// Bytes received.
        received: usize,
        /// Bytes of a whole signature.
        needed: usize,
    },
    /// The signed timestamp is not a number of seconds.
    MalformedTimestamp {
        /// Its text, escaped for display.
        text: String,
    },
    /// The signature is right and the delivery too old.
    TooOld {
        /// Seconds beyond the tolerance.
        by: u64,
        /// Signed time, in seconds since 1970.
        sent: i64,
        /// Time of verification, in seconds since 1970.
        now: i64,
        /// Configured tolerance in seconds.
        tolerance: u64,
    },
    /// The signature is right and the delivery comes from the future.
    InFuture {
        /// Seconds beyond the tolerance.
        by: u64,
        /// Signed time, in seconds since 1970.
        sent: i64,
        /// Time of verification, in seconds since 1970.
        now: i64,
        /// Configured tolerance in seconds.
        tolerance: u64,
    },
    /// The scheme signs the URL, and none is configured.
    NoUrl {
        /// The scheme.
        scheme: Scheme,
    },
    /// The URL carries the digest of another body.
    BodyDigest,
    /// Only the `JSON.stringify` form counts, and the body is not JSON.
    NotJson(canonical::Error),
    /// No secret yields the received signature.
    Mismatch {
        /// The first bytes of the first signature received.
        received: [u8; 2],
        /// Number of signatures received.
        signatures: usize,
        /// Number of secrets tried.
        secrets: usize,
        /// Whether the raw body was tried.
        raw: bool,
        /// Whether its `JSON.stringify` form was tried.
        stringified: bool,
        /// Whether its form fields were tried.
        form: bool,
        /// Why the `JSON.stringify` form could not be written.
        unread: Option<canonical::Error>,
        /// Whether the body ends with a line break.
        line_break: bool,
    },
}

impl Reason {
    /// Returns a name for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::MissingHeader { .. } => "missing_header",
            Self::MalformedHeader { .. } => "malformed_header",
            Self::NoSupportedLabel { .. } => "no_supported_scheme",
            Self::Ambiguous { .. } => "ambiguous_header",
            Self::Encoding { .. } => "wrong_encoding",
            Self::Length { received, needed } if received > needed => "signature_too_long",
            Self::Length { .. } | Self::EmptySignature { .. } => "truncated_signature",
            Self::MalformedTimestamp { .. } => "malformed_timestamp",
            Self::TooOld { .. } => "timestamp_too_old",
            Self::InFuture { .. } => "timestamp_in_future",
            Self::NoUrl { .. } => "missing_url",
            Self::BodyDigest => "body_digest_mismatch",
            Self::NotJson(_) => "invalid_json",
            Self::Mismatch { .. } => "signature_mismatch",
        }
    }

    /// Returns what to try next, in one line.
    pub fn hint(&self) -> Option<String> {
        let hint = match self {
            Self::MissingHeader { header, given, .. } if given.is_empty() => {
                format!("give the headers as they came, `-H '{header}: …'`, or the whole request with `--request FILE`")
            }
            Self::MissingHeader { header, covered: true, .. } => {
                format!("the signature covers it: give it as it came, `-H '{header}: …'`")
            }
            Self::MissingHeader { header, .. } => format!("`--signature-header` names another header than `{header}`"),
            Self::NoSupportedLabel { .. } | Self::MalformedHeader { .. } => {
                "set the form of the header with `--scheme` and `--prefix`".to_owned()
            }
            Self::Length { received, needed } if algorithm(*received).is_some() => {
                let (other, configured) = (algorithm(*received)?, algorithm(*needed)?);
                let doubled = if *received == 2 * needed { "; or it was copied twice" } else { "" };
                format!(
                    "{other} has {received} bytes, and {configured} is configured: if the sender uses {other}, add \
                     `--algorithm {other}`, which is never taken from the message{doubled}"
                )
            }
            Self::EmptySignature { .. } | Self::Length { .. } => {
                "copy the header again, with the whole of its value".to_owned()
            }
            Self::MalformedTimestamp { .. } => {
                "it is written in digits only, as seconds since 1970: `1700000000`".to_owned()
            }
            Self::Encoding { looks_like: Some(other), .. } => {
                format!("if the sender uses it, add `--encoding {other}`")
            }
            Self::TooOld { .. } => {
                "verify an old capture with `--at TIME`, or skip the check of its age with `--tolerance none`"
                    .to_owned()
            }
            Self::InFuture { sent, .. } if *sent > 100_000_000_000 => {
                "the time seems to be in milliseconds instead of seconds".to_owned()
            }
            Self::InFuture { .. } => "check this machine's clock, or verify a capture with `--at TIME`".to_owned(),
            Self::Mismatch { line_break: true, .. } => {
                "the last byte of the body is a line break, which an editor or `echo` may have added; `makini webhooks \
                 explain` tries the known mistakes"
                    .to_owned()
            }
            Self::Mismatch { .. } => "`makini webhooks explain` tries the known mistakes".to_owned(),
            Self::Ambiguous { .. } => {
                "only one of the two can be the sender's: a proxy in between may have added the other".to_owned()
            }
            Self::NoUrl { .. } => NO_URL_HINT.to_owned(),
            Self::BodyDigest => "give the body as it came, byte for byte, and the URL with its whole query".to_owned(),
            _ => return None,
        };
        Some(hint)
    }
}

impl std::error::Error for Reason {}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingHeader { header, given, .. } if given.is_empty() => {
                write!(f, "the header {header} is missing; there are no headers at all")
            }
            Self::MissingHeader { header, given, .. } => {
                write!(f, "the header {header} is missing or empty; there are: {}", given.join(", "))
            }
            Self::EmptySignature { header } => write!(f, "the signature in {header} is empty"),
            Self::MalformedHeader { header, problem } => write!(f, "the header {header} is malformed: {problem}"),
            Self::NoSupportedLabel { header, wanted, seen } => {
                write!(f, "{header} has no signature labelled `{wanted}`; there is: {}", seen.join(", "))
            }
            Self::Ambiguous { header } => write!(f, "the header {header} is there twice with different values"),
            Self::Encoding { encoding, looks_like: Some(other), characters } => {
                write!(f, "the signature is not {encoding}; it looks like {other} ({characters} characters)")
            }
            Self::Encoding { encoding, characters, .. } => {
                write!(f, "the signature is not {encoding} ({})", count(*characters, "character"))
            }
            Self::Length { received, needed } => {
                let state = if received < needed { "cut off" } else { "too long" };
                write!(f, "the signature is {state}: {} received, {needed} needed", count(*received, "byte"))
            }
            Self::MalformedTimestamp { text } => write!(f, "the timestamp `{text}` is not a number of seconds"),
            Self::TooOld { by, sent, now, tolerance } => write!(
                f,
                "the signature is right, but the delivery is too old by {by} s: sent {}, now {}, tolerance {tolerance} s",
                Utc(*sent),
                Utc(*now)
            ),
            Self::InFuture { by, sent, now, tolerance } => write!(
                f,
                "the signature is right, but the delivery is {by} s too far in the future: sent {}, now {}, tolerance \
                 {tolerance} s",
                Utc(*sent),
                Utc(*now)
            ),
            Self::NoUrl { scheme } => {
                write!(f, "the scheme `{scheme}` signs the URL that the sender calls, and none is configured")
            }
            Self::BodyDigest => f.write_str("`bodySHA256` in the URL is not the digest of this body"),
            Self::NotJson(error) if error.is_about_the_body() => error.fmt(f),
            Self::NotJson(error) => write!(f, "the body is not JSON: {error}"),
            Self::Mismatch {
                received: [first, second], signatures, secrets, raw, stringified, form, unread, ..
            } => {
                let whose = if *secrets == 1 { "the secret does not make" } else { "no secret makes" };
                let which = if *signatures == 1 { "the signature" } else { "any signature" };
                let text = match (raw, stringified) {
                    (true, true) => "the raw body or its JSON.stringify form",
                    (false, true) => "the JSON.stringify form of the body",
                    (false, false) if *form => "the URL and the form fields",
                    _ => "the raw body",
                };
                write!(f, "{whose} {which} received ({first:02x}{second:02x}…) for {text}")?;
                match unread {
                    Some(error) => write!(f, ", and its JSON.stringify form could not be made: {error}"),
                    None => Ok(()),
                }
            }
        }
    }
}

/// Returns the algorithm with this length of a signature, in bytes.
fn algorithm(bytes: usize) -> Option<&'static str> {
    Algorithm::ALL.iter().find(|known| known.digest_bytes() == bytes).map(|known| known.name())
}

/// A moment as RFC 3339 in UTC, or its seconds where the calendar ends.
struct Utc(i64);

impl fmt::Display for Utc {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match jiff::Timestamp::from_second(self.0) {
            Ok(time) => time.fmt(f),
            Err(_) => write!(f, "{} s", self.0),
        }
    }
}
