//! `makini flows`.

pub mod list;
pub mod logs;
pub mod manage;

use clap::Subcommand;

use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;

/// Manage Flows and inspect their executions
#[derive(Subcommand, Debug)]
#[command(defer = true)]
pub enum Command {
    /// List the available Flow templates
    Templates(list::TemplateArgs),
    /// List the Flows of your connections
    #[command(alias = "ls")]
    List(list::Args),
    /// Add a Flow to a connection
    #[command(alias = "create")]
    Add(manage::AddArgs),
    /// Show a Flow
    Show(list::ShowArgs),
    /// Start a Flow now
    Run(manage::RunArgs),
    /// List executions, newest first
    Executions(logs::ListArgs),
    /// Show the steps of an execution
    Logs(logs::Args),
    /// Remove a Flow and its executions
    #[command(alias = "delete", alias = "rm")]
    Remove(manage::RemoveArgs),
}

/// Runs one of them.
pub async fn run(ctx: &Context, command: Command) -> Result<Exit, Failure> {
    match command {
        Command::Templates(args) => list::templates(ctx, args).await,
        Command::List(args) => list::run(ctx, args).await,
        Command::Add(args) => manage::add(ctx, args).await,
        Command::Show(args) => list::show(ctx, args).await,
        Command::Run(args) => manage::start(ctx, args).await,
        Command::Executions(args) => logs::list(ctx, args).await,
        Command::Logs(args) => logs::run(ctx, args).await,
        Command::Remove(args) => manage::remove(ctx, args).await,
    }
}
