//! Faults: what breaks on command, where, how often, and what comes of it.
//!
//! Whether a fault strikes is drawn from the seed, the fault's number and how often it could have struck before: the
//! same run breaks in the same places. A fault that has struck as often as it should is spent, and kept for its counts.

mod call;
mod check;
mod delivery;
mod sync;

pub(crate) use call::{Call, Met, is_down, meet, meet_any};
pub(crate) use check::{Scope, check};
pub(crate) use delivery::{About, Dress, Fate, fate, wear};
pub(crate) use sync::{Obstacle, meet_sync};

use rusqlite::Connection as Db;

use super::error::Error;
use super::store::faults::{self, Row};
use super::store::seed;
use super::{health, ids};
use crate::api::connections::Health;
use crate::api::faults::{Fault, FaultKind, NewFault};
use crate::sandbox::store::{connections, endpoints};

pub(crate) use super::store::faults::clear_kind;

/// Returns whether a fault may strike any call.
pub(crate) fn any(db: &Db) -> Result<bool, Error> {
    faults::has(db, Scope::Any.name())
}

/// Adds a fault that passed [`check()`], and lets it strike where it is noticed at once.
///
/// # Errors
/// When it is about a connection or endpoint that is not there.
pub(crate) fn add(db: &Db, kind: FaultKind, spec: &NewFault, now: i64) -> Result<Fault, Error> {
    if let Some(key) = &spec.connection_id {
        connections::find_live(db, key)?;
    }
    if let Some(endpoint) = &spec.webhook_endpoint_id {
        endpoints::find(db, endpoint)?;
    }
    let fault = faults::insert(db, spec, now)?;
    strike(db, kind, spec, now)?;
    Ok(fault)
}

/// What is noticed at once: the platform watches its connections. A system that is down now and then shows when it is
/// called.
fn strike(db: &Db, kind: FaultKind, spec: &NewFault, now: i64) -> Result<(), Error> {
    let at_once =
        kind == FaultKind::CredentialsChanged || (kind == FaultKind::SourceDown && spec.probability.is_none());
    if !at_once {
        return Ok(());
    }
    for key in connections::active_keys(db, spec.connection_id.as_deref())? {
        let row = connections::find(db, &key)?;
        match kind {
            FaultKind::SourceDown if row.health() == Health::Online => health::unreachable(db, &row, now)?,
            FaultKind::CredentialsChanged => health::refused(db, &row, now)?,
            _ => {}
        }
    }
    Ok(())
}

/// Takes away one fault, or all of them; systems that were down recover. Returns how many there were.
pub(crate) fn clear(db: &Db, id: Option<u64>, now: i64) -> Result<usize, Error> {
    let gone: Vec<Fault> = faults::list(db)?.into_iter().filter(|fault| id.is_none_or(|id| fault.id == id)).collect();
    for fault in &gone {
        faults::remove(db, fault.id)?;
        mended(db, &fault.spec, now)?;
    }
    Ok(gone.len())
}

fn mended(db: &Db, spec: &NewFault, now: i64) -> Result<(), Error> {
    if spec.kind == FaultKind::SourceDown.name() {
        health::probe_soon(db, spec.connection_id.as_deref(), now)?;
    }
    Ok(())
}

/// Draws whether a fault strikes this time, and counts it. Returns the number of the draw if it does.
fn strikes(db: &Db, fault: &Row, now: i64) -> Result<Option<u64>, Error> {
    let number = fault.seen + 1;
    let chance = draw(db, fault, number, "strike")?;
    let struck = fault.spec.probability.is_none_or(|probability| chance < probability);
    faults::count(db, fault.id, struck)?;
    if !struck {
        return Ok(None);
    }
    if fault.remaining == Some(1) {
        mended(db, &fault.spec, now)?;
    }
    Ok(Some(number))
}

/// Draws a fraction for one occurrence of a fault.
fn draw(db: &Db, fault: &Row, number: u64, what: &str) -> Result<f64, Error> {
    Ok(ids::chance(seed(db)?, &["fault", &fault.id.to_string(), &number.to_string(), what]))
}
