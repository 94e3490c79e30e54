//! Makini Link: hosted pages where a person connects or reconnects a system, or signs the application in.
//!
//! `GET /link/auth` checks the request and starts a visit: a row, and a cookie for the pages of this visit only. Each
//! page is one plain form that redirects to the next page, so that going back and reloading are safe. The script is
//! optional. Secrets are encrypted as soon as they are received: no page ever contains one.

mod authorization;
mod completion;
mod consent;
mod details;
mod magic_links;
mod page;
mod progress;
mod refusal;
mod refusal_page;
mod systems;
mod visitor;

use axum::Router;
use axum::extract::{RawQuery, State};
use axum::http::HeaderValue;
use axum::http::header::SET_COOKIE;
use axum::middleware::from_fn;
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};

use self::authorization::{LinkRequest, LinkRequestError};
use self::page::see_other;
use self::refusal::Refusal;
use self::visitor::Visitor;
use crate::api::operation::Operation;
use crate::api::path;
use crate::sandbox::state::App;
use crate::sandbox::store::links::{self, NewVisit};
use crate::sandbox::time::millis;

pub(crate) fn router() -> Router<App> {
    Router::new()
        .route(path::AUTHORIZE, get(authorize))
        .route(path::LINK_AUTH, get(authorize))
        .route("/link/{visit}", get(at_step))
        .route("/link/{visit}/systems", get(systems::show).post(systems::choose))
        .route("/link/{visit}/consent", get(consent::show).post(consent::decide))
        .route("/link/{visit}/details", get(details::show).post(details::submit))
        .route("/link/{visit}/check", post(details::check))
        .route("/link/{visit}/progress", get(progress::show))
        .route("/link/{visit}/finish", post(completion::finish))
        .route("/link/{visit}/cancel", post(completion::cancel))
        .route(Operation::MagicLinkCreate.sandbox_path(), get(magic_links::list).post(magic_links::create))
        .route_layer(from_fn(refusal_page::write))
}

/// Checks the request and starts a visit.
async fn authorize(State(app): State<App>, RawQuery(query): RawQuery) -> Result<Response, Refusal> {
    let now = millis(app.now());
    let request = match app.read(|db| Ok(LinkRequest::read(db, query.unwrap_or_default().as_bytes(), now)))? {
        Ok(request) => request,
        Err(LinkRequestError::Shown(refusal)) => return Err(refusal),
        Err(LinkRequestError::Sent(back, error, description)) => return Ok(back.refused(error, description)),
    };
    let start = NewVisit {
        purpose: request.purpose,
        back: request.back.as_ref(),
        magic_link: request.magic_link.as_deref(),
        slug: request.slug.as_deref(),
        entered: request.entered,
    };
    let (id, cookie) = app.write(|tx| links::start(tx, &start, now))?;
    let mut response = see_other(&format!("/link/{id}"));
    let cookie = format!("{}={}; Path=/link/{id}; HttpOnly; SameSite=Lax", visitor::COOKIE_NAME, cookie.expose());
    let cookie = HeaderValue::from_str(&cookie).expect("letters, digits and underscores");
    response.headers_mut().append(SET_COOKIE, cookie);
    Ok(response.into_response())
}

/// Redirects to the current page of the visit.
async fn at_step(visitor: Visitor) -> Response {
    see_other(&visitor.current_page())
}
