//! The rows of the inbox as values: events, attempts, conflicts, rejections.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use clap::ValueEnum;
use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Map, Value};

use super::super::Error;
use super::super::database::{Database, Row};
use super::super::store::digest_identity;
use super::super::verify::Verdict;
use super::outcome::{self, Outcome};
use crate::hex;

/// The forwarding state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ValueEnum)]
#[serde(rename_all = "snake_case")]
pub enum ForwardState {
    /// Not forwarded: no route matched.
    None,
    /// Waiting for its next attempt.
    Pending,
    /// Accepted by a handler.
    Delivered,
    /// Failed after the last attempt.
    Failed,
}

impl ForwardState {
    /// Every state, in the order of their numbers.
    pub const ALL: [Self; 4] = [Self::None, Self::Pending, Self::Delivered, Self::Failed];

    /// Returns the word that is shown.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Pending => "pending",
            Self::Delivered => "delivered",
            Self::Failed => "failed",
        }
    }

    pub(super) const fn number(self) -> i64 {
        match self {
            Self::None => 0,
            Self::Pending => 1,
            Self::Delivered => 2,
            Self::Failed => 3,
        }
    }

    fn read(number: i64) -> Self {
        Self::ALL.into_iter().find(|state| state.number() == number).unwrap_or(Self::None)
    }
}

/// One event, without its body. Texts from deliveries are not sanitized.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Entry {
    /// Its arrival number.
    pub number: i64,
    /// Its ID, or one made of its digest.
    pub id: String,
    /// Whether it has an ID of its own.
    pub own_id: bool,
    /// The event's name, for example `assets.updated`; empty if the body has none.
    pub event: String,
    /// The ID of the connection; empty if the body has none.
    pub connection: String,
    /// When it happened, as in the body.
    pub timestamp: Option<String>,
    /// When it was received.
    pub received_at: Timestamp,
    /// Bytes of the body.
    pub bytes: u64,
    /// Whether the signature holds.
    pub verdict: Verdict,
    /// Which text matched.
    pub mode: Option<String>,
    /// How often it was received again.
    pub duplicates: u64,
    /// Other bodies under its ID.
    pub conflicts: u64,
    /// The first arrival with the same digest, where neither has an ID.
    pub possible_duplicate_of: Option<i64>,
    /// The forwarding state.
    pub forward: ForwardState,
    /// Attempts since it was last queued.
    pub tries: u32,
    /// When the next attempt is due.
    pub next_attempt_at: Option<Timestamp>,
    /// What came of it.
    pub outcome: Outcome,
    /// When it was first sent to a handler.
    pub first_try_at: Option<Timestamp>,
    /// When it was last sent to a handler.
    pub last_try_at: Option<Timestamp>,
}

/// Returns the columns that [`entry`] reads.
pub(super) fn columns() -> String {
    format!(
        "number, event_id, digest, event, connection, event_time, received_at, length(body) AS bytes, verdict, mode,
        duplicates, conflicts, duplicate_of, state, tries, next_try_at, {} AS outcome,
        (SELECT started_at FROM attempts WHERE arrival = arrivals.number ORDER BY id LIMIT 1) AS first_try,
        (SELECT started_at FROM attempts WHERE arrival = arrivals.number ORDER BY id DESC LIMIT 1) AS last_try",
        outcome::SQL
    )
}

pub(super) fn entry(row: &Row<'_>) -> Result<Entry, Error> {
    let own = row.maybe_text("event_id")?;
    let digest = row.bytes("digest")?;
    Ok(Entry {
        number: row.number("number")?,
        own_id: own.is_some(),
        id: own.unwrap_or_else(|| digest_identity(digest)),
        event: row.text("event")?,
        connection: row.text("connection")?,
        timestamp: row.maybe_text("event_time")?,
        received_at: time(row.number("received_at")?),
        bytes: row.count("bytes")?,
        // An unknown word is not trusted.
        verdict: Verdict::read(&row.text("verdict")?).unwrap_or(Verdict::Unverified),
        mode: row.maybe_text("mode")?,
        duplicates: row.count("duplicates")?,
        conflicts: row.count("conflicts")?,
        possible_duplicate_of: row.maybe_number("duplicate_of")?,
        forward: ForwardState::read(row.number("state")?),
        tries: u32::try_from(row.count("tries")?).unwrap_or(u32::MAX),
        next_attempt_at: row.maybe_number("next_try_at")?.map(time),
        outcome: Outcome::read(row.number("outcome")?),
        first_try_at: row.maybe_number("first_try")?.map(time),
        last_try_at: row.maybe_number("last_try")?.map(time),
    })
}

