//! Which connection is meant.

use crate::api::connection::Connection;
use crate::client::Client;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;

/// Finds a connection by its ID or its name.
pub(crate) async fn target(_ctx: &Context, client: &Client, text: &str) -> Result<Connection, Failure> {
    let mut found: Vec<Connection> = client
        .connections()
        .await?
        .into_iter()
        .filter(|connection| connection.id() == text || connection.name.as_deref() == Some(text))
        .collect();
    found.pop().ok_or_else(|| {
        Failure::new(Exit::NotFound, format!("there is no connection `{text}`"))
            .hint("`makini connections list` shows them")
    })
}

/// Returns what people call a connection: its name, or its ID where it has none.
pub(crate) fn called(connection: &Connection) -> &str {
    connection.name.as_deref().filter(|name| !name.is_empty()).unwrap_or_else(|| connection.id())
}
