//! Commands that are built only as far as a command line needs them: building the whole tree takes most of a start.
//!
//! [`Deferred`] builds the arguments and subcommands of a command when the line names it. With the words of the line
//! (`Line`), it builds only the subcommands that they lead to. A line with an error is parsed again with the whole
//! tree, so that the message is the same.

use std::sync::Arc;

use clap::builder::CommandExt;
use clap::error::Error;
use clap::{ArgMatches, Args, Command, FromArgMatches, Subcommand};

use crate::args::examples::{LONG_END, SHORT_END};

/// Arguments or subcommands that are built when they are needed.
#[derive(Debug)]
pub struct Deferred<T>(pub T);

impl<T: FromArgMatches> FromArgMatches for Deferred<T> {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        T::from_arg_matches(matches).map(Self)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        self.0.update_from_arg_matches(matches)
    }
}

impl<T: Args> Args for Deferred<T> {
    fn augment_args(command: Command) -> Command {
        command.defer(|command| with_end(whole(command, T::augment_args)))
    }

    fn augment_args_for_update(command: Command) -> Command {
        command.defer(T::augment_args_for_update)
    }
}

impl<T: Subcommand> Subcommand for Deferred<T> {
    fn augment_subcommands(command: Command) -> Command {
        command.defer(|command| match command.get::<Line>().cloned() {
            Some(line) => line.grow(command, T::augment_subcommands),
            None => with_end(whole(command, T::augment_subcommands)),
        })
    }

    fn augment_subcommands_for_update(command: Command) -> Command {
        command.defer(T::augment_subcommands_for_update)
    }

    fn has_subcommand(name: &str) -> bool {
        T::has_subcommand(name)
    }
}

/// The words of a command line, given to the command that they lead to.
#[derive(Clone, Debug)]
pub(super) struct Line {
    words: Arc<[String]>,
    /// Number of words that lead to this command.
    passed: usize,
    purpose: Purpose,
}

#[derive(Clone, Debug)]
enum Purpose {
    /// The line is run.
    Run,
    /// The help of the command that it names is shown.
    Help,
    /// The word with this beginning is completed.
    Complete(Arc<str>),
}

impl CommandExt for Line {}

impl Line {
    /// Returns a line that is run or that shows help, from its words after the program's name; `None` for a line that
    /// needs the whole tree.
    pub(super) fn typed(words: Vec<String>) -> Option<Self> {
        let asks = |name: &str| words.iter().any(|word| word == name);
        if asks("help") {
            return None;
        }
        let purpose = if asks("--help") || asks("-h") { Purpose::Help } else { Purpose::Run };
        Some(Self { words: words.into(), passed: 0, purpose })
    }

    /// Returns a line whose next word is completed: the words before it, and its beginning.
    pub(super) fn unfinished(words: Vec<String>, start: &str) -> Self {
        Self { words: words.into(), passed: 0, purpose: Purpose::Complete(start.into()) }
    }

    /// Returns whether the line can only show help.
    pub(super) fn asks_for_help(&self) -> bool {
        matches!(self.purpose, Purpose::Help)
    }

    fn rest(&self) -> &[String] {
        &self.words[self.passed..]
    }

    /// Adds to a command those of its subcommands that the line needs.
    fn grow(self, command: Command, augment: fn(Command) -> Command) -> Command {
        let mut all = augment(Command::new(""));
        let position = |child: &Command| self.rest().iter().position(|word| is_called(child, word));
        match &self.purpose {
            // A word may be the value of a flag as well: every subcommand that could be meant is added.
            Purpose::Run => {
                let named: Vec<_> = all
                    .get_subcommands_mut()
                    .filter(|child| position(child).is_some())
                    .map(|child| std::mem::take(child).add(self.clone()))
                    .collect();
                command.subcommands(named)
            }
            Purpose::Help | Purpose::Complete(_) => {
                let next = all.get_subcommands_mut().filter_map(|child| Some((position(child)?, child)));
                match (next.min_by_key(|(position, _)| *position), &self.purpose) {
                    (None, Purpose::Complete(start)) => listed(command, &all, start),
                    (None, _) => with_end(listed(command, &all, "")),
                    // The name may be the value of a flag before it.
                    (Some((1.., _)), Purpose::Help) => with_end(whole(command, augment)),
                    // For completion, the first word that names a subcommand leads there.
                    (Some((position, child)), _) => {
                        let passed = self.passed + position + 1;
                        let child = with_end(std::mem::take(child));
                        command.subcommand(child.add(Self { passed, ..self.clone() }))
                    }
                }
            }
        }
    }
}

/// Gives a command, and those below it that are there already, the end that every help page has. A command with examples
/// replaces the end of its `--help` when it is built.
fn with_end(command: Command) -> Command {
    let command = if command.get_after_help().is_none() { command.after_help(SHORT_END) } else { command };
    let command = if command.get_after_long_help().is_none() { command.after_long_help(LONG_END) } else { command };
    command.mut_subcommands(with_end)
}

/// Adds what was deferred. The command keeps the description that its parent lists.
fn whole(command: Command, augment: fn(Command) -> Command) -> Command {
    let (about, long) = (command.get_about().cloned(), command.get_long_about().cloned());
    let mut command = augment(command);
    if let Some(about) = about {
        command = command.about(about);
    }
    if let Some(long) = long {
        command = command.long_about(long);
    }
    command
}

fn is_called(command: &Command, name: &str) -> bool {
    command.get_name() == name || command.get_all_aliases().any(|alias| alias == name)
}

/// Adds subcommands for a list: names and descriptions of those that begin with `start`.
fn listed(command: Command, all: &Command, start: &str) -> Command {
    let fits = |child: &Command| {
        child.get_name().starts_with(start) || child.get_all_aliases().any(|alias| alias.starts_with(start))
    };
    let owned = |names: &mut dyn Iterator<Item = &str>| names.map(str::to_owned).collect::<Vec<_>>();
    let children = all.get_subcommands().filter(|child| fits(child)).map(|child| {
        let bare = Command::new(child.get_name().to_owned())
            .visible_aliases(owned(&mut child.get_visible_aliases()))
            .aliases(owned(&mut child.get_aliases()));
        bare.about(child.get_about().cloned().unwrap_or_default()).hide(child.is_hide_set()).disable_help_flag(true)
    });
    let command = match (command.get_long_about(), all.get_long_about()) {
        (None, Some(long)) => command.long_about(long.clone()),
        _ => command,
    };
    let help = Command::new("help").about("Print this message or the help of the given subcommand(s)");
    command
        // These subcommands have no arguments, so none are propagated to them.
        .mut_args(|arg| arg.global(false))
        .disable_help_subcommand(true)
        .subcommands(children)
        .subcommands(Some(help.disable_help_flag(true)).filter(fits))
}
