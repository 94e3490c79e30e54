//! The clock that can be moved.

use std::collections::BTreeSet;
use std::time::Duration;

use jiff::Timestamp;
use makini::clock::Clock;
use makini::sandbox::Start;
use serde_json::{Value, json};

use crate::support::receiver::Receiver;
use crate::support::sandbox::{InProcess, START};

const DELIVERIES: &str = "/api/system/webhooks/deliveries";

async fn advance(sandbox: &InProcess, body: &Value) -> Value {
    sandbox.post("/sandbox/clock/advance", body).await.data()
}

async fn days(sandbox: &InProcess, days: u64) -> Value {
    advance(sandbox, &json!({ "by_ms": days * 86_400_000 })).await
}

fn time(value: &Value) -> Timestamp {
    value.as_str().expect("a text").parse().expect("a time")
}

/// The application's token, new: the one the test began with may have ended on the way.
fn fresh(sandbox: &mut InProcess) {
    sandbox.sandbox.admin_token().expect("issued").expose().clone_into(&mut sandbox.token);
}

#[tokio::test]
async fn a_month_passes_and_every_scheduled_sync_runs_at_its_time() {
    let mut sandbox = InProcess::with(|options| options.start.frozen = true);
    let mut keys = Vec::new();
    for number in 0..3 {
        let (id, _) = sandbox.connect("inextia", &format!("Plant {number}")).await;
        keys.push(id);
    }
    advance(&sandbox, &json!({ "by_ms": 60_000 })).await;
    for id in &keys {
        let path = format!("/api/system/connections/{id}/schedule");
        sandbox.put(&path, &json!({ "schedule_seconds": 21_600 })).await.data();
    }
    let walked = days(&sandbox, 31).await;
    assert_eq!(walked["arrived"], true);
    // Every six hours for 31 days, three times.
    let ran = walked["syncs_completed"].as_u64().expect("a count");
    assert!((3 * 123..=3 * 124).contains(&ran), "{walked}");
    assert_eq!(walked["syncs_failed"], 0);
    assert_eq!(walked["tokens_expired"], 4, "three connections' and the application's");
    assert_eq!(time(&walked["to"]), sandbox.sandbox.now());
    assert_eq!(sandbox.clock.now(), START.parse::<Timestamp>().expect("constant"), "the machine's clock stood still");
    assert_eq!(sandbox.get("/api/system/client").await.refusal(), (401, "TOKEN_EXPIRED"));
    fresh(&mut sandbox);
    let syncs = sandbox.get(&format!("/api/system/connections/{}/syncs?per_page=500", keys[0])).await.data();
    let starts: Vec<Timestamp> =
        syncs.as_array().expect("a list").iter().map(|sync| time(&sync["started_at"])).collect();
    let gaps: BTreeSet<i64> = starts.windows(2).map(|two| two[0].duration_since(two[1]).as_secs()).collect();
    assert_eq!(gaps.iter().filter(|gap| **gap == 21_600).count(), 1, "{gaps:?}");
    assert!(gaps.len() <= 2, "the first gap is from the first sync: {gaps:?}");
}

#[tokio::test]
async fn missed_syncs_can_be_left_out() {
    let sandbox = InProcess::with(|options| options.start.frozen = true);
    sandbox.connected("inextia").await;
    let walked = advance(&sandbox, &json!({ "by_ms": 20 * 86_400_000_u64, "skip_missed": true })).await;
    let ran = walked["syncs_completed"].as_u64().expect("a count");
    assert!((3..=6).contains(&ran), "{walked}");
}

#[tokio::test]
async fn it_stands_still_and_goes_on_from_where_it_was() {
    let sandbox = InProcess::new();
    let shows = async || sandbox.get("/sandbox/clock").await.data();
    assert_eq!((&shows().await["scale"], &shows().await["frozen"]), (&json!(1.0), &json!(false)));
    sandbox.wait(10);
    assert_eq!(shows().await["now"], "2026-03-01T12:00:10Z");
    let frozen = sandbox.post("/sandbox/clock/freeze", &json!({})).await.data();
    assert_eq!(frozen["frozen"], true);
    sandbox.wait(1_000);
    assert_eq!(shows().await["now"], "2026-03-01T12:00:10Z");
    let resumed = sandbox.post("/sandbox/clock/resume", &json!({ "scale": 60.0 })).await.data();
    assert_eq!(resumed["now"], "2026-03-01T12:00:10Z");
    sandbox.wait(2);
    assert_eq!(shows().await["now"], "2026-03-01T12:02:10Z");
    let walked = advance(&sandbox, &json!({ "to": "2026-03-01T13:00:00Z" })).await;
    assert_eq!((&walked["from"], &walked["to"]), (&json!("2026-03-01T12:02:10Z"), &json!("2026-03-01T13:00:00Z")));
    sandbox.wait(1);
    assert_eq!(shows().await["now"], "2026-03-01T13:01:00Z", "at the pace it had");
    let answer = sandbox.get("/sandbox/clock").await;
    assert_eq!(answer.header("x-makini-sandbox-time"), "2026-03-01T13:01:00Z");
}

