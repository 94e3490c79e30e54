//! Content counts and reset of the sandbox. Not part of the platform.

use axum::extract::State;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde_json::{Value, json};

use crate::sandbox::auth::Admin;
use crate::sandbox::error::Error;
use crate::sandbox::state::App;
use crate::sandbox::store::requests;
use crate::sandbox::store::token::{self, Owner};
use crate::sandbox::time::millis;

pub(crate) fn router() -> Router<App> {
    Router::new().route("/sandbox", get(counts)).route("/sandbox/reset", post(reset))
}

async fn counts(_: Admin, State(app): State<App>) -> Result<Json<Value>, Error> {
    let counted = app.read(|db| {
        let count = |sql: &str| -> rusqlite::Result<u64> { db.prepare_cached(sql)?.query_row([], |row| row.get(0)) };
        Ok(json!({
            "connections": count("SELECT count(*) FROM connections WHERE status <> 'disconnected'")?,
            "syncs": count("SELECT count(*) FROM syncs")?,
            "requests": requests::query::count(db)?,
            "events": count("SELECT count(*) FROM events")?,
            "webhook_endpoints": count("SELECT count(*) FROM webhook_endpoints")?,
            "faults": count("SELECT count(*) FROM faults WHERE remaining IS NOT 0")?,
            "time_scale": app.reading().scale,
        }))
    })?;
    Ok(Json(json!({ "data": counted })))
}

/// Resets the sandbox. The caller's token becomes invalid, so the response has a new one.
async fn reset(_: Admin, State(app): State<App>) -> Result<Json<Value>, Error> {
    app.restart()?;
    let now = millis(app.now());
    let pair = app.write(|tx| token::issue(tx, &Owner::Application, now))?;
    Ok(Json(json!({ "data": { "access_token": pair.access.expose() } })))
}
