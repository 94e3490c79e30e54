//! `makini sync`.

pub mod cancel;
pub mod list;
mod outcome;
mod progress;
pub mod schedule;
mod scheduled;
mod seen;
pub mod show;
pub mod start;
pub mod status;

pub mod watch;

use clap::Subcommand;

use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;

/// Start, watch and schedule syncs
#[derive(Subcommand, Debug)]
#[command(defer = true)]
pub enum Command {
    /// Start a sync of a connection
    #[command(alias = "trigger")]
    Start(start::Args),
    /// Show the sync status of connections
    Status(status::Args),
    /// List the syncs of a connection, newest first
    #[command(alias = "ls")]
    List(list::Args),
    /// Show a sync and its entities
    Show(show::Args),
    /// Watch a sync until it ends
    Watch(watch::Args),
    /// Cancel a running sync
    Cancel(cancel::Args),
    /// Set the sync schedule of a connection
    Schedule(schedule::Args),
}

/// Runs one of them.
pub async fn run(ctx: &Context, command: Command) -> Result<Exit, Failure> {
    match command {
        Command::Start(args) => start::run(ctx, args).await,
        Command::Status(args) => status::run(ctx, args).await,
        Command::List(args) => list::run(ctx, args).await,
        Command::Show(args) => show::run(ctx, args).await,
        Command::Watch(args) => watch::run(ctx, args).await,
        Command::Cancel(args) => cancel::run(ctx, args).await,
        Command::Schedule(args) => schedule::run(ctx, args).await,
    }
}
