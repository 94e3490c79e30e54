//! Custom entities: lists and objects that are not published, where a connection's settings enable them.

use axum::Json;
use axum::Router;
use axum::extract::{FromRequestParts, Path, Request, State};
use axum::http::Method;
use axum::response::{IntoResponse as _, Response};
use axum::routing::any;

use super::read::page;
use super::target::in_domain;
use crate::api::entities::Domain;
use crate::api::page::One;
use crate::sandbox::auth::ConnectionAuth;
use crate::sandbox::entities::custom;
use crate::sandbox::entities::query::Query;
use crate::sandbox::error::Error;
use crate::sandbox::paging::Paging;
use crate::sandbox::state::App;

pub(super) fn mount(router: Router<App>, domain: Domain) -> Router<App> {
    let list =
        async move |State(app), Path::<String>(entity), request| show(&app, domain, &entity, None, request).await;
    let one = async move |State(app), Path::<(String, String)>((entity, key)), request| {
        show(&app, domain, &entity, Some(&key), request).await
    };
    let base = format!("/api/{}/{{entity}}", domain.slug());
    router.route(&base, any(list)).route(&format!("{base}/{{key}}"), any(one))
}

/// Returns a list or an object. Any other path is not found, with or without a token.
async fn show(app: &App, domain: Domain, entity: &str, key: Option<&str>, request: Request) -> Result<Response, Error> {
    let Some(custom) = custom::find(entity).filter(|custom| custom.domain == domain) else {
        return Err(Error::not_found("path"));
    };
    let (mut parts, _) = request.into_parts();
    if parts.method != Method::GET {
        return Err(Error::unsupported("custom entities are read, not written"));
    }
    let auth = ConnectionAuth::from_request_parts(&mut parts, app).await?;
    let source = in_domain(&auth, domain)?;
    if !source.serves(custom.path) {
        let mut error = Error::not_found("path");
        error.message = format!("`{entity}` is a custom entity that the settings of this connection do not switch on");
        return Err(error);
    }
    let now = app.now();
    if let Some(key) = key {
        let row_id = source.find(custom.path, key, now).filter(|row_id| row_id.created().is_none());
        let row_id = row_id.ok_or_else(|| Error::not_found("object"))?;
        return Ok(Json(One { data: source.row(row_id, now) }).into_response());
    }
    let paging = Paging::from_request_parts(&mut parts, app).await?;
    let query = Query::read(&paging.query, &source.fields(custom.path)).map_err(Error::problems)?;
    let (of, window) = ((auth.connection_id.as_str(), source), (paging.offset(), paging.per_page));
    let found = page(app, of, (custom.path, &query), window, now)?;
    Ok(Json(paging.envelope(found.rows, found.total)).into_response())
}
