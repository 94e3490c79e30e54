//! `makini requests`: the server's log and the journal of this machine, one by one and together.

use std::time::Duration;

use makini::exchange::{Exchange, Sender};
use makini::exit::Exit;
use serde_json::json;

use crate::support::plant::{Plant, keep};
use crate::support::served::Served;
use crate::support::world::Machine;

pub(crate) const START: &str = "2026-03-01T12:00:00Z";

pub(crate) fn exchange(id: &str, status: Option<u16>) -> Exchange {
    Exchange {
        at: START.parse().expect("constant"),
        connection: Some("42".into()),
        kind: makini::api::requests::RequestKind::Api,
        sender: Sender::Makini,
        method: "GET".into(),
        template: "/api/erp/vendors".into(),
        path: "/api/erp/vendors?page=1".into(),
        status,
        error_code: status.is_some_and(|status| status >= 400).then(|| "SOURCE_UNREACHABLE".into()),
        error_message: None,
        request_id: Some(id.into()),
        elapsed: Duration::from_millis(300),
        server_time: Some(Duration::from_millis(200)),
        source_time: Some(Duration::from_millis(150)),
        sent_bytes: 0,
        received_bytes: 10,
        attempt: 1,
    }
}

/// A machine that nobody answers.
pub(crate) fn alone() -> Machine {
    Machine::new().at(START).env("MAKINI_TOKEN", "t").env("MAKINI_SERVER", "http://127.0.0.1:9")
}

#[test]
fn the_servers_log_and_its_filters() {
    let machine = Machine::new().at(START);
    let plant = Plant::of(&machine);
    let id = plant.connected("inextia", "Plant 7");
    plant.source_down(&id);
    machine.run("--sandbox sync start 'Plant 7' --watch").expect(Exit::Unhealthy);
    let rows = |line: &str| {
        let answer = machine.run(&format!("--sandbox requests list {line} -o json")).ok().json();
        assert_eq!(answer["schema"], "makini/requests.list/1");
        answer["data"].as_array().expect("a list").clone()
    };
    let failed = rows("--connection 'Plant 7' --errors");
    assert!(!failed.is_empty());
    for row in &failed {
        assert!(row["status"].as_u64().expect("a status") >= 400, "{row}");
        assert_eq!((&row["connection"], &row["known_to"]), (&json!("Plant 7"), &json!("server")));
    }
    let class = rows("--status 5xx --since 1h");
    assert!(!class.is_empty() && class.iter().all(|row| row["status"].as_u64() >= Some(500)), "{class:?}");
    assert!(rows("--status 418").is_empty());
    let sync = failed[0]["sync_id"].as_str().expect("a sync");
    assert!(rows(&format!("--sync {sync}")).iter().all(|row| row["sync_id"] == sync));
    assert_eq!(rows("--limit 3").len(), 3);
    assert!(rows("--until 2026-03-01T11:00:00Z").is_empty());
    for wrong in ["--status teapot", "--since never", "--limit 0", "--sync x --source journal"] {
        machine.run(&format!("--sandbox requests list {wrong}")).expect(Exit::Usage);
    }
}

