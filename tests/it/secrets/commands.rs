//! Secrets kept by other programs: written here as a user would write them, in sh.

#![cfg(unix)]

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use makini::clock::Clock;
use makini::secret::Secret;
use makini::secrets::command::{CommandLine, EXAMPLES, ProcessOptions};
use makini::secrets::{HelperStore, Probe, SecretCommand, SecretKind, SecretName, SecretStore, StoreError, probe};

use super::{CANARY, of_kind, shown, token};

fn surroundings(variables: &[(&str, &str)]) -> ProcessOptions {
    let path = ("PATH", "/usr/local/bin:/usr/bin:/bin");
    ProcessOptions {
        environment: [path].iter().chain(variables).map(|(name, value)| (name.into(), value.into())).collect(),
        timeout: Duration::from_secs(20),
        notice: None,
    }
}

/// A command that runs a piece of sh, with the words after it as `$1` and so on.
fn sh(script: &str, words: &[&str]) -> CommandLine {
    let words = ["sh", "-c", script, "sh"].iter().chain(words).map(|&word| word.to_owned()).collect();
    CommandLine::from_words(words).expect("is a command")
}

fn command(script: &str, words: &[&str]) -> SecretCommand {
    SecretCommand::new(sh(script, words), surroundings(&[])).expect("is a command")
}

#[test]
fn a_command_prints_the_secret_and_one_line_end_is_not_part_of_it() {
    let store = command("printf '%s secret \\n\\n' \"$1\"", &["{name}"]);
    let secret = store.get(&of_kind(SecretKind::Connection("c-1".to_owned()))).expect("works").expect("is there");
    assert_eq!(secret.expose(), "plant-7/connection/c-1 secret \n");
    assert!(command("true", &[]).get(&token("a")).expect("works").is_none());
    assert!(matches!(store.put(&token("a"), &Secret::new(CANARY)), Err(StoreError::ReadOnly { .. })));
    assert!(matches!(store.delete(&token("a")), Err(StoreError::ReadOnly { .. })));
    assert_eq!(probe(&store).expect("is read-only"), Probe::ReadOnly);
    assert_eq!(store.describe(), "the secret command `sh`");
}

#[test]
fn a_command_is_asked_only_for_what_it_can_tell_apart() {
    let kinds = [SecretKind::Token, SecretKind::ClientSecret, SecretKind::Connection("c-1".to_owned())];
    for (words, answers) in [
        (&[][..], [true, false, false]),
        (&["{profile}"], [true, false, false]),
        (&["{kind}"], [true, true, false]),
        (&["{name}"], [true, true, true]),
        (&["{connection}"], [false, false, true]),
    ] {
        let store = command("echo it", words);
        let answered = kinds.clone().map(|kind| store.get(&of_kind(kind)).expect("works").is_some());
        assert_eq!(answered, answers, "{words:?}");
    }
}

#[test]
fn the_examples_are_commands() {
    for (whose, line) in EXAMPLES {
        let line = CommandLine::from_text(line).expect(whose);
        SecretCommand::new(line, surroundings(&[])).map(drop).expect(whose);
    }
}

#[test]
fn no_secret_of_ours_is_in_the_environment_of_a_command() {
    let ours = [
        ("MAKINI_TOKEN", CANARY),
        ("MAKINI_TOKEN_FILE", CANARY),
        ("MAKINI_CLIENT_SECRET", CANARY),
        ("MAKINI_WEBHOOK_SECRET", CANARY),
        ("MAKINI_CONNECTION_TOKEN_C_1", CANARY),
        ("MAKINI_SECRETS_PASSPHRASE", CANARY),
        ("makini_token", CANARY),
        ("MAKINI_PROFILE", "stays"),
        ("VAULT_ADDR", "stays"),
    ];
    let store = SecretCommand::new(sh("env", &[]), surroundings(&ours)).expect("is a command");
    let text = store.get(&token("a")).expect("works").expect("prints");
    assert!(!text.expose().contains("CANARY"));
    assert!(text.expose().contains("MAKINI_PROFILE=stays") && text.expose().contains("VAULT_ADDR=stays"));
}

