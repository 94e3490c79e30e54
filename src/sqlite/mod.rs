//! Opens databases: pragmas, migrations that are only ever appended, and a refusal of files of a newer version.

mod error;
mod text_set;

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use thiserror::Error;

pub use self::error::SqliteError;
pub use self::text_set::TextSet;
use crate::exit::Exit;
use crate::failure::Classify;
use crate::files;

/// Why a database could not be opened.
#[derive(Debug, Error)]
pub enum OpenError {
    /// The file was written by a newer version of this program.
    #[error(
        "`{path}` was written by a newer makini (format {found}, this one reads up to {known}); it was left untouched"
    )]
    FromTheFuture {
        /// The file.
        path: PathBuf,
        /// The format number in the file: how many migrations it has seen.
        found: u32,
        /// The newest format number of this program.
        known: u32,
    },
    /// SQLite failed.
    #[error("could not open the database `{path}`")]
    Sqlite {
        /// The file.
        path: PathBuf,
        /// SQLite's error.
        source: SqliteError,
    },
    /// It is a database with content that cannot be used.
    #[error("could not use the database `{path}`: {problem}")]
    Unusable {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        problem: String,
    },
    /// The secrets encrypted in the file cannot be decrypted.
    #[error("the secrets in `{path}` cannot be opened: {problem}")]
    Sealed {
        /// The file.
        path: PathBuf,
        /// What is wrong with the key, or with what it should open.
        problem: String,
    },
    /// The file or its folder cannot be created.
    #[error("could not create `{path}`")]
    Folder {
        /// The file.
        path: PathBuf,
        /// The system's error.
        source: std::io::Error,
    },
}

impl Classify for OpenError {
    fn exit(&self) -> Exit {
        Exit::Local
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::FromTheFuture { .. } => Some("update makini, or point it at another folder".into()),
            Self::Sqlite { path, source } if is_damaged(source) => {
                Some(format!("`{}` is no database of makini: move it away to start afresh", path.display()))
            }
            Self::Sealed { path, .. } => Some(format!(
                "put the right key back into `{}.key`; without it `makini sandbox reset` starts over",
                path.display()
            )),
            Self::Sqlite { path, source } => source.remedy(path),
            Self::Folder { path, source } => {
                let refused = matches!(source.kind(), ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem);
                let full = source.kind() == ErrorKind::StorageFull;
                match path.parent().filter(|_| refused) {
                    Some(folder) => Some(format!("make the folder `{}` writable", folder.display())),
                    None => full.then(|| "make room on the disk".into()),
                }
            }
            Self::Unusable { path, .. } if path.is_file() && files::check_database(path).is_err() => {
                let path = shell_words::quote(&path.to_string_lossy()).into_owned();
                Some(format!("`find FOLDER -samefile {path}` finds its other names; use the one that it was made with"))
            }
            Self::Unusable { .. } => None,
        }
    }
}

impl OpenError {
    /// Wraps SQLite's error about the file at `path`.
    pub fn sqlite(path: &Path, error: rusqlite::Error) -> Self {
        Self::Sqlite { path: path.into(), source: error.into() }
    }
}

fn is_damaged(error: &SqliteError) -> bool {
    use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
    matches!(error.code(), Some(DatabaseCorrupt | NotADatabase))
}

/// Opens the database at `path` and creates it and its folder, for their owner only, if need be. Then brings it up to the last of `steps`.
///
/// Each step runs once and is never edited after a release. Several processes may do this at the same moment.
///
/// # Errors
/// When the file is of a newer version, is no database, or cannot be created.
pub fn open(path: &Path, steps: &[&str]) -> Result<Connection, OpenError> {
    check_file(path)?;
    let failed = |source| OpenError::Folder { path: path.into(), source };
    // SQLite gives the files beside it (`-wal`, `-shm`) the mode of this one.
    path.parent().map_or(Ok(()), files::create_private_folder).map_err(failed)?;
    files::ensure_private(path).map_err(failed)?;
    let db = Connection::open(path).map_err(|error| OpenError::sqlite(path, error))?;
    prepare(db, path, steps)
}

/// Keeps the plan that a statement is first given, whatever values are bound to it later: none is planned anew, and one that
/// was good for a small table does not change with a text that is looked for.
///
/// # Errors
/// When SQLite refuses.
pub fn keep_plans(db: &Connection) -> rusqlite::Result<()> {
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map(drop)
}

/// Checks that the file at `path` can be a database of its own, see [`files::check_database`]. One that does not exist
/// is fine.
///
/// # Errors
/// [`OpenError::Unusable`].
pub fn check_file(path: &Path) -> Result<(), OpenError> {
    files::check_database(path).map_err(|error| OpenError::Unusable { path: path.into(), problem: error.to_string() })
}

/// Opens a database in memory, which lives as long as the returned connection.
///
/// # Errors
/// When SQLite cannot create one.
pub fn open_in_memory(steps: &[&str]) -> Result<Connection, OpenError> {
    let path = Path::new(":memory:");
    let db = Connection::open_in_memory().map_err(|error| OpenError::sqlite(path, error))?;
    prepare(db, path, steps)
}

