//! Every `makini …` in backticks, in any text of the program, is a command that exists, with flags that exist.

use std::fs;
use std::path::{Path, PathBuf};

use clap::CommandFactory as _;

mod pasted;

/// Returns the sources, with the commands of `--help` texts and messages.
fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a readable folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Joins what the source breaks into lines: texts with `\` at the end of a line, and comments.
fn joined(text: &str) -> String {
    let mut joined = String::new();
    for line in text.lines() {
        let line = line.trim_start();
        let comment = line.strip_prefix("///").or_else(|| line.strip_prefix("//!")).or_else(|| line.strip_prefix("//"));
        match (comment, line.strip_suffix('\\')) {
            (Some(words), _) => joined += words,
            (None, Some(unfinished)) => joined += unfinished,
            (None, None) => {
                joined += line;
                joined.push('\n');
            }
        }
    }
    joined
}

/// Returns what stands between backticks and begins with the program's name, without the escapes of a literal.
fn commands(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in joined(text).lines() {
        let mut rest = line;
        while let Some(start) = rest.find("`makini ") {
            let after = &rest[start + 1..];
            let Some(end) = after.find('`') else { break };
            found.push(after[..end].replace("\\\"", "\"").replace("{{", "{").replace("}}", "}"));
            rest = &after[end + 1..];
        }
    }
    found
}

fn path_of(command: &clap::Command) -> &str {
    command.get_bin_name().unwrap_or("makini")
}

/// Says what is wrong with a command line; values may be of any kind.
fn mistake(root: &clap::Command, line: &str) -> Option<String> {
    let mut command = root;
    let mut words = shell_words::split(line).ok()?.into_iter().skip(1).peekable();
    let mut positionals = 0;
    let mut takes = 0;
    while let Some(word) = words.next() {
        if matches!(word.as_str(), "…" | "|" | ">" | "--" | "&&") {
            return None;
        }
        if let Some(flag) = word.strip_prefix("--") {
            let (name, given) = flag.split_once('=').map_or((flag, false), |(name, _)| (name, true));
            if name.starts_with('{') || name == "help" || name == "version" {
                continue;
            }
            let known = command.get_arguments().find(|argument| {
                argument.get_long() == Some(name) || argument.get_all_aliases().unwrap_or_default().contains(&name)
            });
            match known {
                None => return Some(format!("`{}` has no --{name}", path_of(command))),
                Some(argument) if argument.get_action().takes_values() && !given => drop(words.next()),
                Some(_) => {}
            }
            continue;
        }
        if let Some(letter) = word.strip_prefix('-').and_then(|rest| rest.chars().next()) {
            let known = command.get_arguments().find(|argument| argument.get_short() == Some(letter));
            match known {
                None if letter != 'h' && letter != 'V' => {
                    return Some(format!("`{}` has no -{letter}", path_of(command)));
                }
                Some(argument) if argument.get_action().takes_values() && word.len() == 2 => drop(words.next()),
                _ => {}
            }
            continue;
        }
        if path_of(command).ends_with(" help") && makini::cli::generate::topic_names().contains(&word.as_str()) {
            continue;
        }
        if positionals == 0
            && let Some(child) = command.find_subcommand(&word)
        {
            command = child;
            takes = command
                .get_positionals()
                .map(|argument| argument.get_num_args().map_or(1, |range| range.max_values()))
                .fold(0, usize::saturating_add);
            continue;
        }
        if command.has_subcommands() && command.get_positionals().next().is_none() {
            // `makini {command}` is for the code that fills it in.
            let filled = word.starts_with('{');
            return (!filled).then(|| format!("`{}` has no `{word}`", path_of(command)));
        }
        positionals += 1;
        if positionals > takes {
            return Some(format!("`{}` takes {takes} arguments, and `{word}` is one more", path_of(command)));
        }
    }
    None
}

#[test]
fn every_command_that_is_named_exists() {
    let mut root = makini::cli::Cli::command();
    root.build();
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    files.sort();
    let (mut wrong, mut seen) = (Vec::new(), 0);
    for file in &files {
        for line in commands(&fs::read_to_string(file).expect("UTF-8")) {
            seen += 1;
            if let Some(mistake) = mistake(&root, &line) {
                wrong.push(format!("{}: `{line}`: {mistake}", file.display()));
            }
        }
    }
    assert!(seen > 50, "only {seen} commands were found: the search is broken");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Words in capitals that a person would have to replace before the command does anything.
fn placeholder(line: &str) -> Option<&str> {
    let is_one = |word: &&str| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'=');
    line.split_whitespace().find(is_one)
}

#[test]
fn no_printed_command_has_a_word_to_replace() {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    let mut wrong = Vec::new();
    for file in &files {
        let text = fs::read_to_string(file).expect("UTF-8");
        // Help explains forms; what is printed is to be pasted.
        let text: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        for line in commands(&text.join("\n")) {
            if let Some(word) = placeholder(&line) {
                wrong.push(format!("{}: `{line}`: {word}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn mistakes_are_found() {
    let mut root = makini::cli::Cli::command();
    root.build();
    for (line, due) in [
        ("makini", None),
        ("makini login --profile {name}", None),
        ("makini tokens show {id} --reveal", None),
        ("makini {command} --help", None),
        ("makini rotate", Some("`makini` has no `rotate`")),
        ("makini token renew ID", Some("`makini token` has no `renew`")),
        ("makini token show ID --force", Some("`makini token show` has no --force")),
        ("makini whoami -z", Some("`makini whoami` has no -z")),
        ("makini whoami ID", Some("`makini whoami` takes 0 arguments, and `ID` is one more")),
    ] {
        assert_eq!(mistake(&root, line).as_deref(), due, "{line}");
    }
}
