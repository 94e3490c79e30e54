//! The table and JSON of a probe.

use std::borrow::Cow;
use std::time::Duration;

use jiff::Timestamp;
use serde::Serialize;

use super::parts::{FEWEST_BEFORE, Part, PartReport, Verdict};
use crate::commands::metrics::view::precise;
use crate::exchange::IMPOSSIBLE;
use crate::term::{Line, Style};
use crate::view::{Cell, Column, Columns, Grid, Items, Look, Page, View, counted};

/// What was measured.
#[derive(Serialize)]
pub(super) struct ProbeAnswer {
    pub(super) server: String,
    pub(super) method: &'static str,
    pub(super) path: String,
    pub(super) connection_id: Option<String>,
    pub(super) connection: Option<String>,
    pub(super) from: Timestamp,
    pub(super) to: Timestamp,
    /// Number of requests that were answered with a success.
    pub(super) samples: usize,
    /// Number of the others.
    pub(super) failed: usize,
    /// Why the last of those failed.
    pub(super) failure: Option<String>,
    /// Number of samples whose reported times cannot be.
    pub(super) clock_trouble: usize,
    /// The earlier samples.
    pub(super) history: Option<History>,
    #[serde(skip)]
    pub(super) keeps_history: bool,
    /// The parts that became slower.
    pub(super) slower: Vec<Part>,
    pub(super) parts: Vec<PartReport>,
}

/// Earlier samples of the same.
#[derive(Serialize)]
pub(super) struct History {
    pub(super) samples: usize,
    pub(super) from: Timestamp,
    pub(super) to: Timestamp,
}

fn time(value: Option<Duration>) -> Cell<'static> {
    let unknown = || Cell::muted("unknown").machine("");
    value.map_or_else(unknown, |time| Cell::text(precise(time)).machine((time.as_secs_f64() * 1000.0).to_string()))
}

const COLUMNS: &[Column<PartReport>] = &[
    Column::new("part", "PART", |row: &PartReport, _| {
        let name = row.part.as_str();
        let text = if row.part.is_waiting() { Cow::Owned(format!("- {name}")) } else { Cow::Borrowed(name) };
        Cell::text(text).machine(name)
    })
    .essential(),
    Column::new("samples", "SAMPLES", |row: &PartReport, _| Cell::count(row.samples as u64)).right().extra(),
    Column::new("min_ms", "MIN", |row: &PartReport, _| time(row.min)).right().minor(),
    Column::new("median_ms", "MEDIAN", |row: &PartReport, _| time(row.median)).right().essential(),
    Column::new("p95_ms", "P95", |row: &PartReport, _| time(row.p95)).right(),
    Column::new("max_ms", "MAX", |row: &PartReport, _| time(row.max)).right().minor(),
    Column::new("before_median_ms", "BEFORE", |row: &PartReport, _| match row.before {
        None => Cell::empty(),
        before => time(before),
    })
    .right(),
    Column::new("before_samples", "BEFORE SAMPLES", |row: &PartReport, _| Cell::count(row.before_samples as u64))
        .right()
        .extra(),
    Column::new("ratio", "RATIO", |row: &PartReport, _| {
        Cell::maybe(row.ratio, |ratio| Cell::text(format!("{ratio:.1}x")).machine(ratio.to_string()))
    })
    .right(),
    Column::new("verdict", "VERDICT", |row: &PartReport, _| match row.verdict {
        Some(Verdict::Slower) => Cell::bad("slower"),
        Some(Verdict::Faster) => Cell::good("faster"),
        Some(Verdict::Unchanged) => Cell::text("unchanged"),
        None => Cell::empty(),
    })
    .essential(),
    Column::new("unknown", "UNKNOWN", |row: &PartReport, _| Cell::maybe(row.unknown, Cell::text)).extra(),
];

impl ProbeAnswer {
    /// Returns the sentence about the history.
    fn verdict(&self, look: &Look) -> Line {
        let Some(history) = &self.history else {
            let none = if self.keeps_history { "no history yet" } else { "no history: the journal is off" };
            return Line::new().muted(format!("{none}; a comparison needs {FEWEST_BEFORE} earlier samples"));
        };
        let earlier =
            format!("{} since {}", counted(history.samples as u64, "earlier sample"), look.when(history.from));
        if self.parts.iter().all(|part| part.verdict.is_none()) {
            let need = format!("not compared: {earlier}; it takes 5 samples and {FEWEST_BEFORE} earlier ones");
            return Line::new().muted(need);
        }
        let slower: Vec<String> = self.parts.iter().filter(|part| part.is_slower()).filter_map(Self::change).collect();
        if slower.is_empty() {
            return Line::new().good("no part is slower than before").text(format!(" ({earlier})"));
        }
        Line::new().styled(Style::Bad, "slower than before: ").text(slower.join(", ")).text(format!(" ({earlier})"))
    }

    fn change(part: &PartReport) -> Option<String> {
        let times = part.ratio.map(|ratio| format!(" {ratio:.1}x")).unwrap_or_default();
        Some(format!("{}{times}, {} instead of {}", part.part.as_str(), precise(part.median?), precise(part.before?)))
    }
}

impl View for ProbeAnswer {
    const SCHEMA: &'static str = "metrics.probe/1";
    const ITEMS: Items = Items::Under("parts");

    fn human(&self, page: &mut Page<'_>) {
        let look = page.look().clone();
        let samples = counted(self.samples as u64, "sample");
        let of = self.connection.as_ref().or(self.connection_id.as_ref());
        let of = of.map(|name| format!(" with the token of {name}")).unwrap_or_default();
        let Self { method, path, server, .. } = self;
        page.line(
            Line::new().muted(format!("{method} {path} at {server}{of}: {samples}, each with its own connection")),
        );
        page.blank();
        page.grid();
        page.blank();
        let mut reasons: Vec<(&str, Vec<&str>)> = Vec::new();
        for part in &self.parts {
            let Some(why) = part.unknown else { continue };
            match reasons.iter_mut().find(|(known, _)| *known == why) {
                Some((_, parts)) => parts.push(part.part.as_str()),
                None => reasons.push((why, vec![part.part.as_str()])),
            }
        }
        for (why, parts) in reasons {
            page.line(Line::new().muted(format!("unknown: {}: {why}", parts.join(", "))));
        }
        if self.clock_trouble > 0 {
            let of = counted(self.clock_trouble as u64, "sample");
            page.line(Line::new().bad(format!("{of} with clock trouble: {IMPOSSIBLE}")));
        }
        if let Some(failure) = &self.failure {
            page.line(
                Line::new()
                    .bad(format!("{} failed; the last: ", counted(self.failed as u64, "more request")))
                    .text(failure.as_str()),
            );
        }
        page.line(self.verdict(&look));
    }

    fn columns() -> Columns {
        Columns::of(COLUMNS)
    }

    fn table<'a>(&'a self, look: &'a Look) -> Option<Grid<'a>> {
        Some(Grid::of(&self.parts, COLUMNS, look))
    }
}
