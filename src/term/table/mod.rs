//! Tables without borders, one row per record.
//!
//! In a pipe a table is as wide as its text. On a terminal it is fitted: numbers, states, times and identifiers stay
//! whole, other text is wrapped at words, columns that do not fit are hidden in the order of their [`Importance`], and
//! where not even the essential ones fit, each row becomes a block of `key: value` lines. Every cell is made harmless
//! when it is put in, and measured after that.

mod fit;
mod write;

use self::fit::Extent;
pub use self::fit::Fit;
use super::sanitize::{clean, plain, width};
use super::style::Style;

/// Blanks between columns.
const GAP: usize = 2;

/// A state is a word or a few; what is longer is a sentence, and may be wrapped.
const LONGEST_STATE: usize = 28;

/// When a column may be hidden on a narrow terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Importance {
    /// Before all others.
    Minor,
    /// After the minor ones, from the right.
    #[default]
    Usual,
    /// Never.
    Essential,
}

/// One column.
#[derive(Clone, Debug, Default)]
pub struct Heading {
    /// The text above the cells.
    pub text: String,
    /// Aligned to the right, as numbers are.
    pub right: bool,
    /// When it may be hidden.
    pub importance: Importance,
}

/// How a table is to be shown.
#[derive(Clone, Copy, Debug)]
pub struct Layout {
    /// The columns of the terminal; without it every line is as long as its text.
    pub width: Option<usize>,
    /// Whether styles become colours.
    pub color: bool,
    /// Whether the headings are shown.
    pub header: bool,
    /// Whether each row is a block of `key: value` lines, however wide the terminal is.
    pub blocks: bool,
}

/// A cell in the table's text.
#[derive(Clone, Copy, Debug)]
struct Span {
    start: usize,
    end: usize,
    width: usize,
    style: Style,
    /// It is never wrapped.
    whole: bool,
}

/// A table being filled, row by row.
#[derive(Clone, Debug)]
pub struct Table {
    columns: Vec<Heading>,
    text: String,
    cells: Vec<Span>,
}

impl Table {
    /// An empty table.
    pub fn new(headings: Vec<Heading>) -> Self {
        let mut table = Self { columns: Vec::new(), text: String::new(), cells: Vec::new() };
        for heading in &headings {
            table.whole(&heading.text, Style::Heading);
        }
        table.columns = headings;
        table
    }

    /// A table for a key and its value.
    pub fn pair() -> Self {
        Self::new(vec![Heading::default(), Heading::default()])
    }

    /// Adds the next cell; a row is full when it has one for each heading. An identifier, a state and whatever stands
    /// in a column of numbers stays whole.
    pub fn cell(&mut self, text: &str, style: Style) {
        let column = self.cells.len() % self.columns.len().max(1);
        let is_number = self.columns.get(column).is_some_and(|heading| heading.right);
        let is_state = matches!(style, Style::Good | Style::Bad | Style::Caution) && width(text) <= LONGEST_STATE;
        self.add(text, style, is_number || is_state || style == Style::Id);
    }

    /// Adds the next cell, which stays whole on every terminal.
    pub fn whole(&mut self, text: &str, style: Style) {
        self.add(text, style, true);
    }

    fn copy(&mut self, text: &str, of: Span) {
        self.add(text, of.style, of.whole);
    }

    fn add(&mut self, text: &str, style: Style, whole: bool) {
        let start = self.text.len();
        let text = text.trim_end();
        let width = if plain(text) {
            self.text.push_str(text);
            text.len()
        } else {
            let clean = clean(text);
            self.text.push_str(&clean);
            width(&clean)
        };
        self.cells.push(Span { start, end: self.text.len(), width, style, whole });
    }

    /// Returns how many full rows there are, without the headings.
    pub fn rows(&self) -> usize {
        self.cells.len().checked_div(self.columns.len()).map_or(0, |rows| rows - 1)
    }

    /// Forgets the rows and keeps the headings.
    pub fn clear(&mut self) {
        self.cells.truncate(self.columns.len());
        self.text.truncate(self.cells.last().map_or(0, |last| last.end));
    }

    /// Returns how the table is laid out: as wide as its widest cells, or fitted to the terminal.
    pub fn fit(&self, layout: Layout) -> Fit {
        let extent = |heading: &Heading| Extent { natural: 1, whole: 1, importance: heading.importance };
        let mut extents: Vec<Extent> = self.columns.iter().map(extent).collect();
        for row in self.lines(layout) {
            for (extent, cell) in extents.iter_mut().zip(row) {
                extent.natural = extent.natural.max(cell.width);
                extent.whole = extent.whole.max(if cell.whole { cell.width } else { 0 });
            }
        }
        match layout.width {
            _ if layout.blocks => Fit::Blocks,
            Some(room) => fit::fit(&extents, room),
            None => Fit::Columns(extents.iter().map(|extent| extent.natural).collect()),
        }
    }

    /// Returns the table as it is printed.
    pub fn render(&self, layout: Layout) -> String {
        self.part(layout, &self.fit(layout), true)
    }

    /// Returns a part of a long table, laid out as its first part was.
    pub fn part(&self, layout: Layout, fit: &Fit, first: bool) -> String {
        // Not more than a few times the text, and not more than its lines are wide.
        let line = match fit {
            Fit::Columns(widths) => widths.iter().map(|width| width + GAP).sum(),
            Fit::Blocks => usize::MAX,
        };
        let most = line.saturating_mul(self.rows() + 1).min(self.text.len().saturating_mul(4) + 1024);
        let mut out = String::with_capacity(most);
        match fit {
            Fit::Columns(widths) => write::columns(self, layout, widths, &mut out),
            Fit::Blocks => write::blocks(self, layout, first, &mut out),
        }
        out
    }

    fn headings(&self) -> &[Span] {
        &self.cells[..self.columns.len()]
    }

    fn right(&self, column: usize) -> bool {
        self.columns[column].right
    }

    fn text(&self, cell: Span) -> &str {
        &self.text[cell.start..cell.end]
    }

    /// Returns the rows to print, the headings among them where they are shown.
    fn lines(&self, layout: Layout) -> impl Iterator<Item = &[Span]> {
        self.cells.chunks_exact(self.columns.len().max(1)).skip(usize::from(!layout.header))
    }
}

#[cfg(test)]
mod tests;
