//! How long the token of a connection lasts.

use jiff::SignedDuration;

use super::super::check::{Finding, Rule, command};
use super::super::snapshot::Query;
use super::case::Case;
use super::span;
use crate::api::lenient::timestamp;

pub(super) fn lifetime(case: Case<'_>) -> Option<Finding> {
    let (ends, renews_itself) = match &case.snapshot.token {
        Query::Failed(error) => return Some(Finding::unknown(Rule::Token, error)),
        Query::Answer(token) => (token.expires_at, token.renews_itself),
        Query::Skipped => (timestamp(case.snapshot.connection.token_expires_at.as_deref()?)?, false),
    };
    let left = ends.duration_since(case.now);
    let wanted =
        case.budgets.min_token_lifetime.map(|wanted| SignedDuration::try_from(wanted).unwrap_or(SignedDuration::MAX));
    let finding = if renews_itself {
        Finding::ok(Rule::Token, "its token renews itself")
    } else if left <= SignedDuration::ZERO {
        Finding::critical(Rule::Token, format!("its token ended {} ago", span(left)))
    } else if let Some(wanted) = wanted.filter(|wanted| left < *wanted) {
        Finding::critical(Rule::Token, format!("its token ends in {}, less than {}", span(left), span(wanted)))
    } else {
        Finding::ok(Rule::Token, format!("its token lasts {}", span(left)))
    };
    let finding = finding
        .fact("token_expires_at", Some(ends.to_string()))
        .fact("left_seconds", Some(left.as_secs()))
        .fact("renews_itself", Some(renews_itself))
        .fact("wanted_seconds", wanted.map(|wanted| wanted.as_secs()));
    let is_ok = finding.severity == super::super::Severity::Ok;
    Some(if is_ok { finding } else { finding.remedy(command("token rotate", case.id())) })
}
