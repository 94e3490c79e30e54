//! Compares metrics with those of an earlier time.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use thiserror::Error;

use super::metrics::MetricGroup;
use crate::measure::{BucketSize, Quantity, TrendPoint, TrendVerdict, Window, trend};

/// The figure that is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Figure {
    /// Median latency.
    P50,
    /// 90th percentile of latency.
    P90,
    /// 95th percentile of latency.
    P95,
    /// 99th percentile of latency.
    P99,
    /// Errors by requests.
    ErrorRate,
}

impl Figure {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::P50, Self::P90, Self::P95, Self::P99, Self::ErrorRate];

    /// Returns its name on the command line and for people.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::P50 => "p50",
            Self::P90 => "p90",
            Self::P95 => "p95",
            Self::P99 => "p99",
            Self::ErrorRate => "error-rate",
        }
    }

    fn point(self, group: &MetricGroup) -> TrendPoint {
        let latency = match self {
            Self::P50 => group.p50_ms,
            Self::P90 => group.p90_ms,
            Self::P95 => group.p95_ms,
            Self::P99 => group.p99_ms,
            Self::ErrorRate => None,
        };
        TrendPoint { requests: group.requests.unwrap_or_default(), errors: group.errors.unwrap_or_default(), latency }
    }
}

/// Why two times cannot be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ComparisonError {
    /// They would overlap.
    #[error("the time to compare is longer than the time it is compared across, so both would hold the same requests")]
    Overlap,
    /// No bucket fits into both.
    #[error("times are compared across whole minutes, for example `24h` or `7d`")]
    Minutes,
}

/// A time, and the one as long before it that it is compared with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Comparison {
    /// The time that is judged.
    pub window: Window,
    /// The time that it is compared with.
    pub baseline: Window,
    /// Length of the buckets that are compared.
    pub bucket: BucketSize,
    shift: SignedDuration,
}

impl Comparison {
    /// Compares a window with the one that lies `shift` before it. `requests` is about how many a group has: buckets are as
    /// short as still gives each enough of them.
    ///
    /// # Errors
    /// When both overlap, or the shift is no whole number of minutes.
    pub fn new(window: Window, shift: Duration, requests: u64) -> Result<Self, ComparisonError> {
        /// A minute to a day.
        const SIZES: [u64; 9] = [60, 300, 600, 1800, 3600, 10_800, 21_600, 43_200, 86_400];
        /// The fewest and the most buckets of a window, if there are sizes for it.
        const BUCKETS: (u64, u64) = (12, 170);
        /// How many requests a bucket should have.
        const REQUESTS: u64 = 30;
        let length = window.length();
        if length > shift {
            return Err(ComparisonError::Overlap);
        }
        let seconds = shift.as_secs();
        let fitting = || SIZES.into_iter().filter(|size| shift.subsec_nanos() == 0 && seconds.is_multiple_of(*size));
        let many = |size: u64| length.as_secs() / size;
        let full = fitting().find(|size| many(*size) <= BUCKETS.1 && requests >= REQUESTS * many(*size));
        let size = full
            .filter(|size| many(*size) >= BUCKETS.0)
            .or_else(|| fitting().rfind(|size| many(*size) >= BUCKETS.0))
            .or_else(|| fitting().next())
            .ok_or(ComparisonError::Minutes)?;
        let bucket = format!("{size}s").parse().map_err(|_| ComparisonError::Minutes)?;
        let shift = SignedDuration::try_from(shift).map_err(|_| ComparisonError::Minutes)?;
        let earlier = |at: Timestamp| at.checked_sub(shift).unwrap_or(Timestamp::MIN);
        let baseline = Window { from: earlier(window.from), to: earlier(window.to) };
        Ok(Self { window, baseline, bucket, shift })
    }

    /// Judges a group: `baseline` and `current` are its buckets, in any order.
    pub fn judge<'a>(
        &self,
        baseline: impl IntoIterator<Item = &'a MetricGroup>,
        current: impl IntoIterator<Item = &'a MetricGroup>,
        figure: Figure,
    ) -> Judgement {
        let quantity = if figure == Figure::ErrorRate { Quantity::ErrorRate } else { Quantity::Latency };
        let size = i64::try_from(self.bucket.seconds()).unwrap_or(i64::MAX);
        let start = |window: Window| self.bucket.around(window.from).from.as_second();
        let many = (self.window.to.as_second() - start(self.window)) / size + 1;
        let points = |window: Window, groups: &mut dyn Iterator<Item = &'a MetricGroup>| {
            let mut points = vec![TrendPoint::default(); usize::try_from(many).unwrap_or_default()];
            for group in groups {
                let at = group.slot().and_then(|slot| slot.bucket).map(|at| (at - start(window)).div_euclid(size));
                if let Some(point) = at.and_then(|at| points.get_mut(usize::try_from(at).ok()?)) {
                    *point = figure.point(group);
                }
            }
            points
        };
        let before = points(self.baseline, &mut baseline.into_iter());
        let now = points(self.window, &mut current.into_iter());
        // Daily patterns are level for an hour or two on either side; a day and more has no neighbours alike.
        let neighbours = match self.bucket.seconds() {
            ..=1800 => 4,
            1801..=3600 => 3,
            3601..=43_200 => 2,
            _ => 1,
        };
        let found = trend(&before, &now, neighbours, quantity);
        let since = found.since.and_then(|place| {
            let second = start(self.window) + i64::try_from(place).ok()? * size;
            Some(Timestamp::from_second(second).ok()?.max(self.window.from))
        });
        Judgement {
            figure,
            verdict: found.verdict,
            ratio: found.ratio,
            since,
            n: found.requests,
            n_baseline: found.baseline_requests,
            p_value: found.p_value,
        }
    }
}

/// The verdict on a figure of a group.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Judgement {
    /// The figure.
    pub figure: Figure,
    /// The verdict.
    pub verdict: TrendVerdict,
    /// The figure by that of the baseline, since the change if there is one; nothing without a baseline.
    pub ratio: Option<f64>,
    /// When the change began, to the bucket.
    pub since: Option<Timestamp>,
    /// Number of requests that it rests on, since the change if there is one.
    pub n: u64,
    /// Number of requests of the baseline at the same times.
    pub n_baseline: u64,
    /// How likely so large a difference is by chance, if there is a change.
    #[serde(skip)]
    pub p_value: Option<f64>,
}

impl Judgement {
    /// Returns whether it is slower, or has more errors.
    pub fn is_worse(&self) -> bool {
        self.verdict == TrendVerdict::Worse
    }

    /// Returns how large the change is: `p95 2.3x`, `error-rate from 0`.
    pub fn size(&self) -> String {
        match self.ratio {
            Some(ratio) if ratio < 0.1 => format!("{} {ratio:.2}x", self.figure.as_str()),
            Some(ratio) => format!("{} {ratio:.1}x", self.figure.as_str()),
            None => format!("{} from 0", self.figure.as_str()),
        }
    }
}
