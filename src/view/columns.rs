//! Columns of an answer before there is one: a command refuses `--columns` and `--sort` before it changes anything.

use super::cell::{Column, Head};
use super::grid::Grid;
use super::{Format, OutputOptions};
use crate::failure::Failure;

/// Columns of an answer, as far as its type says.
#[derive(Debug)]
pub enum Columns {
    /// It has no table.
    None,
    /// These.
    Known(Vec<Head>),
    /// They follow from the answer.
    Late,
}

impl Columns {
    /// Declared columns.
    pub fn of<T>(columns: &[Column<T>]) -> Self {
        Self::Known(columns.iter().map(Column::head).collect())
    }

    /// Returns those that are known, for the table itself.
    pub fn heads(self) -> Vec<Head> {
        match self {
            Self::Known(heads) => heads,
            Self::None | Self::Late => Vec::new(),
        }
    }

    /// Refuses options that name what will not be there.
    pub(super) fn check(self, options: &OutputOptions) -> Result<(), Failure> {
        match self {
            Self::None => without_table(options),
            Self::Known(heads) => Grid::from_rows(heads, Vec::new()).prepare(options).map(drop),
            Self::Late => Ok(()),
        }
    }

    /// Returns whether a table has these columns.
    pub(super) fn fit(self, grid: Option<&Grid<'_>>) -> bool {
        match (self, grid) {
            (Self::Late | Self::Known(_), None) | (Self::Late, _) => true,
            (Self::None, grid) => grid.is_none(),
            (Self::Known(heads), Some(grid)) => grid.has_keys(&heads),
        }
    }
}

/// Refuses options for a table where there is none.
pub(super) fn without_table(options: &OutputOptions) -> Result<(), Failure> {
    if options.format() == Format::Csv {
        return Err(Failure::usage("this command has no table to print as CSV").hint("use `-o json`"));
    }
    if options.sort.is_some() || !options.columns.is_empty() {
        return Err(Failure::usage("this command has no table, so no columns").hint("use `--jq`"));
    }
    Ok(())
}
