//! Which events are meant. Every text is bound, never written into SQL.

use jiff::Timestamp;

use super::super::database::{Database, Value};
use super::super::verify::Verdict;
use super::entry::ForwardState;
use super::list;
use super::outcome::{self, Outcome};

/// The order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// In the order of arrival.
    #[default]
    Oldest,
    /// The other way round.
    Newest,
}

/// Which events are meant; all of them by default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// IDs; any of them.
    pub ids: Vec<String>,
    /// Arrival numbers; any of them.
    pub numbers: Vec<i64>,
    /// Name of the event, `*` for any characters.
    pub event: Option<String>,
    /// The connection it is about.
    pub connection: Option<String>,
    /// Where forwarding stands.
    pub state: Option<ForwardState>,
    /// What was made of the signature.
    pub verdict: Option<Verdict>,
    /// Came at or after.
    pub since: Option<Timestamp>,
    /// Came before.
    pub until: Option<Timestamp>,
    /// First arrival number.
    pub from: Option<i64>,
    /// Last arrival number.
    pub to: Option<i64>,
    /// Only events received more than once.
    pub duplicated: bool,
    /// Only events with another body under their ID.
    pub conflicted: bool,
    /// Only events that were given up, or wait after a failed attempt.
    pub failing: bool,
    /// What came of it; any of them.
    pub outcomes: Vec<Outcome>,
    /// Texts that all have to be in the event: its ID, name, connection or body. Upper and lower case of ASCII letters
    /// are the same.
    pub texts: Vec<String>,
    /// Maximum number of events.
    pub limit: Option<u32>,
    /// The order.
    pub order: Order,
}

impl Filter {
    /// Returns the rest of a `SELECT` from `arrivals`, and its values.
    pub(super) fn sql(&self, db: &Database) -> (String, Vec<Value>) {
        // Otherwise whole rows would be read of a range of numbers.
        let by_connection = self.connection.is_some() && self.ids.is_empty() && self.numbers.is_empty();
        let by_connection = by_connection && db.is_file() && self.state != Some(ForwardState::Pending);
        let index = if by_connection { " INDEXED BY arrivals_connection" } else { "" };
        let mut sql = format!("{index} WHERE true");
        let mut values: Vec<Value> = Vec::new();
        let mut and = |clause: &str, value: Value| {
            values.push(value);
            sql.push_str(&format!(" AND {clause} ?{}", values.len()));
        };
        if let Some(event) = &self.event {
            let (matches, pattern) = db.event_matches(event);
            and(matches, pattern);
        }
        if let Some(connection) = &self.connection {
            and("connection =", connection.clone().into());
        }
        if let Some(verdict) = self.verdict {
            and("verdict =", verdict.as_str().into());
        }
        if let Some(since) = self.since {
            and("received_at >=", since.as_microsecond().into());
        }
        if let Some(until) = self.until {
            and("received_at <", until.as_microsecond().into());
        }
        if let Some(from) = self.from {
            and("number >=", from.into());
        }
        if let Some(to) = self.to {
            and("number <=", to.into());
        }
        if let Some(state) = self.state {
            // In the statement itself, where the index of what is pending fits it whatever is bound.
            sql.push_str(&format!(" AND state = {}", state.number()));
        }
        if !self.ids.is_empty() {
            let first = values.len() + 1;
            values.extend(self.ids.iter().cloned().map(Value::from));
            let places: Vec<String> = (first..=values.len()).map(|at| format!("?{at}")).collect();
            sql.push_str(&format!(" AND {}", db.has_id(&places.join(", "))));
        }
        if !self.numbers.is_empty() {
            sql.push_str(&format!(" AND number IN ({})", list(&self.numbers)));
        }
        if self.duplicated {
            sql.push_str(" AND (duplicates > 0 OR duplicate_of IS NOT NULL)");
        }
        if self.conflicted {
            sql.push_str(" AND conflicts > 0");
        }
        if self.failing {
            sql.push_str(" AND (state = 3 OR (state = 1 AND tries > 0))");
        }
        if !self.outcomes.is_empty() {
            let codes: Vec<i64> = self.outcomes.iter().flat_map(|outcome| outcome.codes()).collect();
            sql.push_str(&format!(" AND ({}) IN ({})", outcome::SQL, list(&codes)));
        }
        for text in &self.texts {
            values.push(text.to_ascii_lowercase().into());
            // The short columns first: most of the time the body need not be read.
            let place = values.len();
            let short = ["event", "connection", "coalesce(event_id, '')"].map(|column| db.contains(column, place));
            sql.push_str(&format!(" AND ({} OR {})", short.join(" OR "), db.body_contains(place)));
        }
        sql.push_str(match self.order {
            Order::Oldest => " ORDER BY number",
            Order::Newest => " ORDER BY number DESC",
        });
        if let Some(limit) = self.limit {
            sql.push_str(&format!(" LIMIT {limit}"));
        }
        (sql, values)
    }
}
