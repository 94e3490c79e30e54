//! `makini connections history`: one time line of everything that happened to a connection.

use axum::Router;
use axum::routing::get;
use makini::exit::Exit;
use serde_json::{Value, json};

use crate::requests::command::exchange;
use crate::support::plant::{Plant, keep};
use crate::support::served::Served;
use crate::support::world::Machine;

const START: &str = "2026-03-01T12:00:00Z";

fn history(machine: &Machine, line: &str) -> Value {
    machine.run(&format!("--sandbox connections history 'Plant 7' -o json {line}")).ok().json()["data"].clone()
}

fn entries<'a>(history: &'a Value, kind: &str) -> Vec<&'a Value> {
    let all = history["entries"].as_array().expect("entries");
    all.iter().filter(|entry| entry["kind"] == kind).collect()
}

fn seconds(entry: &Value) -> f64 {
    entry["seconds"].as_f64().unwrap_or_else(|| panic!("it lasts: {entry}"))
}

/// A connection whose settings changed, whose system was away for a while and is away again.
fn troubled(has_endpoint: bool) -> (Machine, Plant, String) {
    let machine = Machine::new().at(START);
    let plant = Plant::of(&machine);
    let id = plant.connected("inextia", "Plant 7");
    plant.connected("upkeep", "Mill");
    if has_endpoint {
        machine.run("--sandbox webhooks endpoints add http://127.0.0.1:9/hook --reveal").ok();
    }
    machine.run("--sandbox connections settings 'Plant 7' --set schedule=1h").ok();
    machine.run("--sandbox connections metadata Mill plant=8").ok();
    machine.run("--sandbox alerts add error-rate --above 10% --connection 'Plant 7' --name failing --window 5m").ok();
    plant.source_down(&id);
    machine.run("--sandbox sync start 'Plant 7' --watch").expect(Exit::Unhealthy);
    plant.wait(10 * 60);
    machine.run("--sandbox sandbox fault clear").ok();
    plant.wait(30 * 60);
    plant.source_down(&id);
    machine.run("--sandbox sync start 'Plant 7' --watch").expect(Exit::Unhealthy);
    plant.wait(5 * 60);
    (machine, plant, id)
}

#[test]
fn everything_stands_on_one_time_line() {
    let (machine, plant, id) = troubled(true);
    let found = history(&machine, "");
    assert_eq!((&found["connection_id"], &found["health"]), (&json!(id), &json!("offline")), "{found}");
    let at = |entry: &Value| entry["at"].as_str().expect("a time").to_owned();
    let all = found["entries"].as_array().expect("entries");
    assert!(all.iter().map(at).rev().is_sorted(), "the newest first: {all:#?}");
    // Health: a period lasts until the next, without a gap.
    let health = entries(&found, "health");
    let states: Vec<&Value> = health.iter().map(|entry| &entry["state"]).collect();
    assert_eq!(states, ["offline", "online", "offline", "online"], "{health:#?}");
    assert!(health[0]["until"].is_null(), "it lasts: {}", health[0]);
    for pair in health.windows(2) {
        assert_eq!(pair[1]["until"], pair[0]["at"], "{pair:#?}");
    }
    assert!((540.0..1500.0).contains(&seconds(health[2])), "10 minutes, and the next try: {}", health[2]);
    assert!((240.0..420.0).contains(&seconds(health[0])), "{}", health[0]);
    // The times are those of the platform's events.
    let events = plant.get("/api/system/webhooks/deliveries?per_page=100&event=connection.offline");
    assert_eq!(events.as_array().expect("rows").len(), 2);
    assert_eq!(health[0]["at"].as_str().map(|at| &at[..19]), events[0]["created_at"].as_str().map(|at| &at[..19]));
    assert!(health.iter().take(3).all(|entry| entry["is_derived"] == false), "{health:#?}");
    // Now: since when, how often it was tried, and when it is tried next.
    assert_eq!(found["health_since"], health[0]["at"], "{found}");
    let shown = plant.get(&format!("/api/system/connections/{id}"));
    assert!(found["failed_attempts"].as_u64() >= Some(2), "{found}");
    assert_eq!(found["failed_attempts"], shown["failed_attempts"]);
    let next =
        shown["next_attempt_at"].as_str().expect("it goes on trying").parse::<jiff::Timestamp>().expect("a time");
    let told = found["next_attempt_at"].as_str().expect("a time").parse::<jiff::Timestamp>().expect("a time");
    assert_eq!(told, next);
    // Syncs, with their error and how long they took.
    let syncs = entries(&found, "sync");
    let of = |state: &str| syncs.iter().filter(|entry| entry["state"] == state).count();
    assert!(of("failed") >= 2 && of("completed") >= 2, "{syncs:#?}");
    for failed in syncs.iter().filter(|entry| entry["state"] == "failed") {
        assert_eq!(failed["code"], "SOURCE_UNREACHABLE", "{failed}");
        assert!(failed["request_id"].is_string() && failed["sync_id"].is_string(), "{failed}");
    }
    // Settings of this connection, and of no other.
    let settings = entries(&found, "settings");
    assert!(settings.iter().any(|entry| entry["what"] == "settings changed"), "{settings:#?}");
    assert!(settings.iter().all(|entry| entry["what"] != "metadata changed"), "another connection's: {settings:#?}");
    // The alert fired and was resolved, and its length is the time between.
    let alerts = entries(&found, "alert");
    assert!(!alerts.is_empty() && alerts.iter().all(|entry| entry["what"] == "alert `failing`"), "{alerts:#?}");
    assert!(alerts.iter().all(|entry| (entry["state"] == "resolved") == entry["until"].is_string()), "{alerts:#?}");
    assert_eq!(entries(&found, "lifecycle").last().expect("one")["what"], "created");
    assert_eq!((&found["unknown"], &found["unread"]), (&json!([]), &json!([])), "{found}");
}

