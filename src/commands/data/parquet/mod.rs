//! Writes rows as a Parquet file, for readers of tables: one level of columns, each with a type, nested values as JSON. Reads them
//! again, to compare.
//!
//! Written by hand: what it takes of the format is this folder, and the library for all of it is many times its size.
//! `tests/it/data_tables.rs` has DuckDB read the files.

mod column;
mod compact;
mod reader;
mod thrift;

use std::io::{self, Write};

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Map, Value};

use self::column::{Cell, DIGITS, Type};
pub(super) use self::reader::read;
use self::thrift::{Struct, push_unsigned};
use crate::api::entities::Field;

const MAGIC: &[u8] = b"PAR1";
/// Rows whose values are in memory at once, at most.
const ROWS: usize = 10_000;
/// Bytes of values that are in memory at once, about.
const BYTES: usize = 8 << 20;

/// Numbers that the format gives to what is used here.
const PLAIN: i32 = 0;
const RLE: i32 = 3;
const GZIP: i32 = 2;
const OPTIONAL: i32 = 1;

/// The columns of a file, with the types that all of its rows have.
#[derive(Debug)]
pub(super) struct Columns(Vec<(String, Type)>);

impl Columns {
    /// Those of the published fields.
    pub(super) fn of(fields: &[Field]) -> Self {
        Self(fields.iter().map(|field| (field.name.to_owned(), Type::of(Some(field)))).collect())
    }

    /// Makes them fit for a row: fields of its own have columns behind the others.
    pub(super) fn fit(&mut self, row: &Map<String, Value>) {
        for (name, value) in row {
            match self.0.iter_mut().find(|(known, _)| known == name) {
                Some((_, kind)) => *kind = kind.with(value),
                None => self.0.push((name.clone(), Type::of(None).with(value))),
            }
        }
    }
}

/// Values of one column that are not written yet.
#[derive(Debug, Default)]
struct Chunk {
    /// A bit for each row: whether it has a value.
    is_there: Bits,
    flags: Bits,
    values: Vec<u8>,
}

/// Bits, eight in a byte, the least first.
#[derive(Debug, Default)]
struct Bits {
    bytes: Vec<u8>,
    count: usize,
}

impl Bits {
    fn push(&mut self, bit: bool) {
        if self.count.is_multiple_of(8) {
            self.bytes.push(0);
        }
        if let Some(last) = self.bytes.last_mut() {
            *last |= u8::from(bit) << (self.count % 8);
        }
        self.count += 1;
    }
}

/// Rows that were written together.
#[derive(Debug)]
struct Group {
    rows: u64,
    /// Of each column: where it begins, its length, and the length that it has uncompressed.
    chunks: Vec<(u64, u64, u64)>,
}

/// A file that is being written.
pub(super) struct Writer<W> {
    out: W,
    at: u64,
    columns: Vec<(String, Type)>,
    chunks: Vec<Chunk>,
    groups: Vec<Group>,
}

impl<W: Write> Writer<W> {
    /// Begins a file.
    ///
    /// # Errors
    /// The system's error.
    pub(super) fn new(out: W, columns: Columns) -> io::Result<Self> {
        let chunks = columns.0.iter().map(|_| Chunk::default()).collect();
        let mut this = Self { out, at: 0, columns: columns.0, chunks, groups: Vec::new() };
        this.write(MAGIC)?;
        Ok(this)
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.at += bytes.len() as u64;
        self.out.write_all(bytes)
    }

    /// Adds a row that the columns fit.
    ///
    /// # Errors
    /// The system's error.
    pub(super) fn push(&mut self, row: &Map<String, Value>) -> io::Result<()> {
        for ((name, kind), chunk) in self.columns.iter().zip(&mut self.chunks) {
            let cell = row.get(name).and_then(|value| kind.cell(value));
            chunk.is_there.push(cell.is_some());
            match cell {
                None => {}
                Some(Cell::Flag(flag)) => chunk.flags.push(flag),
                Some(Cell::Whole(number)) => chunk.values.extend(number.to_le_bytes()),
                Some(Cell::Float(number)) => chunk.values.extend(number.to_le_bytes()),
                Some(Cell::Text(text)) => {
                    let length = u32::try_from(text.len()).map_err(io::Error::other)?;
                    chunk.values.extend(length.to_le_bytes());
                    chunk.values.extend(text.into_bytes());
                }
            }
        }
        let rows = self.chunks.first().map_or(0, |chunk| chunk.is_there.count);
        let bytes: usize = self.chunks.iter().map(|chunk| chunk.values.len()).sum();
        if rows >= ROWS || bytes >= BYTES { self.end_group(rows) } else { Ok(()) }
    }

