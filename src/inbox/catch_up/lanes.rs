//! What is sent again, in lanes: a connection has one delivery on its way at a time.

use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::broadcast::Receiver as Events;
use tokio::time::Instant;

use super::SentDelivery;
use crate::inbox::{Inbox, ReceiverEvent};

/// Maximum number of deliveries on their way.
const AT_ONCE: usize = 16;
/// How many deliveries in a row do not come before the rest is given up.
const IN_VAIN: usize = 16;
/// How long a delivery may be on its way.
pub(super) const TIME: Duration = Duration::from_secs(10);
/// How long nothing may come before the rest is given up.
const SILENCE: Duration = Duration::from_secs(30);
/// How often the inbox is read without an event of this receiver: another one may have received it.
const LOOK: Duration = Duration::from_millis(250);

pub(super) struct Lanes {
    waiting: HashMap<Option<String>, VecDeque<SentDelivery>>,
    /// Connections whose next delivery may be sent, in the order of their first.
    free: VecDeque<Option<String>>,
    on_the_way: Vec<(SentDelivery, Instant)>,
    /// Those that are not waited for any more. They may come yet.
    given_up: Vec<SentDelivery>,
    came: HashSet<String>,
    /// Those in a row that did not come, and since when.
    in_vain: usize,
    silent_since: Instant,
    events: Events<Arc<ReceiverEvent>>,
}

impl Lanes {
    pub(super) fn new(missing: Vec<SentDelivery>, inbox: &Inbox) -> Self {
        let mut waiting: HashMap<_, VecDeque<_>> = HashMap::new();
        let mut free = VecDeque::new();
        for delivery in missing {
            let lane = waiting.entry(delivery.connection.clone()).or_default();
            if lane.is_empty() {
                free.push_back(delivery.connection.clone());
            }
            lane.push_back(delivery);
        }
        let events = inbox.subscribe();
        Self {
            waiting,
            free,
            on_the_way: Vec::new(),
            given_up: Vec::new(),
            came: HashSet::new(),
            in_vain: 0,
            silent_since: Instant::now(),
            events,
        }
    }

    /// Takes the next delivery that may be sent.
    pub(super) fn next(&mut self) -> Option<SentDelivery> {
        while self.on_the_way.len() < AT_ONCE {
            let lane = self.free.pop_front()?;
            if let Some(delivery) = self.waiting.get_mut(&lane).and_then(VecDeque::pop_front) {
                return Some(delivery);
            }
        }
        None
    }

    /// Counts a delivery as on its way. Of one that names no event it cannot be seen whether it comes.
    pub(super) fn sent(&mut self, delivery: SentDelivery) {
        if delivery.event_id.is_none() {
            self.free.push_back(delivery.connection);
        } else {
            self.on_the_way.push((delivery, Instant::now()));
        }
    }

    /// Takes back a delivery that is not on its way. Its lane goes on.
    pub(super) fn give_back(&mut self, delivery: SentDelivery) {
        self.in_vain += 1;
        self.free.push_back(delivery.connection.clone());
        self.given_up.push(delivery);
    }

    /// Gives up those that are on their way for too long. Returns whether there were any.
    pub(super) fn give_up(&mut self) -> bool {
        let late: Vec<_> = self.on_the_way.extract_if(.., |(_, since)| since.elapsed() >= TIME).collect();
        let any = !late.is_empty();
        for (delivery, _) in late {
            self.give_back(delivery);
        }
        any
    }

    /// Returns the IDs of the events that are on their way.
    pub(super) fn on_the_way(&self) -> Vec<String> {
        self.on_the_way.iter().filter_map(|(delivery, _)| delivery.event_id.clone()).collect()
    }

    /// Returns the IDs of all events that have not been seen.
    pub(super) fn wanted(&self) -> Vec<String> {
        let others = self.waiting.values().flatten().chain(&self.given_up);
        others.filter_map(|delivery| delivery.event_id.clone()).chain(self.on_the_way()).collect()
    }

    /// Counts those as come whose events are in the inbox.
    pub(super) fn see(&mut self, known: &HashSet<String>) {
        let is_here = |delivery: &SentDelivery| delivery.event_id.as_ref().is_some_and(|id| known.contains(id));
        let others = self.waiting.values().flatten().chain(&self.given_up);
        self.came.extend(others.filter(|delivery| is_here(delivery)).map(|delivery| delivery.id.clone()));
        for (delivery, _) in self.on_the_way.extract_if(.., |(delivery, _)| is_here(delivery)) {
            self.free.push_back(delivery.connection);
            self.came.insert(delivery.id);
            self.in_vain = 0;
            self.silent_since = Instant::now();
        }
    }

