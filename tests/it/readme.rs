//! Every console block of the README and of each help topic runs, in order, as a person would type it on a fresh machine.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::support::require;

/// A command of such a text and the output that stands below it, if any does.
struct Example {
    line: String,
    output: String,
}

/// Returns the files that a text shows: blocks with a name behind their language.
fn files(text: &str) -> Vec<(&str, String)> {
    let mut files: Vec<(&str, String)> = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        match line.strip_prefix("```") {
            Some(info) => {
                inside = info.contains(' ');
                files.extend(info.split_once(' ').map(|(_, name)| (name, String::new())));
            }
            None if inside => {
                let (_, content) = files.last_mut().expect("a block has a name");
                *content += line;
                content.push('\n');
            }
            None => {}
        }
    }
    files
}

fn examples(text: &str) -> Vec<Example> {
    let mut examples: Vec<Example> = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        if line.starts_with("```") {
            inside = line == "```console";
        } else if inside {
            if let Some(line) = line.strip_prefix("$ ") {
                examples.push(Example { line: line.into(), output: String::new() });
            } else {
                let last = examples.last_mut().expect("a block begins with a command");
                if last.line.ends_with('\\') {
                    last.line += "\n";
                    last.line += line;
                    continue;
                }
                last.output += line;
                last.output.push('\n');
            }
        }
    }
    examples
}

/// Runs the examples of a text in a home of their own; returns how many there are.
fn run(text: &str) -> usize {
    let examples = examples(text);
    let home = tempfile::tempdir().expect("a folder");
    for (name, content) in files(text) {
        std::fs::write(home.path().join(name), content).expect("written");
    }
    let bin = Path::new(env!("CARGO_BIN_EXE_makini")).parent().expect("a folder");
    for Example { line, output } in &examples {
        let ran = Command::new("bash")
            .args(["-c", &format!("set -o pipefail; {line}")])
            .current_dir(home.path())
            .env_clear()
            .env("PATH", format!("{}:/usr/local/bin:/usr/bin:/bin", bin.display()))
            .env("HOME", home.path())
            .stdin(Stdio::null())
            .output()
            .expect("bash runs");
        let (stdout, stderr) = (String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
        assert!(ran.status.success(), "`{line}` ended with {:?}\n{stdout}\n{stderr}", ran.status.code());
        assert_ne!(stdout.trim(), "null", "`{line}` asks for what is not there");
        if !output.is_empty() {
            assert_eq!(stdout, *output, "`{line}`");
        } else if !line.contains('>') {
            assert!(!stdout.is_empty(), "`{line}` shows nothing\n{stderr}");
        }
    }
    examples.len()
}

#[test]
fn every_example_of_the_readme_runs() {
    if !require::tool("bash") {
        return;
    }
    let count = run(&readme());
    assert!(count > 20, "the README has lost its examples: {count} are left");
}

#[test]
fn every_example_of_a_help_topic_runs() {
    if !require::tool("bash") {
        return;
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/cli/topics");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).expect("readable").flatten() {
        if entry.path().extension().is_some_and(|extension| extension == "md") {
            count += run(&std::fs::read_to_string(entry.path()).expect("readable"));
        }
    }
    assert!(count >= 12, "the topics have lost their examples: {count} are left");
}

fn readme() -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).expect("readable")
}

/// What a newcomer reads first fits in one sitting.
#[test]
fn the_readme_is_short() {
    let lines = readme().lines().count();
    assert!(lines <= 180, "{lines} lines: move depth to a topic in src/cli/topics");
}

/// The two commands that the README begins with are the ones it promises.
#[test]
fn the_readme_begins_with_two_commands() {
    let readme = readme();
    let block = readme.split("```sh\n").nth(1).and_then(|rest| rest.split("```").next()).expect("a block");
    let commands: Vec<_> = block.lines().map(|line| line.split('#').next().unwrap_or_default().trim()).collect();
    assert_eq!(commands, ["cargo run -- demo", "cargo test"]);
}
