//! Webhooks: endpoints, signatures, and the schedule of tries.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use makini::api::events::Event;
use serde_json::json;
use sha2::Sha256;
use tokio::net::TcpListener;

use crate::support::receiver::Receiver;
use crate::support::sandbox::InProcess;
use crate::support::until::until_async;

const ENDPOINTS: &str = "/api/system/webhooks/endpoints";
const DELIVERIES: &str = "/api/system/webhooks/deliveries";

#[tokio::test]
async fn deliveries_are_signed_over_compact_json() {
    let sandbox = InProcess::new();
    let receiver = Receiver::default();
    let (_, secret) = sandbox.endpoint(&receiver.start().await, &[]).await;
    let (id, _) = sandbox.connected("inextia").await;
    sandbox.wait(86_400);
    sandbox.sandbox.deliver_due().await.expect("delivered");
    let got = receiver.take();
    let mut names = Vec::new();
    for (headers, body) in &got {
        let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("a key");
        mac.update(body);
        let expected = BASE64_STANDARD.encode(mac.finalize().into_bytes());
        assert_eq!(headers["x-webhook-signature"], expected.as_str());
        assert_eq!(headers["content-type"], "application/json");
        let value: serde_json::Value = serde_json::from_slice(body).expect("JSON");
        assert_eq!(value.to_string().as_bytes(), body, "compact, so that raw bytes and JSON.stringify agree");
        let event: Event = serde_json::from_slice(body).expect("an event");
        assert_eq!(event.connection_id.as_deref(), Some(id.as_str()));
        assert!(event.id.is_some_and(|id| id.starts_with("evt_")) && event.timestamp.is_some());
        if event.event.ends_with(".inserted") || event.event.ends_with(".updated") {
            assert!(
                event
                    .body
                    .as_array()
                    .is_some_and(|keys| !keys.is_empty() && keys.iter().all(serde_json::Value::is_string))
            );
        }
        names.push(event.event);
    }
    assert!(names.contains(&"sync.completed".to_owned()), "{names:?}");
    assert!(names.iter().any(|name| name.ends_with(".updated")), "a day brings changes: {names:?}");
    assert_eq!(sandbox.sandbox.deliver_due().await.expect("delivered"), 0, "once is enough");
    let listed = sandbox.get(&format!("{DELIVERIES}?status=delivered")).await;
    assert_eq!(listed.body["meta"]["total"], got.len());
    assert_eq!(listed.body["data"][0]["response_code"], 200);
}

#[tokio::test]
async fn what_is_not_answered_with_200_is_tried_again_for_a_day() {
    let sandbox = InProcess::new();
    let receiver = Receiver::default();
    receiver.answer(503);
    sandbox.endpoint(&receiver.start().await, &["sync.completed"]).await;
    let (id, _) = sandbox.connected("inextia").await;
    let schedule = format!("/api/system/connections/{id}/schedule");
    sandbox.put(&schedule, &json!({ "schedule_seconds": null })).await.data();
    sandbox.sandbox.deliver_due().await.expect("tried");
    let one = |answer: crate::support::sandbox::Answer| answer.body["data"][0].clone();
    let mut waits = Vec::new();
    let mut delivery = one(sandbox.get(DELIVERIES).await);
    let first = delivery["created_at"].clone();
    while delivery["status"] == "pending" {
        let due: jiff::Timestamp = delivery["next_attempt_at"].as_str().expect("due").parse().expect("a time");
        let wait = due.duration_since(sandbox.clock.now());
        waits.push(wait.as_secs_f64());
        sandbox.clock.advance(wait.unsigned_abs());
        assert!(sandbox.sandbox.deliver_due().await.expect("tried") > 0);
        let token = sandbox.sandbox.admin_token().expect("issued");
        delivery = one(sandbox.ask(token.expose(), "GET", DELIVERIES, None).await);
    }
    let (last, others) = waits.split_last().expect("some");
    for (number, wait) in others.iter().enumerate() {
        let middle = (30.0 * f64::from(1 << number)).min(4.0 * 3600.0);
        assert!((middle * 0.8..=middle * 1.2).contains(wait), "{waits:?}");
    }
    let made: jiff::Timestamp = first.as_str().expect("made").parse().expect("a time");
    let age = sandbox.clock.now().duration_since(made).as_secs_f64();
    assert!((age - 86_400.0).abs() < 1.0 && *last <= 4.0 * 3600.0 * 1.2, "tried for a day: {age} {waits:?}");
    assert_eq!(delivery["status"], "failed");
    assert_eq!((&delivery["response_code"], &delivery["created_at"]), (&json!(503), &first));
    assert!((14..=17).contains(&receiver.take().len()), "{waits:?}");
    let bodies = delivery["tries"].as_array().expect("a list").len();
    assert_eq!(delivery["attempts"], bodies);

    receiver.answer(200);
    let retry = format!("{DELIVERIES}/{}/retry", delivery["id"].as_str().expect("an ID"));
    assert_eq!(sandbox.post(&retry, &json!({})).await.data()["status"], "pending");
    sandbox.sandbox.deliver_due().await.expect("tried");
    assert_eq!(one(sandbox.get(DELIVERIES).await)["status"], "delivered");
    assert_eq!(sandbox.post(&format!("{DELIVERIES}/del_none/retry"), &json!({})).await.refusal().0, 404);
}

