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

/// Rewrites a pattern of event names for SQL's `LIKE`.
pub fn to_like(pattern: &str) -> String {
    let mut like = String::with_capacity(pattern.len());
    for letter in pattern.chars() {
        match letter {
            '*' => like.push('%'),
            '%' | '_' | '\\' => like.extend(['\\', letter]),
            other => like.push(other),
        }
    }
    like
}

/// Returns whether some path matches both patterns, with `*` and `{name}` in either.
pub fn paths_meet(one: &str, other: &str) -> bool {
    let (rows, columns) = (parts(one), parts(other));
    // `reach[column]`: whether what is before this row and this column can be the same text.
    let mut reach = vec![false; columns.len() + 1];
    reach[0] = true;
    for row in 0..=rows.len() {
        let mut next = vec![false; columns.len() + 1];
        for column in 0..=columns.len() {
            if !reach[column] {
                continue;
            }
            let (left, right) = (rows.get(row).copied(), columns.get(column).copied());
            // A wildcard ends here, or covers what the other side has here.
            if left.is_some_and(Part::is_many) {
                next[column] = true;
            }
            if let Some(right) = right
                && (right.is_many() || left.is_some_and(|left| left.is_many() && left.covers(right)))
            {
                reach[column + 1] = true;
            }
            if let Some((left, right)) = left.zip(right) {
                next[column] |= right.is_many() && !left.is_many() && right.covers(left);
                next[column + 1] |= !left.is_many() && !right.is_many() && (left.covers(right) || right.covers(left));
            }
        }
        if row == rows.len() {
            return reach[columns.len()];
        }
        reach = next;
    }
    false
}

/// A part of a pattern of paths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// This byte.
    Byte(u8),
    /// One byte within a segment.
    OfSegment,
    /// Any number of bytes within a segment.
    Segment,
    /// Any number of bytes.
    Any,
}

impl Part {
    const fn is_many(self) -> bool {
        matches!(self, Self::Segment | Self::Any)
    }

    /// Returns whether it stands for what a single byte, or one of a segment, may be.
    fn covers(self, other: Self) -> bool {
        match self {
            Self::Byte(_) => self == other,
            Self::OfSegment | Self::Segment => other != Self::Byte(b'/'),
            Self::Any => true,
        }
    }
}

fn parts(pattern: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = pattern.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        if let Some(after) = after_segment(rest) {
            parts.extend([Part::OfSegment, Part::Segment]);
            rest = after;
            continue;
        }
        parts.push(if *byte == b'*' { Part::Any } else { Part::Byte(*byte) });
        rest = after;
    }
    parts
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
    fn patterns_meet_where_one_path_matches_both() {
        for (one, other, expected) in [
            ("", "", true),
            ("/a", "/a", true),
            ("/a", "/b", false),
            ("/a/*", "/a/{key}", true),
            ("/a/*", "/a", false),
            ("*", "/a/{key}/b", true),
            ("/a/7", "/a/{key}", true),
            ("/a/7/", "/a/{key}", false),
            ("/a/{x}", "/a/{key}", true),
            ("/a/{x}/c", "/a/{key}/b", false),
            ("/a/*/c", "/a/{key}/b", false),
            ("/a/*c", "/a/{key}", true),
            ("/*/b", "/a/{key}/b", true),
            ("/nosuch*", "/a/{key}", false),
            ("/a/{x}{y}", "/a/7", false),
            ("/a/{x}7", "/a/{key}", true),
        ] {
            assert_eq!(paths_meet(one, other), expected, "{one} {other}");
            assert_eq!(paths_meet(other, one), expected, "{other} {one}");
        }
    }

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

    #[test]
    fn sql_reads_its_own_wildcards_as_letters() {
        assert_eq!(to_like("a_b%\\*.?"), "a\\_b\\%\\\\%.?");
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
