//! Validates creates and updates: required fields, kinds, references, and rows that cannot be changed any more.

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::query::Problems;
use super::{Source, key, nested, spec, statuses};
use crate::api::entities::write::{is_compound, is_time};
use crate::api::entities::{self, Field, Input, Kind, Resource, Verb};

/// A validated body.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Accepted {
    /// By the names of the response; null clears a field.
    pub(crate) fields: Map<String, Value>,
    /// Read-only fields that were ignored.
    pub(crate) ignored: Vec<String>,
}

/// Validates the body of a create or update.
pub(crate) fn accept(
    source: &Source,
    (row, verb, slug): (&'static Resource, Verb, &str),
    body: &Value,
    now: Timestamp,
) -> Result<Accepted, Problems> {
    let Some(body) = body.as_object() else {
        return Err(vec![("body".into(), "must be a JSON object".into())]);
    };
    let wanted = row.required_by(verb, slug).iter().copied();
    let inputs = row.inputs(verb);
    let published = inputs.iter().filter(|input| input.required).map(|input| input.name);
    let mut problems = missing(body, published.chain(wanted.clone()));
    let mut accepted = Accepted::default();
    for (name, value) in body {
        let lines = name == "lineItems" && row.takes_lines(verb);
        let written =
            lines || inputs.iter().any(|input| input.name == name) || wanted.clone().any(|field| field == name);
        match (written, row.field(name)) {
            (false, Some(_)) => accepted.ignored.push(name.clone()),
            // As in a response: connected systems seldom accept these.
            (false, None) if name == "customFields" => accepted.ignored.push(name.clone()),
            (false, None) => problems.push((name.clone(), unknown(inputs))),
            (true, _) => {
                let field = row.field_set_by(name);
                let fraction = value.as_f64().is_some_and(|number| number.fract() != 0.0);
                if fraction && row.takes_whole_numbers(name) {
                    problems.push((name.clone(), "must be a whole number".into()));
                } else if let Err(problem) = put(source, &mut accepted.fields, (name, field), value, now) {
                    problems.push((name.clone(), problem));
                }
            }
        }
    }
    if problems.is_empty() { Ok(accepted) } else { Err(problems) }
}

/// Validates the body of a path below a resource: required fields and references.
pub(crate) fn accept_nested(
    source: &Source,
    inputs: &[Input],
    schema: &str,
    body: &Value,
    now: Timestamp,
) -> Result<Map<String, Value>, Problems> {
    let Some(body) = body.as_object() else {
        return Err(vec![("body".into(), "must be a JSON object".into())]);
    };
    let mut problems = missing(body, inputs.iter().filter(|input| input.required).map(|input| input.name));
    let mut accepted = Map::new();
    let fields = entities::fields(schema).unwrap_or_default();
    for (name, value) in body {
        if !inputs.iter().any(|input| input.name == name) {
            problems.push((name.clone(), unknown(inputs)));
            continue;
        }
        let field = fields.iter().find(|field| field.name == name);
        // Inputs that the response does not show, for example a storeroom.
        let unshown = match name.as_str() {
            "storeroomKey" => Some(Field { name: "storeroomKey", kind: Kind::Ref("storerooms") }),
            "usedQuantity" => Some(Field { name: "usedQuantity", kind: Kind::Number }),
            _ => None,
        };
        if let Err(problem) = put(source, &mut accepted, (name, field.or(unshown.as_ref())), value, now) {
            problems.push((name.clone(), problem));
        }
    }
    if problems.is_empty() { Ok(accepted) } else { Err(problems) }
}

/// Returns why a purchase order in the state with this code cannot be changed, if so.
pub(crate) fn closed(entity: &str, state: Option<&str>) -> Option<String> {
    let state = state.filter(|state| entity == "purchase-orders" && *state != "draft")?;
    Some(format!("the purchase order is {state}; the connected system takes no more changes to it"))
}

/// Returns name and code of the state with this key: `Approved`, `approved`.
pub(crate) fn state(source: &Source, entity: &str, key: &str) -> Option<(&'static str, &'static str)> {
    let states = statuses::of(entity)?;
    let prefix = spec::find(states.path)?.prefix;
    let number = usize::try_from(key::decode(source.seed, prefix, key)?).ok()?;
    states.states.get(number).copied()
}

/// Sets the name of a state from its key, where rows have both.
pub(crate) fn name_state(source: &Source, row: &Resource, fields: &mut Map<String, Value>) {
    let Some(key) = fields.get("statusKey").and_then(Value::as_str) else { return };
    if row.field("status").is_some()
        && let Some((name, _)) = state(source, row.path, key)
    {
        fields.insert("status".into(), name.into());
    }
}

fn missing<'a>(body: &Map<String, Value>, names: impl Iterator<Item = &'a str>) -> Problems {
    let absent =
        |value: Option<&Value>| value.is_none_or(|v| v.is_null() || v.as_str().is_some_and(|t| t.trim().is_empty()));
    names.filter(|name| absent(body.get(*name))).map(|name| (name.to_owned(), "is required".into())).collect()
}

fn unknown(inputs: &[Input]) -> String {
    let names: Vec<&str> = inputs.iter().map(|input| input.name).collect();
    if names.is_empty() {
        return "is not known here; nothing can be written".into();
    }
    format!("is not known here; known are {}", names.join(", "))
}

