//! `makini webhooks`.

pub mod conditions;
pub mod deliveries;
mod delivery_args;
pub mod drill;
mod endpoint_selector;
pub mod endpoints;
mod event_filter;
pub mod events;
pub mod explain;
mod handlers;
pub mod inbox;
mod inbox_args;
pub mod listen;
mod outcome_cell;
pub mod pause;
mod received;
pub mod receivers;
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
    /// Verify the signature of a webhook, offline
    Verify(verify::Args),
    /// Sign a payload as the platform does
    Sign(sign::Args),
    /// Explain why a webhook does not verify
    Explain(explain::Args),
    /// Receive webhooks and store them in the inbox
    Listen(Box<listen::Args>),
    /// List the receivers of an inbox
    Receivers(receivers::Args),
    /// Pause forwarding the events of a connection or to a handler
    Pause(pause::Args),
    /// Resume forwarding that was paused
    Resume(pause::ResumeArgs),
    /// Inspect and manage received events
    #[command(subcommand)]
    Inbox(inbox::Command),
    /// Replay received events to a handler
    Replay(replay::Args),
    /// Send signed sample events to a handler
    Trigger(Box<trigger::Args>),
    /// Manage webhook endpoints of the platform
    #[command(subcommand, alias = "endpoint")]
    Endpoints(endpoints::Command),
    /// Manage conditions (send an event when a row matches)
    #[command(subcommand, alias = "condition")]
    Conditions(conditions::Command),
    /// Show or set the events that a connection sends
    Events(events::Args),
    /// Inspect and retry deliveries of the platform
    #[command(subcommand, alias = "delivery")]
    Deliveries(deliveries::Command),
    /// Test a handler with valid, forged, repeated and late deliveries
    Drill(Box<drill::Args>),
}

/// Runs one of them.
pub async fn run(ctx: &Context, command: Command) -> Result<Exit, Failure> {
    match command {
        Command::Verify(args) => verify::run(ctx, args).await,
        Command::Sign(args) => sign::run(ctx, args).await,
        Command::Explain(args) => explain::run(ctx, args).await,
        Command::Listen(args) => Box::pin(listen::run(ctx, *args)).await,
        Command::Receivers(args) => receivers::run(ctx, args).await,
        Command::Pause(args) => pause::pause(ctx, args).await,
        Command::Resume(args) => pause::resume(ctx, args).await,
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
