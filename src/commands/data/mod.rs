//! `makini data`: the rows of the connected systems.

mod condition;
mod conditions;
pub mod delete;
pub mod diff;
pub mod entities;
pub mod export;
mod export_folder;
mod field_map;
pub mod fields;
pub mod get;
pub mod import;
pub mod list;
mod parquet;
mod references;
mod retained;
mod rewrite;
mod row;
mod rules;
mod source;
mod target;
pub mod validate;
pub mod write;

use clap::Subcommand;

use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;

/// Read and write the data behind a connection
///
/// Single rows cannot be deleted: the published API has no call for it. `makini help data` has more.
#[derive(Subcommand, Debug)]
#[command(defer = true)]
pub enum Command {
    /// List the entities of the API and what can be done with each
    Entities(entities::Args),
    /// List the fields of an entity
    Fields(fields::Args),
    /// List rows of an entity
    #[command(alias = "ls")]
    List(list::Args),
    /// Export all rows of entities into files
    Export(export::Args),
    /// Check the rows of a file before they are imported
    Validate(validate::Args),
    /// Create a row in the connected system for each row of a file
    Import(import::Args),
    /// Compare the rows of two connections, or of a connection and an export
    Diff(diff::Args),
    /// Show a row by its key
    Get(get::Args),
    /// Create a row in the connected system
    Create(write::CreateArgs),
    /// Update a row in the connected system
    Update(write::UpdateArgs),
    /// Set the status of a row in the connected system
    SetStatus(write::StatusArgs),
    /// Delete all rows that are retained of a disconnected connection
    Delete(delete::Args),
}

/// Runs one of them.
pub async fn run(ctx: &Context, command: Command) -> Result<Exit, Failure> {
    match command {
        Command::Entities(args) => entities::run(ctx, args).await,
        Command::Fields(args) => fields::run(ctx, &args),
        Command::List(args) => list::run(ctx, args).await,
        Command::Export(args) => export::run(ctx, args).await,
        Command::Validate(args) => validate::run(ctx, &args),
        Command::Import(args) => import::run(ctx, args).await,
        Command::Diff(args) => diff::run(ctx, args).await,
        Command::Get(args) => get::run(ctx, args).await,
        Command::Create(args) => write::create(ctx, args).await,
        Command::Update(args) => write::update(ctx, args).await,
        Command::SetStatus(args) => write::set_status(ctx, args).await,
        Command::Delete(args) => delete::run(ctx, args).await,
    }
}
