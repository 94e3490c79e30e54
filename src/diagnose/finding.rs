//! The result of one check.

use serde::Serialize;

use super::fix::Fix;
use crate::failure::Failure;

/// How a check ended, the worst last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// Not checked.
    Skipped,
    /// In order.
    Ok,
    /// It works, and somebody should look at it.
    Warning,
    /// Commands will fail because of it.
    Bad,
}

impl Outcome {
    /// Returns the word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Skipped => "skipped",
            Self::Ok => "ok",
            Self::Warning => "warning",
            Self::Bad => "bad",
        }
    }
}

/// The result of one check.
#[derive(Debug, Serialize)]
pub struct Finding {
    /// What was looked at.
    pub check: &'static str,
    /// How it went.
    pub outcome: Outcome,
    /// What was found.
    pub found: String,
    /// What to do, where there is something to do.
    pub remedy: Option<String>,
    /// What `makini doctor --fix` does about it.
    #[serde(skip)]
    pub fixes: Vec<Fix>,
}

impl Finding {
    fn new(check: &'static str, outcome: Outcome, found: impl Into<String>, remedy: Option<String>) -> Self {
        Self { check, outcome, found: found.into(), remedy, fixes: Vec::new() }
    }

    /// In order.
    pub fn ok(check: &'static str, found: impl Into<String>) -> Self {
        Self::new(check, Outcome::Ok, found, None)
    }

    pub(super) fn skipped(check: &'static str, why: impl Into<String>) -> Self {
        Self::new(check, Outcome::Skipped, why, None)
    }

    /// It works, and somebody should look at it.
    pub fn warning(check: &'static str, found: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self::new(check, Outcome::Warning, found, Some(remedy.into()))
    }

    pub(super) fn bad(check: &'static str, found: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self::new(check, Outcome::Bad, found, Some(remedy.into()))
    }

    /// A failed check: the causes of the failure, and its hints as the remedy.
    pub(super) fn failed(check: &'static str, failure: &Failure) -> Self {
        let remedy = (!failure.hints.is_empty()).then(|| failure.hints.join("; "));
        Self::new(check, Outcome::Bad, failure.causes().join(": "), remedy)
    }

    /// Adds what would make it go away.
    #[must_use]
    pub fn fixed_by(mut self, fixes: impl IntoIterator<Item = Fix>) -> Self {
        self.fixes.extend(fixes);
        self
    }

    /// Sets the remedy if there is none yet.
    pub(super) fn or_remedy(mut self, remedy: impl Into<String>) -> Self {
        self.remedy.get_or_insert_with(|| remedy.into());
        self
    }

    /// Lowers a bad result to a warning: commands work without it.
    pub(super) fn only_warning(mut self) -> Self {
        self.outcome = self.outcome.min(Outcome::Warning);
        self
    }
}
