//! `makini record`: a reverse proxy whose traffic is in the journal.

mod bodies;
mod broken;
mod clients;
mod command;
mod edges;
mod inject;
mod passing;
mod rows;
mod upstream;
mod wire;

use makini::exit::Exit;
use serde_json::Value;

use crate::support::listening::serving;
use crate::support::world::{Ended, Machine};

/// Runs a proxy to a server while `work` runs, which is given its host and port.
pub(crate) fn recording<T>(server: &str, flags: &str, work: impl FnOnce(&Machine, &str) -> T) -> (Machine, Ended, T) {
    let machine = Machine::new().env("MAKINI_SERVER", server);
    recording_on(machine, flags, work)
}

/// The same on a machine that exists.
pub(crate) fn recording_on<T>(
    machine: Machine,
    flags: &str,
    work: impl FnOnce(&Machine, &str) -> T,
) -> (Machine, Ended, T) {
    serving(machine, &format!("record --listen 127.0.0.1:0 {flags}"), |machine, url| {
        work(machine, url.strip_prefix("http://").expect("plain HTTP"))
    })
}

/// Returns the rows of an application in the journal, the oldest first.
pub(crate) fn rows(machine: &Machine) -> Vec<Value> {
    let listed = machine.run("requests list --source journal --limit 1000 -o json").expect(Exit::Ok).json();
    let rows = listed["data"].as_array().expect("rows").iter();
    let mut rows: Vec<Value> = rows.filter(|row| row["sender"] == "application").cloned().collect();
    rows.reverse();
    rows
}
