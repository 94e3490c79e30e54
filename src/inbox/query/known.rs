//! Which events are known by their IDs.

use std::collections::HashSet;

use super::Store;
use crate::inbox::Error;
use crate::inbox::database::Value;

/// IDs in one statement.
const STEP: usize = 500;

impl Store {
    /// Returns those IDs that events have which are in the inbox, or were pruned from it and are remembered.
    ///
    /// # Errors
    /// When the inbox cannot be read.
    pub fn known(&self, ids: &[String]) -> Result<HashSet<String>, Error> {
        let mut known = HashSet::new();
        for step in ids.chunks(STEP) {
            let values: Vec<Value> = step.iter().cloned().map(Value::from).collect();
            let places: Vec<String> = (1..=step.len()).map(|at| format!("?{at}")).collect();
            let places = places.join(", ");
            let sql = format!(
                "SELECT event_id FROM {} WHERE event_id IN ({places})
                UNION ALL SELECT event_id FROM pruned WHERE event_id IN ({places})",
                self.db.ids()
            );
            known.extend(self.db.all(&sql, &values, |row| row.text("event_id"))?);
        }
        Ok(known)
    }
}
