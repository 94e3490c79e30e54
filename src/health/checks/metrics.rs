//! Error rate and latency: only where there is a budget for them.

use super::super::check::{Finding, Rule, command};
use super::super::snapshot::{ProbeError, Query, Sampled};
use super::case::Case;
use crate::api::metrics::MetricGroup;
use crate::exit::Exit;

pub(super) fn error_rate(case: Case<'_>) -> Option<Finding> {
    let allowed = case.budgets.max_error_rate?;
    Some(with_figures(
        case,
        (Rule::ErrorRate, format!("--max-error-rate {}%", (allowed * 1e8).round() / 1e6)),
        |sampled| &sampled.all,
        |figures| {
            let rate = figures.error_rate?;
            let reason = format!("{:.1} % of its requests failed", rate * 100.0);
            let finding = if rate > allowed {
                Finding::critical(Rule::ErrorRate, format!("{reason}, more than {:.1} %", allowed * 100.0))
                    .remedy(format!("{} --errors", command("requests list --connection", case.id())))
            } else {
                Finding::ok(Rule::ErrorRate, reason)
            };
            Some(finding.fact("error_rate", Some(rate)).fact("allowed", Some(allowed)).fact("errors", figures.errors))
        },
    ))
}

/// The latency is that of calls: nobody waits for what the platform reads for a sync.
pub(super) fn latency(case: Case<'_>) -> Option<Finding> {
    let allowed = case.budgets.max_p95?.as_secs_f64() * 1000.0;
    Some(with_figures(
        case,
        (Rule::Latency, format!("--max-p95 {allowed}ms")),
        |sampled| &sampled.calls,
        |figures| {
            let p95 = figures.p95_ms?;
            let reason = format!("95 of 100 of its requests took at most {p95:.0} ms");
            let finding = if p95 > allowed {
                Finding::critical(Rule::Latency, format!("{reason}, more than {allowed:.0} ms"))
                    .remedy(format!("{} --by endpoint", command("metrics --connection", case.id())))
            } else {
                Finding::ok(Rule::Latency, reason)
            };
            Some(
                finding
                    .fact("p95_ms", Some(p95))
                    .fact("allowed_ms", Some(allowed))
                    .fact("source_mean_ms", figures.source_mean_ms),
            )
        },
    ))
}

fn with_figures(
    case: Case<'_>,
    (rule, budget): (Rule, String),
    figures: impl FnOnce(&Sampled) -> &MetricGroup,
    look: impl FnOnce(&MetricGroup) -> Option<Finding>,
) -> Finding {
    let sampled = match &case.snapshot.metrics {
        Query::Failed(error) => return Finding::unknown(rule, error),
        Query::Skipped => return missing(rule, "neither the server nor the journal has these metrics".into()),
        Query::Answer(sampled) => sampled,
    };
    let figures = figures(sampled);
    let (count, least) = (figures.requests.unwrap_or_default(), case.budgets.min_requests);
    let finding = if count < least {
        // A rate of few requests says nothing, and a gate must not pass on nothing.
        // Accepting none at all would pass on nothing.
        let other = if count == 0 { "--window 7d".to_owned() } else { format!("--min-requests {count}") };
        too_few(rule, count, least, sampled.evidence.source)
            .remedy(format!("{} {budget} {other}", command("check", case.id())))
    } else if count == 0 {
        Finding::ok(rule, format!("no requests in this time ({})", sampled.evidence.source))
    } else {
        look(figures).unwrap_or_else(|| missing(rule, format!("the {} has no such figure", sampled.evidence.source)))
    };
    finding
        .fact("requests", Some(count))
        .fact("source", Some(sampled.evidence.source))
        .fact("from", sampled.evidence.from.clone())
        .fact("to", sampled.evidence.to.clone())
}

fn too_few(rule: Rule, count: u64, least: u64, source: &str) -> Finding {
    // The latency is that of calls, and a connection has other requests besides.
    let noun = if rule == Rule::Latency { "call" } else { "request" };
    let plural = if count == 1 { "" } else { "s" };
    let message = format!("too few: {count} {noun}{plural} of at least {least} (source: {source})");
    let error = ProbeError { exit: Exit::NotFound, message: message.clone(), request_id: None, remedy: None };
    Finding { reason: message, ..Finding::unknown(rule, &error) }.fact("min_requests", Some(least))
}

/// A budget without a metric to compare must not pass.
fn missing(rule: Rule, message: String) -> Finding {
    Finding::unknown(rule, &ProbeError { exit: Exit::Unsupported, message, request_id: None, remedy: None })
}
