//! Credits: what a connection takes, what an account may have, and what comes back.

use serde_json::json;

use crate::support::sandbox::InProcess;

#[tokio::test]
async fn credits_are_taken_by_tier_and_come_back() {
    let sandbox = InProcess::new();
    let (first, _) = sandbox.connect("inextia", "one").await;
    let credentials = sandbox.credentials("sap").await;
    let body = json!({ "name": "two", "email": "a@example.com", "provider": "sap", "credentials": credentials });
    sandbox.post("/api/system/connections", &body).await.data();
    let credits = sandbox.get("/api/system/credits").await.data();
    assert_eq!(credits, json!({ "total": 60, "used": 5, "available": 55 }));
    let gone = sandbox.delete(&format!("/api/system/connections/{first}")).await.data();
    assert_eq!(gone["credits_returned"], 1);
    assert_eq!(sandbox.get("/api/system/credits").await.data()["available"], 56);
}

#[tokio::test]
async fn without_credits_a_connection_is_inactive_until_there_are_some() {
    let sandbox = InProcess::new();
    let mut ids = Vec::new();
    for number in 0..15 {
        ids.push(sandbox.connect("sap", &format!("sap {number}")).await.0);
    }
    let (poor, tokens) = sandbox.connect("inextia", "one too many").await;
    let connection = sandbox.connection(&poor).await;
    assert_eq!((&connection["status"], &connection["credits"]), (&json!("inactive"), &json!(0)));
    let start = sandbox.post(&format!("/api/system/connections/{poor}/syncs"), &json!({ "mode": "full" })).await;
    assert_eq!(start.refusal(), (409, "INSUFFICIENT_CREDITS"));
    assert!(tokens["access_token"].is_string());

    let again = json!({ "credentials": sandbox.credentials("inextia").await });
    let reconnect = format!("/api/system/connections/{poor}/reconnect");
    assert_eq!(sandbox.post(&reconnect, &again).await.refusal(), (409, "INSUFFICIENT_CREDITS"));
    sandbox.delete(&format!("/api/system/connections/{}", ids[0])).await.data();
    sandbox.post(&reconnect, &again).await.data();
    sandbox.wait(60);
    assert_eq!(sandbox.connection(&poor).await["status"], "active");
    assert_eq!(sandbox.get("/api/system/credits").await.data()["available"], 3);
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
