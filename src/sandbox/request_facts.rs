//! Facts about a request that are collected while it is handled, for its log entry and response headers.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::faults::call::{CallEffect, Damage};
use super::state::App;

/// Facts about one request.
#[derive(Clone, Debug, Default)]
pub(crate) struct Facts {
    /// Request number, unique in the database.
    pub(crate) number: u64,
    /// Request ID, as in the response header.
    pub(crate) id: String,
    /// The connection whose token was sent.
    pub(crate) connection: Option<String>,
    /// Simulated latency of the connected system, which was really waited.
    pub(crate) source: Duration,
    /// Damage to the response.
    pub(crate) damage: Option<Damage>,
}

/// Shared facts, in the request's extensions.
#[derive(Clone, Debug, Default)]
pub(crate) struct Trace(Arc<Mutex<Facts>>);

impl Trace {
    /// Creates the facts of a request.
    pub(crate) fn new(number: u64, id: String) -> Self {
        Self(Arc::new(Mutex::new(Facts { number, id, ..Facts::default() })))
    }

    /// Records the effect of faults on a call and waits for their latency. `usual` latency exists only with
    /// [`Options::realistic_latency`](super::options::Options::realistic_latency).
    pub(crate) async fn apply(&self, app: &App, effect: &CallEffect, usual: Duration) {
        let slept = if app.options().realistic_latency { effect.latency + usual } else { effect.latency };
        {
            let mut facts = self.facts();
            facts.source += slept;
            facts.damage = facts.damage.or(effect.damage);
        }
        if !slept.is_zero() {
            app.clock().sleep(slept).await;
        }
    }

    /// Locks the facts; the guard must not be held across an await.
    pub(crate) fn facts(&self) -> MutexGuard<'_, Facts> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
