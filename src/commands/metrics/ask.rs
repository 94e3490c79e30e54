//! Asks for figures: the server, or the journal.

use jiff::Timestamp;

use super::view::{Answer, Group};
use super::{By, Source};
use crate::api::metrics::MetricGroup;
use crate::client::call::MetricsQuery;
use crate::client::{self, Client};
use crate::context::Context;
use crate::failure::Failure;
use crate::journal::{Filter, GroupBy};
use crate::measure::BucketSize;

/// What is asked.
pub(super) struct Question {
    pub(super) connection: Option<String>,
    pub(super) by: Vec<By>,
    pub(super) bucket: Option<BucketSize>,
    pub(super) since: Timestamp,
    pub(super) until: Timestamp,
}

impl Question {
    fn answer(self, source: Source, total: MetricGroup, groups: Vec<MetricGroup>) -> Answer {
        Answer {
            source,
            from: self.since,
            to: self.until,
            bucket_seconds: self.bucket.map(BucketSize::seconds),
            by: self.by,
            connection_id: self.connection,
            total,
            groups: groups.into_iter().map(Group::new).collect(),
        }
    }

    fn is_grouped(&self) -> bool {
        !self.by.is_empty() || self.bucket.is_some()
    }
}

/// Asks the server: for the groups, and for all of it. A total made of the groups would have a median of medians.
pub(super) async fn server(client: &Client, question: Question) -> Result<Answer, client::Error> {
    let whole = MetricsQuery {
        from: Some(question.since.to_string()),
        to: Some(question.until.to_string()),
        connection_id: question.connection.clone(),
        ..MetricsQuery::default()
    };
    let total = client.metrics(&whole).await?.groups.into_iter().next();
    let total = total.unwrap_or_else(|| MetricGroup { requests: Some(0), errors: Some(0), ..MetricGroup::default() });
    let mut groups = Vec::new();
    if question.is_grouped() {
        let mut words: Vec<&str> = question.by.iter().map(|by| by.word()).collect();
        if question.bucket.is_some() {
            words.push("bucket");
        }
        let query = MetricsQuery {
            group_by: Some(words.join(",")),
            bucket_seconds: question.bucket.map(BucketSize::seconds),
            ..whole
        };
        groups = client.metrics(&query).await?.groups;
    }
    Ok(question.answer(Source::Server, total, groups))
}

/// Asks the journal of this machine.
pub(super) fn journal(ctx: &Context, question: Question) -> Result<Answer, Failure> {
    let filter = Filter {
        profile: Some(ctx.settings.profile().to_owned()),
        connection: question.connection.clone(),
        since: Some(question.since),
        until: Some(question.until),
        ..Filter::default()
    };
    let has = |by| question.by.contains(&by);
    let by = GroupBy { connection: has(By::Connection), endpoint: has(By::Endpoint), bucket: question.bucket };
    let found = ctx.journal().summarise(&filter, by)?;
    let total = found.whole();
    let groups = if question.is_grouped() { found.groups } else { Vec::new() };
    Ok(question.answer(Source::Journal, total, groups.into_iter().map(MetricGroup::from).collect()))
}

impl By {
    const fn word(self) -> &'static str {
        match self {
            Self::Connection => "connection",
            Self::Endpoint => "endpoint",
        }
    }
}
