//! The real binary: what only a process can show.
#![cfg(unix)]

mod bug;

use std::ffi::OsStr;
use std::fs::OpenOptions;
use std::io::Read as _;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use makini::exit::Exit;

use crate::support::process::{Home, Running, text};
use crate::support::world::Machine;

/// Commands that print much without an account, and one that a shell runs at every key.
const PRINTING: &[&[&str]] = &[
    &["--version"],
    &["--help"],
    &["exit-codes"],
    &["completions", "bash"],
    &["man"],
    &["profile", "list", "-o", "json"],
    &["--sandbox", "systems", "list"],
    &["--sandbox", "systems", "list", "-o", "ndjson"],
];

/// Asks as the completion of bash does.
fn completing(home: &Home) -> Command {
    let mut command = home.makini(&["--", "makini", "c"]);
    command.env("COMPLETE", "bash").env("_CLAP_COMPLETE_INDEX", "1").env("_CLAP_IFS", "\n");
    command
}

/// Every file and folder below a folder.
fn below(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("readable").flatten();
    entries.map(|entry| entry.path().display().to_string()).collect()
}

#[track_caller]
fn ends(output: &Output, exit: Exit) -> String {
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(exit.code().into()), "{}", text(output));
    assert!(!stderr.contains("panicked") && !stderr.contains("has a bug"), "{stderr}");
    stderr
}

