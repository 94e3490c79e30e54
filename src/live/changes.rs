//! What happened since the view looked last, summed up. However much comes, this stays small, and whoever tells of it
//! never waits.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;
use tokio::sync::broadcast::Receiver as Notices;
use tokio::sync::broadcast::error::RecvError;

use super::refused::{MOST_BYTES, Refused, Stash};
use crate::clock::Clock;
use crate::inbox::Notice;

/// Requests that were not accepted, of which the view knows more than how many there were.
pub(super) const REFUSED: usize = 500;
/// Events that are named as changed; of more it is only known that there are some.
const NAMED: usize = 64;
/// Messages and handlers that are kept apart.
const APART: usize = 100;

/// A receiver that can be used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Ready {
    pub(super) url: String,
    pub(super) inbox: String,
    pub(super) pending: u64,
}

/// Something that went wrong, once or more often.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Said {
    /// When it was said last.
    pub(super) at: Timestamp,
    /// What.
    pub(super) text: String,
    /// How often.
    pub(super) times: u64,
}

/// How the receiver is, as far as that was told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Health {
    /// Nothing was told.
    #[default]
    AsBefore,
    /// It does its work.
    Well,
    /// It cannot, for this reason.
    Trouble(String),
}

/// All that happened.
#[derive(Debug, Default)]
pub(super) struct Pulse {
    pub(super) ready: Option<Ready>,
    /// New events.
    pub(super) arrivals: u64,
    /// When an event came last, a repeated one too.
    pub(super) last_event_at: Option<Timestamp>,
    /// Requests that were not accepted, the newest ones.
    pub(super) refused: VecDeque<Refused>,
    /// How many there were.
    pub(super) refusals: u64,
    /// Notices that were lost because they came too fast.
    pub(super) missed: u64,
    /// Events that are not as they were; nothing if there are too many to name.
    pub(super) changed: Option<BTreeSet<i64>>,
    /// What went wrong.
    pub(super) said: Vec<Said>,
    /// Handlers, and what is wrong with them; nothing if they took an event.
    pub(super) handlers: BTreeMap<String, Option<String>>,
    /// How the receiver is.
    pub(super) health: Health,
}

impl Pulse {
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

    fn say(&mut self, at: Timestamp, text: String) {
        say(&mut self.said, at, text, 1, APART);
    }

