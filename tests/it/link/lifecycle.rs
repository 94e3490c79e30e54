//! Where a connection stands in its life, from pending to disconnected, and what credits have to do with it.

use serde_json::json;

use super::GOOD;
use crate::support::sandbox::InProcess;
use crate::support::surfer::Surfer;

#[tokio::test]
async fn pending_synchronizing_in_progress_active_disconnected() {
    let sandbox = InProcess::new();
    let made = sandbox.post("/api/system/magic-links", &json!({ "name": "Plant 7", "provider": "mex" })).await.data();
    let id = made["connection_id"].as_str().expect("an ID").to_owned();
    let mut seen = vec![sandbox.connection(&id).await["status"].clone()];
    let url = made["url"].as_str().expect("an address").to_owned();
    let mut surfer = Surfer::open(&sandbox, &url["http://127.0.0.1:4000".len()..]).await;
    surfer.press("Agree", &[]).await;
    surfer.press("Connect MEX", &GOOD).await;
    for _ in 0..60 {
        let status = sandbox.connection(&id).await["status"].clone();
        if seen.last() != Some(&status) {
            seen.push(status);
        }
        sandbox.wait(1);
    }
    sandbox.delete(&format!("/api/system/connections/{id}")).await.data();
    seen.push(sandbox.connection(&id).await["status"].clone());
    assert_eq!(seen, ["pending", "synchronizing", "in_progress", "active", "disconnected"]);
}

#[tokio::test]
async fn credits_that_come_back_make_an_inactive_connection_active() {
    let sandbox = InProcess::new();
    let mut rich = String::new();
    for number in 0..15 {
        rich = sandbox.connect("ibm-maximo", &format!("Plant {number}")).await.0;
    }
    let (poor, tokens) = sandbox.connect("mex", "Poor").await;
    let token = tokens["access_token"].as_str().expect("a token");
    assert_eq!(sandbox.connection(&poor).await["status"], "inactive");
    let refused = sandbox.ask(token, "GET", "/api/raw/tables", None).await;
    assert_eq!(refused.refusal(), (409, "INSUFFICIENT_CREDITS"));
    let activate = format!("/api/system/connections/{poor}/reactivate");
    assert_eq!(sandbox.post(&activate, &json!({})).await.refusal(), (409, "INSUFFICIENT_CREDITS"));

    sandbox.delete(&format!("/api/system/connections/{rich}")).await.data();
    assert_eq!(sandbox.post(&activate, &json!({})).await.data()["status"], "synchronizing");
    sandbox.wait(60);
    let connection = sandbox.connection(&poor).await;
    assert_eq!((&connection["status"], &connection["credits"]), (&json!("active"), &json!(1)));
    assert_eq!(sandbox.ask(token, "GET", "/api/raw/tables", None).await.status.as_u16(), 200, "its token is the same");
    assert_eq!(sandbox.post(&activate, &json!({})).await.refusal(), (409, "CONFLICT"));
}

#[tokio::test]
async fn a_paid_account_may_go_beyond_its_credits() {
    let sandbox = InProcess::new();
    for number in 0..15 {
        sandbox.connect("ibm-maximo", &format!("Plant {number}")).await;
    }
    let (poor, _) = sandbox.connect("mex", "Poor").await;
    let path = format!("/api/system/connections/{poor}/reactivate");
    assert_eq!(sandbox.post(&path, &json!({ "overage": true })).await.data()["status"], "synchronizing");
    let credits = sandbox.get("/api/system/credits").await.data();
    assert_eq!((&credits["used"], &credits["available"], &credits["overage"]), (&json!(61), &json!(0), &json!(1)));
    sandbox.wait(60);
    assert_eq!(sandbox.connection(&poor).await["status"], "active");
}

/// A token opens the connection it was issued for, whatever else is asked for.
#[tokio::test]
async fn a_token_is_bound_to_one_connection() {
    let sandbox = InProcess::new();
    let (north, token) = sandbox.connected("mex").await;
    let (south, _) = sandbox.connected("mex").await;
    assert_eq!(sandbox.ask(&token, "GET", "/api/integrations/current", None).await.data()["id"], north);
    let path = format!("/api/system/connections/{south}");
    for (method, path) in [("GET", path.clone()), ("DELETE", path.clone()), ("POST", format!("{path}/token"))] {
        let answer = sandbox.ask(&token, method, &path, Some(&json!({}))).await;
        assert_eq!(answer.refusal(), (403, "PERMISSION_DENIED"), "{method} {path}");
    }
    sandbox.delete(&format!("/api/system/connections/{north}")).await.data();
    assert_eq!(sandbox.ask(&token, "GET", "/api/integrations/current", None).await.refusal(), (401, "TOKEN_REVOKED"));
    assert_eq!(sandbox.connection(&south).await["status"], "active");
}
