//! Why something fails: likely causes, each with its evidence, how sure it is, and the next command.
//!
//! [`diagnose`] is a function of a [`Case`]: what the connection says of itself, the newest sync, the requests of the
//! server's log and of the journal, and what fails elsewhere at the same time; of a webhook its deliveries, and what the
//! inbox of this machine has. It calls nobody; `gather` and `webhook::gather` do.
//!
//! Each piece of evidence has a weight from 0 to 1, the chance that it alone shows its cause. Pieces for the same cause
//! add up as independent ones do: one of 0.9 and one of 0.5 give 0.95. Signs are in [`rules`], one row for each cause.

mod alike;
mod case;
mod evidence;
mod gather;
pub mod rules;
mod slowness;
mod webhook;

use std::cmp::Ordering;

pub use self::alike::Alike;
pub use self::case::{Case, Cause, Diagnosis, Elsewhere, Evidence, Subject, Verdict};
pub use self::gather::{around_request, connection, failing_elsewhere, journaled, of_sync, row};
pub use self::webhook::{Webhook, gather as gather_webhook};

/// Below this, a cause is not stated.
const STATED: f64 = 0.2;
/// From here on, a cause answers the question.
pub const LIKELY: f64 = 0.5;
/// Ranks the likely causes.
pub fn diagnose(case: &Case) -> Diagnosis {
    let mut causes = evidence::causes(case);
    causes.extend(slowness::causes(case));
    causes.retain(|cause| cause.sure >= STATED);
    causes.sort_by(|a, b| (a.is_over, -a.sure).partial_cmp(&(b.is_over, -b.sure)).unwrap_or(Ordering::Equal));
    let (well, is_enough) = evidence::well(case);
    let is_likely = causes.first().is_some_and(|cause| cause.sure >= LIKELY && !cause.is_over);
    let verdict = match (is_likely, is_enough) {
        (true, _) => Verdict::Found,
        (false, true) => Verdict::Well,
        (false, false) => Verdict::Undecided,
    };
    let missing = if verdict == Verdict::Undecided { evidence::missing(case) } else { Vec::new() };
    Diagnosis { verdict, causes, well, missing }
}
