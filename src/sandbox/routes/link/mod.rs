//! Makini Link: the hosted pages where a person connects a system, lets one in again, or signs the application in.
//!
//! `GET /link/auth` checks who asks and starts a visit: a row of its own, and a cookie for the pages of this visit alone.
//! Each page is one plain form; its answer leads to the next page, so that going back and reloading do no harm. The
//! script only adds to that. Secrets go from the form into a digest: no page ever holds one, and no row does.

mod asked;
mod consent;
mod details;
mod finish;
mod magic;
mod page;
mod progress;
mod refusal;
mod systems;
mod visitor;

use axum::Router;
use axum::extract::{RawQuery, State};
use axum::http::HeaderValue;
use axum::http::header::SET_COOKIE;
use axum::middleware::from_fn;
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};

use self::asked::{Asked, Wrong};
use self::page::see_other;
use self::refusal::Refusal;
use self::visitor::Visitor;
use crate::api::operation::Operation;
use crate::api::path;
use crate::sandbox::state::{App, millis};
use crate::sandbox::store::links::{self, Start};

pub(crate) fn router() -> Router<App> {
    Router::new()
        .route(path::AUTHORIZE, get(enter))
        .route(path::LINK_AUTH, get(enter))
        .route("/link/{visit}", get(at_step))
        .route("/link/{visit}/systems", get(systems::show).post(systems::choose))
        .route("/link/{visit}/consent", get(consent::show).post(consent::decide))
        .route("/link/{visit}/details", get(details::show).post(details::submit))
        .route("/link/{visit}/check", post(details::check))
        .route("/link/{visit}/progress", get(progress::show))
        .route("/link/{visit}/finish", post(finish::finish))
        .route("/link/{visit}/cancel", post(finish::cancel))
        .route(Operation::MagicLinkCreate.sandbox_path(), get(magic::list).post(magic::create))
        .route_layer(from_fn(refusal::write))
}

/// Checks who asks for what, and starts a visit.
async fn enter(State(app): State<App>, RawQuery(query): RawQuery) -> Result<Response, Refusal> {
    let now = millis(app.now());
    let asked = match app.read(|db| Ok(Asked::read(db, query.unwrap_or_default().as_bytes(), now)))? {
        Ok(asked) => asked,
        Err(Wrong::Shown(refusal)) => return Err(refusal),
        Err(Wrong::Sent(back, error, description)) => return Ok(back.refused(error, description)),
    };
    let start = Start {
        purpose: asked.purpose,
        back: asked.back.as_ref(),
        magic_link: asked.magic_link.as_deref(),
        slug: asked.slug.as_deref(),
        entered: asked.entered,
    };
    let (id, cookie) = app.write(|tx| links::start(tx, &start, now))?;
    let mut response = see_other(&format!("/link/{id}"));
    let cookie = format!("{}={}; Path=/link/{id}; HttpOnly; SameSite=Lax", visitor::COOKIE_NAME, cookie.expose());
    let cookie = HeaderValue::from_str(&cookie).expect("letters, digits and underscores");
    response.headers_mut().append(SET_COOKIE, cookie);
    Ok(response.into_response())
}

/// Leads to the page that the person is at.
async fn at_step(visitor: Visitor) -> Response {
    see_other(&visitor.here())
}
