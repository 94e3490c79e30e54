//! `makini webhooks inbox gaps`.

use super::super::inbox_args::InboxArgs;
use crate::args::Limit;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::inbox::query::KnownGap;
use crate::view::{Cell, Column, List, Listed};

/// List syncs that ended without a webhook, as `listen --poll` noticed them
///
/// The newest first. A gap that an event filled later says which. Ends with 0 whatever there is: a gap is no failure of
/// the receiver. Example: `makini webhooks inbox gaps --open -o json`
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Only those that no event has filled since
    #[arg(long)]
    open: bool,

    #[command(flatten)]
    limit: Limit,

    #[command(flatten)]
    place: InboxArgs,
}

/// Lists them.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check()?;
    let limit = args.limit.get_u32();
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
