//! A report as `OpenMetrics` 1.0, for the textfile collector of Prometheus or a push gateway.
//!
//! What could not be asked is a metric of its own, and has no verdict: a broken network is no broken connection. Labels
//! are the connection and the rule, never a reason, so that there is one series for each whatever happens.

use std::collections::HashSet;

use serde_json::Value;

use super::check::{Finding, Rule, Severity};
use super::report::Report;
use crate::exit::Exit;
use crate::exposition::{Exposition, Form, Kind, Metrics as _, label, unique};

/// Figures that are evidence of a rule: name, unit, help, and where from, with what it is divided by.
const FIGURES: [(&str, &str, &str, Rule, &str, f64); 7] = [
    ("sync_age_seconds", "seconds", "Age of the last successful sync.", Rule::SyncAge, "age_seconds", 1.0),
    (
        "token_left_seconds",
        "seconds",
        "Time until the token ends; one that renews itself has none.",
        Rule::Token,
        "left_seconds",
        1.0,
    ),
    ("error_ratio", "ratio", "Part of the requests that failed, 0 to 1.", Rule::ErrorRate, "error_rate", 1.0),
    ("latency_p95_seconds", "seconds", "95th percentile of the latency of calls.", Rule::Latency, "p95_ms", 1000.0),
    ("failed_deliveries", "", "Webhook deliveries that were given up.", Rule::Deliveries, "failed", 1.0),
    ("failing_events", "", "Events in the inbox whose last try failed.", Rule::Events, "failing", 1.0),
    ("credits_left", "", "Credits that are left.", Rule::Credits, "left", 1.0),
];

/// Whose findings they are: the labels, and the findings.
type Subject<'a> = (String, &'a [Finding]);

/// Returns the document of a check that ends with `exit`.
pub fn open_metrics(report: &Report, exit: Exit) -> String {
    let mut ids = HashSet::new();
    // A series must not be there twice, whatever a server lists.
    let rows = report.connections.iter().filter(|row| ids.insert(row.id.as_str()));
    let connections: Vec<Subject<'_>> = rows
        .map(|row| {
            let labels = format!("connection_id=\"{}\",connection=\"{}\"", unique(&row.id), label(&row.name));
            (labels, &row.findings[..])
        })
        .collect();
    let whole: [Subject<'_>; 1] = [(String::new(), &report.overall)];
    let all = || whole.iter().chain(&connections);
    let mut out = Exposition::new("makini_check_", Form::OpenMetrics);

    out.family("timestamp_seconds", Kind::Gauge, "seconds", "When the check began, Unix time.");
    let seconds = report.checked_at.as_second();
    out.sample("timestamp_seconds", "", "", seconds);
    out.family("exit_code", Kind::Gauge, "", "Exit code of the check; 0 is well.");
    out.sample("exit_code", "", "", exit.code());
    out.family("connections", Kind::Gauge, "", "Connections by their worst finding.");
    for severity in Severity::ALL {
        out.sample("connections", "", &format!("severity=\"{}\"", severity.as_str()), report.count(severity));
    }
    out.family(
        "up",
        Kind::Gauge,
        "",
        "1 where nothing critical was found, 0 where it was; absent where the connection could not be asked.",
    );
    for (labels, findings) in &connections {
        let any = |severity| findings.iter().any(|finding| finding.severity == severity);
        match (any(Severity::Critical), any(Severity::Unknown)) {
            (true, _) => out.sample("up", labels, "", 0),
            (false, false) => out.sample("up", labels, "", 1),
            (false, true) => {}
        }
    }
    out.family(
        "verdict",
        Kind::Gauge,
        "",
        "Verdict of a rule: 0 ok, 1 warning, 2 critical; absent where it could not be asked.",
    );
    for_rules(all(), |labels, rule, severity| match severity {
        Severity::Ok => out.sample("verdict", labels, rule, 0),
        Severity::Warning => out.sample("verdict", labels, rule, 1),
        Severity::Critical => out.sample("verdict", labels, rule, 2),
        Severity::Unknown => {}
    });
    out.family(
        "could_not_ask",
        Kind::Gauge,
        "",
        "1 where a rule has no verdict because the query failed, otherwise 0.",
    );
    for_rules(all(), |labels, rule, severity| {
        out.sample("could_not_ask", labels, rule, u8::from(severity == Severity::Unknown));
    });
    out.family("accepted", Kind::Gauge, "", "1 where a finding is accepted until a date; its verdict is 0 until then.");
    for (labels, findings) in all() {
        for finding in findings.iter().filter(|finding| finding.is_accepted()) {
            out.sample("accepted", labels, &of_rule(finding.rule), 1);
        }
    }
    for (name, unit, help, rule, key, divisor) in FIGURES {
        out.family(name, Kind::Gauge, unit, help);
        for (labels, findings) in all() {
            if let Some(value) = figure(findings, rule, key) {
                out.sample(name, labels, "", value / divisor);
            }
        }
    }
    out.finish()
}

/// Returns a figure that is evidence of a rule; none for a token that renews itself.
pub fn figure(findings: &[Finding], rule: Rule, key: &str) -> Option<f64> {
    let finding = findings.iter().find(|finding| finding.rule == rule)?;
    let renews = finding.evidence.get("renews_itself").and_then(Value::as_bool) == Some(true);
    finding.evidence.get(key).and_then(Value::as_f64).filter(|_| !renews)
}

/// Calls `with` for each rule of each, with the worst severity: two findings may be of one rule.
fn for_rules<'a>(all: impl Iterator<Item = &'a Subject<'a>>, mut with: impl FnMut(&str, &str, Severity)) {
    for (labels, findings) in all {
        for rule in Rule::ALL {
            let of_rule = |severity: &Severity| {
                findings.iter().any(|finding| finding.rule == rule && finding.severity == *severity)
            };
            if let Some(worst) = Severity::ALL.into_iter().rev().find(of_rule) {
                with(labels, &self::of_rule(rule), worst);
            }
        }
    }
}

fn of_rule(rule: Rule) -> String {
    format!("rule=\"{}\"", rule.as_str())
}
