//! Completion while a line is being typed: the shell asks this program.

use clap::error::ErrorKind;
use clap::{Command, CommandFactory};
use clap_complete::CompleteEnv;

use super::Cli;
use crate::exit::Exit;
use crate::world::World;

/// Answers the shell if it is the one who asks (`COMPLETE` is set), before anything else is opened.
pub(super) fn answer(world: &World) -> Option<Exit> {
    world.env.raw("COMPLETE")?;
    let words: Vec<_> = world.args.iter().filter_map(|word| word.to_str()).collect();
    let done =
        CompleteEnv::with_factory(|| pruned(Cli::command(), &words)).try_complete(world.args.clone(), Some(&world.cwd));
    match done {
        Ok(true) => Some(Exit::Ok),
        Ok(false) => None,
        // A shell that has stopped reading wants no completion.
        Err(error) if error.kind() == ErrorKind::Io => Some(Exit::Ok),
        Err(_) => Some(Exit::Usage),
    }
}

/// Empties the commands that no word on the line names: completion prepares all that there is in the tree, which takes
/// far longer than the answer.
fn pruned(command: Command, words: &[&str]) -> Command {
    command.mut_subcommands(|child| {
        let named =
            words.iter().any(|word| child.get_name() == *word || child.get_all_aliases().any(|alias| alias == *word));
        if named {
            return child;
        }
        let bare = Command::new(child.get_name().to_owned())
            .visible_aliases(child.get_visible_aliases().map(str::to_owned).collect::<Vec<_>>());
        bare.about(child.get_about().cloned().unwrap_or_default()).hide(child.is_hide_set())
    })
}
