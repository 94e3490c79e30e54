//! `/api/raw`: tables of the connected system, under their names there.
//!
//! The responses are unpublished. Tables are `{"data": [{"name", "entity", "rows"}]}`; rows have the usual envelope,
//! with columns spelled as the system spells them.

use axum::extract::{Path, State};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Map, Value, json};

use crate::api::page::Page;
use crate::api::path;
use crate::sandbox::auth::ConnectionAuth;
use crate::sandbox::entities::{list, tables};
use crate::sandbox::error::Error;
use crate::sandbox::paging::{DEFAULT_PER_PAGE, Paging};
use crate::sandbox::state::App;

pub(crate) fn router() -> Router<App> {
    Router::new().route(path::RAW_TABLES, get(show_tables)).route(path::RAW_ROWS, get(rows))
}

async fn show_tables(State(app): State<App>, auth: ConnectionAuth) -> Result<Json<Value>, Error> {
    let (source, now) = (&auth.source, app.now());
    let of = (source, auth.connection_id.as_str());
    let mut rows = Vec::new();
    for table in tables::all(source, &auth.slug) {
        // As many as its rows are, with what was written.
        let query = table.query(&Vec::new()).map_err(Error::problems)?;
        let overlay = app.read(|db| Ok(list::writes(db, of, table.entity, &query, (0, 1), now)?))?;
        let (_, count) = table.read((source, &overlay), &query, (0, 1), now);
        rows.push(json!({"name": table.name, "entity": table.entity, "rows": count}));
    }
    Ok(Json(json!({"data": rows})))
}

async fn rows(
    State(app): State<App>,
    auth: ConnectionAuth,
    Path(name): Path<String>,
    mut paging: Paging,
) -> Result<Json<Page<Map<String, Value>>>, Error> {
    let source = &auth.source;
    let table = tables::find(source, &auth.slug, &name).ok_or_else(|| Error::not_found("table"))?;
    // `per_page` is not published for this list.
    paging.per_page = DEFAULT_PER_PAGE;
    let query = table.query(&paging.query).map_err(Error::problems)?;
    let (window, now) = ((paging.offset(), paging.per_page), app.now());
    let of = (source, auth.connection_id.as_str());
    let overlay = app.read(|db| Ok(list::writes(db, of, table.entity, &query, window, now)?))?;
    let (rows, total) = table.read((source, &overlay), &query, window, now);
    Ok(Json(paging.envelope(rows, total)))
}
