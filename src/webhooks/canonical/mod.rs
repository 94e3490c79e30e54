//! Exactly ECMAScript's `JSON.stringify(JSON.parse(text))`, on bytes.
//!
//! The platform signs this text and not the bytes it sends, so it has to be reproduced to the last byte: integer-like
//! keys first, the last of two equal keys at the place of the first, numbers as a double prints, lone surrogates kept.
//! A text that is canonical already, as most are, is detected by the fast path and copied as a whole. For any other,
//! one pass writes the answer while it reads; only objects whose members move (an integer-like key, an equal key)
//! are noted and put in order at the end, each byte copied once. There is no recursion and nothing that is quadratic.
//!
//! Not here: any idea of a value. Nothing is built but the text.

mod fast_path;
mod lex;
mod number;
mod object;
mod string;
#[cfg(test)]
mod tests;

use std::fmt;

use fast_path::FastPath;
use lex::Lexer;
use object::Objects;

pub(super) use string::{special, unit};

/// Limits of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Maximum nesting of arrays and objects.
    pub depth: usize,
    /// Maximum length of a number in bytes.
    pub number: usize,
    /// Maximum length of the text in bytes.
    pub size: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { depth: 10_000, number: 16 << 20, size: 64 << 20 }
    }
}

/// What is wrong with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There is nothing but white space.
    Empty,
    /// The text begins with a byte order mark, which is no part of JSON.
    ByteOrderMark,
    /// The bytes are not UTF-8.
    NotUtf8,
    /// The text ends before the value does.
    End,
    /// A character that cannot stand here; holds what could.
    Unexpected(char, &'static str),
    /// More text after the value.
    Trailing(char),
    /// A control character inside a string, which has to be escaped.
    Control(u8),
    /// `\` followed by something that is no escape.
    Escape,
    /// A number that JSON does not have, as `01`, `+1`, `.5` or `1.`.
    Number,
    /// Deeper than the limit, which it holds.
    Depth(usize),
    /// A number longer than the limit, which it holds.
    Long(usize),
    /// A text longer than the limit, which it holds.
    Size(usize),
}

/// A text that cannot be read as JSON, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub struct Error {
    /// What is wrong.
    pub fault: Fault,
    /// The byte where it is, from 0.
    pub offset: usize,
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
}

impl Error {
    /// Returns whether the error concerns the body as a whole and not its JSON.
    pub fn is_about_the_body(&self) -> bool {
        matches!(
            self.fault,
            Fault::Empty | Fault::Size(_) | Fault::ByteOrderMark | Fault::NotUtf8 | Fault::Depth(_) | Fault::Long(_)
        )
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.fault {
            Fault::Empty => return f.write_str("there is no JSON in the body"),
            Fault::Size(limit) => return write!(f, "the body is longer than the limit of {limit} bytes"),
            Fault::ByteOrderMark => f.write_str("the body begins with a byte order mark")?,
            Fault::NotUtf8 => f.write_str("the body is not UTF-8")?,
            Fault::End => f.write_str("the JSON ends too early")?,
            Fault::Unexpected(found, wanted) => write!(f, "{wanted} is due, not {}", Shown(found))?,
            Fault::Trailing(found) => write!(f, "the JSON is over, but {} follows", Shown(found))?,
            Fault::Control(byte) => write!(f, "the control character 0x{byte:02x} is not escaped in a string")?,
            Fault::Escape => f.write_str("there is no such escape in JSON")?,
            Fault::Number => f.write_str("there is no such number in JSON")?,
            Fault::Depth(limit) => write!(f, "arrays and objects are nested deeper than the limit of {limit}")?,
            Fault::Long(limit) => write!(f, "a number is longer than the limit of {limit} bytes")?,
        }
        write!(f, " (line {}, column {}, byte {})", self.line, self.column, self.offset)
    }
}

/// A character of a hostile text, harmless.
struct Shown(char);

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_ascii_graphic() { write!(f, "`{}`", self.0) } else { write!(f, "U+{:04X}", u32::from(self.0)) }
    }
}

/// Rewrites texts, one after the other, in memory that is kept between them.
#[derive(Debug, Default)]
pub struct Canonicalizer {
    limits: Limits,
    fast_path: FastPath,
    frames: Vec<Frame>,
    objects: Objects,
    spare: Vec<u8>,
}

/// An array or object that is open.
#[derive(Debug)]
enum Frame {
    Array,
    Object(object::Open),
}

/// What the reader is looking for.
#[derive(Clone, Copy)]
enum Next {
    Value,
    ValueOrEnd,
    Key,
    KeyOrEnd,
    CommaOrEnd,
}

impl Canonicalizer {
    /// Makes one with limits of its own.
    pub fn new(limits: Limits) -> Self {
        Self { limits, ..Self::default() }
    }

    /// Writes `JSON.stringify(JSON.parse(text))` into `out`, which is emptied first.
    ///
    /// # Errors
    /// Says what is wrong with the text and where; `out` then holds nothing of use.
    pub fn write(&mut self, text: &[u8], out: &mut Vec<u8>) -> Result<(), Error> {
        out.clear();
        self.frames.clear();
        self.objects.clear();
        self.run(text, out).map_err(|(fault, offset)| locate(text, fault, offset))
    }

