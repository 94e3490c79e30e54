//! What happened since the last frame, summed up. It is bounded however much happens, and the publisher
//! never waits.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;
use tokio::sync::broadcast::Receiver as Events;
use tokio::sync::broadcast::error::RecvError;

use super::refused::{MOST_BYTES, RefusedBuffer, RefusedRequest};
use crate::clock::Clock;
use crate::inbox::ReceiverEvent;

/// Maximum number of refused requests that are kept in memory.
pub(super) const REFUSED: usize = 500;
/// Maximum number of changed events that are listed; above it every event counts as changed.
const NAMED: usize = 64;
/// Maximum number of different messages, and of handlers.
const APART: usize = 100;

/// A receiver that can be used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Ready {
    pub(super) url: String,
    pub(super) inbox: String,
    pub(super) pending: u64,
}

/// A problem, with the number of times it occurred.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct LogEntry {
    /// When it occurred last.
    pub(super) at: Timestamp,
    /// What.
    pub(super) text: String,
    /// How often.
    pub(super) times: u64,
}

/// The receiver's condition, as far as the events show it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Health {
    /// No event shows it.
    #[default]
    AsBefore,
    /// It does its work.
    Well,
    /// It cannot, for this reason.
    Trouble(String),
}

/// Everything that happened since the last frame.
#[derive(Debug, Default)]
pub(super) struct Changes {
    pub(super) ready: Option<Ready>,
    /// New events.
    pub(super) arrivals: u64,
    /// When an event came last, a repeated one too.
    pub(super) last_event_at: Option<Timestamp>,
    /// Requests that were not accepted, the newest ones.
    pub(super) refused: VecDeque<RefusedRequest>,
    /// How many there were.
    pub(super) refusals: u64,
    /// Events that were lost because they came too fast.
    pub(super) missed: u64,
    /// Events that are not as they were; nothing if there are too many to name.
    pub(super) changed: Option<BTreeSet<i64>>,
    /// Problems.
    pub(super) log: Vec<LogEntry>,
    /// Handlers, and what is wrong with them; nothing if they took an event.
    pub(super) handlers: BTreeMap<String, Option<String>>,
    /// How the receiver is.
    pub(super) health: Health,
}

impl Changes {
    fn new() -> Self {
        Self { changed: Some(BTreeSet::new()), ..Self::default() }
    }

    fn change(&mut self, number: i64) {
        if let Some(changed) = &mut self.changed {
            changed.insert(number);
            if changed.len() > NAMED {
                self.changed = None;
            }
        }
    }

    fn log(&mut self, at: Timestamp, text: String) {
        log(&mut self.log, at, text, 1, APART);
    }

    fn refuse(&mut self, refused: RefusedRequest) {
        self.refusals += 1;
        self.refused.push_back(refused);
        bound(&mut self.refused);
    }

    fn handler(&mut self, target: &str, error: Option<String>) {
        if self.handlers.len() < APART || self.handlers.contains_key(target) {
            self.handlers.insert(target.to_owned(), error);
        }
    }
}

/// Adds a message, or counts it if the log has it already.
pub(super) fn log(list: &mut Vec<LogEntry>, at: Timestamp, text: String, times: u64, most: usize) {
    if let Some(known) = list.iter().position(|entry| entry.text == text) {
        let mut entry = list.remove(known);
        entry.at = at;
        entry.times += times;
        list.push(entry);
        return;
    }
    if list.len() >= most {
        list.remove(0);
    }
    list.push(LogEntry { at, text, times });
}

/// Drops the oldest, and the bodies of old ones first.
pub(super) fn bound(refused: &mut VecDeque<RefusedRequest>) {
    while refused.len() > REFUSED {
        refused.pop_front();
    }
    let mut bytes = 0;
    for one in refused.iter_mut().rev() {
        bytes += one.delivery.as_ref().map_or(0, |delivery| delivery.body.len());
        if bytes > MOST_BYTES {
            one.delivery = None;
        }
    }
}

/// Where the changes are collected until the event loop takes them.
#[derive(Clone, Debug)]
pub(super) struct ChangeBuffer(Arc<Mutex<(Changes, bool)>>);

impl ChangeBuffer {
    pub(super) fn new() -> Self {
        Self(Arc::new(Mutex::new((Changes::new(), false))))
    }

    /// Takes what there is.
    pub(super) fn take(&self) -> Changes {
        let mut shared = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        shared.1 = false;
        std::mem::replace(&mut shared.0, Changes::new())
    }

    /// Adds to it. Returns whether the event loop has to be woken.
    fn add(&self, add: impl FnOnce(&mut Changes)) -> bool {
        let mut shared = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        add(&mut shared.0);
        !std::mem::replace(&mut shared.1, true)
    }
}

/// Sums up receiver events until there are no more.
pub(super) struct EventFollower {
    pub(super) changes: ChangeBuffer,
    pub(super) buffer: RefusedBuffer,
    pub(super) clock: Clock,
    /// The newest arrival number.
    pub(super) newest: i64,
    pub(super) refused: u64,
}

