//! The table and JSON of metrics.

use std::collections::HashMap;
use std::time::Duration;

use jiff::Timestamp;
use serde::Serialize;

use super::{By, Source};
use crate::api::connections::Connection;
use crate::api::lenient::timestamp;
use crate::api::metrics::MetricGroup;
use crate::api::requests::RequestKind;
use crate::exchange::IMPOSSIBLE;
use crate::term::Line;
use crate::view::{Cell, Columns, Grid, Head, Items, Look, Page, View, count, counted, span};

/// The answer.
#[derive(Serialize)]
pub(super) struct MetricsAnswer {
    /// `server` or `journal`.
    pub(super) source: Source,
    pub(super) from: Timestamp,
    pub(super) to: Timestamp,
    pub(super) bucket_seconds: Option<u64>,
    /// The kinds of requests that are counted.
    pub(super) kinds: Vec<RequestKind>,
    pub(super) by: Vec<By>,
    /// The only connection, if one was named.
    pub(super) connection_id: Option<String>,
    pub(super) total: MetricGroup,
    /// Number of requests of the journal for which the server reports more time than there was; a source time that
    /// cannot be is left out.
    pub(super) clock_trouble: Option<u64>,
    pub(super) groups: Vec<Group>,
}

/// A group with the name of its connection.
#[derive(Serialize)]
pub(super) struct Group {
    #[serde(skip_serializing_if = "Option::is_none")]
    connection: Option<String>,
    #[serde(flatten)]
    figures: MetricGroup,
}

impl Group {
    pub(super) fn new(figures: MetricGroup) -> Self {
        Self { connection: None, figures }
    }
}

impl MetricsAnswer {
    /// Returns whether names would be shown.
    pub(super) fn wants_names(&self) -> bool {
        self.groups.iter().any(|group| group.figures.connection_id.is_some())
    }

    /// Gives the groups the names of their connections.
    pub(super) fn name(&mut self, connections: &[Connection]) {
        let names: HashMap<&str, &str> =
            connections.iter().filter_map(|row| Some((row.id(), row.name.as_deref()?))).collect();
        for group in &mut self.groups {
            let id = group.figures.connection_id.as_deref();
            group.connection = id.and_then(|id| names.get(id)).map(|name| (*name).to_owned());
        }
    }
}

/// Returns milliseconds as a duration for people, and as they came for programs.
fn millis<'a>(value: Option<f64>) -> Cell<'a> {
    let time = |ms: f64| Duration::try_from_secs_f64(ms / 1000.0).ok();
    Cell::maybe(value.filter(|ms| ms.is_finite()), |ms| {
        Cell::text(time(ms).map_or_else(|| ms.to_string(), precise)).machine(ms.to_string())
    })
}

/// Returns a short time with one decimal, a longer one as usual.
fn precise(time: Duration) -> String {
    if time < Duration::from_secs(1) { format!("{:.1} ms", time.as_secs_f64() * 1000.0) } else { span(time) }
}

fn rate<'a>(value: Option<f64>) -> Cell<'a> {
    Cell::maybe(value, |rate| {
        let text = format!("{:.1} %", rate * 100.0);
        let cell = if rate > 0.0 { Cell::bad(text) } else { Cell::text(text) };
        cell.machine(rate.to_string())
    })
}

fn throughput(value: f64) -> String {
    let units = [(1.0, "s"), (60.0, "min"), (3600.0, "h")];
    let (scale, unit) = units.into_iter().find(|(scale, _)| value * scale >= 1.0).unwrap_or(units[2]);
    format!("{:.1}/{unit}", value * scale)
}

impl View for MetricsAnswer {
    const SCHEMA: &'static str = "metrics/1";
    const ITEMS: Items = Items::Under("groups");

    fn human(&self, page: &mut Page<'_>) {
        let look = page.look().clone();
        let from = match self.source {
            Source::Journal | Source::Auto => "from the journal: the requests that this machine made",
            Source::Server => "from the server: requests of the account and of its syncs",
        };
        page.line(Line::new().muted(format!("{} to {}, {from}", look.when(self.from), look.when(self.to))));
        let kinds: Vec<_> = self.kinds.iter().map(|kind| kind.as_str()).collect();
        page.line(Line::new().muted(format!("counted: {}", kinds.join(", "))));
        if !self.by.is_empty() || self.bucket_seconds.is_some() {
            page.blank();
            page.grid();
            page.blank();
        }
        page.line(self.sum());
        if let Some(many) = self.clock_trouble.filter(|many| *many > 0) {
            let of = counted(many, "request");
            page.line(Line::new().bad(format!("{of} with clock trouble: {IMPOSSIBLE}")));
        }
    }

