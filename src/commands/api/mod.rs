//! `makini api`.

pub mod call;
mod curl;
pub mod endpoints;

use http::Method;

use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;

/// What to do with the bare API.
#[derive(clap::Subcommand, Debug)]
pub enum Command {
    /// List the endpoints that are known, and who named them
    Endpoints(endpoints::Args),
    /// Call any path with GET
    ///
    /// Prints the body as it came; a terminal gets it indented. With `-o json`, an object with status, request ID and
    /// body. A status of 400 and above prints the body all the same, and ends as any failed call does.
    /// Example: `makini api get /api/erp/vendors --connection 'Plant 7' --query per_page=5`
    Get(call::Get),
    /// Call any path with POST
    ///
    /// Example: `makini api post /api/eam/work-orders --connection 'Plant 7' --input order.json --dry-run`
    Post(call::Write),
    /// Call any path with PUT
    Put(call::Write),
    /// Call any path with DELETE
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