#[tokio::test]
async fn what_cannot_be_asked_of_it() {
    let sandbox = InProcess::new();
    let refused = async |path: &str, body: Value| {
        let answer = sandbox.post(&format!("/sandbox/clock/{path}"), &body).await;
        let fields = answer.body["error"]["details"].as_object().map(|map| map.keys().cloned().collect::<Vec<_>>());
        (answer.status.as_u16(), fields.unwrap_or_default().join(","))
    };
    assert_eq!(refused("advance", json!({})).await, (422, "by_ms".into()));
    assert_eq!(refused("advance", json!({ "by_ms": 1, "to": START })).await, (422, "by_ms".into()));
    assert_eq!(refused("advance", json!({ "by_ms": u64::MAX })).await, (422, "by_ms".into()));
    assert_eq!(refused("advance", json!({ "to": "2025-01-01T00:00:00Z" })).await, (422, "to".into()));
    assert_eq!(refused("advance", json!({ "to": "9000-01-01T00:00:00Z" })).await, (422, "to".into()));
    assert_eq!(refused("advance", json!({ "to": "soon" })).await, (422, "to".into()));
    assert_eq!(refused("resume", json!({ "scale": 0 })).await, (422, "scale".into()));
    assert_eq!(refused("advance", json!({ "by": 5 })).await.0, 422, "an unknown word is no order");
    let token = sandbox.connected("inextia").await.1;
    let answer = sandbox.ask(&token, "POST", "/sandbox/clock/freeze", None).await;
    assert_eq!(answer.refusal(), (403, "PERMISSION_DENIED"));
    assert_eq!(sandbox.ask("", "GET", "/sandbox/clock", None).await.status.as_u16(), 401);
}

#[tokio::test]
async fn a_tired_walk_stops_and_is_taken_further() {
    let sandbox = InProcess::open(None, Clock::system(), |options| options.start.frozen = true);
    for number in 0..4 {
        sandbox.connect("inextia", &format!("Plant {number}")).await;
    }
    let start = sandbox.sandbox.now();
    let to = start.checked_add(Duration::from_hours(10 * 24)).expect("soon").to_string();
    let body = json!({ "to": to, "budget_ms": 0 });
    let (mut parts, mut syncs) = (0, 0);
    let mut last = start;
    loop {
        let walked = advance(&sandbox, &body).await;
        assert_eq!(time(&walked["from"]), last, "from where it stopped");
        last = time(&walked["to"]);
        parts += 1;
        syncs += walked["syncs_completed"].as_u64().expect("a count");
        if walked["arrived"] == true {
            break;
        }
    }
    assert!(parts > 1, "it needed {parts} parts");
    assert!((4 * 238..=4 * 241).contains(&syncs), "{syncs}");
    assert_eq!(sandbox.sandbox.now().to_string(), to);
}

/// Returns the names and times of the events that a receiver got so far, and empties it.
fn events(receiver: &Receiver) -> Vec<(String, String)> {
    let bodies = receiver.take().into_iter().map(|(_, body)| serde_json::from_slice::<Value>(&body).expect("JSON"));
    let text = |body: &Value, name: &str| body[name].as_str().unwrap_or_default().to_owned();
    bodies.map(|body| (text(&body, "event"), text(&body, "timestamp"))).collect()
}

#[tokio::test]
async fn webhooks_are_tried_again_at_their_times_on_the_way() {
    let sandbox = InProcess::with(|options| options.start.frozen = true);
    let receiver = Receiver::default();
    receiver.answer(503);
    sandbox.endpoint(&receiver.start().await, &["sync.completed"]).await;
    let (id, _) = sandbox.connect("inextia", "Plant 7").await;
    sandbox.put(&format!("/api/system/connections/{id}/schedule"), &json!({ "schedule_seconds": null })).await.data();
    let walked = days(&sandbox, 2).await;
    assert_eq!((&walked["deliveries_given_up"], &walked["deliveries_succeeded"]), (&json!(1), &json!(0)), "{walked}");
    let delivery = sandbox.get(DELIVERIES).await.data()[0].clone();
    assert_eq!(delivery["status"], "failed");
    let tries: Vec<Timestamp> =
        delivery["tries"].as_array().expect("a list").iter().map(|each| time(&each["at"])).collect();
    assert_eq!(walked["deliveries_failed"], tries.len());
    assert_eq!(receiver.take().len(), tries.len());
    assert_eq!(tries[0], time(&delivery["created_at"]), "the first at once");
    // Doubling up to four hours, and the last at the end of the day.
    let last = tries.len() - 2;
    for (number, two) in tries.windows(2).enumerate() {
        let wait = two[1].duration_since(two[0]).as_secs_f64();
        let middle = (30.0 * f64::from(1 << number)).min(4.0 * 3600.0);
        let least = if number == last { 0.0 } else { middle * 0.8 };
        assert!((least..=middle * 1.2).contains(&wait), "try {number}: {wait} s");
    }
    let day = tries[tries.len() - 1].duration_since(tries[0]).as_secs_f64();
    assert!((day - 86_400.0).abs() < 1.0, "tried for a day: {day} s");
}

