//! Files of rows: CSV with a header, or a JSON object on each line.

use std::path::Path;

use csv::{ByteRecord, ReaderBuilder};
use serde_json::{Map, Value};

use crate::context::Context;
use crate::failure::Failure;
use crate::files;

/// Maximum length of a file, in bytes.
const LARGEST: u64 = 256 << 20;

/// Columns that begin with it are for people, as those that an import adds to refused rows: they are not sent.
const ASIDE: char = '_';

/// The file with the rows.
#[derive(clap::Args, Clone, Debug)]
pub(super) struct SourceArg {
    /// File with the rows: CSV with a header, or JSON lines
    ///
    /// `,`, `;` and tabs separate columns, whichever the header has most. Columns whose names begin with `_` are left out.
    #[arg(value_name = "FILE")]
    pub(super) file: std::path::PathBuf,
}

/// Rows as they stand in a file.
#[derive(Debug)]
pub(super) struct Source {
    text: String,
    columns: Option<Columns>,
}

/// The columns of a CSV file.
#[derive(Debug)]
struct Columns {
    names: Vec<String>,
    delimiter: u8,
}

/// One row of a file.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Record {
    /// Line where it begins, from 1.
    pub(super) line: u64,
    /// Its fields, or why it is no row.
    pub(super) fields: Result<Map<String, Value>, String>,
}

impl Source {
    /// Reads a file.
    ///
    /// # Errors
    /// [`crate::exit::Exit::Usage`] where it is no text, or its header names a column twice; [`crate::exit::Exit::Local`]
    /// where it cannot be read.
    pub(super) fn read(ctx: &Context, file: &Path) -> Result<Self, Failure> {
        let bytes = if file == Path::new("-") {
            if ctx.term.terminal().stdin {
                return Err(Failure::usage("nothing is piped into stdin").hint("pipe the rows in, or name a file"));
            }
            ctx.term.read_stdin(LARGEST)?
        } else {
            files::read(file, LARGEST).map_err(|error| Failure::unreadable(file.display(), &error))?
        };
        Self::parse(bytes)
            .map_err(|reason| Failure::usage(reason).during(format!("could not use `{}`", file.display())))
    }

    fn parse(bytes: Vec<u8>) -> Result<Self, String> {
        let text = String::from_utf8(bytes).map_err(|error| {
            let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            let line = valid.split(|byte| *byte == b'\n').count();
            format!("it is not UTF-8 in line {line}")
        })?;
        let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
        match text.trim_start().chars().next() {
            None => Err("it is empty".into()),
            Some('{') => Ok(Self { text, columns: None }),
            Some('[') => Err("it is one JSON list: it takes a JSON object on each line, or CSV".into()),
            Some(_) => {
                let columns = Columns::of(&text)?;
                Ok(Self { text, columns: Some(columns) })
            }
        }
    }

    /// Returns its columns, where it is CSV.
    pub(super) fn columns(&self) -> Option<&[String]> {
        self.columns.as_ref().map(|columns| &columns.names[..])
    }

    /// Returns whether values are texts, which the fields' types make something of.
    pub(super) fn is_text(&self) -> bool {
        self.columns.is_some()
    }

    /// Walks the rows.
    pub(super) fn records(&self) -> Box<dyn Iterator<Item = Record> + '_> {
        match &self.columns {
            Some(columns) => Box::new(columns.records(&self.text)),
            None => Box::new((1..).zip(self.text.lines()).filter(|(_, text)| !text.trim().is_empty()).map(object)),
        }
    }
}

/// Returns whether a column or a field is for people, and not sent.
pub(super) fn is_aside(name: &str) -> bool {
    name.trim_start().starts_with(ASIDE)
}

fn object((line, text): (u64, &str)) -> Record {
    let fields =
        serde_json::from_str::<Map<String, Value>>(text).map_err(|error| format!("is no JSON object: {error}"));
    Record { line, fields }
}

