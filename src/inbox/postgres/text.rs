//! Texts as the server keeps them: it has no place for a NUL in one, and an ID may hold one.

use std::borrow::Cow;

/// Stands before what was written otherwise. Of private use, so it hardly ever occurs, and then it is doubled.
const MARK: char = '\u{f8ff}';
/// Follows the mark instead of a NUL.
const NUL: char = '0';

/// Writes a text so that the server takes it; different texts stay different.
pub(crate) fn write(text: &str) -> Cow<'_, str> {
    if !text.contains(['\0', MARK]) {
        return text.into();
    }
    let mut written = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '\0' => written.extend([MARK, NUL]),
            MARK => written.extend([MARK, MARK]),
            other => written.push(other),
        }
    }
    written.into()
}

/// Reads what [`write()`] wrote.
pub(crate) fn read(text: String) -> String {
    if !text.contains(MARK) {
        return text;
    }
    let mut read = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match (letter, letters.as_str().chars().next()) {
            (MARK, Some(next @ (NUL | MARK))) => {
                letters.next();
                read.push(if next == NUL { '\0' } else { MARK });
            }
            (other, _) => read.push(other),
        }
    }
    read
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_text_comes_back_and_holds_no_nul(text in "[a0\\x00\u{f8ff}é]{0,8}") {
            let written = write(&text);
            prop_assert!(!written.contains('\0'));
            prop_assert_eq!(read(written.into_owned()), text);
        }
    }
}
