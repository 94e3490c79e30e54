//! Alert rules: when they fire, when they cease, and that the same run has the same alerts.

use serde_json::{Value, json};

use crate::support::receiver::Receiver;
use crate::support::sandbox::InProcess;

const RULES: &str = "/api/system/alerts/rules";
const FIRING: &str = "/api/system/alerts/firing";
const CHANGES: &str = "/api/system/alerts/changes";
const FAULTS: &str = "/sandbox/faults";

async fn add(sandbox: &InProcess, rule: Value) -> String {
    sandbox.post(RULES, &rule).await.data()["id"].as_str().expect("an ID").to_owned()
}

async fn firing(sandbox: &InProcess) -> usize {
    sandbox.get(FIRING).await.data().as_array().expect("a list").len()
}

async fn history(sandbox: &InProcess) -> Vec<(String, String)> {
    let all = sandbox.get(CHANGES).await.data();
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    all.as_array().expect("a list").iter().map(|change| (text(&change["at"]), text(&change["state"]))).collect()
}

/// A connection whose calls fail for a while: what happens to an error rate.
async fn broken_for_a_while() -> (InProcess, Vec<(String, String)>) {
    let sandbox = InProcess::new();
    sandbox.endpoint("http://127.0.0.1:9/hook", &["alert.*"]).await;
    let (id, token) = sandbox.connected("inextia").await;
    let rule = json!({ "metric": "error_rate", "threshold": 0.5, "connection_id": id, "window_seconds": 120 });
    add(&sandbox, rule).await;
    let call = || sandbox.ask(&token, "GET", "/api/eam/assets", None);
    call().await;
    sandbox.wait(60);
    assert_eq!(firing(&sandbox).await, 0);
    sandbox.post(FAULTS, &json!({ "kind": "error", "status": 503, "connection_id": id })).await.data();
    for _ in 0..3 {
        assert_eq!(call().await.status, 503);
    }
    sandbox.wait(60);
    let listed = sandbox.get(FIRING).await.data();
    assert_eq!((&listed[0]["state"], &listed[0]["value"]), (&json!("firing"), &json!(0.75)));
    assert_eq!(listed[0]["worst_connection_id"], json!(id));
    sandbox.delete(FAULTS).await.data();
    // What failed leaves the window.
    sandbox.wait(300);
    assert_eq!(firing(&sandbox).await, 0);
    assert_eq!(sandbox.events().await, ["alert.firing", "alert.resolved"]);
    let changes = history(&sandbox).await;
    (sandbox, changes)
}

#[tokio::test]
async fn an_error_rate_fires_and_ceases_at_the_same_times_each_run() {
    let (sandbox, first) = broken_for_a_while().await;
    assert_eq!(first.iter().map(|(_, state)| state.as_str()).collect::<Vec<_>>(), ["ok", "firing"]);
    let (_, second) = broken_for_a_while().await;
    assert_eq!(first, second);
    let rule = sandbox.get(RULES).await.data()[0]["id"].as_str().expect("an ID").to_owned();
    assert_eq!(sandbox.delete(&format!("{RULES}/{rule}")).await.data()["deleted"], true);
    assert_eq!(sandbox.delete(&format!("{RULES}/{rule}")).await.refusal(), (404, "NOT_FOUND"));
    assert!(history(&sandbox).await.is_empty());
}

#[tokio::test]
async fn old_data_fires_once_it_is_too_old_and_not_a_minute_late() {
    let sandbox = InProcess::new();
    let (id, _) = sandbox.connected("inextia").await;
    add(&sandbox, json!({ "metric": "sync_age", "threshold": 7_200 })).await;
    sandbox.wait(6 * 3_600);
    assert_eq!(firing(&sandbox).await, 0, "it syncs every hour");
    let synced = sandbox.connection(&id).await["last_sync_at"].as_str().expect("a time").to_owned();
    sandbox.post(FAULTS, &json!({ "kind": "source_down", "connection_id": id })).await.data();
    sandbox.wait(3 * 3_600);
    assert_eq!(firing(&sandbox).await, 1);
    let at: jiff::Timestamp = history(&sandbox).await[0].0.parse().expect("a time");
    let age = at.duration_since(synced.parse().expect("a time")).as_secs();
    assert!((7_200..=7_260).contains(&age), "{age}");
    sandbox.delete(FAULTS).await.data();
    sandbox.wait(600);
    assert_eq!(firing(&sandbox).await, 0);
}

