//! JSON as text, before it is parsed.

use std::borrow::Cow;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash as _, Hasher as _};

/// Returns an upper bound of the number of values in JSON: one, and one more for each comma and bracket outside of
/// strings. Takes no memory.
pub(super) fn count_values(text: &str) -> usize {
    let (mut count, mut in_string, mut is_escaped) = (1, false, false);
    for byte in text.bytes() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if in_string => is_escaped = true,
            b'"' => in_string = !in_string,
            b',' | b'[' | b'{' if !in_string => count += 1,
            _ => {}
        }
    }
    count
}

/// Replaces escapes of half a character, such as `\ud800` alone, by U+FFFD: JSON can contain them, Unicode cannot.
pub(super) fn without_lone_surrogates(text: &str) -> Cow<'_, str> {
    let mut mended = String::new();
    let mut copied = 0;
    let mut at = 0;
    while let Some(found) = text[at..].find('\\') {
        let start = at + found;
        let Some(unit) = escaped_unit(&text[start..]) else {
            // The character after a backslash, which may be another backslash, belongs to it.
            at = start + 1 + text[start + 1..].chars().next().map_or(0, char::len_utf8);
            continue;
        };
        at = start + UNIT;
        let is_pair = is_high(unit) && escaped_unit(&text[at..]).is_some_and(is_low);
        if is_pair {
            at += UNIT;
        } else if is_high(unit) || is_low(unit) {
            mended.push_str(&text[copied..start]);
            mended.push('\u{fffd}');
            copied = at;
        }
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    mended.push_str(&text[copied..]);
    Cow::Owned(mended)
}

/// Length of `\uXXXX`.
const UNIT: usize = 6;

/// Returns the UTF-16 unit of the `\uXXXX` that a text begins with.
fn escaped_unit(text: &str) -> Option<u16> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    digits.bytes().all(|digit| digit.is_ascii_hexdigit()).then(|| u16::from_str_radix(digits, 16).ok())?
}

const fn is_high(unit: u16) -> bool {
    matches!(unit, 0xd800..=0xdbff)
}

const fn is_low(unit: u16) -> bool {
    matches!(unit, 0xdc00..=0xdfff)
}

/// Returns a digest for comparing texts within one process.
pub(super) fn digest(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_character_becomes_the_replacement_character() {
        for (text, mended) in [
            (r#""a\ud800b""#, "\"a\u{fffd}b\""),
            (r#""\udc00""#, "\"\u{fffd}\""),
            (r#""\ud83d\ude00""#, r#""\ud83d\ude00""#),
            (r#""\uD83D\uDE00\uD83D""#, "\"\\uD83D\\uDE00\u{fffd}\""),
            (r#""\ud800\ud83d\ude00""#, "\"\u{fffd}\\ud83d\\ude00\""),
            (r#""\\ud800""#, r#""\\ud800""#),
            (r#""\\\ud800""#, "\"\\\\\u{fffd}\""),
            (r#""\ud80""#, r#""\ud80""#),
            (r#""\u00e9ü\n""#, r#""\u00e9ü\n""#),
            ("\\", "\\"),
            ("\\ü", "\\ü"),
        ] {
            assert_eq!(without_lone_surrogates(text), mended, "{text}");
        }
    }

    #[test]
    fn values_are_counted_and_never_too_few() {
        for (text, least) in [("1", 1), ("[1,2,3]", 4), (r#"{"a":[{},{}],"b":"[,,"}"#, 5), (r#"["\",",1]"#, 3)] {
            let count = count_values(text);
            assert!(count >= least && count <= least + 2, "{text}: {count}");
        }
    }
}
