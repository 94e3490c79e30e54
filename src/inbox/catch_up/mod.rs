//! Catches up: finds what the platform sent while nobody received, and has it sent again.
//!
//! The platform lists deliveries; those whose event is not in the inbox by its ID are missing. They are sent again in the
//! order in which they were made, one at a time for each connection, so that its order stays. Where the platform does not
//! list deliveries, finished syncs are compared with the events of syncs that were received: nothing else can be known then.

mod lanes;

use std::collections::HashSet;
use std::future::Future;

use jiff::Timestamp;

use super::caught_up::{Basis, CaughtUp};
use super::poll::{self, SyncSource};
use super::query::Store;
use super::{Inbox, ReceiverEvent};
use lanes::{Lanes, TIME};

/// A delivery of an event, as the platform lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentDelivery {
    /// Its ID.
    pub id: String,
    /// The event, where the platform names it.
    pub event_id: Option<String>,
    /// The connection that the event is about, if it is about one.
    pub connection: Option<String>,
    /// Whether the platform counts it as failed for good.
    pub failed: bool,
}

/// Where deliveries are listed and sent again.
pub trait DeliverySource: SyncSource + Sync {
    /// Returns the deliveries made since then, the oldest first; nothing where the platform does not list them.
    ///
    /// # Errors
    /// Why they could not be read, for people.
    fn sent_since(&self, since: Timestamp) -> impl Future<Output = Result<Option<Vec<SentDelivery>>, String>> + Send;

    /// Returns whether deliveries can be sent again.
    ///
    /// # Errors
    /// Why that could not be asked, for people.
    fn sends_again(&self) -> impl Future<Output = Result<bool, String>> + Send;

    /// Has a delivery sent again.
    ///
    /// # Errors
    /// Why it is not, for people.
    fn send_again(&self, id: &str) -> impl Future<Output = Result<(), String>> + Send;
}

/// The work to be done once, while the receiver runs.
#[derive(Debug)]
pub struct CatchUp<S> {
    /// The platform.
    pub source: S,
    /// Where events are received.
    pub inbox: Inbox,
    /// From when on.
    pub since: Timestamp,
}

impl<S: DeliverySource> CatchUp<S> {
    /// Does it, and publishes what came of it.
    pub async fn run(self) {
        let done = self.catch_up().await;
        self.inbox.publish(ReceiverEvent::CaughtUp(done));
    }

    async fn catch_up(&self) -> CaughtUp {
        let nothing = CaughtUp::since(self.since);
        let asked = match self.source.sent_since(self.since).await {
            Ok(Some(sent)) => self.deliveries(sent, nothing.clone()).await,
            Ok(None) => self.syncs(nothing.clone()).await,
            Err(why) => Err(why),
        };
        asked.unwrap_or_else(|why| CaughtUp { problem: Some(why), ..nothing })
    }

    /// Compares finished syncs with the events received.
    async fn syncs(&self, nothing: CaughtUp) -> Result<CaughtUp, String> {
        let (mut gaps, problem) = poll::compare(&self.source, &self.inbox, self.since).await?;
        gaps.sort_by(|a, b| a.since.cmp(&b.since).then_with(|| a.connection.cmp(&b.connection)));
        let missing = gaps.len() as u64;
        for gap in gaps {
            self.inbox.store_gap(gap).await.map_err(|error| error.to_string())?;
        }
        let unknown = "the server lists no deliveries, so only the ends of syncs are known: other events that were sent \
            meanwhile are not, and nothing is sent again";
        let problem = problem.map_or_else(|| unknown.to_owned(), |problem| format!("{unknown}; {problem}"));
        Ok(CaughtUp { basis: Some(Basis::Syncs), missing: Some(missing), problem: Some(problem), ..nothing })
    }

    /// Has what is missing sent again, and waits for it.
    async fn deliveries(&self, sent: Vec<SentDelivery>, nothing: CaughtUp) -> Result<CaughtUp, String> {
        let ids: Vec<String> = sent.iter().filter_map(|delivery| delivery.event_id.clone()).collect();
        let mut known = self.known(ids).await?;
        // One delivery of an event is enough; one that names no event can only be judged by its status.
        let missing: Vec<SentDelivery> = sent
            .into_iter()
            .filter(|delivery| match &delivery.event_id {
                Some(event) => known.insert(event.clone()),
                None => delivery.failed,
            })
            .collect();
        if missing.is_empty() {
            return Ok(CaughtUp { basis: Some(Basis::Deliveries), missing: Some(0), ..nothing });
        }
        let mut problem = None;
        let order: Vec<String> = missing.iter().map(|delivery| delivery.id.clone()).collect();
        let mut lanes = Lanes::new(missing, &self.inbox);
        if self.source.sends_again().await? {
            problem = self.send_again(&mut lanes).await?;
        } else {
            problem.replace("the server sends nothing again on request".to_owned());
        }
        lanes.see(&self.known(lanes.wanted()).await?);
        let came = lanes.came();
        let deliveries: Vec<String> = order.into_iter().filter(|id| !came.contains(id)).collect();
        Ok(CaughtUp {
            basis: Some(Basis::Deliveries),
            caught_up: came.len() as u64,
            missing: Some(deliveries.len() as u64),
            problem: problem.filter(|_| !deliveries.is_empty()),
            deliveries,
            ..nothing
        })
    }

    /// Has deliveries sent again until each has come or was waited for. Returns why some did not.
    async fn send_again(&self, lanes: &mut Lanes) -> Result<Option<String>, String> {
        let mut problem = None;
        while !lanes.is_in_vain() {
            while !lanes.is_in_vain()
                && let Some(delivery) = lanes.next()
            {
                match self.source.send_again(&delivery.id).await {
                    Ok(()) => lanes.sent(delivery),
                    Err(why) => {
                        problem.get_or_insert(format!("{} is not sent again: {why}", delivery.id));
                        lanes.give_back(delivery);
                    }
                }
            }
            if lanes.is_done() {
                break;
            }
            lanes.wait().await;
            let known = self.known(lanes.on_the_way()).await?;
            lanes.see(&known);
            if lanes.give_up() {
                problem.get_or_insert(format!(
                    "some were sent again and did not come within {} s: see why with `makini webhooks deliveries list --status failed`",
                    TIME.as_secs()
                ));
            }
        }
        Ok(problem)
    }

    /// Returns those IDs that events in the inbox have, or had before they were pruned.
    async fn known(&self, ids: Vec<String>) -> Result<HashSet<String>, String> {
        if ids.is_empty() {
            return Ok(HashSet::new());
        }
        poll::read(&self.inbox, move |store: &Store| store.known(&ids)).await
    }
}
