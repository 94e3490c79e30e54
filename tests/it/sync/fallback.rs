//! A server that advertises nothing: the withdrawn start, and the connection's own state.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Json, Router};
use makini::exit::Exit;
use serde_json::{Value, json};

use crate::support::wire::serve;
use crate::support::world::{Ended, Machine};

/// What the server says of the connection, look by look; the last stays.
#[derive(Clone)]
struct Script {
    states: Arc<Mutex<Vec<(u16, Value)>>>,
    looks: Arc<AtomicU32>,
    /// Whether the withdrawn start is still there.
    starts: bool,
    posted: Arc<Mutex<Vec<Value>>>,
}

impl Script {
    fn new(states: impl IntoIterator<Item = (u16, Value)>) -> Self {
        let mut states: Vec<_> = states.into_iter().collect();
        states.reverse();
        Self { states: Arc::new(Mutex::new(states)), looks: Arc::default(), starts: true, posted: Arc::default() }
    }

    fn next(&self) -> (StatusCode, Json<Value>) {
        self.looks.fetch_add(1, Ordering::Relaxed);
        let mut states = self.states.lock().expect("no panic");
        let (status, body) = if states.len() > 1 { states.pop() } else { states.last().cloned() }.expect("a state");
        (StatusCode::from_u16(status).expect("constant"), Json(body))
    }

    fn router(&self) -> Router {
        let (states, posted) = (self.clone(), Arc::clone(&self.posted));
        let list = json!({ "data": [{ "key": "42", "name": "Plant 7", "status": "ACTIVE" }], "links": {}, "meta": {} });
        let mut router = Router::new()
            .route("/api/system/connections", get(async || Json(list)))
            .route("/api/integrations/current", get(async move || states.next()));
        if self.starts {
            router = router.route(
                "/api/integrations/sync",
                post(async move |Json(body): Json<Value>| {
                    posted.lock().expect("no panic").push(body);
                    Json(json!({ "status": "inprogress" }))
                }),
            );
        }
        router
    }

    /// Runs a command against it.
    fn run(&self, line: &str) -> (Machine, Ended) {
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("built");
        let server = runtime.block_on(serve(self.router()));
        let machine = Machine::new()
            .at("2026-03-01T12:00:00Z")
            .env("MAKINI_TOKEN", "application-token")
            .env("MAKINI_CONNECTION_TOKEN", "connection-token")
            .env("MAKINI_SERVER", server.to_string());
        let ended = machine.run(line);
        (machine, ended)
    }
}

fn state(word: &str, since: &str) -> (u16, Value) {
    (200, json!({ "data": { "id": "42", "sync_status": word, "sync_updated_at": since } }))
}

const BEFORE: &str = "2026-03-01T11:00:00Z";
const AFTER: &str = "2026-03-01T12:00:09Z";

#[test]
fn a_withdrawn_start_is_watched_by_the_connections_own_state() {
    // What was done before is not what was started now.
    let script = Script::new([
        state("done", BEFORE),
        state("done", BEFORE),
        state("inprogress", "2026-03-01T12:00:02Z"),
        state("fulldone", AFTER),
    ]);
    let (_, ended) = script.run("sync start 'Plant 7' --entity work-orders --watch");
    let ended = ended.ok();
    assert!(ended.stderr.contains("the withdrawn `POST /api/integrations/sync` took it"), "{}", ended.stderr);
    assert!(ended.stdout.contains("Plant 7: the sync completed"), "{}", ended.stdout);
    let posted = script.posted.lock().expect("no panic").clone();
    assert_eq!(posted, [json!({ "type": "incremental", "scopes": ["work-orders"] })]);
    assert_eq!(script.looks.load(Ordering::Relaxed), 4);
}

#[test]
fn a_failure_without_a_reason_is_a_failure() {
    let script = Script::new([state("inprogress", BEFORE), state("error", AFTER)]);
    let (_, ended) = script.run("sync watch 'Plant 7' -o json");
    let data = ended.expect(Exit::Unhealthy).json()["data"].clone();
    assert_eq!((&data["outcome"], &data["source"]), (&json!("failed"), &json!("integration")));
}

#[test]
fn a_server_without_any_start_says_how_to_map_it() {
    let script = Script { starts: false, ..Script::new([state("done", BEFORE)]) };
    let (_, ended) = script.run("sync start 'Plant 7'");
    let ended = ended.expect(Exit::Unsupported);
    assert!(ended.stderr.contains("(operation `sync_start`)"), "{}", ended.stderr);
    assert!(ended.stderr.contains("makini api endpoints"), "{}", ended.stderr);
}

#[test]
fn the_state_is_told_with_where_it_comes_from() {
    let (_, ended) = Script::new([state("done", BEFORE)]).run("sync status");
    let ended = ended.ok();
    assert!(ended.stdout.contains("completed"), "{}", ended.stdout);
    assert!(ended.stdout.contains("advertises no `sync_status`"), "{}", ended.stdout);
    let (_, ended) = Script::new([state("done", BEFORE)]).run("sync list 'Plant 7'");
    assert!(ended.expect(Exit::Unsupported).stderr.contains("`makini sync status 42`"));
}

#[test]
fn a_passing_trouble_does_not_end_the_watch_and_a_lasting_one_does() {
    let down =
        (503, json!({ "error": { "code": "SERVICE_UNAVAILABLE", "message": "back soon", "request_id": "req_9" } }));
    let mut states = vec![state("inprogress", BEFORE)];
    // With its retries a look asks five times: two looks fail.
    states.extend(std::iter::repeat_n(down.clone(), 10));
    states.push(state("done", AFTER));
    let (_, ended) = Script::new(states).run("sync watch 'Plant 7'");
    let ended = ended.ok();
    assert!(ended.stderr.contains("(request req_9); still watching"), "{}", ended.stderr);

    let (machine, ended) = Script::new([state("inprogress", BEFORE), down]).run("sync watch 'Plant 7'");
    let ended = ended.expect(Exit::Unavailable);
    assert!(ended.stderr.contains("the sync may go on: `makini sync watch 42`"), "{}", ended.stderr);
    let passed = machine.clock().now().duration_since("2026-03-01T12:00:00Z".parse().expect("constant")).as_secs();
    assert!((120..400).contains(&passed), "it gave up after {passed} s");
}

#[test]
fn a_refusal_ends_the_watch_at_once() {
    let no = (403, json!({ "error": { "code": "PERMISSION_DENIED", "message": "no", "request_id": "req_1" } }));
    let script = Script::new([state("inprogress", BEFORE), no]);
    let (_, ended) = script.run("sync watch 'Plant 7'");
    assert!(ended.expect(Exit::Forbidden).stderr.contains("req_1"));
    assert_eq!(script.looks.load(Ordering::Relaxed), 2);
}

#[test]
fn a_connection_that_never_synced_has_nothing_to_watch() {
    let (_, ended) = Script::new([state("", BEFORE)]).run("sync watch 'Plant 7'");
    assert!(ended.expect(Exit::NotFound).stderr.contains("`makini sync start 42` starts one"));
}
