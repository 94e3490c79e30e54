//! What the sandbox offers beyond the published API, and whether it is there.

use std::collections::BTreeMap;

use axum::extract::State;
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Value, json};

use crate::api::operation::{Advertisement, Endpoint, Operation, Server};
use crate::api::path;
use crate::sandbox::error::Error;
use crate::sandbox::frame::API_VERSION;
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
        ..Advertisement::default()
    })
}

async fn health(State(app): State<App>) -> Result<Json<Value>, Error> {
    let connections = app.read(connections::live)?;
    Ok(Json(json!({ "status": "ok", "sandbox": true, "connections": connections, "now": app.now().to_string() })))
}
