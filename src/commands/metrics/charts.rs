//! `makini metrics --plot` and `--heatmap`.

use std::collections::HashMap;
use std::path::PathBuf;

use clap::ValueEnum;
use jiff::{SignedDuration, Timestamp};
use serde::{Serialize, Serializer};

use super::answer::{By, Group, GroupKey, MetricsAnswer};
use super::compare::Before;
use crate::api::lenient::timestamp;
use crate::api::metrics::MetricGroup;
use crate::api::trend;
use crate::chart::svg::{self, Chart};
use crate::chart::{Drawing, HeatMap, Series, Unit};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::files::{self, Access};
use crate::measure::{BucketSize, WEEKDAYS, Window};
use crate::term::Line;
use crate::view::{Columns, Grid, Items, Look, Page, View};

/// How many charts are drawn: those with the most requests.
const MOST: usize = 6;
/// Columns of a drawing where there is no terminal.
const COLUMNS: usize = 80;
/// How many spans a chart has at most, where their length is not given.
pub(super) const SPANS: u64 = 60;
/// The same of the bars in a table.
pub(super) const BARS: u64 = 24;

/// What is drawn.
#[derive(clap::Args, Clone, Debug, Default)]
pub(super) struct ChartArgs {
    /// Draw a figure over time; default: p95
    ///
    /// `mean`, `p50`, `p90`, `p95`, `p99`, `max`; `server`, `source`, `network` (mean times); `requests`, `failed`, `error-rate`.
    /// In buckets of `--bucket`, by default at most 60 of them; a chart for each group of `--by`, at most six. Buckets
    /// without requests are gaps. In a pipe the chart is plain ASCII, with `--accessible` it is sentences.
    #[arg(long, value_name = "FIGURE", value_enum, group = "chart",
        hide_possible_values = true, num_args = 0..=1, require_equals = true,
        default_missing_value = "p95")]
    plot: Option<Figure>,

    /// Draw a figure by hour and weekday; default: p95
    ///
    /// The figures are those of `--plot`. Of the last 28 days unless `--since` is given.
    #[arg(long, value_name = "FIGURE", value_enum, group = "chart",
        hide_possible_values = true, num_args = 0..=1, require_equals = true,
        default_missing_value = "p95", conflicts_with_all = ["by", "bucket"])]
    heatmap: Option<Figure>,

    /// Also write the chart to this file as SVG
    #[arg(long, value_name = "FILE", requires = "chart", hide_short_help = true)]
    svg: Option<PathBuf>,
}

/// What can be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Figure {
    /// Mean response time
    Mean,
    /// Median response time
    P50,
    /// 90th percentile
    P90,
    /// 95th percentile
    P95,
    /// 99th percentile
    P99,
    /// Longest response time
    Max,
    /// Mean time of the server
    Server,
    /// Mean time of the connected system
    Source,
    /// Mean time on the network
    Network,
    /// Number of requests
    Requests,
    /// Number of failed requests
    Failed,
    /// Part of the requests that failed
    ErrorRate,
}

impl Figure {
    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::Mean => "mean response time",
            Self::P50 => "p50",
            Self::P90 => "p90",
            Self::P95 => "p95",
            Self::P99 => "p99",
            Self::Max => "longest response time",
            Self::Server => "mean time of the server",
            Self::Source => "mean time of the connected system",
            Self::Network => "mean time on the network",
            Self::Requests => "requests",
            Self::Failed => "failed requests",
            Self::ErrorRate => "error rate",
        }
    }

    pub(super) const fn unit(self) -> Unit {
        match self {
            Self::Requests | Self::Failed => Unit::Count,
            Self::ErrorRate => Unit::Share,
            _ => Unit::Milliseconds,
        }
    }

    /// Returns the figure of a group; nothing where there were no requests.
    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
    pub(super) fn of(self, group: &MetricGroup) -> Option<f64> {
        let requests = group.requests.filter(|requests| *requests > 0)?;
        match self {
            Self::Mean => group.mean_ms,
            Self::P50 => group.p50_ms,
            Self::P90 => group.p90_ms,
            Self::P95 => group.p95_ms,
            Self::P99 => group.p99_ms,
            Self::Max => group.max_ms,
            Self::Server => group.server_mean_ms,
            Self::Source => group.source_mean_ms,
            Self::Network => group.network_mean_ms,
            Self::Requests => Some(requests as f64),
            Self::Failed => group.errors.map(|errors| errors as f64),
            Self::ErrorRate => group.error_rate,
        }
    }
}

