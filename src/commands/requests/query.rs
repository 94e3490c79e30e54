//! A query for requests, as the server, the journal and this program each apply it.

use std::time::Duration;

use jiff::Timestamp;

use super::row::Row;
use crate::api::connections::Connection;
use crate::client::Client;
use crate::client::call::RequestQuery;
use crate::journal::{Filter, Outcome, Search, StatusFilter};

/// A query for requests.
#[derive(Clone, Debug)]
pub(super) struct Query {
    pub(super) connection: Option<String>,
    pub(super) sync: Option<String>,
    pub(super) statuses: Vec<StatusFilter>,
    pub(super) errors: bool,
    pub(super) search: Option<Search>,
    pub(super) slower_than: Option<Duration>,
    pub(super) since: Option<Timestamp>,
    pub(super) until: Option<Timestamp>,
    pub(super) limit: u32,
}

/// Returns the IDs of connections with this text in their name, in either case.
pub(super) fn connections_named(connections: &[Connection], text: &str) -> Vec<String> {
    let wanted = text.to_lowercase();
    let is = |row: &&Connection| row.name.as_deref().is_some_and(|name| name.to_lowercase().contains(&wanted));
    connections.iter().filter(is).map(|row| row.id().to_owned()).collect()
}

/// Returns whether a request has a text: at the beginning of its ID, in method and path without the query, in method and
/// template, in its error code, or in the name of its connection.
fn matches_search(search: &Search, row: &Row) -> bool {
    let wanted = search.text.to_ascii_lowercase();
    let path = row.path.as_deref().and_then(|path| path.split('?').next());
    let method = row.method.as_deref().unwrap_or_default();
    let has = |text: &str| text.to_ascii_lowercase().contains(&wanted);
    row.id.as_ref().is_some_and(|id| id.to_ascii_lowercase().starts_with(&wanted))
        || [path, row.endpoint.as_deref()].into_iter().flatten().any(|path| has(&format!("{method} {path}")))
        || row.error_code.as_deref().is_some_and(has)
        || row.connection_id.as_ref().is_some_and(|id| search.connections.contains(id))
}

impl Query {
    /// Returns the query for one row more than is shown, which tells whether there are more.
    pub(super) fn one_more(&self) -> Self {
        Self { limit: self.limit.saturating_add(1), ..self.clone() }
    }

    /// Returns the query with its times by the clock of this machine, which dates the journal.
    pub(super) fn here(&self, client: &Client) -> Self {
        let here = |at: Option<Timestamp>| at.map(|at| client.here(at));
        Self { since: here(self.since), until: here(self.until), ..self.clone() }
    }

    /// Returns the rows within the limit, and whether it left any out.
    pub(super) fn cut(&self, mut rows: Vec<Row>) -> (Vec<Row>, bool) {
        let limit = usize::try_from(self.limit).unwrap_or(usize::MAX);
        let more = rows.len() > limit;
        rows.truncate(limit);
        (rows, more)
    }

    /// Returns whether a request matches.
    pub(super) fn matches(&self, row: &Row) -> bool {
        let status = row.status.and_then(|status| u16::try_from(status).ok());
        let is = |filter: &StatusFilter| match (filter, status) {
            (StatusFilter::NoAnswer, status) => status.is_none(),
            (StatusFilter::Between(first, last), Some(status)) => (*first..=*last).contains(&status),
            (StatusFilter::Between(..), None) => false,
        };
        let is_slower = |limit: Duration| row.total_ms.is_some_and(|ms| ms > limit.as_secs_f64() * 1000.0);
        (self.statuses.is_empty() || self.statuses.iter().any(is))
            && (!self.errors || row.is_failed())
            && self.search.as_ref().is_none_or(|search| matches_search(search, row))
            && self.slower_than.is_none_or(is_slower)
    }

    /// Returns the query for the server, which may be wider.
    pub(super) fn server_query(&self) -> RequestQuery {
        let bounds = self.statuses.iter().map(|filter| match filter {
            StatusFilter::Between(first, last) => Some((*first, *last)),
            // The sandbox logs responses only; another server may log requests without one.
            StatusFilter::NoAnswer => None,
        });
        let bounds: Option<Vec<_>> = bounds.collect();
        let first = bounds.iter().flatten().map(|(first, _)| *first).min();
        let last = bounds.iter().flatten().map(|(_, last)| *last).max();
        let exact = first.filter(|first| Some(*first) == last);
        RequestQuery {
            connection_id: self.connection.clone(),
            sync_id: self.sync.clone(),
            from: self.since.map(|at| at.to_string()),
            to: self.until.map(|at| at.to_string()),
            status: exact.map(|status| status.to_string()),
            min_status: first.filter(|_| exact.is_none()),
            max_status: last.filter(|_| exact.is_none()),
            search: self.search.as_ref().map(|search| search.text.clone()),
            slower_than_ms: self.slower_than.map(|time| u64::try_from(time.as_millis()).unwrap_or(u64::MAX)),
            failed: self.errors,
        }
    }

    /// Returns the filter for the journal, among the requests made with `profile`.
    pub(super) fn journal_filter(&self, profile: &str) -> Filter {
        Filter {
            profile: Some(profile.to_owned()),
            connection: self.connection.clone(),
            statuses: self.statuses.clone(),
            outcome: if self.errors { Outcome::Failed } else { Outcome::Any },
            search: self.search.clone(),
            slower_than: self.slower_than,
            since: self.since,
            until: self.until,
            limit: Some(self.limit),
            ..Filter::default()
        }
    }
}
