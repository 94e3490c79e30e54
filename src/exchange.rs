//! One HTTP exchange, as measured by the client, and the trait that records it.
//!
//! The client makes exchanges and the journal keeps them; through [`Recorder`] they never meet.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use serde::Serialize;

use crate::api::requests::RequestKind;

/// One request that was sent (or could not be), and what came back. One per attempt: a retried call is several.
#[derive(Clone, Debug, PartialEq)]
pub struct Exchange {
    /// Time the request was sent.
    pub at: Timestamp,
    /// ID of the connection whose token was used, if it was one.
    pub connection: Option<String>,
    /// What it was for.
    pub kind: RequestKind,
    /// Which program sent it.
    pub sender: Sender,
    /// HTTP method, in capitals.
    pub method: String,
    /// The path template, as `/api/system/connections/{id}`; never the filled-in path of a secret.
    pub template: String,
    /// Path with its query. Redacted by the journal before it is written.
    pub path: String,
    /// The HTTP status, or nothing when no answer came.
    pub status: Option<u16>,
    /// The platform's error code, or ours (`timeout`, `connect`, `tls`, …) when no answer came.
    pub error_code: Option<String>,
    /// The platform's message, or why no answer came.
    pub error_message: Option<String>,
    /// The request ID from the answer.
    pub request_id: Option<String>,
    /// From the first byte sent to the last byte received.
    pub elapsed: Duration,
    /// Total time of the server, from its timing header.
    pub server_time: Option<Duration>,
    /// Time spent in the connected system, from the timing header.
    pub source_time: Option<Duration>,
    /// Bytes of the request body.
    pub sent_bytes: u64,
    /// Bytes of the response body.
    pub received_bytes: u64,
    /// Which attempt of its call this was, from 1.
    pub attempt: u32,
}

/// Which program sent a request.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Sender {
    /// This one.
    #[default]
    Makini,
    /// An application.
    Application,
}

impl Sender {
    /// Returns the word for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Makini => "makini",
            Self::Application => "application",
        }
    }
}

/// Number of requests so far, by the status of their answers.
#[derive(Debug, Default)]
pub struct StatusCounts(Mutex<BTreeMap<Option<u16>, u64>>);

impl StatusCounts {
    /// Counts an answer; nothing where none came.
    pub fn add(&self, status: Option<u16>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner).entry(status).or_default() += 1;
    }

    /// Returns the counts.
    pub fn all(&self) -> Vec<(Option<u16>, u64)> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).iter().map(|(status, count)| (*status, *count)).collect()
    }
}

impl Exchange {
    /// Returns its times.
    pub const fn timing(&self) -> Timing {
        Timing { elapsed: Some(self.elapsed), server: self.server_time, source: self.source_time }
    }

    /// Returns whether the call succeeded.
    pub fn is_ok(&self) -> bool {
        self.status.is_some_and(|status| (200..400).contains(&status))
    }
}

/// Code of a call that the application ended before the answer was whole. It is no failure: nobody but the application
/// decided so.
pub const CANCELLED: &str = "cancelled";

/// Returns whether a call failed, by its status and its code: no answer came, one with a status of 400 and above, or something
/// else in place of one.
pub fn is_failure(status: Option<u16>, code: Option<&str>) -> bool {
    (status.is_none_or(|status| status >= 400) && code != Some(CANCELLED))
        || code.is_some_and(|code| UNUSABLE.contains(&code))
}

/// Code of an answer that was to be JSON and is not, whatever its status promises.
pub const NOT_JSON: &str = "not_json";
/// Code of an answer that is JSON, or nothing, and not what the API promises: of another shape, without a field that it must have,
/// with an error in it.
pub const UNEXPECTED: &str = "unexpected_answer";
/// Code of an answer that points elsewhere, where nothing is followed.
pub const REDIRECT: &str = "redirect";
/// Codes of answers that cannot be used, whatever their status promises.
pub const UNUSABLE: [&str; 3] = [NOT_JSON, UNEXPECTED, REDIRECT];

/// What is said of a request whose [`Timing::is_impossible`].
pub const IMPOSSIBLE: &str = "the server reports more time than the whole took, which cannot be: a clock is wrong";

/// The times of one request: as the client measured it, and as the server reports.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Timing {
    /// End to end, where this machine measured it.
    pub elapsed: Option<Duration>,
    /// Total time of the server.
    pub server: Option<Duration>,
    /// Of that, the time spent in the connected system.
    pub source: Option<Duration>,
}

impl Timing {
    /// Returns the time on the network: end to end minus the time of the server. Nothing where the server reports more
    /// than there was.
    pub fn network(self) -> Option<Duration> {
        self.elapsed?.checked_sub(self.server?)
    }

    /// Returns the time of the server, unless it is longer than what it is a part of.
    pub fn possible_server(self) -> Option<Duration> {
        self.server.filter(|server| self.elapsed.is_none_or(|whole| *server <= whole))
    }

    /// Returns the time of the connected system, unless it is longer than what it is a part of. No time at all means that
    /// the system was not asked, as the platform's own metrics have it.
    pub fn possible_source(self) -> Option<Duration> {
        let source = self.source.filter(|source| !source.is_zero())?;
        [self.server, self.elapsed].into_iter().flatten().all(|whole| source <= whole).then_some(source)
    }

    /// Returns whether a part is reported as longer than the whole, which cannot be: one of the clocks is wrong.
    pub fn is_impossible(self) -> bool {
        let wholes = [(self.server, self.elapsed), (self.source, self.elapsed), (self.source, self.server)];
        wholes.into_iter().any(|(part, whole)| part.zip(whole).is_some_and(|(part, whole)| part > whole))
    }
}

/// The parts of the time of one request that had a connection of its own. Nothing where a part was not there or cannot be
/// measured: a server without a name, plain HTTP, a proxy.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Phases {
    /// Resolution of the server's name.
    pub dns: Option<Duration>,
    /// Connecting TCP.
    pub connect: Option<Duration>,
    /// The handshake of TLS.
    pub tls: Option<Duration>,
    /// From the connection until the head of the response was there.
    pub wait: Option<Duration>,
    /// From there to the end of the response.
    pub transfer: Option<Duration>,
    /// All of it.
    pub total: Duration,
}

/// Records every exchange.
pub trait Recorder: Send + Sync {
    /// Takes note. It must not fail the call: what cannot be kept is reported by the recorder in its own way.
    fn record(&self, exchange: &Exchange);
}
