//! Alert rules (advertised): a figure, what it must stay under, and how it stands.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Extra, lenient};

/// A figure that a rule watches, by its word on the wire.
pub const METRICS: &[&str] = &["latency_p95", "error_rate", "sync_age"];

/// What a rule is made of.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewAlertRule {
    /// What people call it; made from the rest if it is left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// One of [`METRICS`].
    pub metric: String,
    /// Only this connection; all of them without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub connection_id: Option<String>,
    /// It fires above this: milliseconds for `latency_p95`, a fraction for `error_rate`, seconds for `sync_age`.
    pub threshold: f64,
    /// How far back requests count, in seconds; no matter for `sync_age`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub window_seconds: Option<u64>,
}

impl NewAlertRule {
    /// Every field that may be sent.
    pub const FIELDS: &[&str] = &["name", "metric", "connection_id", "threshold", "window_seconds"];
}

/// A rule and how it stands.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AlertRule {
    /// Its ID.
    #[serde(deserialize_with = "lenient::text")]
    pub id: Option<String>,
    /// What people call it.
    #[serde(deserialize_with = "lenient::text")]
    pub name: Option<String>,
    /// One of [`METRICS`].
    #[serde(deserialize_with = "lenient::text")]
    pub metric: Option<String>,
    /// The one connection it is about.
    #[serde(deserialize_with = "lenient::text")]
    pub connection_id: Option<String>,
    /// See [`NewAlertRule::threshold`].
    #[serde(deserialize_with = "lenient::number")]
    pub threshold: Option<f64>,
    /// How far back requests count, in seconds.
    #[serde(deserialize_with = "lenient::whole")]
    pub window_seconds: Option<u64>,
    /// `ok` or `firing`.
    #[serde(deserialize_with = "lenient::text")]
    pub state: Option<String>,
    /// The figure when it was last looked at, in the unit of the threshold; none where there was nothing to look at.
    #[serde(deserialize_with = "lenient::number")]
    pub value: Option<f64>,
    /// The connection that is furthest over.
    #[serde(deserialize_with = "lenient::text")]
    pub worst_connection_id: Option<String>,
    /// Since when it is in that state.
    #[serde(deserialize_with = "lenient::text")]
    pub since: Option<String>,
    /// When it was last looked at.
    #[serde(deserialize_with = "lenient::text")]
    pub evaluated_at: Option<String>,
    /// When it was made.
    #[serde(deserialize_with = "lenient::text")]
    pub created_at: Option<String>,
    /// What else the server says.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A rule that began or ceased to fire.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AlertChange {
    /// The rule's ID.
    #[serde(deserialize_with = "lenient::text")]
    pub rule_id: Option<String>,
    /// The rule's name.
    #[serde(deserialize_with = "lenient::text")]
    pub name: Option<String>,
    /// When.
    #[serde(deserialize_with = "lenient::text")]
    pub at: Option<String>,
    /// What it became: `ok` or `firing`.
    #[serde(deserialize_with = "lenient::text")]
    pub state: Option<String>,
    /// The figure at that time.
    #[serde(deserialize_with = "lenient::number")]
    pub value: Option<f64>,
    /// The connection that was furthest over.
    #[serde(deserialize_with = "lenient::text")]
    pub worst_connection_id: Option<String>,
}

/// What the events `alert.firing` and `alert.resolved` tell.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct AlertNotice {
    /// The rule's ID.
    pub rule_id: Option<String>,
    /// The rule's name.
    pub name: Option<String>,
    /// One of [`METRICS`].
    pub metric: Option<String>,
    /// The figure, in the unit of the threshold; none where there was nothing to look at.
    pub value: Option<f64>,
    /// See [`NewAlertRule::threshold`].
    pub threshold: Option<f64>,
    /// The connection that is furthest over; none once it is resolved.
    pub worst_connection_id: Option<String>,
    /// When.
    pub at: Option<String>,
}

impl AlertNotice {
    /// Returns the name of the event.
    pub const fn event(firing: bool) -> &'static str {
        if firing { "alert.firing" } else { "alert.resolved" }
    }

    /// Returns it as the body of the event.
    pub fn body(&self) -> Value {
        serde_json::to_value(self).expect("text and numbers are always JSON")
    }
}