fn prepare(mut db: Connection, path: &Path, steps: &[&str]) -> Result<Connection, OpenError> {
    let failed = |error| OpenError::sqlite(path, error);
    db.busy_timeout(Duration::from_secs(10)).map_err(failed)?;
    keep_plans(&db).map_err(failed)?;
    // Before anything is changed: a file from the future must stay as it is, its header included.
    let known = u32::try_from(steps.len()).unwrap_or(u32::MAX);
    let found = version(&db).map_err(failed)?;
    if found > known {
        return Err(OpenError::FromTheFuture { path: path.into(), found, known });
    }
    // Switching a fresh file to WAL needs a lock that the busy handler does not wait for, and two processes may meet
    // here; the loser tries again.
    for attempt in 0.. {
        match db.query_row("PRAGMA journal_mode = WAL", [], |row| row.get::<_, String>(0)) {
            Ok(_) => break,
            Err(error) if attempt < 200 && error.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseBusy) => {
                std::thread::sleep(Duration::from_millis(10));
            }
            Err(error) => return Err(failed(error)),
        }
    }
    db.pragma_update(None, "foreign_keys", true).map_err(failed)?;
    if version(&db).map_err(failed)? == known {
        return Ok(db);
    }
    let tx = db.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate).map_err(failed)?;
    let found = version(&tx).map_err(failed)?;
    if found > known {
        return Err(OpenError::FromTheFuture { path: path.into(), found, known });
    }
    for sql in steps.iter().skip(found as usize) {
        tx.execute_batch(sql).map_err(failed)?;
    }
    tx.pragma_update(None, "user_version", known).map_err(failed)?;
    tx.commit().map_err(failed)?;
    Ok(db)
}

/// The result of [`examine`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Examined {
    /// Bytes on the disk, the write-ahead log included.
    pub bytes: u64,
    /// The format number in the file: how many migrations it has seen.
    pub format: u32,
    /// The first problem of SQLite's quick check.
    pub damage: Option<String>,
}

/// Checks the database at `path`, which must exist, and changes nothing.
///
/// # Errors
/// When it is no database, or cannot be read.
pub fn examine(path: &Path) -> Result<Examined, OpenError> {
    let failed = |error| OpenError::sqlite(path, error);
    let db = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(failed)?;
    db.busy_timeout(Duration::from_secs(2)).map_err(failed)?;
    let format = version(&db).map_err(failed)?;
    let found: String = db.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)).map_err(failed)?;
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    let size = |path: &Path| std::fs::metadata(path).map_or(0, |metadata| metadata.len());
    let bytes = size(path) + size(Path::new(&log));
    Ok(Examined { bytes, format, damage: (found != "ok").then_some(found) })
}

fn version(db: &Connection) -> rusqlite::Result<u32> {
    db.query_row("PRAGMA user_version", [], |row| row.get(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    const STEPS: &[&str] = &["CREATE TABLE a (x)", "ALTER TABLE a ADD COLUMN y"];

    #[test]
    fn steps_run_once_and_in_order() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("deep/er/t.db");
        open(&path, &STEPS[..1]).expect("first").execute("INSERT INTO a VALUES (1)", []).expect("insert");
        let db = open(&path, STEPS).expect("second");
        let count: i64 = db.query_row("SELECT count(*) FROM a WHERE y IS NULL", [], |r| r.get(0)).expect("count");
        assert_eq!(count, 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_file_with_two_names_or_none_of_its_own_is_refused() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("t.db");
        drop(open(&path, STEPS).expect("made"));
        std::fs::hard_link(&path, folder.path().join("other.db")).expect("linked");
        let error = open(&folder.path().join("other.db"), STEPS).expect_err("two names");
        assert!(
            error.to_string().ends_with("other.db`: it has 2 names (hard links), and a database works under one only")
        );
        assert!(error.hint().is_some_and(|hint| hint.contains("`find FOLDER -samefile ")), "{error}");
        for other in [Path::new("/dev/null"), folder.path()] {
            assert!(matches!(open(other, STEPS), Err(OpenError::Unusable { .. })), "{}", other.display());
        }
        assert_eq!(std::fs::read_dir(folder.path()).expect("readable").count(), 2);
    }

    #[test]
    fn a_look_changes_nothing_and_finds_damage() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("t.db");
        assert!(examine(&path).is_err(), "nothing is made");
        assert!(!path.exists());
        let db = open(&path, STEPS).expect("made");
        db.execute_batch(
            "CREATE INDEX i ON a (x); WITH RECURSIVE n(x) AS (VALUES (1) UNION ALL SELECT x + 1 FROM n WHERE x < 900)
             INSERT INTO a (x) SELECT hex(randomblob(20)) FROM n",
        )
        .expect("filled");
        drop(db);
        let found = examine(&path).expect("readable");
        assert_eq!((found.format, found.damage), (2, None));
        let mut bytes = std::fs::read(&path).expect("readable");
        assert_eq!(found.bytes, bytes.len() as u64);
        // The last page belongs to the table or its index.
        let last = bytes.len() - 4096;
        bytes[last..].fill(0xee);
        std::fs::write(&path, bytes).expect("written");
        let outcome = examine(&path);
        assert!(outcome.as_ref().map_or(true, |found| found.damage.is_some()), "{outcome:?}");
    }

    #[test]
    fn a_newer_file_is_refused_and_left_alone() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("t.db");
        drop(open(&path, STEPS).expect("made"));
        let before = std::fs::read(&path).expect("readable");
        let error = open(&path, &STEPS[..1]).expect_err("refused");
        assert!(matches!(error, OpenError::FromTheFuture { found: 2, known: 1, .. }), "{error:?}");
        assert_eq!(std::fs::read(&path).expect("readable"), before);
    }

    #[test]
    fn a_file_that_is_no_database_is_refused_and_left_alone() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("t.db");
        std::fs::write(&path, "this is a letter to my aunt, not a database file at all").expect("written");
        let error = open(&path, STEPS).expect_err("refused");
        assert_eq!(error.exit(), Exit::Local);
        assert!(error.hint().is_some_and(|hint| hint.contains("move it away")));
        assert!(std::fs::read_to_string(&path).expect("readable").starts_with("this is a letter"));
    }
}
