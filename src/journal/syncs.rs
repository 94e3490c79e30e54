//! States of syncs that this machine saw: the history of a server that lists no syncs, as far as somebody looked.

use rusqlite::params;

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
        let now = self.clock().now().as_microsecond();
        self.write_all(|db| {
            let mut statement = db.prepare_cached(
                "INSERT OR IGNORE INTO seen_sync (profile, connection, changed_at, status, seen_at) \
                 VALUES (?1, ?2, ?3, ?4, ?5)",
            )?;
            for SeenSync { connection_id, changed_at, status } in seen {
                statement.execute(params![self.profile(), connection_id, changed_at, status, now])?;
            }
            Ok(())
        })
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

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::clock::Clock;
    use crate::journal::Options;

    #[test]
    fn states_take_no_more_than_their_share() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let clock = Clock::fixed("2026-03-01T12:00:00Z".parse().expect("constant"));
        let options = Options { max_bytes: 1 << 20, ..Options::new("default") };
        let journal = Journal::new(folder.path().join("journal.db"), options, clock.clone());
        let seen = |round: u32, of: u32| SeenSync {
            connection_id: "7".into(),
            changed_at: format!("2026-03-01T{round:04}.{of:03}"),
            status: "done".into(),
        };
        for round in 0..50 {
            journal.record_syncs(&(0..100).map(|of| seen(round, of)).collect::<Vec<_>>()).expect("recorded");
            clock.advance(Duration::from_mins(1));
        }
        assert_eq!(journal.syncs("7").expect("read").len(), 5000);
        journal.prune().expect("pruned");
        let left = journal.syncs("7").expect("read");
        assert!((500..=1400).contains(&left.len()), "{}", left.len());
        assert_eq!(left.last(), Some(&seen(49, 99)), "the newest stay");
        journal.prune().expect("pruned");
        assert_eq!(journal.syncs("7").expect("read"), left);
    }
}
