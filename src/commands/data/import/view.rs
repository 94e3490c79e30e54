//! What an import did.

use serde::Serialize;

use crate::commands::data::validate::{Problem, Report};
use crate::exit::Exit;
use crate::view::{Cell, Column, Columns, Grid, Items, Look, Page, View, counted};

/// Counts of an import, and the rows that were not created.
#[derive(Debug, Default, Serialize)]
pub(super) struct Imported {
    /// Number of rows in the file.
    rows: u64,
    pub(super) created: u64,
    /// Number of rows that an earlier run created.
    pub(super) created_before: u64,
    /// Number of rows that would be created, of a trial.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) would_create: Option<u64>,
    refused: u64,
    /// Number of rows that may have been created or not.
    lost: u64,
    /// Number of rows that were sent, and whose answer is still open: the same command sends them again with the same key.
    pub(super) unknown: u64,
    /// Number of rows that were not reached.
    pub(super) not_sent: u64,
    /// How a signal asked it to end.
    #[serde(skip)]
    pub(super) interrupted: Option<Exit>,
    /// File with the refused rows.
    pub(super) refused_file: Option<String>,
    pub(super) problems: Vec<Item>,
}

/// Why a row was not created.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Item {
    line: u64,
    pub(super) outcome: Outcome,
    field: Option<String>,
    reason: String,
}

/// What became of a row that was not created for certain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Outcome {
    /// It was not created.
    Refused,
    /// It may have been created or not.
    Lost,
}

impl Imported {
    /// A report with what the check of the rows found.
    pub(super) fn of(report: Report) -> Self {
        let Report { rows, refused, problems } = report;
        let problems = problems.into_iter().map(Item::refused).collect();
        Self { rows, refused, problems, ..Self::default() }
    }

    /// Adds a row that is refused, where there are reasons.
    pub(super) fn refuse(&mut self, reasons: Vec<Problem>) {
        self.refused += u64::from(!reasons.is_empty());
        self.problems.extend(reasons.into_iter().map(Item::refused));
    }

    /// Adds a row whose answer was lost.
    pub(super) fn lose(&mut self, line: u64) {
        self.lost += 1;
        let reason = "the answer was lost: it may have been created".to_owned();
        self.problems.push(Item { line, outcome: Outcome::Lost, field: None, reason });
    }

    /// Returns whether the same command has something left to send.
    pub(super) fn is_unfinished(&self) -> bool {
        self.unknown + self.not_sent > 0
    }

    /// Puts the rows in the order of the file.
    pub(super) fn sort(&mut self) {
        self.problems.sort_by_key(|item| item.line);
    }

    /// Returns the counts in a sentence.
    pub(super) fn summary(&self) -> String {
        let created = match self.would_create {
            Some(count) => format!("{} of {} would be created", count, counted(self.rows, "row")),
            None => format!("{} of {} created", self.created, counted(self.rows, "row")),
        };
        let others = [
            (self.created_before, "created before"),
            (self.refused, "refused"),
            (self.lost, "lost"),
            (self.unknown, "unknown"),
            (self.not_sent, "not sent"),
        ];
        let others = others.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!(", {count} {what}"));
        let file = self.refused_file.iter().map(|file| format!("; the refused rows are in `{file}`"));
        std::iter::once(created).chain(others).chain(file).collect()
    }
}

impl Item {
    fn refused(Problem { line, field, reason }: Problem) -> Self {
        Self { line, outcome: Outcome::Refused, field, reason }
    }
}

impl From<&Item> for Problem {
    fn from(item: &Item) -> Self {
        Self { line: item.line, field: item.field.clone(), reason: item.reason.clone() }
    }
}

const COLUMNS: &[Column<Item>] = &[
    Column::new("line", "LINE", |row: &Item, _| Cell::count(row.line)).right().essential(),
    Column::new("outcome", "OUTCOME", |row: &Item, _| match row.outcome {
        Outcome::Refused => Cell::text("refused"),
        Outcome::Lost => Cell::text("lost"),
    }),
    Column::new("field", "FIELD", |row: &Item, _| Cell::maybe(row.field.as_deref(), Cell::name)).essential(),
    Column::new("reason", "REASON", |row: &Item, _| Cell::text(row.reason.as_str())).essential(),
];

impl View for Imported {
    const SCHEMA: &'static str = "data.import/1";
    const ITEMS: Items = Items::Under("problems");

    fn columns() -> Columns {
        Columns::of(COLUMNS)
    }

    fn human(&self, page: &mut Page<'_>) {
        if !self.problems.is_empty() {
            page.grid();
            page.blank();
        }
        page.line(self.summary());
    }

    fn table<'a>(&'a self, look: &'a Look) -> Option<Grid<'a>> {
        Some(Grid::of(&self.problems, COLUMNS, look).empty("Every row was created."))
    }

    fn exit(&self) -> Exit {
        let done = if self.problems.is_empty() { Exit::Ok } else { Exit::Unhealthy };
        self.interrupted.filter(|_| self.is_unfinished()).unwrap_or(done)
    }
}
