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

fn without_start(states: impl IntoIterator<Item = (u16, Value)>) -> Script {
    Script { starts: false, ..Script::new(states) }
}

#[test]
fn a_server_without_any_start_syncs_on_its_own_schedule() {
    let (_, ended) = without_start([state("done", BEFORE)]).run("sync start 'Plant 7'");
    let ended = ended.expect(Exit::Pending);
    for text in
        ["Plant 7: not started: this server starts syncs on its own schedule", "the latest is completed, 2026-03-01"]
    {
        assert!(ended.stdout.contains(text), "{}", ended.stdout);
    }
    assert!(ended.stdout.contains("makini sync start 42 --watch"), "{}", ended.stdout);
    let (_, ended) = without_start([state("done", BEFORE)]).run("sync start 'Plant 7' -o json");
    let data = ended.expect(Exit::Pending).json()["data"].clone();
    assert_eq!((&data["started"], &data["via"]), (&json!(false), &json!("schedule")), "{data}");

    // Another sync than the one that was asked for is not waited for.
    for line in ["sync start 'Plant 7' --full", "sync start 'Plant 7' --entity vendors --watch"] {
        let (_, ended) = without_start([state("done", BEFORE)]).run(line);
        let ended = ended.expect(Exit::Unsupported);
        assert!(ended.stderr.contains("(operation `sync_start`)"), "{}", ended.stderr);
        assert!(ended.stderr.contains("makini api endpoints"), "{}", ended.stderr);
        assert!(ended.stderr.contains("`makini sync start 42 --watch`"), "{}", ended.stderr);
    }
}

#[test]
fn the_next_sync_of_the_schedule_is_waited_for() {
    let states = || {
        let mut states = vec![state("done", BEFORE); 40];
        states.extend([state("inprogress", "2026-03-01T12:30:00Z"), state("done", "2026-03-01T12:30:09Z")]);
        states
    };
    let script = without_start(states());
    let (_, ended) = script.run("sync start 'Plant 7' --watch");
    let ended = ended.ok();
    assert!(ended.stderr.contains("nothing was started, waiting for the next one"), "{}", ended.stderr);
    assert!(ended.stdout.contains("Plant 7: the sync completed"), "{}", ended.stdout);
    assert_eq!(script.looks.load(Ordering::Relaxed), 42);

    // What ran before is not it, however long that is all there is.
    let (machine, ended) = without_start([state("done", BEFORE)]).run("sync start 'Plant 7' --watch --wait-time 30m");
    let ended = ended.expect(Exit::Pending);
    assert!(ended.stdout.contains("no sync has started yet"), "{}", ended.stdout);
    let passed = machine.clock().now().duration_since("2026-03-01T12:00:00Z".parse().expect("constant")).as_secs();
    assert_eq!(passed, 1800);

    // The first one of a new connection has no time before it; a failure is one.
    let (_, ended) = without_start([(200, json!({ "data": { "id": "42", "sync_status": "" } })), state("fail", AFTER)])
        .run("sync start 'Plant 7' --watch");
    assert!(ended.expect(Exit::Unhealthy).stdout.contains("the sync failed"));
    // Without a time nothing shows that a sync is another one.
    let (_, ended) = without_start([(200, json!({ "data": { "id": "42", "sync_status": "done" } }))])
        .run("sync start 'Plant 7' --watch");
    assert!(ended.expect(Exit::Unavailable).stderr.contains("sync_updated_at"));
}

/// What the withdrawn call answers is published nowhere: the state of the connection shows whether anything has begun.
#[test]
fn a_withdrawn_start_has_to_show() {
    let script = Script::new([state("done", BEFORE), state("done", BEFORE), state("inprogress", AFTER)]);
    let (_, ended) = script.run("sync start 'Plant 7' -o json");
    let data = ended.ok().json()["data"].clone();
    assert_eq!((&data["started"], &data["via"]), (&json!(true), &json!("withdrawn")), "{data}");
    let (_, ended) = Script::new([state("done", BEFORE)]).run("sync start 'Plant 7' -o json");
    let ended = ended.expect(Exit::Pending);
    assert!(ended.stderr.contains("no sync has begun since"), "{}", ended.stderr);
    assert_eq!(ended.json()["data"]["started"], false);
}

#[test]
fn a_withdrawn_start_without_a_time_is_not_over_at_once() {
    let done = || (200, json!({ "data": { "id": "42", "sync_status": "done" } }));
    let (machine, ended) = Script::new([done()]).run("sync start 'Plant 7' --watch");
    ended.ok();
    let passed = machine.clock().now().duration_since("2026-03-01T12:00:00Z".parse().expect("constant")).as_secs();
    assert!(passed >= 60, "what was before counts after a minute: {passed} s");
}

#[test]
fn the_state_is_told_with_where_it_comes_from() {
    let (_, ended) = Script::new([state("done", BEFORE)]).run("sync status");
    let ended = ended.ok();
    assert!(ended.stdout.contains("completed"), "{}", ended.stdout);
    assert!(ended.stdout.contains("advertises no `sync_status`"), "{}", ended.stdout);
    let (_, ended) = Script::new([state("done", BEFORE)]).run("sync list 'Plant 7' -o json");
    let ended = ended.ok();
    assert!(ended.stderr.contains("this server lists no syncs"), "{}", ended.stderr);
    let row = ended.json()["data"][0].clone();
    assert_eq!(
        (&row["id"], &row["status"], &row["source"]),
        (&Value::Null, &json!("done"), &json!("integration")),
        "{row}"
    );
    assert_eq!(row["finished_at"], "2026-03-01T11:00:00.000Z");
    let (_, ended) = Script::new([state("error", BEFORE)]).run("sync show 'Plant 7' -o json");
    let data = ended.ok().json()["data"].clone();
    assert_eq!((&data["status"], &data["source"]), (&json!("error"), &json!("integration")), "{data}");
    let (_, ended) = Script::new([state("", BEFORE)]).run("sync list 'Plant 7'");
    assert!(ended.ok().all().contains("No sync of this connection has run yet."));
    let (_, ended) = Script::new([state("", BEFORE)]).run("sync show 'Plant 7'");
    ended.expect(Exit::NotFound);
    let (_, ended) = Script::new([state("done", BEFORE)]).run("sync show 'Plant 7' sync_1");
    assert!(ended.expect(Exit::Unsupported).stderr.contains("`makini sync show 42`"));
    let (_, ended) = Script::new([state("inprogress", BEFORE)]).run("sync cancel 'Plant 7'");
    assert!(ended.expect(Exit::Unsupported).stderr.contains("`makini sync watch 42`"));
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
