//! A report as one page of HTML, for people: no script, nothing from the network, dark and light, and for paper.

use std::fmt::Write;

use serde_json::Value;

use super::check::{Finding, Rule, Severity};
use super::identity::problems;
use super::junit::WHOLE;
use super::report::{Report, Row};
use super::text::visible;
use crate::exit::Exit;
use crate::html;

const STYLE: &str = include_str!("html.css");
/// Why writing cannot fail.
const MEMORY: &str = "writing to memory does not fail";

/// Returns the page of a check that ends with `exit`: what is not well, the worst first, then what was accepted, then the
/// connections that are well.
pub fn html(report: &Report, exit: Exit) -> String {
    let result = exit.name().to_ascii_lowercase();
    let mut page = String::new();
    let counts = Severity::ALL.into_iter().rev().filter_map(|severity| {
        let (count, word) = (report.count(severity), severity.as_str());
        (count > 0).then(|| format!("<span class=\"{word}\">{count} {word}</span>"))
    });
    let counts: Vec<_> = counts.collect();
    let all = report.connections.len();
    let plural = if all == 1 { "" } else { "s" };
    let colon = if counts.is_empty() { "" } else { ": " };
    writeln!(
        page,
        "<p>{all} connection{plural}{colon}{}<small>checked at {} · exit code {}: {}</small></p>",
        counts.join(", "),
        report.checked_at,
        exit.code(),
        text(exit.meaning())
    )
    .expect(MEMORY);
    page.push_str(
        "<table>\n<caption>What is not well comes first.</caption>\n<thead><tr><th scope=\"col\">Verdict</th>\
         <th scope=\"col\">Connection</th><th scope=\"col\">Rule</th><th scope=\"col\">Reason</th>\
         <th scope=\"col\">Since</th><th scope=\"col\">Next command</th></tr></thead>\n<tbody>\n",
    );
    for problem in problems(report) {
        let (finding, word) = (problem.row.finding, problem.severity.as_str());
        let note = if finding.is_accepted() { "<small>accepted</small>" } else { "" };
        row(&mut page, &format!("<span class=\"{word}\">{word}</span>{note}"), problem.row, &text(&finding.reason));
    }
    for connection in report.connections.iter().filter(|row| row.severity() == Severity::Ok) {
        let facts = connection.findings.iter().filter(|finding| !finding.is_accepted());
        let facts: Vec<_> = facts.map(|finding| text(&finding.reason)).collect();
        if let (Some(finding), false) = (connection.findings.first(), facts.is_empty()) {
            let of = Row { name: &connection.name, id: &connection.id, finding };
            row(&mut page, "<span class=\"ok\">ok</span>", of, &facts.join("; "));
        }
    }
    page.push_str("</tbody>\n</table>\n");
    html::page(&format!("{WHOLE}: {result}"), STYLE, &page)
}

fn row(page: &mut String, verdict: &str, row: Row<'_>, reason: &str) {
    let finding = row.finding;
    // One that is well is about all its rules.
    let is_one = finding.severity != Severity::Ok || finding.is_accepted();
    let small = |label: &str, value: &str| format!("<small>{label}{}</small>", text(value));
    let id = if row.id.is_empty() || row.id == row.name { String::new() } else { small("", row.id) };
    let request = finding.request_id.as_deref().filter(|_| is_one).map(|id| small("request ", id)).unwrap_or_default();
    let since = since(finding).filter(|_| is_one).map(text).unwrap_or_default();
    let next = finding.remedy.as_deref().filter(|_| is_one).map(|next| format!("<code>{}</code>", text(next)));
    writeln!(
        page,
        "<tr><td class=\"verdict\">{verdict}</td><th scope=\"row\">{}{id}</th><td>{}</td><td>{reason}{request}</td>\
         <td>{since}</td><td>{}</td></tr>",
        if row.name.is_empty() { "(no name)".into() } else { text(row.name) },
        if is_one { finding.rule.as_str() } else { "" },
        next.unwrap_or_default()
    )
    .expect(MEMORY);
}

/// Returns since when it is so, as far as the evidence shows it.
fn since(finding: &Finding) -> Option<&str> {
    let keys: &[&str] = match finding.rule {
        Rule::Status => &["updated_at"],
        Rule::Health | Rule::SyncResult => &["at"],
        Rule::SyncAge => &["last_sync_at", "connected_at"],
        Rule::Token => &["token_expires_at"],
        Rule::Regression => &["since"],
        Rule::Reach | Rule::ErrorRate | Rule::Latency | Rule::Deliveries | Rule::Credits | Rule::Count => &[],
        Rule::Events => &["oldest_pending_at"],
    };
    keys.iter().find_map(|key| finding.evidence.get(*key).and_then(Value::as_str))
}

/// Returns a text of a server, bounded.
fn text(text: &str) -> String {
    html::foreign(&visible(text))
}
