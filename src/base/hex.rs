//! Hexadecimal text.

/// Returns the value of a hexadecimal digit in either case, 0 to 15.
#[inline]
pub const fn digit(letter: u8) -> Option<u8> {
    match letter {
        b'0'..=b'9' => Some(letter - b'0'),
        b'a'..=b'f' => Some(letter - b'a' + 10),
        b'A'..=b'F' => Some(letter - b'A' + 10),
        _ => None,
    }
}

/// Returns the byte that two digits write.
#[inline]
pub const fn byte(high: u8, low: u8) -> Option<u8> {
    match (digit(high), digit(low)) {
        (Some(high), Some(low)) => Some(high << 4 | low),
        _ => None,
    }
}

/// Decodes text into a buffer exactly half as long; `None` for any other length and for a character that is no digit.
pub fn decode_into(text: &[u8], bytes: &mut [u8]) -> Option<()> {
    if text.len() != 2 * bytes.len() {
        return None;
    }
    for (decoded, pair) in bytes.iter_mut().zip(text.chunks_exact(2)) {
        *decoded = byte(pair[0], pair[1])?;
    }
    Some(())
}

/// Writes bytes in lower case.
pub fn encode(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        text.push(char::from(DIGITS[usize::from(byte >> 4)]));
        text.push(char::from(DIGITS[usize::from(byte & 0xf)]));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_read_back_in_either_case() {
        let bytes: Vec<u8> = (0..=u8::MAX).collect();
        let text = encode(&bytes);
        assert!(text.starts_with("000102") && text.ends_with("fdfeff"));
        for text in [text.to_uppercase(), text] {
            let mut decoded = [0; 256];
            assert_eq!(decode_into(text.as_bytes(), &mut decoded), Some(()));
            assert_eq!(decoded.as_slice(), bytes);
        }
    }

    #[test]
    fn other_lengths_and_other_characters_are_refused() {
        for text in ["", "0", "000", "0g", "g0", "+1", " 1", "é"] {
            assert_eq!(decode_into(text.as_bytes(), &mut [0; 1]), None, "{text}");
        }
    }
}
