//! The typed calls, where they do more than call.

use http::Method;
use makini::api::connections::NewConnection;
use makini::api::passthrough::Passthrough;
use makini::api::sync::{StartSync, SyncMode};
use makini::api::webhooks::NewWebhookEndpoint;
use makini::client::call::{Free, Started, SyncView};
use makini::client::{ApiRequest, Client, Error, Retry, RetryPolicy, Scope};
use makini::exit::Exit;
use makini::failure::Classify as _;
use makini::secret::Secret;

use crate::support::wire::{Script, Turn, clock, json, server};

fn new_connection() -> NewConnection {
    NewConnection {
        name: "Plant 7".into(),
        email: "a@b.example".into(),
        provider: "inextia".into(),
        credentials: serde_json::Map::new(),
        deployment: None,
        secrets: Vec::new(),
    }
}

fn row(key: &str, name: &str, email: &str, provider: &str, created: &str) -> String {
    format!(
        r#"{{"key":"{key}","name":"{name}","email":"{email}","integration_name":"{provider}","created_at":"{created}","status":"active"}}"#
    )
}

fn rows(rows: &[String]) -> Turn {
    json(200, &format!(r#"{{"data":[{}],"meta":{{"last_page":1}}}}"#, rows.join(",")))
}

const TOKENS: &str = r#"{"data":{"access_token":"acc","refresh_token":"ref","expires_in":"1767312000"}}"#;

#[tokio::test]
async fn a_new_connection_is_found_by_comparing() {
    let old = row("1", "Plant 7", "a@b.example", "inextia", "2026-01-09T00:00:00Z");
    let after = [
        old.clone(),
        row("2", "Plant 7", "a@b.example", "Inextia", "2026-01-01T00:00:00Z"),
        row("3", "Plant 7", "a@b.example", "inextia", "2026-01-01 00:00:05"),
        row("4", "Plant 7", "a@b.example", "upkeep", "2026-01-02T00:00:00Z"),
        row("5", "Plant 8", "a@b.example", "inextia", "2026-01-02T00:00:00Z"),
        row("6", "Plant 7", "c@d.example", "inextia", "2026-01-02T00:00:00Z"),
    ];
    let script = Script::new([rows(&[old]), json(200, TOKENS), rows(&after)]);
    let made = script.client().create_connection(&new_connection()).await.expect("made");
    assert_eq!(made.id.as_deref(), Some("3"));
    let tokens = made.tokens.expect("came with the answer");
    assert_eq!((tokens.access.expose(), tokens.refresh.as_ref().map(Secret::expose)), ("acc", Some("ref")));
    assert_eq!(tokens.expires_at.map(|t| t.to_string()).as_deref(), Some("2026-01-02T00:00:00Z"));
}

#[tokio::test]
async fn the_token_of_a_new_connection_is_never_lost() {
    for last in [json(503, "{}"), rows(&[]), json(200, "<html>")] {
        let script = Script::new([rows(&[]), json(200, TOKENS), last]);
        let made = script.client().create_connection(&new_connection()).await.expect("it was made");
        assert_eq!((made.id, made.tokens.map(|t| t.access.expose().to_owned())), (None, Some("acc".into())));
    }
    // An answer that names the connection needs no search.
    for (body, id) in [
        (r#"{"data":{"access_token":"acc","key":"77"}}"#, "77"),
        (r#"{"data":{"token":"acc","connection_id":78}}"#, "78"),
    ] {
        let script = Script::new([rows(&[]), json(201, body)]);
        let made = script.client().create_connection(&new_connection()).await.expect("made");
        assert_eq!(made.id.as_deref(), Some(id));
        assert!(made.tokens.is_some());
    }
    // A refusal is a refusal.
    let script = Script::new([rows(&[]), json(422, r#"{"errors":{"email":["no"]}}"#)]);
    let error = script.client().create_connection(&new_connection()).await.expect_err("refused");
    assert_eq!(error.exit(), Exit::Refused);
}

#[tokio::test]
async fn a_connection_without_an_advertised_call_is_its_row() {
    let list = || rows(&[row("1", "a", "b", "c", ""), row("2", "a", "b", "c", "")]);
    let script = Script::new([json(404, ""), list(), list()]);
    let client = script.client();
    assert_eq!(client.connection("2").await.expect("listed").expect("there").id(), "2");
    assert_eq!(client.connection("3").await.expect("listed"), None);
}

#[tokio::test]
async fn deleting_what_an_unheard_attempt_deleted_is_done() {
    let client = |script: &Script| {
        let clock = clock();
        let retry = Retry::new(script.clone(), RetryPolicy::default(), clock.clone());
        Client::new(server(), std::sync::Arc::new(retry), clock)
    };
    let script = Script::new([json(502, ""), json(404, "{}"), json(404, ""), rows(&[])]);
    client(&script).delete_connection("1").await.expect("done by the first attempt");
    let script = Script::new([json(404, "{}")]);
    assert_eq!(client(&script).delete_connection("1").await.expect_err("never there").exit(), Exit::NotFound);
}

#[tokio::test]
async fn a_connection_is_disconnected_when_the_list_shows_it() {
    let left = row("1", "Plant 7", "a@b.example", "inextia", "");
    let gone = left.replace("active", "Disconnected");
    for (body, after, done) in [
        ("{}", rows(&[]), true),
        ("", rows(std::slice::from_ref(&gone)), true),
        (r#"{"data":{"key":"1","status":"disconnected"}}"#, rows(&[]), true),
        (r#"{"data":{}}"#, rows(std::slice::from_ref(&left)), false),
        ("", rows(std::slice::from_ref(&left)), false),
        (r#"{"data":{"key":"1"}}"#, json(503, ""), false),
    ] {
        let script = Script::new([json(200, body), json(404, ""), after]);
        let ended = script.client().delete_connection("1").await;
        assert_eq!(ended.is_ok(), done, "{body}: {ended:?}");
    }
    for body in ["<!doctype html>", r#"{"error":{"code":"X"}}"#, r#""no""#, "[]", "null", r#"{"deleted":false}"#] {
        let script = Script::new([json(200, body)]);
        let error = script.client().delete_connection("1").await.expect_err(body);
        assert!(matches!(error, Error::Broken { .. }), "{body}: {error}");
    }
}

#[tokio::test]
async fn a_removal_is_what_says_so() {
    let offer = r#"{"endpoints":{"token_revoke":{"method":"DELETE","path":"/t/{id}"}}}"#;
    for (status, body, done) in [
        (204, "", true),
        (200, "", true),
        (200, r#"{"data":{"key":"c1","revoked":0}}"#, true),
        (200, r#"{"id":"c1"}"#, true),
        (200, r#"{"revoked":true}"#, true),
        (200, r#"{"data":{"key":"c2","revoked":1}}"#, false),
        (200, r#"{"data":{"key":"c1","revoked":false}}"#, false),
        (200, "<html>", false),
        (200, r#"{"error":{"code":"X"}}"#, false),
        (200, r#"{"message":"Unauthenticated."}"#, false),
        (200, "{}", false),
        (200, r#"{"data":null}"#, false),
        (200, r#""no""#, false),
        (206, "", false),
    ] {
        let script = Script::new([json(200, offer), json(status, body)]);
        let ended = script.client().revoke_connection_tokens("c1").await;
        assert_eq!(ended.is_ok(), done, "{status} {body}: {ended:?}");
        assert!(ended.err().is_none_or(|error| error.exit() == Exit::Unavailable), "{status} {body}");
    }
}

#[tokio::test]
async fn a_sync_by_the_withdrawn_call_or_not_at_all() {
    let start = StartSync { mode: SyncMode::Full, entities: vec!["assets".into()] };
    let script = Script::new([json(404, ""), json(200, r#"{"status":"ok"}"#)]);
    let started = script.client().start_sync("c1", &start).await.expect("taken");
    assert!(matches!(started, Started::Taken(_)));
    let seen = &script.seen()[1];
    assert_eq!((seen.method.as_str(), seen.path.as_str()), ("POST", "/api/integrations/sync"));
    assert_eq!(seen.body, r#"{"type":"full","scopes":["assets"]}"#);
    for status in [404, 405] {
        let script = Script::new([json(404, ""), json(status, "")]);
        let error = script.client().start_sync("c1", &start).await.expect_err("not there");
        assert!(matches!(&error, Error::Unsupported { operation } if operation == "sync_start"), "{error:?}");
    }
}

#[tokio::test]
async fn the_state_of_a_sync_through_three_doors() {
    let script = Script::new([json(404, ""), json(200, r#"{"data":{"id":1,"sync_status":"fulldone"}}"#)]);
    let view = script.client().sync_status("c1").await.expect("published");
    assert!(matches!(view, SyncView::Integration(i) if i.sync_status.as_deref() == Some("fulldone")));
    let script = Script::new([json(404, ""), json(200, r#"{"data":{"id":1}}"#), json(200, r#"{"status":"done"}"#)]);
    let view = script.client().sync_status("c1").await.expect("withdrawn");
    assert!(matches!(view, SyncView::Integration(i) if i.sync_status.as_deref() == Some("done")));
    let offer = r#"{"endpoints":{"sync_status":{"method":"GET","path":"/s/{id}"}}}"#;
    let script = Script::new([json(200, offer), json(200, r#"{"data":{"status":"running"}}"#)]);
    let view = script.client().sync_status("c1").await.expect("advertised");
    assert!(matches!(view, SyncView::Advertised(s) if s.status.as_deref() == Some("running")));
    assert_eq!(script.seen()[1].path, "/s/c1");
}

#[tokio::test]
async fn the_secret_of_a_webhook_endpoint_is_kept_apart() {
    let offer = r#"{"endpoints":{"webhook_endpoint_create":{"method":"POST","path":"/w"}}}"#;
    let made = r#"{"data":{"id":"w1","url":"https://x.example","events":[],"secret":"hunter2","new":1}}"#;
    let script = Script::new([json(200, offer), json(201, made)]);
    let new = NewWebhookEndpoint { url: Some("https://x.example".into()), ..NewWebhookEndpoint::default() };
    let (endpoint, secret) = script.client().create_webhook_endpoint(&new).await.expect("made");
    assert_eq!(secret.map(|secret| secret.expose().to_owned()).as_deref(), Some("hunter2"));
    assert_eq!(serde_json::to_string(&endpoint.extra).expect("JSON"), r#"{"new":1}"#);
}

#[tokio::test]
async fn a_token_that_no_header_may_carry_is_the_server_s_fault() {
    for body in [r#"{"token":"a\r\nb"}"#, r#"{"token":""}"#, r#"{"token":"ü"}"#, r#"{"token":1}"#, "{}", "[]"] {
        let script = Script::new([json(200, body)]);
        let error = script.client().issue_connection_token("c1", None).await.expect_err(body);
        assert_eq!(error.exit(), Exit::Unavailable, "{body}");
    }
}

#[tokio::test]
async fn any_call_with_any_answer() {
    let script = Script::new([json(418, "short and stout")]);
    let mut free = Free {
        method: Method::PATCH,
        path: "/any/{thing}".into(),
        query: vec![("a".into(), "b c".into())],
        headers: vec![("Accept".into(), "text/plain".into())],
        body: Some(("text/plain".into(), b"hi".to_vec())),
        scope: Scope::Application,
        secrets: Vec::new(),
    };
    let answer = script.client().free(&free).await.expect("an answer is an answer");
    assert_eq!((answer.status.as_u16(), &answer.body[..]), (418, &b"short and stout"[..]));
    let seen = &script.seen()[0];
    assert_eq!((seen.method.as_str(), seen.path.as_str()), ("PATCH", "/any/%7Bthing%7D?a=b+c"));
    for name in ["Authorization", "HOST", "content-length"] {
        free.headers = vec![(name.into(), "x".into())];
        assert_eq!(free.outgoing().expect_err(name).exit(), Exit::Usage);
    }
    for (method, length) in [("POST", true), ("PUT", true), ("PATCH", true), ("DELETE", true), ("GET", false)] {
        let empty = ApiRequest::new(method.parse().expect("a method"), "/x").request(&server()).expect("valid");
        assert_eq!(empty.headers().contains_key("content-length"), length, "{method}");
        let full = ApiRequest::new(method.parse().expect("a method"), "/x").body("text/plain", "x");
        let full = full.request(&server()).expect("valid");
        assert!(!full.headers().contains_key("content-length"), "{method}: the transport counts");
    }
    let request = ApiRequest::get("/x").request(&server()).expect("valid");
    assert!(request.headers().get("authorization").is_none(), "a dry run holds no token");
}

#[tokio::test]
async fn passthrough_is_never_repeated_on_its_own() {
    let script = Script::new([json(503, "{}")]);
    let clock = clock();
    let retry = Retry::new(script.clone(), RetryPolicy::default(), clock.clone());
    let client = Client::new(server(), std::sync::Arc::new(retry), clock);
    let call = Passthrough { method: "get".into(), path: Some("/x".into()), ..Passthrough::default() };
    client.passthrough("c1", &call).await.expect_err("once");
    assert_eq!(script.seen().len(), 1);
}
