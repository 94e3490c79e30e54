//! Running syncs whose system limits their calls, or breaks them off.

use jiff::Timestamp;
use makini::api::sync::{Sync, SyncState};
use serde_json::{Value, json};

use crate::support::sandbox::InProcess;

const FAULTS: &str = "/sandbox/faults";

async fn newest(sandbox: &InProcess, id: &str) -> Sync {
    let list = sandbox.get(&format!("/api/system/connections/{id}/syncs")).await.data();
    serde_json::from_value(list[0].clone()).expect("a sync")
}

async fn fault(sandbox: &InProcess, fault: Value) {
    sandbox.post(FAULTS, &fault).await.data();
}

/// The sync's own calls that ended in this status, oldest first.
async fn calls(sandbox: &InProcess, id: &str, status: u16) -> Vec<Value> {
    let path = format!("/api/system/requests?connection_id={id}&kind=sync&status={status}&per_page=500");
    let mut rows = sandbox.get(&path).await.data().as_array().expect("a list").clone();
    rows.reverse();
    rows
}

fn time(value: Option<&str>) -> Timestamp {
    value.expect("a time").parse().expect("a time")
}

fn seconds(sync: &Sync) -> f64 {
    time(sync.finished_at.as_deref()).duration_since(time(sync.started_at.as_deref())).as_secs_f64()
}

/// The seconds between calls.
fn waits(calls: &[Value]) -> Vec<f64> {
    let at = |call: &Value| time(call["at"].as_str());
    calls.windows(2).map(|two| at(&two[1]).duration_since(at(&two[0])).as_secs_f64()).collect()
}

/// How the first sync goes when nothing stands in its way.
async fn undisturbed() -> Sync {
    let sandbox = InProcess::new();
    let (id, _) = sandbox.connect("inextia", "Plant 7").await;
    sandbox.wait(60);
    newest(&sandbox, &id).await
}

#[tokio::test]
async fn a_system_that_limits_its_calls_is_waited_for() {
    let plain = undisturbed().await;
    let sandbox = InProcess::new();
    sandbox.endpoint("http://127.0.0.1:9/", &[]).await;
    let (id, _) = sandbox.connect("inextia", "Plant 7").await;
    sandbox.wait(3);
    let limit = json!({ "kind": "rate_limited", "retry_after": 40, "count": 2, "connection_id": id });
    fault(&sandbox, limit).await;
    let mut read = 0;
    for _ in 0..80 {
        let sync = newest(&sandbox, &id).await;
        assert_eq!(sync.state(), SyncState::Running);
        let now = sync.entities.iter().filter_map(|entity| entity.done).sum();
        assert!(now >= read, "progress never goes back: {read} {now}");
        let running = sync.entities.iter().filter(|entity| entity.status.as_deref() == Some("running")).count();
        assert!(running <= 1, "one entity at a time: {sync:?}");
        read = now;
        sandbox.wait(1);
    }
    sandbox.wait(60);
    let sync = newest(&sandbox, &id).await;
    assert_eq!((sync.state(), &sync.error), (SyncState::Completed, &None));
    assert_eq!(sync.entities, plain.entities);
    assert!((seconds(&sync) - seconds(&plain) - 80.0).abs() < 0.001, "{} {}", seconds(&sync), seconds(&plain));
    assert_eq!(calls(&sandbox, &id, 200).await.len(), sync.entities.len(), "each entity was read once");
    let refused = calls(&sandbox, &id, 429).await;
    assert_eq!(waits(&refused), [40.0]);
    assert_eq!((&refused[0]["error_code"], &refused[0]["sync_id"]), (&json!("RATE_LIMIT_EXCEEDED"), &json!(sync.id)));
    assert_eq!(sandbox.events().await, ["sync.completed"]);
    assert_eq!(sandbox.get(FAULTS).await.data()[0]["struck"], 2);
}

#[tokio::test]
async fn a_system_that_never_stops_limiting_ends_the_sync() {
    let sandbox = InProcess::new();
    sandbox.endpoint("http://127.0.0.1:9/", &[]).await;
    let (id, _) = sandbox.connect("inextia", "Plant 7").await;
    fault(&sandbox, json!({ "kind": "rate_limited", "retry_after": 5 })).await;
    sandbox.wait(300);
    let sync = newest(&sandbox, &id).await;
    let error = sync.error.clone().expect("a reason");
    assert_eq!((sync.state(), error.code.as_deref()), (SyncState::Failed, Some("RATE_LIMIT_EXCEEDED")));
    assert!(error.message.expect("a text").contains("10 times in a row"));
    let refused = calls(&sandbox, &id, 429).await;
    assert_eq!(waits(&refused), [5.0; 9]);
    assert_eq!(refused[9]["id"], json!(error.request_id), "the last one");
    assert_eq!(sandbox.connection(&id).await["health"], "online");
    assert_eq!(sandbox.events().await, ["sync.failed"]);
}

