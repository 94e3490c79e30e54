//! `makini doctor --fix`: what is changed, and what is left alone.

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use makini::exit::Exit;
use makini::term::prompt::Answer;
use serde_json::{Value, json};

use crate::support::folder::contents;
use crate::support::world::Machine;

const NOW: &str = "2026-01-01T00:00:00Z";

fn mode(path: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt as _;
    fs::metadata(path).expect("there").permissions().mode() & 0o777
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(mode)).expect("ours");
}

/// A machine on which something of everything is to be fixed.
fn untidy() -> Machine {
    let machine = Machine::new().at(NOW);
    for (file, bits) in [("state/journal.db", 0o644), ("data/inbox.db", 0o666), ("config/config.toml", 0o620)] {
        let path = machine.write(file, "");
        set_mode(&path, bits);
    }
    set_mode(&machine.home().join("state"), 0o755);
    machine.write("state/locks/token-1.lock", "");
    let now = SystemTime::UNIX_EPOCH + Duration::from_hours(490_896);
    let old = machine.write("config/.config.toml.new-abc123", "half");
    fs::File::options().write(true).open(&old).expect("ours").set_modified(now - Duration::from_hours(2)).expect("set");
    // One that is being written, and what is nobody's leftover.
    let fresh = machine.write("config/.config.toml.new-def456", "half");
    fs::File::options().write(true).open(&fresh).expect("ours").set_modified(now).expect("set");
    machine.write("config/notes.new-x", "mine");
    machine.write(".local/share/bash-completion/completions/makini", "_makini() {\n# of another version\n}\n");
    machine.write(".zfunc/_makini", "# written by hand\n");
    machine
}

fn changes(answer: &Value) -> Vec<(String, String, String)> {
    let rows = answer["data"]["changes"].as_array().expect("changes").clone();
    let text = |value: &Value| value.as_str().expect("text").to_owned();
    let name = |row: &Value| text(&row["path"]).rsplit('/').next().expect("a name").to_owned();
    rows.iter().map(|row| (name(row), text(&row["after"]), text(&row["state"]))).collect()
}

fn all(home: &Path) -> Vec<(String, u32, Vec<u8>)> {
    let found = contents(home, |_| false);
    found.into_iter().map(|(name, bytes)| (name.clone(), mode(&home.join(&name)), bytes)).collect()
}

#[test]
fn what_is_safe_is_fixed_and_shown_before_and_after() {
    let machine = untidy();
    let home = machine.home().to_owned();
    let before = all(&home);
    let planned = machine.run("--sandbox doctor --offline --fix --dry-run -o json").ok().json();
    let names =
        |changes: &[(String, String, String)]| changes.iter().map(|(name, ..)| name.clone()).collect::<Vec<_>>();
    let plan = changes(&planned);
    assert!(plan.iter().all(|(.., state)| state == "planned"), "{plan:?}");
    for name in
        ["config.toml", "state", "journal.db", "inbox.db", "token-1.lock", ".config.toml.new-abc123", "makini", "cache"]
    {
        assert!(names(&plan).iter().any(|found| found == name), "{name}: {plan:?}");
    }
    let untouched = all(&home);
    for row in &before {
        assert!(untouched.contains(row), "a plan changes nothing: {}", row.0);
    }
    // Nobody can answer: nothing is changed.
    let asked = machine.run("--sandbox doctor --offline --fix").expect(Exit::Unconfirmed);
    assert!(asked.stderr.contains("--yes"), "{}", asked.stderr);
    assert_eq!(mode(&home.join("state/journal.db")), 0o644);
    let fixed = machine.run("--sandbox doctor --offline --fix --yes -o json").ok();
    let made = changes(&fixed.json());
    assert_eq!(names(&made), names(&plan));
    assert!(made.iter().all(|(.., state)| state == "done"), "{}", fixed.all());
    assert!(made.contains(&("journal.db".into(), "mode 0600".into(), "done".into())), "{made:?}");
    assert_eq!([mode(&home.join("state/journal.db")), mode(&home.join("data/inbox.db"))], [0o600, 0o600]);
    assert_eq!([mode(&home.join("config/config.toml")), mode(&home.join("state"))], [0o600, 0o700]);
    assert_eq!(mode(&home.join("cache")), 0o700, "a folder that was missing");
    assert!(!home.join("state/locks/token-1.lock").exists() && !home.join("config/.config.toml.new-abc123").exists());
    // What is somebody's stays.
    for (file, text) in [
        ("config/.config.toml.new-def456", "half"),
        ("config/notes.new-x", "mine"),
        (".zfunc/_makini", "# written by hand\n"),
    ] {
        assert_eq!(fs::read_to_string(home.join(file)).expect("there"), text, "{file}");
    }
    let script = fs::read_to_string(home.join(".local/share/bash-completion/completions/makini")).expect("there");
    assert_eq!(script, machine.run("completions bash").ok().stdout);
    // The report is that of the machine as it is now.
    let outcomes = fixed.json()["data"]["checks"].as_array().expect("checks").clone();
    let bad: Vec<&Value> =
        outcomes.iter().filter(|check| check["outcome"] == "warning" || check["outcome"] == "bad").collect();
    assert!(bad.is_empty(), "{bad:#?}");
    let again = machine.run("--sandbox doctor --offline --fix --yes").ok();
    assert!(again.stdout.contains("There is nothing to fix."), "{}", again.all());
}

#[test]
fn a_no_changes_nothing() {
    let machine = untidy().terminal(100);
    let no = machine.run_with("--sandbox doctor --offline --fix --color never", "", [Answer::No]);
    assert_eq!(no.exit, Exit::Unconfirmed, "{}", no.all());
    assert!(no.stderr.contains("mode 0644 -> mode 0600"), "shown before it is asked: {}", no.stderr);
    assert_eq!(mode(&machine.home().join("state/journal.db")), 0o644);
    assert!(machine.home().join("state/locks/token-1.lock").exists());
}

#[test]
fn a_lock_that_is_held_and_a_link_are_left_alone() {
    let machine = Machine::new().at(NOW);
    let path = machine.write("state/locks/token-2.lock", "");
    let held = makini::files::Lock::try_take(&path).expect("no error").expect("free");
    let target = machine.write("elsewhere/target.db", "");
    set_mode(&target, 0o644);
    std::os::unix::fs::symlink(&target, machine.home().join("state/journal.db")).expect("linked");
    let fixed = machine.run("--sandbox doctor --offline --fix --yes -o json").json();
    let touched = changes(&fixed);
    assert!(touched.iter().all(|(name, ..)| name != "token-2.lock" && name != "journal.db"), "{touched:?}");
    assert_eq!(mode(&target), 0o644);
    drop(held);
    machine.run("doctor --dry-run").expect(Exit::Usage);
    assert_eq!(machine.run("--sandbox doctor --offline -o json").ok().json()["data"]["changes"], json!(null));
}

/// Whoever could write to it may have said where tokens are sent: a person has to look at it first.
#[test]
fn a_configuration_that_everybody_could_write_is_no_ones_to_fix() {
    let machine = Machine::new().at(NOW);
    let path = machine.write("config/config.toml", "");
    set_mode(&path, 0o666);
    let fixed = machine.run("--sandbox doctor --offline --fix --yes -o json").expect(Exit::Unhealthy);
    assert!(changes(&fixed.json()).iter().all(|(name, ..)| name != "config.toml"), "{}", fixed.all());
    assert_eq!(mode(&path), 0o666);
}
