//! Snapshots: saves the whole state to one file, and loads it.
//!
//! The secrets in a snapshot stay encrypted and its key is sent separately, so that the file alone reveals none.
//! Snapshots are sent over HTTP as bytes and never as a path: a client must not be able to read or write files through
//! the sandbox.

use std::fs::File;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use rusqlite::config::DbConfig;
use rusqlite::{Connection as Db, OpenFlags};

use super::error::Error;
use super::state::App;
use super::store::clock::{self, ClockState, SCALE_RANGE};
use super::store::token::{self, Owner};
use super::store::{self, TABLES};
use super::time::millis;
use super::vault::Vault;
use super::vault::master::MasterKey;
use crate::files;
use crate::secret::Secret;
use crate::sqlite;

/// The largest snapshot, uncompressed, in bytes.
const LARGEST: u64 = 1 << 30;

/// Compresses a snapshot (gzip), to about a tenth.
///
/// # Errors
/// None at present: it writes to memory only.
pub fn pack(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut packed = GzEncoder::new(Vec::with_capacity(bytes.len() / 8), Compression::fast());
    packed.write_all(bytes)?;
    packed.finish()
}

/// Decompresses the output of [`pack`]; other bytes are returned as they are.
///
/// # Errors
/// When the data is truncated, or larger than a snapshot may be.
pub fn unpack(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut whole = Vec::new();
    unpack_into(bytes, &mut whole)?;
    Ok(whole)
}

fn unpack_into(bytes: &[u8], to: &mut impl Write) -> std::io::Result<()> {
    let mut packed = GzDecoder::new(bytes);
    let mut plain = bytes;
    let from: &mut dyn Read = if bytes.starts_with(&[0x1f, 0x8b]) { &mut packed } else { &mut plain };
    if std::io::copy(&mut from.take(LARGEST + 1), to)? > LARGEST {
        return Err(std::io::Error::other("it is larger than 1 GiB"));
    }
    Ok(())
}

/// First bytes of every SQLite database.
const MAGIC: &[u8] = b"SQLite format 3\0";

/// Returns the current state, compressed.
pub(crate) fn save(app: &App) -> Result<Vec<u8>, Error> {
    let folder = temporary_folder(app)?;
    let path = folder.path().join("snapshot.db");
    let now = millis(app.now());
    app.read(|db| {
        db.execute("VACUUM INTO ?1", [path.to_string_lossy()])?;
        Ok(())
    })?;
    let copy = Db::open(&path)?;
    // The clock continues from this moment when the snapshot is loaded.
    copy.execute("INSERT OR REPLACE INTO settings VALUES ('saved_at', ?1)", [now.to_string()])?;
    copy.close().map_err(|(_, error)| error)?;
    std::fs::read(&path).and_then(|bytes| pack(&bytes)).map_err(|error| disk_error(&error))
}

/// Returns a folder for one snapshot: beside the state, where there must be room anyway, or the temporary folder for a
/// state in memory.
fn temporary_folder(app: &App) -> Result<tempfile::TempDir, Error> {
    let beside = app.read(|db| Ok(db.path().filter(|path| !path.is_empty()).map(PathBuf::from)))?;
    let parent = beside.as_deref().and_then(Path::parent).map_or_else(std::env::temp_dir, Path::to_owned);
    files::temporary_folder(&parent, ".snapshot-").map_err(|error| {
        let hint = if beside.is_some() { "" } else { "; start it with another TMPDIR" };
        // No failure of the platform: trying again does not help.
        Error::conflict(format!("the sandbox cannot write in `{}`: {error}{hint}", parent.display()))
    })
}

fn disk_error(error: &std::io::Error) -> Error {
    Error::internal(format!("the sandbox's disk: {error}"))
}

