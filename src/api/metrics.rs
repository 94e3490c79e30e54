//! Metrics (advertised: `metrics_query`).

use serde::{Deserialize, Serialize};

use super::{Extra, lenient};
use crate::measure::Figures;

/// The answer: what was asked, and a series of groups.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Metrics {
    /// Start of the window.
    #[serde(deserialize_with = "lenient::text")]
    pub from: Option<String>,
    /// End of the window.
    #[serde(deserialize_with = "lenient::text")]
    pub to: Option<String>,
    /// Seconds a bucket is long, if buckets were asked for.
    #[serde(deserialize_with = "lenient::whole")]
    pub bucket_seconds: Option<u64>,
    /// The figures.
    pub groups: Vec<MetricGroup>,
    /// What else the server sends.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Figures of one group. Which of the three keys are set says what it is grouped by.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct MetricGroup {
    /// A connection's ID.
    #[serde(deserialize_with = "lenient::text", skip_serializing_if = "Option::is_none")]
    pub connection_id: Option<String>,
    /// `GET /api/erp/purchase-orders`.
    #[serde(deserialize_with = "lenient::text", skip_serializing_if = "Option::is_none")]
    pub endpoint: Option<String>,
    /// Start of the bucket.
    #[serde(deserialize_with = "lenient::text", skip_serializing_if = "Option::is_none")]
    pub bucket: Option<String>,
    /// Requests.
    #[serde(deserialize_with = "lenient::whole")]
    pub requests: Option<u64>,
    /// Of those, failed: no answer, or a status of 400 and above.
    #[serde(deserialize_with = "lenient::whole")]
    pub errors: Option<u64>,
    /// Mean response time in milliseconds.
    #[serde(deserialize_with = "lenient::number")]
    pub mean_ms: Option<f64>,
    /// Median.
    #[serde(deserialize_with = "lenient::number")]
    pub p50_ms: Option<f64>,
    /// 95th percentile.
    #[serde(deserialize_with = "lenient::number")]
    pub p95_ms: Option<f64>,
    /// 99th percentile.
    #[serde(deserialize_with = "lenient::number")]
    pub p99_ms: Option<f64>,
    /// The slowest.
    #[serde(deserialize_with = "lenient::number")]
    pub max_ms: Option<f64>,
    /// Mean time the connected system took.
    #[serde(deserialize_with = "lenient::number")]
    pub source_mean_ms: Option<f64>,
    /// Requests a second.
    #[serde(deserialize_with = "lenient::number")]
    pub throughput: Option<f64>,
    /// Errors by requests, from 0 to 1.
    #[serde(deserialize_with = "lenient::number")]
    pub error_rate: Option<f64>,
}

/// Credits of the account (advertised: `credits_get`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Credits {
    /// All there are.
    #[serde(deserialize_with = "lenient::whole")]
    pub total: Option<u64>,
    /// Held by connections.
    #[serde(deserialize_with = "lenient::whole")]
    pub used: Option<u64>,
    /// Left.
    #[serde(deserialize_with = "lenient::whole")]
    pub available: Option<u64>,
    /// What else the server sends.
    #[serde(flatten)]
    pub extra: Extra,
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
