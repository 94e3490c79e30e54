//! Operations with a connection's own token on its connection, and the two withdrawn operations of syncing.

use axum::extract::State;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde_json::{Value, json};

use crate::api::connections::Integration;
use crate::api::page::One;
use crate::api::path;
use crate::api::sync::{SyncMode, WithdrawnSync};
use crate::sandbox::auth::ConnectionToken;
use crate::sandbox::body::Body;
use crate::sandbox::connection_lifecycle::disconnect;
use crate::sandbox::error::Error;
use crate::sandbox::state::App;
use crate::sandbox::store::connections::{self, ConnectionRow};
use crate::sandbox::syncing::start::{Trigger, start as start_sync};
use crate::sandbox::time::{iso, millis};

pub(crate) fn router() -> Router<App> {
    Router::new()
        .route(path::INTEGRATION, get(show).delete(delete))
        .route(path::INTEGRATION_SYNC, post(start))
        .route(path::INTEGRATION_SYNC_STATUS, get(status))
}

async fn show(token: ConnectionToken, State(app): State<App>) -> Result<Json<One<Integration>>, Error> {
    let row = app.read(|db| connections::find(db, &token.connection_id))?;
    let data = Integration {
        id: Some(row.key.clone()),
        company_name: Some(row.name.clone()),
        email: Some(row.email.clone()),
        provider: Some(row.slug.clone()),
        updated_at: Some(iso(row.updated_at)),
        sync_status: Some(published(&row).to_owned()),
        sync_updated_at: Some(iso(row.sync_changed_at.unwrap_or(row.created_at))),
        ..Integration::default()
    };
    Ok(Json(One { data }))
}

async fn delete(token: ConnectionToken, State(app): State<App>) -> Result<Json<Value>, Error> {
    let now = millis(app.now());
    let data = app.write(|tx| {
        let row = connections::find_live(tx, &token.connection_id)?;
        disconnect(tx, &row, now)
    })?;
    Ok(Json(json!({ "data": data })))
}

async fn start(
    token: ConnectionToken,
    State(app): State<App>,
    Body(request): Body<WithdrawnSync>,
) -> Result<Json<Value>, Error> {
    let mode = match request.kind.as_str() {
        "full" => SyncMode::Full,
        "incremental" => SyncMode::Incremental,
        _ => return Err(Error::field("type", "must be `incremental` or `full`")),
    };
    let now = millis(app.now());
    let scopes = request.scopes.unwrap_or_default();
    app.write(|tx| {
        let row = connections::find_live(tx, &token.connection_id)?;
        let entities = super::sync::known(&app, &row, &scopes, "scopes")?;
        row.refusal().map_or(Ok(()), Err)?;
        start_sync(tx, app.options(), &row, mode, Trigger::Manual, &entities, now)
    })?;
    Ok(Json(json!({ "status": "inprogress" })))
}

/// Without an envelope, and with `done` for every success, as the vendor's sample application expects.
async fn status(token: ConnectionToken, State(app): State<App>) -> Result<Json<Value>, Error> {
    let row = app.read(|db| connections::find(db, &token.connection_id))?;
    Ok(Json(json!({ "status": word(&row) })))
}

fn word(row: &ConnectionRow) -> &str {
    match published(row) {
        "fulldone" => "done",
        other => other,
    }
}

/// The state of the newest sync in published words, which have none for a cancelled one.
fn published(row: &ConnectionRow) -> &str {
    match row.sync_status.as_deref().unwrap_or_default() {
        "cancelled" if row.last_sync_at.is_some() => "done",
        "cancelled" => "error",
        other => other,
    }
}
