//! A list that is shown while it still arrives: the streaming sibling of [`super::View`].

use jiff::Timestamp;
use serde::Serialize;

use super::cell::Column;
use super::display::Look;
use super::document::{self, Document};
use super::grid::Grid;
use super::json::{item_line, opening};
use super::page::Page;
use super::seen::Seen;
use super::{Answer, Format, Items, OutputOptions, present};
use crate::failure::Failure;
use crate::jq::Jq;
use crate::term::sanitize::clean_json;
use crate::term::table::{Fit, Layout, Table};
use crate::term::{Line, Term};

/// How many rows are looked at before the widths of a table are fixed.
const PAGE: usize = 100;

/// Items on their way to the output.
///
/// A table is printed page by page, in columns as wide as the first page needs; CSV and JSON lines item by item; JSON
/// as one document whose list grows. What needs the whole list (`--sort`, YAML, `--jq` on JSON) is held until the end.
pub struct Rows<'t, T: Serialize + 'static> {
    term: &'t Term,
    options: &'t OutputOptions,
    schema: &'static str,
    grid: GridOf<T>,
    /// Whether JSON has the columns that an item lacks.
    completes: bool,
    empty: &'static str,
    look: Look,
    /// Returns the time that ages are counted from: that of the clock which dated the items.
    now: Option<Box<dyn Fn() -> Timestamp + 't>>,
    jq: Option<Jq>,
    mode: Mode,
    /// What is not printed yet.
    held: Vec<T>,
    count: u64,
    /// Whether the note about formulas was printed.
    noted: bool,
    /// Whether completion offers the items.
    is_remembered: bool,
}

/// Makes a table of items.
type GridOf<T> = Box<dyn for<'x> Fn(&'x [T], &'x Look) -> Grid<'x>>;

enum Mode {
    Held,
    Table { fit: Option<Fit> },
    Csv,
    Json,
    Ndjson,
}