#[tokio::test]
async fn deliveries_arrive_in_the_order_of_what_happened() {
    let sandbox = InProcess::with(|options| options.start.frozen = true);
    let receiver = Receiver::default();
    sandbox.endpoint(&receiver.start().await, &[]).await;
    for number in 0..3 {
        sandbox.connect("inextia", &format!("Plant {number}")).await;
    }
    let walked = days(&sandbox, 2).await;
    let got = events(&receiver);
    assert_eq!(walked["deliveries_succeeded"], got.len());
    assert_eq!(walked["events"], got.len());
    assert!(got.len() > 100, "{}", got.len());
    let times: Vec<_> = got.iter().map(|(_, at)| at.parse::<Timestamp>().expect("a time")).collect();
    assert!(times.is_sorted(), "by the time of what happened");
}

#[tokio::test]
async fn what_one_process_sends_no_other_sends() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("sandbox.db");
    let clock = Clock::fixed(START.parse().expect("constant"));
    let first = InProcess::open(Some(path.clone()), clock.clone(), |_| {});
    let second = InProcess::open(Some(path), clock, |_| {});
    let receiver = Receiver::default();
    first.endpoint(&receiver.start().await, &[]).await;
    first.connected("inextia").await;
    first.wait(86_400);
    // Simulated time that passes meanwhile ends nobody's turn.
    let (one, other) = tokio::join!(first.sandbox.deliver_due(), second.sandbox.deliver_due());
    let sent = one.expect("delivered") + other.expect("delivered");
    let got = receiver.take().len();
    assert!(got > 2, "{got}");
    assert_eq!((sent, first.sandbox.deliver_due().await.expect("asked")), (got, 0));
    assert_eq!(first.get(&format!("{DELIVERIES}?status=delivered")).await.body["meta"]["total"], got);
}

#[tokio::test]
async fn back_off_recovery_and_rate_limits_go_by_it() {
    let mut sandbox = InProcess::with(|options| {
        options.start.frozen = true;
        options.rate_limit = 2;
    });
    let (id, tokens) = sandbox.connect("inextia", "Plant 7").await;
    days(&sandbox, 1).await;
    let token = tokens["access_token"].as_str().expect("a token");
    let call = async || sandbox.ask(token, "GET", "/api/eam/sites", None).await;
    assert_eq!((call().await.status.as_u16(), call().await.status.as_u16()), (200, 200));
    let limited = call().await;
    assert_eq!((limited.status.as_u16(), limited.header("retry-after")), (429, "60"));
    sandbox.wait(3_600);
    assert_eq!(call().await.status.as_u16(), 429, "the machine's time does not count");
    advance(&sandbox, &json!({ "by_ms": 60_000 })).await;
    assert_eq!(call().await.status.as_u16(), 200);

    let fault = sandbox.post("/sandbox/faults", &json!({ "kind": "source_down", "connection_id": id })).await.data();
    let walked = advance(&sandbox, &json!({ "by_ms": 7_200_000 })).await;
    let probes = walked["probes"].as_u64().expect("a count");
    assert!((10..=16).contains(&probes), "30 s doubling to 15 minutes: {walked}");
    assert!(walked["syncs_failed"].as_u64() >= Some(2), "{walked}");
    sandbox.delete(&format!("/sandbox/faults/{}", fault["id"])).await.data();
    let walked = advance(&sandbox, &json!({ "by_ms": 60_000 })).await;
    assert_eq!((&walked["syncs_completed"], &walked["syncs_failed"]), (&json!(1), &json!(0)), "{walked}");
    assert_eq!(sandbox.connection(&id).await["health"], "online");
    days(&sandbox, 31).await;
    fresh(&mut sandbox);
    assert_eq!(sandbox.connection(&id).await["health"], "online");
}

