//! How a sandbox is set up.

use std::path::PathBuf;

use jiff::Timestamp;

use super::{catalogue, entities};
use crate::clock::Clock;

/// Initial setting of the clock of a new state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Start {
    /// The initial time; the machine's time if not set.
    pub at: Option<Timestamp>,
    /// Whether the clock is frozen.
    pub frozen: bool,
}

/// The largest [`Options::scale`].
pub const MOST_SCALE: u64 = entities::settings::MOST_SCALE;

/// The largest [`Options::systems`].
pub const MOST_SYSTEMS: usize = catalogue::MOST_SYSTEMS;

/// How a sandbox is set up.
#[derive(Clone, Debug)]
pub struct Options {
    /// The database file; without one the state is in memory and lost with the sandbox.
    pub path: Option<PathBuf>,
    /// The machine's clock.
    pub clock: Clock,
    /// Seed of data, latencies and fault probabilities for a new state; an existing state keeps its own.
    pub seed: u64,
    /// Applies `seed` to an existing state too, if it has no connections yet.
    pub replace_seed: bool,
    /// Multiplies the number of rows of connections created from now on; unchanged if not set.
    pub scale: Option<u64>,
    /// Speed of the simulated clock from now on; unchanged if not set.
    pub time_scale: Option<f64>,
    /// Initial clock of a new state; an existing state keeps its own.
    pub start: Start,
    /// Waits for the simulated latencies of the connected systems instead of only reporting them.
    pub realistic_latency: bool,
    /// Number of systems of the catalogue: of more than there are, the others are numbered editions.
    pub systems: Option<usize>,
    /// Requests per minute allowed for each connection.
    pub rate_limit: u64,
}

impl Options {
    /// Defaults: in memory, seed 1, the machine's time, 600 requests per minute.
    pub fn new(clock: Clock) -> Self {
        Self {
            path: None,
            clock,
            seed: 1,
            replace_seed: false,
            scale: None,
            time_scale: None,
            start: Start::default(),
            realistic_latency: false,
            systems: None,
            rate_limit: 600,
        }
    }
}
