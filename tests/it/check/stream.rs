//! `-o ndjson`: each connection as soon as it is judged, then the whole. And the budget of credits, whose finding is there.

use std::collections::HashMap;
use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Child, ChildStdout, Stdio};
use std::sync::Arc;

use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::IntoResponse as _;
use axum::routing::get;
use axum::{Json, Router};
use makini::exit::Exit;
use serde_json::{Value, json};
use tokio::sync::Semaphore;

use super::machine;
use crate::support::process::Home;
use crate::support::served::Served;
use crate::support::world::Machine;

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))).collect()
}

#[expect(clippy::disallowed_methods, reason = "the program runs as a process of its own, by the machine's clock")]
fn now() -> String {
    jiff::Timestamp::now().to_string()
}

/// Serves two connections: `Plant 8`, whose row tells all, and `Plant 7`, whose sync is answered once the gate is open. It
/// offers no credits.
fn platform(gate: Arc<Semaphore>) -> Served {
    let row = |key: &str, name: &str| json!({ "key": key, "name": name, "status": "active", "health": "online" });
    let list = move || async move {
        let mut well = row("8", "Plant 8");
        well["sync_status"] = "done".into();
        well["last_sync_at"] = now().into();
        Json(json!({ "data": [row("7", "Plant 7"), well], "meta": { "current_page": 1, "last_page": 1 } }))
    };
    let sync = move || async move {
        gate.acquire().await.expect("open").forget();
        Json(json!({ "data": { "status": "completed", "last_successful_sync_at": now() } }))
    };
    let endpoint = json!({ "method": "GET", "path": "/api/system/connections/{id}/sync-status" });
    let offered = move || async move { Json(json!({ "endpoints": { "sync_status": endpoint } })).into_response() };
    let router = Router::new()
        .route("/api/system/connections", get(list))
        .route("/api/system/connections/7/sync-status", get(sync))
        .route("/.well-known/makini", get(offered))
        .fallback(async || StatusCode::NOT_FOUND.into_response());
    Served::router(router)
}

/// Starts a check, and returns it with the first line that it writes.
fn started(home: &Home, served: &Served) -> (Child, BufReader<ChildStdout>, String) {
    let mut command = home.makini(&["check", "-o", "ndjson", "--server", served.url()]);
    let mut process =
        command.env("MAKINI_TOKEN", "t").stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("started");
    let mut stdout = BufReader::new(process.stdout.take().expect("piped"));
    let mut first = String::new();
    stdout.read_line(&mut first).expect("text");
    (process, stdout, first)
}

#[test]
fn a_line_is_written_while_others_are_still_asked_for() {
    let gate = Arc::new(Semaphore::new(0));
    let (served, home) = (platform(Arc::clone(&gate)), Home::new());
    let (mut process, mut stdout, first) = started(&home, &served);
    assert_eq!(lines(&first)[0]["connection"], "Plant 8", "the other one has no answer yet: {first}");
    gate.add_permits(1);
    let mut rest = String::new();
    stdout.read_to_string(&mut rest).expect("text");
    let rest = lines(&rest);
    assert_eq!((rest.len(), &rest[0]["connection"], &rest[1]["event"]), (2, &json!("Plant 7"), &json!("ended")));
    assert!(process.wait().expect("ends").success());
}

/// Serves two pages of a connection that is well each; the second page is answered with a status once the gate is open.
fn paged(gate: Arc<Semaphore>, second: StatusCode) -> Served {
    let page = move |Query(query): Query<HashMap<String, String>>| async move {
        let is_second = query.get("page").is_some_and(|page| page == "2");
        if is_second {
            gate.acquire().await.expect("open").forget();
            if !second.is_success() {
                return second.into_response();
            }
        }
        let (key, page) = if is_second { ("8", 2) } else { ("7", 1) };
        let row = json!({
            "key": key, "name": format!("Plant {key}"), "status": "active", "health": "online",
            "sync_status": "done", "last_sync_at": now(),
        });
        Json(json!({ "data": [row], "meta": { "current_page": page, "last_page": 2 } })).into_response()
    };
    let router = Router::new()
        .route("/api/system/connections", get(page))
        .fallback(async || StatusCode::NOT_FOUND.into_response());
    Served::router(router)
}

#[test]
fn the_first_page_is_checked_before_the_second_is_there() {
    for (second, exit) in [(StatusCode::OK, Exit::Ok), (StatusCode::FORBIDDEN, Exit::Forbidden)] {
        let gate = Arc::new(Semaphore::new(0));
        let (served, home) = (paged(Arc::clone(&gate), second), Home::new());
        let (mut process, mut stdout, first) = started(&home, &served);
        assert_eq!(lines(&first)[0]["connection"], "Plant 7", "{first}");
        gate.add_permits(1);
        let (mut rest, mut errors) = (String::new(), String::new());
        stdout.read_to_string(&mut rest).expect("text");
        process.stderr.take().expect("piped").read_to_string(&mut errors).expect("text");
        assert_eq!(process.wait().expect("ends").code(), Some(i32::from(exit.code())), "{errors}");
        if second.is_success() {
            let rest = lines(&rest);
            assert_eq!((&rest[0]["connection"], &rest[1]["counts"]["ok"]), (&json!("Plant 8"), &json!(2)), "{rest:?}");
        } else {
            assert!(errors.contains("could not list the connections"), "a half list is no verdict: {errors}");
        }
    }
}

