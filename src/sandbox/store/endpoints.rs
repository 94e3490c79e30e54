//! Webhook endpoints, the events each connection sends, and conditions of custom webhooks.

use rusqlite::{Connection as Db, OptionalExtension as _, Row as SqlRow};
use serde_json::{Map, Value, json};

use crate::api::webhooks::{WebhookCondition, WebhookEndpoint};
use crate::sandbox::error::Error;
use crate::sandbox::time::iso;
use crate::sandbox::vault::Vault;
use crate::sandbox::vault::record::RecordPath;
use crate::secret::Secret;

/// The encrypted column with the present secret.
pub(crate) const SECRET: &str = "secret";
/// The encrypted column with the previous secret.
pub(crate) const OLD_SECRET: &str = "old_secret";

/// A stored endpoint, without its secrets.
#[derive(Clone, Debug)]
pub(crate) struct Endpoint {
    pub(crate) id: String,
    pub(crate) url: String,
    pub(crate) events: Vec<String>,
    pub(crate) connection: Option<String>,
    pub(crate) enabled: bool,
    pub(crate) format: String,
    /// Until when the previous secret is valid.
    pub(crate) old_until: Option<i64>,
    pub(crate) created_at: i64,
    pub(crate) updated_at: Option<i64>,
}

const SELECT: &str = "SELECT id, url, events, connection, enabled, format, old_until, created_at, updated_at
    FROM webhook_endpoints";

impl Endpoint {
    fn read(row: &SqlRow<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get("id")?,
            url: row.get("url")?,
            events: parse_events(&row.get::<_, String>("events")?),
            connection: row.get("connection")?,
            enabled: row.get("enabled")?,
            format: row.get("format")?,
            old_until: row.get("old_until")?,
            created_at: row.get("created_at")?,
            updated_at: row.get("updated_at")?,
        })
    }

    /// Returns the endpoint as the API shows it.
    pub(crate) fn to_api(&self, now: i64) -> WebhookEndpoint {
        WebhookEndpoint {
            id: Some(self.id.clone()),
            url: self.url.clone(),
            events: self.events.clone(),
            connection_id: self.connection.clone(),
            enabled: Some(self.enabled),
            format: Some(self.format.clone()),
            previous_secret_until: self.old_until.filter(|until| *until > now).map(iso),
            created_at: Some(iso(self.created_at)),
            updated_at: self.updated_at.map(iso),
            extra: Map::new(),
        }
    }
}

fn parse_events(text: &str) -> Vec<String> {
    serde_json::from_str(text).unwrap_or_default()
}

/// Lists the endpoints, oldest first.
pub(crate) fn all(db: &Db) -> Result<Vec<Endpoint>, Error> {
    let mut found = db.prepare_cached(&format!("{SELECT} ORDER BY seq"))?;
    Ok(found.query_map([], Endpoint::read)?.collect::<Result<_, _>>()?)
}

/// Finds an endpoint.
pub(crate) fn find(db: &Db, id: &str) -> Result<Endpoint, Error> {
    db.prepare_cached(&format!("{SELECT} WHERE id = ?1"))?
        .query_row([id], Endpoint::read)
        .optional()?
        .ok_or_else(|| Error::not_found("webhook endpoint"))
}

/// Stores a new endpoint.
pub(crate) fn insert(db: &Db, vault: &Vault, endpoint: &Endpoint, secret: &Secret) -> Result<(), Error> {
    let sealed = vault.seal_for_account(db, RecordPath::endpoint(&endpoint.id, SECRET), secret)?;
    db.execute(
        "INSERT INTO webhook_endpoints (id, url, events, connection, secret, enabled, format, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        (
            &endpoint.id,
            &endpoint.url,
            json!(endpoint.events).to_string(),
            &endpoint.connection,
            sealed,
            endpoint.enabled,
            &endpoint.format,
            endpoint.created_at,
        ),
    )?;
    Ok(())
}

/// Stores a changed endpoint.
pub(crate) fn update(db: &Db, endpoint: &Endpoint, now: i64) -> Result<(), Error> {
    db.execute(
        "UPDATE webhook_endpoints SET url = ?2, events = ?3, connection = ?4, enabled = ?5, format = ?6,
         updated_at = ?7 WHERE id = ?1",
        (
            &endpoint.id,
            &endpoint.url,
            json!(endpoint.events).to_string(),
            &endpoint.connection,
            endpoint.enabled,
            &endpoint.format,
            now,
        ),
    )?;
    Ok(())
}

