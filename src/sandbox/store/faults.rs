//! Faults: what breaks on command.

use std::time::Duration;

use axum::http::StatusCode;
use rusqlite::{Connection as Db, Row as SqlRow};
use serde::{Deserialize, Serialize};

use super::connections::Row as Connection;
use crate::sandbox::error::Error;
use crate::sandbox::health;
use crate::sandbox::state::iso;
use crate::sandbox::trace::Damage;

/// What breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    /// The system cannot be reached: connections go offline, calls and syncs fail.
    SourceDown,
    /// The system refuses the credentials until the connection is connected again.
    CredentialsChanged,
    /// Calls take longer by `latency_ms`.
    LatencyMs,
    /// Calls and syncs end in `status` and `code`.
    Error,
    /// Calls end in 429.
    RateLimited,
    /// Answers are no JSON.
    MalformedJson,
    /// Answers stop half-way.
    CutBody,
}

const KINDS: [(Kind, &str); 7] = [
    (Kind::SourceDown, "source_down"),
    (Kind::CredentialsChanged, "credentials_changed"),
    (Kind::LatencyMs, "latency_ms"),
    (Kind::Error, "error"),
    (Kind::RateLimited, "rate_limited"),
    (Kind::MalformedJson, "malformed_json"),
    (Kind::CutBody, "cut_body"),
];

impl Kind {
    /// Returns the word for it.
    pub(crate) fn name(self) -> &'static str {
        KINDS.into_iter().find(|(kind, _)| *kind == self).map_or("", |(_, name)| name)
    }

    /// Finds it by its word.
    pub(crate) fn by_name(name: &str) -> Option<Self> {
        KINDS.into_iter().find(|(_, known)| *known == name).map(|(kind, _)| kind)
    }

    /// Returns every word, for messages.
    pub(crate) fn names() -> String {
        KINDS.map(|(_, name)| name).join(", ")
    }
}

/// A fault as it stands.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Fault {
    pub(crate) id: i64,
    pub(crate) kind: Kind,
    /// The connection it is for; all of them without one.
    pub(crate) connection_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) latency_ms: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) status: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) code: Option<String>,
    /// Calls it will still meet; no end without one.
    pub(crate) remaining: Option<u64>,
    pub(crate) created_at: String,
}

const SELECT: &str = "SELECT seq, kind, connection, latency_ms, status, code, remaining, created_at FROM faults";

impl Fault {
    fn read(row: &SqlRow<'_>) -> rusqlite::Result<Self> {
        let kind: String = row.get(1)?;
        Ok(Self {
            id: row.get(0)?,
            kind: Kind::by_name(&kind).expect("only known kinds are stored"),
            connection_id: row.get(2)?,
            latency_ms: row.get(3)?,
            status: row.get(4)?,
            code: row.get(5)?,
            remaining: row.get(6)?,
            created_at: iso(row.get(7)?),
        })
    }

    fn error(&self, slug: &str) -> Option<Error> {
        match self.kind {
            Kind::SourceDown => Some(Error::source_unreachable(slug)),
            Kind::RateLimited => Some(Error::rate_limited(30)),
            Kind::Error => {
                let status = self.status.and_then(|status| StatusCode::from_u16(status).ok());
                let status = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
                let code = self.code.clone().unwrap_or_else(|| "INTERNAL_ERROR".into());
                Some(Error::new(status, code, "a fault was injected for this call"))
            }
            _ => None,
        }
    }
}

/// Stores a fault and returns its number.
pub(crate) fn insert(db: &Db, fault: &Fault, now: i64) -> Result<i64, Error> {
    db.execute(
        "INSERT INTO faults (kind, connection, latency_ms, status, code, remaining, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        (fault.kind.name(), &fault.connection_id, fault.latency_ms, fault.status, &fault.code, fault.remaining, now),
    )?;
    Ok(db.last_insert_rowid())
}

