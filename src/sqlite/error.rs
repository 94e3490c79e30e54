//! An error of SQLite as one sentence.

use std::fmt;
use std::path::Path;

use rusqlite::{ErrorCode, ffi};

/// An error of SQLite whose text stands once: the library's own repeats it as its cause, with a number.
#[derive(Debug)]
pub struct SqliteError(rusqlite::Error);

impl SqliteError {
    /// Returns SQLite's result code, if the error comes from SQLite and not from the library around it.
    pub fn code(&self) -> Option<ErrorCode> {
        self.0.sqlite_error_code()
    }

    /// Returns the hint for a person, for the database at `path`.
    pub fn remedy(&self, path: &Path) -> Option<String> {
        match self.code()? {
            ErrorCode::DiskFull => Some("make room on the disk".into()),
            ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied => {
                Some(format!("make `{}` and its folder writable", path.display()))
            }
            _ => None,
        }
    }
}

impl From<rusqlite::Error> for SqliteError {
    fn from(error: rusqlite::Error) -> Self {
        Self(error)
    }
}

impl fmt::Display for SqliteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (code, text) = match &self.0 {
            rusqlite::Error::SqliteFailure(code, text) => (code, text.as_deref()),
            other => return other.fmt(f),
        };
        match (code.code, text) {
            (ErrorCode::DiskFull, _) => f.write_str("the disk is full"),
            // What it adds is the path, which stands before this.
            (ErrorCode::CannotOpen, _) => f.write_str("unable to open database file"),
            (_, Some(text)) if code.extended_code > 0xff => write!(f, "{text} (SQLite error {})", code.extended_code),
            (_, Some(text)) => f.write_str(text),
            (_, None) => f.write_str(ffi::code_to_str(code.extended_code)),
        }
    }
}

/// Without a source: it would repeat the text.
impl std::error::Error for SqliteError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_stands_once() {
        for (code, text, expected) in [
            (ffi::SQLITE_FULL, Some("database or disk is full"), "the disk is full"),
            (ffi::SQLITE_FULL, None, "the disk is full"),
            (ffi::SQLITE_CANTOPEN, Some("unable to open database file: /x/y.db"), "unable to open database file"),
            (
                ffi::SQLITE_READONLY,
                Some("attempt to write a readonly database"),
                "attempt to write a readonly database",
            ),
            (ffi::SQLITE_IOERR_WRITE, Some("disk I/O error"), "disk I/O error (SQLite error 778)"),
            (ffi::SQLITE_BUSY, None, "database is locked"),
        ] {
            let error = SqliteError(rusqlite::Error::SqliteFailure(ffi::Error::new(code), text.map(str::to_owned)));
            assert_eq!(error.to_string(), expected);
            assert!(std::error::Error::source(&error).is_none());
        }
        let other = SqliteError(rusqlite::Error::QueryReturnedNoRows);
        assert_eq!(other.to_string(), rusqlite::Error::QueryReturnedNoRows.to_string());
    }

    #[test]
    fn hints() {
        let remedy = |code| {
            SqliteError(rusqlite::Error::SqliteFailure(ffi::Error::new(code), None))
                .remedy(Path::new("x.db"))
                .unwrap_or_default()
        };
        assert_eq!(remedy(ffi::SQLITE_FULL), "make room on the disk");
        assert_eq!(remedy(ffi::SQLITE_READONLY), "make `x.db` and its folder writable");
        assert_eq!(remedy(ffi::SQLITE_BUSY), "");
    }
}
