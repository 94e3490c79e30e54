//! `makini connections`.

pub mod connect;
mod connect_view;
mod connect_web;
pub mod credentials;
pub mod disconnect;
mod establish;
mod first_sync;
pub mod history;
mod hosted_page;
mod known_settings;
pub mod list;
mod magic_link;
pub mod magic_links;
pub mod mapping;
pub mod metadata;
pub mod reactivate;
pub mod reconnect;
pub mod rename;
mod replace;
mod replacement;
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
    /// Show the details of a connection
    Show(show::Args),
    /// Show the status of connections
    Status(status::Args),
    /// Show the history of a connection on one time line
    History(history::Args),
    /// Show or update the metadata of a connection
    Metadata(metadata::Args),
    /// Show or update the settings of a connection
    Settings(settings::Args),
    /// Show or update the field mapping of a connection
    Mapping(mapping::Args),
    /// Update the name or e-mail of a connection
    Rename(rename::Args),
    /// Connect a system
    Connect(connect::Args),
    /// Reconnect a connection with new credentials
    Reconnect(reconnect::Args),
    /// List Magic Links, newest first
    MagicLinks(magic_links::Args),
    /// Reactivate an inactive connection
    Reactivate(reactivate::Args),
    /// Disconnect connections
    Disconnect(disconnect::Args),
}

/// Runs one of them.
pub async fn run(ctx: &Context, command: Command) -> Result<Exit, Failure> {
    match command {
        Command::List(args) => list::run(ctx, args).await,
        Command::Show(args) => show::run(ctx, args).await,
        Command::Status(args) => status::run(ctx, args).await,
        Command::History(args) => history::run(ctx, args).await,
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
