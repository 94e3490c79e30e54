//! What a sender signs, and how it writes the signature.

mod named;
mod row;
mod table;

use std::fmt;
use std::str::FromStr;

use super::canonical;
use super::public_url::PublicUrl;
use super::text;
use crate::exit::Exit;
use crate::failure::Classify;

use named::named;

pub use named::{Named, UnknownName};
pub use row::{Layout, Part, SchemeRow, Time};
pub use table::Scheme;

pub(super) use row::MOST_PARTS;

named! {
    /// The hash inside the HMAC.
    Algorithm as "algorithm" {
        /// SHA-1, 20 bytes. Only for senders that offer nothing else.
        Sha1 = "sha1",
        /// SHA-256, 32 bytes.
        Sha256 = "sha256",
        /// SHA-384, 48 bytes.
        Sha384 = "sha384",
        /// SHA-512, 64 bytes.
        Sha512 = "sha512",
    }
}

named! {
    /// How the bytes of a signature are written.
    Encoding as "encoding" {
        /// Two hexadecimal digits a byte, in either case.
        Hex = "hex",
        /// Base64 with padding.
        Base64 = "base64",
        /// Base64 with `-` and `_`, padded or not.
        Base64Url = "base64url",
    }
}

named! {
    /// Which text of the body is signed.
    Canonicalization as "canonicalization" {
        /// The bytes as received.
        Raw = "raw",
        /// The body as ECMAScript's `JSON.stringify(JSON.parse(body))` writes it.
        JsonStringify = "json-stringify",
        /// The fields of a form, sorted, each name with its value after it; nothing where the URL carries the digest
        /// of the body, which is compared then.
        FormFields = "form-fields",
    }
}

named! {
    /// How the bytes of a secret are written.
    SecretEncoding as "secret encoding" {
        /// The text is the key.
        Utf8 = "utf8",
        /// Hexadecimal digits.
        Hex = "hex",
        /// Base64, after `whsec_` if that is there.
        Whsec = "whsec",
    }
}

impl Algorithm {
    /// Returns the length of its digest in bytes.
    pub const fn digest_bytes(self) -> usize {
        match self {
            Self::Sha1 => 20,
            Self::Sha256 => 32,
            Self::Sha384 => 48,
            Self::Sha512 => 64,
        }
    }
}

impl Scheme {
    /// Returns how its secrets are usually written.
    pub const fn secret_encoding(self) -> SecretEncoding {
        self.row().secret
    }

    /// Returns whether the time of sending is signed, so that a replay is detected.
    pub const fn signs_time(self) -> bool {
        self.row().time.is_some()
    }

    /// Returns whether the public URL of the receiver is signed.
    pub const fn signs_url(self) -> bool {
        self.row().signs_url()
    }
}

/// Maximum age of a signed timestamp, and how far ahead it may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tolerance {
    /// Seconds in either direction, inclusive.
    Seconds(u64),
    /// The time is not checked. The signature still covers it.
    Unlimited,
}

impl Default for Tolerance {
    fn default() -> Self {
        Self::Seconds(300)
    }
}

/// A text that is not a tolerance.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a tolerance is a number of seconds, as `300`, or `none`; not `{0}`")]
pub struct BadTolerance(String);

impl Classify for BadTolerance {
    fn exit(&self) -> Exit {
        Exit::Usage
    }
}

impl FromStr for Tolerance {
    type Err = BadTolerance;

    fn from_str(given: &str) -> Result<Self, BadTolerance> {
        if given == "none" {
            return Ok(Self::Unlimited);
        }
        if given.is_empty() || !given.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(BadTolerance(text::shown(given.as_bytes())));
        }
        // All digits: only too many of them can fail.
        Ok(Self::Seconds(given.parse().unwrap_or(u64::MAX)))
    }
}

impl fmt::Display for Tolerance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Seconds(seconds) => write!(f, "{seconds}"),
            Self::Unlimited => f.write_str("none"),
        }
    }
}

/// How deliveries are verified and signed. None of it ever comes from a delivery.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// Whose convention it is.
    pub scheme: Scheme,
    /// The texts of the body that may have been signed, in order of preference. Never empty.
    pub candidates: Vec<Canonicalization>,
    /// The hash inside the HMAC.
    pub algorithm: Algorithm,
    /// Encoding of the signature.
    pub encoding: Encoding,
    /// Prefix of a signature, for example `sha256=` or `v1,`. With a prefix the header may be a list.
    pub prefix: Option<String>,
    /// The header with the signature, in any case.
    pub signature_header: String,
    /// Maximum age of a signed timestamp.
    pub tolerance: Tolerance,
    /// Limits of the canonicaliser.
    pub limits: canonical::Limits,
    /// The URL that the sender calls. Only schemes that sign it need one.
    pub url: Option<PublicUrl>,
}

impl Config {
    /// Returns the configuration of the scheme's own senders.
    pub fn new(scheme: Scheme) -> Self {
        let row = scheme.row();
        Self {
            scheme,
            candidates: row.body.to_vec(),
            algorithm: row.algorithm,
            encoding: row.encoding,
            prefix: row.prefix.map(str::to_owned),
            signature_header: row.header.to_owned(),
            tolerance: Tolerance::default(),
            limits: canonical::Limits::default(),
            url: None,
        }
    }

    /// Returns whether one delivery may carry several signatures, in one header or in several of the same name.
    pub(super) fn lists(&self) -> bool {
        match self.scheme.row().layout {
            Layout::Versions | Layout::Fields => true,
            Layout::ListIfPrefixed => self.prefix.is_some(),
            Layout::One => false,
        }
    }

    /// Returns the configured label of signatures: the prefix without its last separator.
    pub(super) fn label(&self) -> &str {
        self.prefix.as_deref().unwrap_or_default().trim_end_matches([',', '='])
    }
}

impl Default for Config {
    fn default() -> Self {
        Self::new(Scheme::Makini)
    }
}