    /// Waits until something may have changed.
    pub(super) async fn wait(&mut self) {
        // Also where events were left out, or there are no more.
        tokio::time::timeout(LOOK, self.events.recv()).await.ok();
    }

    pub(super) fn is_done(&self) -> bool {
        self.on_the_way.is_empty() && self.free.is_empty()
    }

    /// Returns whether nothing comes: what is sent again goes elsewhere, or cannot reach this receiver.
    pub(super) fn is_in_vain(&self) -> bool {
        self.in_vain >= IN_VAIN || (self.in_vain > 0 && self.silent_since.elapsed() >= SILENCE)
    }

    /// Returns the deliveries whose events have come.
    pub(super) fn came(&self) -> &HashSet<String> {
        &self.came
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Clock;
    use crate::inbox::store::{InboxOptions, MAX_BYTES};

    fn delivery(id: &str, event: Option<&str>, connection: &str) -> SentDelivery {
        let connection = Some(connection.to_owned()).filter(|connection| !connection.is_empty());
        SentDelivery { id: id.into(), event_id: event.map(str::to_owned), connection, failed: true }
    }

    fn next(lanes: &mut Lanes) -> Option<String> {
        let delivery = lanes.next()?;
        let id = delivery.id.clone();
        lanes.sent(delivery);
        Some(id)
    }

    #[tokio::test]
    async fn a_connection_has_one_delivery_on_its_way_and_keeps_its_order() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let options = InboxOptions { place: folder.path().join("inbox.db").into(), max_bytes: MAX_BYTES };
        let inbox = Inbox::open(options, &Clock::system()).expect("opened");
        let missing = vec![
            delivery("d1", Some("e1"), "a"),
            delivery("d2", Some("e2"), "a"),
            delivery("d3", Some("e3"), "b"),
            delivery("d4", None, ""),
            delivery("d5", Some("e5"), ""),
            delivery("d6", Some("e6"), "a"),
        ];
        let mut lanes = Lanes::new(missing, &inbox);
        // One that names no event is not waited for.
        let sent: Vec<String> = std::iter::from_fn(|| next(&mut lanes)).collect();
        assert_eq!(sent, ["d1", "d3", "d4", "d5"]);
        assert_eq!(lanes.on_the_way(), ["e1", "e3", "e5"]);
        lanes.see(&HashSet::from(["e3".to_owned(), "e9".to_owned()]));
        assert_eq!(next(&mut lanes), None, "the other connections wait");
        lanes.see(&HashSet::from(["e1".to_owned()]));
        let refused = lanes.next().expect("the next of its connection");
        assert_eq!(refused.id, "d2");
        lanes.give_back(refused);
        assert_eq!(next(&mut lanes).as_deref(), Some("d6"), "it goes on");
        assert!(!lanes.is_done() && !lanes.give_up() && !lanes.is_in_vain());
        let mut wanted = lanes.wanted();
        wanted.sort();
        assert_eq!(wanted, ["e2", "e5", "e6"]);
        // What was given up may come all the same.
        lanes.see(&["e2", "e5", "e6"].map(str::to_owned).into());
        assert!(next(&mut lanes).is_none() && lanes.is_done());
        assert_eq!(lanes.came().len(), 5);
        inbox.close().await;
    }

    #[tokio::test]
    async fn refusals_without_end_are_in_vain() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let options = InboxOptions { place: folder.path().join("inbox.db").into(), max_bytes: MAX_BYTES };
        let inbox = Inbox::open(options, &Clock::system()).expect("opened");
        let missing = (0..40).map(|n| delivery(&format!("d{n}"), Some(&format!("e{n}")), "a")).collect();
        let mut lanes = Lanes::new(missing, &inbox);
        let mut refused = 0;
        while let Some(delivery) = lanes.next().filter(|_| !lanes.is_in_vain()) {
            lanes.give_back(delivery);
            refused += 1;
        }
        assert_eq!(refused, IN_VAIN);
        inbox.close().await;
    }
}
