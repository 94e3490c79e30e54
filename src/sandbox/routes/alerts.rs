//! Alert rules, firing rules and changes.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::{delete, get};
use axum::{Json, Router};
use serde_json::{Map, Value, json};

use crate::api::alerts::{AlertChange, AlertRule, METRICS, NewAlertRule};
use crate::api::operation::Operation;
use crate::api::page::{One, Page};
use crate::sandbox::auth::Admin;
use crate::sandbox::body::{Body, strict};
use crate::sandbox::error::Error;
use crate::sandbox::paging::Paging;
use crate::sandbox::state::App;
use crate::sandbox::store::alerts::{self, NewRule, Rule};
use crate::sandbox::store::{connections, new_id};
use crate::sandbox::time::millis;

/// The most rules of the account.
const MOST: usize = 100;
/// Default window in seconds.
const WINDOW: u64 = 300;
/// The longest window in seconds: a day.
const LONGEST_WINDOW: u64 = 86_400;
/// The highest threshold: a year in seconds, which is enough for milliseconds too.
const MOST_THRESHOLD: f64 = 31_536_000.0;

pub(crate) fn router() -> Router<App> {
    Router::new()
        .route(Operation::AlertRuleList.sandbox_path(), get(list).post(create))
        .route(Operation::AlertRuleDelete.sandbox_path(), delete(remove))
        .route(Operation::AlertFiring.sandbox_path(), get(firing))
        .route(Operation::AlertChangeList.sandbox_path(), get(changes))
}

async fn list(_: Admin, State(app): State<App>, paging: Paging) -> Result<Json<Page<AlertRule>>, Error> {
    Ok(Json(paging.cut(app.read(alerts::list)?.iter().map(Rule::to_api).collect())))
}

async fn firing(_: Admin, State(app): State<App>, paging: Paging) -> Result<Json<Page<AlertRule>>, Error> {
    let all = app.read(alerts::list)?;
    Ok(Json(paging.cut(all.iter().filter(|rule| rule.firing).map(Rule::to_api).collect())))
}

async fn changes(_: Admin, State(app): State<App>, paging: Paging) -> Result<Json<Page<AlertChange>>, Error> {
    let rule = paging.get("rule_id").filter(|id| !id.is_empty());
    let (rows, total) = app.read(|db| alerts::changes(db, rule, paging.offset(), paging.per_page))?;
    Ok(Json(paging.envelope(rows, total)))
}

fn check(request: &NewAlertRule) -> Result<(), Error> {
    let mut wrong = Vec::new();
    if !METRICS.contains(&request.metric.as_str()) {
        wrong.push(("metric", format!("must be one of {}", METRICS.join(", "))));
    }
    let most = if request.metric == "error_rate" { 1.0 } else { MOST_THRESHOLD };
    if !(request.threshold >= 0.0 && request.threshold <= most) {
        wrong.push(("threshold", format!("must be from 0 to {most}")));
    }
    if request.window_seconds.is_some_and(|seconds| !(60..=LONGEST_WINDOW).contains(&seconds)) {
        wrong.push(("window_seconds", format!("must be from 60 to {LONGEST_WINDOW}")));
    }
    if request.name.as_ref().is_some_and(|name| name.trim().is_empty() || name.len() > 255) {
        wrong.push(("name", "must be 1 to 255 bytes".to_owned()));
    }
    if wrong.is_empty() { Ok(()) } else { Err(Error::fields(wrong)) }
}

async fn create(
    _: Admin,
    State(app): State<App>,
    Body(sent): Body<Map<String, Value>>,
) -> Result<(StatusCode, Json<One<AlertRule>>), Error> {
    let request: NewAlertRule = strict(&sent, NewAlertRule::FIELDS)?;
    if !sent.contains_key("threshold") {
        return Err(Error::field("threshold", "is required"));
    }
    check(&request)?;
    let now = millis(app.now());
    let data = app.write(|tx| {
        if let Some(key) = &request.connection_id {
            connections::find_live(tx, key)?;
        }
        if alerts::list(tx)?.len() >= MOST {
            return Err(Error::conflict(format!("the account may have {MOST} alert rules")));
        }
        let id = new_id(tx, "alr")?;
        let name = request.name.clone().unwrap_or_else(|| format!("{} above {}", request.metric, request.threshold));
        let window = if request.metric == "sync_age" { 0 } else { request.window_seconds.unwrap_or(WINDOW) };
        let new = NewRule {
            id: &id,
            name: name.trim(),
            metric: &request.metric,
            connection: request.connection_id.as_deref(),
            threshold: request.threshold,
            window_ms: i64::try_from(window * 1000).unwrap_or(i64::MAX),
        };
        alerts::insert(tx, new, now)?;
        alerts::find(tx, &id)?.map(|rule| rule.to_api()).ok_or_else(|| Error::not_found("alert rule"))
    })?;
    Ok((StatusCode::CREATED, Json(One { data })))
}

async fn remove(_: Admin, State(app): State<App>, Path(id): Path<String>) -> Result<Json<Value>, Error> {
    if !app.write(|tx| alerts::delete(tx, &id))? {
        return Err(Error::not_found("alert rule"));
    }
    Ok(Json(json!({ "data": { "id": id, "deleted": true } })))
}
