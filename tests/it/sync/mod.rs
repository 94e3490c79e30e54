//! `makini sync`: what a person types, against the sandbox and against a server that advertises nothing.

use makini::exit::Exit;
use makini::shutdown::Signal;
use serde_json::{Value, json};

use crate::support::plant::Plant;
use crate::support::world::Machine;

mod fallback;
mod interrupted;
mod platform;

const START: &str = "2026-03-01T12:00:00Z";

fn machine() -> (Machine, Plant) {
    let machine = Machine::new().at(START);
    let plant = Plant::of(&machine);
    (machine, plant)
}

#[test]
fn the_first_sync_is_watched_to_its_end() {
    let (machine, plant) = machine();
    let id = plant.connect("inextia", "Plant 7");
    let ended = machine.run("--sandbox sync watch 'Plant 7'").ok();
    assert!(ended.stdout.starts_with("Plant 7: sync sync_"), "{}", ended.stdout);
    assert!(ended.stdout.contains(" completed in ") && ended.stdout.ends_with(" records read\n"), "{}", ended.stdout);
    // Off a terminal each entity is a line once it is read.
    assert!(ended.stderr.lines().all(|line| line.starts_with("✓ ") && line.contains(" read (")), "{}", ended.stderr);
    assert!(ended.stderr.lines().count() > 5, "{}", ended.stderr);
    // It is over, and the same question has the same answer.
    let again = machine.run("--sandbox sync watch plant -o json").ok().json();
    assert_eq!(again["schema"], "makini/sync.watch/1");
    assert_eq!(again["data"]["outcome"], "completed");
    assert_eq!(again["data"]["connection_id"], id.as_str());
    assert_eq!(again["data"]["sync"]["mode"], "initial");
}

#[test]
fn starting_and_watching_in_one_go() {
    let (machine, plant) = machine();
    let id = plant.connected("inextia", "Plant 7");
    let ended = machine.run("--sandbox sync start 'Plant 7' --full --entity assets,sites --watch -o json").ok();
    let data = &ended.json()["data"];
    assert_eq!((&data["outcome"], &data["sync"]["mode"]), (&json!("completed"), &json!("full")));
    let entities = data["sync"]["entities"].as_array().expect("a list");
    assert_eq!(entities.len(), 2);
    assert!(entities.iter().all(|entity| entity["done"] == entity["total"]), "{entities:?}");

    let ended = machine.run("--sandbox sync start 'Plant 7'").ok();
    assert!(ended.stdout.contains("Plant 7: started sync sync_"), "{}", ended.stdout);
    assert!(ended.stdout.contains("incremental"), "{}", ended.stdout);
    assert!(ended.stdout.contains(&format!("next: `makini --sandbox sync watch {id}`")), "{}", ended.stdout);
}

#[test]
fn one_sync_at_a_time_and_the_refusal_names_the_one_that_runs() {
    let (machine, plant) = machine();
    let id = plant.connect("inextia", "Plant 7");
    plant.wait(4);
    let ended = machine.run("--sandbox sync start 'Plant 7'").expect(Exit::Refused);
    let running = &plant.get(&format!("/api/system/connections/{id}/syncs"))[0];
    let sync = running["id"].as_str().expect("an ID");
    assert!(ended.stderr.contains(&format!("sync {sync} is running (initial, ")), "{}", ended.stderr);
    assert!(ended.stderr.contains(&format!("`makini --sandbox sync watch {id}` watches it")), "{}", ended.stderr);
    assert!(ended.stderr.contains("req_"), "the request that was refused: {}", ended.stderr);
}

#[test]
fn an_entity_that_the_system_does_not_have_is_named_with_those_it_has() {
    let (machine, plant) = machine();
    plant.connected("inextia", "Plant 7");
    let ended = machine.run("--sandbox sync start 'Plant 7' --entity unicorns").expect(Exit::Refused);
    assert!(ended.stderr.contains("no unicorns; it has "), "{}", ended.stderr);
}

