//! The platform as published: a sandbox behind a door that answers 404 to whatever the published documents do not name.

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::response::Response;
use http::{Method, StatusCode};
use http_body_util::BodyExt as _;
use makini::api::path;
use makini::sandbox::Sandbox;
use serde_json::Value;
use tower::ServiceExt as _;

use super::served::Served;

/// The published fields of a connection.
const FIELDS: [&str; 13] = [
    "key",
    "name",
    "email",
    "status",
    "integration_name",
    "redirect",
    "scopes",
    "tags",
    "user_metadata",
    "client_id",
    "updated_at",
    "created_at",
    "connected_at",
];

/// Returns whether a call is in the published documents. Everything below the three domains counts as such.
pub fn is_published(method: &Method, called: &str) -> bool {
    let (get, post, delete) = (&Method::GET, &Method::POST, &Method::DELETE);
    let system: [(&str, &[&Method]); 11] = [
        (path::TOKEN, &[post]),
        (path::AUTHORIZE, &[get]),
        (path::CLIENT, &[get]),
        (path::PLATFORMS, &[get]),
        (path::CONNECTIONS, &[get, post]),
        (path::CONNECTION, &[delete]),
        (path::CONNECTION_METADATA, &[get, post]),
        (path::CONNECTION_TOKEN, &[post]),
        (path::INTEGRATION, &[get, delete]),
        (path::RAW_TABLES, &[get]),
        (path::RAW_ROWS, &[get]),
    ];
    let is_of = |template: &str| {
        let (mut wanted, mut found) = (template.split('/'), called.split('/'));
        loop {
            match (wanted.next(), found.next()) {
                (None, None) => return true,
                (Some(wanted), Some(found)) if wanted == found || (wanted.starts_with('{') && !found.is_empty()) => {}
                _ => return false,
            }
        }
    };
    system.iter().any(|(template, methods)| methods.contains(&method) && is_of(template))
        || (method == post && called == path::PASSTHROUGH)
        || ["/api/eam/", "/api/erp/", "/api/wms/"].iter().any(|domain| called.starts_with(domain))
}

/// Serves a sandbox as the published platform.
pub fn served(sandbox: &Sandbox) -> Served {
    let router = sandbox.router();
    Served::router(Router::new().fallback(move |request: Request| {
        let router = router.clone();
        async move { answer(router, request).await }
    }))
}

/// Answers as the sandbox would if it offered nothing more: rows of connections have the published fields alone.
pub async fn answer(router: Router, request: Request) -> Response {
    let is_list = request.uri().path() == path::CONNECTIONS && request.method() == Method::GET;
    if !is_published(request.method(), request.uri().path()) {
        return Response::builder().status(StatusCode::NOT_FOUND).body(Body::from("{}")).expect("valid");
    }
    let answer = router.oneshot(request).await.expect("infallible");
    if !is_list || !answer.status().is_success() {
        return answer;
    }
    let (mut parts, body) = answer.into_parts();
    let bytes = body.collect().await.expect("a body").to_bytes();
    let mut body: Value = serde_json::from_slice(&bytes).expect("JSON");
    for row in body["data"].as_array_mut().expect("a list") {
        row.as_object_mut().expect("a row").retain(|name, _| FIELDS.contains(&name.as_str()));
    }
    parts.headers.remove("content-length");
    Response::from_parts(parts, Body::from(body.to_string()))
}
