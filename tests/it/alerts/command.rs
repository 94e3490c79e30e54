//! Alerts, as typed.

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
