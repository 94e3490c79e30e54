//! Requests that are not accepted, and how they are answered.

use axum::response::{IntoResponse as _, Response};
use http::header::{ACCEPT_ENCODING, ALLOW, CONNECTION, CONTENT_TYPE, RETRY_AFTER};
use http::{HeaderValue, StatusCode};

use super::super::store::StoreError;

/// A request that is not accepted.
#[derive(Debug)]
pub(super) struct RequestError {
    pub(super) status: StatusCode,
    pub(super) reason: String,
    retry_after: Option<u32>,
    close: bool,
}

impl RequestError {
    pub(super) fn new(status: StatusCode, reason: impl Into<String>) -> Self {
        Self { status, reason: reason.into(), retry_after: None, close: false }
    }

    pub(super) fn later(mut self, seconds: u32) -> Self {
        self.retry_after = Some(seconds);
        self
    }

    /// The rest of the request is not worth reading.
    pub(super) fn and_close(mut self) -> Self {
        self.close = true;
        self
    }

    pub(super) fn answer(self) -> Response {
        let text = serde_json::json!({ "error": { "status": self.status.as_u16(), "message": self.reason } });
        let mut answer = (self.status, text.to_string()).into_response();
        let headers = answer.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        if let Some(seconds) = self.retry_after {
            headers.insert(RETRY_AFTER, seconds.into());
        }
        if self.close {
            headers.insert(CONNECTION, HeaderValue::from_static("close"));
        }
        if self.status == StatusCode::UNSUPPORTED_MEDIA_TYPE {
            headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("identity"));
        }
        if self.status == StatusCode::METHOD_NOT_ALLOWED {
            headers.insert(ALLOW, HeaderValue::from_static("POST"));
        }
        answer
    }
}

impl From<StoreError> for RequestError {
    fn from(refusal: StoreError) -> Self {
        let (status, seconds) = match refusal {
            StoreError::Full { .. } => (StatusCode::INSUFFICIENT_STORAGE, 300),
            StoreError::NoSpace => (StatusCode::SERVICE_UNAVAILABLE, 30),
            StoreError::Gone | StoreError::Failed(_) | StoreError::LaneLost | StoreError::Closed => {
                (StatusCode::SERVICE_UNAVAILABLE, 10)
            }
        };
        // The sender is not shown what is wrong with this machine.
        let reason = if status == StatusCode::INSUFFICIENT_STORAGE { "the inbox is full" } else { "try again later" };
        Self::new(status, reason).later(seconds)
    }
}
