//! The figures of `check` and `credits` that no group of `metrics` has, and those of a server without metrics.

use axum::Router;
use axum::http::{StatusCode, header};
use axum::routing::any;
use jiff::Timestamp;
use makini::exit::Exit;
use rusqlite::Connection;
use serde_json::{Value, json};

use super::rows::journaled;
use super::trend::two_weeks;
use super::{START, compare_gate};
use crate::support::plant::Plant;
use crate::support::served::Served;
use crate::support::world::Machine;

const BUDGETS: &str = "check --max-error-rate 0% --max-p95 1ms --window 24h -o json";

#[test]
fn the_gate_of_a_server_without_metrics_has_the_figures_of_the_journal() {
    let row = |id: &str| json!({ "key": id, "name": format!("Plant {id}"), "status": "active" });
    let list = json!({ "data": [row("A"), row("B")] }).to_string();
    let answer = any(move || std::future::ready(([(header::CONTENT_TYPE, "application/json")], list.clone())));
    let none = any(|| std::future::ready((StatusCode::NOT_FOUND, "{}")));
    let served = Served::router(Router::new().route("/api/system/connections", answer).fallback(none));
    let machine = Machine::new().at(START).env("MAKINI_SERVER", served.url()).env("MAKINI_TOKEN", "t");
    let raws = journaled(&machine, START.parse().expect("constant"));
    let gate = machine.run(&format!("{BUDGETS} --retries 0")).json();
    compare_gate(&gate, &raws);
    let source = |row: &Value| {
        let findings = row["findings"].as_array().expect("a list").iter();
        findings.filter_map(|finding| finding["evidence"]["source"].as_str().map(str::to_owned)).collect::<Vec<_>>()
    };
    for row in gate["data"]["connections"].as_array().expect("a list") {
        assert_eq!(source(row), ["journal of this machine"; 2], "{row}");
    }
}

/// Returns the number that a query has for an answer.
fn number(db: &Connection, sql: &str, id: &str) -> i64 {
    db.query_row(sql, [id], |row| row.get(0)).unwrap_or_else(|error| panic!("{error}: {sql}"))
}

#[test]
fn ages_lifetimes_and_given_up_deliveries_are_those_of_the_database() {
    let machine = Machine::new().at(START);
    let plant = Plant::of(&machine);
    // Nobody is there to take these.
    machine.run("--sandbox webhooks endpoints add http://127.0.0.1:9/hook --reveal").ok();
    plant.connected("inextia", "Plant 7");
    let ill = plant.connected("sap", "SAP Ulm");
    plant.connected("upkeep", "Plant 9");
    plant.source_down(&ill);
    plant.wait(40 * 3600);
    plant.get("/api/system/client");
    let line = "--sandbox check --max-sync-age 2h --min-token-life 1d --max-failed-deliveries 3 --window 12h -o json";
    let gate = machine.run(line).json()["data"].clone();
    let db = Connection::open(machine.home().join("data/sandbox.db")).expect("opens");
    let now = gate["checked_at"].as_str().expect("a time").parse::<Timestamp>().expect("a time").as_millisecond();
    let rows = gate["connections"].as_array().expect("a list");
    assert_eq!(rows.len(), 3);
    for row in rows {
        let id = row["connection_id"].as_str().expect("an ID");
        let evidence = |rule: &str| {
            let mut findings = row["findings"].as_array().expect("a list").iter();
            findings.find(|finding| finding["rule"] == rule).unwrap_or_else(|| panic!("{rule}: {row}"))["evidence"]
                .clone()
        };
        let synced = "SELECT max(finished_at) FROM syncs WHERE connection = ?1 AND status = 'completed'";
        let age = (now - number(&db, synced, id)) / 1000;
        let found = evidence("sync-age");
        assert_eq!((&found["age_seconds"], &found["allowed_seconds"]), (&json!(age), &json!(7200)), "{row}");
        assert_eq!(age > 7200, id == ill, "{row}");
        let expires =
            "SELECT max(expires_at) FROM tokens WHERE connection = ?1 AND kind = 'access' AND revoked_at IS NULL";
        let left = (number(&db, expires, id) - now) / 1000;
        let found = evidence("token");
        assert_eq!((&found["left_seconds"], &found["wanted_seconds"]), (&json!(left), &json!(86_400)), "{row}");
    }
    // Counts of connections by the worst of their findings.
    for severity in ["ok", "warning", "unknown", "critical"] {
        let count = rows.iter().filter(|row| row["severity"] == severity).count();
        assert_eq!(gate["counts"][severity], json!(count), "{severity}: {gate}");
    }
    // How many there must be, and how many there are.
    let there = number(&db, "SELECT count(*) FROM connections WHERE status <> 'disconnected' AND ?1 = ''", "");
    let least =
        machine.run("--sandbox check --require 4 --max-sync-age 100d -o json").json()["data"]["findings"].clone();
    let found = least.as_array().expect("a list").iter().find(|finding| finding["rule"] == "count").expect("one");
    assert_eq!((&found["evidence"]["required"], &found["evidence"]["found"]), (&json!(4), &json!(there)), "{found}");
    // Given up within the window: by the last try, not by the time it was made.
    let found = gate["findings"][0]["evidence"].clone();
    let given_up = "SELECT count(*) FROM deliveries WHERE status = 'failed' AND CAST(?1 AS INTEGER) <=
                    (SELECT max(at) FROM attempts WHERE attempts.delivery = deliveries.seq)";
    let from = found["from"].as_str().expect("a time").parse::<Timestamp>().expect("a time");
    let count = number(&db, given_up, &from.as_millisecond().to_string());
    assert!(count > 3, "{count} deliveries were given up");
    assert_eq!((&found["failed"], &found["allowed"]), (&json!(count), &json!(3)), "{gate}");
}

