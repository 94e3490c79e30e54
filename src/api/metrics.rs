//! Metrics (advertised: `metrics_query`).

use jiff::Timestamp;

use super::lenient;
use crate::measure::{ErrorCount, Figures, Slot, WEEKDAYS};

lenient! {
    /// Figures of a time window, in groups.
    pub struct Metrics {
        /// Start of the window.
        pub from: Option<String>,
        /// End of the window.
        pub to: Option<String>,
        /// Length of a bucket in seconds, if the request set one.
        pub bucket_seconds: Option<u64>,
        /// What the groups are by, as asked for; a server that does not send it may group by connection, endpoint, kind
        /// and bucket only.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub group_by: Vec<String>,
        /// The zone of days and hours, as asked for.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub time_zone: Option<String>,
        /// One group per key and bucket.
        pub groups: Vec<MetricGroup> = required,
        ..extra
    }

    /// Figures of one group. Keys that are not grouped by are not set.
    pub struct MetricGroup {
        /// Connection ID.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub connection_id: Option<String>,
        /// The system, as its catalogue slug or name.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub system: Option<String>,
        /// Method and path template, for example `GET /api/erp/purchase-orders`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub endpoint: Option<String>,
        /// Entity, for example `purchase-orders`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub entity: Option<String>,
        /// [`RequestKind`](super::requests::RequestKind), as text.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub kind: Option<String>,
        /// Start time of the bucket.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub bucket: Option<String>,
        /// Calendar day, for example `2026-03-01`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub day: Option<String>,
        /// Day of the week, for example `monday`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub weekday: Option<String>,
        /// Hour of the day, from 0 to 23.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub hour: Option<u64>,
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
        /// 90th percentile, in milliseconds.
        #[serde(deserialize_with = "lenient::figure")]
        pub p90_ms: Option<f64> = strict,
        /// 95th percentile, in milliseconds.
        #[serde(deserialize_with = "lenient::figure")]
        pub p95_ms: Option<f64> = strict,
        /// 99th percentile, in milliseconds.
        #[serde(deserialize_with = "lenient::figure")]
        pub p99_ms: Option<f64> = strict,
        /// Longest time, in milliseconds.
        #[serde(deserialize_with = "lenient::figure")]
        pub max_ms: Option<f64> = strict,
        /// Mean time the server took, with that of the connected system.
        #[serde(deserialize_with = "lenient::figure")]
        pub server_mean_ms: Option<f64> = strict,
        /// Mean time the connected system took.
        #[serde(deserialize_with = "lenient::figure")]
        pub source_mean_ms: Option<f64> = strict,
        /// Mean time on the network.
        #[serde(deserialize_with = "lenient::figure")]
        pub network_mean_ms: Option<f64> = strict,
        /// Requests per second.
        #[serde(deserialize_with = "lenient::figure")]
        pub throughput: Option<f64> = strict,
        /// Errors by requests, from 0 to 1.
        #[serde(deserialize_with = "lenient::share")]
        pub error_rate: Option<f64> = strict,
        /// The errors by code, the most frequent first.
        pub error_codes: Option<Vec<CodeCount>> = strict,
    }

    /// How many requests failed with a code.
    pub struct CodeCount {
        /// [`super::error_code::ErrorCode`], as text, else the status.
        pub code: Option<String> = required,
        /// Number of requests.
        pub errors: Option<u64> = required,
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
    /// The figures of no requests.
    pub fn none() -> Self {
        Self { requests: Some(0), errors: Some(0), error_codes: Some(Vec::new()), ..Self::default() }
    }

    /// Returns the figures as those of a slot of time.
    #[must_use]
    pub fn in_slot(self, slot: Slot) -> Self {
        Self {
            bucket: slot.bucket.map(|start| Timestamp::from_second(start).unwrap_or_default().to_string()),
            day: slot.day.map(|day| day.to_string()),
            weekday: slot.weekday.and_then(|day| WEEKDAYS.get(usize::from(day))).map(|day| (*day).to_owned()),
            hour: slot.hour.map(u64::from),
            ..self
        }
    }

    /// Returns the slot of time that the figures are of; nothing where a part of it is no time.
    pub fn slot(&self) -> Option<Slot> {
        let bucket = |text: &String| lenient::timestamp(text).map(Timestamp::as_second);
        let weekday = |text: &String| WEEKDAYS.iter().position(|day| day == text)?.try_into().ok();
        let hour = |hour: &u64| u8::try_from(*hour).ok().filter(|hour| *hour < 24);
        Some(Slot {
            bucket: parsed(self.bucket.as_ref(), bucket).ok()?,
            day: parsed(self.day.as_ref(), |text| text.parse().ok()).ok()?,
            weekday: parsed(self.weekday.as_ref(), weekday).ok()?,
            hour: parsed(self.hour.as_ref(), hour).ok()?,
        })
    }

    /// How far figures may be apart that are the same: servers round, and percentiles come from histograms.
    const ROUNDING: f64 = 0.01;

    /// Returns whether the figures can be those of the same requests: no more errors than requests, a rate that follows
    /// from both, and times in their order.
    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
    pub fn is_possible(&self) -> bool {
        let (requests, errors) = (self.requests.unwrap_or_default(), self.errors.unwrap_or_default());
        let rate = if requests == 0 { 0.0 } else { errors as f64 / requests as f64 };
        let times = [self.p50_ms, self.p90_ms, self.p95_ms, self.p99_ms, self.max_ms];
        let times: Vec<f64> = times.into_iter().flatten().collect();
        // A mean is of the same times, or of a part of them.
        let means = [self.mean_ms, self.server_mean_ms, self.source_mean_ms, self.network_mean_ms];
        let is_below = |low: f64, high: f64| low <= high * (1.0 + Self::ROUNDING) + Self::ROUNDING;
        let of_codes = self.error_codes.iter().flatten().filter_map(|count| count.errors);
        errors <= requests
            && of_codes.fold(0, u64::saturating_add) <= errors
            && self.error_rate.is_none_or(|found| (found - rate).abs() <= Self::ROUNDING)
            && times.windows(2).all(|pair| is_below(pair[0], pair[1]))
            && self.max_ms.is_none_or(|max| means.into_iter().flatten().all(|mean| is_below(mean, max)))
    }
}

/// Parses what is set; fails where that cannot be.
fn parsed<T, U>(text: Option<&T>, parse: impl FnOnce(&T) -> Option<U>) -> Result<Option<U>, ()> {
    text.map(|text| parse(text).ok_or(())).transpose()
}

impl From<&ErrorCount> for CodeCount {
    fn from(count: &ErrorCount) -> Self {
        Self { code: Some(count.code.clone()), errors: Some(count.errors) }
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
            p90_ms: figures.p90_ms,
            p95_ms: figures.p95_ms,
            p99_ms: figures.p99_ms,
            max_ms: figures.max_ms,
            server_mean_ms: figures.server_mean_ms,
            source_mean_ms: figures.source_mean_ms,
            network_mean_ms: figures.network_mean_ms,
            throughput: figures.throughput,
            error_rate: figures.error_rate,
            error_codes: Some(figures.error_codes.iter().map(CodeCount::from).collect()),
            ..Self::default()
        }
    }
}
