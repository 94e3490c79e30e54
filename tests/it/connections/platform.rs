//! Connections: their life, lists and metadata.

use makini::api::connections::Connection;
use makini::api::page::Page;
use serde_json::json;

use crate::support::sandbox::InProcess;

#[tokio::test]
async fn creating_answers_tokens_and_no_id() {
    let sandbox = InProcess::new();
    let (id, tokens) = sandbox.connect("inextia", "Plant 7").await;
    let names: Vec<_> = tokens.as_object().expect("an object").keys().map(String::as_str).collect();
    assert_eq!(names, ["access_token", "refresh_token", "expires_in"]);
    // Thirty days, as the epoch of the end, as text.
    assert_eq!(tokens["expires_in"], "1774958400");
    assert!(id.len() == 14 && id.bytes().all(|byte| byte.is_ascii_digit()), "{id}");
}

#[tokio::test]
async fn a_connection_lives_and_ends() {
    let sandbox = InProcess::new();
    let (id, tokens) = sandbox.connect("inextia", "Plant 7").await;
    let path = format!("/api/system/connections/{id}");
    let token = tokens["access_token"].as_str().expect("a token");
    assert_eq!(sandbox.connection(&id).await["status"], "synchronizing");
    sandbox.wait(30);
    let connection = sandbox.connection(&id).await;
    assert_eq!((&connection["status"], &connection["health"]), (&json!("active"), &json!("online")));
    assert_eq!(connection["fields"].get("password"), None);

    let changed = sandbox.put(&path, &json!({ "name": "Plant 8", "email": "new@example.com" })).await.data();
    assert_eq!((&changed["name"], &changed["email"]), (&json!("Plant 8"), &json!("new@example.com")));
    assert_eq!(sandbox.put(&path, &json!({ "email": "nobody" })).await.refusal(), (422, "VALIDATION_FAILED"));

    assert_eq!(sandbox.ask(token, "GET", "/api/integrations/current", None).await.data()["id"], *id);
    sandbox.delete(&path).await.data();
    let dead = sandbox.ask(token, "GET", "/api/integrations/current", None).await;
    assert_eq!(dead.refusal(), (401, "TOKEN_REVOKED"));
    assert_eq!(sandbox.connection(&id).await["status"], "disconnected");
    assert_eq!(sandbox.get("/api/system/connections").await.body["meta"]["total"], 0);
    assert_eq!(sandbox.get("/api/system/connections?include=disconnected").await.body["meta"]["total"], 1);
    assert_eq!(sandbox.delete(&path).await.refusal(), (404, "NOT_FOUND"));
    assert_eq!(sandbox.post(&format!("{path}/token"), &json!({})).await.refusal(), (409, "CONFLICT"));
    sandbox.wait(100_000);
    let syncs = sandbox.get(&format!("{path}/syncs")).await;
    assert_eq!(syncs.body["meta"]["total"], 1, "nothing runs after the end, and what was read stays");
}

#[tokio::test]
async fn a_connection_can_end_itself() {
    let sandbox = InProcess::new();
    let (id, token) = sandbox.connected("inextia").await;
    sandbox.ask(&token, "DELETE", "/api/integrations/current", None).await.data();
    assert_eq!(sandbox.connection(&id).await["status"], "disconnected");
    assert_eq!(sandbox.ask(&token, "DELETE", "/api/integrations/current", None).await.status.as_u16(), 401);
}

#[tokio::test]
async fn credentials_that_the_system_refuses_make_no_connection() {
    let sandbox = InProcess::new();
    let mut credentials = sandbox.credentials("inextia").await;
    credentials["password"] = json!("wrong");
    let body = json!({ "name": "x", "email": "a@example.com", "provider": "inextia", "credentials": credentials });
    let answer = sandbox.post("/api/system/connections", &body).await;
    assert_eq!(answer.refusal(), (422, "VALIDATION_FAILED"));
    assert_eq!(answer.body["error"]["details"]["credentials.password"], json!(["was refused by the system"]));
    for (provider, deployment) in [("none", "cloud"), ("inextia", "moon")] {
        let credentials = sandbox.credentials("inextia").await;
        let body = json!({ "name": "x", "email": "a@example.com", "provider": provider,
            "deployment": deployment, "credentials": credentials });
        assert_eq!(sandbox.post("/api/system/connections", &body).await.refusal().0, 422, "{provider} {deployment}");
    }
    assert_eq!(sandbox.get("/api/system/connections").await.body["meta"]["total"], 0);
    assert_eq!(sandbox.get("/api/system/credits").await.data()["used"], 0);
}

