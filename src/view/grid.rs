//! A list as columns and rows, before anybody decided how to print it.

use std::cmp::Ordering;
use std::io;

use jiff::Timestamp;
use serde_json::Value;

use super::cell::{Align, Cell, Column, Head};
use super::display::Look;
use super::document::{self, field};
use super::{Format, OutputOptions};
use crate::failure::Failure;
use crate::term::Term;
use crate::term::sanitize::clean;
use crate::term::table::{Heading, Importance, Table};

/// Columns, and a way to get each cell. Cells are made when they are printed, and only those that are.
pub struct Grid<'a> {
    heads: Vec<Head>,
    rows: usize,
    cell: Box<dyn Fn(usize, usize) -> Cell<'a> + 'a>,
    /// Shown instead of an empty table.
    sentence: String,
    shown: Vec<usize>,
    /// The columns were chosen with `--columns`, so none of them is hidden.
    is_chosen: bool,
    order: Option<Vec<usize>>,
}

impl<'a> Grid<'a> {
    /// A grid of items by declared columns.
    pub fn of<T>(items: &'a [T], columns: &'a [Column<T>], look: &'a Look) -> Self {
        let heads = columns.iter().map(Column::head).collect();
        Self::new(heads, items.len(), move |row, column| (columns[column].cell)(&items[row], look))
    }

    /// A grid whose columns are known only now. A row that is too short is filled with empty cells.
    pub fn from_rows(heads: Vec<Head>, rows: Vec<Vec<Cell<'a>>>) -> Self {
        Self::new(heads, rows.len(), move |row, column| rows[row].get(column).cloned().unwrap_or_else(Cell::empty))
    }

    /// A grid of JSON objects, whose columns are the fields of all of them.
    pub fn of_objects(items: &'a [Value]) -> Self {
        let mut keys: Vec<&str> = Vec::new();
        for key in items.iter().filter_map(Value::as_object).flat_map(serde_json::Map::keys) {
            if !keys.contains(&key.as_str()) {
                keys.push(key);
            }
        }
        let heads = keys.iter().map(|key| Head::new((*key).to_owned(), key.to_uppercase())).collect();
        let cell = move |row: usize, column: usize| match items[row].get(keys[column]) {
            None | Some(Value::Null) => Cell::empty(),
            Some(Value::String(text)) => Cell::text(text.as_str()),
            Some(value) => Cell::text(value.to_string()),
        };
        Self::new(heads, items.len(), cell)
    }

    /// A grid that gets each cell by row and column.
    pub fn new(heads: Vec<Head>, rows: usize, cell: impl Fn(usize, usize) -> Cell<'a> + 'a) -> Self {
        let shown = (0..heads.len()).filter(|index| heads[*index].default).collect();
        Self {
            heads,
            rows,
            cell: Box::new(cell),
            sentence: "Nothing found.".into(),
            shown,
            is_chosen: false,
            order: None,
        }
    }

    /// Sets the sentence that is shown instead of a table without rows, with the next command in backticks.
    #[must_use]
    pub fn empty(mut self, sentence: impl Into<String>) -> Self {
        self.sentence = sentence.into();
        self
    }

    /// Returns how many rows there are.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Returns whether its columns have the keys of these.
    pub(super) fn has_keys(&self, heads: &[Head]) -> bool {
        self.heads.iter().map(|head| &head.key).eq(heads.iter().map(|head| &head.key))
    }

    pub(super) fn sentence(&self) -> &str {
        &self.sentence
    }

    /// Returns the machine value of a row in the column with this key; nothing where there is none.
    pub(super) fn value(&self, row: usize, key: &str) -> String {
        let column = self.heads.iter().position(|head| head.key == key);
        column.map(|column| (self.cell)(row, column).value().to_owned()).unwrap_or_default()
    }

