//! Drops the tables that prunes detached, one after another, where nobody waits for it.

use std::time::Duration;

use tokio::time::Instant;
use tokio_postgres::{Client, Error};

use crate::inbox::postgres::Shared;

/// Between two drops, at least: while the server gives room back, its disk is slower for everybody.
const PAUSE: Duration = Duration::from_secs(1);
/// How much longer than the drop the pause is, so that most of the time is the others'.
const SHARE: u32 = 9;

/// Returns whether any wait to be dropped.
pub(super) async fn any(client: &Client) -> Result<bool, Error> {
    client.query_typed_one("SELECT EXISTS (SELECT FROM detached)", &[]).await?.try_get(0)
}

/// Drops them over a connection of its own, since one drop may take long. Ends when none is left, another receiver does it,
/// or it fails; then the next beat of a receiver begins again.
pub(super) async fn drop_all(server: Shared) {
    let Ok(client) = server.connect().await else { return };
    loop {
        let start = Instant::now();
        let dropped = client.query_typed_one("SELECT inbox_drop_detached()", &[]).await;
        if !dropped.and_then(|row| row.try_get(0)).unwrap_or(false) {
            return;
        }
        tokio::time::sleep((start.elapsed() * SHARE).max(PAUSE)).await;
    }
}
