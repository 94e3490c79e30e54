//! A request from the server's log, the journal of this machine, or both.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::time::Duration;

use jiff::Timestamp;
use serde::Serialize;

use crate::api::connections::Connection;
use crate::api::lenient::timestamp;
use crate::api::requests::{LoggedRequest, RequestKind};
use crate::client::Client;
use crate::exchange::{Timing, is_failure};
use crate::journal::{self, Entry};

/// How far apart the server and this machine may date one request, besides the time that it took.
const SAME_CALL: Duration = Duration::from_secs(1);

/// Where a request was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// The server's log.
    Server,
    /// The journal of this machine.
    Journal,
    /// Both.
    Both,
}

/// One request. Times are in milliseconds.
#[derive(Clone, Debug, Serialize)]
pub struct Record {
    /// Request ID.
    pub id: Option<String>,
    /// Number of its row in the journal, where this machine made it.
    pub number: Option<i64>,
    /// When it was received, or left this machine; RFC 3339.
    pub at: Option<String>,
    /// Where it was found.
    pub known_to: Origin,
    /// The profile it was made with, where this machine made it.
    pub profile: Option<String>,
    /// The server that this machine sent it to: its address, or `sandbox`.
    pub server: Option<String>,
    /// ID of the connection that it was for.
    pub connection_id: Option<String>,
    /// The connection's name.
    pub connection: Option<String>,
    /// The sync that it belongs to.
    pub sync_id: Option<String>,
    /// What it was for: `RequestKind`, as text.
    pub kind: Option<String>,
    /// Which program sent it, where it went through this machine: `makini` or `application`.
    pub sender: Option<&'static str>,
    /// HTTP method, in capitals.
    pub method: Option<String>,
    /// Path template.
    pub endpoint: Option<String>,
    /// Path with its IDs; from the journal also the query, redacted.
    pub path: Option<String>,
    /// HTTP status; nothing where no answer came.
    pub status: Option<u64>,
    /// Error code of the platform, or the word of this program for what happened on the way (`timeout`, `reset`).
    pub error_code: Option<String>,
    /// Message of a failed request, for people.
    pub error_message: Option<String>,
    /// End to end where this machine made it, else what the server took.
    pub total_ms: Option<f64>,
    /// What the server took.
    pub server_ms: Option<f64>,
    /// Of that, what the connected system took.
    pub source_ms: Option<f64>,
    /// What is left of the whole: the network.
    pub network_ms: Option<f64>,
    /// Whether a part is reported as longer than the whole: one of the clocks is wrong.
    pub clock_trouble: bool,
    /// Size of the response body, in bytes.
    pub bytes: Option<u64>,
    /// Which attempt of its call it was, where this machine made it.
    pub attempt: Option<u32>,
}

