//! Finds gaps: compares, at an interval, the syncs that the platform reports as finished with the sync events received.

use std::collections::HashSet;
use std::convert::Infallible;
use std::future::Future;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use super::gap::{FinishedSync, Gap, gaps};
use super::query::{CLOCKS_DIFFER, Store};
use super::{Error, Inbox, ReceiverEvent};
use crate::blocking;

/// How far back a round reads: for so long the platform retries the delivery of an event.
pub const LOOK_BACK: SignedDuration = SignedDuration::from_hours(24);

/// Where the finished syncs are read from.
pub trait SyncSource {
    /// Returns the syncs that ended since then, and why some connections could not be read.
    ///
    /// # Errors
    /// Why nothing could be read, for people.
    fn finished_since(
        &self,
        since: Timestamp,
    ) -> impl Future<Output = Result<(Vec<FinishedSync>, Option<String>), String>> + Send;
}

/// A comparison that is repeated.
pub struct Poll<S> {
    /// Where finished syncs are read from.
    pub source: S,
    /// Where sync events are received, and gaps are stored.
    pub inbox: Inbox,
    /// The time between the end of one round and the next.
    pub every: Duration,
}

impl<S> std::fmt::Debug for Poll<S> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Poll").field("inbox", &self.inbox).field("every", &self.every).finish_non_exhaustive()
    }
}

/// The result of the rounds so far.
#[derive(Default)]
struct Rounds {
    count: u64,
    /// When the newest event was received before the first round: since then there may have been no receiver.
    newest: Option<Timestamp>,
    /// Gaps of the last round. An event may still be on its way, so only what two rounds in a row find is a gap.
    unannounced: HashSet<Gap>,
}

impl<S: SyncSource> Poll<S> {
    /// Repeats the comparison until it is dropped.
    pub async fn run(self) -> Infallible {
        let clock = self.inbox.clock().clone();
        let mut rounds = Rounds::default();
        let mut reported = None;
        loop {
            let problem = self.round(&mut rounds).await.unwrap_or_else(Some);
            // The same problem is reported once, not in every round.
            if problem != reported
                && let Some(why) = &problem
            {
                let message = format!("could not ask how syncs stand: {why}; it is asked again");
                self.inbox.publish(ReceiverEvent::Trouble { message });
            }
            reported = problem;
            clock.sleep(self.every).await;
        }
    }

    /// Compares once. Returns why some connections could not be read; the error is why nothing could.
    async fn round(&self, rounds: &mut Rounds) -> Result<Option<String>, String> {
        if rounds.count == 0 {
            rounds.newest = read(&self.inbox, Store::newest_at).await?;
        }
        let mut since = self.inbox.clock().now().checked_sub(LOOK_BACK).unwrap_or(Timestamp::MIN);
        if let (Some(newest), 0..2) = (rounds.newest, rounds.count) {
            since = since.min(newest);
        }
        let (found, problem) = compare(&self.source, &self.inbox, since).await?;
        let found: HashSet<Gap> = found.into_iter().collect();
        let mut again: Vec<&Gap> = found.intersection(&rounds.unannounced).collect();
        again.sort_by(|a, b| a.since.cmp(&b.since).then_with(|| a.connection.cmp(&b.connection)));
        for gap in again {
            // A full disk is reported by the receiver; the next round finds the gap again.
            self.inbox.store_gap(gap.clone()).await.ok();
        }
        rounds.unannounced = found;
        rounds.count += 1;
        Ok(problem)
    }
}

/// Compares the syncs that ended since then with the events received. Returns the gaps, and why some connections could not
/// be read; the error is why nothing could.
pub(super) async fn compare(
    source: &impl SyncSource,
    inbox: &Inbox,
    since: Timestamp,
) -> Result<(Vec<Gap>, Option<String>), String> {
    let (finished, problem) = source.finished_since(since).await?;
    // Events are read after the syncs: an event that arrives between the two is no gap.
    let after = since.checked_sub(CLOCKS_DIFFER).unwrap_or(since);
    let events = read(inbox, move |store| store.sync_events(Some(after))).await?;
    Ok((gaps(&finished, &events, CLOCKS_DIFFER), problem))
}

/// Reads from the inbox. The error is for people.
pub(super) async fn read<T: Send + 'static>(
    inbox: &Inbox,
    query: impl FnOnce(&Store) -> Result<T, Error> + Send + 'static,
) -> Result<T, String> {
    let place = inbox.place().clone();
    let read = blocking::run(move || query(&Store::open_read_only(&place)?)).await;
    read.map_err(|error| crate::failure::Failure::from(error).causes().join(": "))
}
