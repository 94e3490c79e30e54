//! `makini requests tail`, `stats` and `export`.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use axum::http::StatusCode;
use axum::response::IntoResponse as _;
use axum::routing::get;
use makini::exit::Exit;
use makini::shutdown::Signal;
use serde_json::{Value, json};

use super::command::{START, alone, exchange};
use crate::support::plant::{Plant, keep};
use crate::support::served::Served;
use crate::support::until::{PATIENCE, until};
use crate::support::world::Machine;

fn logged(id: &str, at: &str) -> Value {
    json!({ "id": id, "at": at, "method": "GET", "path": "/api/erp/vendors", "status": 200, "total_ms": 5, "kind": "api" })
}

/// A log that grows between one query and the next: in order, late, with rows of the same time, and not to be read once.
fn growing() -> (Served, Arc<AtomicUsize>) {
    let states: Vec<Option<Vec<Value>>> = vec![
        Some(vec![logged("req_1", "2026-03-01T11:59:30Z")]),
        Some(vec![logged("req_2", "2026-03-01T12:00:01Z"), logged("req_1", "2026-03-01T11:59:30Z")]),
        None,
        Some(vec![
            logged("req_3", "2026-03-01T12:00:01Z"),
            logged("req_2", "2026-03-01T12:00:01Z"),
            logged("req_late", "2026-03-01T11:59:40Z"),
            logged("req_1", "2026-03-01T11:59:30Z"),
        ]),
        Some(vec![
            logged("req_4", "2026-03-01T12:00:06Z"),
            logged("req_3", "2026-03-01T12:00:01Z"),
            logged("req_2", "2026-03-01T12:00:01Z"),
            logged("req_late", "2026-03-01T11:59:40Z"),
            logged("req_1", "2026-03-01T11:59:30Z"),
        ]),
    ];
    let asked = Arc::new(AtomicUsize::new(0));
    let seen = Arc::clone(&asked);
    let log = move || async move {
        let number = seen.fetch_add(1, Ordering::SeqCst).min(states.len() - 1);
        match &states[number] {
            Some(rows) => axum::Json(json!({ "data": rows })).into_response(),
            None => StatusCode::SERVICE_UNAVAILABLE.into_response(),
        }
    };
    let offers =
        || async { axum::Json(json!({ "endpoints": { "request_list": { "method": "GET", "path": "/log" } } })) };
    (Served::router(Router::new().route("/log", get(log)).route("/.well-known/makini", get(offers))), asked)
}

#[test]
fn nothing_is_shown_twice_or_lost_between_two_queries() {
    let (served, asked) = growing();
    let machine = Machine::new().at(START).env("MAKINI_TOKEN", "t").env("MAKINI_SERVER", served.url());
    let ended = machine.run("requests tail --lines 1 --interval 2s --for 10s --retries 0 -o ndjson").ok();
    let ids: Vec<String> = ended
        .stdout
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("JSON")["id"].as_str().expect("an ID").to_owned())
        .collect();
    assert_eq!(ids, ["req_1", "req_2", "req_late", "req_3", "req_4"], "{}", ended.all());
    assert!(ended.stderr.contains("is tried again"), "{}", ended.stderr);
    assert!(asked.load(Ordering::SeqCst) >= 5, "it asked all the time");
    // Without lines it begins with what comes.
    let (served, _) = growing();
    let machine = Machine::new().at(START).env("MAKINI_TOKEN", "t").env("MAKINI_SERVER", served.url());
    let ended = machine.run("requests tail --lines 0 --for 3s --retries 0 --columns id --no-header").ok();
    assert_eq!(ended.stdout.lines().map(str::trim).collect::<Vec<_>>(), ["req_2"], "{}", ended.all());
}

#[test]
fn the_journal_is_followed_where_there_is_no_log() {
    let machine = Machine::new().at(START).env("MAKINI_TOKEN", "t");
    keep(&machine, &[exchange("req_a", Some(200)), exchange("req_b", Some(503)), exchange("req_c", Some(503))]);
    let shown = |line: &str| {
        let ended = machine.run(&format!("requests tail --source journal --for 1s {line} --jq .id -o ndjson")).ok();
        ended.stdout.lines().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(shown(""), ["req_a", "req_b", "req_c"]);
    assert_eq!(shown("--lines 1"), ["req_c"]);
    assert_eq!(shown("--errors"), ["req_b", "req_c"]);
    for wrong in ["--sync x --source journal", "--sort at", "-o yaml", "--interval 0s"] {
        machine.run(&format!("requests tail {wrong}")).expect(Exit::Usage);
    }
}

#[test]
fn ctrl_c_ends_it_with_what_was_shown() {
    let (tell, told) = tokio::sync::watch::channel(None);
    let (served, asked) = growing();
    let machine = Machine::new().at(START).env("MAKINI_TOKEN", "t").env("MAKINI_SERVER", served.url());
    let machine = machine.stop(Signal::Channel(told));
    let stopping = std::thread::spawn(move || {
        until(PATIENCE, || (asked.load(Ordering::SeqCst) > 4).then_some(()));
        tell.send(Some(Exit::Interrupted)).expect("it waits");
        tell
    });
    let ended = machine.run("requests tail --lines 1 --retries 0 -o json");
    stopping.join().expect("no panic");
    assert_eq!(ended.exit, Exit::Interrupted, "{}", ended.all());
    let rows = ended.json()["data"].as_array().expect("a whole document").clone();
    assert!(rows.len() >= 4, "{rows:?}");
}

#[test]
fn what_this_program_asks_for_itself_is_not_followed() {
    let machine = Machine::new().at(START);
    Plant::of(&machine).connected("inextia", "Plant 7");
    let ended = machine.run("--sandbox requests tail --lines 500 --for 10s -o json").ok();
    let rows = ended.json()["data"].as_array().expect("a document").clone();
    assert!(!rows.is_empty() && rows.iter().all(|row| row["kind"] != "tool"), "{rows:?}");
    let named = rows.iter().filter(|row| row["connection_id"].is_string());
    assert!(named.clone().count() > 0 && named.clone().all(|row| row["connection"] == "Plant 7"), "{rows:?}");
    let mut ids: Vec<&str> = rows.iter().filter_map(|row| row["id"].as_str()).collect();
    ids.sort_unstable();
    assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "each once");
}

