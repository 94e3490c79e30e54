//! Bodies of requests, for a time. They are stored only where somebody asked for it, and never as they came: what looks like
//! a secret is replaced, and what is no text is left out.

use jiff::Timestamp;
use rusqlite::Connection;
use serde::Serialize;

use super::redact;

/// The bodies of a request and of its response, redacted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Bodies {
    /// Of the request.
    pub request: Option<String>,
    /// Of the response.
    pub response: Option<String>,
    /// Until when they are kept.
    pub until: Timestamp,
}

impl Bodies {
    /// Takes bodies as they came, without compression. A body is left out where it is empty or no text.
    pub fn of(request: &[u8], response: &[u8], until: Timestamp) -> Self {
        Self { request: text(request), response: text(response), until }
    }

    /// Returns whether nothing is left of them.
    pub const fn is_empty(&self) -> bool {
        self.request.is_none() && self.response.is_none()
    }

    /// Stores them with the row of this number.
    pub(super) fn insert(&self, db: &Connection, number: i64) -> rusqlite::Result<()> {
        let mut statement = db
            .prepare_cached("INSERT OR REPLACE INTO body (number, until, request, response) VALUES (?1, ?2, ?3, ?4)")?;
        statement.execute((number, self.until.as_microsecond(), &self.request, &self.response)).map(drop)
    }
}

fn text(body: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(body).ok().filter(|text| !text.trim().is_empty())?;
    Some(redact::body(text))
}

/// Removes those whose time is over, and those without a row.
pub(super) fn prune(db: &Connection, now: Timestamp) -> rusqlite::Result<()> {
    db.execute("DELETE FROM body WHERE until <= ?1", [now.as_microsecond()])?;
    db.execute("DELETE FROM body WHERE number NOT IN (SELECT number FROM exchange)", [])?;
    Ok(())
}

/// Returns whether there are any whose time is over.
pub(super) fn is_overdue(db: &Connection, now: Timestamp) -> rusqlite::Result<bool> {
    db.query_row("SELECT EXISTS (SELECT 1 FROM body WHERE until <= ?1)", [now.as_microsecond()], |row| row.get(0))
}
