//! Layer: waits and repeats what is safe to repeat.
//!
//! A 429 waits for `Retry-After`, for any method: the request was not processed. Server errors and broken
//! connections repeat idempotent calls, with exponential backoff and full jitter. A POST that may have taken effect is
//! never sent twice: only when the server was not reached at all.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response, StatusCode};

use super::error::Error;
use super::error_body;
use super::transport::{Attempts, BoxFuture, Call, Scope, Transport};
use crate::clock::Clock;

/// Limits of retries and waits.
#[derive(Clone, Copy, Debug)]
pub struct RetryPolicy {
    /// Number of attempts, the first included. 1 means no retry.
    pub attempts: u32,
    /// Upper bound of the first wait; each further one doubles it.
    pub base: Duration,
    /// Upper bound of a wait without `Retry-After`.
    pub cap: Duration,
    /// Longest `Retry-After` that is waited for; above it, the call fails at once.
    pub longest: Duration,
    /// Time limit of a call with all its waits. No wait begins that would end later.
    pub total: Duration,
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self {
            attempts: 5,
            base: Duration::from_millis(500),
            cap: Duration::from_secs(20),
            // Limits are counted by the minute.
            longest: Duration::from_secs(90),
            total: Duration::from_mins(3),
        }
    }
}

impl RetryPolicy {
    /// Never waits, never repeats.
    pub fn never() -> Self {
        Self { attempts: 1, ..Self::default() }
    }
}

/// A wait that is about to begin, to be shown to the user.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting {
    /// Owner of the token of the call.
    pub scope: Scope,
    /// Reason of the wait.
    pub reason: WaitReason,
    /// Length of the wait.
    pub time: Duration,
    /// The attempt that comes after the wait, from 2.
    pub attempt: u32,
    /// Maximum number of attempts.
    pub attempts: u32,
}

/// Why a call waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WaitReason {
    /// Status 429.
    RateLimited,
    /// A status of 500 and above.
    Status(u16),
    /// No response, with the code of `network::Fault::code`.
    Network(&'static str),
}

/// Called before each wait.
pub type WaitObserver = Arc<dyn Fn(&Waiting) + Send + Sync>;

/// Repeats what is safe to repeat.
pub struct Retry<T> {
    inner: T,
    policy: RetryPolicy,
    clock: Clock,
    observer: Option<WaitObserver>,
}

impl<T: Transport> Retry<T> {
    /// Wraps a transport.
    pub fn new(inner: T, policy: RetryPolicy, clock: Clock) -> Self {
        Self { inner, policy, clock, observer: None }
    }

    /// Sets the observer that is called before each wait.
    #[must_use]
    pub fn observed(mut self, observer: WaitObserver) -> Self {
        self.observer = Some(observer);
        self
    }

    async fn repeat(&self, request: Request<Bytes>) -> Result<Response<Bytes>, Error> {
        let mut call = Call::of(&request);
        let start = self.clock.moment();
        loop {
            let mut next = request.clone();
            next.extensions_mut().insert(call.clone());
            let mut outcome = self.inner.send(next).await;
            if let Ok(answer) = &mut outcome {
                answer.extensions_mut().insert(Attempts(call.attempt));
            }
            let Some((reason, time)) = self.wait(&call, &outcome) else { return outcome };
            let passed = self.clock.since(start);
            if call.attempt >= self.policy.attempts.max(1) || passed.saturating_add(time) > self.policy.total {
                return outcome;
            }
            call.attempt += 1;
            if let Some(observer) = &self.observer {
                let (scope, attempt, attempts) = (call.scope.clone(), call.attempt, self.policy.attempts);
                observer(&Waiting { scope, reason, time, attempt, attempts });
            }
            self.clock.sleep(time).await;
        }
    }

    fn wait(&self, call: &Call, outcome: &Result<Response<Bytes>, Error>) -> Option<(WaitReason, Duration)> {
        match outcome {
            Ok(answer) => {
                let status = answer.status();
                let reason = match status {
                    StatusCode::TOO_MANY_REQUESTS => WaitReason::RateLimited,
                    StatusCode::INTERNAL_SERVER_ERROR
                    | StatusCode::BAD_GATEWAY
                    | StatusCode::SERVICE_UNAVAILABLE
                    | StatusCode::GATEWAY_TIMEOUT
                        if call.idempotent =>
                    {
                        WaitReason::Status(status.as_u16())
                    }
                    _ => return None,
                };
                match error_body::retry_after(answer.headers(), self.clock.now()) {
                    Some(time) if time > self.policy.longest => None,
                    Some(time) => Some((reason, time)),
                    None => Some((reason, self.backoff(call.attempt))),
                }
            }
            Err(error) => {
                let fault = error.fault().filter(|fault| fault.is_passing())?;
                let safe = call.idempotent || error.surely_not_sent();
                safe.then(|| (WaitReason::Network(fault.code()), self.backoff(call.attempt)))
            }
        }
    }

    /// Full jitter: anything from nothing to the bound, so that many clients do not come back together.
    fn backoff(&self, attempt: u32) -> Duration {
        let doubled = 2_u32.saturating_pow(attempt.saturating_sub(1).min(20));
        self.policy.base.saturating_mul(doubled).min(self.policy.cap).mul_f64(fastrand::f64())
    }
}

impl<T: Transport> Transport for Retry<T> {
    fn send(&self, request: Request<Bytes>) -> BoxFuture<'_, Result<Response<Bytes>, Error>> {
        Box::pin(self.repeat(request))
    }
}
