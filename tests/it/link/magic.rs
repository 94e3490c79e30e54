//! Magic Links: made by one person, opened by another.

use serde_json::{Value, json};

use super::{GOOD, address, exchange};
use crate::support::link_visitor::{HOST, LinkVisitor};
use crate::support::sandbox::InProcess;

const LINKS: &str = "/api/system/magic-links";

async fn make(sandbox: &InProcess, body: &Value) -> (Value, String) {
    let made = sandbox.post(LINKS, body).await.data();
    let url = made["url"].as_str().expect("an address").to_owned();
    let at = url.strip_prefix(&format!("http://{HOST}")).expect("of this sandbox").to_owned();
    (made, at)
}

#[tokio::test]
async fn a_link_finishes_the_connection_that_waits_for_it() {
    let sandbox = InProcess::new();
    let body = json!({ "name": "Plant Oslo", "email": "it@customer.example", "provider": "mex",
        "metadata": { "customer": "42" }, "expires_in": 3600 });
    let (made, at) = make(&sandbox, &body).await;
    let id = made["connection_id"].as_str().expect("an ID").to_owned();
    let pending = sandbox.connection(&id).await;
    assert_eq!((&pending["status"], &pending["credits"]), (&json!("pending"), &json!(0)));
    assert_eq!((pending.get("health"), &pending["user_metadata"]), (None, &json!(r#"{"customer":"42"}"#)));
    assert_eq!(pending["connected_at"], Value::Null);
    let token = sandbox.post(&format!("/api/system/connections/{id}/token"), &json!({})).await;
    assert_eq!(token.refusal(), (409, "CONFLICT"), "nobody can use it yet");
    let sync = sandbox.post(&format!("/api/system/connections/{id}/syncs"), &json!({ "mode": "full" })).await;
    assert_eq!(sync.refusal().0, 409);

    let mut visitor = LinkVisitor::open(&sandbox, &at).await;
    let text = visitor.text();
    assert!(text.contains("Connect MEX") && !text.contains("Choose another system"), "{text}");
    visitor.press("Agree", &[]).await;
    let form = visitor.form("Connect MEX");
    assert!(form.fields.contains(&("name".into(), "Plant Oslo".into())), "{form:?}");
    assert!(form.fields.contains(&("email".into(), "it@customer.example".into())), "{form:?}");
    let mut good = GOOD.to_vec();
    good.retain(|(name, _)| !matches!(*name, "name" | "email"));
    visitor.press("Connect MEX", &good).await;
    let text = visitor.text();
    assert!(text.contains("You are done.") && !text.contains("Go back to"), "{text}");

    sandbox.wait(60);
    let connection = sandbox.connection(&id).await;
    assert_eq!((&connection["status"], &connection["name"]), (&json!("active"), &json!("Plant Oslo")));
    assert_eq!(connection["user_metadata"], r#"{"customer":"42"}"#);
    assert_eq!(sandbox.get(LINKS).await.data()[0]["status"], "used");
    let again = LinkVisitor::open(&sandbox, &at).await;
    assert_eq!(again.page.status.as_u16(), 410);
    assert!(again.text().contains("This link has been used"), "{}", again.text());
}

#[tokio::test]
async fn a_link_leaves_the_choice_of_the_system_and_can_be_said_no_to() {
    let sandbox = InProcess::new();
    let (made, at) = make(&sandbox, &json!({ "name": "Plant Oslo" })).await;
    let mut visitor = LinkVisitor::open(&sandbox, &at).await;
    assert!(visitor.at.ends_with("/systems"), "{}", visitor.at);
    visitor.go(&format!("{}?q=mex", visitor.at.clone())).await;
    visitor.press("MEX", &[]).await;
    assert!(visitor.text().contains("Choose another system"), "{}", visitor.text());
    visitor.press("Deny", &[]).await;
    assert!(visitor.text().contains("Nothing was connected"), "{}", visitor.text());
    assert_eq!(visitor.page.status.as_u16(), 200);
    assert_eq!(sandbox.get(LINKS).await.data()[0]["status"], "pending");

    // Two people with one link: the first connects.
    let mut two = Vec::new();
    for _ in 0..2 {
        two.push(super::to_details(&sandbox, &at).await);
    }
    two[0].press("Connect MEX", &GOOD).await;
    assert!(two[0].at.ends_with("/progress"), "{}", two[0].text());
    two[1].press("Connect MEX", &GOOD).await;
    assert!(two[1].text().contains("has been used or has expired"), "{}", two[1].text());
    assert_eq!(sandbox.get("/api/system/connections").await.body["meta"]["total"], 1);
    assert_eq!(sandbox.connection(made["connection_id"].as_str().expect("an ID")).await["integration_name"], "mex");
}

#[tokio::test]
async fn links_end() {
    let sandbox = InProcess::new();
    let (_, late) = make(&sandbox, &json!({ "name": "Late", "expires_in": 60 })).await;
    let (made, withdrawn) = make(&sandbox, &json!({ "name": "Withdrawn" })).await;
    let id = made["connection_id"].as_str().expect("an ID");
    sandbox.delete(&format!("/api/system/connections/{id}")).await.data();
    sandbox.wait(60);
    for (at, words) in [
        (late, "This link has expired"),
        (withdrawn, "This link has been withdrawn"),
        ("/link/auth?magic_link=mk_test_link_guessed".into(), "This link is not known"),
    ] {
        let visitor = LinkVisitor::open(&sandbox, &at).await;
        assert_eq!(visitor.page.status.as_u16(), 410);
        assert!(visitor.text().contains(words), "{words}: {}", visitor.text());
    }
    let statuses: Vec<Value> =
        sandbox.get(LINKS).await.data().as_array().expect("a list").iter().map(|l| l["status"].clone()).collect();
    assert_eq!(statuses, ["withdrawn", "expired"]);
    let log = sandbox.get("/api/system/requests?per_page=100").await;
    assert!(!String::from_utf8_lossy(&log.bytes).contains("mk_test_link"), "addresses are in no log");
}

#[tokio::test]
async fn what_makes_no_link() {
    let sandbox = InProcess::new();
    for body in [
        json!({}),
        json!({ "name": " " }),
        json!({ "name": "x", "email": "no" }),
        json!({ "name": "x", "provider": "none" }),
        json!({ "name": "x", "expires_in": 5 }),
        json!({ "name": "x", "metadata": { "a": 1 } }),
    ] {
        assert_eq!(sandbox.post(LINKS, &body).await.refusal(), (422, "VALIDATION_FAILED"), "{body}");
    }
    assert_eq!(sandbox.post(LINKS, &json!({ "connection_id": "none" })).await.refusal().0, 404);
    let (_, token) = sandbox.connected("inextia").await;
    let answer = sandbox.ask(&token, "POST", LINKS, Some(&json!({ "name": "x" }))).await;
    assert_eq!(answer.refusal(), (403, "PERMISSION_DENIED"));
}

/// After the credentials have changed at the source, signing in again keeps the connection and gives a new token.
#[tokio::test]
async fn signing_in_again_keeps_the_connection_and_gives_a_new_token() {
    let sandbox = InProcess::new();
    let (id, old) = sandbox.connected("mex").await;
    sandbox.post("/sandbox/faults", &json!({ "kind": "credentials_changed", "connection_id": id })).await.data();
    let current = "/api/raw/tables";
    assert_eq!(sandbox.ask(&old, "GET", current, None).await.refusal(), (401, "REAUTHORIZATION_REQUIRED"));

    let (_, at) = make(&sandbox, &json!({ "connection_id": id })).await;
    let token = at.split("magic_link=").nth(1).expect("a token");
    let mut visitor = LinkVisitor::open(&sandbox, &address(&[("magic_link", Some(token))])).await;
    let text = visitor.text();
    assert!(text.contains("into mex plant again?") && text.contains("the old ones end at once"), "{text}");
    visitor.press("Agree", &[]).await;
    assert!(!visitor.text().contains("Name of the connection"), "{}", visitor.text());
    visitor.press("Connect MEX", &GOOD[..3]).await;
    visitor.press("Go back", &[]).await;
    let code = visitor.brought("code").expect("a code");
    let tokens = exchange(&sandbox, &[("code", &code)]).await;
    let new = tokens.body["access_token"].as_str().expect("a token").to_owned();
    assert_eq!(sandbox.ask(&old, "GET", current, None).await.refusal(), (401, "TOKEN_REVOKED"));
    assert_eq!(sandbox.ask(&new, "GET", current, None).await.status.as_u16(), 200);
    let connection = sandbox.connection(&id).await;
    assert_eq!((&connection["health"], &connection["name"]), (&json!("online"), &json!("mex plant")));
    assert_eq!(sandbox.get("/api/system/connections").await.body["meta"]["total"], 1);
}
