//! `--wait`: checks again until all is well, or the time is over. The clock stands still but for the waiting.

use makini::exit::Exit;
use makini::shutdown::Signal;
use serde_json::json;

use super::machine;
use crate::support::served::Served;
use crate::support::wire::Raw;
use crate::support::world::Machine;

#[test]
fn a_first_sync_is_waited_for() {
    let (machine, plant) = machine();
    plant.connect("inextia", "Plant 7");
    // It is within its time, so that a check alone passes.
    machine.run("--sandbox check").ok();
    let before = machine.clock().now();
    let json = machine.run("--sandbox check --wait 2h -o json").ok().json();
    let findings = json["data"]["connections"][0]["findings"].as_array().expect("a list");
    let age = findings.iter().find(|finding| finding["rule"] == "sync-age").expect("its finding");
    assert!(age["evidence"]["last_sync_at"].is_string() && age["evidence"]["pending"].is_null(), "{age}");
    let waited = machine.clock().now().duration_since(before).as_secs();
    assert!((1..7200).contains(&waited), "it ends as soon as all is well: {waited} s");
    // What is well already is not waited for.
    let before = machine.clock().now();
    machine.run("--sandbox check --wait 2h").ok();
    assert_eq!(machine.clock().now(), before);
}

#[test]
fn only_what_is_pending_is_left() {
    let (machine, plant) = machine();
    plant.connected("inextia", "Plant 8");
    let id = plant.connect("inextia", "Plant 7");
    let file = machine.home().join("check.xml");
    let line = format!("--sandbox check --wait 1s --report junit={}", file.display());
    let ended = machine.run(&line).expect(Exit::Pending);
    let row = ended.stdout.lines().find(|row| row.contains("Plant 7")).expect("its line");
    assert!(
        row.contains("still pending after 1.0 s") && row.contains(&format!("makini --sandbox sync watch {id}")),
        "{row}"
    );
    assert!(ended.stdout.ends_with("2 connections: 1 warning, 1 ok\n"), "{}", ended.stdout);
    let xml = std::fs::read_to_string(&file).expect("written");
    assert!(xml.contains("still pending after 1.0 s"), "the report holds the last round: {xml}");
    let (machine, plant) = self::machine();
    plant.connect("inextia", "Plant 7");
    let json = machine.run("--sandbox check --wait 1s -o json").expect(Exit::Pending).json();
    assert_eq!((&json["data"]["result"], &json["data"]["exit_code"]), (&json!("pending"), &json!(8)));
    // One that is not well outweighs it.
    let ill = plant.connected("inextia", "Plant 9");
    plant.connect("inextia", "Plant 10");
    plant.fault(&json!({ "kind": "credentials_changed", "connection_id": ill }));
    machine.run("--sandbox check --wait 1s").expect(Exit::Unhealthy);
}

#[test]
fn the_code_of_the_last_round_counts_when_the_time_is_over() {
    let (machine, plant) = machine();
    let before = machine.clock().now();
    machine.run("--sandbox check --wait 5m").expect(Exit::NotFound);
    assert_eq!(machine.clock().now().duration_since(before).as_secs(), 300, "the last round is at the end");
    let ill = plant.connected("inextia", "Plant 7");
    plant.fault(&json!({ "kind": "credentials_changed", "connection_id": ill }));
    let before = machine.clock().now();
    let ended = machine.run("--sandbox check --wait 5m -v").expect(Exit::Unhealthy);
    assert_eq!(machine.clock().now().duration_since(before).as_secs(), 300);
    assert_eq!(ended.stdout.matches("Plant 7").count(), 1, "only the last one is shown: {}", ended.stdout);
    assert_eq!(ended.stderr.matches("for 1 connection").count(), 1, "{}", ended.stderr);
    let nobody =
        Machine::new().at("2026-03-01T12:00:00Z").env("MAKINI_TOKEN", "t").env("MAKINI_SERVER", "http://127.0.0.1:9");
    let before = nobody.clock().now();
    nobody.run("check --retries 0 --wait 5m").expect(Exit::Unavailable);
    assert_eq!(nobody.clock().now().duration_since(before).as_secs(), 300, "a server may come back");
    // What waiting does not mend ends at once.
    let before = machine.clock().now();
    machine.run("--sandbox check nobody --wait 5m").expect(Exit::NotFound);
    for wrong in ["--wait 0s", "--wait -1m", "--wait soon"] {
        machine.run(&format!("--sandbox check {wrong}")).expect(Exit::Usage);
    }
    let ended = machine.run("--sandbox check --wait 5m --exit-style nagios");
    assert!(ended.exit.code() == 3 && ended.stderr.contains("cannot be used with"), "{}", ended.all());
    assert_eq!(machine.clock().now(), before);
}

#[test]
fn a_server_that_comes_back_is_enough() {
    let (machine, plant) = machine();
    plant.connected("inextia", "Plant 7");
    plant.fault(&json!({ "kind": "error", "status": 503, "count": 3, "scope": "any" }));
    machine.run("--sandbox --retries 0 check").expect(Exit::Unavailable);
    machine.run("--sandbox --retries 0 check --wait 5m").ok();
}

#[test]
fn a_wait_can_be_stopped() {
    let served = Served::raw(Raw::Hang(Vec::new()));
    let (_sender, receiver) = tokio::sync::watch::channel(Some(Exit::Interrupted));
    let machine = Machine::new().env("MAKINI_TOKEN", "t").stop(Signal::Channel(receiver));
    let file = machine.home().join("check.json");
    let line = format!("check --wait 1h --report gitlab={} --server {}", file.display(), served.url());
    machine.run(&line).expect(Exit::Interrupted);
    assert!(std::fs::read_to_string(&file).expect("written").contains("could not ask"), "its report says so");
}
