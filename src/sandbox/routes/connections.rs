//! Connections and their tokens.

use axum::extract::{Path, State};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::api::connections::{Connection, Lifecycle, Reconnect};
use crate::api::operation::Operation;
use crate::api::page::{One, Page};
use crate::api::path;
use crate::api::sync::SyncMode;
use crate::sandbox::auth::Admin;
use crate::sandbox::body::Body;
use crate::sandbox::connecting::{self, ConnectionRequest};
use crate::sandbox::connection_lifecycle::{disconnect, reactivate, reconnect};
use crate::sandbox::error::Error;
use crate::sandbox::faults::call::is_down;
use crate::sandbox::paging::Paging;
use crate::sandbox::source;
use crate::sandbox::state::App;
use crate::sandbox::store::connections::{self, ConnectionRow};
use crate::sandbox::store::token::{self, Owner, Pair};
use crate::sandbox::time::millis;

pub(crate) fn router() -> Router<App> {
    Router::new()
        .route(path::CONNECTIONS, get(list).post(create))
        .route(path::CONNECTION, get(show).put(update).delete(delete))
        .route(path::CONNECTION_TOKEN, post(issue).delete(revoke))
        .route(Operation::ConnectionReconnect.sandbox_path(), post(renew))
        .route(Operation::ConnectionReactivate.sandbox_path(), post(activate))
}

async fn list(_: Admin, State(app): State<App>, paging: Paging) -> Result<Json<Page<Connection>>, Error> {
    let (rows, total) = app.read(|db| connections::list(db, &paging))?;
    Ok(Json(paging.envelope(rows.iter().map(ConnectionRow::to_api).collect(), total)))
}

async fn show(_: Admin, State(app): State<App>, Path(id): Path<String>) -> Result<Json<One<Connection>>, Error> {
    Ok(Json(One { data: app.read(|db| connections::find(db, &id))?.to_api() }))
}

/// The body of a creation. Everything is optional here, so that one response can name all problems.
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
    if !email.is_empty() && !connecting::is_email(&email) {
        problems.push(("email".into(), "must be an e-mail address".into()));
    }
    let platform = source::listed_platform(&provider.to_lowercase(), app.options().systems);
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
    let deployment = platform.and_then(|platform| connecting::deployment(platform, &sent.deployment, &mut problems));
    let credentials = platform.map(|platform| connecting::check(platform, credentials, &mut problems));
    let (Some(platform), Some(credentials), Some(deployment), true) =
        (platform, credentials, deployment, problems.is_empty())
    else {
        return Err(Error::problems(problems));
    };
    let now = millis(app.now());
    let pair = app.write(|tx| {
        let wanted = ConnectionRequest { platform, name: &name, email: &email, deployment, credentials: &credentials };
        let key = connecting::establish(tx, &app, &wanted, None, now)?;
        token::issue(tx, &Owner::Connection(key), now)
    })?;
    Ok(Json(stored(&pair)))
}

/// Returns `ConnectionStore` as published: the expiry as text, and no ID.
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
    if sent.email.as_ref().is_some_and(|email| !connecting::is_email(email)) {
        return Err(Error::field("email", "must be an e-mail address"));
    }
    let data = app.write(|tx| {
        connections::find_live(tx, &id)?;
        for (column, value) in [("name", name), ("email", sent.email)] {
            if let Some(value) = value {
                connections::set_column(tx, &id, column, value, now)?;
            }
        }
        Ok(connections::find(tx, &id)?.to_api())
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

async fn issue(
    _: Admin,
    State(app): State<App>,
    Path(id): Path<String>,
    Body(sent): Body<Value>,
) -> Result<Json<Value>, Error> {
    let now = millis(app.now());
    let pair = app.write(|tx| {
        connections::find_finished(tx, &id)?;
        let owner = Owner::Connection(id);
        // The published example of the request has this field, and nothing says which values it takes.
        match sent["expires_in"].as_i64() {
            Some(seconds) => token::issue_for(tx, &owner, seconds, now),
            None => token::issue(tx, &owner, now),
        }
    })?;
    // The published sample names it `token`, here only.
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

async fn renew(
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
        let credentials = connecting::check(platform, &sent.credentials, &mut problems);
        if !problems.is_empty() {
            return Err(Error::problems(problems));
        }
        if is_down(tx, &id, now)? {
            return Err(Error::source_unreachable(&row.slug));
        }
        reconnect(tx, &app, &row, platform, &credentials, now)?;
        token::issue(tx, &Owner::Connection(row.key), now)
    })?;
    Ok(Json(stored(&pair)))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Reactivate {
    overage: bool,
}

/// Reactivates an inactive connection.
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
            return Err(Error::conflict("the connection is not inactive"));
        }
        let platform = source::platform(&row.slug).ok_or_else(|| Error::not_found("system"))?;
        reactivate(tx, &row, platform, sent.overage, now)?;
        connecting::start_sync(tx, &app, &id, SyncMode::Incremental, now)?;
        Ok(connections::find(tx, &id)?.to_api())
    })?;
    Ok(Json(One { data }))
}
