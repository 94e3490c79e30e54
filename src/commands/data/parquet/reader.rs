//! Reads the rows of a file that [`super::Writer`] wrote. Files of others use more of the format, and are refused.

use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::path::Path;

use flate2::read::GzDecoder;
use jiff::Timestamp;
use serde_json::{Map, Value};

use super::column::Type;
use super::compact::{self, read_unsigned};
use super::{GZIP, MAGIC, OPTIONAL, PLAIN, RLE};
use crate::failure::Failure;

/// Bytes of the description of a file, or of the values of one column that are in memory at once, at most.
const MOST: u64 = 1 << 30;

/// What the description says of the writer.
const WRITER: &str = "makini version ";

/// Why no rows could be read.
#[derive(Debug)]
enum Unread {
    Disk(std::io::Error),
    /// Another program wrote it.
    Foreign,
    Broken,
}

impl From<std::io::Error> for Unread {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::UnexpectedEof | std::io::ErrorKind::InvalidInput => Self::Broken,
            _ => Self::Disk(error),
        }
    }
}

/// Calls `each` with every row of a file. Nulls are left out.
///
/// # Errors
/// What `each` fails with; [`crate::exit::Exit::Usage`] for what `data export` did not write.
pub(crate) fn read(
    path: &Path,
    mut each: impl FnMut(Map<String, Value>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let wrong = |unread| match unread {
        Unread::Disk(error) => Failure::unreadable(path.display(), &error),
        Unread::Foreign => {
            let what =
                format!("`{}` is no Parquet file that `makini data export` wrote, or was cut off", path.display());
            Failure::usage(what).hint("JSON lines and CSV of other programs are read")
        }
        Unread::Broken => Failure::usage(format!("`{}` is damaged, or was cut off", path.display())),
    };
    let mut file = File::open(path).map_err(|error| wrong(Unread::Disk(error)))?;
    let (columns, groups) = described(&mut file).map_err(wrong)?;
    for (rows, places) in groups {
        let mut values = Vec::new();
        for ((_, kind), place) in columns.iter().zip(&places) {
            values.push(chunk(&mut file, *place, rows, *kind).map_err(wrong)?.into_iter());
        }
        for _ in 0..rows {
            let cells = columns.iter().zip(&mut values);
            each(cells.filter_map(|((name, _), values)| Some((name.clone(), values.next()??))).collect())?;
        }
    }
    Ok(())
}

/// The columns of a file, and its groups of rows: how many there are, and where the values of each column are, with their length.
type Description = (Vec<(String, Type)>, Vec<(usize, Vec<(u64, u64)>)>);

fn described(file: &mut File) -> Result<Description, Unread> {
    let length = file.seek(SeekFrom::End(0))?;
    let end = bytes(file, length.checked_sub(8).ok_or(Unread::Foreign)?, 8)?;
    let Some((size, MAGIC)) = end.split_first_chunk::<4>() else { return Err(Unread::Foreign) };
    let size = u64::from(u32::from_le_bytes(*size));
    let footer = bytes(file, (length - 8).checked_sub(size).ok_or(Unread::Broken)?, size)?;
    let (root, _) = compact::Value::read(&footer).ok_or(Unread::Broken)?;
    if !root.text(6).is_some_and(|writer| writer.starts_with(WRITER)) {
        return Err(Unread::Foreign);
    }
    facts(&root).ok_or(Unread::Broken)
}

fn facts(root: &compact::Value) -> Option<Description> {
    let column = |element: &compact::Value| Some((element.text(4)?.to_owned(), kind(element)?));
    let columns: Vec<_> = root.list(2)?.iter().skip(1).map(column).collect::<Option<_>>()?;
    let group = |group: &compact::Value| {
        let place = |chunk: &compact::Value| {
            let facts = chunk.field(3)?;
            let length = u64::try_from(facts.number(7)?).ok()?;
            (facts.number(4)? == i64::from(GZIP)).then_some((u64::try_from(facts.number(9)?).ok()?, length))
        };
        let places: Vec<_> = group.list(1)?.iter().map(place).collect::<Option<_>>()?;
        (places.len() == columns.len()).then_some((group.size(3)?, places))
    };
    let groups: Vec<_> = root.list(4)?.iter().map(group).collect::<Option<_>>()?;
    // Rows without columns would have no end.
    (!columns.is_empty() || groups.is_empty()).then_some((columns, groups))
}

/// Returns the type of a column by the numbers that [`Type::written`] has for it.
fn kind(element: &compact::Value) -> Option<Type> {
    if element.number(3)? != i64::from(OPTIONAL) {
        return None;
    }
    let behind = u8::try_from(element.number(7).unwrap_or(0)).ok()?;
    let all = [Type::Flag, Type::Whole, Type::Decimal(0, behind), Type::Float, Type::Time, Type::Text, Type::Json];
    all.into_iter().find(|kind| {
        let (physical, older, _) = kind.written();
        element.number(1) == Some(physical.into()) && element.number(6) == older.map(i64::from)
    })
}

fn bytes(file: &mut File, at: u64, length: u64) -> Result<Vec<u8>, Unread> {
    if length > MOST {
        return Err(Unread::Broken);
    }
    file.seek(SeekFrom::Start(at))?;
    let mut bytes = Vec::new();
    file.take(length).read_to_end(&mut bytes)?;
    if bytes.len() as u64 == length { Ok(bytes) } else { Err(Unread::Broken) }
}

/// Returns the values of a column in a group of rows; nothing for a row without one.
fn chunk(file: &mut File, (at, length): (u64, u64), rows: usize, kind: Type) -> Result<Vec<Option<Value>>, Unread> {
    let bytes = bytes(file, at, length)?;
    let (header, page) = compact::Value::read(&bytes).ok_or(Unread::Broken)?;
    let facts = header.field(5).ok_or(Unread::Broken)?;
    let forms = [facts.number(2), facts.number(3), facts.size(1).map(|count| i64::from(count == rows))];
    if header.number(1) != Some(0) || forms != [Some(PLAIN.into()), Some(RLE.into()), Some(1)] {
        return Err(Unread::Broken);
    }
    let whole = header.size(2).map_or(0, |size| size as u64).min(MOST);
    let mut values = Vec::new();
    GzDecoder::new(page).take(whole).read_to_end(&mut values).map_err(|_| Unread::Broken)?;
    decoded(&values, rows, kind).ok_or(Unread::Broken)
}

/// Returns the values of a page, as [`super::Writer`] writes it: which rows have a value, as one run of bits, and the values.
fn decoded(page: &[u8], rows: usize, kind: Type) -> Option<Vec<Option<Value>>> {
    let (length, rest) = page.split_first_chunk::<4>()?;
    let (levels, mut values) = rest.split_at_checked(u32::from_le_bytes(*length).try_into().ok()?)?;
    let (header, bits) = read_unsigned(levels)?;
    if header != ((bits.len() as u64) << 1 | 1) || bits.len() != rows.div_ceil(8) {
        return None;
    }
    let is_set = |bytes: &[u8], place: usize| Some(bytes.get(place / 8)? >> (place % 8) & 1 == 1);
    let mut flags = 0;
    let mut next = || {
        let mut eight = || {
            let (number, rest) = values.split_first_chunk::<8>()?;
            values = rest;
            Some(*number)
        };
        Some(match kind {
            Type::Flag => {
                flags += 1;
                is_set(values, flags - 1)?.into()
            }
            Type::Whole => i64::from_le_bytes(eight()?).into(),
            Type::Decimal(_, behind) => decimal(i64::from_le_bytes(eight()?), behind).into(),
            Type::Float => f64::from_le_bytes(eight()?).into(),
            Type::Time => Timestamp::from_microsecond(i64::from_le_bytes(eight()?)).ok()?.to_string().into(),
            Type::Text | Type::Json => {
                let (length, rest) = values.split_first_chunk::<4>()?;
                let (text, rest) = rest.split_at_checked(u32::from_le_bytes(*length).try_into().ok()?)?;
                values = rest;
                let text = std::str::from_utf8(text).ok()?;
                if kind == Type::Json { serde_json::from_str(text).ok()? } else { text.into() }
            }
        })
    };
    (0..rows).map(|row| if is_set(bits, row)? { Some(Some(next()?)) } else { Some(None) }).collect()
}

/// Returns a decimal that is given in units of the last of so many digits behind the point.
fn decimal(units: i64, behind: u8) -> String {
    let digits = format!("{:0>width$}", units.unsigned_abs(), width = usize::from(behind) + 1);
    let (before, after) = digits.split_at(digits.len() - usize::from(behind));
    let sign = if units < 0 { "-" } else { "" };
    if after.is_empty() { format!("{sign}{before}") } else { format!("{sign}{before}.{after}") }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::super::{Columns, Writer};
    use super::*;

    /// Writes rows, changes bytes of the file, and returns the rows that are read from it.
    fn through(rows: &[Value], change: impl FnOnce(&mut Vec<u8>)) -> Result<Vec<Value>, Failure> {
        let mut columns = Columns::of(&[]);
        let rows: Vec<_> = rows.iter().map(|row| row.as_object().expect("an object").clone()).collect();
        for row in &rows {
            columns.fit(row);
        }
        for (name, kind) in &mut columns.0 {
            *kind = match name.as_str() {
                "flag" => Type::Flag,
                "whole" => Type::Whole,
                "money" => Type::Decimal(4, 3),
                "float" => Type::Float,
                "time" => Type::Time,
                _ => *kind,
            };
        }
        let mut writer = Writer::new(Vec::new(), columns).expect("begun");
        for row in &rows {
            writer.push(row).expect("written");
        }
        let mut bytes = writer.finish().expect("finished");
        change(&mut bytes);
        let file = tempfile::NamedTempFile::new().expect("a file");
        std::fs::write(file.path(), bytes).expect("written");
        let mut found = Vec::new();
        read(file.path(), |row| {
            found.push(Value::Object(row));
            Ok(())
        })?;
        Ok(found)
    }

    fn row(number: i64) -> Value {
        let odd = number % 2 != 0;
        let mut row = json!({ "text": format!("ü{number}"), "list": [number, "a"], "flag": odd, "whole": -number,
            "money": "-0.125", "float": 1.5, "time": "2026-03-01T12:00:00.25Z" });
        row.as_object_mut().expect("an object").retain(|name, _| !odd || name == "text" || name == "flag");
        row
    }

    #[test]
    fn rows_are_read_as_they_were_written() {
        // More than a group.
        let rows: Vec<Value> = (0..10_001).map(row).collect();
        assert_eq!(through(&rows, |_| {}).expect("read"), rows);
        assert_eq!(through(&[], |_| {}).expect("read"), [] as [Value; 0]);
        for (units, behind, text) in [(-5, 2, "-0.05"), (1250, 2, "12.50"), (0, 0, "0"), (-7, 0, "-7")] {
            assert_eq!(decimal(units, behind), text);
        }
    }

    #[test]
    fn files_of_others_and_damaged_ones_are_refused() {
        let refused = |change: fn(&mut Vec<u8>)| through(&[row(2)], change).expect_err("refused").cause.to_string();
        let foreign = |cause: &str| cause.contains("that `makini data export` wrote");
        assert!(foreign(&refused(Vec::clear)));
        assert!(foreign(&refused(|bytes| bytes.truncate(bytes.len() - 1))));
        let renamed = |bytes: &mut Vec<u8>| {
            let at = bytes.windows(WRITER.len()).position(|part| part == WRITER.as_bytes()).expect("there");
            bytes[at] = b'x';
        };
        assert!(foreign(&refused(renamed)));
        assert!(refused(|bytes| drop(bytes.drain(4..40))).contains("is damaged, or was cut off"));
    }

    proptest! {
        #[test]
        fn changed_bytes_are_read_or_refused(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4)) {
            let result = through(&[row(2), row(3)], |bytes| {
                for (place, byte) in changes {
                    let at = place.index(bytes.len());
                    bytes[at] = byte;
                }
            });
            if let Ok(rows) = result {
                prop_assert!(rows.len() <= 1 << 20);
            }
        }
    }
}
