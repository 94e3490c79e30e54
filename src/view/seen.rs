//! What a command has shown and the next one may name: IDs and names, for completion.

use std::collections::{BTreeMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

use super::grid::Grid;

/// Maximum number of entries that one command adds of a kind; the newest are shown first.
const MOST: usize = 100;

/// The kind of what a list holds, with the columns of its IDs and of what describes them, by the schema of the list.
const LISTS: [(&str, &str, &str, &str); 15] = [
    ("api.endpoints/1", "paths", "path", "operation"),
    ("connections.list/1", "connections", "id", "name"),
    ("connections.status/1", "connections", "id", "name"),
    ("credits/1", "connections", "id", "name"),
    ("systems.list/1", "systems", "slug", "name"),
    ("requests.list/1", "requests", "id", "what"),
    ("sync.list/1", "syncs", "id", "status"),
    ("flows.list/1", "flows", "id", "template"),
    ("flows.templates/1", "templates", "template", "description"),
    ("flows.executions/1", "executions", "id", "status"),
    ("webhooks.endpoints.list/1", "endpoints", "id", "url"),
    ("webhooks.conditions.list/1", "conditions", "id", "name"),
    ("webhooks.deliveries.list/1", "deliveries", "id", "event"),
    ("webhooks.inbox.list/1", "events", "id", "event"),
    ("alerts.list/1", "alerts", "id", "name"),
];

/// IDs and names that were shown, by kind. Clones share what they hold.
#[derive(Clone, Debug, Default)]
pub struct Seen(Arc<Mutex<State>>);

#[derive(Debug, Default)]
struct State {
    kinds: Kinds,
    /// The IDs of each kind.
    known: BTreeMap<String, HashSet<String>>,
}

/// Entries by kind: an ID and what describes it.
pub type Kinds = BTreeMap<String, Vec<(String, String)>>;

/// Returns the maximum number of entries of a kind that is remembered as a whole, such as connections; nothing for a kind
/// of which the newest are enough, such as requests.
pub fn most_of_all(kind: &str) -> Option<usize> {
    matches!(kind, "connections" | "systems").then_some(10_000)
}

impl Seen {
    /// Adds an entry of a kind, for example a connection's ID and name.
    pub fn add(&self, kind: &str, id: &str, description: &str) {
        if id.is_empty() {
            return;
        }
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let State { kinds, known } = &mut *state;
        let entries = kinds.entry(kind.to_owned()).or_default();
        if entries.len() < most(kind) && known.entry(kind.to_owned()).or_default().insert(id.to_owned()) {
            entries.push((id.to_owned(), description.to_owned()));
        }
    }

    /// Returns whether the rows of a list with this schema are remembered.
    pub(super) fn remembers(schema: &str) -> bool {
        LISTS.iter().any(|(name, ..)| *name == schema)
    }

    /// Adds the rows of a list, if it is one whose rows can be named.
    pub(super) fn add_rows(&self, schema: &str, grid: &Grid<'_>) {
        let Some((_, kind, id, description)) = LISTS.iter().find(|(name, ..)| *name == schema) else { return };
        for row in 0..grid.rows().min(most(kind)) {
            self.add(kind, &grid.value(row, id), &grid.value(row, description));
        }
    }

    /// Returns what was added.
    pub fn kinds(&self) -> Kinds {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).kinds.clone()
    }
}

fn most(kind: &str) -> usize {
    most_of_all(kind).unwrap_or(MOST)
}