#[tokio::test]
async fn slow_answers_fire() {
    let sandbox = InProcess::new();
    let receiver = Receiver::default();
    let (endpoint, _) = sandbox.endpoint(&receiver.start().await, &["alert.*"]).await;
    let (id, token) = sandbox.connected("inextia").await;
    add(&sandbox, json!({ "metric": "latency_p95", "threshold": 2_000, "name": "slow" })).await;
    add(&sandbox, json!({ "metric": "latency_p95", "threshold": 60_000 })).await;
    let fault = json!({ "kind": "latency", "latency_ms": 3_000, "connection_id": id });
    sandbox.post(FAULTS, &fault).await.data();
    for _ in 0..20 {
        sandbox.ask(&token, "GET", "/api/eam/assets", None).await;
    }
    sandbox.wait(60);
    let listed = sandbox.get(FIRING).await.data();
    assert_eq!(listed.as_array().map(Vec::len), Some(1));
    assert_eq!(listed[0]["name"], "slow");
    assert!(listed[0]["value"].as_f64().is_some_and(|ms| ms >= 3_000.0));
    let test = format!("/api/system/webhooks/endpoints/{endpoint}/test");
    sandbox.post(&test, &json!({ "event": "alert.resolved" })).await.data();
    sandbox.sandbox.deliver_due().await.expect("tried");
    let got = receiver.take();
    let bodies: Vec<Value> = got.iter().map(|(_, body)| serde_json::from_slice(body).expect("JSON")).collect();
    let find = |name: &str| &bodies.iter().find(|body| body["event"] == name).expect("it came")["body"];
    let (sent, made_up) = (find("alert.firing"), find("alert.resolved"));
    assert_eq!((&sent["name"], &sent["threshold"]), (&json!("slow"), &json!(2_000)));
    let members = |body: &Value| body.as_object().expect("an object").keys().cloned().collect::<Vec<_>>();
    assert_eq!(members(sent), members(made_up), "a sample has the members of the real one");
    for (_, body) in &got {
        let written = makini::webhooks::canonical::stringify(body).expect("JSON");
        assert_eq!(written, *body, "signed as `JSON.stringify` writes it, so sent so: no `2000.0`");
    }
}

#[tokio::test]
async fn rules_that_mean_nothing_are_refused() {
    let sandbox = InProcess::new();
    for (rule, field) in [
        (json!({ "metric": "weather", "threshold": 1 }), "metric"),
        (json!({ "metric": "error_rate", "threshold": 1.5 }), "threshold"),
        (json!({ "metric": "error_rate", "threshold": -1 }), "threshold"),
        (json!({ "metric": "error_rate" }), "threshold"),
        (json!({ "metric": "error_rate", "threshold": "x" }), "threshold"),
        (json!({ "metric": "error_rate", "threshold": 0.1, "window_seconds": 5 }), "window_seconds"),
        (json!({ "metric": "error_rate", "threshold": 0.1, "name": " " }), "name"),
        (json!({ "metric": "error_rate", "threshold": 0.1, "colour": "red" }), "colour"),
    ] {
        let answer = sandbox.post(RULES, &rule).await;
        assert_eq!(answer.refusal(), (422, "VALIDATION_FAILED"), "{rule}");
        assert!(answer.body["error"]["details"].get(field).is_some(), "{rule}: {}", answer.body);
    }
    let elsewhere = json!({ "metric": "sync_age", "threshold": 60, "connection_id": "00000000000000" });
    assert_eq!(sandbox.post(RULES, &elsewhere).await.refusal(), (404, "NOT_FOUND"));
}
