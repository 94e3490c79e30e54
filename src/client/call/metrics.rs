//! Metrics and credits (advertised).

use std::collections::HashSet;

use crate::api::metrics::{Credits, MetricGroup, Metrics};
use crate::api::operation::Operation;
use crate::client::{ApiRequest, Client, Error};

/// Query of a metrics request. Unset fields are the server's choice.
#[derive(Clone, Debug, Default)]
pub struct MetricsQuery {
    /// From this time, RFC 3339.
    pub from: Option<String>,
    /// To this time, RFC 3339.
    pub to: Option<String>,
    /// Of one connection.
    pub connection_id: Option<String>,
    /// Of this kind, or of several with commas; what counts is the server's choice.
    pub kind: Option<String>,
    /// `connection`, `system`, `endpoint`, `entity`, `kind`, `bucket`, `day`, `weekday`, `hour`, or several with commas.
    pub group_by: Option<String>,
    /// Zone of days and hours.
    pub time_zone: Option<String>,
    /// Seconds a bucket is long.
    pub bucket_seconds: Option<u64>,
}

impl Client {
    /// Returns latency, throughput and error rate (advertised: `metrics_query`).
    pub async fn metrics(&self, query: &MetricsQuery) -> Result<Metrics, Error> {
        let endpoint = self.require(Operation::MetricsQuery).await?;
        let outgoing = ApiRequest::to(&endpoint)
            .maybe_query("from", query.from.as_deref())
            .maybe_query("to", query.to.as_deref())
            .maybe_query("connection_id", query.connection_id.as_deref())
            .maybe_query("kind", query.kind.as_deref())
            .maybe_query("group_by", query.group_by.as_deref())
            .maybe_query("time_zone", query.time_zone.as_deref())
            .maybe_query("bucket_seconds", query.bucket_seconds.map(|seconds| seconds.to_string()));
        let answer = self.send(outgoing).await?;
        let metrics: Metrics = answer.data()?;
        answer.holds(metrics.groups.iter().all(MetricGroup::is_possible), "figures that contradict each other")?;
        let words = query.group_by.as_deref().unwrap_or_default();
        answer.holds(are_groups(&metrics.groups, words), "other groups than those asked for")?;
        Ok(metrics)
    }

    /// Returns the account's credits (advertised: `credits_get`).
    pub async fn credits(&self) -> Result<Credits, Error> {
        let endpoint = self.require(Operation::CreditsGet).await?;
        self.send(ApiRequest::to(&endpoint)).await?.data()
    }
}

/// Returns whether each group has the times that it was to be grouped by, and no other has all of its keys.
fn are_groups(groups: &[MetricGroup], words: &str) -> bool {
    let mut seen = HashSet::new();
    groups.iter().all(|group| {
        let Some(slot) = group.slot() else { return false };
        let has = |word: &str| match word {
            "bucket" => slot.bucket.is_some(),
            "day" => slot.day.is_some(),
            "weekday" => slot.weekday.is_some(),
            "hour" => slot.hour.is_some(),
            _ => true,
        };
        let MetricGroup { connection_id, system, endpoint, entity, kind, .. } = group;
        words.split(',').all(has) && seen.insert((slot, connection_id, system, endpoint, entity, kind))
    })
}
