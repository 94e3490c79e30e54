//! Every console block of the README runs, in order, as a person would type it on a fresh machine.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::support::require;

/// A command of the README and the output that stands below it, if any does.
struct Example {
    line: String,
    output: String,
}

/// Returns the files that the README shows: blocks with a name behind their language.
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
                last.output += line;
                last.output.push('\n');
            }
        }
    }
    examples
}

#[test]
fn every_example_of_the_readme_runs() {
    if !require::tool("bash") {
        return;
    }
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let text = std::fs::read_to_string(readme).expect("readable");
    let examples = examples(&text);
    assert!(examples.len() > 10, "the README has lost its examples");
    let home = tempfile::tempdir().expect("a folder");
    for (name, content) in files(&text) {
        std::fs::write(home.path().join(name), content).expect("written");
    }
    let bin = Path::new(env!("CARGO_BIN_EXE_makini")).parent().expect("a folder");
    for Example { line, output } in examples {
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
            assert_eq!(stdout, output, "`{line}`");
        } else if !line.contains('>') {
            assert!(!stdout.is_empty(), "`{line}` shows nothing\n{stderr}");
        }
    }
}

/// The two commands that the README begins with are the ones it promises.
#[test]
fn the_readme_begins_with_two_commands() {
    let readme = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).expect("readable");
    let block = readme.split("```sh\n").nth(1).and_then(|rest| rest.split("```").next()).expect("a block");
    let commands: Vec<_> = block.lines().map(|line| line.split('#').next().unwrap_or_default().trim()).collect();
    assert_eq!(commands, ["cargo run -- demo", "cargo test"]);
}
