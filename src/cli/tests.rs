//! The part of the tree that is built for a line gives the same results as the whole tree.

use std::ffi::OsString;

use clap_complete::CompletionCandidate;
use clap_complete::engine::complete;

use super::*;

/// Every command there is, by the words that lead to it.
fn paths() -> Vec<Vec<String>> {
    fn walk(command: &clap::Command, path: &[String], all: &mut Vec<Vec<String>>) {
        all.push(path.to_vec());
        for child in command.get_subcommands().filter(|child| child.get_name() != "help") {
            walk(child, &[path, &[child.get_name().to_owned()]].concat(), all);
        }
    }
    let mut root = Cli::command();
    root.build();
    let mut all = Vec::new();
    walk(&root, &[], &mut all);
    all
}

fn line(words: &[&str]) -> Vec<OsString> {
    std::iter::once("makini").chain(words.iter().copied()).map(OsString::from).collect()
}

fn with<'a>(before: &[&'a str], path: &'a [String], after: &[&'a str]) -> Vec<&'a str> {
    before.iter().copied().chain(path.iter().map(String::as_str)).chain(after.iter().copied()).collect()
}

/// The description of a command in a list is the first line of its own help.
#[test]
fn a_command_is_described_once() {
    let mut whole = Cli::command();
    whole.build();
    let mut differing = Vec::new();
    for path in paths().iter().filter(|path| !path.is_empty()) {
        let (name, parents) = path.split_last().expect("not empty");
        let mut listed = Cli::command().add(Line::typed(with_help(parents)).expect("part of the tree will do"));
        listed.build();
        let about = |root: &clap::Command| {
            let command = path.iter().try_fold(root, |command, name| command.find_subcommand(name))?;
            Some(command.get_about()?.to_string())
        };
        if about(&listed) != about(&whole) {
            differing.push(format!("{parents:?} {name}: {:?}, its own help {:?}", about(&listed), about(&whole)));
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

fn with_help(path: &[String]) -> Vec<String> {
    [path, &["--help".to_owned()]].concat()
}

#[test]
fn wrong_lines_and_help_read_as_with_the_whole_tree() {
    for path in paths() {
        let lines = [
            with(&[], &path, &["--help"]),
            with(&[], &path, &["-h"]),
            with(&["-o", "json"], &path, &["--help"]),
            with(&["--profile", "sync"], &path, &["-h"]),
            with(&["help"], &path, &[]),
            with(&[], &path, &["--no-such-flag"]),
            with(&[], &path, &["lsit", "--quiet"]),
            with(&[], &path, &["--jq"]),
        ];
        for words in lines {
            let args = line(&words);
            let message = |parsed: Result<Cli, Error>| parsed.map_err(|error| error.render().ansi().to_string());
            let (ours, whole) = (message(parse(&args)), message(Cli::try_parse_from(&args)));
            match (ours, whole) {
                (Err(ours), Err(whole)) => assert_eq!(ours, whole, "{words:?}"),
                (ours, whole) => assert_eq!(format!("{ours:?}"), format!("{whole:?}"), "{words:?}"),
            }
        }
    }
}

/// `-1` after an option is its value, which may be wrong; it is no option that nobody knows.
#[test]
fn a_negative_number_is_the_value_of_the_option_before_it() {
    let mut root = Cli::command();
    root.build();
    for path in paths() {
        let command = path.iter().try_fold(&root, |command, name| command.find_subcommand(name)).expect("is there");
        let takes = |arg: &&clap::Arg| arg.get_action().takes_values() && !arg.is_positional();
        for name in command.get_arguments().filter(takes).filter_map(clap::Arg::get_long) {
            let option = format!("--{name}");
            let error = parse(&line(&with(&[], &path, &[&option, "-1"]))).map_err(|error| error.kind());
            assert_ne!(error.err(), Some(ErrorKind::UnknownArgument), "{path:?} {option}");
        }
    }
}

#[test]
fn right_lines_are_read_as_with_the_whole_tree() {
    for text in [
        "sync start conn_1 -o json --profile connections",
        "--profile sync connections list",
        "-o json --sandbox connection ls --quiet",
        "webhooks inbox list --yes",
        "webhook verify body.json -H a:b --secret-file - --jq .data",
        "connect maximo --profile help",
        "completions bash",
        "--color never exit-codes --no-input",
    ] {
        let words: Vec<_> = text.split(' ').collect();
        let ours = parse(&line(&words)).unwrap_or_else(|error| panic!("{text}: {error}"));
        let whole = Cli::try_parse_from(line(&words)).expect("the same");
        assert_eq!(format!("{ours:?}"), format!("{whole:?}"), "{text}");
    }
}

#[test]
fn a_line_makes_what_it_names() {
    let names = |text: &str| {
        let words = text.split(' ').map(str::to_owned).collect();
        let mut root = Cli::command().add(Line::typed(words).expect("part of the tree will do"));
        root.build();
        let children = |command: &clap::Command| {
            let names = command.get_subcommands().map(|child| child.get_name().to_owned());
            names.filter(|name| name != "help").collect::<Vec<_>>()
        };
        let first = children(&root);
        let below =
            root.get_subcommands().filter(|child| child.get_name() != "help").flat_map(children).collect::<Vec<_>>();
        (first, below)
    };
    let owned = |names: &[&str]| names.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(names("sync start conn_1"), (owned(&["sync"]), owned(&["start"])));
    assert_eq!(names("--profile sync connections list"), (owned(&["connections", "sync"]), owned(&["list", "list"])));
    assert_eq!(names("sync start --help"), (owned(&["sync"]), owned(&["start"])));
    assert!(Line::typed(vec!["help".into(), "sync".into()]).is_none());
}

#[test]
fn completion_offers_what_the_whole_tree_offers() {
    let shown = |candidates: Vec<CompletionCandidate>| {
        let text = |candidate: &CompletionCandidate| {
            let help = candidate.get_help().map(ToString::to_string).unwrap_or_default();
            (candidate.get_value().to_owned(), help, candidate.is_hide_set())
        };
        candidates.iter().map(text).collect::<Vec<_>>()
    };
    let offers = |root: &mut clap::Command, words: &[&str]| {
        shown(complete(root, line(words), words.len(), None).unwrap_or_default())
    };
    let mut everything = Cli::command();
    everything.build();
    let mut asked = 0;
    for path in paths() {
        let starts = ["", "c", "he", "l", "syncs", "tok", "-", "--o", "-o"];
        for start in starts {
            for (before, after) in [(&[][..], &[][..]), (&["--profile", "sync"], &[]), (&["-q"], &["--output"])] {
                let mut words = with(before, &path, after);
                let typed = words.iter().map(|word| (*word).to_owned()).collect();
                words.push(start);
                let ours = offers(&mut Cli::command().add(Line::unfinished(typed, start)), &words);
                let whole = offers(&mut everything, &words);
                assert_eq!(ours, whole, "{words:?}");
                asked += usize::from(!whole.is_empty());
            }
        }
    }
    assert!(asked > 300, "most have an answer: {asked}");
}
