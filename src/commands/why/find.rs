//! Finds what a text on the command line means.

use crate::api::connections::Connection;
use crate::api::operation::Operation;
use crate::api::sync::Sync;
use crate::args::inbox_place;
use crate::args::{pasted, resolve};
use crate::client::call::RequestQuery;
use crate::client::{Client, Error, PageOptions};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::journal;
use crate::requests::{self, Record, Source};
use crate::why::{self, Webhook};

/// How IDs of requests, syncs, events and deliveries begin.
const STARTS: [&str; 5] = ["req_", "sync_", "evt_", "del_", "sha256:"];

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
    Webhook(Box<Webhook>),
}

/// Finds what a text means: the ID of a request, a sync, an event or a delivery, or a connection.
pub(super) async fn find(ctx: &Context, source: &mut Source<'_>, text: &str) -> Result<Found, Failure> {
    let id = pasted::id(text).ok();
    if let Some(id) = id.as_deref().filter(|id| !is_journaled(ctx, id))
        && let Some(failure) = requests::no_such_row(id)
    {
        return Err(failure);
    }
    let likely = id.as_deref().filter(|id| is_journaled(ctx, id) || STARTS.iter().any(|start| id.starts_with(start)));
    if let Some(id) = likely
        && let Some(found) = by_id(ctx, source, id).await.during(|| format!("could not look up `{id}`"))?
    {
        return Ok(found);
    }
    match resolve::connection(ctx, source.client, text).await {
        Ok(connection) => Ok(Found::Connection(Box::new(connection))),
        Err(failure) if failure.exit == Exit::Usage => Err(failure),
        Err(failure) if failure.exit == Exit::NotFound => match (likely, &id) {
            (Some(id), _) => Err(unknown(source.client, id).await),
            (None, Some(id)) => {
                let found = by_id(ctx, source, id).await?;
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
    if id.starts_with("evt_") || id.starts_with("del_") || id.starts_with("sha256:") {
        return unknown_webhook(client, id).await;
    }
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

/// Returns that no event and no delivery is meant by an ID.
async fn unknown_webhook(client: &Client, id: &str) -> Failure {
    let is_logged = client.offered(Operation::WebhookDeliveryList).await.is_ok_and(|found| found.is_some());
    let noun = if id.starts_with("del_") { "delivery" } else { "event" };
    let command = if is_logged && noun == "delivery" { "deliveries" } else { "inbox" };
    let places = if is_logged {
        "it is not among the newest deliveries of the server, nor in the inbox of this machine"
    } else {
        "this server offers no log of deliveries, and the inbox of this machine does not have it"
    };
    Failure::new(Exit::NotFound, format!("there is no {noun} `{id}`: {places}"))
        .hint(format!("`makini webhooks {command} list` shows the newest"))
}

/// Whether the journal has a request of this whole ID.
fn is_journaled(ctx: &Context, id: &str) -> bool {
    let found = ctx.journal().ok().and_then(|journal| journal.get(ctx.settings.profile(), id).ok());
    // A short beginning is rather a name.
    found.is_some_and(|entries| {
        journal::is_reference(id) || entries.iter().any(|entry| entry.request_id.as_deref() == Some(id))
    })
}

/// Looks an ID up among requests, syncs and webhooks.
async fn by_id(ctx: &Context, source: &mut Source<'_>, id: &str) -> Result<Option<Found>, Failure> {
    // An ID whose start names what it is of is looked up there alone.
    let start = STARTS.iter().copied().find(|start| id.starts_with(start));
    if matches!(start, None | Some("req_"))
        && let Some(record) = source.record(id).await?
    {
        return Ok(Some(Found::Request(Box::new(record))));
    }
    if matches!(start, None | Some("sync_"))
        && let Some(sync) = sync(source.client, id).await?
    {
        return Ok(Some(Found::Sync(Box::new(sync))));
    }
    if matches!(start, Some("req_" | "sync_")) {
        return Ok(None);
    }
    let inbox = inbox_place::place(ctx, None).ok();
    let found = why::gather_webhook(source, id, inbox).await?;
    Ok(found.map(|webhook| Found::Webhook(Box::new(webhook))))
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
