//! What a create or an update of an entity takes: the one check of fields, whether they come from `--set`, from JSON or
//! from a row of a file.

use serde_json::{Map, Value};

use super::condition;
use crate::api::entities::write::{is_compound, is_time};
use crate::api::entities::{Input, Kind, Resource, Verb};
use crate::suggest::did_you_mean;

/// What a write takes.
#[derive(Clone, Debug)]
pub(super) struct Rules {
    pub(super) row: &'static Resource,
    inputs: Vec<Input>,
    /// Who requires more than the API, and what.
    system: Option<(String, &'static [&'static str])>,
}

/// Why a name is no field of a write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct UnknownField {
    pub(super) reason: String,
    /// The closest names.
    pub(super) hint: Option<String>,
}

impl UnknownField {
    /// Returns both in one text.
    pub(super) fn sentence(self) -> String {
        match self.hint {
            Some(hint) => format!("{}: {hint}", self.reason),
            None => self.reason,
        }
    }
}

impl Rules {
    /// The rules of the published API, and those of a system (its slug) where they are published.
    pub(super) fn new(row: &'static Resource, verb: Verb, system: Option<&str>) -> Self {
        let mut inputs = row.inputs(verb).to_vec();
        if row.takes_lines(verb) && inputs.iter().all(|input| input.name != "lineItems") {
            inputs.push(Input { name: "lineItems", required: false });
        }
        let system = system.map(|system| (system.to_owned(), row.required_by(verb, system)));
        for name in system.iter().flat_map(|(_, names)| names.iter()) {
            if inputs.iter().all(|input| input.name != *name) {
                inputs.push(Input { name, required: false });
            }
        }
        Self { row, inputs, system }
    }

    /// Returns whether rows are created from a file, which this command does not send.
    pub(super) fn needs_file(&self) -> bool {
        self.inputs.iter().any(|input| input.name == "file")
    }

    /// Finds a field by its name, in any case.
    pub(super) fn name(&self, typed: &str) -> Result<&'static str, UnknownField> {
        let typed = typed.trim();
        if let Some(found) = self.inputs.iter().find(|input| input.name.eq_ignore_ascii_case(typed)) {
            return Ok(found.name);
        }
        let read_only = self.row.fields.iter().find(|field| field.name.eq_ignore_ascii_case(typed));
        if let Some(field) = read_only {
            let reason = format!("the API does not take `{}`: it can only be read", field.name);
            return Err(UnknownField { reason, hint: None });
        }
        let reason = format!("the API takes no field `{typed}`");
        Err(UnknownField { reason, hint: did_you_mean(typed, self.inputs.iter().map(|input| input.name)) })
    }

    fn kind(&self, name: &str) -> Kind {
        match self.row.field_set_by(name) {
            Some(field) => field.kind,
            None if is_time(name) => Kind::Time,
            None => Kind::Text,
        }
    }

    /// Returns a text as the field takes it; an empty one is null.
    ///
    /// # Errors
    /// What the field takes instead.
    pub(super) fn parse(&self, name: &str, text: &str) -> Result<Value, String> {
        let wrong = |needs: &str| Err(format!("takes {needs}, and `{}` is none", shortened(text)));
        let value = match self.kind(name) {
            _ if text.is_empty() => Value::Null,
            // Read as text, and written as numbers: so it is published. Amounts are texts in both.
            Kind::Number | Kind::NumberText => match serde_json::from_str(text).ok().filter(Value::is_number) {
                Some(number) => number,
                None => return wrong("a number"),
            },
            Kind::Bool | Kind::BoolText => match text {
                "true" => true.into(),
                "false" => false.into(),
                _ => return wrong("true or false"),
            },
            Kind::Refs(_) if !text.starts_with('[') => text.split(',').map(|key| Value::from(key.trim())).collect(),
            Kind::List | Kind::Object(_) | Kind::Objects(_) | Kind::Refs(_) => match compound(text) {
                Some(value) => value,
                None => return wrong("a list or an object in JSON"),
            },
            Kind::Text if is_compound(name) => compound(text).unwrap_or_else(|| text.into()),
            _ => text.into(),
        };
        self.check(name, &value)?;
        Ok(value)
    }

    /// Checks a value as it will be sent.
    ///
    /// # Errors
    /// What the field takes instead.
    pub(super) fn check(&self, name: &str, value: &Value) -> Result<(), String> {
        if value.is_null() {
            return Ok(());
        }
        let is_number = |text: &str| text.parse().is_ok_and(f64::is_finite);
        let needs = match (self.kind(name), value) {
            (Kind::Text, Value::Array(_) | Value::Object(_)) if is_compound(name) => return Ok(()),
            (Kind::Number | Kind::NumberText, Value::Number(number))
                if self.row.takes_whole_numbers(name) && number.as_f64().is_some_and(|n| n.fract() != 0.0) =>
            {
                "a whole number"
            }
            (Kind::Text | Kind::RefsText(_), Value::String(_))
            | (Kind::Number | Kind::NumberText | Kind::Money, Value::Number(_))
            | (Kind::Bool | Kind::BoolText, Value::Bool(_))
            | (Kind::Objects(_) | Kind::List, Value::Array(_) | Value::Object(_))
            | (Kind::Object(_), Value::Object(_)) => return Ok(()),
            (Kind::Key | Kind::Ref(_), Value::String(key)) if !key.trim().is_empty() => return Ok(()),
            (Kind::Refs(_), Value::Array(keys)) if keys.iter().all(is_key) => return Ok(()),
            (Kind::Time, Value::String(text)) if condition::moment(text).is_some() => return Ok(()),
            (Kind::Money | Kind::NumberText, Value::String(text)) if is_number(text) => return Ok(()),
            (Kind::BoolText, Value::String(text)) if text == "true" || text == "false" => return Ok(()),
            (Kind::Key | Kind::Ref(_), _) => "a key, which is text",
            (Kind::Refs(_), _) => "a list of keys",
            (Kind::Text | Kind::RefsText(_), _) => "text",
            (Kind::Time, _) => "a date (2026-03-01) or a time (2026-03-01T08:00:00Z)",
            (Kind::Number | Kind::NumberText | Kind::Money, _) => "a number",
            (Kind::Bool | Kind::BoolText, _) => "true or false",
            (Kind::Object(_), _) => "an object",
            (Kind::Objects(_) | Kind::List, _) => "a list",
        };
        Err(format!("takes {needs}, and `{}` is none", shortened(&plain(value))))
    }

    /// Returns the required fields that a body does not have.
    pub(super) fn missing(&self, body: &Map<String, Value>) -> Vec<&'static str> {
        let is_absent = |name: &&str| match body.get(*name) {
            None | Some(Value::Null) => true,
            Some(value) => value.as_str().is_some_and(|text| text.trim().is_empty()),
        };
        let published = self.inputs.iter().filter(|input| input.required).map(|input| input.name);
        let of_system = self.system.iter().flat_map(|(_, names)| names.iter().copied());
        let mut missing: Vec<&str> = published.filter(is_absent).collect();
        for name in of_system.filter(is_absent) {
            if !missing.contains(&name) {
                missing.push(name);
            }
        }
        missing
    }

    /// Returns who requires a field: the API, or the connected system.
    pub(super) fn requires(&self, name: &str) -> &str {
        match &self.system {
            Some((system, names)) if names.contains(&name) => system,
            _ => "the API",
        }
    }

    /// Returns the entity that the value of a field refers to, if it holds keys.
    pub(super) fn refers_to(&self, name: &str) -> Option<&'static str> {
        match self.kind(name) {
            Kind::Ref(of) | Kind::Refs(of) | Kind::RefsText(of) => Some(of),
            _ => None,
        }
    }
}

