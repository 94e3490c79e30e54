//! Gaps: finished syncs, as the platform reports them, for which no sync event was received.
//!
//! Pure functions: polling is in [`super::poll`]. Gaps are stored in the inbox, so that each is reported once.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use crate::api::sync::SyncState;

/// A sync event that was received.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyncEvent {
    /// The connection it is about.
    pub connection: String,
    /// What it announces: completed or failed.
    pub state: SyncState,
    /// The sync it names, where it names one.
    pub sync: Option<String>,
    /// When it happened, or was received if it has no time.
    pub at: Timestamp,
    /// Its arrival number.
    pub number: i64,
}

/// A finished sync, as the platform reports it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FinishedSync {
    /// The connection.
    pub connection: String,
    /// The sync, where the platform names it.
    pub sync: Option<String>,
    /// How it ended.
    pub state: SyncState,
    /// When.
    pub since: Timestamp,
}

/// A sync that ended, and no event announced it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Gap {
    /// The connection.
    pub connection: String,
    /// The event that should have come: `sync.completed` or `sync.failed`.
    pub missing: &'static str,
    /// The sync, where the platform names it.
    pub sync: Option<String>,
    /// When it ended.
    pub since: Timestamp,
}

/// Returns the event that announces a state, if one does.
pub const fn announcement(state: SyncState) -> Option<&'static str> {
    match state {
        SyncState::Completed => Some("sync.completed"),
        SyncState::Failed => Some("sync.failed"),
        _ => None,
    }
}

/// Returns the state that an event announces, if it does.
pub fn announced(event: &str) -> Option<SyncState> {
    [SyncState::Completed, SyncState::Failed].into_iter().find(|state| announcement(*state) == Some(event))
}

impl SyncEvent {
    /// Returns whether this announces that a sync ended so. Where both name the sync, that decides. Otherwise the time
    /// does: clocks of two machines differ, so an event with a time up to `tolerance` earlier counts.
    pub fn announces(&self, gap: &Gap, tolerance: Duration) -> bool {
        if self.connection != gap.connection || announcement(self.state) != Some(gap.missing) {
            return false;
        }
        match (&self.sync, &gap.sync) {
            (Some(mine), Some(its)) => mine == its,
            _ => self.at >= gap.since - SignedDuration::try_from(tolerance).unwrap_or(SignedDuration::MAX),
        }
    }
}

/// Returns the finished syncs that no event announced.
pub fn gaps(polled: &[FinishedSync], sync_events: &[SyncEvent], tolerance: Duration) -> Vec<Gap> {
    let gap = |poll: &FinishedSync| {
        let gap = Gap {
            connection: poll.connection.clone(),
            missing: announcement(poll.state)?,
            sync: poll.sync.clone(),
            since: poll.since,
        };
        (!sync_events.iter().any(|signal| signal.announces(&gap, tolerance))).then_some(gap)
    };
    polled.iter().filter_map(gap).collect()
}

#[cfg(test)]
mod tests {
    use super::SyncState::{Cancelled, Completed, Failed, Running};
    use super::*;

    const NOON: &str = "2026-01-01T12:00:00Z";

    fn at(text: &str) -> Timestamp {
        text.parse().expect("constant")
    }

    fn named(sync: &str) -> Option<String> {
        (!sync.is_empty()).then(|| sync.to_owned())
    }

    /// What is missing of one sync that ended at noon, when these events came: connection, state, sync, time.
    fn found(state: SyncState, sync: &str, sync_events: &[(&str, SyncState, &str, &str)]) -> Vec<&'static str> {
        let polled = [FinishedSync { connection: "c1".into(), sync: named(sync), state, since: at(NOON) }];
        let sync_events: Vec<SyncEvent> = sync_events
            .iter()
            .map(|&(connection, state, sync, when)| SyncEvent {
                connection: connection.into(),
                state,
                sync: named(sync),
                at: at(when),
                number: 1,
            })
            .collect();
        gaps(&polled, &sync_events, Duration::from_mins(1)).into_iter().map(|gap| gap.missing).collect()
    }

    #[test]
    fn what_was_announced_is_no_gap() {
        assert_eq!(found(Completed, "", &[("c1", Completed, "", "2026-01-01T11:59:30Z")]), [""; 0]);
        assert_eq!(found(Completed, "", &[]), ["sync.completed"]);
        assert_eq!(found(Completed, "", &[("c2", Completed, "", NOON)]), ["sync.completed"]);
        assert_eq!(found(Completed, "", &[("c1", Failed, "", NOON)]), ["sync.completed"]);
        assert_eq!(found(Completed, "", &[("c1", Completed, "", "2026-01-01T10:00:00Z")]), ["sync.completed"]);
        assert_eq!(found(Failed, "", &[("c1", Failed, "", NOON)]), [""; 0]);
        for other in [Running, Cancelled] {
            assert_eq!(found(other, "", &[]), [""; 0], "nothing announces it");
        }
    }

    #[test]
    fn where_both_name_the_sync_its_name_decides() {
        assert_eq!(found(Completed, "s1", &[("c1", Completed, "s1", "2020-01-01T00:00:00Z")]), [""; 0]);
        assert_eq!(found(Completed, "s1", &[("c1", Completed, "s2", NOON)]), ["sync.completed"]);
        assert_eq!(found(Completed, "s1", &[("c1", Completed, "", NOON)]), [""; 0]);
        assert_eq!(found(Completed, "", &[("c1", Completed, "s1", NOON)]), [""; 0]);
    }
}
