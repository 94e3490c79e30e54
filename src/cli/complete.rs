//! Completion while a line is being typed: the shell asks this program.

use clap::CommandFactory;
use clap::error::ErrorKind;
use clap_complete::CompleteEnv;

use super::Cli;
use crate::exit::Exit;
use crate::world::World;

/// Answers the shell if it is the one who asks (`COMPLETE` is set), before anything else is opened.
pub(super) fn answer(world: &World) -> Option<Exit> {
    world.env.raw("COMPLETE")?;
    let done = CompleteEnv::with_factory(Cli::command).try_complete(world.args.clone(), Some(&world.cwd));
    match done {
        Ok(true) => Some(Exit::Ok),
        Ok(false) => None,
        // A shell that has stopped reading wants no completion.
        Err(error) if error.kind() == ErrorKind::Io => Some(Exit::Ok),
        Err(_) => Some(Exit::Usage),
    }
}
