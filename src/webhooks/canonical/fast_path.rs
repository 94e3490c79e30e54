//! The fast path: detects a text that is canonical already, as most senders write it.
//!
//! Yes is certain, no only means that the text has to be read properly. The look gives up at the first thing that is
//! rare: white space between tokens, an escape that may be written in another way, a number that is not plainly in
//! its shortest form, a key that begins with a digit, a key that may be there twice, very many keys.

use super::Limits;
use super::string::{special, specials};

/// What encloses a value that nothing encloses, and what encloses an item; else the first key of the object.
const NOTHING: usize = usize::MAX;
const ARRAY: usize = usize::MAX - 1;
/// Maximum number of keys in an object that are compared one by one.
const MOST_KEYS: usize = 64;
/// Up to this number of digits, a decimal is the shortest form of its double (see `number`).
const EXACT_DIGITS: usize = 15;

/// Binary logarithm of the maximum number of texts that are skipped.
const LONGEST_PAUSE: u32 = 6;

/// Buffers and statistics, kept from one text to the next.
#[derive(Debug, Default)]
pub(super) struct FastPath {
    /// What enclosed the arrays and objects that are open.
    outer: Vec<usize>,
    /// Fingerprints of the keys of the objects that are open. Equal keys have equal ones.
    tags: Vec<u64>,
    /// How often in a row the answer was no.
    misses: u32,
    /// Number of texts to skip: a sender that writes in another way always does.
    pause: u32,
}

impl FastPath {
    /// Returns the part of a text in UTF-8 that is its canonical form, white space around it left out.
    pub(super) fn canonical<'t>(&mut self, text: &'t [u8], limits: &Limits) -> Option<&'t [u8]> {
        if self.pause > 0 {
            self.pause -= 1;
            return None;
        }
        let white = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r');
        let start = text.iter().position(|byte| !white(byte))?;
        let end = text.iter().rposition(|byte| !white(byte))?;
        let text = &text[start..=end];
        self.outer.clear();
        self.tags.clear();
        let found = self.look(text, limits);
        self.misses = if found.is_some() { 0 } else { (self.misses + 1).min(LONGEST_PAUSE) };
        self.pause = (1 << self.misses) - 1;
        found.map(|()| text)
    }

    fn look(&mut self, text: &[u8], limits: &Limits) -> Option<()> {
        let mut at = 0;
        let mut inside = NOTHING;
        loop {
            match *text.get(at)? {
                b'"' => at = string(text, at + 1)?,
                b'{' => {
                    self.open(inside, limits)?;
                    inside = self.tags.len();
                    at += 1;
                    if *text.get(at)? != b'}' {
                        at = self.key(text, at, inside)?;
                        continue;
                    }
                }
                b'[' => {
                    self.open(inside, limits)?;
                    inside = ARRAY;
                    at += 1;
                    if *text.get(at)? != b']' {
                        continue;
                    }
                }
                b'-' | b'0'..=b'9' => {
                    let end = number(text, at)?;
                    if end - at > limits.number {
                        return None;
                    }
                    at = end;
                }
                b't' => at = word(text, at, b"true")?,
                b'f' => at = word(text, at, b"false")?,
                b'n' => at = word(text, at, b"null")?,
                _ => return None,
            }
            loop {
                match (text.get(at), inside) {
                    (None, NOTHING) => return Some(()),
                    (Some(b','), ARRAY) => {
                        at += 1;
                        break;
                    }
                    (Some(b']'), ARRAY) => inside = self.outer.pop()?,
                    (_, NOTHING | ARRAY) => return None,
                    (Some(b','), first) => {
                        at = self.key(text, at + 1, first)?;
                        break;
                    }
                    (Some(b'}'), first) => {
                        self.tags.truncate(first);
                        inside = self.outer.pop()?;
                    }
                    _ => return None,
                }
                at += 1;
            }
        }
    }

    fn open(&mut self, inside: usize, limits: &Limits) -> Option<()> {
        if self.outer.len() >= limits.depth {
            return None;
        }
        self.outer.push(inside);
        Some(())
    }

    /// Reads a key and its colon; returns where the value begins.
    fn key(&mut self, text: &[u8], at: usize, first: usize) -> Option<usize> {
        let rest = text.get(at + 1..)?;
        let chunk = rest.first_chunk::<8>()?;
        // Whatever begins with a digit may be an index, and indices have an order of their own.
        if text[at] != b'"' || chunk[0].is_ascii_digit() {
            return None;
        }
        let word = u64::from_le_bytes(*chunk);
        let found = specials(word);
        let (length, tag) = if found == 0 {
            let length = 8 + special(&rest[8..]);
            let last = u64::from_le_bytes(*rest[..length].last_chunk::<8>()?);
            (length, word ^ last.rotate_left(29) ^ (length as u64).rotate_left(57))
        } else {
            let bits = found.trailing_zeros() & !7;
            // A one behind the key tells its length.
            ((bits / 8) as usize, word & ((1 << bits) - 1) | 1 << bits)
        };
        if rest.get(length..length + 2)? != b"\":" {
            return None;
        }
        let others = &self.tags[first..];
        if others.len() >= MOST_KEYS || others.contains(&tag) {
            return None;
        }
        self.tags.push(tag);
        Some(at + length + 3)
    }
}

/// Returns where the string that begins here ends, its quote included.
fn string(text: &[u8], mut at: usize) -> Option<usize> {
    loop {
        at += special(&text[at..]);
        match *text.get(at)? {
            b'"' => return Some(at + 1),
            b'\\' => match *text.get(at + 1)? {
                b'"' | b'\\' | b'b' | b'f' | b'n' | b'r' | b't' => at += 2,
                _ => return None,
            },
            _ => return None,
        }
    }
}

/// Returns where a number ends that is in its shortest form.
fn number(text: &[u8], start: usize) -> Option<usize> {
    let whole = start + usize::from(text[start] == b'-');
    let mut at = digits(text, whole);
    let mut count = at - whole;
    let zero = text.get(whole) == Some(&b'0');
    if count == 0 || (zero && count > 1) {
        return None;
    }
    match text.get(at) {
        Some(b'.') => {
            let fraction = at + 1;
            at = digits(text, fraction);
            count += at - fraction;
            // Below 1e-6 an exponent is written.
            if at == fraction || text[at - 1] == b'0' || (zero && text[fraction..].starts_with(b"000000")) {
                return None;
            }
        }
        // Minus zero loses its sign.
        _ if zero && whole > start => return None,
        _ => {}
    }
    if count > EXACT_DIGITS || matches!(text.get(at), Some(b'e' | b'E')) {
        return None;
    }
    Some(at)
}

fn digits(text: &[u8], mut at: usize) -> usize {
    while text.get(at).is_some_and(u8::is_ascii_digit) {
        at += 1;
    }
    at
}

fn word(text: &[u8], at: usize, word: &'static [u8]) -> Option<usize> {
    text[at..].starts_with(word).then_some(at + word.len())
}
