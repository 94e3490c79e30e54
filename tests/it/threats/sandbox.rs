//! What must not happen: answering strangers, keeping secrets, losing state.

use axum::body::Body;
use axum::http::Request;
use makini::clock::Clock;
use makini::sandbox::{CLIENT_ID, Options, Sandbox};
use serde_json::json;

use crate::support::sandbox::{InProcess, START};

#[tokio::test]
async fn only_this_machine_is_answered() {
    let sandbox = InProcess::new();
    for (host, status) in [
        ("localhost:4000", 200),
        ("127.0.0.1", 200),
        ("[::1]:4000", 200),
        ("evil.example", 403),
        ("localhost.evil.example", 403),
        ("10.1.2.3", 403),
        ("", 403),
    ] {
        let request = Request::get("/health").header("host", host).body(Body::empty()).expect("valid");
        let answer = sandbox.raw(request).await;
        assert_eq!(answer.status.as_u16(), status, "{host}");
        assert_eq!(answer.header("x-makini-sandbox"), "true");
    }
}

#[tokio::test]
async fn only_the_loopback_is_served() {
    let sandbox = InProcess::new();
    let listener = tokio::net::TcpListener::bind("0.0.0.0:0").await.expect("a port");
    let error = sandbox.sandbox.serve(listener, std::future::pending()).await.expect_err("refused");
    assert_eq!(error.kind(), std::io::ErrorKind::PermissionDenied);
}

/// Everything in the folder, as one text.
fn everything(folder: &std::path::Path) -> Vec<u8> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        all.extend(std::fs::read(entry.expect("an entry").path()).expect("a file"));
    }
    all
}

fn holds(haystack: &[u8], needle: &str) -> bool {
    haystack.windows(needle.len()).any(|window| window == needle.as_bytes())
}

#[tokio::test]
async fn live_tokens_and_secrets_are_neither_taken_nor_kept() {
    const LIVE: &str = "eyJ0eXAiOiJKV1QiLCJhbGciOiJub25lIn0.LIVE-TOKEN-9f3a";
    let folder = tempfile::tempdir().expect("a folder");
    let clock = Clock::fixed(START.parse().expect("constant"));
    let sandbox = InProcess::open(Some(folder.path().join("sandbox.db")), clock, |_| {});
    let answer = sandbox.ask(LIVE, "GET", "/api/system/connections", None).await;
    assert_eq!(answer.refusal(), (401, "AUTHENTICATION_FAILED"));
    assert!(answer.body["error"]["message"].as_str().is_some_and(|text| text.contains("SANDBOX")));
    sandbox.ask(LIVE, "GET", &format!("/api/system/connections/{LIVE}?token={LIVE}"), None).await;
    sandbox.get(&format!("/api/system/connections/{LIVE}")).await;
    sandbox.get(&format!("/{LIVE}")).await;
    // A client is refused with 401, a grant with 400 (RFC 6749, 5.2).
    for (status, body) in [
        (401, json!({ "grant_type": "client_credentials", "client_id": "live-client", "client_secret": LIVE })),
        (400, json!({ "grant_type": "refresh_token", "client_id": CLIENT_ID, "refresh_token": LIVE })),
        (400, json!({ "grant_type": "authorization_code", "client_id": CLIENT_ID, "code": LIVE, "redirect_uri": "x" })),
    ] {
        let answer = sandbox.post("/link/token", &body).await;
        assert_eq!(answer.refusal(), (status, "AUTHENTICATION_FAILED"), "{body}");
        assert!(!answer.body.to_string().contains(LIVE));
    }

    let mut credentials = sandbox.credentials("inextia").await;
    credentials["password"] = json!("PLANTED-PASSWORD-77");
    let body = json!({ "name": "Plant 7", "email": "a@example.com", "provider": "inextia",
        "credentials": credentials });
    let tokens = sandbox.post("/api/system/connections", &body).await.data();
    let log = sandbox.get("/api/system/requests?per_page=500").await.body.to_string();
    let connections = sandbox.get("/api/system/connections").await.body.to_string();
    let stored = everything(folder.path());
    assert!(holds(&stored, "Plant 7"), "the search finds what is there");
    for secret in [
        LIVE,
        "LIVE-TOKEN",
        "PLANTED-PASSWORD-77",
        sandbox.token.as_str(),
        tokens["access_token"].as_str().expect("a token"),
    ] {
        assert!(!holds(&stored, secret), "{secret} in the database");
        assert!(!log.contains(secret) && !connections.contains(secret), "{secret} in an answer");
    }
}

#[cfg(unix)]
#[tokio::test]
async fn the_file_is_its_owners_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("deep/sandbox.db");
    let sandbox = InProcess::open(Some(path.clone()), Clock::fixed(START.parse().expect("constant")), |_| {});
    sandbox.get("/health").await;
    for entry in std::fs::read_dir(path.parent().expect("a folder")).expect("readable") {
        let entry = entry.expect("an entry");
        let mode = entry.metadata().expect("there").permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{}", entry.path().display());
    }
}

#[tokio::test]
async fn a_file_from_the_future_or_of_somebody_else_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("sandbox.db");
    std::fs::write(&path, "a shopping list, not a database: milk, eggs, flour, and so on").expect("written");
    let mut options = Options::new(Clock::fixed(START.parse().expect("constant")));
    options.path = Some(path.clone());
    assert!(Sandbox::open(options).is_err());
    assert!(std::fs::read_to_string(&path).expect("readable").starts_with("a shopping list"));
}

#[tokio::test]
async fn several_processes_may_write_at_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("sandbox.db");
    let workers: Vec<_> = (0..4)
        .map(|worker| {
            let path = path.clone();
            std::thread::spawn(move || {
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
                runtime.block_on(async {
                    let clock = Clock::fixed(START.parse().expect("constant"));
                    let sandbox = InProcess::open(Some(path), clock, |_| {});
                    let credentials = sandbox.credentials("inextia").await;
                    for number in 0..5 {
                        let body = json!({ "name": format!("{worker} {number}"), "email": "a@example.com",
                            "provider": "inextia", "credentials": credentials });
                        sandbox.post("/api/system/connections", &body).await.data();
                    }
                });
            })
        })
        .collect();
    for worker in workers {
        worker.join().expect("no panic");
    }
    let sandbox = InProcess::open(Some(path), Clock::fixed(START.parse().expect("constant")), |_| {});
    let list = sandbox.get("/api/system/connections?per_page=100").await;
    let keys: std::collections::HashSet<_> =
        list.body["data"].as_array().expect("a list").iter().map(|row| row["key"].to_string()).collect();
    assert_eq!((&list.body["meta"]["total"], keys.len()), (&json!(20), 20));
    assert_eq!(sandbox.get("/api/system/credits").await.data()["used"], 20);
    // Four processes took numbers, and no two requests share an ID: each was logged.
    let log = sandbox.get("/api/system/requests?kind=api").await.body["meta"]["total"].clone();
    assert_eq!(log, 4 * 6 + 2);
}
