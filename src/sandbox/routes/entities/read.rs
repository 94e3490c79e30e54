//! Reads lists and rows, including what was written to them.

use axum::Json;
use jiff::Timestamp;

use super::target::{Object, Target, in_domain, source};
use crate::api::entities::{self as published, Domain, Resource};
use crate::api::page::{One, Page};
use crate::sandbox::auth::ConnectionAuth;
use crate::sandbox::entities::Source;
use crate::sandbox::entities::list::{self, ListPage};
use crate::sandbox::entities::overlay::{self, Overlay};
use crate::sandbox::entities::query::Query;
use crate::sandbox::error::Error;
use crate::sandbox::paging::{DEFAULT_PER_PAGE, Paging};
use crate::sandbox::state::App;

pub(super) fn list_page(
    target: Target,
    app: &App,
    auth: &ConnectionAuth,
    paging: Paging,
) -> Result<Json<Page<Object>>, Error> {
    let source = source(auth, &target)?;
    found(app, (&auth.connection_id, source), target.row, paging, app.now())
}

/// Returns a page of a list as it is at `now`, including what was written.
pub(super) fn found(
    app: &App,
    (connection_id, source): (&str, &Source),
    row: &Resource,
    mut paging: Paging,
    now: Timestamp,
) -> Result<Json<Page<Object>>, Error> {
    if !row.per_page {
        // The platform ignores it where it is not published.
        paging.per_page = DEFAULT_PER_PAGE;
    }
    let query = Query::read(&paging.query, &source.fields(row.path)).map_err(Error::problems)?;
    let window = (paging.offset(), paging.per_page);
    let found = page(app, (connection_id, source), (row.path, &query), window, now)?;
    Ok(Json(paging.envelope(found.rows, found.total)))
}

/// Returns a window of a list as it is at `now`, including what was written.
pub(super) fn page(
    app: &App,
    (connection_id, source): (&str, &Source),
    (entity, query): (&str, &Query),
    window: (u64, u64),
    now: Timestamp,
) -> Result<ListPage, Error> {
    let overlay = app.read(|db| Ok(list::writes(db, (source, connection_id), entity, query, window, now)?))?;
    Ok(list::page((source, &overlay), entity, query, window, now))
}

pub(super) fn show(target: Target, app: &App, auth: &ConnectionAuth, key: &str) -> Result<Json<One<Object>>, Error> {
    let source = source(auth, &target)?;
    let data = current(app, auth, source, target.row, key)?;
    Ok(Json(One { data }))
}

pub(super) fn states(
    domain: Domain,
    entity: &'static str,
    app: &App,
    auth: &ConnectionAuth,
    paging: Paging,
) -> Result<Json<Page<Object>>, Error> {
    states_page(entity, in_domain(auth, domain)?, paging, app.now())
}

/// Returns a page of a list of states.
pub(super) fn states_page(
    entity: &'static str,
    source: &Source,
    mut paging: Paging,
    now: Timestamp,
) -> Result<Json<Page<Object>>, Error> {
    paging.per_page = DEFAULT_PER_PAGE;
    let query = Query::read(&paging.query, published::fields("Status").unwrap_or_default()).map_err(Error::problems)?;
    let window = (paging.offset(), paging.per_page);
    let found = list::page((source, &Overlay::default()), entity, &query, window, now);
    Ok(Json(paging.envelope(found.rows, found.total)))
}

/// Returns a row as it is now, including what was written to it.
pub(super) fn current(
    app: &App,
    auth: &ConnectionAuth,
    source: &Source,
    row: &Resource,
    key: &str,
) -> Result<Object, Error> {
    let missing = || Error::not_found(row.singular);
    let now = app.now();
    let row_id = source.find(row.path, key, now).ok_or_else(missing)?;
    let written = app.read(|db| Ok(overlay::find(db, &auth.connection_id, row.path, key)?))?;
    if row_id.created().is_some() {
        return written.map(overlay::whole).ok_or_else(missing);
    }
    let mut object = source.row(row_id, now);
    if let Some(changes) = written {
        overlay::apply_fields(&changes, &mut object);
    }
    Ok(object)
}
