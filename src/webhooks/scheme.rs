//! What a sender signs, and how it writes the signature.

use std::fmt;
use std::str::FromStr;

use super::canonical;
use super::text;
use crate::exit::Exit;
use crate::failure::Classify;
use crate::suggest;

/// A name that is not on a list.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown {what} `{given}`; known: {}", known.join(", "))]
pub struct UnknownName {
    what: &'static str,
    given: String,
    known: Vec<&'static str>,
}

impl UnknownName {
    /// Returns the known names, the closest first.
    pub fn known(&self) -> &[&'static str] {
        &self.known
    }
}

impl Classify for UnknownName {
    fn exit(&self) -> Exit {
        Exit::Usage
    }

    fn hint(&self) -> Option<String> {
        self.known.first().map(|closest| format!("did you mean `{closest}`?"))
    }
}

/// Declares an enum whose values have names that people type.
macro_rules! named {
    ($(#[$doc:meta])* $type:ident as $what:literal { $($(#[$value_doc:meta])* $value:ident = $name:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $type { $($(#[$value_doc])* $value,)+ }

        impl $type {
            /// Every value.
            pub const ALL: &[Self] = &[$(Self::$value,)+];

            /// Returns the name that people type.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$value => $name,)+ }
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.name())
            }
        }

        impl FromStr for $type {
            type Err = UnknownName;

            fn from_str(name: &str) -> Result<Self, UnknownName> {
                Self::ALL.iter().copied().find(|value| value.name().eq_ignore_ascii_case(name)).ok_or_else(|| {
                    let mut known: Vec<_> = Self::ALL.iter().map(|value| value.name()).collect();
                    suggest::sort(name, &mut known);
                    UnknownName { what: $what, given: text::shown(name.as_bytes()), known }
                })
            }
        }

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }
    };
}

named! {
    /// Whose convention it is.
    Scheme as "scheme" {
        /// The platform's own: base64 of HMAC-SHA256 over the body as `JSON.stringify` writes it.
        Makini = "makini",
        /// Plain HMAC over the body.
        RawHmac = "raw-hmac",
        /// The Standard Webhooks specification: `id.timestamp.body`.
        StandardWebhooks = "standard-webhooks",
        /// Svix: Standard Webhooks under its own header names.
        Svix = "svix",
        /// Stripe: `timestamp.body`, everything in one header.
        Stripe = "stripe",
        /// GitHub: `sha256=` and hex.
        Github = "github",
        /// Shopify: base64 over the body.
        Shopify = "shopify",
        /// Slack: `v0:timestamp:body`.
        Slack = "slack",
        /// LINE: base64 over the body.
        Line = "line",
    }
}

named! {
    /// The hash inside the HMAC.
    Algorithm as "algorithm" {
        /// SHA-1, 20 bytes. Only for senders that know no better.
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
        /// The bytes as they came.
        Raw = "raw",
        /// The body as ECMAScript's `JSON.stringify(JSON.parse(body))` writes it.
        JsonStringify = "json-stringify",
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
        match self {
            Self::StandardWebhooks | Self::Svix => SecretEncoding::Whsec,
            // Stripe's secrets begin with `whsec_` too, and there the whole text is the key.
            _ => SecretEncoding::Utf8,
        }
    }

    /// Returns whether the time of sending is signed, so that a replay can be told.
    pub const fn signs_time(self) -> bool {
        matches!(self, Self::StandardWebhooks | Self::Svix | Self::Stripe | Self::Slack)
    }
}

/// How old or how far ahead a signed timestamp may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tolerance {
    /// So many seconds either way; exactly so many is still accepted.
    Seconds(u64),
    /// The time is not looked at. The signature still covers it.
    Unlimited,
}

impl Default for Tolerance {
    fn default() -> Self {
        Self::Seconds(300)
    }
}

/// A tolerance that cannot be read.
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

/// All that decides how a delivery is verified or signed. None of it ever comes from the delivery.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// Whose convention it is.
    pub scheme: Scheme,
    /// The texts that may have been signed, in the order of preference. Never empty.
    pub candidates: Vec<Canonicalization>,
    /// The hash inside the HMAC.
    pub algorithm: Algorithm,
    /// How the signature is written.
    pub encoding: Encoding,
    /// What stands in front of the signature, as `sha256=` or `v1,`. With one, the header may hold a list.
    pub prefix: Option<String>,
    /// The header with the signature, in any case.
    pub signature_header: String,
    /// How old a signed timestamp may be.
    pub tolerance: Tolerance,
    /// What the canonicaliser puts up with.
    pub limits: canonical::Limits,
}

impl Config {
    /// Returns what the scheme's own senders do.
    pub fn new(scheme: Scheme) -> Self {
        use Encoding::{Base64, Hex};
        let (header, encoding, prefix) = match scheme {
            Scheme::Makini => ("X-Webhook-Signature", Base64, None),
            Scheme::RawHmac => ("X-Signature", Hex, None),
            Scheme::StandardWebhooks => ("webhook-signature", Base64, Some("v1,")),
            Scheme::Svix => ("svix-signature", Base64, Some("v1,")),
            Scheme::Stripe => ("Stripe-Signature", Hex, Some("v1=")),
            Scheme::Github => ("X-Hub-Signature-256", Hex, Some("sha256=")),
            Scheme::Shopify => ("X-Shopify-Hmac-Sha256", Base64, None),
            Scheme::Slack => ("X-Slack-Signature", Hex, Some("v0=")),
            Scheme::Line => ("X-Line-Signature", Base64, None),
        };
        let candidates = match scheme {
            Scheme::Makini => vec![Canonicalization::Raw, Canonicalization::JsonStringify],
            _ => vec![Canonicalization::Raw],
        };
        Self {
            scheme,
            candidates,
            algorithm: Algorithm::Sha256,
            encoding,
            prefix: prefix.map(str::to_owned),
            signature_header: header.to_owned(),
            tolerance: Tolerance::default(),
            limits: canonical::Limits::default(),
        }
    }

    /// Returns whether one delivery may carry several signatures, in one header or in several of the same name.
    pub(super) fn lists(&self) -> bool {
        match self.scheme {
            Scheme::StandardWebhooks | Scheme::Svix | Scheme::Stripe => true,
            Scheme::Makini | Scheme::RawHmac => self.prefix.is_some(),
            Scheme::Github | Scheme::Shopify | Scheme::Slack | Scheme::Line => false,
        }
    }

    /// Returns the label of the signatures that count: the prefix without its last separator.
    pub(super) fn label(&self) -> &str {
        self.prefix.as_deref().unwrap_or_default().trim_end_matches([',', '='])
    }

    /// Returns the names of the headers with the message ID and with the time, for the family that `svix` also reads.
    pub(super) fn id_and_time(&self) -> (&'static str, &'static str) {
        match self.scheme {
            Scheme::Svix => ("svix-id", "svix-timestamp"),
            Scheme::Slack => ("", "X-Slack-Request-Timestamp"),
            _ => ("webhook-id", "webhook-timestamp"),
        }
    }
}

impl Default for Config {
    fn default() -> Self {
        Self::new(Scheme::Makini)
    }
}
