//! The compact protocol of Thrift, as far as a Parquet file needs it: structs, lists, numbers and texts.

/// Kinds of values in a field header.
const TRUE: u8 = 1;
const FALSE: u8 = 2;
const I32: u8 = 5;
const I64: u8 = 6;
const BINARY: u8 = 8;
const LIST: u8 = 9;
const STRUCT: u8 = 12;

/// A struct that is being written. Its fields come in the order of their numbers.
#[derive(Debug, Default)]
pub(super) struct Struct {
    bytes: Vec<u8>,
    last: u8,
}

impl Struct {
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// Returns its bytes, with its end.
    pub(super) fn end(mut self) -> Vec<u8> {
        self.bytes.push(0);
        self.bytes
    }

    fn field(&mut self, number: u8, kind: u8) {
        let step = number - self.last;
        self.last = number;
        // All numbers that are used here are less than sixteen apart.
        self.bytes.push((step << 4) | kind);
    }

    pub(super) fn flag(mut self, number: u8, value: bool) -> Self {
        self.field(number, if value { TRUE } else { FALSE });
        self
    }

    pub(super) fn i32(mut self, number: u8, value: i32) -> Self {
        self.field(number, I32);
        push_signed(&mut self.bytes, value.into());
        self
    }

    pub(super) fn i64(mut self, number: u8, value: u64) -> Self {
        self.field(number, I64);
        push_signed(&mut self.bytes, i64::try_from(value).unwrap_or(i64::MAX));
        self
    }

    pub(super) fn text(mut self, number: u8, value: &str) -> Self {
        self.field(number, BINARY);
        push_text(&mut self.bytes, value);
        self
    }

    pub(super) fn inner(mut self, number: u8, value: Self) -> Self {
        self.field(number, STRUCT);
        self.bytes.extend(value.end());
        self
    }

    pub(super) fn structs(mut self, number: u8, items: impl ExactSizeIterator<Item = Self>) -> Self {
        self.list(number, STRUCT, items.len());
        for item in items {
            self.bytes.extend(item.end());
        }
        self
    }

    pub(super) fn texts(mut self, number: u8, items: &[&str]) -> Self {
        self.list(number, BINARY, items.len());
        for item in items {
            push_text(&mut self.bytes, item);
        }
        self
    }

    pub(super) fn i32s(mut self, number: u8, items: &[i32]) -> Self {
        self.list(number, I32, items.len());
        for item in items {
            push_signed(&mut self.bytes, (*item).into());
        }
        self
    }

    fn list(&mut self, number: u8, kind: u8, length: usize) {
        self.field(number, LIST);
        if let Ok(short @ 0..15) = u8::try_from(length) {
            self.bytes.push((short << 4) | kind);
        } else {
            self.bytes.push(0xf0 | kind);
            push_unsigned(&mut self.bytes, length as u64);
        }
    }
}

fn push_text(bytes: &mut Vec<u8>, text: &str) {
    push_unsigned(bytes, text.len() as u64);
    bytes.extend(text.as_bytes());
}

fn push_signed(bytes: &mut Vec<u8>, value: i64) {
    push_unsigned(bytes, (value.cast_unsigned() << 1) ^ (value >> 63).cast_unsigned());
}

/// Adds a number, seven bits in each byte, the least first.
pub(super) fn push_unsigned(bytes: &mut Vec<u8>, mut value: u64) {
    loop {
        let low = value.to_le_bytes()[0] & 0x7f;
        value >>= 7;
        if value == 0 {
            return bytes.push(low);
        }
        bytes.push(low | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By hand, from the specification of the protocol.
    #[test]
    fn values_are_written_as_specified() {
        let written = Struct::new()
            .i32(1, -1)
            .i64(2, 300)
            .flag(5, true)
            .text(6, "ü")
            .inner(8, Struct::new().flag(1, false))
            .i32s(10, &[0, 1])
            .texts(11, &["a"; 15])
            .structs(12, [Struct::new()].into_iter())
            .end();
        let mut wanted = vec![0x15, 1, 0x16, 0xd8, 4, 0x31, 0x18, 2, 0xc3, 0xbc, 0x2c, 0x12, 0];
        wanted.extend([0x29, 0x25, 0, 2, 0x19, 0xf8, 15]);
        wanted.extend([1, b'a'].repeat(15));
        wanted.extend([0x19, 0x1c, 0, 0]);
        assert_eq!(written, wanted);
    }
}
