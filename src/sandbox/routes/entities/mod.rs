//! Everything below `/api/eam`, `/api/erp` and `/api/wms`: mounted from the catalogue of resources.
//!
//! A route exists for each published method and path and for no other, so the router itself answers 405 to the rest.
//! A system that has no such domain answers 405 too, and says so.

mod alias;
mod custom;
mod nested;
mod upload;
mod write;

use axum::extract::{Path, State};
use axum::routing::{get, post, put};
use axum::{Json, Router};
use serde_json::{Map, Value};

use crate::api::entities::{self as published, Domain, Resource, Verb};
use crate::api::page::{One, Page};
use crate::sandbox::entities::list::{self, Found};
use crate::sandbox::entities::overlay::{self, Overlay};
use crate::sandbox::entities::query::{Problems, Query};
use crate::sandbox::entities::{self, Source};
use crate::sandbox::error::Error;
use crate::sandbox::guard::{Body, ConnectionAuth};
use crate::sandbox::page::{DEFAULT_PER_PAGE, Paging};
use crate::sandbox::state::App;

/// An object on the wire.
type Object = Map<String, Value>;

/// What a route is about.
#[derive(Clone, Copy, Debug)]
struct Target {
    domain: Domain,
    row: &'static Resource,
}

pub(crate) fn router() -> Router<App> {
    let mut router = Router::new();
    for domain in Domain::ALL {
        for row in published::all().iter().filter(|row| row.allows(domain, Verb::List)) {
            router = mount(router, Target { domain, row });
        }
        for list in published::statuses().iter().filter(|list| list.domains.contains(&domain)) {
            let entity = entities::states_of(list.of).expect("every published list has its states");
            let serve = async move |State(app), auth, paging| states(domain, entity, &app, &auth, paging);
            router = router.route(&format!("/api/{}/{entity}", domain.slug()), get(serve));
        }
        router = nested::mount(router, domain);
        router = custom::mount(router, domain);
    }
    alias::mount(router)
}

fn mount(router: Router<App>, target: Target) -> Router<App> {
    let mut whole = get(async move |State(app), auth, paging| list_page(target, &app, &auth, paging));
    let mut one = get(async move |State(app), auth, Path::<String>(key)| show(target, &app, &auth, &key));
    if target.row.path == "documents" {
        whole = whole.merge(post(async move |app, auth, form| upload::create(target, app, auth, form).await));
    } else if target.row.allows(target.domain, Verb::Create) {
        let create = async move |State(app), auth, Body(body)| write::create(target, &app, &auth, &body);
        whole = whole.merge(post(create));
    }
    if target.row.allows(target.domain, Verb::Update) {
        let update = async move |State(app), auth, Path::<String>(key), Body(body)| {
            write::update(target, &app, &auth, &key, &body)
        };
        one = one.merge(put(update));
    }
    router.route(&target.row.list_path(target.domain), whole).route(&target.row.one_path(target.domain), one)
}

/// Returns the data of the connection that calls, if its system has this resource and no setting leaves it out.
fn source<'a>(auth: &'a ConnectionAuth, target: &Target) -> Result<&'a Source, Error> {
    let source = in_domain(auth, target.domain)?;
    if source.serves(target.row.path) {
        return Ok(source);
    }
    Err(Error::unsupported(format!("the settings of this connection leave `{}` out", target.row.path)))
}

/// Returns the data of the connection that calls, if its system has this domain.
fn in_domain(auth: &ConnectionAuth, domain: Domain) -> Result<&Source, Error> {
    let source = &auth.source;
    if source.has(domain) {
        return Ok(source);
    }
    let message = format!("`{}` has no data of the domain `{}`", auth.slug, domain.slug());
    Err(Error::unsupported(message))
}

/// Turns what is wrong with a query or body into an answer.
#[expect(clippy::needless_pass_by_value, reason = "shaped for `map_err`")]
pub(super) fn refused(problems: Problems) -> Error {
    Error::fields(problems.iter().map(|(name, problem)| (name.as_str(), problem.clone())).collect::<Vec<_>>())
}

fn list_page(
    target: Target,
    app: &App,
    auth: &ConnectionAuth,
    mut paging: Paging,
) -> Result<Json<Page<Object>>, Error> {
    let source = source(auth, &target)?;
    if !target.row.per_page {
        // Where it is not published the platform does not listen to it.
        paging.per_page = DEFAULT_PER_PAGE;
    }
    let query = Query::read(&paging.query, &source.fields(target.row.path)).map_err(refused)?;
    let window = (paging.offset(), paging.per_page);
    let found = found(app, auth, source, (target.row.path, &query), window)?;
    Ok(Json(paging.envelope(found.rows, found.total)))
}

/// Reads a window of a list, with what was written.
pub(super) fn found(
    app: &App,
    auth: &ConnectionAuth,
    source: &Source,
    (entity, query): (&str, &Query),
    window: (u64, u64),
) -> Result<Found, Error> {
    let now = app.now();
    let of = (source, auth.connection_id.as_str());
    let overlay = app.read(|db| Ok(list::writes(db, of, entity, query, window, now)?))?;
    Ok(list::page((source, &overlay), entity, query, window, now))
}

fn show(target: Target, app: &App, auth: &ConnectionAuth, key: &str) -> Result<Json<One<Object>>, Error> {
    let source = source(auth, &target)?;
    let data = current(app, auth, source, target.row, key)?;
    Ok(Json(One { data }))
}

fn states(
    domain: Domain,
    entity: &'static str,
    app: &App,
    auth: &ConnectionAuth,
    mut paging: Paging,
) -> Result<Json<Page<Object>>, Error> {
    let source = in_domain(auth, domain)?;
    paging.per_page = DEFAULT_PER_PAGE;
    let query = Query::read(&paging.query, published::fields("Status").unwrap_or_default()).map_err(refused)?;
    let window = (paging.offset(), paging.per_page);
    let found = list::page((source, &Overlay::default()), entity, &query, window, app.now());
    Ok(Json(paging.envelope(found.rows, found.total)))
}

/// Returns a row as it is now, with what was written to it.
fn current(app: &App, auth: &ConnectionAuth, source: &Source, row: &Resource, key: &str) -> Result<Object, Error> {
    let missing = || Error::not_found(row.singular);
    let now = app.now();
    let place = source.find(row.path, key, now).ok_or_else(missing)?;
    let written = app.read(|db| Ok(overlay::find(db, &auth.connection_id, row.path, key)?))?;
    if place.created().is_some() {
        return written.map(overlay::whole).ok_or_else(missing);
    }
    let mut object = source.row(place, now);
    if let Some(changes) = written {
        overlay::lay(&changes, &mut object);
    }
    Ok(object)
}
