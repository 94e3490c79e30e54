//! A change of what is settled about a connection.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::health::{Finding, Rule, Severity};

/// What changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// The severity.
    Changed,
    /// It changes so often that single changes are not reported until it is steady.
    Flapping,
    /// It is steady again, with this severity.
    Steady,
    /// The connection is no longer among those that are checked.
    Gone,
}

impl ChangeKind {
    /// Returns the word for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Flapping => "flapping",
            Self::Steady => "steady",
            Self::Gone => "gone",
        }
    }
}

/// A change of what is settled about a connection, or about the account where it names none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// What changed.
    pub event: ChangeKind,
    /// ID of the connection.
    pub connection_id: Option<String>,
    /// Its name.
    pub connection: Option<String>,
    /// The severity before; none where it was not settled yet.
    pub from: Option<Severity>,
    /// The severity now; none where it is gone.
    pub to: Option<Severity>,
    /// Start of the first round that differed, by the server's clock.
    pub since: Timestamp,
    /// Start of the round that settled it.
    pub at: Timestamp,
    /// The rule of the worst finding, where there is one that is not well.
    pub rule: Option<Rule>,
    /// Why, in one line.
    pub reason: Option<String>,
    /// The request ID to quote to support.
    pub request_id: Option<String>,
    /// The command to type next.
    pub remedy: Option<String>,
}

impl Change {
    /// Returns a change without a reason.
    pub(super) fn new(event: ChangeKind, (id, name): (&str, &str), at: Timestamp) -> Self {
        let named = |text: &str| Some(text.to_owned()).filter(|_| !id.is_empty());
        Self {
            event,
            connection_id: named(id),
            connection: named(name),
            from: None,
            to: None,
            since: at,
            at,
            rule: None,
            reason: None,
            request_id: None,
            remedy: None,
        }
    }

    /// Adds the worst finding, where it is not well.
    #[must_use]
    pub(super) fn because(mut self, worst: Option<&Finding>) -> Self {
        if let Some(worst) = worst.filter(|worst| worst.severity != Severity::Ok) {
            self.rule = Some(worst.rule);
            self.reason = Some(worst.reason.clone());
            self.request_id.clone_from(&worst.request_id);
            self.remedy.clone_from(&worst.remedy);
        }
        self
    }
}
