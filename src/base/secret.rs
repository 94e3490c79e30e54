//! A value that can be used and never shown.

use std::fmt;

use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

/// A token, a password, a webhook secret.
///
/// There is no `Display` and no `Serialize`, `Debug` is mute, equality takes the same time whatever differs, and the
/// memory is wiped when the value is dropped.
#[derive(Clone)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// Takes ownership of the text.
    pub fn new(text: impl Into<String>) -> Self {
        Self(Zeroizing::new(text.into()))
    }

    /// Takes a secret as a file, a pipe or a variable holds it, as [`line()`] reads it.
    pub fn from_line(text: &str) -> Self {
        Self::new(line(text))
    }

    /// The one door out. `rg '\.expose\('` lists every place a secret is used.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Returns whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Drops what editors and shells add to a secret and nobody means: a byte order mark before it and one line end after it.
/// Nothing else: a blank may belong to a password.
pub fn line(text: &str) -> &str {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.strip_suffix('\n').map_or(text, |line| line.strip_suffix('\r').unwrap_or(line))
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

impl PartialEq for Secret {
    fn eq(&self, other: &Self) -> bool {
        self.0.as_bytes().ct_eq(other.0.as_bytes()).into()
    }
}

impl Eq for Secret {}

#[cfg(test)]
mod tests {
    use super::Secret;

    #[test]
    fn debug_says_nothing() {
        assert_eq!(format!("{:?}", Secret::new("hunter2")), "[redacted]");
        assert_eq!(format!("{:#?}", Some(Secret::new("hunter2"))), "Some(\n    [redacted],\n)");
    }

    #[test]
    fn a_mark_and_one_line_end_are_no_part_of_it() {
        for (text, secret) in [
            ("s", "s"),
            ("s\n", "s"),
            ("s\r\n", "s"),
            ("\u{feff}s\n", "s"),
            (" s ", " s "),
            ("s\n\n", "s\n"),
            ("s\r", "s\r"),
            ("\n", ""),
        ] {
            assert_eq!(Secret::from_line(text).expose(), secret, "{text:?}");
        }
    }

    #[test]
    fn equality_is_by_content() {
        assert_eq!(Secret::new("a"), Secret::new("a"));
        assert_ne!(Secret::new("a"), Secret::new("ab"));
    }
}
