//! The budget of webhook deliveries, which belong to the account and not to one connection.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use super::check::{Finding, Rule, Severity};
use super::snapshot::ProbeError;
use crate::api::lenient::timestamp;
use crate::api::webhooks::WebhookDelivery;
use crate::client::call::DeliveryQuery;
use crate::client::{Client, Error, PageOptions};
use crate::failure::Failure;

/// How long a delivery is tried: one that was given up within the window may be this much older.
const TRIED: SignedDuration = SignedDuration::from_hours(48);

/// Holds the number of deliveries that were given up in the last `window` against what is allowed.
pub async fn deliveries(client: &Client, allowed: u64, window: Duration) -> Finding {
    let to = client.now();
    let from = to.checked_sub(window).unwrap_or(Timestamp::MIN);
    let found = match given_up(client, from).await {
        Ok(found) => found,
        Err(error) => return Finding::unknown(Rule::Deliveries, &ProbeError::from(&Failure::from(error))),
    };
    let count = found.len() as u64;
    let plural = if count == 1 { "y was" } else { "ies were" };
    let reason = format!("{count} webhook deliver{plural} given up");
    let finding = if count > allowed {
        Finding::critical(Rule::Deliveries, format!("{reason}, more than {allowed}"))
            .remedy("makini webhooks deliveries list --status failed")
    } else {
        Finding::ok(Rule::Deliveries, reason)
    };
    debug_assert!(finding.severity != Severity::Unknown);
    let newest = found.first().and_then(|delivery| delivery.id.clone());
    finding
        .fact("failed", Some(count))
        .fact("allowed", Some(allowed))
        .fact("newest", newest)
        .fact("source", Some("server"))
        .fact("from", Some(from.to_string()))
        .fact("to", Some(to.to_string()))
}

async fn given_up(client: &Client, from: Timestamp) -> Result<Vec<WebhookDelivery>, Error> {
    let query = DeliveryQuery { status: Some("failed".into()), ..DeliveryQuery::default() };
    let mut pages = client.webhook_deliveries(&query, PageOptions::all()).await?;
    let oldest = from.checked_sub(TRIED).unwrap_or(Timestamp::MIN);
    let mut found = Vec::new();
    while let Some(page) = pages.next().await? {
        let made = |delivery: &WebhookDelivery| delivery.created_at.as_deref().and_then(timestamp);
        // Newest first: the rest is older still.
        let is_last = page.last().and_then(made).is_some_and(|made| made < oldest);
        // A server may ignore the filter.
        found.extend(page.into_iter().filter(|delivery| {
            let ended = delivery.tries.last().and_then(|last| last.at.as_deref()).and_then(timestamp);
            delivery.status.as_deref() == Some("failed")
                && ended.or_else(|| made(delivery)).is_some_and(|at| at >= from)
        }));
        if is_last {
            break;
        }
    }
    Ok(found)
}
