//! `makini webhooks pause` and `makini webhooks resume`.

use super::event_filter::connection;
use super::handlers;
use super::inbox_args::InboxArgs;
use crate::args::{ConnectionFilter, examples};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::inbox::pauses::{Pause, Paused};
use crate::inbox::query::Store;
use crate::shell::option;
use crate::view::{Cell, Column, List, Listed};

/// Pause forwarding the events of a connection or to a handler
///
/// Events are received and stored as before, and wait. Running receivers keep to it within a second, and so do later ones;
/// an attempt that runs goes on. Behind an event that waits for a handler, the later events of its connection wait as well.
/// A pause is of a connection with every handler, or of a handler with every connection. Without `--connection` and `--handler`,
/// only lists what is paused.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini webhooks pause --handler http://127.0.0.1:3000/hook",
    "makini webhooks pause --connection 'Plant 7'",
])]
pub struct Args {
    #[command(flatten)]
    what: WhatArgs,

    #[command(flatten)]
    place: InboxArgs,
}

/// Resume forwarding that was paused
///
/// Events that waited are forwarded in order; a running receiver begins within a second. Shows what is still paused.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini webhooks resume --all"])]
#[command(group(clap::ArgGroup::new("resumed").args(["connection", "handler", "all"]).required(true).multiple(true)))]
pub struct ResumeArgs {
    #[command(flatten)]
    what: WhatArgs,

    /// Everything that is paused
    #[arg(long, conflicts_with_all = ["connection", "handler"])]
    all: bool,

    #[command(flatten)]
    place: InboxArgs,
}

/// Whose events.
#[derive(clap::Args, Clone, Debug)]
struct WhatArgs {
    #[command(flatten)]
    connection: ConnectionFilter,

    /// Only this handler: its name in the configuration, or its URL as `webhooks inbox stats` shows it
    #[arg(long, value_name = "HANDLER")]
    handler: Option<String>,
}

impl WhatArgs {
    /// Returns what is named, if anything is. `verb` is the command.
    ///
    /// # Errors
    /// It is unknown, or a connection and a handler are named: each is paused as a whole, and both together would read as
    /// the events of one to the other.
    async fn named(&self, ctx: &Context, place: &InboxArgs, verb: &str) -> Result<Option<Paused>, Failure> {
        match (self.connection.as_deref(), &self.handler) {
            (None, None) => Ok(None),
            (Some(text), None) => Ok(Some(Paused::Connection(connection(ctx, place, text).await?))),
            (None, Some(text)) => Ok(Some(Paused::Handler(handlers::address(ctx, text)?))),
            (Some(connection), Some(handler)) => {
                let address = handlers::address(ctx, handler)?;
                // Without a key in the query of a URL.
                let handler = if handler.contains("://") { &address } else { handler };
                let inbox = place.option().map(|inbox| format!(" {inbox}")).unwrap_or_default();
                let line = |option: String| format!("`makini webhooks {verb} {option}{inbox}`");
                let (of, to) = (option("--connection", connection), option("--handler", handler));
                let failure =
                    Failure::usage("`--connection` and `--handler` cannot be combined: a pause is of one of them");
                Err(failure
                    .hint(format!("{} is about the connection, with every handler", line(of)))
                    .hint(format!("{} is about the handler, with every connection", line(to))))
            }
        }
    }
}

/// Pauses, and shows what is paused.
pub async fn pause(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<List<Pause>>()?;
    let (named, now) = (args.what.named(ctx, &args.place, "pause").await?, ctx.clock.now());
    let Some(paused) = named else {
        return ctx.show(&List(args.place.read(ctx, Store::pauses).await?));
    };
    let changed = args.place.change(ctx, move |store| {
        let is_new = store.pause(&paused, now)?;
        let unknown = match paused {
            Paused::Handler(address) if !store.has_sent_to(&address)? => Some(address),
            _ => None,
        };
        Ok((is_new, unknown, store.pauses()?))
    });
    let (is_new, unknown, pauses) = changed.await?;
    if let Some(address) = unknown {
        ctx.term.note(format!("no event was sent to {address} yet"));
    }
    if !is_new {
        ctx.term.note("that was paused already");
    }
    ctx.show(&List(pauses))
}

/// Resumes, and shows what is paused still.
pub async fn resume(ctx: &Context, args: ResumeArgs) -> Result<Exit, Failure> {
    ctx.out.check_for::<List<Pause>>()?;
    let (named, all) = (args.what.named(ctx, &args.place, "resume").await?, args.all);
    let changed = args.place.change(ctx, move |store| {
        let named = if all { store.pauses()?.into_iter().filter_map(of).collect() } else { Vec::from_iter(named) };
        let mut ended = 0;
        for paused in &named {
            ended += usize::from(store.resume(paused)?);
        }
        Ok((ended, store.pauses()?))
    });
    let (ended, pauses) = changed.await?;
    match ended {
        0 => ctx.term.note("that was not paused"),
        1 => ctx.term.status("1 pause ended"),
        more => ctx.term.status(format!("{more} pauses ended")),
    }
    ctx.show(&List(pauses))
}

fn of(pause: Pause) -> Option<Paused> {
    pause.connection.map(Paused::Connection).or(pause.handler.map(Paused::Handler))
}

const COLUMNS: &[Column<Pause>] = &[
    Column::new("connection", "CONNECTION", |one: &Pause, _| Cell::maybe(one.connection.as_deref(), Cell::id))
        .essential(),
    Column::new("handler", "HANDLER", |one: &Pause, _| Cell::maybe(one.handler.as_deref(), Cell::path)).essential(),
    Column::new("since", "PAUSED SINCE", |one: &Pause, look| Cell::time(Some(one.since), look)),
];

impl Listed for Pause {
    const SCHEMA: &'static str = "webhooks.pauses/1";
    const COLUMNS: &'static [Column<Self>] = COLUMNS;
    const EMPTY: &'static str = "Nothing is paused.";
}
