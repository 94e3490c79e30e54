//! What the forwarder leaves alone because it is paused.

use std::collections::HashSet;
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

/// Connections whose next event goes to a handler that is paused.
pub(super) struct Parked {
    names: HashSet<String>,
    under: Arc<Pauses>,
    since: Instant,
}

impl Parked {
    pub(super) fn new() -> Self {
        Self { names: HashSet::new(), under: Arc::default(), since: Instant::now() }
    }

    /// Forgets those of other pauses than these, and of long ago.
    pub(super) fn keep(&mut self, pauses: &Arc<Pauses>) {
        if self.under != *pauses || self.since.elapsed() > PARKED {
            *self = Self { under: Arc::clone(pauses), ..Self::new() };
        }
    }

    pub(super) fn insert(&mut self, connection: String) {
        self.names.insert(connection);
    }

    /// Returns the connections to leave alone, besides those that are worked on.
    pub(super) fn besides<'a>(&'a self, busy: &'a HashSet<String>) -> Vec<String> {
        busy.iter().chain(&self.names).chain(&self.under.connections).cloned().collect()
    }
}