impl Figure {
    /// Returns it among the figures that are judged.
    pub(super) const fn judged(self) -> Option<trend::Figure> {
        match self {
            Self::P50 => Some(trend::Figure::P50),
            Self::P95 => Some(trend::Figure::P95),
            Self::ErrorRate => Some(trend::Figure::ErrorRate),
            _ => None,
        }
    }
}

/// What is drawn of the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Over time.
    OverTime,
    /// By hour and weekday.
    ByWeek,
}

impl ChartArgs {
    /// Returns what is drawn, if anything is.
    pub(super) fn wanted(&self) -> Option<(Shape, Figure)> {
        let plot = self.plot.map(|figure| (Shape::OverTime, figure));
        plot.or_else(|| self.heatmap.map(|figure| (Shape::ByWeek, figure)))
    }

    /// Shows the charts of an answer, and writes their file.
    ///
    /// # Errors
    /// [`Exit::Local`] when the file cannot be written, or as showing ends.
    pub(super) fn show(
        &self,
        ctx: &Context,
        answer: MetricsAnswer,
        (shape, figure): (Shape, Figure),
        before: Option<&Before>,
    ) -> Result<Exit, Failure> {
        let (charts, left_out) = charts(&answer, (shape, figure), before);
        if let Some(path) = &self.svg {
            let file = svg::document(&charts, &ctx.out.zone);
            files::save(path, file.as_bytes(), Access::Everyone, "the chart ")?;
            ctx.term.status(format!("written: {}", path.display()));
        }
        ctx.show(&ChartAnswer { answer, charts, left_out, drawing: drawing(ctx) })
    }
}

/// Returns a length of buckets with which a window has at most so many of them.
pub(super) fn bucket_for(window: Window, most: u64) -> Option<BucketSize> {
    const SIZES: [u64; 12] = [1, 10, 60, 300, 900, 1_800, 3_600, 10_800, 21_600, 43_200, 86_400, 7 * 86_400];
    let least = window.length().as_secs().div_ceil(most);
    let size = SIZES.into_iter().find(|size| *size >= least).unwrap_or(30 * 86_400);
    format!("{size}s").parse().ok()
}

/// Checks what the charts are grouped by.
///
/// # Errors
/// [`Exit::Usage`] for times: a plot is over time anyway.
pub(super) fn check(by: &[By]) -> Result<(), Failure> {
    match by.iter().find(|by| by.is_time()) {
        None => Ok(()),
        Some(by) => {
            let failure = Failure::usage(format!("`--plot` draws over time, and cannot group by {}", by.word()));
            Err(failure.hint("`--heatmap` draws by hour and weekday; `--bucket 1d` gives a value for each day"))
        }
    }
}

/// Returns what charts are drawn with here.
fn drawing(ctx: &Context) -> Drawing {
    let terminal = ctx.term.terminal();
    match (ctx.term.options().accessible, terminal.stdout && !terminal.dumb) {
        (true, _) => Drawing::Words,
        (false, true) => Drawing::Braille,
        (false, false) => Drawing::Ascii,
    }
}

/// Returns the charts of an answer, and how many are left out. Plots have behind them what was before.
pub(super) fn charts(
    answer: &MetricsAnswer,
    (shape, figure): (Shape, Figure),
    before: Option<&Before>,
) -> (Vec<Chart>, usize) {
    if shape == Shape::ByWeek {
        return (vec![Chart::HeatMap(Box::new(heat_map(answer, figure)))], 0);
    }
    let mut all = series(answer, figure);
    let left_out = all.len().saturating_sub(MOST);
    all.truncate(MOST);
    let plot = |(key, mut series): (GroupKey<'_>, Series)| {
        if let Some(before) = before {
            (series.baseline, series.change) = (before.values(key, figure), before.change(key, figure));
        }
        Chart::Plot(series)
    };
    (all.into_iter().map(plot).collect(), left_out)
}

/// Returns a series for each group, with what it is told apart by, those with the most requests first.
fn series(answer: &MetricsAnswer, figure: Figure) -> Vec<(GroupKey<'_>, Series)> {
    let Some(spans) = Spans::of(answer) else { return Vec::new() };
    let mut found = spans.values(answer, figure);
    found.sort_by_key(|run| std::cmp::Reverse(run.requests));
    let runs = found.into_iter().map(|run| {
        let name = run.group.map(Group::name).unwrap_or_default();
        let of = if name.is_empty() { String::new() } else { format!(" of {name}") };
        let key = run.key();
        let series = Series {
            title: format!("{}{of}", figure.title()),
            unit: figure.unit(),
            start: spans.start,
            step: spans.step,
            values: run.values,
            baseline: None,
            change: None,
        };
        (key, series)
    });
    runs.collect()
}

