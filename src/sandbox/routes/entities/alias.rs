//! Older and shorter paths that the vendor's samples still use: without a domain, or with a version instead.
//!
//! Only documented ones. Each stands for the first domain of the system that has the resource.

use axum::Router;
use axum::extract::{Path, State};
use axum::routing::get;

use super::read::{list_page, show};
use super::target::Target;
use crate::api::entities::{self, Domain, Resource, Verb};
use crate::sandbox::auth::ConnectionAuth;
use crate::sandbox::error::Error;
use crate::sandbox::paging::Paging;
use crate::sandbox::paths::{DOCUMENT, ORDERS};
use crate::sandbox::state::App;

/// Lists without a domain.
const LISTS: [&str; 3] = ["sites", "assets", "work-orders"];

pub(super) fn mount(mut router: Router<App>) -> Router<App> {
    for path in LISTS {
        let row = entities::find(path).expect("a row of the catalogue");
        let list = async move |State(app): State<App>, auth: ConnectionAuth, paging: Paging| {
            list_page(target(row, &auth)?, &app, &auth, paging)
        };
        router = router.route(&format!("/api/{path}"), get(list));
    }
    let orders = entities::find("purchase-orders").expect("a row of the catalogue");
    let documents = entities::find("documents").expect("a row of the catalogue");
    router
        .route(
            ORDERS,
            get(async move |State(app): State<App>, auth: ConnectionAuth, paging: Paging| {
                // The only list documented with a cursor instead of a page.
                list_page(target(orders, &auth)?, &app, &auth, paging.by_cursor())
            }),
        )
        .route(
            DOCUMENT,
            get(async move |State(app): State<App>, auth: ConnectionAuth, Path::<String>(key)| {
                show(target(documents, &auth)?, &app, &auth, &key)
            }),
        )
}

fn target(row: &'static Resource, auth: &ConnectionAuth) -> Result<Target, Error> {
    let mut domains =
        Domain::ALL.into_iter().filter(|domain| auth.source.has(*domain) && row.allows(*domain, Verb::List));
    let domain = domains.next().ok_or_else(|| Error::unsupported(format!("`{}` has no {}", auth.slug, row.plural)))?;
    Ok(Target { domain, row })
}
