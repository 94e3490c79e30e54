//! Events: written down with what is due because of them, never sent from here.

use rusqlite::Connection as Db;
use serde_json::{Map, Value, json};

use super::error::Error;
use super::faults::{self, About};
use super::flows;
use super::pattern::among;
use super::state::iso;
use super::store::endpoints::{self, Endpoint};
use super::store::webhooks::{self, New};
use super::{condition, store};
use crate::api::events::Event;
use crate::webhooks::canonical;

/// How long a delivery waits for the one that is to overtake it.
const HELD: i64 = 30_000;

/// Takes note of an event, and of a delivery to each endpoint that wants it, due at once: as the connection sends it,
/// the endpoint asks for it, and faults let it.
pub(crate) fn emit(db: &Db, event: &str, connection: Option<&str>, body: &Value, now: i64) -> Result<(), Error> {
    let seq = note(db, event, connection, body, now)?;
    flows::on_event(db, event, connection, body, now)?;
    if let Some(key) = connection
        && !among(&endpoints::selection(db, key)?, event)
    {
        return Ok(());
    }
    for endpoint in endpoints::all(db)? {
        let meant = endpoint.connection.as_deref().is_none_or(|only| Some(only) == connection);
        if endpoint.enabled && meant && among(&endpoint.events, event) {
            deliver(db, &endpoint.id, event, connection, seq, now)?;
        }
    }
    Ok(())
}

/// Sends an event of Flows: `flow.<name>`.
pub(crate) fn custom(db: &Db, name: &str, connection: Option<&str>, body: &Value, now: i64) -> Result<(), Error> {
    emit(db, &format!("flow.{name}"), connection, body, now)
}

/// Tells that rows of an entity were made or changed, and sends what their conditions ask for. A `row` is only made
/// where a condition asks for it.
pub(crate) fn written(
    db: &Db,
    (entity, verb): (&str, &str),
    connection: &str,
    keys: &[String],
    row: impl Fn(&str) -> Option<Map<String, Value>>,
    now: i64,
) -> Result<(), Error> {
    emit(db, &format!("{entity}.{verb}"), Some(connection), &json!(keys), now)?;
    let conditions = endpoints::conditions_of(db, connection, entity)?;
    if conditions.is_empty() {
        return Ok(());
    }
    let rows: Vec<_> = keys.iter().filter_map(|key| Some((key, row(key)?))).collect();
    for asked in conditions {
        for (key, row) in &rows {
            if condition::holds(&asked, row) {
                let found = row.get(&asked.field).cloned().unwrap_or(Value::Null);
                let body = json!({ "condition_id": asked.id, "entity": entity, "key": key, "trigger": verb,
                    "data": { "key": key, asked.field.as_str(): found } });
                custom(db, &asked.name, Some(connection), &body, now)?;
            }
        }
    }
    Ok(())
}

/// Sends a test event to one endpoint, whatever it asks for. Returns the delivery's ID.
pub(crate) fn test(db: &Db, endpoint: &Endpoint, event: &Event, now: i64) -> Result<String, Error> {
    let seq = note(db, &event.event, endpoint.connection.as_deref(), &event.body, now)?;
    let new = New { endpoint: &endpoint.id, event: seq, due: None, held: false, test: true, faults: &[] };
    webhooks::insert_delivery(db, new, now)
}

/// Writes an event down and returns its number.
fn note(db: &Db, event: &str, connection: Option<&str>, body: &Value, now: i64) -> Result<i64, Error> {
    let id = store::new_id(db, "evt")?;
    let payload = Event {
        id: Some(id.clone()),
        event: event.to_owned(),
        timestamp: Some(iso(now)),
        connection_id: connection.map(str::to_owned),
        body,
    };
    let payload = serde_json::to_string(&payload).expect("an event is always JSON");
    webhooks::insert_event(db, &id, event, connection, &as_signed(body, payload), now)
}

/// Returns the very bytes that `JSON.stringify` would write, as they are signed: `7200`, not `7200.0`. Most bodies are
/// written alike either way and need not be read again.
fn as_signed(body: &Value, payload: String) -> String {
    if is_plain(body) {
        return payload;
    }
    let signed = canonical::stringify(payload.as_bytes()).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    signed.unwrap_or(payload)
}

/// Returns whether a value is without what the two write differently: fractions and numbers beyond 2^53, and names that
/// are numbers, which JavaScript sorts.
fn is_plain(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(_) | Value::String(_) => true,
        Value::Number(number) => number.as_i64().is_some_and(|number| number.unsigned_abs() < 1 << 53),
        Value::Array(items) => items.iter().all(is_plain),
        Value::Object(fields) => {
            fields.iter().all(|(name, value)| !name.starts_with(|c: char| c.is_ascii_digit()) && is_plain(value))
        }
    }
}

fn deliver(db: &Db, endpoint: &str, event: &str, connection: Option<&str>, seq: i64, now: i64) -> Result<(), Error> {
    let fate = faults::fate(db, About { endpoint, event, connection }, webhooks::holds(db, endpoint)?, now)?;
    let due = match fate {
        faults::Fate { lost: true, .. } => None,
        faults::Fate { held: true, late, .. } => Some(now + late + HELD),
        faults::Fate { late, .. } => Some(now + late),
    };
    let new = New { endpoint, event: seq, due, held: fate.held, test: false, faults: &fate.faults };
    webhooks::insert_delivery(db, new, now)?;
    let copies = if fate.lost { 0 } else { fate.copies };
    for _ in 0..copies {
        // A copy is not held back: what is to come later comes later than its copies too.
        let copy = New { due: Some(now + fate.late), held: false, ..new };
        webhooks::insert_delivery(db, copy, now)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            (-9_i64..9).prop_map(|number| Value::from(number << 50)),
            any::<u64>().prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
            any::<String>().prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 32, 6, |inner| {
            let named = ("[0-9]{1,3}|\\PC{0,4}", inner.clone());
            prop_oneof![
                prop::collection::vec(inner, 0..6).prop_map(Value::from),
                prop::collection::vec(named, 0..6).prop_map(|fields| Value::Object(fields.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_not_read_again_is_the_same(body in value()) {
            let text = body.to_string();
            let signed = canonical::stringify(text.as_bytes()).expect("it is JSON");
            prop_assert_eq!(as_signed(&body, text).into_bytes(), signed);
        }
    }
}
