//! The table and JSON of metrics.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use super::answer::{By, Group, MetricsAnswer, Source};
use super::charts::{Figure, Spans};
use super::compare::{TREND, trend_cell, verdicts};
use super::units::{Units, throughput};
use crate::api::connections::Connection;
use crate::api::lenient::timestamp;
use crate::api::metrics::CodeCount;
use crate::chart::sparkline;
use crate::exchange::IMPOSSIBLE;
use crate::term::Line;
use crate::view::{Cell, Columns, Grid, Head, Items, Look, Page, View, count, counted, span};

impl MetricsAnswer {
    /// Adds the p95 of each group over time, from an answer about the same groups in buckets.
    pub(super) fn add_bars(&mut self, over_time: &Self) {
        let Some(spans) = Spans::of(over_time) else { return };
        let runs = spans.values(over_time, Figure::P95);
        for group in &mut self.groups {
            let run = runs.iter().find(|run| run.group.is_some_and(|of| of.key() == group.key()));
            group.bars = run.map(|run| sparkline(&run.values));
        }
    }

    /// Returns whether groups have verdicts.
    fn is_judged(&self) -> bool {
        self.comparison.is_some() && self.bucket_seconds.is_none() && !self.by.iter().any(|by| by.is_time())
    }

    /// Returns how many groups there are, whatever the times.
    pub(super) fn names(&self) -> usize {
        self.groups.iter().map(Group::key).collect::<HashSet<_>>().len()
    }

    /// Returns where the figures are from, in words.
    pub(super) const fn origin(&self) -> &'static str {
        match self.source {
            Source::Journal | Source::Auto => "from the journal: the requests that this machine made",
            Source::Server => "from the server: requests of the account and of its syncs",
        }
    }

    /// Writes what the figures are about.
    pub(super) fn head(&self, page: &mut Page<'_>) {
        let look = page.look().clone();
        page.line(Line::new().muted(format!("{} to {}, {}", look.when(self.from), look.when(self.to), self.origin())));
        let kinds: Vec<_> = self.kinds.iter().map(|kind| kind.as_str()).collect();
        page.line(Line::new().muted(format!("counted: {}", kinds.join(", "))));
    }

    /// Writes the figures of all of it.
    pub(super) fn foot(&self, page: &mut Page<'_>) {
        page.line(self.sum());
        if let Some(line) = self.errors_by_code() {
            page.line(line);
        }
        let look = page.look().clone();
        for line in verdicts(self, &look) {
            page.line(line);
        }
        if let Some(until) = self.hourly_until {
            let text = format!(
                "before {}, hours are counted whole, at their start: the journal has only sums of them",
                look.when(until)
            );
            page.line(Line::new().muted(text));
        }
        if let Some(many) = self.clock_trouble.filter(|many| *many > 0) {
            let of = counted(many, "request");
            page.line(Line::new().bad(format!("{of} with clock trouble: {IMPOSSIBLE}")));
        }
    }

    /// Returns the figures of all of it in one line.
    pub(super) fn sum_text(&self) -> String {
        self.sum().render(false)
    }

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

/// Returns a short time with one decimal, a longer one as usual.
pub(super) fn precise(time: Duration) -> String {
    if time < Duration::from_secs(1) { format!("{:.1} ms", time.as_secs_f64() * 1000.0) } else { span(time) }
}

fn rate<'a>(value: Option<f64>) -> Cell<'a> {
    Cell::maybe(value, |rate| {
        let text = format!("{:.1} %", rate * 100.0);
        let cell = if rate > 0.0 { Cell::bad(text) } else { Cell::text(text) };
        cell.machine(rate.to_string())
    })
}

/// Returns the codes of errors with how many failed, the most frequent first.
fn codes(counts: &[CodeCount]) -> String {
    let code = |count: &CodeCount| Some(format!("{} {}", count.code.as_deref()?, self::count(count.errors?)));
    counts.iter().filter_map(code).collect::<Vec<_>>().join(", ")
}

impl View for MetricsAnswer {
    const SCHEMA: &'static str = "metrics/1";
    const ITEMS: Items = Items::Under("groups");

