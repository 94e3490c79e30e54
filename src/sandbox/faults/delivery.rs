//! Faults of webhooks: whether one comes, when, how often, and in what dress.

use rusqlite::Connection as Db;

use super::{Scope, strikes};
use crate::api::faults::FaultKind;
use crate::glob;
use crate::sandbox::error::Error;
use crate::sandbox::store::faults::{Row, standing};

/// A webhook, as far as faults care.
#[derive(Clone, Copy, Debug)]
pub(crate) struct About<'a> {
    pub(crate) endpoint: &'a str,
    pub(crate) event: &'a str,
    pub(crate) connection: Option<&'a str>,
}

/// What becomes of a new webhook.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fate {
    /// It never comes.
    pub(crate) lost: bool,
    /// How often it comes on top.
    pub(crate) copies: u64,
    /// How late it is, in milliseconds.
    pub(crate) late: i64,
    /// It waits for the one behind it.
    pub(crate) held: bool,
    /// Names of the faults that struck.
    pub(crate) faults: Vec<&'static str>,
}

/// What an attempt looks like.
#[derive(Clone, Debug, Default)]
pub(crate) struct Dress {
    /// Its signature does not hold.
    pub(crate) badly_signed: bool,
    /// It is spelled as PHP would.
    pub(crate) php: bool,
    /// Names of the faults that struck.
    pub(crate) faults: Vec<&'static str>,
}

fn concerned(db: &Db, about: About<'_>) -> Result<Vec<Row>, Error> {
    let mut found = standing(db, Scope::Delivery.name(), about.connection)?;
    found.retain(|fault| {
        let endpoint = fault.spec.webhook_endpoint_id.as_deref().is_none_or(|only| only == about.endpoint);
        endpoint && fault.spec.event.as_deref().is_none_or(|pattern| glob::matches(pattern, about.event))
    });
    Ok(found)
}

/// Decides what becomes of a new webhook. `holds` tells that one to the same endpoint waits already, which this one is
/// to overtake.
pub(crate) fn fate(db: &Db, about: About<'_>, holds: bool, now: i64) -> Result<Fate, Error> {
    let mut fate = Fate::default();
    for fault in concerned(db, about)? {
        let possible = match fault.kind {
            FaultKind::Duplicate | FaultKind::Late | FaultKind::Lost => !fate.lost,
            FaultKind::Reordered => !fate.lost && !holds && !fate.held,
            _ => false,
        };
        if !possible || strikes(db, &fault, now)?.is_none() {
            continue;
        }
        fate.faults.push(fault.kind.name());
        match fault.kind {
            FaultKind::Lost => fate.lost = true,
            FaultKind::Duplicate => fate.copies += fault.spec.copies.unwrap_or(1),
            FaultKind::Late => fate.late += i64::try_from(fault.spec.delay_ms.unwrap_or_default()).unwrap_or_default(),
            _ => fate.held = true,
        }
    }
    Ok(fate)
}

/// Decides what an attempt looks like. Each is drawn anew, so a webhook that was badly signed may be good the next time.
pub(crate) fn wear(db: &Db, about: About<'_>, now: i64) -> Result<Dress, Error> {
    let mut dress = Dress::default();
    for fault in concerned(db, about)? {
        let place = match fault.kind {
            FaultKind::BadlySigned => &mut dress.badly_signed,
            FaultKind::PhpEscaped => &mut dress.php,
            _ => continue,
        };
        if strikes(db, &fault, now)?.is_some() {
            *place = true;
            dress.faults.push(fault.kind.name());
        }
    }
    Ok(dress)
}
