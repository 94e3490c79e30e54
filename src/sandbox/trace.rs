//! What a request learns about itself on its way, for its log entry and its headers.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::faults::Met;
use super::state::App;

/// How an answer is damaged on purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Damage {
    /// The JSON ends with a stray brace and a quote.
    MalformedJson,
    /// The body stops half-way, and the declared length is the whole.
    CutBody,
    /// The connection is reset: before the answer, or within it.
    Reset {
        /// After half of the body.
        within: bool,
    },
}

/// Facts about one request.
#[derive(Clone, Debug, Default)]
pub(crate) struct Facts {
    /// Number of the request, unique in the database.
    pub(crate) number: u64,
    /// Its ID, as the answer's header has it.
    pub(crate) id: String,
    /// The connection it is for.
    pub(crate) connection: Option<String>,
    /// Time the connected system takes: simulated.
    pub(crate) source: Duration,
    /// The part of that time that was really waited.
    pub(crate) slept: Duration,
    /// How the answer is damaged.
    pub(crate) damage: Option<Damage>,
}

/// A handle on the facts, in the request's extensions.
#[derive(Clone, Debug, Default)]
pub(crate) struct Trace(Arc<Mutex<Facts>>);

impl Trace {
    /// Starts the facts of a request.
    pub(crate) fn new(number: u64, id: String) -> Self {
        Self(Arc::new(Mutex::new(Facts { number, id, ..Facts::default() })))
    }

    /// Takes note of what a call met on its way, and waits as long as the faults made it wait: `usual` is only waited
    /// where that is wished for.
    pub(crate) async fn met(&self, app: &App, met: &Met, usual: Duration) {
        let slept = if app.options().realistic_latency { met.latency + usual } else { met.latency };
        {
            let mut facts = self.facts();
            facts.source += met.latency + usual;
            facts.slept += slept;
            facts.damage = facts.damage.or(met.damage);
        }
        if !slept.is_zero() {
            app.clock().sleep(slept).await;
        }
    }

    /// Gives access to the facts; not to be held across an await.
    pub(crate) fn facts(&self) -> MutexGuard<'_, Facts> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
