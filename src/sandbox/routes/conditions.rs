//! Event selection of a connection, and conditions of custom webhooks.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::{delete, get};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::api::entities;
use crate::api::operation::Operation;
use crate::api::page::{One, Page};
use crate::api::webhooks::{ConnectionEvents, NewWebhookCondition, WebhookCondition};
use crate::sandbox::auth::Admin;
use crate::sandbox::body::{Body, strict};
use crate::sandbox::error::Error;
use crate::sandbox::paging::Paging;
use crate::sandbox::state::App;
use crate::sandbox::store::{connections, endpoints, new_id};
use crate::sandbox::time::millis;
use crate::sandbox::webhook_endpoints::check_events;

/// The most conditions of the account.
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

/// The body of a selection, without unknown fields.
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
        endpoints::set_selection(tx, &id, &events)
    })?;
    Ok(Json(One { data: ConnectionEvents { connection_id: Some(id), events } }))
}

async fn list(_: Admin, State(app): State<App>, paging: Paging) -> Result<Json<Page<WebhookCondition>>, Error> {
    Ok(Json(paging.cut(app.read(endpoints::conditions)?)))
}

fn check(request: &WebhookCondition) -> Result<(), Error> {
    let name = |text: &str| {
        (1..=64).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte))
    };
    let mut wrong = Vec::new();
    if !name(&request.name) {
        wrong.push(("name", "must be up to 64 letters, digits, dots, dashes and underscores".to_owned()));
    }
    match entities::all().iter().find(|row| row.path == request.entity) {
        None => wrong.push(("entity", "is not an entity; for example `work-orders`".to_owned())),
        Some(row) if row.field(&request.field).is_none() => {
            wrong.push(("field", format!("is not a field of `{}`; for example `key`", row.path)));
        }
        Some(_) => {}
    }
    if !WebhookCondition::OPERATORS.contains(&request.operator.as_str()) {
        wrong.push(("operator", format!("must be one of {}", WebhookCondition::OPERATORS.join(", "))));
    }
    if request.value.to_string().len() > 1_000 {
        wrong.push(("value", "must be up to 1000 bytes".to_owned()));
    }
    if wrong.is_empty() { Ok(()) } else { Err(Error::fields(wrong)) }
}

async fn create(
    _: Admin,
    State(app): State<App>,
    Body(sent): Body<Object>,
) -> Result<(StatusCode, Json<One<WebhookCondition>>), Error> {
    let request: WebhookCondition = strict::<NewWebhookCondition>(&sent, WebhookCondition::FIELDS)?.into();
    check(&request)?;
    let now = millis(app.now());
    let data = app.write(|tx| {
        if let Some(key) = &request.connection_id {
            connections::find_live(tx, key)?;
        }
        let all = endpoints::conditions(tx)?;
        if all.len() >= MOST {
            return Err(Error::conflict(format!("the account may have {MOST} conditions")));
        }
        let id = new_id(tx, "whc")?;
        endpoints::insert_condition(tx, &id, &request, now)?;
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
