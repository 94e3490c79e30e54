//! Faults. Not part of the platform.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::{delete, get};
use axum::{Json, Router};
use serde_json::{Map, Value, json};

use crate::api::faults::{Fault, NewFault};
use crate::api::page::One;
use crate::sandbox::auth::Admin;
use crate::sandbox::body::{Body, strict};
use crate::sandbox::error::Error;
use crate::sandbox::faults;
use crate::sandbox::state::App;
use crate::sandbox::store::faults::list as rows;
use crate::sandbox::time::millis;

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
    let (kind, spec) = faults::validation::check(strict::<NewFault>(&sent, NewFault::FIELDS)?)?;
    let data = app.write(|tx| faults::inject::add(tx, kind, &spec, now))?;
    Ok((StatusCode::CREATED, Json(One { data })))
}

async fn clear(_: Admin, State(app): State<App>) -> Result<Json<Value>, Error> {
    let now = millis(app.now());
    let cleared = app.write(|tx| faults::inject::remove(tx, None, now))?;
    Ok(Json(json!({ "data": { "cleared": cleared } })))
}

async fn remove(_: Admin, State(app): State<App>, Path(id): Path<u64>) -> Result<Json<Value>, Error> {
    let now = millis(app.now());
    if app.write(|tx| faults::inject::remove(tx, Some(id), now))? == 0 {
        return Err(Error::not_found("fault"));
    }
    Ok(Json(json!({ "data": { "cleared": 1 } })))
}