    /// Applies `--columns` and `--sort`.
    ///
    /// # Errors
    /// [`crate::exit::Exit::Usage`] with the known columns, when one is named that is not there.
    pub fn prepare(mut self, options: &OutputOptions) -> Result<Self, Failure> {
        if !options.columns.is_empty() {
            self.is_chosen = true;
            self.shown = Vec::new();
            for key in &options.columns {
                let column = self.find(key)?;
                if self.shown.contains(&column) {
                    return Err(Failure::usage(format!("column `{}` is named twice", self.heads[column].key)));
                }
                self.shown.push(column);
            }
        }
        if let Some(sort) = &options.sort {
            let (key, down) = sort.strip_prefix('-').map_or((sort.as_str(), false), |key| (key, true));
            self.order = Some(self.sorted(self.find(key)?, down));
        }
        Ok(self)
    }

    fn find(&self, key: &str) -> Result<usize, Failure> {
        let key = key.trim();
        let whole = self.heads.iter().position(|head| head.key.eq_ignore_ascii_case(key));
        let starts = |head: &Head| head.key.get(..key.len()).is_some_and(|start| start.eq_ignore_ascii_case(key));
        let begun = || self.heads.iter().position(|head| key.len() >= 3 && starts(head));
        whole.or_else(begun).ok_or_else(|| {
            let known: Vec<&str> = self.heads.iter().map(|head| head.key.as_ref()).collect();
            Failure::usage(format!("there is no column `{}`", clean(key)))
                .hint(format!("the columns are {}", clean(&known.join(", "))))
        })
    }

    fn sorted(&self, column: usize, down: bool) -> Vec<usize> {
        let keys: Vec<Key> = (0..self.rows).map(|row| Key::of((self.cell)(row, column).value())).collect();
        let mut order: Vec<usize> = (0..self.rows).collect();
        order.sort_by(|a, b| match (&keys[*a], &keys[*b]) {
            // Nothing comes last, whichever way round.
            (Key::Nothing, Key::Nothing) => Ordering::Equal,
            (Key::Nothing, _) => Ordering::Greater,
            (_, Key::Nothing) => Ordering::Less,
            (a, b) if down => b.compare(a),
            (a, b) => a.compare(b),
        });
        order
    }

    /// Returns the order of the rows where `--sort` gave one.
    pub(super) fn order(&self) -> Option<&[usize]> {
        self.order.as_deref()
    }

    /// Adds to the JSON of an item the columns that it lacks.
    pub(super) fn complete(&self, row: usize, item: &mut String) {
        let columns = (0..self.heads.len()).map(|column| {
            let cell = (self.cell)(row, column);
            (self.heads[column].key.as_ref(), typed(&cell, self.heads[column].align))
        });
        document::complete(item, columns);
    }

    fn lines(&self) -> impl Iterator<Item = usize> {
        (0..self.rows).map(|row| self.order.as_ref().map_or(row, |order| order[row]))
    }

    pub(super) fn table(&self) -> Table {
        let mut headings: Vec<Heading> = self.shown.iter().map(|index| heading(&self.heads[*index])).collect();
        if self.is_chosen {
            for heading in &mut headings {
                heading.importance = Importance::Essential;
            }
        } else if let Some(first) = headings.first_mut() {
            // Whatever else is hidden, a row can be recognised.
            first.importance = Importance::Essential;
        }
        let mut table = Table::new(headings);
        self.fill(&mut table);
        table
    }

    pub(super) fn fill(&self, table: &mut Table) {
        for row in self.lines() {
            for column in &self.shown {
                let cell = (self.cell)(row, *column);
                if cell.whole { table.whole(&cell.text, cell.style) } else { table.cell(&cell.text, cell.style) }
            }
        }
    }

    /// Writes the machine values. The data is exact: nothing is escaped but by the rules of CSV, and by those of
    /// [`Csv`]. Returns whether a cell is written that a spreadsheet would run as a formula.
    ///
    /// A value is that of the JSON under the same key, so that it is one in every format.
    pub(super) fn csv(&self, out: &mut dyn io::Write, records: &[Value], how: Csv) -> io::Result<bool> {
        self.write_csv(csv::Writer::from_writer(out), records, how).map_err(|error| {
            match error.into_kind() {
                // The kind of this error distinguishes a closed pipe from a full disk.
                csv::ErrorKind::Io(error) => error,
                other => io::Error::other(format!("{other:?}")),
            }
        })
    }

