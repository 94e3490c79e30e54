//! `makini metrics`: numbers against hand-computed ones, from both sources.

use std::time::Duration;

use makini::api::requests::RequestKind;
use makini::exchange::{Exchange, Sender};
use makini::exit::Exit;
use makini::journal::{Journal, Options};
use serde_json::{Value, json};

use crate::support::plant::{Plant, keep};
use crate::support::world::Machine;

const START: &str = "2026-03-01T12:00:00Z";

/// A machine whose journal holds requests of which every figure can be computed by hand.
fn machine() -> Machine {
    let machine = Machine::new().at(START);
    let now: jiff::Timestamp = START.parse().expect("constant");
    let exchange =
        |minutes_ago: i64, connection: Option<&str>, template: &str, status: Option<u16>, millis: u64| Exchange {
            at: now.checked_sub(jiff::SignedDuration::from_mins(minutes_ago)).expect("in range"),
            connection: connection.map(str::to_owned),
            kind: RequestKind::Api,
            sender: Sender::Makini,
            method: "GET".into(),
            template: template.into(),
            path: template.into(),
            status,
            error_code: None,
            error_message: None,
            request_id: Some(format!("req_{minutes_ago}_{millis}")),
            elapsed: Duration::from_millis(millis),
            server_time: None,
            source_time: (millis == 300).then(|| Duration::from_millis(200)),
            sent_bytes: 0,
            received_bytes: 10,
            attempt: 1,
        };
    // A: 100, 200, 300 ms, one failed; B: 1000 ms, no answer; and one for the account, two days ago.
    let exchanges = [
        exchange(50, Some("A"), "/api/erp/vendors", Some(200), 100),
        exchange(40, Some("A"), "/api/erp/vendors", Some(200), 200),
        exchange(10, Some("A"), "/api/erp/items", Some(503), 300),
        exchange(10, Some("B"), "/api/erp/vendors", None, 1000),
        exchange(2880, None, "/api/system/connections", Some(200), 5000),
    ];
    keep(&machine, &exchanges);
    machine
}

fn near(value: &Value, expected: f64) {
    let value = value.as_f64().unwrap_or_else(|| panic!("{value} is no number"));
    // The histogram keeps three significant digits.
    assert!((value - expected).abs() <= expected.abs() * 0.002, "{value} is not {expected}");
}

#[test]
fn the_journal_by_connection() {
    let answer = machine().run("metrics --source journal --since 1h -o json").ok().json();
    assert_eq!(answer["schema"], "makini/metrics/1");
    let data = &answer["data"];
    assert_eq!((&data["source"], &data["by"]), (&json!("journal"), &json!(["connection"])));
    assert_eq!((&data["from"], &data["to"]), (&json!("2026-03-01T11:00:00.000Z"), &json!("2026-03-01T12:00:00.000Z")));
    let total = &data["total"];
    assert_eq!((&total["requests"], &total["errors"]), (&json!(4), &json!(2)));
    near(&total["mean_ms"], 400.0);
    near(&total["p50_ms"], 200.0);
    near(&total["p95_ms"], 1000.0);
    near(&total["max_ms"], 1000.0);
    near(&total["source_mean_ms"], 200.0);
    near(&total["throughput"], 4.0 / 3600.0);
    near(&total["error_rate"], 0.5);
    let groups = data["groups"].as_array().expect("a list");
    assert_eq!(groups.len(), 2);
    assert_eq!((&groups[0]["connection_id"], &groups[0]["requests"]), (&json!("A"), &json!(3)));
    near(&groups[0]["mean_ms"], 200.0);
    near(&groups[0]["p50_ms"], 200.0);
    near(&groups[0]["p99_ms"], 300.0);
    near(&groups[0]["error_rate"], 1.0 / 3.0);
    assert_eq!((&groups[1]["connection_id"], &groups[1]["errors"]), (&json!("B"), &json!(1)));
}

