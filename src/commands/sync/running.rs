//! Which sync of a connection is running.

use crate::api::sync::{Sync, SyncState};
use crate::client::call::SyncView;
use crate::client::{self, Client};

/// Returns the sync that is running, or the newest one if none is; nothing where the server names none.
pub(super) async fn newest(client: &Client, connection: &str) -> Result<Option<Sync>, client::Error> {
    match client.sync_status(connection).await? {
        SyncView::Advertised(status) => Ok(status.current),
        SyncView::Integration(_) => Ok(None),
    }
}

/// Returns whether a sync is not over.
pub(super) fn is_going_on(sync: &Sync) -> bool {
    matches!(sync.state(), SyncState::Running | SyncState::Queued)
}