    fn run(&mut self, text: &[u8], out: &mut Vec<u8>) -> Result<(), (Fault, usize)> {
        if text.len() > self.limits.size {
            return Err((Fault::Size(self.limits.size), self.limits.size));
        }
        if text.starts_with(b"\xef\xbb\xbf") {
            return Err((Fault::ByteOrderMark, 0));
        }
        if let Err(error) = simdutf8::basic::from_utf8(text) {
            let _: simdutf8::basic::Utf8Error = error;
            // The fast check has no position; the slow one does.
            let at = std::str::from_utf8(text).map_or_else(|error| error.valid_up_to(), str::len);
            return Err((Fault::NotUtf8, at));
        }
        if let Some(canonical) = self.fast_path.canonical(text, &self.limits) {
            out.extend_from_slice(canonical);
            return Ok(());
        }
        self.rewrite(text, out)
    }

    /// Reads a text in UTF-8, and writes it down token by token.
    fn rewrite(&mut self, text: &[u8], out: &mut Vec<u8>) -> Result<(), (Fault, usize)> {
        out.reserve(text.len());
        let mut lexer = Lexer::new(text);
        let mut next = Next::Value;
        loop {
            let byte = lexer.token();
            match next {
                Next::Value | Next::ValueOrEnd => match byte {
                    Some(b'"') => string::copy(&mut lexer, out)?,
                    Some(b'{') => {
                        self.open(&lexer)?;
                        lexer.skip();
                        out.push(b'{');
                        self.frames.push(Frame::Object(self.objects.open(out.len() - 1)));
                        next = Next::KeyOrEnd;
                        continue;
                    }
                    Some(b'[') => {
                        self.open(&lexer)?;
                        lexer.skip();
                        out.push(b'[');
                        self.frames.push(Frame::Array);
                        next = Next::ValueOrEnd;
                        continue;
                    }
                    Some(b'-' | b'0'..=b'9') => number::copy(&mut lexer, self.limits.number, out)?,
                    Some(b't') => lexer.word(b"true", out)?,
                    Some(b'f') => lexer.word(b"false", out)?,
                    Some(b'n') => lexer.word(b"null", out)?,
                    Some(b']') if matches!(next, Next::ValueOrEnd) => {
                        lexer.skip();
                        out.push(b']');
                        self.frames.pop();
                    }
                    None if self.frames.is_empty() && out.is_empty() => return Err((Fault::Empty, lexer.at())),
                    _ => return Err(lexer.unexpected("a value")),
                },
                Next::Key | Next::KeyOrEnd => match byte {
                    Some(b'"') => {
                        let start = out.len();
                        string::copy(&mut lexer, out)?;
                        if let Some(Frame::Object(open)) = self.frames.last_mut() {
                            self.objects.key(open, out, start);
                        }
                        if lexer.token() != Some(b':') {
                            return Err(lexer.unexpected("`:`"));
                        }
                        lexer.skip();
                        out.push(b':');
                        next = Next::Value;
                        continue;
                    }
                    Some(b'}') if matches!(next, Next::KeyOrEnd) => {
                        lexer.skip();
                        self.close_object(out);
                    }
                    _ => return Err(lexer.unexpected("a key in double quotes")),
                },
                Next::CommaOrEnd => match (byte, self.frames.last_mut()) {
                    (None, None) => break,
                    (Some(_), None) => return Err(lexer.trailing()),
                    (Some(b','), Some(frame)) => {
                        lexer.skip();
                        if let Frame::Object(open) = frame {
                            self.objects.end_of_value(open, out.len());
                            next = Next::Key;
                        } else {
                            next = Next::Value;
                        }
                        out.push(b',');
                        continue;
                    }
                    (Some(b']'), Some(Frame::Array)) => {
                        lexer.skip();
                        out.push(b']');
                        self.frames.pop();
                    }
                    (Some(b'}'), Some(Frame::Object(open))) => {
                        lexer.skip();
                        self.objects.end_of_value(open, out.len());
                        self.close_object(out);
                    }
                    (_, Some(Frame::Array)) => return Err(lexer.unexpected("`,` or `]`")),
                    (_, Some(Frame::Object(_))) => return Err(lexer.unexpected("`,` or `}`")),
                },
            }
            next = Next::CommaOrEnd;
        }
        self.objects.reorder(out, &mut self.spare);
        Ok(())
    }

    fn open(&self, lexer: &Lexer<'_>) -> Result<(), (Fault, usize)> {
        if self.frames.len() >= self.limits.depth {
            return Err((Fault::Depth(self.limits.depth), lexer.at()));
        }
        Ok(())
    }

    fn close_object(&mut self, out: &mut Vec<u8>) {
        out.push(b'}');
        if let Some(Frame::Object(open)) = self.frames.pop() {
            self.objects.close(open, out);
        }
    }
}

/// Rewrites one text under the usual limits.
///
/// # Errors
/// Says what is wrong with the text and where.
pub fn stringify(text: &[u8]) -> Result<Vec<u8>, Error> {
    let mut out = Vec::new();
    Canonicalizer::default().write(text, &mut out)?;
    Ok(out)
}

/// Finds line and column of a byte.
fn locate(text: &[u8], fault: Fault, offset: usize) -> Error {
    let before = &text[..offset.min(text.len())];
    let start = memchr::memrchr(b'\n', before).map_or(0, |at| at + 1);
    let line = memchr::memchr_iter(b'\n', before).count() + 1;
    // Continuation bytes are no characters of their own.
    let column = before[start..].iter().filter(|byte| **byte & 0xc0 != 0x80).count() + 1;
    Error { fault, offset, line, column }
}