    fn write_csv(&self, mut csv: csv::Writer<&mut dyn io::Write>, records: &[Value], how: Csv) -> csv::Result<bool> {
        let Csv { header, terminal, spreadsheet } = how;
        let mut has_formula = false;
        let shown = |text: &str| if terminal { clean(text).into_owned() } else { text.to_owned() };
        if header && !self.shown.is_empty() {
            csv.write_record(self.shown.iter().map(|index| shown(&self.heads[*index].key)))?;
        }
        // A table of something else than the items has values of its own.
        let has_records = records.len() == self.rows;
        for row in self.lines() {
            for column in &self.shown {
                let record = records.get(row).filter(|_| has_records);
                let value = record.and_then(|record| field(record, &self.heads[*column].key));
                let value = value.map_or_else(|| (self.cell)(row, *column).value().to_owned(), Into::into);
                let formula = is_formula(&value);
                has_formula |= formula && !spreadsheet;
                csv.write_field(shown(&if formula && spreadsheet { format!("'{value}") } else { value }))?;
            }
            csv.write_record(None::<&[u8]>)?;
        }
        csv.flush()?;
        Ok(has_formula)
    }
}

/// How CSV is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Csv {
    /// With a line of keys.
    pub(super) header: bool,
    /// For a terminal, which must not obey control characters.
    pub(super) terminal: bool,
    /// For a spreadsheet, which must not run a cell: `'` stands before what it would take for a formula.
    pub(super) spreadsheet: bool,
}

impl Csv {
    /// Says once what a spreadsheet would do with what was written.
    pub(super) fn warn(self, term: &Term, has_formula: bool) {
        if has_formula && !self.terminal {
            term.note("some cells begin as a formula; for a spreadsheet write them with `--spreadsheet`");
        }
    }
}

/// Returns whether a spreadsheet takes a text for a formula. A number with a sign is one.
fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r']) && text.parse::<f64>().is_err()
}

fn heading(head: &Head) -> Heading {
    Heading { text: head.heading.to_string(), right: head.align == Align::Right, importance: head.importance }
}

/// Returns the machine value of a cell as JSON.
fn typed(cell: &Cell<'_>, align: Align) -> Value {
    match cell.value() {
        "" => Value::Null,
        "true" => true.into(),
        "false" => false.into(),
        text if align == Align::Right || cell.whole => serde_json::from_str(text).unwrap_or_else(|_| text.into()),
        text => text.into(),
    }
}

/// What a cell is sorted by.
enum Key {
    Nothing,
    Number(f64),
    Time(Timestamp),
    Text(String),
}

impl Key {
    fn of(value: &str) -> Self {
        if value.is_empty() {
            Self::Nothing
        } else if let Some(number) = value.parse().ok().filter(|number: &f64| number.is_finite()) {
            Self::Number(number)
        } else if let Ok(time) = value.parse() {
            Self::Time(time)
        } else {
            Self::Text(value.to_lowercase())
        }
    }

    fn compare(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => a.total_cmp(b),
            (Self::Time(a), Self::Time(b)) => a.cmp(b),
            (Self::Text(a), Self::Text(b)) => a.cmp(b),
            // Numbers before times before words, so that the order is one order.
            _ => self.rank().cmp(&other.rank()),
        }
    }

    fn rank(&self) -> u8 {
        match self {
            Self::Number(_) => 0,
            Self::Time(_) => 1,
            Self::Text(_) => 2,
            Self::Nothing => 3,
        }
    }
}

/// Refuses what a format cannot do, before any work is done for it.
pub(super) fn check(options: &OutputOptions) -> Result<(), Failure> {
    let format = options.format();
    if options.jq.is_some() && matches!(format, Format::Yaml | Format::Csv) {
        let name = if format == Format::Yaml { "yaml" } else { "csv" };
        return Err(Failure::usage(format!("`--jq` works on JSON, and `-o {name}` asks for something else"))
            .hint("leave `-o` away; `--jq` can write its own text, for example with `@csv`"));
    }
    if !options.columns.is_empty() && !matches!(format, Format::Table | Format::Csv) {
        return Err(Failure::usage("`--columns` picks the columns of a table or of CSV")
            .hint("pick fields of JSON with `--jq`, for example `--jq '.data[] | {id, name}'`"));
    }
    Ok(())
}
