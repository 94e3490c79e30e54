//! `makini metrics report`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use jiff::SignedDuration;
use serde::Serialize;

use super::answer::{By, Group, MetricsAnswer, Source};
use super::charts::{Figure, SPANS, Shape, charts};
use super::selection::Selection;
use crate::args::examples;
use crate::chart::svg::{Chart, STYLE};
use crate::chart::{Unit, WEEKDAYS};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::files::{self, Access};
use crate::html::{self, escaped, foreign};
use crate::term::Line;
use crate::view::{Look, Page, View, bytes, count, counted};

const OWN_STYLE: &str = include_str!("report.css");
/// How far back it goes without `--since`.
const WEEK: SignedDuration = SignedDuration::from_hours(7 * 24);
/// Rows of a table of groups: those with the most requests.
const MOST_ROWS: usize = 50;
/// Why writing cannot fail.
const MEMORY: &str = "writing to memory does not fail";

/// Write metrics with charts to one page of HTML
///
/// Response time, requests and errors over time, p95 by hour and weekday, and the figures of each connection and
/// endpoint. One file that needs no network and no script, light or dark as its reader has it, fit for paper; below each
/// chart are its values. Covers the last 7 days unless `--since` is given.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini metrics report --out metrics.html",
    "makini metrics report \"Plant 7\" --since 30d --out plant-7.html",
])]
pub(super) struct Args {
    #[command(flatten)]
    selection: Selection,

    /// File to write, `-` for stdout; default: `makini-metrics-<TIME>.html` in this folder
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// Writes it.
pub(super) async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_without_table()?;
    let reading = args.selection.resolve(ctx, WEEK).await?;
    let by = |by: Vec<By>| reading.clone().by(by, None);
    let by_week = match by(vec![By::Weekday, By::Hour]).answer(ctx).await {
        // A server may group by less; the rest of the page is worth having.
        Err(failure) if failure.exit == Exit::Unsupported => {
            ctx.term.warn(format!("without hours and weekdays: {}", failure.causes().join(": ")));
            None
        }
        answer => Some(answer?),
    };
    let report = Report {
        over_time: reading.clone().over_time(Vec::new(), SPANS).answer(ctx).await?,
        by_week,
        // One of one connection too: it has its name.
        connections: by(vec![By::Connection]).answer(ctx).await?,
        endpoints: by(vec![By::Endpoint]).answer(ctx).await?,
        look: Look { terminal: true, color: false, blocks: false, ..ctx.out.look(&ctx.term) },
    };
    let page = report.page();
    let path = args.out.unwrap_or_else(|| {
        PathBuf::from(format!("makini-metrics-{}.html", ctx.clock.now().strftime("%Y%m%dT%H%M%SZ")))
    });
    if path == Path::new("-") {
        ctx.term.data(|out| out.write_all(page.as_bytes()))?;
        return Ok(Exit::Ok);
    }
    files::save(&path, page.as_bytes(), Access::Everyone, "the report ")?;
    ctx.show(&Written { file: path, source: report.over_time.source, bytes: page.len() as u64 })
}

/// What was written.
#[derive(Serialize)]
struct Written {
    file: PathBuf,
    /// Where the figures are from.
    source: Source,
    #[serde(skip)]
    bytes: u64,
}

impl View for Written {
    const SCHEMA: &'static str = "metrics.report/1";

    fn human(&self, page: &mut Page<'_>) {
        let file = self.file.display().to_string();
        let source = match self.source {
            Source::Server => "the server",
            Source::Journal | Source::Auto => "the journal",
        };
        let about = format!(" ({}, from {source})", bytes(self.bytes));
        page.line(Line::new().good("Written: ").path(file).text(about));
    }
}

/// What the page is made of.
struct Report {
    over_time: MetricsAnswer,
    by_week: Option<MetricsAnswer>,
    connections: MetricsAnswer,
    endpoints: MetricsAnswer,
    look: Look,
}

impl Report {
    fn page(&self) -> String {
        let all = &self.over_time;
        let title = match self.connection() {
            Some(name) => format!("Metrics of {name}"),
            None => "Metrics".to_owned(),
        };
        let mut body = String::new();
        let (from, to) = (self.look.when(all.from), self.look.when(all.to));
        let kinds: Vec<_> = all.kinds.iter().map(|kind| kind.as_str()).collect();
        let total = all.sum_text();
        writeln!(
            body,
            "<p>{}<small>{} to {}, {} · counted: {}</small></p>",
            escaped(&total),
            escaped(&from),
            escaped(&to),
            escaped(all.origin()),
            kinds.join(", ")
        )
        .expect(MEMORY);
        let drawn = [
            (Shape::OverTime, Figure::P95, "Response time"),
            (Shape::OverTime, Figure::Requests, "Requests"),
            (Shape::OverTime, Figure::ErrorRate, "Error rate"),
            (Shape::ByWeek, Figure::P95, "Response time by hour and weekday"),
        ];
        for (shape, figure, heading) in drawn {
            let of = if shape == Shape::ByWeek { self.by_week.as_ref() } else { Some(&self.over_time) };
            for chart in of.into_iter().flat_map(|of| charts(of, (shape, figure), None).0) {
                self.section(&mut body, heading, &chart);
            }
        }
        let by = if all.connection_id.is_some() { None } else { Some(("Connections", &self.connections)) };
        for (heading, answer) in by.into_iter().chain([("Endpoints", &self.endpoints)]) {
            table_of_groups(&mut body, heading, answer);
        }
        html::page(&title, &format!("{STYLE}{OWN_STYLE}"), &body)
    }