/// The spans of time of an answer.
pub(super) struct Spans {
    start: Timestamp,
    step: SignedDuration,
    count: usize,
}

/// The values of one group over time.
pub(super) struct Run<'a> {
    /// The group of one of the spans; nothing where there is none at all.
    pub(super) group: Option<&'a Group>,
    requests: u64,
    pub(super) values: Vec<Option<f64>>,
}

impl<'a> Run<'a> {
    /// Returns what its group is told apart by.
    pub(super) fn key(&self) -> GroupKey<'a> {
        self.group.map(Group::key).unwrap_or_default()
    }
}

impl Spans {
    /// Returns them, if the answer is by buckets.
    pub(super) fn of(answer: &MetricsAnswer) -> Option<Self> {
        let size: BucketSize = format!("{}s", answer.bucket_seconds?).parse().ok()?;
        let (start, step) = (size.around(answer.from).from, i64::try_from(size.seconds()).ok()?);
        let last = answer.to.checked_sub(SignedDuration::from_nanos(1)).ok()?;
        let spans = Self { start, step: SignedDuration::from_secs(step), count: 0 };
        let count = spans.index(last).map_or(0, |index| index + 1);
        Some(Self { count, ..spans })
    }

    fn index(&self, at: Timestamp) -> Option<usize> {
        usize::try_from(at.duration_since(self.start).as_secs() / self.step.as_secs().max(1)).ok()
    }

    /// Returns the values of each group, and of nothing where there are no groups.
    pub(super) fn values<'a>(&self, answer: &'a MetricsAnswer, figure: Figure) -> Vec<Run<'a>> {
        let none = vec![None; self.count];
        let mut found: Vec<Run<'_>> = Vec::new();
        let mut places = HashMap::new();
        for group in &answer.groups {
            let place = *places.entry(group.key()).or_insert_with(|| {
                found.push(Run { group: Some(group), requests: 0, values: none.clone() });
                found.len() - 1
            });
            let run = &mut found[place];
            run.requests += group.figures.requests.unwrap_or_default();
            let index = group.figures.bucket.as_deref().and_then(timestamp).and_then(|at| self.index(at));
            if let Some(value) = index.and_then(|index| run.values.get_mut(index)) {
                *value = figure.of(&group.figures);
            }
        }
        if found.is_empty() {
            found.push(Run { group: None, requests: 0, values: none });
        }
        found
    }
}

fn heat_map(answer: &MetricsAnswer, figure: Figure) -> HeatMap {
    let mut cells = [[None; 24]; 7];
    for Group { figures, .. } in &answer.groups {
        let day = figures.weekday.as_deref().and_then(|name| WEEKDAYS.iter().position(|day| *day == name));
        let hour = figures.hour.and_then(|hour| usize::try_from(hour).ok());
        if let Some(cell) = day.zip(hour).and_then(|(day, hour)| cells.get_mut(day)?.get_mut(hour)) {
            *cell = figure.of(figures);
        }
    }
    HeatMap { title: format!("{} by hour and weekday", figure.title()), unit: figure.unit(), cells }
}

/// The figures as charts. For programs they are the figures.
struct ChartAnswer {
    answer: MetricsAnswer,
    charts: Vec<Chart>,
    left_out: usize,
    drawing: Drawing,
}

impl Serialize for ChartAnswer {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.answer.serialize(to)
    }
}

impl View for ChartAnswer {
    const SCHEMA: &'static str = MetricsAnswer::SCHEMA;
    const ITEMS: Items = MetricsAnswer::ITEMS;

    fn human(&self, page: &mut Page<'_>) {
        let look = page.look().clone();
        self.answer.head(page);
        let width = if page.width() == usize::MAX { COLUMNS } else { page.width() };
        for chart in &self.charts {
            page.blank();
            for line in chart.lines(self.drawing, width, &look.zone) {
                page.line(line);
            }
        }
        if self.left_out > 0 {
            let drawn = self.charts.len();
            let note =
                format!("{drawn} groups are drawn, those with the most requests; {} more are not", self.left_out);
            page.line(Line::new().muted(note));
        }
        page.blank();
        self.answer.foot(page);
    }

    fn columns() -> Columns {
        MetricsAnswer::columns()
    }

    fn table<'a>(&'a self, look: &'a Look) -> Option<Grid<'a>> {
        self.answer.table(look)
    }
}
