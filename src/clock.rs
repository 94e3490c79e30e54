//! The only source of the current time, and the time zone for showing it.

use std::ops::Deref;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use jiff::tz::TimeZone;

/// Returns the time, measures durations and waits. Cheap to clone; clones of a fixed clock share its time.
#[derive(Clone, Debug)]
pub struct Clock(Kind);

#[derive(Clone, Debug)]
enum Kind {
    System { origin: Instant },
    Fixed { start: Timestamp, passed: Arc<Mutex<Duration>> },
}

/// A point on a clock that never goes back. Only differences mean anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(Duration);

impl Moment {
    /// Returns the time from `earlier` to this moment, zero if it is not earlier.
    pub fn since(self, earlier: Self) -> Duration {
        self.0.saturating_sub(earlier.0)
    }

    /// Returns the moment so much later.
    #[must_use]
    pub fn after(self, time: Duration) -> Self {
        Self(self.0.saturating_add(time))
    }
}

impl Clock {
    /// The machine's clock.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the clock")]
    pub fn system() -> Self {
        Self(Kind::System { origin: Instant::now() })
    }

    /// A clock that stands still, and moves only by [`Clock::advance`] or by waiting on it.
    pub fn fixed(at: Timestamp) -> Self {
        Self(Kind::Fixed { start: at, passed: Arc::default() })
    }

    /// Returns the wall-clock time.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the clock")]
    pub fn now(&self) -> Timestamp {
        match &self.0 {
            Kind::System { .. } => Timestamp::now(),
            Kind::Fixed { start, passed } => {
                let passed = *passed.lock().unwrap_or_else(PoisonError::into_inner);
                start.checked_add(passed).unwrap_or(Timestamp::MAX)
            }
        }
    }

    /// Returns a moment to measure from.
    pub fn moment(&self) -> Moment {
        match &self.0 {
            Kind::System { origin } => Moment(origin.elapsed()),
            Kind::Fixed { passed, .. } => Moment(*passed.lock().unwrap_or_else(PoisonError::into_inner)),
        }
    }

    /// Returns the time passed since `earlier`.
    pub fn since(&self, earlier: Moment) -> Duration {
        self.moment().since(earlier)
    }

    /// Waits. A fixed clock moves on by that much and returns at once.
    pub async fn sleep(&self, time: Duration) {
        match &self.0 {
            Kind::System { .. } => tokio::time::sleep(time).await,
            Kind::Fixed { .. } => {
                self.advance(time);
                tokio::task::yield_now().await;
            }
        }
    }

    /// Moves a fixed clock on; the machine's clock does not listen.
    pub fn advance(&self, by: Duration) {
        if let Kind::Fixed { passed, .. } = &self.0 {
            let mut passed = passed.lock().unwrap_or_else(PoisonError::into_inner);
            *passed = passed.saturating_add(by);
        }
    }
}

/// The zone people read times in. Cheap to clone; clones look it up once.
#[derive(Clone, Debug, Default)]
pub struct Zone(Arc<OnceLock<TimeZone>>);

impl Zone {
    /// The machine's zone, UTC if it has none. It is looked up when the first time is shown: that reads a whole tree of
    /// folders, and most commands show none.
    pub fn system() -> Self {
        Self::default()
    }
}

impl From<TimeZone> for Zone {
    fn from(zone: TimeZone) -> Self {
        Self(Arc::new(OnceLock::from(zone)))
    }
}

impl Deref for Zone {
    type Target = TimeZone;

    fn deref(&self) -> &TimeZone {
        self.0.get_or_init(|| TimeZone::try_system().unwrap_or(TimeZone::UTC))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_that_was_given_is_not_looked_up() {
        let zone = Zone::from(TimeZone::get("Asia/Tokyo").expect("bundled or installed"));
        assert_eq!(zone.clone().iana_name(), Some("Asia/Tokyo"));
        assert!(Zone::system().0.get().is_none(), "not looked up yet");
    }

    #[tokio::test]
    async fn a_fixed_clock_moves_by_waiting() {
        let clock = Clock::fixed("2026-01-01T00:00:00Z".parse().expect("constant"));
        let start = clock.moment();
        clock.clone().sleep(Duration::from_secs(90)).await;
        assert_eq!(clock.now().to_string(), "2026-01-01T00:01:30Z");
        assert_eq!(clock.since(start), Duration::from_secs(90));
    }
}
