//! The alert rules of this machine, for a server that has none: what `check` and `monitor` judge by, and what a monitor
//! recorded.

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Map, Value, json};

use crate::api::alerts::{AlertChange, AlertRule};
use crate::args::checks::{BudgetArgs, CheckArgs, Checks, RuleInEffect, Rules};
use crate::blocking;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::health::{ConnectionReport, Finding, Rule, Severity};
use crate::settings::edit;
use crate::settings::file::{CheckTable, ConfigEntry, ConfigTable};
use crate::settings::form::Form;
use crate::suggest;

/// Where they are from.
const SOURCE: &str = "check";

/// Returns the rules that a check on this machine looks at. Their state is not evaluated.
///
/// # Errors
/// The configuration has budgets that are none.
pub(super) fn rules(ctx: &Context) -> Result<Vec<AlertRule>, Failure> {
    let args = CheckArgs::of_configuration(true);
    let rules = Checks::resolve(ctx, &args)?.rules();
    ctx.term.warn(
        "this server has no alert rules: these are the rules of `makini check` and `makini monitor` on this machine; `makini \
         alerts firing` evaluates them",
    );
    Ok(rules.into_iter().map(of_rule).collect())
}

/// Evaluates them now, and returns those that fire, or could not be evaluated, with how the process ends.
///
/// # Errors
/// As [`rules`], and when the connections could not be listed.
pub(super) async fn firing(ctx: &Context, allow_none: bool) -> Result<(Vec<AlertRule>, Exit), Failure> {
    let args = CheckArgs::of_configuration(allow_none);
    let checks = Checks::resolve(ctx, &args)?;
    ctx.term.warn(
        "this server has no alert rules: the rules of `makini check` and `makini monitor` on this machine were evaluated now",
    );
    let report = checks.round(|_| {}).await?.concluded(ctx).await?;
    let fail_on = checks.fail_on();
    let at = report.checked_at.to_string();
    let of_account = report.overall.iter().map(|finding| (None, finding));
    let of_each =
        report.connections.iter().flat_map(|row| row.findings.iter().map(move |finding| (Some(row), finding)));
    let failing = of_account.chain(of_each).filter(|(_, finding)| fail_on.fails(finding.severity));
    let rules = failing.map(|(row, finding)| AlertRule { evaluated_at: Some(at.clone()), ..of_finding(row, finding) });
    Ok((rules.collect(), report.exit(fail_on)))
}

/// Returns the changes that a monitor recorded on this machine, the newest first.
///
/// # Errors
/// There is no rule of that name, or the journal cannot be read.
pub(super) async fn changes(ctx: &Context, rule: Option<&str>) -> Result<Vec<AlertChange>, Failure> {
    let rule = rule.map(named).transpose()?;
    let journal = Arc::clone(ctx.journal()?);
    let mut found = blocking::run(move || journal.changes(None)).await?;
    if let Some(rule) = rule {
        found.retain(|change| change.rule.as_deref() == Some(rule.as_str()));
    }
    ctx.term
        .warn("this server has no alert rules: these are the changes that `makini monitor` recorded on this machine");
    Ok(found.into_iter().map(AlertChange::from).collect())
}

/// Returns the rule of a name.
fn named(text: &str) -> Result<Rule, Failure> {
    let rule = Rule::ALL.into_iter().find(|rule| rule.as_str() == text);
    rule.ok_or_else(|| {
        let failure = Failure::new(Exit::NotFound, format!("there is no alert rule `{text}`"));
        let similar = suggest::closest(text, Rule::ALL.iter().map(|rule| rule.as_str()));
        let failure =
            similar.into_iter().fold(failure, |failure, name| failure.hint(format!("did you mean `{name}`?")));
        failure.hint("`makini alerts list` lists them")
    })
}

/// Returns the key of `[check]` that holds the budget of a rule.
pub(super) const fn key(rule: Rule) -> Option<&'static str> {
    match rule {
        Rule::SyncAge => Some("max_sync_age"),
        Rule::ErrorRate => Some("max_error_rate"),
        Rule::Latency => Some("max_p95"),
        Rule::Deliveries => Some("max_failed_deliveries"),
        Rule::Events => Some("max_failing_events"),
        Rule::Regression => Some("max_regression"),
        Rule::Credits => Some("min_credits"),
        Rule::Token => Some("min_token_life"),
        Rule::Reach | Rule::Status | Rule::Health | Rule::SyncResult | Rule::Count => None,
    }
}

