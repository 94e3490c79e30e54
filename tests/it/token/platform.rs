//! Tokens: grants, refreshing, revoking, expiry.

use axum::body::Body;
use axum::http::Request;
use makini::sandbox::{CLIENT_ID, client_secret};
use serde_json::{Value, json};

use crate::support::sandbox::{Answer, InProcess};

async fn form(sandbox: &InProcess, path: &str, fields: &[(&str, &str)]) -> Answer {
    let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let request = Request::post(path)
        .header("host", "localhost:1")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Body::from(body))
        .expect("valid");
    sandbox.raw(request).await
}

fn text(value: &Value, name: &str) -> String {
    value[name].as_str().expect(name).to_owned()
}

#[tokio::test]
async fn client_credentials_as_json_and_as_a_form() {
    let sandbox = InProcess::new();
    let secret = client_secret();
    let fields = [("grant_type", "client_credentials"), ("client_id", CLIENT_ID), ("client_secret", secret.expose())];
    let object: Value = fields.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
    for answer in [sandbox.post("/link/token", &object).await, form(&sandbox, "/link/token", &fields).await] {
        assert_eq!(answer.status.as_u16(), 200, "{}", answer.body);
        assert_eq!(answer.header("cache-control"), "no-store");
        assert_eq!(answer.body["token_type"], "bearer");
        assert_eq!(answer.body["expires_in"], 1_774_958_400);
        let token = text(&answer.body, "access_token");
        assert!(token.starts_with("mk_test_"));
        assert_eq!(sandbox.ask(&token, "GET", "/api/system/client", None).await.data()["name"], "Sandbox application");
    }
}

#[tokio::test]
async fn grants_that_are_refused() {
    let sandbox = InProcess::new();
    let secret = client_secret();
    for (fields, status, word) in [
        (vec![("grant_type", "password")], 400, "unsupported_grant_type"),
        (vec![], 400, "invalid_request"),
        (vec![("grant_type", "client_credentials"), ("client_id", CLIENT_ID)], 401, "invalid_client"),
        (
            vec![("grant_type", "client_credentials"), ("client_id", CLIENT_ID), ("client_secret", "mk_test_no")],
            401,
            "invalid_client",
        ),
        (
            vec![("grant_type", "refresh_token"), ("client_id", CLIENT_ID), ("refresh_token", "mk_test_rt_no")],
            400,
            "invalid_grant",
        ),
        (
            vec![
                ("grant_type", "authorization_code"),
                ("client_id", CLIENT_ID),
                ("client_secret", secret.expose()),
                ("code", "mk_test_code_no"),
                ("redirect_uri", "http://localhost/"),
            ],
            400,
            "invalid_grant",
        ),
    ] {
        let answer = form(&sandbox, "/link/token", &fields).await;
        assert_eq!(answer.status.as_u16(), status, "{fields:?} {}", answer.body);
        assert_eq!(answer.body["error"], word, "{fields:?}");
    }
}

#[tokio::test]
async fn refreshing_ends_the_old_pair() {
    let sandbox = InProcess::new();
    let (_, old) = sandbox.connect("inextia", "Plant 7").await;
    let refresh = |token: String| {
        let sandbox = &sandbox;
        async move {
            let fields = [("grant_type", "refresh_token"), ("client_id", CLIENT_ID), ("refresh_token", token.as_str())];
            form(sandbox, "/link/token", &fields).await
        }
    };
    let new = refresh(text(&old, "refresh_token")).await;
    assert_eq!(new.status.as_u16(), 200, "{}", new.body);
    let current = "/api/integrations/current";
    let dead = sandbox.ask(&text(&old, "access_token"), "GET", current, None).await;
    assert_eq!(dead.refusal(), (401, "TOKEN_REVOKED"));
    assert_eq!(refresh(text(&old, "refresh_token")).await.refusal(), (400, "TOKEN_REVOKED"));
    let alive = sandbox.ask(&text(&new.body, "access_token"), "GET", current, None).await;
    assert_eq!(alive.data()["company_name"], "Plant 7");
    // An access token renews nothing, and a refresh token opens nothing.
    assert_eq!(refresh(text(&new.body, "access_token")).await.refusal(), (400, "AUTHENTICATION_FAILED"));
    let wrong = sandbox.ask(&text(&new.body, "refresh_token"), "GET", current, None).await;
    assert_eq!(wrong.refusal(), (401, "AUTHENTICATION_FAILED"));
}