/// From a source that fails to the command that explains it: every step names the next.
#[test]
fn a_failing_source_ends_in_a_reason_with_its_request() {
    let (machine, plant) = machine();
    let id = plant.connected("inextia", "Plant 7");
    machine.run("--sandbox check").ok();
    plant.source_down(&id);
    let ended = machine.run("--sandbox sync start 'Plant 7' --watch").expect(Exit::Unhealthy);
    let lines: Vec<&str> = ended.stdout.lines().collect();
    assert!(lines[0].starts_with("Plant 7: sync sync_") && lines[0].contains(" failed"), "{lines:?}");
    assert!(lines[1].contains("(SOURCE_UNREACHABLE), reading "), "{lines:?}");
    let request =
        lines[2].split_once("`makini --sandbox requests show ").expect("the next command").1.trim_end_matches('`');

    let shown = machine.run(&format!("--sandbox requests show {request}")).ok();
    for part in ["Plant 7", "the platform itself, for a sync", "SOURCE_UNREACHABLE", "Why: the system behind"] {
        assert!(shown.stdout.contains(part), "{part} is missing:\n{}", shown.stdout);
    }
    assert!(shown.stdout.contains(&format!("`makini --sandbox connections status {id}`")), "{}", shown.stdout);

    let checked = machine.run("--sandbox check").expect(Exit::Unhealthy);
    assert!(checked.stdout.contains("critical"), "{}", checked.stdout);
    assert!(checked.stdout.contains(request), "the check names the same request:\n{}", checked.stdout);
    let watched = machine.run("--sandbox sync watch 'Plant 7' -o json").expect(Exit::Unhealthy).json();
    assert_eq!(watched["data"]["outcome"], "failed");
    assert_eq!(watched["data"]["sync"]["error"]["request_id"], request);
    assert_eq!(watched["data"]["exit_code"], 1);
}

#[test]
fn a_watch_that_ends_before_the_sync_says_so() {
    let (machine, plant) = machine();
    let id = plant.connect("inextia", "Plant 7");
    let ended = machine.run("--sandbox sync watch 'Plant 7' --wait-time 2s").expect(Exit::Pending);
    assert!(ended.stdout.contains(" goes on ("), "{}", ended.stdout);
    assert!(ended.stdout.contains(&format!("next: `makini --sandbox sync watch {id}`")), "{}", ended.stdout);
    let passed = machine.clock().now().duration_since(START.parse().expect("constant")).as_secs();
    assert!((2..4).contains(&passed), "it waited {passed} s");
}

#[test]
fn ctrl_c_ends_the_watch_and_not_the_sync() {
    let (tell, told) = tokio::sync::watch::channel(Some(Exit::Interrupted));
    let machine = Machine::new().at(START).stop(Signal::Channel(told));
    let plant = Plant::of(&machine);
    let id = plant.connect("inextia", "Plant 7");
    let ended = machine.run("--sandbox sync watch 'Plant 7'");
    drop(tell);
    assert_eq!(ended.exit, Exit::Interrupted, "{}", ended.all());
    plant.wait(60);
    assert_eq!(plant.get(&format!("/api/system/connections/{id}/syncs"))[0]["status"], "completed");
}

#[test]
fn programs_get_a_line_for_every_change_and_one_for_the_end() {
    let (machine, plant) = machine();
    let id = plant.connect("inextia", "Plant 7");
    let ended = machine.run("--sandbox sync watch 'Plant 7' -o ndjson").ok();
    let lines: Vec<Value> =
        ended.stdout.lines().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect();
    let (last, steps) = lines.split_last().expect("lines");
    assert!(steps.len() > 3, "{}", ended.stdout);
    let mut before = 0;
    for step in steps {
        assert_eq!((&step["event"], &step["connection_id"]), (&json!("progress"), &json!(id)));
        let done = step["done"].as_u64().expect("a count");
        assert!(done >= before, "progress never goes back");
        before = done;
    }
    assert_eq!((&last["event"], &last["outcome"]), (&json!("ended"), &json!("completed")));
    // The filter sees each line as it is.
    let ended = machine.run("--sandbox sync watch 'Plant 7' -o ndjson --jq .event").ok();
    assert_eq!(ended.stdout, "progress\nended\n");
}

