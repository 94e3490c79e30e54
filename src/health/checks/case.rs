//! What a rule judges.

use jiff::Timestamp;

use super::super::budget::Budgets;
use super::super::snapshot::Snapshot;

/// The input of a rule.
#[derive(Clone, Copy)]
pub(super) struct Case<'a> {
    pub(super) snapshot: &'a Snapshot,
    pub(super) budgets: &'a Budgets,
    pub(super) now: Timestamp,
}

impl Case<'_> {
    pub(super) fn id(&self) -> &str {
        self.snapshot.connection.id()
    }
}
