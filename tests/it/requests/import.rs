//! `makini requests import`: what others logged is asked the same questions.

use makini::exit::Exit;
use serde_json::json;

use crate::support::world::Machine;

fn machine() -> Machine {
    Machine::new().env("MAKINI_SERVER", "https://api.example").at("2026-03-01T13:00:00Z")
}

#[test]
fn requests_of_others_are_in_the_figures_once() {
    let machine = machine();
    let lines = (0..20).map(|n| {
        let line = json!({
            "time_iso8601": format!("2026-03-01T12:00:{n:02}Z"), "request_method": "GET", "status": if n < 5 { 500 } else { 200 },
            "request_uri": format!("/api/erp/vendors/V-{n}?access_token=qk3FhF92hs8fjw0Lq1mZ"), "request_time": 0.25,
            "body_bytes_sent": 10, "upstream_http_x_request_id": format!("req_{n}"),
        });
        format!("{line}\n")
    });
    machine.write("access.json", lines.collect::<String>() + "broken\n");
    let file = machine.home().join("access.json").display().to_string();
    let first = machine.run(&format!("requests import {file} -o json")).ok().json();
    assert_eq!((&first["data"]["imported"], &first["data"]["unreadable"]), (&20.into(), &1.into()), "{first}");
    assert_eq!(first["data"]["reasons"][0][0], 21);
    let again = machine.run(&format!("requests import {file} -o json")).ok().json();
    assert_eq!((&again["data"]["imported"], &again["data"]["known"]), (&0.into(), &20.into()), "{again}");
    let stored = std::fs::read(machine.home().join("state/journal.db")).expect("a journal");
    assert!(!stored.windows(12).any(|part| part == b"qk3FhF92hs8f"), "secrets of a query are not stored");
}

#[test]
fn only_requests_to_the_server_are_taken_from_an_archive() {
    let machine = machine();
    let entry = |url: &str| json!({ "startedDateTime": "2026-03-01T12:00:00Z", "time": 5, "request": { "method": "GET", "url": url }, "response": { "status": 200 } });
    let entries = [
        "https://api.example/api/erp/vendors",
        "https://cdn.example/logo.svg",
        "http://127.0.0.1:4610/api/system/client",
    ];
    let har = json!({ "log": { "entries": entries.map(entry) } }).to_string();
    let import = |flags: &str| {
        machine.run_with(&format!("requests import - {flags} -o json"), &har, []).ok().json()["data"].clone()
    };
    let report = import("");
    assert_eq!((&report["imported"], &report["other_hosts"]), (&2.into(), &1.into()), "{report}");
    let report = import("--host cdn.example");
    assert_eq!((&report["imported"], &report["known"], &report["other_hosts"]), (&1.into(), &2.into(), &0.into()));
    let people = machine.run_with("requests import -", &har, []).ok().stdout;
    assert!(people.contains("known already"), "{people}");
    for wrong in ["", "{}", "[]", "<html>"] {
        let ended = machine.run_with("requests import -", wrong, []).expect(Exit::Usage);
        assert!(ended.stderr.contains("no request was found"), "{}", ended.stderr);
    }
    machine.run("requests import /no/such/file").expect(Exit::Usage);
    let foreign = json!({ "log": { "entries": [entry("https://cdn.example/logo.svg")] } }).to_string();
    let ended = machine.run_with("requests import -", &foreign, []).expect(Exit::NotFound);
    assert!(ended.stdout.contains("--host NAME"), "{}", ended.all());
}
