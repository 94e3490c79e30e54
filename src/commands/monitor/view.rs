//! What is printed: a line when it is ready, and one for each change.

use std::time::Duration;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Serialize;

use crate::context::Context;
use crate::failure::Failure;
use crate::health::Severity;
use crate::monitor::{Change, ChangeKind};
use crate::term::sanitize::clean_to;
use crate::term::{Line, Style};
use crate::view::{Column, Format, OutputOptions, Rows, span};

const SCHEMA: &str = "monitor.events/1";
const COLUMNS: &[Column<Event>] = &[];

/// Maximum columns of a text of a server.
const LONGEST: usize = 400;

/// A line of `-o ndjson`.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub(super) enum Event {
    /// The rounds begin.
    Ready {
        /// Where the metrics are.
        url: Option<String>,
        /// Seconds between two rounds.
        every_seconds: f64,
    },
    /// A change.
    Change(Change),
}

/// Prints each as soon as it happens.
pub(super) struct Printer<'a> {
    ctx: &'a Context,
    rows: Option<Rows<'a, Event>>,
}

impl<'a> Printer<'a> {
    /// # Errors
    /// The options for output contradict each other.
    pub(super) fn new(ctx: &'a Context, options: &'a OutputOptions) -> Result<Self, Failure> {
        let rows = match ctx.out.format() {
            Format::Table => None,
            _ => Some(Rows::new(&ctx.term, options, SCHEMA, COLUMNS, "")?),
        };
        Ok(Self { ctx, rows })
    }

    /// Prints where the metrics are: on stderr for people.
    pub(super) fn ready(&mut self, url: Option<String>, every: Duration) -> Result<(), Failure> {
        let line = Line::new().good("ready");
        let line = match &url {
            Some(url) => line.text(": metrics at ").path(url.as_str()),
            None => line,
        };
        self.ctx.term.status(line.text(format!(", a round every {} (Ctrl-C ends it)", span(every))));
        let Some(rows) = &mut self.rows else { return Ok(()) };
        rows.push(Event::Ready { url, every_seconds: every.as_secs_f64() })?;
        rows.flush()
    }

    /// Prints a change.
    pub(super) fn change(&mut self, change: &Change) -> Result<(), Failure> {
        if let Some(rows) = &mut self.rows {
            rows.push(Event::Change(change.clone()))?;
            return rows.flush();
        }
        let text = line(change, &self.ctx.out.zone).render(self.ctx.term.color_stdout()) + "\n";
        self.ctx.term.data(|out| out.write_all(text.as_bytes()))?;
        Ok(self.ctx.term.flush()?)
    }
}

/// One line: time, what it is now, whose, what it was, why, and what to type.
fn line(change: &Change, zone: &TimeZone) -> Line {
    let (word, style) = match (change.event, change.to) {
        (ChangeKind::Flapping, _) => ("flapping", Style::Caution),
        (ChangeKind::Gone, _) | (_, None) => ("gone", Style::Caution),
        (_, Some(severity)) => (severity.as_str(), style(severity)),
    };
    let at: Timestamp = change.at;
    let time = at.to_zoned_datetime(zone.clone()).strftime("%Y-%m-%d %H:%M:%S").to_string();
    let line = Line::new().muted(time).text("  ").styled(style, format!("{word:<10}"));
    let line = match (&change.connection, &change.connection_id) {
        (Some(name), Some(id)) if name == id => line.id(clean_to(id, LONGEST)),
        (Some(name), Some(id)) => line.name(clean_to(name, LONGEST)).text(" (").id(clean_to(id, LONGEST)).text(")"),
        _ => line.name("the account"),
    };
    let line = match (change.event, change.from) {
        (ChangeKind::Steady, _) => line.text(", steady again"),
        (_, Some(from)) => line.text(format!(", before {}", from.as_str())),
        (_, None) => line,
    };
    let line = match (&change.rule, &change.reason) {
        (Some(rule), Some(reason)) => line.muted(format!("  {}: ", rule.as_str())).text(clean_to(reason, LONGEST)),
        _ => line,
    };
    match &change.remedy {
        Some(remedy) => line.muted("  next: ").remedy(remedy),
        None => line,
    }
}

fn style(severity: Severity) -> Style {
    match severity {
        Severity::Ok => Style::Good,
        Severity::Warning => Style::Caution,
        Severity::Unknown | Severity::Critical => Style::Bad,
    }
}
