//! Creations that are sent again with the same `Idempotency-Key`: they take effect once.

use axum::http::HeaderMap;
use rusqlite::{OptionalExtension as _, Transaction, params};
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};

use crate::api::header::IDEMPOTENCY_KEY;
use crate::hex;
use crate::sandbox::error::Error;

/// Maximum length of a key, in bytes.
const LONGEST: usize = 255;

/// A creation with a key.
#[derive(Clone, Debug)]
pub(crate) struct Once {
    key: String,
    /// Digest of path and body.
    request: String,
}

impl Once {
    /// Returns the key of a request, if it has one.
    pub(crate) fn of(headers: &HeaderMap, path: &str, body: &Value) -> Result<Option<Self>, Error> {
        let Some(key) = headers.get(IDEMPOTENCY_KEY) else { return Ok(None) };
        let key = key.to_str().ok().filter(|key| !key.is_empty() && key.len() <= LONGEST);
        let key =
            key.ok_or_else(|| Error::invalid(format!("an idempotency key is text of 1 to {LONGEST} characters")))?;
        let request = hex::encode(&Sha256::digest(format!("{path} {body}")));
        Ok(Some(Self { key: key.to_owned(), request }))
    }

    /// Returns the row that an earlier request with this key made.
    pub(crate) fn made(&self, tx: &Transaction<'_>, connection: &str) -> Result<Option<Map<String, Value>>, Error> {
        let sql = "SELECT request, row FROM idempotency_keys WHERE connection_id = ?1 AND idempotency_key = ?2";
        let read = |row: &rusqlite::Row<'_>| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?));
        let found = tx.prepare_cached(sql)?.query_row(params![connection, self.key], read).optional()?;
        match found {
            None => Ok(None),
            Some((request, row)) if request == self.request => Ok(serde_json::from_str(&row).ok()),
            Some(_) => Err(Error::conflict("the idempotency key was used with another body or path")),
        }
    }

    /// Stores the row that it made.
    pub(crate) fn store(&self, tx: &Transaction<'_>, connection: &str, row: &Map<String, Value>) -> Result<(), Error> {
        let sql = "INSERT INTO idempotency_keys (connection_id, idempotency_key, request, row) VALUES (?1, ?2, ?3, ?4)";
        tx.execute(sql, params![connection, self.key, self.request, Value::Object(row.clone()).to_string()])?;
        Ok(())
    }
}
