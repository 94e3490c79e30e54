//! `makini why`: every fault that the sandbox can inject into calls and systems, alone and mixed, is found by its signs.

use std::fmt::Write as _;
use std::time::Duration;

use makini::exchange::Exchange;
use makini::exit::Exit;
use makini::sandbox::{Options, Sandbox};
use serde_json::{Value, json};

use crate::support::exchange::good;
use crate::support::plant::{Plant, keep};
use crate::support::served::Served;
use crate::support::world::Machine;

const START: &str = "2026-03-01T12:00:00Z";
const CALL: &str = "api get /api/eam/assets --retries 0";
const SYSTEMS: [&str; 5] = ["inextia", "upkeep", "inextia", "upkeep", "inextia"];

/// A kind of fault of calls and systems, and the causes that are right for it.
const KINDS: [(&str, &[&str]); 9] = [
    ("source_down", &["system_unreachable"]),
    ("credentials_changed", &["credentials_refused"]),
    ("latency", &["system_slow"]),
    ("error", &["platform_failed", "system_call_failed"]),
    ("rate_limited", &["rate_limited"]),
    ("expired_token", &["token_expired"]),
    ("reset", &["answer_broken", "system_call_failed"]),
    ("cut_body", &["answer_broken"]),
    ("malformed_json", &["answer_unreadable"]),
];

/// A machine with two connections that were well until now.
fn well(seed: u64) -> (Machine, Plant) {
    let machine = Machine::new().at(START);
    let plant = Plant::seeded(&machine, seed);
    let slug = SYSTEMS[usize::try_from(seed).expect("small") % SYSTEMS.len()];
    plant.connected(slug, "Plant 7");
    plant.connected("upkeep", "Mill");
    for connection in ["Plant 7", "Mill"] {
        for _ in 0..4 {
            call(&machine, connection);
        }
    }
    (machine, plant)
}

fn call(machine: &Machine, connection: &str) {
    machine.clock().advance(Duration::from_secs(2));
    machine.run(&format!("--sandbox {CALL} --connection '{connection}'"));
}

fn id(machine: &Machine, connection: &str) -> String {
    let shown = machine.run(&format!("--sandbox connections show '{connection}' -o json")).ok().json();
    shown["data"]["id"].as_str().expect("an ID").to_owned()
}

fn fault(plant: &Plant, connection: &str, kind: &str, seed: u64, extra: &Value) {
    let mut fault = json!({ "kind": kind, "connection_id": connection });
    match kind {
        "latency" => fault["latency_ms"] = (2_500 + 400 * seed).into(),
        "error" => fault["status"] = [500, 502, 503, 504, 500][usize::try_from(seed).expect("small") % 5].into(),
        "reset" => fault["within"] = seed.is_multiple_of(2).into(),
        _ => {}
    }
    // Credentials are changed once and for all.
    for (key, value) in extra.as_object().expect("an object").iter().filter(|_| kind != "credentials_changed") {
        fault[key] = value.clone();
    }
    plant.fault(&fault);
}

/// The first cause, and how sure it is.
fn first(answer: &Value) -> (String, f64) {
    let first = &answer["data"]["causes"][0];
    let cause = if answer["data"]["verdict"] == "found" { first["cause"].as_str().unwrap_or("-") } else { "-" };
    (cause.to_owned(), first["sure"].as_f64().unwrap_or(0.0))
}

fn asked(machine: &Machine, subject: &str) -> (String, f64) {
    first(&machine.run(&format!("--sandbox why '{subject}' -o json")).ok().json())
}

/// What came of all questions.
#[derive(Default)]
struct Score {
    asked: usize,
    right: usize,
    surely_wrong: usize,
    table: String,
}

impl Score {
    fn add(&mut self, what: &str, right: &[&str], (cause, sure): &(String, f64)) {
        let is_right = right.contains(&cause.as_str());
        self.asked += 1;
        self.right += usize::from(is_right);
        self.surely_wrong += usize::from(!is_right && *sure > 0.8);
        let mark = if is_right { "right" } else { "WRONG" };
        writeln!(self.table, "{mark} {what}: {cause} ({sure:.2})").expect("memory");
    }
}

