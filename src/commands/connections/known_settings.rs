//! What is known of the settings of a connection on a server that returns none.

use serde::Serialize;
use serde_json::{Value, json};

use crate::api::connections::{Connection, Integration, Lifecycle, metadata};
use crate::api::entities;
use crate::args::resolve;
use crate::client::Client;
use crate::exit::Exit;
use crate::failure::{Classify as _, During as _, Failure};

/// Settings that only a server with `connection_settings_get` returns.
pub(super) const SETTINGS: [&str; 5] = ["schedule", "entities", "custom-fields", "custom-tables", "custom-entities"];

/// A fact about a connection.
#[derive(Debug, Serialize)]
pub(super) struct Fact {
    /// What it is about, for example `last-sync`.
    pub(super) name: String,
    /// Its value; null where it is not known.
    pub(super) value: Value,
    /// Where it is from: `list`, `connection_token`, `catalogue`, `documentation` or `metadata`.
    pub(super) source: &'static str,
}

/// Returns what the published API tells about a connection: its row, its newest sync, what its system has, its metadata.
///
/// # Errors
/// When the server could not be asked. A connection without a usable token has fewer facts.
pub(super) async fn read(client: &Client, connection: &Connection) -> Result<Vec<Fact>, Failure> {
    let fact = |name: &str, value: Value, source| Fact { name: name.to_owned(), value, source };
    // The others have no token.
    let has_token =
        !matches!(connection.lifecycle(), Lifecycle::Disconnected | Lifecycle::Inactive | Lifecycle::Pending);
    let integration = if has_token {
        match client.sync_integration(connection.id()).await {
            Ok(integration) => integration,
            // Its token is not accepted, or none may be issued.
            Err(error) if error.exit() == Exit::Auth => Integration::default(),
            Err(error) => return Err(error).during(|| "could not read the state of the connection".into()),
        }
    } else {
        Integration::default()
    };
    let domains = resolve::system_domains(client, connection).await?;
    let slugs: Vec<&str> = domains.iter().map(|domain| domain.slug()).collect();
    let listed = entities::all().iter().filter(|row| row.domains().any(|domain| domains.contains(&domain)));
    let listed: Vec<&str> = listed.map(|row| row.path).collect();
    let known = |names: Vec<&str>| if names.is_empty() { Value::Null } else { json!(names) };
    let mut facts = vec![
        fact("system", json!(connection.integration_name), "list"),
        fact("status", json!(connection.status), "list"),
        fact("connected-at", json!(connection.connected_at), "list"),
        fact("schedule-seconds", json!(connection.schedule_seconds), "list"),
        fact("sync-status", json!(integration.sync_status), "connection_token"),
        fact("sync-updated-at", json!(integration.sync_updated_at), "connection_token"),
        fact("domains", known(slugs), "catalogue"),
        fact("entities-of-its-domains", known(listed), "documentation"),
    ];
    for (key, value) in metadata(&connection.user_metadata).unwrap_or_default() {
        facts.push(fact(&format!("metadata.{key}"), value, "metadata"));
    }
    Ok(facts)
}
