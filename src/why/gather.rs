//! Collects what is known, from the server and from the journal of this machine.

use std::time::Duration;

use jiff::Timestamp;

use crate::api::connections::Connection;
use crate::api::operation::Operation;
use crate::api::requests::RequestKind;
use crate::api::sync::SyncError;
use crate::client::call::SyncView;
use crate::client::{self, Client};
use crate::failure::{Classify as _, Failure};
use crate::journal::Journal;
use crate::requests::{Query, Record, of_journal, of_server};

/// Number of requests that are looked at.
const REQUESTS: u32 = 200;
/// Time before and after a request in which others are looked at.
const AROUND: Duration = Duration::from_mins(15);

/// Where evidence is read from.
pub struct Source<'a> {
    /// The platform.
    pub client: &'a Client,
    /// The journal of this machine, where there is one, and the profile whose requests count.
    pub journal: Option<(&'a Journal, &'a str)>,
    /// What could not be read, each with the reason.
    pub unread: Vec<String>,
    /// What was read.
    pub read: Vec<&'static str>,
}

impl Source<'_> {
    fn or_default<T: Default, E: std::fmt::Display>(&mut self, what: &str, found: Result<T, E>) -> T {
        found.unwrap_or_else(|error| {
            self.unread.push(format!("{what}: {error}"));
            T::default()
        })
    }

    fn note(&mut self, what: &'static str) {
        if !self.read.contains(&what) {
            self.read.push(what);
        }
    }

    /// Reads what the server's log and the journal have, each request once, the newest first.
    async fn records(&mut self, query: Query) -> Vec<Record> {
        let mine = match self.journal {
            Some((journal, profile)) if query.sync.is_none() => {
                let found = of_journal(journal, profile, &query.here(self.client));
                let found = self.or_default("the journal of this machine", found);
                self.note("journal");
                found.into_iter().map(|row| row.at_server(self.client)).collect()
            }
            _ => Vec::new(),
        };
        let found = match self.client.offered(Operation::RequestList).await {
            Ok(Some(_)) => of_server(self.client, &query).await.map(Some),
            Ok(None) => Ok(None),
            Err(error) => Err(error),
        };
        let logged = self.or_default("the server's log of requests", found);
        if logged.is_some() {
            self.note("log");
        }
        let mut rows = Record::merged(logged.unwrap_or_default(), mine);
        // What this program asks for its own commands says nothing about what people do.
        rows.retain(|row| row.kind.as_deref() != Some(RequestKind::Tool.as_str()));
        rows.truncate(REQUESTS as usize);
        rows
    }
}

const fn query(since: Option<Timestamp>, until: Option<Timestamp>) -> Query {
    Query {
        connection: None,
        sync: None,
        statuses: Vec::new(),
        errors: false,
        search: None,
        slower_than: None,
        since,
        until,
        limit: REQUESTS,
    }
}

/// Reads the requests of a connection since a time, and the error of its newest sync.
pub async fn connection(
    source: &mut Source<'_>,
    row: &Connection,
    since: Option<Timestamp>,
) -> (Vec<Record>, Option<SyncError>) {
    let found = source.client.sync_status(row.id()).await;
    let error = match found {
        Ok(SyncView::Advertised(status)) => {
            source.note("sync");
            status.error
        }
        Ok(SyncView::Integration(_)) => None,
        // Why the connection's own token does not work is a sign of its own.
        Err(error) if error.code().is_some() && !matches!(error, client::Error::Unsupported { .. }) => {
            let (code, request_id) = (error.code(), error.request_id());
            Some(SyncError { code, request_id, message: Some(error.to_string()), ..SyncError::default() })
        }
        Err(error) => {
            source.unread.push(format!("the status of its sync: {}", Failure::from(error).causes().join(": ")));
            None
        }
    };
    let query = Query { connection: Some(row.id().to_owned()), ..query(since, None) };
    (source.records(query).await, error)
}

/// Reads the requests shortly before and after one, of the same connection where it was for one.
pub async fn around_request(source: &mut Source<'_>, record: &Record) -> Vec<Record> {
    let Some(at) = record.time() else { return Vec::new() };
    let until = at.checked_add(AROUND).ok();
    let query = Query { connection: record.connection_id.clone(), ..query(at.checked_sub(AROUND).ok(), until) };
    source.records(query).await
}

/// Reads the requests of a sync.
pub async fn of_sync(source: &mut Source<'_>, sync: &str) -> Vec<Record> {
    source.records(Query { sync: Some(sync.to_owned()), ..query(None, None) }).await
}

/// Reads what failed for other connections shortly before and after a time; nothing where no log has it.
pub async fn failing_elsewhere(
    source: &mut Source<'_>,
    at: Timestamp,
    connection: Option<&str>,
) -> Option<Vec<Record>> {
    let range = (at.checked_sub(AROUND).ok(), at.checked_add(AROUND).ok());
    let unread = source.unread.len();
    let query = Query { errors: true, ..query(range.0, range.1) };
    let mut rows = source.records(query).await;
    rows.retain(|row| row.connection_id.is_some() && row.connection_id.as_deref() != connection);
    (source.unread.len() == unread).then_some(rows)
}

/// Reads what the journal alone has of a connection.
pub fn journaled(source: &mut Source<'_>, id: &str, since: Option<Timestamp>) -> Vec<Record> {
    let Some((journal, profile)) = source.journal else { return Vec::new() };
    let query = Query { connection: Some(id.to_owned()), ..query(since, None) };
    let found = of_journal(journal, profile, &query.here(source.client));
    let found = source.or_default("the journal of this machine", found);
    source.note("journal");
    found.into_iter().filter(|row| row.kind.as_deref() != Some(RequestKind::Tool.as_str())).collect()
}

/// Reads the row of a connection; nothing where it could not be read.
pub async fn row(source: &mut Source<'_>, id: &str) -> Option<Connection> {
    let found = match source.client.operation(Operation::ConnectionGet).await {
        Ok(Some(_)) => source.client.connection(id).await,
        Ok(None) => source.client.connections().await.map(|all| all.into_iter().find(|row| row.id() == id)),
        Err(error) => Err(error),
    };
    source.or_default("its connection", found)
}
