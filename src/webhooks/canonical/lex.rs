//! A place in a text.

use super::Fault;

/// Reads bytes that are known to be UTF-8.
pub(super) struct Lexer<'a> {
    text: &'a [u8],
    at: usize,
}

impl<'a> Lexer<'a> {
    pub(super) fn new(text: &'a [u8]) -> Self {
        Self { text, at: 0 }
    }

    /// Skips white space and returns the byte that follows, without taking it.
    pub(super) fn token(&mut self) -> Option<u8> {
        loop {
            match self.text.get(self.at) {
                Some(b' ' | b'\t' | b'\n' | b'\r') => self.at += 1,
                byte => return byte.copied(),
            }
        }
    }

    pub(super) fn at(&self) -> usize {
        self.at
    }

    pub(super) fn skip(&mut self) {
        self.at += 1;
    }

    pub(super) fn advance(&mut self, bytes: usize) {
        self.at += bytes;
    }

    pub(super) fn rest(&self) -> &'a [u8] {
        &self.text[self.at.min(self.text.len())..]
    }

    pub(super) fn word(&mut self, word: &'static [u8], out: &mut Vec<u8>) -> Result<(), (Fault, usize)> {
        let rest = self.rest();
        if rest.starts_with(word) {
            out.extend_from_slice(word);
            self.at += word.len();
            return Ok(());
        }
        self.at += rest.iter().zip(word).take_while(|(found, due)| found == due).count();
        Err(self.unexpected("`true`, `false` or `null`"))
    }

    /// The byte here cannot stand here.
    pub(super) fn unexpected(&self, due: &'static str) -> (Fault, usize) {
        match self.character() {
            Some(found) => (Fault::Unexpected(found, due), self.at),
            None => (Fault::End, self.text.len()),
        }
    }

    /// The value is over and the text is not.
    pub(super) fn trailing(&self) -> (Fault, usize) {
        (Fault::Trailing(self.character().unwrap_or_default()), self.at)
    }

    fn character(&self) -> Option<char> {
        let rest = self.rest();
        // A character is at most four bytes; a cut one behind it does not matter.
        let piece = &rest[..rest.len().min(4)];
        match std::str::from_utf8(piece) {
            Ok(text) => text.chars().next(),
            Err(error) => std::str::from_utf8(&piece[..error.valid_up_to()]).ok().and_then(|text| text.chars().next()),
        }
    }
}
