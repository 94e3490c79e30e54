//! The budget of events that no handler takes: those of the inbox of this machine, whatever connection they are about.

use jiff::Timestamp;

use super::check::{Finding, Rule};
use super::snapshot::ProbeError;

/// What the inbox knows about its events.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EventCounts {
    /// All of them.
    pub received: u64,
    /// Those whose last try failed.
    pub failing: u64,
    /// Of these, those that were sent again after a handler had taken them.
    pub regressed: u64,
    /// Those that wait for a first try.
    pub waiting: u64,
    /// When the oldest was received that is still to be forwarded.
    pub oldest_pending_at: Option<Timestamp>,
}

/// Holds the number of events whose last try failed against what is allowed.
pub fn events(found: Result<EventCounts, ProbeError>, allowed: u64) -> Finding {
    let counts = match found {
        Ok(counts) => counts,
        Err(error) => return Finding::unknown(Rule::Events, &error),
    };
    let EventCounts { received, failing, regressed, waiting, oldest_pending_at } = counts;
    let reason = format!("no handler takes {failing} of {received} event{}", if received == 1 { "" } else { "s" });
    let finding = if failing > allowed {
        Finding::critical(Rule::Events, format!("{reason}, more than {allowed}"))
            .remedy("makini webhooks inbox list --failed")
    } else {
        Finding::ok(Rule::Events, reason)
    };
    finding
        .fact("failing", Some(failing))
        .fact("allowed", Some(allowed))
        .fact("regressed", Some(regressed))
        .fact("waiting", Some(waiting))
        .fact("received", Some(received))
        .fact("oldest_pending_at", oldest_pending_at.map(|at| at.to_string()))
        .fact("source", Some("inbox of this machine"))
}