    fn human(&self, page: &mut Page<'_>) {
        self.head(page);
        if !self.by.is_empty() || self.bucket_seconds.is_some() {
            page.blank();
            page.grid();
            page.blank();
        }
        self.foot(page);
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
        let keys = [
            (By::System, "system", "SYSTEM"),
            (By::Endpoint, "endpoint", "ENDPOINT"),
            (By::Entity, "entity", "ENTITY"),
            (By::Kind, "kind", "KIND"),
            (By::Day, "day", "DAY"),
            (By::Weekday, "weekday", "WEEKDAY"),
            (By::Hour, "hour", "HOUR"),
        ];
        let keys = keys.into_iter().filter(|(by, ..)| has(*by));
        heads.extend(keys.map(|(_, key, heading)| Head::new(key, heading).essential()));
        let numbers = [
            ("requests", "REQUESTS"),
            ("errors", "FAILED"),
            ("error_rate", "RATE"),
            ("mean_ms", "MEAN"),
            ("p50_ms", "P50"),
            ("p90_ms", "P90"),
            ("p95_ms", "P95"),
            ("p99_ms", "P99"),
            ("max_ms", "MAX"),
            ("server_mean_ms", "SERVER MEAN"),
            ("source_mean_ms", "SOURCE MEAN"),
            ("network_mean_ms", "NETWORK MEAN"),
            ("throughput", "THROUGHPUT"),
        ];
        heads.extend(numbers.map(|(key, heading)| {
            let head = Head::new(key, heading).right();
            match key {
                "requests" | "errors" | "p95_ms" => head.essential(),
                "p50_ms" | "p99_ms" | "error_rate" => head,
                _ => head.minor(),
            }
        }));
        if self.groups.iter().any(|group| group.bars.is_some()) {
            heads.push(Head::new("p95_over_time", "P95 OVER TIME"));
        }
        if self.is_judged() {
            heads.push(Head::new("trend.verdict", "TREND").essential());
            heads.extend(TREND.map(|(key, heading)| Head::new(key, heading).minor()));
        }
        heads.push(Head::new("error_codes", "ERRORS BY CODE").minor());
        let keys: Vec<String> = heads.iter().map(|head| head.key.to_string()).collect();
        let units = Units::of(&self.groups);
        let cell = move |row: usize, column: usize| self.groups[row].cell(&keys[column], look, units);
        let grid = Grid::new(heads, self.groups.len(), cell);
        Some(grid.empty("No requests in this time."))
    }
}

impl Group {
    fn cell(&self, key: &str, look: &Look, units: Units) -> Cell<'_> {
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
            "system" => Cell::maybe(figures.system.as_deref(), Cell::text),
            "endpoint" => Cell::maybe(figures.endpoint.as_deref(), Cell::text),
            "entity" => Cell::maybe(figures.entity.as_deref(), Cell::text),
            "kind" => Cell::maybe(figures.kind.as_deref(), Cell::text),
            "day" => Cell::maybe(figures.day.as_deref(), Cell::text),
            "weekday" => Cell::maybe(figures.weekday.as_deref(), Cell::text),
            "hour" => Cell::maybe(figures.hour, |hour| Cell::number(format!("{hour:02}:00")).machine(hour.to_string())),
            "requests" => Cell::maybe(figures.requests, Cell::count),
            "errors" => Cell::maybe(figures.errors, Cell::count),
            "p95_over_time" => Cell::maybe(self.bars.as_deref(), |bars| Cell::number(bars).machine("")),
            "error_rate" => rate(figures.error_rate),
            "error_codes" => Cell::maybe(figures.error_codes.as_deref(), |counts| {
                let cell = if counts.is_empty() { Cell::empty() } else { Cell::text(codes(counts)) };
                cell.machine(serde_json::to_string(counts).unwrap_or_default())
            }),
            key if key.starts_with("trend.") => trend_cell(self.trend.as_ref(), key, look),
            "mean_ms" => units.millis(figures.mean_ms),
            "p50_ms" => units.millis(figures.p50_ms),
            "p90_ms" => units.millis(figures.p90_ms),
            "p95_ms" => units.millis(figures.p95_ms),
            "p99_ms" => units.millis(figures.p99_ms),
            "max_ms" => units.millis(figures.max_ms),
            "server_mean_ms" => units.millis(figures.server_mean_ms),
            "source_mean_ms" => units.millis(figures.source_mean_ms),
            "network_mean_ms" => units.millis(figures.network_mean_ms),
            _ => units.throughput(figures.throughput),
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
        let times = [
            ("mean", total.mean_ms),
            ("p50", total.p50_ms),
            ("p90", total.p90_ms),
            ("p95", total.p95_ms),
            ("p99", total.p99_ms),
        ];
        let times = times.iter().filter_map(|(name, ms)| {
            Some(format!(", {name} {}", precise(Duration::try_from_secs_f64((*ms)? / 1000.0).ok()?)))
        });
        let per = total.throughput.map(|value| format!(", {}", throughput(value))).unwrap_or_default();
        line.text(times.collect::<String>() + &per)
    }

    /// Returns the codes of all errors, if there are errors.
    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
    fn errors_by_code(&self) -> Option<Line> {
        let requests = self.total.requests.filter(|requests| *requests > 0)?;
        let counts = self.total.error_codes.as_deref().filter(|counts| !counts.is_empty())?;
        let code = |count: &CodeCount| {
            let (code, errors) = (count.code.as_deref()?, count.errors?);
            Some(format!("{code} {} ({:.1} %)", self::count(errors), errors as f64 / requests as f64 * 100.0))
        };
        let words: Vec<_> = counts.iter().filter_map(code).collect();
        Some(Line::new().muted("errors by code: ").text(words.join(", ")))
    }
}
