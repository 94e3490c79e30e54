//! `makini token`.

mod details;
pub mod export;
pub mod issue;
pub mod revoke;
pub mod rotate;
pub mod show;

use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;

/// What to do with tokens of connections.
#[derive(clap::Subcommand, Debug)]
#[command(defer = true)]
pub enum Command {
    /// Show where the token of a connection is stored and when it expires
    Show(show::Args),
    /// Issue and store a new token for a connection
    Issue(issue::Args),
    /// Replace the token of a connection
    Rotate(rotate::Args),
    /// Revoke all tokens of a connection
    Revoke(revoke::Args),
    /// Print the token of a connection for another program
    Export(export::Args),
}

/// Runs one of them.
pub async fn run(ctx: &Context, command: Command) -> Result<Exit, Failure> {
    match command {
        Command::Show(args) => show::run(ctx, args).await,
        Command::Issue(args) => issue::run(ctx, args).await,
        Command::Rotate(args) => rotate::run(ctx, args).await,
        Command::Revoke(args) => revoke::run(ctx, args).await,
        Command::Export(args) => export::run(ctx, args).await,
    }
}
