//! `makini webhooks inbox stats`.

use super::super::event_filter::EventFilterArgs;
use super::super::inbox_args::{InboxArgs, NO_EVENTS};
use crate::args::examples;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::inbox::query::OutcomeCounts;
use crate::view::{Cell, Column, List, ListOr, Listed};

/// Count events by what came of them, for each connection and handler
///
/// Each event is counted once, by its last try: delivered, or failing; of one that was sent again, by `replay` or `inbox retry`,
/// against the try before: fixed, still failing, or regressed. The handler is that of the last try; events that were never
/// tried have none. What is paused is noted. Exits with 0 in any case: `makini check --max-failing-events 0` is the gate.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini webhooks inbox stats --since 24h"])]
pub struct Args {
    #[command(flatten)]
    place: InboxArgs,

    #[command(flatten)]
    which: EventFilterArgs,
}

/// Counts them.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<List<OutcomeCounts>>()?;
    let filter = args.which.filter(ctx, &args.place).await?;
    args.place.warn_of_copy(ctx).await;
    let counted = args.place.read(ctx, move |store| Ok((store.stats(&filter)?, store.is_empty()?)));
    let (counts, is_empty) = counted.await?;
    args.place.note_pauses(ctx).await;
    ctx.show(&ListOr::new(counts, if is_empty { NO_EVENTS } else { OutcomeCounts::EMPTY }))
}

const COLUMNS: &[Column<OutcomeCounts>] = &[
    Column::new("connection", "CONNECTION", |one: &OutcomeCounts, _| {
        one.connection.as_deref().map_or_else(|| Cell::muted("not in the body").machine(""), Cell::id)
    })
    .essential(),
    Column::new("handler", "HANDLER", |one: &OutcomeCounts, _| {
        one.handler.as_deref().map_or_else(|| Cell::muted("never tried").machine(""), Cell::path)
    })
    .essential(),
    Column::new("received", "RECEIVED", |one: &OutcomeCounts, _| Cell::count(one.received)).right().essential(),
    Column::new("delivered", "DELIVERED", |one: &OutcomeCounts, _| Cell::count(one.delivered)).right(),
    Column::new("fixed", "FIXED", |one: &OutcomeCounts, _| Cell::count(one.fixed)).right(),
    Column::new("failing", "FAILING", |one: &OutcomeCounts, _| bad(one.failing)).right(),
    Column::new("still_failing", "STILL FAILING", |one: &OutcomeCounts, _| bad(one.still_failing)).right(),
    Column::new("regressed", "REGRESSED", |one: &OutcomeCounts, _| bad(one.regressed)).right(),
    Column::new("waiting", "WAITING", |one: &OutcomeCounts, _| Cell::count(one.waiting)).right(),
    Column::new("untried", "UNTRIED", |one: &OutcomeCounts, _| Cell::count(one.untried)).right(),
    Column::new("oldest_pending_at", "OLDEST PENDING", |one: &OutcomeCounts, look| {
        Cell::time(one.oldest_pending_at, look)
    }),
    Column::new("paused_since", "PAUSED SINCE", |one: &OutcomeCounts, look| Cell::time(one.paused_since, look)).minor(),
];

fn bad(events: u64) -> Cell<'static> {
    let cell = Cell::count(events);
    if events > 0 { cell.style(crate::term::Style::Bad) } else { cell }
}

impl Listed for OutcomeCounts {
    const SCHEMA: &'static str = "webhooks.inbox.stats/1";
    const COLUMNS: &'static [Column<Self>] = COLUMNS;
    const EMPTY: &'static str = "No such events in the inbox.";
}
