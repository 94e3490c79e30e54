//! `makini webhooks events`.

use serde::Serialize;

use crate::api::webhooks::ConnectionEvents;
use crate::args::{ConnectionArg, examples, resolve};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::samples::check_names;
use crate::view::{Card, Cell, Page, View};

/// Show or set the events that a connection sends
///
/// Endpoints receive a selection of the events that connections send.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini webhooks events 'Plant 7'",
    "makini webhooks events 'Plant 7' --only 'sync.*'",
])]
pub struct Args {
    #[command(flatten)]
    connection: ConnectionArg,

    /// Send only these events, for example `sync.failed` or `assets.*` (can be repeated)
    #[arg(long, value_name = "PATTERN", conflicts_with = "all")]
    only: Vec<String>,

    /// Send all events
    #[arg(long)]
    all: bool,
}

/// Runs the command.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Chosen>()?;
    check_names(&args.only)?;
    let client = ctx.client().await?;
    let connection = resolve::connection(ctx, client, &args.connection).await?;
    let id = connection.id();
    let chosen = if args.all || !args.only.is_empty() {
        client.set_connection_events(id, &args.only).await.during(|| format!("could not choose the events of {id}"))?
    } else {
        client.connection_events(id).await.during(|| format!("could not look up the events of {id}"))?
    };
    ctx.show(&Chosen { name: connection.name.clone(), chosen })
}

#[derive(Serialize)]
struct Chosen {
    #[serde(rename = "connection")]
    name: Option<String>,
    #[serde(flatten)]
    chosen: ConnectionEvents,
}

impl View for Chosen {
    const SCHEMA: &'static str = "webhooks.events/1";

    fn human(&self, page: &mut Page<'_>) {
        let events = &self.chosen.events;
        let sends = if events.is_empty() { Cell::good("all events") } else { Cell::text(events.join(" ")) };
        page.card(
            &Card::new()
                .row("Connection", Cell::maybe(self.name.as_deref(), Cell::name))
                .row("ID", Cell::maybe(self.chosen.connection_id.as_deref(), Cell::id))
                .row("Sends", sends),
        );
    }
}
