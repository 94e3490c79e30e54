//! `makini metrics`.

mod export;
mod probe;
mod query;
mod view;

use clap::{Subcommand, ValueEnum};
use jiff::Timestamp;
use serde::Serialize;

use self::query::{By, Query, from_journal, from_server};
use self::view::MetricsAnswer;
use crate::api::operation::Operation;
use crate::api::requests::RequestKind;
use crate::args::{TimeRange, examples, resolve};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::measure::BucketSize;
use crate::suggest;

/// How far back figures go without `--since`.
const DEFAULT_RANGE: jiff::SignedDuration = jiff::SignedDuration::from_hours(24);

/// Words that are typed as if they were subcommands. No server is asked whether a connection is called so.
const OFTEN_TRIED: [&str; 5] = ["trend", "trends", "show", "list", "query"];

/// Show response times, throughput and error rates
///
/// From the server if it offers metrics (all requests of the account), otherwise from the journal of this machine (its
/// own requests); the output names the source. Covers the last 24 hours unless `--since` is given. Grouped by
/// connection, or by endpoint if one connection is named.
#[derive(clap::Args, Debug)]
#[command(args_conflicts_with_subcommands = true, disable_help_subcommand = true, after_long_help = examples![
    "makini metrics --by endpoint --since 7d",
    "makini metrics --by weekday,hour --since 30d",
    "makini metrics \"Plant 7\" --bucket 1h",
])]
pub struct Args {
    #[command(subcommand)]
    verb: Option<Verb>,

    #[command(flatten)]
    query: QueryArgs,
}

/// What else is done with metrics.
#[derive(Subcommand, Debug)]
enum Verb {
    /// Export metrics as OpenMetrics, CSV or NDJSON
    Export(export::Args),
    /// Measure the parts of response time: DNS, TCP, TLS, server, source
    Probe(probe::Args),
}

/// Which figures are meant.
#[derive(clap::Args, Debug)]
struct QueryArgs {
    /// Only this connection: ID, name or unique prefix
    #[arg(value_name = "CONNECTION", conflicts_with = "only")]
    connection: Option<String>,

    /// The same as CONNECTION
    #[arg(long = "connection", id = "only", value_name = "CONNECTION", hide = true)]
    only: Option<String>,

    /// Group by connection, endpoint, kind, hour, … (comma-separated)
    ///
    /// Days and hours are those of the local zone; hours and days of the week without requests are shown as empty.
    #[arg(long, value_name = "WHAT,…", value_enum, value_delimiter = ',')]
    by: Vec<By>,

    /// Only requests of this kind
    ///
    /// `api` (calls of applications), `sync` and `probe` (calls of the platform to a system), `tool` (what this program
    /// asked for its own commands). Can be repeated. Without it: all but `tool`.
    #[arg(long, value_name = "KIND", value_parser = kind, value_delimiter = ',')]
    kind: Vec<RequestKind>,

    /// Also group by time buckets of this length, for example `5m`
    #[arg(long, value_name = "TIME")]
    bucket: Option<BucketSize>,

    #[command(flatten)]
    range: TimeRange,

    /// Where to read from
    #[arg(long, value_name = "SOURCE", value_enum, default_value_t = Source::Auto, hide_short_help = true)]
    source: Source,
}

/// Where the metrics come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
enum Source {
    /// The server if it offers this, otherwise the journal
    Auto,
    /// The server: all requests of the account
    Server,
    /// The journal: requests of this machine
    Journal,
}

/// Shows them.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    match args.verb {
        Some(Verb::Export(args)) => export::run(ctx, args).await,
        Some(Verb::Probe(args)) => probe::run(ctx, args).await,
        None => {
            ctx.out.check_for::<MetricsAnswer>()?;
            ctx.show(&answer(ctx, args.query).await?)
        }
    }
}

