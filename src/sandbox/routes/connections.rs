//! Connections: list, create, show, change, reconnect, end, and their tokens.

use axum::extract::{Path, State};
use axum::routing::{get, post};
use axum::{Json, Router};
use rusqlite::Connection as Db;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::connect::{self, Credentials, Wanted};
use crate::api::connections::{Connection, Health, Lifecycle, Reconnect};
use crate::api::faults::FaultKind;
use crate::api::operation::Operation;
use crate::api::page::{One, Page};
use crate::api::path;
use crate::api::sync::SyncMode;
use crate::api::systems::Platform;
use crate::sandbox::error::Error;
use crate::sandbox::guard::{Admin, Body};
use crate::sandbox::page::Paging;
use crate::sandbox::state::{App, millis};
use crate::sandbox::store::connections::{self, Row};
use crate::sandbox::store::sync;
use crate::sandbox::store::timers::{self, Kind as Timer};
use crate::sandbox::store::token::{self, Owner, Pair};
use crate::sandbox::syncing;
use crate::sandbox::{CREDITS, faults, flows, health, source};

pub(crate) fn router() -> Router<App> {
    Router::new()
        .route(path::CONNECTIONS, get(list).post(create))
        .route(path::CONNECTION, get(show).put(update).delete(delete))
        .route(path::CONNECTION_TOKEN, post(issue).delete(revoke))
        .route(Operation::ConnectionReconnect.sandbox_path(), post(reconnect))
        .route(Operation::ConnectionReactivate.sandbox_path(), post(activate))
}

async fn list(_: Admin, State(app): State<App>, paging: Paging) -> Result<Json<Page<Connection>>, Error> {
    let (rows, total) = app.read(|db| connections::list(db, &paging))?;
    Ok(Json(paging.envelope(rows.iter().map(Row::wire).collect(), total)))
}

async fn show(_: Admin, State(app): State<App>, Path(id): Path<String>) -> Result<Json<One<Connection>>, Error> {
    Ok(Json(One { data: app.read(|db| connections::find(db, &id))?.wire() }))
}

/// The body of a creation. All of it may be missing here, so that one answer can name everything that is wrong.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Create {
    name: Value,
    email: Value,
    provider: Value,
    credentials: Value,
    deployment: Value,
}

async fn create(_: Admin, State(app): State<App>, Body(sent): Body<Create>) -> Result<Json<Value>, Error> {
    let mut problems = Vec::new();
    let mut text = |name: &str, value: &Value| match value {
        Value::String(text) if !text.trim().is_empty() && text.len() <= 255 => text.trim().to_owned(),
        Value::String(text) if text.len() > 255 => {
            problems.push((name.to_owned(), "is longer than 255 bytes".to_owned()));
            String::new()
        }
        _ => {
            problems.push((name.to_owned(), "is required".to_owned()));
            String::new()
        }
    };
    let (name, email, provider) =
        (text("name", &sent.name), text("email", &sent.email), text("provider", &sent.provider));
    if !email.is_empty() && !connect::is_email(&email) {
        problems.push(("email".into(), "must be an e-mail address".into()));
    }
    let platform = source::platform(&provider.to_lowercase());
    if platform.is_none() && !provider.is_empty() {
        problems.push(("provider".into(), "is not in the catalogue".into()));
    }
    let none = Map::new();
    let credentials = match &sent.credentials {
        Value::Object(object) => object,
        Value::Null => &none,
        _ => {
            problems.push(("credentials".into(), "must be an object of fields".into()));
            &none
        }
    };
    let deployment = platform.and_then(|platform| connect::deployment(platform, &sent.deployment, &mut problems));
    let credentials = platform.map(|platform| connect::check(platform, credentials, &mut problems));
    let (Some(platform), Some(credentials), Some(deployment), true) =
        (platform, credentials, deployment, problems.is_empty())
    else {
        return Err(Error::fields(problems.iter().map(|(field, problem)| (field.as_str(), problem.clone()))));
    };
    let now = millis(app.now());
    let pair = app.write(|tx| {
        let wanted = Wanted { platform, name: &name, email: &email, deployment, credentials: &credentials };
        let key = connect::establish(tx, &app, &wanted, None, now)?;
        token::issue(tx, &Owner::Connection(key), now)
    })?;
    Ok(Json(stored(&pair)))
}