#[test]
fn credits_are_the_sum_of_the_database_on_premises_and_beyond_the_pool() {
    let machine = Machine::new().at(START);
    let plant = Plant::of(&machine);
    let db = Connection::open(machine.home().join("data/sandbox.db")).expect("opens");
    let compare = || {
        let data = machine.run("--sandbox credits -o json").ok().json()["data"].clone();
        let used = number(
            &db,
            "SELECT coalesce(sum(credits), 0) FROM connections WHERE status <> 'disconnected' AND ?1 = ''",
            "",
        );
        assert_eq!(data["used"], json!(used), "{data}");
        let total = data["total"].as_i64().expect("a number");
        assert_eq!(data["available"], json!((total - used).max(0)), "{data}");
        for row in data["connections"].as_array().expect("a list") {
            let id = row["id"].as_str().expect("an ID");
            assert_eq!(
                row["credits"],
                json!(number(&db, "SELECT credits FROM connections WHERE key = ?1", id)),
                "{row}"
            );
        }
        used
    };
    assert_eq!(compare(), 0);
    plant.connected("inextia", "Plant 7");
    let dear = plant.connected("sap-ecc", "SAP Ulm");
    plant.connected("ibm-maximo", "Plant 9");
    // Tier 1 in the cloud, tier 3 on premises, tier 3 in the cloud.
    assert_eq!(compare(), 1 + 8 + 4);
    for number in 0..14 {
        plant.connected("ibm-maximo", &format!("Plant {number}"));
    }
    let full = compare();
    assert!((50..=60).contains(&full), "{full}");
    plant.delete(&format!("/api/system/connections/{dear}"));
    compare();
}

#[test]
fn the_gate_fails_on_what_became_worse_and_passes_on_too_few_only_where_that_is_allowed() {
    let row = |id: &str| json!({ "key": id, "name": format!("Plant {id}"), "status": "active" });
    let list = json!({ "data": [row("A"), row("B"), row("C")] }).to_string();
    let answer = any(move || std::future::ready(([(header::CONTENT_TYPE, "application/json")], list.clone())));
    let none = any(|| std::future::ready((StatusCode::NOT_FOUND, "{}")));
    let served = Served::router(Router::new().route("/api/system/connections", answer).fallback(none));
    let machine = Machine::new().at(START).env("MAKINI_SERVER", served.url()).env("MAKINI_TOKEN", "t");
    two_weeks(&machine);
    let rest = "--window 7d --only regression --retries 0";
    let line = format!("check --max-regression p95=1.5x --max-regression error-rate=2x {rest} -o json");
    let gate = machine.run(&line).expect(Exit::Unhealthy).json();
    let finding = |id: &str| {
        let rows = gate["data"]["connections"].as_array().expect("a list").iter();
        let row = rows.clone().find(|row| row["connection_id"] == id).expect("its row");
        row["findings"][0].clone()
    };
    let (worse, same, few) = (finding("A"), finding("B"), finding("C"));
    assert_eq!((&worse["rule"], &worse["severity"]), (&json!("regression"), &json!("critical")), "{worse}");
    let evidence = &worse["evidence"];
    assert_eq!(
        (&evidence["figure"], &evidence["allowed"], &evidence["requests"]),
        (&json!("p95"), &json!(1.5), &json!(960))
    );
    assert!((evidence["ratio"].as_f64().expect("a ratio") - 3.0).abs() < 0.2, "{worse}");
    assert_eq!(
        (&evidence["source"], &evidence["baseline_from"]),
        (&json!("journal of this machine"), &json!("2026-02-15T12:00:00Z"))
    );
    assert!(evidence["since"].as_str().is_some_and(|since| since.starts_with("2026-02-27T1")), "{worse}");
    assert!(
        worse["reason"].as_str().is_some_and(|reason| reason.ends_with("(n = 960 against 960), more than 1.5x")),
        "{worse}"
    );
    assert_eq!(same["severity"], "ok", "{same}");
    assert_eq!((&few["severity"], &few["exit"]), (&json!("unknown"), &json!("notfound")), "{few}");
    machine.run(&format!("check A B --max-regression p95=4x {rest}")).ok();
    machine.run(&format!("check C --max-regression p95=1.5x {rest}")).expect(Exit::NotFound);
    machine.run(&format!("check C --max-regression p95=1.5x --min-requests 0 {rest}")).ok();
    // A day does not hold the change, and all of it is slower than a week before.
    machine.run("check A --max-regression p50=1.5x --only regression --retries 0").expect(Exit::Unhealthy);
    for wrong in [
        "--max-regression p95",
        "--max-regression p95=1.1x",
        "--max-regression mean=2x",
        "--max-regression p95=2x --window 8d",
        "--max-regression p95=2x --compare 90s --window 1m",
        "--compare 7d",
        "--only regression",
    ] {
        machine.run(&format!("check --retries 0 {wrong}")).expect(Exit::Usage);
    }
    machine.write(
        "config/config.toml",
        "[check]\nmax_regression = [\"p95=1.5x\", \"p50=9x\"]\nwindow = \"7d\"\nonly = \"regression\"\n",
    );
    machine.run("check A --retries 0").expect(Exit::Unhealthy);
    machine.run("check A --retries 0 --max-regression p95=4x").ok();
}

