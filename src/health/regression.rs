//! Whether the figures of connections became worse than they were.

use std::collections::{HashMap, HashSet};
use std::str::FromStr;
use std::time::Duration;

use jiff::Timestamp;

use super::snapshot::{ProbeError, Query};
use crate::api::metrics::MetricGroup;
use crate::api::operation::Operation;
use crate::api::requests::RequestKind;
use crate::api::trend::{Comparison, Figure, Judgement};
use crate::client::Client;
use crate::client::call::MetricsQuery;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::journal::{Filter, GroupBy, Journal};
use crate::measure::{BucketSize, MIN_RATIO, Window};

/// The smallest ratio of error rates that is told from noise.
const MIN_RATE_RATIO: f64 = 1.5;

/// How much worse a figure may have become.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MaxRegression {
    /// The figure.
    pub figure: Figure,
    /// The largest ratio to the time before that is allowed.
    pub ratio: f64,
}

impl FromStr for MaxRegression {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let names = || Figure::ALL.map(Figure::as_str).join("`, `");
        let wrong = || format!("write it as `p95=1.5x`; figures are `{}`", names());
        let (name, ratio) = text.split_once('=').ok_or_else(wrong)?;
        let named = |figure: &Figure| figure.as_str() == name.trim().to_ascii_lowercase();
        let figure = Figure::ALL.into_iter().find(named).ok_or_else(wrong)?;
        let ratio = ratio.trim().trim_end_matches(['x', 'X']);
        let is_plain = ratio.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        let ratio: f64 = ratio.parse().ok().filter(|_| is_plain).ok_or_else(wrong)?;
        let least = if figure == Figure::ErrorRate { MIN_RATE_RATIO } else { MIN_RATIO };
        if ratio < least {
            return Err(format!("less than {least}x of {} is not told from noise", figure.as_str()));
        }
        Ok(Self { figure, ratio })
    }
}

/// The verdicts on the figures of one connection.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Judged {
    /// Who counted: `server`, or `journal of this machine`.
    pub source: &'static str,
    /// Start of the time that was compared with, RFC 3339.
    pub baseline_from: Option<String>,
    /// End of that time, RFC 3339.
    pub baseline_to: Option<String>,
    /// One for each figure that was to be judged.
    pub figures: Vec<Judgement>,
}

/// The verdicts on all connections, from a few queries and not some for each.
pub enum Trends {
    /// No budget needs them.
    Skipped,
    /// By the connection's ID.
    Known(HashMap<String, Judged>, Judged),
    /// A query failed.
    Failed(ProbeError),
}

/// Who has the figures.
struct Counted<'a> {
    client: &'a Client,
    journal: (&'a Journal, &'a str),
    is_offered: bool,
    only: Option<&'a str>,
}

impl Counted<'_> {
    /// Returns the figures of each connection, and of each bucket.
    async fn groups(
        &self,
        window: Window,
        kinds: &[RequestKind],
        bucket: Option<BucketSize>,
    ) -> Result<Vec<MetricGroup>, Failure> {
        if self.is_offered {
            let query = MetricsQuery {
                from: Some(window.from.to_string()),
                to: Some(window.to.to_string()),
                connection_id: self.only.map(str::to_owned),
                kind: (kinds != RequestKind::COUNTED)
                    .then(|| kinds.iter().map(|kind| kind.as_str()).collect::<Vec<_>>().join(",")),
                group_by: Some(if bucket.is_some() { "connection,bucket" } else { "connection" }.into()),
                bucket_seconds: bucket.map(BucketSize::seconds),
                ..MetricsQuery::default()
            };
            return Ok(self.client.metrics(&query).await?.groups);
        }
        let (journal, profile) = self.journal;
        let filter = Filter {
            profile: Some(profile.to_owned()),
            connection: self.only.map(str::to_owned),
            kinds: kinds.to_vec(),
            since: Some(window.from),
            until: Some(window.to),
            ..Filter::default()
        };
        Ok(journal.summarise(&filter, GroupBy { connection: true, bucket, ..GroupBy::default() })?.groups)
    }
}

impl Trends {
    /// Compares the last `times.0` with the time `times.1` before, on the server where it offers metrics, else in the journal of
    /// this machine, where `profile` made the requests. With `only`, of that connection alone.
    pub async fn query(
        client: &Client,
        journal: (&Journal, &str),
        times: (Duration, Duration),
        figures: &[Figure],
        only: Option<&str>,
    ) -> Self {
        Self::read(client, journal, times, figures, only)
            .await
            .unwrap_or_else(|failure| Self::Failed(ProbeError::from(&failure)))
    }

