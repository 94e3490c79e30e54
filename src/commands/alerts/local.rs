//! The alert rules of this machine, for a server that has none: what `check` and `monitor` judge by.

use serde_json::{Map, Value, json};

use crate::api::alerts::AlertRule;
use crate::args::checks::{CheckArgs, Checks, RuleInEffect};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::health::{Finding, Rule, Severity};

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
    let rules = failing.map(|(row, finding)| AlertRule {
        evaluated_at: Some(at.clone()),
        ..of_finding(row.map(|row| row.id.as_str()), finding)
    });
    Ok((rules.collect(), report.exit(fail_on)))
}

/// The metric of a rule as the API names it; the rule's own word where the API has none.
fn metric(rule: Rule) -> String {
    match rule {
        Rule::Latency => "latency_p95".to_owned(),
        Rule::Deliveries => "failed_deliveries".to_owned(),
        other => other.as_str().replace('-', "_"),
    }
}

fn of_rule(found: RuleInEffect) -> AlertRule {
    let RuleInEffect { rule, maximum, window, of } = found;
    let mut extra =
        Map::from_iter([("source".to_owned(), json!(SOURCE)), ("reason".to_owned(), json!(rule.meaning()))]);
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

fn of_finding(connection: Option<&str>, finding: &Finding) -> AlertRule {
    let figure = |names: &[&str]| names.iter().find_map(|name| finding.evidence.get(*name)).and_then(Value::as_f64);
    let state = if finding.severity == Severity::Unknown { "unknown" } else { "firing" };
    AlertRule {
        name: Some(finding.rule.as_str().to_owned()),
        metric: Some(metric(finding.rule)),
        connection_id: connection.map(str::to_owned),
        state: Some(state.to_owned()),
        value: figure(&["age_seconds", "error_rate", "p95_ms", "failed"]),
        threshold: figure(&["allowed_seconds", "allowed_ms", "allowed"]),
        extra: Map::from_iter([("source".to_owned(), json!(SOURCE)), ("reason".to_owned(), json!(finding.reason))]),
        ..AlertRule::default()
    }
}
