//! `makini webhooks inbox gaps`.

use super::super::inbox_args::InboxArgs;
use crate::args::{Limit, examples};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::inbox::query::KnownGap;
use crate::view::{Cell, Column, List, Listed};

/// List syncs that ended without a webhook (see `listen --poll`)
///
/// Newest first. For a gap that an event filled later, the event is shown. Exits with 0 in any case.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini webhooks inbox gaps --open -o json"])]
pub struct Args {
    /// Only gaps that no event has filled
    #[arg(long)]
    open: bool,

    #[command(flatten)]
    limit: Limit,

    #[command(flatten)]
    place: InboxArgs,
}

/// Lists them.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<List<KnownGap>>()?;
    let limit = args.limit.get_u32();
    args.place.warn_of_copy(ctx).await;
    let mut gaps = args.place.read(ctx, move |store| store.gaps(limit)).await?;
    gaps.retain(|known| !args.open || known.arrival.is_none());
    ctx.show(&List(gaps))
}

const COLUMNS: &[Column<KnownGap>] = &[
    Column::new("since", "ENDED", |known: &KnownGap, look| Cell::time(Some(known.gap.since), look)),
    Column::new("missing", "MISSING", |known, _| Cell::name(known.gap.missing)),
    Column::new("connection", "CONNECTION", |known, _| Cell::id(known.gap.connection.as_str())),
    Column::new("sync", "SYNC", |known, _| Cell::maybe(known.gap.sync.as_deref(), Cell::id)),
    Column::new("found_at", "NOTICED", |known: &KnownGap, look| Cell::time(Some(known.found_at), look)),
    Column::new("arrival", "CAME LATER", |known, _| match known.arrival {
        Some(number) => Cell::good(format!("#{number}")).machine(number.to_string()),
        None => Cell::caution("no").machine(""),
    }),
];

impl Listed for KnownGap {
    const SCHEMA: &'static str = "webhooks.inbox.gaps/1";
    const COLUMNS: &'static [Column<Self>] = COLUMNS;
    const EMPTY: &'static str = "No gaps. `makini webhooks listen --poll 60s` looks for them.";
}