#[test]
fn the_journal_by_endpoint_and_bucket_of_one_connection() {
    let machine = machine();
    let data = machine.run("metrics A --source journal --since 1h -o json").ok().json()["data"].clone();
    let endpoints: Vec<&str> =
        data["groups"].as_array().expect("a list").iter().filter_map(|group| group["endpoint"].as_str()).collect();
    assert_eq!(endpoints, ["GET /api/erp/items", "GET /api/erp/vendors"]);
    assert_eq!(data["total"]["requests"], 3);
    let data = machine.run("metrics --source journal --bucket 30m --since 1h -o json").ok().json()["data"].clone();
    let groups = data["groups"].as_array().expect("a list");
    let buckets: Vec<_> =
        groups.iter().map(|group| (group["bucket"].as_str().expect("a time"), &group["requests"])).collect();
    assert_eq!(buckets, [("2026-03-01T11:00:00.000Z", &json!(2)), ("2026-03-01T11:30:00.000Z", &json!(2))]);
    near(&groups[0]["throughput"], 2.0 / 1800.0);
    assert_eq!(data["bucket_seconds"], 1800);
}

#[test]
fn times_without_requests_are_there_and_have_no_latency() {
    let machine = machine();
    let data =
        |line: &str| machine.run(&format!("metrics --source journal {line} -o json")).ok().json()["data"].clone();
    let groups = |data: &Value| data["groups"].as_array().expect("a list").clone();
    let buckets = groups(&data("--bucket 10m --since 1h"));
    let counts: Vec<_> = buckets.iter().map(|group| group["requests"].as_u64().expect("a count")).collect();
    assert_eq!(counts, [0, 1, 1, 0, 0, 2]);
    let empty = &buckets[0];
    assert_eq!((&empty["throughput"], &empty["error_codes"]), (&json!(0.0), &json!([])));
    for key in ["mean_ms", "p50_ms", "p90_ms", "p95_ms", "p99_ms", "max_ms", "error_rate"] {
        assert_eq!(empty[key], Value::Null, "{key}");
    }
    // Each connection has each hour.
    let hours = groups(&data("--by connection,hour --since 3h"));
    let keys: Vec<_> = hours.iter().map(|group| (group["hour"].as_u64(), group["connection_id"].as_str())).collect();
    // In the zone of this machine.
    let zone = jiff::tz::TimeZone::try_system().unwrap_or(jiff::tz::TimeZone::UTC);
    let local = |at: &str| zone.to_datetime(at.parse().expect("constant"));
    let mut expected: Vec<_> = ["T09:00:00Z", "T10:00:00Z", "T11:00:00Z"]
        .into_iter()
        .map(|at| u64::from(local(&format!("2026-03-01{at}")).hour().unsigned_abs()))
        .collect();
    expected.sort_unstable();
    let expected = expected.into_iter().flat_map(|hour| [(Some(hour), Some("A")), (Some(hour), Some("B"))]);
    assert_eq!(keys, expected.collect::<Vec<_>>());
    let days = groups(&data("--by day,weekday --since 3d"));
    let days: Vec<_> = days.iter().map(|group| [&group["day"], &group["weekday"], &group["requests"]]).collect();
    let of = |at| (local(at).strftime("%Y-%m-%d").to_string(), local(at).strftime("%A").to_string().to_lowercase());
    let ((day, weekday), (first, first_weekday)) = (of("2026-03-01T11:50:00Z"), of("2026-02-26T12:00:00Z"));
    assert_eq!(days.last(), Some(&[&json!(day), &json!(weekday), &json!(4)]), "{days:?}");
    assert_eq!(days[0], [&json!(first), &json!(first_weekday), &json!(0)], "{days:?}");
}

#[test]
fn errors_are_counted_by_code() {
    let data = machine().run("metrics --source journal --since 1h -o json").ok().json()["data"].clone();
    let codes = json!([{ "code": "503", "errors": 1 }, { "code": "no_answer", "errors": 1 }]);
    assert_eq!(data["total"]["error_codes"], codes);
}

/// Columns go and numbers stay, down to one block per row.
#[test]
fn the_table_fits_narrow_terminals() {
    for (columns, line) in
        [(80, "--by weekday,hour"), (80, "--by endpoint"), (40, "--by endpoint"), (40, "--bucket 10m")]
    {
        let machine = machine().terminal(columns);
        let ended = machine.run(&format!("metrics --source journal --since 1h {line}")).ok();
        let widest =
            ended.stdout.lines().skip(2).filter(|line| !line.starts_with("total") && !line.starts_with("errors"));
        let widest = widest.map(console::measure_text_width).max();
        assert!(widest <= Some(columns.into()), "{line} at {columns}:\n{}", ended.stdout);
        assert!(ended.stdout.contains("1,000.0 ms"), "{line} at {columns}:\n{}", ended.stdout);
    }
}

