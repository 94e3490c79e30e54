//! Keeps text from being obeyed as a command by the runner of a pipeline, which reads what a step prints: `##vso[…]`
//! (Azure Pipelines), `##teamcity[…]` and `##[…]` anywhere in a line, `::…` at its beginning (GitHub Actions).

use std::borrow::Cow;
use std::io::{self, Write};

/// What of a line has been seen, over several writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct State {
    /// Whether nothing but blanks is in the line; a byte that is no ASCII may be a blank.
    at_start: bool,
    /// The last two bytes.
    last: [u8; 2],
}

impl State {
    const NEW: Self = Self { at_start: true, last: [0; 2] };

    /// Takes the next byte. Returns whether a command would begin with it.
    fn begins(&mut self, byte: u8) -> bool {
        let marks = self.last == *b"##" && matches!(byte, b'v' | b't' | b'V' | b'T' | b'[');
        let colons = self.at_start && self.last[1] == b':' && byte == b':';
        self.at_start = match byte {
            b'\n' | b'\r' => true,
            b' ' | b'\t' | b'\x0b' | b'\x0c' | 0x80.. => self.at_start,
            // One may be followed by another.
            b':' => self.at_start && self.last[1] != b':',
            _ => false,
        };
        self.last = [self.last[1], byte];
        marks || colons
    }
}

/// Returns the text with a blank in each command.
pub(super) fn broken(text: &str) -> Cow<'_, str> {
    let mut state = State::NEW;
    let starts: Vec<usize> =
        text.bytes().enumerate().filter(|(_, byte)| state.begins(*byte)).map(|(at, _)| at).collect();
    if starts.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + starts.len());
    let mut from = 0;
    for at in starts {
        out.push_str(&text[from..at]);
        out.push(' ');
        from = at;
    }
    out.push_str(&text[from..]);
    Cow::Owned(out)
}

/// A stream in which commands are broken up: by a blank, or in JSON by an escape, which is the same value.
pub(super) struct Breaker<W> {
    inner: W,
    is_json: bool,
    state: State,
}

impl<W: Write> Breaker<W> {
    pub(super) fn new(inner: W, is_json: bool) -> Self {
        Self { inner, is_json, state: State::NEW }
    }
}

impl<W: Write> Write for Breaker<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut from = 0;
        for (at, &byte) in bytes.iter().enumerate() {
            if self.state.begins(byte) {
                self.inner.write_all(&bytes[from..at])?;
                // In JSON both stand inside strings only.
                if self.is_json {
                    write!(self.inner, "\\u{byte:04x}")?;
                    from = at + 1;
                } else {
                    self.inner.write_all(b" ")?;
                    from = at;
                }
            }
        }
        self.inner.write_all(&bytes[from..])?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMMANDS: [&str; 8] = [
        "##vso[task.complete result=Succeeded]x",
        "a name ##vso[task.setvariable variable=a]b",
        "::stop-commands::x",
        "  \u{a0}::error::x\n::add-mask::y",
        "##teamcity[buildProblem description='x']",
        "##[error]x",
        "###vso[x]",
        "ok\r::warning::z",
    ];

    /// What the runners look for.
    fn is_obeyed(text: &str) -> bool {
        let lower = text.to_ascii_lowercase();
        ["##vso[", "##teamcity[", "##["].iter().any(|command| lower.contains(command))
            || text.split(['\n', '\r']).any(|line| line.trim_start().starts_with("::"))
    }

    fn written(pieces: &[&str], is_json: bool) -> String {
        let mut out = Vec::new();
        let mut breaker = Breaker::new(&mut out, is_json);
        for piece in pieces {
            breaker.write_all(piece.as_bytes()).expect("memory");
            breaker.flush().expect("memory");
        }
        String::from_utf8(out).expect("text")
    }

    #[test]
    fn commands_are_broken_up_wherever_a_write_ends() {
        for command in COMMANDS {
            assert!(is_obeyed(command), "{command}");
            assert!(!is_obeyed(&broken(command)), "{}", broken(command));
            for (at, _) in command.char_indices() {
                let (one, two) = command.split_at(at);
                assert_eq!(written(&[one, two], false), broken(command));
            }
        }
        insta::assert_snapshot!(broken("::a::b\n##vso[x]"), @"
        : :a::b
        ## vso[x]
        ");
    }

    #[test]
    fn other_text_stays() {
        for text in ["# a heading", "a::b", "2026-01-01T00:00:00Z", "## two", "issue ##7", "é", ": x", "a\n: :b"] {
            assert_eq!(broken(text), text);
            assert_eq!(written(&[text], false), text);
        }
    }

    #[test]
    fn json_keeps_its_value() {
        for command in COMMANDS {
            let json = serde_json::json!({ command: [command] }).to_string();
            let text = written(&[&json[..json.len() / 2], &json[json.len() / 2..]], true);
            assert!(!is_obeyed(&text), "{text}");
            assert_eq!(serde_json::from_str::<serde_json::Value>(&text).expect("JSON").to_string(), json);
        }
    }

    proptest::proptest! {
        #[test]
        fn nothing_is_obeyed(text in "[#:vtso\\[\\]teamcity \n\r\u{a0}a]{0,40}") {
            proptest::prop_assert!(!is_obeyed(&broken(&text)), "{:?}", broken(&text));
        }
    }
}
