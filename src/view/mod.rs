//! How each value looks: to a person, and to a program.
//!
//! Work returns a value; [`show`] prints it in the chosen format. The program's half comes from the type
//! itself ([`Serialize`]); a [`View`] adds only the person's half, its table, and how the process ends. In JSON every
//! command has the same shape: `{"schema":"makini/connections.list/1","data":…}`. The number grows only when a field
//! goes away or changes its meaning; new fields may come at any time.

mod cell;
mod columns;
pub mod connections;
mod display;
mod document;
mod exact;
pub mod failure;
mod grid;
mod json;
mod list;
mod page;
pub mod removed;
mod rows;
mod seen;
pub mod sync;

use jiff::Timestamp;
use serde::Serialize;

pub use cell::{Align, Cell, Column, Head};
pub use columns::Columns;
pub use display::{Look, bytes, count, counted, span};
pub use grid::Grid;
pub use list::{List, ListOr, Listed};
pub use page::{Card, Page};
pub use rows::Rows;
pub use seen::{Kinds, Seen, most_of_all};

use self::document::Document;
use self::grid::Csv;
use crate::clock::Zone;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::jq::Jq;
use crate::shell::RepeatedOptions;
use crate::term::{OutputError, Term};

/// The option of the expression that an answer is filtered with.
const JQ: &str = "--jq";

/// Output format.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// For people; the default
    #[default]
    Table,
    /// One JSON document
    Json,
    /// One JSON value per line and item
    Ndjson,
    /// The same document as JSON, in YAML
    Yaml,
    /// The table with the values behind it, separated by commas
    Csv,
}

/// Output options of the command line.
#[derive(Clone, Debug)]
pub struct OutputOptions {
    /// `--output`, if it was given.
    pub format: Option<Format>,
    /// `--jq`: an expression over exactly what `-o json` prints, or over each item with `-o ndjson`.
    pub jq: Option<String>,
    /// `--columns`: keys, in the order they are to be shown. Empty for the default.
    pub columns: Vec<String>,
    /// `--sort`: a key, downwards with a `-` before it.
    pub sort: Option<String>,
    /// `--no-header`.
    pub no_header: bool,
    /// `--spreadsheet`.
    pub spreadsheet: bool,
    /// The time "3 minutes ago" is counted from.
    pub now: Timestamp,
    /// The zone people read times in.
    pub zone: Zone,
    /// Collects what is shown, for completion.
    pub seen: Seen,
}

impl OutputOptions {
    /// Defaults.
    pub fn new(now: Timestamp, zone: impl Into<Zone>) -> Self {
        let zone = zone.into();
        let (columns, seen) = (Vec::new(), Seen::default());
        Self { format: None, jq: None, columns, sort: None, no_header: false, spreadsheet: false, now, zone, seen }
    }

    fn csv(&self, term: &Term, header: bool) -> Csv {
        Csv { header, terminal: term.terminal().stdout, spreadsheet: self.spreadsheet }
    }

    /// Returns the format in effect: `--jq` works on JSON, so it implies it.
    pub fn format(&self) -> Format {
        match (self.format, &self.jq) {
            (None | Some(Format::Table), Some(_)) => Format::Json,
            (format, _) => format.unwrap_or_default(),
        }
    }

    /// Refuses what the answer `V` cannot be shown with: a command calls this before it does its work.
    ///
    /// # Errors
    /// [`Exit::Usage`], also for an unknown column, and for an expression of `--jq` that does not compile.
    pub fn check_for<V: View>(&self) -> Result<(), Failure> {
        self.check()?;
        V::columns().check(self)
    }

    /// Refuses options for a table where a command has none.
    ///
    /// # Errors
    /// [`Exit::Usage`], as [`OutputOptions::check_for`].
    pub fn check_without_table(&self) -> Result<(), Failure> {
        self.check()?;
        columns::without_table(self)
    }

    /// Refuses combinations that cannot be, whatever the answer is.
    ///
    /// # Errors
    /// [`Exit::Usage`], also for an expression of `--jq` that does not compile.
    pub fn check(&self) -> Result<(), Failure> {
        grid::check(self)?;
        self.jq.as_deref().map_or(Ok(()), |expression| Jq::new(JQ, expression, self.now).map(drop))
    }

