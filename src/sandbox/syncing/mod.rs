//! Syncs: planned when they start, continued by their timers, ended by success, failure or cancellation.

pub(crate) mod finish;
mod obstacle;
mod plan;
pub(crate) mod probe;
pub(crate) mod run;
pub(crate) mod start;
