//! The answer of a check: lines, table and JSON.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::exit::Exit;
use crate::health::{ConnectionReport, Finding, Report, Severity};
use crate::term::sanitize::{clean, width};
use crate::term::{Line, Style};
use crate::view::{Cell, Column, Columns, Grid, Items, Look, Page, View};

/// A report, and what it means for this invocation.
pub(super) struct CheckAnswer {
    report: Report,
    required: Option<usize>,
    exit: Exit,
    layout: Layout,
}

/// How people see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    /// A line per connection, and below it each problem and the next command.
    Lines,
    /// A table, for a pipe and for chosen columns.
    Table,
}

/// Where the reason of a connection begins, after the word and before its name: `critical  `.
const FIRST: usize = 11;

impl CheckAnswer {
    pub(super) fn new(report: Report, required: Option<usize>, exit: Exit, layout: Layout) -> Self {
        Self { report, required, exit, layout }
    }

    fn lines(&self, page: &mut Page<'_>) {
        let widest = self.report.connections.iter().map(|row| width(&clean(&row.name))).max().unwrap_or_default();
        let fits = |row: &ConnectionReport| FIRST + widest + width(&clean(&reason(row))) <= page.width();
        // Where a line does not fit, what belongs to a connection stands below its name.
        let is_wide = self.report.connections.iter().all(fits);
        let below = if is_wide { FIRST } else { 2 };
        for row in &self.report.connections {
            let word = row.severity().as_str();
            let name = clean(&row.name);
            let gap = " ".repeat(widest.saturating_sub(width(&name)) + 2);
            let line = Line::new().styled(style(row.severity()), format!("{word:<9}")).name(name);
            if is_wide {
                page.line(line.text(gap).text(reason(row)));
            } else {
                page.line(line);
                page.indented(below, reason(row));
            }
            for finding in row.findings.iter().filter(|finding| finding.severity != Severity::Ok) {
                let line = Line::new().muted(format!("{}: ", finding.rule.as_str())).text(finding.reason.clone());
                page.indented(
                    below,
                    match &finding.request_id {
                        Some(id) => line.text(", request ").id(id.clone()),
                        None => line,
                    },
                );
            }
            if let Some(remedy) = row.worst().and_then(|finding| finding.remedy.as_deref()) {
                page.indented(below, Line::new().muted("next: ").remedy(remedy));
            }
        }
    }

    pub(super) fn report(&self) -> &Report {
        &self.report
    }
}

/// A check without its connections: the last line of `-o ndjson`.
#[derive(Serialize)]
pub(super) struct Summary<'a> {
    /// Always `ended`.
    event: &'static str,
    result: String,
    exit_code: u8,
    required: Option<usize>,
    checked_at: jiff::Timestamp,
    severity: Severity,
    counts: serde_json::Map<String, serde_json::Value>,
    /// Those that belong to no single connection.
    findings: &'a [Finding],
    #[serde(skip)]
    exit: Exit,
}

impl<'a> Summary<'a> {
    pub(super) fn of(answer: &'a CheckAnswer) -> Self {
        let (report, exit) = (&answer.report, answer.exit);
        Self {
            event: "ended",
            result: exit.name().to_ascii_lowercase(),
            exit_code: exit.code(),
            required: answer.required,
            checked_at: report.checked_at,
            severity: report.severity(),
            counts: report.counts(),
            findings: &report.overall,
            exit,
        }
    }
}

impl View for Summary<'_> {
    const SCHEMA: &'static str = "checks.run/1";

    fn exit(&self) -> Exit {
        self.exit
    }
}

