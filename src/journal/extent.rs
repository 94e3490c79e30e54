//! How much the journal holds, and how far back it reaches.

use jiff::Timestamp;
use rusqlite::{Connection, OpenFlags};

use super::entry::stamp;
use super::error::Error;
use super::prune::used_bytes;
use super::writer::{Journal, PATIENCE};

/// What one request takes, with its places in the indexes, where too few are there to tell: measured with those of a check.
const USUAL_BYTES: u64 = 340;
/// From so many requests on, theirs is used.
const MANY: u64 = 1000;

/// What a journal holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    /// Number of requests, of every profile.
    pub requests: u64,
    /// When the first of them was sent.
    pub since: Option<Timestamp>,
    /// When the first hour begins of which only sums are left.
    pub hourly_since: Option<Timestamp>,
    /// How many requests there is room for, about.
    pub room: u64,
}

impl Journal {
    /// Returns what it holds; nothing while there is no file. The file is not touched, even where an earlier version made it.
    ///
    /// # Errors
    /// When the file is there and cannot be read.
    pub fn extent(&self) -> Result<Option<Extent>, Error> {
        if !self.exists() {
            return Ok(None);
        }
        let run = || {
            let db = Connection::open_with_flags(self.path(), OpenFlags::SQLITE_OPEN_READ_ONLY)?;
            db.busy_timeout(PATIENCE)?;
            let (requests, since) = db.query_row("SELECT count(*), min(at) FROM exchange", [], |row| {
                Ok((row.get::<_, i64>(0)?.unsigned_abs(), row.get::<_, Option<i64>>(1)?))
            })?;
            let first_hour = || db.query_row("SELECT min(at) FROM hour", [], |row| row.get::<_, Option<i64>>(0));
            let hourly_since = if db.table_exists(None, "hour")? { first_hour()? } else { None };
            let each = if requests >= MANY { (used_bytes(&db)? / requests).max(1) } else { USUAL_BYTES };
            Ok(Extent {
                requests,
                since: since.map(stamp),
                hourly_since: hourly_since.map(stamp),
                room: self.max_bytes() / each,
            })
        };
        run().map(Some).map_err(|source| self.failed(source))
    }
}