#[test]
fn a_text_and_a_time_are_looked_for_in_both_sources() {
    let machine = Machine::new().at(START);
    let plant = Plant::of(&machine);
    let (id, other) = (plant.connected("inextia", "Ломо 100%"), plant.connected("upkeep", "Lomo 1000"));
    for connection in [&id, &other] {
        plant.fault(&json!({ "kind": "latency", "latency_ms": 700, "count": 1, "connection_id": connection }));
        machine.run(&format!("--sandbox api get /api/eam/assets --connection {connection}")).ok();
    }
    machine.run("--sandbox api get /api/eam/work_orders --retries 0").expect(Exit::NotFound);
    let found = |flags: &str| {
        let line = format!("--sandbox requests list --limit 500 -o json {flags}");
        machine.run(&line).ok().json()["data"].as_array().expect("a list").clone()
    };
    for source in ["server", "journal", "both"] {
        let found = |flags: &str| found(&format!("--source {source} {flags}"));
        let slow = found("--slower-than 500ms --search /API/eam/");
        let paths = slow.iter().all(|row| row["path"].as_str().is_some_and(|path| path.starts_with("/api/eam/")));
        assert!(paths && source != "server" || slow.len() == 2, "{source}: {slow:?}");
        assert!(slow.iter().all(|row| row["total_ms"].as_f64() > Some(500.0)), "{source}: {slow:?}");
        assert!(found("--slower-than 1h").is_empty());
        let missing = found("--search work_ --status 4xx");
        assert!(missing.len() == 1 && missing[0]["status"] == 404, "{source}: {missing:?}");
        assert!(found("--search work_ --status 5xx").is_empty(), "{source}");
        assert!(found("--search 'work%orders'").is_empty(), "{source}");
        let method = found("--search 'get /api/eam/work_'");
        assert_eq!(method.len(), 1, "{source}: {method:?}");
        let code = found("--search not_found");
        assert!(!code.is_empty() && code.iter().all(|row| row["error_code"] == "NOT_FOUND"), "{source}: {code:?}");
        let whole = missing[0]["id"].as_str().expect("an ID");
        assert_eq!(found(&format!("--search {}", &whole[..14].to_uppercase()))[0]["id"], whole, "{source}");
        assert!(found(&format!("--search {}", &whole[4..])).is_empty(), "{source}: no beginning");
        if source == "journal" {
            continue;
        }
        let named = found("--search 'ЛОМО 100%'");
        assert!(!named.is_empty(), "{source}");
        assert!(named.iter().all(|row| row["connection"] == "Ломо 100%"), "{source}: {named:?}");
    }
    // A connection that has ended keeps its name.
    machine.run(&format!("--sandbox disconnect {id} --confirm 'Ломо 100%'")).ok();
    let ended = found("--search 'ломо 1'");
    assert!(!ended.is_empty() && ended.iter().all(|row| row["connection"] == "Ломо 100%"), "{ended:?}");
    for wrong in ["--slower-than quick", "--search ''"] {
        machine.run(&format!("--sandbox requests list {wrong}")).expect(Exit::Usage);
    }
}

/// A server may take no notice of what it is asked.
#[test]
fn a_server_that_narrows_nothing_is_looked_through_here() {
    let log = r#"{"data":[{"id":"req_1","at":"2026-03-01T11:00:00Z","path":"/a_b","status":200,"total_ms":900},
        {"id":"req_2","path":"/axb","status":503,"total_ms":900},{"id":"req_3","path":"/a_b","status":503}],
        "endpoints":{"request_list":{"method":"GET","path":"/log"}}}"#;
    let served = Served::always(200, log);
    let machine = Machine::new().at(START).env("MAKINI_TOKEN", "t").env("MAKINI_SERVER", served.url());
    for (flags, expected) in [
        ("--search a_b", vec!["req_1", "req_3"]),
        ("--slower-than 500ms", vec!["req_1", "req_2"]),
        ("--search /A_B --slower-than 500ms", vec!["req_1"]),
        ("--status 5xx --search a_b", vec!["req_3"]),
        ("--search req_2", vec!["req_2"]),
        ("--search 'GET /a'", vec![]),
    ] {
        let found = machine.run(&format!("requests list --source server {flags} --jq .data[].id")).ok();
        assert_eq!(found.stdout.lines().collect::<Vec<_>>(), expected, "{flags}");
    }
}

#[test]
fn both_sources_tell_of_one_request_once() {
    let machine = Machine::new().at(START);
    let plant = Plant::of(&machine);
    plant.connected("inextia", "Plant 7");
    machine.run("--sandbox sync status").ok();
    let rows = machine.run("--sandbox requests list --source both --limit 500 -o json").ok().json()["data"].clone();
    let rows = rows.as_array().expect("a list");
    let shared = rows.iter().find(|row| row["known_to"] == "both").expect("a request that both know");
    assert!(shared["network_ms"].is_number() && shared["profile"].is_string(), "{shared}");
    let mut ids: Vec<&str> = rows.iter().filter_map(|row| row["id"].as_str()).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "each is there once");
    let id = shared["id"].as_str().expect("an ID");
    let shown = machine.run(&format!("--sandbox requests show {id}")).ok();
    assert!(shown.stdout.contains("the server's log and the journal of this machine"), "{}", shown.stdout);
}

