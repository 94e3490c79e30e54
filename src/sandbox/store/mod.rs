//! The database, one file per noun. Functions take a connection or a transaction; HTTP and fault rules are above.

pub(crate) mod alerts;
pub(crate) mod clock;
pub(crate) mod connections;
pub(crate) mod endpoints;
pub(crate) mod faults;
pub(crate) mod flows;
pub(crate) mod idempotency;
pub(crate) mod links;
pub(crate) mod rate_limit;
pub(crate) mod requests;
pub(crate) mod retained_data;
pub(crate) mod sync;
pub(crate) mod timers;
pub(crate) mod token;
pub(crate) mod webhooks;

use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OptionalExtension as _};

use super::entities::OVERLAY_SQL;
use super::error::Error;
use super::ids;
use super::source::Settings;
use crate::sqlite::{self, OpenError};

const MIGRATIONS: &[&str] = &[
    include_str!("../migrations/0001.sql"),
    OVERLAY_SQL,
    include_str!("../migrations/0002.sql"),
    include_str!("../migrations/0003.sql"),
    include_str!("../migrations/0004.sql"),
    include_str!("../migrations/0005.sql"),
    include_str!("../migrations/0006.sql"),
    include_str!("../migrations/0007.sql"),
    include_str!("../migrations/0009.sql"),
    include_str!("../migrations/0010.sql"),
    include_str!("../migrations/0011.sql"),
    include_str!("../migrations/0012.sql"),
];

/// Every table with data of the account, in an order in which foreign keys allow emptying them.
pub(crate) const TABLES: &[&str] = &[
    "attempts",
    "deliveries",
    "webhook_endpoints",
    "events",
    "faults",
    "connection_events",
    "webhook_conditions",
    "alert_changes",
    "alert_rules",
    "flow_steps",
    "flow_executions",
    "flows",
    "rate_windows",
    "requests",
    "entity_write",
    "idempotency_keys",
    "read_marks",
    "syncs",
    "link_visits",
    "magic_links",
    "connections",
    "connection_counts",
    "customer_keys",
    "codes",
    "tokens",
    "timers",
    "clock",
    "sequences",
    "settings",
    "sqlite_sequence",
];

/// Returns the newest format number.
pub(crate) fn format() -> u32 {
    u32::try_from(MIGRATIONS.len()).expect("a short list")
}

/// Returns the schema of a format, as SQLite stores it; none for an unknown format.
pub(crate) fn schema_of(format: u32) -> Result<Option<Vec<String>>, Error> {
    let Some(steps) = usize::try_from(format).ok().and_then(|count| MIGRATIONS.get(..count)) else { return Ok(None) };
    let db = sqlite::open_in_memory(steps).map_err(|error| Error::internal(error.to_string()))?;
    schema(&db).map(Some)
}

