//! Metadata of a connection. As published, both directions answer the whole connection.

use axum::extract::{Path, State};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Map, Value};

use crate::api::connections::{Connection, MetadataEntry};
use crate::api::page::{One, Page};
use crate::api::path;
use crate::sandbox::error::Error;
use crate::sandbox::guard::{Admin, Body};
use crate::sandbox::page::Paging;
use crate::sandbox::state::{App, millis};
use crate::sandbox::store::connections;

/// Entries that one connection may hold.
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
    let rows = if paging.page == 1 { vec![row.wire()] } else { Vec::new() };
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
        connections::set(tx, &id, "metadata", Value::Object(metadata).to_string(), now)?;
        Ok(connections::find(tx, &id)?.wire())
    })?;
    Ok(Json(One { data }))
}