#[test]
fn every_fault_of_a_call_or_a_system_is_found() {
    let mut score = Score::default();
    for (kind, right) in KINDS {
        for seed in 1..=5 {
            let (machine, plant) = well(seed);
            let id = id(&machine, "Plant 7");
            fault(&plant, &id, kind, seed, &json!({}));
            for _ in 0..4 {
                call(&machine, "Plant 7");
                call(&machine, "Mill");
            }
            score.add(&format!("{kind} {seed} connection"), right, &asked(&machine, "Plant 7"));
            let list = "--sandbox requests list --source both --connection 'Plant 7' --limit 20 -o json";
            let rows = machine.run(list).ok().json()["data"].as_array().cloned().unwrap_or_default();
            let is_struck = |row: &&Value| row["kind"] == "api" && (kind == "latency" || !row["error_code"].is_null());
            let failed = rows.iter().find(is_struck).cloned().unwrap_or_default();
            if let Some(request) = failed["id"].as_str() {
                score.add(&format!("{kind} {seed} request"), right, &asked(&machine, request));
            }
            let other = asked(&machine, "Mill");
            score.add(&format!("{kind} {seed} the other"), &["-"], &other);
        }
    }
    println!("{}", score.table);
    let Score { asked, right, surely_wrong, table } = score;
    println!("{right} of {asked} right, {surely_wrong} wrong and surely so");
    assert!(right * 10 >= asked * 9 && surely_wrong == 0, "{right} of {asked}, {surely_wrong} surely wrong\n{table}");
}

#[test]
fn mixtures_name_one_of_what_is_there() {
    let mut score = Score::default();
    for seed in 1..=30_u64 {
        let (machine, plant) = well(seed % 5 + 1);
        let (mine, mill) = (id(&machine, "Plant 7"), id(&machine, "Mill"));
        let pick = |number: u64| KINDS[usize::try_from(number).expect("small") % KINDS.len()];
        let (a, b, c) = (pick(seed), pick(seed * 4 + 2), pick(seed * 7 + 5));
        fault(&plant, &mine, a.0, seed % 5, &json!({ "probability": 0.9 }));
        fault(&plant, &mine, b.0, seed % 5, &json!({ "probability": 0.7 }));
        fault(&plant, &mill, c.0, seed % 5, &json!({}));
        for _ in 0..5 {
            call(&machine, "Plant 7");
            call(&machine, "Mill");
        }
        let right: Vec<&str> = a.1.iter().chain(b.1).copied().collect();
        score.add(&format!("{seed} {} and {}", a.0, b.0), &right, &asked(&machine, "Plant 7"));
        score.add(&format!("{seed} the other {}", c.0), c.1, &asked(&machine, "Mill"));
    }
    println!("{}", score.table);
    let Score { asked, right, surely_wrong, table } = score;
    println!("{right} of {asked} right, {surely_wrong} wrong and surely so");
    assert!(right * 10 >= asked * 9 && surely_wrong == 0, "{right} of {asked}, {surely_wrong} surely wrong\n{table}");
}

#[test]
fn a_sync_is_found_by_its_id_and_its_failure_by_its_code() {
    for (kind, right) in
        [("source_down", "system_unreachable"), ("error", "system_call_failed"), ("reset", "system_call_failed")]
    {
        let (machine, plant) = well(1);
        fault(&plant, &id(&machine, "Plant 7"), kind, 1, &json!({}));
        machine.run("--sandbox sync start 'Plant 7' --watch").expect(Exit::Unhealthy);
        let syncs = machine.run("--sandbox sync list 'Plant 7' -o json").ok().json();
        let sync = syncs["data"][0]["id"].as_str().expect("a sync").to_owned();
        let answer = machine.run(&format!("--sandbox why {sync} -o json")).ok().json();
        assert_eq!(first(&answer).0, right, "{answer}");
        assert_eq!(answer["data"]["subject"]["kind"], "sync");
        assert_eq!(answer["data"]["subject"]["connection"], "Plant 7");
        let evidence = &answer["data"]["causes"][0]["evidence"][0];
        assert!(evidence["request_id"].is_string(), "{answer}");
    }
}

