//! Messages of clap: help and version on stdout, usage errors on stderr with a suggestion.

use std::ffi::OsString;

use clap::ValueEnum;
use clap::error::ErrorKind;

use super::topics::{self, TOPICS, Topic};
use crate::args::reporting::Reporting;
use crate::args::usage_error::{SECRET_STARTS, failure_of};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::term::{ColorChoice, Term, TermOptions};
use crate::view::{Format, failure};
use crate::world::World;

/// Longest line of a help topic.
const LONGEST_TOPIC_LINE: usize = 100;

/// Shows the message and returns how to end.
pub(super) fn show(error: &clap::Error, args: &[OsString], world: World) -> Exit {
    let color = if has(args, "--color=never") { ColorChoice::Never } else { ColorChoice::Auto };
    let options = TermOptions { color, ..TermOptions::default() };
    let term = Term::new(world.terminal, options, world.streams);
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let text = if term.color_stdout() { error.render().ansi().to_string() } else { error.render().to_string() };
            answer(&term, text.trim_end())
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let text = if term.color_stderr() { error.render().ansi().to_string() } else { error.render().to_string() };
            term.error_text(&text);
            Exit::Usage
        }
        _ => {
            let mut failure = failure_of(error);
            if args.get(1).is_some_and(|word| word == "help") && error.kind() == ErrorKind::InvalidSubcommand {
                let topics: Vec<String> = TOPICS.iter().map(|topic| format!("`{}`", topic.name)).collect();
                failure = failure.hint(format!("topics of `makini help`: {}", topics.join(", ")));
            }
            let reporting = Reporting::of_line(args);
            let annotated = reporting.as_ref().is_some_and(Reporting::has_annotations);
            let format = if annotated { Format::Table } else { wanted_format(args) };
            let now = world.clock.now();
            super::finish(&term, format, Err(failure), reporting.map(|reporting| (reporting, world.env, now)))
        }
    }
}

/// Shows a help topic and returns how to end.
pub(super) fn topic(topic: &Topic, world: World) -> Exit {
    let term = Term::new(world.terminal, TermOptions::default(), world.streams);
    let columns = usize::from(term.terminal().width).clamp(40, LONGEST_TOPIC_LINE);
    let text = topics::text(topic, columns, term.color_stdout());
    answer(&term, text.trim_end())
}

/// Shows the version and returns how to end.
pub(super) fn version(world: World) -> Exit {
    answer(
        &Term::new(world.terminal, TermOptions::default(), world.streams),
        concat!("makini ", env!("CARGO_PKG_VERSION")),
    )
}

/// Writes a text to stdout and returns how to end.
fn answer(term: &Term, text: &str) -> Exit {
    let written = term.data(|out| writeln!(out, "{text}"));
    match written.and_then(|()| term.finish()) {
        Ok(()) => Exit::Ok,
        Err(error) => {
            let failure = Failure::from(error);
            failure::render(term, Format::Table, &failure);
            failure.exit
        }
    }
}

/// Returns the error for an argument that looks like a pasted secret; the message does not contain it.
pub(super) fn pasted_secret(args: &[OsString]) -> Option<Failure> {
    let is_secret = |text: &str| {
        let text = text.split_once('=').map_or(text, |(flag, value)| if flag.starts_with('-') { value } else { text });
        let text = text.trim_start_matches("Bearer ");
        // IDs of applications have the same prefix as tokens.
        let is_id = text.starts_with("mk_live_client_") || text.starts_with("mk_test_client_");
        !is_id && text.len() >= 24 && SECRET_STARTS.iter().any(|start| text.starts_with(start))
    };
    let at = args.iter().skip(1).position(|arg| arg.to_str().is_some_and(is_secret))? + 1;
    let failure = Failure::usage(format!("argument {at} looks like a secret, so nothing was done with it"));
    Some(failure.hint(
        "a secret is never taken from the command line, where others can read it and the shell remembers it: use stdin, \
         a file or the environment, whichever `--help` names; and take the one just typed out of use",
    ))
}

/// Reads `-o json` from a command line that did not parse, so that a script gets the error in its format.
fn wanted_format(args: &[OsString]) -> Format {
    let mut args = args.iter().filter_map(|arg| arg.to_str());
    while let Some(arg) = args.next() {
        let value = match arg {
            "-o" | "--output" => args.next(),
            _ => arg.strip_prefix("--output=").or_else(|| arg.strip_prefix("-o")),
        };
        if let Some(format) = value.and_then(|value| Format::from_str(value.trim_start_matches('='), true).ok()) {
            return format;
        }
    }
    Format::Table
}

fn has(args: &[OsString], flag: &str) -> bool {
    args.iter().any(|arg| arg == flag)
}
