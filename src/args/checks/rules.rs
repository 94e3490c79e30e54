//! Whose budgets are which: those of the command line before those of the configuration, and the accepted findings.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use clap::{Parser, ValueEnum as _};

use super::super::row_filter::RowFilter;
use super::super::section;
use super::budget::BudgetArgs;
use crate::api::connections::Connection;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::files;
use crate::glob;
use crate::health::{Acceptances, Budgets, Policy, Rule, Severity};
use crate::settings::file::CheckTable;

/// Maximum length of a file of accepted findings, in bytes.
const LARGEST: u64 = 1024 * 1024;

/// What the keys of these tables are.
const KEYS: &str = "keys are the budgets and rules of `makini check`, with `_` for `-`";

/// `[check]`: keys are parsed as the options that they are named after.
#[derive(Parser)]
#[command(no_binary_name = true, disable_help_flag = true, disable_version_flag = true)]
struct General {
    #[command(flatten)]
    budgets: BudgetArgs,
}

/// `[[check.for]]`.
#[derive(Clone, Debug, Parser)]
#[command(no_binary_name = true, disable_help_flag = true, disable_version_flag = true)]
struct Special {
    #[command(flatten)]
    rows: RowFilter,
    /// ID or name, with `*`.
    #[arg(long)]
    connection: Vec<String>,
    #[command(flatten)]
    budgets: BudgetArgs,
}

impl Special {
    /// Returns what it asks of a connection, for people.
    fn conditions(&self) -> Vec<String> {
        self.connection.iter().cloned().chain(self.rows.typed()).collect()
    }

    fn fits(&self, row: &Connection) -> bool {
        let named = |pattern: &String| glob::matches(pattern, row.id()) || glob::matches(pattern, row.display_name());
        self.rows.fits(row) && (self.connection.is_empty() || self.connection.iter().any(named))
    }
}

/// A rule that connections are judged by.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleInEffect {
    /// The rule.
    pub rule: Rule,
    /// Its maximum, where one is set: seconds of a sync age, milliseconds of a latency, a part of one of an error rate, a number
    /// of deliveries.
    pub maximum: Option<f64>,
    /// The time range that is evaluated, for rules about figures.
    pub window: Option<Duration>,
    /// The conditions of the table `[[check.for]]` that it is from.
    pub of: Option<String>,
}

/// The budgets of the command line and of the configuration.
pub struct Rules {
    /// Of the whole check, and of connections that nothing special is set for.
    pub(super) general: BudgetArgs,
    flags: BudgetArgs,
    special: Vec<Special>,
    /// Where each special one is written, for people.
    places: Vec<String>,
}

impl Rules {
    /// Resolves them: options before `[[check.for]]`, these before `[check]`, and `.makini.toml` before the user's
    /// configuration.
    ///
    /// # Errors
    /// For a key or value of the configuration that is none, and for a rule that was chosen and has nothing to compare
    /// with: a gate must not pass on nothing.
    pub fn resolve(flags: &BudgetArgs, configured: &[(PathBuf, CheckTable)]) -> Result<Self, Failure> {
        let (mut general, mut special, mut places) = (BudgetArgs::default(), Vec::new(), Vec::new());
        for (path, table) in configured {
            let of_file: General = section::parse(path, "[check]", &table.general, KEYS)?;
            general = of_file.budgets.or(general);
            for (at, table) in table.special.iter().enumerate() {
                let entry: Special = section::parse(path, "[[check.for]]", table, KEYS)?;
                let wrong =
                    |why: String| Failure::usage(why).during(section::unusable(path, "[[check.for]]", table.line));
                if (entry.rows.is_empty() && entry.connection.is_empty())
                    || entry.connection.iter().any(|name| name.trim().is_empty())
                {
                    let hint = "add `connection`, `system`, `search` or `where`";
                    return Err(wrong("it names no connection".into()).hint(hint));
                }
                if let Some(name) = entry.budgets.overall() {
                    return Err(wrong(format!("`{name}` is about the whole check")).hint("write it in `[check]`"));
                }
                let of = entry.conditions().join(" ");
                places.push(format!("`[[check.for]]` number {} of `{}` ({of})", at + 1, path.display()));
                special.push(entry);
            }
        }
        let rules = Self { general: flags.clone().or(general), flags: flags.clone(), special, places };
        if rules.general.is_compared() && !rules.compares() {
            let failure = Failure::usage("`--compare` has no `--max-regression` to compare for");
            return Err(failure.hint("add one, for example `--max-regression p95=1.5x`"));
        }
        if rules.compares() && rules.general.window() > rules.general.compare() {
            let failure =
                Failure::usage("`--window` is longer than `--compare`: both times would hold the same requests");
            return Err(failure.hint("compare across more time, for example `--compare 7d`"));
        }
        if rules.compares() && !rules.general.compare().as_millis().is_multiple_of(60_000) {
            return Err(
                Failure::usage("`--compare` is not a whole number of minutes").hint("use for example `--compare 7d`")
            );
        }
        rules.check()?;
        Ok(rules)
    }

    /// Returns whether figures are compared with an earlier time.
    fn compares(&self) -> bool {
        let is_set = |budgets: &BudgetArgs| !budgets.max_regression.is_empty();
        is_set(&self.general) || self.special.iter().any(|special| is_set(&special.budgets))
    }

