//! Faults of webhooks: whether, when and how often one is delivered, and how it is signed and formatted.

use rusqlite::Connection as Db;

use super::draw::triggers;
use super::validation::Scope;
use crate::api::faults::FaultKind;
use crate::glob;
use crate::sandbox::error::Error;
use crate::sandbox::store::faults::{ActiveFault, active};
use crate::sandbox::store::webhooks::DueDelivery;

/// A webhook delivery, as far as faults need it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeliveryContext<'a> {
    pub(crate) endpoint: &'a str,
    pub(crate) event: &'a str,
    pub(crate) connection: Option<&'a str>,
}

/// How a new webhook is delivered.
#[derive(Clone, Debug, Default)]
pub(crate) struct DeliveryPlan {
    /// It is never delivered.
    pub(crate) lost: bool,
    /// Additional copies.
    pub(crate) copies: u64,
    /// Delay in milliseconds.
    pub(crate) late: i64,
    /// It is held until the next one to the same endpoint is delivered.
    pub(crate) held: bool,
    /// Names of the faults that triggered.
    pub(crate) faults: Vec<&'static str>,
}

fn matching(db: &Db, about: DeliveryContext<'_>) -> Result<Vec<ActiveFault>, Error> {
    let mut found = active(db, Scope::Delivery.name(), about.connection)?;
    found.retain(|fault| {
        let endpoint = fault.spec.webhook_endpoint_id.as_deref().is_none_or(|only| only == about.endpoint);
        endpoint && fault.spec.event.as_deref().is_none_or(|pattern| glob::matches(pattern, about.event))
    });
    Ok(found)
}

/// Returns how a new webhook is delivered. `holds`: one to the same endpoint is held already, which this one is to
/// overtake.
pub(crate) fn plan(db: &Db, about: DeliveryContext<'_>, holds: bool, now: i64) -> Result<DeliveryPlan, Error> {
    let mut plan = DeliveryPlan::default();
    for fault in matching(db, about)? {
        let possible = match fault.kind {
            FaultKind::Duplicate | FaultKind::Late | FaultKind::Lost => !plan.lost,
            FaultKind::Reordered => !plan.lost && !holds && !plan.held,
            FaultKind::SourceDown
            | FaultKind::CredentialsChanged
            | FaultKind::Latency
            | FaultKind::Error
            | FaultKind::RateLimited
            | FaultKind::ExpiredToken
            | FaultKind::Reset
            | FaultKind::CutBody
            | FaultKind::MalformedJson
            | FaultKind::BadlySigned
            | FaultKind::PhpEscaped => false,
        };
        if !possible || triggers(db, &fault, now)?.is_none() {
            continue;
        }
        plan.faults.push(fault.kind.name());
        match fault.kind {
            FaultKind::Lost => plan.lost = true,
            FaultKind::Duplicate => plan.copies += fault.spec.copies.unwrap_or(1),
            FaultKind::Late => plan.late += i64::try_from(fault.spec.delay_ms.unwrap_or_default()).unwrap_or_default(),
            // Of the possible kinds only `Reordered` is left.
            _ => plan.held = true,
        }
    }
    Ok(plan)
}

/// Changes an attempt as the faults say. They are drawn for each attempt, so a webhook that was badly signed once may be
/// well signed the next time.
pub(crate) fn change(db: &Db, due: &mut DueDelivery, now: i64) -> Result<(), Error> {
    let about = DeliveryContext { endpoint: &due.endpoint, event: &due.event, connection: due.connection.as_deref() };
    for fault in matching(db, about)? {
        let changed = match fault.kind {
            FaultKind::BadlySigned => &mut due.variant.badly_signed,
            FaultKind::PhpEscaped => &mut due.variant.php,
            FaultKind::SourceDown
            | FaultKind::CredentialsChanged
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
            | FaultKind::Lost => continue,
        };
        if triggers(db, &fault, now)?.is_some() {
            *changed = true;
            due.variant.faults.push(fault.kind.name());
        }
    }
    Ok(())
}
