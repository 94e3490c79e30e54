//! What is known of a webhook.

use crate::api::webhooks::{WebhookDelivery, WebhookEndpoint};
use crate::inbox::query::{Detail, Rejection};

/// A webhook event, or one delivery of it.
#[derive(Clone, Debug, Default)]
pub struct Webhook {
    /// Whether one delivery is asked about, rather than the event.
    pub is_delivery: bool,
    /// ID of what is asked about.
    pub id: String,
    /// Event type, for example `assets.updated`.
    pub event: Option<String>,
    /// Its deliveries as the server logged them, the newest first.
    pub deliveries: Vec<WebhookDelivery>,
    /// Other deliveries of the same time, which may have overtaken it.
    pub others: Vec<WebhookDelivery>,
    /// The endpoints that it goes to.
    pub endpoints: Vec<WebhookEndpoint>,
    /// The event as the inbox of this machine has it.
    pub received: Option<Box<Detail>>,
    /// Deliveries of the same body that the receiver of this machine refused.
    pub refused: Vec<Rejection>,
    /// Whether the server offers its deliveries.
    pub is_logged: bool,
    /// Whether this machine has an inbox.
    pub has_inbox: bool,
}
