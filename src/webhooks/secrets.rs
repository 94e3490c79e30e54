//! The secrets of a receiver, validated and decoded once.

use std::fmt;

use base64::Engine as _;
use base64::alphabet;
use base64::engine::DecodePaddingMode;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig};
use zeroize::Zeroizing;

use super::hmac::HmacKey;
use super::scheme::{Algorithm, SecretEncoding};
use crate::exit::Exit;
use crate::failure::Classify;
use crate::hex;
use crate::secret::Secret;

/// Secrets are pasted by hand: padding may be missing and the last bits may be anything.
const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// What is wrong with a secret. Secrets are counted from 1.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadSecret {
    /// There is none at all.
    #[error("there is no secret to verify with")]
    None,
    /// It is empty: anyone can sign with an empty key.
    #[error("secret {0} is empty")]
    Empty(usize),
    /// It has nothing but whitespace.
    #[error("secret {0} is blank")]
    Blank(usize),
    /// It begins or ends with whitespace, which is almost always copied by mistake.
    #[error("secret {0} has whitespace at its {1}")]
    Whitespace(usize, &'static str),
    /// It has several lines.
    #[error("secret {0} has a line break in it")]
    LineBreak(usize),
    /// It is not valid in its encoding, because of what stands around it.
    #[error("secret {secret} is not {encoding}: it has {around}")]
    Wrapped {
        /// Number of the secret, from 1.
        secret: usize,
        /// The configured encoding.
        encoding: &'static str,
        /// What is around it.
        around: &'static str,
    },
    /// It is not valid in its encoding.
    #[error("secret {secret} is not {encoding}: {problem}")]
    Encoding {
        /// Number of the secret, from 1.
        secret: usize,
        /// The configured encoding.
        encoding: &'static str,
        /// The first wrong character and its position, or that the end is missing.
        problem: String,
    },
}

impl Classify for BadSecret {
    fn exit(&self) -> Exit {
        Exit::Usage
    }

    fn hint(&self) -> Option<String> {
        Some(match self {
            Self::None => "give one with `--secret-file FILE`, or `--secret-file -` to read it from stdin".into(),
            Self::Wrapped { around, .. } => format!("save the secret without {around}"),
            Self::Encoding { .. } => "set the encoding of the secret with `--secret-encoding utf8|hex|whsec`".into(),
            _ => "check the file or the variable it comes from; one line break at its end does no harm".into(),
        })
    }
}

/// The secrets of one receiver; several while a secret is rotated.
#[derive(Clone)]
pub struct Secrets {
    list: Vec<(Secret, SecretEncoding)>,
    keys: Vec<Zeroizing<Vec<u8>>>,
}

impl fmt::Debug for Secrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Secrets({})", self.keys.len())
    }
}

impl Secrets {
    /// Validates and decodes the secrets.
    ///
    /// # Errors
    /// When one of them is empty, blank, or not valid in its encoding.
    pub fn new(list: impl IntoIterator<Item = (Secret, SecretEncoding)>) -> Result<Self, BadSecret> {
        let list: Vec<_> = list.into_iter().collect();
        if list.is_empty() {
            return Err(BadSecret::None);
        }
        let keys = (1..).zip(&list).map(|(number, (secret, encoding))| key(number, secret, *encoding));
        Ok(Self { keys: keys.collect::<Result<_, _>>()?, list })
    }

    /// Validates and decodes secrets of one encoding.
    ///
    /// # Errors
    /// As [`Secrets::new`].
    pub fn all(secrets: impl IntoIterator<Item = Secret>, encoding: SecretEncoding) -> Result<Self, BadSecret> {
        Self::new(secrets.into_iter().map(|secret| (secret, encoding)))
    }

    /// Returns the number of secrets, which is never zero.
    #[expect(clippy::len_without_is_empty, reason = "there is always at least one")]
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Returns the keys for one algorithm.
    pub(super) fn hmac_keys(&self, algorithm: Algorithm) -> Vec<HmacKey> {
        self.keys.iter().map(|key| HmacKey::new(algorithm, key)).collect()
    }

    /// Returns the keys.
    pub(super) fn bytes(&self) -> impl Iterator<Item = &[u8]> {
        self.keys.iter().map(|key| key.as_slice())
    }

