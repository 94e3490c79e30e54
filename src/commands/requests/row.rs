//! A request from the server's log, the journal of this machine, or both.

use std::collections::HashMap;
use std::time::Duration;

use jiff::Timestamp;
use serde::Serialize;

use crate::api::connections::Connection;
use crate::api::lenient::timestamp;
use crate::api::requests::LoggedRequest;
use crate::client::Client;
use crate::exchange::Timing;
use crate::journal::Entry;
use crate::term::Style;
use crate::view::{Cell, Column, span};

/// Where a request was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Origin {
    /// The server's log.
    Server,
    /// The journal of this machine.
    Journal,
    /// Both.
    Both,
}

/// One request. Times are in milliseconds.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Row {
    pub(super) id: Option<String>,
    pub(super) at: Option<String>,
    pub(super) known_to: Origin,
    /// The profile it was made with, where this machine made it.
    pub(super) profile: Option<String>,
    pub(super) connection_id: Option<String>,
    /// The connection's name.
    pub(super) connection: Option<String>,
    pub(super) sync_id: Option<String>,
    /// What it was for: `RequestKind`, as text.
    pub(super) kind: Option<String>,
    pub(super) method: Option<String>,
    pub(super) endpoint: Option<String>,
    pub(super) path: Option<String>,
    pub(super) status: Option<u64>,
    pub(super) error_code: Option<String>,
    pub(super) error_message: Option<String>,
    /// End to end where this machine made it, else what the server took.
    pub(super) total_ms: Option<f64>,
    /// What the server took.
    pub(super) server_ms: Option<f64>,
    /// Of that, what the connected system took.
    pub(super) source_ms: Option<f64>,
    /// What is left of the whole: the network.
    pub(super) network_ms: Option<f64>,
    /// Whether a part is reported as longer than the whole: one of the clocks is wrong.
    pub(super) clock_trouble: bool,
    pub(super) bytes: Option<u64>,
    /// Which attempt of its call it was, where this machine made it.
    pub(super) attempt: Option<u32>,
}

impl From<LoggedRequest> for Row {
    fn from(logged: LoggedRequest) -> Self {
        let (server, source) = (logged.total_ms.and_then(time_of), logged.source_ms.and_then(time_of));
        Self {
            id: logged.id,
            at: logged.at,
            known_to: Origin::Server,
            profile: None,
            // An empty ID is none, and no command about it helps.
            connection_id: logged.connection_id.filter(|id| !id.is_empty()),
            connection: None,
            sync_id: logged.sync_id.filter(|id| !id.is_empty()),
            kind: logged.kind,
            method: logged.method,
            endpoint: logged.endpoint,
            path: logged.path,
            status: logged.status,
            error_code: logged.error_code,
            error_message: logged.error_message,
            total_ms: logged.total_ms,
            server_ms: logged.total_ms,
            source_ms: logged.source_ms,
            network_ms: None,
            clock_trouble: Timing { elapsed: None, server, source }.is_impossible(),
            bytes: logged.bytes,
            attempt: None,
        }
    }
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// Returns milliseconds to the microsecond, as the journal has them.
fn time_of(ms: f64) -> Option<Duration> {
    let time = Duration::try_from_secs_f64(ms / 1000.0).ok()?;
    u64::try_from(time.as_micros()).ok().map(Duration::from_micros)
}

impl From<Entry> for Row {
    fn from(entry: Entry) -> Self {
        let timing = entry.timing();
        Self {
            id: entry.request_id,
            at: Some(entry.at.to_string()),
            known_to: Origin::Journal,
            profile: Some(entry.profile),
            connection_id: entry.connection,
            connection: None,
            sync_id: None,
            kind: Some(entry.kind.to_string()),
            method: Some(entry.method),
            endpoint: Some(entry.template),
            path: Some(entry.path),
            status: entry.status.map(u64::from),
            error_code: entry.error_code,
            error_message: entry.error_message,
            total_ms: Some(millis(entry.elapsed)),
            server_ms: entry.server_time.map(millis),
            source_ms: entry.source_time.map(millis),
            network_ms: timing.network().map(millis),
            clock_trouble: timing.is_impossible(),
            bytes: Some(entry.received_bytes),
            attempt: Some(entry.attempt),
        }
    }
}

impl Row {
    /// Combines both records of one request: the server's for what was done, the journal's for the time end to end.
    pub(super) fn combined(server: Self, journal: Self) -> Self {
        let server_ms = server.server_ms.or(journal.server_ms);
        let source_ms = server.source_ms.or(journal.source_ms);
        let time = |ms: Option<f64>| ms.and_then(time_of);
        let timing = Timing { elapsed: time(journal.total_ms), server: time(server_ms), source: time(source_ms) };
        Self {
            known_to: Origin::Both,
            profile: journal.profile,
            attempt: journal.attempt,
            total_ms: journal.total_ms,
            server_ms,
            source_ms,
            network_ms: timing.network().map(millis),
            // Also where the log has other times than the answer had.
            clock_trouble: timing.is_impossible() || journal.clock_trouble,
            id: server.id.or(journal.id),
            at: server.at.or(journal.at),
            connection_id: server.connection_id.or(journal.connection_id),
            sync_id: server.sync_id,
            kind: server.kind.or(journal.kind),
            method: server.method.or(journal.method),
            endpoint: server.endpoint.or(journal.endpoint),
            path: server.path.or(journal.path),
            status: server.status.or(journal.status),
            error_code: server.error_code.or(journal.error_code),
            error_message: server.error_message.or(journal.error_message),
            bytes: server.bytes.or(journal.bytes),
            connection: None,
        }
    }

