//! `makini requests stats`.

use std::collections::BTreeMap;
use std::time::Duration;

use clap::ValueEnum;
use jiff::Timestamp;
use serde::Serialize;

use super::columns::time;
use super::selection::{FilterArgs, Selected, Source, select};
use crate::args::{TimeRange, count, examples};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::measure::{Sample, Summary};
use crate::requests::Record;
use crate::term::Line;
use crate::view::{Card, Cell, Column, Columns, Grid, Items, Look, Page, View};

/// Count requests by code, status, operation or connection
///
/// Summarizes what `makini requests list` with the same options selects, without the requests that this program made for
/// its own commands: how many, how many failed, and how long they took. `makini metrics` has the figures of a whole account
/// over time.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini requests stats --errors --since 1h",
    "makini requests stats --by connection --since 24h",
])]
pub struct Args {
    #[command(flatten)]
    filter: FilterArgs,

    /// What to group by
    ///
    /// One of `code` (the error code, or the status where there is none), `status`, `operation` and `connection`.
    #[arg(long, value_name = "WHAT", value_enum, default_value_t = By::Code, hide_possible_values = true)]
    by: By,

    #[command(flatten)]
    range: TimeRange,

    /// Maximum number of requests
    #[arg(long, value_name = "COUNT", default_value_t = 10_000, value_parser = count)]
    limit: u64,

    /// Where to read from
    #[arg(long, value_name = "SOURCE", value_enum, default_value_t = Source::Auto, hide_short_help = true)]
    source: Source,
}

/// What to group by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
enum By {
    /// Error code, or the status where there is none
    Code,
    /// HTTP status
    Status,
    /// Method and path template
    Operation,
    /// Connection
    Connection,
}

impl By {
    /// Returns the group of a request: its key, and how it is shown.
    fn group(self, row: &Record) -> (String, String) {
        let status = row.status.map_or_else(|| "none".to_owned(), |status| status.to_string());
        match self {
            Self::Code => {
                let code = row.error_code.clone().unwrap_or(status);
                (code.clone(), code)
            }
            Self::Status => (status.clone(), status),
            Self::Operation => (row.call(), row.call()),
            Self::Connection => {
                let id = row.connection_id.clone().unwrap_or_default();
                let name = row.connection.clone().unwrap_or_else(|| id.clone());
                (id, name)
            }
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Status => "status",
            Self::Operation => "operation",
            Self::Connection => "connection",
        }
    }
}

/// Summarizes them.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Stats>()?;
    let limit = u32::try_from(args.limit).unwrap_or(u32::MAX);
    let selected = select(ctx, args.filter, &args.range, args.source, limit).await?;
    if selected.more {
        ctx.term.warn(format!(
            "only the newest {limit} requests are counted, and there are more: `--since` or `--limit {}`",
            args.limit.saturating_mul(10)
        ));
    }
    ctx.show(&Stats::of(selected, args.by))
}

/// Figures of some requests.
#[derive(Clone, Debug, Default, Serialize)]
struct Counts {
    /// Number of requests.
    requests: u64,
    /// Number of failed requests: no answer, or a status of 400 and above.
    errors: u64,
    /// Errors by requests, from 0 to 1.
    error_rate: Option<f64>,
    /// Mean time, in milliseconds.
    mean_ms: Option<f64>,
    /// Median, in milliseconds.
    p50_ms: Option<f64>,
    /// 95th percentile, in milliseconds.
    p95_ms: Option<f64>,
    /// Maximum, in milliseconds.
    max_ms: Option<f64>,
}

/// Counting: what is shown follows from it.
#[derive(Default)]
struct Counting {
    name: String,
    requests: u64,
    errors: u64,
    times: Summary,
}

