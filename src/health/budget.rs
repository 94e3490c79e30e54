//! The budgets: what is still healthy.

use std::sync::Arc;
use std::time::Duration;

use super::check::{Rule, Severity};
use super::regression::MaxRegression;
use crate::api::connections::{Connection, Lifecycle};

/// The limits of a healthy connection. A limit that is `None` is not checked, except where noted.
#[derive(Clone, Debug, PartialEq)]
pub struct Budgets {
    /// Lifecycle states that are well.
    pub statuses: Vec<Lifecycle>,
    /// What a connection that was ended counts as. One that is named on the command line should be there; one that turns
    /// up in the list of all is history.
    pub disconnected: Severity,
    /// How old the last sync may be. Without it: twice the connection's schedule and an hour, or two days where no
    /// schedule is told.
    pub max_sync_age: Option<Duration>,
    /// How long the token must last. Without it: it must not have ended.
    pub min_token_lifetime: Option<Duration>,
    /// How many requests may fail, from 0 to 1.
    pub max_error_rate: Option<f64>,
    /// How long 95 of 100 calls may take at most.
    pub max_p95: Option<Duration>,
    /// How much worse figures may have become.
    pub max_regressions: Vec<MaxRegression>,
    /// How many requests error rate and latency need at least; with fewer they are unknown.
    pub min_requests: u64,
    /// The rules that apply: all of them when empty.
    pub only: Vec<Rule>,
    /// Rules that do not apply.
    pub skip: Vec<Rule>,
}

impl Budgets {
    /// Returns whether a rule applies.
    pub fn has(&self, rule: Rule) -> bool {
        (self.only.is_empty() || self.only.contains(&rule)) && !self.skip.contains(&rule)
    }
}

/// The budgets of each connection.
#[derive(Clone)]
pub struct Policy(Arc<BudgetsOf>);

type BudgetsOf = dyn Fn(&Connection) -> Arc<Budgets> + Send + Sync;

impl Policy {
    /// Makes a policy of what returns the budgets of a connection.
    pub fn new(of: impl Fn(&Connection) -> Arc<Budgets> + Send + Sync + 'static) -> Self {
        Self(Arc::new(of))
    }

    /// Returns the budgets of a connection.
    pub fn of(&self, connection: &Connection) -> Arc<Budgets> {
        (self.0)(connection)
    }
}

impl From<Budgets> for Policy {
    /// The same budgets for every connection.
    fn from(budgets: Budgets) -> Self {
        let budgets = Arc::new(budgets);
        Self::new(move |_| Arc::clone(&budgets))
    }
}

/// How many requests a rate or a percentile needs to be one.
pub const MIN_REQUESTS: u64 = 10;

impl Default for Budgets {
    fn default() -> Self {
        Self {
            statuses: vec![Lifecycle::Active, Lifecycle::Synchronizing, Lifecycle::InProgress],
            disconnected: Severity::Warning,
            max_sync_age: None,
            min_token_lifetime: None,
            max_error_rate: None,
            max_p95: None,
            max_regressions: Vec::new(),
            min_requests: MIN_REQUESTS,
            only: Vec::new(),
            skip: Vec::new(),
        }
    }
}