#[tokio::test]
async fn an_outage_of_weeks_does_not_forget_what_was_read() {
    let mut sandbox = InProcess::with(|options| options.start.frozen = true);
    let (id, _) = sandbox.connected("inextia").await;
    let path = format!("/api/system/connections/{id}");
    sandbox.put(&format!("{path}/schedule"), &json!({ "schedule_seconds": 900 })).await.data();
    advance(&sandbox, &json!({ "by_ms": 60_000 })).await;
    sandbox.post("/sandbox/faults", &json!({ "kind": "source_down", "connection_id": id })).await.data();
    let walked = days(&sandbox, 8).await;
    assert!(walked["syncs_failed"].as_u64() > Some(300), "more than are kept: {walked}");
    fresh(&mut sandbox);
    sandbox.delete("/sandbox/faults").await.data();
    advance(&sandbox, &json!({ "by_ms": 60_000 })).await;
    let syncs = sandbox.get(&format!("{path}/syncs")).await.data();
    assert_eq!((&syncs[0]["mode"], &syncs[0]["status"]), (&json!("incremental"), &json!("completed")));
    let inserted = |sync: &Value| -> u64 {
        sync["entities"].as_array().expect("a list").iter().filter_map(|entity| entity["total"].as_u64()).sum()
    };
    let whole = sandbox.post(&format!("{path}/syncs"), &json!({ "mode": "full" })).await.data();
    assert!(inserted(&syncs[0]) < inserted(&whole), "only what changed");
}

#[tokio::test]
async fn processes_on_one_file_tell_the_same_time() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("sandbox.db");
    let clock = Clock::fixed(START.parse().expect("constant"));
    let first = InProcess::open(Some(path.clone()), clock.clone(), |_| {});
    let second = InProcess::open(Some(path.clone()), clock.clone(), |_| {});
    days(&first, 3).await;
    let now = second.get("/sandbox/clock").await.data();
    assert_eq!(now["now"], "2026-03-04T12:00:00Z");
    assert_eq!(second.get("/health").await.body["now"], "2026-03-04T12:00:00Z");
    drop((first, second));
    let third = InProcess::open(Some(path.clone()), clock.clone(), |options| options.time_scale = Some(10.0));
    assert_eq!(third.sandbox.now().to_string(), "2026-03-04T12:00:00Z", "it is kept with the state");
    clock.advance(Duration::from_secs(6));
    assert_eq!(third.get("/sandbox/clock").await.data()["now"], "2026-03-04T12:01:00Z");
    third.sandbox.reset().expect("empties");
    assert_eq!(third.sandbox.now().to_string(), "2026-03-01T12:00:06Z", "starting over, it is the machine's again");
}

/// One whole run, told as what arrived and what was logged.
async fn run(seed: u64) -> (Vec<(String, String)>, Value, Value) {
    let clock = Clock::system();
    let mut options = makini::sandbox::Options::new(clock.clone());
    options.seed = seed;
    options.start = Start { at: Some(START.parse().expect("constant")), frozen: true };
    let sandbox = makini::sandbox::Sandbox::open(options).expect("opens");
    let mut sandbox = InProcess::around(sandbox, clock);
    let receiver = Receiver::default();
    sandbox.endpoint(&receiver.start().await, &[]).await;
    let mut keys = Vec::new();
    for name in ["North", "South"] {
        let (id, tokens) = sandbox.connect("inextia", name).await;
        advance(&sandbox, &json!({ "by_ms": 45_000 })).await;
        let token = tokens["access_token"].as_str().expect("a token");
        sandbox.ask(token, "GET", "/api/eam/sites?per_page=5", None).await.data();
        keys.push(id);
    }
    sandbox.post("/sandbox/faults", &json!({ "kind": "source_down", "connection_id": keys[0] })).await.data();
    advance(&sandbox, &json!({ "by_ms": 86_400_000 })).await;
    sandbox.delete("/sandbox/faults").await.data();
    advance(&sandbox, &json!({ "by_ms": 86_400_000 })).await;
    fresh(&mut sandbox);
    let log = sandbox.get("/api/system/requests?per_page=500").await.data();
    let deliveries = sandbox.get(&format!("{DELIVERIES}?per_page=500")).await.data();
    let got = events(&receiver);
    (got, log, deliveries)
}

#[tokio::test]
async fn the_same_commands_have_the_same_outcome() {
    let (first, second, other) = (run(7).await, run(7).await, run(8).await);
    assert!(first.0.len() > 50 && first.1.as_array().is_some_and(|log| log.len() > 100));
    assert_eq!(first.0, second.0, "the same events in the same order");
    assert_eq!(first.1, second.1, "the same log, with the same IDs and times");
    assert_eq!(first.2, second.2, "the same deliveries and tries");
    assert_ne!(first.1, other.1, "another seed is another run");
}
