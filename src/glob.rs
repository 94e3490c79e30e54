//! Patterns for event names and paths.
//!
//! In a pattern of event names only `*` has a meaning: any characters, or none. In a pattern of paths `{name}` also
//! stands for one or more characters within a segment. The pattern always covers the whole text.

/// Returns whether an event name matches a pattern with `*`.
pub fn matches(pattern: &str, text: &str) -> bool {
    search(pattern, text, false)
}

/// Returns whether a path matches a pattern with `*` and `{name}`.
pub fn matches_path(pattern: &str, path: &str) -> bool {
    search(pattern, path, true)
}

/// Rewrites a pattern of event names for SQLite's `GLOB`, where `?` and `[` have a meaning too.
pub fn to_sqlite(pattern: &str) -> String {
    let mut glob = String::with_capacity(pattern.len());
    for letter in pattern.chars() {
        match letter {
            '?' | '[' => glob.extend(['[', letter, ']']),
            other => glob.push(other),
        }
    }
    glob
}

/// Where to resume after a mismatch: the last wildcard takes one more byte.
#[derive(Clone, Copy)]
struct Resume<'p> {
    /// The pattern after the wildcard.
    pattern: &'p [u8],
    /// The start of the text that is not covered yet.
    at: usize,
}

/// Only the last wildcard of each kind has to be remembered: what matches behind an earlier one that took more also
/// matches behind one that took less. Linear in practice; at worst the square of the text times the pattern.
fn search(pattern: &str, text: &str, segments: bool) -> bool {
    let text = text.as_bytes();
    let mut rest = pattern.as_bytes();
    let mut at = 0;
    let mut star: Option<Resume<'_>> = None;
    let mut segment: Option<Resume<'_>> = None;
    let in_segment = |at: usize| text.get(at).is_some_and(|byte| *byte != b'/');
    loop {
        if let Some((b'*', after)) = rest.split_first() {
            (star, segment, rest) = (Some(Resume { pattern: after, at }), None, after);
            continue;
        }
        if segments && let Some(after) = after_segment(rest) {
            if in_segment(at) {
                at += 1;
                (segment, rest) = (Some(Resume { pattern: after, at }), after);
                continue;
            }
        } else {
            match (rest.split_first(), text.get(at)) {
                (None, None) => return true,
                (Some((wanted, after)), Some(byte)) if wanted == byte => {
                    at += 1;
                    rest = after;
                    continue;
                }
                _ => {}
            }
        }
        // A mismatch.
        if let Some(last) = segment.as_mut().filter(|last| in_segment(last.at)) {
            last.at += 1;
            (at, rest) = (last.at, last.pattern);
        } else if let Some(last) = star.as_mut().filter(|last| last.at < text.len()) {
            last.at += 1;
            (at, rest, segment) = (last.at, last.pattern, None);
        } else {
            return false;
        }
    }
}

/// Returns the pattern after a leading `{name}`.
fn after_segment(pattern: &[u8]) -> Option<&[u8]> {
    let inner = pattern.strip_prefix(b"{")?;
    memchr::memchr(b'}', inner).map(|end| &inner[end + 1..])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn stars() {
        for (pattern, text, expected) in [
            ("*", "", true),
            ("*", "a.b", true),
            ("", "", true),
            ("", "a", false),
            ("a.b", "a.b", true),
            ("a.b", "a.bc", false),
            ("sync.*", "sync.", true),
            ("sync.*", "sync.failed", true),
            ("sync.*", "async.x", false),
            ("sync.*", "connection.online", false),
            ("*.updated", "assets.updated", true),
            ("*.updated", "updated", false),
            ("assets.up", "assets.updated", false),
            ("sync.*c.failed", "sync.failed", false),
            ("a*b*c", "abbc", true),
            ("a*b*c", "acb", false),
            ("ab*ba", "aba", false),
            ("*a*b*", "xxaxxbxx", true),
            ("*a*b*", "xxbxxaxx", false),
            ("ü*", "üb", true),
        ] {
            assert_eq!(matches(pattern, text), expected, "{pattern} {text}");
            assert_eq!(matches_path(pattern, text), expected, "{pattern} {text}");
        }
        assert!(!matches("{x}", "a") && matches("{x}", "{x}"), "no segments in names");
    }

    #[test]
    fn segments_of_a_path() {
        for (pattern, text, expected) in [
            ("/api/*/assets/{key}", "/api/eam/assets/a1", true),
            ("/api/*/assets/{key}", "/api/eam/assets/a1/b", false),
            ("/api/eam/assets/{key}", "/api/eam/assets/", false),
            ("/a/{x}/c", "/a/b/c", true),
            ("/a/{x}", "/a/ü", true),
            ("{x", "{x", true),
        ] {
            assert_eq!(matches_path(pattern, text), expected, "{pattern} {text}");
        }
    }

    #[test]
    fn many_stars_do_not_multiply() {
        assert!(!matches(&"*a".repeat(50), &"a".repeat(49)));
        assert!(!matches_path(&"*{x}a".repeat(50), &"a".repeat(2000).replace("aaaaaaaa", "aaaaaaa/")));
    }

    #[test]
    fn sqlite_reads_the_other_wildcards_as_letters() {
        assert_eq!(to_sqlite("a?[b]*"), "a[?][[]b]*");
    }

    /// The definition, word for word.
    fn defined(pattern: &[u8], text: &[u8]) -> bool {
        if let Some(after) = pattern.strip_prefix(b"*") {
            return (0..=text.len()).any(|end| defined(after, &text[end..]));
        }
        if let Some(after) = after_segment(pattern) {
            let longest = text.iter().take_while(|byte| **byte != b'/').count();
            return (1..=longest).any(|end| defined(after, &text[end..]));
        }
        match (pattern, text) {
            ([], []) => true,
            ([wanted, pattern @ ..], [byte, text @ ..]) => wanted == byte && defined(pattern, text),
            _ => false,
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn matching_is_what_the_definition_says(pattern in "(a|b|/|\\*|\\{x\\}){0,7}", text in "[ab/]{0,10}") {
            prop_assert_eq!(matches_path(&pattern, &text), defined(pattern.as_bytes(), text.as_bytes()));
        }
    }
}
