//! `makini webhooks inbox retry`.

use serde::Serialize;

use super::super::event_filter::{EventFilterArgs, numbers};
use super::super::inbox_args::InboxArgs;
use crate::args::{examples, pasted};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::inbox::query::{Filter, Store};
use crate::view::{Page, View, count};

/// Retry forwarding failed and pending events
///
/// They return to the queue and are due immediately; a running receiver takes them up within a second, otherwise the
/// next one does.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini webhooks inbox retry --connection 'Plant 7'",
    "makini webhooks inbox retry --dead --since 24h",
])]
pub struct Args {
    /// Event IDs or arrival numbers; default: all failed and pending
    #[arg(value_name = "EVENT", value_parser = pasted::id)]
    events: Vec<String>,

    /// Also events that were delivered or matched no route
    #[arg(long)]
    again: bool,

    #[command(flatten)]
    place: InboxArgs,

    #[command(flatten)]
    which: EventFilterArgs,
}

/// Puts them back.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Queued>()?;
    if args.again && args.events.is_empty() && args.which.is_empty() {
        return Err(Failure::usage("`--again` would forward every event there ever was")
            .hint("say which: IDs, or `--event`, `--connection`, `--failed`, `--since`, `--until`"));
    }
    let filter = args.which.filter(ctx, &args.place).await?;
    let (events, again) = (args.events, args.again);
    let queued = args
        .place
        .change(ctx, move |store: &Store| store.retry(&Filter { numbers: numbers(store, &events)?, ..filter }, again));
    let queued = queued.await?;
    let listening = args.place.is_served(ctx).await;
    ctx.show(&Queued { queued, listening })
}

#[derive(Serialize)]
struct Queued {
    queued: u64,
    listening: bool,
}

impl View for Queued {
    const SCHEMA: &'static str = "webhooks.inbox.retry/1";

    fn human(&self, page: &mut Page<'_>) {
        let who = match self.queued {
            0 => return page.line("no events to forward again"),
            1 => "1 event goes to its handler".to_owned(),
            queued => format!("{} events go to their handlers", count(queued)),
        };
        page.line(if self.listening {
            format!("{who} now")
        } else {
            format!(
                "{who} when `makini webhooks listen --forward-to http://127.0.0.1:3000/hook` runs, with their address"
            )
        });
    }
}