impl<'t, T: Serialize + 'static> Rows<'t, T> {
    /// Begins. Nothing is printed before the first item.
    ///
    /// # Errors
    /// [`crate::exit::Exit::Usage`] when the options contradict each other.
    pub fn new(
        term: &'t Term,
        options: &'t OutputOptions,
        schema: &'static str,
        columns: &'static [Column<T>],
        empty: &'static str,
    ) -> Result<Self, Failure> {
        let rows = Self::with_grid(term, options, schema, |items, look| Grid::of(items, columns, look), empty)?;
        Ok(Self { completes: true, ..rows })
    }

    /// Begins with columns that are known only now: `grid` makes a table of some items.
    ///
    /// # Errors
    /// As [`Rows::new`].
    pub fn with_grid(
        term: &'t Term,
        options: &'t OutputOptions,
        schema: &'static str,
        grid: impl for<'x> Fn(&'x [T], &'x Look) -> Grid<'x> + 'static,
        empty: &'static str,
    ) -> Result<Self, Failure> {
        options.check()?;
        let look = options.look(term);
        grid(&[], &look).prepare(options)?;
        let jq = options.jq.as_deref().map(|expression| Jq::new(super::JQ, expression, options.now)).transpose()?;
        let mode = match options.format() {
            _ if options.sort.is_some() => Mode::Held,
            Format::Ndjson => Mode::Ndjson,
            Format::Table => Mode::Table { fit: None },
            Format::Csv => Mode::Csv,
            Format::Json if jq.is_none() => Mode::Json,
            Format::Json | Format::Yaml => Mode::Held,
        };
        Ok(Self {
            term,
            options,
            schema,
            grid: Box::new(grid),
            completes: false,
            empty,
            look,
            now: None,
            jq,
            mode,
            held: Vec::new(),
            count: 0,
            noted: false,
            is_remembered: Seen::remembers(schema),
        })
    }

    /// Counts ages from what `now` returns when a row is printed: a sandbox's clock is known only after it was called.
    #[must_use]
    pub fn dated_by(mut self, now: impl Fn() -> Timestamp + 't) -> Self {
        self.now = Some(Box::new(now));
        self
    }

    /// Replaces what is printed where there is no item: the source turned out to be another one.
    #[must_use]
    pub fn or_else_empty(mut self, sentence: &'static str) -> Self {
        self.empty = sentence;
        self
    }

    /// Adds the next item.
    pub fn push(&mut self, item: T) -> Result<(), Failure> {
        self.count += 1;
        self.set_now();
        self.note(&item);
        match self.mode {
            Mode::Ndjson => {
                let text = self.text(&item)?;
                item_line(self.term, self.jq.as_ref(), &text)
            }
            Mode::Json => {
                let text = self.text(&item)?;
                let before = if self.count == 1 { opening(self.schema) + "[" } else { ",".to_owned() };
                Ok(self.term.data(|out| write!(out, "{before}\n{}", clean_json(&text)))?)
            }
            Mode::Held => {
                self.held.push(item);
                Ok(())
            }
            Mode::Table { .. } | Mode::Csv => {
                self.held.push(item);
                if self.held.len() >= PAGE { self.print() } else { Ok(()) }
            }
        }
    }

    /// Prints what is held back, and hands it on: for the end of a page, or before a wait.
    pub fn flush(&mut self) -> Result<(), Failure> {
        self.print()?;
        Ok(self.term.flush()?)
    }

    /// Ends the list, and returns how many items there were.
    pub fn finish(mut self) -> Result<u64, Failure> {
        self.set_now();
        self.print()?;
        match self.mode {
            Mode::Held => {
                let grid = (self.grid)(&self.held, &self.look).empty(self.empty);
                let repeated = &self.term.options().repeated;
                let json = || document::text(&self.held);
                let answer = Answer {
                    schema: self.schema,
                    items: Items::One,
                    json: &json,
                    grid: Some(grid),
                    look: &self.look,
                    repeated,
                };
                present(self.term, self.options, answer, &Page::grid)?;
            }
            Mode::Json if self.count == 0 => {
                let opening = opening(self.schema);
                self.term.data(|out| writeln!(out, "{opening}[]}}"))?;
            }
            Mode::Json => self.term.data(|out| out.write_all(b"\n]}\n"))?,
            Mode::Table { .. } if self.count == 0 => {
                let sentence = Line::new().commands(self.empty);
                if self.look.terminal {
                    let text = sentence.repeating(&self.term.options().repeated).render(self.look.color) + "\n";
                    self.term.data(|out| out.write_all(text.as_bytes()))?;
                } else {
                    self.term.status(sentence);
                }
            }
            Mode::Csv if self.count == 0 => self.csv(true)?,
            Mode::Table { .. } | Mode::Csv | Mode::Ndjson => {}
        }
        Ok(self.count)
    }

    fn print(&mut self) -> Result<(), Failure> {
        if self.held.is_empty() {
            return Ok(());
        }
        self.set_now();
        let first = self.count == self.held.len() as u64;
        match &self.mode {
            Mode::Csv => self.csv(first)?,
            Mode::Table { .. } => self.page(first)?,
            Mode::Held | Mode::Json | Mode::Ndjson => return Ok(()),
        }
        self.held.clear();
        Ok(())
    }

    fn set_now(&mut self) {
        if let Some(now) = &self.now {
            self.look.now = now();
        }
    }

    fn note(&self, item: &T) {
        if !self.is_remembered {
            return;
        }
        let grid = (self.grid)(std::slice::from_ref(item), &self.look);
        self.options.seen.add_rows(self.schema, &grid);
    }

    /// Returns an item as JSON, with the columns that its type does not have.
    fn text(&self, item: &T) -> Result<String, Failure> {
        let mut text = document::text(item)?;
        if self.completes {
            (self.grid)(std::slice::from_ref(item), &self.look).complete(0, &mut text);
        }
        Ok(text)
    }

    fn csv(&mut self, first: bool) -> Result<(), Failure> {
        let grid = (self.grid)(&self.held, &self.look).prepare(self.options)?;
        let header = first && !self.options.no_header;
        let records = Document::of(document::text(&self.held)?, Items::One, Some(&grid))?.records();
        let how = self.options.csv(self.term, header);
        let mut has_formula = false;
        self.term.data(|out| grid.csv(out, &records, how).map(|found| has_formula = found))?;
        how.warn(self.term, has_formula && !std::mem::replace(&mut self.noted, has_formula));
        Ok(())
    }

    fn page(&mut self, first: bool) -> Result<(), Failure> {
        let table: Table = (self.grid)(&self.held, &self.look).prepare(self.options)?.table();
        let width = self.look.terminal.then(|| usize::from(self.term.terminal().width));
        let wanted =
            Layout { width, color: self.look.color, header: !self.options.no_header, blocks: self.look.blocks };
        let Mode::Table { fit } = &mut self.mode else { return Ok(()) };
        let fit = fit.get_or_insert_with(|| table.fit(wanted));
        let text = table.part(Layout { header: first && wanted.header, ..wanted }, fit, first);
        Ok(self.term.data(|out| out.write_all(text.as_bytes()))?)
    }
}
