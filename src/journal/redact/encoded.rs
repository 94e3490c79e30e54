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

/// Length of the shortest text that begins like a token and goes on like one.
const SHORTEST: usize = FOLLOWED_BY + {
    let (mut least, mut at) = (usize::MAX, 0);
    while at < PREFIXES.len() {
        if PREFIXES[at].len() < least {
            least = PREFIXES[at].len();
        }
        at += 1;
    }
    least
};
/// Which bytes begin one of [`PREFIXES`].
const BEGINS: [bool; 256] = {
    let (mut begins, mut at) = ([false; 256], 0);
    while at < PREFIXES.len() {
        begins[PREFIXES[at].as_bytes()[0] as usize] = true;
        at += 1;
    }
    begins
};

/// Returns whether something in here begins like a token and goes on like one.
pub(super) fn begins_like_a_token(text: &[u8]) -> bool {
    let word = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.');
    let is_one = |rest: &[u8], prefix: &str| {
        rest.len() >= prefix.len() + FOLLOWED_BY
            && rest.starts_with(prefix.as_bytes())
            && rest[prefix.len()..prefix.len() + FOLLOWED_BY].iter().all(word)
    };
    // Every text of every request comes through here: most bytes begin no prefix.
    text.windows(SHORTEST).enumerate().any(|(start, window)| {
        BEGINS[usize::from(window[0])] && PREFIXES.iter().any(|prefix| is_one(&text[start..], prefix))
    })
}

/// Returns the ranges of `text` that are a token in base64 or hexadecimal, in order.
pub(super) fn spans(text: &str) -> Vec<Range<usize>> {
    let inside = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'-' | b'_' | b'=');
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut decoded = Vec::new();
    let mut start = 0;
    while start < bytes.len() {
        let length = bytes[start..].iter().take_while(|&&b| inside(b)).count();
        if hides_a_token(&bytes[start..start + length], &mut decoded) {
            found.push(start..start + length);
        }
        start += length.max(1);
    }
    found
}

/// `decoded` is memory that is used again.
fn hides_a_token(text: &[u8], decoded: &mut Vec<u8>) -> bool {
    let mut any = |skips: usize, decode: fn(&[u8], &mut Vec<u8>)| {
        // The encoded token may begin anywhere in the run, so each way to cut it into groups is tried.
        (0..skips).any(|skip| {
            decoded.clear();
            decode(text.get(skip..).unwrap_or_default(), decoded);
            begins_like_a_token(decoded)
        })
    };
    // Three bytes are four letters, and one byte is two digits.
    let is_long = text.len() * 3 / 4 + 1 >= SHORTEST;
    let has_digits =
        text.len() >= 2 * SHORTEST && text.windows(2 * SHORTEST).any(|run| run.iter().all(u8::is_ascii_hexdigit));
    (is_long && any(4, base64)) || (has_digits && any(2, hexadecimal))
}

/// What a letter of either alphabet of base64 means; what is in neither counts as zero.
const DIGITS: [u8; 256] = {
    let (mut digits, mut at) = ([0; 256], 0_u8);
    let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    while at < 64 {
        digits[letters[at as usize] as usize] = at;
        at += 1;
    }
    (digits[b'-' as usize], digits[b'_' as usize]) = (62, 63);
    digits
};

/// Decodes both alphabets at once. Every request ID comes through here, four times.
fn base64(text: &[u8], decoded: &mut Vec<u8>) {
    let (mut bits, mut letters) = (0, 0);
    for &b in text {
        bits = bits << 6 | u32::from(DIGITS[usize::from(b)]);
        letters += 1;
        if letters % 4 == 0 {
            decoded.extend_from_slice(&u32::to_be_bytes(bits)[1..]);
            bits = 0;
        }
    }
    if letters % 4 != 0 {
        decoded.extend_from_slice(&u32::to_be_bytes(bits << (6 * (4 - letters % 4)))[1..]);
    }
}

/// Decodes pairs of digits; what is none counts as zero.
fn hexadecimal(text: &[u8], decoded: &mut Vec<u8>) {
    decoded.extend(text.chunks_exact(2).map(|pair| hex::byte(pair[0], pair[1]).unwrap_or(0)));
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
