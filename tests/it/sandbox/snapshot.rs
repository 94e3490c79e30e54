//! A snapshot of a state with a long history: small, whole, and gone on from as if nothing had been.

use axum::body::Body;
use axum::http::Request;
use serde_json::{Value, json};

use crate::support::sandbox::InProcess;

const SNAPSHOT: &str = "/sandbox/snapshot";

async fn days(sandbox: &InProcess, days: u64) -> Value {
    sandbox.post("/sandbox/clock/advance", &json!({ "by_ms": days * 86_400_000 })).await.data()
}

/// What was logged of syncs, what became of them, and what is next.
async fn told(sandbox: &InProcess, ids: &[String]) -> Vec<Value> {
    let mut told = vec![sandbox.get("/api/system/requests?kind=sync&per_page=500&page=3").await.body["meta"].clone()];
    for page in [1, 2, 7] {
        let path = format!("/api/system/requests?kind=sync&per_page=500&page={page}");
        told.push(sandbox.get(&path).await.data());
    }
    for id in ids {
        told.push(sandbox.get(&format!("/api/system/connections/{id}/syncs?per_page=200")).await.data());
        told.push(sandbox.connection(id).await["next_sync_at"].clone());
    }
    told
}

#[tokio::test]
async fn a_long_history_is_saved_and_gone_on_with() {
    let mut sandbox = InProcess::with(|options| options.start.frozen = true);
    let mut ids = Vec::new();
    for number in 0..3 {
        let (id, _) = sandbox.connect("inextia", &format!("Plant {number}")).await;
        ids.push(id);
    }
    days(&sandbox, 1).await;
    for id in &ids {
        let path = format!("/api/system/connections/{id}/schedule");
        sandbox.put(&path, &json!({ "schedule_seconds": 900 })).await.data();
    }
    let walked = days(&sandbox, 3).await;
    assert!(walked["syncs_completed"].as_u64() >= Some(3 * 3 * 95), "{walked}");
    sandbox.sandbox.admin_token().expect("issued").expose().clone_into(&mut sandbox.token);
    let before = told(&sandbox, &ids).await;
    let calls = before[0]["total"].as_u64().expect("a count");
    let saved = sandbox.get(SNAPSHOT).await;
    assert_eq!(saved.status, 200);
    let each = saved.bytes.len() as u64 / calls;
    assert!(calls > 20_000 && each < 90, "{} bytes for {calls} calls", saved.bytes.len());

    days(&sandbox, 1).await;
    let first = told(&sandbox, &ids).await;
    let request = Request::put(SNAPSHOT)
        .header("host", "127.0.0.1:4000")
        .header("authorization", format!("Bearer {}", sandbox.token))
        .body(Body::from(saved.bytes))
        .expect("a valid request");
    let loaded = sandbox.raw(request).await.data();
    loaded["access_token"].as_str().expect("a token").clone_into(&mut sandbox.token);
    assert_eq!(told(&sandbox, &ids).await, before, "all of it is back");
    days(&sandbox, 1).await;
    assert_eq!(told(&sandbox, &ids).await, first, "and it goes on as it did");
}
