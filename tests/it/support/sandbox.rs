//! A sandbox that is asked in process, with time standing still.

use std::path::PathBuf;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use http_body_util::BodyExt as _;
use makini::clock::Clock;
use makini::sandbox::{Options, Sandbox};
use serde_json::{Value, json};
use tower::ServiceExt as _;

/// When every test begins.
pub const START: &str = "2026-03-01T12:00:00Z";

/// A sandbox with its clock and the application's token.
pub struct InProcess {
    pub sandbox: Sandbox,
    pub clock: Clock,
    pub token: String,
    router: Router,
}

/// An answer, read to its end.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
    pub body: Value,
}

impl Answer {
    /// The `data` of a success.
    pub fn data(self) -> Value {
        assert!(self.status.is_success(), "{} {}", self.status, self.body);
        self.body["data"].clone()
    }

    /// The status and the code of a refusal, in the platform's form or in OAuth's.
    pub fn refusal(&self) -> (u16, &str) {
        let code = self.body["error"]["code"].as_str().or_else(|| self.body["code"].as_str());
        (self.status.as_u16(), code.unwrap_or_default())
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}

/// Says yes or no to options before the sandbox opens.
pub type Change = fn(&mut Options);

impl InProcess {
    /// A sandbox in memory.
    pub fn new() -> Self {
        Self::with(|_| {})
    }

    pub fn with(change: Change) -> Self {
        Self::open(None, Clock::fixed(START.parse().expect("constant")), change)
    }

    pub fn open(path: Option<PathBuf>, clock: Clock, change: Change) -> Self {
        let mut options = Options::new(clock.clone());
        options.path = path;
        change(&mut options);
        Self::around(Sandbox::open(options).expect("opens"), clock)
    }

    /// Asks one that is open already.
    pub fn around(sandbox: Sandbox, clock: Clock) -> Self {
        let token = sandbox.admin_token().expect("issued").expose().to_owned();
        Self { router: sandbox.router(), sandbox, clock, token }
    }

    pub fn wait(&self, seconds: u64) {
        self.clock.advance(Duration::from_secs(seconds));
    }

    pub async fn raw(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.expect("infallible");
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.map(|body| body.to_bytes().to_vec()).unwrap_or_default();
        let body = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
        Answer { status: parts.status, headers: parts.headers, bytes, body }
    }

    pub async fn ask(&self, token: &str, method: &str, path: &str, body: Option<&Value>) -> Answer {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header("host", "127.0.0.1:4000")
            .header("authorization", format!("Bearer {token}"));
        let request = match body {
            None => request.body(Body::empty()),
            Some(body) => request.header("content-type", "application/json").body(Body::from(body.to_string())),
        };
        self.raw(request.expect("a valid request")).await
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.ask(&self.token, "GET", path, None).await
    }

    pub async fn post(&self, path: &str, body: &Value) -> Answer {
        self.ask(&self.token, "POST", path, Some(body)).await
    }

    pub async fn put(&self, path: &str, body: &Value) -> Answer {
        self.ask(&self.token, "PUT", path, Some(body)).await
    }

    pub async fn delete(&self, path: &str) -> Answer {
        self.ask(&self.token, "DELETE", path, None).await
    }

    /// The credentials that a system of the catalogue asks for.
    pub async fn credentials(&self, slug: &str) -> Value {
        let platform = self.get(&format!("/api/system/platforms/{slug}")).await.data();
        let fields = platform["fields"].as_array().cloned().unwrap_or_default();
        let value = |field: &Value| match field["type"].as_str() {
            Some("url") => json!("https://plant.example.com"),
            Some("email") => json!("api@example.com"),
            _ if field["secret"] == true => json!("correct horse battery"),
            _ => json!("plant-7"),
        };
        fields.iter().map(|field| (field["name"].as_str().expect("named").to_owned(), value(field))).collect()
    }

    /// Connects a system; returns the connection's ID and its tokens.
    pub async fn connect(&self, slug: &str, name: &str) -> (String, Value) {
        let credentials = self.credentials(slug).await;
        let body = json!({ "name": name, "email": "ops@example.com", "provider": slug, "credentials": credentials });
        let tokens = self.post("/api/system/connections", &body).await.data();
        let found = self.get("/api/system/connections?sort[created_at]=1&per_page=1").await.data();
        (found[0]["key"].as_str().expect("a key").to_owned(), tokens)
    }

    /// Connects a system and waits for its first sync.
    pub async fn connected(&self, slug: &str) -> (String, String) {
        let (id, tokens) = self.connect(slug, &format!("{slug} plant")).await;
        self.wait(60);
        (id, tokens["access_token"].as_str().expect("a token").to_owned())
    }

    pub async fn connection(&self, id: &str) -> Value {
        self.get(&format!("/api/system/connections/{id}")).await.data()
    }

    /// Names of the events so far, through an endpoint made for the purpose beforehand.
    pub async fn events(&self) -> Vec<String> {
        let deliveries = self.get("/api/system/webhooks/deliveries?per_page=500").await.data();
        let mut names: Vec<String> = deliveries
            .as_array()
            .expect("a list")
            .iter()
            .map(|delivery| delivery["event"].as_str().expect("named").to_owned())
            .collect();
        names.reverse();
        names
    }

    /// Makes an endpoint and returns its ID and secret.
    pub async fn endpoint(&self, url: &str, events: &[&str]) -> (String, String) {
        let made = self.post("/api/system/webhooks/endpoints", &json!({ "url": url, "events": events })).await.data();
        let text = |name: &str| made[name].as_str().expect("a text").to_owned();
        (text("id"), text("secret"))
    }
}
