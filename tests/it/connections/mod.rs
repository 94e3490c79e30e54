//! Systems and connections, as somebody types the commands: on the embedded sandbox, and against servers that offer less.

mod ask;
mod connect;
mod disconnect;
mod history;
mod many;
pub mod plain;
mod platform;
#[cfg(unix)]
mod replace;
mod settings;
mod show;

use crate::support::world::{Ended, Machine};

/// A machine where time stands still.
pub fn machine() -> Machine {
    Machine::new().at("2026-01-01T00:00:00Z")
}

/// Connects a system that asks for address, user and password.
pub fn connect(machine: &Machine, name: &str) -> Ended {
    let line = format!(
        "--sandbox connect mex --yes --name '{name}' --email ops@example.com --field url=https://mex.example.com \
         --field username=makini --field-stdin password"
    );
    machine.run_with(&line, "correct horse", [])
}

/// Returns the ID of a connection that was just made, from its card.
pub fn id_of(ended: &Ended) -> String {
    let line = ended.stdout.lines().find_map(|line| line.strip_prefix("ID:")).expect("an ID on the card");
    line.trim().to_owned()
}
