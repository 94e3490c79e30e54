//! Alert rules: what is watched, what fires, and what did.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::{delete, get};
use axum::{Json, Router};
use serde_json::{Map, Value, json};

use crate::api::alerts::{AlertChange, AlertRule, METRICS, NewAlertRule};
use crate::api::operation::Operation;
use crate::api::page::{One, Page};
use crate::sandbox::error::Error;
use crate::sandbox::guard::{Admin, Body, strict};
use crate::sandbox::page::Paging;
use crate::sandbox::state::{App, millis};
use crate::sandbox::store::alerts::{self, New, Rule};
use crate::sandbox::store::{connections, new_id};

/// Rules that the account may have.
const MOST: usize = 100;
/// How far back requests count when nobody says, in seconds.
const WINDOW: u64 = 300;
/// The longest window: a day.
const LONGEST_WINDOW: u64 = 86_400;
/// The most that a threshold may be: a year in seconds, which is also enough milliseconds.
const MOST_THRESHOLD: f64 = 31_536_000.0;

pub(crate) fn router() -> Router<App> {
    Router::new()
        .route(Operation::AlertRuleList.sandbox_path(), get(list).post(create))
        .route(Operation::AlertRuleDelete.sandbox_path(), delete(remove))
        .route(Operation::AlertFiring.sandbox_path(), get(firing))
        .route(Operation::AlertChangeList.sandbox_path(), get(changes))
}

fn page(paging: &Paging, all: &[Rule]) -> Page<AlertRule> {
    let skip = usize::try_from(paging.offset()).unwrap_or(usize::MAX);
    let take = usize::try_from(paging.per_page).unwrap_or(usize::MAX);
    let rows = all.iter().skip(skip).take(take).map(Rule::wire).collect();
    paging.envelope(rows, all.len() as u64)
}

async fn list(_: Admin, State(app): State<App>, paging: Paging) -> Result<Json<Page<AlertRule>>, Error> {
    Ok(Json(page(&paging, &app.read(alerts::list)?)))
}

async fn firing(_: Admin, State(app): State<App>, paging: Paging) -> Result<Json<Page<AlertRule>>, Error> {
    let mut all = app.read(alerts::list)?;
    all.retain(|rule| rule.firing);
    Ok(Json(page(&paging, &all)))
}

async fn changes(_: Admin, State(app): State<App>, paging: Paging) -> Result<Json<Page<AlertChange>>, Error> {
    let rule = paging.get("rule_id").filter(|id| !id.is_empty());
    let (rows, total) = app.read(|db| alerts::changes(db, rule, paging.offset(), paging.per_page))?;
    Ok(Json(paging.envelope(rows, total)))
}

fn check(asked: &NewAlertRule) -> Result<(), Error> {
    let mut wrong = Vec::new();
    if !METRICS.contains(&asked.metric.as_str()) {
        wrong.push(("metric", format!("must be one of {}", METRICS.join(", "))));
    }
    let most = if asked.metric == "error_rate" { 1.0 } else { MOST_THRESHOLD };
    if !(asked.threshold >= 0.0 && asked.threshold <= most) {
        wrong.push(("threshold", format!("must be from 0 to {most}")));
    }
    if asked.window_seconds.is_some_and(|seconds| !(60..=LONGEST_WINDOW).contains(&seconds)) {
        wrong.push(("window_seconds", format!("must be from 60 to {LONGEST_WINDOW}")));
    }
    if asked.name.as_ref().is_some_and(|name| name.trim().is_empty() || name.len() > 255) {
        wrong.push(("name", "must be 1 to 255 bytes".to_owned()));
    }
    if wrong.is_empty() { Ok(()) } else { Err(Error::fields(wrong)) }
}

async fn create(
    _: Admin,
    State(app): State<App>,
    Body(sent): Body<Map<String, Value>>,
) -> Result<(StatusCode, Json<One<AlertRule>>), Error> {
    let asked: NewAlertRule = strict(&sent, NewAlertRule::FIELDS)?;
    if !sent.contains_key("threshold") {
        return Err(Error::field("threshold", "is required"));
    }
    check(&asked)?;
    let now = millis(app.now());
    let data = app.write(|tx| {
        if let Some(key) = &asked.connection_id {
            connections::find_live(tx, key)?;
        }
        if alerts::list(tx)?.len() >= MOST {
            return Err(Error::conflict("CONFLICT", format!("the account may have {MOST} alert rules")));
        }
        let id = new_id(tx, "alr")?;
        let name = asked.name.clone().unwrap_or_else(|| format!("{} above {}", asked.metric, asked.threshold));
        let window = if asked.metric == "sync_age" { 0 } else { asked.window_seconds.unwrap_or(WINDOW) };
        let new = New {
            id: &id,
            name: name.trim(),
            metric: &asked.metric,
            connection: asked.connection_id.as_deref(),
            threshold: asked.threshold,
            window_ms: i64::try_from(window * 1000).unwrap_or(i64::MAX),
        };
        alerts::insert(tx, new, now)?;
        alerts::find(tx, &id)?.map(|rule| rule.wire()).ok_or_else(|| Error::not_found("alert rule"))
    })?;
    Ok((StatusCode::CREATED, Json(One { data })))
}

async fn remove(_: Admin, State(app): State<App>, Path(id): Path<String>) -> Result<Json<Value>, Error> {
    if !app.write(|tx| alerts::delete(tx, &id))? {
        return Err(Error::not_found("alert rule"));
    }
    Ok(Json(json!({ "data": { "id": id, "deleted": true } })))
}
