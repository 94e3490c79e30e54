//! Every command that the program prints as the next one is typed as it stands, and does something.

use std::collections::BTreeSet;

use makini::exit::Exit;
use makini::term::prompt::Answer;

use super::mistake;
use crate::support::plant::Plant;
use crate::support::world::{Ended, Machine};

const START: &str = "2026-03-01T12:00:00Z";

/// Lines on an account where nothing is connected yet.
const EMPTY: &[&str] = &[
    "connections list",
    "connections list --status active",
    "connections status",
    "connections show nosuch",
    "connections show",
    "check",
    "monitor --rounds 1 --after 1",
    "credits",
    "metrics",
    "metrics trend",
    "sync status",
    "requests list",
    "requests show req_0000",
    "why req_0000",
    "why nosuch",
    "alerts list",
    "alerts firing",
    "alerts remove nosuch",
    "flows list",
    "flows show nosuch",
    "flows logs",
    "systems search zzzz",
    "systems list --search zzzz",
    "systems show maxmio",
    "systems show ibm-maximo",
    "connect",
    "connect ibm-maximo",
    "webhooks endpoints list",
    "webhooks endpoints remove nosuch --confirm nosuch",
    "webhooks conditions list",
    "webhooks conditions remove nosuch",
    "webhooks conditions add --entity work-orders --when 'status equals Completed' --event done",
    "webhooks deliveries list",
    "webhooks inbox list",
    "webhooks trigger nosuch",
    "webhooks trigger sync.completed",
    "webhooks explain nothing.json",
    "profile list",
    "profile use nosuch",
    "whoami",
    "doctor",
    "doctor --offline",
    "sandbox status",
    "sandbox snapshot list",
    "sandbox snapshot load nosuch",
    "sandbox fault list",
    "sandbox fault clear nosuch",
    "sandbox seed nosuch.toml",
    "man nosuch",
    "help nosuch",
    "nosuch",
    "sync show",
];

/// Lines on an account with a connection that works and one whose source is gone.
const BUSY: &[&str] = &[
    "why 'Plant 7'",
    "why 'Plant 8'",
    "sync start 'Plant 7'",
    "sync start 'Plant 7'",
    "sync cancel 'Plant 7'",
    "sync cancel 'Plant 7'",
    "sync watch 'Plant 8'",
    "sync start 'Plant 8' --watch",
    "sync status",
    "sync list 'Plant 8'",
    "sync show 'Plant 8' sync_nosuch",
    "connections show 'Plant 8'",
    "connections status",
    "connections metadata 'Plant 7'",
    "connections show 'Plant'",
    "check",
    "check -o json",
    "check -o ndjson",
    "monitor --rounds 1 --after 1",
    "check --max-sync-age 1s",
    "requests list --errors",
    "credits",
    "token show 'Plant 7'",
    "token issue 'Plant 7'",
    "token revoke 'Plant 7' --yes",
    "reconnect 'Plant 8'",
    "metrics plnat",
    "flows add low-stock --connection 'Plant 7'",
    "flows run low-stock",
    "flows logs",
    "webhooks endpoints add https://example.com/hook --secret-file secret.txt",
    "webhooks endpoints update https://example.com/hook",
    "webhooks deliveries list",
    "webhooks deliveries show del_nosuch",
    "disconnect 'Plant 8' --confirm 'Plant 8'",
    "connections show 'Plant 8' ",
];

/// Commands that run until they are stopped, or that take the machine's time: they are only parsed.
const ENDLESS: [&str; 5] = ["webhooks listen", "sandbox start", "demo", "login", "webhooks trigger"];

/// Commands that choose their platform themselves.
const WITHOUT_PLATFORM: [&str; 6] = ["sandbox", "demo", "man", "help", "exit-codes", "version"];

/// Returns the commands between backticks, and those that stand alone as values of JSON.
fn printed(ended: &Ended) -> Vec<String> {
    let mut found = Vec::new();
    for text in [&ended.stdout, &ended.stderr] {
        found.extend(text.split('`').skip(1).step_by(2).map(str::to_owned));
        found.extend(text.split('"').skip(1).step_by(2).filter(|part| !part.contains('`')).map(str::to_owned));
    }
    found.retain(|line| line.starts_with("makini ") && !line.contains('…'));
    found
}