    async fn read(
        client: &Client,
        journal: (&Journal, &str),
        (length, shift): (Duration, Duration),
        figures: &[Figure],
        only: Option<&str>,
    ) -> Result<Self, Failure> {
        let is_offered = client.offered(Operation::MetricsQuery).await?.is_some();
        let counted = Counted { client, journal, is_offered, only };
        // Servers count in milliseconds.
        let to = Timestamp::from_millisecond(client.now().as_millisecond()).unwrap_or_default();
        let window = Window { from: to.checked_sub(length).unwrap_or(Timestamp::MIN), to };
        let all = counted.groups(window, &RequestKind::COUNTED, None).await?;
        let of_each = all.iter().filter_map(|group| group.requests).fold(0, u64::saturating_add);
        let of_each = of_each / (all.len().max(1) as u64);
        let comparison = Comparison::new(window, shift, of_each).map_err(|error| Failure::usage(error.to_string()))?;
        let empty = Judged {
            source: if is_offered { "server" } else { "journal of this machine" },
            baseline_from: Some(comparison.baseline.from.to_string()),
            baseline_to: Some(comparison.baseline.to.to_string()),
            figures: figures.iter().map(|figure| comparison.judge([], [], *figure)).collect(),
        };
        let mut known: HashMap<String, Judged> = HashMap::new();
        // Nobody waits for what a sync reads, and all of it can fail.
        for (is_rate, kinds) in [(false, &[RequestKind::Api][..]), (true, &RequestKind::COUNTED)] {
            let wanted = figures.iter().enumerate().filter(|(_, figure)| (**figure == Figure::ErrorRate) == is_rate);
            let wanted: Vec<(usize, &Figure)> = wanted.collect();
            if wanted.is_empty() {
                continue;
            }
            let before = counted.groups(comparison.baseline, kinds, Some(comparison.bucket)).await?;
            let now = counted.groups(window, kinds, Some(comparison.bucket)).await?;
            let (before, now) = (by_connection(&before), by_connection(&now));
            let ids: HashSet<&str> = before.keys().chain(now.keys()).copied().collect();
            for id in ids {
                let (before, now) =
                    (before.get(id).map_or(&[][..], Vec::as_slice), now.get(id).map_or(&[][..], Vec::as_slice));
                let judged = known.entry(id.to_owned()).or_insert_with(|| empty.clone());
                for (place, figure) in &wanted {
                    judged.figures[*place] = comparison.judge(before.iter().copied(), now.iter().copied(), **figure);
                }
            }
        }
        Ok(Self::Known(known, empty))
    }

    pub(super) fn of(&self, connection: &str) -> Query<Judged> {
        match self {
            Self::Skipped => Query::Skipped,
            Self::Failed(error) => Query::Failed(error.clone()),
            Self::Known(known, empty) => Query::Answer(known.get(connection).unwrap_or(empty).clone()),
        }
    }
}

fn by_connection(groups: &[MetricGroup]) -> HashMap<&str, Vec<&MetricGroup>> {
    let mut of_each = HashMap::<&str, Vec<&MetricGroup>>::new();
    for group in groups {
        if let Some(id) = &group.connection_id {
            of_each.entry(id).or_default().push(group);
        }
    }
    of_each
}

/// A comparison that cannot be made.
pub(super) fn failed(message: &str) -> ProbeError {
    ProbeError { exit: Exit::Unsupported, message: message.into(), request_id: None, remedy: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn budgets_as_people_type_them() {
        for (text, figure, ratio) in [
            ("p95=1.5x", Figure::P95, 1.5),
            ("P50=2", Figure::P50, 2.0),
            ("error-rate=3X", Figure::ErrorRate, 3.0),
            (" p99 = 1.30x ", Figure::P99, 1.3),
        ] {
            assert_eq!(text.parse(), Ok(MaxRegression { figure, ratio }), "{text}");
        }
        for text in
            ["p95", "p95=", "p95=x", "p95=1.2x", "error-rate=1.4x", "p95=-2", "p95=NaN", "p95=1e3", "mean=2x", "=2x"]
        {
            assert!(text.parse::<MaxRegression>().is_err(), "{text}");
        }
    }
}