/// `ConnectionStore` as published: the epoch as text, and no ID.
fn stored(pair: &Pair) -> Value {
    json!({ "data": {
        "access_token": pair.access.expose(),
        "refresh_token": pair.refresh.expose(),
        "expires_in": pair.expires.to_string(),
    } })
}

#[derive(Debug, Deserialize)]
struct Update {
    name: Option<String>,
    email: Option<String>,
}

async fn update(
    _: Admin,
    State(app): State<App>,
    Path(id): Path<String>,
    Body(sent): Body<Update>,
) -> Result<Json<One<Connection>>, Error> {
    let now = millis(app.now());
    let name = sent.name.map(|name| name.trim().to_owned());
    if name.as_ref().is_some_and(|name| name.is_empty() || name.len() > 255) {
        return Err(Error::field("name", "must be 1 to 255 bytes"));
    }
    if sent.email.as_ref().is_some_and(|email| !connect::is_email(email)) {
        return Err(Error::field("email", "must be an e-mail address"));
    }
    let data = app.write(|tx| {
        connections::find_live(tx, &id)?;
        for (column, value) in [("name", name), ("email", sent.email)] {
            if let Some(value) = value {
                connections::set(tx, &id, column, value, now)?;
            }
        }
        Ok(connections::find(tx, &id)?.wire())
    })?;
    Ok(Json(One { data }))
}

async fn delete(_: Admin, State(app): State<App>, Path(id): Path<String>) -> Result<Json<Value>, Error> {
    let now = millis(app.now());
    app.write(|tx| {
        let row = connections::find(tx, &id)?;
        if row.lifecycle() == Lifecycle::Disconnected {
            return Err(Error::not_found("connection"));
        }
        disconnect(tx, &row, now)
    })
    .map(|data| Json(json!({ "data": data })))
}

/// Ends a connection: its tokens and credentials die at once, nothing runs for it any more, its credits go back, its data stays.
pub(crate) fn disconnect(db: &Db, row: &Row, now: i64) -> Result<Value, Error> {
    token::revoke_all(db, &row.key, now)?;
    connections::set(db, &row.key, "status", Lifecycle::Disconnected.as_str().to_owned(), now)?;
    connections::set(db, &row.key, "disconnected_at", now, now)?;
    connections::set(db, &row.key, "credits", 0, now)?;
    // Nobody needs them any more.
    connections::set(db, &row.key, "credentials", Vec::new(), now)?;
    let ended = connections::find(db, &row.key)?;
    if let Some(sync) = sync::running(db, &row.key)? {
        syncing::cancel(db, &ended, &sync, now)?;
    }
    for timer in [Timer::Schedule, Timer::Probe] {
        timers::stop(db, timer, &row.key)?;
    }
    flows::stop_all(db, &row.key, now)?;
    Ok(json!({ "key": row.key, "status": ended.status, "credits_returned": row.credits }))
}

async fn issue(_: Admin, State(app): State<App>, Path(id): Path<String>) -> Result<Json<Value>, Error> {
    let now = millis(app.now());
    let pair = app.write(|tx| {
        connections::find_finished(tx, &id)?;
        token::issue(tx, &Owner::Connection(id), now)
    })?;
    // The published sample calls it `token`, here and nowhere else.
    Ok(Json(json!({ "data": {
        "token": pair.access.expose(),
        "refresh_token": pair.refresh.expose(),
        "expires_in": pair.expires,
    } })))
}

async fn revoke(_: Admin, State(app): State<App>, Path(id): Path<String>) -> Result<Json<Value>, Error> {
    let now = millis(app.now());
    let revoked = app.write(|tx| {
        connections::find(tx, &id)?;
        token::revoke_all(tx, &id, now)
    })?;
    Ok(Json(json!({ "data": { "key": id, "revoked": revoked } })))
}

