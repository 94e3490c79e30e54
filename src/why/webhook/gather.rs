//! Collects what is known of a webhook: from the server's deliveries, and from the inbox of this machine.

use sha2::{Digest as _, Sha256};

use super::facts::Webhook;
use crate::api::operation::Operation;
use crate::api::webhooks::WebhookDelivery;
use crate::blocking;
use crate::client::call::DeliveryQuery;
use crate::client::{Client, Error, PageOptions};
use crate::hex;
use crate::inbox::Place;
use crate::inbox::query::{Detail, Rejection, Store};
use crate::requests::Source;

/// How an ID of an event begins that is made of its digest.
const DIGEST: &str = "sha256:";
/// How IDs of events begin, which are no IDs of deliveries.
const EVENTS: [&str; 2] = ["evt_", DIGEST];
/// Number of the newest deliveries among which those of an event are searched.
const DELIVERIES: u64 = 1000;
/// Number of the newest refused deliveries that are looked at.
const REFUSED: u32 = 200;

/// Reads what is known of an event or a delivery by its ID; nothing where neither the server nor the inbox has it.
///
/// # Errors
/// When the inbox does not have it, and the server could not be asked.
pub async fn gather(source: &mut Source<'_>, id: &str, inbox: Option<Place>) -> Result<Option<Webhook>, Error> {
    let client = source.client;
    let mut webhook = Webhook { id: id.to_owned(), ..Webhook::default() };
    let is_event = EVENTS.iter().any(|start| id.starts_with(start));
    let delivery = if is_event { None } else { delivery(client, id).await? };
    let event = delivery.as_ref().map_or(Some(id), |delivery| delivery.event_id.as_deref()).map(str::to_owned);
    let body = delivery.as_ref().filter(|delivery| !delivery.payload.is_null()).map(|found| found.payload.to_string());
    if let (Some(inbox), Some(event)) = (inbox, event.clone()) {
        let read = blocking::run(move || {
            Store::open_if_there(&inbox)?.map(|store| received(&store, &event, body.as_deref())).transpose()
        });
        if let Some((received, refused)) = source.unread.or_default("the inbox of this machine", read.await) {
            (webhook.received, webhook.refused, webhook.has_inbox) = (received.map(Box::new), refused, true);
            source.note("inbox");
        }
    }
    webhook.is_delivery = delivery.is_some();
    match read_deliveries(client, &webhook, event.as_deref()).await {
        Ok(Some((mine, others))) => {
            (webhook.deliveries, webhook.others, webhook.is_logged) = (mine, others, true);
            source.note("deliveries");
        }
        Ok(None) => {}
        Err(error) if webhook.received.is_none() && delivery.is_none() => return Err(error),
        Err(error) => drop(source.or_unread::<()>("the server's deliveries", Err(error))),
    }
    if let Some(delivery) = delivery {
        webhook.deliveries.retain(|row| row.id != delivery.id && row.endpoint_id == delivery.endpoint_id);
        webhook.is_logged = true;
        webhook.deliveries.insert(0, delivery);
    }
    if webhook.deliveries.is_empty() && webhook.received.is_none() {
        return Ok(None);
    }
    webhook.event = webhook.deliveries.first().and_then(|row| row.event.clone());
    if let Some(received) = webhook.received.as_ref().filter(|_| webhook.event.is_none()) {
        webhook.event = Some(received.entry.event.clone()).filter(|event| !event.is_empty());
    }
    if !webhook.deliveries.is_empty() && client.offered(Operation::WebhookEndpointList).await?.is_some() {
        webhook.endpoints = source.unread.or_default("the endpoints of webhooks", client.webhook_endpoints().await);
    }
    Ok(Some(webhook))
}

/// Returns a delivery of this ID, if the server offers and has one.
async fn delivery(client: &Client, id: &str) -> Result<Option<WebhookDelivery>, Error> {
    if client.offered(Operation::WebhookDeliveryGet).await?.is_none() {
        return Ok(None);
    }
    match client.webhook_delivery(id).await {
        Ok(found) => Ok(Some(found)),
        Err(error) if error.is_not_found() => Ok(None),
        Err(error) => Err(error),
    }
}

/// Returns the deliveries of an event, and the others of its connection; nothing where the server does not offer them.
async fn read_deliveries(
    client: &Client,
    webhook: &Webhook,
    event: Option<&str>,
) -> Result<Option<(Vec<WebhookDelivery>, Vec<WebhookDelivery>)>, Error> {
    let Some(event) = event else { return Ok(None) };
    if client.offered(Operation::WebhookDeliveryList).await?.is_none() {
        return Ok(None);
    }
    let connection = webhook.received.as_ref().map(|received| received.entry.connection.clone());
    let query = DeliveryQuery { connection_id: connection.filter(|id| !id.is_empty()), ..DeliveryQuery::default() };
    let options = PageOptions { per_page: None, first: None, limit: Some(DELIVERIES) };
    let all = client.webhook_deliveries(&query, options).await?.all().await?;
    Ok(Some(all.into_iter().partition(|row| row.event_id.as_deref() == Some(event))))
}

/// Reads an event from the inbox, and what the receiver refused that has its body.
fn received(
    store: &Store,
    event: &str,
    body: Option<&str>,
) -> Result<(Option<Detail>, Vec<Rejection>), crate::inbox::Error> {
    let received = match store.find(event)? {
        // An arrival number is not an ID.
        Some(number) => Some(store.detail(number)?).filter(|found| found.entry.id == event),
        None => None,
    };
    let mut refused = Vec::new();
    if let Some(body) = body {
        let digest = format!("{DIGEST}{}", hex::encode(&Sha256::digest(body)));
        refused = store.rejections(REFUSED)?;
        refused.retain(|row| row.digest == digest);
    }
    Ok((received, refused))
}
