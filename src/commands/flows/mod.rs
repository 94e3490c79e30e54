//! `makini flows`.

pub mod list;
pub mod logs;
pub mod manage;

use clap::Subcommand;

use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;

/// Set up workflows and see what they did
#[derive(Subcommand, Debug)]
#[command(defer = true)]
pub enum Command {
    /// List the workflows that can be set up
    Templates(list::TemplateArgs),
    /// List the flows of your connections
    #[command(alias = "ls")]
    List(list::Args),
    /// Set a flow up for a connection
    #[command(alias = "create")]
    Add(manage::AddArgs),
    /// Show one flow
    Show(list::ShowArgs),
    /// Start a flow now
    Run(manage::RunArgs),
    /// List executions, the newest first
    Executions(logs::ListArgs),
    /// Show what an execution did, step by step
    Logs(logs::Args),
    /// Remove a flow with its executions
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