#[test]
fn failures_are_explained_in_one_line() {
    let store = command(&format!("echo {CANARY}; echo 'no {CANARY}, no entry' >&2; echo more >&2; exit 3"), &[]);
    // What it does not hand out it does not have, and it says why when that matters.
    assert_eq!(store.complaint(&token("a")), None);
    assert_eq!(store.get(&token("a")).expect("works"), None);
    insta::assert_snapshot!(
        store.complaint(&token("a")).expect("why"),
        @"the secret command `sh` returned no `a/token`: it ended with exit status: 3: no [redacted], no entry"
    );
    let store = command("exit 1", &[]);
    assert_eq!(store.get(&token("a")).expect("works"), None);
    assert!(store.complaint(&token("a")).is_some_and(|text| text.contains("it ended with exit status: 1")));
    let text = shown(&command("kill -9 $$", &[]).get(&token("a")).expect_err("was killed"));
    assert!(text.contains("signal: 9"), "{text}");
    let text = shown(&command("printf 'CANARY\\377'", &[]).get(&token("a")).expect_err("is not text"));
    assert!(text.contains("its output is not text"), "{text}");
    let text = shown(&command("yes CANARY | head -c 2000000", &[]).get(&token("a")).expect_err("is long"));
    assert!(text.contains("it printed more than 1048576 bytes"), "{text}");
}

#[test]
fn a_program_is_never_looked_for_in_the_current_folder() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let run = |program: &str, path: &str| {
        let mut surroundings = surroundings(&[]);
        surroundings.environment = vec![(OsString::from("PATH"), OsString::from(path))];
        let line = CommandLine::from_words(vec![program.to_owned()]).expect("is a command");
        let error = SecretCommand::new(line, surroundings).expect("is a command").get(&token("a")).expect_err(program);
        assert!(matches!(error, StoreError::Unavailable { .. }), "{error:?}");
        shown(&error)
    };
    // Relative entries of the PATH are the current folder by another name; this crate has a file of this name there.
    for path in ["", ".", ":", "::.", "src:tests"] {
        assert!(run("Cargo.toml", path).contains("`Cargo.toml` is not an executable on the PATH"));
    }
    let program = folder.path().join("not-executable");
    fs::write(&program, "#!/bin/sh\n").expect("writes");
    let path = folder.path().to_str().expect("is text");
    assert!(run("not-executable", path).contains("is not an executable on the PATH"));
    for program in ["./helper", "bin/helper", "..", "../helper"] {
        assert!(run(program, path).contains("is neither a name on the PATH nor an absolute path"), "{program}");
    }
    let text = run(program.to_str().expect("is text"), path);
    assert!(text.contains("cannot be started: Permission denied"), "{text}");
    assert!(text.contains("makini login --secret-store file"), "{text}");
}

#[test]
fn a_program_that_hangs_is_stopped() {
    let told = Arc::new(Mutex::new(Vec::new()));
    let listener = Arc::clone(&told);
    let mut limited = surroundings(&[]);
    limited.timeout = Duration::from_millis(1500);
    limited.notice = Some(Arc::new(move |text: &str| listener.lock().expect("no panic").push(text.to_owned())));
    let clock = Clock::system();
    for script in ["exec sleep 60", "while :; do :; done", "sleep 60 & wait"] {
        let started = clock.moment();
        let store = HelperStore::new(sh(script, &[]), limited.clone());
        let error = store.put(&token("a"), &Secret::new(CANARY.repeat(10_000))).expect_err("hangs");
        assert!(matches!(error, StoreError::TimedOut { .. }), "{error:?}");
        shown(&error);
        assert!(clock.since(started) < Duration::from_secs(5), "{:?}", clock.since(started));
    }
    assert_eq!(*told.lock().expect("no panic"), ["waiting for `sh`"; 3]);
    // One that ends, and leaves something behind that holds on to its output.
    let started = clock.moment();
    let store = SecretCommand::new(sh("sleep 20 & echo it", &[]), surroundings(&[])).expect("is a command");
    assert!(shown(&store.get(&token("a")).expect_err("is open")).contains("left its output open"));
    assert!(clock.since(started) < Duration::from_secs(5));
}

