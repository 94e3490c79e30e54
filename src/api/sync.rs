//! Syncs: reading a system's data, entity by entity.

use std::time::Duration;

use jiff::Timestamp;
use serde::{Deserialize, Deserializer, Serialize};

use super::connections::fold;
use super::lenient;

/// How much of the data a sync reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SyncMode {
    /// The first one of a connection: its whole window.
    Initial,
    /// What changed since the last success.
    Incremental,
    /// The whole window, even what has not changed.
    Full,
}

/// State of a sync.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SyncState {
    /// Not started yet.
    Queued,
    /// Reading data.
    Running,
    /// Ended with success.
    Completed,
    /// Ended by an error.
    Failed,
    /// Ended by a cancel request.
    Cancelled,
    /// A value that is not in this list.
    Unknown,
}

impl SyncState {
    /// Parses any of the platform's words: `inprogress`, `done`, `fulldone`, `error`, `fail`, their older spellings,
    /// and those of the guide. Empty means that nothing has run yet.
    pub fn parse(text: &str) -> Self {
        match fold(text).as_str() {
            "" | "pending" | "queued" | "initializing" => Self::Queued,
            "inprogress" | "running" | "synchronizing" => Self::Running,
            "done" | "fulldone" | "completed" | "success" => Self::Completed,
            "error" | "fail" | "failed" => Self::Failed,
            "cancelled" | "canceled" => Self::Cancelled,
            _ => Self::Unknown,
        }
    }

    /// Returns the spelling that the sandbox sends on advertised operations.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Running => "running",
            Self::Completed => "completed",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
            Self::Unknown => "unknown",
        }
    }

    /// Returns whether the sync has ended.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Completed | Self::Failed | Self::Cancelled)
    }
}

lenient! {
    /// A sync (advertised: `sync_start`, `sync_get`, `sync_list`).
    pub struct Sync {
        /// Sync ID.
        pub id: Option<String> = required,
        /// ID of the connection whose data it reads.
        pub connection_id: Option<String>,
        /// `initial`, `incremental` or `full`; see [`SyncMode`].
        pub mode: Option<String>,
        /// What started it: `manual`, `schedule`, `connect` or `retry`.
        pub trigger: Option<String>,
        /// State, in one of the spellings of [`SyncState::parse`].
        pub status: Option<String> = required,
        /// Time it was requested.
        pub created_at: Option<String>,
        /// Time it started.
        pub started_at: Option<String>,
        /// Time it ended.
        pub finished_at: Option<String>,
        /// Progress of each entity, in the order they are read.
        pub entities: Vec<EntityProgress> = strict,
        /// Reason, if it failed.
        #[serde(deserialize_with = "reason")]
        pub error: Option<SyncError> = strict,
        ..extra
    }
}

impl Sync {
    /// Returns records read and records to read, of all entities together. Either is known only where that of each
    /// entity is.
    pub fn counts(&self) -> (Option<u64>, Option<u64>) {
        let sum = |amount: fn(&EntityProgress) -> Option<u64>| {
            let all: Option<Vec<u64>> = self.entities.iter().map(amount).collect();
            all.filter(|all| !all.is_empty()).map(|all| all.into_iter().fold(0, u64::saturating_add))
        };
        (sum(|entity| entity.done), sum(|entity| entity.total))
    }

    /// Returns the progress from 0 to 100, if it is known.
    pub fn percent(&self) -> Option<u64> {
        let (done, total) = self.counts();
        let (done, total) = (done?, total.filter(|total| *total > 0)?);
        u64::try_from(u128::from(done.min(total)) * 100 / u128::from(total)).ok()
    }

    /// Returns how long it ran, or has been running at `now`.
    pub fn elapsed(&self, now: Timestamp) -> Option<Duration> {
        let began = self.started_at.as_deref().or(self.created_at.as_deref()).and_then(lenient::timestamp)?;
        let ended = match self.finished_at.as_deref().and_then(lenient::timestamp) {
            Some(ended) => ended,
            None if self.state().is_over() => return None,
            None => now,
        };
        Duration::try_from(ended.duration_since(began)).ok()
    }

    /// Returns how long it will still run at the speed so far; nothing in its first second.
    pub fn remaining(&self, now: Timestamp) -> Option<Duration> {
        let (done, total) = self.counts();
        let (done, total) = (done?, total?);
        let passed = self.elapsed(now)?;
        if self.state() != SyncState::Running || done == 0 || passed < Duration::from_secs(1) {
            return None;
        }
        let left = passed.as_millis() * u128::from(total.saturating_sub(done)) / u128::from(done);
        Some(Duration::from_millis(u64::try_from(left).ok()?))
    }

    /// Returns whether it is queued or running.
    pub fn is_active(&self) -> bool {
        matches!(self.state(), SyncState::Running | SyncState::Queued)
    }

    /// Returns the parsed [`Sync::status`].
    pub fn state(&self) -> SyncState {
        self.status.as_deref().map_or(SyncState::Unknown, SyncState::parse)
    }
}

