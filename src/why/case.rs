//! What is known, and what follows from it.

use std::borrow::Cow;

use jiff::Timestamp;
use serde::Serialize;

use super::rules::of_record;
use super::webhook::facts::Webhook;
use crate::api::connections::Connection;
use crate::api::lenient::timestamp;
use crate::api::sync::{Sync, SyncError};
use crate::requests::Record;

/// Nothing is surer than this: what nobody recorded is not known.
const MOST: f64 = 0.99;

/// What is asked about.
#[derive(Clone, Debug)]
pub enum Subject {
    /// A connection.
    Connection,
    /// One request.
    Request(Box<Record>),
    /// One sync.
    Sync(Box<Sync>),
    /// A webhook event, or one delivery of it.
    Webhook(Box<Webhook>),
}

/// What is known.
#[derive(Clone, Debug)]
pub struct Case {
    /// What is asked about.
    pub subject: Subject,
    /// The connection, where there is one and it could be read.
    pub connection: Option<Connection>,
    /// ID of the connection, also where the connection itself could not be read.
    pub connection_id: Option<String>,
    /// Why the platform could not be asked: the word of this program for it, and a sentence.
    pub unreachable: Option<(String, String)>,
    /// Error of the connection's newest sync.
    pub sync_error: Option<SyncError>,
    /// Requests of the connection, or of whatever the subject belongs to, the newest first.
    pub records: Vec<Record>,
    /// Failures of other connections around [`Case::at`]; nothing where that could not be read.
    pub elsewhere: Option<Elsewhere>,
    /// What could not be read, each with the reason.
    pub unread: Vec<String>,
    /// The time at the server.
    pub now: Timestamp,
}

impl Case {
    /// Returns when what is asked about was: of a connection its newest failure.
    pub fn at(&self) -> Timestamp {
        match &self.subject {
            Subject::Connection => {
                let newest = self.records.iter().find(|record| of_record(record).is_some());
                newest.and_then(Record::time).unwrap_or(self.now)
            }
            Subject::Request(record) => record.time().unwrap_or(self.now),
            Subject::Sync(sync) => {
                let ended = sync.finished_at.as_deref().or(sync.started_at.as_deref());
                ended.and_then(timestamp).unwrap_or(self.now)
            }
            Subject::Webhook(_) => self.now,
        }
    }
}

/// What failed for other connections.
#[derive(Clone, Debug)]
pub struct Elsewhere {
    /// The failures.
    pub failed: Vec<Record>,
    /// Whether these are all: only then one that is not among them did not happen.
    pub is_whole: bool,
}

/// One sign of a cause.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Evidence {
    /// What was seen, in a sentence without a full stop.
    pub text: String,
    /// The chance that this alone shows the cause, 0 to 1.
    pub weight: f64,
    /// The request that shows it: its ID, or its row in the journal.
    pub request_id: Option<String>,
    /// When it was, RFC 3339.
    pub at: Option<String>,
}

impl Evidence {
    pub(super) fn new(weight: f64, text: impl Into<String>) -> Self {
        Self { text: text.into(), weight, request_id: None, at: None }
    }

    pub(super) fn of(weight: f64, text: impl Into<String>, record: &Record) -> Self {
        Self { request_id: record.reference().map(Cow::into_owned), at: record.at.clone(), ..Self::new(weight, text) }
    }
}

/// A likely cause.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Cause {
    /// The word for it, for example `system_unreachable`.
    pub cause: &'static str,
    /// What it is, in a sentence.
    pub statement: &'static str,
    /// How sure it is, 0 to 1.
    pub sure: f64,
    /// The first sign of it since it was well last, RFC 3339; nothing where that is not known.
    pub since: Option<String>,
    /// The newest sign of it, RFC 3339.
    pub last: Option<String>,
    /// Whether requests succeed again since its last sign.
    pub is_over: bool,
    /// What shows it, the heaviest first.
    pub evidence: Vec<Evidence>,
    /// What to do about it where no command does.
    pub advice: Option<&'static str>,
    /// Commands that help.
    pub next: Vec<String>,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The first cause is likely.
    Found,
    /// Nothing points to a fault, and enough was looked at to say so.
    Well,
    /// What is known does not decide it.
    Undecided,
}

/// The answer.
#[derive(Clone, Debug, Serialize)]
pub struct Diagnosis {
    /// What came of it.
    pub verdict: Verdict,
    /// Likely causes, the likeliest first.
    pub causes: Vec<Cause>,
    /// What shows that it is well, or speaks against a fault.
    pub well: Vec<String>,
    /// What would decide it, where it is undecided.
    pub missing: Vec<String>,
}

/// Adds up pieces of evidence as independent ones.
pub(super) fn combined(evidence: &[Evidence]) -> f64 {
    let doubt: f64 = evidence.iter().map(|piece| 1.0 - piece.weight.clamp(0.0, 1.0)).product();
    (1.0 - doubt).min(MOST)
}
