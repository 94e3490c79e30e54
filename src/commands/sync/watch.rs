//! `makini sync watch`.

use std::time::Duration;

use super::outcome::Outcome;
use super::progress::follow_with_progress;
use crate::args::{OptionalConnectionArg, resolve};
use crate::connections::sync::Follow;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::measure::parse_duration;

/// Watch a sync to its end
///
/// Shows how far each entity is and ends by the result: 0 completed, 1 failed or cancelled, 8 still going when
/// `--wait-time` is over. Ctrl-C ends the watch, never the sync. A sync that has ended already is told at once. With
/// `-o ndjson` every change is one line. Example: `makini sync watch 'Plant 7' --wait-time 10m`
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    connection: OptionalConnectionArg,

    /// The sync's ID; the newest one if not given
    #[arg(value_name = "SYNC")]
    sync: Option<String>,

    /// How long to watch, as `10m`; to the end if not given
    #[arg(long, value_name = "TIME", value_parser = parse_duration)]
    wait_time: Option<Duration>,
}

/// Watches it.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check()?;
    let client = ctx.client().await?;
    let connection = resolve::connection_or_own(ctx, client, args.connection.as_deref()).await?;
    let follow = Follow {
        client,
        connection: connection.id(),
        sync: args.sync,
        before: None,
        limit: args.wait_time,
        shutdown: ctx.shutdown(),
    };
    let followed = follow_with_progress(ctx, &connection, follow).await.during(|| "could not watch the sync".into())?;
    ctx.show(&Outcome::of(&connection, followed)?)
}
