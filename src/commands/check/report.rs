//! The result of a check as reports.

use crate::args::reporting::{ReportFormat, Reportable};
use crate::exit::Exit;
use crate::health::{FailOn, Report, annotations, gitlab, html, junit, open_metrics, sarif, summary};

/// A report, and what it means.
pub(super) struct CheckReport<'a> {
    pub(super) report: &'a Report,
    pub(super) fail_on: FailOn,
    pub(super) exit: Exit,
}

impl Reportable for CheckReport<'_> {
    fn document(&self, format: ReportFormat) -> String {
        match format {
            ReportFormat::Junit => junit(self.report, self.fail_on),
            ReportFormat::Gitlab => gitlab(self.report),
            ReportFormat::Sarif => sarif(self.report, self.exit),
            ReportFormat::OpenMetrics => open_metrics(self.report, self.exit),
            ReportFormat::Html => html(self.report, self.exit),
        }
    }

    fn annotations(&self) -> String {
        annotations(self.report)
    }

    fn summary(&self) -> String {
        summary(self.report, &self.exit.name().to_ascii_lowercase())
    }
}
