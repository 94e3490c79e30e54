//! Pages that say no: what happened, what to do, and by what ID others can find out more.

use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::page::Document;
use crate::sandbox::error::Error;
use crate::sandbox::trace::Trace;

/// A page that says no. Its text is ours, never what somebody sent.
///
/// It becomes a response without a body that carries itself; [`write()`] makes the page, since it knows the request's ID.
#[derive(Clone, Debug)]
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
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl Refusal {
    fn page(&self, request_id: &str) -> Response {
        let body = html! {
            h1 { (self.title) }
            p { (self.text) }
            @if let Some((address, label)) = &self.next {
                p { a href=(address) { (label) } }
            } @else {
                p.quiet { "You can close this page." }
            }
            @if !self.status.is_success() { (reference(request_id)) }
        };
        let mut response = Document::new(&self.title, body).response();
        *response.status_mut() = self.status;
        response
    }
}

/// The ID of the request, for whoever is asked for help: a field, so that it can be copied by keyboard as well.
fn reference(request_id: &str) -> Markup {
    html! {
        p.reference {
            label for="request-id" { "Request ID" }
            input #request-id readonly value=(request_id) size=(request_id.len()) autocomplete="off"
                spellcheck="false" aria-describedby="request-hint";
            span.hint #request-hint { "Name it when you ask for help." }
        }
    }
}

/// Writes the page of a refusal.
pub(super) async fn write(request: Request, next: Next) -> Response {
    let trace = request.extensions().get::<Trace>().cloned().unwrap_or_default();
    let response = next.run(request).await;
    match response.extensions().get::<Refusal>() {
        Some(refusal) => refusal.page(&trace.facts().id),
        None => response,
    }
}
