//! What only a process of its own can show.
#![cfg(target_os = "linux")]

use std::os::unix::net::UnixListener;
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use makini::clock::Clock;
use makini::exit::Exit;

use crate::support::process::{Home, text};

const LIMIT: Duration = Duration::from_secs(3);

/// Runs a command with a token on stdin, and returns its end and how long it took.
fn timed(mut command: Command) -> (Output, Duration) {
    use std::io::Write as _;
    let clock = Clock::system();
    let start = clock.moment();
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("started");
    // Not every command reads it.
    child.stdin.take().expect("piped").write_all(b"mk_live_new\n").ok();
    let output = child.wait_with_output().expect("ended");
    (output, clock.since(start))
}

/// The commands that need a store, none of which gets as far as a network.
const NEEDING: [&[&str]; 4] = [
    &["login", "--token-stdin"],
    &["logout"],
    &["connections", "list"],
    &["profile", "remove", "plant", "--confirm", "plant"],
];

#[track_caller]
fn answered(home: &Home, args: &[&str], bus: &str) {
    let config = home.path().join(".config/makini");
    std::fs::create_dir_all(&config).expect("made");
    std::fs::write(config.join("config.toml"), "[profile.plant]\n").expect("written");
    let mut command = home.makini(args);
    command.env("DBUS_SESSION_BUS_ADDRESS", bus).env("MAKINI_SERVER", "https://makini.invalid");
    let (output, took) = timed(command);
    let said = text(&output);
    assert!(took < LIMIT, "{args:?} took {took:?}: {said}");
    assert!(said.contains("the OS keyring (Secret Service)"), "{args:?}: {said}");
    assert!(!said.contains("mk_live"), "{said}");
    if args[0] == "profile" {
        assert_eq!(output.status.code(), Some(0), "{said}");
        return;
    }
    assert_eq!(output.status.code(), Some(Exit::Local.code().into()), "{args:?}: {said}");
    // The two ways on.
    assert!(said.contains("--secret-store file") && said.contains("MAKINI_TOKEN"), "{args:?}: {said}");
    let files: Vec<_> = std::fs::read_dir(&config).expect("there").flatten().map(|entry| entry.file_name()).collect();
    assert!(files.iter().all(|name| name == "config.toml" || name == "config.lock"), "no other store: {files:?}");
}

#[test]
fn row_56_without_a_store_there_is_an_answer_at_once() {
    let home = Home::new();
    let nowhere = format!("unix:path={}", home.path().join("no-bus").display());
    for args in NEEDING {
        answered(&home, args, &nowhere);
    }
}

#[test]
fn row_56_a_bus_that_hangs_is_left_in_time() {
    let home = Home::new();
    let path = home.path().join("bus");
    // Whoever connects waits for a greeting that never comes.
    let _listener = UnixListener::bind(&path).expect("bound");
    for args in NEEDING {
        answered(&home, args, &format!("unix:path={}", path.display()));
    }
}

/// Two processes change the configuration at once: both changes are in it, and it is whole.
#[test]
fn row_63_profiles_that_change_at_once_leave_one_whole_file() {
    let home = Home::new();
    let config = home.path().join(".config/makini");
    std::fs::create_dir_all(&config).expect("made");
    let profiles: Vec<_> = (0..8).map(|number| format!("# of plant {number}\n[profile.p{number}]\n")).collect();
    std::fs::write(config.join("config.toml"), profiles.concat()).expect("written");
    let running: Vec<_> = (0..8)
        .map(|number| {
            let name = format!("p{number}");
            let args = ["profile", "remove", &name, "--confirm", &name];
            let args = if number % 2 == 0 { &args[..] } else { &["profile", "use", &name] };
            home.makini(args).env("MAKINI_SECRET_STORE", "none").stderr(Stdio::piped()).spawn().expect("started")
        })
        .collect();
    for child in running {
        let output = child.wait_with_output().expect("ended");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    let listed = home.json(&["profile", "list", "-o", "json"]);
    let profiles = listed["data"].as_array().expect("a list");
    let names: Vec<_> = profiles.iter().map(|profile| profile["name"].as_str().expect("text")).collect();
    assert_eq!(names, ["p1", "p3", "p5", "p7"]);
    assert_eq!(profiles.iter().filter(|profile| profile["current"] == true).count(), 1);
}
