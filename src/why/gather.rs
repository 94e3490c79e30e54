//! Collects what is known, from the server and from the journal of this machine.

use std::time::Duration;

use jiff::Timestamp;

use super::case::Elsewhere;
use crate::api::connections::Connection;
use crate::api::operation::Operation;
use crate::api::sync::SyncError;
use crate::client::call::SyncView;
use crate::failure::{Classify as _, Failure};
use crate::requests::{Query, Record, Source};

/// Number of requests that are looked at.
const REQUESTS: u32 = 200;
/// Time before and after a request in which others are looked at.
const AROUND: Duration = Duration::from_mins(15);

/// Reads requests, without what this program asks for its own commands: it says nothing about what people do.
async fn records(source: &mut Source<'_>, query: Query) -> Vec<Record> {
    counted(source.records(&query).await)
}

/// Leaves out what this program asked for its own commands.
pub(super) fn counted(mut rows: Vec<Record>) -> Vec<Record> {
    rows.retain(|row| !row.is_of_tool());
    rows
}

const fn query(since: Option<Timestamp>, until: Option<Timestamp>) -> Query {
    Query::between(since, until, REQUESTS)
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
        // That the system refuses the credentials is a sign of its own; anything else says nothing about the connection.
        Err(error) if error.needs_reauthorization() => {
            let (code, request_id) = (error.code(), error.request_id());
            Some(SyncError { code, request_id, message: Some(error.to_string()), ..SyncError::default() })
        }
        Err(error) => {
            source.unread.0.push(format!("the status of its sync: {}", Failure::from(error).causes().join(": ")));
            None
        }
    };
    let query = Query { connection: Some(row.id().to_owned()), ..query(since, None) };
    (records(source, query).await, error)
}

/// Reads the requests shortly before and after one, of the same connection where it was for one.
pub async fn around_request(source: &mut Source<'_>, record: &Record) -> Vec<Record> {
    let Some(at) = record.time() else { return Vec::new() };
    let until = at.checked_add(AROUND).ok();
    let query = Query { connection: record.connection_id.clone(), ..query(at.checked_sub(AROUND).ok(), until) };
    records(source, query).await
}

/// Reads the requests of a sync.
pub async fn of_sync(source: &mut Source<'_>, sync: &str) -> Vec<Record> {
    records(source, Query { sync: Some(sync.to_owned()), ..query(None, None) }).await
}

/// Reads what failed for other connections within half an hour of a time; nothing where no log has it.
pub async fn failing_elsewhere(source: &mut Source<'_>, at: Timestamp, connection: Option<&str>) -> Option<Elsewhere> {
    let range = (at.checked_sub(AROUND * 2).ok(), at.checked_add(AROUND * 2).ok());
    let unread = source.unread.0.len();
    let query = Query { errors: true, ..query(range.0, range.1) };
    let all = source.records(&query).await;
    let is_whole = all.len() < REQUESTS as usize;
    let mut failed = counted(all);
    failed.retain(|row| row.connection_id.is_some() && row.connection_id.as_deref() != connection);
    let is_read = source.unread.0.len() == unread && source.read.contains(&"log");
    is_read.then_some(Elsewhere { failed, is_whole })
}

/// Reads what the journal alone has of a connection.
pub fn journaled(source: &mut Source<'_>, id: &str, since: Option<Timestamp>) -> Vec<Record> {
    counted(source.journaled(&Query { connection: Some(id.to_owned()), ..query(since, None) }))
}

/// Reads the row of a connection; nothing where it could not be read.
pub async fn row(source: &mut Source<'_>, id: &str) -> Option<Connection> {
    if source.is_offline {
        return None;
    }
    let found = match source.client.operation(Operation::ConnectionGet).await {
        Ok(Some(_)) => source.client.connection(id).await,
        Ok(None) => source.client.connections().await.map(|all| all.into_iter().find(|row| row.id() == id)),
        Err(error) => Err(error),
    };
    source.or_unread("its connection", found).flatten()
}
