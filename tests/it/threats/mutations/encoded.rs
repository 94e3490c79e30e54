//! The same text in other encodings.

use std::fmt::Write as _;
use std::io::Write as _;

pub(super) fn gzip(body: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(body).expect("to memory");
    encoder.finish().expect("to memory")
}

pub(super) fn utf16(body: &[u8]) -> Vec<u8> {
    String::from_utf8_lossy(body).encode_utf16().flat_map(u16::to_le_bytes).collect()
}

pub(super) fn escape(c: char) -> String {
    let mut units = [0; 2];
    c.encode_utf16(&mut units).iter().fold(String::new(), |mut all, unit| {
        write!(all, "\\u{unit:04x}").expect("to memory");
        all
    })
}
