//! The state of a connection at one moment.

use jiff::Timestamp;

use super::regression::Judged;
use crate::api::connections::{Connection, Integration};
use crate::api::metrics::MetricGroup;
use crate::api::sync::SyncStatus;
use crate::exit::Exit;
use crate::failure::Failure;

/// The result of one query about a connection.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Query<T> {
    /// Not sent: no budget needs it, or the server does not offer it.
    #[default]
    Skipped,
    /// What was returned.
    Answer(T),
    /// The query failed.
    Failed(ProbeError),
}

impl<T> Query<T> {
    /// Returns what was returned, if anything was.
    pub const fn answer(&self) -> Option<&T> {
        match self {
            Self::Answer(answer) => Some(answer),
            Self::Skipped | Self::Failed(_) => None,
        }
    }

    /// Returns why the query failed, if it did.
    pub const fn error(&self) -> Option<&ProbeError> {
        match self {
            Self::Failed(error) => Some(error),
            Self::Skipped | Self::Answer(_) => None,
        }
    }
}

/// Why a query failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProbeError {
    /// The exit code of its class.
    pub exit: Exit,
    /// What happened, in one line.
    pub message: String,
    /// The request ID of the call that failed.
    pub request_id: Option<String>,
    /// The command that helps.
    pub remedy: Option<String>,
}

impl From<&Failure> for ProbeError {
    fn from(failure: &Failure) -> Self {
        Self {
            exit: failure.exit,
            message: failure.causes().join(": "),
            request_id: failure.request_id.clone(),
            remedy: failure.hints.first().cloned(),
        }
    }
}

/// The token of a connection, as far as it may be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// When it ends.
    pub expires_at: Timestamp,
    /// Whether it is renewed without a person.
    pub renews_itself: bool,
}

/// Where figures come from and what they are about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// Who counted: `server`, or `journal of this machine`.
    pub source: &'static str,
    /// Start of the time that was looked at, RFC 3339.
    pub from: Option<String>,
    /// End of the time that was looked at, RFC 3339.
    pub to: Option<String>,
}

/// The figures of one connection, and where they come from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sampled {
    /// Where they come from.
    pub evidence: Evidence,
    /// Of all requests that count: calls, syncs and probes.
    pub all: MetricGroup,
    /// Of the calls alone, which somebody waits for.
    pub calls: MetricGroup,
}

/// The state of a connection at one moment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Snapshot {
    /// Its row.
    pub connection: Connection,
    /// Its sync status.
    pub sync: Query<SyncStatus>,
    /// The connection as its own token reads it, where the sync status is not offered.
    pub integration: Query<Integration>,
    /// Its metrics, from the server or the journal.
    pub metrics: Query<Sampled>,
    /// Its figures against those of an earlier time.
    pub trends: Query<Judged>,
    /// Its token.
    pub token: Query<Token>,
}

impl Snapshot {
    /// Returns a snapshot of which only the row is known.
    pub fn of(connection: Connection) -> Self {
        Self { connection, ..Self::default() }
    }

    /// Returns why a query about its sync failed, if one did.
    pub fn trouble(&self) -> Option<&ProbeError> {
        self.sync.error().or_else(|| self.integration.error())
    }
}
