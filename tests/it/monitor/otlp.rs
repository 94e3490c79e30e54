//! OTLP: what a collector is sent, and a real one that takes it.

use std::io::Read as _;
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU16, Ordering};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use flate2::read::GzDecoder;
use makini::exit::Exit;
use serde_json::Value;

use super::exposed::ask;
use crate::support::require;
use crate::support::served::Served;
use crate::support::until::until;

type Sent = Arc<Mutex<Vec<(HeaderMap, Value)>>>;

/// A collector that keeps what it is sent, and answers with a status and a body.
fn collector(status: &Arc<AtomicU16>, answer: &'static str) -> (Served, Sent) {
    let sent = Sent::default();
    let (own, status) = (Arc::clone(&sent), Arc::clone(status));
    let take = post(move |headers: HeaderMap, body: Bytes| async move {
        let mut text = String::new();
        GzDecoder::new(&body[..]).read_to_string(&mut text).expect("compressed");
        own.lock().expect("no panic").push((headers, serde_json::from_str(&text).expect("JSON")));
        (StatusCode::from_u16(status.load(Ordering::SeqCst)).expect("a status"), answer)
    });
    (Served::router(Router::new().route("/v1/metrics", take)), sent)
}

/// The metric of a name in what was sent.
fn metric(body: &Value, name: &str) -> Value {
    let metrics = body["resourceMetrics"][0]["scopeMetrics"][0]["metrics"].as_array().expect("metrics");
    metrics.iter().find(|metric| metric["name"] == name).unwrap_or_else(|| panic!("no {name}")).clone()
}

fn attribute(point: &Value, name: &str) -> Value {
    let attributes = point["attributes"].as_array().expect("attributes");
    let found = attributes.iter().find(|attribute| attribute["key"] == name).expect("it has it");
    found["value"]["stringValue"].clone()
}

#[test]
fn a_collector_is_sent_what_is_exposed() {
    let (collector, sent) = collector(&Arc::new(AtomicU16::new(200)), "{}");
    let (machine, plant) = super::machine();
    let machine = machine.env("OTEL_EXPORTER_OTLP_HEADERS", "authorization=Bearer%20CANARY-of-otlp,x-tenant=7");
    let id = plant.connected("inextia", "Plant \"7\"");
    plant.source_down(&plant.connected("inextia", "Plant 8"));
    let line = format!("--sandbox monitor --rounds 2 --otlp {} -vv", collector.url());
    let ended = machine.run(&line).expect(Exit::Unhealthy);
    assert!(!ended.all().contains("CANARY"), "{}", ended.all());
    let sent = sent.lock().expect("no panic");
    assert_eq!(sent.len(), 2, "one for each round");
    let (headers, body) = &sent[1];
    assert_eq!(
        (&headers["content-type"], &headers["authorization"], &headers["x-tenant"]),
        (
            &"application/json".parse().expect("valid"),
            &"Bearer CANARY-of-otlp".parse().expect("valid"),
            &"7".parse().expect("valid")
        )
    );
    let up = metric(body, "makini_connection_up")["gauge"]["dataPoints"].clone();
    let of = |wanted: &str| {
        let points = up.as_array().expect("points");
        points.iter().find(|point| attribute(point, "connection_id") == wanted).expect("a point").clone()
    };
    assert_eq!(attribute(&of(&id), "connection"), "Plant \"7\"");
    assert_eq!(of(&id)["asDouble"], 1);
    assert_eq!(up.as_array().map(Vec::len), Some(2));
    let rounds = metric(body, "makini_rounds")["sum"].clone();
    assert_eq!((&rounds["isMonotonic"], &rounds["aggregationTemporality"]), (&true.into(), &2.into()));
    assert_eq!(rounds["dataPoints"][0]["asDouble"], 2);
    let durations = metric(body, "makini_check_duration_seconds")["histogram"]["dataPoints"][0].clone();
    assert_eq!(durations["count"], "2");
    let counts: u64 = durations["bucketCounts"]
        .as_array()
        .expect("buckets")
        .iter()
        .map(|count| count.as_str().expect("a text").parse::<u64>().expect("a number"))
        .sum();
    assert_eq!(counts, 2);
    let bounds = durations["explicitBounds"].as_array().expect("bounds").len();
    assert_eq!(durations["bucketCounts"].as_array().map(Vec::len), Some(bounds + 1));
}

