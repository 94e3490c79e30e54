//! A summary as it is shown and sent.

use std::time::Duration;

use jiff::Timestamp;
use serde::Serialize;

use super::summary::{ErrorCount, Summary};

/// The span of time that figures are about. Throughput is requests by its length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// Start, inclusive.
    pub from: Timestamp,
    /// End, exclusive.
    pub to: Timestamp,
}

impl Window {
    /// Returns how long it is, zero if it ends before it starts.
    pub fn length(self) -> Duration {
        Duration::try_from(self.to.duration_since(self.from)).unwrap_or_default()
    }

    /// Returns what this window has in common with another.
    #[must_use]
    pub fn within(self, other: Self) -> Self {
        Self { from: self.from.max(other.from), to: self.to.min(other.to) }
    }
}

/// The figures of a summary. The fields are those of the platform's metrics, so that programs read one shape.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Figures {
    /// Number of requests.
    pub requests: u64,
    /// Number of failed requests: no answer, or a status of 400 and above.
    pub errors: u64,
    /// Mean response time in milliseconds, exact.
    pub mean_ms: Option<f64>,
    /// Median, in milliseconds.
    pub p50_ms: Option<f64>,
    /// 90th percentile, in milliseconds.
    pub p90_ms: Option<f64>,
    /// 95th percentile, in milliseconds.
    pub p95_ms: Option<f64>,
    /// 99th percentile, in milliseconds.
    pub p99_ms: Option<f64>,
    /// Maximum in milliseconds, exact.
    pub max_ms: Option<f64>,
    /// Mean time the server took, with that of the connected system, over the requests for which it is known.
    pub server_mean_ms: Option<f64>,
    /// Mean time the connected system took, over the requests with that header.
    pub source_mean_ms: Option<f64>,
    /// Mean time on the network, which is what a request took less what the server took.
    pub network_mean_ms: Option<f64>,
    /// Requests a second over the whole window; nothing if the window has no length.
    pub throughput: Option<f64>,
    /// Errors by requests, from 0 to 1.
    pub error_rate: Option<f64>,
    /// The errors by code, the most frequent first.
    pub error_codes: Vec<ErrorCount>,
}

impl Figures {
    /// Returns the figures of a summary over a window.
    pub fn of(summary: &Summary, window: Window) -> Self {
        Self::over(summary, window.length())
    }

    /// Returns the figures of a summary over so much time.
    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
    pub fn over(summary: &Summary, length: Duration) -> Self {
        let millis = |time: Option<Duration>| time.map(|time| time.as_nanos() as f64 / 1e6);
        let seconds = length.as_secs_f64();
        Self {
            requests: summary.requests(),
            errors: summary.errors(),
            mean_ms: millis(summary.mean()),
            p50_ms: millis(summary.quantile(0.5)),
            p90_ms: millis(summary.quantile(0.9)),
            p95_ms: millis(summary.quantile(0.95)),
            p99_ms: millis(summary.quantile(0.99)),
            max_ms: millis(summary.max()),
            server_mean_ms: millis(summary.server_mean()),
            source_mean_ms: millis(summary.source_mean()),
            network_mean_ms: millis(summary.network_mean()),
            throughput: (seconds > 0.0).then(|| summary.requests() as f64 / seconds),
            error_rate: summary.error_rate(),
            error_codes: summary.codes(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Sample;
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).expect("constant")
    }

    #[test]
    fn throughput_is_requests_by_the_whole_window() {
        let mut summary = Summary::default();
        for millis in [10, 30] {
            summary.add(Sample { elapsed: Duration::from_millis(millis), failed: millis == 30, ..Sample::default() });
        }
        let figures = Figures::of(&summary, Window { from: at(100), to: at(140) });
        assert_eq!(figures.throughput, Some(0.05));
        assert_eq!(figures.mean_ms, Some(20.0));
        assert_eq!(figures.error_rate, Some(0.5));
        assert_eq!(Figures::of(&summary, Window { from: at(5), to: at(5) }).throughput, None);
        assert_eq!(Figures::of(&summary, Window { from: at(9), to: at(5) }).throughput, None);
    }

    #[test]
    fn windows_meet() {
        let bucket = Window { from: at(60), to: at(120) };
        assert_eq!(bucket.within(Window { from: at(90), to: at(200) }), Window { from: at(90), to: at(120) });
    }
}
