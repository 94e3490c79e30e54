//! Webhook endpoints and deliveries (advertised).

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::lenient;

lenient! {
    /// A webhook endpoint: where the platform sends events.
    pub struct WebhookEndpoint {
        /// Endpoint ID.
        pub id: Option<String> = required,
        /// URL that events are sent to.
        pub url: String = required,
        /// Event types to send, patterns such as `sync.*` allowed; all when empty.
        pub events: Vec<String> = required,
        /// ID of the connection whose events are sent; all connections without one.
        pub connection_id: Option<String>,
        /// Whether events are sent.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub enabled: Option<bool> = strict,
        /// JSON style of event bodies: `compact` or `php`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub format: Option<String>,
        /// End of the time in which deliveries are also signed with the previous secret, after a rotation.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub previous_secret_until: Option<String>,
        /// Time it was created.
        pub created_at: Option<String>,
        /// Time it was last updated.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub updated_at: Option<String>,
        ..extra
    }
}

/// Body of a request to create or update an endpoint. Unset fields have their defaults, or stay as they are.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewWebhookEndpoint {
    /// URL that events are sent to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Event types to send; all when empty.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub events: Option<Vec<String>>,
    /// ID of the connection whose events are sent; all connections when empty.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub connection_id: Option<String>,
    /// Whether events are sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    /// JSON style of event bodies: `compact` or `php`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub format: Option<String>,
}

impl NewWebhookEndpoint {
    /// Every field that may be sent.
    pub const FIELDS: &[&str] = &["url", "events", "connection_id", "enabled", "format"];
}

lenient! {
    /// A webhook condition: when a row of `entity` is created or changed and its field fulfils the condition, the event
    /// `flow.<name>` is sent.
    pub struct WebhookCondition {
        /// Condition ID.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub id: Option<String> = required,
        /// Name of the event, after `flow.`.
        pub name: String = required,
        /// ID of the connection whose rows are checked; all connections without one.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub connection_id: Option<String>,
        /// Entity, for example `work-orders`.
        pub entity: String = or_default,
        /// Field of a row, for example `statusKey`.
        pub field: String = required,
        /// One of [`WebhookCondition::OPERATORS`].
        pub operator: String = required,
        /// Value to compare with; for `exists` whether the field must be there.
        pub value: Value,
        /// Time it was created.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub created_at: Option<String>,
        ..extra
    }
}

/// Body of a request to create a condition; fields as in [`WebhookCondition`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewWebhookCondition {
    /// Name of the event, after `flow.`.
    #[serde(deserialize_with = "lenient::or_default")]
    pub name: String,
    /// ID of the connection whose rows are checked; all connections without one.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "lenient::field")]
    pub connection_id: Option<String>,
    /// Entity.
    #[serde(deserialize_with = "lenient::or_default")]
    pub entity: String,
    /// Field of a row.
    #[serde(deserialize_with = "lenient::or_default")]
    pub field: String,
    /// One of [`WebhookCondition::OPERATORS`].
    #[serde(deserialize_with = "lenient::or_default")]
    pub operator: String,
    /// Value to compare with.
    pub value: Value,
}

impl From<NewWebhookCondition> for WebhookCondition {
    fn from(new: NewWebhookCondition) -> Self {
        let NewWebhookCondition { name, connection_id, entity, field, operator, value } = new;
        Self { name, connection_id, entity, field, operator, value, ..Self::default() }
    }
}

impl WebhookCondition {
    /// Every field that may be sent.
    pub const FIELDS: &[&str] = &["name", "connection_id", "entity", "field", "operator", "value"];
    /// Operators that a condition can have.
    pub const OPERATORS: &[&str] = &["eq", "ne", "gt", "gteq", "lt", "lteq", "contains", "exists"];
}

lenient! {
    /// Event filter of a connection.
    pub struct ConnectionEvents {
        /// ID of the connection.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub connection_id: Option<String>,
        /// Event types or patterns; all when empty.
        pub events: Vec<String> = required,
    }

    /// One attempt of a delivery.
    pub struct WebhookAttempt {
        /// Number of the attempt, from 1.
        pub number: Option<u64>,
        /// Time of the attempt.
        pub at: Option<String>,
        /// HTTP status that the receiver returned.
        pub response_code: Option<u64>,
        /// Reason, if it failed.
        pub error: Option<String>,
        /// Duration, in milliseconds.
        pub took_ms: Option<u64>,
        /// Sandbox faults that were applied.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub faults: Vec<String>,
        ..extra
    }

    /// The delivery of one event to one endpoint.
    pub struct WebhookDelivery {
        /// Delivery ID.
        pub id: Option<String> = required,
        /// ID of the endpoint.
        pub endpoint_id: Option<String>,
        /// ID of the event.
        pub event_id: Option<String>,
        /// Event type.
        pub event: Option<String> = required,
        /// ID of the connection that the event is about.
        pub connection_id: Option<String>,
        /// State: `pending`, `delivered` or `failed`; in a sandbox also `lost`.
        pub status: Option<String> = required,
        /// Number of attempts so far.
        pub attempts: Option<u64>,
        /// HTTP status of the last attempt.
        pub response_code: Option<u64>,
        /// Time the next attempt is due.
        pub next_attempt_at: Option<String>,
        /// Time it was created.
        pub created_at: Option<String>,
        /// Sandbox faults that were applied.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub faults: Vec<String>,
        /// Attempts, oldest first.
        pub tries: Vec<WebhookAttempt> = strict,
        /// The event; only in the response for a single delivery.
        #[serde(skip_serializing_if = "Value::is_null")]
        pub payload: Value,
        ..extra
    }
}

impl WebhookDelivery {
    /// Whether the receiver accepted it.
    pub fn is_delivered(&self) -> bool {
        self.status.as_deref() == Some("delivered")
    }
}
