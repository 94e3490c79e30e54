//! Webhook endpoints.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Json, Router};
use jiff::Timestamp;
use rusqlite::Connection as Db;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::api::operation::Operation;
use crate::api::page::{One, Page};
use crate::api::webhooks::{NewWebhookEndpoint, WebhookDelivery, WebhookEndpoint};
use crate::sandbox::error::Error;
use crate::sandbox::guard::{Admin, Body, Here, strict};
use crate::sandbox::hosts::loopback;
use crate::sandbox::ids::new_secret;
use crate::sandbox::page::Paging;
use crate::sandbox::state::{App, millis, time};
use crate::sandbox::store::endpoints::{self, Endpoint};
use crate::sandbox::store::{connections, new_id, webhooks};
use crate::sandbox::{deliver, events, pattern};
use crate::secret::Secret;
use crate::webhooks::sample::{self, About};

/// Endpoints that the account may have.
const MOST: usize = 50;
/// Seconds for which the old secret counts after a rotation, when nobody says.
const OVERLAP: u64 = 86_400;
/// The most of them: a week.
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
    let total = all.len() as u64;
    let skip = usize::try_from(paging.offset()).unwrap_or(usize::MAX);
    let take = usize::try_from(paging.per_page).unwrap_or(usize::MAX);
    let rows = all.iter().skip(skip).take(take).map(|endpoint| endpoint.wire(now)).collect();
    Ok(Json(paging.envelope(rows, total)))
}

async fn show(_: Admin, State(app): State<App>, Path(id): Path<String>) -> Result<Json<One<WebhookEndpoint>>, Error> {
    let data = app.read(|db| endpoints::find(db, &id))?.wire(millis(app.now()));
    Ok(Json(One { data }))
}

/// Checks an address: plain HTTP to this machine. Anything else would have the sandbox call strangers.
fn check_url(text: &str) -> Result<(), Error> {
    let url = url::Url::parse(text).map_err(|_| Error::field("url", "is not a URL"))?;
    if url.scheme() != "http" || !loopback(&url) {
        return Err(Error::field("url", "the SANDBOX delivers only to this machine: http://127.0.0.1:PORT/…"));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(Error::field("url", "must not carry a user or a password"));
    }
    Ok(())
}

/// Checks patterns of events.
pub(super) fn check_events(events: &[String]) -> Result<(), Error> {
    if events.len() > 100 {
        return Err(Error::field("events", "must be up to 100 patterns"));
    }
    events.iter().try_for_each(|event| pattern::check_event(event).map_err(|problem| Error::field("events", problem)))
}

/// Puts what was asked for onto an endpoint.
pub(crate) fn apply(db: &Db, endpoint: &mut Endpoint, asked: NewWebhookEndpoint) -> Result<(), Error> {
    if let Some(url) = asked.url {
        check_url(&url)?;
        endpoint.url = url;
    }
    if let Some(events) = asked.events {
        check_events(&events)?;
        endpoint.events = events;
    }
    if let Some(key) = asked.connection_id {
        if !key.is_empty() {
            connections::find_live(db, &key)?;
        }
        endpoint.connection = Some(key).filter(|key| !key.is_empty());
    }
    if let Some(format) = asked.format {
        if !["compact", "php"].contains(&format.as_str()) {
            return Err(Error::field("format", "must be compact or php"));
        }
        endpoint.format = format;
    }
    endpoint.enabled = asked.enabled.unwrap_or(endpoint.enabled);
    Ok(())
}

/// Makes an endpoint.
pub(crate) fn make(
    db: &Db,
    app: &App,
    asked: NewWebhookEndpoint,
    secret: &Secret,
    now: i64,
) -> Result<Endpoint, Error> {
    if asked.url.is_none() {
        return Err(Error::field("url", "is required"));
    }
    if endpoints::all(db)?.len() >= MOST {
        return Err(Error::conflict("CONFLICT", format!("the account may have {MOST} endpoints")));
    }
    let mut endpoint = Endpoint {
        id: String::new(),
        url: String::new(),
        events: Vec::new(),
        connection: None,
        enabled: true,
        format: "compact".into(),
        old_until: None,
        created_at: now,
        updated_at: None,
    };
    apply(db, &mut endpoint, asked)?;
    endpoint.id = new_id(db, "whe")?;
    endpoints::insert(db, app.vault(), &endpoint, secret)?;
    Ok(endpoint)
}

