//! A platform that notes every secret it gives away, and fails as told.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::any;
use makini::clock::Clock;
use makini::sandbox::{Options, Sandbox};
use tower::ServiceExt as _;

use crate::support::served::Served;

/// How the platform answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mood {
    Well,
    /// This status with an error body.
    Status(u16),
    /// Something that is not JSON.
    Garbage,
    /// Never.
    Silent,
}

/// What the platform is sent in place of the sandbox's own secrets.
#[derive(Clone, Copy)]
pub(super) struct Stand {
    pub token: &'static str,
    pub client_secret: &'static str,
}

#[derive(Clone)]
pub(in crate::threats) struct RecordingPlatform(Arc<Inner>);

struct Inner {
    sandbox: Sandbox,
    real_token: String,
    stand: Stand,
    mood: Mutex<Mood>,
    given: Mutex<BTreeSet<String>>,
    writes: AtomicUsize,
}

impl RecordingPlatform {
    pub(super) fn serve(clock: &Clock, stand: Stand) -> (Served, Self) {
        let sandbox = Sandbox::open(Options::new(clock.clone())).expect("opens");
        let real_token = sandbox.admin_token().expect("issued").expose().to_owned();
        let mood = Mutex::new(Mood::Well);
        let tap = Self(Arc::new(Inner {
            sandbox,
            real_token,
            stand,
            mood,
            given: Mutex::default(),
            writes: AtomicUsize::new(0),
        }));
        (Served::router(Router::new().fallback(any(answer)).with_state(tap.clone())), tap)
    }

    pub(super) fn set(&self, mood: Mood) {
        *self.0.mood.lock().expect("not poisoned") = mood;
    }

    /// Returns every token and secret that was ever in an answer.
    pub(super) fn given(&self) -> BTreeSet<String> {
        self.0.given.lock().expect("not poisoned").clone()
    }

    /// Returns how many requests were made that change something.
    pub(in crate::threats) fn writes(&self) -> usize {
        self.0.writes.load(Ordering::SeqCst)
    }

    /// Notes everything in an answer that looks like one of the sandbox's secrets.
    fn note(&self, body: &str) {
        let mut given = self.0.given.lock().expect("not poisoned");
        for (at, _) in body.match_indices("mk_test_") {
            let end = body[at..].find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(body.len() - at);
            let word = &body[at..at + end];
            // The ID of the application is none.
            if word.len() > 40 {
                given.insert(word.to_owned());
            }
        }
    }
}

async fn answer(State(tap): State<RecordingPlatform>, request: Request) -> Response {
    if !request.method().is_safe() {
        tap.0.writes.fetch_add(1, Ordering::SeqCst);
    }
    let mood = *tap.0.mood.lock().expect("not poisoned");
    match mood {
        Mood::Well => forward(&tap, request).await,
        Mood::Status(status) => {
            let body = r#"{"error":{"code":"CODE","message":"in a mood","request_id":"req_mood"}}"#;
            let status = StatusCode::from_u16(status).expect("a status");
            (status, [(header::CONTENT_TYPE, "application/json")], body).into_response()
        }
        Mood::Garbage => "{\"data\": [1, 2".into_response(),
        Mood::Silent => std::future::pending().await,
    }
}

async fn forward(tap: &RecordingPlatform, request: Request) -> Response {
    let (mut parts, body) = request.into_parts();
    let stand = tap.0.stand;
    if let Some(header) = parts.headers.get_mut(header::AUTHORIZATION)
        && header.to_str().is_ok_and(|text| text == format!("Bearer {}", stand.token))
    {
        *header = HeaderValue::from_str(&format!("Bearer {}", tap.0.real_token)).expect("ASCII");
    }
    let body = to_bytes(body, 1 << 20).await.expect("a small body");
    let body = String::from_utf8_lossy(&body).replace(stand.client_secret, "mk_test_secret_sandbox");
    parts.headers.insert(header::CONTENT_LENGTH, body.len().into());
    let answer =
        tap.0.sandbox.router().oneshot(Request::from_parts(parts, Body::from(body))).await.expect("infallible");
    let (parts, body) = answer.into_parts();
    let body = to_bytes(body, 1 << 26).await.expect("a body");
    tap.note(&String::from_utf8_lossy(&body));
    Response::from_parts(parts, Body::from(body))
}
