//! Reads the compact protocol of Thrift, as far as the description of a Parquet file uses it. What is read may be any bytes.

/// How deep structs and lists may be in each other.
const DEEPEST: u8 = 16;

/// A value that was read.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    Number(i64),
    Bytes(Vec<u8>),
    List(Vec<Self>),
    Struct(Vec<(i64, Self)>),
}

impl Value {
    /// Reads a struct. Returns it and what comes after it; nothing where the bytes are none.
    pub(super) fn read(bytes: &[u8]) -> Option<(Self, &[u8])> {
        let mut reader = Reader(bytes);
        let value = reader.structure(DEEPEST)?;
        Some((value, reader.0))
    }

    /// Returns a field of a struct.
    pub(super) fn field(&self, number: i64) -> Option<&Self> {
        let Self::Struct(fields) = self else { return None };
        fields.iter().find(|(own, _)| *own == number).map(|(_, value)| value)
    }

    /// Returns a field that is a number.
    pub(super) fn number(&self, number: i64) -> Option<i64> {
        match self.field(number) {
            Some(Self::Number(value)) => Some(*value),
            _ => None,
        }
    }

    /// Returns a field that is a size or a place.
    pub(super) fn size(&self, number: i64) -> Option<usize> {
        usize::try_from(self.number(number)?).ok()
    }

    /// Returns a field that is text.
    pub(super) fn text(&self, number: i64) -> Option<&str> {
        match self.field(number) {
            Some(Self::Bytes(bytes)) => std::str::from_utf8(bytes).ok(),
            _ => None,
        }
    }

    /// Returns the items of a field that is a list.
    pub(super) fn list(&self, number: i64) -> Option<&[Self]> {
        match self.field(number) {
            Some(Self::List(items)) => Some(items),
            _ => None,
        }
    }
}

struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn unsigned(&mut self) -> Option<u64> {
        let (value, rest) = read_unsigned(self.0)?;
        self.0 = rest;
        Some(value)
    }

    fn signed(&mut self) -> Option<i64> {
        let value = self.unsigned()?;
        Some((value >> 1).cast_signed() ^ -(value & 1).cast_signed())
    }

    fn taken(&mut self, length: u64) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(usize::try_from(length).ok()?)?;
        self.0 = rest;
        Some(taken)
    }

    fn structure(&mut self, depth: u8) -> Option<Value> {
        let depth = depth.checked_sub(1)?;
        let (mut fields, mut last) = (Vec::new(), 0);
        loop {
            let header = self.byte()?;
            if header == 0 {
                return Some(Value::Struct(fields));
            }
            last = if header >> 4 == 0 { self.signed()? } else { i64::checked_add(last, (header >> 4).into())? };
            let value = match header & 15 {
                // The kind of a flag is its value.
                kind @ 1..=2 => Value::Number((kind == 1).into()),
                kind => self.value(kind, depth)?,
            };
            fields.push((last, value));
        }
    }

    fn value(&mut self, kind: u8, depth: u8) -> Option<Value> {
        Some(match kind {
            1..=3 => Value::Number(self.byte()?.into()),
            4..=6 => Value::Number(self.signed()?),
            7 => Value::Bytes(self.taken(8)?.to_vec()),
            8 => {
                let length = self.unsigned()?;
                Value::Bytes(self.taken(length)?.to_vec())
            }
            9 | 10 => {
                let depth = depth.checked_sub(1)?;
                let header = self.byte()?;
                let length = if header >> 4 == 15 { self.unsigned()? } else { (header >> 4).into() };
                let items = (0..length).map(|_| self.value(header & 15, depth));
                Value::List(items.collect::<Option<_>>()?)
            }
            12 => self.structure(depth)?,
            _ => return None,
        })
    }
}

/// Reads a number, seven bits in each byte, the least first. Returns it and what comes after it.
pub(super) fn read_unsigned(bytes: &[u8]) -> Option<(u64, &[u8])> {
    let mut value = 0;
    for (place, byte) in bytes.iter().take(10).enumerate() {
        value |= u64::from(byte & 0x7f) << (7 * place);
        if byte & 0x80 == 0 {
            return Some((value, &bytes[place + 1..]));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::thrift::Struct;
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let written = Struct::new()
            .i32(1, -1)
            .i64(2, u64::MAX >> 1)
            .flag(5, true)
            .text(6, "ü")
            .inner(8, Struct::new().flag(1, false))
            .i32s(10, &[0, -7])
            .texts(11, &["a"; 20])
            .structs(12, [Struct::new()].into_iter())
            .end();
        let (read, rest) = Value::read(&written).expect("read");
        assert_eq!((read.number(1), read.number(2), read.number(5)), (Some(-1), Some(i64::MAX), Some(1)));
        assert_eq!((read.text(6), read.field(8).and_then(|inner| inner.number(1))), (Some("ü"), Some(0)));
        assert_eq!(read.list(10), Some(&[Value::Number(0), Value::Number(-7)][..]));
        assert_eq!(read.list(11).map(<[_]>::len), Some(20));
        assert_eq!((read.list(12), rest), (Some(&[Value::Struct(Vec::new())][..]), &[][..]));
    }

    #[test]
    fn structs_without_end_and_lists_of_nothing_are_refused() {
        assert_eq!(Value::read(&[0x1c].repeat(100_000)), None);
        assert_eq!(Value::read(&[0x19, 0xfc, 0xff, 0xff, 0xff, 0xff, 0x0f]), None);
        assert_eq!(read_unsigned(&[0xff; 11]), None);
    }
}
