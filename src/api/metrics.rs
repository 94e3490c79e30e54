//! Metrics (advertised: `metrics_query`).

use super::lenient;
use crate::measure::Figures;

lenient! {
    /// Figures of a time window, in groups.
    pub struct Metrics {
        /// Start of the window.
        pub from: Option<String>,
        /// End of the window.
        pub to: Option<String>,
        /// Length of a bucket in seconds, if the request set one.
        pub bucket_seconds: Option<u64>,
        /// One group per key and bucket.
        pub groups: Vec<MetricGroup> = required,
        ..extra
    }

    /// Figures of one group. Keys that are not grouped by are not set.
    pub struct MetricGroup {
        /// Connection ID.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub connection_id: Option<String>,
        /// Method and path template, for example `GET /api/erp/purchase-orders`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub endpoint: Option<String>,
        /// [`RequestKind`](super::requests::RequestKind), as text.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub kind: Option<String>,
        /// Start time of the bucket.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub bucket: Option<String>,
        /// Number of requests.
        pub requests: Option<u64> = required,
        /// Of those, failed: no answer, or a status of 400 and above.
        pub errors: Option<u64> = required,
        /// Mean response time in milliseconds.
        #[serde(deserialize_with = "lenient::figure")]
        pub mean_ms: Option<f64> = strict,
        /// Median time, in milliseconds.
        #[serde(deserialize_with = "lenient::figure")]
        pub p50_ms: Option<f64> = strict,
        /// 95th percentile, in milliseconds.
        #[serde(deserialize_with = "lenient::figure")]
        pub p95_ms: Option<f64> = strict,
        /// 99th percentile, in milliseconds.
        #[serde(deserialize_with = "lenient::figure")]
        pub p99_ms: Option<f64> = strict,
        /// Longest time, in milliseconds.
        #[serde(deserialize_with = "lenient::figure")]
        pub max_ms: Option<f64> = strict,
        /// Mean time the connected system took.
        #[serde(deserialize_with = "lenient::figure")]
        pub source_mean_ms: Option<f64> = strict,
        /// Requests per second.
        #[serde(deserialize_with = "lenient::figure")]
        pub throughput: Option<f64> = strict,
        /// Errors by requests, from 0 to 1.
        #[serde(deserialize_with = "lenient::share")]
        pub error_rate: Option<f64> = strict,
    }

    /// Credits of the account (advertised: `credits_get`).
    pub struct Credits {
        /// Total number of credits.
        pub total: Option<u64> = required,
        /// Number of credits used by connections.
        pub used: Option<u64> = required,
        /// Left.
        pub available: Option<u64> = required,
        ..extra
    }
}

impl MetricGroup {
    /// How far figures may be apart that are the same: servers round, and percentiles come from histograms.
    const ROUNDING: f64 = 0.01;

    /// Returns whether the figures can be those of the same requests: no more errors than requests, a rate that follows
    /// from both, and times in their order.
    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
    pub fn is_possible(&self) -> bool {
        let (requests, errors) = (self.requests.unwrap_or_default(), self.errors.unwrap_or_default());
        let rate = if requests == 0 { 0.0 } else { errors as f64 / requests as f64 };
        let times = [self.p50_ms, self.p95_ms, self.p99_ms, self.max_ms];
        let times: Vec<f64> = times.into_iter().flatten().collect();
        // A mean is of the same times, or of a part of them.
        let means = [self.mean_ms, self.source_mean_ms];
        let is_below = |low: f64, high: f64| low <= high * (1.0 + Self::ROUNDING) + Self::ROUNDING;
        errors <= requests
            && self.error_rate.is_none_or(|found| (found - rate).abs() <= Self::ROUNDING)
            && times.windows(2).all(|pair| is_below(pair[0], pair[1]))
            && self.max_ms.is_none_or(|max| means.into_iter().flatten().all(|mean| is_below(mean, max)))
    }
}

impl From<&Figures> for MetricGroup {
    /// Figures of everything; what they are grouped by is added by whoever grouped them.
    fn from(figures: &Figures) -> Self {
        Self {
            requests: Some(figures.requests),
            errors: Some(figures.errors),
            mean_ms: figures.mean_ms,
            p50_ms: figures.p50_ms,
            p95_ms: figures.p95_ms,
            p99_ms: figures.p99_ms,
            max_ms: figures.max_ms,
            source_mean_ms: figures.source_mean_ms,
            throughput: figures.throughput,
            error_rate: figures.error_rate,
            ..Self::default()
        }
    }
}
