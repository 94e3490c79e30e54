//! Reads a text once, from left to right, and replaces what looks like a secret.

use std::borrow::Cow;
use std::ops::Range;

use super::REDACTED;
use super::encoded::{begins_like_a_token, percent, spans};

/// How often percent encoding is undone, as some encode twice: `%2525`.
const DEPTH: u32 = 3;

/// Names whose value is a secret whatever it looks like, wherever they are part of a name. Folded: lower case, no
/// separators.
const STRONG: &[&str] = &[
    "token",
    "secret",
    "password",
    "passwd",
    "passphrase",
    "pwd",
    "apikey",
    "accesskey",
    "privatekey",
    "signingkey",
    "subscriptionkey",
    "authkey",
    "signature",
    "credential",
    "authorization",
    "cookie",
    "session",
    "assertion",
    "verifier",
];
/// Names whose value is a secret in a query, and in prose only if it looks random: `code: SYNC_IN_PROGRESS` is none.
const WEAK: &[&str] = &["code", "key", "sig", "auth", "pass", "pin", "sid", "otp", "jwt", "bearer"];
/// Words after which a credential stands.
const SCHEMES: &[&str] = &["bearer", "basic", "token", "digest", "negotiate", "mac"];

/// Returns whether a label is, holds or hides a token that is known by its beginning.
pub(super) fn holds_known_token(text: &str) -> bool {
    let mut plain = percent(text);
    for _ in 0..DEPTH {
        if !plain.contains('%') {
            break;
        }
        plain = percent(&plain).into_owned().into();
    }
    begins_like_a_token(plain.as_bytes()) || !spans(text).is_empty()
}

/// Returns whether the value of this name is a secret, whatever it looks like.
pub(super) fn names_a_secret(name: &str) -> bool {
    let name = fold(name);
    STRONG.iter().any(|strong| name.contains(strong))
}

/// Returns the text with every secret replaced.
pub(super) fn redact(text: &str) -> String {
    redact_within(text, DEPTH)
}

fn redact_within(text: &str, depth: u32) -> String {
    let mut scan = Scan { text, at: 0, out: String::with_capacity(text.len()), hidden: spans(text), depth };
    while scan.at < text.len() {
        scan.step();
    }
    scan.out
}

struct Scan<'a> {
    text: &'a str,
    at: usize,
    out: String,
    /// Where the text is a token in another form.
    hidden: Vec<Range<usize>>,
    depth: u32,
}

/// What follows a name.
enum Follows {
    Nothing,
    /// `=`: a query or a form.
    Equals,
    /// `:`: a header, JSON or prose.
    Colon,
}

impl<'a> Scan<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn step(&mut self) {
        let rest = self.rest();
        if let Some(end) = userinfo(rest) {
            self.out.push_str("://");
            self.replace(end);
            return;
        }
        let word = word(rest);
        if word.is_empty() {
            let next = rest.chars().next().map_or(1, char::len_utf8);
            self.copy(next);
        } else if !self.credential(word) {
            if self.is_secret(word) { self.replace(word.len()) } else { self.copy(word.len()) }
        }
    }

    fn copy(&mut self, length: usize) {
        self.out.push_str(&self.rest()[..length]);
        self.at += length;
    }

    fn replace(&mut self, length: usize) {
        self.out.push_str(REDACTED);
        self.at += length;
    }

    /// Handles `name=value`, `"name": "value"` and `Bearer value`. Returns whether it was one of them.
    fn credential(&mut self, word: &str) -> bool {
        let rest = self.rest();
        let (separator, follows) = separator(&rest[word.len()..]);
        if matches!(follows, Follows::Nothing) && !rest[word.len()..].starts_with([' ', '\t']) {
            // Most words of a path: neither a name nor a scheme.
            return false;
        }
        let names = readings(word);
        let any = |test: &dyn Fn(&str) -> bool| names.iter().any(|name| test(name));
        let behind = &rest[word.len() + separator..];
        let (opening, length) = match follows {
            Follows::Nothing => return self.scheme(word, &names),
            // Whatever comes after these two is secret to the end of the line.
            Follows::Colon if any(&|name| name.ends_with("authorization") || name.ends_with("cookie")) => {
                (0, behind.find(['\r', '\n']).unwrap_or(behind.len()))
            }
            _ if any(&|name| STRONG.iter().any(|strong| name.contains(strong))) => value(behind),
            Follows::Equals if any(&|name| WEAK.contains(&name)) => value(behind),
            Follows::Colon if any(&|name| WEAK.contains(&name)) => match value(behind) {
                (opening, length) if looks_random(&behind[opening..opening + length]) => (opening, length),
                _ => return false,
            },
            _ => return false,
        };
        if length == 0 {
            return false;
        }
        // The name itself may be a token.
        if self.is_secret(word) {
            self.replace(word.len());
        } else {
            self.copy(word.len());
        }
        self.copy(separator + opening);
        self.replace(length);
        true
    }

    /// Handles `Bearer value`. Returns whether it was that.
    fn scheme(&mut self, word: &str, names: &[String]) -> bool {
        let behind = &self.rest()[word.len()..];
        let blanks = behind.bytes().take_while(|&b| b == b' ' || b == b'\t').count();
        let next = self::word(&behind[blanks..]);
        let is_one =
            blanks > 0 && names.iter().any(|name| SCHEMES.contains(&name.as_str())) && looks_like_a_credential(next);
        if is_one {
            let length = next.len();
            self.copy(word.len() + blanks);
            self.replace(length);
        }
        is_one
    }

    fn is_secret(&self, word: &str) -> bool {
        let place = self.at..self.at + word.len();
        if self.hidden.iter().any(|hidden| hidden.start < place.end && place.start < hidden.end) {
            return true;
        }
        let plain = percent(word);
        begins_like_a_token(plain.as_bytes())
            || is_opaque(&plain)
            || (self.depth > 0 && plain != word && redact_within(&plain, self.depth - 1) != plain)
    }
}

