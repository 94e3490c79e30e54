//! Layout of all pages: frame, style, script and content security policy.

use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, LOCATION, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{Html, IntoResponse as _, Response};
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::visitor::{TOKEN, Visitor};
use crate::sandbox::error::KeepBody;
use crate::sandbox::ids::random;

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");

/// Steps of connecting a system, as shown.
const STEPS: [&str; 4] = ["Choose", "Agree", "Sign in", "Done"];

/// A page.
pub(super) struct Document<'a> {
    title: &'a str,
    body: Markup,
    step: Option<usize>,
    source: Option<String>,
    wrong: bool,
}

impl<'a> Document<'a> {
    /// Creates a page with this title and content.
    pub(super) fn new(title: &'a str, body: Markup) -> Self {
        Self { title, body, step: None, source: None, wrong: false }
    }

    /// Shows it as a step, from 1.
    pub(super) fn step(mut self, step: usize) -> Self {
        self.step = Some(step);
        self
    }

    /// Allows its forms to redirect to the visit's redirect URI.
    pub(super) fn of(mut self, visitor: &Visitor) -> Self {
        self.source = visitor.source();
        self
    }

    /// Marks the title if there are problems.
    pub(super) fn wrong(mut self, wrong: bool) -> Self {
        self.wrong = wrong;
        self
    }

    /// Returns the page as a response.
    pub(super) fn response(self) -> Response {
        let nonce = random::<16>();
        let policy = format!(
            "default-src 'none'; style-src 'nonce-{nonce}'; script-src 'nonce-{nonce}'; connect-src 'self'; \
             img-src data:; form-action 'self'{}; base-uri 'none'; frame-ancestors 'none'",
            self.source.as_ref().map(|source| format!(" {source}")).unwrap_or_default()
        );
        let page = html! {
            (DOCTYPE)
            html lang="en" {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    meta name="robots" content="noindex";
                    title { @if self.wrong { "Error: " } (self.title) " – Makini Link (SANDBOX)" }
                    link rel="icon" href="data:,";
                    style nonce=(nonce) { (PreEscaped(STYLE)) }
                }
                body {
                    header {
                        p.sandbox { strong { "SANDBOX" } " Nothing here is real. Enter no real password." }
                        p.brand { "Makini Link" }
                        @if let Some(step) = self.step { (steps(step)) }
                    }
                    main { (self.body) }
                    script nonce=(nonce) { (PreEscaped(SCRIPT)) }
                }
            }
        };
        let headers = [
            (CONTENT_SECURITY_POLICY, policy),
            (X_FRAME_OPTIONS, "DENY".into()),
            (X_CONTENT_TYPE_OPTIONS, "nosniff".into()),
            (REFERRER_POLICY, "no-referrer".into()),
            (CACHE_CONTROL, "no-store".into()),
        ];
        let mut response = (headers, Html(page.into_string())).into_response();
        response.extensions_mut().insert(KeepBody);
        response
    }
}

fn steps(now: usize) -> Markup {
    html! {
        p.hidden { "Step " (now) " of " (STEPS.len()) ": " (STEPS[now - 1]) }
        ol.steps aria-hidden="true" {
            @for (number, name) in (1..).zip(STEPS) {
                li.done[number < now].now[number == now] { (name) }
            }
        }
    }
}

/// Redirects with 303, so that reloading the next page sends nothing again.
pub(super) fn see_other(to: &str) -> Response {
    let to = HeaderValue::from_str(to).expect("addresses are written in ASCII");
    let headers = [
        (LOCATION, to),
        (CACHE_CONTROL, HeaderValue::from_static("no-store")),
        // The URL may contain a code, which must not be passed on as a referrer.
        (REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
    ];
    (StatusCode::SEE_OTHER, headers).into_response()
}

/// The hidden field with the CSRF token.
pub(super) fn token(visitor: &Visitor) -> Markup {
    html! { input type="hidden" name=(TOKEN) value=(visitor.token()); }
}

/// The button that cancels the visit.
pub(super) fn way_out(visitor: &Visitor) -> Markup {
    html! {
        form.out method="post" action=(visitor.page("cancel")) {
            (token(visitor))
            button.link { "Cancel and go back" }
        }
    }
}

/// Lists the problems at the top, with focus. Each links to its field.
pub(super) fn summary(problems: &[(String, String)]) -> Markup {
    html! {
        @if !problems.is_empty() {
            div.errors #errors role="alert" tabindex="-1" autofocus aria-labelledby="errors-title" {
                h2 #errors-title { "There is a problem" }
                ul {
                    @for (id, text) in problems {
                        li { @if id.is_empty() { (text) } @else { a href={ "#" (id) } { (text) } } }
                    }
                }
            }
        }
    }
}

/// Formats credits: “1 credit”, “4 credits”.
pub(super) fn credits(count: u64) -> String {
    format!("{count} credit{}", if count == 1 { "" } else { "s" })
}
