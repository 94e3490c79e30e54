//! A set of texts whose memory does not grow with them.

use rusqlite::Connection;

use super::error::SqliteError;

/// Pages that are kept in memory, in KiB; the others are in a temporary file.
const CACHE: i64 = 4096;

/// A set of texts in a temporary database, which is gone when this is dropped.
#[derive(Debug)]
pub struct TextSet {
    db: Connection,
    count: u64,
}

impl TextSet {
    /// Creates an empty set.
    ///
    /// # Errors
    /// When there is no room for temporary files.
    pub fn new() -> Result<Self, SqliteError> {
        // The empty name is a temporary database: a file only once its pages do not fit into the cache.
        let db = Connection::open("")?;
        db.pragma_update(None, "cache_size", -CACHE)?;
        // Nothing of it outlives the process.
        db.execute_batch(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
             CREATE TABLE texts (text TEXT PRIMARY KEY) WITHOUT ROWID; BEGIN",
        )?;
        Ok(Self { db, count: 0 })
    }

    /// Adds a text. Returns whether it was not there.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn insert(&mut self, text: &str) -> Result<bool, SqliteError> {
        let is_new = self.db.prepare_cached("INSERT OR IGNORE INTO texts VALUES (?1)")?.execute([text])? > 0;
        self.count += u64::from(is_new);
        Ok(is_new)
    }

    /// Returns how many texts there are.
    pub fn count(&self) -> u64 {
        self.count
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// More than fits into the cache, and in no order.
    #[test]
    fn each_text_is_there_once() {
        let mut set = TextSet::new().expect("made");
        let text = |number: u64| format!("{:032x}", number.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        for number in 0..150_000 {
            assert!(set.insert(&text(number)).expect("stored"), "{number}");
        }
        for number in (0..150_000).step_by(97) {
            assert!(!set.insert(&text(number)).expect("stored"), "{number}");
        }
        assert!(set.insert("").expect("stored") && set.insert("\u{fc}").expect("stored"));
        assert_eq!(set.count(), 150_002);
    }
}
