//! What is removed before anything is written.
//!
//! Paths are built by this program, messages and codes come from a server that may echo what it was sent. Either may
//! hold a token in a query, a header quoted in a message, a URL with a password. What looks like a secret is replaced
//! before it reaches the disk; a word too many is lost rather than one too few. What cannot be seen from the text, such
//! as a password in plain prose, is not found here: the client never puts one into an exchange.

mod encoded;
mod words;

#[cfg(test)]
mod tests;

use std::collections::HashSet;

use serde_json::Value;

/// What stands in place of a secret.
pub const REDACTED: &str = "[redacted]";

/// The longest message that is kept, in characters.
const MESSAGE: usize = 1000;
/// The longest path that is kept, in characters.
const PATH: usize = 2000;
/// How many bytes of a text are looked at: the longest path in the widest letters. What comes after is dropped unseen.
const LOOKED_AT: usize = 4 * PATH;

/// Returns whether a field, parameter or header of this name holds a secret, in any spelling of the name.
pub fn names_a_secret(name: &str) -> bool {
    words::names_a_secret(name)
}

/// Returns a text from a server, without secrets and at most a thousand characters long.
pub fn message(text: &str) -> String {
    capped(text, MESSAGE)
}

/// Returns the body of a message, without secrets. Values of JSON are replaced by the names of their fields too.
pub fn body(text: &str) -> String {
    let Ok(mut value) = serde_json::from_str::<Value>(text) else { return settled(text) };
    if !matches!(value, Value::Object(_) | Value::Array(_)) {
        return settled(text);
    }
    hide(&mut value);
    value.to_string()
}

/// Replaces the secrets of a value.
fn hide(value: &mut Value) {
    match value {
        Value::String(text) => *text = settled(text),
        Value::Array(items) => items.iter_mut().for_each(hide),
        Value::Object(fields) => {
            for (name, value) in fields {
                // A number may be a pin, and an object may hold the parts of a key.
                if names_a_secret(name) && !value.is_null() && !value.is_boolean() {
                    *value = Value::String(REDACTED.to_owned());
                } else {
                    hide(value);
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Returns a path with its query, without secrets and at most two thousand characters long.
pub fn path(text: &str) -> String {
    capped(text, PATH)
}

/// Paths that hold no secret: most requests are for a path that was asked for before.
#[derive(Debug, Default)]
pub struct KnownPaths(HashSet<Box<str>>);

impl KnownPaths {
    /// How many are remembered.
    const MOST: usize = 1000;
    /// The longest that is remembered, in bytes.
    const LONGEST: usize = 200;

    /// Returns the same as [`path`].
    pub fn path(&mut self, text: &str) -> String {
        if self.0.contains(text) {
            return text.into();
        }
        let path = path(text);
        if path == text && text.len() <= Self::LONGEST {
            if self.0.len() >= Self::MOST {
                self.0.clear();
            }
            self.0.insert(text.into());
        }
        path
    }
}

/// Returns a short word from a server, such as a code or a request ID, without secrets and at most `longest` characters
/// long. IDs look random, so only what is known to be a token is replaced.
pub fn label(text: &str, longest: usize) -> String {
    let text = whole_words(text);
    let label = if words::holds_known_token(text) { REDACTED } else { text };
    cut(label, longest)
}

fn capped(text: &str, longest: usize) -> String {
    cut(&settled(whole_words(text)), longest)
}

/// Redacts until nothing changes any more: what is put in place of a secret can make a name of the word before it.
fn settled(text: &str) -> String {
    let mut now = words::redact(text);
    if now == text {
        return now;
    }
    for _ in 0..8 {
        let next = words::redact(&now);
        if next == now {
            break;
        }
        now = next;
    }
    now
}

/// Leaves out what is beyond the part that is looked at, together with the word that would be cut in two: half a token
/// need not look like one.
fn whole_words(text: &str) -> &str {
    if text.len() <= LOOKED_AT {
        return text;
    }
    let end = (0..=LOOKED_AT).rev().find(|&end| text.is_char_boundary(end)).unwrap_or(0);
    text[..end].rfind(char::is_whitespace).map_or("", |end| &text[..end])
}

fn cut(text: &str, longest: usize) -> String {
    if text.chars().nth(longest).is_none() {
        return text.into();
    }
    text.chars().take(longest.saturating_sub(1)).chain(['…']).collect()
}
