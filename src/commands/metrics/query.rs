//! Queries metrics from the server or the journal.

use jiff::Timestamp;

use super::view::{Group, MetricsAnswer};
use super::{By, Source};
use crate::api::metrics::MetricGroup;
use crate::api::requests::RequestKind;
use crate::client::call::MetricsQuery;
use crate::client::{self, Client};
use crate::context::Context;
use crate::failure::Failure;
use crate::journal::{Filter, GroupBy};
use crate::measure::BucketSize;

/// A query for metrics.
pub(super) struct Query {
    pub(super) connection: Option<String>,
    /// The kinds that count; never empty.
    pub(super) kinds: Vec<RequestKind>,
    pub(super) by: Vec<By>,
    pub(super) bucket: Option<BucketSize>,
    pub(super) since: Timestamp,
    pub(super) until: Timestamp,
}

impl Query {
    fn answer(self, source: Source, total: MetricGroup, groups: Vec<MetricGroup>) -> MetricsAnswer {
        MetricsAnswer {
            source,
            from: self.since,
            to: self.until,
            bucket_seconds: self.bucket.map(BucketSize::seconds),
            kinds: self.kinds,
            by: self.by,
            connection_id: self.connection,
            total,
            clock_trouble: None,
            groups: groups.into_iter().map(Group::new).collect(),
        }
    }

    fn is_grouped(&self) -> bool {
        !self.by.is_empty() || self.bucket.is_some()
    }
}

/// Queries the server for the groups and for the total. A total made of the groups would have a median of medians.
pub(super) async fn from_server(client: &Client, query: Query) -> Result<MetricsAnswer, client::Error> {
    let whole = MetricsQuery {
        from: Some(query.since.to_string()),
        to: Some(query.until.to_string()),
        connection_id: query.connection.clone(),
        // What counts without a choice is the same at either end, and a server may not know the parameter.
        kind: (query.kinds != RequestKind::COUNTED)
            .then(|| query.kinds.iter().map(|kind| kind.as_str()).collect::<Vec<_>>().join(",")),
        ..MetricsQuery::default()
    };
    let total = client.metrics(&whole).await?.groups.into_iter().next();
    let total = total.unwrap_or_else(|| MetricGroup { requests: Some(0), errors: Some(0), ..MetricGroup::default() });
    let mut groups = Vec::new();
    if query.is_grouped() {
        let mut words: Vec<&str> = query.by.iter().map(|by| by.word()).collect();
        if query.bucket.is_some() {
            words.push("bucket");
        }
        let grouped = MetricsQuery {
            group_by: Some(words.join(",")),
            bucket_seconds: query.bucket.map(BucketSize::seconds),
            ..whole
        };
        groups = client.metrics(&grouped).await?.groups;
    }
    Ok(query.answer(Source::Server, total, groups))
}

/// Queries the journal of this machine.
pub(super) fn from_journal(ctx: &Context, query: Query) -> Result<MetricsAnswer, Failure> {
    let filter = Filter {
        profile: Some(ctx.settings.profile().to_owned()),
        connection: query.connection.clone(),
        kinds: query.kinds.clone(),
        since: Some(query.since),
        until: Some(query.until),
        ..Filter::default()
    };
    let has = |by| query.by.contains(&by);
    let by = GroupBy {
        connection: has(By::Connection),
        endpoint: has(By::Endpoint),
        kind: has(By::Kind),
        bucket: query.bucket,
    };
    let found = ctx.journal()?.summarise(&filter, by)?;
    let total = found.whole();
    let groups = if query.is_grouped() { found.groups } else { Vec::new() };
    let answer = query.answer(Source::Journal, total, groups.into_iter().map(MetricGroup::from).collect());
    Ok(MetricsAnswer { clock_trouble: Some(found.clock_trouble), ..answer })
}

impl By {
    const fn word(self) -> &'static str {
        match self {
            Self::Connection => "connection",
            Self::Endpoint => "endpoint",
            Self::Kind => "kind",
        }
    }
}