#[test]
fn the_last_line_is_the_whole_without_its_connections() {
    let (machine, plant) = machine();
    plant.connected("inextia", "Plant 7");
    let ill = plant.connected("inextia", "Plant 8");
    plant.fault(&json!({ "kind": "credentials_changed", "connection_id": ill }));
    let whole = machine.run("--sandbox check --require 3 -o json").expect(Exit::Unhealthy).json();
    for flags in ["", " --wait 1s", " --sort connection"] {
        let ended = machine.run(&format!("--sandbox check --require 3 -o ndjson{flags}")).expect(Exit::Unhealthy);
        let mut found = lines(&ended.stdout);
        let last = found.pop().expect("a line");
        let keys: Vec<_> = last.as_object().expect("an object").keys().map(String::as_str).collect();
        let wanted = ["event", "result", "exit_code", "required", "checked_at", "severity", "counts", "findings"];
        assert_eq!(keys, wanted, "{flags}");
        for key in &wanted[1..] {
            if *key != "checked_at" {
                assert_eq!(last[key], whole["data"][key], "{flags}: {key}");
            }
        }
        found.sort_by_key(|line| line["connection"].to_string());
        let of = |rows: &[Value]| -> Vec<Value> { rows.iter().map(|row| row["findings"].clone()).collect() };
        let rows = whole["data"]["connections"].as_array().expect("rows");
        assert_eq!(found.len(), 2, "{flags}");
        for (line, row) in found.iter().zip(rows) {
            let keys = |value: &Value| value.as_object().expect("an object").keys().cloned().collect::<Vec<_>>();
            assert_eq!(keys(line), keys(row), "the same keys in every format");
            assert_eq!((&line["connection"], &line["severity"]), (&row["connection"], &row["severity"]));
        }
        let remedy = |rows: &[Value]| of(rows).iter().any(|all| all.to_string().contains("makini --sandbox reconnect"));
        assert!(remedy(&found) && remedy(rows), "the next command is about this platform: {found:#?}");
    }
    let named = machine.run("--sandbox check -o ndjson --jq .connection").expect(Exit::Unhealthy);
    let mut named: Vec<_> = named.stdout.lines().collect();
    named.sort_unstable();
    assert_eq!(named, ["Plant 7", "Plant 8", "null"]);
    // A report takes the place of the lines.
    let report = machine.run("--sandbox check -o ndjson --report sarif=-").expect(Exit::Unhealthy);
    assert_eq!(report.json()["version"], "2.1.0");
}

#[test]
fn an_accepted_finding_is_accepted_in_its_line_and_does_not_stop_the_check() {
    let (machine, plant) = machine();
    for name in ["Plant 7", "Plant 8"] {
        let ill = plant.connected("inextia", name);
        plant.fault(&json!({ "kind": "credentials_changed", "connection_id": ill }));
    }
    let entry = |rule: &str| {
        format!("[[accept]]\nrule = '{rule}'\nconnection = '*'\nuntil = 2027-01-31\nbecause = 'is being replaced'\n")
    };
    let file = machine.write("accepted.toml", ["health", "sync-result", "status"].map(entry).concat());
    let line = format!("--sandbox check --accept {} --fail-fast --concurrency 1 -o ndjson", file.display());
    let ended = machine.run(&line).ok();
    let found = lines(&ended.stdout);
    assert_eq!(found.len(), 3, "none of them fails, so that all are checked: {}", ended.stdout);
    assert!(found[0]["findings"].to_string().contains("is being replaced"), "{}", found[0]);
}

#[test]
fn credits_have_a_budget() {
    let (machine, plant) = machine();
    plant.connected("inextia", "Plant 7");
    let json = machine.run("--sandbox check --min-credits 1 -o json").ok().json();
    let finding = &json["data"]["findings"][0];
    let left = finding["evidence"]["left"].as_u64().expect("a number");
    assert_eq!((&finding["rule"], &finding["severity"]), (&json!("credits"), &json!("ok")), "{finding}");
    machine.run(&format!("--sandbox check --min-credits {left}")).ok();
    let ended = machine.run(&format!("--sandbox check --min-credits {}", left + 1)).expect(Exit::Unhealthy);
    let reason = format!("{left} credits are left, less than {}\nnext: `makini --sandbox credits`", left + 1);
    assert!(ended.stdout.contains(&reason), "{}", ended.stdout);
    let last = machine.run("--sandbox check --min-credits 100000 -o ndjson").expect(Exit::Unhealthy);
    assert_eq!(lines(&last.stdout)[1]["findings"][0]["rule"], "credits");
    machine.run("--sandbox check --min-credits 100000 --skip credits").ok();
    machine.run("--sandbox check --min-credits 1 --only credits").ok();
    machine.run("--sandbox check --only credits").expect(Exit::Usage);
    machine.write(".makini.toml", "[check]\nmin_credits = 100000\n");
    machine.run("--sandbox check").expect(Exit::Unhealthy);
    machine.write(".makini.toml", "[[check.for]]\nsystem = 'inextia'\nmin_credits = 1\n");
    let ended = machine.run("--sandbox check").expect(Exit::Usage);
    assert!(ended.stderr.contains("is about the whole check"), "{}", ended.stderr);
}

#[test]
fn a_server_without_credits_does_not_pass() {
    let served = platform(Arc::new(Semaphore::new(100)));
    let machine = Machine::new().env("MAKINI_TOKEN", "t");
    let line = format!("check --server {} --min-credits 0", served.url());
    machine.run(&line.replace(" --min-credits 0", "")).ok();
    let json = machine.run(&format!("{line} -o json")).expect(Exit::Unsupported).json();
    assert_eq!(json["data"]["findings"][0]["severity"], "unknown", "{json}");
    machine.run(&format!("{line} --only credits")).expect(Exit::Unsupported);
}
