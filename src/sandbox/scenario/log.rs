//! The log of a scenario: steps, events and received webhooks.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::sandbox::store::webhooks::StoredEvent;
use crate::sandbox::time::iso;

/// Kind of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LineKind {
    /// A step ran.
    Step,
    /// An HTTP call was made.
    Call,
    /// An event was emitted.
    Event,
    /// A receiver got a webhook.
    Arrival,
    /// An expectation holds.
    Passed,
    /// An expectation does not hold.
    Failed,
}

/// One line of the log.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LogLine {
    /// The simulated time.
    pub at: String,
    /// Kind of the line.
    #[serde(rename = "type")]
    pub kind: LineKind,
    /// Number of the step, from 1.
    pub step: usize,
    /// Its line in the file.
    pub line: usize,
    /// What happened.
    pub text: String,
}

/// A received webhook.
#[derive(Clone, Debug)]
pub(super) struct Arrival {
    /// When, in milliseconds since 1970.
    pub(super) at: i64,
    pub(super) receiver: String,
    pub(super) event: String,
    pub(super) connection: Option<String>,
    pub(super) verified: bool,
    pub(super) php: bool,
    /// Whether it was received before.
    pub(super) again: bool,
    pub(super) answered: u16,
}

impl Arrival {
    fn text(&self, names: &BTreeMap<String, String>) -> String {
        let verdict = if self.verified { "verified" } else { "forged" };
        let php = if self.php { ", spelled by PHP" } else { "" };
        let again = if self.again { ", again" } else { "" };
        let about = connection_suffix(self.connection.as_deref(), names);
        format!("{}{about} at {}: {verdict}{php}{again}, answered {}", self.event, self.receiver, self.answered)
    }
}

/// Returns ` of NAME` for a connection, by its name in the scenario.
fn connection_suffix(connection: Option<&str>, names: &BTreeMap<String, String>) -> String {
    connection.map_or_else(String::new, |id| format!(" of {}", names.get(id).map_or(id, String::as_str)))
}

/// Merges events and received webhooks by time, events first. `names` has the names of connections.
pub(super) fn merged(
    events: &[StoredEvent],
    arrivals: &[Arrival],
    names: &BTreeMap<String, String>,
) -> Vec<(LineKind, String, String)> {
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
            let text = format!("{}{}{faults}", event.event, connection_suffix(event.connection.as_deref(), names));
            lines.push((LineKind::Event, iso(event.at), text));
        } else if let Some(arrival) = arrivals.next() {
            lines.push((LineKind::Arrival, iso(arrival.at), arrival.text(names)));
        }
    }
}
