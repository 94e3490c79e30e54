//! Why a webhook did not arrive, or not as it should: from the deliveries that the server logged, and from the inbox of
//! this machine.

mod causes;
pub(super) mod facts;
mod gather;
mod receivers;

pub use self::facts::Webhook;
pub use self::gather::gather;
use super::case::{Case, Cause};
use crate::api::webhooks::WebhookDelivery;
use crate::inbox::Verdict as Signature;

/// Returns the causes that a webhook has evidence for.
pub(super) fn causes(case: &Case, webhook: &Webhook) -> Vec<Cause> {
    causes::of(case, webhook)
}

/// Returns what shows that it arrived, and whether that is enough to say so.
pub(super) fn well(webhook: &Webhook) -> (Vec<String>, bool) {
    let mut well = Vec::new();
    for delivery in webhook.deliveries.iter().filter(|delivery| delivery.is_delivered()) {
        let to = delivery.endpoint_id.as_deref().map(|id| format!(" to endpoint {id}")).unwrap_or_default();
        let answer = delivery.response_code.map(|status| format!(", and answered with {status}")).unwrap_or_default();
        well.push(format!("it was delivered{to}{answer}"));
    }
    if let Some(received) = &webhook.received {
        let signature = match received.entry.verdict {
            Signature::Verified => "its signature holds",
            Signature::Rejected => "its signature does not hold",
            Signature::Unverified => "its signature was not verified",
        };
        well.push(format!("the inbox of this machine has it as #{}, and {signature}", received.entry.number));
    }
    let is_delivered = webhook.deliveries.iter().all(WebhookDelivery::is_delivered);
    let is_received = webhook.received.as_ref().is_some_and(|all| all.entry.verdict != Signature::Rejected);
    (well, is_delivered && (is_received || !webhook.deliveries.is_empty()))
}

/// Returns what would decide it.
pub(super) fn missing(case: &Case, webhook: &Webhook) -> Vec<String> {
    let mut missing: Vec<String> = case.unread.iter().map(|what| format!("it could not be read: {what}")).collect();
    let is_untried =
        |delivery: &WebhookDelivery| delivery.status.as_deref() == Some("pending") && delivery.tries.is_empty();
    if webhook.deliveries.iter().any(is_untried) {
        missing.push("no attempt to send it has been made yet".into());
    }
    if !webhook.is_logged {
        missing.push("this server offers no log of deliveries: only what arrived here is known".into());
    } else if webhook.deliveries.is_empty() {
        missing.push("no delivery of it is among the newest of the server".into());
    }
    if webhook.received.is_none() && webhook.has_inbox {
        missing.push("the inbox of this machine does not have it".into());
    }
    missing
}