/// A helper in sh that keeps each secret in a file and writes down its arguments.
const HELPER: &str = r#"
cd "$0" || exit 9
request=$(cat)
echo "$@" >>arguments
name=$(printf %s "$request" | sed 's/.*"name":"\([^"]*\)".*/\1/' | tr / _)
case $1 in
get) if [ -e "kept-$name" ]; then cat "kept-$name"; else echo '{}'; fi ;;
store) printf %s "$request" >"kept-$name" ;;
erase) if [ -e "kept-$name" ]; then rm "kept-$name"; else echo '{"erased":false}'; fi ;;
esac
"#;

fn helper(folder: &Path) -> HelperStore {
    let words = ["sh", "-c", HELPER, folder.to_str().expect("is text")].map(str::to_owned).to_vec();
    HelperStore::new(CommandLine::from_words(words).expect("is a command"), surroundings(&[]))
}

#[test]
fn a_helper_gets_stores_and_erases_and_sees_no_secret_as_an_argument() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let store = helper(folder.path());
    let name = of_kind(SecretKind::Connection("c-1".to_owned()));
    assert!(store.get(&name).expect("works").is_none());
    assert!(!store.delete(&name).expect("works"));
    let text = format!("{CANARY} \"quoted\" \\ \u{1f512}\n");
    store.put(&name, &Secret::new(text.clone())).expect("is kept");
    assert_eq!(store.get(&name).expect("works").expect("is there").expose(), text);
    let kept = fs::read_to_string(folder.path().join("kept-plant-7_connection_c-1")).expect("was written");
    assert!(kept.starts_with(r#"{"service":"makini","name":"plant-7/connection/c-1","secret":""#), "{kept}");
    assert!(store.delete(&name).expect("works"));
    assert!(store.get(&name).expect("works").is_none());
    assert_eq!(probe(&store).expect("works"), Probe::Works);
    let arguments = fs::read_to_string(folder.path().join("arguments")).expect("was written");
    assert_eq!(
        arguments.lines().take(7).collect::<Vec<_>>(),
        ["get", "erase", "store", "get", "erase", "get", "store"]
    );
}

#[test]
fn a_helper_that_talks_nonsense_shows_no_secret() {
    for script in [
        "echo CANARY",
        "echo '{\"secret\":{\"value\":\"CANARY\"}}'",
        "echo '[\"CANARY\"]'",
        "echo '{\"secret\":\"CANARY'",
        "cat >&2; exit 1",
        "echo CANARY >&2; echo CANARY; exit 1",
    ] {
        let store = HelperStore::new(sh(script, &[]), surroundings(&[]));
        if !script.contains("cat") {
            shown(&store.get(&token("a")).expect_err(script));
        }
        shown(&store.put(&token("a"), &Secret::new(CANARY)).map_or_else(|error| error, |()| panic!("{script}")));
    }
    // Nothing said is nothing there.
    assert!(HelperStore::new(sh("true", &[]), surroundings(&[])).get(&token("a")).expect("works").is_none());
}

#[test]
fn names_with_line_ends_never_reach_a_program() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let store = helper(folder.path());
    for id in ["a\nb", "a\rb", "a\0b", "../../etc", "-x", ""] {
        let name = SecretName { profile: "plant-7".to_owned(), kind: SecretKind::Connection(id.to_owned()) };
        let text = shown(&store.put(&name, &Secret::new(CANARY)).expect_err("is hostile"));
        assert!(text.contains("may not be given to a command"), "{text}");
    }
    assert!(!folder.path().join("arguments").exists());
}
