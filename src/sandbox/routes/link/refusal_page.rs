//! Writes the pages of refusals.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use maud::{Markup, html};

use super::page::Document;
use super::refusal::Refusal;
use crate::sandbox::request_facts::Trace;

fn page(refusal: &Refusal, request_id: &str) -> Response {
    let body = html! {
        h1 { (refusal.title) }
        p { (refusal.text) }
        @if let Some((address, label)) = &refusal.next {
            p { a href=(address) { (label) } }
        } @else {
            p.quiet { "You can close this page." }
        }
        @if !refusal.status.is_success() { (reference(request_id)) }
    };
    let mut response = Document::new(&refusal.title, body).response();
    *response.status_mut() = refusal.status;
    response
}

/// The request ID for support, in a field, so that it can be copied by keyboard.
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

/// Replaces the response of a refusal by its page.
pub(super) async fn write(request: Request, next: Next) -> Response {
    let trace = request.extensions().get::<Trace>().cloned().unwrap_or_default();
    let response = next.run(request).await;
    match response.extensions().get::<Refusal>() {
        Some(refusal) => page(refusal, &trace.facts().id),
        None => response,
    }
}
