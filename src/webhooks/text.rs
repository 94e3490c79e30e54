//! Showing text that came from outside, and comparing names.

/// How much of a hostile text is shown.
const SHOWN: usize = 64;

/// Returns the start of a text, in printable ASCII only.
pub(super) fn shown(text: &[u8]) -> String {
    let mut shown = text[..text.len().min(SHOWN)].escape_ascii().to_string();
    if text.len() > SHOWN {
        shown.push('…');
    }
    shown
}

/// Returns how many letters have to change to make one name the other.
pub(super) fn distance(left: &str, right: &str) -> usize {
    let right: Vec<u8> = right.bytes().take(64).map(|byte| byte.to_ascii_lowercase()).collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (line, left) in left.bytes().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], line + 1);
        for (column, right) in right.iter().enumerate() {
            let change = diagonal + usize::from(left != *right);
            diagonal = row[column + 1];
            row[column + 1] = change.min(diagonal + 1).min(row[column] + 1);
        }
    }
    row[right.len()]
}

/// Counts things in a sentence: `1 byte`, `3 bytes`.
pub(super) fn count(number: usize, thing: &str) -> String {
    if number == 1 { format!("1 {thing}") } else { format!("{number} {thing}s") }
}
