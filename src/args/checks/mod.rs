//! What `check` and `monitor` have in common: the selection, the budgets, the rules, and one round of queries.

mod budget;
mod check_args;
mod events;
mod round;
mod rules;
mod selected;

pub use self::budget::{BudgetArgs, rate};
pub use self::check_args::CheckArgs;
pub use self::round::{Checks, Round};
pub use self::rules::{RuleInEffect, Rules};