/// One event with body, headers, conflicts and attempts.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Detail {
    /// The event.
    #[serde(flatten)]
    pub entry: Entry,
    /// Its headers in the order received, credentials masked.
    pub headers: Vec<(String, String)>,
    /// The bytes as received.
    #[serde(serialize_with = "as_text")]
    pub body: Vec<u8>,
    /// The text that is signed and forwarded, where it differs from the body.
    #[serde(serialize_with = "as_optional_text", skip_serializing_if = "Option::is_none")]
    pub canonical: Option<Vec<u8>>,
    /// Other bodies under its ID.
    #[serde(rename = "conflicting")]
    pub other_bodies: Vec<Conflict>,
    /// Attempts to forward or replay it.
    pub attempts: Vec<Attempt>,
    /// An event of the same connection that happened later and came earlier.
    pub older_than: Option<i64>,
}

/// Another body under the ID of an event.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Conflict {
    /// When it was first received.
    pub received_at: Timestamp,
    /// How often.
    pub seen: u64,
    /// Its headers.
    pub headers: Vec<(String, String)>,
    /// Its bytes.
    #[serde(serialize_with = "as_text")]
    pub body: Vec<u8>,
}

/// One attempt to deliver an event to a handler.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Attempt {
    /// `forward` or `replay`.
    pub kind: String,
    /// The handler.
    pub target: String,
    /// When it began.
    pub started_at: Timestamp,
    /// When it ended; nothing if it is under way, or was cut off.
    pub ended_at: Option<Timestamp>,
    /// The handler's status.
    pub status: Option<u16>,
    /// The error, for people.
    pub error: Option<String>,
    /// How long the handler took, in milliseconds.
    pub millis: Option<f64>,
}

/// A delivery that was not accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Rejection {
    /// When it was received.
    pub received_at: Timestamp,
    /// Why it was not accepted.
    pub reason: String,
    /// Bytes of its body, which is not stored.
    pub bytes: u64,
    /// SHA-256 of its body.
    pub digest: String,
    /// Names of its headers.
    pub header_names: Vec<String>,
}

pub(super) fn rejection(row: &Row<'_>) -> Result<Rejection, Error> {
    Ok(Rejection {
        received_at: time(row.number("received_at")?),
        reason: row.text("reason")?,
        bytes: row.count("bytes")?,
        digest: digest_identity(row.bytes("digest")?),
        header_names: row.text("header_names")?.split(',').map(str::to_owned).collect(),
    })
}

/// Reads all about one event; nothing if there is none.
pub(super) fn detail(db: &Database, number: i64) -> Result<Option<Detail>, Error> {
    let sql = format!(
        "SELECT {}, headers, body, canonical, {} AS older_than FROM arrivals WHERE number = ?1",
        columns(),
        db.newer()?
    );
    let number = [number.into()];
    let detail = db.first(&sql, &number, |row| {
        Ok(Detail {
            entry: entry(&row)?,
            headers: header_pairs(row.bytes("headers")?),
            body: row.bytes("body")?.to_vec(),
            canonical: row.maybe_bytes("canonical")?,
            other_bodies: Vec::new(),
            attempts: Vec::new(),
            older_than: row.maybe_number("older_than")?,
        })
    })?;
    let Some(mut detail) = detail else { return Ok(None) };
    let sql = "SELECT received_at, seen, headers, body FROM conflicts WHERE arrival = ?1 ORDER BY id";
    detail.other_bodies = db.all(sql, &number, |row| {
        Ok(Conflict {
            received_at: time(row.number("received_at")?),
            seen: row.count("seen")?,
            headers: header_pairs(row.bytes("headers")?),
            body: row.bytes("body")?.to_vec(),
        })
    })?;
    let sql =
        "SELECT kind, target, started_at, ended_at, status, error, micros FROM attempts WHERE arrival = ?1 ORDER BY id";
    detail.attempts = db.all(sql, &number, |row| attempt(&row))?;
    Ok(Some(detail))
}

