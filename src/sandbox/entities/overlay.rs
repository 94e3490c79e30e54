//! Writes through the API, stored on top of the computed data.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, Transaction, params};
use serde_json::{Map, Value};

/// Created rows (`number` counts them from 0 for each connection and entity) and changed fields of other rows (`number`
/// is null; a field that is null was cleared).
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
    /// Created rows in order: all of them, or those of a page.
    created: Vec<Map<String, Value>>,
    /// Number of the first of these.
    first: u64,
    /// Number of all created rows.
    total: u64,
}

impl Overlay {
    /// Loads the writes to an entity.
    pub(crate) fn load(db: &Connection, connection: &str, entity: &str) -> rusqlite::Result<Self> {
        let sql = "SELECT key, number, body FROM entity_write WHERE connection_id = ?1 AND entity = ?2 ORDER BY number";
        Self::read(db, sql, params![connection, entity])
    }

    fn read(db: &Connection, sql: &str, values: impl rusqlite::Params) -> rusqlite::Result<Self> {
        let mut found = Self::default();
        let mut statement = db.prepare_cached(sql)?;
        let mut rows = statement.query(values)?;
        while let Some(row) = rows.next()? {
            let body = object(&row.get::<_, String>(2)?);
            if row.get::<_, Option<i64>>(1)?.is_some() {
                found.created.push(whole(body));
            } else {
                found.changed.insert(row.get(0)?, body);
            }
        }
        found.total = found.created.len() as u64;
        Ok(found)
    }

    /// Loads the writes to everything below the rows of an entity.
    pub(crate) fn load_below(db: &Connection, connection: &str, entity: &str) -> rusqlite::Result<Self> {
        // Names below are `entity/key/…`, and `0` is the character after the slash.
        let sql = "SELECT key, number, body FROM entity_write WHERE connection_id = ?1 AND entity > ?2 || '/'
                   AND entity < ?2 || '0' ORDER BY entity, number";
        Self::read(db, sql, params![connection, entity])
    }

    /// Loads the writes that one page needs: to the rows with these keys, and the created rows with these numbers.
    pub(crate) fn load_part(
        db: &Connection,
        connection: &str,
        entity: &str,
        keys: impl Iterator<Item = String>,
        numbers: std::ops::Range<u64>,
    ) -> rusqlite::Result<Self> {
        let total = created(db, connection, entity)?;
        let mut found = Self { first: numbers.start, total, ..Self::default() };
        if numbers.start < total.min(numbers.end) {
            let sql = "SELECT body FROM entity_write WHERE connection_id = ?1 AND entity = ?2 AND number IS NOT NULL
                       AND number >= ?3 AND number < ?4 ORDER BY number";
            let mut statement = db.prepare_cached(sql)?;
            let mut rows = statement.query(params![connection, entity, numbers.start, numbers.end])?;
            while let Some(row) = rows.next()? {
                found.created.push(whole(object(&row.get::<_, String>(0)?)));
            }
        }
        let sql = "SELECT 1 FROM entity_write WHERE connection_id = ?1 AND entity = ?2 AND number IS NULL";
        if db.prepare_cached(sql)?.exists(params![connection, entity])? {
            for key in keys {
                if let Some(changes) = find(db, connection, entity, &key)? {
                    found.changed.insert(key, changes);
                }
            }
        }
        Ok(found)
    }

    /// Returns the number of all created rows.
    pub(crate) fn total(&self) -> u64 {
        self.total
    }

    /// Returns the created row with this number, if it was loaded.
    pub(crate) fn created(&self, number: u64) -> Option<&Map<String, Value>> {
        self.created.get(usize::try_from(number.checked_sub(self.first)?).ok()?)
    }

    /// Takes the loaded created rows.
    pub(crate) fn take_created(self) -> Vec<Map<String, Value>> {
        self.created
    }

    /// Applies the changes to a row.
    pub(crate) fn apply(&self, key: &str, row: &mut Map<String, Value>) {
        if let Some(changes) = self.changed.get(key) {
            apply_fields(changes, row);
        }
    }
}

/// Returns what was written to one row: the whole row if it was created, otherwise the changed fields.
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

/// Removes cleared fields from a created row.
pub(crate) fn whole(mut row: Map<String, Value>) -> Map<String, Value> {
    row.retain(|_, value| !value.is_null());
    row
}

/// Applies changed fields to a row; null removes a field.
pub(crate) fn apply_fields(changes: &Map<String, Value>, row: &mut Map<String, Value>) {
    for (name, value) in changes {
        if value.is_null() {
            row.shift_remove(name);
        } else {
            row.insert(name.clone(), value.clone());
        }
    }
}

/// Returns the number of created rows.
pub(crate) fn created(db: &Connection, connection: &str, entity: &str) -> rusqlite::Result<u64> {
    // Numbers have no gaps, so the last gives the count.
    let sql = "SELECT coalesce(max(number) + 1, 0) FROM entity_write
               WHERE connection_id = ?1 AND entity = ?2 AND number IS NOT NULL";
    db.prepare_cached(sql)?.query_row(params![connection, entity], |row| row.get(0))
}

/// Stores a created row; `number` is the number of earlier ones.
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

/// Stores changed fields of a row, merged into earlier changes.
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
