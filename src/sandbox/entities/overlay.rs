//! What was written through the API, kept over the data that is made up.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, Transaction, params};
use serde_json::{Map, Value};

/// Rows somebody created (`number` counts them from 0 for each connection and entity) and fields somebody changed in
/// rows that were there (`number` is null; a field that is null was emptied).
pub(super) const SQL: &str = "
CREATE TABLE entity_write (
    connection_id TEXT NOT NULL,
    entity TEXT NOT NULL,
    key TEXT NOT NULL,
    number INTEGER,
    body TEXT NOT NULL,
    PRIMARY KEY (connection_id, entity, key)
) WITHOUT ROWID;
";

/// The writes to one entity of one connection.
#[derive(Clone, Debug, Default)]
pub(crate) struct Overlay {
    /// Changed fields by key.
    pub(crate) changed: HashMap<String, Map<String, Value>>,
    /// Created rows in their order.
    pub(crate) created: Vec<Map<String, Value>>,
}

impl Overlay {
    /// Reads the writes to an entity.
    pub(crate) fn load(db: &Connection, connection: &str, entity: &str) -> rusqlite::Result<Self> {
        let mut found = Self::default();
        let sql = "SELECT key, number, body FROM entity_write WHERE connection_id = ?1 AND entity = ?2 ORDER BY number";
        let mut statement = db.prepare_cached(sql)?;
        let mut rows = statement.query(params![connection, entity])?;
        while let Some(row) = rows.next()? {
            let body = object(&row.get::<_, String>(2)?);
            if row.get::<_, Option<i64>>(1)?.is_some() {
                found.created.push(whole(body));
            } else {
                found.changed.insert(row.get(0)?, body);
            }
        }
        Ok(found)
    }

    /// Lays the changes over a row.
    pub(crate) fn apply(&self, key: &str, row: &mut Map<String, Value>) {
        if let Some(changes) = self.changed.get(key) {
            lay(changes, row);
        }
    }
}

/// Returns what was written to one row: a whole one if it was created, else the fields that changed.
pub(crate) fn find(
    db: &Connection,
    connection: &str,
    entity: &str,
    key: &str,
) -> rusqlite::Result<Option<Map<String, Value>>> {
    let sql = "SELECT body FROM entity_write WHERE connection_id = ?1 AND entity = ?2 AND key = ?3";
    let found = db.prepare_cached(sql)?.query_row(params![connection, entity, key], |row| row.get::<_, String>(0));
    Ok(found.optional()?.map(|text| object(&text)))
}

/// Takes emptied fields out of a created row.
pub(crate) fn whole(mut row: Map<String, Value>) -> Map<String, Value> {
    row.retain(|_, value| !value.is_null());
    row
}

/// Lays changed fields over a row; a null takes the field away.
pub(crate) fn lay(changes: &Map<String, Value>, row: &mut Map<String, Value>) {
    for (name, value) in changes {
        if value.is_null() {
            row.shift_remove(name);
        } else {
            row.insert(name.clone(), value.clone());
        }
    }
}

/// Returns how many rows were created.
pub(crate) fn created(db: &Connection, connection: &str, entity: &str) -> rusqlite::Result<u64> {
    let sql = "SELECT count(number) FROM entity_write WHERE connection_id = ?1 AND entity = ?2";
    let count: i64 = db.prepare_cached(sql)?.query_row(params![connection, entity], |row| row.get(0))?;
    Ok(count.unsigned_abs())
}

/// Keeps a created row; `number` is how many there were.
pub(crate) fn create(
    tx: &Transaction<'_>,
    connection: &str,
    entity: &str,
    (number, key, row): (u64, &str, &Map<String, Value>),
) -> rusqlite::Result<()> {
    let sql = "INSERT INTO entity_write (connection_id, entity, key, number, body) VALUES (?1, ?2, ?3, ?4, ?5)";
    let number = i64::try_from(number).unwrap_or(i64::MAX);
    tx.execute(sql, params![connection, entity, key, number, text(row)]).map(drop)
}

/// Keeps changed fields of a row, over those that were changed before.
pub(crate) fn change(
    tx: &Transaction<'_>,
    connection: &str,
    entity: &str,
    key: &str,
    changes: &Map<String, Value>,
) -> rusqlite::Result<()> {
    let mut all = find(tx, connection, entity, key)?.unwrap_or_default();
    all.extend(changes.clone());
    let sql = "INSERT INTO entity_write (connection_id, entity, key, body) VALUES (?1, ?2, ?3, ?4)
               ON CONFLICT DO UPDATE SET body = excluded.body";
    tx.execute(sql, params![connection, entity, key, text(&all)]).map(drop)
}

fn object(text: &str) -> Map<String, Value> {
    serde_json::from_str(text).unwrap_or_default()
}

fn text(row: &Map<String, Value>) -> String {
    Value::Object(row.clone()).to_string()
}
