//! `makini webhooks listen --poll`: syncs that ended, and no webhook said so.

use axum::routing::get;
use axum::{Json, Router};
use makini::exit::Exit;
use serde_json::{Value, json};

use crate::support::listening::{during, line};
use crate::support::plant::Plant;
use crate::support::served::Served;
use crate::support::until::{PATIENCE, until, within};
use crate::support::world::{Ended, Machine};

const START: &str = "2026-03-01T12:00:00Z";

/// A machine with the secret, on which waiting takes no time.
fn machine() -> Option<Machine> {
    Some(super::backend::machine()?.at(START))
}

/// Two connections that sync only when they are told to: of the webhooks of one, none will come.
fn plant(machine: &Machine) -> (Plant, String, String) {
    let plant = Plant::of(machine);
    let lost = plant.connected("inextia", "Lost");
    let told_of = plant.connected("maintain-x", "Told");
    for id in [&lost, &told_of] {
        machine.run(&format!("--sandbox sync schedule {id} off")).ok();
    }
    (plant, lost, told_of)
}

fn gaps(machine: &Machine, flags: &str) -> Vec<Value> {
    let ended = machine.run(&format!("webhooks inbox gaps {flags} -o json")).ok().json();
    ended["data"].as_array().expect("a list").clone()
}

/// Waits for so many gaps.
#[track_caller]
fn found(machine: &Machine, count: usize) -> Vec<Value> {
    within(PATIENCE, || Some(gaps(machine, "")).filter(|gaps| gaps.len() >= count))
        .unwrap_or_else(|| panic!("never {count} gaps: {:?}", gaps(machine, "")))
}

fn told(ended: &Ended) -> Vec<Value> {
    let lines = ended.stdout.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON"));
    lines.filter(|line| line["type"] == "gap").collect()
}

#[test]
fn a_sync_that_no_webhook_announced_is_told_once_and_kept() {
    let Some(machine) = machine() else { return };
    let (_, lost, told_of) = plant(&machine);
    let sync = |id: &str| {
        let shown = machine.run(&format!("--sandbox sync list {id} -o json")).ok().json();
        shown["data"][0]["id"].as_str().expect("an ID").to_owned()
    };
    let (lost_sync, told_sync) = (sync(&lost), sync(&told_of));
    let event = |connection: &str, sync: &str| {
        format!(
            "webhooks trigger sync.completed --connection {connection} --set body.sync_id={sync} --secret-file ~/secret.txt"
        )
    };
    let flags = "--secret-file ~/secret.txt --poll 60s --sandbox -o ndjson";
    // The receiver is there for one of the two webhooks.
    let (machine, ended, ()) = during(machine, "--secret-file ~/secret.txt -o ndjson", |machine, _| {
        machine.run(&line(machine, &event(&told_of, &told_sync))).ok();
    });
    assert_eq!(told(&ended.expect(Exit::Interrupted)), [Value::Null; 0]);
    assert_eq!(gaps(&machine, ""), [Value::Null; 0]);

    let (machine, ended, ()) = during(machine, flags, |machine, _| {
        let gaps = found(machine, 1);
        assert_eq!((&gaps[0]["connection"], &gaps[0]["sync"]), (&json!(lost), &json!(lost_sync)));
        assert_eq!((&gaps[0]["missing"], &gaps[0]["arrival"]), (&json!("sync.completed"), &Value::Null));
    });
    let ended = ended.expect(Exit::Interrupted);
    let lines = told(&ended);
    assert_eq!(lines.len(), 1, "{}", ended.stdout);
    assert_eq!((&lines[0]["connection"], &lines[0]["sync"]), (&json!(lost), &json!(lost_sync)));
    assert!(ended.stderr.contains("asks     how syncs stand, every 1m 00s"), "{}", ended.stderr);

    // Another run does not tell it again; an event that comes late fills it.
    let (machine, ended, ()) = during(machine, flags, |machine, _| {
        machine.run(&line(machine, &event(&lost, &lost_sync))).ok();
    });
    assert_eq!(told(&ended.expect(Exit::Interrupted)), [Value::Null; 0]);
    let filled = gaps(&machine, "");
    assert_eq!((filled.len(), &filled[0]["arrival"]), (1, &json!(2)), "{filled:?}");
    assert_eq!(gaps(&machine, "--open"), [Value::Null; 0]);
    let shown = machine.run("webhooks inbox gaps").ok().stdout;
    assert!(shown.contains("CAME LATER") && shown.contains("#2"), "{shown}");
}

