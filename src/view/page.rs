//! What a person reads: lines, tables and cards, collected and printed at once.

use super::cell::Cell;
use super::display::Look;
use super::grid::Grid;
use crate::term::sanitize::{clean, width};
use crate::term::table::{Fit, Layout, Table};
use crate::term::{Line, Style};

/// A page being written. Everything put into it is made harmless.
pub struct Page<'a> {
    out: String,
    look: &'a Look,
    /// The columns of the terminal, where there is one.
    width: Option<usize>,
    header: bool,
    main: Option<Grid<'a>>,
    /// Lines for stderr.
    aside: Vec<Line>,
}

impl<'a> Page<'a> {
    pub(super) fn new(look: &'a Look, width: Option<usize>, header: bool, main: Option<Grid<'a>>) -> Self {
        Self { out: String::new(), look, width, header, main, aside: Vec::new() }
    }

    pub(super) fn finish(self) -> (String, Vec<Line>) {
        (self.out, self.aside)
    }

    /// Returns what the look of values depends on.
    pub fn look(&self) -> &'a Look {
        self.look
    }

    /// Returns the columns there are; in a pipe there is no end to them.
    pub fn width(&self) -> usize {
        self.width.unwrap_or(usize::MAX)
    }

    /// Writes a line.
    pub fn line(&mut self, line: impl Into<Line>) {
        self.out += &line.into().render(self.look.color);
        self.out.push('\n');
    }

    /// Writes a line that stands `columns` to the right.
    pub fn indented(&mut self, columns: usize, line: impl Into<Line>) {
        self.out.extend(std::iter::repeat_n(' ', columns));
        self.line(line);
    }

    /// Writes an empty line.
    pub fn blank(&mut self) {
        self.out.push('\n');
    }

    /// Writes the title of what follows.
    pub fn heading(&mut self, title: &str) {
        self.line(Line::new().heading(title));
    }

    /// Writes a text of many lines.
    pub fn text(&mut self, text: &str) {
        for line in text.lines() {
            self.line(line);
        }
    }

    /// Writes the view's main table with the columns and order of the options, or the sentence for an empty one.
    pub fn grid(&mut self) {
        if let Some(grid) = self.main.take() {
            self.table(&grid);
            self.main = Some(grid);
        }
    }

    /// Writes a further table.
    pub fn table(&mut self, grid: &Grid<'_>) {
        if grid.rows() == 0 {
            let sentence = Line::new().commands(grid.sentence());
            // In a pipe an empty table is no line at all, so that counting lines counts rows.
            if self.look.terminal {
                self.line(sentence);
            } else {
                self.aside.push(sentence);
            }
        } else {
            self.out += &grid.table().render(self.layout(self.header));
        }
    }

    /// Writes the rows of a table without its headings.
    pub fn rows(&mut self, grid: &Grid<'_>) {
        self.out += &grid.table().render(self.layout(false));
    }

    /// Writes the details of one thing.
    pub fn card(&mut self, card: &Card<'_>) {
        let layout = Layout { width: None, ..self.layout(false) };
        let labels = card.rows.iter().filter_map(|row| row.as_ref().ok()).map(|(label, _)| width(&clean(label)));
        let fit = Fit::Columns(vec![labels.max().unwrap_or(0) + 1, 1]);
        for row in &card.rows {
            match row {
                Ok((label, cell)) => {
                    let mut table = Table::pair();
                    table.cell(&format!("{label}:"), Style::Muted);
                    table.cell(&cell.text, cell.style);
                    self.out += &table.part(layout, &fit, true);
                }
                Err(title) => {
                    if !self.out.is_empty() {
                        self.blank();
                    }
                    self.heading(title);
                }
            }
        }
    }

    fn layout(&self, header: bool) -> Layout {
        Layout { width: self.width, color: self.look.color, header }
    }
}

/// The details of one thing: labels and values, in sections where there are many.
#[derive(Clone, Debug, Default)]
pub struct Card<'a> {
    /// A label with its value, or the title of a section.
    rows: Vec<Result<(String, Cell<'a>), String>>,
}

impl<'a> Card<'a> {
    /// An empty card.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a value.
    #[must_use]
    pub fn row(mut self, label: impl Into<String>, cell: Cell<'a>) -> Self {
        self.rows.push(Ok((label.into(), cell)));
        self
    }

    /// Adds a value if there is one.
    #[must_use]
    pub fn opt(self, label: impl Into<String>, cell: Option<Cell<'a>>) -> Self {
        match cell {
            Some(cell) => self.row(label, cell),
            None => self,
        }
    }

    /// Begins a section.
    #[must_use]
    pub fn section(mut self, title: impl Into<String>) -> Self {
        self.rows.push(Err(title.into()));
        self
    }
}