#[tokio::test]
async fn lists_are_paged_filtered_and_sorted() {
    let sandbox = InProcess::new();
    for name in ["delta", "Bravo", "alpha", "charlie", "echo"] {
        sandbox.connect("inextia", name).await;
        sandbox.wait(1);
    }
    let names = |query: &'static str| {
        let sandbox = &sandbox;
        async move {
            let answer = sandbox.get(&format!("/api/system/connections?{query}")).await;
            let page: Page<Connection> = serde_json::from_value(answer.body).expect("a page");
            page.data.into_iter().filter_map(|row| row.name).collect::<Vec<_>>().join(" ")
        }
    };
    assert_eq!(names("").await, "delta Bravo alpha charlie echo");
    assert_eq!(names("sort[name]=0").await, "alpha Bravo charlie delta echo");
    assert_eq!(names("sort[name]=1&per_page=2").await, "echo delta");
    assert_eq!(names("sort[name]=1&per_page=2&page=2").await, "charlie Bravo");
    assert_eq!(names("sort[name]=1&per_page=2&page=3").await, "alpha");
    assert_eq!(names("page=2&per_page=2").await, "alpha charlie");
    assert_eq!(names("page=9&per_page=2").await, "");
    assert_eq!(names("filter[name:contains]=LPH").await, "alpha");
    assert_eq!(names("status=active").await, "");
    sandbox.wait(60);
    assert_eq!(names("status=Active&sort[created_at]=1").await, "echo charlie alpha Bravo delta");
    assert_eq!(names("filter[health]=offline").await, "");
    assert_eq!(sandbox.get("/api/system/connections?sort[secret]=0").await.refusal().0, 422);

    let answer = sandbox.get("/api/system/connections?page=2&per_page=2&status=active").await;
    assert_eq!(answer.body["meta"]["from"], 3);
    assert_eq!(answer.body["meta"]["last_page"], 3);
    let base = "http://127.0.0.1:4000/api/system/connections";
    assert_eq!(answer.body["links"]["next"], format!("{base}?per_page=2&status=active&page=3"));
    assert_eq!(answer.body["meta"]["path"], base);
    let cut = sandbox.get("/api/system/connections?per_page=9999").await;
    assert_eq!(cut.body["meta"]["per_page"], 500);
}

#[tokio::test]
async fn metadata_is_kept_and_comes_with_the_connection() {
    let sandbox = InProcess::new();
    let (id, _) = sandbox.connect("inextia", "Plant 7").await;
    let path = format!("/api/system/connections/{id}/metadata");
    sandbox.post(&path, &json!([{ "key": "site", "value": "Oslo" }, { "key": "line", "value": "4" }])).await.data();
    let written = sandbox.post(&path, &json!([{ "key": "line", "value": "5" }])).await.data();
    assert_eq!(written["user_metadata"], r#"{"site":"Oslo","line":"5"}"#);
    let page = sandbox.get(&path).await;
    assert_eq!(page.body["meta"]["total"], 1);
    assert_eq!(page.data()[0]["user_metadata"], r#"{"site":"Oslo","line":"5"}"#);
    assert_eq!(sandbox.post(&path, &json!([{ "key": "", "value": "x" }])).await.refusal().0, 422);
    assert_eq!(sandbox.post(&path, &json!({ "key": "a", "value": "x" })).await.refusal().0, 422);
}

#[tokio::test]
async fn several_connections_to_one_system_have_tokens_of_their_own() {
    let sandbox = InProcess::new();
    let (north, north_token) = sandbox.connected("inextia").await;
    let (south, south_token) = sandbox.connected("inextia").await;
    assert_ne!(north, south);
    for (id, token) in [(&north, &north_token), (&south, &south_token)] {
        let current = sandbox.ask(token, "GET", "/api/integrations/current", None).await.data();
        assert_eq!(current["id"], **id);
        assert_eq!(current["sync_status"], "fulldone");
    }
    sandbox.delete(&format!("/api/system/connections/{north}")).await.data();
    assert_eq!(sandbox.ask(&south_token, "GET", "/api/integrations/current", None).await.status.as_u16(), 200);
}
