//! Errors of the sandbox's API.
//!
//! An [`Error`] becomes a response without a body and with itself as an extension; the middleware writes the body,
//! because it knows the request ID.

use crate::api::error_code::ErrorCode;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};
use thiserror::Error as ThisError;

/// An error response: status, code, message and details. It never holds a secret or what a client sent as one.
#[derive(Clone, Debug, ThisError)]
#[error("{message}")]
pub(crate) struct Error {
    pub(crate) status: StatusCode,
    pub(crate) code: ErrorCode,
    pub(crate) message: String,
    /// Boxed to keep `Result` small.
    pub(crate) details: Box<Value>,
    /// Seconds for `Retry-After`.
    pub(crate) retry_after: Option<u64>,
}

impl Error {
    /// Creates an error with any status and code.
    pub(crate) fn new(status: StatusCode, code: ErrorCode, message: impl Into<String>) -> Self {
        Self { status, code, message: message.into(), details: Box::default(), retry_after: None }
    }

    /// Creates an error with the status of its code.
    pub(crate) fn of(code: ErrorCode, message: impl Into<String>) -> Self {
        let status = code.status().and_then(|status| StatusCode::from_u16(status).ok());
        Self::new(status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR), code, message)
    }

    /// 400: the request cannot be parsed.
    pub(crate) fn invalid(message: impl Into<String>) -> Self {
        Self::of(ErrorCode::InvalidRequest, message)
    }

    /// 422: fields are missing or invalid; `wrong` has each field and its problem.
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
        Self::of(ErrorCode::ValidationFailed, message).with(Value::Object(details))
    }

    /// 422: the same, as the checks of a query or body collect them: fields and what is wrong with each.
    #[expect(clippy::needless_pass_by_value, reason = "shaped for `map_err`")]
    pub(crate) fn problems(wrong: Vec<(String, String)>) -> Self {
        Self::fields(wrong.iter().map(|(field, problem)| (field.as_str(), problem.clone())))
    }

    /// 422 about one field.
    pub(crate) fn field(name: &str, problem: impl Into<String>) -> Self {
        Self::fields([(name, problem.into())])
    }

    /// 403: the token is valid but does not allow this.
    pub(crate) fn forbidden(message: impl Into<String>) -> Self {
        Self::of(ErrorCode::PermissionDenied, message)
    }

    /// 404; `what` is the missing thing, for example `connection`.
    pub(crate) fn not_found(what: &str) -> Self {
        Self::of(ErrorCode::NotFound, format!("there is no such {what}"))
    }

    /// 405: the path exists but does not support the method.
    pub(crate) fn unsupported(message: impl Into<String>) -> Self {
        Self::of(ErrorCode::OperationNotSupported, message)
    }

    /// 409: the state does not allow the request.
    pub(crate) fn conflict(message: impl Into<String>) -> Self {
        Self::of(ErrorCode::Conflict, message)
    }

    /// 429: retry after `seconds`.
    pub(crate) fn rate_limited(seconds: u64) -> Self {
        let message = format!("too many requests for this connection; try again in {seconds} s");
        let mut error = Self::of(ErrorCode::RateLimitExceeded, message);
        error.retry_after = Some(seconds.max(1));
        error
    }

    /// 503: the connected system cannot be reached.
    pub(crate) fn source_unreachable(system: &str) -> Self {
        let message = format!("the connected system ({system}) cannot be reached");
        Self::of(ErrorCode::SourceUnreachable, message)
    }

    /// 401: the connected system refuses the stored credentials.
    pub(crate) fn reauthorization_required() -> Self {
        Self::of(
            ErrorCode::ReauthorizationRequired,
            "the credentials of this connection are no longer accepted; reconnect it",
        )
    }

    /// 500: the sandbox or its machine failed.
    pub(crate) fn internal(message: impl Into<String>) -> Self {
        Self::of(ErrorCode::InternalError, message)
    }

    /// 500: a stored secret cannot be decrypted.
    pub(crate) fn sealed(message: impl Into<String>) -> Self {
        Self::of(ErrorCode::SecretUnreadable, message)
    }

    /// Sets the details.
    pub(crate) fn with(mut self, details: Value) -> Self {
        *self.details = details;
        self
    }

    /// Returns the `type` of the error body.
    pub(crate) fn kind(&self) -> &'static str {
        match self.status.as_u16() {
            _ if self.code == ErrorCode::SourceUnreachable => "source_error",
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

/// A database failure is an internal error. Only the text of SQLite's error code is returned: the rest may quote
/// values.
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

/// Marks a response whose body is an HTML page and is kept, whatever its status.
#[derive(Clone, Copy, Debug)]
pub(crate) struct KeepBody;

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}