/// Replaces the whole state by a snapshot in one transaction, and returns a new token of the application: the caller's
/// token belonged to the old state.
pub(crate) fn load(app: &App, bytes: &[u8], key: Option<&str>) -> Result<Secret, Error> {
    let folder = temporary_folder(app)?;
    let path = folder.path().join("snapshot.db");
    let mut file = files::create(&path, files::Access::Owner).map_err(|error| disk_error(&error))?;
    // To disk and not into memory: few compressed bytes may become very many.
    unpack_into(bytes, &mut file).map_err(|error| refused(&format!("it cannot be unpacked: {error}")))?;
    drop(file);
    check(&path)?;
    // A snapshot of an older version is migrated, as a state would be.
    let opened = store::open(Some(&path)).map_err(|error| refused(&error.to_string()))?;
    let seed = store::seed(&opened)?;
    let saved_at: Option<String> =
        opened.query_row("SELECT max(value) FROM settings WHERE name = 'saved_at'", [], |row| row.get(0))?;
    let reading = clock::read(&opened)?;
    let broken: i64 = opened.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0))?;
    opened.close().map_err(|(_, error)| error)?;
    let saved_at = saved_at.and_then(|text| text.parse().ok());
    let paced = SCALE_RANGE.contains(&reading.scale);
    let Some(saved_at) = saved_at.filter(|_| broken == 0 && paced) else {
        return Err(refused("it is not whole"));
    };
    if seed != app.options().seed {
        return Err(Error::conflict(format!(
            "the snapshot was saved with seed {seed}, and this sandbox has {}; start one with `--seed {seed}`",
            app.options().seed
        )));
    }
    let theirs = match key {
        None => None,
        Some(text) => Some(Vault::new(MasterKey::parse(text).ok_or_else(|| refused("the key is invalid"))?)),
    };
    app.replace(&path, |tx| {
        copy(tx)?;
        // From here on its secrets are encrypted with the key of this sandbox.
        app.vault().rewrap_keys(tx, theirs.as_ref()).map_err(|_| {
            refused("the secrets in it need the key it was saved with, and that is not here (`FILE.key`, beside it)")
        })?;
        let real = app.real();
        let reading = ClockState { at: saved_at, real_at: real, holder: None, held_until: 0, ..reading };
        clock::write(tx, &reading)?;
        tx.execute("DELETE FROM settings WHERE name = 'saved_at'", [])?;
        tx.execute("UPDATE deliveries SET leased_until = NULL", [])?;
        // The redirect URIs of link visits were checked when the visits began, possibly by another version.
        tx.execute("DELETE FROM link_visits", [])?;
        Ok(token::issue(tx, &Owner::Application, saved_at)?.access)
    })
}

fn refused(why: &str) -> Error {
    Error::invalid(format!("this is no snapshot that can be loaded: {why}; nothing was changed"))
}

/// Checks a file before it is used. It may come from anywhere: a view or trigger in it would run with the first
/// statement that touches it, so its schema must be exactly ours.
fn check(path: &Path) -> Result<(), Error> {
    let mut head = Vec::new();
    let read = File::open(path).and_then(|file| file.take(MAGIC.len() as u64).read_to_end(&mut head));
    read.map_err(|error| disk_error(&error))?;
    if head != MAGIC {
        return Err(refused("it is not a database"));
    }
    let damaged = |_| refused("it is damaged");
    let db = Db::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(damaged)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    let format: u32 = db.query_row("PRAGMA user_version", [], |row| row.get(0)).map_err(damaged)?;
    let known = store::format();
    if format > known {
        return Err(refused(&format!("it was written by a newer makini (format {format}, this one knows {known})")));
    }
    let made_of = store::schema(&db).map_err(|_| refused("it is damaged"))?;
    if format == 0 || store::schema_of(format)?.as_ref() != Some(&made_of) {
        return Err(refused("it is a database of something else"));
    }
    drop(db);
    let found = sqlite::examine(path).map_err(|_| refused("it is damaged"))?;
    if found.damage.is_some() {
        return Err(refused("it is damaged"));
    }
    Ok(())
}

/// Replaces every row by those of the attached snapshot.
fn copy(db: &Db) -> Result<(), Error> {
    for table in TABLES {
        db.execute(&format!("DELETE FROM main.{table}"), [])?;
    }
    for table in TABLES.iter().rev() {
        db.execute(&format!("INSERT OR REPLACE INTO main.{table} SELECT * FROM snapshot.{table}"), [])?;
    }
    // Triggers have counted rows meanwhile.
    db.execute("DELETE FROM main.connection_counts", [])?;
    db.execute("INSERT INTO main.connection_counts SELECT * FROM snapshot.connection_counts", [])?;
    db.execute("DELETE FROM main.sqlite_sequence", [])?;
    db.execute("INSERT INTO main.sqlite_sequence SELECT * FROM snapshot.sqlite_sequence", [])?;
    Ok(())
}
