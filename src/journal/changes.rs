//! Changes of health that a monitor on this machine settled: what tells when a connection became ill, where the server keeps
//! no history of alerts.

use std::collections::BTreeMap;

use jiff::Timestamp;
use rusqlite::{Connection, Row, params};

use serde_json::json;

use super::entry::stamp;
use super::error::Error;
use super::redact;
use super::writer::Journal;
use crate::api::alerts::AlertChange;

/// Longest name and ID that are kept, in characters.
const LABEL: usize = 200;

/// A change of health of a connection, or of the account where it names none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HealthChange {
    /// When the first round was that differed, by the server's clock.
    pub at: Timestamp,
    /// ID of the connection.
    pub connection_id: Option<String>,
    /// Its name.
    pub connection: Option<String>,
    /// `changed`, `flapping`, `steady` or `gone`.
    pub event: String,
    /// The severity from then on, as findings have it; none where the connection is gone.
    pub severity: Option<String>,
    /// The rule of the worst finding, where there is one; kept for the end of it, too.
    pub rule: Option<String>,
    /// Why, in one line.
    pub reason: Option<String>,
    /// The request ID to quote to support.
    pub request_id: Option<String>,
}

impl From<HealthChange> for AlertChange {
    /// Returns it as a change of an alert: the rule of the worst finding as its name.
    fn from(change: HealthChange) -> Self {
        let state = match (change.event.as_str(), change.severity.as_deref()) {
            (event @ ("flapping" | "gone"), _) => event,
            (_, Some(same @ ("ok" | "unknown"))) => same,
            _ => "firing",
        };
        let state = Some(state.to_owned());
        let extra = [
            ("source", json!("monitor")),
            ("connection", json!(change.connection)),
            ("severity", json!(change.severity)),
            ("reason", json!(change.reason)),
            ("request_id", json!(change.request_id)),
        ];
        Self {
            state,
            name: change.rule,
            at: Some(change.at.to_string()),
            worst_connection_id: change.connection_id,
            extra: extra.into_iter().map(|(key, value)| (key.to_owned(), value)).collect(),
            ..Self::default()
        }
    }
}

/// Connections by their IDs, with their names; none of both is the account.
pub type Subjects = BTreeMap<Option<String>, Option<String>>;

impl Journal {
    /// Keeps changes, without what looks like a secret. One that is as the last of the same connection is left out: a monitor
    /// that begins anew finds what was known.
    ///
    /// # Errors
    /// When the file cannot be opened or written.
    pub fn record_changes(&self, changes: &[HealthChange]) -> Result<(), Error> {
        if changes.is_empty() {
            return Ok(());
        }
        self.write_all(|db| changes.iter().try_for_each(|change| insert(db, self.profile(), change)))
    }

    /// Returns the connections of this profile that were not well by the last change, as ID and name; none of both for the
    /// account.
    ///
    /// # Errors
    /// When the file is there and cannot be read.
    pub fn ill(&self) -> Result<Subjects, Error> {
        let Some(db) = self.reader()? else { return Ok(Subjects::new()) };
        let sql = "SELECT connection, name FROM health_change WHERE severity != 'ok' AND number IN \
                   (SELECT max(number) FROM health_change WHERE profile = ?1 GROUP BY connection)";
        let run = || {
            let mut statement = db.prepare(sql)?;
            let rows = statement.query_map([self.profile()], |row| Ok((row.get("connection")?, row.get("name")?)))?;
            rows.collect::<rusqlite::Result<Subjects>>()
        };
        run().map_err(|source| self.failed(source))
    }

    /// Returns the changes of this profile, or of one of its connections, the newest first.
    ///
    /// # Errors
    /// When the file is there and cannot be read.
    pub fn changes(&self, connection: Option<&str>) -> Result<Vec<HealthChange>, Error> {
        let Some(db) = self.reader()? else { return Ok(Vec::new()) };
        let sql = "SELECT at, connection, name, event, severity, rule, reason, request_id FROM health_change \
                   WHERE profile = ?1 AND (?2 IS NULL OR connection = ?2) ORDER BY at DESC, number DESC";
        let run = || {
            let mut statement = db.prepare(sql)?;
            let rows = statement.query_map(params![self.profile(), connection], read)?;
            rows.collect::<rusqlite::Result<Vec<_>>>()
        };
        run().map_err(|source| self.failed(source))
    }
}

fn insert(db: &Connection, profile: &str, change: &HealthChange) -> rusqlite::Result<()> {
    let mut statement = db.prepare_cached(
        "WITH last AS (SELECT event, severity, rule FROM health_change WHERE profile = ?2 AND connection IS ?3 \
         ORDER BY number DESC LIMIT 1) \
         INSERT INTO health_change (at, profile, connection, name, event, severity, rule, reason, request_id) \
         SELECT ?1, ?2, ?3, ?4, ?5, ?6, coalesce(?7, (SELECT rule FROM last)), ?8, ?9 WHERE NOT EXISTS \
         (SELECT 1 FROM last WHERE event = ?5 AND severity IS ?6 AND rule IS coalesce(?7, rule))",
    )?;
    let label = |text: &Option<String>| text.as_deref().map(|text| redact::label(text, LABEL));
    let (connection_id, connection) = (label(&change.connection_id), label(&change.connection));
    let (reason, request_id) = (change.reason.as_deref().map(redact::message), label(&change.request_id));
    let HealthChange { event, severity, rule, .. } = change;
    let at = change.at.as_microsecond();
    statement.execute(params![at, profile, connection_id, connection, event, severity, rule, reason, request_id])?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<HealthChange> {
    Ok(HealthChange {
        at: stamp(row.get("at")?),
        connection_id: row.get("connection")?,
        connection: row.get("name")?,
        event: row.get("event")?,
        severity: row.get("severity")?,
        rule: row.get("rule")?,
        reason: row.get("reason")?,
        request_id: row.get("request_id")?,
    })
}
