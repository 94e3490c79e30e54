//! `makini metrics`.

mod answer;
mod charts;
mod compare;
mod export;
mod probe;
mod query;
mod report;
mod selection;
mod units;
mod view;
mod watch;

use std::time::Duration;

use clap::Subcommand;
use jiff::SignedDuration;

use self::answer::{By, MetricsAnswer};
use self::charts::{BARS, ChartArgs, SPANS, Shape};
use self::compare::Before;
use self::selection::{Reading, Selection};
use crate::args::examples;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::measure::{BucketSize, parse_positive_duration};
use crate::view::Format;

/// How far back figures go without `--since`.
const DEFAULT_RANGE: SignedDuration = SignedDuration::from_hours(24);
/// The same by hour and weekday: each of them four times.
const WEEKS: SignedDuration = SignedDuration::from_hours(28 * 24);

/// Show response times, throughput and error rates
///
/// From the server if it offers metrics (all requests of the account), otherwise from the journal of this machine (its
/// own requests); the output names the source. Covers the last 24 hours unless `--since` is given. Grouped by
/// connection, or by endpoint if one connection is named. On a terminal each group has its p95 over time as small bars.
#[derive(clap::Args, Debug)]
#[command(args_conflicts_with_subcommands = true, disable_help_subcommand = true, after_long_help = examples![
    "makini metrics --by endpoint --since 7d",
    "makini metrics --by weekday,hour --since 30d",
    "makini metrics \"Plant 7\" --compare 7d",
])]
pub struct Args {
    #[command(subcommand)]
    verb: Option<Verb>,

    #[command(flatten)]
    query: QueryArgs,

    /// Judge against the time before, for example `7d`
    ///
    /// A change is reported when it is large enough, lasts until now and is more than noise, with the time at which it
    /// began. Buckets are compared with those at the same time of day and week, so outliers and daily patterns are none.
    /// With `--plot`, the time before is drawn behind, and the change is marked.
    #[arg(long, value_name = "TIME", value_parser = parse_positive_duration, allow_hyphen_values = true,
        conflicts_with = "heatmap")]
    compare: Option<Duration>,

    #[command(flatten)]
    charts: ChartArgs,
}

/// What else is done with metrics.
#[derive(Subcommand, Debug)]
enum Verb {
    Export(export::Args),
    Probe(probe::Args),
    Report(report::Args),
    Watch(watch::Args),
}

/// Which figures are meant.
#[derive(clap::Args, Debug)]
struct QueryArgs {
    #[command(flatten)]
    selection: Selection,

    /// Group by these, for example `system,kind`
    ///
    /// `connection`, `system`, `endpoint`, `entity`, `kind`, `hour`, `day`, `weekday`. Days and hours are those of the local zone; hours and days of the week without requests are shown as empty.
    #[arg(long, value_name = "WHAT,…", value_enum, value_delimiter = ',', hide_possible_values = true)]
    by: Vec<By>,

    /// Also group by time buckets, for example `5m`
    #[arg(long, value_name = "TIME")]
    bucket: Option<BucketSize>,
}

/// Shows them.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    match args.verb {
        Some(Verb::Export(args)) => export::run(ctx, args).await,
        Some(Verb::Probe(args)) => probe::run(ctx, args).await,
        Some(Verb::Report(args)) => report::run(ctx, args).await,
        Some(Verb::Watch(args)) => watch::run(ctx, args).await,
        None => {
            ctx.out.check_for::<MetricsAnswer>()?;
            let QueryArgs { selection, by, bucket } = args.query;
            match args.charts.wanted() {
                None => {
                    let reading = grouped(selection.resolve(ctx, DEFAULT_RANGE).await?, by, bucket);
                    shown(ctx, reading, args.compare).await
                }
                Some((shape, figure)) => {
                    let range = if shape == Shape::ByWeek { WEEKS } else { DEFAULT_RANGE };
                    charts::check(&by)?;
                    let reading = selection.resolve(ctx, range).await?;
                    let judged = reading.clone().by(by.clone(), None);
                    let reading = match shape {
                        Shape::OverTime if bucket.is_some() => reading.by(by, bucket),
                        Shape::OverTime => reading.over_time(by, SPANS),
                        Shape::ByWeek => reading.by(vec![By::Weekday, By::Hour], None),
                    };
                    let mut answer = reading.answer(ctx).await?;
                    let before = match args.compare {
                        Some(shift) => Some(before(ctx, judged, reading, shift).await?),
                        None => None,
                    };
                    if let Some(Before { judged, .. }) = &before {
                        answer.comparison.clone_from(&judged.comparison);
                        answer.total_trend.clone_from(&judged.total_trend);
                    }
                    args.charts.show(ctx, answer, (shape, figure), before.as_ref())
                }
            }
        }
    }
}

/// Reads what plots are compared with: the same as is drawn, `shift` before, and the verdicts on the figures without times.
async fn before(ctx: &Context, judged: Reading, drawn: Reading, shift: Duration) -> Result<Before, Failure> {
    let mut judgements = judged.answer(ctx).await?;
    judged.judge(ctx, shift, &mut judgements).await?;
    let figures = drawn.earlier(shift)?.answer(ctx).await?;
    Ok(Before { figures, judged: judgements })
}

/// Shows the figures as a table.
async fn shown(ctx: &Context, reading: Reading, shift: Option<Duration>) -> Result<Exit, Failure> {
    let mut answer = reading.answer(ctx).await?;
    if let Some(shift) = shift {
        reading.judge(ctx, shift, &mut answer).await?;
    }
    let look = ctx.out.look(&ctx.term);
    let is_over_time = answer.bucket_seconds.is_some() || answer.by.iter().any(|by| by.is_time());
    if look.terminal && !look.blocks && ctx.out.format() == Format::Table && !is_over_time && !answer.groups.is_empty()
    {
        let by = answer.by.clone();
        match reading.over_time(by, BARS).answer(ctx).await {
            Ok(over_time) => answer.add_bars(&over_time),
            Err(failure) => ctx.term.warn(format!("p95 over time is not shown: {}", failure.causes().join(": "))),
        }
    }
    ctx.show(&answer)
}

/// Groups a reading as it was asked for, or as usual.
fn grouped(reading: Reading, by: Vec<By>, bucket: Option<BucketSize>) -> Reading {
    let by = match (&by[..], reading.is_of_one(), bucket) {
        ([], _, Some(_)) => Vec::new(),
        ([], true, None) => vec![By::Endpoint],
        ([], false, None) => vec![By::Connection],
        _ => by,
    };
    reading.by(by, bucket)
}
