//! Figures against those of an earlier time: only where there is a budget for it.

use super::super::check::{Finding, Rule, command};
use super::super::regression::{MaxRegression, failed};
use super::super::snapshot::{ProbeError, Query};
use super::case::Case;
use crate::api::trend::Judgement;
use crate::exit::Exit;
use crate::measure::TrendVerdict;

/// One finding for all figures: that of the worst.
pub(super) fn regression(case: Case<'_>) -> Option<Finding> {
    let budgets = &case.budgets.max_regressions;
    if budgets.is_empty() {
        return None;
    }
    let judged = match &case.snapshot.trends {
        Query::Failed(error) => return Some(Finding::unknown(Rule::Regression, error)),
        Query::Skipped => {
            return Some(Finding::unknown(
                Rule::Regression,
                &failed("neither the server nor the journal has these metrics"),
            ));
        }
        Query::Answer(judged) => judged,
    };
    let found = budgets.iter().map(|budget| {
        judged.figures.iter().find(|found| found.figure == budget.figure).map(|found| one(case, *budget, found))
    });
    let found: Option<Vec<Finding>> = found.collect();
    let Some(found) = found else {
        return Some(Finding::unknown(Rule::Regression, &failed("a figure was not compared")));
    };
    let rank = |finding: &Finding| super::Severity::ALL.iter().position(|severity| *severity == finding.severity);
    let worst = found.iter().enumerate().max_by_key(|(place, finding)| (rank(finding), usize::MAX - place))?.0;
    let reasons: Vec<String> = found
        .iter()
        .filter(|finding| finding.severity == found[worst].severity)
        .map(|one| one.reason.clone())
        .collect();
    let mut finding = found.into_iter().nth(worst)?;
    finding.reason = reasons.join("; ");
    Some(
        finding
            .fact("source", Some(judged.source))
            .fact("baseline_from", judged.baseline_from.clone())
            .fact("baseline_to", judged.baseline_to.clone()),
    )
}

fn one(case: Case<'_>, budget: MaxRegression, found: &Judgement) -> Finding {
    let name = found.figure.as_str();
    let allowed = budget.ratio;
    let evidence = format!("n = {} against {}", found.n, found.n_baseline);
    let remedy = || format!("{} --compare 7d", command("metrics --connection", case.id()));
    let finding = match found.verdict {
        // None were to be enough.
        TrendVerdict::TooFew if case.budgets.min_requests == 0 => {
            Finding::ok(Rule::Regression, format!("{name}: too few requests to compare ({evidence})"))
        }
        TrendVerdict::TooFew => {
            let message = format!("{name}: too few requests to compare ({evidence})");
            let error = ProbeError { exit: Exit::NotFound, message: message.clone(), request_id: None, remedy: None };
            Finding { reason: message, ..Finding::unknown(Rule::Regression, &error) }.remedy(remedy())
        }
        TrendVerdict::Worse => {
            let since = found.since.map(|since| format!(" since {since}")).unwrap_or_default();
            let reason = format!("{}{since} ({evidence})", found.size());
            // From no errors at all there is no ratio, and any is more than allowed.
            if found.ratio.is_none_or(|ratio| ratio > allowed) {
                Finding::critical(Rule::Regression, format!("{reason}, more than {allowed}x")).remedy(remedy())
            } else {
                Finding::ok(Rule::Regression, reason)
            }
        }
        TrendVerdict::Better | TrendVerdict::Unchanged => {
            Finding::ok(Rule::Regression, format!("{name} is not worse than before ({evidence})"))
        }
    };
    finding
        .fact("figure", Some(name))
        .fact("ratio", found.ratio)
        .fact("allowed", Some(allowed))
        .fact("since", found.since.map(|since| since.to_string()))
        .fact("requests", Some(found.n))
        .fact("baseline_requests", Some(found.n_baseline))
}
