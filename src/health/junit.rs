//! A report as `JUnit` XML, which GitLab, GitHub, Jenkins and others show.
//!
//! A suite is a connection and a case is a rule of it. The name of a case holds the connection's, because GitLab shows
//! that name only. Not well is a failure, not asked is an error, worth a look passes with its reason as output unless
//! warnings fail.

use std::fmt::Write;

use quick_junit::{NonSuccessKind, Report as Document, TestCase, TestCaseStatus, TestSuite};

use super::{FailOn, Finding, Report, Severity};

/// Name of the document, and of the suite for findings that belong to no single connection.
pub(super) const WHOLE: &str = "makini check";

/// Returns the document.
pub fn junit(report: &Report, fail_on: FailOn) -> String {
    let mut document = Document::new(WHOLE);
    if !report.overall.is_empty() {
        let mut suite = TestSuite::new(WHOLE);
        for finding in &report.overall {
            suite.add_test_case(case((WHOLE, "makini.check"), finding, fail_on));
        }
        document.add_test_suite(suite);
    }
    for connection in &report.connections {
        let mut suite = TestSuite::new(legal(&connection.name));
        suite.set_time(connection.took);
        // Two connections may have one name; the ID tells them apart.
        let class = format!("makini.check.{}", connection.id);
        for finding in &connection.findings {
            suite.add_test_case(case((&connection.name, &class), finding, fail_on));
        }
        document.add_test_suite(suite);
    }
    document.to_string().expect("writing to memory does not fail")
}

fn case((of, class): (&str, &str), finding: &Finding, fail_on: FailOn) -> TestCase {
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
    let mut case = TestCase::new(legal(&format!("{of}: {}", finding.rule.as_str())), status);
    case.set_classname(legal(class));
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