#[test]
fn a_cause_is_shown_with_its_evidence_and_the_next_command() {
    let (machine, plant) = well(1);
    plant.source_down(&id(&machine, "Plant 7"));
    for _ in 0..3 {
        call(&machine, "Plant 7");
    }
    let shown = machine.run("--sandbox why 'Plant 7'").ok().stdout;
    let masked = mask(&shown);
    insta::assert_snapshot!(masked, @r"
    Plant 7 (CONNECTION)

    Likely: the system behind the connection could not be reached (98 %), since 2026-03-01T12:02:18.000Z
      - the connection's health is `offline` now
      - 3 of its newest 34 requests failed so, the last with 503 SOURCE_UNREACHABLE (REQUEST)
      - no other connection failed so within 15 minutes of it
      See whether the system is up, and whether its firewall or VPN lets the platform in; it is tried again by itself.

    Next: `makini --sandbox connections status CONNECTION`
          `makini --sandbox requests show REQUEST`
    Looked at: 34 requests since 2026-03-01T12:00:00.381Z (the newest sync, the journal of this machine, the server's log)
    ");
    // What is well is not made sick by the other.
    let mill = machine.run("--sandbox why Mill").ok().stdout;
    assert!(mill.contains("Nothing is wrong with it now.") && mill.contains("none of its newest"), "{mill}");
}

/// Replaces IDs, which differ from run to run.
fn mask(text: &str) -> String {
    let is_id =
        |word: &str| word.starts_with("req_") || (word.len() == 14 && word.bytes().all(|byte| byte.is_ascii_digit()));
    let words = text.split_inclusive([' ', '\n', '`', '(', ')']);
    words
        .map(|word| match word.trim_end_matches([' ', '\n', '`', ')']) {
            id if is_id(id) => word.replace(id, if id.starts_with("req_") { "REQUEST" } else { "CONNECTION" }),
            _ => word.to_owned(),
        })
        .collect()
}

fn exchange(id: &str, status: u16, code: Option<&str>) -> Exchange {
    let (status, error_code, request_id) = (Some(status), code.map(str::to_owned), Some(id.into()));
    Exchange { status, error_code, request_id, ..good(START) }
}

#[test]
fn the_journal_alone_is_enough_for_a_request() {
    let machine = Machine::new().at(START).env("MAKINI_TOKEN", "t").env("MAKINI_SERVER", "http://127.0.0.1:9");
    keep(
        &machine,
        &[
            exchange("req_limited", 429, Some("RATE_LIMIT_EXCEEDED")),
            exchange("req_other", 503, None),
            exchange("req_fine", 200, None),
        ],
    );
    let answer = machine.run("why req_limited --retries 0 -o json").ok().json();
    assert_eq!(first(&answer).0, "rate_limited", "{answer}");
    assert_eq!(answer["data"]["looked_at"]["sources"], json!(["journal"]));
    assert!(answer["data"]["unread"].as_array().is_some_and(|unread| !unread.is_empty()), "{answer}");
    // A status without a code is less sure.
    let other = first(&machine.run("why req_other --retries 0 -o json").ok().json());
    assert!(other.0 == "platform_failed" && other.1 <= 0.8, "{other:?}");
    let fine = machine.run("why req_fine --retries 0 -o json").ok().json();
    assert_eq!(
        (&fine["data"]["verdict"], &fine["data"]["well"][0]),
        (&json!("well"), &json!("it succeeded, with 200"))
    );
    // Nobody waits through the retries of every question.
    let other = machine.run("why req_other --retries 1").ok();
    assert_eq!(other.stderr.matches("trying again").count(), 1, "{}", other.stderr);
    let ended = machine.run("why req_nowhere --retries 0").expect(Exit::Unavailable);
    assert!(ended.stderr.contains("could not look up `req_nowhere`"), "{}", ended.stderr);
}

#[test]
fn what_means_nothing_is_not_found() {
    let (machine, _plant) = well(1);
    for (text, what) in
        [("nosuch", "no connection is called `nosuch`"), ("req_nosuch", "there is no request `req_nosuch`")]
    {
        let ended = machine.run(&format!("--sandbox why {text}")).expect(Exit::NotFound);
        assert!(ended.stderr.contains(what), "{}", ended.stderr);
    }
    machine.run("--sandbox why").expect(Exit::Usage);
}

#[test]
fn a_platform_that_cannot_be_reached_is_the_cause() {
    let machine = Machine::new().at(START);
    let sandbox = Sandbox::open(Options::new(machine.clock().clone())).expect("opens");
    let token = sandbox.admin_token().expect("issued").expose().to_owned();
    let served = Served::router(sandbox.router());
    let machine = machine.env("MAKINI_TOKEN", token).env("MAKINI_SERVER", served.url());
    machine.run_with(
        "connect upkeep --name Works --email ops@example.com --field email=ops@example.com --field-stdin password --yes",
        "correct horse",
        [],
    );
    machine.run("connections list").ok();
    drop(served);
    // Its name is among those that commands have shown on this machine.
    let answer = machine.run("why Works --retries 0 -o json").ok().json();
    assert_eq!(first(&answer).0, "platform_unreachable", "{answer}");
    assert_eq!(answer["data"]["looked_at"]["sources"], json!(["journal"]));
    machine.run("why Mill --retries 0").expect(Exit::Unavailable);
}

#[test]
fn nothing_is_called_well_of_which_nothing_was_seen() {
    let machine = Machine::new().at(START);
    let plant = Plant::of(&machine);
    plant.connected("inextia", "Plant 7");
    machine.clock().advance(Duration::from_hours(2));
    let answer = machine.run("--sandbox why 'Plant 7' --window 1s -o json").ok().json();
    assert_eq!(answer["data"]["verdict"], "undecided", "{answer}");
    assert!(!answer["data"]["missing"].as_array().expect("a list").is_empty(), "{answer}");
}

#[test]
fn what_is_well_again_is_not_called_ill() {
    let (machine, plant) = well(1);
    let id = id(&machine, "Plant 7");
    plant.fault(&json!({ "kind": "credentials_changed", "connection_id": id }));
    call(&machine, "Plant 7");
    call(&machine, "Plant 7");
    plant.delete("/sandbox/faults");
    let reconnected = machine.run_with(
        "--sandbox reconnect 'Plant 7' --field email=ops@example.com --field-stdin password --yes",
        "correct horse",
        [],
    );
    assert!(reconnected.exit == Exit::Ok || reconnected.exit == Exit::Pending, "{}", reconnected.stderr);
    call(&machine, "Plant 7");
    let answer = machine.run("--sandbox why 'Plant 7' -o json").ok().json();
    let causes = answer["data"]["causes"].as_array().expect("a list").clone();
    let surest = causes.iter().filter(|cause| cause["is_over"] == false).filter_map(|cause| cause["sure"].as_f64());
    assert!(surest.fold(0.0, f64::max) < 0.5, "{answer}");
}

#[test]
fn one_call_whose_answer_broke_off_is_one_and_no_success() {
    let (machine, plant) = well(1);
    fault(&plant, &id(&machine, "Plant 7"), "cut_body", 1, &json!({}));
    for _ in 0..3 {
        call(&machine, "Plant 7");
    }
    let list = "--sandbox requests list --source both --connection 'Plant 7' --limit 9 -o json";
    let rows = machine.run(list).ok().json();
    let rows: Vec<&Value> =
        rows["data"].as_array().expect("a list").iter().filter(|row| row["kind"] == "api").collect();
    for row in &rows[..3] {
        assert_eq!((&row["known_to"], &row["error_code"]), (&json!("both"), &json!("reset")), "{rows:?}");
    }
    let broken = rows[0]["id"].as_str().expect("the server's ID").to_owned();
    assert_eq!(asked(&machine, &broken).0, "answer_broken");
    let part = asked(&machine, &broken[..20]);
    assert_eq!(part.0, "answer_broken", "a beginning is enough");
}

#[test]
fn a_wrong_path_does_not_make_a_connection_ill() {
    let (machine, _plant) = well(1);
    machine.run("--sandbox api get /api/eam/nope --retries 0 --connection 'Plant 7'").expect(Exit::NotFound);
    call(&machine, "Plant 7");
    let answer = machine.run("--sandbox why 'Plant 7' -o json").ok().json();
    assert_eq!(answer["data"]["verdict"], "well", "{answer}");
}

#[test]
fn what_was_not_looked_at_is_not_said_not_to_have_failed() {
    let (machine, plant) = well(1);
    let (mine, mill) = (id(&machine, "Plant 7"), id(&machine, "Mill"));
    for connection in [&mine, &mill] {
        plant.fault(&json!({ "kind": "error", "status": 500, "count": 1, "connection_id": connection }));
    }
    call(&machine, "Plant 7");
    call(&machine, "Mill");
    // Long after it the neighbour is found around the failure, and not around the present.
    machine.clock().advance(Duration::from_mins(50));
    let shown = machine.run("--sandbox why 'Plant 7'").ok().stdout;
    assert!(shown.contains("another connection failed so within 15 minutes of it"), "{shown}");
    assert!(!shown.contains("no other connection"), "{shown}");
}
