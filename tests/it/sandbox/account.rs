//! The application, the catalogue, credits, advertisement, and bodies of refusals.

use axum::body::Body;
use axum::http::Request;
use makini::api::operation::{Advertisement, Operation};
use serde_json::json;

use crate::support::sandbox::InProcess;

#[tokio::test]
async fn every_advertised_operation_is_served() {
    let sandbox = InProcess::new();
    let answer = sandbox.get("/.well-known/makini").await;
    let advertised: Advertisement = serde_json::from_value(answer.body).expect("an advertisement");
    assert_eq!(advertised.server.name.as_deref(), Some("makini-sandbox"));
    assert_eq!(advertised.endpoints.len(), Operation::ALL.len());
    for (name, endpoint) in advertised.endpoints {
        let path = endpoint.path.replace("{id}", "00000000000000").replace("{sync}", "s").replace("{slug}", "none");
        let answer = sandbox.ask(&sandbox.token, &endpoint.method, &path, None).await;
        let message = answer.body["error"]["message"].as_str().unwrap_or_default();
        assert_ne!(answer.status.as_u16(), 405, "{name}");
        assert_ne!(message, "there is no such path", "{name}");
    }
}

#[tokio::test]
async fn answers_are_marked_and_timed() {
    let sandbox = InProcess::new();
    for path in ["/health", "/api/system/client", "/nowhere"] {
        let answer = sandbox.get(path).await;
        assert_eq!(answer.header("x-makini-sandbox"), "true");
        assert!(answer.header("x-request-id").starts_with("req_"), "{path}");
        assert_eq!(answer.header("server-timing"), "total;dur=0.000");
        assert_eq!(answer.header("x-api-version"), "v1");
    }
}

#[tokio::test]
async fn refusals_have_the_envelope_and_the_request_id() {
    let sandbox = InProcess::new();
    let create = |body| async move { body };
    let wrong = create(json!({ "email": "nobody", "provider": "inextia", "credentials": {} })).await;
    for (answer, status, code, kind) in [
        (sandbox.get("/nowhere").await, 404, "NOT_FOUND", "not_found_error"),
        (sandbox.get("/api/system/connections/1").await, 404, "NOT_FOUND", "not_found_error"),
        (sandbox.delete("/api/system/client").await, 405, "OPERATION_NOT_SUPPORTED", "not_found_error"),
        (
            sandbox.ask("", "GET", "/api/system/client", None).await,
            401,
            "AUTHENTICATION_FAILED",
            "authentication_error",
        ),
        (sandbox.post("/api/system/connections", &wrong).await, 422, "VALIDATION_FAILED", "invalid_request_error"),
        (sandbox.get("/api/system/connections?page=x").await, 422, "VALIDATION_FAILED", "invalid_request_error"),
    ] {
        assert_eq!(answer.refusal(), (status, code));
        assert_eq!(answer.body["error"]["type"], kind);
        assert_eq!(answer.body["error"]["request_id"], answer.header("x-request-id"));
        assert!(!answer.body["error"]["message"].as_str().expect("a message").is_empty());
    }
    let answer = sandbox.post("/api/system/connections", &wrong).await;
    let details = answer.body["error"]["details"].as_object().expect("by field").clone();
    assert!(details.contains_key("name") && details.contains_key("email"), "{details:?}");
    assert!(details.keys().any(|field| field.starts_with("credentials.")), "{details:?}");
}

#[tokio::test]
async fn a_body_that_is_no_json_is_refused_without_repeating_it() {
    let sandbox = InProcess::new();
    for body in ["{\"name\": hunter2}", " ", "[1", "\u{0}"] {
        let request = Request::post("/api/system/connections")
            .header("host", "localhost")
            .header("authorization", format!("Bearer {}", sandbox.token))
            .body(Body::from(body))
            .expect("valid");
        let answer = sandbox.raw(request).await;
        assert_eq!(answer.refusal(), (400, "INVALID_REQUEST"), "{body:?}");
        assert!(!answer.body.to_string().contains("hunter2"));
    }
    let answer = sandbox.post("/api/system/connections", &json!("hunter2")).await;
    assert_eq!(answer.refusal().0, 422);
    assert!(!answer.body.to_string().contains("hunter2"));
}

#[tokio::test]
async fn the_catalogue_can_be_searched() {
    let sandbox = InProcess::new();
    let all = sandbox.get("/api/system/platforms?per_page=500").await;
    let total = all.body["meta"]["total"].as_u64().expect("a count");
    assert_eq!(all.data().as_array().map(Vec::len), usize::try_from(total).ok());
    let found = sandbox.get("/api/system/platforms?search=INEXT").await.data();
    assert_eq!(found.as_array().map(Vec::len), Some(1));
    assert_eq!(found[0]["slug"], "inextia");
    assert_eq!(sandbox.get("/api/system/platforms/none").await.refusal(), (404, "NOT_FOUND"));
}

#[tokio::test]
async fn reset_starts_over() {
    let sandbox = InProcess::new();
    sandbox.connected("inextia").await;
    let before = sandbox.get("/health").await.header("x-request-id").to_owned();
    sandbox.wait(1);
    sandbox.sandbox.reset().expect("reset");
    assert_eq!(sandbox.get("/api/system/client").await.refusal(), (401, "AUTHENTICATION_FAILED"));
    let token = sandbox.sandbox.admin_token().expect("issued");
    let list = sandbox.ask(token.expose(), "GET", "/api/system/connections", None).await;
    assert_eq!(list.body["meta"]["total"], 0);
    // Identities that were given away before do not come again: receivers tell events apart by them.
    assert_ne!(before, list.header("x-request-id"));
    let log = sandbox.ask(token.expose(), "GET", &format!("/api/system/requests/{before}"), None).await;
    assert_eq!(log.refusal(), (404, "NOT_FOUND"));
}
