//! Webhook endpoints over time: changed, turned off, given new secrets, tried; what connections send; conditions.

use axum::body::Bytes;
use axum::http::HeaderMap;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde_json::{Value, json};
use sha2::Sha256;

use crate::support::receiver::Receiver;
use crate::support::sandbox::InProcess;

const ENDPOINTS: &str = "/api/system/webhooks/endpoints";
const DELIVERIES: &str = "/api/system/webhooks/deliveries";
const CONDITIONS: &str = "/api/system/webhooks/conditions";

fn signed(secret: &str, body: &[u8]) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("a key");
    mac.update(body);
    BASE64_STANDARD.encode(mac.finalize().into_bytes())
}

fn event(got: &(HeaderMap, Bytes)) -> Value {
    serde_json::from_slice(&got.1).expect("JSON")
}

async fn deliver(sandbox: &InProcess) {
    sandbox.sandbox.deliver_due().await.expect("tried");
}

#[tokio::test]
async fn a_new_secret_signs_at_once_and_the_old_one_for_a_while() {
    let sandbox = InProcess::new();
    let receiver = Receiver::default();
    receiver.answer(500);
    let (id, old) = sandbox.endpoint(&receiver.start().await, &["sync.completed"]).await;
    let (connection, _) = sandbox.connected("inextia").await;
    let schedule = format!("/api/system/connections/{connection}/schedule");
    sandbox.put(&schedule, &json!({ "schedule_seconds": null })).await.data();
    deliver(&sandbox).await;
    let (headers, body) = receiver.take().remove(0);
    assert_eq!(headers["x-webhook-signature"], signed(&old, &body).as_str());
    assert!(!headers.contains_key("x-webhook-signature-previous"));

    let rotate = format!("{ENDPOINTS}/{id}/rotate");
    let rotated = sandbox.post(&rotate, &json!({ "overlap_seconds": 3_600 })).await.data();
    let new = rotated["secret"].as_str().expect("told once").to_owned();
    assert_ne!(new, old);
    assert_eq!(rotated["previous_secret_until"], "2026-03-01T13:01:00Z");
    sandbox.wait(40);
    deliver(&sandbox).await;
    let (headers, again) = receiver.take().remove(0);
    assert_eq!(again, body, "the same bytes");
    assert_eq!(headers["x-webhook-signature"], signed(&new, &body).as_str(), "a retry too");
    assert_eq!(headers["x-webhook-signature-previous"], signed(&old, &body).as_str());
    sandbox.wait(3_700);
    deliver(&sandbox).await;
    let (headers, _) = receiver.take().remove(0);
    assert_eq!(headers["x-webhook-signature"], signed(&new, &body).as_str());
    assert!(!headers.contains_key("x-webhook-signature-previous"), "the overlap is over");
    let listed = sandbox.get(&format!("{ENDPOINTS}/{id}")).await;
    assert!(listed.body["data"].get("previous_secret_until").is_none());
    assert!(!listed.body.to_string().contains(&new), "told once");
    for wrong in [json!({ "overlap_seconds": 700_000 }), json!({ "overlap": 1 }), json!({ "overlap_seconds": "1h" })] {
        assert_eq!(sandbox.post(&rotate, &wrong).await.refusal(), (422, "VALIDATION_FAILED"), "{wrong}");
    }
    let missing = sandbox.post(&format!("{ENDPOINTS}/whe_none/rotate"), &json!({})).await;
    assert_eq!(missing.refusal(), (404, "NOT_FOUND"));
}