#[test]
fn too_many_buckets_are_refused_with_a_length_that_fits() {
    let refused = machine().run("metrics --source journal --bucket 1s --since 30d").expect(Exit::Usage);
    assert!(refused.stderr.contains("`--bucket 5m`"), "{}", refused.stderr);
    machine().run("metrics --source journal --bucket 5m --since 30d").ok();
}

#[test]
fn a_server_that_does_not_group_so_is_not_read_as_if_it_did() {
    use axum::routing::get;
    let answer = json!({ "data": { "groups": [{ "requests": 7, "errors": 0 }] } }).to_string();
    let advertised = json!({ "server": { "name": "other", "version": "1" }, "api_version": "1", "endpoints": {
        "metrics_query": { "method": "GET", "path": "/m" } } });
    let json = |text: String| get(move || std::future::ready(([("content-type", "application/json")], text.clone())));
    let router =
        axum::Router::new().route("/m", json(answer)).route("/.well-known/makini", json(advertised.to_string()));
    let served = crate::support::served::Served::router(router);
    let machine = Machine::new().at(START).env("MAKINI_SERVER", served.url()).env("MAKINI_TOKEN", "t");
    for by in ["system", "entity"] {
        let ended = machine.run(&format!("metrics --by {by}")).expect(Exit::Unsupported);
        assert!(ended.stderr.contains(&format!("does not group metrics by {by}")), "{}", ended.stderr);
        assert!(ended.stderr.contains("--source journal"), "{}", ended.stderr);
    }
    // Nor is a group without an hour one of an hour.
    for line in ["metrics --by hour", "metrics --bucket 1h"] {
        let ended = machine.run(line).expect(Exit::Unavailable);
        assert!(ended.stderr.contains("other groups than those asked for"), "{line}: {}", ended.stderr);
    }
}

