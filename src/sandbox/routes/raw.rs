//! `/api/raw`: the tables of the connected system, by the names they have there.
//!
//! Nobody has published the shapes. Tables answer `{"data": [{"name", "entity", "rows"}]}`; rows come in the envelope of
//! every other list, with the columns written as the system writes them.

use axum::extract::{Path, State};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Map, Value, json};

use super::entities::refused;
use crate::api::page::Page;
use crate::api::path;
use crate::sandbox::entities::{list, tables};
use crate::sandbox::error::Error;
use crate::sandbox::guard::ConnectionAuth;
use crate::sandbox::page::{DEFAULT_PER_PAGE, Paging};
use crate::sandbox::state::App;

pub(crate) fn router() -> Router<App> {
    Router::new().route(path::RAW_TABLES, get(show_tables)).route(path::RAW_ROWS, get(rows))
}

async fn show_tables(State(app): State<App>, auth: ConnectionAuth) -> Json<Value> {
    let source = &auth.source;
    let now = app.now();
    let rows: Vec<Value> = tables::all(source, &auth.slug)
        .iter()
        .map(|table| json!({"name": table.name, "entity": table.entity, "rows": source.count(table.entity, now)}))
        .collect();
    Json(json!({"data": rows}))
}

async fn rows(
    State(app): State<App>,
    auth: ConnectionAuth,
    Path(name): Path<String>,
    mut paging: Paging,
) -> Result<Json<Page<Map<String, Value>>>, Error> {
    let source = &auth.source;
    let table = tables::find(source, &auth.slug, &name).ok_or_else(|| Error::not_found("table"))?;
    // `per_page` is not published for this one.
    paging.per_page = DEFAULT_PER_PAGE;
    let query = table.query(&paging.query).map_err(refused)?;
    let (window, now) = ((paging.offset(), paging.per_page), app.now());
    let of = (source, auth.connection_id.as_str());
    let overlay = app.read(|db| Ok(list::writes(db, of, table.entity, &query, window, now)?))?;
    let (rows, total) = table.read((source, &overlay), &query, window, now);
    Ok(Json(paging.envelope(rows, total)))
}
