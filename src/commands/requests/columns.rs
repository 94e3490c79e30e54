//! Requests as a table.

use std::time::Duration;

use crate::requests::{Origin, Record};
use crate::term::Style;
use crate::view::{Cell, Column, span};

/// Returns a time that the server reports, marked where it cannot be.
pub(super) fn reported(row: &Record, ms: Option<f64>) -> Cell<'static> {
    let cell = time(ms);
    if row.clock_trouble && ms.is_some() { cell.style(Style::Bad) } else { cell }
}

/// Returns the status as it looks.
pub(super) fn outcome(row: &Record) -> Cell<'_> {
    match row.status {
        None => Cell::bad("no answer").machine(""),
        Some(status) if status >= 400 => Cell::bad(status.to_string()),
        Some(status) => Cell::good(status.to_string()),
    }
}

/// Returns milliseconds as a duration for people, and as they came for programs.
pub(super) fn time<'a>(ms: Option<f64>) -> Cell<'a> {
    Cell::maybe(ms.filter(|ms| ms.is_finite()), |ms| {
        let text = match Duration::try_from_secs_f64(ms / 1000.0) {
            Ok(time) if time < Duration::from_secs(1) => format!("{ms:.1} ms"),
            Ok(time) => span(time),
            Err(_) => ms.to_string(),
        };
        Cell::text(text).machine(ms.to_string())
    })
}

/// Returns the request ID, or for people how to mean a request that has none.
pub(super) fn reference(row: &Record) -> Cell<'_> {
    Cell::maybe(row.reference(), Cell::id).machine(row.id.as_deref().unwrap_or_default())
}

/// Requests as a table.
pub(super) const COLUMNS: &[Column<Record>] = &[
    Column::new("at", "TIME", |row: &Record, look| match (row.time(), &row.at) {
        (Some(at), _) => Cell::time(Some(at), look),
        (None, Some(text)) => Cell::text(text.as_str()),
        (None, None) => Cell::empty(),
    }),
    Column::new("id", "REQUEST", |row: &Record, _| reference(row)).essential(),
    Column::new("number", "ROW", |row: &Record, _| Cell::maybe(row.number, Cell::number)).right().extra(),
    Column::new("status", "STATUS", |row: &Record, _| outcome(row)).right().essential(),
    Column::new("what", "WHAT", |row: &Record, _| Cell::text(row.call())),
    Column::new("connection", "CONNECTION", |row: &Record, _| match (&row.connection, &row.connection_id) {
        (Some(name), _) => Cell::name(name.as_str()),
        (None, Some(id)) => Cell::id(id.as_str()),
        (None, None) => Cell::empty(),
    }),
    Column::new("total_ms", "TOOK", |row: &Record, _| time(row.total_ms)).right(),
    Column::new("error_code", "ERROR", |row: &Record, _| Cell::maybe(row.error_code.as_deref(), Cell::bad)),
    Column::new("connection_id", "CONNECTION ID", |row: &Record, _| {
        Cell::maybe(row.connection_id.as_deref(), Cell::id)
    })
    .extra(),
    Column::new("error_message", "MESSAGE", |row: &Record, _| Cell::maybe(row.error_message.as_deref(), Cell::text))
        .extra(),
    Column::new("path", "PATH", |row: &Record, _| Cell::maybe(row.path.as_deref(), Cell::path)).extra(),
    Column::new("server_ms", "SERVER", |row: &Record, _| reported(row, row.server_ms)).right().extra(),
    Column::new("source_ms", "SOURCE", |row: &Record, _| reported(row, row.source_ms)).right().extra(),
    Column::new("network_ms", "NETWORK", |row: &Record, _| time(row.network_ms)).right().extra(),
    Column::new("clock_trouble", "CLOCKS", |row: &Record, _| {
        let cell = if row.clock_trouble { Cell::bad("wrong") } else { Cell::empty() };
        cell.machine(if row.clock_trouble { "true" } else { "false" })
    })
    .extra(),
    Column::new("sync_id", "SYNC", |row: &Record, _| Cell::maybe(row.sync_id.as_deref(), Cell::id)).extra(),
    Column::new("kind", "KIND", |row: &Record, _| Cell::maybe(row.kind.as_deref(), Cell::text)).extra(),
    Column::new("sender", "SENDER", |row: &Record, _| Cell::maybe(row.sender, Cell::text)).extra(),
    Column::new("known_to", "KNOWN TO", |row: &Record, _| {
        Cell::text(match row.known_to {
            Origin::Server => "server",
            Origin::Journal => "journal",
            Origin::Both => "both",
        })
    })
    .extra(),
];
