//! Pages that say no: what happened, and what to do.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::html;

use super::page::Document;
use crate::sandbox::error::Error;

/// A page that says no. Its text is ours, never what somebody sent.
#[derive(Debug)]
pub(super) struct Refusal {
    status: StatusCode,
    title: String,
    text: String,
    /// Where to go on, and what to call it.
    next: Option<(String, &'static str)>,
}

impl Refusal {
    fn new(status: StatusCode, title: &str, text: &str) -> Self {
        Self { status, title: title.to_owned(), text: text.to_owned(), next: None }
    }

    /// The request makes no sense.
    pub(super) fn bad(title: &str, text: &str) -> Self {
        Self::new(StatusCode::BAD_REQUEST, title, text)
    }

    /// The request is not the person's own.
    pub(super) fn forbidden(title: &str, text: &str) -> Self {
        Self::new(StatusCode::FORBIDDEN, title, text)
    }

    /// It is over.
    pub(super) fn gone(title: &str, text: &str) -> Self {
        Self::new(StatusCode::GONE, title, text)
    }

    /// Nothing is wrong, and there is nothing more to do.
    pub(super) fn over(title: &str, text: &str) -> Self {
        Self::new(StatusCode::OK, title, text)
    }

    /// Offers a page to go on from.
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
        let body = html! {
            h1 { (self.title) }
            p { (self.text) }
            @if let Some((address, label)) = &self.next {
                p { a href=(address) { (label) } }
            } @else {
                p.quiet { "You can close this page." }
            }
        };
        let mut response = Document::new(&self.title, body).response();
        *response.status_mut() = self.status;
        response
    }
}
