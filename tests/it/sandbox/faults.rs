//! Faults and what becomes of them: outages, lost credentials, broken answers.

use axum::body::Body;
use axum::http::Request;
use http_body_util::BodyExt as _;
use serde_json::{Value, json};
use tower::ServiceExt as _;

use crate::support::sandbox::InProcess;

const FAULTS: &str = "/sandbox/faults";
/// A call that goes to the system.
const CALL: &str = "/api/raw/tables";

async fn health(sandbox: &InProcess, id: &str) -> Value {
    sandbox.connection(id).await["health"].clone()
}

#[tokio::test]
async fn an_outage_and_the_recovery_from_it() {
    let sandbox = InProcess::new();
    let patterns = ["connection.*", "sync.*"];
    sandbox.endpoint("http://127.0.0.1:9/", &patterns).await;
    let (id, token) = sandbox.connected("inextia").await;
    let (other, other_token) = sandbox.connected("inextia").await;
    sandbox.post(FAULTS, &json!({ "kind": "source_down", "connection_id": id })).await.data();
    assert_eq!((health(&sandbox, &id).await, health(&sandbox, &other).await), (json!("offline"), json!("online")));
    let call = sandbox.ask(&token, "GET", CALL, None).await;
    assert_eq!(call.refusal(), (503, "SOURCE_UNREACHABLE"));
    assert_eq!(call.body["error"]["type"], "source_error");
    assert_eq!(sandbox.ask(&other_token, "GET", CALL, None).await.status.as_u16(), 200);
    let connection = sandbox.connection(&id).await;
    assert_eq!((&connection["status"], &connection["credits"]), (&json!("active"), &json!(1)), "credits are kept");

    sandbox.wait(3_700);
    let status = sandbox.get(&format!("/api/system/connections/{id}/sync-status")).await.data();
    assert_eq!(status["status"], "failed");
    assert_eq!(status["error"]["code"], "SOURCE_UNREACHABLE");
    assert_eq!(status["current"]["trigger"], "schedule");
    let probes = sandbox.get(&format!("/api/system/requests?connection_id={id}&failed=true&kind=sync,probe")).await;
    let tries = probes.body["meta"]["total"].as_u64().expect("a count");
    assert!((7..=12).contains(&tries), "rarer and rarer, not every 30 s of an hour: {tries}");

    sandbox.delete(FAULTS).await.data();
    assert_eq!(health(&sandbox, &id).await, "online", "by itself");
    sandbox.wait(30);
    let status = sandbox.get(&format!("/api/system/connections/{id}/sync-status")).await.data();
    assert_eq!((&status["status"], &status["current"]["trigger"]), (&json!("completed"), &json!("retry")));
    assert_eq!(sandbox.connection(&id).await.get("last_error"), None);
    assert_eq!(sandbox.ask(&token, "GET", CALL, None).await.status.as_u16(), 200);
    let events = sandbox.events().await;
    let of: Vec<_> = events.iter().filter(|name| name.as_str() != "sync.completed").collect();
    assert_eq!(of, ["connection.offline", "sync.failed", "connection.online"]);
}

#[tokio::test]
async fn an_outage_in_the_middle_of_a_sync_names_the_request_that_failed() {
    let sandbox = InProcess::new();
    let (id, _) = sandbox.connect("inextia", "Plant 7").await;
    sandbox.wait(3);
    sandbox.post(FAULTS, &json!({ "kind": "source_down" })).await.data();
    sandbox.wait(30);
    let sync = sandbox.get(&format!("/api/system/connections/{id}/syncs")).await.data()[0].clone();
    assert_eq!(sync["status"], "failed");
    let entities = sync["entities"].as_array().expect("a list");
    assert_eq!(entities.iter().filter(|entity| entity["status"] == "failed").count(), 1);
    let error = &sync["error"];
    let request = error["request_id"].as_str().expect("an ID");
    let logged = sandbox.get(&format!("/api/system/requests/{request}")).await.data();
    assert_eq!((&logged["status"], &logged["kind"]), (&json!(503), &json!("sync")));
    assert_eq!((&logged["error_code"], &logged["sync_id"]), (&json!("SOURCE_UNREACHABLE"), &sync["id"]));
    assert_eq!((&logged["connection_id"], &logged["at"]), (&json!(id), &error["at"]));
    let path = logged["path"].as_str().expect("a path");
    assert!(path.ends_with(error["entity"].as_str().expect("an entity")), "{path} {error}");
}

