//! What a person pastes as a token, and what is wrong with it.

use thiserror::Error;

use crate::exit::Exit;
use crate::failure::Classify;
use crate::secret::Secret;

/// What is wrong with a pasted token. It never says what was pasted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum TokenTextError {
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

impl Classify for TokenTextError {
    fn exit(&self) -> Exit {
        Exit::Usage
    }

    fn hint(&self) -> Option<String> {
        Some("paste only the token itself; the one that was stored before is unchanged".into())
    }
}

/// Reads a token from a file, from stdin or from a prompt: one final newline is dropped, nothing else is mended.
///
/// # Errors
/// See [`TokenTextError`].
pub fn token_from_text(text: &str) -> Result<Secret, TokenTextError> {
    let text = text.strip_suffix('\n').unwrap_or(text);
    let text = text.strip_suffix('\r').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(TokenTextError::Empty);
    }
    if text.contains(['\n', '\r']) {
        return Err(TokenTextError::Lines);
    }
    let begins = |word: &str| {
        let start = text.trim_start().get(..word.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(word))
    };
    if begins("bearer ") || begins("bearer:") || begins("authorization:") || begins("basic ") {
        return Err(TokenTextError::Scheme);
    }
    let quotes = ['"', '\'', '`', '\u{201c}', '\u{201d}', '\u{2018}', '\u{2019}'];
    if text.trim().starts_with(quotes) || text.trim().ends_with(quotes) {
        return Err(TokenTextError::Quoted);
    }
    if text.contains(|c: char| c.is_whitespace()) {
        return Err(TokenTextError::Blanks);
    }
    if !text.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(TokenTextError::Characters);
    }
    Ok(Secret::new(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_paste() {
        for text in ["eyJ0.a-b_c.d", "eyJ0.a-b_c.d\n", "eyJ0.a-b_c.d\r\n"] {
            assert_eq!(token_from_text(text).expect(text).expose(), "eyJ0.a-b_c.d");
        }
        for (text, wrong) in [
            ("", TokenTextError::Empty),
            ("\n", TokenTextError::Empty),
            ("  \n", TokenTextError::Empty),
            ("abc\n\n", TokenTextError::Lines),
            ("abc\ndef", TokenTextError::Lines),
            ("abc\rdef", TokenTextError::Lines),
            ("Bearer abc", TokenTextError::Scheme),
            ("bearer abc\n", TokenTextError::Scheme),
            ("Authorization: Bearer abc", TokenTextError::Scheme),
            ("\"abc\"", TokenTextError::Quoted),
            ("'abc'", TokenTextError::Quoted),
            ("abc\"", TokenTextError::Quoted),
            ("\u{201c}abc\u{201d}", TokenTextError::Quoted),
            (" abc", TokenTextError::Blanks),
            ("abc ", TokenTextError::Blanks),
            ("ab c", TokenTextError::Blanks),
            ("ab\tc", TokenTextError::Blanks),
            ("ab\u{a0}c", TokenTextError::Blanks),
            ("ab\u{200b}c", TokenTextError::Characters),
            ("abç", TokenTextError::Characters),
            ("ab\0c", TokenTextError::Characters),
            ("ab\u{1b}c", TokenTextError::Characters),
        ] {
            assert_eq!(token_from_text(text), Err(wrong), "{text:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_taken_fits_into_a_header(text in "\\PC*\\s?") {
            if let Ok(token) = token_from_text(&text) {
                let header = http::HeaderValue::from_str(&format!("Bearer {}", token.expose()));
                proptest::prop_assert!(header.is_ok());
            }
        }
    }
}