    /// Returns the name of the only connection.
    fn connection(&self) -> Option<String> {
        let id = self.over_time.connection_id.as_ref()?;
        self.connections.groups.first().map(Group::name).or_else(|| Some(id.clone()))
    }

    /// Writes a chart with its values below it.
    fn section(&self, body: &mut String, heading: &str, chart: &Chart) {
        let title = escaped(chart.title());
        write!(
            body,
            "<section>\n<h2>{}</h2>\n<figure>\n<figcaption>{title}</figcaption>\n\
             <div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Chart: {title}\">{}</div>\n</figure>\n\
             <details>\n<summary>Values</summary>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" \
             aria-label=\"Values: {title}\">\n<table>\n<caption>{title}</caption>\n",
            escaped(heading),
            chart.embedded(&self.look.zone)
        )
        .expect(MEMORY);
        match chart {
            Chart::Plot(series) => {
                let before = series.baseline.as_ref();
                let head = before.map(|before| format!("<th scope=\"col\">{}</th>", escaped(&before.title)));
                let name = escaped(&series.title);
                writeln!(
                    body,
                    "<thead><tr><th scope=\"col\">From</th><th scope=\"col\">{name}</th>{}</tr></thead>\n<tbody>",
                    head.unwrap_or_default()
                )
                .expect(MEMORY);
                for (index, value) in series.values.iter().enumerate() {
                    let at = escaped(&self.look.when(series.time(index)));
                    let earlier = before.map(|before| cell(series.unit, before.values.get(index).copied().flatten()));
                    let (value, earlier) = (cell(series.unit, *value), earlier.unwrap_or_default());
                    writeln!(body, "<tr><th scope=\"row\">{at}</th>{value}{earlier}</tr>").expect(MEMORY);
                }
            }
            Chart::HeatMap(map) => {
                body.push_str("<thead><tr><th scope=\"col\">Hour</th>");
                for day in WEEKDAYS {
                    write!(body, "<th scope=\"col\">{}</th>", &day[..3]).expect(MEMORY);
                }
                body.push_str("</tr></thead>\n<tbody>\n");
                for hour in 0..24 {
                    write!(body, "<tr><th scope=\"row\">{hour:02}:00</th>").expect(MEMORY);
                    map.cells.iter().for_each(|day| body.push_str(&cell(map.unit, day[hour])));
                    body.push_str("</tr>\n");
                }
            }
        }
        body.push_str("</tbody>\n</table>\n</div>\n</details>\n</section>\n");
    }
}

fn cell(unit: Unit, value: Option<f64>) -> String {
    match value {
        Some(value) => format!("<td>{}</td>", unit.format(value)),
        None => "<td class=\"none\">no requests</td>".to_owned(),
    }
}

/// Writes the figures of groups.
fn table_of_groups(body: &mut String, heading: &str, answer: &MetricsAnswer) {
    let mut groups: Vec<&Group> = answer.groups.iter().filter(|group| group.figures.requests > Some(0)).collect();
    groups.sort_by_key(|group| std::cmp::Reverse(group.figures.requests));
    writeln!(body, "<section>\n<h2>{heading}</h2>").expect(MEMORY);
    if groups.is_empty() {
        body.push_str("<p>No requests in this time.</p>\n</section>\n");
        return;
    }
    let left_out = groups.len().saturating_sub(MOST_ROWS);
    if left_out > 0 {
        let rows = counted(left_out as u64, "other");
        writeln!(body, "<p>Those with the most requests; {rows} are not shown.</p>").expect(MEMORY);
    }
    let figures = [Figure::ErrorRate, Figure::Mean, Figure::P50, Figure::P95, Figure::P99, Figure::Max, Figure::Source];
    let heads = ["Error rate", "Mean", "p50", "p95", "p99", "Max", "Source mean"];
    write!(
        body,
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{heading}\">\n<table>\n\
         <thead><tr><th scope=\"col\">{heading}</th><th scope=\"col\">Requests</th><th scope=\"col\">Failed</th>"
    )
    .expect(MEMORY);
    for head in heads {
        write!(body, "<th scope=\"col\">{head}</th>").expect(MEMORY);
    }
    body.push_str("</tr></thead>\n<tbody>\n");
    for group in groups.into_iter().take(MOST_ROWS) {
        let number = |value: Option<u64>| count(value.unwrap_or_default());
        let (requests, errors) = (number(group.figures.requests), number(group.figures.errors));
        let name = foreign(&group.name());
        write!(body, "<tr><th scope=\"row\">{name}</th><td>{requests}</td><td>{errors}</td>").expect(MEMORY);
        for figure in figures {
            match figure.of(&group.figures) {
                Some(value) => write!(body, "<td>{}</td>", figure.unit().format(value)).expect(MEMORY),
                None => body.push_str("<td class=\"none\">unknown</td>"),
            }
        }
        body.push_str("</tr>\n");
    }
    body.push_str("</tbody>\n</table>\n</div>\n</section>\n");
}
