//! `makini webhooks inbox`.

pub mod copy;
pub mod export;
pub mod gaps;
pub mod list;
pub mod prune;
pub mod retry;
pub mod show;
pub mod stats;

use clap::Subcommand;

use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;

/// Inspect and manage received events
#[derive(Subcommand, Debug)]
#[command(defer = true)]
pub enum Command {
    /// List events, newest first
    List(list::Args),
    /// List syncs that ended without a webhook (see `listen --poll`)
    Gaps(gaps::Args),
    /// Show an event with its headers, body and attempts
    Show(show::Args),
    /// Count events by what came of them, for each connection and handler
    Stats(stats::Args),
    /// Export events with their bodies as NDJSON
    Export(export::Args),
    /// Copy an inbox to another file or database
    Copy(copy::Args),
    /// Remove old events
    Prune(prune::Args),
    /// Retry forwarding failed and pending events
    #[command(visible_alias = "requeue")]
    Retry(retry::Args),
}

/// Runs one of them.
pub async fn run(ctx: &Context, command: Command) -> Result<Exit, Failure> {
    match command {
        Command::List(args) => list::run(ctx, args).await,
        Command::Gaps(args) => gaps::run(ctx, args).await,
        Command::Show(args) => show::run(ctx, args).await,
        Command::Stats(args) => stats::run(ctx, args).await,
        Command::Export(args) => export::run(ctx, args).await,
        Command::Copy(args) => copy::run(ctx, args).await,
        Command::Prune(args) => prune::run(ctx, args).await,
        Command::Retry(args) => retry::run(ctx, args).await,
    }
}
