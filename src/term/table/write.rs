//! Writes tables: one block of text, no allocation per cell, unless text has to be wrapped.
//!
//! Wrapping is the work of comfy-table, one row at a time: it breaks text at words within its column. It takes
//! kilobytes and tens of microseconds per row, so rows that fit, and all rows in a pipe, do without it.

use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Width};

use super::{GAP, Layout, Span, Table};
use crate::term::sanitize::{cut, width};
use crate::term::style::{self, Style};
use crate::term::wrap;

/// Lines that a wrapped cell may take; the rest of the text is replaced by `…`.
const LINES: usize = 8;

/// [`GAP`], as comfy-table takes it.
const PADDING: u16 = 2;

const BLANKS: &str = "                                                                ";

/// Writes one line per row, or more where text is wrapped. A column of width 0 is left out.
pub(super) fn columns(table: &Table, layout: Layout, widths: &[usize], out: &mut String) {
    for row in table.lines(layout) {
        let is_too_wide = |(cell, width): (&Span, &usize)| *width > 0 && !cell.whole && cell.width > *width;
        if layout.width.is_some() && row.iter().zip(widths).any(is_too_wide) {
            wrapped(table, row, layout, widths, out);
        } else {
            line(table, row, layout, widths, out);
        }
    }
}

fn line(table: &Table, row: &[Span], layout: Layout, widths: &[usize], out: &mut String) {
    let mut line = Line { out, blanks: 0 };
    for (column, (cell, width)) in row.iter().zip(widths).enumerate().filter(|(_, (_, width))| **width > 0) {
        let blanks = width.saturating_sub(cell.width);
        let (before, after) = if table.right(column) { (blanks, 0) } else { (0, blanks) };
        line.blanks += before;
        line.text(table.text(*cell), cell.style, layout.color);
        line.blanks += after + GAP;
    }
    line.end();
}

fn wrapped(table: &Table, row: &[Span], layout: Layout, widths: &[usize], out: &mut String) {
    let shown: Vec<usize> = (0..row.len()).filter(|column| widths[*column] > 0).collect();
    let mut cells = comfy_table::Row::new();
    cells.max_height(LINES);
    for column in &shown {
        // More than this is never shown, and a megabyte without a blank would take minutes.
        let most = widths[*column] * LINES;
        let text = table.text(row[*column]);
        cells.add_cell(if row[*column].width > most { cut(text, most) } else { text.to_owned() }.into());
    }
    let mut wrapped = comfy_table::Table::new();
    wrapped.load_style(comfy_table::presets::NOTHING).set_content_arrangement(ContentArrangement::Disabled);
    wrapped.add_row(cells);
    let last = shown.len().saturating_sub(1);
    let room = |index: usize| widths[shown[index]] + if index == last { 0 } else { GAP };
    for (index, column) in wrapped.column_iter_mut().enumerate() {
        let total = u16::try_from(room(index)).unwrap_or(u16::MAX);
        column.set_padding((0, if index == last { 0 } else { PADDING }));
        column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(total)));
        if table.right(shown[index]) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    // The colours come in afterwards: comfy-table would count escape sequences as text.
    for text in wrapped.lines() {
        let mut line = Line { out: &mut *out, blanks: 0 };
        let mut rest = text.as_str();
        for (index, column) in shown.iter().enumerate() {
            let (piece, after) = split(rest, if index == last { usize::MAX } else { room(index) });
            rest = after;
            line.blanks += piece.len() - piece.trim_start_matches(' ').len();
            let text = piece.trim_matches(' ');
            line.text(text, row[*column].style, layout.color);
            line.blanks += if text.is_empty() { 0 } else { piece.len() - piece.trim_end_matches(' ').len() };
        }
        line.end();
    }
}

/// Writes one block per row, with a `key: value` line per column.
pub(super) fn blocks(table: &Table, layout: Layout, first: bool, out: &mut String) {
    let room = layout.width.unwrap_or(usize::MAX);
    let headings = table.headings();
    let keys = headings.iter().map(|heading| heading.width + 1).max().unwrap_or(0);
    let body = Layout { header: false, ..layout };
    let widest = table.lines(body).flatten().filter(|cell| cell.whole).map(|cell| cell.width).max().unwrap_or(1);
    let is_aligned = keys + GAP + widest <= room;
    for (index, row) in table.lines(body).enumerate() {
        if index > 0 || !first {
            out.push('\n');
        }
        for (heading, cell) in headings.iter().zip(row).filter(|(_, cell)| !table.text(**cell).is_empty()) {
            let key = format!("{}:", table.text(*heading));
            if is_aligned {
                let mut pair = Table::pair();
                pair.cell(&key, Style::Muted);
                pair.copy(table.text(*cell), *cell);
                columns(&pair, body, &[keys, room - keys - GAP], out);
            } else if cell.whole {
                let (beside, below) = (heading.width + 2 + cell.width, GAP + cell.width);
                let mut line = Line { out: &mut *out, blanks: 0 };
                line.text(&key, Style::Muted, layout.color);
                line.blanks = 1;
                if beside > room && below <= room {
                    line.out.push('\n');
                    line.blanks = GAP;
                }
                line.text(table.text(*cell), cell.style, layout.color);
                line.end();
            } else {
                let text = style::Line::new().muted(key + " ").styled(cell.style, table.text(*cell));
                for line in wrap::wrapped(&text, room, GAP) {
                    out.push_str(line.render(layout.color).trim_end_matches(' '));
                    out.push('\n');
                }
            }
        }
    }
}

/// A line being written. Blanks are owed until the next text, so that no line ends in them.
struct Line<'o> {
    out: &'o mut String,
    blanks: usize,
}

impl Line<'_> {
    fn text(&mut self, text: &str, style: Style, color: bool) {
        if text.is_empty() {
            return;
        }
        while self.blanks > 0 {
            let some = self.blanks.min(BLANKS.len());
            self.out.push_str(&BLANKS[..some]);
            self.blanks -= some;
        }
        style.paint(self.out, text, color);
    }

    fn end(self) {
        self.out.push('\n');
    }
}

/// Splits a line after as much as fits into so many terminal columns.
fn split(line: &str, columns: usize) -> (&str, &str) {
    if line.len() <= columns {
        return (line, "");
    }
    let ends = line.char_indices().map(|(start, c)| start + c.len_utf8());
    line.split_at(ends.take_while(|end| width(&line[..*end]) <= columns).last().unwrap_or(0))
}
