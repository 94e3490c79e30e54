//! `makini requests`.

mod columns;
pub mod list;
pub mod show;

use clap::Subcommand;

use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;

/// Look up requests
#[derive(Subcommand, Debug)]
#[command(defer = true)]
pub enum Command {
    /// List requests, newest first
    #[command(alias = "ls")]
    List(list::Args),
    /// Explain a request by its ID
    Show(show::Args),
}

/// Runs one of them.
pub async fn run(ctx: &Context, command: Command) -> Result<Exit, Failure> {
    match command {
        Command::List(args) => list::run(ctx, args).await,
        Command::Show(args) => show::run(ctx, args).await,
    }
}