    /// Checks that something is looked at: each rule that was chosen, and one rule at least.
    fn check(&self) -> Result<(), Failure> {
        let any = |is_set: fn(&BudgetArgs) -> bool| {
            is_set(&self.general) || self.special.iter().any(|special| is_set(&special.budgets))
        };
        // The budget that a rule compares with, if it needs one, and whether it is set.
        let needed = |rule: Rule| match rule {
            Rule::ErrorRate => Some((any(|budgets| budgets.max_error_rate.is_some()), "--max-error-rate 5%")),
            Rule::Latency => Some((any(|budgets| budgets.max_p95.is_some()), "--max-p95 2s")),
            Rule::Regression => Some((any(|budgets| !budgets.max_regression.is_empty()), "--max-regression p95=1.5x")),
            Rule::Deliveries => Some((self.general.max_failed_deliveries.is_some(), "--max-failed-deliveries 0")),
            Rule::Events => Some((self.general.max_failing_events.is_some(), "--max-failing-events 0")),
            Rule::Credits => Some((self.general.min_credits.is_some(), "--min-credits 10")),
            _ => None,
        };
        let budgets = self.general.budgets();
        let chosen = || Rule::value_variants().iter().copied().filter(|rule| budgets.has(*rule));
        for rule in chosen().filter(|rule| budgets.only.contains(rule)) {
            if let Some((false, option)) = needed(rule) {
                let message = format!("the rule `{}` has no budget to compare with", rule.as_str());
                return Err(Failure::usage(message).hint(format!("add one, for example `{option}`")));
            }
        }
        if chosen().any(|rule| needed(rule).is_none_or(|(is_set, _)| is_set)) {
            return Ok(());
        }
        Err(Failure::usage("`--skip` leaves no rule that has something to compare with"))
    }

    /// Returns every rule that is looked at: those of all connections, then what `[[check.for]]` sets otherwise.
    pub fn in_effect(&self) -> Vec<RuleInEffect> {
        let chosen = self.general.budgets();
        let window = self.general.window();
        let row = |args: &BudgetArgs, rule: Rule, of: Option<&String>| {
            let seconds = |time: Duration| time.as_secs_f64();
            let number = |count: u64| u32::try_from(count).ok().map(f64::from);
            // The second is whether the rule is looked at without a budget.
            let (maximum, needs_none) = match rule {
                Rule::SyncAge => (args.max_sync_age.map(seconds), true),
                Rule::ErrorRate => (args.max_error_rate, false),
                Rule::Latency => (args.max_p95.map(|time| seconds(time) * 1000.0), false),
                Rule::Deliveries => (args.max_failed_deliveries.and_then(number), false),
                Rule::Events => (args.max_failing_events.and_then(number), false),
                Rule::Regression => (None, !args.max_regression.is_empty()),
                Rule::Credits => (None, args.min_credits.is_some()),
                Rule::Reach | Rule::Count => (None, false),
                Rule::Status | Rule::Health | Rule::SyncResult | Rule::Token => (None, true),
            };
            let is_there = maximum.is_some() || (needs_none && of.is_none());
            let has_window = matches!(rule, Rule::ErrorRate | Rule::Latency | Rule::Regression | Rule::Deliveries);
            is_there.then(|| RuleInEffect { rule, maximum, window: has_window.then_some(window), of: of.cloned() })
        };
        let all = Rule::ALL.into_iter().filter(|rule| chosen.has(*rule));
        let mut rows: Vec<RuleInEffect> = all.clone().filter_map(|rule| row(&self.general, rule, None)).collect();
        for special in &self.special {
            let of = special.conditions().join(" ");
            rows.extend(all.clone().filter_map(|rule| row(&special.budgets, rule, Some(&of))));
        }
        rows
    }

    /// Returns whether the budgets of a connection depend on its row.
    pub(super) fn has_tables(&self) -> bool {
        !self.special.is_empty()
    }

    /// Returns the tables `[[check.for]]` that name none of these connections, for people.
    pub(super) fn unused<'a>(&'a self, rows: &'a [Connection]) -> impl Iterator<Item = &'a str> {
        let special = self.special.iter().zip(&self.places);
        special.filter(|(special, _)| !rows.iter().any(|row| special.fits(row))).map(|(_, place)| place.as_str())
    }

    /// Returns the budgets of each connection; an ended one counts as `disconnected`.
    pub(super) fn policy(&self, disconnected: Severity) -> Policy {
        let made = |args: &BudgetArgs| Arc::new(Budgets { disconnected, ..args.budgets() });
        let (general, of_general) = (self.general.clone(), made(&self.general));
        let (flags, special) = (self.flags.clone(), self.special.clone());
        Policy::new(move |row| {
            let mut fitting = special.iter().rev().filter(|special| special.fits(row)).peekable();
            if fitting.peek().is_none() {
                return Arc::clone(&of_general);
            }
            let args = fitting.fold(flags.clone(), |args, special| args.or(special.budgets.clone()));
            Arc::new(Budgets { disconnected, ..args.or(general.clone()).budgets() })
        })
    }
}

/// Reads the accepted findings, if a file was named.
///
/// # Errors
/// It cannot be read, or is not what it should be.
pub(super) fn accepted(ctx: &Context, path: Option<&Path>) -> Result<Option<Acceptances>, Failure> {
    let Some(path) = path else { return Ok(None) };
    let bytes = files::read(path, LARGEST).map_err(|error| Failure::unreadable(path.display(), &error))?;
    let parsed = String::from_utf8(bytes)
        .map_err(|_| "it is not UTF-8".to_owned())
        .and_then(|text| Acceptances::parse(&text, &ctx.out.zone));
    parsed
        .map(Some)
        .map_err(|error| Failure::new(Exit::Usage, error).during(format!("could not use `{}`", path.display())))
}