/// Returns the figures.
async fn answer(ctx: &Context, args: QueryArgs) -> Result<MetricsAnswer, Failure> {
    if let Some(word) = args.connection.as_deref().filter(|word| OFTEN_TRIED.contains(word)) {
        let failure = Failure::usage(format!("there is no subcommand `{word}` of `metrics`"));
        return Err(
            with_options(failure, word).hint(format!("a connection of this name is given as `--connection {word}`"))
        );
    }
    // The journal is dated here, the platform's log there.
    let now = if args.source == Source::Journal { ctx.clock.now() } else { ctx.server_now().await? };
    let (since, until) = window(ctx, &args, now)?;
    let named = args.connection.as_deref().or(args.only.as_deref());
    let source = match args.source {
        Source::Auto => {
            let asked = ctx.client().await?.offered(Operation::MetricsQuery).await;
            let asked = asked.map_err(|error| {
                Failure::from(error).hint("`--source journal` answers from this machine, without the server")
            });
            if asked.during(|| "could not query the metrics".into())?.is_some() {
                Source::Server
            } else {
                Source::Journal
            }
        }
        chosen => chosen,
    };
    let is_offline = args.source == Source::Journal;
    let connection = match named {
        Some(text) if is_offline => Some(resolve::journaled_connection(ctx, text).await?),
        Some(text) => {
            let found = resolve::connection(ctx, ctx.client().await?, text).await;
            Some(found.map_err(|failure| not_a_subcommand(failure, text))?.id().to_owned())
        }
        None => None,
    };
    let by = match (&args.by[..], &connection, args.bucket) {
        ([], _, Some(_)) => Vec::new(),
        ([], Some(_), None) => vec![By::Endpoint],
        ([], None, None) => vec![By::Connection],
        (by, ..) => by.to_vec(),
    };
    let kinds = if args.kind.is_empty() { RequestKind::COUNTED.to_vec() } else { args.kind };
    let zone = (*ctx.out.zone).clone();
    let query = Query { connection, kinds, by, bucket: args.bucket, zone, since, until }.checked()?;
    let mut answer = match source {
        Source::Server => {
            from_server(ctx.client().await?, query).await.during(|| "could not query the metrics".into())?
        }
        Source::Journal | Source::Auto => {
            // The journal has no systems.
            let connections = if query.has(By::System) {
                let listed = async { ctx.client().await?.connections().await.map_err(Failure::from) };
                listed.await.during(|| "could not read which connection is of which system".into())?
            } else {
                Vec::new()
            };
            from_journal(ctx, query, &connections)?
        }
    };
    if !is_offline && answer.wants_names() {
        let connections = resolve::optional_names(ctx, ctx.client().await?.connections().await);
        answer.name(&connections);
    }
    Ok(answer)
}

/// Adds what to use instead where the name that was not found is a word such as `trend`.
fn not_a_subcommand(failure: Failure, text: &str) -> Failure {
    if failure.exit != Exit::NotFound || !text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-') {
        return failure;
    }
    with_options(failure, text)
}

/// Adds the options that a word may have meant.
fn with_options(failure: Failure, text: &str) -> Failure {
    let options = ["--by", "--bucket", "--since", "--until", "--source", "--connection"];
    let failure = match suggest::did_you_mean(&format!("--{text}"), options) {
        Some(hint) => failure.hint(hint),
        None => failure,
    };
    failure.hint("figures over time: `makini metrics --bucket 1h`; the subcommands: `makini metrics --help`")
}

fn kind(text: &str) -> Result<RequestKind, String> {
    text.parse().map_err(|error: crate::api::requests::UnknownKind| error.to_string())
}

/// Returns the span of time that is meant.
fn window(ctx: &Context, args: &QueryArgs, now: Timestamp) -> Result<(Timestamp, Timestamp), Failure> {
    // Servers count in milliseconds.
    let now = Timestamp::from_millisecond(now.as_millisecond()).expect("a time cut short is a time");
    let (since, until) = args.range.resolve(now, &ctx.out.zone)?;
    let until = until.unwrap_or(now).min(now);
    let since = match since {
        Some(since) => since,
        None => now.checked_sub(DEFAULT_RANGE).expect("a day before now is a time"),
    };
    if since >= until {
        return Err(Failure::usage(format!("`--since` is {since}, and that is not before {until}")));
    }
    Ok((since, until))
}
