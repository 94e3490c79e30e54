//! What is known of a connection at one moment.

use jiff::Timestamp;

use crate::api::connections::{Connection, Integration};
use crate::api::metrics::MetricGroup;
use crate::api::sync::SyncStatus;
use crate::exit::Exit;
use crate::failure::Failure;

/// The answer to one question about a connection.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Asked<T> {
    /// Nobody asked, or this server does not offer to tell.
    #[default]
    No,
    /// The answer.
    Answer(T),
    /// The question was asked in vain.
    InVain(Trouble),
}

impl<T> Asked<T> {
    /// Returns the answer, if there is one.
    pub const fn answer(&self) -> Option<&T> {
        match self {
            Self::Answer(answer) => Some(answer),
            Self::No | Self::InVain(_) => None,
        }
    }

    /// Returns why there is no answer, if it was asked in vain.
    pub const fn trouble(&self) -> Option<&Trouble> {
        match self {
            Self::InVain(trouble) => Some(trouble),
            Self::No | Self::Answer(_) => None,
        }
    }
}

/// Why something could not be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// The exit class of it.
    pub exit: Exit,
    /// What happened, in one line.
    pub message: String,
    /// The request ID of the call that failed.
    pub request_id: Option<String>,
    /// The next command.
    pub remedy: Option<String>,
}

impl From<&Failure> for Trouble {
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

/// What is known of a connection at one moment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Snapshot {
    /// Its row.
    pub connection: Connection,
    /// The state of its syncing, where the server tells.
    pub sync: Asked<SyncStatus>,
    /// What its own token is told about it, where that was asked instead.
    pub integration: Asked<Integration>,
    /// Its figures, from the server or the journal.
    pub metrics: Asked<MetricGroup>,
    /// Its token.
    pub token: Asked<Token>,
}

impl Snapshot {
    /// Returns a snapshot of which only the row is known.
    pub fn of(connection: Connection) -> Self {
        Self { connection, ..Self::default() }
    }
}
