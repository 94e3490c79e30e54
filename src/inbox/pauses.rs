//! What is not forwarded until somebody says so. It is stored, so every receiver of an inbox keeps to it, also after a restart.

use jiff::Timestamp;
use serde::Serialize;

use super::database::Database;
use super::error::Error;

/// What is paused, or is to be.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Paused {
    /// The events of a connection, by its ID.
    Connection(String),
    /// The events that go to a handler, by its address without the query. Those of the same connection behind them wait too:
    /// order comes first.
    Handler(String),
}

impl Paused {
    fn key(&self) -> (&'static str, &str) {
        match self {
            Self::Connection(id) => ("connection", id),
            Self::Handler(address) => ("handler", address),
        }
    }
}

/// A pause. One of the two names is set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Pause {
    /// The ID of the connection.
    pub connection: Option<String>,
    /// The address of the handler.
    pub handler: Option<String>,
    /// Since when.
    pub since: Timestamp,
}

/// Reads every pause; none of an inbox of an older version, which knows no pauses.
pub(super) fn read(db: &Database) -> Result<Vec<Pause>, Error> {
    if !db.has_table("pauses")? {
        return Ok(Vec::new());
    }
    db.all("SELECT what, name, since FROM pauses ORDER BY what, name", &[], |row| {
        let (what, name) = (row.text("what")?, row.text("name")?);
        let since = Timestamp::from_microsecond(row.number("since")?).unwrap_or(Timestamp::UNIX_EPOCH);
        let (connection, handler) = if what == "handler" { (None, Some(name)) } else { (Some(name), None) };
        Ok(Pause { connection, handler, since })
    })
}

/// Pauses. Returns whether it was not paused before.
pub(super) fn add(db: &Database, paused: &Paused, now: Timestamp) -> Result<bool, Error> {
    if !db.has_table("pauses")? {
        return Err(Error::NoPauses);
    }
    let (what, name) = paused.key();
    let sql = "INSERT INTO pauses (what, name, since) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
    Ok(db.execute(sql, &[what.into(), name.into(), now.as_microsecond().into()])? > 0)
}

/// Ends a pause. Returns whether there was one.
pub(super) fn remove(db: &Database, paused: &Paused) -> Result<bool, Error> {
    if !db.has_table("pauses")? {
        return Ok(false);
    }
    let (what, name) = paused.key();
    Ok(db.execute("DELETE FROM pauses WHERE what = ?1 AND name = ?2", &[what.into(), name.into()])? > 0)
}
