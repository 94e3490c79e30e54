//! Completion while a line is being typed: the shell calls this program with `COMPLETE` set.

use clap::CommandFactory;
use clap::error::ErrorKind;
use clap_complete::CompleteEnv;

use super::Cli;
use super::candidates::Candidates;
use super::deferred::Line;
use crate::exit::Exit;
use crate::world::World;

/// Prints the candidates if a shell requests them (`COMPLETE` is set), before anything else is opened.
pub(super) fn answer(world: &World) -> Option<Exit> {
    world.env.raw("COMPLETE")?;
    let (line, words) = line(world);
    let candidates = Candidates::of(world, &words);
    let done = CompleteEnv::with_factory(|| {
        let mut command = Cli::command().add(line.clone());
        // What is deferred is there only then.
        command.build();
        candidates.offer(command)
    })
    .try_complete(world.args.clone(), Some(&world.cwd));
    match done {
        Ok(true) => Some(Exit::Ok),
        Ok(false) => None,
        // The shell has closed the pipe and needs no candidates any more.
        Err(error) if error.kind() == ErrorKind::Io => Some(Exit::Ok),
        Err(_) => Some(Exit::Usage),
    }
}

/// Returns the line after `--` and the program's name, up to the word that is being typed: the one at
/// `_CLAP_COMPLETE_INDEX`, or the last.
fn line(world: &World) -> (Line, Vec<String>) {
    let mut words = world.args.iter().skip_while(|word| *word != "--").skip(2).map(|word| word.to_string_lossy());
    let mut words: Vec<_> = words.by_ref().map(std::borrow::Cow::into_owned).collect();
    let index = world.env.text("_CLAP_COMPLETE_INDEX").and_then(|index| index.parse::<usize>().ok());
    let last = index.unwrap_or(words.len()).saturating_sub(1).min(words.len());
    words.truncate(last + 1);
    let start = words.split_off(last).pop().unwrap_or_default();
    (Line::unfinished(words.clone(), &start), words)
}
