//! Passes events on to handlers: from the inbox and never from memory, in order per connection, until a 2xx is on disk.
//!
//! Each connection with something to pass on has a task of its own, so a slow handler holds up that connection only.
//! A try is on disk before it is made and again when it has ended. A crash between the two leaves the event pending,
//! and it is sent again; a crash after does not. An event that is given up makes way for the next of its connection.

mod address;
mod courier;
mod queue;
mod route;

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use tokio::sync::watch;
use tokio::task::{JoinHandle, JoinSet};

use super::Error;
use super::notice::Notice;
use super::store::{Ended, Inbox, Kind, Next, Started};
use crate::clock::{Clock, Moment};

pub use courier::{Courier, Sent};
use queue::{Head, Queue};
pub(super) use queue::{Parcel, parcel as read_parcel};
pub use route::{BadTarget, Routes, Target};

/// Connections that are served at one moment.
const AT_ONCE: usize = 256;
/// How often the inbox is looked at without a reason: another process may have asked for a retry.
const LOOK: Duration = Duration::from_secs(1);

/// How often and how far apart an event is tried.
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
    /// Returns the wait after so many failed tries, between half of the full wait and all of it.
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
    /// Starts to pass on what is pending, and what comes.
    ///
    /// # Errors
    /// When the inbox cannot be read.
    pub fn start(inbox: &Inbox, routes: Routes) -> Result<Self, Error> {
        let queue = Arc::new(Queue::open(inbox.path())?);
        let (stop, stopped) = watch::channel(false);
        let courier = Courier::new(&routes);
        let work = Work { inbox: inbox.clone(), queue: Arc::clone(&queue), routes, courier, stopped };
        let task = tokio::spawn(schedule(Arc::new(work)));
        Ok(Self { queue, stop, task })
    }

    /// Returns how many events wait.
    ///
    /// # Errors
    /// When the inbox cannot be read.
    pub async fn pending(&self) -> Result<u64, Error> {
        Ok(Arc::clone(&self.queue).ask(Queue::pending).await?)
    }

    /// Starts nothing new. What is under way goes on.
    pub fn halt(&self) {
        self.stop.send_replace(true);
    }

    /// Starts nothing new, and waits so long for what is under way. What is cut off stays pending.
    pub async fn stop(self, patience: Duration) {
        self.halt();
        let abort = self.task.abort_handle();
        if tokio::time::timeout(patience, self.task).await.is_err() {
            abort.abort();
        }
    }
}

struct Work {
    inbox: Inbox,
    queue: Arc<Queue>,
    routes: Routes,
    courier: Courier,
    stopped: watch::Receiver<bool>,
}

