//! Settings of a connection: schedule, entities, custom fields and field mapping.
//!
//! A setting takes effect immediately: rows are computed when they are read.

use axum::extract::{Path, State};
use axum::routing::{get, put};
use axum::{Json, Router};
use rusqlite::Connection as Db;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::sync;
use crate::api::operation::Operation;
use crate::sandbox::auth::Admin;
use crate::sandbox::body::Body;
use crate::sandbox::entities::mapping::{self, MappingEntry};
use crate::sandbox::entities::tables;
use crate::sandbox::error::Error;
use crate::sandbox::paging::Paging;
use crate::sandbox::source::Source;
use crate::sandbox::state::App;
use crate::sandbox::store::connections::{self, ConnectionRow};
use crate::sandbox::time::millis;

/// Names of the settings, in the order they are shown.
const KNOWN: [&str; 6] = ["schedule_seconds", "scale", "entities", "custom_fields", "custom_tables", "custom_entities"];

pub(crate) fn router() -> Router<App> {
    Router::new()
        .route(Operation::ConnectionSettingsGet.sandbox_path(), get(show).put(update))
        .route(Operation::MappingGet.sandbox_path(), get(show_mapping))
        .route(Operation::MappingUpdate.sandbox_path(), put(update_mapping))
}

async fn show(_: Admin, State(app): State<App>, Path(id): Path<String>) -> Result<Json<Value>, Error> {
    let row = app.read(|db| connections::find(db, &id))?;
    Ok(Json(json!({ "data": shown(&row, app.options().seed) })))
}

fn shown(row: &ConnectionRow, seed: u64) -> Map<String, Value> {
    let mut data = Map::new();
    data.insert("connection_id".into(), json!(row.key));
    data.insert("schedule_seconds".into(), json!(Some(row.schedule_seconds).filter(|seconds| *seconds > 0)));
    data.extend(row.settings().shown(&row.source(seed)));
    data
}

async fn update(
    _: Admin,
    State(app): State<App>,
    Path(id): Path<String>,
    Body(request): Body<Map<String, Value>>,
) -> Result<Json<Value>, Error> {
    let strange = request.keys().filter(|name| !KNOWN.contains(&name.as_str()));
    let strange: Vec<_> = strange
        .map(|name| (name.as_str(), format!("is not a setting; expected one of {}", KNOWN.join(", "))))
        .collect();
    if !strange.is_empty() {
        return Err(Error::fields(strange));
    }
    let (now, seed) = (millis(app.now()), app.options().seed);
    let row = app.write(|tx| {
        let row = connections::find_live(tx, &id)?;
        let next = row.settings().changed(&row.source(seed), &request).map_err(Error::problems)?;
        keep(tx, &id, next.text(), now)?;
        if let Some(seconds) = request.get("schedule_seconds") {
            sync::set_schedule(tx, &row, seconds, now)?;
        }
        connections::find(tx, &id)
    })?;
    Ok(Json(json!({ "data": shown(&row, seed) })))
}

fn keep(db: &Db, id: &str, settings: Option<String>, now: i64) -> Result<(), Error> {
    connections::set_column(db, id, "settings", settings, now)
}

/// Returns the field mapping of one entity (`?entity=assets`) or of all that are served.
async fn show_mapping(
    _: Admin,
    State(app): State<App>,
    Path(id): Path<String>,
    paging: Paging,
) -> Result<Json<Value>, Error> {
    let row = app.read(|db| connections::find(db, &id))?;
    let source = row.source(app.options().seed);
    let entities = match paging.get("entity") {
        Some(entity) => vec![known(&source, entity)?],
        None => source.entities(),
    };
    let tables = entities.into_iter().filter_map(|entity| mapped(&row, &source, entity)).collect::<Vec<_>>();
    Ok(Json(json!({ "data": tables })))
}

fn known(source: &Source, entity: &str) -> Result<&'static str, Error> {
    let served = source.entities();
    let found = served.iter().find(|name| **name == entity).copied();
    found.ok_or_else(|| Error::field("entity", format!("is not served here; expected one of {}", served.join(", "))))
}

fn mapped(row: &ConnectionRow, source: &Source, entity: &str) -> Option<Value> {
    let table = tables::of_entity(source, &row.slug, entity)?;
    let columns: Vec<String> = table.fields().map(|field| table.column(field.name)).collect();
    let fields: Vec<MappingEntry> = mapping::entries(source.settings(), &table);
    Some(json!({ "entity": entity, "table": table.name, "fields": fields, "columns": columns }))
}

#[derive(Debug, Deserialize)]
struct Mapping {
    /// Column by field; null restores the default.
    fields: Map<String, Value>,
}

async fn update_mapping(
    _: Admin,
    State(app): State<App>,
    Path((id, entity)): Path<(String, String)>,
    Body(request): Body<Mapping>,
) -> Result<Json<Value>, Error> {
    let (now, seed) = (millis(app.now()), app.options().seed);
    let data = app.write(|tx| {
        let row = connections::find_live(tx, &id)?;
        let source = row.source(seed);
        let entity = known(&source, &entity)?;
        let table = tables::of_entity(&source, &row.slug, entity).ok_or_else(|| Error::not_found("entity"))?;
        let next = mapping::changed(source.settings(), &table, &request.fields).map_err(Error::problems)?;
        keep(tx, &id, next.text(), now)?;
        let row = connections::find(tx, &id)?;
        Ok(mapped(&row, &row.source(seed), entity))
    })?;
    Ok(Json(json!({ "data": data })))
}