    /// Returns how values are shown on this terminal.
    pub fn look(&self, term: &Term) -> Look {
        let terminal = term.terminal().stdout && self.format() == Format::Table;
        let blocks = term.options().accessible && self.format() == Format::Table;
        Look { now: self.now, zone: self.zone.clone(), color: term.color_stdout(), terminal, blocks }
    }
}

/// What an answer that is an object consists of: the lines of `-o ndjson`, and the values of CSV.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Items {
    /// It is one thing.
    One,
    /// The list under this key, or the entries of the object under it.
    Under(&'static str),
    /// The rows of its table, which its JSON holds in another structure.
    Rows,
}

/// A value that can be shown.
pub trait View: Serialize {
    /// The name and the version of its JSON, such as `connections.list/1`.
    const SCHEMA: &'static str;

    /// What `-o ndjson` prints on a line each, where the answer is not itself a list.
    const ITEMS: Items = Items::One;

    /// Returns the columns of its table, so that unknown ones are refused before a command acts.
    fn columns() -> Columns {
        Columns::None
    }

    /// Writes what a person reads. Without an implementation that is the table.
    fn human(&self, page: &mut Page<'_>) {
        page.grid();
    }

    /// Returns its main table: what `--columns`, `--sort` and `-o csv` work on.
    fn table<'a>(&'a self, look: &'a Look) -> Option<Grid<'a>> {
        let _ = look;
        None
    }

    /// Returns how the process ends after showing this.
    fn exit(&self) -> Exit {
        Exit::Ok
    }
}

/// Prints a value, and returns how the process ends.
///
/// # Errors
/// [`Exit::Usage`] when the options name what this value does not have; [`Exit::Ok`] when the reader has closed the
/// pipe; [`Exit::Local`] when the output could not be written.
pub fn show<V: View>(term: &Term, options: &OutputOptions, view: &V) -> Result<Exit, Failure> {
    let look = options.look(term);
    let repeated = &term.options().repeated;
    let grid = view.table(&look);
    debug_assert!(V::columns().fit(grid.as_ref()), "{}: `columns` does not declare those of its table", V::SCHEMA);
    let json = || document::text(view);
    let answer = Answer { schema: V::SCHEMA, items: V::ITEMS, json: &json, grid, look: &look, repeated };
    match present(term, options, answer, &|page| view.human(page)) {
        // A reader that has seen enough (`| head`) does not change the outcome of the command.
        Err(failure) if !failure.cause.is::<OutputError>() || failure.exit != Exit::Ok => Err(failure),
        _ => Ok(view.exit()),
    }
}

/// What there is to print. Without the type of the view: code is made for each type, and there are many.
struct Answer<'a> {
    schema: &'static str,
    items: Items,
    /// Serializes it.
    json: &'a dyn Fn() -> Result<String, Failure>,
    grid: Option<Grid<'a>>,
    look: &'a Look,
    repeated: &'a RepeatedOptions,
}

fn present<'a>(
    term: &Term,
    options: &OutputOptions,
    answer: Answer<'a>,
    human: &dyn Fn(&mut Page<'a>),
) -> Result<(), Failure> {
    options.check()?;
    let grid = if let Some(grid) = answer.grid {
        options.seen.add_rows(answer.schema, &grid);
        Some(grid.prepare(options)?)
    } else {
        columns::without_table(options)?;
        None
    };
    match options.format() {
        Format::Table => {
            let width = term.terminal().stdout.then(|| usize::from(term.terminal().width));
            let mut page = Page::new(answer.look, answer.repeated, width, !options.no_header, grid);
            human(&mut page);
            let (text, aside) = page.finish();
            term.page(&text)?;
            for line in aside {
                term.status(line);
            }
        }
        Format::Csv => {
            let grid = grid.expect("checked above");
            let records = Document::of((answer.json)()?, answer.items, Some(&grid))?.records();
            let how = options.csv(term, !options.no_header);
            let mut has_formula = false;
            term.data(|out| grid.csv(out, &records, how).map(|found| has_formula = found))?;
            how.warn(term, has_formula);
        }
        Format::Json | Format::Ndjson | Format::Yaml => {
            let mut document = Document::of((answer.json)()?, answer.items, grid.as_ref())?;
            document.sort(grid.as_ref());
            json::print(term, options, answer.schema, document)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
