//! Why the inbox could not be opened or read.

use std::path::PathBuf;

use thiserror::Error;

use super::owner::Owner;
use crate::exit::Exit;
use crate::failure::Classify;
use crate::sqlite::{OpenError, SqliteError};

/// Why the inbox could not be opened or read. Nothing of what was found on disk has been changed.
#[derive(Debug, Error)]
pub enum Error {
    /// The database could not be opened or brought up to date.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The file is a database, but of something else.
    #[error("`{path}` is a database, but no inbox; it was left untouched")]
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// The file is no database.
    #[error("`{path}` is no database; it was left untouched")]
    NoDatabase {
        /// The file.
        path: PathBuf,
    },
    /// The file is damaged.
    #[error("the inbox `{path}` is damaged ({what}); it was left untouched")]
    Damaged {
        /// The file.
        path: PathBuf,
        /// The result of the integrity check.
        what: String,
    },
    /// The file is empty, and its write-ahead log is not.
    #[error("the inbox `{path}` is empty, and its log `{path}-wal` is not: it was cut short; both were left untouched")]
    Emptied {
        /// The file.
        path: PathBuf,
    },
    /// Another receiver holds it, or a copy.
    #[error("{}{}", taken(path, owner.as_ref()), owner.as_ref().map(|owner| format!(": {owner}")).unwrap_or_default())]
    Taken {
        /// The file.
        path: PathBuf,
        /// Who, where that could be read.
        owner: Option<Owner>,
    },
    /// The folder is on a file system where a write-ahead log is not safe.
    #[error("the folder `{folder}` is no safe place for an inbox: {what}")]
    UnsafeFolder {
        /// The folder.
        folder: PathBuf,
        /// What is wrong with it.
        what: String,
    },
    /// The folder cannot be written.
    #[error("cannot write in the folder `{folder}`")]
    Folder {
        /// The folder.
        folder: PathBuf,
        /// The error of the operating system.
        source: std::io::Error,
    },
    /// There is no inbox yet.
    #[error("there is no inbox at `{path}`")]
    Missing {
        /// Where it would be.
        path: PathBuf,
    },
    /// The server of the inbox cannot be reached, or the connection to it ended.
    #[error("the inbox `{server}` cannot be reached: {reason}")]
    Unreachable {
        /// The server.
        server: String,
        /// Why.
        reason: String,
        /// Whether that may pass by itself.
        passing: bool,
    },
    /// The server of the inbox refused the connection.
    #[error("the inbox `{server}` cannot be opened: {reason}")]
    Refused {
        /// The server.
        server: String,
        /// Why, as the server words it.
        reason: String,
        /// What to do, where that is known.
        hint: Option<String>,
    },
    /// What the server commits would not be safe there.
    #[error("the server `{server}` is not fit for an inbox: {what}")]
    Unsafe {
        /// The server.
        server: String,
        /// What is wrong with it.
        what: String,
        /// What to do.
        hint: String,
    },
    /// The database is one of something else.
    #[error("the database `{server}` has a table `{table}` that is not the inbox's; it was left untouched")]
    ForeignTables {
        /// The server.
        server: String,
        /// The table.
        table: String,
    },
    /// The tables are those of a newer version.
    #[error("the inbox `{server}` has the format {found}, and this version knows up to {known}; it was left untouched")]
    NewerTables {
        /// The server.
        server: String,
        /// Its format.
        found: usize,
        /// The newest format that is known here.
        known: usize,
    },
    /// It is the copy of another inbox, and does not hold all of it yet.
    #[error("the inbox `{place}` is a copy of `{source_place}` that is not finished")]
    HalfCopied {
        /// The copy.
        place: String,
        /// What it is a copy of.
        source_place: String,
    },
    /// The tables belong to another user than that of the address.
    #[error(
        "the tables of the inbox `{server}` belong to `{owner}`; `{user}` can neither add partitions nor remove any"
    )]
    NotOwner {
        /// The server.
        server: String,
        /// Whose they are.
        owner: String,
        /// Who tried.
        user: String,
        /// The address with the owner as its user.
        address: String,
    },
    /// A statement failed on the server.
    #[error("could not read or change the inbox: {0}")]
    Server(String),
    /// The tables are those of an older version, whose receivers know no pauses.
    #[error("the inbox is of an older version, whose receivers cannot pause")]
    NoPauses,
    /// Somebody reads what is to be removed, for a minute already.
    #[error("somebody has been reading the inbox for a minute, and what is read cannot be removed")]
    Busy,
    /// There is no such event.
    #[error("there is no event `{0}` in the inbox")]
    NoEvent(String),
    /// No handler takes the event.
    #[error("no handler takes event {0}: it meets no `where` of theirs")]
    NoHandler(i64),
    /// SQLite returned an error.
    #[error("could not read or change the inbox")]
    Sqlite(#[source] SqliteError),
    /// The operating system returned an error.
    #[error("could not {what}")]
    Io {
        /// What was being done.
        what: &'static str,
        /// The error of the operating system.
        source: std::io::Error,
    },
}

