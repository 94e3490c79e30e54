//! How the outcome of an event is shown.

use crate::inbox::query::Outcome;
use crate::view::Cell;

/// Shows what came of an event.
pub(super) fn outcome(outcome: Outcome) -> Cell<'static> {
    let cell = match outcome {
        Outcome::Untried => Cell::muted(outcome.as_str()),
        Outcome::Waiting => Cell::caution(outcome.as_str()),
        Outcome::Delivered | Outcome::Fixed => Cell::good(outcome.as_str()),
        Outcome::Failing | Outcome::StillFailing | Outcome::Regressed => Cell::bad(outcome.as_str()),
    };
    cell.machine(outcome.as_str().replace(' ', "-"))
}
