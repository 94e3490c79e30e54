//! `makini requests tail`.

use std::collections::HashSet;
use std::pin::pin;
use std::time::Duration;

use clap::ValueEnum;

use super::columns::COLUMNS;
use super::selection::{FilterArgs, has_log, no_source, resolved};
use crate::api::connections::Connection;
use crate::args::{examples, resolve};
use crate::client::Client;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::measure::{parse_duration, parse_positive_duration};
use crate::requests::{FollowJournal, FollowLog, Query, Record, add_names};
use crate::view::{Format, Rows};

/// Follow requests as they are logged
///
/// Prints the newest requests, then each further one once it is logged, until Ctrl-C: from the log of the server if it offers
/// one, otherwise from the journal of this machine. Requests that this program makes for its own commands are left out.
/// What the server logs more than a minute after the request began is not shown. Where the log cannot be read for a
/// while, it is tried again, and nothing of that time is left out.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini requests tail --errors",
    "makini requests tail --connection \"Plant 7\" -o ndjson | jq .error_code",
])]
pub struct Args {
    #[command(flatten)]
    filter: FilterArgs,

    /// Number of requests to begin with
    ///
    /// 0 begins with the next one.
    #[arg(long, value_name = "COUNT", default_value_t = 10)]
    lines: u32,

    /// Time between two queries
    #[arg(long, value_name = "TIME", default_value = "2s", value_parser = parse_positive_duration)]
    interval: Duration,

    /// Exit after this time, for example `10m`
    #[arg(long = "for", value_name = "TIME", value_parser = parse_duration, hide_short_help = true)]
    lifetime: Option<Duration>,

    /// Where to read from
    #[arg(long, value_name = "SOURCE", value_enum, default_value_t = TailSource::Auto, hide_short_help = true)]
    source: TailSource,
}

/// Where requests are read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum TailSource {
    /// The server if it offers this, otherwise the journal
    Auto,
    /// The server: all requests of the account and of the platform itself
    Server,
    /// The journal: requests of this machine
    Journal,
}

/// What is followed.
enum Follow<'a> {
    Log { client: &'a Client, log: Box<FollowLog>, names: Names },
    Journal(Box<FollowJournal>),
}

/// Names of connections, read again where one is new.
struct Names {
    connections: Vec<Connection>,
    /// IDs for which the server has no connection.
    nameless: HashSet<String>,
}

/// Follows them.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    if ctx.out.format() == Format::Yaml || ctx.out.sort.is_some() {
        return Err(Failure::usage("requests are printed as they come, so that nothing can be sorted")
            .hint("use `-o ndjson`, without `--sort`"));
    }
    let mut rows =
        Rows::new(&ctx.term, &ctx.out, "requests.tail/1", COLUMNS, "No such requests so far.")?.dated_by(|| ctx.now());
    let (mut follow, known) = begin(ctx, args.filter, args.lines, args.source).await?;
    for row in known {
        rows.push(row)?;
    }
    rows.flush()?;
    let shutdown = ctx.shutdown();
    let mut stopped = pin!(shutdown.cancelled());
    let began = ctx.clock.moment();
    let mut is_silent = false;
    let exit = loop {
        let passed = ctx.clock.since(began);
        let left = args.lifetime.map_or(args.interval, |lifetime| lifetime.saturating_sub(passed));
        let is_last = args.lifetime.is_some() && left <= args.interval;
        tokio::select! {
            biased;
            exit = &mut stopped => break exit,
            () = ctx.clock.sleep(left.min(args.interval)) => {}
        }
        let polled = tokio::select! {
            biased;
            exit = &mut stopped => break exit,
            polled = follow.poll(ctx) => polled,
        };
        match polled {
            Ok(new) => {
                is_silent = false;
                for row in new {
                    rows.push(row)?;
                }
                rows.flush()?;
            }
            Err(failure) if matches!(failure.exit, Exit::Unavailable | Exit::RateLimited) => {
                // Once for each time that it cannot be read.
                if !std::mem::replace(&mut is_silent, true) {
                    let causes = failure.causes().join(": ");
                    ctx.term.warn(format!("the log cannot be read at the moment, and is tried again: {causes}"));
                }
            }
            Err(failure) => return Err(failure),
        }
        if is_last {
            break Exit::Ok;
        }
    };
    rows.finish()?;
    Ok(exit)
}

async fn begin(
    ctx: &Context,
    filter: FilterArgs,
    lines: u32,
    source: TailSource,
) -> Result<(Follow<'_>, Vec<Record>), Failure> {
    let is_of_sync = filter.is_of_sync();
    let journal = |query: &Query| {
        let (follow, known) = FollowJournal::begin(ctx.journal()?, ctx.settings.profile(), query, lines)?;
        Ok::<_, Failure>((Follow::Journal(Box::new(follow)), known))
    };
    if source == TailSource::Journal {
        filter.check_journal()?;
        let mut query = filter.query(None, None, u32::MAX);
        if let Some(text) = &query.connection {
            query.connection = Some(resolve::journaled_connection(ctx, text).await?);
        }
        return journal(&query);
    }
    let client = ctx.client().await?;
    let mut query = filter.query(None, None, u32::MAX);
    let known = resolved(ctx, client, &mut query).await?;
    if !has_log(client).await? && source == TailSource::Auto && !is_of_sync {
        if !ctx.settings.is_on("journal") {
            return Err(no_source());
        }
        ctx.term.note("this server offers no log of requests: the journal of this machine is followed");
        return journal(&query);
    }
    let now = ctx.server_now().await?;
    let begun = FollowLog::begin(client, query, now, lines).await;
    let (log, mut rows) = begun.during(|| "could not read the server's log of requests".into())?;
    let mut names = Names { connections: known.unwrap_or_default(), nameless: HashSet::new() };
    names.add(ctx, client, &mut rows).await;
    Ok((Follow::Log { client, log: Box::new(log), names }, rows))
}

impl Follow<'_> {
    /// Returns what is new, the oldest first.
    async fn poll(&mut self, ctx: &Context) -> Result<Vec<Record>, Failure> {
        match self {
            Self::Journal(follow) => Ok(follow.poll(ctx.journal()?)?),
            Self::Log { client, log, names } => {
                let mut rows =
                    log.poll(client).await.during(|| "could not read the server's log of requests".into())?;
                names.add(ctx, client, &mut rows).await;
                Ok(rows)
            }
        }
    }
}

impl Names {
    /// Gives rows the names of their connections.
    async fn add(&mut self, ctx: &Context, client: &Client, rows: &mut [Record]) {
        let is_new = |row: &Record| {
            row.connection_id.as_deref().is_some_and(|id| {
                !self.nameless.contains(id) && self.connections.iter().all(|connection| connection.id() != id)
            })
        };
        if rows.iter().any(is_new) {
            self.connections = resolve::optional_names(ctx, client.connections_of_all_time().await);
            let of_rows = rows.iter().filter_map(|row| row.connection_id.clone());
            let is_unknown = |id: &String| self.connections.iter().all(|connection| connection.id() != id);
            self.nameless.extend(of_rows.filter(is_unknown));
        }
        add_names(rows, &self.connections);
    }
}
