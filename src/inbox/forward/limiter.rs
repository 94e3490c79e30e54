//! Keeps requests to a handler to a rate, over all connections of this receiver.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use super::Rate;

/// How long a connection waits for its turn without making way for others meanwhile.
const WAIT: Duration = Duration::from_secs(1);

/// Gives out times for requests, one behind the other.
#[derive(Debug)]
pub(super) struct Limiter {
    interval: Duration,
    next: Mutex<Option<Instant>>,
}

impl Limiter {
    pub(super) fn new(rate: Rate) -> Self {
        Self { interval: rate.interval(), next: Mutex::default() }
    }

    /// Returns the time between two requests.
    pub(super) fn interval(&self) -> Duration {
        self.interval
    }

    /// Takes the next time, and returns how long that is from now.
    ///
    /// # Errors
    /// How long the next time is from now, where that is too long to wait for; it is not taken.
    pub(super) fn take(&self) -> Result<Duration, Duration> {
        self.take_at(Instant::now())
    }

    fn take_at(&self, now: Instant) -> Result<Duration, Duration> {
        let mut next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
        let at = next.map_or(now, |next| next.max(now));
        let wait = at - now;
        if wait > WAIT {
            return Err(wait);
        }
        *next = Some(at + self.interval);
        Ok(wait)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_follow_each_other_and_none_is_kept_for_later() {
        let limiter = Limiter::new("2/s".parse().expect("a rate"));
        let (now, half) = (Instant::now(), Duration::from_millis(500));
        let take = |halves: u32| limiter.take_at(now + halves * half);
        assert_eq!([take(0), take(0), take(0)], [Ok(Duration::ZERO), Ok(half), Ok(2 * half)]);
        assert_eq!(take(0), Err(3 * half));
        assert_eq!(take(1), Ok(2 * half));
        assert_eq!([take(100), take(100)], [Ok(Duration::ZERO), Ok(half)], "idle time gives no burst");
    }
}