#[tokio::test]
async fn endpoints_are_changed_and_turned_off() {
    let sandbox = InProcess::new();
    let receiver = Receiver::default();
    let url = receiver.start().await;
    let (id, _) = sandbox.endpoint("http://127.0.0.1:9/", &["connection.*"]).await;
    let one = format!("{ENDPOINTS}/{id}");
    let change = json!({ "url": url, "events": ["sync.*"], "format": "php" });
    let changed = sandbox.put(&one, &change).await.data();
    assert_eq!(
        (&changed["url"], &changed["events"], &changed["format"]),
        (&json!(url), &json!(["sync.*"]), &json!("php"))
    );
    assert_eq!(changed["enabled"], true);
    let (connection, _) = sandbox.connected("inextia").await;
    sandbox.get("/health").await;
    sandbox.put(&one, &json!({ "enabled": false })).await.data();
    deliver(&sandbox).await;
    assert_eq!(receiver.take().len(), 0, "what waits goes on waiting");
    sandbox.wait(3_700);
    deliver(&sandbox).await;
    assert_eq!(sandbox.get(DELIVERIES).await.body["meta"]["total"], 1, "and nothing is added");
    sandbox.put(&one, &json!({ "enabled": true, "connection_id": connection })).await.data();
    deliver(&sandbox).await;
    assert_eq!(receiver.take().len(), 1);
    for (wrong, field) in [
        (json!({ "url": "http://example.com" }), "url"),
        (json!({ "format": "xml" }), "format"),
        (json!({ "events": ["a b"] }), "events"),
        (json!({ "events": "sync.*" }), "events"),
        (json!({ "enabled": "yes" }), "enabled"),
        (json!({ "secret": "mine" }), "secret"),
    ] {
        let answer = sandbox.put(&one, &wrong).await;
        assert_eq!(answer.refusal(), (422, "VALIDATION_FAILED"), "{wrong}");
        assert!(answer.body["error"]["details"].get(field).is_some(), "{}", answer.body);
    }
    assert_eq!(sandbox.put(&one, &json!({ "connection_id": "1" })).await.refusal(), (404, "NOT_FOUND"));
}

#[tokio::test]
async fn a_test_is_delivered_at_once_and_once() {
    let sandbox = InProcess::new();
    let receiver = Receiver::default();
    let (id, secret) = sandbox.endpoint(&receiver.start().await, &["assets.*"]).await;
    let test = format!("{ENDPOINTS}/{id}/test");
    let tried = sandbox.post(&test, &json!({})).await.data();
    assert_eq!((&tried["status"], &tried["response_code"]), (&json!("delivered"), &json!(200)));
    assert_eq!(tried["tries"][0]["number"], 1);
    let got = receiver.take().remove(0);
    assert_eq!(got.0["x-webhook-signature"], signed(&secret, &got.1).as_str());
    assert_eq!((&event(&got)["event"], &event(&got)["id"]), (&json!("sync.completed"), &tried["event_id"]));

    receiver.answer(404);
    let tried = sandbox.post(&test, &json!({ "event": "flow.approved" })).await.data();
    assert_eq!((&tried["status"], &tried["next_attempt_at"]), (&json!("failed"), &Value::Null), "tried once");
    assert_eq!(tried["payload"]["event"], "flow.approved");
    let shown = sandbox.get(&format!("{DELIVERIES}/{}", tried["id"].as_str().expect("an ID"))).await.data();
    assert_eq!(shown, tried);
    let wrong = sandbox.post(&test, &json!({ "event": "asset.updated" })).await;
    assert!(wrong.body["error"]["details"]["event"].to_string().contains("asset.updated"), "{}", wrong.body);
    assert_eq!(sandbox.get(&format!("{DELIVERIES}/del_none")).await.refusal(), (404, "NOT_FOUND"));
}

#[tokio::test]
async fn each_connection_sends_what_was_chosen_for_it() {
    let sandbox = InProcess::new();
    sandbox.endpoint("http://127.0.0.1:9/", &["sync.*", "connection.*"]).await;
    let (id, _) = sandbox.connect("inextia", "quiet").await;
    let events = format!("/api/system/connections/{id}/events");
    assert_eq!(sandbox.get(&events).await.data(), json!({ "connection_id": id, "events": [] }));
    sandbox.put(&events, &json!({ "events": ["connection.*"] })).await.data();
    sandbox.connect("inextia", "loud").await;
    sandbox.wait(60);
    sandbox.post("/sandbox/faults", &json!({ "kind": "source_down", "connection_id": id })).await.data();
    assert_eq!(sandbox.events().await, ["sync.completed", "connection.offline"]);
    let failed = format!("{DELIVERIES}?event=connection.offline&connection_id={id}");
    assert_eq!(sandbox.get(&failed).await.body["meta"]["total"], 1);
    assert_eq!(sandbox.put(&events, &json!({ "events": [] })).await.data()["events"], json!([]));
    for wrong in [json!({}), json!({ "events": ["a b"] }), json!({ "events": "*" })] {
        assert_eq!(sandbox.put(&events, &wrong).await.refusal(), (422, "VALIDATION_FAILED"), "{wrong}");
    }
    let unknown = sandbox.put("/api/system/connections/1/events", &json!({ "events": [] })).await;
    assert_eq!(unknown.refusal(), (404, "NOT_FOUND"));
}

