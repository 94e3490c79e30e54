//! Error bodies, as the sandbox sends them. Reading all the other shapes is the client's work.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Body of a failed call: `{"error": {…}}`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ProblemBody {
    /// The only field of the body.
    pub error: Problem,
}

/// Error of a failed call.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Problem {
    /// [`super::error_code::ErrorCode`] as text. Branch on this, not on the message.
    pub code: String,
    /// Class of the code, for example `rate_limit_error`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Message for people.
    pub message: String,
    /// Request ID.
    pub request_id: String,
    /// Field names and what is wrong with each, or whatever else helps.
    #[serde(default, skip_serializing_if = "Value::is_null")]
    pub details: Value,
}
