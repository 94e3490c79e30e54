//! Metadata of a connection. As published, reading and writing return the whole connection.

use axum::extract::{Path, State};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Map, Value};

use crate::api::connections::{Connection, MetadataEntry};
use crate::api::page::{One, Page};
use crate::api::path;
use crate::sandbox::auth::Admin;
use crate::sandbox::body::Body;
use crate::sandbox::error::Error;
use crate::sandbox::paging::Paging;
use crate::sandbox::state::App;
use crate::sandbox::store::connections;
use crate::sandbox::time::millis;

/// The most entries of a connection.
const MOST: usize = 100;

pub(crate) fn router() -> Router<App> {
    Router::new().route(path::CONNECTION_METADATA, get(show).post(write))
}

async fn show(
    _: Admin,
    State(app): State<App>,
    Path(id): Path<String>,
    paging: Paging,
) -> Result<Json<Page<Connection>>, Error> {
    let row = app.read(|db| connections::find(db, &id))?;
    let rows = if paging.page == 1 { vec![row.to_api()] } else { Vec::new() };
    Ok(Json(paging.envelope(rows, 1)))
}

async fn write(
    _: Admin,
    State(app): State<App>,
    Path(id): Path<String>,
    Body(entries): Body<Vec<MetadataEntry>>,
) -> Result<Json<One<Connection>>, Error> {
    if entries.iter().any(|entry| entry.key.trim().is_empty()) {
        return Err(Error::field("key", "must not be empty"));
    }
    if entries.iter().any(|entry| entry.key.len() > 255 || entry.value.len() > 4096) {
        return Err(Error::field("value", "keys take up to 255 bytes, values up to 4096"));
    }
    let now = millis(app.now());
    let data = app.write(|tx| {
        let row = connections::find_live(tx, &id)?;
        let mut metadata: Map<String, Value> = serde_json::from_str(&row.metadata).unwrap_or_default();
        metadata.extend(entries.into_iter().map(|entry| (entry.key, Value::String(entry.value))));
        if metadata.len() > MOST {
            return Err(Error::invalid(format!("a connection holds up to {MOST} entries")));
        }
        connections::set_column(tx, &id, "metadata", Value::Object(metadata).to_string(), now)?;
        Ok(connections::find(tx, &id)?.to_api())
    })?;
    Ok(Json(One { data }))
}
