//! A webhook event: the envelope that is signed and sent.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The only status of a response that counts as delivered. 201, 204 and 3xx count as failed and are sent again. The one
/// rule for the sandbox as sender, for `drill`, `trigger`, and `listen` when it forwards.
pub const HANDLED: u16 = 200;

/// Time in which a handler has to respond.
pub const HANDLING_TIME: Duration = Duration::from_secs(10);

/// Returns whether a response with this status counts as delivered.
pub const fn is_handled(status: u16) -> bool {
    status == HANDLED
}

/// Header that carries the signature.
pub const SIGNATURE_HEADER: &str = "X-Webhook-Signature";

/// Header that a sandbox adds for a while after a rotation: the signature by the secret before the present one.
pub const PREVIOUS_SIGNATURE_HEADER: &str = "X-Webhook-Signature-Previous";

/// Events about a connection, or the account, rather than its data.
pub const PLATFORM_EVENTS: &[&str] = &[
    "sync.completed",
    "sync.failed",
    "connection.reauthorization_required",
    "connection.online",
    "connection.offline",
    "system.error",
    "alert.firing",
    "alert.resolved",
];

/// An event, a superset of the published sample and the guide. Its body is borrowed by whoever only writes it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Event<B = Value> {
    /// What receivers dedupe on. Real payloads may lack it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Event type, for example `assets.updated` or `sync.completed`.
    pub event: String,
    /// Time of the event.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<String>,
    /// The connection it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub connection_id: Option<String>,
    /// Changed keys for entity events, details for platform events.
    #[serde(default)]
    pub body: B,
}