#[test]
fn a_collector_that_does_not_take_it_is_reported_once_and_stops_nothing() {
    let status = Arc::new(AtomicU16::new(503));
    let (refusing, _) = collector(&status, "");
    let (machine, plant) = super::machine();
    plant.connected("inextia", "Plant 7");
    let ended = machine.run(&format!("--sandbox monitor --rounds 3 --otlp {}", refusing.url())).ok();
    assert_eq!(ended.stderr.matches("metrics were not sent to").count(), 1, "{}", ended.stderr);
    assert!(ended.stderr.contains("503"), "{}", ended.stderr);
    let answer = r#"{"partialSuccess":{"rejectedDataPoints":"2","errorMessage":"too\u001b[31m old"}}"#;
    let (partly, _) = collector(&Arc::new(AtomicU16::new(200)), answer);
    let ended = machine.run(&format!("--sandbox monitor --rounds 1 --otlp {}", partly.url())).ok();
    assert!(ended.stderr.contains("2 data points were rejected: too"), "{}", ended.stderr);
    assert!(!ended.stderr.contains('\u{1b}'), "{:?}", ended.stderr);
    let (page, _) = collector(&Arc::new(AtomicU16::new(200)), "<!doctype html><title>Log in</title>");
    let ended = machine.run(&format!("--sandbox monitor --rounds 1 --otlp {}", page.url())).ok();
    assert!(ended.stderr.contains("none of a collector"), "{}", ended.stderr);
    for (url, why) in [("ftp://127.0.0.1/", "http://"), ("http://u:p@127.0.0.1/", "password")] {
        let refused = machine.run(&format!("--sandbox monitor --rounds 1 --otlp {url}")).expect(Exit::Usage);
        assert!(refused.stderr.contains(why), "{}", refused.stderr);
    }
    let machine = machine.env("OTEL_EXPORTER_OTLP_HEADERS", "CANARY");
    let refused = machine.run("--sandbox monitor --rounds 1 --otlp http://127.0.0.1:4318").expect(Exit::Usage);
    assert!(refused.stderr.contains("header 1 has no `=`") && !refused.stderr.contains("CANARY"), "{}", refused.stderr);
}

/// A service that ends with the test.
struct Agent(Child);

impl Drop for Agent {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

#[test]
fn a_real_collector_takes_it() {
    #[expect(clippy::disallowed_methods, reason = "a switch of the test run, not of the product")]
    let program = std::env::var_os("MAKINI_TEST_OTLP").map(PathBuf::from).filter(|path| path.is_file());
    let Some(program) = program else {
        require::given("otlp-receiver", false);
        return;
    };
    let free = || TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a port").port();
    let ports = [free(), free(), free()];
    let mut command = Command::new(program);
    command.args(["--port", &ports[0].to_string(), "--otlp-http-port", &ports[1].to_string()]);
    command.args(["--otlp-grpc-port", &ports[2].to_string()]).stdin(Stdio::null()).stdout(Stdio::null());
    let _agent = Agent(command.stderr(Stdio::null()).spawn().expect("it starts"));
    let is_up = |port: u16| std::net::TcpStream::connect(("127.0.0.1", port)).is_ok();
    until(std::time::Duration::from_mins(1), || (is_up(ports[0]) && is_up(ports[1])).then_some(()));
    let (machine, plant) = super::machine();
    let id = plant.connected("inextia", "Plant 7");
    let ended = machine.run(&format!("--sandbox monitor --rounds 1 --otlp http://127.0.0.1:{}", ports[1])).ok();
    assert!(!ended.stderr.contains("not sent"), "{}", ended.stderr);
    let (status, taken) = ask(&format!("http://127.0.0.1:{}", ports[1]), "/test/session/metrics", "");
    assert_eq!(status, 200);
    // Its own names, after it has read the JSON into the protocol's messages.
    for part in ["makini_connection_up", "makini_check_duration_seconds", &id, "Plant 7"] {
        assert!(taken.contains(part), "{part} is missing: {taken}");
    }
}
