//! `makini webhooks conditions`.

pub mod add;
mod expression;
pub mod list;
pub mod remove;

use clap::Subcommand;

use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;

/// Manage conditions (send an event when a row matches)
#[derive(Subcommand, Debug)]
pub enum Command {
    /// List conditions
    #[command(alias = "ls")]
    List(list::Args),
    /// Add a condition
    #[command(alias = "create")]
    Add(add::Args),
    /// Remove a condition
    #[command(alias = "delete", alias = "rm")]
    Remove(remove::Args),
}

/// Runs one of them.
pub async fn run(ctx: &Context, command: Command) -> Result<Exit, Failure> {
    match command {
        Command::List(args) => list::run(ctx, args).await,
        Command::Add(args) => add::run(ctx, args).await,
        Command::Remove(args) => remove::run(ctx, args).await,
    }
}
