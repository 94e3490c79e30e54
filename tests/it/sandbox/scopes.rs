//! Where faults strike, how often, and that the same run breaks in the same places.

use std::io::ErrorKind;

use axum::body::Body;
use axum::http::Request;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use crate::support::sandbox::InProcess;

const FAULTS: &str = "/sandbox/faults";
const TABLES: &str = "/api/raw/tables";
const ASSETS: &str = "/api/eam/assets";
const LIST: &str = "/api/system/connections";

async fn status(sandbox: &InProcess, token: &str, path: &str) -> u16 {
    sandbox.ask(token, "GET", path, None).await.status.as_u16()
}

#[tokio::test]
async fn faults_of_an_endpoint_and_of_any_call() {
    let sandbox = InProcess::new();
    let (id, token) = sandbox.connected("inextia").await;
    let (_, other) = sandbox.connected("inextia").await;
    let fault = json!({ "kind": "error", "status": 503, "endpoint": "GET /api/eam/*", "connection_id": id });
    assert_eq!(sandbox.post(FAULTS, &fault).await.data()["scope"], "connection");
    assert_eq!(status(&sandbox, &token, ASSETS).await, 503);
    assert_eq!(status(&sandbox, &token, TABLES).await, 200, "another path");
    assert_eq!(status(&sandbox, &other, ASSETS).await, 200, "another connection");
    sandbox.wait(3_700);
    let synced = sandbox.get(&format!("{LIST}/{id}/sync-status")).await.data();
    assert_eq!(synced["status"], "completed", "a sync makes no calls of its own to the API");
    let listed = sandbox.get(FAULTS).await.data();
    assert_eq!((&listed[0]["seen"], &listed[0]["struck"]), (&json!(1), &json!(1)));
    sandbox.delete(FAULTS).await.data();

    let one = format!("{LIST}/{{id}}");
    let fault = json!({ "kind": "rate_limited", "endpoint": one, "retry_after": 7, "count": 1 });
    assert_eq!(sandbox.post(FAULTS, &fault).await.data()["scope"], "any");
    assert_eq!(sandbox.get(LIST).await.status.as_u16(), 200);
    let limited = sandbox.get(&format!("{LIST}/{id}")).await;
    assert_eq!((limited.refusal(), limited.header("retry-after")), ((429, "RATE_LIMIT_EXCEEDED"), "7"));
    assert_eq!(sandbox.get(&format!("{LIST}/{id}")).await.status.as_u16(), 200);

    sandbox.post(FAULTS, &json!({ "kind": "error", "status": 500, "scope": "any" })).await.data();
    assert_eq!(sandbox.get(LIST).await.refusal(), (500, "INTERNAL_ERROR"));
    assert_eq!(status(&sandbox, &token, ASSETS).await, 500);
    for ours in ["/health", "/sandbox", "/.well-known/makini"] {
        assert_eq!(sandbox.get(ours).await.status.as_u16(), 200, "{ours} is never broken");
    }
    sandbox.delete(FAULTS).await.data();
    assert_eq!(sandbox.get(LIST).await.status.as_u16(), 200);
}

async fn broken(seed: u64, probability: f64) -> Vec<bool> {
    let change = if seed == 1 { |_: &mut makini::sandbox::Options| {} } else { |options: &mut _| other_seed(options) };
    let sandbox = InProcess::with(change);
    let (_, token) = sandbox.connected("inextia").await;
    let fault = json!({ "kind": "error", "status": 500, "probability": probability });
    sandbox.post(FAULTS, &fault).await.data();
    let mut broken = Vec::new();
    for _ in 0..200 {
        broken.push(status(&sandbox, &token, TABLES).await == 500);
    }
    let listed = sandbox.get(FAULTS).await.data()[0].clone();
    assert_eq!(listed["struck"], broken.iter().filter(|broken| **broken).count());
    assert_eq!(listed["seen"], 200);
    broken
}

fn other_seed(options: &mut makini::sandbox::Options) {
    options.seed = 2;
}

#[tokio::test]
async fn what_breaks_now_and_then_breaks_the_same_way_again() {
    let first = broken(1, 0.25).await;
    let count = first.iter().filter(|broken| **broken).count();
    assert!((30..=70).contains(&count), "{count} of 200");
    assert_eq!(first, broken(1, 0.25).await);
    assert_ne!(first, broken(2, 0.25).await);
}

