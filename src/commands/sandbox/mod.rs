//! `makini sandbox`.

mod bind;
pub mod clock;
pub mod fault;
pub mod reset;
pub mod run;
pub mod seed;
pub mod snapshot;
pub mod start;
mod state_lock;
pub mod status;

use clap::Subcommand;

use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;

/// Run and control the embedded platform (sandbox)
///
/// It does what the real one does, and breaks on command. Any other command uses it with `--sandbox`: the running one
/// if there is one, else one inside that command, on the same state.
#[derive(Subcommand, Debug)]
#[command(defer = true)]
pub enum Command {
    /// Start the sandbox in the foreground
    Start(start::Args),
    /// Show whether the sandbox is running, its address and contents
    Status(status::Args),
    /// Reset the sandbox to an empty state
    Reset(reset::Args),
    /// Show or control the clock of the sandbox
    ///
    /// All times in the sandbox follow this clock: schedules, syncs, tokens, rate limits, webhook retries, request log
    /// and metrics. It is stored with the state.
    Clock {
        /// Action on the clock; default: show
        #[command(subcommand)]
        command: Option<clock::Command>,
    },
    /// Run a scenario file (connect, break, wait, expect)
    Run(run::Args),
    /// Fill the sandbox from a file
    Seed(seed::Args),
    /// Save and load snapshots of the sandbox
    #[command(subcommand, alias = "snapshots")]
    Snapshot(snapshot::Command),
    /// Inject faults into the sandbox
    #[command(subcommand, alias = "faults")]
    Fault(fault::Command),
}

/// Runs one of them.
pub async fn run(ctx: &Context, command: Command) -> Result<Exit, Failure> {
    match command {
        Command::Start(args) => start::run(ctx, args).await,
        Command::Status(args) => status::run(ctx, args).await,
        Command::Reset(args) => reset::run(ctx, args).await,
        Command::Run(args) => run::run(ctx, args).await,
        Command::Clock { command } => clock::run(ctx, command).await,
        Command::Seed(args) => seed::run(ctx, args).await,
        Command::Snapshot(command) => snapshot::run(ctx, command).await,
        Command::Fault(command) => fault::run(ctx, command).await,
    }
}
