//! Whether a fault triggers: drawn from the seed, the fault's number and how often it could have triggered before, so that
//! the same run breaks in the same places.

use rusqlite::Connection as Db;

use crate::api::faults::{FaultKind, NewFault};
use crate::sandbox::error::Error;
use crate::sandbox::ids;
use crate::sandbox::store::faults::{self, ActiveFault};
use crate::sandbox::store::seed;
use crate::sandbox::store::timers::{self, TimerKind};

/// Draws whether a fault triggers this time, and counts it. Returns the number of the draw if it does.
pub(super) fn triggers(db: &Db, fault: &ActiveFault, now: i64) -> Result<Option<u64>, Error> {
    let number = fault.seen + 1;
    let chance = fraction(db, fault, number, "strike")?;
    let struck = fault.spec.probability.is_none_or(|probability| chance < probability);
    faults::count_draw(db, fault.id, struck)?;
    if !struck {
        return Ok(None);
    }
    if fault.remaining == Some(1) {
        recover(db, &fault.spec, now)?;
    }
    Ok(Some(number))
}

/// Returns a pseudorandom fraction in `0..1` for one draw of a fault.
pub(super) fn fraction(db: &Db, fault: &ActiveFault, number: u64, what: &str) -> Result<f64, Error> {
    Ok(ids::chance(seed(db)?, &["fault", &fault.id.to_string(), &number.to_string(), what]))
}

pub(super) fn recover(db: &Db, spec: &NewFault, now: i64) -> Result<(), Error> {
    if spec.kind == FaultKind::SourceDown.name() {
        timers::bring_forward(db, TimerKind::Probe, spec.connection_id.as_deref(), now)?;
    }
    Ok(())
}