async fn reconnect(
    _: Admin,
    State(app): State<App>,
    Path(id): Path<String>,
    Body(sent): Body<Reconnect>,
) -> Result<Json<Value>, Error> {
    let now = millis(app.now());
    let pair = app.write(|tx| {
        let row = connections::find_finished(tx, &id)?;
        let platform = source::platform(&row.slug).ok_or_else(|| Error::not_found("system"))?;
        let mut problems = Vec::new();
        let credentials = connect::check(platform, &sent.credentials, &mut problems);
        if !problems.is_empty() {
            return Err(Error::fields(problems.iter().map(|(field, problem)| (field.as_str(), problem.clone()))));
        }
        if faults::is_down(tx, &id, now)? {
            return Err(Error::source_unreachable(&row.slug));
        }
        let_in(tx, &app, &row, platform, &credentials, now)?;
        token::issue(tx, &Owner::Connection(row.key), now)
    })?;
    Ok(Json(stored(&pair)))
}

/// Lets a connection in again with new credentials: its tokens are dead, and what was missed is read.
pub(crate) fn let_in(
    db: &Db,
    app: &App,
    row: &Row,
    platform: &Platform,
    credentials: &Credentials,
    now: i64,
) -> Result<(), Error> {
    let key = &row.key;
    if row.lifecycle() == Lifecycle::Inactive {
        reactivate(db, row, platform, false, now)?;
    }
    connections::set(db, key, "fields", credentials.fields.clone(), now)?;
    connections::set(db, key, "credentials", credentials.sealed(db, app, key, &row.email)?, now)?;
    connections::set(db, key, "epoch", i64::from(row.epoch) + 1, now)?;
    connections::set(db, key, "connected_at", now, now)?;
    faults::clear_kind(db, key, FaultKind::CredentialsChanged)?;
    health::reached(db, row, now)?;
    let renewed = connections::find(db, key)?;
    let must_sync = row.health() == Health::ReauthorizationRequired || row.lifecycle() == Lifecycle::Inactive;
    if must_sync && sync::running(db, key)?.is_none() {
        connect::begin(db, app, &renewed.key, SyncMode::Incremental, now)?;
    }
    token::revoke_all(db, key, now).map(drop)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Reactivate {
    overage: bool,
}

/// Makes an inactive connection active again, with credits that came back or beyond them.
async fn activate(
    _: Admin,
    State(app): State<App>,
    Path(id): Path<String>,
    Body(sent): Body<Reactivate>,
) -> Result<Json<One<Connection>>, Error> {
    let now = millis(app.now());
    let data = app.write(|tx| {
        let row = connections::find_finished(tx, &id)?;
        if row.lifecycle() != Lifecycle::Inactive {
            return Err(Error::conflict("CONFLICT", "the connection is not inactive"));
        }
        let platform = source::platform(&row.slug).ok_or_else(|| Error::not_found("system"))?;
        reactivate(tx, &row, platform, sent.overage, now)?;
        connect::begin(tx, &app, &id, SyncMode::Incremental, now)?;
        Ok(connections::find(tx, &id)?.wire())
    })?;
    Ok(Json(One { data }))
}

/// Takes the credits of an inactive connection. Only `overage` lets it take more than there are.
fn reactivate(db: &Db, row: &Row, platform: &Platform, overage: bool, now: i64) -> Result<(), Error> {
    let cost = connect::cost(platform, &row.deployment);
    let used = connections::credits_used(db)?;
    if used + cost > CREDITS && !overage {
        let left = CREDITS.saturating_sub(used);
        let message = format!("the account has {left} credits left and this takes {cost}");
        return Err(Error::conflict("INSUFFICIENT_CREDITS", message));
    }
    connections::set(db, &row.key, "credits", i64::try_from(cost).unwrap_or(1), now)?;
    connections::set(db, &row.key, "status", Lifecycle::Synchronizing.as_str().to_owned(), now)
}