fn is_key(value: &Value) -> bool {
    value.as_str().is_some_and(|key| !key.trim().is_empty())
}

fn compound(text: &str) -> Option<Value> {
    serde_json::from_str(text).ok().filter(|value: &Value| value.is_array() || value.is_object())
}

/// Returns the beginning of a text, as it fits into a message.
fn shortened(text: &str) -> String {
    const MOST: usize = 60;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// Returns a value as a person reads it.
pub(super) fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        value => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::api::entities;

    fn rules(entity: &str, system: Option<&str>) -> Rules {
        Rules::new(entities::find(entity).expect("known"), Verb::Create, system)
    }

    #[test]
    fn values_are_checked_against_the_published_types() {
        let rules = rules("work-orders", None);
        for (name, text, value) in [
            ("estimatedTime", "90", json!(90)),
            ("title", "90", json!("90")),
            ("dueAt", "2026-03-01", json!("2026-03-01")),
            ("dueAt", "9999-12-31", json!("9999-12-31")),
            ("dueAt", "", json!(null)),
            ("tasks", r#"[{"name":"x"}]"#, json!([{"name": "x"}])),
        ] {
            assert_eq!(rules.parse(name, text), Ok(value), "{name}={text}");
        }
        for (name, text, why) in [
            ("estimatedTime", "long", "a number"),
            ("estimatedTime", "1.5", "a whole number"),
            ("dueAt", "soon", "a date"),
            ("tasks", "x", "in JSON"),
            ("assetKey", "  ", "a key"),
        ] {
            assert!(rules.parse(name, text).is_err_and(|reason| reason.contains(why)), "{name}={text}");
        }
        for (name, value, why) in [
            ("title", json!(5), "text"),
            ("title", json!({}), "text"),
            ("assetKey", json!(5), "a key"),
            ("estimatedTime", json!("90m"), "a number"),
            ("dueAt", json!(5), "a date"),
            ("tasks", json!("x"), "a list"),
        ] {
            assert!(rules.check(name, &value).is_err_and(|reason| reason.contains(why)), "{name}={value}");
        }
        assert_eq!(self::rules("materials", None).parse("siteKeys", "a, b"), Ok(json!(["a", "b"])));
        assert_eq!(self::rules("rfq", None).parse("shippingAddress", r#"{"city":"x"}"#), Ok(json!({"city": "x"})));
    }

    #[test]
    fn a_system_requires_more_than_the_api() {
        let body = |text: &str| serde_json::from_str::<Map<String, Value>>(text).expect("an object");
        let of = |system| rules("work-orders", system);
        assert_eq!(of(None).missing(&body("{}")), [""; 0]);
        let rules = of(Some("Service Channel"));
        let missing = rules.missing(&body(r#"{"title":" ","siteKey":"s","accountKey":"a"}"#));
        assert_eq!(missing, ["organizationKey", "title", "description", "severity", "scheduledAt"]);
        assert_eq!(
            (rules.requires("title"), rules.name("organizationkey")),
            ("Service Channel", Ok("organizationKey"))
        );
        assert!(of(None).name("organizationKey").is_err_and(|unknown| unknown.reason.contains("can only be read")));
        assert!(of(None).name("titel").is_err_and(|unknown| unknown.hint.is_some()));
    }
}