#[tokio::test]
async fn tokens_expire_after_thirty_days_and_can_be_refreshed_for_one_more() {
    let sandbox = InProcess::new();
    let (_, tokens) = sandbox.connect("inextia", "Plant 7").await;
    sandbox.wait(30 * 86_400 - 1);
    let access = text(&tokens, "access_token");
    let current = "/api/integrations/current";
    assert_eq!(sandbox.ask(&access, "GET", current, None).await.status.as_u16(), 200);
    sandbox.wait(1);
    assert_eq!(sandbox.ask(&access, "GET", current, None).await.refusal(), (401, "TOKEN_EXPIRED"));
    sandbox.wait(86_400);
    let refresh = text(&tokens, "refresh_token");
    let fields = [("grant_type", "refresh_token"), ("client_id", CLIENT_ID), ("refresh_token", refresh.as_str())];
    assert_eq!(form(&sandbox, "/link/token", &fields).await.refusal(), (400, "TOKEN_EXPIRED"));
}

#[tokio::test]
async fn issued_tokens_stand_beside_the_old_and_revoking_ends_them_all() {
    let sandbox = InProcess::new();
    let (id, first) = sandbox.connected("inextia").await;
    let path = format!("/api/system/connections/{id}/token");
    let issued = sandbox.post(&path, &json!({})).await.data();
    assert!(issued["expires_in"].is_number());
    let second = text(&issued, "token");
    for token in [&first, &second] {
        assert_eq!(sandbox.ask(token, "GET", "/api/integrations/current", None).await.status.as_u16(), 200);
    }
    assert_eq!(sandbox.delete(&path).await.data()["revoked"], 2);
    for token in [&first, &second] {
        let dead = sandbox.ask(token, "GET", "/api/integrations/current", None).await;
        assert_eq!(dead.refusal(), (401, "TOKEN_REVOKED"));
    }
    assert_eq!(sandbox.connection(&id).await.get("token_expires_at"), None);
}

#[tokio::test]
async fn each_kind_of_token_opens_its_own_doors() {
    let sandbox = InProcess::new();
    let (_, token) = sandbox.connected("inextia").await;
    let answer = sandbox.ask(&token, "GET", "/api/system/connections", None).await;
    assert_eq!(answer.refusal(), (403, "PERMISSION_DENIED"));
    assert_eq!(sandbox.get("/api/integrations/current").await.refusal(), (403, "PERMISSION_DENIED"));
    for header in ["", "Bearer", "Basic abc", "Bearer mk_test_at_unknown"] {
        let request = Request::get("/api/system/client")
            .header("host", "localhost")
            .header("authorization", header)
            .body(Body::empty())
            .expect("valid");
        assert_eq!(sandbox.raw(request).await.refusal(), (401, "AUTHENTICATION_FAILED"), "{header}");
    }
}

#[tokio::test]
async fn a_token_lives_as_briefly_as_is_asked_for() {
    let sandbox = InProcess::new();
    let (id, _) = sandbox.connected("inextia").await;
    let path = format!("/api/system/connections/{id}/token");
    let brief = sandbox.post(&path, &json!({ "expires_in": 300 })).await.data();
    let usual = sandbox.post(&path, &json!({})).await.data();
    let odd = sandbox.post(&path, &json!({ "expires_in": "soon" })).await.data();
    let call = async |token: &Value| {
        let token = token["token"].as_str().expect("a token");
        sandbox.ask(token, "GET", "/api/integrations/current", None).await.status.as_u16()
    };
    sandbox.wait(299);
    assert_eq!((call(&brief).await, call(&usual).await, call(&odd).await), (200, 200, 200));
    sandbox.wait(2);
    assert_eq!((call(&brief).await, call(&usual).await, call(&odd).await), (401, 200, 200));
}
