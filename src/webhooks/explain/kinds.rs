//! Kinds of mistakes: encodings, hashes, and what stands around a signature or a secret.

/// A character encoding that is not UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Charset {
    /// ISO 8859-1.
    Latin1,
    /// ASCII, with `?` for everything else.
    Ascii,
    /// UTF-16, little-endian, without a byte order mark.
    Utf16,
    /// UTF-16, little-endian, with a byte order mark.
    Utf16Marked,
}

impl Charset {
    /// Returns its name as it is written in text.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Latin1 => "Latin-1",
            Self::Ascii => "ASCII (with `?` for other letters)",
            Self::Utf16 => "UTF-16",
            Self::Utf16Marked => "UTF-16 with a byte order mark",
        }
    }
}

/// What was hashed instead of an HMAC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlainHash {
    /// The text alone: no secret at all.
    Text,
    /// The secret, then the text.
    SecretFirst,
    /// The text, then the secret.
    SecretLast,
}

/// What is around a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dress {
    /// Quotes.
    Quotes,
    /// `b'…'`, as Python shows bytes.
    Bytes,
    /// `%3D` for `=`.
    Percent,
    /// A blank for each `+`, as forms are decoded.
    Blanks,
}

/// What is around a secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrapping {
    /// Quotes.
    Quotes,
    /// A byte order mark before it.
    ByteOrderMark,
    /// The version label `v1,` before it.
    Version,
}

impl Wrapping {
    /// Returns what is shown.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Quotes => "quotes around it",
            Self::ByteOrderMark => "a byte order mark before it",
            Self::Version => "`v1,` before it",
        }
    }
}
