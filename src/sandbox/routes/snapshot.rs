//! Snapshots and seed files. Not part of the platform.

use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde_json::{Value, json};

use crate::api::error_code::ErrorCode;
use crate::api::header::{OWNER_PROOF, SNAPSHOT_KEY};
use crate::api::page::One;
use crate::sandbox::auth::{Admin, LocalOnly};
use crate::sandbox::error::Error;
use crate::sandbox::seed::file::{Seed, Seeded};
use crate::sandbox::state::App;
use crate::sandbox::{seed, snapshot};
use crate::secret::Secret;

/// The largest snapshot that is accepted, compressed, in bytes.
const LARGEST: usize = 256 << 20;

pub(crate) fn router() -> Router<App> {
    Router::new()
        .route("/sandbox/snapshot", get(save).put(load))
        .layer(DefaultBodyLimit::max(LARGEST))
        .route("/sandbox/seed", post(apply_seed))
}

/// Every client with a token gets the state with encrypted secrets; only the owner gets the key too.
async fn save(_: Admin, State(app): State<App>, headers: HeaderMap) -> Result<Response, Error> {
    let bytes = snapshot::save(&app)?;
    let mut response = ([(CONTENT_TYPE, "application/gzip")], bytes).into_response();
    let proof = headers.get(OWNER_PROOF).and_then(|proof| proof.to_str().ok()).map(Secret::new);
    if proof.as_ref() == Some(app.owner_proof()) {
        let mut key = HeaderValue::from_str(app.vault().master().expose()).expect("hexadecimal digits");
        key.set_sensitive(true);
        response.headers_mut().insert(SNAPSHOT_KEY, key);
    }
    Ok(response)
}

/// The caller's token belonged to the replaced state, so the response has a new one.
async fn load(
    _: Admin,
    _: LocalOnly,
    State(app): State<App>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<Json<Value>, Error> {
    let key = headers.get(SNAPSHOT_KEY).map(|key| key.to_str().unwrap_or_default());
    let token = snapshot::load(&app, &bytes, key)?;
    Ok(Json(json!({ "data": { "access_token": token.expose() } })))
}

async fn apply_seed(_: Admin, _: LocalOnly, State(app): State<App>, text: String) -> Result<Json<One<Seeded>>, Error> {
    let seed = Seed::read(&text)
        .map_err(|problem| Error::new(StatusCode::UNPROCESSABLE_ENTITY, ErrorCode::ValidationFailed, problem))?;
    Ok(Json(One { data: seed::apply::apply(&app, &seed)? }))
}
