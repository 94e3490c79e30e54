//! Header lines: names in any case, values as bytes.

use super::text;
use crate::exit::Exit;
use crate::failure::Classify;

/// One header, borrowed from wherever it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header<'a> {
    /// The name, in any case.
    pub name: &'a str,
    /// The value, without the blanks around it.
    pub value: &'a [u8],
}

impl<'a> Header<'a> {
    /// Creates a header from its parts.
    pub fn new(name: &'a str, value: &'a [u8]) -> Self {
        Self { name, value }
    }

    /// Reads `Name: value`, as after `-H` and in a captured request.
    ///
    /// # Errors
    /// When there is no colon, or the name is not a header name.
    pub fn parse(line: &'a str) -> Result<Self, BadHeader> {
        let Some((name, value)) = line.split_once(':') else {
            return Err(BadHeader::NoColon(text::shown(line.as_bytes())));
        };
        if !is_name(name) {
            return Err(BadHeader::Name(text::shown(name.as_bytes())));
        }
        Ok(Self { name, value: value.trim_matches([' ', '\t']).as_bytes() })
    }
}

/// A line that is not a header.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadHeader {
    /// There is no colon.
    #[error("a header is written `Name: value`; there is no colon in `{0}`")]
    NoColon(String),
    /// The name is empty, or has a character that no name has.
    #[error("a header is written `Name: value`; `{0}` is no name")]
    Name(String),
}

impl Classify for BadHeader {
    fn exit(&self) -> Exit {
        Exit::Usage
    }

    fn hint(&self) -> Option<String> {
        Some("write it as `-H 'X-Webhook-Signature: …'`".into())
    }
}

/// Returns whether a text can be the name of a header.
pub(super) fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
}

/// Returns the values of all headers of one name.
pub(super) fn values<'h>(headers: &'h [Header<'h>], name: &str) -> impl Iterator<Item = &'h [u8]> {
    headers.iter().filter(move |header| header.name.eq_ignore_ascii_case(name)).map(|header| header.value)
}
