//! Tables of one line per record, without borders.
//!
//! This is the only place that knows comfy-table, which lays out small tables. It takes kilobytes per row and several
//! times the time, so from [`LARGE`] rows on the writer in `arena` does the same from one block of text; a
//! test holds both to the same bytes. Every cell is made harmless when it is put in, and measured after that.

use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Width};

use super::arena;
use super::sanitize::{clean, cut, plain, width};
use super::style::Style;

/// From this many rows on the table is written without comfy-table.
pub const LARGE: usize = 200;

/// Blanks between columns.
pub(super) const GAP: usize = 2;

/// One column: its heading, and whether its cells stand to the right, as numbers do.
#[derive(Clone, Debug)]
pub struct Heading {
    /// The text above the cells.
    pub text: String,
    /// Aligned to the right.
    pub right: bool,
}

/// How a table is to be shown.
#[derive(Clone, Copy, Debug)]
pub struct Layout {
    /// The columns there are on the terminal. Nothing is ever cut without it.
    pub width: Option<usize>,
    /// Whether styles become colours.
    pub color: bool,
    /// Whether the headings are shown.
    pub header: bool,
}

/// A cell in the table's text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    start: usize,
    end: usize,
    pub(super) width: usize,
    pub(super) style: Style,
}

/// A table being filled, row by row.
#[derive(Clone, Debug)]
pub struct Table {
    headings: Vec<Heading>,
    text: String,
    cells: Vec<Span>,
}

impl Table {
    /// An empty table.
    pub fn new(headings: Vec<Heading>) -> Self {
        let mut table = Self { headings: Vec::new(), text: String::new(), cells: Vec::new() };
        for heading in &headings {
            table.cell(&heading.text, Style::Heading);
        }
        table.headings = headings;
        table
    }

    /// Adds the next cell; a row is full when it has one for each heading.
    pub fn cell(&mut self, text: &str, style: Style) {
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
        self.cells.push(Span { start, end: self.text.len(), width, style });
    }

    /// Returns how many full rows there are, without the headings.
    pub fn rows(&self) -> usize {
        self.cells.len().checked_div(self.columns()).map_or(0, |rows| rows - 1)
    }

    /// Forgets the rows and keeps the headings.
    pub fn clear(&mut self) {
        self.cells.truncate(self.columns());
        self.text.truncate(self.cells.last().map_or(0, |last| last.end));
    }

    /// Returns the width of each column: as wide as its widest cell, or less where the terminal is narrower.
    pub fn widths(&self, layout: Layout) -> Vec<usize> {
        let mut widths = vec![1; self.columns()];
        let mut ids = vec![true; self.columns()];
        for line in self.lines(layout) {
            for ((width, id), cell) in widths.iter_mut().zip(&mut ids).zip(line) {
                *width = (*width).max(cell.width);
                *id &= matches!(cell.style, Style::Id | Style::Heading);
            }
        }
        if let Some(room) = layout.width {
            let gaps = GAP * self.columns().saturating_sub(1);
            // An identifier is of no use when it is cut, so everything else gives way first.
            let kept: usize = widths.iter().zip(&ids).filter(|(_, id)| **id).map(|(w, _)| w).sum();
            let others = ids.iter().filter(|id| !**id).count();
            let keep = room >= gaps + kept + others * 4;
            let room = room.saturating_sub(gaps + if keep { kept } else { 0 });
            let cap = level(widths.iter().zip(&ids).filter(|(_, id)| !(keep && **id)).map(|(w, _)| *w), room);
            for (width, id) in widths.iter_mut().zip(&ids) {
                if !(keep && *id) {
                    *width = (*width).min(cap);
                }
            }
        }
        widths
    }

    /// Returns the table as it is printed.
    pub fn render(&self, layout: Layout) -> String {
        let widths = self.widths(layout);
        // comfy-table counts columns in 16 bits and would break a longer text into lines.
        let small = self.rows() < LARGE && widths.iter().all(|width| *width < 10_000);
        if small { self.small(layout, &widths) } else { self.with_widths(layout, &widths) }
    }

    /// Returns the table in columns of given widths: the way to print a long table in parts.
    pub fn with_widths(&self, layout: Layout, widths: &[usize]) -> String {
        let line: usize = widths.iter().map(|width| width + GAP).sum();
        // An estimate: not more than the terminal is wide, not more than a few times the text.
        let room = line.saturating_mul(self.rows() + 1).min(self.text.len().saturating_mul(4) + 1024);
        let mut out = String::with_capacity(room);
        arena::write(self, layout, widths, &mut out);
        out
    }

    pub(super) fn columns(&self) -> usize {
        if self.headings.is_empty() { self.cells.len() } else { self.headings.len() }
    }

    pub(super) fn right(&self, column: usize) -> bool {
        self.headings[column].right
    }

    pub(super) fn text(&self, cell: Span) -> &str {
        &self.text[cell.start..cell.end]
    }

    /// Returns the rows to print, the headings among them where they are shown.
    pub(super) fn lines(&self, layout: Layout) -> impl Iterator<Item = &[Span]> {
        self.cells.chunks_exact(self.columns().max(1)).skip(usize::from(!layout.header))
    }

    /// Lays the table out by comfy-table, then puts the colours in: it measures text, not escape sequences.
    fn small(&self, layout: Layout, widths: &[usize]) -> String {
        let texts: Vec<Vec<String>> = self
            .lines(layout)
            .map(|line| {
                let cells = line.iter().zip(widths);
                cells.map(|(cell, room)| self.fitted(*cell, *room, layout)).collect()
            })
            .collect();
        let mut table = comfy_table::Table::new();
        table.load_style(comfy_table::presets::NOTHING).set_content_arrangement(ContentArrangement::Disabled);
        table.add_rows(texts.iter().map(|row| row.iter().map(comfy_table::Cell::new).collect::<Vec<_>>()));
        let last = self.columns().saturating_sub(1);
        for (index, column) in table.column_iter_mut().enumerate() {
            let gap = if index == last { 0 } else { GAP };
            column.set_padding((0, narrow(gap)));
            column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(narrow(widths[index] + gap))));
            if self.right(index) {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        let mut out = String::new();
        for ((line, texts), cells) in table.lines().zip(&texts).zip(self.lines(layout)) {
            let mut rest = line.as_str();
            for (text, cell) in texts.iter().zip(cells).filter(|(text, _)| !text.is_empty()) {
                let Some(at) = rest.find(text.as_str()) else { break };
                out.push_str(&rest[..at]);
                cell.style.paint(&mut out, text, layout.color);
                rest = &rest[at + text.len()..];
            }
            // What is left is padding: a line has no trailing blanks.
            out.push('\n');
        }
        out
    }

    pub(super) fn fitted(&self, cell: Span, room: usize, layout: Layout) -> String {
        let text = self.text(cell);
        if layout.width.is_some() && cell.width > room { cut(text, room) } else { text.to_owned() }
    }
}

fn narrow(columns: usize) -> u16 {
    u16::try_from(columns).unwrap_or(u16::MAX)
}

/// Returns the largest cap under which the widths fit into the room; at least 1.
fn level(widths: impl Iterator<Item = usize>, room: usize) -> usize {
    let mut widths: Vec<usize> = widths.collect();
    widths.sort_unstable();
    let mut room = room;
    for (index, width) in widths.iter().enumerate() {
        let share = room / (widths.len() - index);
        if *width > share {
            return share.max(1);
        }
        room -= width;
    }
    usize::MAX
}

#[cfg(test)]
mod tests;