impl Serialize for CheckAnswer {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        let exit = self.exit();
        map.serialize_entry("result", &exit.name().to_ascii_lowercase())?;
        map.serialize_entry("exit_code", &exit.code())?;
        map.serialize_entry("required", &self.required)?;
        let report = serde_json::to_value(&self.report).map_err(serde::ser::Error::custom)?;
        for (name, value) in report.as_object().into_iter().flatten() {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

pub(super) const COLUMNS: &[Column<ConnectionReport>] = &[
    Column::new("severity", "RESULT", |row: &ConnectionReport, _| severity(row.severity())).essential(),
    Column::new("connection", "CONNECTION", |row: &ConnectionReport, _| Cell::name(row.name.as_str())).essential(),
    Column::new("connection_id", "ID", |row: &ConnectionReport, _| Cell::id(row.id.as_str())),
    Column::new("rule", "RULE", |row: &ConnectionReport, _| match row.worst() {
        Some(finding) if finding.severity != Severity::Ok => Cell::text(finding.rule.as_str()),
        _ => Cell::empty(),
    })
    .minor(),
    Column::new("reason", "REASON", |row: &ConnectionReport, _| Cell::text(reason(row))).essential(),
    Column::new("request_id", "REQUEST", |row: &ConnectionReport, _| {
        Cell::maybe(row.worst().and_then(|finding| finding.request_id.as_deref()), Cell::id)
    })
    .minor(),
    Column::new("remedy", "NEXT", |row: &ConnectionReport, _| {
        Cell::maybe(row.worst().and_then(|finding| finding.remedy.as_deref()), Cell::text)
    }),
    Column::new("took_ms", "TOOK", |row: &ConnectionReport, _| Cell::millis(Some(row.took))).right().extra(),
];

fn severity(severity: Severity) -> Cell<'static> {
    Cell::text(severity.as_str()).style(style(severity))
}

fn style(severity: Severity) -> Style {
    match severity {
        Severity::Ok => Style::Good,
        Severity::Warning => Style::Caution,
        Severity::Unknown | Severity::Critical => Style::Bad,
    }
}

/// Returns the worst reason, and how many more rules failed.
fn reason(row: &ConnectionReport) -> String {
    let Some(worst) = row.worst() else { return String::new() };
    if worst.severity == Severity::Ok {
        let facts: Vec<&str> = row.findings.iter().skip(1).map(|finding| finding.reason.as_str()).collect();
        return if facts.is_empty() { worst.reason.clone() } else { facts.join("; ") };
    }
    let others = row.findings.iter().filter(|finding| finding.severity != Severity::Ok).count() - 1;
    match others {
        0 => worst.reason.clone(),
        more => format!("{} (and {more} more)", worst.reason),
    }
}

impl View for CheckAnswer {
    const SCHEMA: &'static str = "checks.run/1";
    const ITEMS: Items = Items::Under("connections");

    fn human(&self, page: &mut Page<'_>) {
        match self.layout {
            // Why there are none stands below.
            _ if self.report.connections.is_empty() && !self.report.overall.is_empty() => {}
            Layout::Lines if self.report.connections.is_empty() => page.grid(),
            Layout::Lines => self.lines(page),
            Layout::Table => page.grid(),
        }
        if !self.report.connections.is_empty() {
            let counts = Severity::ALL.into_iter().rev().filter_map(|severity| {
                let count = self.report.count(severity);
                (count > 0).then(|| format!("{count} {}", severity.as_str()))
            });
            let all = self.report.connections.len();
            let plural = if all == 1 { "" } else { "s" };
            let text = format!("{all} connection{plural}: {}", counts.collect::<Vec<_>>().join(", "));
            let line = if self.exit() == Exit::Ok { Line::new().good(text) } else { Line::new().bad(text) };
            page.blank();
            page.line(line);
        }
        for finding in self.report.overall.iter().filter(|finding| finding.severity != Severity::Ok) {
            page.line(Line::new().bad(finding.reason.as_str()));
            if let Some(remedy) = &finding.remedy {
                page.line(Line::new().muted("next: ").remedy(remedy));
            }
        }
    }

    fn columns() -> Columns {
        Columns::of(COLUMNS)
    }

    fn table<'a>(&'a self, look: &'a Look) -> Option<Grid<'a>> {
        Some(Grid::of(&self.report.connections, COLUMNS, look).empty("There is no connection to check."))
    }

    fn exit(&self) -> Exit {
        self.exit
    }
}
