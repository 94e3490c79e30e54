//! Faults of the calls of a sync to its system.

use axum::http::StatusCode;
use rusqlite::Connection as Db;

use super::call::refusal;
use super::draw::triggers;
use super::validation::Scope;
use crate::api::error_code::ErrorCode;
use crate::api::faults::FaultKind;
use crate::sandbox::error::Error;
use crate::sandbox::pattern::matches_call;
use crate::sandbox::source_calls;
use crate::sandbox::store::connections::ConnectionRow;
use crate::sandbox::store::faults::{ActiveFault, active};

/// Why a call of a sync does not succeed.
#[derive(Clone, Debug)]
pub(crate) enum Obstacle {
    /// The call fails; the sync with it.
    Failure(Error),
    /// Rate limited: the system says when to retry.
    Limited(Error),
    /// The connection is reset before or within the response.
    Broken(Error),
}

impl Obstacle {
    /// Returns the error of the call.
    pub(crate) const fn error(&self) -> &Error {
        match self {
            Self::Failure(error) | Self::Limited(error) | Self::Broken(error) => error,
        }
    }

    /// Returns the error of the call.
    pub(crate) fn into_error(self) -> Error {
        match self {
            Self::Failure(error) | Self::Limited(error) | Self::Broken(error) => error,
        }
    }
}

/// Applies the faults to calls of a sync made at the same moment, for the entities `called` in order. Returns the index
/// of the first that does not succeed, and why. A fault without an endpoint applies to them once; one with an endpoint
/// is matched against each call's path at the system, as the log has it: `GET /sap/assets`.
pub(crate) fn first_obstacle<'a>(
    db: &Db,
    connection: &ConnectionRow,
    called: impl Iterator<Item = &'a str>,
    now: i64,
) -> Result<Option<(usize, Obstacle)>, Error> {
    let mut faults = active(db, Scope::Connection.name(), Some(&connection.key))?;
    faults.retain(applies);
    if faults.is_empty() {
        return Ok(None);
    }
    for (number, entity) in called.enumerate() {
        let path = source_calls::path(connection, entity);
        for fault in &mut faults {
            let is_for_call =
                fault.spec.endpoint.as_deref().map_or(number == 0, |only| matches_call(only, "GET", &path));
            if !is_for_call {
                continue;
            }
            if triggers(db, fault, now)?.is_some() {
                return Ok(Some((number, obstacle(fault, &connection.slug))));
            }
            fault.seen += 1;
        }
    }
    Ok(None)
}

/// Returns whether a fault applies to calls of syncs.
const fn applies(fault: &ActiveFault) -> bool {
    match fault.kind {
        FaultKind::SourceDown | FaultKind::Error | FaultKind::RateLimited | FaultKind::Reset => true,
        FaultKind::CredentialsChanged
        | FaultKind::Latency
        | FaultKind::ExpiredToken
        | FaultKind::CutBody
        | FaultKind::MalformedJson
        | FaultKind::Duplicate
        | FaultKind::Late
        | FaultKind::Reordered
        | FaultKind::Lost
        | FaultKind::BadlySigned
        | FaultKind::PhpEscaped => false,
    }
}

fn obstacle(fault: &ActiveFault, slug: &str) -> Obstacle {
    let broken = || {
        let place = if fault.spec.within == Some(true) { "in the middle of" } else { "before" };
        let message = format!("the connected system ({slug}) reset the connection {place} its answer");
        Error::new(StatusCode::BAD_GATEWAY, ErrorCode::ServiceUnavailable, message)
    };
    match (fault.kind, refusal(fault, slug)) {
        (FaultKind::RateLimited, Some(error)) => Obstacle::Limited(error),
        (_, Some(error)) => Obstacle::Failure(error),
        (_, None) => Obstacle::Broken(broken()),
    }
}
