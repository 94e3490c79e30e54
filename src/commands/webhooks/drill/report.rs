//! The findings as `JUnit` XML.

use std::time::Duration;

use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use super::Drilled;
use crate::drill::{Finding, Outcome};
use crate::health::legal;

/// Returns the document.
pub(super) fn junit(drilled: &Drilled) -> String {
    let mut suite = TestSuite::new(legal(&drilled.url));
    suite.add_test_cases(drilled.cases.iter().map(case));
    let mut document = Report::new("makini webhooks drill");
    document.add_test_suite(suite);
    document.to_string().expect("writing to memory does not fail")
}

fn case(finding: &Finding) -> TestCase {
    let message = legal(finding.message.as_deref().unwrap_or_default());
    let status = match finding.outcome {
        Outcome::Passed => TestCaseStatus::success(),
        Outcome::Skipped => {
            let mut status = TestCaseStatus::skipped();
            status.set_message(message);
            status
        }
        Outcome::Failed => {
            let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
            status.set_message(message);
            status.set_type(finding.case);
            let remedy = finding.remedy.unwrap_or_default();
            status.set_description(format!("expected: {}\nchange: {remedy}", finding.expected));
            status
        }
    };
    let mut case = TestCase::new(format!("{}: {}", finding.case, finding.title), status);
    case.set_classname("makini.webhooks.drill");
    if let Some(millis) = finding.millis {
        case.set_time(Duration::from_millis(millis));
    }
    case
}
