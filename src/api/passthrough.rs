//! Calls to the system behind a connection.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The body of `POST /api/passthrough`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Passthrough {
    /// Path at the system.
    pub path: Option<String>,
    /// `get`, `post`, `put`, `delete`.
    pub method: String,
    /// Headers to send.
    #[serde(skip_serializing_if = "Value::is_null")]
    pub headers: Value,
    /// Query to send.
    #[serde(skip_serializing_if = "Value::is_null")]
    pub query: Value,
    /// Whether `body` is base64.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base64encoded: Option<bool>,
    /// Body to send.
    #[serde(skip_serializing_if = "Value::is_null")]
    pub body: Value,
    /// A query, for systems that are databases.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sql: Option<String>,
    /// Its parameters.
    #[serde(skip_serializing_if = "Value::is_null")]
    pub parameters: Value,
}
