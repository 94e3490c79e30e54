//! Webhook endpoints and deliveries (advertised).

use serde_json::Value;

use crate::api::operation::Operation;
use crate::api::webhook::{NewWebhookEndpoint, WebhookDelivery, WebhookEndpoint};
use crate::client::{Client, Error, Outgoing, PageOptions, Pages};
use crate::secret::Secret;

impl Client {
    /// Returns every webhook endpoint (advertised: `webhook_endpoint_list`).
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn webhook_endpoints(&self) -> Result<Vec<WebhookEndpoint>, Error> {
        let endpoint = self.require(Operation::WebhookEndpointList).await?;
        self.pages(Outgoing::to(&endpoint), PageOptions::all()).all().await
    }

    /// Makes a webhook endpoint (advertised: `webhook_endpoint_create`). Its secret comes once, and only here.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn create_webhook_endpoint(
        &self,
        new: &NewWebhookEndpoint,
    ) -> Result<(WebhookEndpoint, Option<Secret>), Error> {
        let endpoint = self.require(Operation::WebhookEndpointCreate).await?;
        let answer = self.send(Outgoing::to(&endpoint).json(new)).await?;
        let mut made: WebhookEndpoint = answer.data()?;
        // Unknown fields are kept and shown, so the secret must not stay among them.
        let secret = match made.extra.shift_remove("secret") {
            Some(Value::String(secret)) if !secret.is_empty() => Some(Secret::new(secret)),
            _ => None,
        };
        Ok((made, secret))
    }

    /// Removes a webhook endpoint (advertised: `webhook_endpoint_delete`).
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn delete_webhook_endpoint(&self, id: &str) -> Result<(), Error> {
        let endpoint = self.require(Operation::WebhookEndpointDelete).await?;
        self.send(Outgoing::to(&endpoint).fill(&[("id", id)])).await.map(drop)
    }

    /// Walks deliveries, newest first (advertised: `webhook_delivery_list`), narrowed to an endpoint, a status.
    ///
    /// # Errors
    /// [`Error::Unsupported`], or when the server could not be asked what it offers.
    pub async fn webhook_deliveries(
        &self,
        endpoint_id: Option<&str>,
        status: Option<&str>,
        options: PageOptions,
    ) -> Result<Pages<WebhookDelivery>, Error> {
        let endpoint = self.require(Operation::WebhookDeliveryList).await?;
        let outgoing = Outgoing::to(&endpoint).maybe_query("endpoint_id", endpoint_id).maybe_query("status", status);
        Ok(self.pages(outgoing, options))
    }

    /// Tries a delivery again (advertised: `webhook_delivery_retry`).
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn retry_webhook_delivery(&self, id: &str) -> Result<Value, Error> {
        let endpoint = self.require(Operation::WebhookDeliveryRetry).await?;
        let answer = self.send(Outgoing::to(&endpoint).fill(&[("id", id)])).await?;
        Ok(answer.data().unwrap_or_default())
    }
}
