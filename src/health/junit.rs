//! A report as `JUnit` XML.
//!
//! A suite is a connection and a case is a rule of it. The name of a case holds the connection's, because GitLab shows
//! that name only. Not well is a failure, not asked is an error, worth a look passes with its reason as output unless
//! warnings fail.

use std::fmt::Write;
use std::time::Duration;

use super::check::{Finding, Severity};
use super::report::{FailOn, Report};
use crate::junit::{Case, Document, Outcome, Suite};

/// Name of the document, and of the suite for findings that belong to no single connection.
pub(super) const WHOLE: &str = "makini check";

/// Returns the document.
pub fn junit(report: &Report, fail_on: FailOn) -> String {
    let mut suites = Vec::new();
    if !report.overall.is_empty() {
        suites.push(suite(WHOLE, "makini.check", &report.overall, Duration::ZERO, fail_on));
    }
    for connection in &report.connections {
        // Two connections may have one name; the ID tells them apart.
        let class = format!("makini.check.{}", connection.id);
        suites.push(suite(&connection.name, &class, &connection.findings, connection.took, fail_on));
    }
    Document { name: WHOLE.into(), suites }.xml()
}

fn suite(name: &str, class: &str, findings: &[Finding], took: Duration, fail_on: FailOn) -> Suite {
    // One query serves all rules of a connection: its time is the first one's, so that their sum is right.
    let times = std::iter::once(took).chain(std::iter::repeat(Duration::ZERO));
    let cases = findings.iter().zip(times).map(|(finding, time)| {
        let word = finding.severity.as_str();
        let message = finding.reason.clone();
        let outcome = match finding.severity {
            Severity::Critical => Outcome::Failed { message, kind: word },
            Severity::Warning if fail_on == FailOn::Warning => Outcome::Failed { message, kind: word },
            Severity::Unknown => Outcome::Error { message, kind: word },
            Severity::Ok | Severity::Warning => Outcome::Passed,
        };
        let text = match outcome {
            Outcome::Passed => format!("{word}: {}\n{}", finding.reason, details(finding)),
            _ => details(finding),
        };
        Case { name: format!("{name}: {}", finding.rule.as_str()), class: class.to_owned(), time, outcome, text }
    });
    Suite { name: name.to_owned(), cases: cases.collect() }
}

fn details(finding: &Finding) -> String {
    let mut text = String::new();
    for (name, value) in &finding.evidence {
        let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        writeln!(text, "{name}: {value}").expect("writing to memory does not fail");
    }
    for (name, value) in [("request", &finding.request_id), ("next", &finding.remedy)] {
        if let Some(value) = value {
            writeln!(text, "{name}: {value}").expect("writing to memory does not fail");
        }
    }
    text
}
