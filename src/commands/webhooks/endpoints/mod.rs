//! `makini webhooks endpoints`.

pub mod add;
pub mod list;
pub mod remove;
pub mod rotate;
mod secret_output;
pub mod test;
pub mod update;

use clap::Subcommand;

use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;

/// Manage webhook endpoints of the platform
#[derive(Subcommand, Debug)]
pub enum Command {
    /// List endpoints
    #[command(alias = "ls")]
    List(list::Args),
    /// Add an endpoint
    #[command(alias = "create")]
    Add(add::Args),
    /// Update, enable or disable an endpoint
    Update(update::Args),
    /// Rotate the secret of an endpoint
    Rotate(rotate::Args),
    /// Send a test event to an endpoint and show the response
    Test(test::Args),
    /// Remove an endpoint and its deliveries
    #[command(alias = "delete", alias = "rm")]
    Remove(remove::Args),
}

/// Runs one of them.
pub async fn run(ctx: &Context, command: Command) -> Result<Exit, Failure> {
    match command {
        Command::List(args) => list::run(ctx, args).await,
        Command::Add(args) => add::run(ctx, args).await,
        Command::Update(args) => update::run(ctx, args).await,
        Command::Rotate(args) => rotate::run(ctx, args).await,
        Command::Test(args) => test::run(ctx, args).await,
        Command::Remove(args) => remove::run(ctx, args).await,
    }
}