#[test]
fn a_server_is_judged_in_the_same_way_by_metrics_check_and_monitor() {
    let machine = Machine::new().at(START);
    let plant = Plant::of(&machine);
    let (slow, same) = (plant.connect("inextia", "Plant 7"), plant.connect("sap-ecc", "SAP Ulm"));
    let db = Connection::open(machine.home().join("data/sandbox.db")).expect("opens");
    let now = machine.clock().now().as_millisecond();
    db.execute_batch("BEGIN").expect("begun");
    for minutes_ago in (5..14 * 24 * 60).step_by(10) {
        for (connection, factor) in [(&slow, if minutes_ago < 2 * 24 * 60 { 3 } else { 1 }), (&same, 1)] {
            let micros = (100_000 + minutes_ago * 7919 % 41_000) * factor;
            db.execute(
                "INSERT INTO requests (id, at, connection, source, method, path, endpoint, status, total_us, source_us, bytes)
                 VALUES (?1, ?2, ?3, 'api', 'GET', '/api/erp/vendors', '/api/erp/vendors', 200, ?4, 0, 10)",
                rusqlite::params![format!("req_{connection}_{minutes_ago}"), now - minutes_ago * 60_000, connection, micros],
            )
            .expect("written");
        }
    }
    db.execute_batch("COMMIT").expect("committed");

    let data = machine.run("--sandbox metrics --since 4d --compare 7d -o json").ok().json()["data"].clone();
    assert_eq!(data["source"], "server");
    let trend = |id: &str| {
        let groups = data["groups"].as_array().expect("a list");
        groups.iter().find(|group| group["connection_id"] == id).expect("its group")["trend"].clone()
    };
    assert_eq!((&trend(&slow)["verdict"], &trend(&same)["verdict"]), (&json!("worse"), &json!("unchanged")), "{data}");
    assert!(trend(&slow)["since"].as_str().is_some_and(|since| since.starts_with("2026-02-27T1")), "{data}");
    let plot = machine.run("--sandbox metrics --since 4d --compare 7d --plot --by connection").ok().stdout;
    assert!(plot.contains(": p95 3.0x of last week, since "), "{plot}");

    let budget = "--max-regression p95=1.5x --window 4d --only regression";
    let gate = machine.run(&format!("--sandbox check {budget} -o json")).expect(Exit::Unhealthy).json();
    let rows = gate["data"]["connections"].as_array().expect("a list");
    let finding =
        |id: &str| rows.iter().find(|row| row["connection_id"] == id).expect("its row")["findings"][0].clone();
    assert_eq!(
        (&finding(&slow)["severity"], &finding(&same)["severity"]),
        (&json!("critical"), &json!("ok")),
        "{gate}"
    );
    assert_eq!(finding(&slow)["evidence"]["source"], "server", "{gate}");
    machine.write(".makini.toml", "[check]\nmax_regression = \"p95=1.5x\"\nwindow = \"4d\"\nonly = \"regression\"\n");
    machine.run("--sandbox check").expect(Exit::Unhealthy);
    let round = machine.run("--sandbox monitor --rounds 1 --after 1").all();
    assert!(round.contains("Plant 7") && round.contains("p95 3.0x"), "{round}");
}
