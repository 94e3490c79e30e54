//! Layer: leaves a connection alone for a while when its system fails again and again.
//!
//! It lives as long as the process. A fan-out over many connections then spends its time on those that answer.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response};

use super::error::Error;
use super::transport::{BoxFuture, Call, Transport};
use crate::clock::{Clock, Moment};

/// When a connection is left alone, and for how long.
#[derive(Clone, Copy, Debug)]
pub struct BreakerPolicy {
    /// Failed calls in a row, each with all its attempts, before it is.
    pub failures: u32,
    /// How long. Then one call may try; what becomes of it decides.
    pub cool_down: Duration,
}

impl Default for BreakerPolicy {
    fn default() -> Self {
        Self { failures: 5, cool_down: Duration::from_secs(30) }
    }
}

#[derive(Clone, Copy, Debug)]
enum State {
    Counting(u32),
    Open { failures: u32, since: Moment },
    Trying { failures: u32, since: Moment },
}

/// Guards each connection; calls without one pass.
pub struct CircuitBreaker<T> {
    inner: T,
    policy: BreakerPolicy,
    clock: Clock,
    states: Mutex<HashMap<String, State>>,
}

impl<T: Transport> CircuitBreaker<T> {
    /// Wraps a transport.
    pub fn new(inner: T, policy: BreakerPolicy, clock: Clock) -> Self {
        Self { inner, policy, clock, states: Mutex::default() }
    }

    async fn guarded(&self, request: Request<Bytes>) -> Result<Response<Bytes>, Error> {
        let Some(connection) = Call::of(&request).scope.connection().map(str::to_owned) else {
            return self.inner.send(request).await;
        };
        self.enter(&connection)?;
        let outcome = self.inner.send(request).await;
        let failed = match &outcome {
            Ok(answer) => answer.status().is_server_error(),
            Err(error) => error.fault().is_some(),
        };
        self.leave(&connection, failed);
        outcome
    }

    fn enter(&self, connection: &str) -> Result<(), Error> {
        let mut states = self.states.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(state) = states.get_mut(connection) else { return Ok(()) };
        let (State::Open { failures, since } | State::Trying { failures, since }) = *state else { return Ok(()) };
        let passed = self.clock.since(since);
        if passed < self.policy.cool_down {
            let wait = self.policy.cool_down.saturating_sub(passed);
            return Err(Error::Paused { connection: connection.into(), failures, wait });
        }
        // One call tries. Should it never come back, because it was dropped, the next may after another while.
        *state = State::Trying { failures, since: self.clock.moment() };
        Ok(())
    }

    fn leave(&self, connection: &str, failed: bool) {
        let mut states = self.states.lock().unwrap_or_else(PoisonError::into_inner);
        if !failed {
            states.remove(connection);
            return;
        }
        let state = states.entry(connection.to_owned()).or_insert(State::Counting(0));
        let failures = match *state {
            State::Counting(failures) | State::Open { failures, .. } | State::Trying { failures, .. } => failures + 1,
        };
        *state = match *state {
            State::Counting(_) if failures < self.policy.failures => State::Counting(failures),
            // A call that began before the pause does not make it longer.
            State::Open { since, .. } => State::Open { failures, since },
            State::Counting(_) | State::Trying { .. } => State::Open { failures, since: self.clock.moment() },
        };
    }
}

impl<T: Transport> Transport for CircuitBreaker<T> {
    fn send(&self, request: Request<Bytes>) -> BoxFuture<'_, Result<Response<Bytes>, Error>> {
        Box::pin(self.guarded(request))
    }
}