fn put(
    source: &Source,
    fields: &mut Map<String, Value>,
    (name, field): (&str, Option<&Field>),
    value: &Value,
    now: Timestamp,
) -> Result<(), String> {
    // Published inputs that are not in the response are accepted and not shown.
    let Some(field) = field else { return hidden(name, value) };
    let value = if value.is_null() { Value::Null } else { shape(source, field, value, now)? };
    fields.insert(field.name.into(), value);
    Ok(())
}

/// Validates a value that is not in the response.
fn hidden(name: &str, value: &Value) -> Result<(), String> {
    match value {
        Value::Array(_) | Value::Object(_) if !is_compound(name) => Err("must be one value".into()),
        Value::Null => Ok(()),
        _ if is_time(name) && value.as_str().and_then(super::query::second).is_none() => {
            Err("must be a time, as 2026-03-01T08:00:00Z".into())
        }
        _ => Ok(()),
    }
}

/// Converts a value to the form of the response.
fn shape(source: &Source, field: &Field, value: &Value, now: Timestamp) -> Result<Value, String> {
    let one = |path: &str, value: &Value| match value.as_str() {
        None => Err("must be a key, which is text".to_owned()),
        Some(key) if source.find(path, key, now).is_some() => Ok(()),
        Some(_) => Err(format!("is not the key of anything in {path}")),
    };
    match (field.kind, value) {
        (Kind::Key, _) => Err("cannot be written".into()),
        (Kind::Ref(path), _) => one(path, value).map(|()| value.clone()),
        (Kind::Refs(path), Value::Array(keys)) => {
            keys.iter().try_for_each(|key| one(path, key))?;
            Ok(value.clone())
        }
        (Kind::Refs(_), _) => Err("must be a list of keys".into()),
        (Kind::RefsText(path), Value::String(keys)) => {
            keys.split(',').try_for_each(|key| one(path, &json!(key.trim())))?;
            Ok(value.clone())
        }
        (Kind::Text, Value::Array(_) | Value::Object(_)) if is_compound(field.name) => Ok(value.to_string().into()),
        (Kind::Text, Value::String(_)) | (Kind::Number, Value::Number(_)) | (Kind::Bool, Value::Bool(_)) => {
            Ok(value.clone())
        }
        (Kind::Text | Kind::RefsText(_), _) => Err("must be text".into()),
        (Kind::Time, Value::String(text)) => super::query::second(text)
            .map(|second| super::times::show(second).into())
            .ok_or_else(|| "must be a time, as 2026-03-01T08:00:00Z".into()),
        (Kind::Time, _) => Err("must be a time, as text".into()),
        (Kind::Money, Value::String(text)) if text.parse::<f64>().is_ok_and(f64::is_finite) => Ok(value.clone()),
        (Kind::Money | Kind::NumberText, Value::Number(number)) => Ok(number.to_string().into()),
        (Kind::NumberText, Value::String(text)) if text.parse::<f64>().is_ok_and(f64::is_finite) => Ok(value.clone()),
        (Kind::Money, _) => Err("must be an amount, as \"120.50\"".into()),
        (Kind::Number | Kind::NumberText, _) => Err("must be a number".into()),
        (Kind::BoolText, Value::Bool(yes)) => Ok(yes.to_string().into()),
        (Kind::BoolText, Value::String(text)) if text == "true" || text == "false" => Ok(value.clone()),
        (Kind::Bool | Kind::BoolText, _) => Err("must be true or false".into()),
        (Kind::Objects(schema), Value::Object(_)) => {
            let item = inside(source, schema, value, now)?;
            Ok(json!([nested::written(source, schema, &item, 0)]))
        }
        (Kind::Objects(schema), Value::Array(items)) => {
            let shaped = items.iter().zip(0..).map(|(item, at)| {
                let item = inside(source, schema, item, now)?;
                Ok(nested::written(source, schema, &item, at))
            });
            shaped.collect()
        }
        (Kind::Object(schema), Value::Object(_)) => inside(source, schema, value, now),
        (Kind::List, Value::Array(_)) => Ok(value.clone()),
        (Kind::List, Value::Object(_)) => Ok(json!([value])),
        (Kind::Object(_), _) => Err("must be an object".into()),
        (Kind::Objects(_) | Kind::List, _) => Err("must be a list".into()),
    }
}

/// Converts a nested object to the form of the response: without nulls and unknown fields. An object without published
/// fields is kept as it is.
fn inside(source: &Source, schema: &str, value: &Value, now: Timestamp) -> Result<Value, String> {
    let Some(object) = value.as_object() else { return Err("must be a list of objects".into()) };
    let fields = entities::fields(schema).unwrap_or_default();
    if fields.is_empty() {
        return Ok(value.clone());
    }
    let mut shaped = Map::new();
    for (name, value) in object.iter().filter(|(_, value)| !value.is_null()) {
        let Some(field) = fields.iter().find(|field| field.name == name) else { continue };
        let value = match field.kind {
            // An existing part has its key.
            Kind::Key if value.is_string() => Ok(value.clone()),
            Kind::Key => Err("must be text".to_owned()),
            _ => shape(source, field, value, now),
        };
        shaped.insert(name.clone(), value.map_err(|problem| format!("has a `{name}` that {problem}"))?);
    }
    Ok(Value::Object(shaped))
}
