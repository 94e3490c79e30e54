//! Text that a person pasted, a pipe delivered or a file holds, on its way to becoming a secret.

use thiserror::Error;

use crate::exit::Exit;
use crate::failure::Classify;
use crate::secret::Secret;

/// Why a pasted text is not taken as a token. Never holds the text.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum BadPaste {
    /// There is nothing in it.
    #[error("it is empty")]
    Empty,
    /// It has blanks or line ends before or after.
    #[error("it begins or ends with a blank or an empty line")]
    Blank,
    /// It has blanks or control characters inside.
    #[error("it has a blank, a line end or a control character in it")]
    Inside,
    /// It has quotes around it.
    #[error("it has quotes around it")]
    Quoted,
    /// It has the scheme of the header in front.
    #[error("it has `Bearer` in front of it")]
    Scheme,
    /// It has characters that cannot be in a header.
    #[error("it has characters outside ASCII")]
    NotAscii,
}

impl Classify for BadPaste {
    fn exit(&self) -> Exit {
        Exit::Invalid
    }

    fn hint(&self) -> Option<String> {
        Some("give the token alone, as the platform shows it".to_owned())
    }
}

/// Drops one final line end, as `echo` and editors add it, and nothing else.
pub fn without_final_newline(text: &str) -> &str {
    text.strip_suffix('\n').map_or(text, |line| line.strip_suffix('\r').unwrap_or(line))
}

/// Takes a token: one final line end is dropped, anything else that cannot belong to a token is refused and named.
///
/// # Errors
/// What is wrong with it.
pub fn token(text: &str) -> Result<Secret, BadPaste> {
    let text = without_final_newline(text);
    let first = text.chars().next().ok_or(BadPaste::Empty)?;
    if text.trim().is_empty() {
        return Err(BadPaste::Empty);
    }
    if text.trim() != text {
        return Err(BadPaste::Blank);
    }
    if text.len() > 1 && matches!(first, '"' | '\'' | '`') && text.ends_with(first) {
        return Err(BadPaste::Quoted);
    }
    if text.split_whitespace().next().is_some_and(|word| word.eq_ignore_ascii_case("bearer")) {
        return Err(BadPaste::Scheme);
    }
    if text.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return Err(BadPaste::Inside);
    }
    if !text.is_ascii() {
        return Err(BadPaste::NotAscii);
    }
    Ok(Secret::new(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_final_line_end_is_dropped_and_nothing_else() {
        for (text, expected) in [
            ("mk_1", Ok("mk_1")),
            ("mk_1\n", Ok("mk_1")),
            ("mk_1\r\n", Ok("mk_1")),
            ("mk_1\n\n", Err(BadPaste::Blank)),
            (" mk_1", Err(BadPaste::Blank)),
            ("\"mk_1\"", Err(BadPaste::Quoted)),
            ("'mk_1'\n", Err(BadPaste::Quoted)),
            ("\"", Ok("\"")),
            ("Bearer mk_1", Err(BadPaste::Scheme)),
            ("bearer\tmk_1", Err(BadPaste::Scheme)),
            ("mk 1", Err(BadPaste::Inside)),
            ("mk\0_1", Err(BadPaste::Inside)),
            ("mk\u{1b}[2J", Err(BadPaste::Inside)),
            ("mk_\u{e9}", Err(BadPaste::NotAscii)),
            ("", Err(BadPaste::Empty)),
            ("\n", Err(BadPaste::Empty)),
            ("  \n", Err(BadPaste::Empty)),
        ] {
            let taken = token(text);
            assert_eq!(taken.as_ref().map(Secret::expose).map_err(|bad| *bad), expected, "{text:?}");
        }
    }
}
