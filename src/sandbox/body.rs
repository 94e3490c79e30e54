//! JSON bodies of requests: parsed, with the field that is wrong named and its value never repeated.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use super::error::Error;
use super::state::App;
use crate::api::error_code::ErrorCode;

/// A JSON body. One that cannot be parsed is rejected as the platform would, with the position and never the content.
#[derive(Clone, Debug)]
pub(crate) struct Body<T>(pub(crate) T);

impl<T: DeserializeOwned> FromRequest<App> for Body<T> {
    type Rejection = Error;

    async fn from_request(request: Request, app: &App) -> Result<Self, Error> {
        let bytes = Bytes::from_request(request, app).await.map_err(|rejection| {
            let status = rejection.status();
            Error::new(status, ErrorCode::InvalidRequest, "the body could not be read: it is too large or was cut off")
        })?;
        // The published documents require no body.
        let bytes = if bytes.is_empty() { Bytes::from_static(b"{}") } else { bytes };
        let value: Value = serde_json::from_slice(&bytes).map_err(|error| {
            Error::invalid(format!("the body is not JSON (line {}, column {})", error.line(), error.column()))
        })?;
        serde_json::from_value(value).map(Self).map_err(|error| {
            // The error text of serde may quote a value, which may be a secret; only the field name in the first
            // backquotes is safe.
            let text = error.to_string();
            match text.strip_prefix("missing field `").and_then(|rest| rest.split('`').next()) {
                Some(field) => Error::field(field, "is required"),
                None => Error::new(
                    StatusCode::UNPROCESSABLE_ENTITY,
                    ErrorCode::ValidationFailed,
                    "the body is JSON of another shape than this operation takes",
                ),
            }
        })
    }
}

/// Parses a JSON object so that each problem names its field. `T` has these `fields`, all with defaults.
pub(crate) fn strict<T: DeserializeOwned>(sent: &Map<String, Value>, fields: &[&str]) -> Result<T, Error> {
    let mut wrong = Vec::new();
    for (name, value) in sent {
        if !fields.contains(&name.as_str()) {
            let shown: String = name.chars().filter(|c| !c.is_control()).take(40).collect();
            wrong.push((shown, format!("is unknown; expected one of {}", fields.join(", "))));
        } else if let Err(error) = serde_json::from_value::<T>(json!({ name: value })) {
            wrong.push((name.clone(), expected(&error.to_string())));
        }
    }
    if !wrong.is_empty() {
        return Err(Error::fields(wrong.iter().map(|(name, problem)| (name.as_str(), problem.clone()))));
    }
    serde_json::from_value(Value::Object(sent.clone())).map_err(|_| Error::invalid("the body cannot be read"))
}

/// Returns what type a field must have, without its value: that may be a secret.
fn expected(error: &str) -> String {
    let kind = error.rsplit_once("expected ").map_or("of another kind", |(_, kind)| kind);
    let kind = match kind.split(" at line").next().unwrap_or(kind) {
        "u16" | "u32" | "u64" | "i64" => "a whole number from 0",
        "f64" => "a number",
        "a string" => "text",
        "a boolean" => "true or false",
        "a sequence" => "a list",
        other => other,
    };
    format!("must be {kind}")
}