    /// Returns the texts of the secrets, and how each is to be read.
    pub(super) fn written(&self) -> impl Iterator<Item = (&str, SecretEncoding)> {
        self.list.iter().map(|(secret, encoding)| (secret.expose(), *encoding))
    }

    /// Returns the texts of the secrets.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        self.list.iter().map(|(secret, _)| secret.expose())
    }

    /// Returns the keys that the secrets are in another encoding than the configured one: configured, other, key.
    pub(super) fn otherwise(&self) -> Vec<(SecretEncoding, SecretEncoding, Zeroizing<Vec<u8>>)> {
        let mut others = Vec::new();
        for (index, (secret, encoding)) in self.list.iter().enumerate() {
            for other in SecretEncoding::ALL.iter().filter(|other| *other != encoding) {
                if let Ok(key) = key(index + 1, secret, *other)
                    && key != self.keys[index]
                {
                    others.push((*encoding, *other, key));
                }
            }
        }
        others
    }
}

fn key(number: usize, secret: &Secret, encoding: SecretEncoding) -> Result<Zeroizing<Vec<u8>>, BadSecret> {
    let text = secret.expose();
    check(number, text)?;
    if encoding != SecretEncoding::Utf8
        && let Some(around) = around(text)
    {
        return Err(BadSecret::Wrapped { secret: number, encoding: encoding.name(), around });
    }
    let bytes = match encoding {
        SecretEncoding::Utf8 => text.as_bytes().to_vec(),
        SecretEncoding::Hex => {
            if let Some(at) = text.bytes().position(|byte| !byte.is_ascii_hexdigit()) {
                return Err(wrong(number, "hexadecimal", text, at));
            }
            let mut bytes = vec![0; text.len() / 2];
            hex::decode_into(text.as_bytes(), &mut bytes).ok_or_else(|| {
                let problem = "the number of digits is odd".to_owned();
                BadSecret::Encoding { secret: number, encoding: "hexadecimal", problem }
            })?;
            bytes
        }
        SecretEncoding::Whsec => {
            let skipped = if text.starts_with("whsec_") { "whsec_".len() } else { 0 };
            let bytes = LENIENT.decode(&text[skipped..]).map_err(|error| {
                if let base64::DecodeError::InvalidByte(at, _) = error {
                    return wrong(number, "base64", text, skipped + at);
                }
                let problem = "its last character is cut off".to_owned();
                BadSecret::Encoding { secret: number, encoding: "base64", problem }
            })?;
            if bytes.is_empty() {
                return Err(BadSecret::Empty(number));
            }
            bytes
        }
    };
    Ok(Zeroizing::new(bytes))
}

/// Returns what is around a secret that is copied with it.
fn around(text: &str) -> Option<&'static str> {
    match text.chars().next()? {
        '"' | '\'' => Some("quotes around it"),
        '\u{feff}' => Some("a byte order mark before it"),
        'v' if text.starts_with("v1,") || text.starts_with("v1a,") => Some("`v1,` before it"),
        _ => None,
    }
}

fn check(number: usize, text: &str) -> Result<(), BadSecret> {
    if text.is_empty() {
        return Err(BadSecret::Empty(number));
    }
    if text.chars().all(char::is_whitespace) {
        return Err(BadSecret::Blank(number));
    }
    if text.starts_with(char::is_whitespace) {
        return Err(BadSecret::Whitespace(number, "start"));
    }
    if text.ends_with(char::is_whitespace) {
        return Err(BadSecret::Whitespace(number, "end"));
    }
    if text.contains(['\n', '\r']) {
        return Err(BadSecret::LineBreak(number));
    }
    Ok(())
}

/// Names one wrong character and its position, and nothing else of the secret.
fn wrong(secret: usize, encoding: &'static str, text: &str, at: usize) -> BadSecret {
    let character = text[..].char_indices().take_while(|(start, _)| *start <= at).last().map_or(' ', |(_, c)| c);
    let problem = format!("character {} is `{}`", text[..at].chars().count() + 1, character.escape_default());
    BadSecret::Encoding { secret, encoding, problem }
}