/// Sets the budget of a rule in `[check]` of the user's configuration, for all connections, and returns the rule.
///
/// # Errors
/// It has one, or the configuration cannot be written.
pub(super) fn add(ctx: &Context, rule: Rule, above: &str, window: Option<Duration>) -> Result<AlertRule, Failure> {
    let Some(key) = key(rule) else { return Err(Failure::usage(format!("the rule `{}` has no limit", rule.as_str()))) };
    if let Some((path, value)) = configured(ctx, key).next() {
        let message = format!("there is an alert rule `{}` already: `{key} = {value}` in `{path}`", rule.as_str());
        return Err(Failure::usage(message).hint(format!("`makini alerts remove {}` removes it", rule.as_str())));
    }
    let mut new = vec![(key, above.to_owned())];
    if let Some(window) = window {
        if let Some((path, value)) = configured(ctx, "window").next() {
            let message = format!("`window = {value}` in `{path}` is the time range of every rule of this machine");
            return Err(Failure::usage(message).hint("leave out `--window`"));
        }
        new.push(("window", format!("{}s", window.as_secs())));
    }
    // What `check` would not take is not written.
    let path = ctx.settings.paths.config_file()?;
    let entry = |(key, value): &(&str, String)| {
        let (key, value) = ((*key).to_owned(), value.clone());
        ConfigEntry { key, value, form: Form::String, listed: false, line: 0 }
    };
    let general = ConfigTable { line: 0, entries: new.iter().map(entry).collect() };
    let mut tables = ctx.settings.check.clone();
    tables.push((path.clone(), CheckTable { general, special: Vec::new() }));
    let rules = Rules::resolve(&BudgetArgs::default(), &tables)?.in_effect();
    let found = rules.into_iter().find(|found| found.rule == rule && found.of.is_none());
    let added = found.map(of_rule).ok_or_else(|| {
        Failure::usage(format!("`only` or `skip` of `[check]` leaves out the rule `{}`", rule.as_str()))
    })?;
    let changes: Vec<_> = new.into_iter().map(|(key, value)| edit::Change::SetBudget { key, value }).collect();
    edit::apply(&path, &changes)?;
    ctx.term.warn(format!(
        "this server has no alert rules: the rule is `{key}` in `[check]` of `{}`, which `makini check` and `makini monitor` \
         judge by on this machine; a monitor has to run for it to be evaluated",
        path.display()
    ));
    Ok(added)
}

/// Returns the name of a rule, and the changes that take its budget out of `[check]` of the user's configuration.
///
/// # Errors
/// It has none there.
pub(super) fn removal(ctx: &Context, rule: &str) -> Result<(&'static str, Vec<edit::Change>), Failure> {
    let rule = named(rule)?;
    let none = |why: &str| {
        let failure = Failure::new(Exit::NotFound, format!("the alert rule `{}` {why}", rule.as_str()));
        failure.hint(format!("`makini check --skip {}` leaves it out, as does `skip` in `[check]`", rule.as_str()))
    };
    let Some(key) = key(rule) else { return Err(none("is always evaluated and has no limit")) };
    let path = ctx.settings.paths.config_file()?;
    let found: Vec<(String, String)> = configured(ctx, key).collect();
    if found.is_empty() {
        return Err(none("has no limit in `[check]` of the configuration"));
    }
    if let Some((other, value)) = found.into_iter().find(|(file, _)| *file != path.display().to_string()) {
        let message = format!("the alert rule `{}` is `{key} = {value}` in `[check]` of `{other}`", rule.as_str());
        return Err(Failure::usage(message).hint("take it out there: that file belongs to its folder"));
    }
    let mut changes = vec![edit::Change::UnsetBudget(key)];
    // The time range goes with the last rule that it is of.
    let of_figures = [Rule::ErrorRate, Rule::Latency, Rule::Regression, Rule::Deliveries].into_iter();
    let mut others = of_figures.filter(|other| *other != rule).filter_map(self::key);
    if !others.any(|other| configured(ctx, other).next().is_some()) {
        changes.push(edit::Change::UnsetBudget("window"));
    }
    Ok((rule.as_str(), changes))
}

/// Makes such changes.
///
/// # Errors
/// The configuration cannot be written.
pub(super) fn change(ctx: &Context, changes: &[edit::Change]) -> Result<(), Failure> {
    Ok(edit::apply(&ctx.settings.paths.config_file()?, changes)?)
}

/// Returns the files of the configuration that set a key of `[check]`, with its value.
fn configured<'a>(ctx: &'a Context, key: &'a str) -> impl Iterator<Item = (String, String)> + 'a {
    ctx.settings.check.iter().flat_map(move |(path, table)| {
        let found = table.general.entries.iter().filter(move |entry| entry.key.replace('-', "_") == key);
        found.map(move |entry| (path.display().to_string(), entry.value.clone()))
    })
}

/// The metric of a rule as the API names it; the rule's own word where the API has none.
fn metric(rule: Rule) -> String {
    match rule {
        Rule::Latency => "latency_p95".to_owned(),
        Rule::Deliveries => "failed_deliveries".to_owned(),
        other => other.as_str().replace('-', "_"),
    }
}

/// Returns what a rule of this machine has beyond those of the API.
fn extra(reason: &str) -> Map<String, Value> {
    Map::from_iter([("source".to_owned(), json!(SOURCE)), ("reason".to_owned(), json!(reason))])
}

fn of_rule(found: RuleInEffect) -> AlertRule {
    let RuleInEffect { rule, maximum, window, of } = found;
    let mut extra = extra(rule.meaning());
    if let Some(of) = of {
        extra.insert("of".into(), of.into());
    }
    AlertRule {
        name: Some(rule.as_str().to_owned()),
        metric: Some(metric(rule)),
        threshold: maximum,
        window_seconds: window.map(|window| window.as_secs()),
        extra,
        ..AlertRule::default()
    }
}

fn of_finding(connection: Option<&ConnectionReport>, finding: &Finding) -> AlertRule {
    let figure = |names: &[&str]| names.iter().find_map(|name| finding.evidence.get(*name)).and_then(Value::as_f64);
    let state = if finding.severity == Severity::Unknown { "unknown" } else { "firing" };
    let mut extra = extra(&finding.reason);
    if let Some(row) = connection {
        extra.insert("connection".into(), row.name.as_str().into());
    }
    AlertRule {
        name: Some(finding.rule.as_str().to_owned()),
        metric: Some(metric(finding.rule)),
        connection_id: connection.map(|row| row.id.clone()),
        state: Some(state.to_owned()),
        value: figure(&["age_seconds", "error_rate", "p95_ms", "failed"]),
        threshold: figure(&["allowed_seconds", "allowed_ms", "allowed"]),
        extra,
        ..AlertRule::default()
    }
}
