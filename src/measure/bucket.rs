//! Equal spans of time, aligned to UTC.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use thiserror::Error;

use super::figures::Window;
use super::parse_time::{TimeError, parse_duration};
use super::slot::{floor, stamp};

/// Why a text is no bucket size.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum BucketError {
    /// The text is not a duration.
    #[error(transparent)]
    Period(#[from] TimeError),
    /// The duration is not a possible bucket size.
    #[error("a bucket is a whole number of seconds, from `1s` to `366d`")]
    Size,
}

/// How long a bucket is: whole seconds. Buckets begin at multiples of their length since 1970 in UTC, so that the same
/// call falls into the same bucket for every caller, and `1d` begins at midnight UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BucketSize(i64);

impl BucketSize {
    const LONGEST: u64 = 366 * 86_400;

    /// Returns the length in seconds.
    pub const fn seconds(self) -> u64 {
        self.0.unsigned_abs()
    }

    /// Makes one of a number of seconds, which must be more than 0.
    pub(super) const fn of_seconds(seconds: i64) -> Self {
        Self(seconds)
    }

    /// Returns the length in seconds, signed as times are.
    pub(super) const fn length(self) -> i64 {
        self.0
    }

    /// Returns the start of the bucket that a second falls into, both in seconds since 1970.
    pub const fn start_of(self, second: i64) -> i64 {
        second.div_euclid(self.0) * self.0
    }

    /// Returns the bucket that a moment falls into.
    pub fn around(self, at: Timestamp) -> Window {
        let start = self.start_of(floor(at));
        Window { from: stamp(start), to: stamp(start + self.0) }
    }
}

impl FromStr for BucketSize {
    type Err = BucketError;

    fn from_str(text: &str) -> Result<Self, BucketError> {
        let length = parse_duration(text)?;
        let seconds = length.as_secs();
        if length.subsec_nanos() != 0 || !(1..=Self::LONGEST).contains(&seconds) {
            return Err(BucketError::Size);
        }
        i64::try_from(seconds).map(Self).map_err(|_| BucketError::Size)
    }
}

impl fmt::Display for BucketSize {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (unit, name) = [(86_400, "d"), (3600, "h"), (60, "m")]
            .into_iter()
            .find(|(unit, _)| self.0 % unit == 0)
            .unwrap_or((1, "s"));
        write!(f, "{}{name}", self.0 / unit)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn start(size: &str, at: &str) -> String {
        let size: BucketSize = size.parse().expect("a size");
        size.around(at.parse().expect("a stamp")).from.to_string()
    }

    #[test]
    fn buckets_begin_at_multiples_in_utc() {
        assert_eq!(start("1m", "2026-03-04T05:06:07.89Z"), "2026-03-04T05:06:00Z");
        assert_eq!(start("5m", "2026-03-04T05:09:59.999999Z"), "2026-03-04T05:05:00Z");
        assert_eq!(start("1h", "2026-03-04T05:06:07+05:30"), "2026-03-03T23:00:00Z");
        assert_eq!(start("1d", "2026-03-04T00:00:00Z"), "2026-03-04T00:00:00Z");
        assert_eq!(start("1h", "1969-12-31T23:59:59.5Z"), "1969-12-31T23:00:00Z");
    }

    #[test]
    fn sizes_that_are_none_are_refused() {
        for text in ["0s", "500ms", "367d", "-1m", "", "1x", "1500ms"] {
            assert!(text.parse::<BucketSize>().is_err(), "{text}");
        }
        for text in ["1m", "90s", "36h", "7d", "1s"] {
            assert_eq!(text.parse::<BucketSize>().expect("a size").to_string(), text);
        }
    }

    proptest! {
        #[test]
        fn every_moment_lies_in_its_bucket(micros in -4_000_000_000_000_000_i64..4_000_000_000_000_000, seconds in 1..100_000_i64) {
            let at = Timestamp::from_microsecond(micros).expect("in range");
            let bucket = BucketSize(seconds).around(at);
            prop_assert!(bucket.from <= at && at < bucket.to);
            prop_assert_eq!(bucket.from.as_second().rem_euclid(seconds), 0);
            prop_assert_eq!(bucket.length().as_secs(), seconds.unsigned_abs());
        }
    }
}
