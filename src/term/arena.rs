//! The writer for large tables: two passes over one block of text, no allocation per cell.

use super::sanitize::cut;
use super::table::{GAP, Layout, Table};

const BLANKS: &str = "                                                                ";

/// Writes what [`Table::render`] returns.
pub(super) fn write(table: &Table, layout: Layout, widths: &[usize], out: &mut String) {
    for line in table.lines(layout) {
        // Blanks are owed until the next text, so that a line never ends in them.
        let mut owed = 0;
        for (column, (cell, room)) in line.iter().zip(widths).enumerate() {
            let text = table.text(*cell);
            let shorter = (layout.width.is_some() && cell.width > *room).then(|| cut(text, *room));
            let used = shorter.as_deref().map_or(cell.width, super::sanitize::width);
            let text = shorter.as_deref().unwrap_or(text);
            let blank = room.saturating_sub(used);
            let (before, after) = if table.right(column) { (blank, 0) } else { (0, blank) };
            owed += before;
            if !text.is_empty() {
                while owed > 0 {
                    let some = owed.min(BLANKS.len());
                    out.push_str(&BLANKS[..some]);
                    owed -= some;
                }
                cell.style.paint(out, text, layout.color);
            }
            owed += after + GAP;
        }
        out.push('\n');
    }
}
