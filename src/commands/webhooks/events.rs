//! `makini webhooks events`.

use serde::Serialize;

use crate::api::webhooks::ConnectionEvents;
use crate::args::{ConnectionArg, resolve};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::view::{Card, Cell, Page, View};

/// Show or choose which events a connection sends
///
/// Endpoints choose among what connections send. Example: `makini webhooks events 'Plant 7' --only 'sync.*'`
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    connection: ConnectionArg,

    /// Send only these from now on, as `sync.failed` or `assets.*`; several
    #[arg(long, value_name = "PATTERN", conflicts_with = "all")]
    only: Vec<String>,

    /// Send all of them from now on
    #[arg(long)]
    all: bool,
}

/// Runs the command.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
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
