//! The findings as reports.

use std::time::Duration;

use super::Drilled;
use crate::args::reporting::{ReportFormat, Reportable};
use crate::drill::{Finding, Outcome};
use crate::junit::{self, Case, Document, Suite};

impl Reportable for Drilled {
    /// The one report that it has.
    fn document(&self, _: ReportFormat) -> String {
        let suite = Suite { name: self.url.clone(), cases: self.cases.iter().map(case).collect() };
        Document { name: "makini webhooks drill".into(), suites: vec![suite] }.xml()
    }

    /// A drill has no annotations.
    fn annotations(&self) -> String {
        String::new()
    }

    fn summary(&self) -> String {
        String::new()
    }
}

fn case(finding: &Finding) -> Case {
    let message = finding.message.clone().unwrap_or_default();
    let (outcome, text) = match finding.outcome {
        Outcome::Passed => (junit::Outcome::Passed, String::new()),
        Outcome::Skipped => (junit::Outcome::Skipped { message }, String::new()),
        Outcome::Failed => {
            let remedy = finding.remedy.unwrap_or_default();
            let text = format!("expected: {}\nchange: {remedy}", finding.expected);
            (junit::Outcome::Failed { message, kind: finding.case }, text)
        }
    };
    Case {
        name: format!("{}: {}", finding.case, finding.title),
        class: "makini.webhooks.drill".into(),
        time: Duration::from_millis(finding.millis.unwrap_or_default()),
        outcome,
        text,
    }
}
