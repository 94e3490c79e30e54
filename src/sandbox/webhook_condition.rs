//! Evaluates conditions of custom webhooks.

use std::cmp::Ordering;

use serde_json::{Map, Value};

use crate::api::webhooks::WebhookCondition;

/// Returns whether a row meets a condition.
pub(crate) fn is_met(request: &WebhookCondition, row: &Map<String, Value>) -> bool {
    let found = row.get(&request.field).filter(|value| !value.is_null());
    let order = || compare(found?, &request.value);
    match request.operator.as_str() {
        "exists" => found.is_some() == request.value.as_bool().unwrap_or(true),
        "eq" => order() == Some(Ordering::Equal),
        // A row without the field is not equal to anything.
        "ne" => order() != Some(Ordering::Equal),
        "gt" => order() == Some(Ordering::Greater),
        "gteq" => order().is_some_and(Ordering::is_ge),
        "lt" => order() == Some(Ordering::Less),
        "lteq" => order().is_some_and(Ordering::is_le),
        "contains" => match (found, &request.value) {
            (Some(Value::String(text)), Value::String(part)) => text.to_lowercase().contains(&part.to_lowercase()),
            (Some(Value::Array(items)), part) => items.contains(part),
            _ => false,
        },
        _ => false,
    }
}

/// Compares numbers as numbers, also where the platform formats them as text, and everything else as text, which orders
/// ISO 8601 times correctly.
fn compare(found: &Value, request: &Value) -> Option<Ordering> {
    let number = |value: &Value| match value {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => text.trim().parse::<f64>().ok(),
        _ => None,
    };
    if let (Some(found), Some(request)) = (number(found), number(request)) {
        return found.partial_cmp(&request);
    }
    match (found, request) {
        (Value::String(found), Value::String(request)) => Some(found.as_str().cmp(request)),
        (Value::Bool(found), Value::Bool(request)) => Some(found.cmp(request)),
        (found, request) => (found == request).then_some(Ordering::Equal),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn operators() {
        let row = json!({ "status": "open", "quantity": "12.5", "tags": ["a"], "urgent": true, "gone": null });
        let row = row.as_object().expect("an object");
        for (field, operator, value, expected) in [
            ("status", "eq", json!("open"), true),
            ("status", "ne", json!("open"), false),
            ("missing", "ne", json!("open"), true),
            ("quantity", "gt", json!(9), true),
            ("quantity", "lteq", json!(12.5), true),
            ("quantity", "lt", json!("9"), false),
            ("missing", "lt", json!(1), false),
            ("status", "contains", json!("PE"), true),
            ("tags", "contains", json!("a"), true),
            ("urgent", "eq", json!(true), true),
            ("gone", "exists", json!(true), false),
            ("gone", "exists", json!(false), true),
            ("status", "exists", Value::Null, true),
        ] {
            let request = WebhookCondition {
                field: field.into(),
                operator: operator.into(),
                value: value.clone(),
                ..WebhookCondition::default()
            };
            assert_eq!(is_met(&request, row), expected, "{field} {operator} {value}");
        }
    }
}
