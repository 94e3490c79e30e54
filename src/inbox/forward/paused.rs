//! What the forwarder leaves alone for now: because it is paused, or because its handler gets as much as it may.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Mutex;
use tokio::time::Instant;

use super::queue::{Pauses, Queue};

/// How long what was read is taken for what is there: a pause is kept to within a second.
const AGE: Duration = Duration::from_millis(250);
/// How long a connection is left alone because its next event goes to a paused handler: that event may be removed meanwhile.
const PARKED: Duration = Duration::from_secs(10);

/// The pauses as they were read last.
#[derive(Default)]
pub(super) struct KnownPauses(Mutex<(Option<Instant>, Arc<Pauses>)>);

impl KnownPauses {
    /// Returns what is paused. Where that cannot be read now, it is what it was.
    pub(super) async fn get(&self, queue: &Arc<Queue>) -> Arc<Pauses> {
        let mut known = self.0.lock().await;
        if known.0.is_none_or(|at| at.elapsed() > AGE) {
            if let Ok(found) = Arc::clone(queue).ask(Queue::pauses).await
                && found != *known.1
            {
                known.1 = Arc::new(found);
            }
            known.0 = Some(Instant::now());
        }
        Arc::clone(&known.1)
    }
}

/// How long a connection is left alone at most because of the rate of its handler.
const LIMITED: Duration = Duration::from_secs(10);

/// Connections whose next event goes to a handler that is paused, or that gets as many requests as it may.
pub(super) struct Parked {
    names: HashSet<String>,
    under: Arc<Pauses>,
    since: Instant,
    limited: HashMap<String, Instant>,
}

impl Parked {
    pub(super) fn new() -> Self {
        Self { names: HashSet::new(), under: Arc::default(), since: Instant::now(), limited: HashMap::new() }
    }

    /// Forgets those of other pauses than these, and of long ago.
    pub(super) fn keep(&mut self, pauses: &Arc<Pauses>) {
        let now = Instant::now();
        self.limited.retain(|_, until| *until > now);
        if self.under != *pauses || self.since.elapsed() > PARKED {
            let limited = std::mem::take(&mut self.limited);
            *self = Self { under: Arc::clone(pauses), limited, ..Self::new() };
        }
    }

    pub(super) fn insert(&mut self, connection: String) {
        self.names.insert(connection);
    }

    /// Leaves a connection alone until its handler may have a turn for it: after this wait, and after the others that wait.
    pub(super) fn insert_for(&mut self, connection: String, wait: Duration, interval: Duration) {
        let others = u32::try_from(self.limited.len()).unwrap_or(u32::MAX);
        let wait = wait.max(interval.saturating_mul(others)).min(LIMITED);
        self.limited.insert(connection, Instant::now() + wait);
    }

    /// Returns when the first of them is to be looked at again.
    pub(super) fn next(&self) -> Duration {
        let first = self.limited.values().min().copied();
        first.map_or(Duration::MAX, |at| at.saturating_duration_since(Instant::now()).max(Duration::from_millis(10)))
    }

    /// Returns the connections to leave alone, besides those that are worked on.
    pub(super) fn besides<'a>(&'a self, busy: &'a HashSet<String>) -> Vec<String> {
        busy.iter().chain(&self.names).chain(&self.under.connections).chain(self.limited.keys()).cloned().collect()
    }
}
