//! A report as SARIF 2.1.0 (OASIS), which code scanning of GitHub and editors read.
//!
//! Not well and could not ask are results of level `error`; what could not be asked also makes the run one that was not
//! successful. An accepted finding is a result that is suppressed.

use serde_json::{Value, json};

use super::check::{Finding, Rule, Severity};
use super::identity::{Problem, location, problems};
use super::report::Report;
use super::text::visible;
use crate::exit::Exit;

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/// Maximum number of results: GitHub refuses a run with more.
const MOST: usize = 25_000;

/// Returns the document of a check that ends with `exit`.
pub fn sarif(report: &Report, exit: Exit) -> String {
    let all = problems(report);
    let results: Vec<Value> = all.iter().take(MOST).map(result).collect();
    let mut notes = Vec::new();
    if let Some(more @ 1..) = all.len().checked_sub(MOST) {
        notes.push(json!({ "level": "warning", "message": { "text": format!("{more} more findings are left out") } }));
    }
    let document = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "makini",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": Rule::ALL.map(rule),
            } },
            "automationDetails": { "id": "makini-check/" },
            "invocations": [{
                "executionSuccessful": report.rows().all(|row| row.finding.severity != Severity::Unknown),
                "exitCode": exit.code(),
                "exitCodeDescription": exit.meaning(),
                "startTimeUtc": report.checked_at.to_string(),
                "toolExecutionNotifications": notes,
            }],
            "results": results,
        }],
    });
    format!("{document:#}\n")
}

fn rule(rule: Rule) -> Value {
    let (meaning, advice) = (rule.meaning(), rule.advice());
    json!({
        "id": rule.as_str(),
        "shortDescription": { "text": meaning },
        "fullDescription": { "text": meaning },
        "help": { "text": format!("{meaning} {advice}"), "markdown": format!("{meaning}\n\n{advice}") },
        "defaultConfiguration": { "level": "error" },
    })
}

fn result(problem: &Problem<'_>) -> Value {
    let (row, finding) = (problem.row, problem.row.finding);
    let level = match problem.severity {
        Severity::Ok => "note",
        Severity::Warning => "warning",
        Severity::Unknown | Severity::Critical => "error",
    };
    let next = finding.remedy.iter().map(|remedy| format!("\nnext: {}", visible(remedy)));
    let text = [visible(row.name), ": ".into(), visible(&finding.reason)].into_iter().chain(next);
    let mut logical = json!({ "name": visible(row.name), "kind": "resource" });
    if !row.id.is_empty() {
        logical["fullyQualifiedName"] = visible(row.id).into();
    }
    let mut result = json!({
        "ruleId": finding.rule.as_str(),
        "ruleIndex": Rule::ALL.iter().position(|rule| *rule == finding.rule),
        "level": level,
        "message": { "text": literal(&text.collect::<String>()) },
        "locations": [{
            "physicalLocation": { "artifactLocation": { "uri": location(row) }, "region": { "startLine": 1 } },
            "logicalLocations": [logical],
        }],
        // GitHub goes by the first.
        "partialFingerprints": {
            "primaryLocationLineHash": format!("{}:1", problem.fingerprint),
            "makiniFinding/v1": problem.fingerprint,
        },
        "properties": properties(finding, problem.severity),
    });
    if finding.is_accepted() {
        let because = finding.evidence.get("accepted_because").and_then(Value::as_str).unwrap_or_default();
        result["suppressions"] = json!([{ "kind": "external", "justification": visible(because) }]);
    }
    result
}

fn properties(finding: &Finding, severity: Severity) -> Value {
    json!({
        "severity": severity.as_str(),
        "request_id": finding.request_id.as_deref().map(visible),
        "remedy": finding.remedy.as_deref().map(visible),
    })
}

/// Returns a text in which nothing is a link (§3.11.6) or a placeholder (§3.11.5).
fn literal(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '[' | ']' | '\\' => out.extend(['\\', c]),
            '{' | '}' => out.extend([c, c]),
            c => out.push(c),
        }
    }
    out
}