#[tokio::test]
async fn latencies_around_a_median() {
    let times = async || {
        let sandbox = InProcess::with(|options| options.rate_limit = 100_000);
        let (_, token) = sandbox.connected("inextia").await;
        let fault = json!({ "kind": "latency", "median_ms": 2000, "sigma": 0.7 });
        sandbox.post(FAULTS, &fault).await.data();
        let mut times = Vec::new();
        for _ in 0..201 {
            let before = sandbox.clock.now();
            assert_eq!(status(&sandbox, &token, TABLES).await, 200);
            times.push(sandbox.clock.now().duration_since(before).as_millis_f64());
        }
        times
    };
    let first = times().await;
    assert_eq!(first, times().await);
    let mut sorted = first;
    sorted.sort_by(f64::total_cmp);
    let (low, median, high) = (sorted[20], sorted[100], sorted[180]);
    // The tenth and ninetieth percent are 1.28 sigmas away in logarithms: a factor of 2.45.
    assert!((1_600.0..2_500.0).contains(&median), "{median}");
    assert!((600.0..1_100.0).contains(&low) && (3_700.0..6_600.0).contains(&high), "{low} {high}");
}

#[tokio::test]
async fn a_token_that_expires_early_is_renewed_and_holds() {
    let sandbox = InProcess::new();
    let (id, tokens) = sandbox.connect("inextia", "Plant 7").await;
    sandbox.wait(60);
    let text = |name: &str| tokens[name].as_str().expect("a token").to_owned();
    let (token, refresh) = (text("access_token"), text("refresh_token"));
    sandbox.post(FAULTS, &json!({ "kind": "expired_token", "connection_id": id, "count": 1 })).await.data();
    for _ in 0..2 {
        assert_eq!(sandbox.ask(&token, "GET", TABLES, None).await.refusal(), (401, "TOKEN_EXPIRED"));
    }
    let form = format!("grant_type=refresh_token&client_id={}&refresh_token={refresh}", makini::sandbox::CLIENT_ID);
    let request = Request::post("/link/token")
        .header("host", "localhost")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Body::from(form));
    let renewed = sandbox.raw(request.expect("valid")).await;
    let fresh = renewed.body["access_token"].as_str().expect("renewed").to_owned();
    assert_eq!(status(&sandbox, &fresh, TABLES).await, 200);

    // The application's own, by the path.
    sandbox.post(FAULTS, &json!({ "kind": "expired_token", "endpoint": LIST, "count": 1 })).await.data();
    assert_eq!(sandbox.get(LIST).await.refusal(), (401, "TOKEN_EXPIRED"));
    assert_eq!(sandbox.get("/sandbox").await.refusal(), (401, "TOKEN_EXPIRED"), "it really has");
}

#[tokio::test]
async fn a_connection_is_reset_before_and_within_the_answer() {
    let sandbox = InProcess::new();
    let (_, token) = sandbox.connected("inextia").await;
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("bound");
    let served = sandbox.sandbox.clone();
    let server = tokio::spawn(async move { served.serve(listener, std::future::pending()).await });
    for within in [false, true] {
        sandbox.post(FAULTS, &json!({ "kind": "reset", "within": within, "count": 1 })).await.data();
        let mut stream = TcpStream::connect(address).await.expect("connects");
        let request = format!("GET {TABLES} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n\r\n");
        stream.write_all(request.as_bytes()).await.expect("sent");
        let mut got = Vec::new();
        let error = stream.read_to_end(&mut got).await.expect_err("reset");
        assert_eq!(error.kind(), ErrorKind::ConnectionReset, "not an orderly end: {error}");
        assert_eq!(!got.is_empty(), within, "{}", String::from_utf8_lossy(&got));
    }
    let mut stream = TcpStream::connect(address).await.expect("connects");
    let request = format!(
        "GET {TABLES} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\nConnection: close\r\n\r\n"
    );
    stream.write_all(request.as_bytes()).await.expect("sent");
    let mut got = Vec::new();
    stream.read_to_end(&mut got).await.expect("whole");
    assert!(got.starts_with(b"HTTP/1.1 200"));
    let logged = sandbox.get("/api/system/requests?per_page=500").await;
    let of_path = |row: &&Value| row["path"] == TABLES;
    assert_eq!(logged.body["data"].as_array().expect("rows").iter().filter(of_path).count(), 3, "all are in the log");
    server.abort();
}

