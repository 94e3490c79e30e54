//! A report as `JUnit` XML, which GitLab, GitHub, Jenkins and others show.
//!
//! A suite is a connection and a case is a rule of it. The name of a case holds the connection's, because GitLab shows
//! that name only. Not well is a failure, not asked is an error, worth a look passes with its reason as output unless
//! warnings fail.

use std::fmt::Write;

use quick_junit::{NonSuccessKind, Report as Document, TestCase, TestCaseStatus, TestSuite};

use super::{ConnectionReport, FailOn, Finding, Report, Severity};

/// Returns the document.
pub fn junit(report: &Report, fail_on: FailOn) -> String {
    let mut document = Document::new("makini check");
    for connection in &report.connections {
        let mut suite = TestSuite::new(legal(&connection.name));
        suite.set_time(connection.took);
        for finding in &connection.findings {
            suite.add_test_case(case(connection, finding, fail_on));
        }
        document.add_test_suite(suite);
    }
    document.to_string().expect("writing to memory does not fail")
}

fn case(connection: &ConnectionReport, finding: &Finding, fail_on: FailOn) -> TestCase {
    let kind = match finding.severity {
        Severity::Critical => Some(NonSuccessKind::Failure),
        Severity::Warning if fail_on == FailOn::Warning => Some(NonSuccessKind::Failure),
        Severity::Unknown => Some(NonSuccessKind::Error),
        Severity::Ok | Severity::Warning => None,
    };
    let status = kind.map_or_else(TestCaseStatus::success, |kind| {
        let mut status = TestCaseStatus::non_success(kind);
        status.set_type(finding.severity.as_str());
        status.set_message(legal(&finding.reason));
        status.set_description(legal(&details(finding)));
        status
    });
    let name = format!("{}: {}", connection.name, finding.rule.as_str());
    let mut case = TestCase::new(legal(&name), status);
    // Two connections may have one name; the ID tells them apart.
    case.set_classname(legal(&format!("makini.check.{}", connection.id)));
    if kind.is_none() {
        let word = finding.severity.as_str();
        case.set_system_out(legal(&format!("{word}: {}\n{}", finding.reason, details(finding))));
    }
    case
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

/// Replaces what XML 1.0 forbids even escaped. A replaced character is seen; a removed one is not.
pub fn legal(text: &str) -> String {
    let forbidden = |c: char| matches!(c, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{FFFE}' | '\u{FFFF}');
    text.chars().map(|c| if forbidden(c) { '\u{FFFD}' } else { c }).collect()
}
