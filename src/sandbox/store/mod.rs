//! The database, by noun. Functions take a connection or a transaction and know nothing of HTTP.

pub(crate) mod alerts;
pub(crate) mod clock;
pub(crate) mod connections;
pub(crate) mod endpoints;
pub(crate) mod faults;
pub(crate) mod flows;
pub(crate) mod limits;
pub(crate) mod links;
pub(crate) mod requests;
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

const STEPS: &[&str] = &[
    include_str!("../migrations/0001.sql"),
    OVERLAY_SQL,
    include_str!("../migrations/0002.sql"),
    include_str!("../migrations/0003.sql"),
    include_str!("../migrations/0004.sql"),
    include_str!("../migrations/0005.sql"),
    include_str!("../migrations/0006.sql"),
    include_str!("../migrations/0007.sql"),
    include_str!("../migrations/0009.sql"),
];

/// Every table with rows of the account, in an order that foreign keys allow to empty.
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

/// Returns the newest format number there is.
pub(crate) fn format() -> u32 {
    u32::try_from(STEPS.len()).expect("a short list")
}

/// Returns what a database of an earlier format is made of, as SQLite writes it down; nothing for one that never was.
pub(crate) fn schema_of(format: u32) -> Result<Option<Vec<String>>, Error> {
    let Some(steps) = usize::try_from(format).ok().and_then(|count| STEPS.get(..count)) else { return Ok(None) };
    let db = sqlite::open_in_memory(steps).map_err(|error| Error::internal(error.to_string()))?;
    schema(&db).map(Some)
}

/// Returns what a database is made of, as SQLite writes it down.
pub(crate) fn schema(db: &Connection) -> Result<Vec<String>, Error> {
    let sql = "SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1";
    let mut found = db.prepare(sql)?;
    let rows = found.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Opens the database at `path`, readable by its owner only, or one in memory.
pub(crate) fn open(path: Option<&Path>) -> Result<Connection, OpenError> {
    let db = match path {
        None => sqlite::open_in_memory(STEPS)?,
        Some(path) => open_file(path)?,
    };
    db.set_prepared_statement_cache_capacity(128);
    // Plans are kept as they are. Otherwise a statement whose plan could be a better one for other values, by statistics
    // that are not there, is planned anew each time it is used: a third of all the time.
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map_err(|source| OpenError::Sqlite {
        path: path.unwrap_or(Path::new(":memory:")).into(),
        source: source.into(),
    })?;
    Ok(db)
}

fn open_file(path: &Path) -> Result<Connection, OpenError> {
    let db = sqlite::open(path, STEPS)?;
    // A killed process loses nothing; a power cut may lose the last second of a sandbox, which is worth not waiting
    // for the disk at each request. Every request writes its log entry, so the disk is waited for only once in some
    // thousand of them, and what ten thousand connections take is read from it once: 16 MiB each.
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

/// The same, and the salt of this database's identities: what makes identities of the numbers.
pub(crate) fn take_salted(db: &Connection, sequence: &str, count: u64) -> Result<(u64, u64), Error> {
    let (last, salt): (u64, Option<String>) = db
        .prepare_cached(
            "INSERT INTO sequences VALUES (?1, ?2) ON CONFLICT DO UPDATE SET last = last + ?2
             RETURNING last, (SELECT value FROM settings WHERE name = 'salt')",
        )?
        .query_row((sequence, count), |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok((last, salt.and_then(|text| u64::from_str_radix(&text, 16).ok()).unwrap_or_default()))
}

/// Returns the last number that was taken from a sequence, zero before the first.
pub(crate) fn last_number(db: &Connection, sequence: &str) -> Result<u64, Error> {
    let mut found = db.prepare_cached("SELECT last FROM sequences WHERE name = ?1")?;
    Ok(found.query_row([sequence], |row| row.get(0)).optional()?.unwrap_or_default())
}

/// Gives the database the salt of its identities, if it has none: from the seed, the time of its birth and how often it
/// was born before, so that the same run has the same ones, and a sandbox that starts over never repeats those it gave
/// away before, even where time stands still.
pub(crate) fn give_birth(db: &Connection, seed: u64, now: i64, births: u64) -> Result<(), Error> {
    let salt = ids::roll(seed, &["salt", &now.to_string(), &births.to_string()]);
    let mut set = db.prepare_cached("INSERT OR IGNORE INTO settings VALUES (?1, ?2)")?;
    for (name, value) in [("salt", salt), ("seed", seed), ("births", births)] {
        set.execute((name, format!("{value:016x}")))?;
    }
    Ok(())
}

/// Returns how often this database has started over.
pub(crate) fn births(db: &Connection) -> Result<u64, Error> {
    Ok(hex_setting(db, "births")?.unwrap_or_default())
}

/// Returns whether the database has its salt and its seed: one that was used before.
pub(crate) fn is_born(db: &Connection) -> Result<bool, Error> {
    Ok(db.prepare("SELECT 1 FROM settings WHERE name = 'seed'")?.exists([])?)
}

/// Gives the database another seed. One with connections keeps its own: their data would become other data.
pub(crate) fn sow(db: &Connection, seed: u64) -> Result<(), Error> {
    let sql = "UPDATE settings SET value = ?1 WHERE name = 'seed' AND NOT EXISTS (SELECT 1 FROM connections)";
    db.execute(sql, [format!("{seed:016x}")])?;
    Ok(())
}

/// Sets how many times the usual rows the connections have that are made from now on.
pub(crate) fn set_scale(db: &Connection, scale: u64) -> Result<(), Error> {
    let sql = "INSERT INTO settings VALUES ('scale', ?1) ON CONFLICT DO UPDATE SET value = ?1";
    db.execute(sql, [Settings::scaled(scale).text().unwrap_or_default()])?;
    Ok(())
}

/// Returns the seed that this database was born with: what chances are drawn from, whenever that was. One from before
/// seeds were kept had the usual one.
pub(crate) fn seed(db: &Connection) -> Result<u64, Error> {
    Ok(hex_setting(db, "seed")?.unwrap_or(1))
}

/// Returns the salt of this database's identities.
pub(crate) fn salt(db: &Connection) -> Result<u64, Error> {
    Ok(hex_setting(db, "salt")?.unwrap_or_default())
}

fn hex_setting(db: &Connection, name: &str) -> Result<Option<u64>, Error> {
    let mut found = db.prepare_cached("SELECT value FROM settings WHERE name = ?1")?;
    let text: Option<String> = found.query_row([name], |row| row.get(0)).optional()?;
    Ok(text.and_then(|text| u64::from_str_radix(&text, 16).ok()))
}

/// Makes the next identity of a kind, as `sync_…`.
pub(crate) fn new_id(db: &Connection, prefix: &'static str) -> Result<String, Error> {
    let (number, salt) = take_salted(db, prefix, 1)?;
    Ok(ids::id(prefix, salt, number))
}
