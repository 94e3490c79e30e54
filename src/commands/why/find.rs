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
use crate::requests::{Record, Source};

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

/// Finds what a text means: a request of the journal, an ID that begins like one of a request or a sync, a connection.
pub(super) async fn find(ctx: &Context, source: &mut Source<'_>, text: &str) -> Result<Found, Failure> {
    let client = source.client;
    let id = pasted::id(text).ok();
    if let Some(id) = id.as_deref().filter(|id| is_journaled(ctx, id))
        && let Some(record) = source.record(id).await?
    {
        return Ok(Found::Request(Box::new(record)));
    }
    if let Some(id) = id.as_deref().filter(|id| id.starts_with("sync_"))
        && let Some(sync) = sync(client, id).await.during(|| format!("could not look up sync `{id}`"))?
    {
        return Ok(Found::Sync(Box::new(sync)));
    }
    let is_request = id.as_deref().is_some_and(|id| id.starts_with("req_"));
    let connection = if is_request { None } else { Some(resolve::connection(ctx, client, text).await) };
    match connection {
        Some(Ok(connection)) => return Ok(Found::Connection(Box::new(connection))),
        Some(Err(failure)) if failure.exit == Exit::NotFound => {
            return match other(source, id.as_deref()).await? {
                Some(found) => Ok(found),
                None => Err(failure.hint("`makini requests list` shows IDs of requests")),
            };
        }
        Some(Err(failure)) if failure.exit == Exit::Usage => return Err(failure),
        Some(Err(failure)) => {
            return match resolve::shown_connection(ctx, &[], text) {
                Ok(id) => Ok(Found::Journaled { id, failure }),
                Err(_) => Err(failure),
            };
        }
        None => {}
    }
    let id = id.unwrap_or_default();
    let during = || format!("could not look up request `{id}`");
    match other(source, Some(&id)).await.during(during)? {
        Some(found) => Ok(found),
        None => {
            Err(Failure::new(Exit::NotFound, format!("there is no request `{id}` in the server's log or the journal"))
                .hint("`makini requests list` shows the newest ones; old ones are not kept"))
        }
    }
}

/// Whether the journal has a request of this whole ID.
fn is_journaled(ctx: &Context, id: &str) -> bool {
    let found = ctx.journal().ok().and_then(|journal| journal.get(ctx.settings.profile(), id).ok());
    found.is_some_and(|entries| entries.iter().any(|entry| entry.request_id.as_deref() == Some(id)))
}

/// Looks an ID up among requests and syncs, whatever it begins with.
async fn other(source: &mut Source<'_>, id: Option<&str>) -> Result<Option<Found>, Failure> {
    let Some(id) = id else { return Ok(None) };
    if let Some(record) = source.record(id).await? {
        return Ok(Some(Found::Request(Box::new(record))));
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
