//! Webhook endpoints and deliveries (advertised).

use serde_json::{Value, json};

use crate::api::operation::Operation;
use crate::api::webhooks::{ConnectionEvents, NewWebhookEndpoint, WebhookCondition, WebhookDelivery, WebhookEndpoint};
use crate::client::{ApiRequest, Client, Error, PageOptions, Pages};
use crate::secret::Secret;

/// Which deliveries to list. What is not set does not narrow.
#[derive(Clone, Debug, Default)]
pub struct DeliveryQuery {
    /// To one endpoint.
    pub endpoint_id: Option<String>,
    /// With this status.
    pub status: Option<String>,
    /// About one connection.
    pub connection_id: Option<String>,
    /// Of this type.
    pub event: Option<String>,
}

/// Takes the secret out of an endpoint: unknown fields are kept and shown, so it must not stay among them.
fn apart(mut made: WebhookEndpoint) -> (WebhookEndpoint, Option<Secret>) {
    let secret = match made.extra.shift_remove("secret") {
        Some(Value::String(secret)) if !secret.is_empty() => Some(Secret::new(secret)),
        _ => None,
    };
    (made, secret)
}

impl Client {
    /// Returns every webhook endpoint (advertised: `webhook_endpoint_list`).
    pub async fn webhook_endpoints(&self) -> Result<Vec<WebhookEndpoint>, Error> {
        let endpoint = self.require(Operation::WebhookEndpointList).await?;
        self.pages(ApiRequest::to(&endpoint), PageOptions::all()).all().await
    }

    /// Makes a webhook endpoint (advertised: `webhook_endpoint_create`). Its secret comes once, and only here.
    pub async fn create_webhook_endpoint(
        &self,
        new: &NewWebhookEndpoint,
    ) -> Result<(WebhookEndpoint, Option<Secret>), Error> {
        let endpoint = self.require(Operation::WebhookEndpointCreate).await?;
        let answer = self.send(ApiRequest::to(&endpoint).json(new)).await?;
        let made: WebhookEndpoint = answer.data()?;
        answer.holds(is_as_sent(&made, new), "another endpoint than the one that was sent")?;
        Ok(apart(made))
    }

    /// Changes a webhook endpoint (advertised: `webhook_endpoint_update`). What is not set stays.
    pub async fn update_webhook_endpoint(
        &self,
        id: &str,
        changes: &NewWebhookEndpoint,
    ) -> Result<WebhookEndpoint, Error> {
        let endpoint = self.require(Operation::WebhookEndpointUpdate).await?;
        let answer = self.send(ApiRequest::to(&endpoint).fill(&[("id", id)]).json(changes)).await?;
        let changed: WebhookEndpoint = answer.data()?;
        answer.is_about(changed.id.as_deref(), id)?;
        answer.holds(is_as_sent(&changed, changes), "another endpoint than the one that was sent")?;
        Ok(apart(changed).0)
    }

    /// Gives a webhook endpoint a new secret (advertised: `webhook_endpoint_rotate`), which comes once, and only here.
    pub async fn rotate_webhook_endpoint(
        &self,
        id: &str,
        overlap_seconds: Option<u64>,
    ) -> Result<(WebhookEndpoint, Option<Secret>), Error> {
        let endpoint = self.require(Operation::WebhookEndpointRotate).await?;
        let body = overlap_seconds.map_or_else(|| json!({}), |seconds| json!({ "overlap_seconds": seconds }));
        let answer = self.send(ApiRequest::to(&endpoint).fill(&[("id", id)]).json(&body)).await?;
        let rotated: WebhookEndpoint = answer.data()?;
        answer.is_about(rotated.id.as_deref(), id)?;
        Ok(apart(rotated))
    }

    /// Sends a test event to a webhook endpoint (advertised: `webhook_endpoint_test`); returns what became of it.
    pub async fn test_webhook_endpoint(&self, id: &str, event: Option<&str>) -> Result<WebhookDelivery, Error> {
        let endpoint = self.require(Operation::WebhookEndpointTest).await?;
        let body = event.map_or_else(|| json!({}), |event| json!({ "event": event }));
        let answer = self.send(ApiRequest::to(&endpoint).fill(&[("id", id)]).json(&body)).await?;
        let delivery: WebhookDelivery = answer.data()?;
        let is_to_it = delivery.endpoint_id.as_ref().is_none_or(|found| found == id);
        answer.holds(is_to_it, "a delivery to another endpoint")?;
        Ok(delivery)
    }

    /// Removes a webhook endpoint (advertised: `webhook_endpoint_delete`).
    pub async fn delete_webhook_endpoint(&self, id: &str) -> Result<(), Error> {
        let endpoint = self.require(Operation::WebhookEndpointDelete).await?;
        self.send(ApiRequest::to(&endpoint).fill(&[("id", id)])).await?.removed(id)
    }

