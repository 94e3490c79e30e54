//! The time line as a table.

use std::time::Duration;

use jiff::Timestamp;
use serde::Serialize;

use super::timeline::{Entry, Kind};
use crate::api::connections::{Connection, Health};
use crate::api::lenient::timestamp;
use crate::requests::Unread;
use crate::view::connections::{Row, health_cell, status_cell};
use crate::view::{Card, Cell, Column, Columns, Grid, Items, Look, Page, View};

/// The past of a connection.
#[derive(Serialize)]
pub(super) struct History {
    connection_id: String,
    connection: Option<String>,
    status: String,
    /// What it is now; nothing where the server does not return it.
    health: Option<String>,
    /// Since when, as far as it is known; RFC 3339.
    health_since: Option<Timestamp>,
    /// Attempts in a row that did not reach the system; nothing where that is not known.
    failed_attempts: Option<u64>,
    /// When the platform tries to reach it again; nothing where that is not known.
    next_attempt_at: Option<Timestamp>,
    /// Start of the time that is covered.
    since: Timestamp,
    pub(super) entries: Vec<Entry>,
    /// What is not known, because the server does not offer it or has more than is read.
    unknown: Vec<String>,
    /// What could not be read.
    unread: Unread,
}

impl History {
    /// Puts it together.
    pub(super) fn of(
        connection: &Connection,
        since: Timestamp,
        entries: Vec<Entry>,
        newest: Option<Entry>,
        mut unknown: Vec<String>,
        unread: Unread,
    ) -> Self {
        let row = Row::from(connection);
        // What began the state that the server returns; another state is not what it has now.
        let newest = newest.filter(|entry| row.health.is_some() && entry.state == row.health);
        let is_offline = row.health.as_deref().map(Health::parse) == Some(Health::Offline);
        let next_attempt_at = connection.next_attempt_at.as_deref().and_then(timestamp);
        if row.health.is_none() {
            unknown.push("its health now: this server does not return it".into());
        } else if is_offline && next_attempt_at.is_none() {
            unknown.push("when it is tried again: this server does not return it".into());
        }
        Self {
            connection_id: row.id,
            connection: row.name,
            status: row.status,
            health_since: newest.map(|entry| entry.at),
            health: row.health,
            failed_attempts: connection.failed_attempts,
            next_attempt_at,
            since,
            entries,
            unknown,
            unread,
        }
    }
}

fn lasted(entry: &Entry) -> Cell<'static> {
    Cell::span(entry.seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok()))
        .machine(entry.seconds.map(|seconds| seconds.to_string()).unwrap_or_default())
}

fn state(entry: &Entry) -> Cell<'_> {
    let Some(state) = entry.state.as_deref() else { return Cell::empty() };
    match (entry.kind, state) {
        (Kind::Health | Kind::Reauthorization, _) => health_cell(state),
        (Kind::Alert, "firing") | (_, "failed") => Cell::bad(state),
        (Kind::Alert, _) | (_, "completed") => Cell::good(state),
        _ => Cell::caution(state),
    }
}

const COLUMNS: &[Column<Entry>] = &[
    // The time itself: entries are read beside a clock and a log.
    Column::new("at", "TIME", |entry: &Entry, look| {
        Cell::text(look.when(entry.at)).machine(format!("{:.3}", entry.at))
    })
    .essential(),
    Column::new("kind", "KIND", |entry: &Entry, _| Cell::text(entry.kind.as_str())).extra(),
    Column::new("what", "WHAT", |entry: &Entry, _| {
        let mark = if entry.is_derived { " (seen by requests)" } else { "" };
        Cell::text(format!("{}{mark}", entry.what)).machine(entry.what.as_str())
    })
    .essential(),
    Column::new("state", "STATE", |entry: &Entry, _| state(entry)),
    Column::new("seconds", "LASTED", |entry: &Entry, _| lasted(entry)).right(),
    Column::new("code", "ERROR", |entry: &Entry, _| Cell::maybe(entry.code.as_deref(), Cell::bad)),
    Column::new("request_id", "REQUEST", |entry: &Entry, _| Cell::maybe(entry.request_id.as_deref(), Cell::id)).minor(),
    Column::new("sync_id", "SYNC", |entry: &Entry, _| Cell::maybe(entry.sync_id.as_deref(), Cell::id)).extra(),
    Column::new("until", "UNTIL", |entry: &Entry, look| Cell::time(entry.until, look)).extra(),
];

impl View for History {
    const SCHEMA: &'static str = "connections.history/1";
    const ITEMS: Items = Items::Under("entries");

    fn human(&self, page: &mut Page<'_>) {
        let look = page.look().clone();
        let when = |at: Timestamp| Cell::text(look.when_and_ago(at));
        let name = match &self.connection {
            Some(name) => format!("{name} ({})", self.connection_id),
            None => self.connection_id.clone(),
        };
        page.card(
            &Card::new()
                .row("Connection", Cell::name(name))
                .row("Status", status_cell(&self.status))
                .opt("Health", self.health.as_deref().map(health_cell))
                .opt("Since", self.health_since.map(when))
                .opt(
                    "Attempts",
                    self.failed_attempts
                        .filter(|count| *count > 0)
                        .map(|count| Cell::bad(format!("{count} in a row did not reach the system"))),
                )
                .opt("Next try", self.next_attempt_at.map(when))
                .opt("Not known", (!self.unknown.is_empty()).then(|| Cell::muted(self.unknown.join("; ")))),
        );
        page.blank();
        page.grid();
    }

    fn columns() -> Columns {
        Columns::of(COLUMNS)
    }

    fn table<'a>(&'a self, look: &'a Look) -> Option<Grid<'a>> {
        Some(Grid::of(&self.entries, COLUMNS, look).empty("Nothing is known of it in this time."))
    }
}
