//! Flows, alerts and the key of a snapshot, as typed.

use std::os::unix::fs::PermissionsExt as _;

use makini::exit::Exit;

use crate::support::world::Machine;

fn seeded() -> Machine {
    let machine = Machine::new().at("2026-03-01T12:00:00Z");
    let text =
        "[clock]\nat = 2026-03-01T12:00:00Z\nfrozen = true\n\n[[connections]]\nname = \"North\"\nsystem = \"sap\"\n";
    let file = machine.write("plants.toml", text);
    machine.run(&format!("sandbox seed {}", file.display())).ok();
    machine
}

#[test]
fn a_flow_is_set_up_runs_and_tells_what_it_did() {
    let machine = seeded();
    assert!(machine.run("--sandbox flows list").ok().stderr.contains("makini flows add low-stock"));
    assert!(machine.run("--sandbox flows templates").ok().stdout.contains("schedule: every 1h"));
    let shown = machine.run("--sandbox flows add low-stock --connection North").ok();
    assert!(shown.stdout.contains("4. Tell purchasing"), "{}", shown.stdout);
    machine.run("--sandbox flows logs").expect(Exit::NotFound);
    let begun = machine.run("--sandbox flows run low-stock -o json").ok().json();
    assert_eq!(begun["data"]["status"], "running");
    machine.run("sandbox clock advance 1m").ok();
    let logs = machine.run("--sandbox flows logs").ok();
    for part in ["completed", "manual", "Read stocks", "Tell purchasing", "100 rows", "█", "flow.low-stock"] {
        assert!(logs.stdout.contains(part), "{part}: {}", logs.stdout);
    }
    let listed = machine.run("--sandbox flows executions low-stock -o json").ok().json();
    assert_eq!(listed["data"][0]["status"], "completed");
    machine.run("--sandbox flows add low-stock --connection North").expect(Exit::Refused);
    machine.run("--sandbox flows show weather").expect(Exit::NotFound);
    machine.run("--sandbox flows run low-stock --input {").expect(Exit::Usage);
    machine.run("--sandbox flows remove low-stock").expect(Exit::Unconfirmed);
    machine.run("--sandbox flows remove low-stock --yes").ok();
    assert_eq!(machine.run("--sandbox flows list -o json").ok().json()["data"].as_array().map(Vec::len), Some(0));
}

#[test]
fn an_alert_is_added_fires_and_is_removed() {
    let machine = seeded();
    machine.run("--sandbox alerts firing").ok();
    machine.run("--sandbox alerts add sync-age --above 2h --connection North --name stale").ok();
    machine.run("--sandbox alerts add sync-age --above 2h --window 5m").expect(Exit::Usage);
    machine.run("--sandbox alerts add error-rate --above much").expect(Exit::Usage);
    machine.run("sandbox fault add source-down --connection North").ok();
    machine.run("sandbox clock advance 3h").ok();
    let firing = machine.run("--sandbox alerts firing").expect(Exit::Unhealthy);
    assert!(firing.stdout.contains("stale") && firing.stdout.contains("firing"), "{}", firing.stdout);
    let history = machine.run("--sandbox alerts history -o json").ok().json();
    assert_eq!(history["data"][0]["state"], "firing");
    machine.run("--sandbox alerts remove stale --yes").ok();
    machine.run("--sandbox alerts firing").ok();
    machine.run("--sandbox alerts remove stale --yes").expect(Exit::NotFound);
}

#[test]
fn the_key_of_a_snapshot_lies_beside_it_and_is_needed_elsewhere() {
    let machine = seeded();
    let file = machine.write("kept/here", "").with_file_name("three.db");
    let (text, key) = (file.display().to_string(), file.with_file_name("three.db.key"));
    machine.run(&format!("sandbox snapshot save {text}")).ok();
    assert_eq!(std::fs::metadata(&key).expect("there").permissions().mode() & 0o777, 0o600);
    let elsewhere = Machine::new().at("2026-03-01T12:00:00Z");
    let load = format!("sandbox snapshot load {text} --yes");
    let aside = key.with_file_name("aside");
    std::fs::rename(&key, &aside).expect("moved");
    let refused = elsewhere.run(&load).expect(Exit::Refused);
    assert!(refused.stderr.contains("FILE.key"), "{}", refused.stderr);
    std::fs::rename(&aside, &key).expect("moved");
    elsewhere.run(&load).ok();
    assert!(elsewhere.run("--sandbox connections list").ok().stdout.contains("North"));
}
