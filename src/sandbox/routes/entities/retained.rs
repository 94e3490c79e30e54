//! Rows that were synced before a connection was disconnected. Its tokens are dead, so they are read and deleted with the
//! application's token.

use axum::extract::{Path, State};
use axum::routing::{delete, get};
use axum::{Json, Router};
use serde_json::{Value, json};

use super::read::{found, states_page};
use super::target::{Object, Target, has_domain, is_served};
use crate::api::entities::{self as published, Domain, Verb};
use crate::api::operation::Operation;
use crate::api::page::Page;
use crate::sandbox::auth::Admin;
use crate::sandbox::entities;
use crate::sandbox::error::Error;
use crate::sandbox::paging::Paging;
use crate::sandbox::state::App;
use crate::sandbox::store::retained_data;
use crate::sandbox::time::{millis, time};

pub(super) fn router() -> Router<App> {
    Router::new()
        .route(Operation::RetainedDataList.sandbox_path(), get(list))
        .route(Operation::RetainedDataDelete.sandbox_path(), delete(remove))
}

async fn list(
    _: Admin,
    State(app): State<App>,
    Path((id, domain, entity)): Path<(String, String, String)>,
    paging: Paging,
) -> Result<Json<Page<Object>>, Error> {
    let row = app.read(|db| retained_data::find(db, &id))?;
    let source = row.source(app.options().seed);
    let domain = Domain::find(&domain).ok_or_else(|| Error::not_found("domain"))?;
    // Nothing came after its last sync, and nothing at all without one.
    let Some(synced) = row.last_sync_at.map(time) else {
        return Ok(Json(paging.envelope(Vec::new(), 0)));
    };
    if let Some(of) = entity.strip_prefix("statuses/") {
        let list = published::statuses().iter().find(|list| list.of == of && list.domains.contains(&domain));
        let states = list.and_then(|list| entities::states_of(list.of)).ok_or_else(|| Error::not_found("entity"))?;
        has_domain(&source, &row.slug, domain)?;
        return states_page(states, &source, paging, synced);
    }
    let resource = published::find(&entity).filter(|resource| resource.allows(domain, Verb::List));
    let target = Target { domain, row: resource.ok_or_else(|| Error::not_found("entity"))? };
    is_served(&source, &row.slug, &target)?;
    found(&app, (&id, &source), target.row, paging, synced)
}

async fn remove(_: Admin, State(app): State<App>, Path(id): Path<String>) -> Result<Json<Value>, Error> {
    let now = millis(app.now());
    app.write(|tx| retained_data::delete(tx, &id, now))?;
    Ok(Json(json!({ "data": { "key": id, "deleted": true } })))
}