    /// Returns deliveries, newest first (advertised: `webhook_delivery_list`), filtered by the query.
    ///
    /// # Errors
    /// [`Error::Unsupported`], or when the advertisement could not be fetched.
    pub async fn webhook_deliveries(
        &self,
        query: &DeliveryQuery,
        options: PageOptions,
    ) -> Result<Pages<WebhookDelivery>, Error> {
        let endpoint = self.require(Operation::WebhookDeliveryList).await?;
        let outgoing = ApiRequest::to(&endpoint)
            .maybe_query("endpoint_id", query.endpoint_id.as_deref())
            .maybe_query("status", query.status.as_deref())
            .maybe_query("connection_id", query.connection_id.as_deref())
            .maybe_query("event", query.event.as_deref());
        Ok(self.pages(outgoing, options))
    }

    /// Returns one delivery with its event and attempts (advertised: `webhook_delivery_get`).
    pub async fn webhook_delivery(&self, id: &str) -> Result<WebhookDelivery, Error> {
        let endpoint = self.require(Operation::WebhookDeliveryGet).await?;
        let answer = self.send(ApiRequest::to(&endpoint).fill(&[("id", id)])).await?;
        let delivery: WebhookDelivery = answer.data()?;
        answer.is_about(delivery.id.as_deref(), id)?;
        Ok(delivery)
    }

    /// Returns every condition (advertised: `webhook_condition_list`).
    pub async fn webhook_conditions(&self) -> Result<Vec<WebhookCondition>, Error> {
        let endpoint = self.require(Operation::WebhookConditionList).await?;
        self.pages(ApiRequest::to(&endpoint), PageOptions::all()).all().await
    }

    /// Makes a condition (advertised: `webhook_condition_create`). Its ID and time are the server's to give.
    pub async fn create_webhook_condition(&self, new: &WebhookCondition) -> Result<WebhookCondition, Error> {
        let endpoint = self.require(Operation::WebhookConditionCreate).await?;
        let answer = self.send(ApiRequest::to(&endpoint).json(new)).await?;
        let made: WebhookCondition = answer.data()?;
        answer.holds(made.name == new.name, "another condition than the one that was sent")?;
        Ok(made)
    }

    /// Removes a condition (advertised: `webhook_condition_delete`).
    pub async fn delete_webhook_condition(&self, id: &str) -> Result<(), Error> {
        let endpoint = self.require(Operation::WebhookConditionDelete).await?;
        self.send(ApiRequest::to(&endpoint).fill(&[("id", id)])).await?.removed(id)
    }

    /// Returns which events a connection sends (advertised: `connection_events_get`); all when the list is empty.
    pub async fn connection_events(&self, id: &str) -> Result<ConnectionEvents, Error> {
        let endpoint = self.require(Operation::ConnectionEventsGet).await?;
        let answer = self.send(ApiRequest::to(&endpoint).fill(&[("id", id)])).await?;
        let chosen: ConnectionEvents = answer.data()?;
        answer.is_of_connection(chosen.connection_id.as_deref(), id)?;
        Ok(chosen)
    }

    /// Sets which events a connection sends (advertised: `connection_events_set`).
    pub async fn set_connection_events(&self, id: &str, events: &[String]) -> Result<ConnectionEvents, Error> {
        let endpoint = self.require(Operation::ConnectionEventsSet).await?;
        let answer =
            self.send(ApiRequest::to(&endpoint).fill(&[("id", id)]).json(&json!({ "events": events }))).await?;
        let chosen: ConnectionEvents = answer.data()?;
        answer.is_of_connection(chosen.connection_id.as_deref(), id)?;
        let sorted = |events: &[String]| {
            let mut events = events.to_vec();
            events.sort_unstable();
            events.dedup();
            events
        };
        answer.holds(sorted(&chosen.events) == sorted(events), "other events than those that were sent")?;
        Ok(chosen)
    }

    /// Tries a delivery again (advertised: `webhook_delivery_retry`).
    pub async fn retry_webhook_delivery(&self, id: &str) -> Result<(), Error> {
        let endpoint = self.require(Operation::WebhookDeliveryRetry).await?;
        let answer = self.send(ApiRequest::to(&endpoint).fill(&[("id", id)])).await?;
        let object = answer.accepted_change()?;
        let is_named = object.get("id").and_then(Value::as_str) == Some(id);
        answer.holds(answer.body.trim_ascii().is_empty() || is_named, "an object that does not name the delivery")
    }
}

/// Returns whether an endpoint has what was sent, as far as the answer contains it.
fn is_as_sent(found: &WebhookEndpoint, sent: &NewWebhookEndpoint) -> bool {
    let same_url = |url: &String| *url == found.url || url::Url::parse(url).ok() == url::Url::parse(&found.url).ok();
    let same_events = |events: &Vec<String>| {
        events.len() == found.events.len() && events.iter().all(|event| found.events.contains(event))
    };
    let same_connection = |id: &String| found.connection_id.as_deref().unwrap_or_default() == id;
    sent.url.as_ref().is_none_or(same_url)
        && sent.events.as_ref().is_none_or(same_events)
        && sent.connection_id.as_ref().is_none_or(same_connection)
        && sent.enabled.is_none_or(|enabled| found.enabled.is_none_or(|found| found == enabled))
        && sent.format.as_ref().is_none_or(|format| found.format.as_ref().is_none_or(|found| found == format))
}