/// Nobody waits for an expression that goes on without end.
#[test]
fn a_signal_ends_an_expression_that_does_not_end() {
    let home = Home::new();
    for (signal, exit) in
        [(rustix::process::Signal::TERM, Exit::Terminated), (rustix::process::Signal::INT, Exit::Interrupted)]
    {
        for args in [
            &["exit-codes", "--jq", "range(20000), last(range(1e12))"][..],
            &["--sandbox", "systems", "list", "--jq", "range(20000), last(range(1e12))"],
        ] {
            let mut child = home.makini(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("started");
            let mut first = [0; 2];
            child.stdout.as_mut().expect("piped").read_exact(&mut first).expect("the first result");
            assert_eq!(&first, b"0\n");
            let ended = Running::of(child);
            ended.signal(signal);
            ends(&ended.wait(), exit);
        }
    }
}

#[test]
fn a_closed_pipe_is_a_quiet_end() {
    let home = Home::new();
    let commands = PRINTING.iter().map(|args| home.makini(args)).chain([completing(&home)]);
    for mut command in commands {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("started");
        // Nobody will ever read.
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("ended");
        assert_eq!(ends(&output, Exit::Ok), "", "{command:?}");
    }
}

#[test]
fn a_full_disk_is_said() {
    let home = Home::new();
    for args in PRINTING {
        let Ok(full) = OpenOptions::new().write(true).open("/dev/full") else {
            return; // Only Linux has one.
        };
        let output = home.makini(args).stdout(full).stderr(Stdio::piped()).output().expect("started");
        let stderr = ends(&output, Exit::Local);
        assert!(stderr.contains("No space left"), "{args:?}: {stderr}");
    }
}

#[test]
fn what_needs_nothing_leaves_nothing() {
    let home = Home::new();
    let mut commands: Vec<_> = PRINTING[..5]
        .iter()
        .chain([&["sync", "start", "--help"][..], &["help", "connect"]].iter())
        .map(|args| home.makini(args))
        .collect();
    commands.push(completing(&home));
    for command in &mut commands {
        let output = command.output().expect("started");
        ends(&output, Exit::Ok);
        assert!(!output.stdout.is_empty(), "{command:?}");
    }
    assert_eq!((below(&home.path()), below(&home.temporary())), (vec![], vec![]));
    // Nor do they need a home.
    for command in &mut commands {
        ends(&command.env_remove("HOME").output().expect("started"), Exit::Ok);
    }
}

#[test]
fn without_a_home_the_tried_places_are_named() {
    let home = Home::new();
    let mut command = home.makini(&["profile", "list"]);
    let stderr = ends(&command.env_remove("HOME").output().expect("started"), Exit::Local);
    insta::assert_snapshot!(stderr, @r"
    note: there is no home folder, so there is no folder for configuration, journal, sandbox, inbox and cache: set HOME
    error: there is no folder for the configuration: MAKINI_CONFIG_DIR, XDG_CONFIG_HOME and HOME are not set to an absolute path
      hint: set HOME, or MAKINI_CONFIG_DIR to a folder of yours
    ");
    let mut command = home.makini(&["profile", "list", "-o", "json", "--quiet"]);
    let stderr = ends(&command.env_remove("HOME").output().expect("started"), Exit::Local);
    let error: serde_json::Value = serde_json::from_str(&stderr).expect("JSON");
    assert_eq!(error["error"]["exit_code"], 14);
}

#[test]
fn a_configuration_that_cannot_be_written_is_named() {
    let home = Home::new();
    let file = home.path().join("file");
    std::fs::write(&file, "").expect("written");
    // Not even root can make a folder in either of them.
    for folder in ["/proc/makini".to_owned(), file.join("below").display().to_string()] {
        let mut command = home.makini(&["profile", "use", "sandbox"]);
        let stderr = ends(&command.env("MAKINI_CONFIG_DIR", &folder).output().expect("started"), Exit::Local);
        assert!(stderr.contains(&folder), "{stderr}");
    }
    // A folder where the file has to be.
    std::fs::create_dir_all(home.path().join("c/config.toml")).expect("made");
    let mut command = home.makini(&["profile", "list"]);
    let output = command.env("MAKINI_CONFIG_DIR", home.path().join("c")).output().expect("started");
    assert!(text(&output).contains("config.toml") && !output.status.success(), "{}", text(&output));
}

#[test]
fn an_argument_that_is_not_text_is_shown_escaped() {
    let home = Home::new();
    for args in [
        vec![OsStr::from_bytes(b"connections\xff\x1b[2J")],
        vec![
            OsStr::new("connections"),
            OsStr::new("list"),
            OsStr::new("--search"),
            OsStr::from_bytes(b"\xff\x1b]0;x\x07"),
        ],
        vec![OsStr::new("connections"), OsStr::new("show"), OsStr::from_bytes(b"plant\xff")],
    ] {
        let output = home.makini(&[]).args(&args).output().expect("started");
        let stderr = ends(&output, Exit::Usage);
        assert!(!stderr.contains('\u{1b}') && !stderr.contains('\u{7}'), "{stderr:?}");
        assert!(stderr.starts_with("error: "), "{stderr}");
    }
}

#[test]
fn an_endless_argument_gives_a_short_error() {
    let long = "x".repeat(200_000);
    for line in [
        format!("{long} list"),
        format!("connections {long}"),
        format!("connections list --limit {long}"),
        format!("--{long}"),
    ] {
        let ended = Machine::new().run(&line).expect(Exit::Usage);
        assert!(ended.stderr.len() < 3_000, "{} bytes", ended.stderr.len());
        assert!(ended.stderr.starts_with("error: "), "{}", ended.stderr);
    }
    // As much as the system lets through to a process.
    let output = Home::new().run(&["connections", "show", &long[..120_000], "--sandbox"]);
    let stderr = ends(&output, Exit::NotFound);
    assert!(stderr.len() < 3_000, "{} bytes", stderr.len());
}

#[test]
fn a_misspelt_command_is_not_run_and_its_name_is_given() {
    let home = Home::new();
    for (args, right) in [
        (vec!["webhook", "verfy"], "verify"),
        (vec!["conections", "list"], "connections"),
        (vec!["connections", "lst"], "list"),
        (vec!["profile", "remve", "x", "--confirm", "x"], "remove"),
        (vec!["sync", "start", "--ful", "x"], "--full"),
    ] {
        let stderr = ends(&home.run(&args), Exit::Usage);
        assert!(stderr.contains(&format!("`{right}`")), "{args:?}: {stderr}");
    }
    assert_eq!(below(&home.path()), Vec::<String>::new());
}

#[test]
fn what_it_writes_is_for_its_owner() {
    let home = Home::new();
    home.json(&["--sandbox", "credits", "-o", "json"]);
    ends(&home.run(&["profile", "use", "sandbox"]), Exit::Ok);
    let mut open = vec![home.path()];
    let mut files = 0;
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).expect("readable").flatten() {
            let mode = entry.metadata().expect("there").permissions().mode() & 0o777;
            let path = entry.path();
            if path.is_dir() {
                // The folders that all programs share are made as all programs make them.
                assert!(
                    path.file_name() != Some(OsStr::new("makini")) || mode == 0o700,
                    "{}: {mode:o}",
                    path.display()
                );
                open.push(path);
            } else {
                files += 1;
                assert!(
                    mode == 0o600 || path.extension().is_none_or(|end| end != "db"),
                    "{}: {mode:o}",
                    path.display()
                );
            }
        }
    }
    assert!(files >= 2, "{files}");
}