    /// Writes the values of these rows, one page for each column.
    fn end_group(&mut self, rows: usize) -> io::Result<()> {
        let mut group = Group { rows: rows as u64, chunks: Vec::new() };
        for place in 0..self.chunks.len() {
            let Chunk { is_there, flags, values } = std::mem::take(&mut self.chunks[place]);
            // One run of bits, in groups of eight: its length in bytes, then what it is.
            let mut levels = Vec::new();
            push_unsigned(&mut levels, ((is_there.bytes.len() as u64) << 1) | 1);
            levels.extend(is_there.bytes);
            let length = u32::try_from(levels.len()).map_err(io::Error::other)?;
            let whole = 4 + levels.len() + flags.bytes.len() + values.len();
            let mut page = GzEncoder::new(Vec::new(), Compression::fast());
            for part in [&length.to_le_bytes()[..], &levels, &flags.bytes, &values] {
                page.write_all(part)?;
            }
            let page = page.finish()?;
            let size = |bytes: usize| i32::try_from(bytes).map_err(io::Error::other);
            let values = Struct::new().i32(1, size(rows)?).i32(2, PLAIN).i32(3, RLE).i32(4, RLE);
            let header = Struct::new().i32(1, 0).i32(2, size(whole)?).i32(3, size(page.len())?).inner(5, values).end();
            group.chunks.push((self.at, (header.len() + page.len()) as u64, (header.len() + whole) as u64));
            self.write(&header)?;
            self.write(&page)?;
        }
        self.groups.push(group);
        Ok(())
    }

    /// Writes the rest and the description of the file.
    ///
    /// # Errors
    /// The system's error.
    pub(super) fn finish(mut self) -> io::Result<W> {
        match self.chunks.first().map_or(0, |chunk| chunk.is_there.count) {
            0 => {}
            rows => self.end_group(rows)?,
        }
        let footer = self.footer();
        self.write(&footer)?;
        let length = u32::try_from(footer.len()).map_err(io::Error::other)?;
        self.write(&length.to_le_bytes())?;
        self.write(MAGIC)?;
        Ok(self.out)
    }

    fn footer(&self) -> Vec<u8> {
        let count = i32::try_from(self.columns.len()).unwrap_or(i32::MAX);
        let root = Struct::new().text(4, "row").i32(5, count);
        let schema: Vec<Struct> =
            std::iter::once(root).chain(self.columns.iter().map(|(name, kind)| element(name, *kind))).collect();
        let groups = self.groups.iter().map(|group| {
            let chunks = self.columns.iter().zip(&group.chunks).map(|((name, kind), (at, length, whole))| {
                let (physical, ..) = kind.written();
                let facts =
                    Struct::new().i32(1, physical).i32s(2, &[PLAIN, RLE]).texts(3, &[name.as_str()]).i32(4, GZIP);
                let facts = facts.i64(5, group.rows).i64(6, *whole).i64(7, *length).i64(9, *at);
                Struct::new().i64(2, *at).inner(3, facts)
            });
            let whole = group.chunks.iter().map(|(.., whole)| whole).sum();
            Struct::new().structs(1, chunks).i64(2, whole).i64(3, group.rows)
        });
        let rows = self.groups.iter().map(|group| group.rows).sum();
        let described = Struct::new().i32(1, 1).structs(2, schema.into_iter()).i64(3, rows).structs(4, groups);
        described.text(6, concat!("makini version ", env!("CARGO_PKG_VERSION"))).end()
    }
}

impl Type {
    /// Returns the numbers of the physical type, of the older annotation, and the newer annotation.
    fn written(self) -> (i32, Option<i32>, Option<Struct>) {
        let union = |number: u8, inner: Struct| Some(Struct::new().inner(number, inner));
        match self {
            Self::Flag => (0, None, None),
            Self::Whole => (2, None, None),
            Self::Decimal(_, behind) => {
                (2, Some(5), union(5, Struct::new().i32(1, behind.into()).i32(2, DIGITS.into())))
            }
            Self::Float => (5, None, None),
            Self::Time => {
                let micros = Struct::new().inner(2, Struct::new());
                (2, Some(10), union(8, Struct::new().flag(1, true).inner(2, micros)))
            }
            Self::Text => (6, Some(0), union(1, Struct::new())),
            Self::Json => (6, Some(19), union(12, Struct::new())),
        }
    }
}

/// Returns a column of the schema.
fn element(name: &str, kind: Type) -> Struct {
    let (physical, older, newer) = kind.written();
    let mut column = Struct::new().i32(1, physical).i32(3, OPTIONAL).text(4, name);
    if let Some(older) = older {
        column = column.i32(6, older);
    }
    if let Type::Decimal(_, behind) = kind {
        column = column.i32(7, behind.into()).i32(8, DIGITS.into());
    }
    match newer {
        Some(newer) => column.inner(10, newer),
        None => column,
    }
}
