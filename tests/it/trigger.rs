//! `makini webhooks trigger`: every event of the contract, about what the sandbox has where it runs.

use makini::exit::Exit;
use serde_json::{Value, json};

use crate::support::handler::Handler;
use crate::support::listening::{SECRET, line};
use crate::support::plant::Plant;
use crate::support::served::Served;
use crate::support::world::Machine;

fn machine() -> Machine {
    let machine = Machine::new().at("2026-03-01T12:00:00Z");
    machine.write("secret.txt", SECRET);
    machine
}

/// Whoever runs a sandbox is told that events could be about what it has; nothing else changes.
#[test]
fn a_sandbox_that_runs_is_pointed_at() {
    let machine = machine();
    let (served, sandbox) = Served::sandbox(machine.clock());
    let notice =
        json!({ "url": served.url(), "token": "mk_test_x", "pid": 1, "owner_proof": sandbox.owner_proof().expose() });
    machine.write("data/sandbox.json", notice.to_string());
    let handler = Handler::start(200);
    let text = format!("webhooks trigger assets.updated --to {} --secret-file ~/secret.txt", handler.url);
    let ended = machine.run(&line(&machine, &text)).ok();
    assert!(ended.stderr.contains("`--sandbox`") && ended.stderr.contains(served.url()), "{}", ended.stderr);
    assert!(ended.stdout.contains("made up"), "{}", ended.stdout);
    drop(served);
    let ended = machine.run(&line(&machine, &text)).ok();
    assert!(!ended.stderr.contains("--sandbox"), "{}", ended.stderr);
}

/// Sends one or more, and returns what was said of each and what came.
fn fire(machine: &Machine, flags: &str) -> (Vec<Value>, Vec<Value>) {
    let handler = Handler::start(200);
    let text = format!("webhooks trigger {flags} --to {} --secret-file ~/secret.txt -o ndjson", handler.url);
    let ended = machine.run(&line(machine, &text)).ok();
    let json = |text: &str| serde_json::from_str::<Value>(text).expect("JSON");
    (ended.stdout.lines().map(json).collect(), handler.bodies().iter().map(|body| json(body)).collect())
}

#[test]
fn events_about_what_the_sandbox_has() {
    let machine = machine();
    let plant = Plant::of(&machine);
    let id = plant.connected("inextia", "Plant 7");
    let syncs = machine.run(&format!("--sandbox sync list {id} -o json")).ok().json();

    let (said, sent) = fire(&machine, "assets.updated --sandbox --count 5");
    for (said, sent) in said.iter().zip(&sent) {
        assert_eq!((&said["data"], &said["connection"]), (&json!("sandbox"), &json!(id)));
        assert_eq!(sent["connection_id"], json!(id));
        let keys = sent["body"].as_array().expect("keys");
        assert!(!keys.is_empty());
        for key in keys.iter().filter_map(Value::as_str) {
            machine.run(&format!("--sandbox api get /api/eam/assets/{key} --connection {id}")).ok();
        }
    }
    assert_eq!(sent.len(), 5);

    let (said, sent) = fire(&machine, "sync.completed --sandbox");
    assert_eq!(said[0]["data"], "sandbox");
    assert_eq!(sent[0]["body"]["sync_id"], syncs["data"][0]["id"]);
    assert!(sent[0]["body"]["entities"].as_array().is_some_and(|all| !all.is_empty()), "{}", sent[0]);

    // Its connection is real, and what happened to it is not.
    let (said, sent) = fire(&machine, "connection.offline --sandbox");
    assert_eq!((&said[0]["data"], &sent[0]["connection_id"]), (&json!("connection"), &json!(id)));
    // Nothing of the kind happened here.
    let (said, _) = fire(&machine, "sync.failed --sandbox");
    assert_eq!(said[0]["data"], "made_up");
    // Without the sandbox nothing is asked for.
    let (said, sent) = fire(&machine, "assets.updated");
    assert_eq!((&said[0]["data"], &sent[0]["connection_id"]), (&json!("made_up"), &json!("con_sample")));
}

#[test]
fn alerts_that_the_sandbox_has_had() {
    let machine = machine();
    let plant = Plant::of(&machine);
    let (said, sent) = fire(&machine, "alert.firing --sandbox");
    assert_eq!((&said[0]["data"], &sent[0]["body"]["metric"]), (&json!("made_up"), &json!("error_rate")));
    plant.connected("inextia", "Plant 7");
    let rule = plant.post("/api/system/alerts/rules", &json!({ "metric": "sync_age", "threshold": 60 }));
    plant.post("/sandbox/faults", &json!({ "kind": "source_down" }));
    plant.wait(7_200);
    let (said, sent) = fire(&machine, "alert.firing --sandbox");
    let body = &sent[0]["body"];
    assert_eq!((&said[0]["data"], &body["rule_id"]), (&json!("sandbox"), &rule["id"]), "{}", sent[0]);
    assert!(body["value"].as_f64() > body["threshold"].as_f64(), "{body}");
    assert!(
        sent[0].get("connection_id").is_none() && said[0]["connection"].is_null(),
        "about all of them: {}",
        sent[0]
    );
    let (said, _) = fire(&machine, "alert.firing --sandbox --connection other");
    assert_eq!(said[0]["data"], "made_up");
}

#[test]
fn every_event_there_is_can_be_sent_and_changed() {
    let machine = machine();
    let listed = machine.run("webhooks trigger --list -o json").ok().json();
    let names: Vec<&str> =
        listed["data"].as_array().expect("a list").iter().filter_map(|one| one["event"].as_str()).collect();
    assert!(names.len() > 40, "{names:?}");
    for name in names.iter().filter(|name| !name.ends_with(".inserted") && !name.ends_with(".updated")) {
        let name = if *name == "flow.NAME" { "flow.purchase-approved" } else { name };
        let (_, sent) = fire(&machine, &format!("{name} --set body.site=Ulm/Süd --set id=evt_7"));
        assert_eq!(
            (&sent[0]["event"], &sent[0]["id"], &sent[0]["body"]["site"]),
            (&json!(name), &json!("evt_7"), &json!("Ulm/Süd"))
        );
    }
    let handler = Handler::start(200);
    let php = format!(
        "webhooks trigger system.error --php --to {} --secret-file ~/secret.txt --set body.site=Ulm/Süd",
        handler.url
    );
    machine.run(&line(&machine, &php)).ok();
    assert!(handler.bodies()[0].contains(r"Ulm\/S\u00fcd"), "{:?}", handler.bodies());
    let rated = format!("webhooks trigger flow.x --count 3 --rate 1/h --to {} --secret-file ~/secret.txt", handler.url);
    let before = machine.clock().now();
    machine.run(&line(&machine, &rated)).ok();
    assert_eq!(machine.clock().now().duration_since(before).as_hours(), 2, "two waits between three events");
    machine.run("webhooks trigger sync.finished").expect(Exit::Usage);
}