#[test]
fn figures_are_of_what_is_selected() {
    let machine = alone();
    let mut slow = exchange("req_slow", Some(200));
    slow.elapsed = std::time::Duration::from_millis(900);
    let mut tool = exchange("req_tool", Some(503));
    tool.kind = makini::api::requests::RequestKind::Tool;
    keep(&machine, &[exchange("req_1", Some(200)), exchange("req_2", Some(503)), exchange("req_3", None), slow, tool]);
    let stats = |line: &str| {
        machine.run(&format!("requests stats --source journal {line} -o json")).ok().json()["data"].clone()
    };
    let all = stats("");
    let total = &all["total"];
    assert_eq!(
        (&total["requests"], &total["errors"], &total["error_rate"]),
        (&json!(4), &json!(2), &json!(0.5)),
        "{all}"
    );
    assert_eq!((&total["mean_ms"], &total["max_ms"]), (&json!(450.0), &json!(900.0)), "{all}");
    assert_eq!((&all["source"], &all["is_whole"]), (&json!("journal"), &json!(true)), "{all}");
    let groups = |answer: &Value| {
        let rows = answer["groups"].as_array().expect("groups").clone();
        rows.iter().map(|row| (row["key"].clone(), row["requests"].clone())).collect::<Vec<_>>()
    };
    let expected = [("200", 2), ("SOURCE_UNREACHABLE", 1), ("none", 1)].map(|(key, count)| (json!(key), json!(count)));
    assert_eq!(groups(&all), expected);
    assert_eq!(groups(&stats("--by operation")), [(json!("GET /api/erp/vendors"), json!(4))]);
    assert_eq!(groups(&stats("--by connection --errors")), [(json!("42"), json!(2))]);
    let listed = machine.run("requests list --source journal --slower-than 500ms -o json").ok().json();
    assert_eq!(stats("--slower-than 500ms")["total"]["requests"], listed["data"].as_array().expect("rows").len());
    // A part is not taken for the whole.
    let part = machine.run("requests stats --source journal --limit 2 -o json").ok();
    assert_eq!(part.json()["data"]["is_whole"], json!(false), "{}", part.all());
    assert!(part.stderr.contains("only the newest 2 requests"), "{}", part.stderr);
    assert_eq!(stats("--status 418")["total"]["requests"], 0);
}

#[test]
fn an_export_has_what_the_list_has() {
    let machine = alone();
    let mut formula = exchange("req_formula", Some(500));
    formula.error_message = Some("=cmd|' /C calc'!A0".into());
    keep(&machine, &[exchange("req_1", Some(200)), exchange("req_2", Some(503)), formula]);
    let list = machine.run("requests list --source journal -o ndjson").ok().stdout;
    let export = machine.run("requests export --source journal").ok().stdout;
    assert_eq!(export, list, "the same keys and values");
    let csv = machine.run("requests export --source journal --as csv").ok().stdout;
    assert_eq!(machine.run("requests export --source journal -o csv").ok().stdout, csv);
    assert_eq!(machine.run("requests export --source journal --as csv --out -").ok().stdout, csv);
    let mut lines = csv.lines();
    let head = lines.next().expect("a header");
    for key in ["at", "id", "status", "path", "error_message", "sync_id", "known_to"] {
        assert!(head.split(',').any(|name| name == key), "{key}: {head}");
    }
    assert_eq!(lines.count(), 3, "{csv}");
    // Into a file: the summary is shown, and what is written is the same.
    let file = machine.home().join("out.ndjson");
    let line = format!("requests export --source journal --out {} -o json", file.display());
    let written = machine.run(&line).ok().json()["data"].clone();
    assert_eq!((&written["requests"], &written["as"]), (&json!(3), &json!("ndjson")), "{written}");
    assert_eq!(std::fs::read_to_string(&file).expect("written"), list);
    assert_eq!(written["bytes"], list.len());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = std::fs::metadata(&file).expect("there").permissions().mode();
        assert_eq!(mode & 0o077, 0, "its owner's alone: {mode:o}");
    }
    let short = machine.run("requests export --source journal --limit 2").ok();
    assert!(short.stdout.lines().count() == 2 && short.stderr.contains("there are more"), "{}", short.all());
    for wrong in ["-o yaml", "--as har -o csv", "--as har --jq .id", "--as har --columns id", "--as har --sort at"] {
        machine.run(&format!("requests export --source journal {wrong}")).expect(Exit::Usage);
    }
}
