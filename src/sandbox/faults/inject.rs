//! Adds and removes faults.

use rusqlite::Connection as Db;

use super::draw::recover;
use crate::api::connections::Health;
use crate::api::faults::{Fault, FaultKind, NewFault};
use crate::sandbox::error::Error;
use crate::sandbox::health;
use crate::sandbox::store::{connections, endpoints, faults};

/// Adds a fault that passed [`check()`](super::validation::check), and applies what is noticed immediately.
///
/// # Errors
/// When the connection or endpoint does not exist.
pub(crate) fn add(db: &Db, kind: FaultKind, spec: &NewFault, now: i64) -> Result<Fault, Error> {
    if let Some(key) = &spec.connection_id {
        connections::find_live(db, key)?;
    }
    if let Some(endpoint) = &spec.webhook_endpoint_id {
        endpoints::find(db, endpoint)?;
    }
    let fault = faults::insert(db, spec, now)?;
    take_effect(db, kind, spec, now)?;
    Ok(fault)
}

/// Applies what the platform notices immediately because it monitors its connections. An intermittent outage is noticed
/// at the next call.
fn take_effect(db: &Db, kind: FaultKind, spec: &NewFault, now: i64) -> Result<(), Error> {
    match kind {
        FaultKind::CredentialsChanged => {}
        FaultKind::SourceDown if spec.probability.is_none() => {}
        FaultKind::SourceDown
        | FaultKind::Latency
        | FaultKind::Error
        | FaultKind::RateLimited
        | FaultKind::ExpiredToken
        | FaultKind::Reset
        | FaultKind::CutBody
        | FaultKind::MalformedJson
        | FaultKind::Duplicate
        | FaultKind::Late
        | FaultKind::Reordered
        | FaultKind::Lost
        | FaultKind::BadlySigned
        | FaultKind::PhpEscaped => return Ok(()),
    }
    for key in connections::active_keys(db, spec.connection_id.as_deref())? {
        let row = connections::find(db, &key)?;
        match kind {
            FaultKind::SourceDown if row.health() == Health::Online => health::set_offline(db, &row, now)?,
            FaultKind::CredentialsChanged => health::set_reauthorization_required(db, &row, now)?,
            _ => {}
        }
    }
    Ok(())
}

/// Removes one fault, or all of them; systems that were down recover. Returns the number removed.
pub(crate) fn remove(db: &Db, id: Option<u64>, now: i64) -> Result<usize, Error> {
    let gone: Vec<Fault> = faults::list(db)?.into_iter().filter(|fault| id.is_none_or(|id| fault.id == id)).collect();
    for fault in &gone {
        faults::remove(db, fault.id)?;
        recover(db, &fault.spec, now)?;
    }
    Ok(gone.len())
}
