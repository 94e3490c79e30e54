//! Secrets at rest: what a copy of the database alone tells, and what becomes of it under another key.

use std::path::Path;

use axum::body::Body;
use axum::http::Request;
use makini::clock::Clock;
use makini::failure::Classify as _;
use makini::sandbox::{Options, Sandbox};
use serde_json::json;

use crate::support::sandbox::{Answer, InProcess, START};

const CANARY: &str = "correct horse CANARY battery";

fn clock() -> Clock {
    Clock::fixed(START.parse().expect("constant"))
}

fn opened(path: &Path) -> InProcess {
    InProcess::open(Some(path.to_owned()), clock(), |_| {})
}

/// A connection whose secret fields hold a canary; returns its ID and token.
async fn connect(sandbox: &InProcess, slug: &str) -> (String, String) {
    let mut credentials = sandbox.credentials(slug).await;
    for value in credentials.as_object_mut().expect("an object").values_mut() {
        if *value == "correct horse battery" {
            *value = json!(CANARY);
        }
    }
    let body = json!({ "name": "Plant 7", "email": "ops@example.com", "provider": slug, "credentials": credentials });
    let tokens = sandbox.post("/api/system/connections", &body).await.data();
    let found = sandbox.get("/api/system/connections?sort[created_at]=1&per_page=1").await.data();
    sandbox.wait(60);
    (found[0]["key"].as_str().expect("a key").into(), tokens["access_token"].as_str().expect("a token").into())
}

/// Every file beside the database but the key, as one text.
fn without_key(folder: &Path) -> Vec<u8> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|end| end != "key") {
            all.extend(std::fs::read(path).expect("a file"));
        }
    }
    all
}

fn holds(haystack: &[u8], needle: &str) -> bool {
    haystack.windows(needle.len()).any(|window| window == needle.as_bytes())
}

#[tokio::test]
async fn the_database_alone_tells_no_secret() {
    let folder = tempfile::tempdir().expect("a folder");
    let sandbox = opened(&folder.path().join("s.db"));
    let (_, token) = connect(&sandbox, "sap").await;
    let (id, first) = sandbox.endpoint("http://127.0.0.1:9/hook", &[]).await;
    let rotated = sandbox.post(&format!("/api/system/webhooks/endpoints/{id}/rotate"), &json!({})).await.data();
    let second = rotated["secret"].as_str().expect("a secret").to_owned();
    let all = without_key(folder.path());
    assert!(holds(&all, "Plant 7"), "the right files are looked at");
    for secret in [CANARY, "CANARY", &first, &second, &token, &sandbox.token] {
        assert!(!holds(&all, secret), "{secret}");
    }
    drop(sandbox);
    // Written back into the file, too.
    assert!(!holds(&without_key(folder.path()), "CANARY"));
}

#[tokio::test]
async fn a_missing_or_wrong_key_is_said() {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, key) = (folder.path().join("s.db"), folder.path().join("s.db.key"));
    drop(opened(&path));
    let right = std::fs::read_to_string(&key).expect("a key");
    let refusal = || {
        let options = Options { path: Some(path.clone()), ..Options::new(clock()) };
        let error = Sandbox::open(options).expect_err("refused");
        assert!(error.hint().is_some_and(|hint| hint.contains("s.db.key") && hint.contains("sandbox reset")));
        error.to_string()
    };
    std::fs::write(&key, "ab".repeat(32)).expect("written");
    assert!(refusal().contains("cannot be opened"));
    std::fs::write(&key, "nonsense").expect("written");
    assert!(refusal().contains("holds no key"));
    std::fs::remove_file(&key).expect("removed");
    assert!(refusal().contains("is missing"));
    assert!(!key.exists(), "no other key takes its place");
    std::fs::write(&key, right).expect("written");
    drop(opened(&path));
}

#[tokio::test]
async fn damaged_credentials_stop_one_connection_and_new_ones_mend_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("s.db");
    let sandbox = opened(&path);
    let (broken, broken_token) = connect(&sandbox, "sap").await;
    let (_, other_token) = connect(&sandbox, "sap").await;
    let db = rusqlite::Connection::open(&path).expect("opens");
    // The record of another row: whole, and in the wrong place.
    db.execute(
        "UPDATE connections SET credentials = (SELECT credentials FROM connections WHERE key <> ?1) WHERE key = ?1",
        [&broken],
    )
    .expect("changed");
    let vendors = "/api/erp/vendors";
    let answer = sandbox.ask(&broken_token, "GET", vendors, None).await;
    assert_eq!(answer.refusal(), (500, "SECRET_UNREADABLE"));
    assert!(!answer.body.to_string().contains("CANARY"));
    assert_eq!(sandbox.ask(&other_token, "GET", vendors, None).await.status, 200);
    let credentials = sandbox.credentials("sap").await;
    let again = format!("/api/system/connections/{broken}/reconnect");
    let tokens = sandbox.post(&again, &json!({ "credentials": credentials })).await.data();
    let token = tokens["access_token"].as_str().expect("a token");
    assert_eq!(sandbox.ask(token, "GET", vendors, None).await.status, 200);
}