    fn refuse(&mut self, refused: Refused) {
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

/// Adds a message, to one that says the same if there is one.
pub(super) fn say(list: &mut Vec<Said>, at: Timestamp, text: String, times: u64, most: usize) {
    if let Some(known) = list.iter().position(|said| said.text == text) {
        let mut said = list.remove(known);
        said.at = at;
        said.times += times;
        list.push(said);
        return;
    }
    if list.len() >= most {
        list.remove(0);
    }
    list.push(Said { at, text, times });
}

/// Forgets the oldest, and the bodies of old ones first.
pub(super) fn bound(refused: &mut VecDeque<Refused>) {
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

/// What the follower sums up, and the view takes.
#[derive(Clone, Debug)]
pub(super) struct Pulses(Arc<Mutex<(Pulse, bool)>>);

impl Pulses {
    pub(super) fn new() -> Self {
        Self(Arc::new(Mutex::new((Pulse::new(), false))))
    }

    /// Takes what there is.
    pub(super) fn take(&self) -> Pulse {
        let mut shared = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        shared.1 = false;
        std::mem::replace(&mut shared.0, Pulse::new())
    }

    /// Adds to it. Returns whether the view has to be told.
    fn add(&self, add: impl FnOnce(&mut Pulse)) -> bool {
        let mut shared = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        add(&mut shared.0);
        !std::mem::replace(&mut shared.1, true)
    }
}

/// Follows what is told until nothing is any more.
pub(super) struct Follower {
    pub(super) pulses: Pulses,
    pub(super) stash: Stash,
    pub(super) clock: Clock,
    /// The newest arrival number.
    pub(super) newest: i64,
    pub(super) refused: u64,
}

impl Follower {
    /// Sums up what is told. `wake` is called when there is something after there was nothing.
    pub(super) fn run(mut self, mut notices: Notices<Arc<Notice>>, mut wake: impl FnMut()) {
        loop {
            let told = match notices.blocking_recv() {
                Ok(notice) => {
                    let pulses = self.pulses.clone();
                    pulses.add(|pulse| self.take(pulse, &notice))
                }
                // The disk knows what came; only requests that were refused are not counted any more.
                Err(RecvError::Lagged(missed)) => self.pulses.add(|pulse| {
                    pulse.missed += missed;
                    pulse.changed = None;
                }),
                Err(RecvError::Closed) => return,
            };
            if told {
                wake();
            }
        }
    }

    fn take(&mut self, pulse: &mut Pulse, notice: &Notice) {
        let now = self.clock.now();
        match notice {
            Notice::Ready { url, inbox, pending, .. } => {
                pulse.ready = Some(Ready { url: url.clone(), inbox: inbox.clone(), pending: *pending });
            }
            Notice::Arrival { number, received_at, .. } => {
                self.newest = self.newest.max(*number);
                pulse.arrivals += 1;
                pulse.last_event_at = Some(*received_at);
                pulse.health = Health::Well;
                pulse.change(*number);
            }
            Notice::Duplicate { number, .. } | Notice::Conflict { number, .. } => {
                pulse.last_event_at = Some(now);
                pulse.health = Health::Well;
                pulse.change(*number);
            }
            Notice::Rejected { status, reason } => {
                self.refused += 1;
                let delivery = if *status == 401 { self.stash.take(reason) } else { None };
                pulse.refuse(Refused {
                    sequence: self.refused,
                    after: self.newest,
                    at: now,
                    status: *status,
                    reason: reason.clone(),
                    delivery: delivery.map(Arc::new),
                });
            }
            Notice::Forwarded { number, target, .. } => {
                pulse.handler(target, None);
                pulse.change(*number);
            }
            Notice::ForwardFailed { number, target, error, next_attempt_at, .. } => {
                let end = if next_attempt_at.is_none() { "; given up" } else { "" };
                pulse.say(now, format!("{target}: {error}{end}"));
                pulse.handler(target, Some(error.clone()));
                pulse.change(*number);
            }
            Notice::Gap(gap) => {
                pulse.say(now, format!("gap: no {} of {} came, though a sync ended", gap.missing, gap.connection));
            }
            Notice::Trouble { message } => {
                pulse.say(now, message.clone());
                pulse.health = Health::Trouble(message.clone());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn follower() -> Follower {
        let clock = Clock::fixed("2026-01-02T03:04:05Z".parse().expect("constant"));
        Follower { pulses: Pulses::new(), stash: Stash::default(), clock, newest: 7, refused: 0 }
    }

    #[test]
    fn a_flood_is_summed_up_and_wakes_once() {
        let follower = follower();
        let pulses = follower.pulses.clone();
        let (tell, notices) = tokio::sync::broadcast::channel(1 << 15);
        for number in 0..10_000 {
            let (target, error) = ("http://127.0.0.1:1/".to_owned(), "could not connect".to_owned());
            let failed =
                Notice::ForwardFailed { number, target, status: None, error, attempt: 1, next_attempt_at: None };
            tell.send(Arc::new(failed)).expect("followed");
            let reason = format!("reason {number}");
            tell.send(Arc::new(Notice::Rejected { status: 401, reason })).expect("followed");
        }
        drop(tell);
        let mut woken = 0;
        follower.run(notices, || woken += 1);
        let pulse = pulses.take();
        assert_eq!((woken, pulse.refusals, pulse.refused.len()), (1, 10_000, REFUSED));
        assert_eq!(pulse.said.len(), 1);
        assert_eq!((pulse.said[0].times, pulse.changed), (10_000, None));
        assert_eq!(pulse.refused.back().map(|last| (last.sequence, last.after)), Some((10_000, 7)));
        assert_eq!(pulses.take().refusals, 0);
    }

    #[test]
    fn what_is_lost_is_counted() {
        let follower = follower();
        let pulses = follower.pulses.clone();
        let (tell, notices) = tokio::sync::broadcast::channel(4);
        for _ in 0..10 {
            tell.send(Arc::new(Notice::Trouble { message: "the disk is full".into() })).expect("followed");
        }
        drop(tell);
        follower.run(notices, || {});
        let pulse = pulses.take();
        assert_eq!((pulse.missed, pulse.said[0].times), (6, 4));
        assert_eq!(pulse.health, Health::Trouble("the disk is full".into()));
    }
}
