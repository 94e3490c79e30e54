//! Error rate and latency: only where there is a budget for them.

use super::super::check::{Finding, Rule, command};
use super::super::{ProbeError, Query};
use super::Case;
use crate::api::metrics::MetricGroup;
use crate::exit::Exit;

pub(super) fn error_rate(case: Case<'_>) -> Option<Finding> {
    let allowed = case.budgets.max_error_rate?;
    Some(with_figures(case, Rule::ErrorRate, |figures| {
        let rate = figures.error_rate?;
        let reason = format!("{:.1} % of its requests failed", rate * 100.0);
        let finding = if rate > allowed {
            Finding::critical(Rule::ErrorRate, format!("{reason}, more than {:.1} %", allowed * 100.0))
                .remedy(format!("{} --errors", command("requests list --connection", case.id())))
        } else {
            Finding::ok(Rule::ErrorRate, reason)
        };
        Some(
            finding
                .fact("error_rate", Some(rate))
                .fact("allowed", Some(allowed))
                .fact("errors", figures.errors)
                .fact("requests", figures.requests),
        )
    }))
}

pub(super) fn latency(case: Case<'_>) -> Option<Finding> {
    let allowed = case.budgets.max_p95?.as_secs_f64() * 1000.0;
    Some(with_figures(case, Rule::Latency, |figures| {
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
                .fact("source_mean_ms", figures.source_mean_ms)
                .fact("requests", figures.requests),
        )
    }))
}

fn with_figures(case: Case<'_>, rule: Rule, look: impl FnOnce(&MetricGroup) -> Option<Finding>) -> Finding {
    match &case.snapshot.metrics {
        Query::Failed(error) => Finding::unknown(rule, error),
        Query::Answer(figures) if figures.requests != Some(0) => look(figures).unwrap_or_else(|| not_told(rule)),
        Query::Answer(_) => Finding::ok(rule, "it had no requests in this time"),
        Query::Skipped => not_told(rule),
    }
}

/// A budget without a metric to compare must not pass.
fn not_told(rule: Rule) -> Finding {
    let message = "neither the server nor the journal has these metrics".into();
    Finding::unknown(rule, &ProbeError { exit: Exit::Unsupported, message, request_id: None, remedy: None })
}
