//! Reads the state of syncs from the platform, for `--poll` and for catching up.

use std::time::Duration;

use jiff::Timestamp;
use tokio::task::JoinSet;

use crate::api::connections::{Connection, Lifecycle};
use crate::api::lenient::timestamp;
use crate::api::operation::Operation;
use crate::api::sync::{Sync, SyncState, SyncStatus};
use crate::client::call::SyncView;
use crate::client::{self, Client, PageOptions};
use crate::exit::Exit;
use crate::failure::{Classify as _, During as _, Failure};
use crate::inbox::gap::{FinishedSync, announcement};
use crate::inbox::poll::SyncSource;
use crate::measure::{TimeError, parse_duration};

/// Maximum number of connections read at the same time.
const AT_ONCE: usize = 8;
/// The newest syncs of one connection are read.
const NEWEST: PageOptions = PageOptions { per_page: Some(50), first: None, limit: Some(50) };

/// Parses the time between two rounds, at least 1 s.
pub(super) fn interval(text: &str) -> Result<Duration, String> {
    let time = parse_duration(text).map_err(|error: TimeError| error.to_string())?;
    if time < Duration::from_secs(1) { Err("at least `1s`: each look asks the platform".into()) } else { Ok(time) }
}

/// Checks that the login may read connections. A platform that cannot be reached now may be reached in a later round.
pub(super) async fn may_ask<'a>(client: &'a Client, flag: &str) -> Result<&'a Client, Failure> {
    let one = PageOptions { per_page: Some(1), first: None, limit: Some(1) };
    match client.connection_pages(one).next().await {
        Err(error) if matches!(error.exit(), Exit::Auth | Exit::Forbidden) => {
            Err(Failure::from(error).during(format!("could not ask how syncs stand, as `{flag}` needs")))
        }
        _ => Ok(client),
    }
}

/// The syncs that the platform reports as finished.
pub(super) struct PlatformSyncs(pub(super) Client);

impl SyncSource for PlatformSyncs {
    async fn finished_since(&self, since: Timestamp) -> Result<(Vec<FinishedSync>, Option<String>), String> {
        let connections = self.0.connections().await.during(|| "could not list connections".into());
        let connections = connections.map_err(|failure| failure.causes().join(": "))?;
        Ok(ask(&self.0, &connections, since).await)
    }
}

/// Reads the syncs of all connections. Returns those that are finished, and why some connections could not be read.
async fn ask(client: &Client, connections: &[Connection], since: Timestamp) -> (Vec<FinishedSync>, Option<String>) {
    let lives = |connection: &&Connection| {
        !connection.id().is_empty() && !matches!(connection.lifecycle(), Lifecycle::Disconnected | Lifecycle::Pending)
    };
    let mut waiting = connections.iter().filter(lives).map(|connection| connection.id().to_owned());
    let mut running = JoinSet::new();
    let (mut polled, mut failed, mut first) = (Vec::new(), 0_u64, None);
    loop {
        while running.len() < AT_ONCE
            && let Some(id) = waiting.next()
        {
            let client = client.clone();
            running.spawn(async move { over(&client, &id, since).await });
        }
        match running.join_next().await {
            Some(Ok(Ok(mut over))) => polled.append(&mut over),
            Some(Ok(Err(error))) => {
                failed += 1;
                first.get_or_insert_with(|| error.to_string());
            }
            // A panic goes on here: its text never becomes a message.
            Some(Err(error)) => {
                if let Ok(panic) = error.try_into_panic() {
                    std::panic::resume_unwind(panic);
                }
            }
            None => break,
        }
    }
    (polled, first.map(|why| if failed > 1 { format!("{failed} connections failed, one with: {why}") } else { why }))
}

/// Returns the syncs of a connection that ended since then: all of them where the server lists them, else the newest.
async fn over(client: &Client, connection: &str, since: Timestamp) -> Result<Vec<FinishedSync>, client::Error> {
    let mut polled: Vec<FinishedSync> = if client.operation(Operation::SyncList).await?.is_some() {
        let syncs = client.sync_pages(connection, NEWEST).await?.all().await?;
        syncs.iter().filter_map(|sync| of_sync(connection, sync)).collect()
    } else {
        match client.sync_status(connection).await? {
            SyncView::Advertised(status) => of_status(connection, &status).into_iter().collect(),
            SyncView::Integration(now) => {
                let state = now.sync_status.as_deref().map_or(SyncState::Unknown, SyncState::parse);
                of_state(connection, state, now.sync_updated_at.as_deref()).into_iter().collect()
            }
        }
    };
    polled.retain(|polled| polled.since >= since);
    Ok(polled)
}

fn of_sync(connection: &str, sync: &Sync) -> Option<FinishedSync> {
    let polled = of_state(connection, sync.state(), sync.finished_at.as_deref())?;
    Some(FinishedSync { sync: sync.id.clone().filter(|id| !id.is_empty()), ..polled })
}

fn of_status(connection: &str, status: &SyncStatus) -> Option<FinishedSync> {
    if let Some(current) = &status.current {
        return of_sync(connection, current);
    }
    let state = status.status.as_deref().map_or(SyncState::Unknown, SyncState::parse);
    let at = match state {
        SyncState::Failed => status.error.as_ref().and_then(|error| error.at.as_deref()),
        _ => status.last_successful_sync_at.as_deref(),
    };
    of_state(connection, state, at)
}

fn of_state(connection: &str, state: SyncState, at: Option<&str>) -> Option<FinishedSync> {
    announcement(state)?;
    Some(FinishedSync { connection: connection.to_owned(), sync: None, state, since: at.and_then(timestamp)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn not_too_often() {
        assert_eq!(interval("60s"), Ok(Duration::from_mins(1)));
        assert_eq!(interval("1s"), Ok(Duration::from_secs(1)));
        for text in ["0s", "900ms", "60", "often", ""] {
            assert!(interval(text).is_err(), "{text}");
        }
    }

    #[test]
    fn each_door_tells_of_a_sync_that_is_over() {
        let ended = "2026-03-01T12:00:00Z";
        let sync = |status: &str, finished: Option<&str>| Sync {
            id: Some("syn_1".into()),
            status: Some(status.into()),
            finished_at: finished.map(Into::into),
            ..Sync::default()
        };
        let polled = of_sync("c1", &sync("done", Some(ended))).expect("it is over");
        assert_eq!((polled.sync.as_deref(), polled.state), (Some("syn_1"), SyncState::Completed));
        for (status, finished) in [("running", None), ("cancelled", Some(ended)), ("failed", None), ("done", Some("x"))]
        {
            assert_eq!(of_sync("c1", &sync(status, finished)), None, "{status}");
        }
        let status = SyncStatus {
            status: Some("completed".into()),
            last_successful_sync_at: Some(ended.into()),
            ..SyncStatus::default()
        };
        assert_eq!(of_status("c1", &status).map(|polled| polled.state), Some(SyncState::Completed));
        let failed = SyncStatus { status: Some("failed".into()), ..status };
        assert_eq!(of_status("c1", &failed), None, "when it failed is not told");
    }
}