/// The endpoint with its secret: this once.
fn told(endpoint: &Endpoint, secret: &Secret, now: i64) -> WebhookEndpoint {
    let mut data = endpoint.wire(now);
    data.extra.insert("secret".into(), Value::String(secret.expose().to_owned()));
    data
}

async fn create(
    _: Admin,
    _: Here,
    State(app): State<App>,
    Body(sent): Body<Object>,
) -> Result<(StatusCode, Json<One<WebhookEndpoint>>), Error> {
    let asked: NewWebhookEndpoint = strict(&sent, NewWebhookEndpoint::FIELDS)?;
    let now = millis(app.now());
    let secret = new_secret("whsec");
    let endpoint = app.write(|tx| make(tx, &app, asked, &secret, now))?;
    Ok((StatusCode::CREATED, Json(One { data: told(&endpoint, &secret, now) })))
}

async fn update(
    _: Admin,
    _: Here,
    State(app): State<App>,
    Path(id): Path<String>,
    Body(sent): Body<Object>,
) -> Result<Json<One<WebhookEndpoint>>, Error> {
    let asked: NewWebhookEndpoint = strict(&sent, NewWebhookEndpoint::FIELDS)?;
    let now = millis(app.now());
    let data = app.write(|tx| {
        let mut endpoint = endpoints::find(tx, &id)?;
        apply(tx, &mut endpoint, asked)?;
        endpoints::update(tx, &endpoint, now)?;
        Ok(endpoints::find(tx, &id)?.wire(now))
    })?;
    Ok(Json(One { data }))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Rotate {
    overlap_seconds: Option<u64>,
}

/// Gives an endpoint a new secret. Every delivery from now on, retries too, is signed with it in the published header,
/// which holds one signature: a list there would break receivers that compare it as it is. For the overlap a second
/// header has the signature by the old secret, so that a receiver may change over in its own time.
async fn rotate(
    _: Admin,
    State(app): State<App>,
    Path(id): Path<String>,
    Body(sent): Body<Object>,
) -> Result<Json<One<WebhookEndpoint>>, Error> {
    let asked: Rotate = strict(&sent, &["overlap_seconds"])?;
    let overlap = asked.overlap_seconds.unwrap_or(OVERLAP);
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
    Ok(Json(One { data: told(&endpoint, &secret, now) }))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Test {
    event: Option<String>,
}

/// Sends a made-up event at once and once, and answers what became of it.
async fn test(
    _: Admin,
    State(app): State<App>,
    Path(id): Path<String>,
    Body(sent): Body<Object>,
) -> Result<Json<One<WebhookDelivery>>, Error> {
    let asked: Test = strict(&sent, &["event"])?;
    let name = asked.event.unwrap_or_else(|| "sync.completed".into());
    let now = millis(app.now());
    let delivery = app.write(|tx| {
        let endpoint = endpoints::find(tx, &id)?;
        let at: Timestamp = time(now);
        let connection = endpoint.connection.as_deref().unwrap_or_default();
        let about = About { id: "", at, connection, seed: app.options().seed };
        let event = sample::sample(&name, about).map_err(|error| Error::field("event", error.to_string()))?;
        events::test(tx, &endpoint, &event, now)
    })?;
    deliver::one(&app, &delivery).await?;
    let data = app.read(|db| webhooks::delivery(db, &delivery))?;
    Ok(Json(One { data }))
}

async fn remove(_: Admin, State(app): State<App>, Path(id): Path<String>) -> Result<Json<Value>, Error> {
    if !app.write(|tx| endpoints::delete(tx, &id))? {
        return Err(Error::not_found("webhook endpoint"));
    }
    Ok(Json(json!({ "data": { "id": id, "deleted": true } })))
}
