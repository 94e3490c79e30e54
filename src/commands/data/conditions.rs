//! `--where` and `--any`: which rows a command is about.

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::condition::{self, Checked};
use crate::api::entities::Field;
use crate::args::condition::Condition;
use crate::client::call::{ListQuery, Match};
use crate::exit::Exit;
use crate::failure::Failure;

/// Which rows a command is about.
#[derive(clap::Args, Clone, Debug)]
pub(super) struct ConditionArgs {
    /// Only rows that meet this condition (can be repeated)
    ///
    /// A field, an operator and a value. Operators: `=`, `>`, `>=`, `<`, `<=`, `contains`, `starts-with`, `ends-with`.
    ///
    /// Dates and times are sent as typed. The platform writes all of its times in UTC, and does not document how it reads one
    /// without a zone: the sandbox takes it for UTC and a date for its first moment, so `updatedAt>=2026-01-01` includes
    /// that day, and `updatedAt<2026-02-01` all of January. `2026-01-01T00:00:00+01:00` leaves no doubt.
    #[arg(long = "where", value_name = "CONDITION")]
    conditions: Vec<Condition>,

    /// Rows that meet any of the conditions, instead of all
    #[arg(long, requires = "conditions")]
    any: bool,
}

impl ConditionArgs {
    /// Checks them against the fields of an entity.
    ///
    /// # Errors
    /// [`Exit::Usage`], before anything is asked.
    pub(super) fn check(&self, fields: &'static [Field]) -> Result<Conditions, Failure> {
        let checked = self.conditions.iter().map(|condition| condition::check(condition, fields));
        Ok(Conditions { all: checked.collect::<Result<_, _>>()?, any: self.any })
    }
}

/// Conditions on fields that there are.
#[derive(Clone, Debug, Default)]
pub(super) struct Conditions {
    all: Vec<Checked>,
    /// Whether any of them is enough.
    pub(super) any: bool,
}

impl Conditions {
    /// Returns these and the condition that a row changed since then.
    ///
    /// # Errors
    /// [`Exit::Usage`] where the rows have no `updatedAt`.
    pub(super) fn since(&self, since: Option<Timestamp>, fields: &'static [Field]) -> Result<Self, Failure> {
        let mut all = self.all.clone();
        if let Some(since) = since {
            let typed = format!("updatedAt>={}", since.strftime("%Y-%m-%dT%H:%M:%SZ"));
            let condition: Condition = typed.parse().map_err(Failure::usage)?;
            all.push(condition::check(&condition, fields)?);
        }
        Ok(Self { all, any: self.any })
    }

    /// Returns how they were typed.
    pub(super) fn typed(&self) -> Vec<String> {
        self.all.iter().map(|condition| condition.typed().to_owned()).collect()
    }

    /// Returns them as the API takes them.
    pub(super) fn query(&self) -> ListQuery {
        ListQuery {
            filters: self.all.iter().map(Checked::filter).collect(),
            matching: (self.all.len() > 1).then_some(if self.any { Match::Any } else { Match::All }),
            ..ListQuery::default()
        }
    }

    /// Fails for a row that they exclude: a server that ignores them must not look as if it had none but these.
    ///
    /// # Errors
    /// [`Exit::Unavailable`].
    pub(super) fn check_row(&self, row: &Map<String, Value>) -> Result<(), Failure> {
        let mut excluding = self.all.iter().filter(|condition| condition.excludes(row));
        let Some(first) = excluding.next() else { return Ok(()) };
        if self.any && 1 + excluding.count() < self.all.len() {
            return Ok(());
        }
        let message = format!("the server returned a row that `--where '{}'` excludes", first.typed());
        Err(Failure::new(Exit::Unavailable, message)
            .hint("leave the condition out, and narrow the rows with `--jq`: the server does not filter by it"))
    }
}
