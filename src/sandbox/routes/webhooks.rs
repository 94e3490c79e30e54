//! Webhook endpoints.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Json, Router};
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::api::operation::Operation;
use crate::api::page::{One, Page};
use crate::api::webhooks::{NewWebhookEndpoint, WebhookDelivery, WebhookEndpoint};
use crate::samples::{self, About};
use crate::sandbox::auth::{Admin, LocalOnly};
use crate::sandbox::body::{Body, strict};
use crate::sandbox::error::Error;
use crate::sandbox::ids::new_secret;
use crate::sandbox::paging::Paging;
use crate::sandbox::state::App;
use crate::sandbox::store::endpoints::{self, Endpoint};
use crate::sandbox::store::webhooks;
use crate::sandbox::time::{millis, time};
use crate::sandbox::{delivery, events, webhook_endpoints};
use crate::secret::Secret;

/// Default seconds for which the old secret stays valid after a rotation.
const OVERLAP: u64 = 86_400;
/// The longest overlap in seconds: a week.
const LONGEST_OVERLAP: u64 = 7 * 86_400;

type Object = Map<String, Value>;

pub(crate) fn router() -> Router<App> {
    Router::new()
        .route(Operation::WebhookEndpointList.sandbox_path(), get(list).post(create))
        .route(Operation::WebhookEndpointDelete.sandbox_path(), get(show).put(update).delete(remove))
        .route(Operation::WebhookEndpointRotate.sandbox_path(), post(rotate))
        .route(Operation::WebhookEndpointTest.sandbox_path(), post(test))
}

async fn list(_: Admin, State(app): State<App>, paging: Paging) -> Result<Json<Page<WebhookEndpoint>>, Error> {
    let now = millis(app.now());
    let all = app.read(endpoints::all)?;
    Ok(Json(paging.cut(all.iter().map(|endpoint| endpoint.to_api(now)).collect())))
}

async fn show(_: Admin, State(app): State<App>, Path(id): Path<String>) -> Result<Json<One<WebhookEndpoint>>, Error> {
    let data = app.read(|db| endpoints::find(db, &id))?.to_api(millis(app.now()));
    Ok(Json(One { data }))
}

/// Returns the endpoint with its secret, which is shown once.
fn with_secret(endpoint: &Endpoint, secret: &Secret, now: i64) -> WebhookEndpoint {
    let mut data = endpoint.to_api(now);
    data.extra.insert("secret".into(), Value::String(secret.expose().to_owned()));
    data
}

async fn create(
    _: Admin,
    _: LocalOnly,
    State(app): State<App>,
    Body(sent): Body<Object>,
) -> Result<(StatusCode, Json<One<WebhookEndpoint>>), Error> {
    let request: NewWebhookEndpoint = strict(&sent, NewWebhookEndpoint::FIELDS)?;
    let now = millis(app.now());
    let secret = new_secret("whsec");
    let endpoint = app.write(|tx| webhook_endpoints::create(tx, &app, request, &secret, now))?;
    Ok((StatusCode::CREATED, Json(One { data: with_secret(&endpoint, &secret, now) })))
}

async fn update(
    _: Admin,
    _: LocalOnly,
    State(app): State<App>,
    Path(id): Path<String>,
    Body(sent): Body<Object>,
) -> Result<Json<One<WebhookEndpoint>>, Error> {
    let request: NewWebhookEndpoint = strict(&sent, NewWebhookEndpoint::FIELDS)?;
    let now = millis(app.now());
    let data = app.write(|tx| {
        let mut endpoint = endpoints::find(tx, &id)?;
        webhook_endpoints::apply(tx, &mut endpoint, request)?;
        endpoints::update(tx, &endpoint, now)?;
        Ok(endpoints::find(tx, &id)?.to_api(now))
    })?;
    Ok(Json(One { data }))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Rotate {
    overlap_seconds: Option<u64>,
}

/// Replaces the secret of an endpoint. Every delivery from now on, including retries, is signed with it in the
/// published header, which has one signature: a list would break receivers that compare the whole value. During the
/// overlap a second header has the signature with the old secret, so that receivers can switch at any time.
async fn rotate(
    _: Admin,
    State(app): State<App>,
    Path(id): Path<String>,
    Body(sent): Body<Object>,
) -> Result<Json<One<WebhookEndpoint>>, Error> {
    let request: Rotate = strict(&sent, &["overlap_seconds"])?;
    let overlap = request.overlap_seconds.unwrap_or(OVERLAP);
    if overlap > LONGEST_OVERLAP {
        return Err(Error::field("overlap_seconds", "must be from 0 to 604800 (a week)"));
    }
    let now = millis(app.now());
    let until = now + i64::try_from(overlap * 1000).unwrap_or_default();
    let secret = new_secret("whsec");
    let endpoint = app.write(|tx| {
        endpoints::find(tx, &id)?;
        endpoints::rotate(tx, app.vault(), &id, &secret, until, now)?;
        endpoints::find(tx, &id)
    })?;
    Ok(Json(One { data: with_secret(&endpoint, &secret, now) }))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Test {
    event: Option<String>,
}

/// Sends a sample event once, immediately, and returns the result.
async fn test(
    _: Admin,
    State(app): State<App>,
    Path(id): Path<String>,
    Body(sent): Body<Object>,
) -> Result<Json<One<WebhookDelivery>>, Error> {
    let request: Test = strict(&sent, &["event"])?;
    let name = request.event.unwrap_or_else(|| "sync.completed".into());
    let now = millis(app.now());
    let delivery = app.write(|tx| {
        let endpoint = endpoints::find(tx, &id)?;
        let at: Timestamp = time(now);
        let connection = endpoint.connection.as_deref().unwrap_or_default();
        let about = About { id: "", at, connection, seed: app.options().seed };
        let event = samples::sample(&name, about).map_err(|error| Error::field("event", error.to_string()))?;
        events::send_test_event(tx, &endpoint, &event, now)
    })?;
    delivery::deliver_one(&app, &delivery).await?;
    let data = app.read(|db| webhooks::delivery(db, &delivery))?;
    Ok(Json(One { data }))
}

async fn remove(_: Admin, State(app): State<App>, Path(id): Path<String>) -> Result<Json<Value>, Error> {
    if !app.write(|tx| endpoints::delete(tx, &id))? {
        return Err(Error::not_found("webhook endpoint"));
    }
    Ok(Json(json!({ "data": { "id": id, "deleted": true } })))
}
