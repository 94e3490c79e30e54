//! Faults of a sync's own calls to the system.

use axum::http::StatusCode;
use rusqlite::Connection as Db;

use super::call::refusal;
use super::{Scope, strikes};
use crate::api::faults::FaultKind;
use crate::sandbox::calls;
use crate::sandbox::error::Error;
use crate::sandbox::pattern::matches_call;
use crate::sandbox::store::connections::Row as Connection;
use crate::sandbox::store::faults::{Row, standing};

/// Why a sync's own call does not go through.
#[derive(Clone, Debug)]
pub(crate) enum Obstacle {
    /// It fails.
    Failure(Error),
    /// The system is called too often, and says when to come again.
    Limited(Error),
    /// The answer breaks off, or never begins.
    Broken(Error),
}

impl Obstacle {
    /// Returns how the call ended.
    pub(crate) const fn error(&self) -> &Error {
        match self {
            Self::Failure(error) | Self::Limited(error) | Self::Broken(error) => error,
        }
    }

    /// Returns how the call ended.
    pub(crate) fn into_error(self) -> Error {
        match self {
            Self::Failure(error) | Self::Limited(error) | Self::Broken(error) => error,
        }
    }
}

/// Meets the faults with calls that are made at the same moment, one after the other: what is `called` are entities.
/// Returns the first that does not go through, and why. A fault that means every call strikes them once; one that means
/// some is told these by their path at the system, as the log has it: `GET /sap/assets`.
pub(crate) fn meet_sync<'a>(
    db: &Db,
    connection: &Connection,
    called: impl Iterator<Item = &'a str>,
    now: i64,
) -> Result<Option<(usize, Obstacle)>, Error> {
    let mut faults = standing(db, Scope::Connection.name(), Some(&connection.key))?;
    faults.retain(concerns);
    if faults.is_empty() {
        return Ok(None);
    }
    for (number, entity) in called.enumerate() {
        let path = calls::path(connection, entity);
        for fault in &mut faults {
            let meant = fault.spec.endpoint.as_deref().map_or(number == 0, |only| matches_call(only, "GET", &path));
            if !meant {
                continue;
            }
            if strikes(db, fault, now)?.is_some() {
                return Ok(Some((number, obstacle(fault, &connection.slug))));
            }
            fault.seen += 1;
        }
    }
    Ok(None)
}

const fn concerns(fault: &Row) -> bool {
    use FaultKind::{Error, RateLimited, Reset, SourceDown};
    matches!(fault.kind, SourceDown | Error | RateLimited | Reset)
}

fn obstacle(fault: &Row, slug: &str) -> Obstacle {
    let broken = || {
        let place = if fault.spec.within == Some(true) { "in the middle of" } else { "before" };
        let message = format!("the connected system ({slug}) reset the connection {place} its answer");
        Error::new(StatusCode::BAD_GATEWAY, "SERVICE_UNAVAILABLE", message)
    };
    match (fault.kind, refusal(fault, slug)) {
        (FaultKind::RateLimited, Some(error)) => Obstacle::Limited(error),
        (_, Some(error)) => Obstacle::Failure(error),
        (_, None) => Obstacle::Broken(broken()),
    }
}
