//! Emits events: stores them with the deliveries they cause. Sending is done by [`super::delivery`].

use rusqlite::Connection as Db;
use serde_json::{Map, Value, json};

use super::error::Error;
use super::faults::delivery::{DeliveryContext, DeliveryPlan};
use super::pattern::matches_any;
use super::store;
use super::store::endpoints::{self, Endpoint};
use super::store::webhooks::{self, NewDelivery};
use super::time::iso;
use super::{faults, flows, webhook_condition};
use crate::api::events::Event;
use crate::webhooks::canonical;

/// How long a held delivery waits for the one that is to overtake it, in milliseconds.
const HOLD_MS: i64 = 30_000;

/// Stores an event, and a delivery for each endpoint that subscribes to it, if the connection's selection includes it.
/// Deliveries are due now unless faults change that.
pub(crate) fn emit(db: &Db, event: &str, connection: Option<&str>, body: &Value, now: i64) -> Result<(), Error> {
    let seq = store_event(db, event, connection, body, now)?;
    flows::trigger::on_event(db, event, connection, body, now)?;
    if let Some(key) = connection
        && !matches_any(&endpoints::selection(db, key)?, event)
    {
        return Ok(());
    }
    for endpoint in endpoints::all(db)? {
        let meant = endpoint.connection.as_deref().is_none_or(|only| Some(only) == connection);
        if endpoint.enabled && meant && matches_any(&endpoint.events, event) {
            create_deliveries(db, &endpoint.id, event, connection, seq, now)?;
        }
    }
    Ok(())
}

/// Emits an event of a flow: `flow.<name>`.
pub(crate) fn emit_flow_event(
    db: &Db,
    name: &str,
    connection: Option<&str>,
    body: &Value,
    now: i64,
) -> Result<(), Error> {
    emit(db, &format!("flow.{name}"), connection, body, now)
}

/// Emits that rows of an entity were created or updated, and the custom webhooks whose conditions the rows meet. `row`
/// is only called where a condition exists.
pub(crate) fn emit_row_event(
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
    for request in conditions {
        for (key, row) in &rows {
            if webhook_condition::is_met(&request, row) {
                let found = row.get(&request.field).cloned().unwrap_or(Value::Null);
                let body = json!({ "condition_id": request.id, "entity": entity, "key": key, "trigger": verb,
                    "data": { "key": key, request.field.as_str(): found } });
                emit_flow_event(db, &request.name, Some(connection), &body, now)?;
            }
        }
    }
    Ok(())
}

/// Stores a test event for one endpoint, whatever it subscribes to. Returns the delivery's ID.
pub(crate) fn send_test_event(db: &Db, endpoint: &Endpoint, event: &Event, now: i64) -> Result<String, Error> {
    let seq = store_event(db, &event.event, endpoint.connection.as_deref(), &event.body, now)?;
    let new = NewDelivery { endpoint: &endpoint.id, event: seq, due: None, held: false, test: true, faults: &[] };
    webhooks::insert_delivery(db, new, now)
}

/// Stores an event and returns its sequence number.
fn store_event(db: &Db, event: &str, connection: Option<&str>, body: &Value, now: i64) -> Result<i64, Error> {
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

/// Returns the payload as `JSON.stringify` would serialize it, because that is what is signed: `7200`, not `7200.0`.
/// Most bodies are the same either way and need not be parsed again.
fn as_signed(body: &Value, payload: String) -> String {
    if is_plain(body) {
        return payload;
    }
    let signed = canonical::stringify(payload.as_bytes()).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    signed.unwrap_or(payload)
}

/// Returns whether a value has nothing that the two serializers treat differently: fractions, numbers beyond 2^53, and
/// keys that are numbers, which JavaScript sorts.
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

fn create_deliveries(
    db: &Db,
    endpoint: &str,
    event: &str,
    connection: Option<&str>,
    seq: i64,
    now: i64,
) -> Result<(), Error> {
    let plan = faults::delivery::plan(
        db,
        DeliveryContext { endpoint, event, connection },
        webhooks::has_held(db, endpoint)?,
        now,
    )?;
    let due = match plan {
        DeliveryPlan { lost: true, .. } => None,
        DeliveryPlan { held: true, late, .. } => Some(now + late + HOLD_MS),
        DeliveryPlan { late, .. } => Some(now + late),
    };
    let new = NewDelivery { endpoint, event: seq, due, held: plan.held, test: false, faults: &plan.faults };
    webhooks::insert_delivery(db, new, now)?;
    let copies = if plan.lost { 0 } else { plan.copies };
    for _ in 0..copies {
        // A copy is not held: a delivery that is to arrive later arrives after its copies too.
        let copy = NewDelivery { due: Some(now + plan.late), held: false, ..new };
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
