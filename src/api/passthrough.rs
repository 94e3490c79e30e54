//! Calls to the system behind a connection.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The body of `POST /api/passthrough`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Passthrough {
    /// Path at the connected system.
    pub path: Option<String>,
    /// HTTP method: `get`, `post`, `put` or `delete`.
    pub method: String,
    /// Headers to send to the connected system.
    #[serde(skip_serializing_if = "Value::is_null")]
    pub headers: Value,
    /// Query parameters to send.
    #[serde(skip_serializing_if = "Value::is_null")]
    pub query: Value,
    /// Whether `body` is base64, for binary data.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base64encoded: Option<bool>,
    /// Body to send, as text or base64.
    #[serde(skip_serializing_if = "Value::is_null")]
    pub body: Value,
    /// A query, for systems that are databases.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sql: Option<String>,
    /// Parameters of the SQL statement.
    #[serde(skip_serializing_if = "Value::is_null")]
    pub parameters: Value,
}
