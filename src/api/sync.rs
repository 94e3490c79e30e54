//! Syncs: reading a system's data, entity by entity.

use serde::{Deserialize, Serialize};

use super::connections::fold;
use super::{Extra, lenient};

/// How a sync reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SyncMode {
    /// The first one of a connection: its whole window.
    Initial,
    /// What changed since the last success.
    Incremental,
    /// The whole window again.
    Full,
}

/// Where a sync stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SyncState {
    /// Waiting to start.
    Queued,
    /// Running.
    Running,
    /// Done.
    Completed,
    /// Stopped by an error.
    Failed,
    /// Stopped by a person.
    Cancelled,
    /// A word this program does not know.
    Unknown,
}

impl SyncState {
    /// Reads any of the platform's words: `inprogress`, `done`, `fulldone`, `error`, `fail`, their older spellings,
    /// and those of the guide. Empty means that nothing has run yet.
    pub fn read(text: &str) -> Self {
        match fold(text).as_str() {
            "" | "pending" | "queued" | "initializing" => Self::Queued,
            "inprogress" | "running" | "synchronizing" => Self::Running,
            "done" | "fulldone" | "completed" | "success" => Self::Completed,
            "error" | "fail" | "failed" => Self::Failed,
            "cancelled" | "canceled" => Self::Cancelled,
            _ => Self::Unknown,
        }
    }

    /// Returns the word the sandbox sends on advertised operations.
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

    /// Returns whether nothing more will happen.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Completed | Self::Failed | Self::Cancelled)
    }
}

/// A sync (advertised: `sync_start`, `sync_get`, `sync_list`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Sync {
    /// Its ID.
    #[serde(deserialize_with = "lenient::text")]
    pub id: Option<String>,
    /// Its connection.
    #[serde(deserialize_with = "lenient::text")]
    pub connection_id: Option<String>,
    /// `initial`, `incremental` or `full`.
    #[serde(deserialize_with = "lenient::text")]
    pub mode: Option<String>,
    /// `manual`, `schedule`, `connect` or `retry`.
    #[serde(deserialize_with = "lenient::text")]
    pub trigger: Option<String>,
    /// Its state; see [`SyncState`].
    #[serde(deserialize_with = "lenient::text")]
    pub status: Option<String>,
    /// When it was asked for.
    #[serde(deserialize_with = "lenient::text")]
    pub created_at: Option<String>,
    /// When it began.
    #[serde(deserialize_with = "lenient::text")]
    pub started_at: Option<String>,
    /// When it ended.
    #[serde(deserialize_with = "lenient::text")]
    pub finished_at: Option<String>,
    /// One row an entity, in the order they are read.
    pub entities: Vec<EntityProgress>,
    /// Why it failed.
    pub error: Option<SyncError>,
    /// What else the platform sends.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Sync {
    /// Returns whether it is queued or running.
    pub fn is_active(&self) -> bool {
        matches!(self.state(), SyncState::Running | SyncState::Queued)
    }

    /// Returns the state.
    pub fn state(&self) -> SyncState {
        self.status.as_deref().map_or(SyncState::Unknown, SyncState::read)
    }
}

/// How far one entity is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct EntityProgress {
    /// As `purchase-orders`.
    pub entity: String,
    /// Its state; see [`SyncState`].
    #[serde(deserialize_with = "lenient::text")]
    pub status: Option<String>,
    /// Records read.
    #[serde(deserialize_with = "lenient::whole")]
    pub done: Option<u64>,
    /// Records to read, once that is known.
    #[serde(deserialize_with = "lenient::whole")]
    pub total: Option<u64>,
    /// Of those, new.
    #[serde(deserialize_with = "lenient::whole")]
    pub inserted: Option<u64>,
    /// Of those, changed.
    #[serde(deserialize_with = "lenient::whole")]
    pub updated: Option<u64>,
}

/// Why something failed, with the request ID to ask about.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SyncError {
    /// As `SOURCE_UNREACHABLE`.
    #[serde(deserialize_with = "lenient::text")]
    pub code: Option<String>,
    /// For people.
    #[serde(deserialize_with = "lenient::text")]
    pub message: Option<String>,
    /// The request that failed.
    #[serde(deserialize_with = "lenient::text")]
    pub request_id: Option<String>,
    /// When.
    #[serde(deserialize_with = "lenient::text")]
    pub at: Option<String>,
    /// The entity that was being read.
    #[serde(deserialize_with = "lenient::text")]
    pub entity: Option<String>,
}

/// What a sync is asked to do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StartSync {
    /// Incremental or full.
    pub mode: SyncMode,
    /// Only these entities; all of them when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entities: Vec<String>,
}

/// The body of the withdrawn `POST /api/integrations/sync`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WithdrawnSync {
    /// The kind; nobody has published the allowed values. This program sends `incremental` or `full`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Unused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<String>,
    /// Entities.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scopes: Option<Vec<String>>,
}

/// The state of a connection's syncing (advertised: `sync_status`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SyncStatus {
    /// Its connection.
    #[serde(deserialize_with = "lenient::text")]
    pub connection_id: Option<String>,
    /// State of the newest sync; see [`SyncState`].
    #[serde(deserialize_with = "lenient::text")]
    pub status: Option<String>,
    /// End of the last sync that succeeded.
    #[serde(deserialize_with = "lenient::text")]
    pub last_successful_sync_at: Option<String>,
    /// When the next one is due.
    #[serde(deserialize_with = "lenient::text")]
    pub next_sync_at: Option<String>,
    /// Why the newest one failed.
    pub error: Option<SyncError>,
    /// The newest one.
    pub current: Option<Sync>,
    /// What else the platform sends.
    #[serde(flatten)]
    pub extra: Extra,
}
