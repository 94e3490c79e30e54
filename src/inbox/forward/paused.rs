//! What the forwarder leaves alone for now: because it is paused, because its handler gets as much as it may, or because it waits
//! for its next try while others have no turn.

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
/// The same until its next try: somebody may ask for that earlier.
const WAITING: Duration = Duration::from_secs(3);

/// Connections whose next event goes to a handler that is paused or gets as many requests as it may, or waits for its next try.
pub(super) struct Parked {
    names: HashSet<String>,
    under: Arc<Pauses>,
    since: Instant,
    limited: HashMap<String, Instant>,
    waiting: HashMap<String, Instant>,
}

impl Parked {
    pub(super) fn new() -> Self {
        Self {
            names: HashSet::new(),
            under: Arc::default(),
            since: Instant::now(),
            limited: HashMap::new(),
            waiting: HashMap::new(),
        }
    }

    /// Forgets those of other pauses than these, and of long ago.
    pub(super) fn keep(&mut self, pauses: &Arc<Pauses>) {
        let now = Instant::now();
        self.limited.retain(|_, until| *until > now);
        self.waiting.retain(|_, until| *until > now);
        if self.under != *pauses || self.since.elapsed() > PARKED {
            let (limited, waiting) = (std::mem::take(&mut self.limited), std::mem::take(&mut self.waiting));
            *self = Self { under: Arc::clone(pauses), limited, waiting, ..Self::new() };
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

    /// Leaves a connection alone until its next try is due.
    pub(super) fn insert_until_due(&mut self, connection: String, wait: Duration) {
        self.waiting.insert(connection, Instant::now() + wait.min(WAITING));
    }

    /// Returns when the first of them is to be looked at again.
    pub(super) fn next(&self) -> Duration {
        let first = self.limited.values().chain(self.waiting.values()).min().copied();
        first.map_or(Duration::MAX, |at| at.saturating_duration_since(Instant::now()).max(Duration::from_millis(10)))
    }

    /// Returns the connections to leave alone, besides those that are worked on.
    pub(super) fn besides<'a>(&'a self, busy: &'a HashSet<String>) -> Vec<String> {
        let timed = self.limited.keys().chain(self.waiting.keys());
        busy.iter().chain(&self.names).chain(&self.under.connections).chain(timed).cloned().collect()
    }
}
