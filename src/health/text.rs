//! Text of a server in a report: bounded, and without what a reader would obey.

use std::borrow::Cow;

/// Longest text of a server in a report, in characters.
pub(super) const LONGEST: usize = 500;

/// Returns the beginning of a text where it is longer than `most` characters.
pub(super) fn cut(text: &str, most: usize) -> Cow<'_, str> {
    match text.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", &text[..at]).into(),
        None => text.into(),
    }
}

/// Returns a text of at most [`LONGEST`] characters without control characters: a replaced one is seen.
pub(super) fn visible(text: &str) -> String {
    cut(text, LONGEST).chars().map(|c| if c.is_control() { '\u{FFFD}' } else { c }).collect()
}
