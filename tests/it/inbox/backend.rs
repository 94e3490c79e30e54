//! Where the inboxes of these tests are: each in a file.

use std::path::Path;

use makini::inbox::Place;
use tempfile::TempDir;

use crate::support::listening;
use crate::support::world::Machine;

/// A folder for an inbox; nothing where these tests cannot run.
#[expect(clippy::unnecessary_wraps, reason = "as of the inboxes on a server")]
pub fn folder() -> Option<TempDir> {
    Some(tempfile::tempdir().expect("a temporary folder"))
}

/// The inbox of a folder.
pub fn place(folder: &Path) -> Place {
    folder.join("inbox.db").into()
}

/// A machine with an inbox and the secret of its receivers.
#[expect(clippy::unnecessary_wraps, reason = "as of the inboxes on a server")]
pub fn machine() -> Option<Machine> {
    Some(listening::machine())
}

/// Lets nobody else write to the inbox of a folder, until it is dropped.
pub fn stall(folder: &Path) -> rusqlite::Connection {
    let other = rusqlite::Connection::open(folder.join("inbox.db")).expect("opened");
    other.execute_batch("BEGIN IMMEDIATE").expect("nobody writes yet");
    other
}

/// Leaves what a receiver leaves behind that was killed.
pub fn crashed(machine: &Machine) {
    let owner = r#"{"pid":4242,"started_at":"2026-03-01T11:00:00Z"}"#;
    std::fs::write(machine.home().join("data/inbox.db.owner"), owner).expect("written");
}

/// The inbox of a machine.
pub fn inbox_of(machine: &Machine) -> Place {
    std::fs::create_dir_all(machine.home().join("data")).expect("made");
    machine.home().join("data/inbox.db").into()
}