#[tokio::test]
async fn credentials_end_with_their_connection() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("s.db");
    let sandbox = opened(&path);
    let (id, _) = connect(&sandbox, "sap").await;
    sandbox.delete(&format!("/api/system/connections/{id}")).await.data();
    let db = rusqlite::Connection::open(&path).expect("opens");
    let left: i64 =
        db.query_row("SELECT sum(length(credentials)) FROM connections", [], |row| row.get(0)).expect("a row");
    assert_eq!(left, 0);
}

#[tokio::test]
async fn what_looks_live_is_refused_as_a_credential() {
    let folder = tempfile::tempdir().expect("a folder");
    let sandbox = opened(&folder.path().join("s.db"));
    let mut credentials = sandbox.credentials("sap").await;
    for value in credentials.as_object_mut().expect("an object").values_mut() {
        *value = json!("mk_live_CANARY_of_a_real_account");
    }
    let body = json!({ "name": "x", "email": "ops@example.com", "provider": "sap", "credentials": credentials });
    let answer = sandbox.post("/api/system/connections", &body).await;
    assert_eq!(answer.refusal(), (422, "VALIDATION_FAILED"));
    assert!(answer.body.to_string().contains("SANDBOX"));
    assert!(!answer.body.to_string().contains("CANARY"));
    assert!(!holds(&without_key(folder.path()), "CANARY"));
}

async fn load(sandbox: &InProcess, bytes: &[u8], key: Option<&str>) -> Answer {
    let mut request = Request::put("/sandbox/snapshot")
        .header("host", "127.0.0.1:4000")
        .header("authorization", format!("Bearer {}", sandbox.token))
        .header("content-type", "application/vnd.sqlite3");
    if let Some(key) = key {
        request = request.header("x-makini-snapshot-key", key);
    }
    sandbox.raw(request.body(Body::from(bytes.to_vec())).expect("a valid request")).await
}

async fn save(sandbox: &InProcess, proof: Option<&str>) -> Answer {
    let mut request = Request::get("/sandbox/snapshot")
        .header("host", "127.0.0.1:4000")
        .header("authorization", format!("Bearer {}", sandbox.token));
    if let Some(proof) = proof {
        request = request.header("x-makini-sandbox-owner", proof);
    }
    sandbox.raw(request.body(Body::empty()).expect("a valid request")).await
}

#[tokio::test]
async fn a_snapshot_needs_the_key_that_travels_beside_it() {
    let from = InProcess::new();
    let (_, token) = connect(&from, "sap").await;
    let foreign = Sandbox::open(Options::new(clock())).expect("in memory").owner_proof();
    for proof in [None, Some(foreign.expose()), Some("")] {
        let saved = save(&from, proof).await;
        assert_eq!((saved.status.as_u16(), saved.header("x-makini-snapshot-key")), (200, ""), "{proof:?}");
    }
    let saved = save(&from, Some(from.sandbox.owner_proof().expose())).await;
    let key = saved.header("x-makini-snapshot-key").to_owned();
    assert_eq!(key.len(), 64);
    assert!(!holds(&saved.bytes, "CANARY") && !holds(&saved.bytes, &key));
    // Where it was made it needs nothing more.
    let own = load(&from, &saved.bytes, None).await;
    assert_eq!(own.status, 200, "{}", own.body);
    let to = InProcess::new();
    for wrong in [None, Some("nonsense"), Some("ab".repeat(32).as_str())] {
        let answer = load(&to, &saved.bytes, wrong).await;
        assert_eq!(answer.status, 400, "{wrong:?}");
        assert!(answer.body["error"]["message"].as_str().is_some_and(|text| text.contains("key")));
    }
    assert_eq!(load(&to, &saved.bytes, Some(&key)).await.status, 200);
    assert_eq!(to.ask(&token, "GET", "/api/erp/vendors", None).await.status, 200);
}
