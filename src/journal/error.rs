//! Errors of the journal.

use std::fmt;
use std::path::PathBuf;

use thiserror::Error;

use crate::exit::Exit;
use crate::failure::Classify;
use crate::sqlite::{OpenError, SqliteError};

/// Why the journal could not be read or written.
#[derive(Debug, Error)]
pub enum Error {
    /// It could not be opened.
    #[error("could not open the journal")]
    Open(#[from] OpenError),
    /// A statement failed.
    #[error("could not use the journal `{path}`")]
    Sqlite {
        /// The file.
        path: PathBuf,
        /// SQLite's error.
        source: SqliteError,
    },
    /// No request of that ID was made on this machine, or not lately.
    #[error("no request `{0}` in the journal of this machine")]
    NoSuchRequest(String),
    /// The beginning of an ID fits several.
    #[error("`{prefix}` fits several requests: {}", ids.join(", "))]
    Ambiguous {
        /// The beginning that was looked up.
        prefix: String,
        /// The IDs it fits; the first few.
        ids: Vec<String>,
    },
}

impl Classify for Error {
    fn exit(&self) -> Exit {
        match self {
            Self::Open(error) => error.exit(),
            Self::Sqlite { .. } => Exit::Local,
            Self::NoSuchRequest(_) => Exit::NotFound,
            Self::Ambiguous { .. } => Exit::Usage,
        }
    }

    fn hint(&self) -> Option<String> {
        use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
        match self {
            Self::Open(error) => error.hint(),
            Self::Sqlite { path, source } => match source.code()? {
                DatabaseCorrupt | NotADatabase => {
                    Some(format!("`{}` is damaged: move it away to start afresh", path.display()))
                }
                _ => source.remedy(path),
            },
            Self::NoSuchRequest(_) => Some("`makini requests list` shows what is in the journal".into()),
            Self::Ambiguous { .. } => Some("type more of the request ID".into()),
        }
    }
}

/// Requests that could not be stored. The requests themselves succeeded or failed regardless.
#[derive(Debug)]
pub struct Warning {
    /// How many requests are missing from the journal.
    pub lost: u64,
    /// Why.
    pub cause: Error,
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = if self.lost == 1 { "1 request is".into() } else { format!("{} requests are", self.lost) };
        write!(f, "{what} missing from the journal: {}", self.cause)?;
        let mut cause = std::error::Error::source(&self.cause);
        while let Some(error) = cause {
            write!(f, ": {error}")?;
            cause = error.source();
        }
        Ok(())
    }
}
