//! The log of a scenario: what was done, what happened, what came to the receivers.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::sandbox::state::iso;
use crate::sandbox::store::webhooks::Noted;

/// What a line is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A step was done.
    Step,
    /// A call was made over the wire.
    Call,
    /// An event happened.
    Event,
    /// A webhook came to a receiver.
    Arrival,
    /// What a step expected is so.
    Passed,
    /// What a step expected is not so.
    Failed,
}

/// One line of the log.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Line {
    /// The simulated time.
    pub at: String,
    /// What it is about.
    #[serde(rename = "type")]
    pub kind: Kind,
    /// Number of the step, from 1.
    pub step: usize,
    /// Its line in the file.
    pub line: usize,
    /// What happened.
    pub text: String,
}

/// A webhook as it came.
#[derive(Clone, Debug)]
pub(super) struct Arrival {
    /// When, in milliseconds since 1970.
    pub(super) at: i64,
    pub(super) receiver: String,
    pub(super) event: String,
    pub(super) connection: Option<String>,
    pub(super) verified: bool,
    pub(super) php: bool,
    /// Whether it came before.
    pub(super) again: bool,
    pub(super) answered: u16,
}

impl Arrival {
    fn text(&self, names: &BTreeMap<String, String>) -> String {
        let verdict = if self.verified { "verified" } else { "forged" };
        let php = if self.php { ", spelled by PHP" } else { "" };
        let again = if self.again { ", again" } else { "" };
        let about = about(self.connection.as_deref(), names);
        format!("{}{about} at {}: {verdict}{php}{again}, answered {}", self.event, self.receiver, self.answered)
    }
}

/// Says which connection something is about, by its name in the scenario.
fn about(connection: Option<&str>, names: &BTreeMap<String, String>) -> String {
    connection.map_or_else(String::new, |id| format!(" of {}", names.get(id).map_or(id, String::as_str)))
}

/// Puts what happened and what came into one order: by time, what happened first. `names` has the names of connections.
pub(super) fn merged(
    events: &[Noted],
    arrivals: &[Arrival],
    names: &BTreeMap<String, String>,
) -> Vec<(Kind, String, String)> {
    let (mut events, mut arrivals) = (events.iter().peekable(), arrivals.iter().peekable());
    let mut lines = Vec::new();
    loop {
        let event_first = match (events.peek(), arrivals.peek()) {
            (None, None) => return lines,
            (Some(event), Some(arrival)) => event.at <= arrival.at,
            (event, _) => event.is_some(),
        };
        if event_first && let Some(event) = events.next() {
            let faults = event.faults.replace('_', "-");
            let faults = if faults.is_empty() { faults } else { format!(" ({faults})") };
            let text = format!("{}{}{faults}", event.event, about(event.connection.as_deref(), names));
            lines.push((Kind::Event, iso(event.at), text));
        } else if let Some(arrival) = arrivals.next() {
            lines.push((Kind::Arrival, iso(arrival.at), arrival.text(names)));
        }
    }
}
