//! The real keyring: a gnome-keyring on a D-Bus of its own, and each way in which it can be missing.
//!
//! The bus belongs to a process, so each test runs this test binary again inside `with-keyring.sh`, where
//! [`scene`] plays the part that the test names.

#![cfg(target_os = "linux")]

use std::process::{Child, Command, Output, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use makini::clock::Clock;
use makini::failure::Classify;
use makini::secret::Secret;
use makini::secrets::keyring::Asking;
use makini::secrets::{Keyring, Probe, SecretKind, SecretName, SecretStore, StoreError, probe};

use crate::support::require;

const SCENE: &str = "MAKINI_TEST_SCENE";
const CAST: &str = "MAKINI_TEST_CAST";

/// Adds to a command that it runs this binary again to play one scene.
fn again(mut command: Command, scene: &str) -> Command {
    command
        .arg(std::env::current_exe().expect("a test has a path"))
        .args(["--exact", "keyring::scene", "--ignored", "--nocapture", "--test-threads=1"])
        .env(SCENE, scene);
    command
}

/// Plays a scene in a situation of `with-keyring.sh`, and returns what it wrote, or nothing where it cannot be played.
fn play(situation: &str, scene: &str) -> Option<String> {
    if !["bash", "gnome-keyring-daemon", "secret-tool", "dbus-run-session", "gdbus"].into_iter().all(require::tool) {
        return None;
    }
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/with-keyring.sh");
    let mut command = Command::new("bash");
    command.args([script, situation]);
    let Output { status, stdout, stderr } = again(command, scene).output().expect("bash is there");
    let text = String::from_utf8_lossy(&stdout).into_owned() + &String::from_utf8_lossy(&stderr);
    // A filter that matches nothing is a success too, for the test runner.
    assert!(status.success() && text.contains("1 passed"), "{situation}, {scene}: {status}\n{text}");
    Some(text)
}

#[expect(clippy::disallowed_methods, reason = "how a test speaks to itself in another process")]
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

#[test]
#[ignore = "plays inside a D-Bus session of its own, started by the other tests here"]
fn scene() {
    match variable(SCENE).as_deref() {
        Some("round trip") => round_trip(),
        Some("crowd") => crowd(),
        Some("one of a crowd") => one_of_a_crowd(),
        Some("locked") => locked(),
        Some("hidden") => hidden(),
        Some("dialog") => dialog(),
        Some("frozen") => frozen(),
        Some("in memory only") => in_memory_only(),
        Some("never made") => never_made(),
        Some("no provider") => missing("nothing on the D-Bus session bus provides a Secret Service"),
        Some("no bus") => missing("there is no D-Bus session bus"),
        // Never on the keyring of the person who runs all tests.
        _ => eprintln!("SKIPPED: no scene was named"),
    }
}

#[test]
fn what_is_set_is_read_by_others_and_what_others_set_is_read() {
    play("unlocked", "round trip");
}

#[test]
fn twenty_processes_at_once() {
    play("unlocked", "crowd");
}

#[test]
fn a_locked_keyring_is_named() {
    play("locked", "locked");
}

#[test]
fn a_locked_keyring_that_shows_nothing_is_not_taken_for_an_empty_one() {
    play("hidden", "hidden");
}

#[test]
fn a_dialog_that_nobody_answers_does_not_hold_us_up() {
    play("dialog", "dialog");
}

#[test]
fn a_daemon_that_hangs_does_not_hold_us_up() {
    play("frozen", "frozen");
}

#[test]
fn a_collection_in_memory_is_not_written_to() {
    play("session", "in memory only");
}

#[test]
fn a_keyring_that_was_never_made() {
    play("new", "never made");
}

#[test]
fn a_bus_without_a_provider() {
    play("provider", "no provider");
}

#[test]
fn no_bus_at_all() {
    play("bus", "no bus");
}

fn token(profile: &str) -> SecretName {
    SecretName { profile: profile.to_owned(), kind: SecretKind::Token }
}

fn keyring() -> Keyring {
    Keyring::new(Clock::system()).with_timeout(Duration::from_secs(20))
}

/// Runs `secret-tool` with a line of standard input, and returns its output if it succeeded.
fn secret_tool(arguments: &[&str], input: &str) -> Option<String> {
    use std::io::Write;
    let mut child = Command::new("secret-tool")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("secret-tool is there");
    child.stdin.take().expect("piped").write_all(input.as_bytes()).expect("secret-tool reads");
    let output = child.wait_with_output().expect("secret-tool ends");
    output.status.success().then(|| String::from_utf8(output.stdout).expect("text"))
}

fn round_trip() {
    let store = keyring();
    let ours = token("plant-7");
    assert!(store.get(&ours).expect("works").is_none());
    assert!(!store.delete(&ours).expect("works"));

    let text = "mk_live_\u{fc} \"quoted\"\n{}";
    store.put(&ours, &Secret::new(text)).expect("is kept");
    let lookup = ["lookup", "service", "makini", "username", "plant-7/token"];
    assert_eq!(secret_tool(&lookup, "").as_deref(), Some(text));
    store.put(&ours, &Secret::new("second")).expect("replaces");
    assert_eq!(secret_tool(&lookup, "").as_deref(), Some("second"));

    let theirs = SecretName { profile: "plant-7".to_owned(), kind: SecretKind::Connection("c-1".to_owned()) };
    let arguments = ["store", "--label=theirs", "service", "makini", "username", "plant-7/connection/c-1"];
    secret_tool(&arguments, "set by another program").expect("stores");
    let asked = keyring().with_asking(Asking::Never);
    assert_eq!(asked.get(&theirs).expect("works").expect("is there").expose(), "set by another program");

    let other = SecretName { profile: "plant-8".to_owned(), kind: SecretKind::Token };
    store.put(&other, &Secret::new("of another profile")).expect("is kept");
    let mut names = asked.names("plant-7").expect("works").expect("it can list");
    names.sort();
    assert_eq!(names, [ours.clone(), theirs.clone()]);

    let large = Secret::new("x".repeat(64 << 10));
    store.put(&theirs, &large).expect("takes 64 KiB");
    assert!(asked.get(&theirs).expect("works").expect("is there") == large);

    assert!(store.delete(&ours).expect("works"));
    assert_eq!(secret_tool(&lookup, ""), None);
    assert!(store.get(&ours).expect("works").is_none());
    assert_eq!(probe(&store).expect("works"), Probe::Works);
    assert_eq!(probe(&asked).expect("works"), Probe::Works);
}

fn crowd() {
    let cast: Vec<Child> = (0..20)
        .map(|number| {
            again(Command::new("env"), "one of a crowd")
                .env(CAST, number.to_string())
                .stdout(Stdio::null())
                .spawn()
                .expect("this binary starts")
        })
        .collect();
    for mut child in cast {
        assert!(child.wait().expect("ends").success());
    }
    let store = keyring();
    for number in 0..20 {
        let secret = store.get(&token(&format!("own-{number}"))).expect("works").expect("was kept");
        assert_eq!(secret.expose(), format!("secret of {number}"));
    }
    // One entry, with the whole of one writer's secret.
    let shared = store.get(&token("shared")).expect("is not ambiguous").expect("was kept");
    let writer: u32 = shared.expose().strip_prefix("shared by ").expect("is whole").parse().expect("is whole");
    assert!(writer < 20);
}

fn one_of_a_crowd() {
    let number = variable(CAST).expect("was cast");
    let store = keyring();
    store.put(&token("shared"), &Secret::new(format!("shared by {number}"))).expect("is kept");
    store.put(&token(&format!("own-{number}")), &Secret::new(format!("secret of {number}"))).expect("is kept");
}

fn locked() {
    for asking in [Asking::Never, Asking::Allowed] {
        let store = keyring().with_asking(asking);
        for error in [
            store.get(&token("locked")).expect_err("is locked"),
            store.put(&token("locked"), &Secret::new("new")).expect_err("is locked"),
            store.put(&token("other"), &Secret::new("new")).expect_err("is locked"),
            store.delete(&token("locked")).expect_err("is locked"),
        ] {
            assert!(matches!(error, StoreError::Locked { .. }), "{asking:?}: {error:?}");
            assert_eq!(error.to_string(), "the OS keyring (Secret Service) is locked");
            assert!(error.hint().expect("has one").contains("makini login --secret-store file"));
        }
        assert!(matches!(probe(&store), Err(StoreError::Locked { .. })));
    }
}

fn hidden() {
    for asking in [Asking::Never, Asking::Allowed] {
        let store = keyring().with_asking(asking);
        for error in [
            store.get(&token("plant-7")).expect_err("it may be there"),
            store.delete(&token("plant-7")).map(|_| None::<Secret>).expect_err("it may be there"),
        ] {
            assert!(matches!(error, StoreError::Locked { .. }), "{asking:?}: {error:?}");
        }
    }
}

fn dialog() {
    let clock = Clock::system();
    let never = keyring().with_asking(Asking::Never);
    let started = clock.moment();
    let error = never.get(&token("locked")).expect_err("is locked");
    assert!(matches!(error, StoreError::Locked { .. }), "{error:?}");
    // No dialog was even begun.
    assert!(clock.since(started) < Duration::from_secs(1));

    let heard = Arc::new(Mutex::new(Vec::new()));
    let notice = Arc::clone(&heard);
    let asked = Keyring::new(clock.clone())
        .with_timeout(Duration::from_secs(2))
        .with_notice(Arc::new(move |text: &str| notice.lock().expect("no panic").push(text.to_owned())));
    // Twice: the first call is still stuck in the dialog when the second begins.
    for _ in 0..2 {
        let started = clock.moment();
        let error = asked.get(&token("locked")).expect_err("nobody answers");
        assert!(matches!(error, StoreError::TimedOut { seconds: 2, .. }), "{error:?}");
        let waited = clock.since(started);
        assert!(waited >= Duration::from_secs(2) && waited < Duration::from_secs(4), "{waited:?}");
    }
    assert_eq!(*heard.lock().expect("no panic"), ["waiting for the keyring to be unlocked"; 2]);
}

fn frozen() {
    let clock = Clock::system();
    for (asking, limit) in [(Asking::Never, 4), (Asking::Allowed, 6)] {
        let store = Keyring::new(clock.clone()).with_timeout(Duration::from_secs(5)).with_asking(asking);
        let started = clock.moment();
        let error = store.get(&token("plant-7")).expect_err("nobody answers");
        assert!(matches!(error, StoreError::TimedOut { .. }), "{asking:?}: {error:?}");
        assert!(clock.since(started) < Duration::from_secs(limit), "{asking:?}: {:?}", clock.since(started));
    }
    let short = Keyring::new(clock.clone()).with_timeout(Duration::from_millis(300));
    let started = clock.moment();
    let error = short.put(&token("plant-7"), &Secret::new("mk_live_CANARY")).expect_err("nobody answers");
    assert!(clock.since(started) < Duration::from_millis(1500));
    assert!(!format!("{error} {error:?}").contains("CANARY"));
}

fn in_memory_only() {
    let store = keyring();
    let error = store.put(&token("plant-7"), &Secret::new("new")).expect_err("would be forgotten");
    assert!(matches!(error, StoreError::Refused { .. }), "{error:?}");
    assert!(error.to_string().contains("would be gone when the session ends"), "{error}");
    assert_eq!(error.hint().as_deref(), Some("run `makini login --secret-store file`"));
    assert!(store.get(&token("plant-7")).expect("works").is_none());
}

fn never_made() {
    for asking in [Asking::Never, Asking::Allowed] {
        let store = keyring().with_asking(asking);
        assert!(store.get(&token("plant-7")).expect("has nothing").is_none());
        assert!(!store.delete(&token("plant-7")).expect("has nothing"));
        let error = store.put(&token("plant-7"), &Secret::new("new")).expect_err("nowhere to write to");
        assert!(matches!(error, StoreError::Unavailable { .. }), "{error:?}");
        assert!(error.to_string().contains("it has no default collection to write to"), "{error}");
    }
}

fn missing(reason: &str) {
    let clock = Clock::system();
    for asking in [Asking::Never, Asking::Allowed] {
        let store = keyring().with_asking(asking);
        let started = clock.moment();
        for error in [
            store.get(&token("plant-7")).expect_err("is missing"),
            store.put(&token("plant-7"), &Secret::new("mk_live_CANARY")).expect_err("is missing"),
            store.delete(&token("plant-7")).expect_err("is missing"),
        ] {
            let StoreError::Unavailable { reason: said, .. } = &error else { panic!("{error:?}") };
            assert!(said.starts_with(reason), "{said}");
            assert!(error.hint().expect("has one").contains("MAKINI_TOKEN"));
        }
        assert!(clock.since(started) < Duration::from_secs(3));
    }
}
