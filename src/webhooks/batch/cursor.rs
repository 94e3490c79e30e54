//! Steps through a line of JSON without building a value.

use super::line::Broken;
use crate::canonical::special;

/// Maximum nesting of a value that is skipped.
const DEPTH: usize = 10_000;

/// Unescapes a string whose opening quote was taken, to `into` from `start` on; returns where it ends there.
///
/// Eight bytes are moved at once, however few of them count: that is cheaper than counting them first.
pub(super) fn unescape(at: &mut Cursor<'_>, into: &mut Vec<u8>, start: usize) -> Result<usize, Broken> {
    let line = at.line;
    // A string never grows; eight more for the last move.
    let room = start + line.len() - at.at + 8;
    if into.len() < room {
        into.resize(room, 0);
    }
    let (mut from, mut to) = (at.at, start);
    loop {
        while let (Some(source), Some(target)) = (line[from..].first_chunk::<8>(), into[to..].first_chunk_mut::<8>()) {
            *target = *source;
            let plain = special(source);
            from += plain;
            to += plain;
            if plain < 8 {
                break;
            }
        }
        match line.get(from) {
            Some(b'"') => {
                at.at = from + 1;
                return Ok(to);
            }
            Some(b'\\') => {
                let short = match line.get(from + 1) {
                    Some(b'"') => b'"',
                    Some(b'\\') => b'\\',
                    Some(b'/') => b'/',
                    Some(b'n') => b'\n',
                    Some(b'r') => b'\r',
                    Some(b't') => b'\t',
                    Some(b'b') => 8,
                    Some(b'f') => 12,
                    Some(b'u') => {
                        let (character, length) = unit(line, from)?;
                        to += character.encode_utf8(&mut into[to..]).len();
                        from += length;
                        continue;
                    }
                    Some(_) => return Err(Broken::Text(from)),
                    None => return Err(Broken::End),
                };
                into[to] = short;
                to += 1;
                from += 2;
            }
            Some(byte) if *byte < b' ' => return Err(Broken::Text(from)),
            Some(byte) => {
                // The last few bytes of the line.
                into[to] = *byte;
                to += 1;
                from += 1;
            }
            None => return Err(Broken::End),
        }
    }
}

/// Reads `\uXXXX`, or two of them that make one character; returns its length in the line too.
fn unit(line: &[u8], at: usize) -> Result<(char, usize), Broken> {
    use crate::canonical::unit;
    let first = unit(&line[at..]).map_err(|_| Broken::Text(at))?;
    if let Some(character) = char::from_u32(u32::from(first)) {
        return Ok((character, 6));
    }
    let second = unit(line.get(at + 6..).unwrap_or_default()).map_err(|_| Broken::Surrogate(at))?;
    match char::decode_utf16([first, second]).next() {
        Some(Ok(character)) => Ok((character, 12)),
        _ => Err(Broken::Surrogate(at)),
    }
}

/// A place in a line.
pub(super) struct Cursor<'l> {
    pub(super) line: &'l [u8],
    pub(super) at: usize,
}

impl Cursor<'_> {
    /// Skips white space and returns the byte that follows, without taking it.
    pub(super) fn token(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\t' | b'\r' | b'\n') = self.line.get(self.at) {
            self.at += 1;
        }
        self.line.get(self.at).copied()
    }

    /// Consumes one expected byte.
    pub(super) fn take(&mut self, byte: u8, what: &'static str) -> Result<(), Broken> {
        if self.token() == Some(byte) {
            self.at += 1;
            return Ok(());
        }
        Err(self.due(what))
    }

    /// Returns the error for something else than what is expected here.
    pub(super) fn due(&self, what: &'static str) -> Broken {
        if self.at >= self.line.len() { Broken::End } else { Broken::Due(what, self.at) }
    }

    /// Takes `null`, the only other thing that a field may be.
    pub(super) fn null(&mut self, what: &'static str) -> Result<(), Broken> {
        if self.token().is_some() && self.line[self.at..].starts_with(b"null") {
            self.at += 4;
            return Ok(());
        }
        Err(self.due(what))
    }

    fn skip_string(&mut self) -> Result<(), Broken> {
        loop {
            self.at += special(&self.line[self.at..]);
            match self.line.get(self.at) {
                Some(b'"') => break self.at += 1,
                Some(b'\\') if self.at + 1 < self.line.len() => self.at += 2,
                Some(b'\\') | None => return Err(Broken::End),
                Some(_) => return Err(Broken::Text(self.at)),
            }
        }
        Ok(())
    }

    /// Skips a value of an unknown field.
    pub(super) fn skip_value(&mut self) -> Result<(), Broken> {
        let mut depth = 0_usize;
        loop {
            match self.token() {
                Some(b'"') => {
                    self.at += 1;
                    self.skip_string()?;
                }
                Some(b'{' | b'[') => {
                    depth += 1;
                    self.at += 1;
                    if depth > DEPTH {
                        return Err(Broken::Deep);
                    }
                }
                Some(b'}' | b']') if depth > 0 => {
                    depth -= 1;
                    self.at += 1;
                }
                Some(b',' | b':') if depth > 0 => self.at += 1,
                Some(b'-' | b'0'..=b'9' | b't' | b'f' | b'n') => {
                    let rest = &self.line[self.at..];
                    let scalar = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'+' | b'.');
                    self.at += rest.iter().take_while(scalar).count();
                }
                _ => return Err(self.due("a value")),
            }
            if depth == 0 {
                return Ok(());
            }
        }
    }
}
