//! Waiting, repeating, leaving alone, recording.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use makini::client::{
    ApiRequest, BreakerPolicy, CircuitBreaker, Client, Error, Fault, Record, Retry, RetryPolicy, WaitReason, Waiting,
};
use makini::exchange::{Exchange, Recorder};
use makini::exit::Exit;
use makini::failure::Classify as _;

use crate::support::wire::{Script, Turn, clock, json, server, with};

/// Builds a client that waits on a fixed clock; returns what it waited for.
fn patient(script: &Script, policy: RetryPolicy) -> (Client, Arc<Mutex<Vec<Waiting>>>) {
    let clock = clock();
    let waits = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&waits);
    let retry = Retry::new(script.clone(), policy, clock.clone())
        .observed(Arc::new(move |waiting: &Waiting| seen.lock().expect("not poisoned").push(waiting.clone())));
    (Client::new(server(), Arc::new(retry), clock), waits)
}

fn times(waits: &Mutex<Vec<Waiting>>) -> Vec<u64> {
    waits.lock().expect("not poisoned").iter().map(|wait| wait.time.as_secs()).collect()
}

#[tokio::test]
async fn a_rate_limit_is_waited_out_as_asked() {
    let script = Script::new([
        with(429, "retry-after", "17", "{}"),
        // The clock has moved on by the 17 seconds when the date is read.
        with(429, "retry-after", "Thu, 01 Jan 2026 00:01:00 GMT", "{}"),
        json(200, r#"{"data":{"a":1}}"#),
    ]);
    let (client, waits) = patient(&script, RetryPolicy::default());
    // A POST was not taken either.
    let answer = client.send(ApiRequest::post("/x").json(&1)).await.expect("the third attempt");
    assert_eq!(answer.attempts, 3);
    assert_eq!(times(&waits), [17, 43]);
    assert_eq!(client.clock().now().to_string(), "2026-01-01T00:01:00Z");
    let first = waits.lock().expect("not poisoned")[0].clone();
    assert_eq!((first.reason, first.attempt, first.attempts), (WaitReason::RateLimited, 2, 5));
    assert_eq!(script.seen().iter().map(|seen| seen.attempt).collect::<Vec<_>>(), [1, 2, 3]);
}

#[tokio::test]
async fn a_wait_beyond_patience_fails_at_once() {
    for retry_after in ["91", "100000000000", "Fri, 02 Jan 2026 00:00:00 GMT"] {
        let script =
            Script::new([with(429, "retry-after", retry_after, r#"{"error":{"code":"RATE_LIMIT_EXCEEDED"}}"#)]);
        let (client, waits) = patient(&script, RetryPolicy::default());
        let error = client.send(ApiRequest::get("/x")).await.expect_err("limited");
        assert_eq!((error.exit(), error.code().as_deref()), (Exit::RateLimited, Some("RATE_LIMIT_EXCEEDED")));
        assert!(error.hint().is_some_and(|hint| hint.starts_with("wait ")), "{retry_after}");
        assert!(times(&waits).is_empty());
    }
}

#[tokio::test]
async fn patience_has_an_end_in_attempts_and_in_time() {
    let turns = || (0..5).map(|_| with(429, "retry-after", "60", "{}"));
    let script = Script::new(turns());
    let (client, waits) = patient(&script, RetryPolicy::default());
    client.send(ApiRequest::get("/x")).await.expect_err("limited");
    assert_eq!(times(&waits), [60, 60, 60], "a fourth wait would end after three minutes");
    let script = Script::new(turns().take(2));
    let (client, waits) = patient(&script, RetryPolicy { attempts: 2, ..RetryPolicy::default() });
    client.send(ApiRequest::get("/x")).await.expect_err("limited");
    assert_eq!((times(&waits).len(), script.left()), (1, 0));
    let script = Script::new(turns().take(1));
    let (client, _) = patient(&script, RetryPolicy::never());
    client.send(ApiRequest::get("/x")).await.expect_err("limited");
}

#[tokio::test]
async fn what_is_repeated_and_what_never_is() {
    for (method, turn, attempts) in [
        ("GET", json(500, ""), 5),
        ("GET", json(502, "<html>"), 5),
        ("PUT", json(503, "{}"), 5),
        ("DELETE", json(504, "{}"), 5),
        ("POST", json(500, "{}"), 1),
        ("POST", json(503, "{}"), 1),
        ("PATCH", json(503, "{}"), 1),
        ("GET", json(501, "{}"), 1),
        ("GET", json(400, "{}"), 1),
        ("GET", json(401, "{}"), 1),
        ("GET", json(404, "{}"), 1),
        ("GET", json(409, "{}"), 1),
        ("GET", Turn::Fault(Fault::Dns), 5),
        ("GET", Turn::Fault(Fault::Reset), 5),
        ("GET", Turn::Fault(Fault::AnswerTimeout), 5),
        ("GET", Turn::Fault(Fault::Tls), 1),
        ("GET", Turn::Fault(Fault::Proxy), 1),
        ("POST", Turn::Fault(Fault::Refused), 5),
        ("POST", Turn::Fault(Fault::Dns), 5),
        ("POST", Turn::Fault(Fault::ConnectTimeout), 5),
        ("POST", Turn::Fault(Fault::Reset), 1),
        ("POST", Turn::Fault(Fault::AnswerTimeout), 1),
    ] {
        let again = |turn: &Turn| match turn {
            Turn::Answer(status, headers, body) => Turn::Answer(*status, headers.clone(), body.clone()),
            Turn::Fault(fault) => Turn::Fault(*fault),
        };
        let label = match &turn {
            Turn::Answer(status, ..) => format!("{method} {status}"),
            Turn::Fault(fault) => format!("{method} {fault:?}"),
        };
        let script = Script::new((0..5).map(|_| again(&turn)));
        let (client, waits) = patient(&script, RetryPolicy::default());
        let outgoing = ApiRequest::new(method.parse().expect(method), "/x");
        client.send(outgoing).await.expect_err(&label);
        assert_eq!(script.seen().len(), attempts, "{label}");
        for (index, wait) in waits.lock().expect("not poisoned").iter().enumerate() {
            let bound = Duration::from_millis(500) * 2_u32.pow(u32::try_from(index).expect("small"));
            assert!(wait.time <= bound.min(Duration::from_secs(20)), "{label}: {wait:?}");
        }
    }
}

#[tokio::test]
async fn a_call_may_say_that_it_can_be_repeated() {
    let script = Script::new([json(503, "{}"), json(200, "{}")]);
    let (client, _) = patient(&script, RetryPolicy::default());
    client.send(ApiRequest::post("/x").idempotent(true)).await.expect("the second attempt");
}

#[tokio::test]
async fn a_connection_that_fails_again_and_again_is_left_alone() {
    let clock = clock();
    let policy = BreakerPolicy { failures: 3, cool_down: Duration::from_secs(30) };
    let script = Script::new([
        json(503, "{}"),
        Turn::Fault(Fault::Refused),
        json(502, "{}"),
        json(200, "{}"), // another connection
        json(200, "{}"), // the application
        json(503, "{}"), // the one that tries
        json(200, "{}"), // the next one that tries
        json(503, "{}"),
        json(404, "{}"), // an answer, so it counts from the beginning again
        json(503, "{}"),
        json(503, "{}"),
        json(200, "{}"),
    ]);
    let breaker = CircuitBreaker::new(script.clone(), policy, clock.clone());
    let client = Client::new(server(), Arc::new(breaker), clock.clone());
    let call = async |id: &str| client.send(ApiRequest::get("/x").connection(id)).await;
    for _ in 0..3 {
        call("c1").await.expect_err("fails");
    }
    let paused = call("c1").await.expect_err("left alone");
    assert!(matches!(&paused, Error::Paused { connection, failures: 3, .. } if connection == "c1"), "{paused:?}");
    assert_eq!(paused.exit(), Exit::Unavailable);
    assert!(paused.hint().is_some_and(|hint| hint.contains("makini connections status c1")));
    call("c2").await.expect("another connection is not concerned");
    client.send(ApiRequest::get("/x")).await.expect("nor is the application");
    clock.advance(Duration::from_secs(30));
    call("c1").await.expect_err("tries, and fails");
    assert!(matches!(call("c1").await, Err(Error::Paused { .. })), "one failure is enough now");
    clock.advance(Duration::from_secs(30));
    call("c1").await.expect("tries, and is back");
    for _ in 0..4 {
        assert!(!matches!(call("c1").await, Err(Error::Paused { .. })));
    }
    call("c1").await.expect("never three in a row");
    assert_eq!(script.left(), 0);
}

#[derive(Default)]
struct Notes(Mutex<Vec<Exchange>>);

impl Recorder for Notes {
    fn record(&self, exchange: &Exchange) {
        self.0.lock().expect("not poisoned").push(exchange.clone());
    }
}

#[tokio::test]
async fn every_attempt_is_recorded() {
    let body = r#"{"error":{"code":"SOURCE_UNREACHABLE","message":"down","request_id":"req_1"}}"#;
    let script = Script::new([
        with(503, "server-timing", "total;dur=120, source;dur=100", body),
        Turn::Fault(Fault::AnswerTimeout),
        with(200, "x-request-id", "req_3", r#"{"data":{}}"#),
    ]);
    let (clock, notes) = (clock(), Arc::new(Notes::default()));
    let recorder: Arc<dyn Recorder> = Arc::clone(&notes) as _;
    let record = Record::new(script.clone(), recorder, clock.clone(), "");
    let retry = Retry::new(record, RetryPolicy::default(), clock.clone());
    let client = Client::new(server(), Arc::new(retry), clock);
    let outgoing = ApiRequest::put("/x/{id}").fill(&[("id", "7")]).connection("c1").query("q", "1").json("hi");
    client.send(outgoing).await.expect("the third attempt");
    let notes = notes.0.lock().expect("not poisoned");
    let [first, second, third] = notes.as_slice() else { panic!("three attempts: {notes:?}") };
    assert_eq!((first.method.as_str(), first.template.as_str(), first.path.as_str()), ("PUT", "/x/{id}", "/x/7?q=1"));
    assert_eq!((first.connection.as_deref(), first.sent_bytes, first.attempt), (Some("c1"), 4, 1));
    assert_eq!((first.status, first.error_code.as_deref()), (Some(503), Some("SOURCE_UNREACHABLE")));
    assert_eq!((first.error_message.as_deref(), first.request_id.as_deref()), (Some("down"), Some("req_1")));
    assert_eq!(first.server_time, Some(Duration::from_millis(120)));
    assert_eq!(first.source_time, Some(Duration::from_millis(100)));
    assert_eq!(first.received_bytes, body.len() as u64);
    assert_eq!((second.status, second.error_code.as_deref(), second.attempt), (None, Some("timeout"), 2));
    assert_eq!((third.status, third.request_id.as_deref(), third.attempt), (Some(200), Some("req_3"), 3));
    assert!(third.is_ok() && !first.is_ok() && !second.is_ok());
}
