//! The request log (advertised: `request_list`, `request_get`).

use std::fmt;
use std::str::FromStr;

use serde::Serialize;

use super::lenient;

/// What a request was for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum RequestKind {
    /// A call of an application, or of a person through this program.
    #[default]
    Api,
    /// A call of the platform to a connected system, for a sync.
    Sync,
    /// A call of the platform that tries an unreachable system again.
    Probe,
    /// What this program asked for its own commands. It counts in no figure that those commands judge: asking would
    /// change the answer.
    Tool,
}

impl RequestKind {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Api, Self::Sync, Self::Probe, Self::Tool];
    /// Those that figures are about unless others are chosen.
    pub const COUNTED: [Self; 3] = [Self::Api, Self::Sync, Self::Probe];

    /// Returns the word for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Api => "api",
            Self::Sync => "sync",
            Self::Probe => "probe",
            Self::Tool => "tool",
        }
    }
}

impl fmt::Display for RequestKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for RequestKind {
    type Err = UnknownKind;

    fn from_str(text: &str) -> Result<Self, UnknownKind> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text).ok_or(UnknownKind)
    }
}

/// A text that is no [`RequestKind`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a kind of request is `api`, `sync`, `probe` or `tool`")]
pub struct UnknownKind;

lenient! {
    /// One request as the server logged it.
    pub struct LoggedRequest {
        /// Request ID, for example `req_7`.
        pub id: Option<String> = required,
        /// Time the server received it.
        pub at: Option<String>,
        /// The connection it was for.
        pub connection_id: Option<String>,
        /// The sync it belongs to.
        pub sync_id: Option<String>,
        /// [`RequestKind`], as text.
        pub kind: Option<String>,
        /// HTTP method, in capitals.
        pub method: Option<String>,
        /// Path with its IDs, without the query.
        pub path: Option<String>,
        /// Path template, for example `/api/eam/assets/{key}`.
        pub endpoint: Option<String>,
        /// HTTP status of the response; null where none came.
        #[serde(deserialize_with = "lenient::number_or_null")]
        pub status: Option<u64> = strict,
        /// [`super::error_code::ErrorCode`] of a failed request, as text.
        pub error_code: Option<String>,
        /// Message of a failed request, for people.
        pub error_message: Option<String>,
        /// Total time, in milliseconds.
        #[serde(deserialize_with = "lenient::figure")]
        pub total_ms: Option<f64> = strict,
        /// Part of that spent in the connected system, in milliseconds.
        #[serde(deserialize_with = "lenient::figure")]
        pub source_ms: Option<f64> = strict,
        /// Size of the response body, in bytes.
        pub bytes: Option<u64>,
        ..extra
    }
}