impl Columns {
    fn of(text: &str) -> Result<Self, String> {
        let header = text.trim_start().lines().next().unwrap_or_default();
        let count = |delimiter: u8| header.bytes().filter(|byte| *byte == delimiter).count();
        // Of equals the last is the greatest.
        let delimiter = [b'\t', b';', b','].into_iter().max_by_key(|delimiter| count(*delimiter)).unwrap_or(b',');
        let mut this = Self { names: Vec::new(), delimiter };
        let mut reader = this.reader(text);
        let mut first = ByteRecord::new();
        reader.read_byte_record(&mut first).map_err(|error| error.to_string())?;
        for (name, at) in first.iter().zip(1..) {
            let name = String::from_utf8_lossy(name).trim().to_owned();
            if name.is_empty() {
                return Err(format!("column {at} has no name in the header"));
            }
            if this.names.iter().any(|known| known.eq_ignore_ascii_case(&name)) {
                return Err(format!("its header has the column `{name}` twice"));
            }
            this.names.push(name);
        }
        Ok(this)
    }

    fn reader<'t>(&self, text: &'t str) -> csv::Reader<&'t [u8]> {
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(self.delimiter).from_reader(text.as_bytes())
    }

    fn records<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Record> + 't {
        // The first record is the header.
        self.reader(text).into_byte_records().skip(1).map_while(|found| {
            let record = found.ok()?;
            let line = record.position().map_or(0, |at| {
                // Empty lines before a record count as its own.
                let rest = text.as_bytes().get(usize::try_from(at.byte()).unwrap_or(usize::MAX)..).unwrap_or_default();
                let empty = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).filter(|byte| **byte == b'\n');
                at.line() + empty.count() as u64
            });
            let names = self.names.len();
            if record.len() != names {
                let fields = Err(format!("has {} columns, and the header has {names}", record.len()));
                return Some(Record { line, fields });
            }
            let cells = self.names.iter().zip(record.iter());
            let filled = cells.filter(|(_, cell)| !cell.is_empty());
            let text = |cell: &[u8]| Value::from(String::from_utf8_lossy(cell).into_owned());
            Some(Record { line, fields: Ok(filled.map(|(name, cell)| (name.clone(), text(cell))).collect()) })
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn rows(text: &str) -> Vec<(u64, Result<Value, String>)> {
        let source = Source::parse(text.into()).expect("rows");
        source.records().map(|record| (record.line, record.fields.map(Value::Object))).collect()
    }

    #[test]
    fn rows_have_the_line_that_they_begin_in() {
        let text = "\u{feff}title;notes\nPump;\"two\nlines; quoted\"\n\nSeal;\nx;y;z\n";
        assert_eq!(
            rows(text),
            [
                (2, Ok(json!({"title": "Pump", "notes": "two\nlines; quoted"}))),
                (5, Ok(json!({"title": "Seal"}))),
                (6, Err("has 3 columns, and the header has 2".into())),
            ]
        );
        assert_eq!(rows("a\tb,c\td\r\n1\t2\t3\r\n"), [(2, Ok(json!({"a": "1", "b,c": "2", "d": "3"})))]);
        assert_eq!(rows("title\nx"), [(2, Ok(json!({"title": "x"})))]);
        let found = rows("{\"title\":\"x\"}\n\n5\n");
        assert_eq!(found[0], (1, Ok(json!({"title": "x"}))));
        assert!(found[1].0 == 3 && found[1].1.as_ref().is_err_and(|why| why.starts_with("is no JSON object")));
    }

    #[test]
    fn a_file_that_has_no_rows_is_refused() {
        for (bytes, why) in [
            (&b""[..], "empty"),
            (b" \n", "empty"),
            (b"[{}]", "one JSON list"),
            (b"a,b\n1,\xff\n", "not UTF-8 in line 2"),
            (b"a,,b\n", "column 2 has no name"),
            (b"a,A\n", "twice"),
        ] {
            assert!(Source::parse(bytes.to_vec()).is_err_and(|reason| reason.contains(why)), "{why}");
        }
    }
}