impl EventFollower {
    /// Sums up events. `wake` is called when there are changes after there were none.
    pub(super) fn run(mut self, mut events: Events<Arc<ReceiverEvent>>, mut wake: impl FnMut()) {
        loop {
            let told = match events.blocking_recv() {
                Ok(event) => {
                    let changes = self.changes.clone();
                    changes.add(|changes| self.take(changes, &event))
                }
                // Arrivals are read from the database anyway; only refused requests are lost.
                Err(RecvError::Lagged(missed)) => self.changes.add(|changes| {
                    changes.missed += missed;
                    changes.changed = None;
                }),
                Err(RecvError::Closed) => return,
            };
            if told {
                wake();
            }
        }
    }

    fn take(&mut self, changes: &mut Changes, event: &ReceiverEvent) {
        let now = self.clock.now();
        match event {
            ReceiverEvent::Ready { url, inbox, pending, .. } => {
                changes.ready = Some(Ready { url: url.clone(), inbox: inbox.clone(), pending: *pending });
            }
            ReceiverEvent::Arrival { number, received_at, .. } => {
                self.newest = self.newest.max(*number);
                changes.arrivals += 1;
                changes.last_event_at = Some(*received_at);
                changes.health = Health::Well;
                changes.change(*number);
            }
            ReceiverEvent::Duplicate { number, .. } | ReceiverEvent::Conflict { number, .. } => {
                changes.last_event_at = Some(now);
                changes.health = Health::Well;
                changes.change(*number);
            }
            ReceiverEvent::Rejected { status, reason } => {
                self.refused += 1;
                let delivery = if *status == 401 { self.buffer.take(reason) } else { None };
                changes.refuse(RefusedRequest {
                    sequence: self.refused,
                    after: self.newest,
                    at: now,
                    status: *status,
                    reason: reason.clone(),
                    delivery: delivery.map(Arc::new),
                });
            }
            ReceiverEvent::Forwarded { number, target, warning, .. } => {
                if let Some(warning) = warning {
                    changes.log(now, format!("{target}: {warning}"));
                }
                changes.handler(target, None);
                changes.change(*number);
            }
            ReceiverEvent::ForwardFailed { number, target, error, next_attempt_at, .. } => {
                let end = if next_attempt_at.is_none() { "; given up" } else { "" };
                changes.log(now, format!("{target}: {error}{end}"));
                changes.handler(target, Some(error.clone()));
                changes.change(*number);
            }
            ReceiverEvent::Gap(gap) => {
                changes.log(now, format!("gap: no {} of {} came, though a sync ended", gap.missing, gap.connection));
            }
            ReceiverEvent::CaughtUp(done) => {
                let missing = done.missing.map_or_else(|| "unknown".to_owned(), |missing| missing.to_string());
                let why = done.problem.as_ref().map_or_else(String::new, |why| format!(": {why}"));
                changes.log(now, format!("caught up {}, {missing} missing{why}", done.caught_up));
            }
            ReceiverEvent::Trouble { message } => {
                changes.log(now, message.clone());
                changes.health = Health::Trouble(message.clone());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn follower() -> EventFollower {
        let clock = Clock::fixed("2026-01-02T03:04:05Z".parse().expect("constant"));
        EventFollower { changes: ChangeBuffer::new(), buffer: RefusedBuffer::default(), clock, newest: 7, refused: 0 }
    }

    #[test]
    fn a_flood_is_summed_up_and_wakes_once() {
        let follower = follower();
        let buffer = follower.changes.clone();
        let (tell, events) = tokio::sync::broadcast::channel(1 << 15);
        for number in 0..10_000 {
            let (target, error) = ("http://127.0.0.1:1/".to_owned(), "could not connect".to_owned());
            let failed =
                ReceiverEvent::ForwardFailed { number, target, status: None, error, attempt: 1, next_attempt_at: None };
            tell.send(Arc::new(failed)).expect("followed");
            let reason = format!("reason {number}");
            tell.send(Arc::new(ReceiverEvent::Rejected { status: 401, reason })).expect("followed");
        }
        drop(tell);
        let mut woken = 0;
        follower.run(events, || woken += 1);
        let changes = buffer.take();
        assert_eq!((woken, changes.refusals, changes.refused.len()), (1, 10_000, REFUSED));
        assert_eq!(changes.log.len(), 1);
        assert_eq!((changes.log[0].times, changes.changed), (10_000, None));
        assert_eq!(changes.refused.back().map(|last| (last.sequence, last.after)), Some((10_000, 7)));
        assert_eq!(buffer.take().refusals, 0);
    }

    #[test]
    fn what_is_lost_is_counted() {
        let follower = follower();
        let buffer = follower.changes.clone();
        let (tell, events) = tokio::sync::broadcast::channel(4);
        for _ in 0..10 {
            tell.send(Arc::new(ReceiverEvent::Trouble { message: "the disk is full".into() })).expect("followed");
        }
        drop(tell);
        follower.run(events, || {});
        let changes = buffer.take();
        assert_eq!((changes.missed, changes.log[0].times), (6, 4));
        assert_eq!(changes.health, Health::Trouble("the disk is full".into()));
    }
}