fn taken(path: &std::path::Path, owner: Option<&Owner>) -> String {
    let path = path.display();
    if owner.is_some_and(|owner| owner.copies) {
        format!("the inbox `{path}` is being copied")
    } else {
        format!("another receiver has the inbox `{path}`")
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sqlite(error.into())
    }
}

impl Classify for Error {
    fn exit(&self) -> Exit {
        match self {
            Self::Open(error) => error.exit(),
            Self::Missing { .. } | Self::NoEvent(_) | Self::NoHandler(_) => Exit::NotFound,
            Self::Unreachable { .. } | Self::Busy => Exit::Unavailable,
            _ => Exit::Local,
        }
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::Open(error) => error.hint(),
            Self::NoDatabase { path } | Self::Foreign { path } => {
                Some(format!("name another file with --inbox, or move `{}` away", path.display()))
            }
            Self::Damaged { path, .. } => Some(format!(
                "save what can be read with `sqlite3 '{path}' .recover > inbox.sql`, then move `{path}` away to start afresh",
                path = path.display()
            )),
            Self::Emptied { path } => Some(format!(
                "put `{path}` back from a backup, beside its log; or move both away to start afresh, and have the senders \
                 send again",
                path = path.display()
            )),
            Self::Taken { owner: Some(Owner { copies: true, .. }), .. } => {
                Some("wait until the copy has ended, or use another inbox with --inbox".into())
            }
            Self::Taken { .. } => Some("stop that receiver, or use another inbox with --inbox".into()),
            Self::UnsafeFolder { .. } | Self::Folder { .. } => {
                Some("choose a folder on a local disk with --inbox".into())
            }
            Self::Missing { .. } => Some("run `makini webhooks listen` to start one".into()),
            Self::NoEvent(_) => Some("run `makini webhooks inbox list` to see what is there".into()),
            Self::Sqlite(said) if said.code() == Some(rusqlite::ErrorCode::DiskFull) => {
                Some("make room on the disk".into())
            }
            Self::Unreachable { .. } => Some("see that the server runs, and that its address is right".into()),
            Self::Busy => Some("wait for that to end, and run it again: what is removed by now stays removed".into()),
            Self::Refused { hint, .. } => hint.clone(),
            Self::Unsafe { hint, .. } => Some(hint.clone()),
            Self::ForeignTables { .. } => Some("use a database of its own: `createdb makini`".into()),
            Self::HalfCopied { place, source_place } => {
                let places = shell_words::join([source_place, place]);
                Some(format!("finish it: `makini webhooks inbox copy {places}`"))
            }
            Self::NotOwner { address, .. } => {
                Some(format!("use it as its owner, with `--inbox {}`", shell_words::quote(address)))
            }
            Self::NewerTables { .. } => Some("upgrade this program: another receiver is of a newer version".into()),
            Self::NoPauses => Some("restart its receiver with this version: `makini webhooks listen`".into()),
            Self::NoHandler(number) => {
                Some(format!("`makini webhooks inbox show {number}` shows it, `makini help webhooks` what `where` is"))
            }
            Self::Sqlite(_) | Self::Server(_) | Self::Io { .. } => None,
        }
    }
}
