//! A request as the journal stores it.

use std::time::Duration;

use jiff::Timestamp;
use rusqlite::{Connection, Row};
use serde::Serialize;

use super::bodies::Bodies;
use super::redact::{self, KnownPaths};
use crate::api::requests::RequestKind;
use crate::exchange::{Exchange, Sender, Timing, is_failure};

/// One request of this machine. Its fields are called as in the platform's request log, so that programs read one shape
/// from both.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Entry {
    /// The number of the row: later entries have higher ones.
    pub number: i64,
    /// The request ID, where a response had one.
    #[serde(rename = "id")]
    pub request_id: Option<String>,
    /// When the request left.
    pub at: Timestamp,
    /// The profile it was made with.
    pub profile: String,
    /// The server it was sent to: its address, or `sandbox`. Not known of rows of earlier versions.
    pub server: Option<String>,
    /// The connection it was for.
    #[serde(rename = "connection_id")]
    pub connection: Option<String>,
    /// What it was for.
    pub kind: RequestKind,
    /// Which program sent it.
    pub sender: Sender,
    /// The HTTP method.
    pub method: String,
    /// The path template.
    #[serde(rename = "endpoint")]
    pub template: String,
    /// The path with its query, redacted.
    pub path: String,
    /// The HTTP status, or nothing when no answer came.
    pub status: Option<u16>,
    /// The error code.
    pub error_code: Option<String>,
    /// The error message, redacted.
    pub error_message: Option<String>,
    /// Time from sending to the end of the response.
    #[serde(rename = "total_ms", serialize_with = "millis")]
    pub elapsed: Duration,
    /// Time in the server, as it reports.
    #[serde(rename = "server_ms", serialize_with = "maybe_millis")]
    pub server_time: Option<Duration>,
    /// Time in the connected system, as the server reports.
    #[serde(rename = "source_ms", serialize_with = "maybe_millis")]
    pub source_time: Option<Duration>,
    /// Bytes of the request body.
    pub sent_bytes: u64,
    /// Bytes of the response body.
    #[serde(rename = "bytes")]
    pub received_bytes: u64,
    /// Which attempt of its call this was, from 1.
    pub attempt: u32,
}

impl Entry {
    /// Returns whether it failed, as [`is_failure`] has it.
    pub fn is_failed(&self) -> bool {
        is_failure(self.status, self.error_code.as_deref())
    }

    /// Returns its times.
    pub const fn timing(&self) -> Timing {
        Timing { elapsed: Some(self.elapsed), server: self.server_time, source: self.source_time }
    }

    /// Reads a row with [`COLUMNS`], in any order.
    pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            number: row.get("number")?,
            at: stamp(row.get("at")?),
            profile: row.get("profile")?,
            server: row.get("server")?,
            connection: row.get("connection")?,
            kind: kind(row.get_ref("kind")?.as_str()?),
            sender: sender(row.get_ref("sender")?.as_str()?),
            method: row.get("method")?,
            template: row.get("template")?,
            path: row.get("path")?,
            status: row.get("status")?,
            error_code: row.get("error_code")?,
            error_message: row.get("error_message")?,
            request_id: row.get("request_id")?,
            elapsed: duration(row.get("elapsed")?),
            server_time: row.get::<_, Option<i64>>("server_time")?.map(duration),
            source_time: row.get::<_, Option<i64>>("source_time")?.map(duration),
            sent_bytes: row.get::<_, i64>("sent_bytes")?.unsigned_abs(),
            received_bytes: row.get::<_, i64>("received_bytes")?.unsigned_abs(),
            attempt: row.get("attempt")?,
        })
    }
}

/// The columns that [`Entry::read`] needs.
pub(super) const COLUMNS: &str = "number, at, profile, server, connection, kind, sender, method, template, path, status, error_code, \
     error_message, request_id, elapsed, server_time, source_time, sent_bytes, received_bytes, attempt";

/// Inserts a row: the names it is filed under, the texts of a [`Draft`], its numbers.
const INSERT: &str = "INSERT INTO exchange (profile, server, connection, kind, sender, method, template, path, error_code, \
     error_message, request_id, at, status, elapsed, server_time, source_time, sent_bytes, received_bytes, attempt) \
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
/// How many columns of a [`Draft`] are texts.
const TEXTS: usize = 9;

