//! `makini raw`: the tables of the connected systems, under their names there.

pub mod rows;
pub mod tables;

use clap::Subcommand;

use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;

/// Read the raw tables of a connected system
///
/// Tables and columns have the names that the system gives them. Only read: the published API writes no raw table.
#[derive(Subcommand, Debug)]
#[command(defer = true)]
pub enum Command {
    /// List the raw tables of a connected system
    Tables(tables::Args),
    /// List the rows of a raw table
    Rows(rows::Args),
}

/// Runs one of them.
pub async fn run(ctx: &Context, command: Command) -> Result<Exit, Failure> {
    match command {
        Command::Tables(args) => tables::run(ctx, args).await,
        Command::Rows(args) => rows::run(ctx, args).await,
    }
}
