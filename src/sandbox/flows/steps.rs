//! Runs the action of a step.

use rusqlite::Connection as Db;
use serde_json::{Map, Value, json};

use super::catalogue::StepAction;
use crate::api::requests::RequestKind;
use crate::api::sync::SyncMode;
use crate::api::webhooks::WebhookCondition;
use crate::sandbox::entities::list;
use crate::sandbox::entities::overlay::Overlay;
use crate::sandbox::entities::query::Query;
use crate::sandbox::error::Error;
use crate::sandbox::faults::sync::first_obstacle;
use crate::sandbox::source_calls::{self, SourceCall};
use crate::sandbox::state::App;
use crate::sandbox::store::connections;
use crate::sandbox::store::requests::query::find as find_request;
use crate::sandbox::syncing::start::{Trigger, start};
use crate::sandbox::time::time;
use crate::sandbox::{events, webhook_condition};

/// The most rows that a step reads.
const ROWS: u64 = 100;

/// Output of a step.
pub(super) struct StepOutput {
    pub(super) value: Value,
    /// The execution completes here: no rows are left.
    pub(super) ends: bool,
}

impl From<Value> for StepOutput {
    fn from(value: Value) -> Self {
        Self { value, ends: false }
    }
}

/// Runs a step of a flow of the connection `key` and returns its output.
///
/// # Errors
/// Why the step failed; the execution fails with it.
pub(super) fn run(
    app: &App,
    db: &Db,
    key: &str,
    does: StepAction,
    input: &Value,
    (began, at): (i64, i64),
) -> Result<StepOutput, Error> {
    match does {
        StepAction::Read(entity) => read(app, db, key, entity, input, (began, at)),
        StepAction::Filter(field, operator, value) => Ok(filter(input, field, operator, json!(value))),
        StepAction::Having(field) => Ok(filter(input, field, "exists", json!(true))),
        StepAction::Select(fields) => {
            let part = |row: &Map<String, Value>| {
                let found = fields.iter().filter_map(|name| Some(((*name).to_owned(), row.get(*name)?.clone())));
                Value::Object(found.collect())
            };
            Ok(json!({ "rows": rows(input).iter().map(|row| part(row)).collect::<Vec<_>>() }).into())
        }
        StepAction::Require(fields) => {
            let filled = |name: &str| input.get(name).is_some_and(|value| !value.is_null() && *value != json!(""));
            let wrong: Vec<_> = fields.iter().filter(|name| !filled(name)).collect();
            if wrong.is_empty() {
                return Ok(input.clone().into());
            }
            Err(Error::fields(wrong.into_iter().map(|name| (*name, "is required".to_owned()))))
        }
        StepAction::FindRequest => {
            let id = input["error"]["request_id"].as_str().unwrap_or_default();
            let request = find_request(db, id)?;
            Ok(json!({ "sync_id": input["sync_id"], "error": input["error"], "request": request }).into())
        }
        StepAction::Sync => {
            let row = connections::find_finished(db, key)?;
            if let Some(refusal) = row.refusal() {
                return Err(refusal);
            }
            let id = start(db, app.options(), &row, SyncMode::Full, Trigger::Schedule, &[], at)?;
            Ok(json!({ "sync_id": id }).into())
        }
        StepAction::Send(name) => {
            events::emit_flow_event(db, name, Some(key), input, at)?;
            Ok(json!({ "event": format!("flow.{name}") }).into())
        }
    }
}

fn rows(input: &Value) -> Vec<&Map<String, Value>> {
    input["rows"].as_array().into_iter().flatten().filter_map(Value::as_object).collect()
}

fn filter(input: &Value, field: &str, operator: &str, value: Value) -> StepOutput {
    let wanted =
        WebhookCondition { field: field.into(), operator: operator.into(), value, ..WebhookCondition::default() };
    let kept: Vec<_> = rows(input).into_iter().filter(|row| webhook_condition::is_met(&wanted, row)).collect();
    StepOutput { ends: kept.is_empty(), value: json!({ "rows": kept }) }
}

/// Reads from the connected system. This is a logged call, to which faults and outages apply.
fn read(
    app: &App,
    db: &Db,
    key: &str,
    entity: &str,
    input: &Value,
    (began, at): (i64, i64),
) -> Result<StepOutput, Error> {
    let row = connections::find(db, key)?;
    let failure = match row.refusal() {
        Some(refusal) => Some(refusal),
        None => first_obstacle(db, &row, std::iter::once(entity), at)?.map(|(_, obstacle)| obstacle.into_error()),
    };
    let call = SourceCall { what: entity, kind: RequestKind::Sync, span: (began, at), error: failure.as_ref() };
    let request = source_calls::log(db, &row, None, call)?;
    if let Some(mut failure) = failure {
        failure.message = format!("{} (request {request})", failure.message);
        return Err(failure);
    }
    let (source, now) = (row.source(app.options().seed), time(at));
    let overlay = Overlay::load(db, key, entity)?;
    let found: Vec<_> = match input.as_array() {
        Some(keys) => keys
            .iter()
            .filter_map(Value::as_str)
            .take(usize::try_from(ROWS).unwrap_or(usize::MAX))
            .filter_map(|key| {
                let mut row = source.row(source.find(entity, key, now)?, now);
                overlay.apply(key, &mut row);
                Some(row)
            })
            .collect(),
        None => list::page((&source, &overlay), entity, &Query::default(), (0, ROWS), now).rows,
    };
    Ok(json!({ "request_id": request, "rows": found }).into())
}
