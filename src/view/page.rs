//! What a person reads: lines, tables and cards, collected and printed at once.

use super::cell::Cell;
use super::display::Look;
use super::grid::Grid;
use crate::shell::RepeatedOptions;
use crate::term::Line;
use crate::term::sanitize::{clean, width};
use crate::term::table::Layout;
use crate::term::wrap::wrapped;

/// A page being written. Everything put into it is made harmless.
pub struct Page<'a> {
    out: String,
    look: &'a Look,
    /// What printed commands repeat.
    repeated: &'a RepeatedOptions,
    /// The columns of the terminal, where there is one.
    width: Option<usize>,
    header: bool,
    main: Option<Grid<'a>>,
    /// Lines for stderr.
    aside: Vec<Line>,
}

impl<'a> Page<'a> {
    pub(super) fn new(
        look: &'a Look,
        repeated: &'a RepeatedOptions,
        width: Option<usize>,
        header: bool,
        main: Option<Grid<'a>>,
    ) -> Self {
        Self { out: String::new(), look, repeated, width, header, main, aside: Vec::new() }
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
        self.indented(0, line);
    }

    /// Writes a line that stands `columns` to the right.
    pub fn indented(&mut self, columns: usize, line: impl Into<Line>) {
        let line = Line::new().text(" ".repeat(columns)).then(line.into().repeating(self.repeated));
        self.hanging(columns, line);
    }

    /// Writes a line, broken at words where it is longer than the terminal is wide; what follows the first stands
    /// `columns` to the right.
    fn hanging(&mut self, columns: usize, line: Line) {
        let lines = match self.width {
            Some(width) => wrapped(&line, width, columns),
            None => vec![line],
        };
        for line in lines {
            self.out += line.render(self.look.color).trim_end_matches(' ');
            self.out.push('\n');
        }
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
            // As it is: it may be a body or a command, which must not get further line ends.
            self.out += &Line::from(line).repeating(self.repeated).render(self.look.color);
            self.out.push('\n');
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

    /// Writes the details of one thing.
    pub fn card(&mut self, card: &Card<'_>) {
        let labels = card.rows.iter().filter_map(|row| row.as_ref().ok()).map(|(label, _)| width(&clean(label)));
        let column = labels.max().unwrap_or(0) + 3;
        for row in &card.rows {
            match row {
                Ok((label, cell)) => {
                    let blanks = column.saturating_sub(width(&clean(label)) + 1);
                    let lead = Line::new().muted(format!("{label}:")).text(" ".repeat(blanks));
                    // On a very narrow terminal what goes on has more room below the label.
                    let hang = if self.width.is_some_and(|width| width < column + 14) { 2 } else { column };
                    self.hanging(hang, lead.styled(cell.style, self.repeated.in_text(&cell.text)));
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
        Layout { width: self.width, color: self.look.color, header, blocks: self.look.blocks }
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