/// An exchange, redacted and ready to be written.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    at: i64,
    connection: Option<String>,
    kind: &'static str,
    sender: &'static str,
    method: String,
    template: String,
    path: String,
    status: Option<u16>,
    error_code: Option<String>,
    error_message: Option<String>,
    request_id: Option<String>,
    elapsed: i64,
    server_time: Option<i64>,
    source_time: Option<i64>,
    sent_bytes: i64,
    received_bytes: i64,
    attempt: u32,
    bodies: Option<Bodies>,
}

impl Draft {
    pub(super) fn new(exchange: &Exchange, paths: &mut KnownPaths) -> Self {
        Self {
            at: exchange.at.as_microsecond(),
            connection: exchange.connection.as_deref().map(|id| redact::label(id, 200)),
            kind: exchange.kind.as_str(),
            sender: exchange.sender.as_str(),
            method: redact::label(&exchange.method, 20),
            template: paths.path(&exchange.template),
            path: paths.path(&exchange.path),
            status: exchange.status,
            error_code: exchange.error_code.as_deref().map(|code| redact::label(code, 100)),
            error_message: exchange.error_message.as_deref().map(redact::message),
            request_id: exchange.request_id.as_deref().filter(|id| !id.is_empty()).map(|id| redact::label(id, 200)),
            elapsed: micros(exchange.elapsed),
            server_time: exchange.server_time.map(micros),
            source_time: exchange.source_time.map(micros),
            sent_bytes: i64::try_from(exchange.sent_bytes).unwrap_or(i64::MAX),
            received_bytes: i64::try_from(exchange.received_bytes).unwrap_or(i64::MAX),
            attempt: exchange.attempt,
            bodies: None,
        }
    }

    /// Adds the bodies, already redacted.
    pub(super) fn with_bodies(self, bodies: Option<Bodies>) -> Self {
        Self { bodies: bodies.filter(|bodies| !bodies.is_empty()), ..self }
    }

    /// Inserts all of them, filed under a profile and a server, and hands each number to `take`.
    pub(super) fn insert_all<'a>(
        drafts: impl IntoIterator<Item = &'a Self>,
        (profile, server): (&str, Option<&str>),
        db: &Connection,
        mut take: impl FnMut(i64),
    ) -> rusqlite::Result<()> {
        let mut statement = db.prepare_cached(INSERT)?;
        statement.raw_bind_parameter(1, profile)?;
        statement.raw_bind_parameter(2, server)?;
        let mut bound: Option<[_; TEXTS]> = None;
        for draft in drafts {
            // What is bound stays so: a text is copied when it is bound, and most are those of the row before.
            let texts = draft.texts();
            for (at, text) in texts.iter().enumerate() {
                if bound.is_none_or(|bound| bound[at] != *text) {
                    statement.raw_bind_parameter(3 + at, text)?;
                }
            }
            bound = Some(texts);
            for (at, number) in draft.numbers().into_iter().enumerate() {
                statement.raw_bind_parameter(3 + TEXTS + at, number)?;
            }
            statement.raw_execute()?;
            let number = db.last_insert_rowid();
            if let Some(bodies) = &draft.bodies {
                bodies.insert(db, number)?;
            }
            take(number);
        }
        Ok(())
    }

    fn texts(&self) -> [Option<&str>; TEXTS] {
        let Self { connection, kind, sender, method, template, path, error_code, error_message, request_id, .. } = self;
        let [connection, code, message, id] = [connection, error_code, error_message, request_id].map(Option::as_deref);
        [connection, Some(kind), Some(sender), Some(method), Some(template), Some(path), code, message, id]
    }

    fn numbers(&self) -> [Option<i64>; 8] {
        let Self { at, elapsed, server_time, source_time, sent_bytes, received_bytes, attempt, .. } = *self;
        let (status, attempt) = (self.status.map(i64::from), Some(i64::from(attempt)));
        [Some(at), status, Some(elapsed), server_time, source_time, Some(sent_bytes), Some(received_bytes), attempt]
    }
}

