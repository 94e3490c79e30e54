//! What a connection is called.

use crate::api::connections::Connection;

/// Returns what people call a connection: its name, or its ID where it has none.
pub(crate) fn called(connection: &Connection) -> &str {
    connection.name.as_deref().filter(|name| !name.is_empty()).unwrap_or_else(|| connection.id())
}
