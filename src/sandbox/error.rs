//! What the sandbox answers when it says no.
//!
//! An [`Error`] becomes a response without a body that carries itself; [`super::frame`] writes the body, because only
//! the frame knows the request's ID.

use std::borrow::Cow;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};
use thiserror::Error as ThisError;

/// A refusal: status, code, message and details. Never holds a secret or what the caller sent as one.
#[derive(Clone, Debug, ThisError)]
#[error("{message}")]
pub(crate) struct Error {
    pub(crate) status: StatusCode,
    pub(crate) code: Cow<'static, str>,
    pub(crate) message: String,
    /// Boxed, so that the good outcome of a function is not made large by it.
    pub(crate) details: Box<Value>,
    /// Seconds for `Retry-After`.
    pub(crate) retry_after: Option<u64>,
}

impl Error {
    /// Builds a refusal of any kind; the named ones below say most things shorter.
    pub(crate) fn new(status: StatusCode, code: impl Into<Cow<'static, str>>, message: impl Into<String>) -> Self {
        Self { status, code: code.into(), message: message.into(), details: Box::default(), retry_after: None }
    }

    /// 400: the request cannot be read.
    pub(crate) fn invalid(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "INVALID_REQUEST", message)
    }

    /// 422: fields are missing or wrong. Each is named with what is wrong with it.
    pub(crate) fn fields<'a>(wrong: impl IntoIterator<Item = (&'a str, String)>) -> Self {
        let mut details: Map<String, Value> = Map::new();
        for (field, problem) in wrong {
            match details.get_mut(field) {
                Some(Value::Array(list)) => list.push(Value::String(problem)),
                _ => drop(details.insert(field.to_owned(), json!([problem]))),
            }
        }
        let names: Vec<_> = details.keys().map(String::as_str).collect();
        let message = format!("the request has fields that are missing or wrong: {}", names.join(", "));
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "VALIDATION_FAILED", message).with(Value::Object(details))
    }

    /// 422 about one field.
    pub(crate) fn field(name: &str, problem: impl Into<String>) -> Self {
        Self::fields([(name, problem.into())])
    }

    /// 401: no token, or one that is not ours.
    pub(crate) fn unauthenticated(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(StatusCode::UNAUTHORIZED, code, message)
    }

    /// 403: the token is good, and not for this.
    pub(crate) fn forbidden(message: impl Into<String>) -> Self {
        Self::new(StatusCode::FORBIDDEN, "PERMISSION_DENIED", message)
    }

    /// 404. `what` names the thing, as "connection".
    pub(crate) fn not_found(what: &str) -> Self {
        Self::new(StatusCode::NOT_FOUND, "NOT_FOUND", format!("there is no such {what}"))
    }

    /// 405: the path exists and does not do this.
    pub(crate) fn unsupported(message: impl Into<String>) -> Self {
        Self::new(StatusCode::METHOD_NOT_ALLOWED, "OPERATION_NOT_SUPPORTED", message)
    }

    /// 409 with a code of its own.
    pub(crate) fn conflict(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(StatusCode::CONFLICT, code, message)
    }

    /// 429, to be tried again after so many seconds.
    pub(crate) fn rate_limited(seconds: u64) -> Self {
        let message = format!("too many requests for this connection; try again in {seconds} s");
        let mut error = Self::new(StatusCode::TOO_MANY_REQUESTS, "RATE_LIMIT_EXCEEDED", message);
        error.retry_after = Some(seconds.max(1));
        error
    }

    /// 503: the connected system does not answer.
    pub(crate) fn source_unreachable(system: &str) -> Self {
        let message = format!("the connected system ({system}) cannot be reached");
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "SOURCE_UNREACHABLE", message)
    }

    /// 401: the connected system no longer lets us in.
    pub(crate) fn reauthorization_required() -> Self {
        Self::unauthenticated(
            "REAUTHORIZATION_REQUIRED",
            "the credentials of this connection no longer hold; connect it again",
        )
    }

    /// 500: it is the sandbox's own fault, or its machine's.
    pub(crate) fn internal(message: impl Into<String>) -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "INTERNAL_ERROR", message)
    }

    /// 500: something that is sealed cannot be opened.
    pub(crate) fn sealed(message: impl Into<String>) -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "SECRET_UNREADABLE", message)
    }

    /// Adds details.
    pub(crate) fn with(mut self, details: Value) -> Self {
        *self.details = details;
        self
    }

    /// Returns the `type` that goes with the code.
    pub(crate) fn kind(&self) -> &'static str {
        match self.status.as_u16() {
            _ if self.code == "SOURCE_UNREACHABLE" => "source_error",
            400 | 413 | 415 | 422 => "invalid_request_error",
            401 => "authentication_error",
            403 => "permission_error",
            404 | 405 => "not_found_error",
            409 => "conflict_error",
            429 => "rate_limit_error",
            _ => "api_error",
        }
    }
}

/// A database that fails is an internal error. Of what SQLite said only the code's own text is told, as that the disk is
/// full: the rest may quote values.
impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        let reason = match error.sqlite_error() {
            Some(code) if code.code == rusqlite::ErrorCode::DiskFull => ": the disk is full".to_owned(),
            Some(code) => format!(": {code}"),
            None => String::new(),
        };
        let message = format!("the sandbox could not use its database{reason}");
        Self::internal(message)
    }
}

/// Marks an answer whose body is for a person and stays as it is, whatever its status.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shown;

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}
