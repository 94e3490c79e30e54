//! Following a sync to its end, by polling the best source that the server offers.

use std::pin::pin;
use std::time::Duration;

use serde::Serialize;

use crate::api::connections::Integration;
use crate::api::lenient;
use crate::api::operation::Operation;
use crate::api::sync::{Sync, SyncState};
use crate::client::call::SyncView;
use crate::client::{self, Client};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::shell::operand;
use crate::shutdown::Shutdown;

/// The first poll interval; a change resets to it.
const FIRST: Duration = Duration::from_millis(500);
/// Limits of the poll interval, which grows to a twentieth of the time passed.
const LONGEST: (Duration, Duration) = (Duration::from_secs(1), Duration::from_secs(10));
/// How long polls may fail before the watch ends. Each poll has its own retries.
const PATIENCE: Duration = Duration::from_mins(2);
/// How long the state of a sync that was started without an ID is ignored while it is unchanged.
pub const UNSEEN: Duration = Duration::from_mins(1);

/// Where the state of a sync is read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// The sync itself, by its ID.
    SyncGet,
    /// The state of the connection's syncing.
    SyncStatus,
    /// The connection as its own token reads it: a state, and when it was entered.
    Integration,
}

/// A sync to follow.
pub struct Follow<'a> {
    /// The client.
    pub client: &'a Client,
    /// The connection's ID.
    pub connection: &'a str,
    /// The sync's ID; the newest sync without one.
    pub sync: Option<String>,
    /// For a sync without an ID: the state of the connection before it. Only the connection's own token reads it then.
    pub before: Option<Before>,
    /// How long to follow it; to its end if not set.
    pub limit: Option<Duration>,
    /// Ends the watch early.
    pub shutdown: Shutdown,
}

/// The state of a connection before the sync that is followed: what is not newer is not the sync's.
pub struct Before {
    /// When the state was entered; nothing where no sync has run.
    pub entered: Option<String>,
    /// How long an unchanged state is ignored; as long as it is unchanged if not set.
    pub ignored: Option<Duration>,
}

impl Before {
    /// Returns whether a state that was entered at this time is still the one from before.
    pub fn is_still(&self, entered: Option<&str>, passed: Duration) -> bool {
        // What is no time shows nothing.
        let time = |text: &str| lenient::timestamp(text);
        let is_same = match (self.entered.as_deref().and_then(time), entered.and_then(time)) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(before), Some(now)) => now <= before,
        };
        is_same && self.ignored.is_none_or(|limit| passed < limit)
    }
}

/// What a poll returned.
pub enum Event<'a> {
    /// Something changed.
    Seen(&'a Sync),
    /// The poll failed.
    Silent(&'a client::Error),
}

/// Why following ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The sync ended.
    Over,
    /// The time limit was reached.
    TimeUp,
    /// The command was shut down. The sync goes on.
    Stopped(Exit),
    /// No sync has run for this connection.
    Nothing,
}

/// The result of following a sync.
#[derive(Debug)]
pub struct Followed {
    /// Why it ended.
    pub ending: Ending,
    /// The last state.
    pub sync: Sync,
    /// Where it was read from.
    pub source: Source,
    /// How long it was followed.
    pub time: Duration,
}

impl Follow<'_> {
    /// Follows it; `on` receives every change.
    ///
    /// # Errors
    /// When polls fail for two minutes, or with an error that retrying cannot help; and the errors of `on`. The sync goes on.
    pub async fn run(mut self, mut on: impl FnMut(Event<'_>) -> Result<(), Failure>) -> Result<Followed, Failure> {
        let clock = self.client.clock().clone();
        let begin = clock.moment();
        let shutdown = self.shutdown.clone();
        let mut stopped = pin!(shutdown.cancelled());
        let mut seen =
            Followed { ending: Ending::Over, sync: Sync::default(), source: Source::SyncStatus, time: FIRST };
        let mut is_first = true;
        let mut silent = None;
        let mut newest = None;
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
                        let failure = Failure::from(error).during("could not go on watching the sync");
                        return Err(failure.hint(self.again()));
                    }
                    on(Event::Silent(&error))?;
                    newest = Some(error);
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
        if ending == Ending::TimeUp && is_first {
            // That it still runs would be a guess.
            let failure = match newest {
                Some(error) => Failure::from(error),
                None => Failure::new(Exit::Unavailable, "the server did not answer in the time to watch"),
            };
            return Err(failure.during("could not read the state of the sync").hint(self.again()));
        }
        Ok(Followed { ending, time: clock.since(begin), ..seen })
    }

    /// Returns a hint on how to go on.
    fn again(&self) -> String {
        format!("the sync may go on: `makini sync watch {}`", operand(self.connection))
    }

    /// Polls once. Nothing means that no sync has run yet.
    async fn look(&self, passed: Duration) -> Result<Option<(Sync, Source)>, client::Error> {
        let id = self.connection;
        if let Some(sync) = &self.sync
            && self.client.operation(Operation::SyncGet).await?.is_some()
        {
            return Ok(Some((self.client.sync(id, sync).await?, Source::SyncGet)));
        }
        // A sync that was not started by `sync_start` shows in the connection's own state alone.
        if let Some(before) = &self.before {
            let integration = self.client.sync_integration(id).await?;
            let is_old = before.is_still(integration.sync_updated_at.as_deref(), passed);
            let awaited = || Sync { connection_id: Some(id.into()), status: Some(AWAITED.into()), ..Sync::default() };
            let sync = if is_old { None } else { of_integration(id, integration) };
            return Ok(Some((sync.unwrap_or_else(awaited), Source::Integration)));
        }
        match self.client.sync_status(id).await? {
            SyncView::Advertised(status) => {
                let told = Sync { status: status.status, error: status.error, ..Sync::default() };
                let known = status.current.unwrap_or(told);
                let is_nothing = known.id.is_none() && known.state() == SyncState::Queued;
                Ok((!is_nothing).then_some((known, Source::SyncStatus)))
            }
            SyncView::Integration(integration) => {
                Ok(of_integration(id, *integration).map(|sync| (sync, Source::Integration)))
            }
        }
    }
}

/// The status of a sync that has not begun: no word of the server, which knows of none.
pub const AWAITED: &str = "waiting";

/// Builds the latest sync of a connection from its state and the time it was entered; nothing where none has run.
pub fn of_integration(connection: &str, integration: Integration) -> Option<Sync> {
    let Integration { sync_status, sync_updated_at, .. } = integration;
    let status = sync_status.filter(|word| !word.trim().is_empty())?;
    let mut sync = Sync { connection_id: Some(connection.into()), status: Some(status), ..Sync::default() };
    match sync.state() {
        state if state.is_over() => sync.finished_at = sync_updated_at,
        SyncState::Running => sync.started_at = sync_updated_at,
        _ => {}
    }
    Some(sync)
}

/// Runs work within the time left, and at least a second; returns nothing on timeout.
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
