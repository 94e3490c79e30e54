//! `makini monitor`: what is reported, what is exposed, and how it ends.

mod alertmanager;
mod exposed;
mod notified;
mod otlp;
mod setup;

use makini::exit::Exit;
use serde_json::{Value, json};

use crate::support::plant::Plant;
use crate::support::world::Machine;

pub(super) fn machine() -> (Machine, Plant) {
    let machine = Machine::new().at("2026-03-01T12:00:00Z");
    let plant = Plant::of(&machine);
    (machine, plant)
}

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

#[test]
fn a_change_is_printed_once_it_lasted_and_one_that_is_well_is_no_news() {
    let (machine, plant) = machine();
    plant.connected("inextia", "Plant 7");
    let ill = plant.connected("inextia", "Plant 8");
    let quiet = machine.run("--sandbox monitor --rounds 4").ok();
    assert_eq!(quiet.stdout, "", "all is well");
    plant.source_down(&ill);
    let soon = machine.run("--sandbox monitor --rounds 2 --after 3").expect(Exit::Unhealthy);
    assert_eq!(soon.stdout, "", "two rounds are not three");
    let once = machine.run("--sandbox monitor --rounds 1").expect(Exit::Unhealthy);
    assert!(once.stdout.contains("critical  Plant 8 ("), "why it ends so is printed: {}", once.stdout);
    let ended = machine.run("--sandbox monitor --rounds 4").expect(Exit::Unhealthy);
    let printed: Vec<&str> = ended.stdout.lines().collect();
    assert_eq!(printed.len(), 1, "{}", ended.stdout);
    for part in ["critical  Plant 8 (", &ill, "health: ", "next: `makini --sandbox "] {
        assert!(printed[0].contains(part), "{part} is missing: {}", printed[0]);
    }
    let ended = machine.run("--sandbox monitor --rounds 1 --after 1 -o ndjson").expect(Exit::Unhealthy);
    let found = lines(&ended.stdout);
    assert_eq!((&found[0]["type"], &found[0]["url"]), (&json!("ready"), &Value::Null));
    let change = &found[1];
    assert_eq!(found.len(), 2);
    assert_eq!((&change["type"], &change["event"]), (&json!("change"), &json!("changed")));
    assert_eq!((&change["connection_id"], &change["connection"]), (&json!(ill), &json!("Plant 8")));
    assert_eq!((&change["from"], &change["to"], &change["rule"]), (&Value::Null, &json!("critical"), &json!("health")));
    // The same selection and rules as `check`.
    machine.run("--sandbox monitor --rounds 3 'Plant 7'").ok();
    machine.run("--sandbox monitor --rounds 3 --where 'name=Plant 7'").ok();
    machine.run("--sandbox monitor --rounds 3 --skip health,sync-result,sync-age,status").ok();
}

#[test]
fn the_first_round_refuses_what_waiting_does_not_mend_and_the_last_one_counts() {
    let (machine, _plant) = machine();
    machine.run("--sandbox monitor --rounds 1 nosuch").expect(Exit::NotFound);
    let nothing = machine.run("--sandbox monitor --rounds 3").expect(Exit::NotFound);
    assert!(
        nothing.stdout.contains("unknown   the account") && nothing.stdout.contains("count: "),
        "{}",
        nothing.all()
    );
    machine.run("--sandbox monitor --rounds 3 --allow-none").ok();
    for wrong in
        ["--every 0s", "--after 0", "--flapping 20", "--rounds 0", "--listen nowhere", "-o csv", "--columns to"]
    {
        machine.run(&format!("--sandbox monitor --rounds 1 {wrong}")).expect(Exit::Usage);
    }
    let remote = machine.run("--sandbox monitor --rounds 1 --listen 0.0.0.0:0").expect(Exit::Usage);
    assert!(remote.stderr.contains("--allow-remote"), "{}", remote.stderr);
    // Nobody listens there.
    let elsewhere = Machine::new().at("2026-03-01T12:00:00Z").env("MAKINI_TOKEN", "mk_token");
    let ended = elsewhere.run("--server http://127.0.0.1:9 monitor --rounds 4 --retries 0").expect(Exit::Unavailable);
    assert!(ended.stdout.contains("unknown   the account") && ended.stdout.contains("reach: "), "{}", ended.all());
    assert_eq!(ended.stdout.lines().count(), 1, "said once, and not in every round: {}", ended.stdout);
}
