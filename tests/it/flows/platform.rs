//! Flows: what starts them, what each step is given and makes, and when they stop.

use serde_json::{Value, json};

use crate::support::sandbox::InProcess;

const FLOWS: &str = "/api/system/flows";
const EXECUTIONS: &str = "/api/system/flows/executions";
const FAULTS: &str = "/sandbox/faults";

/// Sets a flow up and returns its ID.
async fn add(sandbox: &InProcess, template: &str, connection: &str) -> String {
    let new = json!({ "template": template, "connection_id": connection });
    let made = sandbox.post(FLOWS, &new).await.data();
    assert_eq!(made["status"], "active");
    made["id"].as_str().expect("an ID").to_owned()
}

async fn executions(sandbox: &InProcess, query: &str) -> Vec<Value> {
    sandbox.get(&format!("{EXECUTIONS}?{query}")).await.data().as_array().expect("a list").clone()
}

async fn steps(sandbox: &InProcess, execution: &Value) -> Value {
    let id = execution["id"].as_str().expect("an ID");
    sandbox.get(&format!("{EXECUTIONS}/{id}")).await.data()
}

#[tokio::test]
async fn a_schedule_starts_a_flow_and_each_step_goes_on_with_what_the_last_one_made() {
    let sandbox = InProcess::new();
    sandbox.endpoint("http://127.0.0.1:9/hook", &["flow.*"]).await;
    let (id, _) = sandbox.connected("sap").await;
    let flow = add(&sandbox, "low-stock", &id).await;
    assert!(executions(&sandbox, "").await.is_empty());
    sandbox.wait(3_605);
    let all = executions(&sandbox, &format!("flow_id={flow}")).await;
    assert_eq!(all.len(), 1);
    assert_eq!((&all[0]["trigger"], &all[0]["status"]), (&json!("schedule"), &json!("completed")));
    let whole = steps(&sandbox, &all[0]).await;
    let steps = whole["steps"].as_array().expect("steps");
    assert_eq!(steps.len(), 4, "{whole}");
    for pair in steps.windows(2) {
        assert_eq!(pair[0]["output"], pair[1]["input"]);
        assert_eq!(pair[0]["finished_at"], pair[1]["started_at"]);
        assert!(pair[1]["took_ms"].as_u64() > Some(0));
    }
    let kept = steps[1]["output"]["rows"].as_array().expect("rows");
    assert!(!kept.is_empty() && kept.len() < steps[0]["output"]["rows"].as_array().expect("rows").len());
    let few = |row: &Value| row["quantity"].as_f64().or_else(|| row["quantity"].as_str()?.parse().ok());
    assert!(kept.iter().all(|row| few(row).is_some_and(|quantity| quantity < 25.0)), "{}", kept[0]);
    // What it read is in the request log, under the ID that the step names.
    let request = steps[0]["output"]["request_id"].as_str().expect("an ID");
    let logged = sandbox.get(&format!("/api/system/requests/{request}")).await.data();
    assert_eq!((&logged["connection_id"], &logged["status"]), (&json!(id), &json!(200)));
    assert_eq!(sandbox.events().await, ["flow.low-stock"]);
}

#[tokio::test]
async fn a_failed_sync_is_triaged_with_its_request() {
    let sandbox = InProcess::new();
    let (id, _) = sandbox.connected("inextia").await;
    add(&sandbox, "sync-triage", &id).await;
    sandbox.post(FAULTS, &json!({ "kind": "error", "status": 502, "connection_id": id })).await.data();
    sandbox.wait(3_700);
    let all = executions(&sandbox, "status=completed").await;
    assert!(!all.is_empty());
    assert_eq!(all[0]["trigger"], "event");
    let whole = steps(&sandbox, &all[0]).await;
    let found = &whole["steps"][0]["output"]["request"];
    assert_eq!(found["id"], all[0]["input"]["error"]["request_id"]);
    assert_eq!(found["status"], 502);
}

