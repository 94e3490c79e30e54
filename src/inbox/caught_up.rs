//! What came of catching up, which [`super::catch_up`] does.

use jiff::Timestamp;
use serde::Serialize;

/// What the platform was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Which deliveries it made.
    Deliveries,
    /// Which syncs it finished: it does not list deliveries.
    Syncs,
}

/// What came of catching up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CaughtUp {
    /// From when on the platform was asked.
    pub since: Timestamp,
    /// What it was asked; nothing where it could not be asked.
    pub basis: Option<Basis>,
    /// Events that were not in the inbox before, and are now.
    pub caught_up: u64,
    /// Events that are still not in the inbox; nothing where that is not known.
    pub missing: Option<u64>,
    /// The deliveries of missing events, the oldest first.
    pub deliveries: Vec<String>,
    /// Why something is missing, or not known.
    pub problem: Option<String>,
}

impl CaughtUp {
    /// Returns one that knows nothing yet.
    pub fn since(since: Timestamp) -> Self {
        Self { since, basis: None, caught_up: 0, missing: None, deliveries: Vec::new(), problem: None }
    }
}
