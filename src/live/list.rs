//! The list: a piece of all events in memory, a place in it, and what of it is on the screen.

use super::refused::RefusedRequest;
use crate::inbox::query::{Anchor, Listed, Window};

/// The place of a row. Rows that are refused stand above the event that was the newest when they came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    pub(super) number: i64,
    /// 0 for an event.
    pub(super) refused: u64,
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Row {
    /// It is in the inbox.
    Event(Box<Listed>),
    /// It is not.
    Refused(RefusedRequest),
}

impl Row {
    pub(super) fn key(&self) -> Key {
        match self {
            Self::Event(listed) => Key { number: listed.entry.number, refused: 0 },
            Self::Refused(refused) => Key { number: refused.after, refused: refused.sequence },
        }
    }
}

/// Where to go in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Move {
    Newer(usize),
    Older(usize),
    Newest,
    Oldest,
}

/// The newest first.
#[derive(Debug)]
pub(super) struct List {
    pub(super) rows: Vec<Row>,
    /// Whether the first row is the newest there is.
    newest: bool,
    /// Whether the last row is the oldest there is.
    oldest: bool,
    pub(super) selected: Option<Key>,
    /// The first row on the screen.
    pub(super) top: usize,
    /// Rows on the screen.
    pub(super) height: usize,
    /// Whether the newest is selected, whatever comes.
    pub(super) following: bool,
    /// Events that came since it is not.
    pub(super) unseen: u64,
    /// What to read next, if a move asks for more than is in memory.
    goal: Option<Anchor>,
}

impl List {
    pub(super) fn new() -> Self {
        Self {
            rows: Vec::new(),
            newest: true,
            oldest: true,
            selected: None,
            top: 0,
            height: 1,
            following: true,
            unseen: 0,
            goal: None,
        }
    }

    /// Returns which piece is to be read.
    pub(super) fn wanted(&self) -> Anchor {
        match (self.goal, self.selected) {
            (Some(goal), _) => goal,
            (None, Some(key)) if !self.following => Anchor::Number(key.number),
            _ => Anchor::Newest,
        }
    }

    /// Returns how many rows on either side are to be read.
    pub(super) fn reach(&self) -> u32 {
        u32::try_from(self.height * 3).unwrap_or(u32::MAX).max(100)
    }

    /// Returns the selected row.
    pub(super) fn current(&self) -> Option<&Row> {
        self.rows.get(self.index()?)
    }

    /// Returns where the selected row is, or the next older one if it is not there any more.
    fn index(&self) -> Option<usize> {
        let key = self.selected?;
        let at = self.rows.partition_point(|row| row.key() > key);
        (!self.rows.is_empty()).then(|| at.min(self.rows.len() - 1))
    }

    /// Takes a piece, with those of the refused deliveries that belong to it; they come in the order of their coming.
    pub(super) fn set<'r>(&mut self, stretch: Window, refused: impl DoubleEndedIterator<Item = &'r RefusedRequest>) {
        let line = self.index().map_or(0, |at| at.saturating_sub(self.top));
        let first = stretch.events.first().map(|listed| listed.entry.number);
        let last = stretch.events.last().map(|listed| listed.entry.number);
        // Outside the window it is unknown which events lie between.
        let belongs = |key: Key| {
            (stretch.newest || first.is_some_and(|first| key.number < first))
                && (stretch.oldest || last.is_some_and(|last| key.number >= last))
        };
        let refused: Vec<Row> = refused.rev().cloned().map(Row::Refused).filter(|row| belongs(row.key())).collect();
        self.rows = stretch.events.into_iter().map(|listed| Row::Event(Box::new(listed))).collect();
        if !refused.is_empty() {
            self.rows.extend(refused);
            self.rows.sort_by_key(|row| std::cmp::Reverse(row.key()));
        }
        (self.newest, self.oldest) = (stretch.newest, stretch.oldest);
        match self.goal.take() {
            Some(Anchor::Oldest) => self.select(self.rows.len().saturating_sub(1)),
            Some(Anchor::Newest) => self.select(0),
            _ if self.following || self.selected.is_none() => self.select(0),
            _ => {}
        }
        let at = self.index().unwrap_or_default();
        self.top = if self.following { 0 } else { at.saturating_sub(line) };
        self.show();
    }

    fn select(&mut self, at: usize) {
        self.selected = self.rows.get(at).map(Row::key);
    }

    /// Brings the selected row on the screen.
    fn show(&mut self) {
        let at = self.index().unwrap_or_default();
        let height = self.height.max(1);
        self.top = self.top.clamp((at + 1).saturating_sub(height), at);
        // No empty lines below while there are rows above.
        self.top = self.top.min(self.rows.len().saturating_sub(height));
    }

    /// Learns how many rows fit on the screen.
    pub(super) fn resize(&mut self, height: usize) {
        self.height = height;
        self.show();
    }

    /// Goes somewhere. Returns whether more has to be read.
    pub(super) fn go(&mut self, to: Move) -> bool {
        let at = self.index().unwrap_or_default();
        let end = self.rows.len().saturating_sub(1);
        match to {
            Move::Newest => {
                self.follow(true);
                self.goal = Some(Anchor::Newest);
                self.select(0);
            }
            Move::Oldest => {
                self.follow(false);
                // Also where the last row is the oldest: it may be that of a piece that is being replaced.
                self.goal = Some(Anchor::Oldest);
                self.select(end);
            }
            Move::Newer(by) => self.select(at.saturating_sub(by)),
            Move::Older(by) => {
                let to = at.saturating_add(by).min(end);
                if to != at {
                    self.follow(false);
                }
                self.select(to);
            }
        }
        self.show();
        let at = self.index().unwrap_or_default();
        self.goal.is_some()
            || (!self.newest && at < self.height)
            || (!self.oldest && at + self.height >= self.rows.len())
    }

    /// Follows what comes, or stays where it is.
    pub(super) fn follow(&mut self, following: bool) {
        self.following = following;
        if following {
            self.unseen = 0;
        }
    }

    /// Forgets all rows: others are meant now.
    pub(super) fn restart(&mut self) {
        *self = Self { height: self.height, following: true, ..Self::new() };
    }
}
