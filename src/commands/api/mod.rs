//! `makini api`.

pub mod call;
pub mod endpoints;
mod pack;
mod sent_secrets;
mod verify;

use http::Method;

use crate::args::examples;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;

/// What to do with the bare API.
#[derive(clap::Subcommand, Debug)]
pub enum Command {
    /// List the known endpoints and their origin
    Endpoints(endpoints::Args),
    /// Send a GET request
    ///
    /// Prints the body unchanged, or indented at a terminal. With `-o json`, prints an object with status, request ID
    /// and body. For a status of 400 and above the body is printed as well, and the exit code is that of the error.
    #[command(after_long_help = examples![
        "makini api get /api/eam/vendors --connection 'Plant 7' --query per_page=5",
    ])]
    Get(call::Get),
    /// Send a POST request
    #[command(after_long_help = examples![
        "makini api post /api/eam/work-orders --connection 'Plant 7' --input order.json --dry-run",
    ])]
    Post(call::Write),
    /// Send a PUT request
    #[command(after_long_help = examples![
        "makini api put /api/eam/assets/A-7 --connection 'Plant 7' --input asset.json --dry-run",
    ])]
    Put(call::Write),
    /// Send a DELETE request
    #[command(after_long_help = examples!["makini api delete /api/eam/work-orders/42 --connection 'Plant 7' --dry-run"])]
    Delete(call::Call),
}

/// Runs one of them.
pub async fn run(ctx: &Context, command: Command) -> Result<Exit, Failure> {
    match command {
        Command::Endpoints(args) => endpoints::run(ctx, args).await,
        Command::Get(args) => call::get(ctx, args).await,
        Command::Post(args) => call::write(ctx, Method::POST, args).await,
        Command::Put(args) => call::write(ctx, Method::PUT, args).await,
        Command::Delete(args) => call::one(ctx, Method::DELETE, args, None).await,
    }
}
