//! Tokens: grants, refreshing, revoking, expiry, and signing in by a page.

use axum::body::Body;
use axum::http::Request;
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use makini::sandbox::{CLIENT_ID, client_secret};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

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
            401,
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
        assert_eq!(answer.body["error"]["details"]["error"], word, "{fields:?}");
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
    assert_eq!(refresh(text(&old, "refresh_token")).await.refusal(), (401, "TOKEN_REVOKED"));
    let alive = sandbox.ask(&text(&new.body, "access_token"), "GET", current, None).await;
    assert_eq!(alive.data()["company_name"], "Plant 7");
    // An access token renews nothing, and a refresh token opens nothing.
    assert_eq!(refresh(text(&new.body, "access_token")).await.refusal(), (401, "AUTHENTICATION_FAILED"));
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
    assert_eq!(form(&sandbox, "/link/token", &fields).await.refusal(), (401, "TOKEN_EXPIRED"));
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

const REDIRECT: &str = "http://127.0.0.1:51234/callback";
const VERIFIER: &str = "a-verifier-of-at-least-forty-three-characters-xyz";

fn consent(extra: &[(&str, &str)]) -> Vec<(String, String)> {
    let challenge = BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(VERIFIER));
    let mut fields: Vec<(String, String)> = [
        ("response_type", "code"),
        ("client_id", CLIENT_ID),
        ("redirect_uri", REDIRECT),
        ("state", "s&<t>"),
        ("code_challenge", &challenge),
        ("code_challenge_method", "S256"),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .into();
    for (name, value) in extra {
        fields.retain(|(known, _)| known != name);
        fields.push(((*name).to_owned(), (*value).to_owned()));
    }
    fields
}

async fn decide(sandbox: &InProcess, extra: &[(&str, &str)]) -> Answer {
    let fields = consent(extra);
    let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    form(sandbox, "/oauth/authorize", &fields).await
}

#[tokio::test]
async fn signing_in_by_the_page() {
    let sandbox = InProcess::new();
    let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(consent(&[])).finish();
    for path in ["/oauth/authorize", "/link/auth"] {
        let request = Request::get(format!("{path}?{query}")).header("host", "localhost").body(Body::empty());
        let page = sandbox.raw(request.expect("valid")).await;
        let html = String::from_utf8(page.bytes.clone()).expect("text");
        assert!(html.contains("SANDBOX") && html.contains("s&amp;&lt;t&gt;") && !html.contains("<script"), "{html}");
        assert!(page.header("content-security-policy").starts_with("default-src 'none'"));
        assert_eq!(page.header("x-frame-options"), "DENY");
    }

    let answer = decide(&sandbox, &[("decision", "allow")]).await;
    assert_eq!(answer.status.as_u16(), 302);
    let to = url::Url::parse(answer.header("location")).expect("a URL");
    let query: std::collections::HashMap<_, _> = to.query_pairs().into_owned().collect();
    assert_eq!(query["state"], "s&<t>");
    let code = query["code"].as_str();
    let exchange = |verifier: &'static str, redirect: &'static str| {
        let fields = [
            ("grant_type", "authorization_code"),
            ("client_id", CLIENT_ID),
            ("code", code),
            ("redirect_uri", redirect),
            ("code_verifier", verifier),
        ];
        let sandbox = &sandbox;
        async move { form(sandbox, "/link/token", &fields).await }
    };
    assert_eq!(exchange("not-the-verifier", REDIRECT).await.refusal(), (400, "INVALID_REQUEST"));
    assert_eq!(exchange(VERIFIER, "http://127.0.0.1:1/").await.refusal(), (400, "INVALID_REQUEST"));
    let tokens = exchange(VERIFIER, REDIRECT).await;
    assert_eq!(tokens.status.as_u16(), 200, "{}", tokens.body);
    let token = text(&tokens.body, "access_token");
    assert_eq!(sandbox.ask(&token, "GET", "/api/system/client", None).await.status.as_u16(), 200);
    // A code that comes twice was copied: what it was exchanged for ends too.
    assert_eq!(exchange(VERIFIER, REDIRECT).await.refusal(), (400, "INVALID_REQUEST"));
    assert_eq!(sandbox.ask(&token, "GET", "/api/system/client", None).await.refusal(), (401, "TOKEN_REVOKED"));
}

#[tokio::test]
async fn the_page_sends_nobody_to_strangers() {
    let sandbox = InProcess::new();
    for (name, value) in [
        ("redirect_uri", "https://evil.example/cb"),
        ("redirect_uri", "http://127.0.0.1.evil.example/"),
        ("redirect_uri", "javascript:alert(1)"),
        ("redirect_uri", ""),
        ("client_id", "mk_test_other"),
        ("response_type", "token"),
        ("code_challenge_method", "plain"),
    ] {
        let answer = decide(&sandbox, &[("decision", "allow"), (name, value)]).await;
        assert_eq!(answer.refusal(), (422, "VALIDATION_FAILED"), "{name}={value}");
        assert_eq!(answer.header("location"), "");
    }
    let denied = decide(&sandbox, &[("decision", "deny")]).await;
    assert!(denied.header("location").contains("error=access_denied"), "{denied:?}");
    let request = Request::post("/oauth/authorize")
        .header("host", "localhost")
        .header("content-type", "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "cross-site")
        .body(Body::from("decision=allow"))
        .expect("valid");
    assert_eq!(sandbox.raw(request).await.refusal(), (403, "PERMISSION_DENIED"));
}

#[tokio::test]
async fn a_code_waits_ten_minutes() {
    let sandbox = InProcess::new();
    let answer = decide(&sandbox, &[("decision", "allow")]).await;
    let to = url::Url::parse(answer.header("location")).expect("a URL");
    let code = to.query_pairs().find(|(name, _)| name == "code").expect("a code").1.into_owned();
    sandbox.wait(600);
    let fields = [
        ("grant_type", "authorization_code"),
        ("client_id", CLIENT_ID),
        ("code", code.as_str()),
        ("redirect_uri", REDIRECT),
        ("code_verifier", VERIFIER),
    ];
    let answer = form(&sandbox, "/link/token", &fields).await;
    assert_eq!(answer.body["error"]["message"], "the code has expired");
}
