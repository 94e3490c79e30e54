//! The request log.

use std::str::FromStr;

use axum::extract::{Path, State};
use axum::routing::get;
use axum::{Json, Router};
use jiff::Timestamp;

use crate::api::lenient;
use crate::api::operation::Operation;
use crate::api::page::{One, Page};
use crate::api::requests::{LoggedRequest, RequestKind};
use crate::sandbox::auth::Admin;
use crate::sandbox::error::Error;
use crate::sandbox::paging::{MAX_PER_PAGE, Paging};
use crate::sandbox::state::App;
use crate::sandbox::store::requests;
use crate::sandbox::store::requests::filter::Filter;
use crate::sandbox::time::millis;

pub(crate) fn router() -> Router<App> {
    Router::new()
        .route(Operation::RequestList.sandbox_path(), get(list))
        .route(Operation::RequestGet.sandbox_path(), get(show))
}

/// Parses a time from the query.
pub(crate) fn parse_time(paging: &Paging, name: &str) -> Result<Option<Timestamp>, Error> {
    let Some(text) = paging.get(name).filter(|text| !text.is_empty()) else { return Ok(None) };
    lenient::timestamp(text).map(Some).ok_or_else(|| Error::field(name, "must be a time, as 2026-01-02T03:04:05Z"))
}

fn either(paging: &Paging, name: &str, other: &str) -> Result<Option<Timestamp>, Error> {
    Ok(parse_time(paging, name)?.or(parse_time(paging, other)?))
}

/// Parses a whole number from the query.
fn whole<T: FromStr>(paging: &Paging, name: &str, problem: &str) -> Result<Option<T>, Error> {
    let text = paging.get(name).filter(|text| !text.is_empty());
    text.map(|text| text.parse().map_err(|_| Error::field(name, problem))).transpose()
}

/// Parses the filter that log and metrics share. `kinds` are those without a choice; any if empty.
pub(crate) fn filter(paging: &Paging, kinds: &[RequestKind]) -> Result<Filter, Error> {
    let text = |name: &str| paging.get(name).filter(|text| !text.is_empty()).map(str::to_owned);
    let kinds = match text("kind").as_deref() {
        None => kinds.to_vec(),
        Some("all") => Vec::new(),
        Some(words) => words.split(',').map(|word| word.trim().parse()).collect::<Result<_, _>>().map_err(|_| {
            Error::field("kind", "must be `all`, or some of `api`, `sync`, `probe` and `tool`, separated by commas")
        })?,
    };
    let status = |name: &'static str| whole(paging, name, "must be an HTTP status");
    let slower_than: Option<u64> = whole(paging, "slower_than_ms", "must be a whole number of milliseconds")?;
    Ok(Filter {
        connection: text("connection_id"),
        sync: text("sync_id"),
        kinds,
        endpoint: text("endpoint"),
        status: status("status")?,
        min_status: status("min_status")?,
        max_status: status("max_status")?,
        errors_only: ["failed", "errors_only"].iter().any(|name| matches!(paging.get(name), Some("true" | "1"))),
        since: either(paging, "from", "since")?.map(millis),
        until: either(paging, "to", "until")?.map(millis),
        search: text("search"),
        slower_than_us: slower_than.map(|time| i64::try_from(time.saturating_mul(1000)).unwrap_or(i64::MAX)),
    })
}

async fn list(_: Admin, State(app): State<App>, mut paging: Paging) -> Result<Json<Page<LoggedRequest>>, Error> {
    if let Some(limit) = paging.get("limit") {
        let limit: u64 = limit.parse().map_err(|_| Error::field("limit", "must be a whole number from 1"))?;
        paging.per_page = limit.clamp(1, MAX_PER_PAGE);
    }
    let filter = filter(&paging, &[])?;
    let (rows, total) = app.read(|db| requests::query::list(db, &filter, paging.offset(), paging.per_page))?;
    Ok(Json(paging.envelope(rows, total)))
}

async fn show(_: Admin, State(app): State<App>, Path(id): Path<String>) -> Result<Json<One<LoggedRequest>>, Error> {
    Ok(Json(One { data: app.read(|db| requests::query::find(db, &id))? }))
}
