//! What no webhook announced: the sync status that was asked for, against the sync events that came.
//!
//! Pure: asking is somebody else's.

use std::time::Duration;

use jiff::Timestamp;
use serde::Serialize;

use super::{Entry, Filter, Order, Store};
use crate::api::sync::SyncState;
use crate::inbox::Error;

/// A sync event that came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signal {
    /// The connection it is about.
    pub connection: String,
    /// What it announces: completed or failed.
    pub state: SyncState,
    /// When it happened, or came if it does not say.
    pub at: Timestamp,
    /// Its arrival number.
    pub number: i64,
}

/// What a poll said about one connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Polled {
    /// The connection.
    pub connection: String,
    /// The state of its newest sync.
    pub state: SyncState,
    /// Since when it has been in that state.
    pub since: Option<Timestamp>,
}

/// A change of state that no event announced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Gap {
    /// The connection.
    pub connection: String,
    /// The event that should have come: `sync.completed` or `sync.failed`.
    pub missing: &'static str,
    /// When the state was entered.
    pub since: Timestamp,
    /// The newest sync event that did come.
    pub last_signal: Option<Timestamp>,
}

/// Returns what the events of an inbox announce about a connection's syncs.
pub fn signal(entry: &Entry) -> Option<Signal> {
    let state = match entry.event.as_str() {
        "sync.completed" => SyncState::Completed,
        "sync.failed" => SyncState::Failed,
        _ => return None,
    };
    let said = entry.timestamp.as_deref().and_then(|text| text.parse().ok());
    let at = said.unwrap_or(entry.received_at);
    Some(Signal { connection: entry.connection.clone(), state, at, number: entry.number })
}

/// Compares what was polled with what came. Clocks of two machines differ and events take their time, so a state counts
/// as announced by an event that says the same from `tolerance` before it on, and as missing only once it is older
/// than `patience`.
pub fn gaps(
    polled: &[Polled],
    signals: &[Signal],
    now: Timestamp,
    tolerance: Duration,
    patience: Duration,
) -> Vec<Gap> {
    let gap = |poll: &Polled| {
        let missing = match poll.state {
            SyncState::Completed => "sync.completed",
            SyncState::Failed => "sync.failed",
            _ => return None,
        };
        let since = poll.since?;
        let of_this = || signals.iter().filter(|signal| signal.connection == poll.connection);
        let earliest = since.checked_sub(tolerance).unwrap_or(Timestamp::MIN);
        let announced = of_this().any(|signal| signal.state == poll.state && signal.at >= earliest);
        let waited = Duration::try_from(now.duration_since(since)).unwrap_or_default();
        let last_signal = of_this().map(|signal| signal.at).max();
        (!announced && waited > patience).then(|| Gap {
            connection: poll.connection.clone(),
            missing,
            since,
            last_signal,
        })
    };
    polled.iter().filter_map(gap).collect()
}

impl Store {
    /// Returns the sync events that came since a time, in the order of arrival.
    ///
    /// # Errors
    /// When the inbox cannot be read.
    pub fn signals(&self, since: Option<Timestamp>) -> Result<Vec<Signal>, Error> {
        let filter = Filter { event: Some("sync.*".into()), since, order: Order::Oldest, ..Filter::default() };
        let mut found = Vec::new();
        self.each(&filter, |entry| {
            found.extend(signal(&entry));
            true
        })?;
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().expect("constant")
    }

    fn found(state: SyncState, since: &str, signals: &[(&str, SyncState, &str)]) -> Vec<&'static str> {
        let polled = [Polled { connection: "c1".into(), state, since: Some(at(since)) }];
        let signals: Vec<Signal> = signals
            .iter()
            .map(|&(connection, state, when)| Signal { connection: connection.into(), state, at: at(when), number: 1 })
            .collect();
        let (tolerance, patience) = (Duration::from_mins(1), Duration::from_mins(2));
        gaps(&polled, &signals, at("2026-01-01T13:00:00Z"), tolerance, patience)
            .into_iter()
            .map(|gap| gap.missing)
            .collect()
    }

    #[test]
    fn a_state_that_was_announced_is_no_gap() {
        use SyncState::{Completed, Failed, Running};
        let noon = "2026-01-01T12:00:00Z";
        assert_eq!(found(Completed, noon, &[("c1", Completed, "2026-01-01T11:59:30Z")]), [""; 0]);
        assert_eq!(found(Completed, noon, &[]), ["sync.completed"]);
        assert_eq!(found(Completed, noon, &[("c2", Completed, noon)]), ["sync.completed"]);
        assert_eq!(found(Completed, noon, &[("c1", Completed, "2026-01-01T10:00:00Z")]), ["sync.completed"]);
        assert_eq!(found(Failed, noon, &[("c1", Completed, noon)]), ["sync.failed"]);
        assert_eq!(found(Running, noon, &[]), [""; 0]);
        // It may still be on its way.
        assert_eq!(found(Completed, "2026-01-01T12:59:00Z", &[]), [""; 0]);
    }
}