#[tokio::test]
async fn changed_credentials_need_a_new_connection_to_the_system() {
    let sandbox = InProcess::new();
    sandbox.endpoint("http://127.0.0.1:9/", &["connection.*"]).await;
    let (id, token) = sandbox.connected("inextia").await;
    let path = format!("/api/system/connections/{id}");
    sandbox.post(FAULTS, &json!({ "kind": "credentials_changed", "connection_id": id })).await.data();
    assert_eq!(health(&sandbox, &id).await, "reauthorization_required");
    assert_eq!(sandbox.ask(&token, "GET", CALL, None).await.refusal(), (401, "REAUTHORIZATION_REQUIRED"));
    assert_eq!(sandbox.ask(&token, "GET", "/api/integrations/current", None).await.status.as_u16(), 200);
    let start = sandbox.post(&format!("{path}/syncs"), &json!({ "mode": "full" })).await;
    assert_eq!(start.refusal(), (401, "REAUTHORIZATION_REQUIRED"));
    sandbox.wait(20_000);
    assert_eq!(sandbox.get(&format!("{path}/syncs")).await.body["meta"]["total"], 1, "nothing on schedule");
    sandbox.delete(FAULTS).await.data();
    assert_eq!(health(&sandbox, &id).await, "reauthorization_required", "only new credentials help");

    let mut credentials = sandbox.credentials("inextia").await;
    let good = json!({ "credentials": credentials.clone() });
    for (field, value) in [("password", json!("wrong")), ("password", Value::Null)] {
        credentials[field] = value;
        let refused = sandbox.post(&format!("{path}/reconnect"), &json!({ "credentials": credentials })).await;
        assert_eq!(refused.refusal(), (422, "VALIDATION_FAILED"));
        assert!(refused.body["error"]["details"].get("credentials.password").is_some());
    }
    let fresh = sandbox.post(&format!("{path}/reconnect"), &good).await.data();
    assert_eq!(sandbox.ask(&token, "GET", CALL, None).await.refusal(), (401, "TOKEN_REVOKED"));
    let fresh = fresh["access_token"].as_str().expect("a token");
    assert_eq!(sandbox.ask(fresh, "GET", CALL, None).await.status.as_u16(), 200);
    sandbox.wait(30);
    let connection = sandbox.connection(&id).await;
    assert_eq!((&connection["health"], &connection["sync_status"]), (&json!("online"), &json!("done")));
    assert!(connection["next_sync_at"].is_string(), "the schedule goes on");
    assert_eq!(sandbox.events().await, ["connection.reauthorization_required", "connection.online"]);
}

#[tokio::test]
async fn credentials_that_change_during_a_sync_end_it() {
    let sandbox = InProcess::new();
    let (id, _) = sandbox.connect("inextia", "Plant 7").await;
    sandbox.wait(2);
    sandbox.post(FAULTS, &json!({ "kind": "credentials_changed" })).await.data();
    sandbox.wait(30);
    let sync = sandbox.get(&format!("/api/system/connections/{id}/syncs")).await.data()[0].clone();
    assert_eq!((&sync["status"], &sync["error"]["code"]), (&json!("failed"), &json!("REAUTHORIZATION_REQUIRED")));
    assert_eq!(sandbox.connection(&id).await["sync_status"], "fail");
}

#[tokio::test]
async fn faults_that_end_after_some_calls() {
    let sandbox = InProcess::new();
    let (id, token) = sandbox.connected("inextia").await;
    let fault = json!({ "kind": "error", "status": 502, "code": "BAD_SOURCE", "count": 2, "connection_id": id });
    let made = sandbox.post(FAULTS, &fault).await.data();
    for left in [1, 0] {
        assert_eq!(sandbox.ask(&token, "GET", CALL, None).await.refusal(), (502, "BAD_SOURCE"));
        assert_eq!(sandbox.get(FAULTS).await.data()[0]["remaining"], left);
    }
    assert_eq!(sandbox.ask(&token, "GET", CALL, None).await.status.as_u16(), 200);
    let spent = sandbox.get(FAULTS).await.data()[0].clone();
    assert_eq!((&spent["seen"], &spent["struck"]), (&json!(2), &json!(2)), "kept for its counts");
    sandbox.delete(&format!("{FAULTS}/{}", made["id"])).await.data();
    assert_eq!(sandbox.delete(&format!("{FAULTS}/{}", made["id"])).await.refusal(), (404, "NOT_FOUND"));

    sandbox.post(FAULTS, &json!({ "kind": "rate_limited", "count": 1 })).await.data();
    let limited = sandbox.ask(&token, "GET", CALL, None).await;
    assert_eq!((limited.refusal(), limited.header("retry-after")), ((429, "RATE_LIMIT_EXCEEDED"), "30"));
    sandbox.post(FAULTS, &json!({ "kind": "source_down", "count": 1 })).await.data();
    assert_eq!(health(&sandbox, &id).await, "offline");
    assert_eq!(sandbox.ask(&token, "GET", CALL, None).await.refusal(), (503, "SOURCE_UNREACHABLE"));
    assert_eq!(health(&sandbox, &id).await, "online");
}

