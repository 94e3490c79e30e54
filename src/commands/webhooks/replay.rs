//! `makini webhooks replay`.

use std::collections::HashSet;

use super::event_filter::{EventFilterArgs, numbers};
use super::inbox_args::InboxArgs;
use super::outcome_cell::outcome;
use crate::args::{AllowedHosts, examples, pasted};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::inbox::forward::{Routes, Target};
use crate::inbox::query::{Filter, ForwardState, Outcome, Replayed, Replayer, Store};
use crate::view::{Cell, Column, Rows};

/// Replay received events to a handler
///
/// In the order of arrival, one at a time, with the original body and signature. Each result is compared with the try before:
/// fixed, still failing, or regressed. The forwarding state is not changed. Exits with 1 if a handler rejected an event.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini webhooks replay --failed --since 2h --to http://127.0.0.1:3000/hook",
    "makini webhooks replay --event 'sync.*' --since 2h --to http://127.0.0.1:3000/hook",
])]
pub struct Args {
    /// Event IDs or arrival numbers
    #[arg(value_name = "EVENT", value_parser = pasted::id)]
    events: Vec<String>,

    /// URL of the handler
    #[arg(long, value_name = "URL")]
    to: String,

    #[command(flatten)]
    allow_host: AllowedHosts,

    /// All events of the inbox
    #[arg(long, conflicts_with = "events")]
    all: bool,

    #[command(flatten)]
    place: InboxArgs,

    #[command(flatten)]
    which: EventFilterArgs,
}

const COLUMNS: &[Column<Replayed>] = &[
    Column::new("number", "#", |one: &Replayed, _| Cell::number(one.number)).right(),
    Column::new("event", "EVENT", |one, _| Cell::name(one.event.as_str())),
    Column::new("target", "TO", |one, _| Cell::path(one.target.as_str())),
    Column::new("status", "ANSWER", |one, _| match one.status {
        Some(status) if one.is_ok() => Cell::good(status.to_string()),
        Some(status) => Cell::bad(status.to_string()),
        None => Cell::bad("none"),
    }),
    Column::new("outcome", "OUTCOME", |one, _| outcome(one.outcome)),
    Column::new("millis", "MS", |one: &Replayed, _| Cell::number(one.millis)).right(),
    Column::new("error", "WHAT WENT WRONG", |one, _| Cell::maybe(one.error.as_deref(), Cell::text)),
];

/// Sends them.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    let mut rows = Rows::new(&ctx.term, &ctx.out, "webhooks.replay/1", COLUMNS, "No such events in the inbox.")?
        .dated_by(|| ctx.now());
    let target = Target::parse(&args.to, &args.allow_host)?;
    if args.events.is_empty() && args.which.is_empty() && !args.all {
        return Err(Failure::usage("nothing says which events to send").hint(
            "name IDs, `--failed`, `--event`, `--connection`, `--since` or `--until`; `--all` sends every event",
        ));
    }
    let filter = args.which.filter(ctx, &args.place).await?;
    let events = args.events.clone();
    let named = args.place.read(ctx, move |store: &Store| numbers(store, &events)).await?;
    let mut routes = Routes::to(target);
    routes.network = ctx.network();
    routes.timeout = ctx.handling_time(routes.timeout);
    let replayer = Replayer::open(&args.place.place(ctx)?, routes, &ctx.clock)?;
    let chosen = replayer.numbers(Filter { numbers: named, ..filter }).await?;
    let (total, mut sent, mut refused) = (chosen.len(), 0_usize, 0_usize);
    let (mut outcomes, mut numbers) = (Vec::with_capacity(total), HashSet::new());
    let stop = ctx.shutdown();
    let mut cancelled = std::pin::pin!(stop.cancelled());
    let mut ended = None;
    for number in chosen {
        let one = tokio::select! {
            biased;
            exit = &mut cancelled => {
                ended = Some(exit);
                break;
            }
            one = replayer.send(number) => one?,
        };
        sent += 1;
        refused += usize::from(!one.is_ok());
        outcomes.push(one.outcome);
        numbers.insert(number);
        rows.push(one)?;
        rows.flush()?;
    }
    rows.finish()?;
    if total > 0 {
        let compared = [Outcome::Fixed, Outcome::StillFailing, Outcome::Regressed].map(|compared| {
            let count = outcomes.iter().filter(|outcome| **outcome == compared).count();
            (count > 0).then(|| format!("{count} {}", compared.as_str()))
        });
        let compared: Vec<String> = compared.into_iter().flatten().collect();
        let against = if compared.is_empty() { String::new() } else { format!("; {}", compared.join(", ")) };
        ctx.term.status(format!("{sent} of {total} sent, {} taken, {refused} refused{against}", sent - refused));
    }
    if !numbers.is_empty() {
        let (from, to) = (numbers.iter().min().copied(), numbers.iter().max().copied());
        let pending = Filter { state: Some(ForwardState::Pending), from, to, ..Filter::default() };
        let pending = args.place.read(ctx, move |store: &Store| store.numbers(&pending)).await?;
        let queued = pending.iter().filter(|number| numbers.contains(number)).count();
        if queued > 0 {
            ctx.term.note(format!("still queued, and forwarded again when their turn comes: {queued} of these events"));
        }
    }
    Ok(ended.unwrap_or(if refused == 0 { Exit::Ok } else { Exit::Unhealthy }))
}
