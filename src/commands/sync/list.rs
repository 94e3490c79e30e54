//! `makini sync list`.

use crate::api::sync::Sync;
use crate::args::{Limit, OptionalConnectionArg, examples, resolve};
use crate::client::{Error, PageOptions};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::view::sync::state;
use crate::view::{Cell, Column, Rows, span};

/// List the syncs of a connection, newest first
///
/// On a server that lists no syncs (`sync_list`), those that this machine saw are shown, without an ID: the latest, as the
/// connection's own token reads it (source `integration`), and earlier ones from the journal (source `journal`). Between them
/// others may have run, so that one whose beginning and end were seen took at most the time between the two.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini sync list \"Plant 7\" --limit 10"])]
pub struct Args {
    #[command(flatten)]
    connection: OptionalConnectionArg,

    #[command(flatten)]
    limit: Limit,
}

/// Lists them.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    let mut rows = Rows::new(&ctx.term, &ctx.out, "sync.list/1", COLUMNS, "No sync of this connection has run yet.")?
        .dated_by(|| ctx.now());
    let client = ctx.client().await?;
    let connection = resolve::connection_or_own(ctx, client, args.connection.as_deref()).await?;
    let limit = usize::try_from(args.limit.get()).unwrap_or(usize::MAX);
    let options = PageOptions { per_page: Some(args.limit.per_page()), first: None, limit: Some(args.limit.get()) };
    let mut pages = match client.sync_pages(connection.id(), options).await {
        Ok(pages) => pages,
        Err(Error::Unsupported { .. }) => {
            for sync in super::seen::syncs(ctx, client, connection.id()).await?.into_iter().take(limit) {
                rows.push(sync)?;
            }
            rows.finish()?;
            return Ok(Exit::Ok);
        }
        Err(error) => return Err(error.into()),
    };
    while let Some(page) = pages.next().await.during(|| "could not list syncs".into())? {
        for sync in page {
            rows.push(sync)?;
        }
        rows.flush()?;
    }
    let total = pages.meta().total;
    args.limit.note_rest(ctx, rows.finish()?, total);
    Ok(Exit::Ok)
}

/// Syncs as a table.
const COLUMNS: &[Column<Sync>] = &[
    Column::new("id", "SYNC", |sync: &Sync, _| Cell::maybe(sync.id.as_deref(), Cell::id)),
    Column::new("status", "STATUS", |sync: &Sync, _| state(sync.status.as_deref())).essential(),
    Column::new("mode", "MODE", |sync: &Sync, _| Cell::maybe(sync.mode.as_deref(), Cell::text)),
    Column::new("trigger", "TRIGGER", |sync: &Sync, _| Cell::maybe(sync.trigger.as_deref(), Cell::text)),
    Column::new("started_at", "STARTED", |sync: &Sync, look| {
        Cell::timestamp(sync.started_at.as_deref().or(sync.created_at.as_deref()), look)
    }),
    Column::new("took_ms", "TOOK", |sync: &Sync, look| match sync.elapsed(look.now) {
        // Its end may have been missed, and what was seen is that of a later one.
        Some(time) if is_put_together(sync) => Cell::number(format!("≤ {}", span(time))).machine(""),
        time => Cell::millis(time),
    })
    .right(),
    Column::new("read", "READ", |sync: &Sync, _| Cell::maybe(sync.counts().0, Cell::count)).right(),
    Column::new("error.code", "ERROR", |sync: &Sync, _| {
        let error = sync.error.as_ref();
        Cell::maybe(error.and_then(|error| error.code.as_deref().or(error.message.as_deref())), Cell::bad)
    }),
    Column::new("error.request_id", "REQUEST", |sync: &Sync, _| {
        Cell::maybe(sync.error.as_ref().and_then(|error| error.request_id.as_deref()), Cell::id)
    }),
    Column::new("percent", "%", |sync: &Sync, _| Cell::maybe(sync.percent(), Cell::number)).right().extra(),
    Column::new("finished_at", "FINISHED", |sync: &Sync, look| Cell::timestamp(sync.finished_at.as_deref(), look))
        .extra(),
];

/// Returns whether beginning and end were seen by this machine, and not told by the server as those of one sync.
fn is_put_together(sync: &Sync) -> bool {
    sync.extra.contains_key("source") && sync.started_at.is_some() && sync.finished_at.is_some()
}