    fn columns() -> Columns {
        Columns::Late
    }

    fn table<'a>(&'a self, look: &'a Look) -> Option<Grid<'a>> {
        let has = |by| self.by.contains(&by);
        let mut heads = Vec::new();
        if self.bucket_seconds.is_some() {
            heads.push(Head::new("bucket", "FROM"));
        }
        if has(By::Connection) {
            heads.push(Head::new("connection", "CONNECTION").essential());
            heads.push(Head::new("connection_id", "ID").minor());
        }
        if has(By::Endpoint) {
            heads.push(Head::new("endpoint", "ENDPOINT").essential());
        }
        if has(By::Kind) {
            heads.push(Head::new("kind", "KIND").essential());
        }
        let numbers = [
            ("requests", "REQUESTS"),
            ("errors", "FAILED"),
            ("error_rate", "RATE"),
            ("mean_ms", "MEAN"),
            ("p50_ms", "P50"),
            ("p95_ms", "P95"),
            ("p99_ms", "P99"),
            ("max_ms", "MAX"),
            ("source_mean_ms", "SOURCE MEAN"),
            ("throughput", "THROUGHPUT"),
        ];
        heads.extend(numbers.map(|(key, heading)| {
            let head = Head::new(key, heading).right();
            match key {
                "requests" | "errors" | "p95_ms" => head.essential(),
                "mean_ms" | "max_ms" | "source_mean_ms" | "throughput" => head.minor(),
                _ => head,
            }
        }));
        let keys: Vec<String> = heads.iter().map(|head| head.key.to_string()).collect();
        let grid = Grid::new(heads, self.groups.len(), move |row, column| self.groups[row].cell(&keys[column], look));
        Some(grid.empty("No requests in this time."))
    }
}

impl Group {
    fn cell(&self, key: &str, look: &Look) -> Cell<'_> {
        let figures = &self.figures;
        match key {
            "bucket" => Cell::maybe(figures.bucket.as_deref(), |start| match timestamp(start) {
                Some(at) => Cell::text(look.when(at)).machine(at.to_string()),
                None => Cell::text(start),
            }),
            "connection" => match (&self.connection, &figures.connection_id) {
                (Some(name), _) => Cell::name(name.as_str()),
                (None, Some(_)) => Cell::empty(),
                (None, None) => Cell::muted("(none)").machine(""),
            },
            "connection_id" => Cell::maybe(figures.connection_id.as_deref(), Cell::id),
            "endpoint" => Cell::maybe(figures.endpoint.as_deref(), Cell::text),
            "kind" => Cell::maybe(figures.kind.as_deref(), Cell::text),
            "requests" => Cell::maybe(figures.requests, Cell::count),
            "errors" => Cell::maybe(figures.errors, Cell::count),
            "error_rate" => rate(figures.error_rate),
            "mean_ms" => millis(figures.mean_ms),
            "p50_ms" => millis(figures.p50_ms),
            "p95_ms" => millis(figures.p95_ms),
            "p99_ms" => millis(figures.p99_ms),
            "max_ms" => millis(figures.max_ms),
            "source_mean_ms" => millis(figures.source_mean_ms),
            _ => Cell::maybe(figures.throughput, |value| Cell::text(throughput(value)).machine(value.to_string())),
        }
    }
}

impl MetricsAnswer {
    /// Returns the figures of all of it in one line.
    fn sum(&self) -> Line {
        let total = &self.total;
        let requests = total.requests.unwrap_or_default();
        let line = Line::new().muted("total: ");
        if requests == 0 {
            return line.text("no requests in this time");
        }
        let errors = total.errors.unwrap_or_default();
        let rate = total.error_rate.map(|rate| format!(" ({:.1} %)", rate * 100.0)).unwrap_or_default();
        let failed = format!("{} failed{rate}", count(errors));
        let line = line.text(counted(requests, "request") + ", ");
        let line = if errors > 0 { line.bad(failed) } else { line.good(failed) };
        let times = [("mean", total.mean_ms), ("p50", total.p50_ms), ("p95", total.p95_ms), ("p99", total.p99_ms)];
        let times = times.iter().filter_map(|(name, ms)| {
            Some(format!(", {name} {}", precise(Duration::try_from_secs_f64((*ms)? / 1000.0).ok()?)))
        });
        let per = total.throughput.map(|value| format!(", {}", throughput(value))).unwrap_or_default();
        line.text(times.collect::<String>() + &per)
    }
}
