//! A report for Nagios and compatible monitors.

use super::check::Severity;
use super::report::{FailOn, Report};
use super::text::cut;

/// Maximum number of connections named in the line.
const NAMED: usize = 3;

/// The state and the line of a Nagios plugin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nagios {
    /// The exit code: 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN.
    pub code: u8,
    /// The one line, with performance data after a bar.
    pub line: String,
}

impl Nagios {
    /// Returns the state of a report. Warnings have a code of their own here; with [`FailOn::Warning`] they are critical.
    pub fn of(report: &Report, fail_on: FailOn) -> Self {
        let (code, word) = match report.severity() {
            Severity::Ok => (0, "OK"),
            Severity::Warning if fail_on == FailOn::Critical => (1, "WARNING"),
            Severity::Warning | Severity::Critical => (2, "CRITICAL"),
            Severity::Unknown => (3, "UNKNOWN"),
        };
        let count = |severity| report.count(severity);
        let all = report.connections.len();
        let mut line = format!("MAKINI {word} - ");
        for finding in report.overall.iter().filter(|finding| finding.severity != Severity::Ok) {
            line.push_str(&format!("{}; ", plain(&finding.reason)));
        }
        line.push_str(&format!("{} of {all} connections are well", count(Severity::Ok)));
        if let accepted @ 1.. = report.accepted() {
            line.push_str(&format!(", {accepted} accepted finding{}", if accepted == 1 { "" } else { "s" }));
        }
        let not_well = || Severity::ALL.into_iter().rev().filter(|severity| *severity != Severity::Ok);
        let worst_first =
            not_well().flat_map(|severity| report.connections.iter().filter(move |c| c.severity() == severity));
        for connection in worst_first.clone().take(NAMED) {
            let reason = connection.worst().map_or("", |finding| &finding.reason);
            line.push_str(&format!("; {}: {}", plain(&connection.name), plain(reason)));
        }
        if let Some(more @ 1..) = worst_first.count().checked_sub(NAMED) {
            line.push_str(&format!("; and {more} more"));
        }
        line.push_str(&format!(" | connections={all};;;0"));
        for severity in Severity::ALL {
            line.push_str(&format!(" {}={};;;0;{all}", severity.as_str(), count(severity)));
        }
        Self { code, line }
    }
}

/// Longest text in the line, in characters: Nagios keeps 8 KiB of a line, and older versions 4.
const LONGEST: usize = 300;

/// Returns a text as it may stand in a line of Nagios: a bar begins the performance data and a line ends the output, so
/// foreign text may hold neither.
pub fn plain(text: &str) -> String {
    cut(text, LONGEST)
        .chars()
        .map(|c| {
            if c == '|' {
                '/'
            } else if c.is_control() {
                ' '
            } else {
                c
            }
        })
        .collect()
}
