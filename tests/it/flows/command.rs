//! Flows, as typed.

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
    assert!(machine.run("--sandbox flows list").ok().stderr.contains("makini --sandbox flows templates"));
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