#[tokio::test]
async fn slow_and_broken_answers() {
    let sandbox = InProcess::new();
    let (_, token) = sandbox.connected("inextia").await;
    let plain = sandbox.ask(&token, "GET", CALL, None).await;
    let source = |header: &str| {
        let text = header.rsplit("dur=").next().expect("one part at least");
        text.parse::<f64>().expect("a number")
    };
    let usual = source(plain.header("server-timing"));
    assert!(usual < 20.0, "no latency is simulated, so none is claimed: {usual}");
    sandbox.post(FAULTS, &json!({ "kind": "latency", "latency_ms": 5000, "count": 1 })).await.data();
    let slow = sandbox.ask(&token, "GET", CALL, None).await;
    assert!(source(slow.header("server-timing")) >= 5000.0);
    assert!(source(sandbox.ask(&token, "GET", CALL, None).await.header("server-timing")) < 20.0);

    sandbox.post(FAULTS, &json!({ "kind": "malformed_json", "count": 1 })).await.data();
    let broken = sandbox.ask(&token, "GET", CALL, None).await;
    assert_eq!((broken.status.as_u16(), &broken.body), (200, &Value::Null));
    assert!(broken.bytes.len() > 3);

    sandbox.post(FAULTS, &json!({ "kind": "cut_body", "count": 1 })).await.data();
    let request = Request::get(CALL)
        .header("host", "localhost")
        .header("authorization", format!("Bearer {token}"))
        .body(Body::empty())
        .expect("valid");
    let cut = sandbox.sandbox.router().oneshot(request).await.expect("infallible");
    assert!(cut.into_body().collect().await.is_err(), "the body breaks off");
    assert_eq!(sandbox.ask(&token, "GET", CALL, None).await.status.as_u16(), 200);
}

#[tokio::test]
async fn faults_that_make_no_sense_are_refused() {
    let sandbox = InProcess::new();
    let (_, token) = sandbox.connected("inextia").await;
    for wrong in [
        json!({ "kind": "gremlins" }),
        json!({}),
        json!({ "kind": "error" }),
        json!({ "kind": "error", "status": 200 }),
        json!({ "kind": "error", "status": 500, "code": "a b" }),
        json!({ "kind": "latency" }),
        json!({ "kind": "source_down", "count": 0 }),
    ] {
        assert_eq!(sandbox.post(FAULTS, &wrong).await.refusal(), (422, "VALIDATION_FAILED"), "{wrong}");
    }
    let unknown = json!({ "kind": "source_down", "connection_id": "1" });
    assert_eq!(sandbox.post(FAULTS, &unknown).await.refusal(), (404, "NOT_FOUND"));
    let own = sandbox.ask(&token, "POST", FAULTS, Some(&json!({ "kind": "source_down" }))).await;
    assert_eq!(own.refusal(), (403, "PERMISSION_DENIED"));
    assert_eq!(sandbox.delete(&format!("{FAULTS}/x")).await.refusal(), (400, "INVALID_REQUEST"));
}

#[tokio::test]
async fn a_connection_may_make_so_many_calls_a_minute() {
    let sandbox = InProcess::with(|options| options.rate_limit = 3);
    let (_, token) = sandbox.connected("inextia").await;
    let (_, other) = sandbox.connected("inextia").await;
    sandbox.wait(15);
    for _ in 0..3 {
        assert_eq!(sandbox.ask(&token, "GET", CALL, None).await.status.as_u16(), 200);
    }
    let over = sandbox.ask(&token, "GET", CALL, None).await;
    assert_eq!((over.refusal(), over.header("retry-after")), ((429, "RATE_LIMIT_EXCEEDED"), "45"));
    assert_eq!(sandbox.ask(&other, "GET", CALL, None).await.status.as_u16(), 200, "each has its own");
    sandbox.wait(45);
    assert_eq!(sandbox.ask(&token, "GET", CALL, None).await.status.as_u16(), 200);
}

#[tokio::test]
async fn latencies_are_slept_only_on_request() {
    let sandbox = InProcess::with(|options| options.realistic_latency = true);
    let (_, token) = sandbox.connected("inextia").await;
    let before = sandbox.clock.now();
    let answer = sandbox.ask(&token, "GET", CALL, None).await;
    let slept = sandbox.clock.now().duration_since(before).as_millis_f64();
    let total = answer.header("server-timing").split(['=', ',']).nth(1).expect("a total").parse::<f64>();
    assert!(slept > 20.0 && (total.expect("a number") - slept).abs() < 1.0, "{slept}");
}

