//! Faults on command. Not of the platform: only a sandbox has these.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::{delete, get};
use axum::{Json, Router};
use serde_json::{Map, Value, json};

use crate::api::faults::{Fault, NewFault};
use crate::api::page::One;
use crate::sandbox::error::Error;
use crate::sandbox::faults;
use crate::sandbox::guard::{Admin, Body, strict};
use crate::sandbox::state::{App, millis};
use crate::sandbox::store::faults::list as rows;

pub(crate) fn router() -> Router<App> {
    Router::new()
        .route("/sandbox/faults", get(list).post(add).delete(clear))
        .route("/sandbox/faults/{id}", delete(remove))
}

async fn list(_: Admin, State(app): State<App>) -> Result<Json<Value>, Error> {
    let data = app.read(rows)?;
    Ok(Json(json!({ "data": data })))
}

async fn add(
    _: Admin,
    State(app): State<App>,
    Body(sent): Body<Map<String, Value>>,
) -> Result<(StatusCode, Json<One<Fault>>), Error> {
    let now = millis(app.now());
    let (kind, spec) = faults::check(strict::<NewFault>(&sent, NewFault::FIELDS)?)?;
    let data = app.write(|tx| faults::add(tx, kind, &spec, now))?;
    Ok((StatusCode::CREATED, Json(One { data })))
}

async fn clear(_: Admin, State(app): State<App>) -> Result<Json<Value>, Error> {
    let now = millis(app.now());
    let cleared = app.write(|tx| faults::clear(tx, None, now))?;
    Ok(Json(json!({ "data": { "cleared": cleared } })))
}

async fn remove(_: Admin, State(app): State<App>, Path(id): Path<u64>) -> Result<Json<Value>, Error> {
    let now = millis(app.now());
    if app.write(|tx| faults::clear(tx, Some(id), now))? == 0 {
        return Err(Error::not_found("fault"));
    }
    Ok(Json(json!({ "data": { "cleared": 1 } })))
}