/// Reads a point in time as the journal writes it. What no calendar reaches becomes its end.
pub(super) fn stamp(micros: i64) -> Timestamp {
    Timestamp::from_microsecond(micros).unwrap_or(if micros < 0 { Timestamp::MIN } else { Timestamp::MAX })
}

/// Reads a kind as the journal writes it. One of a later version counts as a call.
pub(super) fn kind(text: &str) -> RequestKind {
    text.parse().unwrap_or_default()
}

fn sender(text: &str) -> Sender {
    if text == Sender::Application.as_str() { Sender::Application } else { Sender::Makini }
}

/// Reads a time as the journal writes it.
pub(super) fn duration(micros: i64) -> Duration {
    Duration::from_micros(micros.unsigned_abs())
}

fn micros(time: Duration) -> i64 {
    i64::try_from(time.as_micros()).unwrap_or(i64::MAX)
}

fn millis<S: serde::Serializer>(time: &Duration, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_f64(time.as_secs_f64() * 1000.0)
}

#[expect(clippy::ref_option, reason = "serde passes the field by reference")]
fn maybe_millis<S: serde::Serializer>(time: &Option<Duration>, to: S) -> Result<S::Ok, S::Error> {
    time.map(|time| time.as_secs_f64() * 1000.0).serialize(to)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::schema::MIGRATIONS;

    fn database() -> Connection {
        crate::sqlite::open_in_memory(MIGRATIONS).expect("a database")
    }

    #[test]
    fn rows_of_a_group_keep_their_own_texts() {
        let draft = |method: &str, id: Option<&str>, code: Option<&str>| Draft {
            at: 7,
            connection: code.map(|_| "con_1".to_owned()),
            kind: RequestKind::Api.as_str(),
            sender: Sender::Application.as_str(),
            method: method.to_owned(),
            template: "/t".to_owned(),
            path: format!("/t?{}", id.unwrap_or_default()),
            status: code.is_none().then_some(200),
            error_code: code.map(str::to_owned),
            error_message: None,
            request_id: id.map(str::to_owned),
            elapsed: 1,
            server_time: None,
            source_time: Some(2),
            sent_bytes: 3,
            received_bytes: 4,
            attempt: 1,
            bodies: None,
        };
        let drafts =
            [draft("GET", Some("a"), None), draft("GET", None, Some("timeout")), draft("PUT", Some("a"), None)];
        let (db, mut numbers) = (database(), Vec::new());
        Draft::insert_all(&drafts, ("p", Some("sandbox")), &db, |number| numbers.push(number)).expect("written");
        assert_eq!(numbers, [1, 2, 3]);
        let mut rows = db.prepare(&format!("SELECT {COLUMNS} FROM exchange ORDER BY number")).expect("valid SQL");
        let rows: Result<Vec<_>, _> = rows.query_map([], Entry::read).expect("runs").collect();
        for (row, draft) in rows.expect("rows").into_iter().zip(drafts) {
            assert_eq!((row.profile.as_str(), row.server.as_deref()), ("p", Some("sandbox")));
            let texts = (row.method, row.path, row.connection, row.error_code, row.request_id);
            assert_eq!(texts, (draft.method, draft.path, draft.connection, draft.error_code, draft.request_id));
            let numbers = (row.status, row.source_time, row.sent_bytes, row.received_bytes, row.attempt);
            assert_eq!(numbers, (draft.status, Some(Duration::from_micros(2)), 3, 4, 1));
        }
    }

    #[test]
    fn a_row_is_written_without_a_table_of_its_own() {
        let db = database();
        let mut program = db.prepare(&format!("EXPLAIN {INSERT}")).expect("valid SQL");
        let steps = program.query_map([None::<i64>; 19], |row| row.get::<_, String>(1)).expect("runs");
        let steps: Vec<_> = steps.collect::<Result<_, _>>().expect("text");
        assert!(steps.contains(&"IdxInsert".to_owned()), "{steps:?}");
        assert!(!steps.contains(&"OpenEphemeral".to_owned()), "{steps:?}");
    }
}
