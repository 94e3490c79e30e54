//! Routes below `/api/eam`, `/api/erp` and `/api/wms`, mounted from the catalogue of resources.
//!
//! Only published methods and paths have a route, so the router itself responds 405 to the rest. A system without the
//! domain responds 405 too, with a message.

mod alias;
mod custom;
mod nested;
mod read;
mod retained;
mod target;
mod upload;
mod write;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::routing::{get, post, put};

use self::read::{list_page, show, states};
use self::target::Target;
use crate::api::entities::{self as published, Domain, Verb};
use crate::sandbox::body::Body;
use crate::sandbox::entities;
use crate::sandbox::state::App;

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
    alias::mount(router).merge(retained::router())
}

fn mount(router: Router<App>, target: Target) -> Router<App> {
    let mut whole = get(async move |State(app), auth, paging| list_page(target, &app, &auth, paging));
    let mut one = get(async move |State(app), auth, Path::<String>(key)| show(target, &app, &auth, &key));
    if target.row.path == "documents" {
        whole = whole.merge(post(async move |app, auth, form| upload::create(target, app, auth, form).await));
    } else if target.row.allows(target.domain, Verb::Create) {
        let create = async move |State(app), auth, headers: HeaderMap, Body(body)| {
            write::create(target, &app, &auth, (&headers, &body))
        };
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
