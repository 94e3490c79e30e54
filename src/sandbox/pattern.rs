//! Patterns of events and paths: `*` matches anything, `{name}` one segment of a path.

use crate::glob;

/// Returns whether a text matches one of the patterns, or there are none.
pub(crate) fn matches_any(patterns: &[String], text: &str) -> bool {
    patterns.is_empty() || patterns.iter().any(|pattern| glob::matches(pattern, text))
}

/// Returns whether a call matches a pattern: `GET /api/eam/*`, or a path alone for every method.
pub(crate) fn matches_call(pattern: &str, method: &str, path: &str) -> bool {
    match pattern.split_once(' ') {
        None => glob::matches_path(pattern, path),
        Some((wanted, pattern)) => {
            (wanted == "*" || wanted == method) && glob::matches_path(pattern.trim_start(), path)
        }
    }
}

/// Checks a pattern of calls. Returns its path, or what is wrong with it.
pub(crate) fn check_call(pattern: &str) -> Result<&str, &'static str> {
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
    Ok(path)
}

/// Checks a pattern of events and returns what is wrong with it.
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
    fn calls() {
        assert!(matches_call("GET /api/eam/*", "GET", "/api/eam/assets/1"));
        assert!(!matches_call("GET /api/eam/*", "POST", "/api/eam/assets"));
        assert!(matches_call("* /api/*", "PUT", "/api/x") && matches_call("/api/*", "PUT", "/api/x"));
        for good in ["GET /api/eam/*", "/link/token", "* /x", "DELETE  /api/{id}"] {
            assert!(check_call(good).is_ok_and(|path| good.ends_with(path)), "{good}");
        }
        for bad in ["", "GET", "get /api", "GET api", "GET /a b", "/a?b=c", "/sandbox/faults", "GET /health", "GET"] {
            assert!(check_call(bad).is_err(), "{bad}");
        }
        for bad in ["", "a b", "a\u{1b}"] {
            assert!(check_event(bad).is_err(), "{bad}");
        }
    }
}