#[tokio::test]
async fn broken_answers_are_broken_on_the_wire_too() {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    let sandbox = InProcess::new();
    let (_, token) = sandbox.connected("inextia").await;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("bound");
    let served = sandbox.sandbox.clone();
    let server = tokio::spawn(async move { served.serve(listener, std::future::pending()).await });
    let whole = sandbox.ask(&token, "GET", CALL, None).await.bytes.len();
    for kind in ["none", "malformed_json", "cut_body"] {
        if kind != "none" {
            sandbox.post(FAULTS, &json!({ "kind": kind, "count": 1 })).await.data();
        }
        let mut stream = tokio::net::TcpStream::connect(address).await.expect("connects");
        let request = format!(
            "GET {CALL} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\nConnection: close\r\n\r\n"
        );
        stream.write_all(request.as_bytes()).await.expect("sent");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await.expect("read");
        let answer = String::from_utf8(answer).expect("text");
        let (head, body) = answer.split_once("\r\n\r\n").expect("a head");
        let length = head.lines().find_map(|line| line.to_lowercase().strip_prefix("content-length: ")?.parse().ok());
        let length: usize = length.expect("a length");
        let is_json = serde_json::from_str::<Value>(body).is_ok();
        match kind {
            "none" => assert!(length == whole && body.len() == whole && is_json, "{answer}"),
            "malformed_json" => assert!(body.len() == length && !is_json, "{answer}"),
            _ => assert!(length == whole && body.len() < whole, "{answer}"),
        }
    }
    server.abort();
}

#[tokio::test]
async fn a_fault_has_the_code_of_its_status() {
    let sandbox = InProcess::new();
    let (_, token) = sandbox.connected("inextia").await;
    for (status, code) in [
        (400, "INVALID_REQUEST"),
        (429, "RATE_LIMIT_EXCEEDED"),
        (500, "INTERNAL_ERROR"),
        (502, "BAD_GATEWAY"),
        (503, "SERVICE_UNAVAILABLE"),
        (504, "GATEWAY_TIMEOUT"),
    ] {
        sandbox.post(FAULTS, &json!({ "kind": "error", "status": status, "count": 1 })).await.data();
        assert_eq!(sandbox.ask(&token, "GET", CALL, None).await.refusal(), (status, code));
    }
    sandbox.post(FAULTS, &json!({ "kind": "error", "status": 503, "code": "ODD", "count": 1 })).await.data();
    assert_eq!(sandbox.ask(&token, "GET", CALL, None).await.refusal(), (503, "ODD"));
}

#[tokio::test]
async fn what_is_not_called_has_no_health_and_lost_credentials_have_a_code() {
    let sandbox = InProcess::new();
    let (id, _) = sandbox.connected("inextia").await;
    sandbox.post(FAULTS, &json!({ "kind": "credentials_changed", "connection_id": id })).await.data();
    let connection = sandbox.connection(&id).await;
    assert_eq!(connection["last_error"]["code"], "REAUTHORIZATION_REQUIRED", "{connection}");
    sandbox.delete(&format!("/api/system/connections/{id}")).await.data();
    assert_eq!(sandbox.connection(&id).await.get("health").unwrap_or(&Value::Null), &Value::Null);
    let credentials = json!({ "host": "unreachable.example.com", "system_number": "00", "client": "100", "username": "M",
        "password": "secret" });
    let body = json!({ "name": "ECC", "email": "a@example.com", "provider": "sap-ecc", "credentials": credentials });
    let refused = sandbox.post("/api/system/connections", &body).await;
    assert_eq!(refused.refusal(), (422, "VALIDATION_FAILED"), "{}", refused.body);
    assert_eq!(refused.body["error"]["details"]["credentials.host"], json!(["could not be reached"]));
}

#[tokio::test]
async fn a_refusal_before_the_end_of_the_body_keeps_the_connection() {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    let sandbox = InProcess::new();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("bound");
    let served = sandbox.sandbox.clone();
    tokio::spawn(async move { served.serve(listener, std::future::pending()).await });
    let mut stream = tokio::net::TcpStream::connect(address).await.expect("connected");
    let body = vec![b'x'; 1 << 20];
    let mut answered = String::new();
    for _ in 0..5 {
        let head = format!(
            "POST /api/system/connections HTTP/1.1\r\nhost: {address}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n",
            body.len()
        );
        stream.write_all(head.as_bytes()).await.expect("sent");
        stream.write_all(&body).await.expect("the whole body is taken");
        let mut part = vec![0; 16 << 10];
        let length = stream.read(&mut part).await.expect("an answer");
        answered += &String::from_utf8_lossy(&part[..length]);
    }
    assert_eq!(answered.matches("HTTP/1.1 401").count(), 5, "{answered}");
    assert!(!answered.to_ascii_lowercase().contains("connection: close"), "{answered}");
}
