//! `makini sync schedule`.

use std::time::Duration;

use serde::Serialize;
use serde_json::Value;

use crate::args::schedule::Schedule;
use crate::args::{ConnectionArg, examples, resolve};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::view::{Card, Cell, Page, View};

/// Set the sync schedule of a connection
///
/// From every 15 minutes to once a day, or `off`.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini sync schedule \"Plant 7\" 1h", "makini sync schedule \"Plant 7\" off"])]
pub struct Args {
    #[command(flatten)]
    connection: ConnectionArg,

    /// Interval: `15m` to `24h`, or `off`
    #[arg(value_name = "TIME")]
    every: Schedule,
}

/// Sets it.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<ScheduleAnswer>()?;
    let client = ctx.client().await?;
    let connection = resolve::connection(ctx, client, &args.connection).await?;
    let seconds = args.every.seconds();
    let answer = client
        .set_sync_schedule(connection.id(), seconds)
        .await
        .during(|| format!("could not set the schedule of `{}`", connection.display_name()))?;
    ctx.show(&ScheduleAnswer {
        connection_id: connection.id().to_owned(),
        connection: connection.display_name().to_owned(),
        schedule_seconds: answer.get("schedule_seconds").map_or(seconds, Value::as_u64),
        next_sync_at: answer.get("next_sync_at").and_then(Value::as_str).map(str::to_owned),
    })
}

/// The schedule as the server has it now.
#[derive(Serialize)]
struct ScheduleAnswer {
    connection_id: String,
    connection: String,
    schedule_seconds: Option<u64>,
    next_sync_at: Option<String>,
}

impl View for ScheduleAnswer {
    const SCHEMA: &'static str = "sync.schedule/1";

    fn human(&self, page: &mut Page<'_>) {
        let look = page.look().clone();
        let every = match self.schedule_seconds {
            Some(seconds) => Cell::span(Some(Duration::from_secs(seconds))),
            None => Cell::caution("off: it syncs only when it is told to"),
        };
        page.card(
            &Card::new()
                .row("Connection", Cell::name(self.connection.as_str()))
                .row("Syncs every", every)
                .row("Next sync", Cell::timestamp(self.next_sync_at.as_deref(), &look)),
        );
    }
}
