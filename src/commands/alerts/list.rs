//! `makini alerts list`, `firing` and `history`.

use std::time::Duration;

use serde::Serialize;
use serde_json::Value;

use super::local;
use crate::api::alerts::{AlertChange, AlertRule};
use crate::api::operation::Operation;
use crate::args::{examples, resolve};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{Classify as _, During as _, Failure};
use crate::term::Line;
use crate::view::{Card, Cell, Column, Columns, Grid, List, Listed, Look, Page, View, span};

/// List alert rules and their state
///
/// On a server without alert rules, the rules that `makini check` and `makini monitor` judge by on this machine are listed,
/// with the source `check` and without a state.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini alerts list"])]
pub struct Args {}

/// List the alert rules that are firing
///
/// Exits with 1 if any rule is firing, and with 6 if there is no rule that could, unless `--allow-none` is set. On a server
/// without alert rules, those of `makini check` are evaluated now, with the source `check`; it exits as `check` does then.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini alerts firing", "makini alerts firing -o json"])]
pub struct FiringArgs {
    /// Pass when there is no alert rule, or nothing to check
    #[arg(long)]
    allow_none: bool,
}

/// List when alert rules started and stopped firing, newest first
///
/// On a server without alert rules, the changes that `makini monitor` recorded on this machine are listed: each has the rule of
/// the worst finding as its name, and the source `monitor`.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini alerts history", "makini alerts history too-many-errors"])]
pub struct HistoryArgs {
    /// Only this rule: ID, name or unique prefix of the ID
    #[arg(value_name = "RULE")]
    rule: Option<String>,
}

/// Lists them.
pub async fn run(ctx: &Context, _args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<List<AlertRule>>()?;
    let client = ctx.client().await?;
    let during = || "could not list alert rules".to_owned();
    if client.offered(Operation::AlertRuleList).await.during(during)?.is_none() {
        return ctx.show(&List(local::rules(ctx)?));
    }
    ctx.show(&List(client.alert_rules().await.during(during)?))
}

/// Shows those that fire.
pub async fn firing(ctx: &Context, args: FiringArgs) -> Result<Exit, Failure> {
    ctx.out.check_for::<Firing>()?;
    let client = ctx.client().await?;
    let during = || "could not list firing alerts".to_owned();
    if client.offered(Operation::AlertFiring).await.during(during)?.is_none() {
        let (rules, exit) = local::firing(ctx, args.allow_none).await?;
        return ctx.show(&Firing { rules, exit });
    }
    let all = client.firing_alerts().await.during(during)?;
    if all.is_empty() && !args.allow_none {
        // Nothing fires where nothing is watched, and a gate must not pass on that.
        let rules = match client.alert_rules().await {
            Err(error) if error.exit() == Exit::Unsupported => None,
            rules => Some(rules.during(|| "could not list alert rules".into())?),
        };
        if rules.is_some_and(|rules| rules.is_empty()) {
            let failure = Failure::new(Exit::NotFound, "there is no alert rule, so none can fire");
            let failure = failure.hint("`makini alerts add error-rate --above 5%` adds one");
            return Err(failure.hint("`--allow-none` accepts that"));
        }
    }
    let exit = if all.is_empty() { Exit::Ok } else { Exit::Unhealthy };
    ctx.show(&Firing { rules: all, exit })
}

/// Shows the changes.
pub async fn history(ctx: &Context, args: HistoryArgs) -> Result<Exit, Failure> {
    ctx.out.check_for::<List<AlertChange>>()?;
    let client = ctx.client().await?;
    let during = || "could not list alerts".to_owned();
    if client.offered(Operation::AlertChangeList).await.during(during)?.is_none() {
        return ctx.show(&List(local::changes(ctx, args.rule.as_deref()).await?));
    }
    let rule = match args.rule.as_deref() {
        Some(text) => {
            let rules = client.alert_rules().await.during(|| "could not list alert rules".into())?;
            resolve::resource(rules, text)?.id
        }
        None => None,
    };
    let all = client.alert_changes(rule.as_deref()).await.during(during)?;
    ctx.show(&List(all))
}

/// Returns a figure in the unit of its metric.
fn figure(metric: Option<&str>, value: Option<f64>) -> Cell<'static> {
    let Some(value) = value else { return Cell::empty() };
    let text = match metric {
        Some("error_rate") => format!("{:.1} %", value * 100.0),
        Some("latency_p95") => format!("{value:.0} ms"),
        Some("failed_deliveries") => format!("{value:.0}"),
        Some("sync_age") => Duration::try_from_secs_f64(value).map_or_else(|_| value.to_string(), span),
        _ => value.to_string(),
    };
    Cell::text(text).machine(value.to_string())
}

/// Returns the value of a change, whose unit the platform does not send.
fn readable(value: f64) -> Cell<'static> {
    let text = if value.abs() < 1.0 { format!("{value:.3}") } else { format!("{value:.1}") };
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text };
    Cell::number(text).machine(value.to_string())
}

fn state(word: Option<&str>) -> Cell<'_> {
    match word {
        Some("firing") => Cell::bad("firing"),
        Some("ok") => Cell::good("ok"),
        Some("unknown") => Cell::caution("unknown"),
        other => Cell::maybe(other, Cell::text),
    }
}

fn connection(id: Option<&str>) -> Cell<'_> {
    id.map_or_else(|| Cell::muted("all").machine(""), Cell::id)
}

/// Returns what people call the connection of a rule, where this machine evaluated it.
fn name(rule: &AlertRule) -> Option<&str> {
    rule.extra.get("connection").and_then(Value::as_str)
}

