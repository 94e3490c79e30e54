//! Alert rules (advertised): a metric, its threshold, and whether the rule fires.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::lenient;

/// Metrics that a rule can watch, as sent.
pub const METRICS: &[&str] = &["latency_p95", "error_rate", "sync_age", "failed_deliveries"];

/// Body of a request to create an alert rule.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewAlertRule {
    /// Display name; derived from the other fields if left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Metric: one of [`METRICS`].
    pub metric: String,
    /// ID of the connection to watch; all connections without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub connection_id: Option<String>,
    /// The rule fires above this value: milliseconds for `latency_p95`, a fraction for `error_rate`, seconds
    /// for `sync_age`, a number for `failed_deliveries`.
    pub threshold: f64,
    /// Length of the window in seconds; ignored for `sync_age`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub window_seconds: Option<u64>,
}

impl NewAlertRule {
    /// Every field that may be sent.
    pub const FIELDS: &[&str] = &["name", "metric", "connection_id", "threshold", "window_seconds"];
}

lenient! {
    /// An alert rule and its state.
    pub struct AlertRule {
        /// Rule ID.
        pub id: Option<String> = required,
        /// Display name.
        pub name: Option<String>,
        /// Metric: one of [`METRICS`].
        pub metric: Option<String> = required,
        /// ID of the connection it watches; none for all connections.
        pub connection_id: Option<String>,
        /// Threshold; unit as in [`NewAlertRule::threshold`].
        pub threshold: Option<f64> = required,
        /// Length of the window in seconds.
        pub window_seconds: Option<u64>,
        /// State: `ok` or `firing`.
        pub state: Option<String> = required,
        /// Value at the last evaluation, in the unit of the threshold; none without data.
        pub value: Option<f64>,
        /// ID of the connection with the worst value.
        pub worst_connection_id: Option<String>,
        /// Time the state was entered.
        pub since: Option<String>,
        /// Time of the last evaluation.
        pub evaluated_at: Option<String>,
        /// Time it was created.
        pub created_at: Option<String>,
        ..extra
    }

    /// A change of state of a rule.
    pub struct AlertChange {
        /// Rule ID.
        pub rule_id: Option<String>,
        /// Display name of the rule.
        pub name: Option<String>,
        /// Time of the change.
        pub at: Option<String> = required,
        /// New state: `ok` or `firing`.
        pub state: Option<String> = required,
        /// Value at that time.
        pub value: Option<f64>,
        /// ID of the connection with the worst value.
        pub worst_connection_id: Option<String>,
        ..extra
    }
}

/// Data of the events `alert.firing` and `alert.resolved`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct AlertNotice {
    /// Rule ID.
    pub rule_id: Option<String>,
    /// Display name of the rule.
    pub name: Option<String>,
    /// Metric: one of [`METRICS`].
    pub metric: Option<String>,
    /// Value, in the unit of the threshold; none without data.
    pub value: Option<f64>,
    /// Threshold; unit as in [`NewAlertRule::threshold`].
    pub threshold: Option<f64>,
    /// ID of the connection with the worst value; none once the alert is resolved.
    pub worst_connection_id: Option<String>,
    /// Time of the change.
    pub at: Option<String>,
}

impl AlertNotice {
    /// Returns the name of the event.
    pub const fn event(firing: bool) -> &'static str {
        if firing { "alert.firing" } else { "alert.resolved" }
    }

    /// Returns the data as JSON.
    pub fn body(&self) -> Value {
        serde_json::to_value(self).expect("text and numbers are always JSON")
    }
}
