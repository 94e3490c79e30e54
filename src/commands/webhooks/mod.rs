//! `makini webhooks`.

pub mod conditions;
pub mod deliveries;
mod delivery_args;
pub mod drill;
pub mod endpoints;
mod event_filter;
pub mod events;
pub mod explain;
pub mod inbox;
mod inbox_args;
pub mod listen;
pub mod replay;
mod scheme;
pub mod sign;
pub mod trigger;
mod verdict;
pub mod verify;

use clap::Subcommand;

use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;

/// Verify, sign, receive and test webhooks
#[derive(Subcommand, Debug)]
#[command(defer = true)]
pub enum Command {
    /// Verify a payload offline
    Verify(verify::Args),
    /// Sign a payload as the platform would
    Sign(sign::Args),
    /// Find out why a payload is not verified
    Explain(explain::Args),
    /// Receive webhooks, and keep what was acknowledged
    Listen(Box<listen::Args>),
    /// Look at what was received, and tend it
    #[command(subcommand)]
    Inbox(inbox::Command),
    /// Send received events again, to any handler
    Replay(replay::Args),
    /// Send sample events, signed, to a handler
    Trigger(Box<trigger::Args>),
    /// Say where the platform sends its webhooks
    #[command(subcommand, alias = "endpoint")]
    Endpoints(endpoints::Command),
    /// Have an event sent when a row meets a condition
    #[command(subcommand, alias = "condition")]
    Conditions(conditions::Command),
    /// Show or choose which events a connection sends
    Events(events::Args),
    /// Look at what the platform sent, and have it sent again
    #[command(subcommand, alias = "delivery")]
    Deliveries(deliveries::Command),
    /// Try a handler with right, forged, repeated and late deliveries
    Drill(Box<drill::Args>),
}

/// Runs one of them.
pub async fn run(ctx: &Context, command: Command) -> Result<Exit, Failure> {
    match command {
        Command::Verify(args) => verify::run(ctx, args).await,
        Command::Sign(args) => sign::run(ctx, args).await,
        Command::Explain(args) => explain::run(ctx, args).await,
        Command::Listen(args) => Box::pin(listen::run(ctx, *args)).await,
        Command::Inbox(command) => inbox::run(ctx, command).await,
        Command::Replay(args) => replay::run(ctx, args).await,
        Command::Trigger(args) => trigger::run(ctx, *args).await,
        Command::Endpoints(command) => endpoints::run(ctx, command).await,
        Command::Conditions(command) => conditions::run(ctx, command).await,
        Command::Events(args) => events::run(ctx, args).await,
        Command::Deliveries(command) => deliveries::run(ctx, command).await,
        Command::Drill(args) => drill::run(ctx, *args).await,
    }
}
