//! Where a connection stands in its life, from pending to disconnected.

use serde_json::json;

use super::GOOD;
use crate::support::link_visitor::LinkVisitor;
use crate::support::sandbox::InProcess;

#[tokio::test]
async fn pending_synchronizing_in_progress_active_disconnected() {
    let sandbox = InProcess::new();
    let made = sandbox.post("/api/system/magic-links", &json!({ "name": "Plant 7", "provider": "mex" })).await.data();
    let id = made["connection_id"].as_str().expect("an ID").to_owned();
    let mut seen = vec![sandbox.connection(&id).await["status"].clone()];
    let url = made["url"].as_str().expect("an address").to_owned();
    let mut visitor = LinkVisitor::open(&sandbox, &url["http://127.0.0.1:4000".len()..]).await;
    visitor.press("Agree", &[]).await;
    visitor.press("Connect MEX", &GOOD).await;
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
