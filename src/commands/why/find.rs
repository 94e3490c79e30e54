//! Finds what a text on the command line means.

use crate::api::connections::Connection;
use crate::api::operation::Operation;
use crate::api::sync::Sync;
use crate::args::{pasted, resolve};
use crate::client::call::RequestQuery;
use crate::client::{Client, Error, PageOptions};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::requests::{self, Record, Source};

/// How IDs of requests and syncs begin.
const STARTS: [&str; 2] = ["req_", "sync_"];

/// What a text on the command line means.
pub(super) enum Found {
    Connection(Box<Connection>),
    /// The platform could not be asked, and the journal has requests of it.
    Journaled {
        id: String,
        failure: Failure,
    },
    Request(Box<Record>),
    Sync(Box<Sync>),
}

/// Finds what a text means: the ID of a request or a sync, or a connection.
pub(super) async fn find(ctx: &Context, source: &mut Source<'_>, text: &str) -> Result<Found, Failure> {
    let id = pasted::id(text).ok();
    let likely = id.as_deref().filter(|id| is_journaled(ctx, id) || STARTS.iter().any(|start| id.starts_with(start)));
    if let Some(id) = likely
        && let Some(found) = by_id(source, id).await.during(|| format!("could not look up `{id}`"))?
    {
        return Ok(found);
    }
    match resolve::connection(ctx, source.client, text).await {
        Ok(connection) => Ok(Found::Connection(Box::new(connection))),
        Err(failure) if failure.exit == Exit::Usage => Err(failure),
        Err(failure) if failure.exit == Exit::NotFound => match (likely, &id) {
            (Some(id), _) => Err(unknown(source.client, id).await),
            (None, Some(id)) => {
                let found = by_id(source, id).await?;
                found.ok_or_else(|| failure.hint("`makini requests list` shows IDs of requests"))
            }
            (None, None) => Err(failure),
        },
        Err(failure) => match resolve::shown_connection(ctx, &[], text) {
            Ok(id) => Ok(Found::Journaled { id, failure }),
            Err(_) => Err(failure),
        },
    }
}

/// Returns that no request, sync or connection is meant by an ID.
async fn unknown(client: &Client, id: &str) -> Failure {
    let has_log = client.offered(Operation::RequestList).await.is_ok_and(|found| found.is_some());
    if !id.starts_with("sync_") {
        return requests::unknown(id, Some(has_log));
    }
    let places = if has_log {
        "the server's log has no request of it"
    } else {
        "this server offers no log of requests, and the journal of this machine has no syncs"
    };
    Failure::new(Exit::NotFound, format!("there is no sync `{id}`: {places}"))
        .hint("`makini requests list` shows the newest requests; old ones are not kept")
}

/// Whether the journal has a request of this whole ID.
fn is_journaled(ctx: &Context, id: &str) -> bool {
    let found = ctx.journal().ok().and_then(|journal| journal.get(ctx.settings.profile(), id).ok());
    // A short beginning is rather a name.
    found.is_some_and(|entries| entries.iter().any(|entry| entry.request_id.as_deref() == Some(id)))
}

/// Looks an ID up among requests, or among syncs.
async fn by_id(source: &mut Source<'_>, id: &str) -> Result<Option<Found>, Failure> {
    if !id.starts_with("sync_")
        && let Some(record) = source.record(id).await?
    {
        return Ok(Some(Found::Request(Box::new(record))));
    }
    if id.starts_with("req_") {
        return Ok(None);
    }
    Ok(sync(source.client, id).await?.map(|sync| Found::Sync(Box::new(sync))))
}

/// Returns a sync by its ID alone: its requests in the server's log have its connection.
async fn sync(client: &Client, id: &str) -> Result<Option<Sync>, Error> {
    if client.offered(Operation::RequestList).await?.is_none() {
        return Ok(None);
    }
    let query = RequestQuery { sync_id: Some(id.to_owned()), ..RequestQuery::default() };
    let options = PageOptions { per_page: Some(1), first: None, limit: Some(1) };
    let rows = client.request_pages(&query, options).await?.all().await?;
    let row = rows.into_iter().find(|row| row.sync_id.as_deref() == Some(id));
    let Some(connection) = row.and_then(|row| row.connection_id) else { return Ok(None) };
    match client.sync(&connection, id).await {
        Ok(mut sync) => {
            sync.connection_id.get_or_insert(connection);
            Ok(Some(sync))
        }
        Err(error) if error.is_not_found() || matches!(error, Error::Unsupported { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}