#[test]
fn a_terminal_sees_no_trace_of_the_bars_afterwards() {
    let machine = Machine::new().at(START).terminal(100);
    let plant = Plant::of(&machine);
    plant.connect("inextia", "Plant 7");
    let ended = machine.run("--sandbox sync watch 'Plant 7' --color never").ok();
    assert!(ended.stderr.contains("✓ "), "{}", ended.stderr);
    assert!(!ended.stdout.contains('\u{1b}'), "{}", ended.stdout);
}

#[test]
fn the_state_of_all_and_of_one() {
    let (machine, plant) = machine();
    let well = plant.connected("inextia", "Plant 7");
    let running = plant.connect("inextia", "Plant 8");
    plant.wait(4);
    let all = machine.run("--sandbox sync status -o json").ok().json();
    assert_eq!(all["schema"], "makini/sync.status/1");
    let rows = all["data"].as_array().expect("a list");
    let state = |id: &str| {
        let row = rows.iter().find(|row| row["connection_id"] == id).expect("a row");
        (row["status"].clone(), row["source"].clone())
    };
    assert_eq!(state(&well), (json!("completed"), json!("sync_status")));
    assert_eq!(state(&running), (json!("running"), json!("sync_status")));
    let one = machine.run("--sandbox sync status 'Plant 8'").ok();
    assert_eq!(one.stdout.lines().count(), 2, "{}", one.stdout);
    assert!(one.stdout.contains(" %"), "how far it is: {}", one.stdout);
    machine.run("--sandbox sync status nobody").expect(Exit::NotFound);
}

#[test]
fn history_details_and_cancelling() {
    let (machine, plant) = machine();
    let id = plant.connect("inextia", "Plant 7");
    plant.wait(4);
    let shown = machine.run("--sandbox sync cancel 'Plant 7'").ok();
    assert!(shown.stdout.contains("cancelled"), "{}", shown.stdout);
    let none = machine.run("--sandbox sync cancel 'Plant 7'").expect(Exit::NotFound);
    assert!(none.stderr.contains("no sync of `Plant 7` is running"), "{}", none.stderr);
    machine.run("--sandbox sync start 'Plant 7' --watch --quiet").ok();
    let list = machine.run(&format!("--sandbox sync list {id} -o json")).ok().json();
    let states: Vec<&str> =
        list["data"].as_array().expect("a list").iter().filter_map(|s| s["status"].as_str()).collect();
    assert_eq!(states, ["completed", "cancelled"]);
    let newest = list["data"][0]["id"].as_str().expect("an ID");
    let shown = machine.run(&format!("--sandbox sync show 'Plant 7' {newest}")).ok();
    assert!(shown.stdout.contains("ENTITY"), "{}", shown.stdout);
    let unknown = machine.run("--sandbox sync show 'Plant 7' sync_none").expect(Exit::NotFound);
    assert!(unknown.stderr.contains(&format!("`makini --sandbox sync list {id}`")), "{}", unknown.stderr);
    assert_eq!(machine.run("--sandbox sync list 'Plant 7' --limit 1 -o csv").ok().stdout.lines().count(), 2);
}

#[test]
fn schedules_are_set_and_stopped() {
    let (machine, plant) = machine();
    let id = plant.connected("inextia", "Plant 7");
    let set = machine.run("--sandbox sync schedule 'Plant 7' 15m -o json").ok().json();
    assert_eq!(set["data"]["schedule_seconds"], 900);
    assert_eq!(plant.get(&format!("/api/system/connections/{id}"))["schedule_seconds"], 900);
    let off = machine.run("--sandbox sync schedule 'Plant 7' off").ok();
    assert!(off.stdout.contains("off: it syncs only when it is told to"), "{}", off.stdout);
    for wrong in ["5m", "25h", "sometimes"] {
        machine.run(&format!("--sandbox sync schedule 'Plant 7' {wrong}")).expect(Exit::Usage);
    }
}

#[test]
fn an_account_where_nothing_has_run_has_nothing_to_watch() {
    let machine = Machine::new().at(START);
    let ended = machine.run("--sandbox sync status").ok();
    assert!(ended.stderr.contains("No connections yet"), "{}", ended.all());
    assert_eq!(machine.clock().now().duration_since(START.parse().expect("constant")).as_secs(), 0);
}
