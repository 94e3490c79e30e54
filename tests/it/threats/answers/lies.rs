//! A platform of which one answer is not true, met by whole commands.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use axum::extract::Request;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::any;
use makini::exit::Exit;
use makini::sandbox::{Options, Sandbox};
use makini::secret::Secret;
use makini::secrets::{MemoryStore, SecretKind, SecretName, SecretStore as _};
use tower::ServiceExt as _;

use super::TOKEN;
use crate::support::sandbox::START;
use crate::support::served::Served;
use crate::support::world::{Ended, Machine};

/// A sandbox behind something that answers some requests itself.
struct Lied {
    machine: Machine,
    _served: Served,
    asked: Arc<AtomicUsize>,
}

/// What is answered in place of the platform.
type Lie = fn(&str, &str) -> Option<Response>;

fn json(status: u16, body: &str) -> Response {
    let status = StatusCode::from_u16(status).expect("a status");
    let headers = [(header::CONTENT_TYPE.as_str(), "application/json"), ("x-request-id", "req_lie")];
    (status, headers, body.to_owned()).into_response()
}

fn page() -> Response {
    ([(header::CONTENT_TYPE, "text/html")], "<!doctype html>Sign in to the Wi-Fi").into_response()
}

impl Lied {
    /// A platform with the connection `Plant`, whose token is stored; then the lie begins.
    fn new(lie: Lie) -> Self {
        let machine = Machine::new().at(START);
        let sandbox = Sandbox::open(Options::new(machine.clock().clone())).expect("opens");
        let token = sandbox.admin_token().expect("issued").expose().to_owned();
        let lies = Arc::new(AtomicUsize::new(0));
        let asked = Arc::clone(&lies);
        let handler = any(move |request: Request| {
            let (sandbox, lies) = (sandbox.clone(), Arc::clone(&lies));
            async move {
                let is_begun = lies.load(Ordering::SeqCst) > 0;
                match lie(request.method().as_str(), request.uri().path()).filter(|_| is_begun) {
                    Some(answer) => {
                        lies.fetch_add(1, Ordering::SeqCst);
                        // A gateway that gave up waiting has passed the request on.
                        if answer.status() == StatusCode::GATEWAY_TIMEOUT {
                            sandbox.router().oneshot(request).await.expect("infallible");
                        }
                        answer
                    }
                    None => sandbox.router().oneshot(request).await.expect("infallible"),
                }
            }
        });
        let served = Served::router(Router::new().fallback(handler));
        let machine = machine.env("MAKINI_SERVER", served.url()).keyring(Arc::new(Kept(MemoryStore::default())));
        machine.run_with("login --token-stdin", &token, []).ok();
        let connect = "connect maintain-x --name Plant --email ops@example.com --field-stdin api_key --yes";
        machine.run_with(connect, "a-secret-of-the-system", []).ok();
        asked.fetch_add(1, Ordering::SeqCst);
        Self { machine, _served: served, asked }
    }

    fn run(&self, line: &str) -> Ended {
        self.machine.run(&format!("{line} --retries 0"))
    }

    /// Number of lies so far.
    fn lies(&self) -> usize {
        self.asked.load(Ordering::SeqCst) - 1
    }

    fn id(&self) -> String {
        self.id_of("Plant")
    }

    fn id_of(&self, name: &str) -> String {
        let list = self.run(&format!("connections list --where=name={name} -o json")).ok().json();
        list["data"][0]["id"].as_str().expect("an ID").to_owned()
    }

    fn holds_token(&self, id: &str) -> bool {
        let name = SecretName { profile: "default".into(), kind: SecretKind::Connection(id.to_owned()) };
        self.machine.secrets().get(&name).expect("memory").is_some()
    }
}

/// Memory that counts as a store.
struct Kept(MemoryStore);

impl makini::secrets::SecretStore for Kept {
    fn describe(&self) -> String {
        "the test's keyring".into()
    }

    fn get(&self, name: &SecretName) -> Result<Option<Secret>, makini::secrets::StoreError> {
        self.0.get(name)
    }

    fn put(&self, name: &SecretName, secret: &Secret) -> Result<(), makini::secrets::StoreError> {
        self.0.put(name, secret)
    }

