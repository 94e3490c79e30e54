//! Webhook endpoints and deliveries (advertised).

use serde::{Deserialize, Serialize};

use super::{Extra, lenient};

/// Where the platform sends events.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WebhookEndpoint {
    /// Its ID.
    #[serde(deserialize_with = "lenient::text")]
    pub id: Option<String>,
    /// The address.
    pub url: String,
    /// Events to send, `sync.*` and `*` allowed; all when empty.
    #[serde(deserialize_with = "lenient::texts")]
    pub events: Vec<String>,
    /// Only events of this connection.
    #[serde(deserialize_with = "lenient::text")]
    pub connection_id: Option<String>,
    /// When it was made.
    #[serde(deserialize_with = "lenient::text")]
    pub created_at: Option<String>,
    /// What else the server sends. The secret, which comes once, is read apart.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What it takes to make an endpoint.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewWebhookEndpoint {
    /// The address.
    pub url: String,
    /// Events to send; all when empty.
    pub events: Vec<String>,
    /// Only events of this connection.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub connection_id: Option<String>,
}

/// One event on its way to one endpoint.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WebhookDelivery {
    /// Its ID.
    #[serde(deserialize_with = "lenient::text")]
    pub id: Option<String>,
    /// The endpoint.
    #[serde(deserialize_with = "lenient::text")]
    pub endpoint_id: Option<String>,
    /// The event.
    #[serde(deserialize_with = "lenient::text")]
    pub event_id: Option<String>,
    /// Its type.
    #[serde(deserialize_with = "lenient::text")]
    pub event: Option<String>,
    /// The connection it is about.
    #[serde(deserialize_with = "lenient::text")]
    pub connection_id: Option<String>,
    /// `pending`, `delivered`, `failed`.
    #[serde(deserialize_with = "lenient::text")]
    pub status: Option<String>,
    /// Tries so far.
    #[serde(deserialize_with = "lenient::whole")]
    pub attempts: Option<u64>,
    /// Status of the last try.
    #[serde(deserialize_with = "lenient::whole")]
    pub response_code: Option<u64>,
    /// When the next try is due.
    #[serde(deserialize_with = "lenient::text")]
    pub next_attempt_at: Option<String>,
    /// When it was made.
    #[serde(deserialize_with = "lenient::text")]
    pub created_at: Option<String>,
    /// What else the server sends.
    #[serde(flatten)]
    pub extra: Extra,
}
