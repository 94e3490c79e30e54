//! Syncs over time, across processes, and on a schedule.

use makini::api::sync::{Sync, SyncState};
use makini::clock::Clock;
use serde_json::{Value, json};

use crate::support::sandbox::{InProcess, START};

async fn newest(sandbox: &InProcess, id: &str) -> Sync {
    let list = sandbox.get(&format!("/api/system/connections/{id}/syncs")).await.data();
    serde_json::from_value(list[0].clone()).expect("a sync")
}

fn done(sync: &Sync) -> u64 {
    sync.entities.iter().filter_map(|entity| entity.done).sum()
}

#[tokio::test]
async fn the_first_sync_reads_entity_after_entity() {
    let sandbox = InProcess::new();
    let (id, _) = sandbox.connect("inextia", "Plant 7").await;
    let mut seen = Vec::new();
    let mut read = 0;
    for _ in 0..25 {
        let sync = newest(&sandbox, &id).await;
        let now = done(&sync);
        assert!(now >= read, "progress never goes back");
        read = now;
        let running = sync.entities.iter().filter(|entity| entity.status.as_deref() == Some("running")).count();
        assert!(running <= 1, "one entity at a time: {sync:?}");
        seen.push(sync.state());
        sandbox.wait(1);
    }
    let sync = newest(&sandbox, &id).await;
    assert_eq!(sync.state(), SyncState::Completed);
    assert_eq!((sync.mode.as_deref(), sync.trigger.as_deref()), (Some("initial"), Some("connect")));
    let running = seen.iter().filter(|state| **state == SyncState::Running).count();
    assert!((6..=21).contains(&running), "6 to 20 s: {running}");
    for entity in &sync.entities {
        assert_eq!(entity.status.as_deref(), Some("completed"));
        assert_eq!(entity.done, entity.total);
        assert_eq!(entity.inserted, entity.total);
    }
    assert!(read > 100, "there is something to read: {read}");
    let current: Value = sandbox.get(&format!("/api/system/connections/{id}/sync-status")).await.data();
    assert_eq!(current["status"], "completed");
    assert_eq!(current["last_successful_sync_at"], *sync.finished_at.as_ref().expect("an end"));
}

#[tokio::test]
async fn time_can_be_made_to_pass_faster() {
    let sandbox = InProcess::with(|options| options.time_scale = Some(10.0));
    let (id, _) = sandbox.connect("inextia", "Plant 7").await;
    sandbox.wait(3);
    assert_eq!(newest(&sandbox, &id).await.state(), SyncState::Completed);
}

#[tokio::test]
async fn a_sync_goes_on_from_one_process_to_the_next() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("state/sandbox.db");
    let clock = Clock::fixed(START.parse().expect("constant"));
    let first = InProcess::open(Some(path.clone()), clock.clone(), |_| {});
    let (id, tokens) = first.connect("inextia", "Plant 7").await;
    first.wait(3);
    let early = done(&newest(&first, &id).await);
    // Two at once on one file, then one alone after the other is gone.
    let second = InProcess::open(Some(path.clone()), clock.clone(), |_| {});
    assert_eq!(done(&newest(&second, &id).await), early);
    second.wait(2);
    let later = done(&newest(&second, &id).await);
    assert!(later > early, "{later} > {early}");
    assert_eq!(done(&newest(&first, &id).await), later);
    drop(first);
    second.wait(30);
    let log = second.get(&format!("/api/system/requests?connection_id={id}&kind=sync")).await;
    let finished = newest(&second, &id).await;
    assert_eq!(finished.state(), SyncState::Completed);
    assert_eq!(log.body["meta"]["total"], finished.entities.len(), "each entity was read once");
    drop(second);
    let third = InProcess::open(Some(path), clock, |_| {});
    assert_eq!(newest(&third, &id).await, finished);
    let token = tokens["access_token"].as_str().expect("a token");
    assert_eq!(third.ask(token, "GET", "/api/integrations/current", None).await.data()["id"], *id);
}

