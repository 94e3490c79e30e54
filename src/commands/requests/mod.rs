//! `makini requests`.

mod columns;
pub mod export;
pub mod import;
pub mod list;
mod selection;
pub mod show;
pub mod stats;
pub mod tail;

use clap::Subcommand;

use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;

/// Look up, follow, export and import requests
#[derive(Subcommand, Debug)]
#[command(defer = true)]
pub enum Command {
    /// List requests, newest first
    #[command(alias = "ls")]
    List(list::Args),
    /// Explain a request by its ID
    Show(show::Args),
    /// Follow requests as they are logged
    Tail(tail::Args),
    /// Count requests by code, status, operation or connection
    Stats(stats::Args),
    /// Export requests as NDJSON, CSV or HAR
    Export(export::Args),
    /// Import requests that others logged into the journal
    Import(import::Args),
}

/// Runs one of them.
pub async fn run(ctx: &Context, command: Command) -> Result<Exit, Failure> {
    match command {
        Command::List(args) => list::run(ctx, args).await,
        Command::Show(args) => show::run(ctx, args).await,
        Command::Tail(args) => tail::run(ctx, args).await,
        Command::Stats(args) => stats::run(ctx, args).await,
        Command::Export(args) => export::run(ctx, args).await,
        Command::Import(args) => import::run(ctx, args).await,
    }
}