#[tokio::test]
async fn a_call_that_breaks_off_is_tried_again() {
    let sandbox = InProcess::new();
    sandbox.endpoint("http://127.0.0.1:9/", &[]).await;
    let (id, _) = sandbox.connect("inextia", "Plant 7").await;
    sandbox.wait(3);
    fault(&sandbox, json!({ "kind": "reset", "count": 3, "connection_id": id })).await;
    sandbox.wait(120);
    let sync = newest(&sandbox, &id).await;
    assert_eq!((sync.state(), &sync.entities), (SyncState::Completed, &undisturbed().await.entities));
    let broken = calls(&sandbox, &id, 502).await;
    let waits = waits(&broken);
    assert!((0.8..=1.2).contains(&waits[0]) && (1.6..=2.4).contains(&waits[1]), "{waits:?}");
    assert_eq!((broken.len(), &broken[0]["error_code"]), (3, &json!("SERVICE_UNAVAILABLE")));
    assert_eq!(sandbox.events().await, ["sync.completed"]);

    let path = format!("/api/system/connections/{id}/syncs");
    fault(&sandbox, json!({ "kind": "reset", "within": true })).await;
    sandbox.post(&path, &json!({ "mode": "full" })).await.data();
    sandbox.wait(120);
    let sync = newest(&sandbox, &id).await;
    let error = sync.error.clone().expect("a reason");
    assert_eq!((sync.state(), error.code.as_deref()), (SyncState::Failed, Some("SERVICE_UNAVAILABLE")));
    let message = error.message.expect("a text");
    assert!(message.contains("5 times in a row") && message.contains("in the middle"), "{message}");
    assert_eq!(calls(&sandbox, &id, 502).await.len(), 3 + 5);
    assert_eq!(sandbox.connection(&id).await["sync_status"], "error");
    assert_eq!(sandbox.events().await, ["sync.completed", "system.error", "sync.failed"]);
    sandbox.delete(FAULTS).await.data();
    sandbox.post(&path, &json!({ "mode": "incremental" })).await.data();
    sandbox.wait(60);
    assert_eq!(newest(&sandbox, &id).await.state(), SyncState::Completed);
}

#[tokio::test]
async fn only_the_calls_that_are_meant() {
    let sandbox = InProcess::new();
    let (other, _) = sandbox.connected("inextia").await;
    let (id, _) = sandbox.connect("inextia", "Plant 7").await;
    fault(&sandbox, json!({ "kind": "reset", "connection_id": other })).await;
    fault(&sandbox, json!({ "kind": "rate_limited", "connection_id": id, "endpoint": "GET /api/eam/*" })).await;
    fault(&sandbox, json!({ "kind": "reset", "scope": "any" })).await;
    sandbox.wait(60);
    sandbox.delete(&format!("{FAULTS}/3")).await.data();
    assert_eq!(newest(&sandbox, &id).await.state(), SyncState::Completed);
    let seen: Vec<_> =
        sandbox.get(FAULTS).await.data().as_array().expect("a list").iter().map(|f| f["seen"].clone()).collect();
    assert_eq!(seen, [0, 0], "none of them is about a sync's own calls to this system");
    sandbox.delete(FAULTS).await.data();

    // As the log names them, one call alone is struck.
    fault(&sandbox, json!({ "kind": "rate_limited", "connection_id": id, "endpoint": "GET /inextia/assets" })).await;
    let path = format!("/api/system/connections/{id}/syncs");
    sandbox.post(&path, &json!({ "mode": "full" })).await.data();
    sandbox.wait(60);
    let sync = newest(&sandbox, &id).await;
    let states = |sync: &Sync| -> Vec<(String, String)> {
        let state =
            |row: &makini::api::sync::EntityProgress| (row.entity.clone(), row.status.clone().unwrap_or_default());
        sync.entities.iter().map(state).collect()
    };
    let at = sync.entities.iter().position(|entity| entity.entity == "assets").expect("there are assets");
    for (number, (entity, state)) in states(&sync).iter().enumerate() {
        let expected = match number.cmp(&at) {
            std::cmp::Ordering::Less => "completed",
            std::cmp::Ordering::Equal => "running",
            std::cmp::Ordering::Greater => "queued",
        };
        assert_eq!(state, expected, "{entity}");
    }
    let cancel = format!("{path}/{}/cancel", sync.id.clone().expect("an ID"));
    sandbox.post(&cancel, &json!({})).await.data();
    assert_eq!(newest(&sandbox, &id).await.state(), SyncState::Cancelled, "one that waits can be stopped");
    let tried = calls(&sandbox, &id, 429).await.len();
    sandbox.wait(600);
    assert_eq!(calls(&sandbox, &id, 429).await.len(), tried, "and is not tried again");
}

#[tokio::test]
async fn the_same_interruptions_twice() {
    let run = async || {
        let sandbox = InProcess::new();
        let (id, _) = sandbox.connect("inextia", "Plant 7").await;
        fault(&sandbox, json!({ "kind": "reset", "probability": 0.3 })).await;
        fault(&sandbox, json!({ "kind": "rate_limited", "probability": 0.2, "retry_after": 3 })).await;
        sandbox.wait(14_400);
        let log = sandbox.get("/api/system/requests?kind=sync&per_page=500").await.data();
        (log, sandbox.get(&format!("/api/system/connections/{id}/syncs")).await.data())
    };
    let (first, second) = (run().await, run().await);
    assert_eq!(first, second);
    assert!(first.0.to_string().contains("\"status\":429") && first.0.to_string().contains("\"status\":502"));
}
