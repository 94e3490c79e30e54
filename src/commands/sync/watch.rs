//! `makini sync watch`.

use std::time::Duration;

use super::outcome::Outcome;
use super::progress::follow_with_progress;
use crate::args::{OptionalConnectionArg, examples, pasted, resolve};
use crate::connections::sync::Follow;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::measure::parse_duration;

/// Watch a sync until it ends
///
/// Shows the progress of each entity and exits by the result: 0 completed, 1 failed or canceled, 8 still running after
/// `--wait-time`. Ctrl-C stops watching, not the sync. The result of a sync that has ended is shown immediately. With
/// `-o ndjson`, each change is one line.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini sync watch \"Plant 7\" --wait-time 10m"])]
pub struct Args {
    #[command(flatten)]
    connection: OptionalConnectionArg,

    /// Sync ID; default: the latest
    #[arg(value_name = "SYNC", value_parser = pasted::id)]
    sync: Option<String>,

    /// Maximum time to watch, for example `10m` [default: the setting `wait_time`, 1h]
    #[arg(long, value_name = "TIME", value_parser = parse_duration)]
    wait_time: Option<Duration>,
}

/// Watches it.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Outcome>()?;
    let client = ctx.client().await?;
    let connection = resolve::connection_or_own(ctx, client, args.connection.as_deref()).await?;
    let follow = Follow {
        client,
        connection: connection.id(),
        sync: args.sync,
        before: None,
        limit: Some(args.wait_time.unwrap_or_else(|| ctx.settings.duration("wait_time"))),
        shutdown: ctx.shutdown(),
    };
    let followed = follow_with_progress(ctx, &connection, follow).await.during(|| "could not watch the sync".into())?;
    ctx.show(&Outcome::of(&connection, followed)?)
}
