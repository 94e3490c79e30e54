//! Where the inboxes of these tests are: each in a database of a server that the test run starts.

use std::path::Path;

use makini::inbox::Place;
use tempfile::TempDir;

use crate::support::world::Machine;
use crate::support::{listening, postgres};

/// A folder that names a database; nothing where these tests cannot run.
pub fn folder() -> Option<TempDir> {
    postgres::folder()
}

/// The inbox of a folder.
pub fn place(folder: &Path) -> Place {
    let address = std::fs::read_to_string(folder.join("database")).expect("written by `folder`");
    super::place(&address)
}

/// A machine whose settings name an inbox on the server.
pub fn machine() -> Option<Machine> {
    let folder = folder()?;
    let address = std::fs::read_to_string(folder.path().join("database")).expect("written by `folder`");
    let machine = listening::machine();
    machine.write("database", &address);
    Some(machine.env("MAKINI_INBOX", address))
}

/// Lets nobody else write to the inbox of a folder, until it is dropped.
pub fn stall(folder: &Path) -> postgres::Held {
    let address = std::fs::read_to_string(folder.join("database")).expect("written by `folder`");
    postgres::Held::new(&address, "BEGIN; LOCK TABLE arrivals IN EXCLUSIVE MODE")
}

/// Leaves what a receiver leaves behind that was killed.
pub fn crashed(machine: &Machine) {
    let address = std::fs::read_to_string(machine.home().join("database")).expect("written by `machine`");
    let sql = "INSERT INTO receivers (id, host, pid, version, locked) VALUES (2000000000, 'gone', 4242, '0', true)";
    drop(postgres::Held::new(&address, sql));
}

/// The inbox of a machine.
pub fn inbox_of(machine: &Machine) -> Place {
    place(machine.home())
}
