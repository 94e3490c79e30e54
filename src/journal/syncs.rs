//! States of syncs that this machine saw: the history of a server that lists no syncs, as far as somebody looked.

use rusqlite::{Connection, TransactionBehavior, params};

use super::error::Error;
use super::writer::Journal;
use crate::api::sync::SeenSync;

impl Journal {
    /// Keeps states, each once.
    ///
    /// # Errors
    /// When the file cannot be opened or written.
    pub fn record_syncs(&self, seen: &[SeenSync]) -> Result<(), Error> {
        if seen.is_empty() {
            return Ok(());
        }
        let mut db = self.open()?;
        let insert = |db: &mut Connection| {
            let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let now = self.clock().now().as_microsecond();
            for SeenSync { connection_id, changed_at, status } in seen {
                let mut statement = tx.prepare_cached(
                    "INSERT OR IGNORE INTO seen_sync (profile, connection, changed_at, status, seen_at) \
                     VALUES (?1, ?2, ?3, ?4, ?5)",
                )?;
                statement.execute(params![self.profile(), connection_id, changed_at, status, now])?;
            }
            tx.commit()
        };
        insert(&mut db).map_err(|source| self.failed(source))
    }

    /// Returns the states of a connection of this profile, in the order of their times as text.
    ///
    /// # Errors
    /// When the file is there and cannot be read.
    pub fn syncs(&self, connection: &str) -> Result<Vec<SeenSync>, Error> {
        let Some(db) = self.reader()? else { return Ok(Vec::new()) };
        let run = || {
            let mut statement = db.prepare(
                "SELECT changed_at, status FROM seen_sync WHERE profile = ?1 AND connection = ?2 ORDER BY changed_at",
            )?;
            let rows = statement.query_map(params![self.profile(), connection], |row| {
                Ok(SeenSync {
                    connection_id: connection.to_owned(),
                    changed_at: row.get("changed_at")?,
                    status: row.get("status")?,
                })
            })?;
            rows.collect::<rusqlite::Result<Vec<_>>>()
        };
        run().map_err(|source| self.failed(source))
    }
}
