//! Error bodies, as the sandbox sends them. Reading all the other shapes is the client's work.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// `{"error": {…}}`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ProblemBody {
    /// The error.
    pub error: Problem,
}

/// What went wrong.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Problem {
    /// As `RATE_LIMIT_EXCEEDED`. Branch on this, not on the message.
    pub code: String,
    /// As `rate_limit_error`.
    #[serde(rename = "type")]
    pub kind: String,
    /// For people.
    pub message: String,
    /// The request.
    pub request_id: String,
    /// Field names and what is wrong with each, or whatever else helps.
    #[serde(default, skip_serializing_if = "Value::is_null")]
    pub details: Value,
}
