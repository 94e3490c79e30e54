//! `makini token`.

mod details;
pub mod export;
pub mod issue;
pub mod revoke;
pub mod show;

use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;

/// What to do with tokens of connections.
#[derive(clap::Subcommand, Debug)]
#[command(defer = true)]
pub enum Command {
    /// Show where a connection's token is, and when it ends
    Show(show::Args),
    /// Get a new token for a connection and keep it
    #[command(alias = "rotate")]
    Issue(issue::Args),
    /// Make every token of a connection invalid
    Revoke(revoke::Args),
    /// Print a connection's token for another program
    Export(export::Args),
}

/// Runs one of them.
pub async fn run(ctx: &Context, command: Command) -> Result<Exit, Failure> {
    match command {
        Command::Show(args) => show::run(ctx, args).await,
        Command::Issue(args) => issue::run(ctx, args).await,
        Command::Revoke(args) => revoke::run(ctx, args).await,
        Command::Export(args) => export::run(ctx, args).await,
    }
}