/// Returns the word at the beginning. What may stand inside a token belongs to a word; `/` and `=` do not, because paths
/// and queries are made of them.
fn word(text: &str) -> &str {
    let inside = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.' | b'~' | b'+' | b'%');
    &text[..text.bytes().take_while(|&b| inside(b)).count()]
}

/// Returns where the userinfo of a URL ends, if the text begins with `://` and has one.
fn userinfo(text: &str) -> Option<usize> {
    let authority = text.strip_prefix("://")?;
    let end = authority.find(|c: char| c.is_whitespace() || matches!(c, '/' | '?' | '#' | '"' | '<' | '>'));
    authority[..end.unwrap_or(authority.len())].rfind('@').map(|at| at + "://".len())
}

/// Returns how long the piece between a name and its value is: brackets, quotes, blanks and one `=` or `:`.
fn separator(text: &str) -> (usize, Follows) {
    let skip = |from: usize, allowed: &[u8]| from + text.bytes().skip(from).take_while(|b| allowed.contains(b)).count();
    let before = skip(0, b"]\"'\\ ");
    let follows = match text.as_bytes().get(before) {
        Some(b'=') => Follows::Equals,
        Some(b':') if !text[before..].starts_with("://") => Follows::Colon,
        _ => return (0, Follows::Nothing),
    };
    // `==` and `=>` are used by some.
    let after = skip(before + 1, b"=>");
    (skip(after, b" \t"), follows)
}

/// Returns how long the opening quote of a value is, and the value: to its closing quote, or to a blank or `&`. A scheme
/// takes the next word along.
fn value(text: &str) -> (usize, usize) {
    let escaped = usize::from(text.starts_with("\\\""));
    if let Some(quote @ ('"' | '\'')) = text[escaped..].chars().next() {
        let inner = &text[escaped + 1..];
        let mut escape = false;
        for (i, c) in inner.char_indices() {
            match c {
                '\\' if escaped == 0 && !escape => escape = true,
                _ if c == quote && !escape => return (escaped + 1, i.saturating_sub(escaped)),
                _ => escape = false,
            }
        }
        return (escaped + 1, inner.len());
    }
    let end = |text: &str| text.find(|c: char| c.is_whitespace() || c == '&').unwrap_or(text.len());
    let first = end(text);
    if SCHEMES.contains(&text[..first].to_ascii_lowercase().as_str()) {
        let blanks = text[first..].len() - text[first..].trim_start_matches([' ', '\t']).len();
        return (0, first + blanks + end(&text[first + blanks..]));
    }
    (0, first)
}

/// Returns the folded name as it stands, and with its escapes decoded up to [`DEPTH`] times. Each of them counts: what
/// looks like an escape need not be one, as the `%aa` of `%aapi.key`.
fn readings(word: &str) -> Vec<String> {
    let mut names = vec![fold(word)];
    let mut text = Cow::Borrowed(word);
    for _ in 0..DEPTH {
        let plain = percent(&text);
        if *plain == *text {
            break;
        }
        text = plain.into_owned().into();
        names.push(fold(&text));
    }
    names
}

fn fold(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

/// After `Bearer`: prose (`Bearer token`, `basic authentication`) is lower case and short.
fn looks_like_a_credential(word: &str) -> bool {
    word.len() >= 20 || (word.len() >= 6 && !word.bytes().all(|b| b.is_ascii_lowercase() || b == b'.'))
}

/// After a weak name in prose: letters and digits mixed, and long enough to be no error code.
fn looks_random(value: &str) -> bool {
    let has = |class: fn(&u8) -> bool| value.as_bytes().iter().any(class);
    value.len() >= 16 && has(u8::is_ascii_alphabetic) && has(u8::is_ascii_digit)
}

/// Long, and mixed as only a random word is. UUIDs, names with dashes and camel case words are left alone.
fn is_opaque(word: &str) -> bool {
    let class = |b: u8| match b {
        b'a'..=b'z' => 0,
        b'A'..=b'Z' => 1,
        b'0'..=b'9' => 2,
        _ => 3,
    };
    let bytes = word.as_bytes();
    let count = |wanted: u8| bytes.iter().filter(|&&b| class(b) == wanted).count();
    let (lower, upper, digits, length) = (count(0), count(1), count(2), bytes.len());
    let changes = bytes.windows(2).filter(|pair| class(pair[0]) != class(pair[1])).count();
    let all_classes = lower > 0 && upper > 0 && digits > 0;
    let unbroken = lower + upper + digits == length;
    let one_case = digits > 0 && (lower == 0) != (upper == 0);
    let hexadecimal = one_case && bytes.iter().all(u8::is_ascii_hexdigit);
    (length >= 32 && all_classes && changes * 5 >= length * 2)
        || (length >= 40 && unbroken && one_case && (hexadecimal || changes * 4 >= length))
}
