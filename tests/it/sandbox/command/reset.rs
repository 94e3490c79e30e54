//! Starting over.

use makini::exit::Exit;

use crate::support::world::Machine;

fn faults(machine: &Machine) -> usize {
    machine.run("sandbox fault list -o json").ok().json()["data"].as_array().expect("a list").len()
}

#[test]
fn nothing_there_is_nothing_to_reset() {
    let machine = Machine::new();
    let ended = machine.run("sandbox reset").ok();
    assert_eq!(ended.stdout, "There was nothing to reset: the sandbox has not been used yet\n");
    assert!(!machine.home().join("data").exists());
}

#[test]
fn it_asks_and_empties() {
    let machine = Machine::new();
    machine.run("sandbox fault add rate-limited").ok();
    assert_eq!(faults(&machine), 1);
    let refused = machine.run("sandbox reset").expect(Exit::Unconfirmed);
    assert!(refused.stderr.contains("--yes"), "{}", refused.stderr);
    assert_eq!(faults(&machine), 1);
    machine.run("sandbox reset --yes").ok();
    assert_eq!(faults(&machine), 0);
}

#[test]
fn a_damaged_state_is_replaced() {
    let machine = Machine::new();
    let file = machine.write("data/sandbox.db", "damaged beyond anything that could be read as a database");
    machine.run("sandbox fault list").expect(Exit::Local);
    let ended = machine.run("sandbox reset --yes").ok();
    assert!(ended.stderr.contains("warning: could not open the database"), "{}", ended.stderr);
    assert!(!file.exists());
    assert_eq!(faults(&machine), 0);
}