/// Returns the schema of a database, as SQLite stores it.
pub(crate) fn schema(db: &Connection) -> Result<Vec<String>, Error> {
    let sql = "SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1";
    let mut found = db.prepare(sql)?;
    let rows = found.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Opens the database at `path`, readable by its owner only, or one in memory.
pub(crate) fn open(path: Option<&Path>) -> Result<Connection, OpenError> {
    let db = match path {
        None => sqlite::open_in_memory(MIGRATIONS)?,
        Some(path) => open_file(path)?,
    };
    db.set_prepared_statement_cache_capacity(128);
    // Keeps query plans. Otherwise SQLite plans a statement anew whenever statistics could favour another plan, which
    // took a third of all time.
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map_err(|source| OpenError::Sqlite {
        path: path.unwrap_or(Path::new(":memory:")).into(),
        source: source.into(),
    })?;
    Ok(db)
}

fn open_file(path: &Path) -> Result<Connection, OpenError> {
    let db = sqlite::open(path, MIGRATIONS)?;
    // A killed process loses nothing; a power cut may lose the last second of a sandbox, which is the price of not
    // waiting for the disk at each request. Every request writes its log entry, so checkpoints are made every few
    // thousand pages, and the cache (16 MiB) holds ten thousand connections.
    for (name, value) in [("synchronous", "NORMAL"), ("wal_autocheckpoint", "4000"), ("cache_size", "-16384")] {
        let set = db.pragma_update(None, name, value);
        set.map_err(|error| OpenError::sqlite(path, error))?;
    }
    Ok(db)
}

/// Empties every table.
pub(crate) fn reset(db: &Connection) -> Result<(), Error> {
    for table in TABLES {
        db.execute(&format!("DELETE FROM {table}"), [])?;
    }
    Ok(())
}

/// Takes `count` numbers from a sequence and returns the last of them.
pub(crate) fn take_numbers(db: &Connection, sequence: &str, count: u64) -> Result<u64, Error> {
    let last = db
        .prepare_cached(
            "INSERT INTO sequences VALUES (?1, ?2) ON CONFLICT DO UPDATE SET last = last + ?2 RETURNING last",
        )?
        .query_row((sequence, count), |row| row.get(0))?;
    Ok(last)
}

/// Takes numbers as [`take_numbers`] does, and returns the salt of IDs too.
pub(crate) fn take_salted(db: &Connection, sequence: &str, count: u64) -> Result<(u64, u64), Error> {
    let (last, salt): (u64, Option<String>) = db
        .prepare_cached(
            "INSERT INTO sequences VALUES (?1, ?2) ON CONFLICT DO UPDATE SET last = last + ?2
             RETURNING last, (SELECT value FROM settings WHERE name = 'salt')",
        )?
        .query_row((sequence, count), |row| row.try_into())?;
    Ok((last, salt.and_then(|text| u64::from_str_radix(&text, 16).ok()).unwrap_or_default()))
}

/// Returns the last number taken from a sequence, zero before the first.
pub(crate) fn last_number(db: &Connection, sequence: &str) -> Result<u64, Error> {
    let mut found = db.prepare_cached("SELECT last FROM sequences WHERE name = ?1")?;
    Ok(found.query_row([sequence], |row| row.get(0)).optional()?.unwrap_or_default())
}

/// Stores the salt of IDs and the seed, if there are none. The salt is computed from the seed, the time and the number
/// of resets: the same run has the same IDs, and a sandbox that was reset never repeats them, even while time stands
/// still.
pub(crate) fn initialize(db: &Connection, seed: u64, now: i64, births: u64) -> Result<(), Error> {
    let salt = ids::roll(seed, &["salt", &now.to_string(), &births.to_string()]);
    let mut set = db.prepare_cached("INSERT OR IGNORE INTO settings VALUES (?1, ?2)")?;
    for (name, value) in [("salt", salt), ("seed", seed), ("births", births)] {
        set.execute((name, format!("{value:016x}")))?;
    }
    Ok(())
}

/// Returns how often this database was reset.
pub(crate) fn reset_count(db: &Connection) -> Result<u64, Error> {
    Ok(hex_setting(db, "births")?.unwrap_or_default())
}

/// Returns whether the database has a salt and a seed.
pub(crate) fn is_initialized(db: &Connection) -> Result<bool, Error> {
    Ok(db.prepare("SELECT 1 FROM settings WHERE name = 'seed'")?.exists([])?)
}

/// Replaces the seed, unless there are connections: their data would change.
pub(crate) fn replace_seed(db: &Connection, seed: u64) -> Result<(), Error> {
    let sql = "UPDATE settings SET value = ?1 WHERE name = 'seed' AND NOT EXISTS (SELECT 1 FROM connections)";
    db.execute(sql, [format!("{seed:016x}")])?;
    Ok(())
}

/// Sets the multiplier of rows for connections created from now on.
pub(crate) fn set_scale(db: &Connection, scale: u64) -> Result<(), Error> {
    let sql = "INSERT INTO settings VALUES ('scale', ?1) ON CONFLICT DO UPDATE SET value = ?1";
    db.execute(sql, [Settings::scaled(scale).text().unwrap_or_default()])?;
    Ok(())
}

/// Returns the seed of this database. One from before seeds were stored has the default.
pub(crate) fn seed(db: &Connection) -> Result<u64, Error> {
    Ok(hex_setting(db, "seed")?.unwrap_or(1))
}

/// Returns the salt of IDs.
pub(crate) fn salt(db: &Connection) -> Result<u64, Error> {
    Ok(hex_setting(db, "salt")?.unwrap_or_default())
}

fn hex_setting(db: &Connection, name: &str) -> Result<Option<u64>, Error> {
    let mut found = db.prepare_cached("SELECT value FROM settings WHERE name = ?1")?;
    let text: Option<String> = found.query_row([name], |row| row.get(0)).optional()?;
    Ok(text.and_then(|text| u64::from_str_radix(&text, 16).ok()))
}

/// Creates the next ID of a kind, for example `sync_…`.
pub(crate) fn new_id(db: &Connection, prefix: &'static str) -> Result<String, Error> {
    let (number, salt) = take_salted(db, prefix, 1)?;
    Ok(ids::id(prefix, salt, number))
}