/// Reads an attempt from the columns `kind, target, started_at, ended_at, status, error, micros`.
pub(super) fn attempt(row: &Row<'_>) -> Result<Attempt, Error> {
    let micros = row.maybe_number("micros")?.map(|micros| u32::try_from(micros).unwrap_or(u32::MAX));
    Ok(Attempt {
        kind: row.text("kind")?,
        target: row.text("target")?,
        started_at: time(row.number("started_at")?),
        ended_at: row.maybe_number("ended_at")?.map(time),
        status: row.maybe_number("status")?.and_then(|status| u16::try_from(status).ok()),
        error: row.maybe_text("error")?,
        millis: micros.map(|micros| f64::from(micros) / 1000.0),
    })
}

/// An event as a line of an export, which `webhooks verify --batch` reads.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Export {
    /// Its ID, or one made of its digest.
    pub id: String,
    /// Its arrival number.
    pub arrival: i64,
    /// When it was received.
    pub received_at: Timestamp,
    /// As `assets.updated`.
    pub event: String,
    /// The connection it is about.
    pub connection_id: String,
    /// Whether the signature holds.
    pub verdict: Verdict,
    /// How often it was received again.
    pub duplicates: u64,
    /// Number of other bodies under its ID.
    pub conflicts: u64,
    /// Those bodies.
    #[serde(rename = "conflicting", skip_serializing_if = "Vec::is_empty")]
    pub other_bodies: Vec<Conflict>,
    /// The forwarding state.
    pub forward: ForwardState,
    /// What came of it.
    pub outcome: Outcome,
    /// When it was first sent to a handler.
    pub first_try_at: Option<Timestamp>,
    /// When it was last sent to a handler.
    pub last_try_at: Option<Timestamp>,
    /// Its headers; those of one name joined.
    pub headers: Map<String, Value>,
    /// The body, if it is UTF-8.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// The body, if it is not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body_base64: Option<String>,
}

impl Export {
    pub(super) fn new(row: &Row<'_>) -> Result<Self, Error> {
        let entry = entry(row)?;
        let mut headers = Map::new();
        for (name, value) in header_pairs(row.bytes("headers")?) {
            match headers.get_mut(&name) {
                Some(Value::String(joined)) => joined.push_str(&format!(", {value}")),
                _ => drop(headers.insert(name, value.into())),
            }
        }
        let (body, body_base64) = match String::from_utf8(row.bytes("body")?.to_vec()) {
            Ok(text) => (Some(text), None),
            Err(bytes) => (None, Some(BASE64_STANDARD.encode(bytes.as_bytes()))),
        };
        Ok(Self {
            id: entry.id,
            arrival: entry.number,
            received_at: entry.received_at,
            event: entry.event,
            connection_id: entry.connection,
            verdict: entry.verdict,
            duplicates: entry.duplicates,
            conflicts: entry.conflicts,
            other_bodies: row.maybe_text("others")?.map(|rows| others(&rows)).unwrap_or_default(),
            forward: entry.forward,
            outcome: entry.outcome,
            first_try_at: entry.first_try_at,
            last_try_at: entry.last_try_at,
            headers,
            body,
            body_base64,
        })
    }
}

/// Reads the other bodies of an event, as [`Database::others`] has them.
fn others(rows: &str) -> Vec<Conflict> {
    let rows: Vec<(i64, u64, String, String)> = serde_json::from_str(rows).expect("made by the query");
    let bytes = |text: &str| {
        let mut bytes = vec![0; text.len() / 2];
        hex::decode_into(text.as_bytes(), &mut bytes).expect("made by the query");
        bytes
    };
    let conflict = |(at, seen, headers, body): (_, _, String, String)| Conflict {
        received_at: time(at),
        seen,
        headers: header_pairs(&bytes(&headers)),
        body: bytes(&body),
    };
    rows.into_iter().map(conflict).collect()
}

/// Reads stored header lines. Bytes that are not UTF-8 are replaced, for showing.
pub fn header_pairs(lines: &[u8]) -> Vec<(String, String)> {
    String::from_utf8_lossy(lines)
        .split('\n')
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

pub(super) fn time(micros: i64) -> Timestamp {
    Timestamp::from_microsecond(micros).unwrap_or(Timestamp::UNIX_EPOCH)
}

fn as_text<S: serde::Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    match std::str::from_utf8(bytes) {
        Ok(text) => serializer.serialize_str(text),
        Err(_) => serializer.collect_str(&format_args!("base64:{}", BASE64_STANDARD.encode(bytes))),
    }
}

#[expect(clippy::ref_option, reason = "serde hands it over so")]
fn as_optional_text<S: serde::Serializer>(bytes: &Option<Vec<u8>>, serializer: S) -> Result<S::Ok, S::Error> {
    as_text(bytes.as_deref().unwrap_or_default(), serializer)
}
