//! Patterns of events and paths: `*` stands for anything, `{name}` for one segment of a path.

/// Returns whether a text is what a pattern means. Takes as long as both are long, multiplied.
pub(crate) fn matches(pattern: &str, text: &str) -> bool {
    let text = text.as_bytes();
    // Which beginnings of the text the pattern so far can be.
    let mut reach = vec![false; text.len() + 1];
    reach[0] = true;
    let mut rest = pattern;
    while let Some(first) = rest.chars().next() {
        let mut next = vec![false; text.len() + 1];
        let segment = rest.strip_prefix('{').and_then(|inner| inner.split_once('}'));
        match (first, segment) {
            ('*', _) => {
                let from = reach.iter().position(|reached| *reached).unwrap_or(next.len());
                next[from..].fill(true);
                rest = &rest[1..];
            }
            (_, Some((_, after))) => {
                let mut inside = false;
                for (at, byte) in text.iter().enumerate() {
                    inside = (inside || reach[at]) && *byte != b'/';
                    next[at + 1] = inside;
                }
                rest = after;
            }
            _ => {
                let width = first.len_utf8();
                let letter = &rest.as_bytes()[..width];
                for at in (0..=text.len()).filter(|at| reach[*at]) {
                    if text[at..].starts_with(letter) {
                        next[at + width] = true;
                    }
                }
                rest = &rest[width..];
            }
        }
        reach = next;
    }
    reach[text.len()]
}

/// Returns whether a text is among the patterns; all are when there are none.
pub(crate) fn among(patterns: &[String], text: &str) -> bool {
    patterns.is_empty() || patterns.iter().any(|pattern| matches(pattern, text))
}

/// Returns whether a call is what a pattern means: `GET /api/eam/*`, or a path alone for every method.
pub(crate) fn matches_call(pattern: &str, method: &str, path: &str) -> bool {
    match pattern.split_once(' ') {
        None => matches(pattern, path),
        Some((wanted, pattern)) => (wanted == "*" || wanted == method) && matches(pattern.trim_start(), path),
    }
}

/// Says what is wrong with a pattern of calls.
pub(crate) fn check_call(pattern: &str) -> Result<(), &'static str> {
    const METHODS: [&str; 6] = ["*", "GET", "POST", "PUT", "PATCH", "DELETE"];
    let (method, path) = pattern.split_once(' ').unwrap_or(("*", pattern));
    let path = path.trim_start();
    if pattern.len() > 200 {
        return Err("must be up to 200 bytes");
    }
    if !METHODS.contains(&method) || !path.starts_with('/') || path.contains(|c: char| c.is_whitespace() || c == '?') {
        return Err("must be a path with or without a method before it, as `GET /api/eam/*`");
    }
    if path.starts_with("/sandbox") || path.starts_with("/health") || path.starts_with("/.well-known") {
        return Err("must be of the platform's API: what is the sandbox's own is never broken");
    }
    Ok(())
}

/// Says what is wrong with a pattern of events.
pub(crate) fn check_event(pattern: &str) -> Result<(), &'static str> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"._-*".contains(&byte);
    if pattern.is_empty() || pattern.len() > 100 || !pattern.bytes().all(plain) {
        return Err("must be names or patterns of events, as `sync.*`, each up to 100 bytes");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_and_segments() {
        for (pattern, text, expected) in [
            ("*", "", true),
            ("", "", true),
            ("", "a", false),
            ("sync.*", "sync.failed", true),
            ("sync.*", "connection.online", false),
            ("*.updated", "assets.updated", true),
            ("assets.up", "assets.updated", false),
            ("sync.*c.failed", "sync.failed", false),
            ("*a*b*", "xxaxxbxx", true),
            ("*a*b*", "xxbxxaxx", false),
            ("/api/*/assets/{key}", "/api/eam/assets/a1", true),
            ("/api/*/assets/{key}", "/api/eam/assets/a1/b", false),
            ("/api/eam/assets/{key}", "/api/eam/assets/", false),
            ("/a/{x}/c", "/a/b/c", true),
            ("/a/{x}", "/a/ü", true),
            ("ü*", "üb", true),
            ("{x", "{x", true),
        ] {
            assert_eq!(matches(pattern, text), expected, "{pattern} {text}");
        }
        assert!(!matches(&"*a".repeat(50), &"a".repeat(49)), "and no blow-up");
    }

    #[test]
    fn calls() {
        assert!(matches_call("GET /api/eam/*", "GET", "/api/eam/assets/1"));
        assert!(!matches_call("GET /api/eam/*", "POST", "/api/eam/assets"));
        assert!(matches_call("* /api/*", "PUT", "/api/x") && matches_call("/api/*", "PUT", "/api/x"));
        for good in ["GET /api/eam/*", "/link/token", "* /x", "DELETE  /api/{id}"] {
            assert_eq!(check_call(good), Ok(()), "{good}");
        }
        for bad in ["", "GET", "get /api", "GET api", "GET /a b", "/a?b=c", "/sandbox/faults", "GET /health", "GET"] {
            assert!(check_call(bad).is_err(), "{bad}");
        }
        for bad in ["", "a b", "a\u{1b}"] {
            assert!(check_event(bad).is_err(), "{bad}");
        }
    }
}