#[tokio::test]
async fn only_200_counts_and_nobody_there_is_no_disaster() {
    let sandbox = InProcess::new();
    let receiver = Receiver::default();
    receiver.answer(204);
    sandbox.endpoint(&receiver.start().await, &["sync.*"]).await;
    let gone = {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        listener.local_addr().expect("bound")
    };
    sandbox.endpoint(&format!("http://{gone}/"), &["sync.*"]).await;
    sandbox.connected("inextia").await;
    assert_eq!(sandbox.sandbox.deliver_due().await.expect("tried"), 2);
    let deliveries = sandbox.get(DELIVERIES).await.data();
    let codes: Vec<_> = (0..2).map(|row| deliveries[row]["response_code"].clone()).collect();
    assert!(codes.contains(&json!(204)) && codes.contains(&json!(null)), "{codes:?}");
    assert_eq!(sandbox.get(&format!("{DELIVERIES}?status=pending")).await.body["meta"]["total"], 2);
}

#[tokio::test]
async fn endpoints_are_made_listed_and_removed() {
    let sandbox = InProcess::new();
    let (id, secret) = sandbox.endpoint("http://localhost:9/x", &["sync.*"]).await;
    let listed = sandbox.get(ENDPOINTS).await;
    assert_eq!(listed.body["data"][0]["id"], *id);
    assert!(!listed.body.to_string().contains(&secret), "the secret comes once");
    sandbox.connected("inextia").await;
    assert_eq!(sandbox.events().await, ["sync.completed"]);
    sandbox.delete(&format!("{ENDPOINTS}/{id}")).await.data();
    assert_eq!(sandbox.delete(&format!("{ENDPOINTS}/{id}")).await.refusal(), (404, "NOT_FOUND"));
    assert_eq!(sandbox.get(ENDPOINTS).await.body["meta"]["total"], 0);
    for url in [
        "https://example.com/hook",
        "http://example.com/hook",
        "http://127.0.0.1.evil.example/",
        "http://10.0.0.1/",
        "ftp://localhost/",
        "http://user:pw@localhost/",
        "not a url",
    ] {
        let answer = sandbox.post(ENDPOINTS, &json!({ "url": url })).await;
        assert_eq!(answer.refusal(), (422, "VALIDATION_FAILED"), "{url}");
    }
    let unknown = json!({ "url": "http://localhost/", "connection_id": "1" });
    assert_eq!(sandbox.post(ENDPOINTS, &unknown).await.refusal(), (404, "NOT_FOUND"));
}

#[tokio::test]
async fn events_of_one_connection_only() {
    let sandbox = InProcess::new();
    let (id, _) = sandbox.connect("inextia", "mine").await;
    let endpoint = json!({ "url": "http://localhost:9/", "connection_id": id });
    sandbox.post(ENDPOINTS, &endpoint).await.data();
    sandbox.connect("inextia", "other").await;
    sandbox.wait(60);
    let deliveries = sandbox.get(DELIVERIES).await;
    assert_eq!(deliveries.body["meta"]["total"], 1);
    assert_eq!(deliveries.body["data"][0]["connection_id"], *id);
}

#[tokio::test]
async fn a_served_sandbox_delivers_by_itself_and_stops_when_told() {
    let receiver = Receiver::default();
    let url = receiver.start().await;
    let sandbox = InProcess::open(None, makini::clock::Clock::system(), |options| options.time_scale = Some(100.0));
    sandbox.endpoint(&url, &["sync.completed"]).await;
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let served = sandbox.sandbox.clone();
    let server = tokio::spawn(async move { served.serve(listener, async { drop(stopped.await) }).await });
    sandbox.connect("inextia", "Plant 7").await;
    let deadline = tokio::time::Duration::from_secs(20);
    let got = until_async(deadline, "a delivery", || Some(receiver.take()).filter(|got| !got.is_empty())).await;
    assert_eq!(got.len(), 1);
    drop(stop);
    tokio::time::timeout(deadline, server).await.expect("stops").expect("no panic").expect("no error");
}
