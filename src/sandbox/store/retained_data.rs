//! What stays of a disconnected connection: the rows as of its last sync, until they are deleted on purpose.

use rusqlite::Connection as Db;

use super::connections::{self, ConnectionRow};
use crate::api::connections::Lifecycle;
use crate::api::error_code::ErrorCode;
use crate::sandbox::error::Error;
use crate::sandbox::time::iso;

/// Tables with rows that were written through the API, or that a row was answered from.
const TABLES: [&str; 2] = ["entity_write", "idempotency_keys"];

/// Returns a disconnected connection whose data is there.
///
/// # Errors
/// 404 for one that there is not, and for deleted data; 409 for one that is not disconnected.
pub(crate) fn find(db: &Db, key: &str) -> Result<ConnectionRow, Error> {
    let row = connections::find(db, key)?;
    if row.lifecycle() != Lifecycle::Disconnected {
        return Err(Error::conflict(
            "the connection is not disconnected: its rows are read with its own token, and retained",
        ));
    }
    let deleted: Option<i64> = db
        .prepare_cached("SELECT data_deleted_at FROM connections WHERE key = ?1")?
        .query_row([key], |row| row.get(0))?;
    match deleted {
        Some(at) => Err(Error::of(ErrorCode::NotFound, format!("the retained data was deleted at {}", iso(at)))),
        None => Ok(row),
    }
}

/// Deletes the data of a disconnected connection.
///
/// # Errors
/// As [`find()`].
pub(crate) fn delete(db: &Db, key: &str, now: i64) -> Result<(), Error> {
    find(db, key)?;
    for table in TABLES {
        db.execute(&format!("DELETE FROM {table} WHERE connection_id = ?1"), [key])?;
    }
    connections::set_column(db, key, "data_deleted_at", now, now)
}
