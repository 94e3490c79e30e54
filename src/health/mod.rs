//! The health of connections: the rules, the queries for many connections at once, and the report.
//!
//! Rules are pure: a [`Snapshot`] and [`Budgets`] in, a [`Finding`] out. A [`Probe`] makes the snapshot.
//! "The answer is no" ([`Severity::Critical`]) and "could not ask" ([`Severity::Unknown`]) are never mixed up.

mod acceptance;
mod annotation;
mod budget;
mod check;
mod checks;
mod credits;
mod deliveries;
mod events;
mod gitlab;
mod html;
mod identity;
mod junit;
mod nagios;
mod open_metrics;
mod pace;
mod probe;
mod regression;
mod report;
mod runner;
mod sarif;
mod snapshot;
mod text;

pub use acceptance::{Acceptances, Matching};
pub use annotation::{annotation, annotations, markdown, summary};
pub use budget::{Budgets, MIN_REQUESTS, Policy};
pub use check::{Finding, Rule, Severity};
pub use checks::judge;
pub use credits::credits;
pub use deliveries::deliveries;
pub use events::{EventCounts, events};
pub use gitlab::gitlab;
pub use html::html;
pub use junit::junit;
pub use nagios::{Nagios, plain};
pub use open_metrics::{figure, open_metrics};
pub use probe::{LiveProbe, Metrics};
pub use regression::{Judged, MaxRegression, Trends};
pub use report::{ConnectionReport, FailOn, Report};
pub use runner::{Arriving, Limits, Probe, arrived, run};
pub use sarif::sarif;
pub use snapshot::{Evidence, ProbeError, Query, Sampled, Snapshot, Token};
