//! Files of rows: CSV with a header, or a JSON object on each line.

mod object;
mod quotes;

use std::path::Path;

use csv::{ByteRecord, ReaderBuilder};
use serde_json::{Map, Value};

use crate::context::Context;
use crate::failure::Failure;
use crate::files;
use crate::view::counted;

/// Maximum length of a file, in bytes.
const LARGEST: u64 = 256 << 20;

/// Columns that begin with it are for people, as those that an import adds to refused rows: they are not sent.
const ASIDE: char = '_';

/// The file with the rows.
#[derive(clap::Args, Clone, Debug)]
pub(super) struct SourceArg {
    /// File with the rows: CSV with a header, or JSON lines
    ///
    /// `,`, `;` and tabs separate columns, whichever the header has most. Columns whose names begin with `_` are left out,
    /// and so are rows of CSV without any value.
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
    pub(super) fields: Result<Map<String, Value>, Broken>,
}

/// What is no row.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Broken {
    pub(super) reason: String,
    /// Its text in the file.
    pub(super) raw: String,
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
        // A file in UTF-16 has a NUL in every ASCII character.
        if bytes.starts_with(b"\xff\xfe")
            || bytes.starts_with(b"\xfe\xff")
            || bytes.iter().take(64).any(|byte| *byte == 0)
        {
            return Err("it is UTF-16 or no text: save it as UTF-8 (in Excel: `CSV UTF-8`)".into());
        }
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
                let first = text.trim_start().lines().next().unwrap_or_default().trim();
                if first.len() <= 5 && first.to_ascii_lowercase().starts_with("sep=") {
                    return Err(format!(
                        "its first line `{first}` is no header: delete that line, the header shows what separates columns"
                    ));
                }
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

/// Returns what separates columns: what a header has most of.
pub(super) fn delimiter_of(header: &[u8]) -> u8 {
    let count = |delimiter: u8| memchr::memchr_iter(delimiter, header).count();
    // Of equals the last is the greatest.
    [b'\t', b';', b','].into_iter().max_by_key(|delimiter| count(*delimiter)).unwrap_or(b',')
}

fn object((line, text): (u64, &str)) -> Record {
    let broken = |error| Broken { reason: format!("is no JSON object: {error}"), raw: text.to_owned() };
    let fields = object::parse(text).map_err(broken);
    Record { line, fields }
}

impl Columns {
    fn of(text: &str) -> Result<Self, String> {
        let delimiter = delimiter_of(text.trim_start().lines().next().unwrap_or_default().as_bytes());
        quotes::check(text, delimiter)?;
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
        let mut reader = self.reader(text);
        let mut cells = ByteRecord::new();
        let mut is_header = true;
        let place = |at: &csv::Position| usize::try_from(at.byte()).unwrap_or(usize::MAX);
        std::iter::from_fn(move || {
            loop {
                let (start, line) = (place(reader.position()), reader.position().line());
                if !reader.read_byte_record(&mut cells).ok()? {
                    return None;
                }
                // Spreadsheets end with rows of nothing but separators.
                let is_blank = cells.iter().all(|cell| cell.trim_ascii().is_empty());
                if std::mem::take(&mut is_header) || is_blank {
                    continue;
                }
                let raw = text.get(start..place(reader.position())).unwrap_or_default();
                // Empty lines before a record count as its own.
                let empty = raw.bytes().take_while(|byte| matches!(byte, b'\r' | b'\n')).filter(|byte| *byte == b'\n');
                return Some(Record { line: line + empty.count() as u64, fields: self.fields(&cells, raw) });
            }
        })
    }

    fn fields(&self, cells: &ByteRecord, raw: &str) -> Result<Map<String, Value>, Broken> {
        let names = self.names.len();
        if cells.len() != names {
            let reason = format!("has {}, and the header has {names}", counted(cells.len() as u64, "column"));
            return Err(Broken { reason, raw: raw.trim_matches(['\r', '\n']).to_owned() });
        }
        let filled = self.names.iter().zip(cells.iter()).filter(|(_, cell)| !cell.is_empty());
        let text = |cell: &[u8]| Value::from(String::from_utf8_lossy(cell).into_owned());
        Ok(filled.map(|(name, cell)| (name.clone(), text(cell))).collect())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn rows(text: &str) -> Vec<(u64, Result<Value, String>)> {
        let source = Source::parse(text.into()).expect("rows");
        let reason = |broken: Broken| broken.reason;
        source.records().map(|record| (record.line, record.fields.map(Value::Object).map_err(reason))).collect()
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
        assert_eq!(
            rows("a;b\n;\n ; \n\nx\n1;2\n;;;\n"),
            [(5, Err("has 1 column, and the header has 2".into())), (6, Ok(json!({"a": "1", "b": "2"}))),]
        );
        let broken = Source::parse(b"a,b\n\n\"x\",1,\"y\nz\"\r\n1,2\n{".to_vec()).expect("rows");
        let raw: Vec<String> = broken.records().filter_map(|record| record.fields.err().map(|it| it.raw)).collect();
        assert_eq!(raw, ["\"x\",1,\"y\nz\"", "{"]);
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
            (b"a,b\n\"x,1\ny,2\n", "quote not closed (opened in line 2)"),
            (b"a,b\n\"x\"z,1\n", "text after a closing quote in line 2"),
            (b"\xff\xfea\0,\0b\0\n\0", "save it as UTF-8"),
            (b"a\0,\0b\0\n\0", "save it as UTF-8"),
            (b"sep=;\na;b\n", "delete that line"),
        ] {
            assert!(Source::parse(bytes.to_vec()).is_err_and(|reason| reason.contains(why)), "{why}");
        }
    }
}
