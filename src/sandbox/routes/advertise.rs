//! Discovery: the operations beyond the published API, and health.

use std::collections::BTreeMap;

use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Value, json};

use crate::api::header::{OWNER_ANSWER, OWNER_QUESTION};
use crate::api::operation::{Advertisement, Endpoint, Operation, Server};
use crate::api::path;
use crate::sandbox::challenge;
use crate::sandbox::error::Error;
use crate::sandbox::middleware::API_VERSION;
use crate::sandbox::state::App;
use crate::sandbox::store::connections;

pub(crate) fn router() -> Router<App> {
    Router::new().route(path::ADVERTISEMENT, get(advertise)).route("/health", get(health))
}

async fn advertise() -> Json<Advertisement> {
    let endpoint = |operation: &Operation| {
        let endpoint = Endpoint { method: operation.method().into(), path: operation.sandbox_path().into() };
        (operation.name().to_owned(), endpoint)
    };
    Json(Advertisement {
        server: Server { name: Some("makini-sandbox".into()), version: Some(env!("CARGO_PKG_VERSION").into()) },
        api_version: Some(API_VERSION.into()),
        endpoints: Operation::ALL.iter().map(endpoint).collect::<BTreeMap<_, _>>(),
        idempotency_keys: true,
        ..Advertisement::default()
    })
}

/// Returns the health, and the response to the owner's challenge if one was sent.
async fn health(State(app): State<App>, request: HeaderMap) -> Result<(HeaderMap, Json<Value>), Error> {
    let connections = app.read(connections::count_live)?;
    let question = request.get(OWNER_QUESTION).and_then(|question| question.to_str().ok());
    let answer = question.and_then(|question| challenge::response(app.owner_proof(), question));
    let answer = answer.map(|answer| HeaderValue::from_str(&answer).expect("hexadecimal digits"));
    let headers = answer.map(|answer| (HeaderName::from_static(OWNER_ANSWER), answer)).into_iter().collect();
    Ok((
        headers,
        Json(json!({ "status": "ok", "sandbox": true, "connections": connections, "now": app.now().to_string() })),
    ))
}