    fn delete(&self, name: &SecretName) -> Result<bool, makini::secrets::StoreError> {
        self.0.delete(name)
    }
}

#[test]
fn a_connection_that_lives_keeps_its_token() {
    let lies: [Lie; 5] = [
        |method, _| (method == "DELETE").then(page),
        |method, _| (method == "DELETE").then(|| json(200, r#"{"error":{"code":"X"}}"#)),
        |method, _| (method == "DELETE").then(|| json(200, r#""no""#)),
        |method, _| (method == "DELETE").then(|| json(200, "{}")),
        |method, _| (method == "DELETE").then(|| json(200, "")),
    ];
    for lie in lies {
        let lied = Lied::new(lie);
        let id = lied.id();
        let ended = lied.run("disconnect Plant --confirm Plant").expect(Exit::Unavailable);
        assert!(!ended.stdout.contains("is disconnected"), "{}", ended.stdout);
        assert!(lied.holds_token(&id), "{}", ended.all());
        let listed = lied.run("connections list -o json").ok().json();
        assert_eq!(listed["data"][0]["status"], "active");
    }
}

#[test]
fn tokens_that_live_are_not_reported_dead() {
    let lies: [Lie; 3] = [
        |method, path| (method == "DELETE" && path.ends_with("/token")).then(page),
        |method, path| (method == "DELETE" && path.ends_with("/token")).then(|| json(200, r#"{"error":{"code":"X"}}"#)),
        |method, path| (method == "DELETE" && path.ends_with("/token")).then(|| json(200, "{}")),
    ];
    for lie in lies {
        let lied = Lied::new(lie);
        let id = lied.id();
        let ended = lied.run("token revoke Plant --confirm Plant").expect(Exit::Unavailable);
        assert!(ended.stderr.contains("breaks the API's promise") && lied.lies() == 1, "{}", ended.all());
        assert!(lied.holds_token(&id), "{}", ended.all());
    }
    // As promised, and not done: the token that is stored here shows it.
    for lie in [
        (|method, path| (method == "DELETE" && path.ends_with("/token")).then(|| json(204, ""))) as Lie,
        |method, path| (method == "DELETE" && path.ends_with("/token")).then(|| json(200, "")),
        |method, path| (method == "DELETE" && path.ends_with("/token")).then(|| json(202, "")),
    ] {
        let lied = Lied::new(lie);
        let id = lied.id();
        let ended = lied.run("token revoke Plant --confirm Plant").expect(Exit::Unavailable);
        assert!(lied.lies() == 1 && lied.holds_token(&id), "{}", ended.all());
        assert!(!ended.stdout.contains("invalid now"), "{}", ended.all());
    }
}

/// A row that says nothing of syncs, so that they have to be asked for.
fn bare_row(path: &str) -> Option<Response> {
    let row = r#"{"key":"1","name":"Plant","status":"active"}"#;
    match path.rsplit_once("/connections")?.1 {
        "" => Some(json(200, &format!(r#"{{"data":[{row}]}}"#))),
        "/1" => Some(json(200, &format!(r#"{{"data":{row}}}"#))),
        _ => None,
    }
}

#[test]
fn a_status_that_could_not_be_read_is_not_ok() {
    let lies: [(Lie, Exit); 5] = [
        (|_, path| bare_row(path).or_else(|| of_sync(path, 500, "{}")), Exit::Unavailable),
        (|_, path| bare_row(path).or_else(|| of_sync(path, 401, "{}")), Exit::Auth),
        (|_, path| bare_row(path).or_else(|| of_sync(path, 503, "")), Exit::Unavailable),
        (|_, path| bare_row(path).or_else(|| of_sync(path, 302, "")), Exit::Unavailable),
        (|_, path| bare_row(path).or_else(|| of_sync(path, 200, "{\"data\":[")), Exit::Unavailable),
    ];
    for (lie, exit) in lies {
        let lied = Lied::new(lie);
        let ended = lied.run("check").expect(exit);
        assert!(ended.stdout.contains("could not ask"), "{}", ended.all());
    }
}

fn of_sync(path: &str, status: u16, body: &str) -> Option<Response> {
    path.ends_with("/sync-status").then(|| json(status, body))
}

#[test]
fn a_watch_ends_on_an_answer_that_is_none() {
    let lies: [Lie; 4] = [
        |_, path| path.contains("/sync").then(|| json(200, r#"{"error":{"code":"X"}}"#)),
        |_, path| path.contains("/sync").then(|| json(200, r#"{"data":{}}"#)),
        |_, path| path.contains("/sync").then(page),
        |_, path| path.contains("/sync").then(|| json(302, "")),
    ];
    for lie in lies {
        let lied = Lied::new(lie);
        let ended = lied.run("sync watch Plant").expect(Exit::Unavailable);
        assert_eq!(lied.lies(), 1, "it ends at once: {}", ended.all());
    }
    // One that never ends is left alone after an hour, or what the environment sets.
    let lied = Lied::new(|_, path| {
        path.contains("/sync").then(|| json(200, r#"{"data":{"id":"s1","status":"running","current":null}}"#))
    });
    lied.run("sync watch Plant").expect(Exit::Pending);
    let many = lied.lies();
    let machine = lied.machine.env("MAKINI_WAIT_TIME", "5s");
    machine.run("sync watch Plant").expect(Exit::Pending);
    let few = lied.asked.load(Ordering::SeqCst) - 1 - many;
    assert!(few < many / 2, "{few} of {many}");
}

#[test]
fn a_token_that_the_server_repeats_is_nowhere() {
    for token in
        [TOKEN, "17|Zk3aBq9ryLw0Xn5T", "0b6f2d1c-7a54-4c1e-9d0e-3f1f6c1b2a90", "eyJhbGciOi.eyJzdWIiOjF9.c2lnbmF0dXJl"]
    {
        let answer = any(move |request: Request| async move {
            let sent = request.headers()[header::AUTHORIZATION].to_str().expect("ASCII").to_owned();
            let error = format!(r#"{{"error":{{"code":"DENIED","message":"Denied for {sent}, bad token {token}"}}}}"#);
            json(403, &error)
        });
        let advertised = any(|| async { json(404, "") });
        let served = Served::router(Router::new().route("/.well-known/makini", advertised).fallback(answer));
        let machine = Machine::new().at(START).env("MAKINI_SERVER", served.url()).env("MAKINI_TOKEN", token);
        let report = machine.home().join("report.xml");
        let check = format!("check --report junit={}", report.display());
        for line in ["connections list -vv", "connections list -o json", check.as_str(), "whoami --check"] {
            let ended = machine.run(&format!("{line} --retries 0")).expect(Exit::Forbidden);
            assert!(!ended.all().contains(token), "{line}: {}", ended.all());
            assert!(
                ended.all().contains("Denied for Bearer [redacted], bad token [redacted]"),
                "{line}: {}",
                ended.all()
            );
        }
        let report = std::fs::read_to_string(report).expect("written");
        assert!(!report.contains(token), "{report}");
        let journal = machine.run("requests list --source journal -o json").ok();
        assert!(!journal.stdout.contains(token) && journal.stdout.contains("DENIED"), "{}", journal.stdout);
    }
}

#[test]
fn half_a_character_spoils_one_name_and_no_list() {
    let row = |key: &str, name: &str| format!(r#"{{"key":"{key}","status":"active","name":"{name}"}}"#);
    let list = format!(r#"{{"data":[{},{}]}}"#, row("1", "a\\ud800b"), row("2", "whole \\ud83d\\ude00"));
    let answer = any(move || {
        let list = list.clone();
        async move { json(200, &list) }
    });
    let advertised = any(|| async { json(404, "") });
    let served = Served::router(Router::new().route("/.well-known/makini", advertised).fallback(answer));
    let machine = Machine::new().at(START).env("MAKINI_SERVER", served.url()).env("MAKINI_TOKEN", TOKEN);
    let listed = machine.run("connections list -o json").ok().json();
    let names: Vec<_> = listed["data"].as_array().expect("rows").iter().map(|row| row["name"].as_str()).collect();
    assert_eq!(names, [Some("a\u{fffd}b"), Some("whole 😀")]);
}

#[test]
fn an_endpoint_that_is_there_is_not_reported_removed() {
    let lies: [Lie; 7] = [
        |method, path| (method == "DELETE" && path.contains("/endpoints/")).then(|| json(204, "")),
        |method, path| (method == "DELETE" && path.contains("/endpoints/")).then(|| json(202, "")),
        |method, path| (method == "DELETE" && path.contains("/endpoints/")).then(page),
        |method, path| {
            (method == "DELETE" && path.contains("/endpoints/")).then(|| json(200, r#"{"error":{"code":"X"}}"#))
        },
        |method, path| (method == "DELETE" && path.contains("/endpoints/")).then(|| json(200, r#""no""#)),
        |method, path| (method == "DELETE" && path.contains("/endpoints/")).then(|| json(200, "{}")),
        |method, path| (method == "DELETE" && path.contains("/endpoints/")).then(|| json(302, "")),
    ];
    for lie in lies {
        let lied = Lied::new(lie);
        lied.run("webhooks endpoints add http://127.0.0.1:9/hook --reveal").ok();
        let list = || lied.run("webhooks endpoints list -o json").ok().json()["data"].clone();
        let id = list()[0]["id"].as_str().expect("an ID").to_owned();
        let ended = lied.run(&format!("webhooks endpoints remove {id} --confirm {id}")).expect(Exit::Unavailable);
        assert!(lied.lies() == 1 && !ended.stdout.contains("removed: "), "{}", ended.all());
        assert_eq!(list().as_array().map(Vec::len), Some(1));
    }
}

#[test]
fn what_is_still_there_is_not_reported_removed() {
    for (make, list, remove) in [
        ("alerts add error-rate --above 5% --name mine", "alerts list", "alerts remove mine --yes"),
        (
            "webhooks conditions add --entity work-orders --when 'status equals Completed' --name mine",
            "webhooks conditions list",
            "webhooks conditions remove mine --yes",
        ),
        ("flows add low-stock --connection Plant", "flows list", "flows remove low-stock --yes"),
    ] {
        let lied = Lied::new(|method, _| (method == "DELETE").then(|| json(204, "")));
        lied.run(make).ok();
        let ended = lied.run(remove).expect(Exit::Unavailable);
        assert!(lied.lies() == 1 && ended.stderr.contains("still lists it"), "{}", ended.all());
        let left = lied.run(&format!("{list} -o json")).ok().json()["data"].clone();
        assert_eq!(left.as_array().map(Vec::len), Some(1), "{left}");
    }
}

#[test]
fn a_connection_whose_answer_was_lost_is_found() {
    let line = "connect maintain-x --name Second --email ops@example.com --field-stdin api_key --no-wait --yes";
    let lied = Lied::new(|method, path| (method == "POST" && path.ends_with("/connections")).then(|| json(504, "{}")));
    let ended = lied.machine.run_with(line, "a-secret-of-the-system", []).ok();
    assert!(ended.stderr.contains("its token could not be read"), "{}", ended.all());
    assert!(ended.stdout.contains(&lied.id_of("Second")), "{}", ended.all());
    // Refused by the gateway itself: nothing is there.
    let lied = Lied::new(|method, path| (method == "POST" && path.ends_with("/connections")).then(|| json(502, "{}")));
    let ended = lied.machine.run_with(line, "a-secret-of-the-system", []).expect(Exit::Unavailable);
    let hint = "`makini connections list --where='name=Second'` shows whether it was";
    assert!(ended.stderr.contains(hint), "{}", ended.all());
    lied.run("connections list --where=name=Second").ok();
}

#[test]
fn a_call_by_hand_does_not_succeed_with_a_page_or_an_error() {
    let lied = Lied::new(|_, path| match path {
        "/page" => Some(page()),
        "/error" => Some(json(200, r#"{"error":{"code":"nope"},"message":"no"}"#)),
        // The run of a sync has an error of its own.
        "/run" => Some(json(200, r#"{"error":{"code":"nope"},"id":"sync_1"}"#)),
        "/csv" => Some((StatusCode::OK, "a,b\n").into_response()),
        _ => None,
    });
    for (path, shown) in [("/page", "Sign in"), ("/error", "nope")] {
        let ended = lied.run(&format!("api get {path}")).expect(Exit::Unavailable);
        assert!(ended.stdout.contains(shown) && ended.stderr.contains("breaks the API's promise"), "{}", ended.all());
    }
    for path in ["/run", "/csv"] {
        lied.run(&format!("api get {path}")).ok();
    }
}