#[test]
fn what_a_person_sees_says_who_tells() {
    let ended = machine().run("metrics --source journal --since 1h").ok();
    insta::assert_snapshot!(ended.stdout, @"
    2026-03-01T11:00:00.000Z to 2026-03-01T12:00:00.000Z, from the journal: the requests that this machine made
    counted: api, sync, probe

    CONNECTION  ID  REQUESTS  FAILED     RATE        MEAN         P50         P90         P95         P99         MAX  SERVER MEAN  SOURCE MEAN  NETWORK MEAN  THROUGHPUT  ERRORS BY CODE
    -           A          3       1   33.3 %    200.0 ms    200.0 ms    300.0 ms    300.0 ms    300.0 ms    300.0 ms            -     200.0 ms             -       3.0/h  503 1
    -           B          1       1  100.0 %  1,000.0 ms  1,000.0 ms  1,000.0 ms  1,000.0 ms  1,000.0 ms  1,000.0 ms            -            -             -       1.0/h  no_answer 1

    total: 4 requests, 2 failed (50.0 %), mean 400.0 ms, p50 200.0 ms, p90 1.0 s, p95 1.0 s, p99 1.0 s, 4.0/h
    errors by code: 503 1 (25.0 %), no_answer 1 (25.0 %)
    ");
}

#[test]
fn the_server_agrees_with_its_own_log() {
    let machine = Machine::new().at(START);
    let plant = Plant::of(&machine);
    let id = plant.connected("inextia", "Plant 7");
    let token = plant.post(&format!("/api/system/connections/{id}/token"), &json!({}))["token"].clone();
    let token = token.as_str().expect("a token");
    plant.wait(10);
    let from = machine.clock().now();
    for _ in 0..3 {
        plant.ask_as(token, "/api/integrations/current").expect(200);
    }
    plant.ask_as(token, "/api/integrations/nowhere").expect(404);
    plant.wait(10);
    let line = format!("--sandbox metrics --since {from} --by connection,endpoint -o json");
    let data = machine.run(&line).ok().json()["data"].clone();
    assert_eq!(data["source"], "server");
    let groups = data["groups"].as_array().expect("a list");
    let sum = |name: &str| groups.iter().filter_map(|group| group[name].as_u64()).sum::<u64>();
    assert_eq!((sum("requests"), sum("errors")), (4, 1), "{groups:?}");
    assert_eq!((&data["total"]["requests"], &data["total"]["errors"]), (&json!(4), &json!(1)));
    near(&data["total"]["throughput"], 4.0 / 10.0);
    near(&data["total"]["error_rate"], 0.25);
    let named = groups.iter().find(|group| group["connection_id"] == id.as_str()).expect("its group");
    assert_eq!(named["connection"], "Plant 7");
    // The log of the server has the same times.
    let log =
        machine.run(&format!("--sandbox requests list --since {from} --connection 'Plant 7' -o json")).ok().json();
    let mut times: Vec<f64> = log["data"]
        .as_array()
        .expect("a list")
        .iter()
        .filter(|row| row["endpoint"] == "/api/integrations/current" && row["at"].as_str() < data["to"].as_str())
        .filter_map(|row| row["total_ms"].as_f64())
        .collect();
    times.sort_by(f64::total_cmp);
    let group = groups.iter().find(|group| group["endpoint"] == "GET /api/integrations/current").expect("its group");
    assert_eq!(times.len(), 3, "{log}");
    let (mean, max) = (group["mean_ms"].as_f64().expect("a number"), group["max_ms"].as_f64().expect("a number"));
    assert!((mean - times.iter().sum::<f64>() / 3.0).abs() < 0.01, "{mean} {times:?}");
    assert!((max - times[2]).abs() < 0.01, "{max} {times:?}");
}

#[test]
fn spans_that_cannot_be_are_refused() {
    let machine = machine();
    for wrong in ["--since tomorrow", "--since 1h --until 2h", "--bucket 0s", "--by colour", "--source moon"] {
        machine.run(&format!("metrics --source journal {wrong}")).expect(Exit::Usage);
    }
    let none = machine.run("metrics --source journal --since 5m").ok();
    assert!(none.stdout.contains("no requests in this time"), "{}", none.all());
}

/// Without the network the journal answers, and it is asked only when it is to be.
#[test]
fn a_server_that_is_not_there_does_not_keep_the_journal_from_answering() {
    let machine = machine().env("MAKINI_TOKEN", "t").env("MAKINI_SERVER", "http://127.0.0.1:9");
    machine.run("metrics --source journal").ok();
    let ended = machine.run("metrics --retries 0").expect(Exit::Unavailable);
    assert!(ended.stderr.contains("`--source journal` answers from this machine"), "{}", ended.stderr);
}

#[test]
fn an_outage_counts_and_its_kinds_can_be_told_apart() {
    let machine = Machine::new().at(START);
    let plant = Plant::of(&machine);
    let id = plant.connected("inextia", "Plant 7");
    plant.wait(60);
    let from = machine.clock().now();
    plant.source_down(&id);
    plant.wait(5 * 3600);
    let log = machine.run(&format!("--sandbox requests list --since {from} --errors --limit 1000 -o json")).ok().json();
    let failed = log["data"].as_array().expect("a list").len();
    assert!(failed > 20, "{failed} failures in five hours");
    let data = machine.run(&format!("--sandbox metrics --since {from} --by kind -o json")).ok().json()["data"].clone();
    assert_eq!(data["total"]["errors"], failed, "{data}");
    let kinds: Vec<(&str, u64, u64)> = data["groups"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|group| (group["kind"].as_str(), group["requests"].as_u64(), group["errors"].as_u64()))
        .map(|(kind, requests, errors)| (kind.expect("a kind"), requests.expect("a count"), errors.expect("a count")))
        .collect();
    assert_eq!(kinds.iter().map(|(kind, ..)| *kind).collect::<Vec<_>>(), ["sync", "probe"], "{kinds:?}");
    assert!(kinds.iter().all(|(_, requests, errors)| requests == errors && *errors > 0), "{kinds:?}");
    let line = format!("--sandbox metrics --since {from} --kind probe -o json");
    assert_eq!(machine.run(&line).ok().json()["data"]["total"]["requests"], kinds[1].1);
    // The gate and the alerts rest on the same figures.
    let gate = machine.run("--sandbox check --max-error-rate 5% --window 5h -o json").expect(Exit::Unhealthy).json();
    let findings = gate["data"]["connections"][0]["findings"].as_array().expect("a list").clone();
    let rate = findings.iter().find(|finding| finding["rule"] == "error-rate").expect("its finding");
    assert_eq!((&rate["severity"], &rate["evidence"]["errors"]), (&json!("critical"), &json!(failed)), "{rate}");
    machine.run("--sandbox alerts add error-rate --above 5% --window 1h").ok();
    plant.wait(1800);
    machine.run("--sandbox alerts firing").expect(Exit::Unhealthy);
}

#[test]
fn what_this_program_asks_never_counts() {
    let machine = Machine::new().at(START);
    let plant = Plant::of(&machine);
    plant.connected("inextia", "Plant 7");
    plant.wait(10);
    let figures = || machine.run("--sandbox metrics -o json").ok().json()["data"]["total"].clone();
    let before = figures();
    for line in ["check", "connections list", "requests list", "alerts list", "credits", "sync list 'Plant 7'"] {
        machine.run(&format!("--sandbox {line}")).ok();
    }
    machine.run("--sandbox requests show req_nosuch").expect(Exit::NotFound);
    plant.wait(1);
    let after = figures();
    assert_eq!((&before["requests"], &before["errors"]), (&after["requests"], &after["errors"]));
    let tool = machine.run("--sandbox metrics --kind tool -o json").ok().json()["data"]["total"].clone();
    assert!(tool["requests"].as_u64() > Some(6) && tool["errors"].as_u64() > Some(0), "they are logged: {tool}");
    // Nor in the journal, whether the server offers the operation or not; a typed call does.
    let journal =
        || machine.run("--sandbox metrics --source journal -o json").ok().json()["data"]["total"]["requests"].clone();
    assert_eq!(journal(), 0);
    machine.run("--sandbox api get /api/integrations/current --connection 'Plant 7'").ok();
    plant.wait(1);
    assert_eq!(journal(), 1);
}

#[test]
fn names_resolve_in_the_journal_too_and_nothing_else_does() {
    let machine = Machine::new().at(START);
    let plant = Plant::of(&machine);
    let id = plant.connected("inextia", "Plant 7");
    machine.run("--sandbox api get /api/integrations/current --connection 'Plant 7'").ok();
    plant.wait(1);
    for name in ["'Plant 7'", "'plant 7'", &id] {
        let line = format!("--sandbox metrics {name} --source journal -o json");
        assert_eq!(machine.run(&line).ok().json()["data"]["total"]["requests"], 1, "{name}");
        let line = format!("--sandbox requests list --connection {name} --source journal -o json");
        assert!(!machine.run(&line).ok().json()["data"].as_array().expect("a list").is_empty(), "{name}");
    }
    machine.run("--sandbox metrics nosuch --source journal").expect(Exit::NotFound);
    machine.run("--sandbox requests list --connection nosuch --source journal").expect(Exit::NotFound);
}

#[test]
fn where_only_hourly_sums_are_left_that_is_said() {
    let machine = machine();
    let line = "metrics --source journal --since 7d --kind api";
    let before = machine.run(&format!("{line} -o json")).ok().json();
    assert_eq!(before["data"].get("hourly_until"), None);
    let options = Options { max_age: Duration::from_hours(24), ..Options::new("default") };
    let journal = Journal::new(machine.home().join("state/journal.db"), options, machine.clock().clone());
    assert_eq!(journal.prune().expect("pruned"), 1);
    let after = machine.run(&format!("{line} -o json")).ok().json();
    assert_eq!(after["data"]["hourly_until"], "2026-02-27T13:00:00.000Z");
    assert_eq!(after["data"]["total"], before["data"]["total"]);
    let shown = machine.run(line).ok().stdout;
    assert!(shown.contains("before 2026-02-27T13:00:00.000Z, hours are counted whole"), "{shown}");
}
