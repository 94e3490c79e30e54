//! Text that a person pasted, a pipe delivered or a file holds, on its way to becoming a secret.

use thiserror::Error;

use crate::exit::Exit;
use crate::failure::Classify;
use crate::secret::Secret;

/// What is wrong with a pasted token. It never says what was pasted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum BadPaste {
    /// There is nothing.
    #[error("the token is empty")]
    Empty,
    /// `Bearer ` or `Authorization:` came along.
    #[error("the token begins with the name of its header or scheme; leave `Authorization:` and `Bearer` out")]
    Scheme,
    /// It is in quotes.
    #[error("the token is in quotes; leave them out")]
    Quoted,
    /// It has more than one line.
    #[error("the token has more than one line")]
    Lines,
    /// There are blanks in it or around it.
    #[error("there are blanks in the token or around it")]
    Blanks,
    /// There are characters that no header may carry.
    #[error("there are characters in the token that are not visible ASCII")]
    Characters,
}

impl Classify for BadPaste {
    fn exit(&self) -> Exit {
        Exit::Invalid
    }

    fn hint(&self) -> Option<String> {
        Some("paste only the token itself; the one that was stored before is unchanged".into())
    }
}

/// Drops one final line end, as `echo` and editors add it, and nothing else.
pub fn without_final_newline(text: &str) -> &str {
    text.strip_suffix('\n').map_or(text, |line| line.strip_suffix('\r').unwrap_or(line))
}

/// Reads a token from a file, from stdin or from a prompt: one final newline is dropped, nothing else is mended.
///
/// # Errors
/// See [`BadPaste`].
pub fn token(text: &str) -> Result<Secret, BadPaste> {
    let text = without_final_newline(text);
    if text.trim().is_empty() {
        return Err(BadPaste::Empty);
    }
    if text.contains(['\n', '\r']) {
        return Err(BadPaste::Lines);
    }
    let begins = |word: &str| {
        let start = text.trim_start().get(..word.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(word))
    };
    if begins("bearer ") || begins("bearer\t") || begins("bearer:") || begins("authorization:") || begins("basic ") {
        return Err(BadPaste::Scheme);
    }
    let quotes = ['"', '\'', '`', '\u{201c}', '\u{201d}', '\u{2018}', '\u{2019}'];
    if text.trim().starts_with(quotes) || text.trim().ends_with(quotes) {
        return Err(BadPaste::Quoted);
    }
    if text.contains(|c: char| c.is_whitespace()) {
        return Err(BadPaste::Blanks);
    }
    if !text.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(BadPaste::Characters);
    }
    Ok(Secret::new(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_paste() {
        for text in ["eyJ0.a-b_c.d", "eyJ0.a-b_c.d\n", "eyJ0.a-b_c.d\r\n"] {
            assert_eq!(token(text).expect(text).expose(), "eyJ0.a-b_c.d");
        }
        for (text, wrong) in [
            ("", BadPaste::Empty),
            ("\n", BadPaste::Empty),
            ("bearer\tabc", BadPaste::Scheme),
            ("  \n", BadPaste::Empty),
            ("abc\n\n", BadPaste::Lines),
            ("abc\ndef", BadPaste::Lines),
            ("abc\rdef", BadPaste::Lines),
            ("Bearer abc", BadPaste::Scheme),
            ("bearer abc\n", BadPaste::Scheme),
            ("Authorization: Bearer abc", BadPaste::Scheme),
            ("\"abc\"", BadPaste::Quoted),
            ("'abc'", BadPaste::Quoted),
            ("abc\"", BadPaste::Quoted),
            ("\u{201c}abc\u{201d}", BadPaste::Quoted),
            (" abc", BadPaste::Blanks),
            ("abc ", BadPaste::Blanks),
            ("ab c", BadPaste::Blanks),
            ("ab\tc", BadPaste::Blanks),
            ("ab\u{a0}c", BadPaste::Blanks),
            ("ab\u{200b}c", BadPaste::Characters),
            ("abç", BadPaste::Characters),
            ("ab\0c", BadPaste::Characters),
            ("ab\u{1b}c", BadPaste::Characters),
        ] {
            assert_eq!(token(text), Err(wrong), "{text:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_taken_fits_into_a_header(text in "\\PC*\\s?") {
            if let Ok(token) = token(&text) {
                let header = http::HeaderValue::from_str(&format!("Bearer {}", token.expose()));
                proptest::prop_assert!(header.is_ok());
            }
        }
    }
}