lenient! {
    /// Progress of one entity of a sync.
    pub struct EntityProgress {
        /// Name of the entity, for example `purchase-orders`.
        pub entity: String = required,
        /// State, in one of the spellings of [`SyncState::parse`].
        pub status: Option<String>,
        /// Number of records read so far.
        pub done: Option<u64>,
        /// Number of records to read, once it is known.
        pub total: Option<u64>,
        /// Number of new records among those read.
        pub inserted: Option<u64>,
        /// Number of changed records among those read.
        pub updated: Option<u64>,
    }

    /// Error of a sync or a connection.
    pub struct SyncError {
        /// [`super::error_code::ErrorCode`] as text.
        pub code: Option<String>,
        /// Message for people.
        pub message: Option<String>,
        /// ID of the request that failed, to quote to support.
        pub request_id: Option<String>,
        /// Time of the failure.
        pub at: Option<String>,
        /// Entity that was being read.
        pub entity: Option<String>,
    }
}

/// Parses an error; one without a single field is none, as PHP writes an empty object as a list.
fn reason<'de, D: Deserializer<'de>>(from: D) -> Result<Option<SyncError>, D::Error> {
    Option::deserialize(from).map(unless_empty)
}

/// As [`reason`], where another shape counts as not sent.
pub(super) fn maybe_reason<'de, D: Deserializer<'de>>(from: D) -> Result<Option<SyncError>, D::Error> {
    lenient::or_default(from).map(unless_empty)
}

fn unless_empty(error: Option<SyncError>) -> Option<SyncError> {
    error.filter(|error| *error != SyncError::default())
}

/// Body of a request to start a sync.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StartSync {
    /// How much to read: incremental or full.
    pub mode: SyncMode,
    /// Entities to read; all of them when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entities: Vec<String>,
}

/// The body of the withdrawn `POST /api/integrations/sync`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WithdrawnSync {
    /// Kind of sync. The allowed values are not published; this program sends `incremental` or `full`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Published without a meaning; never sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<String>,
    /// Entities to read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scopes: Option<Vec<String>>,
}

lenient! {
    /// Sync status of a connection (advertised: `sync_status`).
    pub struct SyncStatus {
        /// ID of the connection.
        pub connection_id: Option<String>,
        /// State of the newest sync, in one of the spellings of [`SyncState::parse`].
        pub status: Option<String> = required,
        /// End of the last sync that succeeded.
        pub last_successful_sync_at: Option<String>,
        /// Time the next sync is due.
        pub next_sync_at: Option<String>,
        /// Reason, if the newest sync failed.
        #[serde(deserialize_with = "reason")]
        pub error: Option<SyncError> = strict,
        /// The newest sync, running or not.
        pub current: Option<Sync> = strict,
        ..extra
    }
}

/// A state of the newest sync of a connection, as its own token reads it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SeenSync {
    /// ID of the connection.
    pub connection_id: String,
    /// When the state was entered, as sent.
    pub changed_at: String,
    /// The state, as sent.
    pub status: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sync(status: &str, entities: &[(u64, Option<u64>)]) -> Sync {
        let entity = |(done, total): &(u64, Option<u64>)| EntityProgress {
            done: Some(*done),
            total: *total,
            ..EntityProgress::default()
        };
        Sync {
            status: Some(status.into()),
            started_at: Some("2026-03-01T12:00:00Z".into()),
            entities: entities.iter().map(entity).collect(),
            ..Sync::default()
        }
    }

    fn at(text: &str) -> Timestamp {
        text.parse().expect("a time")
    }

    #[test]
    fn what_is_left_goes_by_what_was_done() {
        let half = sync("running", &[(100, Some(100)), (50, Some(200))]);
        assert_eq!(half.counts(), (Some(150), Some(300)));
        assert_eq!(half.percent(), Some(50));
        assert_eq!(half.remaining(at("2026-03-01T12:00:30Z")), Some(Duration::from_secs(30)));
        assert_eq!(half.remaining(at("2026-03-01T12:00:00Z")), None, "nothing follows from the first moments");
        assert_eq!(half.remaining(at("2026-03-01T11:00:00Z")), None, "nor from a clock that is behind");
    }

    #[test]
    fn what_is_not_known_is_not_guessed() {
        let unknown = sync("running", &[(100, Some(100)), (50, None)]);
        assert_eq!((unknown.percent(), unknown.remaining(at("2026-03-01T12:00:30Z"))), (None, None));
        let mut unread = sync("running", &[(100, Some(100)), (50, Some(200))]);
        unread.entities[1].done = None;
        assert_eq!((unread.counts(), unread.percent()), ((None, Some(300)), None), "a part is not the sum");
        assert_eq!(sync("completed", &[]).counts(), (None, None));
        assert_eq!(sync("completed", &[(0, Some(0))]).percent(), None);
        assert_eq!(sync("running", &[]).percent(), None);
        assert_eq!(sync("running", &[(u64::MAX, Some(u64::MAX)), (1, Some(1))]).percent(), Some(100));
    }
}