#[tokio::test]
async fn writes_raise_events_and_conditions_raise_their_own() {
    let sandbox = InProcess::new();
    let receiver = Receiver::default();
    sandbox.endpoint(&receiver.start().await, &["work-orders.*", "flow.*"]).await;
    let (id, token) = sandbox.connected("upkeep").await;
    for wrong in [
        json!({ "name": "a b", "entity": "work-orders", "field": "title", "operator": "eq", "value": 1 }),
        json!({ "name": "x", "entity": "horses", "field": "title", "operator": "eq", "value": 1 }),
        json!({ "name": "x", "entity": "work-orders", "field": "mane", "operator": "eq", "value": 1 }),
        json!({ "name": "x", "entity": "work-orders", "field": "title", "operator": "like", "value": 1 }),
        json!({ "name": "x", "entity": "work-orders", "field": "title", "operator": "eq", "if": 1 }),
    ] {
        assert_eq!(sandbox.post(CONDITIONS, &wrong).await.refusal(), (422, "VALIDATION_FAILED"), "{wrong}");
    }
    let condition = json!({ "name": "pump", "entity": "work-orders", "field": "title", "operator": "contains",
        "value": "pump", "connection_id": id });
    let made = sandbox.post(CONDITIONS, &condition).await.data();
    assert_eq!(sandbox.get(CONDITIONS).await.data()[0], made);
    let orders = "/api/eam/work-orders";
    let list = sandbox.ask(&token, "GET", orders, None).await.data();
    let mut made_keys = Vec::new();
    for name in ["Replace the pump seal", "Paint the fence"] {
        let mut body = json!({ "title": name, "severity": 1, "scheduledAt": "2026-03-02" });
        for field in ["assetKey", "siteKey", "statusKey", "severity"] {
            if let Some(value) = list[0].get(field) {
                body[field] = value.clone();
            }
        }
        let answer = sandbox.ask(&token, "POST", orders, Some(&body)).await;
        assert!(answer.status.is_success(), "{}", answer.body);
        made_keys.push(answer.data()["key"].clone());
    }
    let one = format!("{orders}/{}", made_keys[0].as_str().expect("a key"));
    let changed = sandbox.ask(&token, "PUT", &one, Some(&json!({ "title": "Replace the valve" }))).await;
    assert!(changed.status.is_success(), "{}", changed.body);
    deliver(&sandbox).await;
    let got: Vec<Value> = receiver.take().iter().map(event).collect();
    let of = |name: &str| -> Vec<Value> {
        got.iter().filter(|event| event["event"] == name).map(|event| event["body"].clone()).collect()
    };
    let inserted = of("work-orders.inserted");
    assert_eq!(inserted.len(), 2);
    assert!(inserted.contains(&json!([made_keys[0]])) && inserted.contains(&json!([made_keys[1]])));
    assert_eq!(of("work-orders.updated"), [json!([made_keys[0]])]);
    let flows = of("flow.pump");
    assert_eq!(flows.len(), 1, "{got:?}");
    assert_eq!((&flows[0]["key"], &flows[0]["trigger"]), (&made_keys[0], &json!("inserted")));
    assert_eq!(flows[0]["data"]["title"], "Replace the pump seal");

    let gone = format!("{CONDITIONS}/{}", made["id"].as_str().expect("an ID"));
    sandbox.delete(&gone).await.data();
    assert_eq!(sandbox.delete(&gone).await.refusal(), (404, "NOT_FOUND"));
}