    /// Merges two lists, the newest first: a request in both is listed once.
    pub(super) fn merged(server: Vec<Self>, journal: Vec<Self>) -> Vec<Self> {
        let mut rows = server;
        let places: HashMap<String, usize> =
            rows.iter().enumerate().filter_map(|(place, row)| Some((row.id.clone()?, place))).collect();
        for row in journal {
            match row.id.as_ref().and_then(|id| places.get(id)) {
                Some(&place) => rows[place] = Self::combined(rows[place].clone(), row),
                None => rows.push(row),
            }
        }
        rows.sort_by_key(|row| std::cmp::Reverse(row.time()));
        rows
    }

    /// Converts a time of this machine to the server's, by whose clock the rows around it are dated.
    pub(super) fn at_server(self, client: &Client) -> Self {
        let at = self.time().map(|at| client.there(at).to_string());
        Self { at: at.or(self.at.clone()), ..self }
    }

    /// Returns when it was.
    pub(super) fn time(&self) -> Option<Timestamp> {
        self.at.as_deref().and_then(timestamp)
    }

    /// Returns whether no answer came, or one that means no.
    pub(super) fn is_failed(&self) -> bool {
        self.status.is_none_or(|status| status >= 400)
    }

    /// Returns `GET /api/erp/vendors`.
    pub(super) fn call(&self) -> String {
        let path = [&self.endpoint, &self.path].into_iter().flatten().find(|path| !path.is_empty());
        let path = path.map_or("?", String::as_str);
        format!("{} {path}", self.method.as_deref().unwrap_or("?"))
    }

    /// Returns a time that the server reports, marked where it cannot be.
    pub(super) fn reported(&self, ms: Option<f64>) -> Cell<'static> {
        let cell = time(ms);
        if self.clock_trouble && ms.is_some() { cell.style(Style::Bad) } else { cell }
    }

    /// Returns the status as it looks.
    pub(super) fn outcome(&self) -> Cell<'_> {
        match self.status {
            None => Cell::bad("no answer").machine(""),
            Some(status) if status >= 400 => Cell::bad(status.to_string()),
            Some(status) => Cell::good(status.to_string()),
        }
    }
}

/// Gives rows the names of their connections.
pub(super) fn add_names<'a>(rows: impl IntoIterator<Item = &'a mut Row>, connections: &[Connection]) {
    let names: HashMap<&str, &str> =
        connections.iter().filter_map(|row| Some((row.id(), row.name.as_deref()?))).collect();
    for row in rows {
        row.connection = row.connection_id.as_deref().and_then(|id| names.get(id)).map(|name| (*name).to_owned());
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

/// Requests as a table.
pub(super) const COLUMNS: &[Column<Row>] = &[
    Column::new("at", "TIME", |row: &Row, look| match (row.time(), &row.at) {
        (Some(at), _) => Cell::time(Some(at), look),
        (None, Some(text)) => Cell::text(text.as_str()),
        (None, None) => Cell::empty(),
    }),
    Column::new("id", "REQUEST", |row: &Row, _| Cell::maybe(row.id.as_deref(), Cell::id)),
    Column::new("status", "STATUS", |row: &Row, _| row.outcome()).right().essential(),
    Column::new("what", "WHAT", |row: &Row, _| Cell::text(row.call())),
    Column::new("connection", "CONNECTION", |row: &Row, _| match (&row.connection, &row.connection_id) {
        (Some(name), _) => Cell::name(name.as_str()),
        (None, Some(id)) => Cell::id(id.as_str()),
        (None, None) => Cell::empty(),
    }),
    Column::new("total_ms", "TOOK", |row: &Row, _| time(row.total_ms)).right(),
    Column::new("error_code", "ERROR", |row: &Row, _| Cell::maybe(row.error_code.as_deref(), Cell::bad)),
    Column::new("connection_id", "CONNECTION ID", |row: &Row, _| Cell::maybe(row.connection_id.as_deref(), Cell::id))
        .extra(),
    Column::new("error_message", "MESSAGE", |row: &Row, _| Cell::maybe(row.error_message.as_deref(), Cell::text))
        .extra(),
    Column::new("path", "PATH", |row: &Row, _| Cell::maybe(row.path.as_deref(), Cell::path)).extra(),
    Column::new("server_ms", "SERVER", |row: &Row, _| row.reported(row.server_ms)).right().extra(),
    Column::new("source_ms", "SOURCE", |row: &Row, _| row.reported(row.source_ms)).right().extra(),
    Column::new("network_ms", "NETWORK", |row: &Row, _| time(row.network_ms)).right().extra(),
    Column::new("clock_trouble", "CLOCKS", |row: &Row, _| {
        let cell = if row.clock_trouble { Cell::bad("wrong") } else { Cell::empty() };
        cell.machine(if row.clock_trouble { "true" } else { "false" })
    })
    .extra(),
    Column::new("sync_id", "SYNC", |row: &Row, _| Cell::maybe(row.sync_id.as_deref(), Cell::id)).extra(),
    Column::new("kind", "KIND", |row: &Row, _| Cell::maybe(row.kind.as_deref(), Cell::text)).extra(),
    Column::new("known_to", "KNOWN TO", |row: &Row, _| {
        Cell::text(match row.known_to {
            Origin::Server => "server",
            Origin::Journal => "journal",
            Origin::Both => "both",
        })
    })
    .extra(),
];