#[test]
fn the_journal_answers_without_a_network() {
    let machine = alone();
    keep(&machine, &[exchange("req_ok", Some(200)), exchange("req_bad", Some(503)), exchange("req_lost", None)]);
    let list = machine.run("requests list --source journal -o json").ok().json();
    assert_eq!(list["data"].as_array().expect("a list").len(), 3);
    let none = machine.run("requests list --source journal --status none --jq .data[].id").ok();
    assert_eq!(none.stdout, "req_lost\n");
    let ended = machine.run("requests list --retries 0").expect(Exit::Unavailable);
    assert!(ended.stderr.contains("`--source journal`"), "{}", ended.stderr);
}

#[test]
fn what_the_journal_knows_is_shown_when_the_server_cannot_be_asked() {
    let machine = alone();
    keep(&machine, &[exchange("req_bad_one", Some(503)), exchange("req_other", Some(500))]);
    let ended = machine.run("requests show req_bad --retries 0").ok();
    assert!(ended.stderr.contains("the server could not be asked"), "{}", ended.stderr);
    insta::assert_snapshot!(ended.stdout, @"
    Request:     req_bad_one
    When:        2026-03-01T12:00:00.000Z
    Who:         this machine, profile `default`
    Connection:  42
    What:        GET /api/erp/vendors
    Path:        /api/erp/vendors?page=1
    Status:      503
    Error:       SOURCE_UNREACHABLE
    Took:        300.0 ms
      server:    200.0 ms
      source:    150.0 ms
      network:   100.0 ms
    Answer:      10 B
    Alike now:   1 other request of this machine failed so in the last 15 minutes: 1 of this connection, none of another connection
    Known to:    the journal of this machine

    Why: the system behind the connection could not be reached

    Before and after it on this connection
    FROM IT    REQUEST      STATUS  WHAT                      TOOK  ERROR
    same time  req_other       500  GET /api/erp/vendors  300.0 ms  SOURCE_UNREACHABLE
    this one   req_bad_one     503  GET /api/erp/vendors  300.0 ms  SOURCE_UNREACHABLE

    What else failed around it
    TIME                      REQUEST    STATUS  WHAT                  CONNECTION      TOOK  ERROR
    2026-03-01T12:00:00.000Z  req_other     500  GET /api/erp/vendors  42          300.0 ms  SOURCE_UNREACHABLE

    Next: `makini connections status 42`
          `makini requests list --connection=42 --errors --source journal`
    ");
}

#[test]
fn an_id_that_nobody_knows_says_where_it_was_looked_for() {
    let machine = Machine::new().at(START);
    let ended = machine.run("--sandbox requests show req_unknown").expect(Exit::NotFound);
    let where_to = "it is neither in the server's log nor in the journal of this machine";
    assert!(ended.stderr.contains(where_to), "{}", ended.stderr);
    assert!(ended.stderr.contains("`makini --sandbox requests list`"), "{}", ended.stderr);
    // Could not ask is not the same as does not know.
    let ended = alone().run("requests show req_unknown --retries 0").expect(Exit::Unavailable);
    assert!(ended.stderr.contains("it is not in the journal of this machine either"), "{}", ended.stderr);
    let machine = alone();
    keep(&machine, &[exchange("req_a1", Some(200)), exchange("req_a2", Some(200))]);
    let ended = machine.run("requests show req_a").expect(Exit::Usage);
    assert!(ended.stderr.contains("req_a1, req_a2"), "{}", ended.stderr);
}

#[test]
fn hostile_words_are_data() {
    let machine = alone().terminal(120);
    let hostile = "\u{1b}]0;owned\u{7}$(reboot)`x`\r\n";
    let mut bad = exchange("req_hostile", Some(503));
    bad.connection = Some(hostile.into());
    bad.error_code = Some(hostile.into());
    bad.error_message = Some(hostile.into());
    bad.path = hostile.into();
    keep(&machine, &[bad]);
    for line in ["requests show req_hostile --retries 0 --color never", "requests list --source journal --color never"]
    {
        let ended = machine.run(line).ok();
        for text in [&ended.stdout, &ended.stderr] {
            assert!(!text.contains(['\u{1b}', '\u{7}', '\r']), "{text:?}");
        }
    }
    let ended = machine.run("requests show req_hostile --retries 0 --color never").ok();
    let next = ended.stdout.lines().find(|line| line.contains("requests list")).expect("a next command");
    assert!(next.contains("--connection='"), "quoted: {next}");
}

#[test]
fn ids_that_are_no_ids() {
    let machine = Machine::new().at(START);
    for id in ["''", "'../../etc/passwd'", "'%00'", "'a b'", "'?x=1'"] {
        let ended = machine.run(&format!("--sandbox requests show {id}"));
        assert!(matches!(ended.exit, Exit::NotFound | Exit::Usage), "{id}: {}", ended.all());
    }
}

#[test]
fn a_server_that_took_longer_than_the_whole_has_a_wrong_clock() {
    let machine = alone();
    let mut wrong = exchange("req_wrong", Some(200));
    wrong.server_time = Some(Duration::from_secs(9));
    keep(&machine, &[wrong]);
    let row = machine.run("requests list --source journal -o json").ok().json()["data"][0].clone();
    assert_eq!((&row["server_ms"], &row["network_ms"]), (&json!(9000.0), &json!(null)), "{row}");
    let shown = machine.run("requests show req_wrong").ok();
    assert!(shown.stdout.contains("a clock is wrong"), "{}", shown.stdout);
    // Its claim about the connected system is no figure either.
    let mut wrong = exchange("req_source", Some(200));
    wrong.source_time = Some(Duration::from_secs(9));
    keep(&machine, &[wrong]);
    let total = machine.run("metrics --source journal -o json").ok().json()["data"]["total"].clone();
    assert_eq!(total["source_mean_ms"], json!(150.0), "{total}");
}

#[test]
fn a_request_about_a_connection_is_that_connections() {
    let machine = Machine::new().at(START);
    let plant = Plant::of(&machine);
    let id = plant.connected("inextia", "Plant 7");
    machine.run("--sandbox sync list 'Plant 7'").ok();
    let line = "--sandbox requests list --search /syncs --limit 1 -o json";
    let listed = machine.run(line).ok().json()["data"][0].clone();
    assert_eq!((&listed["connection_id"], &listed["connection"]), (&json!(id), &json!("Plant 7")), "{listed}");
    let request = listed["id"].as_str().expect("an ID");
    let shown = machine.run(&format!("--sandbox requests show {request}")).ok();
    assert!(shown.stdout.contains(&format!("Plant 7 ({id})")), "{}", shown.stdout);
    // What this program looked for in vain is no neighbour of it.
    machine.run("--sandbox requests show req_nosuch").expect(Exit::NotFound);
    let json = machine.run(&format!("--sandbox requests show {request} -o json")).ok().json();
    assert_eq!(json["data"]["around"], json!([]));
}

#[test]
fn a_list_that_goes_on_is_no_whole_list() {
    let machine = Machine::new().at(START);
    let plant = Plant::of(&machine);
    plant.connected("inextia", "Plant 7");
    let short = machine.run("--sandbox requests list --limit 5").ok();
    assert!(
        short.stderr.contains("the newest 5 are shown") && short.stderr.contains("`--limit 50`"),
        "{}",
        short.all()
    );
    let long = machine.run("--sandbox requests list --limit 1000").ok();
    assert!(!long.stderr.contains("are shown"), "{}", long.stderr);
}

#[test]
fn an_id_is_found_as_it_was_pasted() {
    let machine = Machine::new().at(START);
    let plant = Plant::of(&machine);
    let connection = plant.connected("inextia", "Plant 7");
    let listed = machine.run("--sandbox requests list --limit 1 -o json").ok().json();
    let id = listed["data"][0]["id"].as_str().expect("an ID").to_owned();
    let show = |words: &[&str]| {
        let line = ["makini", "--sandbox"].iter().chain(words).map(Into::into).collect();
        machine.run_args(line, Vec::new(), [])
    };
    let cut = &id[..id.len() - 6];
    for form in [
        format!(" {id} "),
        format!("{id}."),
        format!("\"{id}\""),
        format!("<{id}>"),
        format!("Request ID: {id}"),
        id.to_uppercase(),
        format!("\u{200b}{id}"),
        format!("https://status.example.com/requests/{id}?tab=all"),
        format!("{cut}…"),
    ] {
        let shown = show(&["requests", "show", &form, "-o", "json"]).ok().json();
        assert_eq!(shown["data"]["id"], id.as_str(), "{form:?}");
    }
    // Syncs and deliveries too.
    let hook = "--sandbox webhooks endpoints add http://127.0.0.1:9/hook --reveal";
    machine.run(hook).ok();
    machine.run("--sandbox sync start 'Plant 7' --watch").ok();
    let newest = |list: &str| {
        let rows = machine.run(&format!("--sandbox {list} -o json")).ok().json();
        rows["data"][0]["id"].as_str().unwrap_or_else(|| panic!("{list}: {rows}")).to_owned()
    };
    let (sync, delivery) = (newest("sync list 'Plant 7'"), newest("webhooks deliveries list --limit 1"));
    for (id, words) in [(sync, &["sync", "show", "Plant 7"][..]), (delivery, &["webhooks", "deliveries", "show"])] {
        let cut = &id[..id.len() - 6];
        for form in [
            format!(" {id} "),
            format!("{id}."),
            format!("<{id}>"),
            id.to_uppercase(),
            format!("ID: {id}"),
            format!("{cut}…"),
        ] {
            let shown = show(&[words, &[&form, "-o", "json"]].concat()).ok().json();
            assert_eq!(shown["data"]["id"], id.as_str(), "{form:?}");
        }
        show(&[words, &["nosuch_0000000"]].concat()).expect(Exit::NotFound);
    }
    let none = show(&["requests", "show", "what went wrong"]).expect(Exit::Usage);
    assert!(none.stderr.contains("that is no ID"), "{}", none.stderr);
    for form in
        ["Plant\u{a0}7", " plant 7 ", "\"Plant 7\"", &format!("Plant 7 ({connection})"), &format!("ID: {connection}")]
    {
        let shown = show(&["connections", "show", form, "-o", "json"]).ok().json();
        assert_eq!(shown["data"]["id"], connection.as_str(), "{form:?}");
    }
}

#[test]
fn a_request_of_another_profile_is_named_with_it() {
    let served = Served::always(404, "{}");
    let machine = Machine::new().at(START).env("MAKINI_TOKEN", "t").env("MAKINI_SERVER", served.url());
    machine.run("--sandbox api get /nowhere --retries 0").expect(Exit::NotFound);
    let rows = machine.run("--sandbox requests list --source journal -o json").ok().json();
    let id = rows["data"][0]["id"].as_str().expect("an ID").to_owned();
    let ended = machine.run(&format!("requests show {id}")).expect(Exit::NotFound);
    let command = format!("makini requests show {id} --profile=sandbox");
    assert!(ended.stderr.contains(&command), "{}", ended.all());
    machine.run(command.strip_prefix("makini ").expect("a command")).ok();
    let ended = machine.run(&format!("why {id}")).expect(Exit::NotFound);
    assert!(ended.stderr.contains(&format!("makini why {id} --profile=sandbox")), "{}", ended.all());
    let ended = machine.run("why journal-1").expect(Exit::NotFound);
    assert!(ended.stderr.contains("makini why journal-1 --profile=sandbox"), "{}", ended.all());
    // A beginning is one of the requests of this profile only.
    let ended = machine.run(&format!("requests show {}", &id[..id.len() - 1])).expect(Exit::NotFound);
    assert!(!ended.stderr.contains("--profile"), "{}", ended.all());
}
