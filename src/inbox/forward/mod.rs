//! Forwards events to handlers: from the database, never from memory; in order per connection; until a success is stored.
//!
//! Each connection with pending events has a task of its own, so a slow handler delays that connection only.
//! An attempt is stored before it is made and when it has ended. A crash between the two leaves the event pending,
//! and it is sent again; a crash after does not. An event that is given up makes way for the next of its connection.
//!
//! A handler of batches gets events of one connection that follow each other in one request, and takes or refuses all of them.

mod address;
mod attempt;
mod document;
mod handler;
mod lanes;
mod limiter;
mod paused;
mod queue;
mod route;
mod sender;
mod target;

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::{JoinHandle, JoinSet};

use super::Error;
use super::store::{Inbox, Lane};
use crate::clock::{Clock, Moment};

pub use handler::{Condition, Handler, LARGEST_BATCH, Rate};
use limiter::Limiter;
use paused::{KnownPauses, Parked};
use queue::{Head, Queue};
pub(super) use queue::{OutboundRequest, request as read_outbound};
pub use route::{Routes, Success};
pub use sender::{NoResponse, Sender, Sent};
pub use target::{BadTarget, Target};

/// Maximum number of connections with attempts at the same time.
const AT_ONCE: usize = 256;
/// How often the queue is read without a wake-up: another process may have queued a retry.
const LOOK: Duration = Duration::from_secs(1);

/// The number of attempts and the waits between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retry {
    /// Tries in all; after the last the event counts as failed.
    pub attempts: u32,
    /// The wait after the first failure; it doubles.
    pub first: Duration,
    /// The longest wait.
    pub longest: Duration,
}

impl Default for Retry {
    fn default() -> Self {
        Self { attempts: 20, first: Duration::from_secs(1), longest: Duration::from_mins(1) }
    }
}

impl Retry {
    /// Returns the wait after this number of failed attempts, between half of the full wait and all of it.
    fn wait(&self, failures: u32) -> Duration {
        let full = self.first.saturating_mul(1 << failures.saturating_sub(1).min(20)).min(self.longest);
        full.mul_f64(0.5 + fastrand::f64() / 2.0)
    }
}

/// A running forwarder.
pub struct Forwarder {
    queue: Arc<Queue>,
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl Forwarder {
    /// Starts to forward what is pending, and what is received from now on.
    ///
    /// # Errors
    /// When the inbox cannot be read.
    pub fn start(inbox: &Inbox, routes: Routes) -> Result<Self, Error> {
        let queue = Arc::new(Queue::open(inbox.place(), inbox.receiver())?);
        let (stop, stopped) = watch::channel(false);
        let sender = Sender::new(&routes);
        let pauses = KnownPauses::default();
        let limiters = routes.handlers().iter().map(|handler| handler.rate.map(Limiter::new)).collect();
        let (inbox, queue_of) = (inbox.clone(), Arc::clone(&queue));
        let full = AtomicBool::new(false);
        let work = Work { inbox, queue: queue_of, pauses, routes, limiters, sender, full, stopped };
        let task = tokio::spawn(schedule(Arc::new(work)));
        Ok(Self { queue, stop, task })
    }

    /// Returns how many events wait.
    ///
    /// # Errors
    /// When the inbox cannot be read.
    pub async fn pending(&self) -> Result<u64, Error> {
        Arc::clone(&self.queue).ask(Queue::pending).await
    }

    /// Starts no new attempts; those that run go on.
    pub fn halt(&self) {
        self.stop.send_replace(true);
    }

    /// Starts nothing new, and waits for running attempts up to `patience`. Those that are cut off stay pending.
    pub async fn stop(self, patience: Duration) {
        self.halt();
        let abort = self.task.abort_handle();
        if tokio::time::timeout(patience, self.task).await.is_err() {
            abort.abort();
        }
    }
}

/// Why nothing more of a connection is forwarded for now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LaneEnd {
    /// Another receiver does that.
    Lost,
    /// The handler of its next event is paused.
    Paused,
    /// The handler of its next event gets as many requests as it may, one in each interval, and has no turn for a while.
    Limited { wait: Duration, interval: Duration },
    /// Its next event is tried again after so long, and others have no turn meanwhile.
    Waiting(Duration),
}

struct Work {
    inbox: Inbox,
    queue: Arc<Queue>,
    pauses: KnownPauses,
    routes: Routes,
    /// Of each handler, where it has a rate.
    limiters: Vec<Option<Limiter>>,
    sender: Sender,
    /// Whether as many connections are worked on as may be.
    full: AtomicBool,
    stopped: watch::Receiver<bool>,
}

