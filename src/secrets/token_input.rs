//! Parses a token from a prompt, a pipe or a file.

use thiserror::Error;

use crate::exit::Exit;
use crate::failure::Classify;
use crate::secret::{self, Secret};

/// Why a text is not a token. Never holds the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum TokenInputError {
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

impl Classify for TokenInputError {
    fn exit(&self) -> Exit {
        Exit::Invalid
    }

    fn hint(&self) -> Option<String> {
        Some("paste only the token itself; the one that was stored before is unchanged".into())
    }
}

/// Parses a token. A byte order mark and one final line end are dropped; anything else around it is an error.
pub fn token(text: &str) -> Result<Secret, TokenInputError> {
    let text = secret::line(text);
    if text.trim().is_empty() {
        return Err(TokenInputError::Empty);
    }
    if text.contains(['\n', '\r']) {
        return Err(TokenInputError::Lines);
    }
    let begins = |word: &str| {
        let start = text.trim_start().get(..word.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(word))
    };
    if begins("bearer ") || begins("bearer\t") || begins("bearer:") || begins("authorization:") || begins("basic ") {
        return Err(TokenInputError::Scheme);
    }
    let quotes = ['"', '\'', '`', '\u{201c}', '\u{201d}', '\u{2018}', '\u{2019}'];
    if text.trim().starts_with(quotes) || text.trim().ends_with(quotes) {
        return Err(TokenInputError::Quoted);
    }
    if text.contains(|c: char| c.is_whitespace()) {
        return Err(TokenInputError::Blanks);
    }
    if !text.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(TokenInputError::Characters);
    }
    Ok(Secret::new(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_as_people_paste_them() {
        for text in ["eyJ0.a-b_c.d", "\u{feff}eyJ0.a-b_c.d", "eyJ0.a-b_c.d\n", "eyJ0.a-b_c.d\r\n"] {
            assert_eq!(token(text).expect(text).expose(), "eyJ0.a-b_c.d");
        }
        for (text, wrong) in [
            ("", TokenInputError::Empty),
            ("\n", TokenInputError::Empty),
            ("bearer\tabc", TokenInputError::Scheme),
            ("  \n", TokenInputError::Empty),
            ("abc\n\n", TokenInputError::Lines),
            ("abc\ndef", TokenInputError::Lines),
            ("abc\rdef", TokenInputError::Lines),
            ("Bearer abc", TokenInputError::Scheme),
            ("bearer abc\n", TokenInputError::Scheme),
            ("Authorization: Bearer abc", TokenInputError::Scheme),
            ("\"abc\"", TokenInputError::Quoted),
            ("'abc'", TokenInputError::Quoted),
            ("abc\"", TokenInputError::Quoted),
            ("\u{201c}abc\u{201d}", TokenInputError::Quoted),
            (" abc", TokenInputError::Blanks),
            ("abc ", TokenInputError::Blanks),
            ("ab c", TokenInputError::Blanks),
            ("ab\tc", TokenInputError::Blanks),
            ("ab\u{a0}c", TokenInputError::Blanks),
            ("ab\u{200b}c", TokenInputError::Characters),
            ("abç", TokenInputError::Characters),
            ("ab\0c", TokenInputError::Characters),
            ("ab\u{1b}c", TokenInputError::Characters),
        ] {
            assert_eq!(token(text), Err(wrong), "{text:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn an_accepted_token_fits_into_a_header(text in "\\PC*\\s?") {
            if let Ok(token) = token(&text) {
                let header = http::HeaderValue::from_str(&format!("Bearer {}", token.expose()));
                proptest::prop_assert!(header.is_ok());
            }
        }
    }
}
