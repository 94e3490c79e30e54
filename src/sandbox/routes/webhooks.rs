//! Webhook endpoints and deliveries.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::{delete, get, post};
use axum::{Json, Router};
use serde_json::{Value, json};

use crate::api::operation::Operation;
use crate::api::page::{One, Page};
use crate::api::webhook::{NewWebhookEndpoint, WebhookDelivery, WebhookEndpoint};
use crate::sandbox::error::Error;
use crate::sandbox::frame::loopback;
use crate::sandbox::guard::{Admin, Body};
use crate::sandbox::ids::new_secret;
use crate::sandbox::page::Paging;
use crate::sandbox::state::{App, millis};
use crate::sandbox::store::webhooks::{self, Endpoint};
use crate::sandbox::store::{connections, new_id};

/// Endpoints that the account may have.
const MOST: usize = 50;

pub(crate) fn router() -> Router<App> {
    Router::new()
        .route(Operation::WebhookEndpointList.sandbox_path(), get(list).post(create))
        .route(Operation::WebhookEndpointDelete.sandbox_path(), delete(remove))
        .route(Operation::WebhookDeliveryList.sandbox_path(), get(deliveries))
        .route(Operation::WebhookDeliveryRetry.sandbox_path(), post(retry))
}

async fn list(_: Admin, State(app): State<App>, paging: Paging) -> Result<Json<Page<WebhookEndpoint>>, Error> {
    let all = app.read(webhooks::endpoints)?;
    let total = all.len() as u64;
    let skip = usize::try_from(paging.offset()).unwrap_or(usize::MAX);
    let take = usize::try_from(paging.per_page).unwrap_or(usize::MAX);
    let rows = all.iter().skip(skip).take(take).map(Endpoint::wire).collect();
    Ok(Json(paging.envelope(rows, total)))
}

/// Checks an address: plain HTTP to this machine. Anything else would have the sandbox call strangers.
fn check(text: &str) -> Result<(), Error> {
    let url = url::Url::parse(text).map_err(|_| Error::field("url", "is not a URL"))?;
    if url.scheme() != "http" || !loopback(&url) {
        return Err(Error::field("url", "the SANDBOX delivers only to this machine: http://127.0.0.1:PORT/…"));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(Error::field("url", "must not carry a user or a password"));
    }
    Ok(())
}

async fn create(
    _: Admin,
    State(app): State<App>,
    Body(asked): Body<NewWebhookEndpoint>,
) -> Result<(StatusCode, Json<One<WebhookEndpoint>>), Error> {
    check(&asked.url)?;
    if asked.events.iter().any(|event| event.is_empty() || event.len() > 100) || asked.events.len() > 100 {
        return Err(Error::field("events", "must be up to 100 names or patterns of up to 100 bytes"));
    }
    let now = millis(app.now());
    let secret = new_secret("whsec");
    let endpoint = app.write(|tx| {
        if let Some(key) = &asked.connection_id {
            connections::find_live(tx, key)?;
        }
        if webhooks::endpoints(tx)?.len() >= MOST {
            return Err(Error::conflict("CONFLICT", format!("the account may have {MOST} endpoints")));
        }
        let endpoint = Endpoint {
            id: new_id(tx, "whe")?,
            url: asked.url,
            events: asked.events,
            connection: asked.connection_id,
            created_at: now,
        };
        webhooks::insert_endpoint(tx, &endpoint, &secret)?;
        Ok(endpoint)
    })?;
    let mut data = endpoint.wire();
    data.extra.insert("secret".into(), Value::String(secret.expose().to_owned()));
    Ok((StatusCode::CREATED, Json(One { data })))
}

async fn remove(_: Admin, State(app): State<App>, Path(id): Path<String>) -> Result<Json<Value>, Error> {
    if !app.write(|tx| webhooks::delete_endpoint(tx, &id))? {
        return Err(Error::not_found("webhook endpoint"));
    }
    Ok(Json(json!({ "data": { "id": id, "deleted": true } })))
}

async fn deliveries(_: Admin, State(app): State<App>, paging: Paging) -> Result<Json<Page<WebhookDelivery>>, Error> {
    let (endpoint, status) = (paging.get("endpoint_id"), paging.get("status"));
    let (rows, total) = app.read(|db| webhooks::deliveries(db, endpoint, status, paging.offset(), paging.per_page))?;
    Ok(Json(paging.envelope(rows, total)))
}

async fn retry(_: Admin, State(app): State<App>, Path(id): Path<String>) -> Result<Json<One<WebhookDelivery>>, Error> {
    let now = millis(app.now());
    let data = app.write(|tx| {
        webhooks::retry(tx, &id, now)?;
        webhooks::delivery(tx, &id)
    })?;
    Ok(Json(One { data }))
}
