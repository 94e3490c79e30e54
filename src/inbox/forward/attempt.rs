//! One request to a handler: which events go into it, when it may be made, and what came of it.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;

use super::super::event::ReceiverEvent;
use super::super::store::{AttemptEnd, AttemptStart, Kind, Lane, NextState, StoreError};
use super::queue::{Head, Pauses, Queue};
use super::{Condition, LOOK, LaneEnd, OutboundRequest, Sent, Target, Work};

/// How long after its start was stored an attempt may begin. A process that slept in between may have lost the lane.
const STALE: Duration = Duration::from_secs(5);
/// Bytes of the bodies in one request, at most, if it has several.
const BATCH_BYTES: usize = 1 << 20;

impl Work {
    /// Sends the first event of a lane to its handler, with others if that takes batches, and stores what came of it.
    pub(super) async fn attempt(&self, lane: &Lane, head: &Head, pauses: &Pauses) -> Result<(), LaneEnd> {
        let number = head.number;
        // A condition may take its time: where it is evaluated, nothing else waits for it.
        let routes = self.routes.clone();
        let look = move |queue: &Queue| {
            let mut failures = Vec::new();
            let first = queue.request(number)?;
            let place = first.as_ref().and_then(|first| routes.find(first, |at, why| failures.push((at, why))));
            Ok((first, place, failures))
        };
        let Ok((Some(first), place, failures)) = Arc::clone(&self.queue).ask(look).await else {
            self.pause(LOOK).await;
            return Ok(());
        };
        for (at, why) in failures {
            self.failed(at, number, &why);
        }
        let Some(place) = place else {
            if self.inbox.unroute(number).await.is_err() {
                self.pause(LOOK).await;
            }
            return Ok(());
        };
        let handler = &self.routes.handlers()[place];
        let is_paused = |pauses: &Pauses| pauses.handlers.contains(&handler.target.to_string());
        if is_paused(pauses) {
            return Err(LaneEnd::Paused);
        }
        if let Some(limiter) = &self.limiters[place] {
            let wait = limiter.take().map_err(|wait| LaneEnd::Limited { wait, interval: limiter.interval() })?;
            if !wait.is_zero() {
                self.pause(wait).await;
                if self.is_stopped() {
                    return Ok(());
                }
                if is_paused(&*self.pauses.get(&self.queue).await) {
                    return Err(LaneEnd::Paused);
                }
            }
        }
        let requests = match handler.batch {
            Some(most) if most > 1 => self.batch(lane, *head, place, first, most).await,
            _ => vec![first],
        };
        let attempt = head.tries + 1;
        let clock = self.inbox.clock();
        let now = clock.now();
        let started = requests.iter().map(|request| AttemptStart {
            lane: lane.clone(),
            number: request.number,
            kind: Kind::Forward,
            target: handler.target.to_string(),
            at: now,
        });
        let asked_at = clock.moment();
        let ids = match self.inbox.start_attempts(started.collect()).await {
            Ok(ids) => ids,
            Err(StoreError::LaneLost) => return Err(LaneEnd::Lost),
            Err(_) => {
                self.pause(LOOK).await;
                return Ok(());
            }
        };
        if self.inbox.receiver() != 0 && clock.since(asked_at) > STALE {
            return Err(LaneEnd::Lost);
        }
        let sent = self.sender.send(handler, &requests, attempt, clock).await;
        let now = clock.now();
        let next = if sent.is_ok() {
            NextState::Delivered
        } else if attempt >= self.routes.retry.attempts {
            NextState::GivenUp
        } else {
            NextState::Again(later(now, self.routes.retry.wait(attempt)))
        };
        let ended = requests.iter().zip(ids).map(|(request, id)| AttemptEnd {
            lane: lane.clone(),
            attempt: id,
            number: request.number,
            at: now,
            status: sent.status,
            error: sent.error.clone(),
            elapsed: sent.elapsed,
            next,
        });
        self.record(ended.collect()).await?;
        for request in &requests {
            self.tell(request.number, &handler.target, attempt, sent.clone(), next);
        }
        Ok(())
    }

    /// Returns the events that go into one request: the first of a connection, and what follows it and has the same handler.
    async fn batch(
        &self,
        lane: &Lane,
        head: Head,
        place: usize,
        first: OutboundRequest,
        most: u32,
    ) -> Vec<OutboundRequest> {
        let (routes, connection) = (self.routes.clone(), lane.connection.clone());
        let mut bytes = first.body.len();
        let fits = move |request: &OutboundRequest| {
            bytes += request.body.len();
            // A condition that fails on it is noted once it is the first.
            bytes <= BATCH_BYTES && routes.find(request, |_, _| {}) == Some(place)
        };
        // Where they cannot be read now, the first goes alone.
        let behind = Arc::clone(&self.queue).ask(move |queue| queue.behind(&connection, &head, most - 1, fits)).await;
        let mut requests = vec![first];
        requests.extend(behind.unwrap_or_default());
        requests
    }

    /// Counts an event on which the condition of a handler cannot be evaluated. The first one is noted: others may be many.
    fn failed(&self, place: usize, number: i64, why: &str) {
        let handler = &self.routes.handlers()[place];
        if handler.condition.as_ref().is_some_and(Condition::count_failure) {
            let message = format!(
                "`where` of the handler {handler} cannot be evaluated on event {number}, which therefore does not go to it: \
                 {why}; noted for the first such event only"
            );
            self.inbox.publish(ReceiverEvent::Trouble { message });
        }
    }

    /// Stores how an attempt ended. A delivery that is not stored would be made again, so this repeats until it works.
    async fn record(&self, ended: Vec<AttemptEnd>) -> Result<(), LaneEnd> {
        loop {
            match self.inbox.end_attempts(ended.clone()).await {
                Err(StoreError::LaneLost) => return Err(LaneEnd::Lost),
                Err(_) if !self.is_stopped() => self.pause(LOOK).await,
                _ => return Ok(()),
            }
        }
    }

    fn tell(&self, number: i64, target: &Target, attempt: u32, sent: Sent, next: NextState) {
        let target = target.to_string();
        let warning = sent.warning();
        self.inbox.publish(match (next, sent.status) {
            (NextState::Delivered, Some(status)) => {
                let millis = u64::try_from(sent.elapsed.as_millis()).unwrap_or(u64::MAX);
                ReceiverEvent::Forwarded { number, target, status, attempt, millis, warning }
            }
            (next, status) => ReceiverEvent::ForwardFailed {
                number,
                target,
                status,
                error: sent.error.unwrap_or_default(),
                attempt,
                next_attempt_at: if let NextState::Again(at) = next { Some(at) } else { None },
            },
        });
    }
}

fn later(now: Timestamp, by: Duration) -> Timestamp {
    now.checked_add(by).unwrap_or(Timestamp::MAX)
}
