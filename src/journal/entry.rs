//! A request as the journal stores it.

use std::time::Duration;

use jiff::Timestamp;
use rusqlite::{Row, params};
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

/// An exchange, redacted and ready to be written.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    at: i64,
    profile: String,
    server: Option<String>,
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
    pub(super) fn new(exchange: &Exchange, (profile, server): (&str, Option<&str>), paths: &mut KnownPaths) -> Self {
        Self {
            at: exchange.at.as_microsecond(),
            profile: profile.into(),
            server: server.map(str::to_owned),
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

    /// Inserts it and returns its number.
    pub(super) fn insert(&self, db: &rusqlite::Connection) -> rusqlite::Result<i64> {
        let mut statement = db.prepare_cached(
            "INSERT INTO exchange (at, profile, server, connection, kind, sender, method, template, path, status, error_code, error_message,
                 request_id, elapsed, server_time, source_time, sent_bytes, received_bytes, attempt)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )?;
        // By position: to look up nineteen names for each row took as long as to write it.
        let number = statement.insert(params![
            self.at,
            self.profile,
            self.server,
            self.connection,
            self.kind,
            self.sender,
            self.method,
            self.template,
            self.path,
            self.status,
            self.error_code,
            self.error_message,
            self.request_id,
            self.elapsed,
            self.server_time,
            self.source_time,
            self.sent_bytes,
            self.received_bytes,
            self.attempt,
        ])?;
        if let Some(bodies) = &self.bodies {
            bodies.insert(db, number)?;
        }
        Ok(number)
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
