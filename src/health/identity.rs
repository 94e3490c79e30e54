//! What is the same about a finding in every run: by it a reader of reports tells new ones from those it has.

use std::collections::HashMap;

use sha2::{Digest as _, Sha256};

use super::check::Severity;
use super::report::{Report, Row};
use crate::hex;

/// Longest ID in a location, in bytes.
const LONGEST: usize = 100;

/// A finding that is not well, or would not be if it were not accepted.
pub(super) struct Problem<'a> {
    pub(super) row: Row<'a>,
    /// How bad it is, or would be.
    pub(super) severity: Severity,
    /// Hexadecimal digits that stay the same while the connection and the rule do.
    pub(super) fingerprint: String,
}

/// Returns what is to be reported, the worst first and the accepted last.
pub(super) fn problems(report: &Report) -> Vec<Problem<'_>> {
    let mut seen = HashMap::new();
    let mut all: Vec<_> = report
        .rows()
        .filter_map(|row| {
            let severity = row.finding.accepted_severity().unwrap_or(row.finding.severity);
            (severity != Severity::Ok).then(|| {
                let times: &mut u32 = seen.entry((row.id, row.finding.rule)).or_default();
                *times += 1;
                Problem { row, severity, fingerprint: fingerprint(row, *times) }
            })
        })
        .collect();
    all.sort_by_key(|problem| {
        let is_accepted = problem.row.finding.is_accepted();
        let rank = Severity::ALL.into_iter().rev().position(|severity| severity == problem.severity);
        (is_accepted, rank)
    });
    all
}

/// The reason is no part of it: it holds an age. `times` counts the findings of one rule for one connection.
fn fingerprint(row: Row<'_>, times: u32) -> String {
    let rule = row.finding.rule.as_str();
    digest(&if times > 1 { format!("{rule}\0{}\0{times}", row.id) } else { format!("{rule}\0{}", row.id) })
}

/// Returns the SHA-256 of a text, hexadecimal.
pub(super) fn digest(text: &str) -> String {
    hex::encode(&Sha256::digest(text.as_bytes()))
}

/// Returns where readers that know only files find a finding: a relative path that is a URI as well. There is no such
/// file.
pub(super) fn location(row: Row<'_>) -> String {
    if row.id.is_empty() {
        return "makini/check".into();
    }
    let mut path = String::from("makini/connections/");
    for (at, byte) in row.id.bytes().take(LONGEST).enumerate() {
        match byte {
            b'.' if at > 0 => path.push('.'),
            byte if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_') => path.push(char::from(byte)),
            byte => path.push_str(&format!("%{byte:02X}")),
        }
    }
    path
}