/// All of it by the real parts: the sandbox loses one of two webhooks on their way, and asking is what notices.
#[test]
fn a_webhook_that_was_lost_on_its_way_is_noticed_by_asking() {
    let Some(machine) = machine() else { return };
    let (plant, lost, told_of) = plant(&machine);
    let asked = json!({ "url": "http://127.0.0.1:9/", "events": ["sync.completed"] });
    let endpoint = plant.post("/api/system/webhooks/endpoints", &asked);
    machine.write("endpoint.txt", endpoint["secret"].as_str().expect("told once"));
    let endpoint = endpoint["id"].as_str().expect("an ID");
    plant.fault(&json!({ "kind": "lost", "connection_id": lost }));
    let flags = "--secret-file ~/endpoint.txt --poll 60s --sandbox -o ndjson";
    let (machine, ended, [lost_sync, told_sync]) = during(machine, flags, |machine, url| {
        machine.run(&format!("--sandbox webhooks endpoints update {endpoint} --url {url}")).ok();
        let synced = [&lost, &told_of].map(|id| {
            machine.run(&format!("--sandbox sync start {id} --watch")).ok();
            let shown = machine.run(&format!("--sandbox sync list {id} -o json")).ok().json();
            shown["data"][0]["id"].clone()
        });
        // The first syncs of both are told of as well: there was nobody to receive their webhooks.
        let told = || gaps(machine, "").iter().any(|gap| gap["sync"] == synced[0]);
        until(PATIENCE, || told().then_some(()));
        synced
    });
    ended.expect(Exit::Interrupted);
    let arrived = machine.run("webhooks inbox list -o json").ok().json();
    let arrived = arrived["data"].as_array().expect("rows");
    assert_eq!(arrived.len(), 1, "{arrived:?}");
    assert_eq!((&arrived[0]["connection"], &arrived[0]["verdict"]), (&json!(told_of), &json!("verified")));
    // Asking may have been a moment faster than the webhook that came; the lost one stays open.
    let open = gaps(&machine, "--open");
    let gap = open.iter().find(|gap| gap["sync"] == lost_sync).expect("still open");
    assert_eq!((&gap["connection"], &gap["missing"]), (&json!(lost), &json!("sync.completed")));
    assert!(!open.iter().any(|gap| gap["sync"] == told_sync), "{open:?}");
}

/// Only the published door: a word, and since when it is true.
#[test]
fn a_server_that_advertises_nothing_is_asked_as_well() {
    let list = json!({ "data": [{ "key": "42", "name": "Plant 7", "status": "ACTIVE" }], "links": {}, "meta": {} });
    let state = json!({ "data": { "id": "42", "sync_status": "error", "sync_updated_at": "2026-03-01T11:00:00Z" } });
    let router = Router::new()
        .route("/api/system/connections", get(async || Json(list)))
        .route("/api/integrations/current", get(async || Json(state)));
    let served = Served::router(router);
    let Some(machine) = machine() else { return };
    let machine = machine
        .env("MAKINI_TOKEN", "application-token")
        .env("MAKINI_CONNECTION_TOKEN", "connection-token")
        .env("MAKINI_SERVER", served.url());
    let (_, ended, ()) = during(machine, "--secret-file ~/secret.txt --poll 5m", |machine, _| {
        let gaps = found(machine, 1);
        assert_eq!((&gaps[0]["missing"], &gaps[0]["sync"]), (&json!("sync.failed"), &Value::Null));
    });
    let ended = ended.expect(Exit::Interrupted);
    assert!(ended.stdout.contains("gap         sync.failed"), "{}", ended.stdout);
}

#[test]
fn a_platform_that_cannot_be_asked_is_told_once_and_events_go_on() {
    let served = Served::always(503, r#"{"error":{"code":"DOWN","message":"down for maintenance"}}"#);
    let Some(machine) = machine() else { return };
    let machine = machine.env("MAKINI_TOKEN", "application-token").env("MAKINI_SERVER", served.url());
    let flags = "--secret-file ~/secret.txt --poll 1m --retries 0 --until 1 -o ndjson";
    let (_, ended, ()) = during(machine, flags, |machine, _| {
        // So many looks that telling each would show.
        let start = machine.clock().now();
        until(PATIENCE, || (machine.clock().now().duration_since(start).as_mins() >= 20).then_some(()));
        machine.run(&line(machine, "webhooks trigger assets.updated --secret-file ~/secret.txt")).ok();
    });
    let ended = ended.ok();
    assert_eq!(ended.stdout.matches("could not ask how syncs stand").count(), 1, "{}", ended.stdout);
    assert!(ended.stdout.contains(r#""type":"arrival""#), "{}", ended.stdout);
}

#[test]
fn what_cannot_be_asked_for() {
    let Some(machine) = machine() else { return };
    let run = |flags: &str| {
        machine.run(&line(&machine, &format!("webhooks listen --port 0 {flags} --secret-file ~/secret.txt")))
    };
    let often = run("--poll 10ms").expect(Exit::Usage);
    assert!(often.stderr.contains("at least `1s`"), "{}", often.stderr);
    let nobody = run("--poll 60s");
    assert!(nobody.exit != Exit::Ok && nobody.stderr.contains("makini login"), "{}", nobody.all());
    assert!(!machine.home().join("data/inbox.db").exists(), "nothing was made");
    assert_eq!(machine.run("webhooks inbox gaps").exit, Exit::NotFound);
}