#[test]
fn without_the_platforms_events_it_follows_from_requests_and_says_so() {
    let (machine, _, _) = troubled(false);
    let found = history(&machine, "--kind health");
    let health = found["entries"].as_array().expect("entries");
    let states: Vec<&Value> = health.iter().map(|entry| &entry["state"]).collect();
    assert_eq!(states, ["offline", "online", "offline", "online"], "{health:#?}");
    assert!(health.iter().all(|entry| entry["is_derived"] == true), "{health:#?}");
    assert!(health[0]["request_id"].is_string(), "the request that showed it: {}", health[0]);
    let text = machine.run("--sandbox connections history 'Plant 7' --kind health").ok().stdout;
    assert!(text.contains("offline (seen by requests)") && text.contains("Next try:"), "{text}");
    let short = machine.run("--sandbox connections history 'Plant 7' --limit 2 -o ndjson").ok();
    assert_eq!(short.stdout.lines().count(), 2, "{}", short.all());
    assert!(short.stderr.contains("2 of"), "{}", short.stderr);
    let early = history(&machine, "--until 2026-03-01T11:00:00Z");
    assert_eq!(early["entries"], json!([]), "{early}");
}

#[test]
fn new_credentials_end_a_reauthorization() {
    let machine = Machine::new().at(START);
    let plant = Plant::of(&machine);
    let id = plant.connected("maintain-x", "Plant 7");
    plant.fault(&json!({ "kind": "credentials_changed", "connection_id": id }));
    machine.run("--sandbox sync start 'Plant 7' --watch").expect(Exit::Auth);
    let lost = history(&machine, "");
    assert_eq!(lost["health"], "reauthorization_required", "{lost}");
    let open = entries(&lost, "reauthorization");
    assert_eq!((open.len(), &open[0]["until"]), (1, &json!(null)), "{open:#?}");
    plant.wait(60);
    machine.run_with("--sandbox reconnect 'Plant 7' --field-stdin api_key --confirm 'Plant 7'", "new key", []).ok();
    plant.wait(60);
    let found = history(&machine, "");
    let entries = entries(&found, "reauthorization");
    assert!(entries.iter().any(|entry| entry["what"] == "reconnected with new credentials"), "{entries:#?}");
    let ended = entries.iter().find(|entry| entry["state"] == "reauthorization_required").expect("one");
    assert!(seconds(ended) >= 60.0 && ended["until"].is_string(), "{ended}");
    assert_eq!(found["health"], "online");
}

#[test]
fn it_fits_a_narrow_terminal() {
    let (machine, _, id) = troubled(true);
    let mut machine = machine;
    for width in [80, 40] {
        machine = machine.terminal(width);
        let text = machine.run("--sandbox connections history 'Plant 7' --color never").ok().stdout;
        let longest = text.lines().map(|line| line.chars().count()).max().unwrap_or_default();
        assert!(longest <= usize::from(width), "{width}: {longest}\n{text}");
        let flat: String = text.split_whitespace().collect();
        for part in [id.as_str(), "offline", "settings", "Attempts:", "Nexttry:"] {
            assert!(flat.contains(part), "{width}: {part}\n{text}");
        }
    }
}

/// Of a server that offers nothing but what is published, the journal and the connection's own token tell what there is.
#[test]
fn what_is_not_published_is_not_known() {
    let rows = json!({ "data": [{ "key": "42", "name": "Plant 7", "status": "active",
        "created_at": "2026-02-28T10:00:00Z" }] });
    let state = json!({ "data": { "id": "42", "sync_status": "done", "sync_updated_at": "2026-03-01T11:00:00Z" } });
    let router = Router::new()
        .route("/api/system/connections", get(move || async move { axum::Json(rows) }))
        .route("/api/integrations/current", get(move || async move { axum::Json(state) }));
    let served = Served::router(router);
    let machine = Machine::new()
        .at(START)
        .env("MAKINI_TOKEN", "t")
        .env("MAKINI_CONNECTION_TOKEN", "c")
        .env("MAKINI_SERVER", served.url());
    let mut call = exchange("req_down", Some(503));
    call.at = "2026-03-01T10:00:00Z".parse().expect("a time");
    keep(&machine, &[call]);
    let found = machine.run("connections history 42 -o json --retries 0").ok().json()["data"].clone();
    let unknown = found["unknown"].to_string();
    for part in
        ["syncs that this machine did not see", "this server offers no log", "alerts of the server", "its health now"]
    {
        assert!(unknown.contains(part), "{part}: {unknown}");
    }
    for key in ["health", "health_since", "failed_attempts", "next_attempt_at"] {
        assert_eq!(found[key], json!(null), "{key}: {found}");
    }
    let shown: Vec<_> =
        found["entries"].as_array().expect("entries").iter().map(|entry| (&entry["kind"], &entry["state"])).collect();
    assert!(shown.contains(&(&json!("sync"), &json!("completed"))), "{found}");
    assert!(shown.contains(&(&json!("health"), &json!("offline"))), "the journal has it: {found}");
}