/// Returns what a rule is about: a connection, the conditions of a table of the configuration, or all.
fn watched(rule: &AlertRule) -> Cell<'_> {
    match (rule.extra.get("of").and_then(Value::as_str), name(rule)) {
        (Some(of), _) => Cell::text(of),
        (None, Some(name)) => Cell::name(name).machine(rule.connection_id.as_deref().unwrap_or_default()),
        (None, None) => connection(rule.connection_id.as_deref()),
    }
}

const COLUMNS: &[Column<AlertRule>] = &[
    Column::new("id", "ID", |rule: &AlertRule, _| Cell::maybe(rule.id.as_deref(), Cell::id)),
    Column::new("name", "NAME", |rule: &AlertRule, _| Cell::maybe(rule.name.as_deref(), Cell::name)).essential(),
    Column::new("state", "STATE", |rule: &AlertRule, _| state(rule.state.as_deref())).essential(),
    Column::new("value", "NOW", |rule: &AlertRule, _| figure(rule.metric.as_deref(), rule.value)).right().essential(),
    Column::new("threshold", "ABOVE", |rule: &AlertRule, _| figure(rule.metric.as_deref(), rule.threshold))
        .right()
        .essential(),
    Column::new("window_seconds", "WITHIN", |rule: &AlertRule, _| {
        Cell::span(rule.window_seconds.map(Duration::from_secs))
    })
    .right(),
    Column::new("connection_id", "CONNECTION", |rule: &AlertRule, _| watched(rule)).minor(),
    Column::new("since", "SINCE", |rule: &AlertRule, look| Cell::timestamp(rule.since.as_deref(), look)),
    Column::new("worst_connection_id", "WORST", |rule: &AlertRule, _| {
        Cell::maybe(rule.worst_connection_id.as_deref(), Cell::id)
    })
    .extra(),
    Column::new("metric", "METRIC", |rule: &AlertRule, _| Cell::maybe(rule.metric.as_deref(), Cell::text)).extra(),
    Column::new("reason", "REASON", |rule: &AlertRule, _| {
        Cell::maybe(rule.extra.get("reason").and_then(Value::as_str), Cell::text)
    })
    .extra(),
    Column::new("evaluated_at", "LOOKED AT", |rule: &AlertRule, look| {
        Cell::timestamp(rule.evaluated_at.as_deref(), look)
    })
    .extra(),
];

/// Returns the card of a rule.
pub(super) fn card<'a>(rule: &'a AlertRule, look: &Look) -> Card<'a> {
    let metric = rule.metric.as_deref();
    Card::new()
        .row("Alert rule", Cell::maybe(rule.id.as_deref(), Cell::id))
        .row("Name", Cell::maybe(rule.name.as_deref(), Cell::name))
        .row("Metric", Cell::maybe(metric, Cell::text))
        .row("Fires above", figure(metric, rule.threshold))
        .opt("Within", rule.window_seconds.map(|seconds| Cell::span(Some(Duration::from_secs(seconds)))))
        .row("Connection", connection(rule.connection_id.as_deref()))
        .row("State", state(rule.state.as_deref()))
        .row("Since", Cell::timestamp(rule.since.as_deref(), look))
}

impl Listed for AlertRule {
    const SCHEMA: &'static str = "alerts.list/1";
    const COLUMNS: &'static [Column<Self>] = COLUMNS;
    const EMPTY: &'static str = "No alert rule yet. `makini alerts add error-rate --above 5%` adds one.";
}

#[derive(Serialize)]
#[serde(transparent)]
struct Firing {
    rules: Vec<AlertRule>,
    /// How the process ends.
    #[serde(skip)]
    exit: Exit,
}

impl View for Firing {
    const SCHEMA: &'static str = "alerts.firing/1";

    fn human(&self, page: &mut Page<'_>) {
        page.grid();
        for rule in &self.rules {
            if let Some(reason) = rule.extra.get("reason").and_then(Value::as_str) {
                let whose = match (name(rule), rule.connection_id.as_deref()) {
                    (Some(name), _) => Line::new().name(name),
                    (None, id) => Line::new().id(id.unwrap_or("account")),
                };
                page.line(whose.text(": ").text(reason));
            }
        }
    }

    fn columns() -> Columns {
        Columns::of(COLUMNS)
    }

    fn table<'a>(&'a self, look: &'a Look) -> Option<Grid<'a>> {
        Some(Grid::of(&self.rules, COLUMNS, look).empty("Nothing fires. `makini alerts list` shows what is watched."))
    }

    fn exit(&self) -> Exit {
        self.exit
    }
}

const CHANGES: &[Column<AlertChange>] = &[
    Column::new("at", "TIME", |change: &AlertChange, look| Cell::timestamp(change.at.as_deref(), look)),
    Column::new("name", "NAME", |change: &AlertChange, _| Cell::maybe(change.name.as_deref(), Cell::name)).essential(),
    Column::new("state", "BECAME", |change: &AlertChange, _| state(change.state.as_deref())).essential(),
    Column::new("value", "VALUE", |change: &AlertChange, _| Cell::maybe(change.value, readable)).right(),
    Column::new("worst_connection_id", "CONNECTION", |change: &AlertChange, _| {
        Cell::maybe(change.worst_connection_id.as_deref(), Cell::id)
    })
    .essential(),
    Column::new("rule_id", "RULE", |change: &AlertChange, _| Cell::maybe(change.rule_id.as_deref(), Cell::id)).extra(),
    Column::new("reason", "REASON", |change: &AlertChange, _| {
        Cell::maybe(change.extra.get("reason").and_then(Value::as_str), Cell::text)
    })
    .minor(),
];

impl Listed for AlertChange {
    const SCHEMA: &'static str = "alerts.history/1";
    const COLUMNS: &'static [Column<Self>] = CHANGES;
    const EMPTY: &'static str = "No rule has fired so far.";
}
