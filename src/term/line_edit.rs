//! A line that is being typed.

use super::canvas::Key;
use super::sanitize::{clean_to, hidden, width};

/// The longest line.
const LONGEST: usize = 500;

/// A line and the place in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineEdit {
    text: String,
    /// In bytes, always between two characters.
    at: usize,
}

impl LineEdit {
    /// A line with this text, the cursor at its end.
    pub fn new(text: &str) -> Self {
        Self { text: text.to_owned(), at: text.len() }
    }

    /// Returns what was typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns how many columns stand before the cursor.
    pub fn column(&self) -> usize {
        width(&self.text[..self.at])
    }

    /// Returns the part of the text that fits into so many columns, and the column of the cursor in it.
    pub fn window(&self, columns: usize) -> (String, usize) {
        let mut start = 0;
        while width(&self.text[start..self.at]) + 1 > columns.max(1) && start < self.at {
            start += self.text[start..].chars().next().map_or(1, char::len_utf8);
        }
        let column = width(&self.text[start..self.at]);
        (clean_to(&self.text[start..], columns).into_owned(), column)
    }

    /// Puts a text in. What cannot be typed is left out.
    pub fn insert(&mut self, text: &str) {
        for c in text.chars().filter(|c| !hidden(*c)) {
            if self.text.len() + c.len_utf8() <= LONGEST {
                self.text.insert(self.at, c);
                self.at += c.len_utf8();
            }
        }
    }

    /// Takes a key, if it is one for a line.
    pub fn press(&mut self, key: Key) {
        let before = self.text[..self.at].chars().next_back().map_or(0, char::len_utf8);
        let after = self.text[self.at..].chars().next().map_or(0, char::len_utf8);
        match key {
            Key::Char(c) => self.insert(c.encode_utf8(&mut [0; 4])),
            Key::Backspace | Key::Ctrl('h') => {
                self.at -= before;
                self.text.drain(self.at..self.at + before);
            }
            Key::Delete => drop(self.text.drain(self.at..self.at + after)),
            Key::Left => self.at -= before,
            Key::Right => self.at += after,
            Key::Home | Key::Ctrl('a') => self.at = 0,
            Key::End | Key::Ctrl('e') => self.at = self.text.len(),
            Key::Ctrl('u') => {
                self.text.drain(..self.at);
                self.at = 0;
            }
            Key::Ctrl('w') => {
                let kept = self.text[..self.at].trim_end();
                let start = kept.rfind(' ').map_or(0, |blank| blank + 1);
                self.text.drain(start..self.at);
                self.at = start;
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_typed_and_mended() {
        let mut field = LineEdit::new("is:faled");
        for key in [Key::Left, Key::Left, Key::Left, Key::Char('i'), Key::End, Key::Char(' '), Key::Char('é')] {
            field.press(key);
        }
        assert_eq!((field.text(), field.column()), ("is:failed é", 11));
        field.press(Key::Backspace);
        field.insert("\u{1b}[2J event:x\n");
        assert_eq!(field.text(), "is:failed [2J event:x");
        field.press(Key::Ctrl('w'));
        assert_eq!(field.text(), "is:failed [2J ");
        field.press(Key::Home);
        field.press(Key::Delete);
        field.press(Key::Ctrl('u'));
        assert_eq!(field.text(), "s:failed [2J ");
        field.insert(&"x".repeat(1000));
        assert_eq!(field.text().len(), LONGEST);
    }
}
