//! What was recorded.

use serde::Serialize;

use crate::record::Totals;
use crate::view::{Card, Cell, Page, View, counted};

/// What was recorded.
#[derive(Serialize)]
pub(super) struct Recorded {
    /// The server.
    server: String,
    /// Number of calls that were passed on.
    calls: u64,
    /// Number of those that are not in the journal.
    unrecorded: u64,
    /// Why not, where it could not be written.
    cause: Option<String>,
}

impl Recorded {
    pub(super) fn new(server: &str, totals: Totals) -> Self {
        let Totals { calls, unrecorded, cause } = totals;
        Self { server: server.to_owned(), calls, unrecorded, cause }
    }
}

impl View for Recorded {
    const SCHEMA: &'static str = "record/1";

    fn human(&self, page: &mut Page<'_>) {
        let card = Card::new()
            .row("server", Cell::path(&self.server))
            .row("calls", Cell::text(counted(self.calls, "call")))
            .opt("unrecorded", (self.unrecorded > 0).then(|| Cell::bad(self.unrecorded.to_string())))
            .opt("because", self.cause.as_deref().map(Cell::text));
        page.card(&card);
    }
}
