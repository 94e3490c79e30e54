//! A report as code quality of GitLab, which shows it beside a merge request.
//!
//! The format is a part of Code Climate's: an array of objects with `description`, `check_name`, `fingerprint`,
//! `severity` (`info`, `minor`, `major`, `critical`, `blocker`), `location.path` and `location.lines.begin`.

use serde_json::{Value, json};

use super::check::Severity;
use super::identity::{Problem, location, problems};
use super::report::Report;
use super::text::visible;

/// Returns the document. An accepted finding is of severity `info`.
pub fn gitlab(report: &Report) -> String {
    let rows: Vec<Value> = problems(report).iter().map(issue).collect();
    format!("{:#}\n", Value::Array(rows))
}

fn issue(problem: &Problem<'_>) -> Value {
    let row = problem.row;
    let severity = match problem.severity {
        _ if row.finding.is_accepted() => "info",
        Severity::Ok => "info",
        Severity::Warning => "minor",
        Severity::Unknown => "major",
        Severity::Critical => "critical",
    };
    let next = row.finding.remedy.iter().map(|remedy| format!("; next: {}", visible(remedy)));
    let text = [visible(row.name), ": ".into(), visible(&row.finding.reason)].into_iter().chain(next);
    json!({
        "description": text.collect::<String>(),
        "check_name": row.finding.rule.as_str(),
        "fingerprint": problem.fingerprint,
        "severity": severity,
        "location": { "path": location(row), "lines": { "begin": 1 } },
    })
}