fn every_printed_command_runs(machine: &Machine, lines: &[&str]) {
    let mut root = <makini::cli::Cli as clap::CommandFactory>::command();
    root.build();
    let (mut wrong, mut seen) = (Vec::new(), BTreeSet::new());
    for line in lines {
        let ended = machine.run_with(&format!("--sandbox {line}"), "", [Answer::Interrupt]);
        for command in printed(&ended) {
            if !seen.insert(command.clone()) {
                continue;
            }
            let mut fail = |problem: String| wrong.push(format!("{line}\n  printed `{command}`: {problem}"));
            if let Some(mistake) = mistake(&root, &command) {
                fail(mistake);
                continue;
            }
            let words = command.split_whitespace().skip(1).find(|word| *word != "--sandbox").unwrap_or_default();
            if !command.contains("--sandbox") && !WITHOUT_PLATFORM.contains(&words) && !command.ends_with("--help") {
                fail("it is about another platform".to_owned());
            }
            let rest = command.replace("makini --sandbox ", "").replace("makini ", "");
            if ENDLESS.iter().any(|start| rest.starts_with(start)) {
                continue;
            }
            let Ok(words) = shell_words::split(&command) else {
                fail("no shell reads it".to_owned());
                continue;
            };
            let words = words.into_iter().map(std::ffi::OsString::from).collect();
            let next = machine.run_args(words, Vec::new(), [Answer::Interrupt]);
            if matches!(next.exit, Exit::Usage | Exit::NotFound | Exit::Bug | Exit::Unsupported) {
                fail(format!("{:?}\n{}", next.exit, next.stderr));
            }
        }
    }
    assert!(seen.len() >= 10, "only {} commands were printed: {seen:?}", seen.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn on_an_empty_account() {
    every_printed_command_runs(&Machine::new().at(START).terminal(100), EMPTY);
}

#[test]
fn on_a_busy_account() {
    let machine = Machine::new().at(START).terminal(100);
    let plant = Plant::of(&machine);
    plant.connected("inextia", "Plant 7");
    let broken = plant.connected("inextia", "Plant 8");
    plant.source_down(&broken);
    every_printed_command_runs(&machine, BUSY);
}

#[test]
fn options_that_choose_the_account_are_repeated_in_every_format() {
    let machine = Machine::new().at(START);
    let due = "makini --sandbox --profile north-1 connections list";
    for format in ["table", "json"] {
        let ended = machine.run(&format!("--sandbox --profile north-1 -o {format} connections show nosuch"));
        assert!(ended.stderr.contains(due), "{}", ended.stderr);
    }
    // Set where the next command finds it too, it is not repeated.
    let machine = machine.env("MAKINI_SANDBOX", "1");
    let ended = machine.run("connections show nosuch").expect(Exit::NotFound);
    assert!(ended.stderr.contains("`makini connections list`"), "{}", ended.stderr);
}

/// The sandbox that the README makes, with what its first block sets up.
const README: [&str; 2] = [
    "--sandbox connect upkeep --name 'Plant 7' --email ops@example.com --field email=api@example.com --field-stdin password \
     --yes",
    "--sandbox alerts add error-rate --above 5% --name too-many-errors",
];

#[test]
fn examples_of_help_work_in_the_sandbox_of_the_readme() {
    let machine = Machine::new().at(START);
    for line in README {
        machine.run_with(line, "secret", []).ok();
    }
    let body = machine.write("body.json", "{}");
    let body = body.to_str().expect("a path");
    let mut root = <makini::cli::Cli as clap::CommandFactory>::command();
    root.build();
    let mut wrong = Vec::new();
    for group in ["alerts", "api", "credits", "check", "metrics", "systems"] {
        let group = root.find_subcommand(group).expect("a command");
        for command in group.get_subcommands().chain([group]) {
            for example in makini::cli::generate::examples(command) {
                let Ok(words) = shell_words::split(&example) else { continue };
                // What writes into a file, asks a person or goes on for ever is looked at elsewhere.
                if example.contains(['>', '|'])
                    || example.contains("report")
                    || example.contains("--out")
                    || example.contains("watch")
                    || example.contains("magic-link")
                    || example.contains("remove")
                    || example.contains("set-")
                {
                    continue;
                }
                let words = words.into_iter().map(|word| {
                    if std::path::Path::new(&word).extension().is_some_and(|extension| extension == "json") {
                        body.to_owned()
                    } else {
                        word
                    }
                });
                let words = ["makini", "--sandbox"].map(str::to_owned).into_iter().chain(words.skip(1));
                let ended = machine.run_args(words.map(Into::into).collect(), Vec::new(), []);
                if !matches!(ended.exit, Exit::Ok | Exit::Unhealthy | Exit::Drift | Exit::Degraded) {
                    wrong.push(format!("{example}: {}", ended.all()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
