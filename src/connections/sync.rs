//! Follows a sync to its end, through whichever source the server tells of it. Shows nothing.

use std::pin::pin;
use std::time::Duration;

use serde::Serialize;

use crate::api::connections::Integration;
use crate::api::operation::Operation;
use crate::api::sync::{Sync, SyncState};
use crate::client::call::SyncView;
use crate::client::{self, Client};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::shell::operand;
use crate::shutdown::Shutdown;

/// The first wait between two looks; a change brings it back.
const FIRST: Duration = Duration::from_millis(500);
/// What the wait may grow to: a twentieth of the time passed so far, within these.
const LONGEST: (Duration, Duration) = (Duration::from_secs(1), Duration::from_secs(10));
/// How long the server may be silent before the watch is given up. Each look has its own retries.
const PATIENCE: Duration = Duration::from_mins(2);
/// How long a sync that was taken without a name may go unseen before the connection's state is believed.
const UNSEEN: Duration = Duration::from_mins(1);

/// Who tells of the sync.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// The sync itself, by its ID.
    SyncGet,
    /// The state of the connection's syncing.
    SyncStatus,
    /// The connection as its own token sees it: a word, and since when it is true.
    Integration,
}

/// What is followed.
pub struct Follow<'a> {
    /// Whom to ask.
    pub client: &'a Client,
    /// The connection's ID.
    pub connection: &'a str,
    /// The sync; the newest one if nobody knows its ID.
    pub sync: Option<String>,
    /// For a sync that was taken without a name: when the connection's state was last entered before. What is older is
    /// not the sync's.
    pub before: Option<String>,
    /// How long to follow it; to its end if not set.
    pub limit: Option<Duration>,
    /// Ends the watch early.
    pub shutdown: Shutdown,
}

/// What is seen on the way.
pub enum Event<'a> {
    /// Something changed.
    Seen(&'a Sync),
    /// The server could not be asked this time.
    Silent(&'a client::Error),
}

/// Why following ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The sync did.
    Over,
    /// The time was up.
    TimeUp,
    /// Somebody said so. The sync goes on.
    Stopped(Exit),
    /// No sync has run for this connection.
    Nothing,
}

/// What following led to.
#[derive(Debug)]
pub struct Followed {
    /// Why it ended.
    pub ending: Ending,
    /// What was seen last.
    pub sync: Sync,
    /// Who told of it.
    pub source: Source,
    /// How long it was followed.
    pub time: Duration,
}

impl Follow<'_> {
    /// Follows it, and tells `on` of everything that changes.
    ///
    /// # Errors
    /// When the server is silent for two minutes, or says no; and whatever `on` fails with. The sync goes on.
    pub async fn run(mut self, mut on: impl FnMut(Event<'_>) -> Result<(), Failure>) -> Result<Followed, Failure> {
        let clock = self.client.clock().clone();
        let begin = clock.moment();
        let shutdown = self.shutdown.clone();
        let mut stopped = pin!(shutdown.cancelled());
        let mut seen =
            Followed { ending: Ending::Over, sync: Sync::default(), source: Source::SyncStatus, time: FIRST };
        let mut is_first = true;
        let mut silent = None;
        let mut pause = FIRST;
        let ending = loop {
            let left = self.limit.map(|limit| limit.saturating_sub(clock.since(begin)));
            let looked = tokio::select! {
                biased;
                exit = &mut stopped => break Ending::Stopped(exit),
                looked = within(left, self.look(clock.since(begin))) => looked,
            };
            pause = pause.saturating_mul(3) / 2;
            match looked {
                None => break Ending::TimeUp,
                Some(Ok(None)) => break Ending::Nothing,
                Some(Ok(Some((sync, source)))) => {
                    silent = None;
                    seen.source = source;
                    if is_first || seen.sync != sync {
                        on(Event::Seen(&sync))?;
                        (is_first, pause) = (false, FIRST);
                        self.sync = sync.id.clone().or(self.sync);
                        seen.sync = sync;
                    }
                    if seen.sync.state().is_over() {
                        break Ending::Over;
                    }
                }
                Some(Err(error)) => {
                    let since = *silent.get_or_insert(clock.moment());
                    if !error.is_passing() || clock.since(since) >= PATIENCE {
                        let again = format!("the sync may go on: `makini sync watch {}`", operand(self.connection));
                        return Err(Failure::from(error).during("could not go on watching the sync").hint(again));
                    }
                    on(Event::Silent(&error))?;
                }
            }
            let passed = clock.since(begin);
            pause = pause.min((passed / 20).clamp(LONGEST.0, LONGEST.1));
            if let Some(limit) = self.limit {
                let left = limit.saturating_sub(passed);
                if left.is_zero() {
                    break Ending::TimeUp;
                }
                pause = pause.min(left);
            }
            tokio::select! {
                biased;
                exit = &mut stopped => break Ending::Stopped(exit),
                () = clock.sleep(pause) => {}
            }
        };
        Ok(Followed { ending, time: clock.since(begin), ..seen })
    }

    /// Looks once. Nothing means that no sync has run yet.
    async fn look(&self, passed: Duration) -> Result<Option<(Sync, Source)>, client::Error> {
        let id = self.connection;
        if let Some(sync) = &self.sync
            && self.client.operation(Operation::SyncGet).await?.is_some()
        {
            return Ok(Some((self.client.sync(id, sync).await?, Source::SyncGet)));
        }
        match self.client.sync_status(id).await? {
            SyncView::Advertised(status) => {
                let told = Sync { status: status.status, error: status.error, ..Sync::default() };
                let known = status.current.unwrap_or(told);
                let is_nothing = known.id.is_none() && known.state() == SyncState::Queued && self.before.is_none();
                Ok((!is_nothing).then_some((known, Source::SyncStatus)))
            }
            SyncView::Integration(integration) => {
                let sync = self.told(*integration, passed);
                Ok(sync.map(|sync| (sync, Source::Integration)))
            }
        }
    }

    /// Makes what there is to know out of a word and a time.
    fn told(&self, integration: Integration, passed: Duration) -> Option<Sync> {
        let Integration { sync_status, sync_updated_at, .. } = integration;
        let status = sync_status.filter(|word| !word.trim().is_empty());
        if status.is_none() && self.before.is_none() {
            return None;
        }
        let is_old = self.before.is_some() && self.before == sync_updated_at && passed < UNSEEN;
        let mut sync = Sync { connection_id: Some(self.connection.into()), ..Sync::default() };
        sync.status = if is_old { Some(SyncState::Queued.as_str().into()) } else { status };
        match sync.state() {
            state if state.is_over() => sync.finished_at = sync_updated_at,
            SyncState::Running => sync.started_at = sync_updated_at,
            _ => {}
        }
        Some(sync)
    }
}

/// Does it within the time there is, and at least a second; nothing if that was not enough.
async fn within<T>(left: Option<Duration>, work: impl Future<Output = T>) -> Option<T> {
    match left {
        Some(left) => tokio::time::timeout(left.max(Duration::from_secs(1)), work).await.ok(),
        None => Some(work.await),
    }
}

/// Returns the sync that is running, or the newest one if none is; nothing where the server names none.
///
/// # Errors
/// When the call fails.
pub async fn newest(client: &Client, connection: &str) -> Result<Option<Sync>, client::Error> {
    match client.sync_status(connection).await? {
        SyncView::Advertised(status) => Ok(status.current),
        SyncView::Integration(_) => Ok(None),
    }
}
