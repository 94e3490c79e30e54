//! A query for requests, as the server, the journal and this program each apply it.

use std::collections::HashSet;
use std::time::Duration;

use jiff::Timestamp;

use super::record::Record;
use crate::api::connections::Connection;
use crate::client::call::RequestQuery;
use crate::client::{Client, Error, PageOptions};
use crate::journal::{self, Filter, Journal, Outcome, Search, StatusFilter};

/// A query for requests.
#[derive(Clone, Debug)]
pub struct Query {
    /// Only of this connection (ID).
    pub connection: Option<String>,
    /// Only of this sync; the journal does not record it.
    pub sync: Option<String>,
    /// Only with one of these statuses; any if empty.
    pub statuses: Vec<StatusFilter>,
    /// Only those that failed.
    pub errors: bool,
    /// Only those with this text.
    pub search: Option<Search>,
    /// Only those that took longer.
    pub slower_than: Option<Duration>,
    /// Only from this time.
    pub since: Option<Timestamp>,
    /// Only before this time.
    pub until: Option<Timestamp>,
    /// Not more than this many.
    pub limit: u32,
}

/// Returns the IDs of connections with this text in their name, in either case.
pub fn connections_named(connections: &[Connection], text: &str) -> Vec<String> {
    let wanted = text.to_lowercase();
    let is = |row: &&Connection| row.name.as_deref().is_some_and(|name| name.to_lowercase().contains(&wanted));
    connections.iter().filter(is).map(|row| row.id().to_owned()).collect()
}

/// Returns whether a request has a text: at the beginning of its ID, in method and path without the query, in method and
/// template, in its error code, or in the name of its connection.
fn matches_search(search: &Search, row: &Record) -> bool {
    let wanted = search.text.to_ascii_lowercase();
    let method = row.method.as_deref().unwrap_or_default();
    let has = |text: &str| text.to_ascii_lowercase().contains(&wanted);
    row.id.as_ref().is_some_and(|id| id.to_ascii_lowercase().starts_with(&wanted))
        || [row.path_alone(), row.endpoint.as_deref()]
            .into_iter()
            .flatten()
            .any(|path| has(&format!("{method} {path}")))
        || row.error_code.as_deref().is_some_and(has)
        || row.connection_id.as_ref().is_some_and(|id| search.connections.contains(id))
}

impl Query {
    /// Returns the query for all requests between two times, of which at most `limit` are read.
    pub const fn between(since: Option<Timestamp>, until: Option<Timestamp>, limit: u32) -> Self {
        Self {
            connection: None,
            sync: None,
            statuses: Vec::new(),
            errors: false,
            search: None,
            slower_than: None,
            since,
            until,
            limit,
        }
    }

    /// Returns the query for one row more than is shown, which tells whether there are more.
    pub fn one_more(&self) -> Self {
        Self { limit: self.limit.saturating_add(1), ..self.clone() }
    }

    /// Returns the query with its times by the clock of this machine, which dates the journal.
    pub fn here(&self, client: &Client) -> Self {
        let here = |at: Option<Timestamp>| at.map(|at| client.here(at));
        Self { since: here(self.since), until: here(self.until), ..self.clone() }
    }

    /// Returns the rows within the limit, and whether it left any out.
    pub fn cut(&self, mut rows: Vec<Record>) -> (Vec<Record>, bool) {
        let limit = usize::try_from(self.limit).unwrap_or(usize::MAX);
        let more = rows.len() > limit;
        rows.truncate(limit);
        (rows, more)
    }

    /// Returns whether a request matches.
    pub fn matches(&self, row: &Record) -> bool {
        let status = row.status.and_then(|status| u16::try_from(status).ok());
        let is = |filter: &StatusFilter| match (filter, status) {
            (StatusFilter::NoAnswer, status) => status.is_none(),
            (StatusFilter::Between(first, last), Some(status)) => (*first..=*last).contains(&status),
            (StatusFilter::Between(..), None) => false,
        };
        let is_slower = |limit: Duration| row.total_ms.is_some_and(|ms| ms > limit.as_secs_f64() * 1000.0);
        // A server may ignore a filter, or answer another question.
        let is_of = |wanted: &Option<String>, id: &Option<String>| {
            wanted.as_ref().zip(id.as_ref()).is_none_or(|(wanted, id)| wanted == id)
        };
        is_of(&self.connection, &row.connection_id)
            && is_of(&self.sync, &row.sync_id)
            && (self.statuses.is_empty() || self.statuses.iter().any(is))
            && (!self.errors || row.is_failed())
            && self.search.as_ref().is_none_or(|search| matches_search(search, row))
            && self.slower_than.is_none_or(is_slower)
    }

    /// Returns the query for the server, which may be wider.
    pub fn server_query(&self) -> RequestQuery {
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
    pub fn journal_filter(&self, profile: &str) -> Filter {
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

/// Returns what the server's log has, the newest first.
///
/// # Errors
/// When it cannot be read, or there is none.
pub async fn of_server(client: &Client, query: &Query) -> Result<Vec<Record>, Error> {
    let limit = usize::try_from(query.limit).unwrap_or(usize::MAX);
    let mut pages = client.request_pages(&query.server_query(), PageOptions::all()).await?;
    let (mut rows, mut read, mut seen) = (Vec::new(), 0, HashSet::new());
    while let Some(page) = pages.next().await? {
        read += page.len() as u64;
        // A server may ignore a filter.
        let fitting = page.into_iter().map(Record::from).filter(|row| query.matches(row));
        // What is logged meanwhile, as this very request is, moves the last row of a page to the next one.
        rows.extend(fitting.filter(|row| row.id.as_ref().is_none_or(|id| seen.insert(id.clone()))));
        if rows.len() >= limit {
            rows.truncate(limit);
            return Ok(rows);
        }
    }
    // What was left out would look like what did not happen.
    if let Some(total) = pages.meta().total.filter(|total| *total > read) {
        let what = format!("a log that counts {total} requests and lists {read}");
        return Err(Error::Broken { status: 200, what, request_id: None });
    }
    Ok(rows)
}

/// Returns what the journal has of a profile, the newest first, dated by the clock of this machine.
///
/// # Errors
/// When the file is there and cannot be read.
pub fn of_journal(journal: &Journal, profile: &str, query: &Query) -> Result<Vec<Record>, journal::Error> {
    let found = journal.search(&query.journal_filter(profile))?;
    Ok(found.into_iter().map(Record::from).collect())
}