impl From<LoggedRequest> for Record {
    fn from(logged: LoggedRequest) -> Self {
        let (server, source) = (logged.total_ms.and_then(time_of), logged.source_ms.and_then(time_of));
        Self {
            id: logged.id,
            number: None,
            at: logged.at,
            known_to: Origin::Server,
            profile: None,
            server: None,
            // An empty ID is none, and no command about it helps.
            connection_id: logged.connection_id.filter(|id| !id.is_empty()),
            connection: None,
            sync_id: logged.sync_id.filter(|id| !id.is_empty()),
            kind: logged.kind,
            sender: None,
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

impl From<Entry> for Record {
    fn from(entry: Entry) -> Self {
        let timing = entry.timing();
        Self {
            id: entry.request_id,
            number: Some(entry.number),
            at: Some(entry.at.to_string()),
            known_to: Origin::Journal,
            profile: Some(entry.profile),
            server: entry.server,
            connection_id: entry.connection,
            connection: None,
            sync_id: None,
            kind: Some(entry.kind.to_string()),
            sender: Some(entry.sender.as_str()),
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

impl Record {
    /// Combines both records of one request: the server's for what was done, the journal's for the time end to end.
    pub fn combined(server: Self, journal: Self) -> Self {
        let server_ms = server.server_ms.or(journal.server_ms);
        let source_ms = server.source_ms.or(journal.source_ms);
        let time = |ms: Option<f64>| ms.and_then(time_of);
        let timing = Timing { elapsed: time(journal.total_ms), server: time(server_ms), source: time(source_ms) };
        Self {
            known_to: Origin::Both,
            number: journal.number,
            profile: journal.profile,
            server: journal.server,
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
            sender: journal.sender,
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
    pub fn merged(server: Vec<Self>, journal: Vec<Self>) -> Vec<Self> {
        let mut rows = server;
        let places: HashMap<String, usize> =
            rows.iter().enumerate().filter_map(|(place, row)| Some((row.id.clone()?, place))).collect();
        let mut taken: HashSet<usize> = HashSet::new();
        for row in journal {
            let place = match &row.id {
                Some(id) => places.get(id).copied(),
                // The answer that would have had the ID did not arrive.
                None => rows.iter().enumerate().position(|(place, logged)| {
                    !taken.contains(&place) && logged.known_to == Origin::Server && logged.may_be(&row)
                }),
            };
            match place {
                Some(place) => {
                    taken.insert(place);
                    rows[place] = Self::combined(rows[place].clone(), row);
                }
                None => rows.push(row),
            }
        }
        rows.sort_by_key(|row| std::cmp::Reverse(row.time()));
        rows
    }

    /// Whether the server's record is that of a request whose answer did not reach this machine: the same call, at the same
    /// time.
    fn may_be(&self, unanswered: &Self) -> bool {
        let (Some(logged), Some(sent)) = (self.time(), unanswered.time()) else { return false };
        let elapsed = Duration::from_secs_f64((unanswered.total_ms.unwrap_or(0.0) / 1000.0).clamp(0.0, 3600.0));
        unanswered.status.is_none()
            && self.method == unanswered.method
            && self.path_alone() == unanswered.path_alone()
            && self.connection_id == unanswered.connection_id
            && logged.duration_since(sent).unsigned_abs() <= elapsed + SAME_CALL
    }

    /// Converts a time of this machine to the server's, by whose clock the rows around it are dated.
    pub fn at_server(self, client: &Client) -> Self {
        let at = self.time().map(|at| client.there(at).to_string());
        Self { at: at.or(self.at.clone()), ..self }
    }

    /// Returns what commands take to mean this request: its ID, or where no response had one, its row in the journal.
    pub fn reference(&self) -> Option<Cow<'_, str>> {
        let row = || self.number.map(|number| Cow::Owned(journal::reference(number)));
        self.id.as_deref().map(Cow::Borrowed).or_else(row)
    }

    /// Returns the server that this machine sent it to, where it is known and another than this: today's may not be the one of
    /// last week.
    pub fn elsewhere(&self, here: Option<&str>) -> Option<&str> {
        self.server.as_deref().filter(|server| here != Some(server))
    }

    /// Returns whether both are of the same request.
    pub fn is(&self, other: &Self) -> bool {
        (self.id.is_some() && self.id == other.id) || (self.number.is_some() && self.number == other.number)
    }

    /// Returns when it was.
    pub fn time(&self) -> Option<Timestamp> {
        self.at.as_deref().and_then(timestamp)
    }

    /// Returns the path without the query.
    pub fn path_alone(&self) -> Option<&str> {
        self.path.as_deref().and_then(|path| path.split('?').next())
    }

    /// Returns whether it failed, as [`is_failure`] has it.
    pub fn is_failed(&self) -> bool {
        let status = self.status.map(|status| u16::try_from(status).unwrap_or(u16::MAX));
        is_failure(status, self.error_code.as_deref())
    }

    /// Returns whether this program asked it for its own commands: it says nothing about what people do.
    pub fn is_of_tool(&self) -> bool {
        self.kind.as_deref() == Some(RequestKind::Tool.as_str())
    }

    /// Returns whether the platform sent it to the connected system: for a sync, or to try the system again.
    pub fn is_of_platform(&self) -> bool {
        let own = [RequestKind::Sync, RequestKind::Probe];
        self.kind.as_deref().is_some_and(|kind| own.iter().any(|own| own.as_str() == kind))
    }

    /// Returns `GET /api/erp/vendors`.
    pub fn call(&self) -> String {
        let path = [&self.endpoint, &self.path].into_iter().flatten().find(|path| !path.is_empty());
        let path = path.map_or("?", String::as_str);
        format!("{} {path}", self.method.as_deref().unwrap_or("?"))
    }
}

/// Gives rows the names of their connections.
pub fn add_names<'a>(rows: impl IntoIterator<Item = &'a mut Record>, connections: &[Connection]) {
    let names: HashMap<&str, &str> =
        connections.iter().filter_map(|row| Some((row.id(), row.name.as_deref()?))).collect();
    for row in rows {
        row.connection = row.connection_id.as_deref().and_then(|id| names.get(id)).map(|name| (*name).to_owned());
    }
}
