//! A report as workflow commands of GitHub Actions, which appear beside the run.

use super::junit::WHOLE;
use super::{Report, Severity};

/// Returns one line a finding that is not well, each ended by a line break: `::error title=…::…`.
pub fn annotations(report: &Report) -> String {
    let mut lines = String::new();
    let of_connections = report
        .connections
        .iter()
        .flat_map(|connection| connection.findings.iter().map(move |finding| (connection.name.as_str(), finding)));
    for (of, finding) in report.overall.iter().map(|finding| (WHOLE, finding)).chain(of_connections) {
        let level = match finding.severity {
            Severity::Ok => continue,
            Severity::Warning => "warning",
            Severity::Unknown | Severity::Critical => "error",
        };
        let title = property(&format!("{of}: {}", finding.rule.as_str()));
        let mut text = finding.reason.clone();
        if let Some(id) = &finding.request_id {
            text.push_str(&format!("\nrequest {id}"));
        }
        if let Some(remedy) = &finding.remedy {
            text.push_str(&format!("\n{remedy}"));
        }
        lines.push_str(&format!("::{level} title={title}::{}\n", data(&text)));
    }
    lines
}

/// What would end the line, or begin another command, is written as the runner reads it.
fn data(text: &str) -> String {
    let safe: String =
        text.chars().map(|c| if c.is_control() && !matches!(c, '\r' | '\n') { '\u{FFFD}' } else { c }).collect();
    safe.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property also ends at a colon or a comma.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
