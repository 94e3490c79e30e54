//! Flow templates, flows and executions.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde_json::{Map, Value, json};

use crate::api::flows::{Flow, FlowExecution, FlowTemplate, NewFlow};
use crate::api::operation::Operation;
use crate::api::page::{One, Page};
use crate::sandbox::auth::Admin;
use crate::sandbox::body::{Body, strict};
use crate::sandbox::error::Error;
use crate::sandbox::flows::catalogue::{self, FlowTrigger};
use crate::sandbox::flows::{setup, trigger};
use crate::sandbox::paging::Paging;
use crate::sandbox::state::App;
use crate::sandbox::store::flows as stored;
use crate::sandbox::time::millis;

/// The largest input of an execution, in bytes.
const LARGEST: usize = 64 * 1024;

pub(crate) fn router() -> Router<App> {
    Router::new()
        .route(Operation::FlowTemplateList.sandbox_path(), get(templates))
        .route(Operation::FlowList.sandbox_path(), get(list).post(create))
        .route(Operation::FlowGet.sandbox_path(), get(show).delete(remove))
        .route(Operation::FlowRun.sandbox_path(), post(run))
        .route(Operation::FlowHook.sandbox_path(), post(hook))
        .route(Operation::FlowExecutionList.sandbox_path(), get(executions))
        .route(Operation::FlowExecutionGet.sandbox_path(), get(execution))
}

fn to_api(flow: &stored::Flow) -> Flow {
    flow.to_api(catalogue::described(&flow.template))
}

async fn templates(_: Admin, paging: Paging) -> Result<Json<Page<FlowTemplate>>, Error> {
    Ok(Json(paging.cut(catalogue::ALL.iter().map(catalogue::Template::described).collect())))
}

async fn list(_: Admin, State(app): State<App>, paging: Paging) -> Result<Json<Page<Flow>>, Error> {
    let only = paging.get("connection_id").filter(|id| !id.is_empty());
    let all = app.read(|db| match only {
        Some(key) => stored::of_connection(db, key),
        None => stored::list(db),
    })?;
    Ok(Json(paging.cut(all.iter().map(to_api).collect())))
}

async fn create(
    _: Admin,
    State(app): State<App>,
    Body(sent): Body<Map<String, Value>>,
) -> Result<(StatusCode, Json<One<Flow>>), Error> {
    let request: NewFlow = strict(&sent, NewFlow::FIELDS)?;
    let template = catalogue::find(&request.template).ok_or_else(|| {
        let known: Vec<_> = catalogue::ALL.iter().map(|template| template.slug).collect();
        Error::field("template", format!("must be one of {}", known.join(", ")))
    })?;
    let now = millis(app.now());
    let data = app.write(|tx| {
        if let Some(refusal) = setup::refusal(&app, tx, template, &request.connection_id)? {
            return Err(refusal);
        }
        let id = setup::set_up(tx, template, &request.connection_id, now)?;
        Ok(to_api(&stored::find(tx, &id)?))
    })?;
    Ok((StatusCode::CREATED, Json(One { data })))
}

async fn show(_: Admin, State(app): State<App>, Path(id): Path<String>) -> Result<Json<One<Flow>>, Error> {
    Ok(Json(One { data: to_api(&app.read(|db| stored::find(db, &id))?) }))
}

async fn remove(_: Admin, State(app): State<App>, Path(id): Path<String>) -> Result<Json<Value>, Error> {
    app.write(|tx| setup::remove(tx, &id))?;
    Ok(Json(json!({ "data": { "id": id, "deleted": true } })))
}

fn begin(app: &App, id: &str, input: &Value, hook: bool) -> Result<(StatusCode, Json<One<FlowExecution>>), Error> {
    if input.to_string().len() > LARGEST {
        return Err(Error::invalid(format!("the input must be up to {LARGEST} bytes")));
    }
    let now = millis(app.now());
    let data = app.write(|tx| {
        let flow = stored::find(tx, id)?;
        let waits = catalogue::find(&flow.template).is_some_and(|template| template.starts == FlowTrigger::Webhook);
        if hook && !waits {
            return Err(Error::conflict("this flow is not started by a webhook; run it instead"));
        }
        let execution = trigger::start(tx, &flow, if hook { "webhook" } else { "manual" }, input, now)??;
        stored::execution_with_steps(tx, &execution)
    })?;
    Ok((StatusCode::ACCEPTED, Json(One { data })))
}

async fn run(
    _: Admin,
    State(app): State<App>,
    Path(id): Path<String>,
    Body(input): Body<Value>,
) -> Result<(StatusCode, Json<One<FlowExecution>>), Error> {
    begin(&app, &id, &input, false)
}

async fn hook(
    _: Admin,
    State(app): State<App>,
    Path(id): Path<String>,
    Body(input): Body<Value>,
) -> Result<(StatusCode, Json<One<FlowExecution>>), Error> {
    begin(&app, &id, &input, true)
}

async fn executions(_: Admin, State(app): State<App>, paging: Paging) -> Result<Json<Page<FlowExecution>>, Error> {
    let text = |name: &str| paging.get(name).filter(|text| !text.is_empty());
    let filter = (text("flow_id"), text("connection_id"), text("status"));
    let (rows, total) = app.read(|db| stored::executions(db, filter, paging.offset(), paging.per_page))?;
    Ok(Json(paging.envelope(rows, total)))
}

async fn execution(
    _: Admin,
    State(app): State<App>,
    Path(id): Path<String>,
) -> Result<Json<One<FlowExecution>>, Error> {
    Ok(Json(One { data: app.read(|db| stored::execution_with_steps(db, &id))? }))
}
