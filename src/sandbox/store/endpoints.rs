//! Webhook endpoints, which events each connection sends, and the conditions of one's own webhooks.

use rusqlite::{Connection as Db, OptionalExtension as _, Row as SqlRow};
use serde_json::{Map, Value, json};

use crate::api::webhooks::{WebhookCondition, WebhookEndpoint};
use crate::sandbox::error::Error;
use crate::sandbox::state::iso;
use crate::sandbox::vault::{Place, Vault};
use crate::secret::Secret;

/// The columns that are sealed.
pub(crate) const SECRET: &str = "secret";
/// The one before it.
pub(crate) const OLD_SECRET: &str = "old_secret";

/// An endpoint as it is stored, its secrets apart.
#[derive(Clone, Debug)]
pub(crate) struct Endpoint {
    pub(crate) id: String,
    pub(crate) url: String,
    pub(crate) events: Vec<String>,
    pub(crate) connection: Option<String>,
    pub(crate) enabled: bool,
    pub(crate) format: String,
    /// Until when the secret before the present one counts.
    pub(crate) old_until: Option<i64>,
    pub(crate) created_at: i64,
    pub(crate) updated_at: Option<i64>,
}

const SELECT: &str = "SELECT id, url, events, connection, enabled, format, old_until, created_at, updated_at
    FROM webhook_endpoints";

impl Endpoint {
    fn read(row: &SqlRow<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get(0)?,
            url: row.get(1)?,
            events: list(&row.get::<_, String>(2)?),
            connection: row.get(3)?,
            enabled: row.get(4)?,
            format: row.get(5)?,
            old_until: row.get(6)?,
            created_at: row.get(7)?,
            updated_at: row.get(8)?,
        })
    }

    /// Returns the endpoint as it goes over the wire.
    pub(crate) fn wire(&self, now: i64) -> WebhookEndpoint {
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

fn list(text: &str) -> Vec<String> {
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
    let sealed = vault.seal_ours(db, Place::endpoint(&endpoint.id, SECRET), secret)?;
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

/// Stores what was changed about an endpoint.
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

/// Gives an endpoint a new secret. The one before it counts until `until`.
pub(crate) fn rotate(db: &Db, vault: &Vault, id: &str, secret: &Secret, until: i64, now: i64) -> Result<(), Error> {
    let old: Vec<u8> = db.query_row("SELECT secret FROM webhook_endpoints WHERE id = ?1", [id], |row| row.get(0))?;
    // A secret that cannot be opened has nothing to sign with; a new one mends the endpoint.
    let old = vault.open(db, Place::endpoint(id, SECRET), &old).ok();
    let old = old.map(|old| vault.seal_ours(db, Place::endpoint(id, OLD_SECRET), &old)).transpose()?;
    let new = vault.seal_ours(db, Place::endpoint(id, SECRET), secret)?;
    db.execute(
        "UPDATE webhook_endpoints SET old_secret = ?5, old_until = ?3, secret = ?2, updated_at = ?4 WHERE id = ?1",
        (id, new, until, now, old),
    )?;
    Ok(())
}

/// Takes an endpoint away, with its deliveries. Returns whether there was one.
pub(crate) fn delete(db: &Db, id: &str) -> Result<bool, Error> {
    Ok(db.execute("DELETE FROM webhook_endpoints WHERE id = ?1", [id])? > 0)
}

/// Returns the patterns of the events that a connection sends; all of them when there are none.
pub(crate) fn selection(db: &Db, connection: &str) -> Result<Vec<String>, Error> {
    let found: Option<String> = db
        .prepare_cached("SELECT events FROM connection_events WHERE connection = ?1")?
        .query_row([connection], |row| row.get(0))
        .optional()?;
    Ok(found.as_deref().map(list).unwrap_or_default())
}

/// Sets them.
pub(crate) fn select(db: &Db, connection: &str, events: &[String]) -> Result<(), Error> {
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
    let value: String = row.get(6)?;
    Ok(WebhookCondition {
        id: Some(row.get(0)?),
        name: row.get(1)?,
        connection_id: row.get(2)?,
        entity: row.get(3)?,
        field: row.get(4)?,
        operator: row.get(5)?,
        value: serde_json::from_str(&value).unwrap_or(Value::Null),
        created_at: Some(iso(row.get(7)?)),
        extra: Map::new(),
    })
}

/// Lists the conditions, oldest first.
pub(crate) fn conditions(db: &Db) -> Result<Vec<WebhookCondition>, Error> {
    let mut found = db.prepare_cached(&format!("{CONDITION} ORDER BY seq"))?;
    Ok(found.query_map([], condition)?.collect::<Result<_, _>>()?)
}

/// Lists the conditions about an entity of a connection.
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

/// Takes a condition away. Returns whether there was one.
pub(crate) fn delete_condition(db: &Db, id: &str) -> Result<bool, Error> {
    Ok(db.execute("DELETE FROM webhook_conditions WHERE id = ?1", [id])? > 0)
}
