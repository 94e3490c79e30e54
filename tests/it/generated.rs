//! Completions, manual pages and the tables of the README are those of the program. `BLESS=1 cargo test generated`
//! rewrites them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use makini::api::operation::NEEDS;
use makini::cli::generate;
use makini::exit::Exit;

use crate::support::require;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[expect(clippy::disallowed_methods, reason = "a switch of the test run, not of the product")]
fn bless() -> bool {
    std::env::var_os("BLESS").is_some()
}

/// Compares a folder with what it should hold, or makes it so.
fn compare(folder: &str, files: &[(String, Vec<u8>)]) {
    let folder = root().join(folder);
    if bless() {
        fs::remove_dir_all(&folder).ok();
        fs::create_dir_all(&folder).expect("made");
        for (name, text) in files {
            fs::write(folder.join(name), text).expect("written");
        }
    }
    let expected: BTreeSet<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let names = fs::read_dir(&folder).expect("the folder is committed").flatten();
    let found: BTreeSet<String> = names.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    assert_eq!(found.iter().map(String::as_str).collect::<BTreeSet<_>>(), expected, "files of {}", folder.display());
    for (name, text) in files {
        let kept = fs::read(folder.join(name)).expect("readable");
        assert!(kept == *text, "{}/{name} is stale: run `BLESS=1 cargo test generated`", folder.display());
    }
}

#[test]
fn completions_are_fresh() {
    let files: Vec<_> = generate::SHELLS
        .iter()
        .map(|shell| (generate::completion_file(*shell).to_owned(), generate::completion(*shell)))
        .collect();
    compare("completions", &files);
}

#[test]
fn manual_pages_are_fresh() {
    compare("man", &generate::manual().expect("rendered"));
}

#[test]
fn manual_pages_are_clean() {
    if !require::tool("mandoc") {
        return;
    }
    let mut pages: Vec<PathBuf> =
        fs::read_dir(root().join("man")).expect("committed").flatten().map(|entry| entry.path()).collect();
    pages.sort();
    let output = Command::new("mandoc").args(["-T", "lint", "-W", "error"]).args(&pages).output().expect("mandoc runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

/// Every command says what it does, every flag has a text, and the first line of each is a line.
#[test]
fn every_command_and_flag_is_described() {
    fn sweep(command: &clap::Command, path: &str, wrong: &mut Vec<String>) {
        let about = command.get_about().map(ToString::to_string).unwrap_or_default();
        if about.is_empty() || about.contains('\n') || about.ends_with('.') {
            wrong.push(format!("`{path}`: {about:?}"));
        }
        for argument in command.get_arguments().filter(|argument| !argument.is_hide_set()) {
            let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
            if help.is_empty() || help.ends_with('.') {
                wrong.push(format!("`{path}` {}: {help:?}", argument.get_id()));
            }
        }
        for child in command.get_subcommands().filter(|child| child.get_name() != "help") {
            sweep(child, &format!("{path} {}", child.get_name()), wrong);
        }
    }
    let mut root = <makini::cli::Cli as clap::CommandFactory>::command();
    root.build();
    root.clone().debug_assert();
    let mut wrong = Vec::new();
    sweep(&root, "makini", &mut wrong);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Returns the text between two markers in the README, or writes it there.
fn between(name: &str, table: &str) {
    let path = root().join("README.md");
    let text = fs::read_to_string(&path).expect("readable");
    let (start, end) = (format!("<!-- {name} -->\n"), format!("<!-- end of {name} -->"));
    let from = text.find(&start).unwrap_or_else(|| panic!("the README has no {start:?}")) + start.len();
    let to = text[from..].find(&end).expect("the end of it") + from;
    if bless() {
        fs::write(&path, format!("{}{table}{}", &text[..from], &text[to..])).expect("written");
        return;
    }
    assert_eq!(&text[from..to], table, "the table `{name}` of the README is stale: run `BLESS=1 cargo test generated`");
}

/// Returns the names of commands, those of one noun together: `alerts list` and `alerts add` are `alerts list|add`.
fn grouped(commands: &[&str]) -> Vec<String> {
    let mut groups: Vec<(&str, Vec<&str>)> = Vec::new();
    for command in commands {
        let (noun, verb) = command.rsplit_once(' ').filter(|(_, verb)| !verb.starts_with('-')).unwrap_or((command, ""));
        match groups.iter_mut().find(|(known, _)| *known == noun) {
            Some((_, verbs)) => verbs.push(verb),
            None => groups.push((noun, vec![verb])),
        }
    }
    let name = |(noun, verbs): (&str, Vec<&str>)| match verbs.len() {
        0..=5 => format!("`{}`", format!("{noun} {}", verbs.join("\\|")).trim()),
        _ => format!("`{noun} …`"),
    };
    groups.into_iter().map(name).collect()
}

#[test]
fn tables_of_the_readme_are_fresh() {
    let mut codes = String::from("| code | name | meaning |\n| --- | --- | --- |\n");
    for exit in Exit::ALL {
        codes += &format!("| {} | {} | {} |\n", exit.code(), exit.name(), exit.meaning());
    }
    between("exit codes", &codes);
    let commands = |is_refused: bool| {
        let rows = NEEDS.iter().filter(|need| need.without.is_refused() == is_refused);
        let names: Vec<String> = rows.flat_map(|need| grouped(need.commands)).collect();
        names.join(", ")
    };
    let servers = format!(
        "| on a server with the published API alone | commands |\n| --- | --- |\n| another answer, marked as such | {} |\n| 15, \
         with what to do instead | {} |\n| the same as anywhere | all others |\n",
        commands(false),
        commands(true)
    );
    between("servers", &servers);
}