#[tokio::test]
async fn a_system_that_is_down_now_and_then() {
    let sandbox = InProcess::new();
    sandbox.endpoint("http://127.0.0.1:9/", &["connection.*"]).await;
    let (id, token) = sandbox.connected("inextia").await;
    let fault = json!({ "kind": "source_down", "connection_id": id, "probability": 0.5 });
    sandbox.post(FAULTS, &fault).await.data();
    assert_eq!(sandbox.connection(&id).await["health"], "online", "nobody has noticed");
    let mut failed = 0;
    for _ in 0..10 {
        failed += u32::from(status(&sandbox, &token, TABLES).await == 503);
    }
    assert!((1..10).contains(&failed), "{failed}");
    assert_eq!(sandbox.connection(&id).await["health"], "offline");
    sandbox.delete(FAULTS).await.data();
    assert_eq!(sandbox.connection(&id).await["health"], "online");
    assert_eq!(sandbox.events().await, ["connection.offline", "connection.online"]);
}

#[tokio::test]
async fn every_field_that_is_wrong_is_named() {
    let sandbox = InProcess::new();
    let (id, _) = sandbox.connected("inextia").await;
    for (fields, named) in [
        (json!({ "kind": "error", "status": 500, "colour": "red" }), "colour"),
        (json!({ "kind": "error", "status": "500" }), "status"),
        (json!({ "kind": "error", "status": 500, "probability": 0 }), "probability"),
        (json!({ "kind": "error", "status": 500, "probability": 1.5 }), "probability"),
        (json!({ "kind": "error", "status": 500, "probability": "often" }), "probability"),
        (json!({ "kind": "error", "status": 500, "count": -1 }), "count"),
        (json!({ "kind": "error", "status": 500, "endpoint": "assets" }), "endpoint"),
        (json!({ "kind": "error", "status": 500, "endpoint": "GET /sandbox/faults" }), "endpoint"),
        (json!({ "kind": "error", "status": 500, "event": "sync.*" }), "event"),
        (json!({ "kind": "error", "status": 500, "latency_ms": 5 }), "latency_ms"),
        (json!({ "kind": "error", "status": 500, "scope": "delivery" }), "scope"),
        (json!({ "kind": "error", "status": 500, "scope": "any", "connection_id": id }), "connection_id"),
        (json!({ "kind": "error", "status": 500, "scope": "everywhere" }), "scope"),
        (json!({ "kind": "latency", "latency_ms": 5, "median_ms": 5 }), "median_ms"),
        (json!({ "kind": "latency", "latency_ms": 5, "sigma": 1 }), "sigma"),
        (json!({ "kind": "latency", "median_ms": 5, "sigma": 9 }), "sigma"),
        (json!({ "kind": "rate_limited", "retry_after": 0 }), "retry_after"),
        (json!({ "kind": "source_down", "endpoint": "/api/*" }), "endpoint"),
        (json!({ "kind": "source_down", "scope": "any" }), "scope"),
        (json!({ "kind": "credentials_changed", "probability": 0.5 }), "probability"),
        (json!({ "kind": "late" }), "delay_ms"),
        (json!({ "kind": "lost", "endpoint": "/api/*" }), "endpoint"),
        (json!({ "kind": "lost", "event": "a b" }), "event"),
        (json!({ "kind": "duplicate", "copies": 0 }), "copies"),
        (json!({ "kind": "reset", "within": 1 }), "within"),
    ] {
        let answer = sandbox.post(FAULTS, &fields).await;
        assert_eq!(answer.refusal(), (422, "VALIDATION_FAILED"), "{fields}");
        assert!(answer.body["error"]["details"].get(named).is_some(), "{fields}: {}", answer.body);
    }
    let unknown = json!({ "kind": "lost", "webhook_endpoint_id": "whe_none" });
    assert_eq!(sandbox.post(FAULTS, &unknown).await.refusal(), (404, "NOT_FOUND"));
    assert_eq!(sandbox.get(FAULTS).await.data(), json!([]));
}
