//! Connecting by hand: search, hidden secrets, confirmation, live steps, Ctrl-C.

use std::path::Path;
use std::time::Duration;

use crate::support::pty::Pty;
use crate::support::until::within;

const MAKINI: &str = env!("CARGO_BIN_EXE_makini");

fn makini(home: &Path, arguments: &[&str], columns: u16) -> Pty {
    let at = |name: &str| home.join(name).to_str().expect("a path").to_owned();
    let home = home.to_str().expect("a path").to_owned();
    let folders = [at("config"), at("state"), at("data"), at("cache")];
    let environment = [
        ("HOME", home.as_str()),
        ("MAKINI_CONFIG_DIR", &folders[0]),
        ("MAKINI_STATE_DIR", &folders[1]),
        ("MAKINI_DATA_DIR", &folders[2]),
        ("MAKINI_CACHE_DIR", &folders[3]),
    ];
    Pty::spawn(Path::new(MAKINI), arguments, &environment, columns)
}

/// Answers everything up to the confirmation. No secret is ever on the screen.
fn answer_everything(pty: &mut Pty) {
    pty.shows("System");
    pty.types("upkeep");
    pty.until(|screen| screen.contains("> UpKeep"));
    pty.types("\r");
    // The guide comes first, then a question for each field.
    pty.shows("Before you connect UpKeep");
    fields(pty);
    pty.shows("Name of the connection");
    pty.types("\r");
    pty.shows("Your e-mail address");
    pty.types("ops@example.com\r");
    pty.shows("Connect UpKeep as `UpKeep`?");
}

/// Types whatever the fields are: secrets are told by their prompt.
fn fields(pty: &mut Pty) {
    let mut answered = String::new();
    loop {
        let screen = pty.until(|screen| {
            let question = screen.lines().rev().find(|line| line.starts_with("? ")).unwrap_or_default();
            !question.is_empty() && question.trim_end().ends_with(':') && question != answered
        });
        let question = screen.lines().rev().find(|line| line.starts_with("? ")).expect("just seen").to_owned();
        if question.contains("Name of the connection") {
            return;
        }
        if question.contains("(hidden)") {
            pty.types("hunter2-CANARY\r");
        } else if question.contains("URL") || question.contains("ddress") {
            pty.types("https://upkeep.example.com\r");
        } else {
            pty.types("ops@example.com\r");
        }
        pty.until(|screen| {
            assert!(!screen.contains("CANARY"), "a secret is on the screen:\n{screen}");
            !screen.lines().any(|line| line.trim_end() == question.trim_end())
        });
        answered = question;
    }
}

/// Time that a first sync may take.
const FIRST_SYNC: Duration = Duration::from_secs(40);

/// Waits for a text as long as a first sync may take.
fn patiently(pty: &Pty, text: &str) -> String {
    within(FIRST_SYNC, || pty.text().contains(text).then_some(()));
    pty.shows(text)
}

#[test]
fn a_person_connects_a_system() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let mut pty = makini(home.path(), &["--sandbox", "connect"], 100);
    answer_everything(&mut pty);
    let screen = pty.text();
    assert!(screen.contains("credits that are left"), "{screen}");
    pty.types("y\r");
    pty.shows("UpKeep accepted the credentials");
    pty.shows("is made");
    // Live: the whole, and what is being read.
    pty.until(|screen| screen.contains("first sync") && screen.contains('[') && screen.contains('/'));
    let screen = patiently(&pty, "Status:");
    assert!(screen.contains("active") && screen.contains("online"), "{screen}");
    assert!(!screen.contains("CANARY"), "{screen}");
    assert!(pty.ends().success());
    assert!(!pty.cursor_is_hidden());
}

#[test]
fn ctrl_c_while_watching_leaves_the_connection_and_a_sane_terminal() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let mut pty = makini(home.path(), &["--sandbox", "connect"], 100);
    answer_everything(&mut pty);
    pty.types("y\r");
    pty.until(|screen| screen.contains("first sync") && screen.contains('['));
    pty.types("\u{3}");
    let screen = pty.shows("its first sync goes on");
    assert!(screen.contains("makini --sandbox sync watch"), "{screen}");
    assert_eq!(pty.ends().exit_code(), 130);
    assert!(!pty.cursor_is_hidden());
    let mut list = makini(home.path(), &["--sandbox", "connections", "list"], 100);
    list.shows("UpKeep");
    assert!(list.ends().success());
}

#[test]
fn ctrl_c_at_a_question_does_nothing_and_leaves_a_sane_terminal() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let mut pty = makini(home.path(), &["--sandbox", "connect"], 80);
    pty.shows("System");
    pty.types("upkeep");
    pty.until(|screen| screen.contains("> UpKeep"));
    assert_eq!(pty.interrupted().exit_code(), 130, "{}", pty.text());
    assert!(!pty.cursor_is_hidden());
    let mut pty = makini(home.path(), &["--sandbox", "connect", "upkeep"], 80);
    pty.shows("? ");
    assert_eq!(pty.interrupted().exit_code(), 130, "{}", pty.text());
    assert!(!pty.cursor_is_hidden());
    let mut list = makini(home.path(), &["--sandbox", "connections", "list"], 80);
    list.shows("No connections yet");
    assert!(list.ends().success());
}
