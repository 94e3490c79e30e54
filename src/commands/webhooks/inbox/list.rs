//! `makini webhooks inbox list`.

use super::super::event_filter::EventFilterArgs;
use super::super::inbox_args::{InboxArgs, NO_EVENTS};
use super::super::outcome_cell::outcome;
use crate::args::{Limit, examples};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::inbox::Verdict;
use crate::inbox::query::{Entry, Filter, ForwardState, Order};
use crate::view::{Cell, Column, List, ListOr, Listed, count};

/// List events, newest first
///
/// A receiver may be running. `2 +1 other` under REPEATS: it came twice again, and once under its ID with another body.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini webhooks inbox list --event 'sync.*' --since 1h",
    "makini webhooks inbox list --dead",
])]
pub struct Args {
    /// Only events that were received more than once
    #[arg(long)]
    duplicated: bool,

    /// Only events whose ID was received with different bodies
    #[arg(long)]
    conflicted: bool,

    #[command(flatten)]
    limit: Limit,

    #[command(flatten)]
    place: InboxArgs,

    #[command(flatten)]
    which: EventFilterArgs,
}

/// Lists them.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<List<Entry>>()?;
    let filter = Filter {
        duplicated: args.duplicated,
        conflicted: args.conflicted,
        limit: Some(args.limit.get_u32()),
        order: Order::Newest,
        ..args.which.filter(ctx, &args.place).await?
    };
    args.place.warn_of_copy(ctx).await;
    let listed = args.place.read(ctx, move |store| Ok((store.list(&filter)?, store.is_empty()?)));
    let (events, is_empty) = listed.await?;
    ctx.show(&ListOr::new(events, if is_empty { NO_EVENTS } else { Entry::EMPTY }))
}

const COLUMNS: &[Column<Entry>] = &[
    Column::new("number", "#", |entry: &Entry, _| Cell::number(entry.number)).right(),
    Column::new("received_at", "RECEIVED", |entry, look| Cell::time(Some(entry.received_at), look)),
    Column::new("verdict", "SIGNATURE", |entry: &Entry, _| verdict(entry.verdict)).essential(),
    Column::new("event", "EVENT", |entry: &Entry, _| Cell::name(entry.event.as_str())).essential(),
    Column::new("connection", "CONNECTION", |entry: &Entry, _| Cell::id(entry.connection.as_str())).minor(),
    Column::new("id", "ID", |entry: &Entry, _| Cell::id(short(&entry.id)).machine(entry.id.as_str())).minor(),
    Column::new("bytes", "SIZE", |entry: &Entry, _| Cell::bytes(entry.bytes)).right(),
    Column::new("duplicates", "REPEATS", |entry: &Entry, _| repeats(entry)).right(),
    Column::new("forward", "FORWARDED", |entry, _| forward(entry.forward)),
    Column::new("outcome", "OUTCOME", |entry: &Entry, _| outcome(entry.outcome)).essential(),
    Column::new("conflicts", "CONFLICTS", |entry: &Entry, _| Cell::count(entry.conflicts)).right().extra(),
    Column::new("tries", "TRIES", |entry: &Entry, _| Cell::number(entry.tries)).right().extra(),
    Column::new("first_try_at", "FIRST TRY", |entry: &Entry, look| Cell::time(entry.first_try_at, look)).extra(),
    Column::new("last_try_at", "LAST TRY", |entry: &Entry, look| Cell::time(entry.last_try_at, look)).extra(),
    Column::new("next_attempt_at", "NEXT TRY", |entry: &Entry, look| Cell::time(entry.next_attempt_at, look)).extra(),
    Column::new("timestamp", "HAPPENED", |entry: &Entry, _| Cell::maybe(entry.timestamp.as_deref(), Cell::text))
        .extra(),
    Column::new("mode", "MATCHED", |entry: &Entry, _| Cell::maybe(entry.mode.as_deref(), Cell::text)).extra(),
];

impl Listed for Entry {
    const SCHEMA: &'static str = "webhooks.inbox.list/1";
    const COLUMNS: &'static [Column<Self>] = COLUMNS;
    const EMPTY: &'static str = "No such events in the inbox.";
}

/// Shows how often an event was received again, and how often with another body.
fn repeats(entry: &Entry) -> Cell<'static> {
    match entry.conflicts {
        0 => Cell::count(entry.duplicates),
        others => Cell::caution(format!("{} +{} other", count(entry.duplicates), count(others)))
            .machine(entry.duplicates.to_string()),
    }
}

/// Returns an ID, shortened where it was made of the body: whole ones would leave no room for anything else.
fn short(id: &str) -> String {
    match id.strip_prefix("sha256:") {
        Some(digest) if digest.len() > 12 => format!("sha256:{}…", digest.chars().take(12).collect::<String>()),
        _ => id.to_owned(),
    }
}

/// Shows what was made of a signature.
pub(super) fn verdict(verdict: Verdict) -> Cell<'static> {
    match verdict {
        Verdict::Verified => Cell::good(verdict.as_str()),
        Verdict::Rejected => Cell::bad(verdict.as_str()),
        Verdict::Unverified => Cell::caution(verdict.as_str()),
    }
}

/// Shows where forwarding stands.
pub(super) fn forward(state: ForwardState) -> Cell<'static> {
    match state {
        ForwardState::None => Cell::muted(state.as_str()),
        ForwardState::Pending => Cell::caution(state.as_str()),
        ForwardState::Delivered => Cell::good(state.as_str()),
        ForwardState::Failed => Cell::bad(state.as_str()),
    }
}