/// Lists the faults, oldest first.
pub(crate) fn list(db: &Db) -> Result<Vec<Fault>, Error> {
    let mut found = db.prepare_cached(&format!("{SELECT} ORDER BY seq"))?;
    Ok(found.query_map([], Fault::read)?.collect::<Result<_, _>>()?)
}

/// Takes away one fault, or all of them; systems that were down recover. Returns how many there were.
pub(crate) fn clear(db: &Db, id: Option<i64>, now: i64) -> Result<usize, Error> {
    let gone: Vec<Fault> = list(db)?.into_iter().filter(|fault| id.is_none_or(|id| fault.id == id)).collect();
    for fault in &gone {
        remove(db, fault, now)?;
    }
    Ok(gone.len())
}

/// Takes away the faults of one connection of one kind.
pub(crate) fn clear_kind(db: &Db, connection: &str, kind: Kind) -> Result<(), Error> {
    db.execute("DELETE FROM faults WHERE connection = ?1 AND kind = ?2", (connection, kind.name()))?;
    Ok(())
}

fn remove(db: &Db, fault: &Fault, now: i64) -> Result<(), Error> {
    db.prepare_cached("DELETE FROM faults WHERE seq = ?1")?.execute([fault.id])?;
    if fault.kind == Kind::SourceDown {
        health::probe_soon(db, fault.connection_id.as_deref(), now)?;
    }
    Ok(())
}

fn standing(db: &Db, connection: &str) -> Result<Vec<Fault>, Error> {
    let mut found = db.prepare_cached(&format!("{SELECT} WHERE connection IS NULL OR connection = ?1 ORDER BY seq"))?;
    Ok(found.query_map([connection], Fault::read)?.collect::<Result<_, _>>()?)
}

/// Counts a call against a fault that ends after some.
fn count(db: &Db, fault: &Fault, now: i64) -> Result<(), Error> {
    match fault.remaining {
        None => Ok(()),
        Some(0 | 1) => remove(db, fault, now),
        Some(_) => {
            db.prepare_cached("UPDATE faults SET remaining = remaining - 1 WHERE seq = ?1")?.execute([fault.id])?;
            Ok(())
        }
    }
}

/// What the faults do to a call on its way to the system.
#[derive(Clone, Debug, Default)]
pub(crate) struct Met {
    /// Time on top of the usual.
    pub(crate) latency: Duration,
    /// Damage to the answer.
    pub(crate) damage: Option<Damage>,
    /// The answer instead of the real one.
    pub(crate) refusal: Option<Error>,
}

/// Meets the faults with a call of a connection.
pub(crate) fn meet(db: &Db, connection: &Connection, now: i64) -> Result<Met, Error> {
    let mut met = Met::default();
    for fault in standing(db, &connection.key)? {
        match fault.kind {
            Kind::CredentialsChanged => continue,
            Kind::LatencyMs => met.latency += Duration::from_millis(fault.latency_ms.unwrap_or_default()),
            Kind::MalformedJson => met.damage = Some(Damage::MalformedJson),
            Kind::CutBody => met.damage = Some(Damage::CutBody),
            Kind::SourceDown | Kind::Error | Kind::RateLimited => met.refusal = fault.error(&connection.slug),
        }
        count(db, &fault, now)?;
        if met.refusal.is_some() {
            break;
        }
    }
    Ok(met)
}

/// Meets the faults with a sync's own call to the system. Returns why it fails, if it does.
pub(crate) fn meet_sync(db: &Db, connection: &Connection, now: i64) -> Result<Option<Error>, Error> {
    for fault in standing(db, &connection.key)? {
        if matches!(fault.kind, Kind::SourceDown | Kind::Error) {
            count(db, &fault, now)?;
            return Ok(fault.error(&connection.slug));
        }
    }
    Ok(None)
}

/// Returns whether a system is down. Asking is no call that would be counted.
pub(crate) fn is_down(db: &Db, connection: &str) -> Result<bool, Error> {
    Ok(standing(db, connection)?.iter().any(|fault| fault.kind == Kind::SourceDown))
}
