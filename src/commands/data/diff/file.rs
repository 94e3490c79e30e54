//! A side that is a file: JSON lines, CSV with a header, or Parquet.

use std::fs::File;
use std::io::{BufRead as _, BufReader, ErrorKind};
use std::path::Path;

use csv::ReaderBuilder;
use serde_json::{Map, Value};

use super::super::parquet;
use super::super::source::{delimiter_of, is_aside};
use crate::api::entities::Field;
use crate::failure::Failure;

/// Returns whether a file is read as a table, by its name: the types of its values are not those of the API.
pub(super) fn is_table(path: &Path) -> bool {
    is_csv(path) || is_parquet(path)
}

fn is_csv(path: &Path) -> bool {
    ends_with(path, &["csv", "tsv"])
}

fn is_parquet(path: &Path) -> bool {
    ends_with(path, &["parquet"])
}

fn ends_with(path: &Path, endings: &[&str]) -> bool {
    path.extension().is_some_and(|ending| endings.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

/// Calls `each` with every row of a file, which is read as it goes. `on` is the field that rows are matched by.
///
/// # Errors
/// What `each` fails with; [`crate::exit::Exit::Usage`] for what is no row.
pub(super) fn read(
    path: &Path,
    (fields, on): (&[Field], &str),
    each: impl FnMut(Map<String, Value>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    if is_parquet(path) {
        return parquet::read(path, each);
    }
    let file = BufReader::new(File::open(path).map_err(|error| Failure::unreadable(path.display(), &error))?);
    if is_csv(path) { table(path, file, (fields, on), each) } else { lines(path, file, each) }
}

fn lines(
    path: &Path,
    file: BufReader<File>,
    mut each: impl FnMut(Map<String, Value>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    for (line, number) in file.lines().zip(1..) {
        let line = line.map_err(|error| Failure::unreadable(path.display(), &error))?;
        if line.trim().is_empty() {
            continue;
        }
        let row = serde_json::from_str(&line).map_err(|error| {
            let failure = Failure::usage(format!("line {number} of `{}` is no row: {error}", path.display()));
            failure.hint("rows are JSON objects, one on each line, or CSV in a file whose name ends in `.csv`")
        })?;
        each(row)?;
    }
    Ok(())
}

/// Values are texts, and an empty cell is no value.
fn table(
    path: &Path,
    mut file: BufReader<File>,
    (fields, on): (&[Field], &str),
    mut each: impl FnMut(Map<String, Value>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let unreadable = |error: csv::Error| match error.kind() {
        csv::ErrorKind::Io(error) if error.kind() != ErrorKind::InvalidData => {
            Failure::unreadable(path.display(), error)
        }
        _ => Failure::usage(format!("`{}` is no table: {error}", path.display())),
    };
    let start = file.fill_buf().map_err(|error| Failure::unreadable(path.display(), &error))?;
    let is_marked = start.starts_with("\u{feff}".as_bytes());
    let delimiter = delimiter_of(start.split(|byte| *byte == b'\n').next().unwrap_or_default());
    if is_marked {
        file.consume(3);
    }
    let mut reader = ReaderBuilder::new().delimiter(delimiter).from_reader(file);
    // As the fields are spelled: people write headers.
    let spelled = |name: &str| {
        let known = fields.iter().find(|field| field.name.eq_ignore_ascii_case(name.trim()));
        known.map_or_else(|| name.to_owned(), |field| field.name.to_owned())
    };
    let columns: Vec<String> = reader.headers().map_err(unreadable)?.iter().map(spelled).collect();
    if !columns.iter().any(|name| name == on) {
        let failure = Failure::usage(format!("`{}` has no column `{on}`", path.display()));
        return Err(failure.hint(format!("its columns are {}", columns.join(", "))));
    }
    for record in reader.into_records() {
        let record = record.map_err(unreadable)?;
        let cells = columns.iter().zip(record.iter());
        let filled = cells.filter(|(name, cell)| !cell.is_empty() && !is_aside(name));
        each(filled.map(|(name, cell)| (name.clone(), Value::from(cell))).collect())?;
    }
    Ok(())
}
