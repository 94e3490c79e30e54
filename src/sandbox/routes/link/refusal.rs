//! Refusals: pages that say what happened and what to do, with the request ID.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::sandbox::error::Error;

/// A page with a refusal. Its text never contains input.
///
/// It becomes a response without a body and with itself as an extension; [`super::refusal_page`] writes the page,
/// because it knows the request ID.
#[derive(Clone, Debug)]
pub(super) struct Refusal {
    pub(super) status: StatusCode,
    pub(super) title: String,
    pub(super) text: String,
    /// URL and label of a link to continue with.
    pub(super) next: Option<(String, &'static str)>,
}

impl Refusal {
    fn new(status: StatusCode, title: &str, text: &str) -> Self {
        Self { status, title: title.to_owned(), text: text.to_owned(), next: None }
    }

    /// 400: the request is invalid.
    pub(super) fn bad(title: &str, text: &str) -> Self {
        Self::new(StatusCode::BAD_REQUEST, title, text)
    }

    /// 403: the request is not from this visitor.
    pub(super) fn forbidden(title: &str, text: &str) -> Self {
        Self::new(StatusCode::FORBIDDEN, title, text)
    }

    /// 410: the visit or link is over.
    pub(super) fn gone(title: &str, text: &str) -> Self {
        Self::new(StatusCode::GONE, title, text)
    }

    /// 200: the visit ended without an error.
    pub(super) fn over(title: &str, text: &str) -> Self {
        Self::new(StatusCode::OK, title, text)
    }

    /// Adds a link to continue with.
    pub(super) fn next(mut self, address: String, label: &'static str) -> Self {
        self.next = Some((address, label));
        self
    }
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        let text = "The sandbox could not do that just now. Go back and try again; what you entered was not kept.";
        Self::new(error.status, "Something went wrong", text)
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}