async fn schedule(work: Arc<Work>) {
    if work.routes.is_empty() {
        return;
    }
    let mut stopped = work.stopped.clone();
    let mut busy: HashSet<String> = HashSet::new();
    let mut tasks: JoinSet<(String, Option<LaneEnd>)> = JoinSet::new();
    let mut parked = Parked::new();
    loop {
        let pauses = work.pauses.get(&work.queue).await;
        parked.keep(&pauses);
        // An inbox that cannot be read now may be read the next time; the receiver reports what is wrong with it.
        let (others, free) = (parked.besides(&busy), AT_ONCE.saturating_sub(busy.len()));
        let claimed = Arc::clone(&work.queue).ask(move |queue| queue.claim(&others, free)).await;
        for lane in claimed.unwrap_or_default() {
            if busy.insert(lane.connection.clone()) {
                let work = Arc::clone(&work);
                tasks.spawn(async move {
                    let end = work.drain(&lane).await;
                    // What was given back late is free when its time is over.
                    let given_back = lane.clone();
                    Arc::clone(&work.queue).ask(move |queue| queue.release(&given_back)).await.ok();
                    (lane.connection, end)
                });
            }
        }
        work.full.store(busy.len() >= AT_ONCE, Ordering::Relaxed);
        tokio::select! {
            () = work.inbox.wake().notified() => {}
            Some(done) = tasks.join_next() => {
                match done {
                    Ok((connection, end)) => {
                        busy.remove(&connection);
                        match end {
                            Some(LaneEnd::Paused) => parked.insert(connection),
                            Some(LaneEnd::Limited { wait, interval }) => parked.insert_for(connection, wait, interval),
                            Some(LaneEnd::Waiting(wait)) => parked.insert_until_due(connection, wait),
                            Some(LaneEnd::Lost) | None => {}
                        }
                    }
                    // The task panicked, and its connection is lost with it: all are started again.
                    Err(_) => busy.clear(),
                }
            }
            () = tokio::time::sleep(parked.next().min(if pauses.is_empty() { LOOK } else { LOOK / 2 })) => {}
            _ = stopped.wait_for(|stopped| *stopped) => break,
        }
    }
    while tasks.join_next().await.is_some() {}
}

/// A wait that has begun. It is measured by a clock that never goes back.
struct Wait {
    number: i64,
    tries: u32,
    since: Moment,
    time: Duration,
}

impl Work {
    /// Forwards all that is pending for one connection, in order. Returns why it ended before there was nothing left.
    async fn drain(&self, lane: &Lane) -> Option<LaneEnd> {
        let clock = self.inbox.clock();
        let mut wait: Option<Wait> = None;
        while !self.is_stopped() {
            let pauses = self.pauses.get(&self.queue).await;
            if pauses.connections.contains(&lane.connection) {
                return None;
            }
            let (name, now) = (lane.connection.clone(), clock.now());
            let head = match Arc::clone(&self.queue).ask(move |queue| queue.head(&name, now)).await {
                Ok(Some(head)) => head,
                Ok(None) => return None,
                Err(_) => {
                    self.pause(LOOK).await;
                    continue;
                }
            };
            let left = self.left(&mut wait, &head, clock);
            if left.is_zero() {
                if let Err(end) = self.attempt(lane, &head, &pauses).await {
                    return Some(end);
                }
            } else if self.full.load(Ordering::Relaxed) {
                // A handler that fails for many connections must not take the turns of all others.
                return Some(LaneEnd::Waiting(left));
            } else {
                self.pause(left.min(LOOK)).await;
            }
        }
        None
    }

    /// Returns how long the head of a queue has to wait yet.
    fn left(&self, wait: &mut Option<Wait>, head: &Head, clock: &Clock) -> Duration {
        let Some(time) = head.wait else { return Duration::ZERO };
        let same = wait.as_ref().is_some_and(|wait| (wait.number, wait.tries) == (head.number, head.tries));
        if !same {
            // A wall clock that was set back must not make it wait for hours.
            let time = time.min(self.routes.retry.longest);
            *wait = Some(Wait { number: head.number, tries: head.tries, since: clock.moment(), time });
        }
        wait.as_ref().map_or(Duration::ZERO, |wait| wait.time.saturating_sub(clock.since(wait.since)))
    }

    /// Returns whether the forwarder was stopped or dropped.
    fn is_stopped(&self) -> bool {
        *self.stopped.borrow() || self.stopped.has_changed().is_err()
    }

    async fn pause(&self, time: Duration) {
        let mut stopped = self.stopped.clone();
        // It ends early when the forwarder is stopped or dropped.
        tokio::time::timeout(time, stopped.wait_for(|stopped| *stopped)).await.ok();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_and_are_bounded() {
        let retry = Retry { attempts: 9, first: Duration::from_secs(1), longest: Duration::from_mins(1) };
        for (failures, full) in [(1, 1), (2, 2), (3, 4), (6, 32), (7, 60), (400, 60)] {
            for _ in 0..50 {
                let wait = retry.wait(failures).as_secs_f64();
                assert!(wait >= f64::from(full) / 2.0 && wait <= f64::from(full), "{failures}: {wait}");
            }
        }
    }
}
