//! A storm of webhooks: lost, doubled, late, out of order, badly signed, spelled by PHP. What comes, and how the inbox
//! of the receiver judges it.

use serde_json::{Value, json};

use crate::support::receiver::Receiver;
use crate::support::sandbox::InProcess;

const FAULTS: &str = "/sandbox/faults";
const DELIVERIES: &str = "/api/system/webhooks/deliveries";

/// Sends so many events through an endpoint, one after the other.
async fn send(sandbox: &InProcess, token: &str, count: usize) {
    for number in 0..count {
        let asset = json!({ "name": format!("Pump {number}/ü") });
        let made = sandbox.ask(token, "POST", "/api/eam/assets", Some(&asset)).await;
        assert!(made.status.is_success(), "{}", made.body);
    }
}

async fn ready(seed: u64) -> (InProcess, Receiver, String) {
    let sandbox = if seed == 1 { InProcess::new() } else { InProcess::with(|options| options.seed = 2) };
    let (_, token) = sandbox.connected("inextia").await;
    let receiver = Receiver::default();
    sandbox.endpoint(&receiver.start().await, &["assets.inserted"]).await;
    (sandbox, receiver, token)
}

fn ids(receiver: &Receiver) -> Vec<String> {
    let id =
        |body: &[u8]| serde_json::from_slice::<Value>(body).expect("JSON")["id"].as_str().expect("an ID").to_owned();
    receiver.take().iter().map(|(_, body)| id(body)).collect()
}

#[tokio::test]
async fn lost_doubled_and_late() {
    let (sandbox, receiver, token) = ready(1).await;
    sandbox.post(FAULTS, &json!({ "kind": "lost", "count": 1 })).await.data();
    send(&sandbox, &token, 1).await;
    sandbox.post(FAULTS, &json!({ "kind": "duplicate", "copies": 2, "count": 1, "event": "assets.*" })).await.data();
    send(&sandbox, &token, 1).await;
    sandbox.post(FAULTS, &json!({ "kind": "late", "delay_ms": 600_000, "count": 1 })).await.data();
    send(&sandbox, &token, 1).await;
    sandbox.sandbox.deliver_due().await.expect("tried");
    let now = ids(&receiver);
    assert!(now.len() == 3 && now.iter().all(|id| *id == now[0]), "{now:?}");
    sandbox.wait(590);
    assert_eq!(sandbox.sandbox.deliver_due().await.expect("tried"), 0);
    sandbox.wait(10);
    sandbox.sandbox.deliver_due().await.expect("tried");
    assert_eq!(ids(&receiver).len(), 1);
    let lost = sandbox.get(&format!("{DELIVERIES}?status=lost")).await.data();
    assert_eq!((&lost[0]["attempts"], &lost[0]["faults"]), (&json!(0), &json!(["lost"])));
    let retry = format!("{DELIVERIES}/{}/retry", lost[0]["id"].as_str().expect("an ID"));
    sandbox.post(&retry, &json!({})).await.data();
    sandbox.sandbox.deliver_due().await.expect("tried");
    assert_eq!(ids(&receiver), [lost[0]["event_id"].as_str().expect("an ID")], "by hand it is found again");
}

#[tokio::test]
async fn one_that_is_overtaken() {
    let (sandbox, receiver, token) = ready(1).await;
    sandbox.post(FAULTS, &json!({ "kind": "reordered", "count": 1 })).await.data();
    send(&sandbox, &token, 1).await;
    assert_eq!(sandbox.sandbox.deliver_due().await.expect("tried"), 0, "it waits");
    send(&sandbox, &token, 1).await;
    assert_eq!(sandbox.sandbox.deliver_due().await.expect("tried"), 2);
    let listed = sandbox.get(DELIVERIES).await.data();
    let at = |row: usize| listed[row]["event_id"].as_str().expect("an ID").to_owned();
    assert_eq!(ids(&receiver), [at(0), at(1)], "the newer one first");
    // One that nothing follows comes by itself, late.
    sandbox.post(FAULTS, &json!({ "kind": "reordered", "count": 1 })).await.data();
    send(&sandbox, &token, 1).await;
    sandbox.wait(31);
    assert_eq!(sandbox.sandbox.deliver_due().await.expect("tried"), 1);
}

#[tokio::test]
async fn spelled_by_php_the_signature_still_holds() {
    let (sandbox, receiver, token) = ready(1).await;
    sandbox.post(FAULTS, &json!({ "kind": "php_escaped" })).await.data();
    // A test event of this kind has a slash and letters outside ASCII.
    let endpoint = sandbox.get("/api/system/webhooks/endpoints").await.data()[0]["id"].clone();
    let test = format!("/api/system/webhooks/endpoints/{}/test", endpoint.as_str().expect("an ID"));
    let tried = sandbox.post(&test, &json!({ "event": "system.error" })).await.data();
    assert_eq!(tried["tries"][0]["faults"], json!(["php_escaped"]));
    let (_, body) = receiver.take().remove(0);
    let text = String::from_utf8(body.to_vec()).expect("text");
    assert!(text.is_ascii() && text.contains("\\/") && text.contains("\\u00"), "{text}");
    assert_eq!(serde_json::from_str::<Value>(&text).expect("JSON"), tried["payload"]);
    send(&sandbox, &token, 1).await;
}

#[tokio::test]
async fn the_same_storm_twice() {
    let storm = async |seed: u64| {
        let (sandbox, receiver, token) = ready(seed).await;
        for fault in [
            json!({ "kind": "lost", "probability": 0.2 }),
            json!({ "kind": "duplicate", "probability": 0.3 }),
            json!({ "kind": "late", "delay_ms": 5_000, "probability": 0.2 }),
            json!({ "kind": "reordered", "probability": 0.3 }),
            json!({ "kind": "badly_signed", "probability": 0.2 }),
        ] {
            sandbox.post(FAULTS, &fault).await.data();
        }
        let mut order = Vec::new();
        for _ in 0..30 {
            send(&sandbox, &token, 1).await;
            sandbox.wait(1);
            sandbox.sandbox.deliver_due().await.expect("tried");
            order.extend(ids(&receiver));
        }
        sandbox.wait(60);
        sandbox.sandbox.deliver_due().await.expect("tried");
        order.extend(ids(&receiver));
        let log = sandbox.get(&format!("{DELIVERIES}?per_page=500")).await.data();
        (order, log)
    };
    let (order, log) = storm(1).await;
    assert_eq!((&order, &log), (&storm(1).await.0, &log));
    assert_eq!(storm(1).await.1, log, "the log too");
    assert_ne!(storm(2).await.0.len(), 0);
    let mut sorted = order.clone();
    sorted.sort();
    sorted.dedup();
    assert!(sorted.len() < 30 && order.len() > sorted.len(), "some lost, some doubled: {order:?}");
}