#[tokio::test]
async fn the_same_facts_make_the_same_history_however_often_somebody_looks() {
    let mut histories = Vec::new();
    for steps in [1, 7, 600] {
        let sandbox = InProcess::new();
        sandbox.endpoint("http://127.0.0.1:9/", &[]).await;
        let (id, _) = sandbox.connect("inextia", "Plant 7").await;
        for _ in 0..steps {
            sandbox.clock.advance(std::time::Duration::from_hours(2) / steps);
            sandbox.get("/health").await;
        }
        let syncs = sandbox.get(&format!("/api/system/connections/{id}/syncs")).await.data();
        histories.push((syncs, sandbox.events().await));
    }
    assert_eq!(histories[0], histories[1]);
    assert_eq!(histories[0], histories[2]);
    assert_eq!(histories[0].0.as_array().map(Vec::len), Some(2), "the first one and one on schedule");
}

#[tokio::test]
async fn one_sync_at_a_time() {
    let sandbox = InProcess::new();
    let (id, token) = sandbox.connected("inextia").await;
    let path = format!("/api/system/connections/{id}/syncs");
    let started = sandbox.post(&path, &json!({ "mode": "full" })).await;
    assert_eq!(started.status.as_u16(), 202);
    let running = started.data();
    assert_eq!((&running["status"], &running["mode"]), (&json!("running"), &json!("full")));
    let refused = sandbox.post(&path, &json!({ "mode": "incremental" })).await;
    assert_eq!(refused.refusal(), (409, "SYNC_IN_PROGRESS"));
    assert_eq!(refused.body["error"]["details"]["sync_id"], running["id"]);
    let withdrawn = json!({ "type": "incremental" });
    let refused = sandbox.ask(&token, "POST", "/api/integrations/sync", Some(&withdrawn)).await;
    assert_eq!(refused.refusal(), (409, "SYNC_IN_PROGRESS"));

    sandbox.wait(3);
    let cancel = format!("{path}/{}/cancel", running["id"].as_str().expect("an ID"));
    let cancelled = sandbox.post(&cancel, &json!({})).await.data();
    assert_eq!(cancelled["status"], "cancelled");
    assert!(cancelled["entities"].as_array().expect("a list").iter().any(|row| row["status"] == "completed"));
    assert_eq!(sandbox.post(&cancel, &json!({})).await.refusal(), (409, "CONFLICT"));
    sandbox.wait(60);
    assert_eq!(newest(&sandbox, &id).await.state(), SyncState::Cancelled, "it stays so");
    assert_eq!(sandbox.post(&path, &json!({ "mode": "incremental" })).await.status.as_u16(), 202);
}

#[tokio::test]
async fn only_some_entities() {
    let sandbox = InProcess::new();
    let (id, _) = sandbox.connected("inextia").await;
    let path = format!("/api/system/connections/{id}/syncs");
    let sync = sandbox.post(&path, &json!({ "mode": "full", "entities": ["sites"] })).await.data();
    assert_eq!(sync["entities"].as_array().map(Vec::len), Some(1));
    sandbox.wait(30);
    let strange = sandbox.post(&path, &json!({ "mode": "full", "entities": ["sites", "moons"] })).await;
    assert_eq!(strange.refusal(), (422, "VALIDATION_FAILED"));
    assert!(strange.body["error"]["message"].as_str().is_some());
    assert!(strange.body["error"]["details"]["entities"][0].as_str().is_some_and(|text| text.contains("moons")));
    assert_eq!(sandbox.post(&path, &json!({ "mode": "initial" })).await.refusal().0, 422);
}