#[tokio::test]
async fn a_webhook_brings_input_that_is_checked() {
    let sandbox = InProcess::new();
    let (id, _) = sandbox.connected("inextia").await;
    let flow = add(&sandbox, "service-request-intake", &id).await;
    let hook = format!("{FLOWS}/{flow}/hook");
    let begun = sandbox.post(&hook, &json!({ "title": "Leak", "assetKey": "A-7" })).await;
    assert_eq!((begun.status.as_u16(), &begun.body["data"]["status"]), (202, &json!("running")));
    sandbox.post(&hook, &json!({ "title": "Leak" })).await.data();
    sandbox.wait(5);
    let all = executions(&sandbox, "").await;
    let statuses: Vec<_> = all.iter().map(|it| it["status"].as_str().expect("a status")).collect();
    assert_eq!(statuses, ["failed", "completed"]);
    assert!(all[0]["error"].as_str().is_some_and(|error| error.contains("assetKey")));
    assert_eq!(steps(&sandbox, &all[0]).await["steps"].as_array().map(Vec::len), Some(1), "the next step never ran");
    let other = add(&sandbox, "sync-triage", &id).await;
    assert_eq!(sandbox.post(&format!("{FLOWS}/{other}/hook"), &json!({})).await.refusal(), (409, "CONFLICT"));
}

#[tokio::test]
async fn a_system_that_is_down_fails_the_step_that_needs_it() {
    let sandbox = InProcess::new();
    let (id, _) = sandbox.connected("sap").await;
    let flow = add(&sandbox, "low-stock", &id).await;
    sandbox.post(FAULTS, &json!({ "kind": "source_down", "connection_id": id })).await.data();
    sandbox.post(&format!("{FLOWS}/{flow}/run"), &Value::Null).await.data();
    sandbox.wait(5);
    let all = executions(&sandbox, "").await;
    assert_eq!((&all[0]["trigger"], &all[0]["status"]), (&json!("manual"), &json!("failed")));
    let error = all[0]["error"].as_str().expect("a reason");
    assert!(error.contains("SOURCE_UNREACHABLE") && error.contains("req_"), "{error}");
}

#[tokio::test]
async fn flows_end_with_their_connection() {
    let sandbox = InProcess::new();
    let (id, _) = sandbox.connected("sap").await;
    let flow = add(&sandbox, "nightly-full-sync", &id).await;
    let run = format!("{FLOWS}/{flow}/run");
    sandbox.post(&run, &Value::Null).await.data();
    sandbox.delete(&format!("/api/system/connections/{id}")).await.data();
    let all = executions(&sandbox, "").await;
    assert_eq!(all[0]["status"], "cancelled");
    let shown = sandbox.get(&format!("{FLOWS}/{flow}")).await.data();
    assert_eq!((&shown["status"], &shown["next_execution_at"]), (&json!("stopped"), &Value::Null));
    assert_eq!(sandbox.post(&run, &Value::Null).await.refusal(), (409, "CONFLICT"));
    sandbox.wait(3 * 86_400);
    assert_eq!(executions(&sandbox, "").await.len(), 1);
    assert_eq!(sandbox.delete(&format!("{FLOWS}/{flow}")).await.data()["deleted"], true);
    assert!(executions(&sandbox, "").await.is_empty());
}

#[tokio::test]
async fn what_cannot_be_set_up_is_refused() {
    let sandbox = InProcess::new();
    let (id, _) = sandbox.connected("sap").await;
    let templates = sandbox.get(&format!("{FLOWS}/templates")).await.data();
    assert!(templates.as_array().expect("a list").len() >= 5);
    add(&sandbox, "low-stock", &id).await;
    for (new, refusal) in [
        (json!({ "template": "low-stock", "connection_id": id }), (409, "CONFLICT")),
        (json!({ "template": "weather", "connection_id": id }), (422, "VALIDATION_FAILED")),
        (json!({ "template": "low-stock", "connection_id": "0" }), (404, "NOT_FOUND")),
        (json!({ "template": "low-stock", "connection_id": id, "colour": "red" }), (422, "VALIDATION_FAILED")),
    ] {
        assert_eq!(sandbox.post(FLOWS, &new).await.refusal(), refusal, "{new}");
    }
}

#[tokio::test]
async fn the_same_run_has_the_same_executions() {
    let run = async || {
        let sandbox = InProcess::new();
        let (id, _) = sandbox.connected("sap").await;
        add(&sandbox, "low-stock", &id).await;
        add(&sandbox, "finished-work-orders", &id).await;
        sandbox.wait(6 * 3_600);
        executions(&sandbox, "per_page=100").await
    };
    let first = run().await;
    assert!(first.len() >= 3 && first.iter().any(|it| it["trigger"] == "event"), "{}", first.len());
    assert_eq!(first, run().await);
}
