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

/// Run the embedded platform: one process, loopback only unless asked twice
///
/// It does what the real one does, and breaks on command. Any other command uses it with `--sandbox`: the running one
/// if there is one, else one inside that command, on the same state.
#[derive(Subcommand, Debug)]
#[command(defer = true)]
pub enum Command {
    /// Run it until Ctrl-C
    Start(start::Args),
    /// Show whether it runs, where, and what is in it
    Status(status::Args),
    /// Empty it and start over
    Reset(reset::Args),
    /// Show its clock, move it on, hold it, let it go
    ///
    /// Everything in the sandbox goes by this clock: schedules, syncs, tokens, rate limits, webhook retries, request
    /// log and metrics. It is kept with the state.
    Clock {
        /// What to do with it; it is shown without one
        #[command(subcommand)]
        command: Option<clock::Command>,
    },
    /// Run a scenario: connect, break, wait, and say what must be so
    Run(run::Args),
    /// Fill it from a file: connections, webhooks, faults, clock
    Seed(seed::Args),
    /// Keep its whole state under a name, and go back to it
    #[command(subcommand, alias = "snapshots")]
    Snapshot(snapshot::Command),
    /// Break something on purpose, and mend it
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