#[tokio::test]
async fn an_incremental_sync_reads_what_changed_and_nothing_twice() {
    let sandbox = InProcess::new();
    let (id, _) = sandbox.connected("inextia").await;
    let path = format!("/api/system/connections/{id}/syncs");
    sandbox.post(&path, &json!({ "mode": "incremental" })).await.data();
    sandbox.wait(1);
    let nothing = newest(&sandbox, &id).await;
    if done(&nothing) == 0 {
        assert_eq!(nothing.state(), SyncState::Completed, "nothing new is read fast");
    }
    sandbox.put(&format!("/api/system/connections/{id}/schedule"), &json!({ "schedule_seconds": null })).await.data();
    sandbox.wait(86_400);
    sandbox.post(&path, &json!({ "mode": "incremental" })).await.data();
    sandbox.wait(3);
    let changed = newest(&sandbox, &id).await;
    assert_eq!(changed.state(), SyncState::Completed, "{changed:?}");
    let all: u64 = changed.entities.iter().filter_map(|entity| entity.total).sum();
    assert!(all > 0, "a day brings changes");
    sandbox.post(&path, &json!({ "mode": "incremental" })).await.data();
    sandbox.wait(3);
    assert!(done(&newest(&sandbox, &id).await) < all, "what was read is not read again");
}

#[tokio::test]
async fn the_schedule_is_kept() {
    let sandbox = InProcess::new();
    let (id, _) = sandbox.connected("inextia").await;
    let path = format!("/api/system/connections/{id}");
    for wrong in [json!({ "schedule_seconds": 899 }), json!({ "schedule_seconds": 86_401 }), json!({})] {
        let answer = sandbox.put(&format!("{path}/schedule"), &wrong).await;
        assert_eq!(answer.refusal(), (422, "VALIDATION_FAILED"), "{wrong}");
    }
    let last = sandbox.connection(&id).await["last_sync_at"].as_str().expect("a time").to_owned();
    let set = sandbox.put(&format!("{path}/schedule"), &json!({ "schedule_seconds": 900 })).await.data();
    let due: jiff::Timestamp = set["next_sync_at"].as_str().expect("a time").parse().expect("a time");
    assert_eq!(due.duration_since(last.parse().expect("a time")).as_secs(), 900);
    sandbox.wait(950);
    let sync = newest(&sandbox, &id).await;
    assert_eq!((sync.trigger.as_deref(), sync.mode.as_deref()), (Some("schedule"), Some("incremental")));
    assert_eq!(sync.started_at, Some(due.to_string()));

    sandbox.put(&format!("{path}/schedule"), &json!({ "schedule_seconds": null })).await.data();
    let connection = sandbox.connection(&id).await;
    assert_eq!(connection.get("next_sync_at").or(connection.get("schedule_seconds")), None);
    sandbox.wait(100_000);
    assert_eq!(newest(&sandbox, &id).await.id, sync.id, "nothing more");
}

#[tokio::test]
async fn after_a_long_absence_only_the_last_syncs_are_made_up_for() {
    let sandbox = InProcess::new();
    let (id, _) = sandbox.connected("inextia").await;
    sandbox.wait(30 * 86_400);
    let total = |answer: crate::support::sandbox::Answer| answer.body["meta"]["total"].as_u64().expect("a count");
    let token = sandbox.sandbox.admin_token().expect("issued");
    let path = format!("/api/system/connections/{id}/syncs");
    let syncs = total(sandbox.ask(token.expose(), "GET", &path, None).await);
    assert!((3..=6).contains(&syncs), "{syncs}");
}

#[tokio::test]
async fn the_withdrawn_operations_answer_as_the_sample_application_reads_them() {
    let sandbox = InProcess::new();
    let (_, token) = sandbox.connected("inextia").await;
    let status = async |token: &str| {
        sandbox.ask(token, "GET", "/api/integrations/sync/status", None).await.body["status"].clone()
    };
    assert_eq!(status(&token).await, "done");
    let body = json!({ "type": "full", "scopes": ["sites"] });
    assert_eq!(sandbox.ask(&token, "POST", "/api/integrations/sync", Some(&body)).await.body["status"], "inprogress");
    assert_eq!(status(&token).await, "inprogress");
    sandbox.wait(30);
    assert_eq!(status(&token).await, "done");
    let wrong = sandbox.ask(&token, "POST", "/api/integrations/sync", Some(&json!({ "type": "x" }))).await;
    assert_eq!(wrong.refusal(), (422, "VALIDATION_FAILED"));
}
