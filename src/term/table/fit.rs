//! Which columns of a table a terminal has room for, and how wide each of them is.

use super::{GAP, Importance};

/// Terminal columns below which text is not squeezed any further: other columns go first.
const LEAST: usize = 12;

/// How a table is laid out on a terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fit {
    /// One line per row, longer where text is wrapped. One width per column; 0 hides the column.
    Columns(Vec<usize>),
    /// One `key: value` block per row: not even the essential columns fit beside each other.
    Blocks,
}

/// How much room a column takes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Extent {
    /// The width of its widest cell, the heading included.
    pub(super) natural: usize,
    /// The width of its widest cell that must stay whole.
    pub(super) whole: usize,
    /// When it may be hidden.
    pub(super) importance: Importance,
}

impl Extent {
    fn least(&self) -> usize {
        self.natural.min(LEAST).max(self.whole)
    }
}

/// Hides columns until the rest fits: the least important first, of equally important ones the rightmost. What room is
/// left goes to the columns of text.
pub(super) fn fit(columns: &[Extent], room: usize) -> Fit {
    let mut shown = vec![true; columns.len()];
    loop {
        let rest: Vec<Extent> = columns.iter().zip(&shown).filter(|(_, shown)| **shown).map(|(c, _)| *c).collect();
        let gaps = GAP * rest.len().saturating_sub(1);
        let least: usize = rest.iter().map(Extent::least).sum();
        if least + gaps <= room {
            let cap = cap(&rest, room - gaps);
            let width = |column: &Extent| column.natural.min(cap).max(column.least());
            return Fit::Columns(
                columns.iter().zip(shown).map(|(c, shown)| if shown { width(c) } else { 0 }).collect(),
            );
        }
        let droppable = (0..columns.len()).filter(|index| shown[*index]);
        let next = droppable.rev().min_by_key(|index| columns[*index].importance);
        match next.filter(|index| columns[*index].importance < Importance::Essential) {
            Some(index) => shown[index] = false,
            None => return Fit::Blocks,
        }
    }
}

/// Returns the largest width that all columns of text may have.
fn cap(columns: &[Extent], room: usize) -> usize {
    let (mut low, mut high) = (0, room);
    while low < high {
        let middle = (low + high).div_ceil(2);
        let sum: usize = columns.iter().map(|column| column.natural.min(middle).max(column.least())).sum();
        if sum <= room { low = middle } else { high = middle - 1 }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(natural: usize, whole: usize, importance: Importance) -> Extent {
        Extent { natural, whole, importance }
    }

    #[test]
    fn the_least_important_goes_first_and_the_essential_never() {
        let columns = [
            column(30, 4, Importance::Essential),
            column(8, 8, Importance::Minor),
            column(10, 10, Importance::Usual),
            column(20, 20, Importance::Usual),
            column(6, 6, Importance::Essential),
        ];
        for (room, widths) in [
            (82, vec![30, 8, 10, 20, 6]),
            (64, vec![12, 8, 10, 20, 6]),
            (63, vec![21, 0, 10, 20, 6]),
            (53, vec![30, 0, 10, 0, 6]),
            (31, vec![23, 0, 0, 0, 6]),
            (20, vec![12, 0, 0, 0, 6]),
        ] {
            let widths = Fit::Columns(widths);
            assert_eq!(fit(&columns, room), widths, "{room}");
        }
        assert_eq!(fit(&columns, 19), Fit::Blocks);
        assert_eq!(fit(&[], 0), Fit::Columns(Vec::new()));
    }
}
