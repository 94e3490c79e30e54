//! `makini connections`.

pub mod connect;
pub mod disconnect;
pub mod reconnect;

use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;

/// Being built.
#[derive(clap::Subcommand, Debug)]
pub enum Command {}

/// Runs one of them.
#[expect(clippy::unused_async, reason = "being built")]
pub async fn run(_ctx: &Context, command: Command) -> Result<Exit, Failure> {
    match command {}
}
