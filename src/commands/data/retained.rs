//! Connections that are disconnected: their tokens are dead, and what was synced is retained until it is deleted.

use serde_json::{Map, Value};

use crate::api::connections::{Connection, Lifecycle};
use crate::args::resolve;
use crate::client::call::{Filter, ListQuery, row_key};
use crate::client::{Client, Error, PageOptions, Pages, Purpose};
use crate::context::Context;
use crate::failure::Failure;

/// Resolves a connection whose rows are read, also a disconnected one, which is mentioned.
///
/// # Errors
/// As [`resolve::connection`].
pub(super) async fn connection(ctx: &Context, client: &Client, text: &str) -> Result<Connection, Failure> {
    Ok(connections(ctx, client, &[text.to_owned()]).await?.remove(0))
}

/// Resolves several of them.
///
/// # Errors
/// As [`resolve::connection`].
pub(super) async fn connections(ctx: &Context, client: &Client, texts: &[String]) -> Result<Vec<Connection>, Failure> {
    let found = resolve::connections_of_all_time(ctx, client, texts).await?;
    for connection in found.iter().filter(|connection| is_retained(connection)) {
        let name = connection.display_name();
        ctx.term.status(match &connection.last_sync_at {
            Some(at) => format!("{name} is disconnected: its rows are those that were retained, as of {at}"),
            None => format!("{name} is disconnected: its rows are those that were retained"),
        });
    }
    Ok(found)
}

/// Returns whether the rows of a connection are read from what is retained.
pub(super) fn is_retained(connection: &Connection) -> bool {
    connection.lifecycle() == Lifecycle::Disconnected
}

/// Walks rows of an entity: through the connection, or those that are retained of a disconnected one.
///
/// # Errors
/// As [`Client::entities`] and [`Client::retained_entities`].
pub(super) async fn pages(
    client: &Client,
    connection: &Connection,
    at: (&str, &str),
    query: &ListQuery,
    how: (PageOptions, Purpose),
) -> Result<Pages<Map<String, Value>>, Error> {
    if is_retained(connection) {
        client.retained_entities(connection.id(), at, query, how).await
    } else {
        client.entities(connection.id(), at, query, how)
    }
}

/// Finds a row that is retained by its key.
///
/// # Errors
/// As [`Client::retained_entities`].
pub(super) async fn row(
    client: &Client,
    connection: &Connection,
    at: (&str, &str),
    key: &str,
) -> Result<Option<Map<String, Value>>, Error> {
    let filters = vec![Filter { field: "key".into(), op: None, value: key.to_owned() }];
    let query = ListQuery { filters, ..ListQuery::default() };
    // A server that does not filter has it among the others.
    let pages = pages(client, connection, at, &query, (PageOptions::default(), Purpose::Call)).await?;
    pages.only(|row| row_key(row).as_deref() == Some(key)).await
}
