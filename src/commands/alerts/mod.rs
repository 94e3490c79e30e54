//! `makini alerts`.

pub mod add;
pub mod list;
mod local;
pub mod remove;

use clap::Subcommand;

use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;

/// Manage alert rules (latency, error rate, sync age)
#[derive(Subcommand, Debug)]
#[command(defer = true)]
pub enum Command {
    /// List alert rules and their state
    #[command(alias = "ls")]
    List(list::Args),
    /// Add an alert rule
    #[command(alias = "create")]
    Add(add::Args),
    /// Remove an alert rule and its history
    #[command(alias = "delete", alias = "rm")]
    Remove(remove::Args),
    /// List the alert rules that are firing
    Firing(list::FiringArgs),
    /// List when alert rules started and stopped firing, newest first
    History(list::HistoryArgs),
}

/// Runs one of them.
pub async fn run(ctx: &Context, command: Command) -> Result<Exit, Failure> {
    match command {
        Command::List(args) => list::run(ctx, args).await,
        Command::Add(args) => add::run(ctx, args).await,
        Command::Remove(args) => remove::run(ctx, args).await,
        Command::Firing(args) => list::firing(ctx, args).await,
        Command::History(args) => list::history(ctx, args).await,
    }
}
