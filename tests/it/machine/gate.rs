//! A check whose start fails still writes its report and keeps its exit style.

use std::path::PathBuf;

use makini::exit::Exit;
use makini::secret::Secret;
use makini::secrets::{SecretName, SecretStore, StoreError};
use makini::shutdown::Signal;

use crate::support::served::Served;
use crate::support::wire::Raw;
use crate::support::world::{Ended, Machine};

/// Runs a check that cannot come to an answer, as a pipeline and as a monitor do, and returns the second.
#[track_caller]
fn fails(machine: &Machine, flags: &str, exit: Exit, reason: &str) -> Ended {
    let file = report(machine);
    let others = ["gitlab", "sarif", "openmetrics", "html"].map(|kind| (kind, machine.home().join(kind)));
    let named = others.each_ref().map(|(kind, path)| format!(" --report {kind}={}", path.display())).concat();
    let line = format!("{flags} --report junit={} --report github{named}", file.display());
    let ended = machine.run(&line).expect(exit);
    let xml = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{error}: {}", ended.all()));
    assert!(xml.contains("errors=\"1\"") && xml.contains("makini check: reach"), "{line}: {xml}");
    assert!(xml.contains(reason), "{line}: {reason} is missing: {xml}");
    assert!(ended.stderr.contains("::error title=makini check%3A reach::could not ask: "), "{}", ended.all());
    for (kind, path) in others {
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{kind}: {error}: {}", ended.all()));
        match kind {
            "html" => assert!(text.contains("could not ask: ") && text.ends_with("</html>\n"), "{text}"),
            "openmetrics" => assert!(text.contains("makini_check_could_not_ask{rule=\"reach\"} 1"), "{text}"),
            _ => assert!(text.contains("makini check: could not ask: ") && text.contains(reason), "{line}: {text}"),
        }
        std::fs::remove_file(&path).expect("ours");
    }
    std::fs::remove_file(&file).expect("ours");
    let ended = machine.run(&format!("{flags} --exit-style nagios"));
    assert_eq!(ended.exit.code(), 3, "{}", ended.all());
    assert!(ended.stdout.starts_with("MAKINI UNKNOWN - ") && ended.stdout.lines().count() == 1, "{}", ended.all());
    // As JSON, what is on stderr is one form.
    let ended = machine.run(&format!("{flags} -o json --exit-style=nagios --report=junit={}", file.display()));
    assert_eq!((ended.exit.code(), file.exists()), (3, true), "{}", ended.all());
    for line in ended.stderr.lines() {
        serde_json::from_str::<serde_json::Value>(line).unwrap_or_else(|error| panic!("{error}: {line}"));
    }
    ended
}

fn report(machine: &Machine) -> PathBuf {
    machine.home().join("r.xml")
}

#[test]
fn a_bad_flag_is_in_the_report() {
    let machine = Machine::new();
    fails(&machine, "check --bogus", Exit::Usage, "unexpected argument");
    fails(&machine, "--profile check check --max-error-rate 5", Exit::Usage, "invalid value");
    fails(&machine, "check --report xml=x", Exit::Usage, "a report is");
    // Another command has no report, whatever it is given.
    let file = report(&machine);
    let line = format!("connections list --search check --report junit={}", file.display());
    machine.run(&line).expect(Exit::Usage);
    machine.run("check --help").ok();
    std::fs::remove_file(&file).ok();
    machine.run(&format!("connections check --report junit={}", file.display())).expect(Exit::Usage);
    assert!(!file.exists());
}

#[test]
fn settings_that_cannot_be_used_are_in_the_report() {
    let machine = Machine::new();
    machine.write(".makini.toml", "output = [");
    fails(&machine, "check", Exit::Usage, ".makini.toml, line 1");
    fails(&Machine::new().env("MAKINI_TIMEOUT", "soon"), "check", Exit::Usage, "MAKINI_TIMEOUT");
    fails(&Machine::new().env("MAKINI_STATE_DIR", "relative"), "check", Exit::Usage, "MAKINI_STATE_DIR");
    fails(&Machine::new(), "check --server ftp://x", Exit::Usage, "must begin with https");
    fails(&Machine::new(), "--sandbox check --columns nosuch", Exit::Usage, "nosuch");
    fails(&Machine::new(), "check --jq '.['", Exit::Usage, "jq");
    let pasted = "check mk_live_0123456789abcdef0123456789";
    let ended = fails(&Machine::new(), pasted, Exit::Usage, "looks like a secret");
    assert!(!ended.all().contains("mk_live_0"), "{}", ended.all());
}

#[test]
fn no_home_is_in_the_report() {
    let ended = fails(&Machine::new().bare(), "--sandbox check", Exit::Local, "there is no folder for the sandbox");
    assert!(ended.stdout.contains("HOME"), "{}", ended.all());
}

struct Defect;

impl SecretStore for Defect {
    fn describe(&self) -> String {
        "a store with a defect".into()
    }

    fn get(&self, _: &SecretName) -> Result<Option<Secret>, StoreError> {
        panic!("a defect of this test");
    }

    fn put(&self, _: &SecretName, _: &Secret) -> Result<(), StoreError> {
        Ok(())
    }

    fn delete(&self, _: &SecretName) -> Result<bool, StoreError> {
        Ok(false)
    }
}

#[test]
fn a_bug_of_ours_is_in_the_report() {
    let machine = Machine::new().keyring(Defect);
    fails(&machine, "check --server http://127.0.0.1:9", Exit::Bug, Exit::Bug.meaning());
}

#[test]
fn a_signal_is_in_the_report() {
    let served = Served::raw(Raw::Hang(Vec::new()));
    for exit in [Exit::Terminated, Exit::Interrupted] {
        let (_sender, receiver) = tokio::sync::watch::channel(Some(exit));
        let machine = Machine::new().env("MAKINI_TOKEN", "t").stop(Signal::Channel(receiver));
        fails(&machine, &format!("check --server {}", served.url()), exit, exit.meaning());
    }
}