async fn schedule(work: Arc<Work>) {
    if work.routes.is_empty() {
        return;
    }
    let mut stopped = work.stopped.clone();
    let mut busy: HashSet<String> = HashSet::new();
    let mut tasks: JoinSet<String> = JoinSet::new();
    loop {
        // An inbox that cannot be read now may be read the next time; the receiver says what is wrong with it.
        let connections = Arc::clone(&work.queue).ask(Queue::connections).await.unwrap_or_default();
        for connection in connections {
            if busy.len() < AT_ONCE && busy.insert(connection.clone()) {
                let work = Arc::clone(&work);
                tasks.spawn(async move {
                    work.drain(&connection).await;
                    connection
                });
            }
        }
        tokio::select! {
            () = work.inbox.wake().notified() => {}
            Some(done) = tasks.join_next() => {
                match done {
                    Ok(connection) => drop(busy.remove(&connection)),
                    // Which one it was is not known any more; all are looked at again.
                    Err(_) => busy.clear(),
                }
            }
            () = tokio::time::sleep(LOOK) => {}
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
    /// Passes on all that is pending for one connection, in order.
    async fn drain(&self, connection: &str) {
        let clock = self.inbox.clock();
        let mut wait: Option<Wait> = None;
        while !self.is_stopped() {
            let name = connection.to_owned();
            let head = match Arc::clone(&self.queue).ask(move |queue| queue.head(&name)).await {
                Ok(Some(head)) => head,
                Ok(None) => return,
                Err(_) => {
                    self.pause(LOOK).await;
                    continue;
                }
            };
            let left = self.left(&mut wait, &head, clock);
            if left.is_zero() {
                self.attempt(&head).await;
            } else {
                self.pause(left.min(LOOK)).await;
            }
        }
    }

    /// Returns how long the head of a queue has to wait yet.
    fn left(&self, wait: &mut Option<Wait>, head: &Head, clock: &Clock) -> Duration {
        let Some(due) = head.due else { return Duration::ZERO };
        let same = wait.as_ref().is_some_and(|wait| (wait.number, wait.tries) == (head.number, head.tries));
        if !same {
            let time = Duration::try_from(due.duration_since(clock.now())).unwrap_or_default();
            // A wall clock that was set back must not make it wait for hours.
            let time = time.min(self.routes.retry.longest);
            *wait = Some(Wait { number: head.number, tries: head.tries, since: clock.moment(), time });
        }
        wait.as_ref().map_or(Duration::ZERO, |wait| wait.time.saturating_sub(clock.since(wait.since)))
    }

    /// Returns whether the word to stop has come, or nobody is left who could say it.
    fn is_stopped(&self) -> bool {
        *self.stopped.borrow() || self.stopped.has_changed().is_err()
    }

    async fn pause(&self, time: Duration) {
        let mut stopped = self.stopped.clone();
        // It ends early when the word to stop comes, and also when whoever would say it is gone.
        tokio::time::timeout(time, stopped.wait_for(|stopped| *stopped)).await.ok();
    }

    async fn attempt(&self, head: &Head) {
        let number = head.number;
        let Ok(Some(parcel)) = Arc::clone(&self.queue).ask(move |queue| queue.parcel(number)).await else {
            return self.pause(LOOK).await;
        };
        let Some(target) = self.routes.find(&parcel.event) else {
            if self.inbox.unroute(number).await.is_err() {
                self.pause(LOOK).await;
            }
            return;
        };
        let attempt = head.tries + 1;
        let started = Started { number, kind: Kind::Forward, target: target.to_string(), at: self.inbox.clock().now() };
        let Ok(id) = self.inbox.start_attempt(started).await else { return self.pause(LOOK).await };
        let sent = self.courier.send(target, &parcel, attempt, self.inbox.clock()).await;
        let now = self.inbox.clock().now();
        let next = if sent.is_ok() {
            Next::Delivered
        } else if attempt >= self.routes.retry.attempts {
            Next::GaveUp
        } else {
            Next::Again(later(now, self.routes.retry.wait(attempt)))
        };
        self.record(id, number, now, &sent, next).await;
        self.tell(number, target, attempt, sent, next);
    }

    /// Records how a try ended. A delivery that is not on record would be made again, so this does not give up.
    async fn record(&self, attempt: i64, number: i64, at: Timestamp, sent: &Sent, next: Next) {
        loop {
            let ended = Ended {
                attempt,
                number,
                at,
                status: sent.status,
                error: sent.error.clone(),
                elapsed: sent.elapsed,
                next,
            };
            if self.inbox.end_attempt(ended).await.is_ok() || self.is_stopped() {
                return;
            }
            self.pause(LOOK).await;
        }
    }

    fn tell(&self, number: i64, target: &Target, attempt: u32, sent: Sent, next: Next) {
        let target = target.to_string();
        self.inbox.tell(match (next, sent.status) {
            (Next::Delivered, Some(status)) => {
                let millis = u64::try_from(sent.elapsed.as_millis()).unwrap_or(u64::MAX);
                Notice::Forwarded { number, target, status, attempt, millis }
            }
            (next, status) => Notice::ForwardFailed {
                number,
                target,
                status,
                error: sent.error.unwrap_or_default(),
                attempt,
                next_attempt_at: if let Next::Again(at) = next { Some(at) } else { None },
            },
        });
    }
}

fn later(now: Timestamp, by: Duration) -> Timestamp {
    now.checked_add(by).unwrap_or(Timestamp::MAX)
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
