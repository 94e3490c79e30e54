//! Watching the first sync of a connection, by polling.

use std::time::Duration;

use serde::Serialize;

use crate::api::sync::{Sync, SyncError, SyncState};
use crate::client::call::SyncView;
use crate::client::{self, Client};
use crate::exit::Exit;
use crate::shutdown::Interrupt;

/// Poll interval where the server offers `sync_status`.
const STATUS_INTERVAL: Duration = Duration::from_secs(1);

/// Poll interval where only the connection's own token can read the state.
const INTEGRATION_INTERVAL: Duration = Duration::from_secs(3);

/// How the watch ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WatchResult {
    /// The sync completed.
    Completed,
    /// The sync failed.
    Failed,
    /// The sync was cancelled.
    Cancelled,
    /// The time limit was reached; the sync goes on.
    Pending,
    /// The watch was interrupted; the sync goes on.
    Interrupted,
}

/// The first sync, as far as it was watched.
#[derive(Clone, Debug, Serialize)]
pub struct FirstSync {
    /// How the watch ended.
    pub result: WatchResult,
    /// Records read so far; null where the server does not return those of each entity.
    pub records: Option<u64>,
    /// Entities of the sync; null where the server does not return them.
    pub entities: Option<usize>,
    /// Time watched, in milliseconds.
    pub watched_ms: u64,
    /// Why it failed.
    pub error: Option<SyncError>,
}

/// Watches until the sync is over, `limit` has passed, or the watch is interrupted. `on_change` receives the sync
/// wherever the server tells its progress.
///
/// # Errors
/// When the server can no longer be reached. The connection exists all the same.
pub async fn watch(
    client: &Client,
    id: &str,
    limit: Duration,
    interrupt: &mut Interrupt,
    mut on_change: impl FnMut(&Sync),
) -> Result<FirstSync, client::Error> {
    let clock = client.clock().clone();
    let begun = clock.moment();
    let mut watched =
        FirstSync { result: WatchResult::Pending, records: None, entities: None, watched_ms: 0, error: None };
    watched.result = loop {
        let Some(status) = interrupt.unless(client.sync_status(id)).await else { break WatchResult::Interrupted };
        let (state, error, pause) = match status? {
            SyncView::Advertised(status) => {
                // What an earlier answer contained is not how it ended.
                (watched.records, watched.entities) = (None, None);
                if let Some(sync) = &status.current {
                    on_change(sync);
                    watched.records = sync.counts().0;
                    watched.entities = Some(sync.entities.len()).filter(|count| *count > 0);
                }
                let current = status.current.as_ref().map(Sync::state);
                let overall = status.status.as_deref().map_or(SyncState::Queued, SyncState::parse);
                let error = status.current.and_then(|sync| sync.error).or(status.error);
                (current.unwrap_or(overall), error, STATUS_INTERVAL)
            }
            SyncView::Integration(integration) => {
                let state = SyncState::parse(integration.sync_status.as_deref().unwrap_or_default());
                (state, None, INTEGRATION_INTERVAL)
            }
        };
        match state {
            SyncState::Completed => break WatchResult::Completed,
            SyncState::Cancelled => break WatchResult::Cancelled,
            SyncState::Failed => {
                watched.error = error;
                break WatchResult::Failed;
            }
            SyncState::Queued | SyncState::Running | SyncState::Unknown => {}
        }
        if clock.since(begun) >= limit {
            break WatchResult::Pending;
        }
        if interrupt.unless(clock.sleep(pause)).await.is_none() {
            break WatchResult::Interrupted;
        }
    };
    watched.watched_ms = u64::try_from(clock.since(begun).as_millis()).unwrap_or(u64::MAX);
    Ok(watched)
}

impl WatchResult {
    /// Returns the exit code of the process; `interrupted` is the one that the shutdown asked for.
    pub fn exit(self, interrupted: Option<Exit>) -> Exit {
        match self {
            Self::Completed => Exit::Ok,
            Self::Failed | Self::Cancelled => Exit::Unhealthy,
            Self::Pending => Exit::Pending,
            Self::Interrupted => interrupted.unwrap_or(Exit::Interrupted),
        }
    }
}
