//! Strings: copied where they can be, unescaped and escaped again where they must be.

use super::Fault;
use super::lex::Lexer;
use crate::hex;

/// Copies the string that begins here, as `JSON.stringify` writes it, quotes included.
pub(super) fn copy(lexer: &mut Lexer<'_>, out: &mut Vec<u8>) -> Result<(), (Fault, usize)> {
    let text = lexer.rest();
    let mut from = 0;
    // The opening quote is copied with the first run.
    let mut at = 1;
    loop {
        at += special(&text[at..]);
        match text.get(at) {
            Some(b'"') => {
                out.extend_from_slice(&text[from..=at]);
                lexer.advance(at + 1);
                return Ok(());
            }
            Some(b'\\') => {
                out.extend_from_slice(&text[from..at]);
                at += escape(&text[at..], out).map_err(|fault| match fault {
                    Fault::End => (fault, lexer.at() + text.len()),
                    _ => (fault, lexer.at() + at),
                })?;
                from = at;
            }
            Some(byte) => return Err((Fault::Control(*byte), lexer.at() + at)),
            None => return Err((Fault::End, lexer.at() + at)),
        }
    }
}

/// Finds the first quote, backslash or control character; returns the length if there is none.
pub(crate) fn special(text: &[u8]) -> usize {
    let mut at = 0;
    while let Some(chunk) = text[at..].first_chunk::<8>() {
        let found = specials(u64::from_le_bytes(*chunk));
        if found != 0 {
            return at + (found.trailing_zeros() / 8) as usize;
        }
        at += 8;
    }
    at + text[at..].iter().take_while(|byte| !matches!(byte, b'"' | b'\\' | 0..=0x1f)).count()
}

/// Looks at eight bytes at once: the lowest bit that is set is the high bit of the first quote, backslash or control
/// character.
pub(super) const fn specials(word: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let quote = word ^ (ONES * 0x22);
    let backslash = word ^ (ONES * 0x5c);
    // The lowest bit set is exact; higher ones may be borrowed. Only the lowest is used.
    let found = (quote.wrapping_sub(ONES) & !quote)
        | (backslash.wrapping_sub(ONES) & !backslash)
        | (word.wrapping_sub(ONES * 0x20) & !word);
    found & HIGH
}

/// Writes what the escape at the start of `text` stands for; returns its length.
fn escape(text: &[u8], out: &mut Vec<u8>) -> Result<usize, Fault> {
    match text.get(1) {
        // These are written as they were read.
        Some(b'"' | b'\\' | b'b' | b'f' | b'n' | b'r' | b't') => {
            out.extend_from_slice(&text[..2]);
            Ok(2)
        }
        Some(b'/') => {
            out.push(b'/');
            Ok(2)
        }
        Some(b'u') => {
            let unit = unit(text)?;
            if (0xd800..0xdc00).contains(&unit)
                && let Ok(low @ 0xdc00..0xe000) = self::unit(text.get(6..).unwrap_or_default())
            {
                let code = 0x1_0000 + ((u32::from(unit) - 0xd800) << 10) + (u32::from(low) - 0xdc00);
                push(char::from_u32(code), unit, out);
                return Ok(12);
            }
            push(char::from_u32(u32::from(unit)), unit, out);
            Ok(6)
        }
        Some(_) => Err(Fault::Escape),
        None => Err(Fault::End),
    }
}

/// Reads `\uXXXX`.
pub(crate) fn unit(text: &[u8]) -> Result<u16, Fault> {
    if !text.starts_with(b"\\u") {
        return Err(Fault::Escape);
    }
    let mut unit = 0;
    for index in 2..6 {
        let digit = text.get(index).ok_or(Fault::End)?;
        let digit = hex::digit(*digit).ok_or(Fault::Escape)?;
        unit = unit << 4 | u16::from(digit);
    }
    Ok(unit)
}

/// Writes one character as `JSON.stringify` does, or the lone surrogate that is none.
fn push(character: Option<char>, unit: u16, out: &mut Vec<u8>) {
    let Some(character) = character else {
        hex(unit, out);
        return;
    };
    match character {
        '"' => out.extend_from_slice(b"\\\""),
        '\\' => out.extend_from_slice(b"\\\\"),
        '\u{8}' => out.extend_from_slice(b"\\b"),
        '\u{c}' => out.extend_from_slice(b"\\f"),
        '\n' => out.extend_from_slice(b"\\n"),
        '\r' => out.extend_from_slice(b"\\r"),
        '\t' => out.extend_from_slice(b"\\t"),
        '\0'..='\x1f' => hex(unit, out),
        _ => out.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes()),
    }
}

/// Writes `\uxxxx` in lower case.
fn hex(unit: u16, out: &mut Vec<u8>) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    out.extend_from_slice(b"\\u");
    for shift in [12, 8, 4, 0] {
        out.push(DIGITS[usize::from(unit >> shift & 0xf)]);
    }
}
