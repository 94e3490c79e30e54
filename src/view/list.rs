//! A list that is nothing but its items.

use serde::Serialize;

use super::{Column, Columns, Grid, Look, View};

/// An item that a command lists.
pub trait Listed: Serialize + Sized + 'static {
    /// The name and the version of the list's JSON; see [`View::SCHEMA`].
    const SCHEMA: &'static str;
    /// The columns of its table.
    const COLUMNS: &'static [Column<Self>];
    /// The sentence that stands for an empty list.
    const EMPTY: &'static str;
}

/// A list as an answer: an array in JSON, a table for people.
#[derive(Serialize)]
#[serde(transparent)]
pub struct List<T>(pub Vec<T>);

/// A list of which it is known why it may be empty.
#[derive(Serialize)]
#[serde(transparent)]
pub struct ListOr<T> {
    rows: Vec<T>,
    #[serde(skip)]
    empty: &'static str,
}

impl<T> ListOr<T> {
    /// Makes one that says this if it is empty.
    pub fn new(rows: Vec<T>, empty: &'static str) -> Self {
        Self { rows, empty }
    }
}

impl<T: Listed> View for ListOr<T> {
    const SCHEMA: &'static str = T::SCHEMA;

    fn columns() -> Columns {
        Columns::of(T::COLUMNS)
    }

    fn table<'a>(&'a self, look: &'a Look) -> Option<Grid<'a>> {
        Some(Grid::of(&self.rows, T::COLUMNS, look).empty(self.empty))
    }
}

impl<T: Listed> View for List<T> {
    const SCHEMA: &'static str = T::SCHEMA;

    fn columns() -> Columns {
        Columns::of(T::COLUMNS)
    }

    fn table<'a>(&'a self, look: &'a Look) -> Option<Grid<'a>> {
        Some(Grid::of(&self.0, T::COLUMNS, look).empty(T::EMPTY))
    }
}
