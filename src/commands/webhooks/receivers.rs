//! `makini webhooks receivers`.

use super::inbox_args::InboxArgs;
use crate::args::examples;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::inbox::query::ActiveReceiver;
use crate::view::{Cell, Column, List, Listed};

/// List the receivers of an inbox
///
/// With the connections that each forwards at the moment, the events it stored, and how long the oldest of its events has been
/// waiting; what is paused is noted. An inbox in a file has one receiver at most. Exits with 0 in any case.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini webhooks receivers --inbox postgres://makini@db.example/makini"])]
pub struct Args {
    #[command(flatten)]
    place: InboxArgs,
}

/// Lists them.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<List<ActiveReceiver>>()?;
    let receivers = args.place.receivers(ctx).await?;
    args.place.note_pauses(ctx).await;
    ctx.show(&List(receivers))
}

const COLUMNS: &[Column<ActiveReceiver>] = &[
    Column::new("id", "#", |one: &ActiveReceiver, _| Cell::maybe(one.id, Cell::number)).right(),
    Column::new(
        "alive",
        "STATE",
        |one: &ActiveReceiver, _| if one.alive { Cell::good("alive") } else { Cell::bad("not seen") },
    )
    .essential(),
    Column::new("host", "HOST", |one: &ActiveReceiver, _| Cell::name(one.host.as_str())).essential(),
    Column::new("address", "ADDRESS", |one: &ActiveReceiver, _| Cell::maybe(one.address.as_deref(), Cell::text)),
    Column::new("started_at", "SINCE", |one: &ActiveReceiver, look| Cell::time(Some(one.started_at), look)),
    Column::new("lanes", "CONNECTIONS", |one: &ActiveReceiver, _| Cell::count(one.lanes)).right(),
    Column::new("stored", "STORED", |one: &ActiveReceiver, _| Cell::maybe(one.stored, Cell::number)).right(),
    Column::new("stored_per_second", "A SECOND", |one: &ActiveReceiver, _| {
        Cell::maybe(one.stored_per_second, Cell::number)
    })
    .right(),
    Column::new("lag_seconds", "LAG S", |one: &ActiveReceiver, _| Cell::maybe(one.lag_seconds, Cell::number)).right(),
    Column::new("late_marks", "LATE", |one: &ActiveReceiver, _| Cell::count(one.late_marks)).right().minor(),
    Column::new("pid", "PROCESS", |one: &ActiveReceiver, _| Cell::number(one.pid)).right().extra(),
    Column::new("version", "VERSION", |one: &ActiveReceiver, _| Cell::maybe(one.version.as_deref(), Cell::text))
        .extra(),
    Column::new("seen_at", "SEEN", |one: &ActiveReceiver, look| Cell::time(one.seen_at, look)).extra(),
];

impl Listed for ActiveReceiver {
    const SCHEMA: &'static str = "webhooks.receivers/1";
    const COLUMNS: &'static [Column<Self>] = COLUMNS;
    const EMPTY: &'static str = "No receiver runs on this inbox. `makini webhooks listen` starts one.";
}
