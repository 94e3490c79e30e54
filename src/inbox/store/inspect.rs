//! Checks a file before anything may change it.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use super::super::error::Error;
use crate::sqlite::OpenError;

/// The steps that make an inbox, in order; never edited after a release.
pub(in crate::inbox) const STEPS: &[&str] = &[
    include_str!("../migrations/0001.sql"),
    include_str!("../migrations/0002.sql"),
    include_str!("../migrations/0003.sql"),
    include_str!("../migrations/0004.sql"),
    include_str!("../migrations/0005.sql"),
];

/// The SQLite application ID of an inbox.
const APPLICATION_ID: u32 = u32::from_be_bytes(*b"MKIi");

/// Returns the write-ahead log of a database.
fn log_of(path: &Path) -> PathBuf {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    log.into()
}

/// How much of a file is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::inbox) enum Depth {
    /// Only what kind of file it is.
    Header,
    /// Every page of it.
    Full,
}

/// Makes sure that the file is an inbox that this program can use, without changing a byte of it. A missing or empty
/// file is fine.
///
/// # Errors
/// When it is no database, one of something else, from a newer program, or damaged.
pub(in crate::inbox) fn inspect(path: &Path, depth: Depth) -> Result<(), Error> {
    let mut head = [0; 16];
    let found = std::fs::File::open(path).and_then(|mut file| file.read(&mut head));
    match found {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(source) => return Err(Error::Io { what: "read the inbox", source }),
        // SQLite would delete the log of an empty database, with all that was acknowledged and not yet moved.
        Ok(0) if log_of(path).metadata().is_ok_and(|log| log.len() > 0) => {
            return Err(Error::Emptied { path: path.into() });
        }
        Ok(0) => return Ok(()),
        Ok(read) if &head[..read] != b"SQLite format 3\0" => return Err(Error::NoDatabase { path: path.into() }),
        Ok(_) => {}
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let failed = |source: rusqlite::Error| match source.sqlite_error_code() {
        Some(rusqlite::ErrorCode::DatabaseCorrupt) => Error::Damaged { path: path.into(), what: source.to_string() },
        Some(rusqlite::ErrorCode::NotADatabase) => Error::NoDatabase { path: path.into() },
        _ => Error::Open(OpenError::sqlite(path, source)),
    };
    let db = Connection::open_with_flags(path, flags).map_err(failed)?;
    db.busy_timeout(std::time::Duration::from_secs(10)).map_err(failed)?;
    let number = |pragma: &str| db.query_row(pragma, [], |row| row.get::<_, u32>(0)).map_err(failed);
    let known = u32::try_from(STEPS.len()).expect("few steps");
    let tables = number("SELECT count(*) FROM sqlite_schema")?;
    let application = number("PRAGMA application_id")?;
    let version = number("PRAGMA user_version")?;
    if tables == 0 && application == 0 && version == 0 {
        return Ok(());
    }
    if application != APPLICATION_ID {
        return Err(Error::Foreign { path: path.into() });
    }
    if version > known {
        return Err(OpenError::FromTheFuture { path: path.into(), found: version, known }.into());
    }
    if depth == Depth::Header {
        return Ok(());
    }
    let said: String = db.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)).map_err(failed)?;
    if said == "ok" { Ok(()) } else { Err(Error::Damaged { path: path.into(), what: said }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_in_the_schema_is_the_one_that_is_looked_for() {
        let db = crate::sqlite::open_in_memory(STEPS).expect("the schema is sound");
        let found: u32 = db.query_row("PRAGMA application_id", [], |row| row.get(0)).expect("a number");
        assert_eq!(found, APPLICATION_ID);
    }
}
