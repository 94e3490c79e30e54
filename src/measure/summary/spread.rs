//! How the times of calls are spread: each of a few, a histogram of many.

use hdrhistogram::Histogram;

/// Three significant digits: a percentile is at most 0.1 % off.
const DIGITS: u8 = 3;
/// The longest time that is resolved, in microseconds: an hour. Longer ones count as an hour in percentiles, and as
/// what they were in the mean and the maximum.
pub(super) const LONGEST: u64 = 3_600_000_000;
/// Up to here values are kept one by one. A histogram takes tens of kilobytes, and a year in buckets of a minute would
/// be half a million of them.
const FEW: usize = 512;

/// How many times took how long, in microseconds.
#[derive(Clone, Debug)]
pub(super) enum Spread {
    /// Each time, in no order.
    Few(Vec<u64>),
    /// Their histogram.
    Many(Box<Histogram<u64>>),
}

impl Default for Spread {
    fn default() -> Self {
        Self::Few(Vec::new())
    }
}

impl Spread {
    pub(super) fn add(&mut self, micros: u64) {
        match self {
            Self::Few(values) if values.len() < FEW => values.push(micros),
            Self::Few(_) => self.histogram().saturating_record(micros),
            Self::Many(histogram) => histogram.saturating_record(micros),
        }
    }

    pub(super) fn merge(&mut self, other: &Self) {
        match other {
            Self::Few(values) => {
                for &micros in values {
                    self.add(micros);
                }
            }
            Self::Many(more) => self.histogram().add(more.as_ref()).expect("both have the same bounds"),
        }
    }

    /// Takes a time into account as often as it occurred.
    pub(super) fn add_many(&mut self, micros: u64, times: u64) {
        match self {
            Self::Few(values) if (values.len() as u64).saturating_add(times) <= FEW as u64 => {
                values.extend((0..times).map(|_| micros));
            }
            Self::Few(_) | Self::Many(_) => self.histogram().saturating_record_n(micros, times),
        }
    }

    /// Returns the times with how often each occurred, the shortest first. A histogram gives the longest time that it does not
    /// tell from the one that was.
    pub(super) fn counts(&self) -> Vec<(u64, u64)> {
        match self {
            Self::Few(values) => {
                let mut sorted = values.clone();
                sorted.sort_unstable();
                sorted.chunk_by(|one, other| one == other).map(|run| (run[0], run.len() as u64)).collect()
            }
            Self::Many(histogram) => {
                histogram.iter_recorded().map(|step| (step.value_iterated_to(), step.count_at_value())).collect()
            }
        }
    }

    /// Turns into a histogram, if it is not one.
    fn histogram(&mut self) -> &mut Histogram<u64> {
        if let Self::Few(values) = self {
            let mut histogram = Histogram::new_with_bounds(1, LONGEST, DIGITS).expect("constant bounds");
            for &micros in values.iter() {
                histogram.saturating_record(micros);
            }
            *self = Self::Many(Box::new(histogram));
        }
        match self {
            Self::Many(histogram) => histogram,
            Self::Few(_) => unreachable!("it was just replaced"),
        }
    }

    /// The smallest value that at least this share of all values does not exceed (nearest rank).
    pub(super) fn at(&self, quantile: f64) -> Option<u64> {
        match self {
            Self::Few(values) if values.is_empty() => None,
            Self::Few(values) => {
                let mut sorted = values.clone();
                sorted.sort_unstable();
                Some(sorted[nearest_rank(sorted.len(), quantile) - 1])
            }
            Self::Many(histogram) => Some(histogram.value_at_quantile(quantile)),
        }
    }
}

/// The rank from 1 to `count` of a quantile.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "counts here are below 2^52 and quantiles between 0 and 1"
)]
fn nearest_rank(count: usize, quantile: f64) -> usize {
    ((quantile * count as f64).ceil() as usize).clamp(1, count)
}
