//! The rules. Each takes a snapshot and returns a finding, or nothing where it does not apply.

mod case;
mod metrics;
mod regression;
mod status;
mod sync;
mod token;

use jiff::{SignedDuration, Timestamp};

use self::case::Case;
use super::budget::Budgets;
use super::check::{Finding, Rule, Severity};
use super::snapshot::{ProbeError, Snapshot};
use crate::api::connections::Lifecycle;
use crate::exit::Exit;

/// A rule, which returns nothing where it does not apply.
type Judged = fn(Case<'_>) -> Option<Finding>;

/// Rules about what a row of the list may tell, after that of its status.
const OF_ROWS: [(Rule, Judged); 3] =
    [(Rule::Health, status::health), (Rule::SyncResult, sync::result), (Rule::SyncAge, sync::age)];

/// Returns the findings of every rule that applies, in the order of the rules.
pub fn judge(snapshot: &Snapshot, budgets: &Budgets, now: Timestamp) -> Vec<Finding> {
    let case = Case { snapshot, budgets, now };
    let mut findings = Vec::new();
    if budgets.has(Rule::Status) {
        findings.push(status::status(case));
    }
    // A connection that is disconnected or pending neither syncs nor has a token.
    if !matches!(snapshot.connection.lifecycle(), Lifecycle::Disconnected | Lifecycle::Pending) {
        let rules: [(Rule, Judged); 4] = [
            (Rule::Token, token::lifetime),
            (Rule::ErrorRate, metrics::error_rate),
            (Rule::Latency, metrics::latency),
            (Rule::Regression, regression::regression),
        ];
        let chosen = OF_ROWS.iter().chain(&rules).filter(|(rule, _)| budgets.has(*rule));
        findings.extend(chosen.filter_map(|(_, judged)| judged(case)));
    }
    if findings.is_empty() {
        findings.push(nothing(budgets));
    }
    findings
}

/// Nothing was looked at, which is not well: a gate must not pass on nothing.
fn nothing(budgets: &Budgets) -> Finding {
    if let Some(rule) = budgets.only.first().filter(|_| budgets.only.iter().all(|rule| rule.is_of_account())) {
        return Finding::ok(*rule, "the account as a whole was checked");
    }
    let message = "none of the chosen rules applies to it".to_owned();
    let error = ProbeError { exit: Exit::NotFound, message: message.clone(), request_id: None, remedy: None };
    Finding { reason: message, ..Finding::unknown(Rule::Reach, &error) }
}

/// Whether a snapshot of the row alone shows that the connection is well: nothing about it has to be asked then. What is
/// not well, or not told, is asked for once more, since a row may be older than its connection.
pub(super) fn is_settled(snapshot: &Snapshot, budgets: &Budgets, now: Timestamp) -> bool {
    let case = Case { snapshot, budgets, now };
    let is_ok = |finding: Finding| finding.severity == Severity::Ok;
    let mut chosen = OF_ROWS.iter().filter(|(rule, _)| budgets.has(*rule));
    // The state of a connection decides what else is asked about it.
    is_ok(status::status(case)) && chosen.all(|(_, judged)| judged(case).is_some_and(is_ok))
}

/// Returns a span with its two largest units: `3d 4h`, `5m`, `12s`; milliseconds below a second.
fn span(time: SignedDuration) -> String {
    let seconds = time.as_secs().unsigned_abs();
    if seconds == 0 && time.as_millis() != 0 {
        return format!("{}ms", time.as_millis().unsigned_abs());
    }
    let units = [(86_400, "d"), (3600, "h"), (60, "m"), (1, "s")];
    let Some(largest) = units.iter().position(|(length, _)| seconds >= *length) else { return "0s".into() };
    let mut rest = seconds;
    let mut words = Vec::new();
    for (length, name) in units.iter().skip(largest).take(2) {
        if rest / length > 0 {
            words.push(format!("{}{name}", rest / length));
        }
        rest %= length;
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_as_people_say_them() {
        for (seconds, text) in
            [(0, "0s"), (12, "12s"), (300, "5m"), (3661, "1h 1m"), (273_600, "3d 4h"), (86_401, "1d"), (-90, "1m 30s")]
        {
            assert_eq!(span(SignedDuration::from_secs(seconds)), text);
        }
        assert_eq!(span(SignedDuration::from_millis(-1)), "1ms");
    }
}
