//! Webhook endpoints and deliveries (advertised).

use serde::{Deserialize, Serialize};
use serde_json::Value;

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
    /// Whether anything is sent there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    /// How events are written: `compact`, or `php`.
    #[serde(deserialize_with = "lenient::text", skip_serializing_if = "Option::is_none")]
    pub format: Option<String>,
    /// After a rotation: until when deliveries are signed with the previous secret too.
    #[serde(deserialize_with = "lenient::text", skip_serializing_if = "Option::is_none")]
    pub previous_secret_until: Option<String>,
    /// When it was made.
    #[serde(deserialize_with = "lenient::text")]
    pub created_at: Option<String>,
    /// When it was changed.
    #[serde(deserialize_with = "lenient::text", skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<String>,
    /// What else the server sends. The secret, which comes once, is read apart.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What it takes to make an endpoint, or to change one. What is not set is as usual, or stays.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewWebhookEndpoint {
    /// The address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Events to send; all when empty.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub events: Option<Vec<String>>,
    /// Only events of this connection; of all when empty.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub connection_id: Option<String>,
    /// Whether anything is sent there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    /// How events are written: `compact`, or `php`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub format: Option<String>,
}

impl NewWebhookEndpoint {
    /// Every field there is.
    pub const FIELDS: &[&str] = &["url", "events", "connection_id", "enabled", "format"];
}

/// A webhook of one's own: when a row of `entity` is made or changed and its field fulfils the condition, the event
/// `flow.<name>` is sent.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WebhookCondition {
    /// Its ID.
    #[serde(deserialize_with = "lenient::text", skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What the event is called, after `flow.`.
    #[serde(deserialize_with = "lenient::or_default")]
    pub name: String,
    /// Only rows of this connection.
    #[serde(deserialize_with = "lenient::text", skip_serializing_if = "Option::is_none")]
    pub connection_id: Option<String>,
    /// The entity, as `work-orders`.
    #[serde(deserialize_with = "lenient::or_default")]
    pub entity: String,
    /// The field of a row, as `statusKey`.
    #[serde(deserialize_with = "lenient::or_default")]
    pub field: String,
    /// `eq`, `ne`, `gt`, `gteq`, `lt`, `lteq`, `contains`, `exists`.
    #[serde(deserialize_with = "lenient::or_default")]
    pub operator: String,
    /// What the field is compared with; for `exists` whether it is to be there.
    pub value: Value,
    /// When it was made.
    #[serde(deserialize_with = "lenient::text", skip_serializing_if = "Option::is_none")]
    pub created_at: Option<String>,
    /// What else the server sends.
    #[serde(flatten)]
    pub extra: Extra,
}

impl WebhookCondition {
    /// Every field that may be sent.
    pub const FIELDS: &[&str] = &["name", "connection_id", "entity", "field", "operator", "value"];
    /// Every operator.
    pub const OPERATORS: &[&str] = &["eq", "ne", "gt", "gteq", "lt", "lteq", "contains", "exists"];
}

/// Which events a connection sends.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ConnectionEvents {
    /// The connection.
    #[serde(deserialize_with = "lenient::text", skip_serializing_if = "Option::is_none")]
    pub connection_id: Option<String>,
    /// Names or patterns; all when empty.
    #[serde(deserialize_with = "lenient::texts")]
    pub events: Vec<String>,
}

/// One try at a delivery.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WebhookAttempt {
    /// From 1.
    #[serde(deserialize_with = "lenient::whole")]
    pub number: Option<u64>,
    /// When.
    #[serde(deserialize_with = "lenient::text")]
    pub at: Option<String>,
    /// What the receiver answered.
    #[serde(deserialize_with = "lenient::whole")]
    pub response_code: Option<u64>,
    /// Why it counts as failed.
    #[serde(deserialize_with = "lenient::text")]
    pub error: Option<String>,
    /// How long it took, in milliseconds.
    #[serde(deserialize_with = "lenient::whole")]
    pub took_ms: Option<u64>,
    /// Faults that struck it, in a sandbox.
    #[serde(deserialize_with = "lenient::texts", skip_serializing_if = "Vec::is_empty")]
    pub faults: Vec<String>,
    /// What else the server sends.
    #[serde(flatten)]
    pub extra: Extra,
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
    /// `pending`, `delivered`, `failed`; in a sandbox also `lost`.
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
    /// Faults that struck it, in a sandbox.
    #[serde(deserialize_with = "lenient::texts", skip_serializing_if = "Vec::is_empty")]
    pub faults: Vec<String>,
    /// Every try, oldest first.
    pub tries: Vec<WebhookAttempt>,
    /// The event itself, where one delivery is asked for.
    #[serde(skip_serializing_if = "Value::is_null")]
    pub payload: Value,
    /// What else the server sends.
    #[serde(flatten)]
    pub extra: Extra,
}
