//! `makini connections`.

pub mod connect;
mod connect_view;
mod connect_web;
pub mod credentials;
pub mod disconnect;
mod establish;
mod first_sync;
mod hosted_page;
pub mod list;
mod magic_link;
pub mod magic_links;
pub mod mapping;
pub mod metadata;
pub mod reactivate;
pub mod reconnect;
pub mod rename;
mod row_error;
pub mod settings;
pub mod show;
pub mod status;

use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;

/// What to do with connections.
#[derive(clap::Subcommand, Debug)]
#[command(defer = true)]
pub enum Command {
    /// List connections
    #[command(alias = "ls")]
    List(list::Args),
    /// Show everything known of one connection
    Show(show::Args),
    /// Show how connections are
    Status(status::Args),
    /// Show or write a connection's metadata
    Metadata(metadata::Args),
    /// Show or change what is set for a connection
    Settings(settings::Args),
    /// Show or change which field comes from which column
    Mapping(mapping::Args),
    /// Change a connection's name or e-mail
    Rename(rename::Args),
    /// Connect a system
    Connect(connect::Args),
    /// Give a connection new credentials
    Reconnect(reconnect::Args),
    /// List Magic Links, the newest first
    MagicLinks(magic_links::Args),
    /// Make an inactive connection active again
    Reactivate(reactivate::Args),
    /// End connections
    Disconnect(disconnect::Args),
}

/// Runs one of them.
pub async fn run(ctx: &Context, command: Command) -> Result<Exit, Failure> {
    match command {
        Command::List(args) => list::run(ctx, args).await,
        Command::Show(args) => show::run(ctx, args).await,
        Command::Status(args) => status::run(ctx, args).await,
        Command::Metadata(args) => metadata::run(ctx, args).await,
        Command::Settings(args) => settings::run(ctx, args).await,
        Command::Mapping(args) => mapping::run(ctx, args).await,
        Command::Rename(args) => rename::run(ctx, args).await,
        Command::Connect(args) => connect::run(ctx, args).await,
        Command::Reconnect(args) => reconnect::run(ctx, args).await,
        Command::MagicLinks(args) => magic_links::run(ctx, args).await,
        Command::Reactivate(args) => reactivate::run(ctx, args).await,
        Command::Disconnect(args) => disconnect::run(ctx, args).await,
    }
}
