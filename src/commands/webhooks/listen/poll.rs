//! Asks how syncs stand, again and again, for what no webhook announced.

use std::collections::HashSet;
use std::convert::Infallible;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use tokio::task::JoinSet;

use super::super::place::aside;
use crate::api::connections::{Connection, Lifecycle};
use crate::api::lenient::timestamp;
use crate::api::operation::Operation;
use crate::api::sync::{Sync, SyncState, SyncStatus};
use crate::client::call::SyncView;
use crate::client::{self, Client, PageOptions};
use crate::exit::Exit;
use crate::failure::{Classify as _, During as _, Failure};
use crate::inbox::gap::{Gap, Polled, announcement, gaps};
use crate::inbox::query::{CLOCKS_DIFFER, Store};
use crate::inbox::{Inbox, Notice};
use crate::measure::{TimeError, parse_duration};

/// Connections that are asked about at one moment.
const AT_ONCE: usize = 8;
/// How far back a look goes: the platform tries to deliver an event for so long.
const LOOK_BACK: SignedDuration = SignedDuration::from_hours(24);
/// Syncs of one connection that are looked at, the newest.
const NEWEST: PageOptions = PageOptions { per_page: Some(50), first: None, limit: Some(50) };

/// Reads how long to wait between two looks.
pub(super) fn interval(text: &str) -> Result<Duration, String> {
    let time = parse_duration(text).map_err(|error: TimeError| error.to_string())?;
    if time < Duration::from_secs(1) { Err("at least `1s`: each look asks the platform".into()) } else { Ok(time) }
}

/// Makes sure that the platform lets this program ask. One that cannot be reached now may be reached at the next look.
pub(super) async fn may_ask(client: &Client) -> Result<&Client, Failure> {
    let one = PageOptions { per_page: Some(1), first: None, limit: Some(1) };
    match client.connection_pages(one).next().await {
        Err(error) if matches!(error.exit(), Exit::Auth | Exit::Forbidden) => {
            Err(Failure::from(error).during("could not ask how syncs stand, as `--poll` needs"))
        }
        _ => Ok(client),
    }
}

/// Who looks.
pub(super) struct Poll {
    pub(super) client: Client,
    pub(super) inbox: Inbox,
    /// Between the end of a look and the next.
    pub(super) every: Duration,
}

/// What the looks so far have shown.
#[derive(Default)]
struct Seen {
    looks: u64,
    /// When the newest event came that was there at the start: since then nobody may have received.
    newest: Option<Timestamp>,
    /// What the last look found unannounced. An event may still be on its way, so only what two looks in a row find
    /// is a gap.
    unannounced: HashSet<Gap>,
}

impl Poll {
    /// Looks for as long as it is waited for.
    pub(super) async fn run(self) -> Infallible {
        let clock = self.inbox.clock().clone();
        let mut seen = Seen::default();
        let mut said = None;
        loop {
            let trouble = self.look(&mut seen).await.unwrap_or_else(|failure| Some(failure.causes().join(": ")));
            // The same trouble is told once, not at every look.
            if trouble != said
                && let Some(why) = &trouble
            {
                let message = format!("could not ask how syncs stand: {why}; it is asked again");
                self.inbox.tell(Notice::Trouble { message });
            }
            said = trouble;
            clock.sleep(self.every).await;
        }
    }

    /// Looks once. Returns why some connections could not be asked.
    async fn look(&self, seen: &mut Seen) -> Result<Option<String>, Failure> {
        let path = self.inbox.path().to_owned();
        if seen.looks == 0 {
            let path = path.clone();
            seen.newest = aside(move || Store::read(&path)?.newest_at()).await?;
        }
        let mut since = self.inbox.clock().now().checked_sub(LOOK_BACK).unwrap_or(Timestamp::MIN);
        if let (Some(newest), 0..2) = (seen.newest, seen.looks) {
            since = since.min(newest);
        }
        let connections = self.client.connections().await.during(|| "could not list connections".into())?;
        let (polled, trouble) = ask(&self.client, &connections, since).await;
        // What came is read after what was asked: an event between the two is no gap.
        let after = since.checked_sub(CLOCKS_DIFFER).unwrap_or(since);
        let signals = aside(move || Store::read(&path)?.signals(Some(after))).await?;
        let found: HashSet<Gap> = gaps(&polled, &signals, CLOCKS_DIFFER).into_iter().collect();
        let mut again: Vec<&Gap> = found.intersection(&seen.unannounced).collect();
        again.sort_by(|a, b| a.since.cmp(&b.since).then_with(|| a.connection.cmp(&b.connection)));
        for gap in again {
            // A disk that is full is told by whoever keeps events; the gap is found again at the next look.
            self.inbox.keep_gap(gap.clone()).await.ok();
        }
        seen.unannounced = found;
        seen.looks += 1;
        Ok(trouble)
    }
}

/// Asks about all connections, some at once. Returns the syncs that are over, and why some could not be asked.
async fn ask(client: &Client, connections: &[Connection], since: Timestamp) -> (Vec<Polled>, Option<String>) {
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
            Some(Err(_)) => {}
            None => break,
        }
    }
    (polled, first.map(|why| if failed > 1 { format!("{failed} connections failed, one with: {why}") } else { why }))
}

/// Returns the syncs of a connection that ended since then: all of them where the server lists them, else the newest.
async fn over(client: &Client, connection: &str, since: Timestamp) -> Result<Vec<Polled>, client::Error> {
    let mut polled: Vec<Polled> = if client.operation(Operation::SyncList).await?.is_some() {
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

fn of_sync(connection: &str, sync: &Sync) -> Option<Polled> {
    let polled = of_state(connection, sync.state(), sync.finished_at.as_deref())?;
    Some(Polled { sync: sync.id.clone().filter(|id| !id.is_empty()), ..polled })
}

fn of_status(connection: &str, status: &SyncStatus) -> Option<Polled> {
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

fn of_state(connection: &str, state: SyncState, at: Option<&str>) -> Option<Polled> {
    announcement(state)?;
    Some(Polled { connection: connection.to_owned(), sync: None, state, since: at.and_then(timestamp)? })
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
