//! `makini connections history`.

mod collect;
mod timeline;
mod view;

use jiff::SignedDuration;

use self::collect::Collector;
use self::timeline::Kind;
use self::view::History;
use crate::args::{Limit, OptionalConnectionArg, TimeRange, examples, resolve};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::requests::Unread;

/// How far back it goes without `--since`.
const DEFAULT_RANGE: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Show the history of a connection on one time line
///
/// Health, syncs, reauthorizations, alerts and changes of settings, the newest first, each with how long it lasted; first how
/// the connection is now, since when, and when the platform tries an unreachable system again. Read from the server (syncs,
/// deliveries, alerts, log of requests), the inbox and the journal of this machine. Health that follows from requests and not
/// from an event of the platform is marked. What the server does not offer is listed as not known. Covers the last 7 days
/// unless `--since` is given.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini connections history \"Plant 7\"",
    "makini connections history \"Plant 7\" --kind health,reauthorization --since 30d",
])]
pub struct Args {
    #[command(flatten)]
    connection: OptionalConnectionArg,

    /// Only entries of this kind (can be repeated)
    ///
    /// One of `health`, `reauthorization`, `sync`, `alert`, `settings` and `lifecycle`.
    #[arg(long, value_name = "KIND", value_enum, value_delimiter = ',', hide_possible_values = true)]
    kind: Vec<Kind>,

    #[command(flatten)]
    range: TimeRange,

    #[command(flatten)]
    limit: Limit,
}

/// Shows it.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<History>()?;
    let client = ctx.client().await?;
    let found = resolve::connection_or_own(ctx, client, args.connection.as_deref()).await?;
    // A row of the list may hold fewer fields than the single resource.
    let full = client.connection(found.id()).await.during(|| "could not read the connection".into());
    let connection = match full {
        Ok(full) => full.unwrap_or(found),
        // A connection's token alone cannot read more.
        Err(failure) if failure.exit == Exit::Auth => found,
        Err(failure) => return Err(failure),
    };
    let now = ctx.server_now().await?;
    let (since, until) = args.range.resolve(now, &ctx.out.zone)?;
    let since = since.or_else(|| now.checked_sub(DEFAULT_RANGE).ok()).unwrap_or(now);
    let mut collector = Collector {
        ctx,
        client,
        connection: &connection,
        since,
        // A request of this very moment belongs to it.
        until: until.unwrap_or_else(|| now.checked_add(SignedDuration::from_millis(1)).unwrap_or(now)),
        now,
        unknown: Vec::new(),
        unread: Unread::default(),
    };
    let (mut entries, newest) = collector.read().await;
    let (unknown, unread) = (collector.unknown, collector.unread);
    for what in &unread.0 {
        ctx.term.warn(format!("could not read {what}"));
    }
    entries.retain(|entry| args.kind.is_empty() || args.kind.contains(&entry.kind));
    let total = entries.len() as u64;
    entries.truncate(usize::try_from(args.limit.get()).unwrap_or(usize::MAX));
    let history = History::of(&connection, since, entries, newest, unknown, unread);
    let exit = ctx.show(&history)?;
    args.limit.note_rest(ctx, history.entries.len() as u64, Some(total));
    Ok(exit)
}
