//! Conditions of webhooks of one's own: whether a row fulfils one.

use std::cmp::Ordering;

use serde_json::{Map, Value};

use crate::api::webhooks::WebhookCondition;

/// Returns whether a row fulfils a condition.
pub(crate) fn holds(asked: &WebhookCondition, row: &Map<String, Value>) -> bool {
    let found = row.get(&asked.field).filter(|value| !value.is_null());
    let order = || compare(found?, &asked.value);
    match asked.operator.as_str() {
        "exists" => found.is_some() == asked.value.as_bool().unwrap_or(true),
        "eq" => order() == Some(Ordering::Equal),
        // A row without the field is not equal to anything.
        "ne" => order() != Some(Ordering::Equal),
        "gt" => order() == Some(Ordering::Greater),
        "gteq" => order().is_some_and(Ordering::is_ge),
        "lt" => order() == Some(Ordering::Less),
        "lteq" => order().is_some_and(Ordering::is_le),
        "contains" => match (found, &asked.value) {
            (Some(Value::String(text)), Value::String(part)) => text.to_lowercase().contains(&part.to_lowercase()),
            (Some(Value::Array(items)), part) => items.contains(part),
            _ => false,
        },
        _ => false,
    }
}

/// Numbers are compared as numbers, also where the platform writes them as text; everything else as text, in which
/// times in ISO 8601 have their order.
fn compare(found: &Value, asked: &Value) -> Option<Ordering> {
    let number = |value: &Value| match value {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => text.trim().parse::<f64>().ok(),
        _ => None,
    };
    if let (Some(found), Some(asked)) = (number(found), number(asked)) {
        return found.partial_cmp(&asked);
    }
    match (found, asked) {
        (Value::String(found), Value::String(asked)) => Some(found.as_str().cmp(asked)),
        (Value::Bool(found), Value::Bool(asked)) => Some(found.cmp(asked)),
        (found, asked) => (found == asked).then_some(Ordering::Equal),
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
            let asked = WebhookCondition {
                field: field.into(),
                operator: operator.into(),
                value: value.clone(),
                ..WebhookCondition::default()
            };
            assert_eq!(holds(&asked, row), expected, "{field} {operator} {value}");
        }
    }
}
