//! What each step does.

use rusqlite::Connection as Db;
use serde_json::{Map, Value, json};

use super::catalogue::Does;
use crate::api::sync::SyncMode;
use crate::api::webhooks::WebhookCondition;
use crate::sandbox::calls::{self, Call};
use crate::sandbox::entities::list;
use crate::sandbox::entities::overlay::Overlay;
use crate::sandbox::entities::query::Query;
use crate::sandbox::error::Error;
use crate::sandbox::state::{App, time};
use crate::sandbox::store::{connections, requests};
use crate::sandbox::syncing::{self, Trigger};
use crate::sandbox::{condition, events, faults};

/// Rows that one step reads.
const ROWS: u64 = 100;

/// What a step made.
pub(super) struct Made {
    pub(super) value: Value,
    /// Nothing is left to go on with.
    pub(super) ends: bool,
}

impl From<Value> for Made {
    fn from(value: Value) -> Self {
        Self { value, ends: false }
    }
}

/// Does a step of a flow of `key` and returns what it made of its input.
///
/// # Errors
/// Why it failed, which ends the run.
pub(super) fn run(app: &App, db: &Db, key: &str, does: Does, input: &Value, at: i64) -> Result<Made, Error> {
    match does {
        Does::Read(entity) => read(app, db, key, entity, input, at),
        Does::Filter(field, operator, value) => Ok(keep(input, field, operator, json!(value))),
        Does::Having(field) => Ok(keep(input, field, "exists", json!(true))),
        Does::Select(fields) => {
            let part = |row: &Map<String, Value>| {
                let found = fields.iter().filter_map(|name| Some(((*name).to_owned(), row.get(*name)?.clone())));
                Value::Object(found.collect())
            };
            Ok(json!({ "rows": rows(input).iter().map(|row| part(row)).collect::<Vec<_>>() }).into())
        }
        Does::Require(fields) => {
            let filled = |name: &str| input.get(name).is_some_and(|value| !value.is_null() && *value != json!(""));
            let wrong: Vec<_> = fields.iter().filter(|name| !filled(name)).collect();
            if wrong.is_empty() {
                return Ok(input.clone().into());
            }
            Err(Error::fields(wrong.into_iter().map(|name| (*name, "is required".to_owned()))))
        }
        Does::FindRequest => {
            let id = input["error"]["request_id"].as_str().unwrap_or_default();
            let request = requests::find(db, id)?;
            Ok(json!({ "sync_id": input["sync_id"], "error": input["error"], "request": request }).into())
        }
        Does::Sync => {
            let row = connections::find_finished(db, key)?;
            if let Some(refusal) = row.refusal() {
                return Err(refusal);
            }
            let id = syncing::start(db, app.options(), &row, SyncMode::Full, Trigger::Schedule, &[], at)?;
            Ok(json!({ "sync_id": id }).into())
        }
        Does::Send(name) => {
            events::custom(db, name, Some(key), input, at)?;
            Ok(json!({ "event": format!("flow.{name}") }).into())
        }
    }
}

fn rows(input: &Value) -> Vec<&Map<String, Value>> {
    input["rows"].as_array().into_iter().flatten().filter_map(Value::as_object).collect()
}

fn keep(input: &Value, field: &str, operator: &str, value: Value) -> Made {
    let asked =
        WebhookCondition { field: field.into(), operator: operator.into(), value, ..WebhookCondition::default() };
    let kept: Vec<_> = rows(input).into_iter().filter(|row| condition::holds(&asked, row)).collect();
    Made { ends: kept.is_empty(), value: json!({ "rows": kept }) }
}

/// Reads from the connected system, as a call of its own: faults and outages strike it, and the log has it.
fn read(app: &App, db: &Db, key: &str, entity: &str, input: &Value, at: i64) -> Result<Made, Error> {
    let row = connections::find(db, key)?;
    let failure = match row.refusal() {
        Some(refusal) => Some(refusal),
        None => faults::meet_sync(db, &row, std::iter::once(entity), at)?.map(|(_, obstacle)| obstacle.into_error()),
    };
    let request = calls::log(app, db, &row, None, Call { what: entity, at, error: failure.as_ref() })?;
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
