//! Showing text that came from outside.

/// Maximum number of bytes of an untrusted text that are shown.
const SHOWN: usize = 64;

/// Returns the start of a text, in printable ASCII only.
pub fn shown(text: &[u8]) -> String {
    let mut shown = text[..text.len().min(SHOWN)].escape_ascii().to_string();
    if text.len() > SHOWN {
        shown.push('…');
    }
    shown
}

/// Counts things in a sentence: `1 byte`, `3 bytes`.
pub fn count(number: usize, thing: &str) -> String {
    if number == 1 { format!("1 {thing}") } else { format!("{number} {thing}s") }
}