/// Replaces the secret of an endpoint. The previous one is valid until `until`.
pub(crate) fn rotate(db: &Db, vault: &Vault, id: &str, secret: &Secret, until: i64, now: i64) -> Result<(), Error> {
    let old: Vec<u8> = db.query_row("SELECT secret FROM webhook_endpoints WHERE id = ?1", [id], |row| row.get(0))?;
    // A secret that cannot be decrypted cannot sign; the new one repairs the endpoint.
    let old = vault.open(db, RecordPath::endpoint(id, SECRET), &old).ok();
    let old = old.map(|old| vault.seal_for_account(db, RecordPath::endpoint(id, OLD_SECRET), &old)).transpose()?;
    let new = vault.seal_for_account(db, RecordPath::endpoint(id, SECRET), secret)?;
    db.execute(
        "UPDATE webhook_endpoints SET old_secret = ?5, old_until = ?3, secret = ?2, updated_at = ?4 WHERE id = ?1",
        (id, new, until, now, old),
    )?;
    Ok(())
}

/// Deletes an endpoint with its deliveries. Returns whether there was one.
pub(crate) fn delete(db: &Db, id: &str) -> Result<bool, Error> {
    Ok(db.execute("DELETE FROM webhook_endpoints WHERE id = ?1", [id])? > 0)
}

/// Returns the patterns of the events that a connection sends; none stands for all events.
pub(crate) fn selection(db: &Db, connection: &str) -> Result<Vec<String>, Error> {
    let found: Option<String> = db
        .prepare_cached("SELECT events FROM connection_events WHERE connection = ?1")?
        .query_row([connection], |row| row.get(0))
        .optional()?;
    Ok(found.as_deref().map(parse_events).unwrap_or_default())
}

/// Sets the patterns of the events that a connection sends.
pub(crate) fn set_selection(db: &Db, connection: &str, events: &[String]) -> Result<(), Error> {
    if events.is_empty() {
        db.execute("DELETE FROM connection_events WHERE connection = ?1", [connection])?;
    } else {
        db.execute(
            "INSERT OR REPLACE INTO connection_events VALUES (?1, ?2)",
            (connection, json!(events).to_string()),
        )?;
    }
    Ok(())
}

const CONDITION: &str =
    "SELECT id, name, connection, entity, field, operator, value, created_at FROM webhook_conditions";

fn condition(row: &SqlRow<'_>) -> rusqlite::Result<WebhookCondition> {
    let value: String = row.get("value")?;
    Ok(WebhookCondition {
        id: Some(row.get("id")?),
        name: row.get("name")?,
        connection_id: row.get("connection")?,
        entity: row.get("entity")?,
        field: row.get("field")?,
        operator: row.get("operator")?,
        value: serde_json::from_str(&value).unwrap_or(Value::Null),
        created_at: Some(iso(row.get("created_at")?)),
        extra: Map::new(),
    })
}

/// Lists the conditions, oldest first.
pub(crate) fn conditions(db: &Db) -> Result<Vec<WebhookCondition>, Error> {
    let mut found = db.prepare_cached(&format!("{CONDITION} ORDER BY seq"))?;
    Ok(found.query_map([], condition)?.collect::<Result<_, _>>()?)
}

/// Lists the conditions for an entity of a connection.
pub(crate) fn conditions_of(db: &Db, connection: &str, entity: &str) -> Result<Vec<WebhookCondition>, Error> {
    let sql = format!("{CONDITION} WHERE entity = ?1 AND (connection IS NULL OR connection = ?2) ORDER BY seq");
    let mut found = db.prepare_cached(&sql)?;
    Ok(found.query_map([entity, connection], condition)?.collect::<Result<_, _>>()?)
}

/// Stores a condition.
pub(crate) fn insert_condition(db: &Db, id: &str, new: &WebhookCondition, now: i64) -> Result<(), Error> {
    db.execute(
        "INSERT INTO webhook_conditions (id, name, connection, entity, field, operator, value, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        (id, &new.name, &new.connection_id, &new.entity, &new.field, &new.operator, new.value.to_string(), now),
    )?;
    Ok(())
}

/// Deletes a condition. Returns whether there was one.
pub(crate) fn delete_condition(db: &Db, id: &str) -> Result<bool, Error> {
    Ok(db.execute("DELETE FROM webhook_conditions WHERE id = ?1", [id])? > 0)
}
