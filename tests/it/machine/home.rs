//! No home folder, one that does not exist, and variables that cannot be used.

use std::ffi::OsString;
use std::path::Path;

use makini::exit::Exit;

use crate::support::process::{Home, text};
use crate::support::served::Served;
use crate::support::world::Machine;

const NOTE: &str = "note: there is no home folder, so there is no folder for configuration, journal, sandbox, inbox \
                    and cache: set HOME\n";

fn homes() -> [Machine; 2] {
    [Machine::new().bare(), Machine::new().bare().env("HOME", "/nonexistent/makini")]
}

#[test]
fn what_needs_no_folder_runs_without_a_home_with_one_note() {
    for machine in homes() {
        let machine = machine.env("MAKINI_WEBHOOK_SECRET", "s");
        let body = machine.write("body.json", "{}");
        let ended = machine.run(&format!("webhooks sign {}", body.display())).ok();
        assert_eq!(ended.stderr, NOTE, "{}", ended.all());
        let ended = machine.run("doctor --offline");
        assert!(matches!(ended.exit, Exit::Ok | Exit::Unhealthy), "{}", ended.all());
        assert!(ended.stdout.contains("there is no folder for the configuration"), "{}", ended.all());
        machine.run("webhooks verify /nowhere").expect(Exit::Usage);
        let ended = machine.run("whoami");
        assert!(ended.stdout.contains("Profile"), "{}", ended.all());
        // What is kept has no place.
        for line in ["--sandbox connections list", "webhooks inbox list", "requests list --source journal"] {
            let ended = machine.run(line).expect(Exit::Local);
            assert!(ended.stderr.contains("hint: set HOME, or MAKINI_"), "{line}: {}", ended.all());
        }
        let ended = machine.run_with("login --client-id a --client-secret-stdin", "s", []).expect(Exit::Local);
        assert!(ended.stderr.contains("there is no folder for the configuration"), "{}", ended.all());
    }
    assert!(!Path::new("/nonexistent/makini").exists(), "nothing is created");
}

#[test]
fn a_gate_with_a_token_runs_without_a_home() {
    let (served, _sandbox) = Served::sandbox(&makini::clock::Clock::system());
    for machine in homes() {
        // The token is refused, so the platform was asked.
        let machine = machine.env("MAKINI_TOKEN", "t").env("MAKINI_SERVER", served.url());
        let ended = machine.run("check --retries 0").expect(Exit::Auth);
        assert!(ended.stderr.starts_with(NOTE) && ended.stderr.contains("401"), "{}", ended.all());
    }
}

#[test]
fn the_binary_creates_no_home() {
    let home = Home::new();
    let missing = home.temporary().join("missing");
    let body = home.temporary().join("body.json");
    std::fs::write(&body, "{}").expect("written");
    let mut command = home.makini(&["webhooks", "sign", body.to_str().expect("text")]);
    command.env("HOME", &missing).env("MAKINI_WEBHOOK_SECRET", "s");
    let output = command.output().expect("started");
    assert_eq!(output.status.code(), Some(0), "{}", text(&output));
    assert!(!missing.exists(), "{}", text(&output));
}

#[test]
fn a_relative_folder_is_refused_with_the_one_that_is_meant() {
    for name in ["MAKINI_DATA_DIR", "MAKINI_STATE_DIR", "MAKINI_CONFIG_DIR", "MAKINI_CACHE_DIR"] {
        let machine = Machine::new().env(name, "state");
        let ended = machine.run("--sandbox connections list").expect(Exit::Usage);
        assert!(ended.stderr.contains(&format!("`{name}` is not an absolute path")), "{}", ended.all());
        assert!(ended.stderr.contains(&format!("`export {name}=\"$PWD\"/state`")), "{}", ended.all());
        let ended = machine.run("doctor --offline").expect(Exit::Unhealthy);
        assert!(ended.stdout.contains(name), "{}", ended.all());
        machine.run("exit-codes").ok();
    }
}

#[cfg(unix)]
#[test]
fn a_variable_that_is_not_unicode_is_named_and_never_counts_as_unset() {
    use std::os::unix::ffi::OsStringExt as _;
    let latin = || OsString::from_vec(b"staging\xa0".to_vec());
    let names = [
        "MAKINI_PROFILE",
        "MAKINI_SERVER",
        "MAKINI_TOKEN",
        "MAKINI_TOKEN_FILE",
        "MAKINI_WEBHOOK_SECRET",
        "MAKINI_CONNECTION_TOKEN_A_B",
        "MAKINI_SECRET_COMMAND",
        "HTTPS_PROXY",
        "no_proxy",
    ];
    for name in names {
        let machine = Machine::new().env(name, latin());
        let ended = machine.run("connections list").expect(Exit::Usage);
        let expected = format!("the value of the variable `{name}` is not UTF-8");
        assert!(ended.stderr.contains(&expected), "{}", ended.all());
        let ended = machine.run("doctor --offline").expect(Exit::Unhealthy);
        assert!(ended.stdout.contains(&expected), "{}", ended.all());
        machine.run("exit-codes").ok();
    }
    // Others are none of ours, and a folder may have any name.
    Machine::new().env("LS_COLORS", latin()).run("whoami").ok();
    let machine = Machine::new();
    let folder = machine.home().join(latin());
    machine.env("MAKINI_STATE_DIR", folder).run("whoami").ok();
}
