//! Writes the file of an export: as CSV, and with changed rows in place of those that it had.

use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::io::{self, BufRead as _, BufReader, BufWriter, ErrorKind, Read as _, Seek as _, SeekFrom, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};

use super::parquet::{Columns, Writer};
use super::rules::plain;
use crate::api::entities::Field;
use crate::client::call::row_key;
use crate::files::{self, Access};
use crate::hex;

/// Form of the files of an export.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub(super) enum Form {
    /// A JSON object on each line, as the server returned it
    #[default]
    Ndjson,
    /// A column for each field, nested values as JSON
    Csv,
    /// A column with a type for each field, for readers of tables; nested values as JSON
    Parquet,
}

impl Form {
    /// Returns the ending of its files.
    pub(super) fn ending(self) -> &'static str {
        match self {
            Self::Ndjson => "ndjson",
            Self::Csv => "csv",
            Self::Parquet => "parquet",
        }
    }
}

/// Names of fields, each once and in the order in which they came.
#[derive(Debug, Default)]
pub(super) struct Names {
    known: HashSet<String>,
    order: Vec<String>,
}

impl Names {
    /// Adds those of a row.
    pub(super) fn note(&mut self, row: &Map<String, Value>) {
        for name in row.keys() {
            if !self.known.contains(name) {
                self.known.insert(name.clone());
                self.order.push(name.clone());
            }
        }
    }
}

/// Writes a file with the rows of `old`, those that are in `part` replaced by them, and then the others of `part`. Takes memory
/// for the keys of `part` where there is an old file. Returns the number of rows and the digest of the file.
///
/// # Errors
/// The system's error, and [`ErrorKind::InvalidData`] for an old file that is not as it was written.
pub(super) fn write(
    path: &Path,
    format: Form,
    (fields, names): (&'static [Field], &Names),
    old: Option<&Path>,
    part: &Path,
) -> io::Result<(u64, String)> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let file = Digested { inner: BufWriter::new(files::create(path, Access::Owner)?), digest: Sha256::new() };
    let (rows, file) = match format {
        Form::Ndjson => lines(file, old, part)?,
        Form::Csv => table(file, (fields, names), old, part)?,
        Form::Parquet => parquet(file, fields, part)?,
    };
    let digest = hex::encode(&file.digest.finalize());
    file.inner.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
    Ok((rows, digest))
}

/// A file whose digest is known when it is written.
struct Digested {
    inner: BufWriter<File>,
    digest: Sha256,
}

impl Write for Digested {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.digest.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

/// Walks the rows of a file of JSON lines, each with its text.
fn rows(path: &Path) -> io::Result<impl Iterator<Item = io::Result<(Map<String, Value>, String)>>> {
    let lines = BufReader::new(File::open(path)?).lines();
    Ok(lines.map(|line| {
        let line = line?;
        Ok((serde_json::from_str(&line)?, line))
    }))
}

/// Where the changed rows are, by key: they stay in the file.
struct Changed<'a> {
    path: &'a Path,
    file: File,
    /// Where a row begins, and its length.
    places: HashMap<String, (u64, usize)>,
}

impl<'a> Changed<'a> {
    fn read(path: &'a Path) -> io::Result<Self> {
        let (mut places, mut at) = (HashMap::new(), 0);
        for row in rows(path)? {
            let (row, line) = row?;
            if let Some(key) = row_key(&row) {
                places.insert(key, (at, line.len()));
            }
            at += line.len() as u64 + 1;
        }
        Ok(Self { path, file: File::open(path)?, places })
    }

    /// Returns what replaces the row with a key, once.
    fn take(&mut self, key: &str) -> io::Result<Option<String>> {
        let Some((at, length)) = self.places.remove(key) else { return Ok(None) };
        let mut line = vec![0; length];
        self.file.seek(SeekFrom::Start(at))?;
        self.file.read_exact(&mut line)?;
        String::from_utf8(line).map(Some).map_err(io::Error::other)
    }

    /// Walks those that replaced none, in their order.
    fn rest(mut self) -> io::Result<impl Iterator<Item = io::Result<(Map<String, Value>, String)>>> {
        let is_left = move |row: &io::Result<(Map<String, Value>, String)>| match row {
            Ok((row, _)) => row_key(row).is_some_and(|key| self.places.remove(&key).is_some()),
            Err(_) => true,
        };
        Ok(rows(self.path)?.filter(is_left))
    }
}

fn lines(mut file: Digested, old: Option<&Path>, part: &Path) -> io::Result<(u64, Digested)> {
    let mut count = 0;
    let mut changed = Changed::read(part)?;
    if let Some(old) = old {
        for row in rows(old)? {
            let (row, line) = row?;
            let new = row_key(&row).map(|key| changed.take(&key)).transpose()?.flatten();
            writeln!(file, "{}", new.unwrap_or(line))?;
            count += 1;
        }
    }
    for row in changed.rest()? {
        writeln!(file, "{}", row?.1)?;
        count += 1;
    }
    Ok((count, file))
}

/// An old file has no part in it: a Parquet file is not brought up to date.
fn parquet(file: Digested, fields: &'static [Field], part: &Path) -> io::Result<(u64, Digested)> {
    let mut columns = Columns::of(fields);
    for row in rows(part)? {
        columns.fit(&row?.0);
    }
    let mut table = Writer::new(file, columns)?;
    let mut count = 0;
    for row in rows(part)? {
        table.push(&row?.0)?;
        count += 1;
    }
    Ok((count, table.finish()?))
}

fn table(
    file: Digested,
    (fields, names): (&'static [Field], &Names),
    old: Option<&Path>,
    part: &Path,
) -> io::Result<(u64, Digested)> {
    let mut old = old.map(|old| csv::Reader::from_path(old).map_err(io::Error::from)).transpose()?;
    let mut columns: Vec<String> = match &mut old {
        Some(old) => old.headers()?.iter().map(str::to_owned).collect(),
        None => fields.iter().map(|field| field.name.to_owned()).collect(),
    };
    // Those that a connection has of its own.
    let own: Vec<&String> = names.order.iter().filter(|name| !columns.contains(name)).collect();
    columns.extend(own.into_iter().cloned());
    let cells = |row: &Map<String, Value>| -> Vec<String> {
        let cell = |value: &Value| if value.is_null() { String::new() } else { plain(value) };
        columns.iter().map(|name| row.get(name).map(cell).unwrap_or_default()).collect()
    };
    let mut csv = csv::Writer::from_writer(file);
    csv.write_record(&columns)?;
    let mut count = 0;
    match old {
        None => {
            for row in rows(part)? {
                csv.write_record(cells(&row?.0))?;
                count += 1;
            }
        }
        Some(mut old) => {
            let key = columns.iter().position(|name| name == "key").ok_or(ErrorKind::InvalidData)?;
            let mut changed = Changed::read(part)?;
            for record in old.records() {
                let record = record?;
                if let Some(new) = record.get(key).map(|key| changed.take(key)).transpose()?.flatten() {
                    csv.write_record(cells(&serde_json::from_str(&new)?))?;
                } else {
                    let missing = std::iter::repeat_n("", columns.len().saturating_sub(record.len()));
                    csv.write_record(record.iter().chain(missing))?;
                }
                count += 1;
            }
            for row in changed.rest()? {
                csv.write_record(cells(&row?.0))?;
                count += 1;
            }
        }
    }
    let file = csv.into_inner().map_err(|error| io::Error::new(error.error().kind(), error.to_string()))?;
    Ok((count, file))
}
