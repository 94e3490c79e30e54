//! `makini webhooks events`.

use std::collections::BTreeMap;

use serde::Serialize;

use super::received;
use crate::api::operation::Operation;
use crate::api::webhooks::ConnectionEvents;
use crate::args::{ConnectionArg, examples, resolve};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::inbox::query::{Entry, Filter};
use crate::samples::check_names;
use crate::view::{Card, Cell, Page, View};

/// Show or set the events that a connection sends
///
/// Endpoints receive a selection of the events that connections send. On a server that does not return the selection, the
/// events of the connection that this machine received are listed, from its inbox; which others it sends is not known: in JSON
/// `source` is then `inbox` and `events` is null. Without an inbox, and to change the selection, it ends with 15 there.
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
    let (id, name) = (connection.id(), connection.name.clone());
    let is_shown = !args.all && args.only.is_empty();
    let during = || format!("could not look up the events of {id}");
    if is_shown && client.offered(Operation::ConnectionEventsGet).await.during(during)?.is_none() {
        let filter = Filter { connection: Some(id.to_owned()), ..Filter::default() };
        let entries = received::entries(ctx, filter).await?;
        let entries = received::known(entries, Operation::ConnectionEventsGet).during(during)?;
        ctx.term.warn(
            "this server does not return which events a connection sends: these are those that this machine received \
             (`makini webhooks inbox list`)",
        );
        let (connection_id, received) = (Some(id.to_owned()), Some(counts(entries)));
        return ctx.show(&Chosen { name, source: "inbox", connection_id, events: None, received });
    }
    let chosen = if is_shown {
        client.connection_events(id).await.during(during)?
    } else {
        client.set_connection_events(id, &args.only).await.during(|| format!("could not choose the events of {id}"))?
    };
    let ConnectionEvents { connection_id, events } = chosen;
    ctx.show(&Chosen { name, source: "server", connection_id, events: Some(events), received: None })
}

/// Counts events by their names.
fn counts(entries: Vec<Entry>) -> BTreeMap<String, u64> {
    let mut counts = BTreeMap::new();
    for entry in entries {
        *counts.entry(entry.event).or_default() += 1;
    }
    counts
}

#[derive(Serialize)]
struct Chosen {
    #[serde(rename = "connection")]
    name: Option<String>,
    /// `server`, or `inbox` where the server does not return the selection.
    source: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    connection_id: Option<String>,
    /// Empty for all events; null where the selection is not known.
    events: Option<Vec<String>>,
    /// How often each event is in the inbox of this machine.
    #[serde(skip_serializing_if = "Option::is_none")]
    received: Option<BTreeMap<String, u64>>,
}

impl View for Chosen {
    const SCHEMA: &'static str = "webhooks.events/1";

    fn human(&self, page: &mut Page<'_>) {
        let sends = match self.events.as_deref() {
            Some([]) => Cell::good("all events"),
            Some(events) => Cell::text(events.join(" ")),
            None => Cell::caution("not known"),
        };
        let mut card = Card::new()
            .row("Connection", Cell::maybe(self.name.as_deref(), Cell::name))
            .row("ID", Cell::maybe(self.connection_id.as_deref(), Cell::id))
            .row("Sends", sends);
        if let Some(received) = &self.received {
            card = card.section(if received.is_empty() { "Received here: none" } else { "Received here" });
            for (event, count) in received {
                card = card.row(event.as_str(), Cell::count(*count));
            }
        }
        page.card(&card);
    }
}
