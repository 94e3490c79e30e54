//! The key of a snapshot, as typed.

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
