//! Tokens that hide behind an encoding: percent, base64 in both alphabets, hexadecimal.

use std::borrow::Cow;
use std::ops::Range;

use crate::hex;

/// How tokens begin that are known by their beginning.
const PREFIXES: &[&str] = &[
    "mk_",
    "whsec_",
    "sk_live_",
    "sk_test_",
    "ghp_",
    "gho_",
    "ghs_",
    "ghu_",
    "github_pat_",
    "glpat-",
    "xoxb-",
    "xoxp-",
    "hvs.",
    "AKIA",
    "eyJ",
];
/// How many characters must follow, so that a word that merely begins like a token is left alone.
const FOLLOWED_BY: usize = 8;

/// Returns whether something in here begins like a token and goes on like one.
pub(super) fn begins_like_a_token(text: &[u8]) -> bool {
    let word = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.');
    (0..text.len()).any(|start| {
        PREFIXES.iter().any(|prefix| {
            let rest = &text[start..];
            rest.len() >= prefix.len() + FOLLOWED_BY
                && rest.starts_with(prefix.as_bytes())
                && rest[prefix.len()..prefix.len() + FOLLOWED_BY].iter().all(word)
        })
    })
}

/// Returns the ranges of `text` that are a token in base64 or hexadecimal, in order.
pub(super) fn spans(text: &str) -> Vec<Range<usize>> {
    let inside = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'-' | b'_' | b'=');
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut start = 0;
    while start < bytes.len() {
        let length = bytes[start..].iter().take_while(|&&b| inside(b)).count();
        if length >= FOLLOWED_BY && hides_a_token(&bytes[start..start + length]) {
            found.push(start..start + length);
        }
        start += length.max(1);
    }
    found
}

fn hides_a_token(text: &[u8]) -> bool {
    // The encoded token may begin anywhere in the run, so each way to cut it into groups is tried.
    (0..4).any(|skip| begins_like_a_token(&base64(text.get(skip..).unwrap_or_default())))
        || (0..2).any(|skip| begins_like_a_token(&hexadecimal(text.get(skip..).unwrap_or_default())))
}

/// Decodes both alphabets at once; what is in neither counts as zero.
fn base64(text: &[u8]) -> Vec<u8> {
    let digit = |b: u8| -> u32 {
        match b {
            b'A'..=b'Z' => u32::from(b - b'A'),
            b'a'..=b'z' => u32::from(b - b'a') + 26,
            b'0'..=b'9' => u32::from(b - b'0') + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => 0,
        }
    };
    let group = |four: &[u8]| {
        let bits = (0..4).fold(0, |bits, i| bits << 6 | four.get(i).map_or(0, |&b| digit(b)));
        let [_, bytes @ ..] = bits.to_be_bytes();
        bytes
    };
    text.chunks(4).flat_map(group).collect()
}

/// Decodes pairs of digits; what is none counts as zero.
fn hexadecimal(text: &[u8]) -> Vec<u8> {
    text.chunks_exact(2).map(|pair| hex::byte(pair[0], pair[1]).unwrap_or(0)).collect()
}

/// Decodes `%41`; what is no text afterwards is made one.
pub(super) fn percent(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut i = 0;
    while i < bytes.len() {
        let escaped = match bytes[i..] {
            [b'%', high, low, ..] => hex::byte(high, low),
            _ => None,
        };
        decoded.push(escaped.unwrap_or(bytes[i]));
        i += if escaped.is_some() { 3 } else { 1 };
    }
    Cow::Owned(String::from_utf8_lossy(&decoded).into_owned())
}
