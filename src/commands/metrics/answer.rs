//! What is shown of metrics: the answer and its groups, and the words that they are chosen by.

use clap::ValueEnum;
use jiff::Timestamp;
use serde::Serialize;

use crate::api::metrics::MetricGroup;
use crate::api::requests::RequestKind;
use crate::api::trend::Judgement;

/// Where the metrics come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub(super) enum Source {
    /// The server if it offers this, otherwise the journal
    Auto,
    /// The server: all requests of the account
    Server,
    /// The journal: requests of this machine
    Journal,
}

/// What to group by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub(super) enum By {
    /// Connections
    Connection,
    /// Systems of the connections
    System,
    /// Method and path template
    Endpoint,
    /// Entities, as `purchase-orders`
    Entity,
    /// What requests were for: `api`, `sync`, `probe`, `tool`
    Kind,
    /// Hours of the day, in the local zone
    Hour,
    /// Calendar days, in the local zone
    Day,
    /// Days of the week, in the local zone
    Weekday,
}

impl By {
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Connection => "connection",
            Self::System => "system",
            Self::Endpoint => "endpoint",
            Self::Entity => "entity",
            Self::Kind => "kind",
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Weekday => "weekday",
        }
    }

    /// Returns whether it groups times and not what requests were about.
    pub(super) const fn is_time(self) -> bool {
        matches!(self, Self::Hour | Self::Day | Self::Weekday)
    }
}

/// The time that is compared with.
#[derive(Clone, Serialize)]
pub(super) struct Baseline {
    pub(super) from: Timestamp,
    pub(super) to: Timestamp,
    /// How far it lies before the time that is judged.
    pub(super) shift_seconds: u64,
    /// Length of the buckets that were compared.
    pub(super) bucket_seconds: u64,
}

/// The verdicts on a group.
#[derive(Clone, Serialize)]
pub(super) struct Trends {
    #[serde(flatten)]
    pub(super) headline: Judgement,
    /// The verdict on each figure.
    pub(super) figures: Vec<Judgement>,
}

/// The answer.
#[derive(Serialize)]
pub(super) struct MetricsAnswer {
    /// `server` or `journal`.
    pub(super) source: Source,
    pub(super) from: Timestamp,
    pub(super) to: Timestamp,
    pub(super) bucket_seconds: Option<u64>,
    /// The kinds of requests that are counted.
    pub(super) kinds: Vec<RequestKind>,
    pub(super) by: Vec<By>,
    /// The only connection, if one was named.
    pub(super) connection_id: Option<String>,
    pub(super) total: MetricGroup,
    /// Number of requests of the journal for which the server reports more time than there was; a source time that
    /// cannot be is left out.
    pub(super) clock_trouble: Option<u64>,
    /// Of the requests of the journal before this time only sums of hours are left, and each hour that begins in the time is
    /// counted at its start.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) hourly_until: Option<Timestamp>,
    /// The time that is compared with, with `--compare`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) comparison: Option<Baseline>,
    /// The verdict on all of it, with `--compare`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) total_trend: Option<Trends>,
    pub(super) groups: Vec<Group>,
}

/// A group with the name of its connection.
#[derive(Serialize)]
pub(super) struct Group {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) connection: Option<String>,
    #[serde(flatten)]
    pub(super) figures: MetricGroup,
    /// The verdict against the baseline, with `--compare`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) trend: Option<Trends>,
    /// p95 over time, as small bars.
    #[serde(skip)]
    pub(super) bars: Option<String>,
}

/// What groups beside their time are told apart by.
pub(super) type GroupKey<'a> = [Option<&'a str>; 5];

impl Group {
    pub(super) fn new(figures: MetricGroup) -> Self {
        Self { connection: None, figures, trend: None, bars: None }
    }
}

impl Group {
    /// Returns what it is told apart by from the other groups of its time.
    pub(super) fn key(&self) -> GroupKey<'_> {
        let MetricGroup { connection_id, system, endpoint, entity, kind, .. } = &self.figures;
        [connection_id, system, endpoint, entity, kind].map(Option::as_deref)
    }

    /// Returns its name for people; nothing where it is of all requests of its time.
    pub(super) fn name(&self) -> String {
        let [connection_id, rest @ ..] = self.key();
        let connection = self.connection.as_deref().or(connection_id);
        let parts: Vec<&str> = [connection].into_iter().chain(rest).flatten().collect();
        parts.join(", ")
    }
}
