//! Where everything is on a screen of a given size. On a small one the list comes first.

use super::model::Model;

/// First row and number of rows of each part; a part without rows is not shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Layout {
    pub(super) title: (u16, u16),
    /// What is verified, what goes where, and the inbox.
    pub(super) facts: (u16, u16),
    pub(super) counts: (u16, u16),
    /// The list with its headings, or a page.
    pub(super) body: (u16, u16),
    /// Whether the first row of the body is the headings.
    pub(super) headings: bool,
    /// What is wrong at this moment.
    pub(super) trouble: (u16, u16),
    pub(super) foot: (u16, u16),
}

impl Layout {
    /// Divides the screen.
    pub(super) fn of(model: &Model) -> Self {
        let facts = u16::try_from(model.setup.forwards.len()).unwrap_or(u16::MAX).clamp(1, 3).saturating_add(2);
        let facts = facts + u16::from(!model.pauses.is_empty());
        let wrong = model.trouble.is_some() || !model.down.is_empty();
        Self::divide(model.size.1, facts, wrong, model.page.is_some())
    }

    fn divide(height: u16, facts: u16, wrong: bool, page: bool) -> Self {
        let mut left = height;
        let mut take = |rows: u16, from: u16| {
            if height >= from && left > rows {
                left -= rows;
                rows
            } else {
                0
            }
        };
        let foot = take(1, 3);
        let title = take(1, 4);
        let counts = take(1, 6);
        let trouble = if wrong { take(1, 5) } else { 0 };
        // A page needs the room more.
        let facts = if page { 0 } else { take(facts, facts + 10) };
        let mut at = 0;
        let mut place = |rows: u16| {
            let start = at;
            at += rows;
            (start, rows)
        };
        let title = place(title);
        let facts = place(facts);
        let counts = place(counts);
        let body = place(left);
        Self { title, facts, counts, body, headings: !page && height >= 8, trouble: place(trouble), foot: place(foot) }
    }

    /// Returns how many events fit.
    pub(super) fn rows(&self) -> u16 {
        self.body.1.saturating_sub(u16::from(self.headings)).max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_belongs_to_one_part_and_the_list_has_one() {
        for height in 0..60 {
            for (wrong, page) in [(false, false), (true, false), (false, true), (true, true)] {
                let layout = Layout::divide(height, 4, wrong, page);
                let components = [layout.title, layout.facts, layout.counts, layout.body, layout.trouble, layout.foot];
                let mut at = 0;
                for (start, rows) in components {
                    assert_eq!(start, at, "{height} {layout:?}");
                    at += rows;
                }
                assert_eq!(at, height);
                assert!(height == 0 || layout.body.1 > 0, "{height} {layout:?}");
            }
        }
    }
}
