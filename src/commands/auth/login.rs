//! Being built.

use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;

/// Being built.
#[derive(clap::Args, Debug)]
pub struct Args {}

/// Being built.
#[expect(clippy::unused_async, reason = "being built")]
pub async fn run(_ctx: &Context, _args: Args) -> Result<Exit, Failure> {
    Ok(Exit::Ok)
}
