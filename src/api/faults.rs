//! Faults that a sandbox injects on request. No platform has these.

use clap::ValueEnum;
use serde::{Deserialize, Serialize};

macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident = $name:literal, $target:ident;)*) => {
        /// What breaks. The one definition: the command line shows these texts as help.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ValueEnum)]
        pub enum FaultKind { $($(#[$doc])* #[serde(rename = $name)] $variant,)* }

        impl FaultKind {
            /// Every kind there is.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// Returns the word for it on the wire.
            pub const fn name(self) -> &'static str { match self { $(Self::$variant => $name,)* } }

            /// Returns what it applies to.
            pub const fn target(self) -> Target { match self { $(Self::$variant => Target::$target,)* } }
        }
    };
}

/// What a kind of fault applies to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The system behind a connection: its calls, syncs and probes.
    System,
    /// Calls to the API.
    Call,
    /// Webhooks on their way.
    Delivery,
}

kinds! {
    /// The system cannot be reached: the connection goes offline.
    SourceDown = "source_down", System;
    /// The system refuses the credentials until the connection is connected again.
    CredentialsChanged = "credentials_changed", System;
    /// Calls take longer by `--latency`, or around `--median`.
    Latency = "latency", Call;
    /// Calls and syncs end in `--status` and `--code`.
    Error = "error", Call;
    /// Calls end in 429, and syncs wait until they may go on.
    RateLimited = "rate_limited", Call;
    /// The token that was sent has expired; renewed, it holds again.
    ExpiredToken = "expired_token", Call;
    /// The TCP connection is reset before the answer, or `--within` it; syncs try again some times.
    Reset = "reset", Call;
    /// Answers stop half-way.
    CutBody = "cut_body", Call;
    /// Answers are no JSON.
    MalformedJson = "malformed_json", Call;
    /// Webhooks come more than once.
    Duplicate = "duplicate", Delivery;
    /// Webhooks come late by `--delay`.
    Late = "late", Delivery;
    /// Webhooks come after the one behind them.
    Reordered = "reordered", Delivery;
    /// Webhooks never come.
    Lost = "lost", Delivery;
    /// Webhooks come with a signature that does not hold.
    BadlySigned = "badly_signed", Delivery;
    /// Webhooks come as PHP writes JSON: `\/` and `\uXXXX`.
    PhpEscaped = "php_escaped", Delivery;
}

impl FaultKind {
    /// Finds a kind by its word.
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }
}

/// Body of a request to add a fault. Unset fields do not narrow it, or have their defaults.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct NewFault {
    /// The word of a [`FaultKind`].
    pub kind: String,
    /// `connection`: calls that go to a connected system, the usual; `any`: every call to the API; `delivery`: webhooks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// Only this connection.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub connection_id: Option<String>,
    /// Only these calls, as `GET /api/eam/*`, or as `GET /sap/assets` where a sync makes them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub endpoint: Option<String>,
    /// Only deliveries to this webhook endpoint.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub webhook_endpoint_id: Option<String>,
    /// Only deliveries of these events, as `sync.*`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<String>,
    /// Probability, above 0 up to 1; always applied when not set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub probability: Option<f64>,
    /// Number of times it applies before it ends.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<u64>,
    /// `latency`: how much longer, in milliseconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latency_ms: Option<u64>,
    /// `latency`: the median of a log-normal distribution, in milliseconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub median_ms: Option<u64>,
    /// `latency`: the spread of that distribution, the sigma of the logarithm; 0.5 when not set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sigma: Option<f64>,
    /// `error`: the status, 400 to 599.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// `error`: the code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// `rate_limited`: seconds for `Retry-After`; 30 when not set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<u64>,
    /// `reset`: after half of the answer instead of before it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within: Option<bool>,
    /// `late`: how late, in milliseconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delay_ms: Option<u64>,
    /// `duplicate`: how often it comes on top; 1 when not set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub copies: Option<u64>,
}

impl NewFault {
    /// Every field there is.
    pub const FIELDS: &[&str] = &[
        "kind",
        "scope",
        "connection_id",
        "endpoint",
        "webhook_endpoint_id",
        "event",
        "probability",
        "count",
        "latency_ms",
        "median_ms",
        "sigma",
        "status",
        "code",
        "retry_after",
        "within",
        "delay_ms",
        "copies",
    ];
}

/// A fault as it stands.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Fault {
    /// Its number.
    pub id: u64,
    /// What it is.
    #[serde(flatten)]
    pub spec: NewFault,
    /// Number of times it will still apply; unlimited without one.
    pub remaining: Option<u64>,
    /// Number of requests or deliveries it was matched against.
    #[serde(default)]
    pub seen: u64,
    /// Number of times it was applied.
    #[serde(default)]
    pub struck: u64,
    /// When it was added.
    pub created_at: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_listed() {
        let full = r#"{"kind":"x","scope":"x","connection_id":"x","endpoint":"x","webhook_endpoint_id":"x","event":"x",
            "probability":0.5,"count":1,"latency_ms":1,"median_ms":1,"sigma":0.5,"status":500,"code":"x",
            "retry_after":1,"within":true,"delay_ms":1,"copies":1}"#;
        let full: NewFault = serde_json::from_str(full).expect("whole");
        let value = serde_json::to_value(&full).expect("JSON");
        let names: Vec<&String> = value.as_object().expect("an object").keys().collect();
        assert_eq!(names, NewFault::FIELDS);
    }

    #[test]
    fn words_are_those_of_serde() {
        for kind in FaultKind::ALL {
            assert_eq!(serde_json::to_value(kind).expect("a word"), kind.name());
            assert_eq!(FaultKind::by_name(kind.name()), Some(*kind));
        }
    }
}
