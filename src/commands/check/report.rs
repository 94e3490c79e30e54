//! The result of a check as reports.

use crate::args::reporting::Reportable;
use crate::exit::Exit;
use crate::health::{FailOn, Report, annotations, junit, summary};

/// A report, and what it means.
pub(super) struct CheckReport<'a> {
    pub(super) report: &'a Report,
    pub(super) fail_on: FailOn,
    pub(super) exit: Exit,
}

impl Reportable for CheckReport<'_> {
    fn junit(&self) -> String {
        junit(self.report, self.fail_on)
    }

    fn annotations(&self) -> String {
        annotations(self.report)
    }

    fn summary(&self) -> String {
        summary(self.report, &self.exit.name().to_ascii_lowercase())
    }
}
