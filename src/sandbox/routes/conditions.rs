//! Which events a connection sends, and the conditions of webhooks of one's own.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::{delete, get};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::webhooks::check_events;
use crate::api::entities;
use crate::api::operation::Operation;
use crate::api::page::{One, Page};
use crate::api::webhooks::{ConnectionEvents, WebhookCondition};
use crate::sandbox::error::Error;
use crate::sandbox::guard::{Admin, Body, strict};
use crate::sandbox::page::Paging;
use crate::sandbox::state::{App, millis};
use crate::sandbox::store::{connections, endpoints, new_id};

/// Conditions that the account may have.
const MOST: usize = 100;

type Object = Map<String, Value>;

pub(crate) fn router() -> Router<App> {
    Router::new()
        .route(Operation::ConnectionEventsGet.sandbox_path(), get(selected).put(select))
        .route(Operation::WebhookConditionList.sandbox_path(), get(list).post(create))
        .route(Operation::WebhookConditionDelete.sandbox_path(), delete(remove))
}

async fn selected(
    _: Admin,
    State(app): State<App>,
    Path(id): Path<String>,
) -> Result<Json<One<ConnectionEvents>>, Error> {
    let events = app.read(|db| {
        connections::find(db, &id)?;
        endpoints::selection(db, &id)
    })?;
    Ok(Json(One { data: ConnectionEvents { connection_id: Some(id), events } }))
}

/// The body of a selection, read to the letter.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Selection {
    events: Vec<String>,
}

async fn select(
    _: Admin,
    State(app): State<App>,
    Path(id): Path<String>,
    Body(sent): Body<Object>,
) -> Result<Json<One<ConnectionEvents>>, Error> {
    if !sent.contains_key("events") {
        return Err(Error::field("events", "is required; an empty list sends them all"));
    }
    let Selection { events } = strict(&sent, &["events"])?;
    check_events(&events)?;
    app.write(|tx| {
        connections::find_live(tx, &id)?;
        endpoints::select(tx, &id, &events)
    })?;
    Ok(Json(One { data: ConnectionEvents { connection_id: Some(id), events } }))
}

async fn list(_: Admin, State(app): State<App>, paging: Paging) -> Result<Json<Page<WebhookCondition>>, Error> {
    let all = app.read(endpoints::conditions)?;
    let total = all.len() as u64;
    let skip = usize::try_from(paging.offset()).unwrap_or(usize::MAX);
    let take = usize::try_from(paging.per_page).unwrap_or(usize::MAX);
    Ok(Json(paging.envelope(all.into_iter().skip(skip).take(take).collect(), total)))
}

fn check(asked: &WebhookCondition) -> Result<(), Error> {
    let name = |text: &str| {
        (1..=64).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte))
    };
    let mut wrong = Vec::new();
    if !name(&asked.name) {
        wrong.push(("name", "must be up to 64 letters, digits, dots, dashes and underscores".to_owned()));
    }
    match entities::all().iter().find(|row| row.path == asked.entity) {
        None => wrong.push(("entity", "is no entity, as `work-orders`".to_owned())),
        Some(row) if row.field(&asked.field).is_none() => {
            wrong.push(("field", format!("is no field of `{}`, as `key`", row.path)));
        }
        Some(_) => {}
    }
    if !WebhookCondition::OPERATORS.contains(&asked.operator.as_str()) {
        wrong.push(("operator", format!("must be one of {}", WebhookCondition::OPERATORS.join(", "))));
    }
    if asked.value.to_string().len() > 1_000 {
        wrong.push(("value", "must be up to 1000 bytes".to_owned()));
    }
    if wrong.is_empty() { Ok(()) } else { Err(Error::fields(wrong)) }
}

async fn create(
    _: Admin,
    State(app): State<App>,
    Body(sent): Body<Object>,
) -> Result<(StatusCode, Json<One<WebhookCondition>>), Error> {
    let asked: WebhookCondition = strict(&sent, WebhookCondition::FIELDS)?;
    check(&asked)?;
    let now = millis(app.now());
    let data = app.write(|tx| {
        if let Some(key) = &asked.connection_id {
            connections::find_live(tx, key)?;
        }
        let all = endpoints::conditions(tx)?;
        if all.len() >= MOST {
            return Err(Error::conflict("CONFLICT", format!("the account may have {MOST} conditions")));
        }
        let id = new_id(tx, "whc")?;
        endpoints::insert_condition(tx, &id, &asked, now)?;
        let made = endpoints::conditions(tx)?.into_iter().find(|condition| condition.id.as_ref() == Some(&id));
        made.ok_or_else(|| Error::not_found("condition"))
    })?;
    Ok((StatusCode::CREATED, Json(One { data })))
}

async fn remove(_: Admin, State(app): State<App>, Path(id): Path<String>) -> Result<Json<Value>, Error> {
    if !app.write(|tx| endpoints::delete_condition(tx, &id))? {
        return Err(Error::not_found("condition"));
    }
    Ok(Json(json!({ "data": { "id": id, "deleted": true } })))
}
