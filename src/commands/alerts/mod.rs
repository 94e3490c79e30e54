//! `makini alerts`.

pub mod add;
pub mod list;
pub mod remove;

use clap::Subcommand;

use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;

/// Be told when latency, errors or old data cross a line
#[derive(Subcommand, Debug)]
#[command(defer = true)]
pub enum Command {
    /// List alert rules and how they stand
    #[command(alias = "ls")]
    List(list::Args),
    /// Add an alert rule
    #[command(alias = "create")]
    Add(add::Args),
    /// Remove an alert rule and its history
    #[command(alias = "delete", alias = "rm")]
    Remove(remove::Args),
    /// Show what fires now; exits with 1 if anything does
    Firing(list::FiringArgs),
    /// Show when rules began and ceased to fire
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