impl Counting {
    fn add(&mut self, row: &Record) {
        self.requests += 1;
        self.errors += u64::from(row.is_failed());
        // A server may log a request without its time, which says nothing about how long requests take.
        let elapsed = row.total_ms.and_then(|ms| Duration::try_from_secs_f64(ms / 1000.0).ok());
        if let Some(elapsed) = elapsed {
            self.times.add(Sample { elapsed, failed: row.is_failed(), ..Sample::default() });
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
    fn counts(&self) -> Counts {
        let millis = |time: Option<Duration>| time.map(|time| time.as_secs_f64() * 1000.0);
        Counts {
            requests: self.requests,
            errors: self.errors,
            error_rate: (self.requests > 0).then(|| self.errors as f64 / self.requests as f64),
            mean_ms: millis(self.times.mean()),
            p50_ms: millis(self.times.quantile(0.5)),
            p95_ms: millis(self.times.quantile(0.95)),
            max_ms: millis(self.times.max()),
        }
    }
}

/// One group.
#[derive(Serialize)]
struct Group {
    /// The code, the status, the call, or the ID of the connection; empty for requests that were for none.
    key: String,
    /// The same for people: the name of the connection.
    name: String,
    #[serde(flatten)]
    counts: Counts,
}

/// The answer.
#[derive(Serialize)]
struct Stats {
    /// `log` or `journal`.
    source: &'static str,
    /// Start of the time: as asked for, else the oldest request that is counted.
    from: Option<Timestamp>,
    /// End of the time: as asked for, and now at the latest.
    to: Timestamp,
    /// Whether all requests of that time are counted.
    is_whole: bool,
    by: By,
    total: Counts,
    /// The groups, the largest first.
    groups: Vec<Group>,
}

impl Stats {
    fn of(selected: Selected, by: By) -> Self {
        let Selected { mut rows, more, is_journal, since, until } = selected;
        rows.retain(|row| !row.is_of_tool());
        let (mut total, mut groups) = (Counting::default(), BTreeMap::<String, Counting>::new());
        for row in &rows {
            let (key, name) = by.group(row);
            let group = groups.entry(key).or_default();
            group.name = name;
            group.add(row);
            total.add(row);
        }
        let group = |(key, counting): (String, Counting)| Group { counts: counting.counts(), name: counting.name, key };
        let mut groups: Vec<Group> = groups.into_iter().map(group).collect();
        groups.sort_by_key(|group| std::cmp::Reverse(group.counts.requests));
        // The oldest that was read bounds what is known where there are more.
        let oldest = rows.iter().filter_map(Record::time).min();
        let from = if more { oldest } else { since.or(oldest) };
        let source = if is_journal { "journal" } else { "log" };
        Self { source, from, to: until, is_whole: !more, by, total: total.counts(), groups }
    }
}

fn share<'a>(rate: Option<f64>) -> Cell<'a> {
    Cell::maybe(rate, |rate| {
        let text = format!("{:.1} %", rate * 100.0);
        let cell = if rate > 0.0 { Cell::bad(text) } else { Cell::text(text) };
        cell.machine(rate.to_string())
    })
}

const COLUMNS: &[Column<Group>] = &[
    Column::new("name", "GROUP", |group: &Group, _| {
        if group.name.is_empty() { Cell::muted("none").machine("") } else { Cell::name(group.name.as_str()) }
    })
    .essential(),
    Column::new("requests", "REQUESTS", |group: &Group, _| Cell::count(group.counts.requests)).right().essential(),
    Column::new("errors", "FAILED", |group: &Group, _| Cell::count(group.counts.errors)).right(),
    Column::new("error_rate", "SHARE", |group: &Group, _| share(group.counts.error_rate)).right(),
    Column::new("mean_ms", "MEAN", |group: &Group, _| time(group.counts.mean_ms)).right().minor(),
    Column::new("p50_ms", "P50", |group: &Group, _| time(group.counts.p50_ms)).right().minor(),
    Column::new("p95_ms", "P95", |group: &Group, _| time(group.counts.p95_ms)).right(),
    Column::new("max_ms", "MAX", |group: &Group, _| time(group.counts.max_ms)).right().minor(),
    Column::new("key", "KEY", |group: &Group, _| Cell::id(group.key.as_str())).extra(),
];

impl View for Stats {
    const SCHEMA: &'static str = "requests.stats/1";
    const ITEMS: Items = Items::Under("groups");

    fn human(&self, page: &mut Page<'_>) {
        let look = page.look().clone();
        let total = &self.total;
        let whose = if self.source == "journal" { "the journal of this machine" } else { "the server's log" };
        page.card(
            &Card::new()
                .opt("From", self.from.map(|at| Cell::text(look.when_and_ago(at))))
                .row("To", Cell::text(look.when_and_ago(self.to)))
                .row("Source", Cell::muted(whose))
                .row("Requests", Cell::count(total.requests))
                .row("Failed", Cell::count(total.errors))
                .row("Share", share(total.error_rate))
                .row("Mean", time(total.mean_ms))
                .row("P50", time(total.p50_ms))
                .row("P95", time(total.p95_ms))
                .row("Max", time(total.max_ms)),
        );
        page.blank();
        page.line(Line::new().heading(format!("By {}", self.by.word())));
        page.grid();
    }

    fn columns() -> Columns {
        Columns::of(COLUMNS)
    }

    fn table<'a>(&'a self, look: &'a Look) -> Option<Grid<'a>> {
        Some(Grid::of(&self.groups, COLUMNS, look).empty("No such requests."))
    }
}
