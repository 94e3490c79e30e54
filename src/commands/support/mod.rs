//! `makini support`.

pub mod bundle;
pub mod inspect;
mod parts;

use clap::Subcommand;

use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;

/// Collect and read support bundles
#[derive(Subcommand, Debug)]
#[command(defer = true)]
pub enum Command {
    /// Collect what support needs into one file
    Bundle(bundle::Args),
    /// Show what is in a support bundle
    Inspect(inspect::Args),
}

/// Runs one of them.
pub async fn run(ctx: &Context, command: Command) -> Result<Exit, Failure> {
    match command {
        Command::Bundle(args) => bundle::run(ctx, args).await,
        Command::Inspect(args) => inspect::run(ctx, &args),
    }
}
