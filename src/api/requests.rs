//! The request log (advertised: `request_list`, `request_get`).

use serde::{Deserialize, Serialize};

use super::{Extra, lenient};

/// One request as the server logged it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LoggedRequest {
    /// The request ID.
    #[serde(deserialize_with = "lenient::text")]
    pub id: Option<String>,
    /// When it came in.
    #[serde(deserialize_with = "lenient::text")]
    pub at: Option<String>,
    /// The connection it was for.
    #[serde(deserialize_with = "lenient::text")]
    pub connection_id: Option<String>,
    /// The sync it belongs to.
    #[serde(deserialize_with = "lenient::text")]
    pub sync_id: Option<String>,
    /// `api`, or `sync` for the platform's own calls to the system.
    #[serde(deserialize_with = "lenient::text")]
    pub source: Option<String>,
    /// The HTTP method.
    #[serde(deserialize_with = "lenient::text")]
    pub method: Option<String>,
    /// The path.
    #[serde(deserialize_with = "lenient::text")]
    pub path: Option<String>,
    /// The path template.
    #[serde(deserialize_with = "lenient::text")]
    pub endpoint: Option<String>,
    /// The HTTP status.
    #[serde(deserialize_with = "lenient::whole")]
    pub status: Option<u64>,
    /// The error code.
    #[serde(deserialize_with = "lenient::text")]
    pub error_code: Option<String>,
    /// The error message.
    #[serde(deserialize_with = "lenient::text")]
    pub error_message: Option<String>,
    /// Milliseconds in all.
    #[serde(deserialize_with = "lenient::number")]
    pub total_ms: Option<f64>,
    /// Of those, spent by the connected system.
    #[serde(deserialize_with = "lenient::number")]
    pub source_ms: Option<f64>,
    /// Bytes of the answer.
    #[serde(deserialize_with = "lenient::whole")]
    pub bytes: Option<u64>,
    /// What else the server sends.
    #[serde(flatten)]
    pub extra: Extra,
}
