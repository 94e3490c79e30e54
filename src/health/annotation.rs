//! A report for GitHub Actions: annotations beside the run, and a table in the summary of the step.

use super::check::Severity;
use super::junit::WHOLE;
use super::report::{Report, Row};
use super::text::{LONGEST, cut};

/// Maximum number of annotations: GitHub shows no more of one step, and drops the rest without a word.
const MOST: usize = 10;
/// Maximum number of rows in the table: the summary of a step may hold 1 MiB.
const MOST_ROWS: usize = 200;

/// Returns the annotations, each ended by a line break: `::error title=…::…`. The worst come first; of more than ten the
/// last one counts the rest.
pub fn annotations(report: &Report) -> String {
    let findings = worst_first(report);
    let shown = if findings.len() > MOST { MOST - 1 } else { findings.len() };
    let (shown, rest) = findings.split_at(shown);
    let mut lines: String = shown
        .iter()
        .map(|Row { name: of, finding, .. }| {
            let request = finding.request_id.iter().map(|id| format!("\nrequest {id}"));
            let remedy = finding.remedy.iter().map(|remedy| format!("\n{remedy}"));
            let text: String = std::iter::once(finding.reason.clone()).chain(request).chain(remedy).collect();
            annotation(finding.severity, &format!("{of}: {}", finding.rule.as_str()), &text)
        })
        .collect();
    if let Some(Row { finding: worst, .. }) = rest.first() {
        let text = format!("{} more findings: {}; the summary of this step has them", rest.len(), counts(rest));
        lines.push_str(&annotation(worst.severity, WHOLE, &text));
    }
    lines
}

/// Returns one annotation, ended by a line break.
pub fn annotation(severity: Severity, title: &str, text: &str) -> String {
    let level = match severity {
        Severity::Ok => "notice",
        Severity::Warning => "warning",
        Severity::Unknown | Severity::Critical => "error",
    };
    format!("::{level} title={}::{}\n", property(title), data(text))
}

/// Returns the summary of the step, in Markdown: what the result is, and a table of what is not well.
pub fn summary(report: &Report, result: &str) -> String {
    let findings = worst_first(report);
    let all = report.connections.len();
    let plural = if all == 1 { "" } else { "s" };
    let counted = Severity::ALL.into_iter().rev().filter_map(|severity| {
        let count = report.count(severity);
        (count > 0).then(|| format!("{count} {}", severity.as_str()))
    });
    let counted: Vec<_> = counted.collect();
    let list = if counted.is_empty() { String::new() } else { format!(": {}", counted.join(", ")) };
    let mut text = format!("### {WHOLE}: {}\n\n{all} connection{plural}{list}\n", markdown(result));
    if let accepted @ 1.. = report.accepted() {
        text.push_str(&format!("\n{accepted} accepted:\n\n"));
        for Row { name, finding, .. } in report.rows().filter(|row| row.finding.is_accepted()).take(MOST_ROWS) {
            text.push_str(&format!("- {}: {}\n", markdown(name), markdown(&finding.reason)));
        }
    }
    if !findings.is_empty() {
        text.push_str("\n| Result | Connection | ID | Rule | Reason | Request | Next |\n");
        text.push_str("| --- | --- | --- | --- | --- | --- | --- |\n");
    }
    for Row { name, id, finding } in findings.iter().take(MOST_ROWS) {
        let cells = [
            finding.severity.as_str().to_owned(),
            markdown(name),
            markdown(id),
            finding.rule.as_str().to_owned(),
            markdown(&finding.reason),
            finding.request_id.as_deref().map(markdown).unwrap_or_default(),
            finding.remedy.as_deref().map(code).unwrap_or_default(),
        ];
        text.push_str(&format!("| {} |\n", cells.join(" | ")));
    }
    if let Some(rest @ [_, ..]) = findings.get(MOST_ROWS..) {
        text.push_str(&format!("\n{} more findings: {}\n", rest.len(), counts(rest)));
    }
    text.push('\n');
    text
}

/// Returns what is not well, the worst first, otherwise in the order of the report.
fn worst_first(report: &Report) -> Vec<Row<'_>> {
    let of = |severity: Severity| report.rows().filter(move |row| row.finding.severity == severity);
    Severity::ALL.into_iter().rev().filter(|severity| *severity != Severity::Ok).flat_map(of).collect()
}

fn counts(rows: &[Row<'_>]) -> String {
    let counted = Severity::ALL.into_iter().rev().filter_map(|severity| {
        let count = rows.iter().filter(|row| row.finding.severity == severity).count();
        (count > 0).then(|| format!("{count} {}", severity.as_str()))
    });
    counted.collect::<Vec<_>>().join(", ")
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

/// Returns a text in which nothing is markup: every mark is escaped, and it stays in one line.
pub fn markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in cut(text, LONGEST).chars() {
        match c {
            c if c.is_control() => out.push(if matches!(c, '\r' | '\n' | '\t') { ' ' } else { '\u{FFFD}' }),
            // These stand in IDs, dates and sentences, and are no marks within a line.
            '.' | ',' | '-' | '/' | '%' | '\'' | ';' | '=' | '?' => out.push(c),
            // Not by a backslash: an address would be a link all the same.
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            ':' => out.push_str("&#58;"),
            '@' => out.push_str("&#64;"),
            c if c.is_ascii_punctuation() => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

/// Returns a command as code, for a cell.
fn code(text: &str) -> String {
    let mut out = String::from("<code>");
    for c in cut(text, LONGEST).chars() {
        match c {
            c if c.is_control() => out.push(' '),
            c if c.is_ascii_alphanumeric() || " -._/=".contains(c) => out.push(c),
            c if c.is_ascii() => out.push_str(&format!("&#{};", u32::from(c))),
            c => out.push(c),
        }
    }
    out + "</code>"
}
