//! Makini Link: the pages where a person connects a system or signs an application in, and what leads there.

mod chromium;
mod command;
mod connect;
mod lifecycle;
mod magic;
mod refusals;
mod sign_in;

use axum::body::Body;
use axum::http::Request;
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use makini::sandbox::CLIENT_ID;
use sha2::{Digest as _, Sha256};

use crate::support::link_visitor::LinkVisitor;
use crate::support::sandbox::{Answer, InProcess};

const REDIRECT: &str = "http://127.0.0.1:51234/callback";
const VERIFIER: &str = "a-verifier-of-at-least-forty-three-characters-xyz";
const STATE: &str = "s&<t>\"'";

/// The address of the page, with some parameters changed or taken away.
fn address(changes: &[(&str, Option<&str>)]) -> String {
    let challenge = BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(VERIFIER));
    let mut fields = vec![
        ("response_type", "code"),
        ("client_id", CLIENT_ID),
        ("redirect_uri", REDIRECT),
        ("state", STATE),
        ("code_challenge", challenge.as_str()),
        ("code_challenge_method", "S256"),
    ];
    for (name, value) in changes {
        fields.retain(|(known, _)| known != name);
        fields.extend(value.map(|value| (*name, value)));
    }
    let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    format!("/link/auth?{query}")
}

/// Exchanges a code.
async fn exchange(sandbox: &InProcess, changes: &[(&str, &str)]) -> Answer {
    let mut fields = vec![
        ("grant_type", "authorization_code"),
        ("client_id", CLIENT_ID),
        ("redirect_uri", REDIRECT),
        ("code_verifier", VERIFIER),
    ];
    for (name, value) in changes {
        fields.retain(|(known, _)| known != name);
        fields.push((name, value));
    }
    let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let request = Request::post("/link/token")
        .header("host", "localhost:1")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Body::from(body))
        .expect("valid");
    sandbox.raw(request).await
}

pub const GOOD: [(&str, &str); 5] = [
    ("credentials.url", "https://mex.example.com"),
    ("credentials.username", "makini"),
    ("credentials.password", "correct horse battery"),
    ("name", "Plant 7"),
    ("email", "ops@example.com"),
];

/// Chooses MEX and agrees; the next page is that of its fields.
async fn to_details<'a>(sandbox: &'a InProcess, at: &str) -> LinkVisitor<'a> {
    let mut visitor = LinkVisitor::open(sandbox, at).await;
    visitor.go(&format!("{}?q=mex", visitor.at.clone())).await;
    visitor.press("MEX", &[]).await;
    visitor.press("Agree", &[]).await;
    visitor
}
