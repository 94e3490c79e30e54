//! Many at once, and one that is killed.

use std::collections::HashSet;
use std::process::{Command, Stdio};

use makini::exchange::{Exchange, Recorder};
use makini::journal::Filter;

use super::{NOW, journal};
use crate::support::exchange;

const FOLDER: &str = "MAKINI_TEST_JOURNAL_FOLDER";
const NAME: &str = "MAKINI_TEST_JOURNAL_NAME";
const EACH: usize = 50;

/// Runs one of the ignored tests below in a process of its own.
fn child(test: &str, folder: &std::path::Path, name: &str) -> Command {
    let mut command = Command::new(std::env::current_exe().expect("the test binary"));
    command.args(["--exact", "--ignored", "--nocapture", &format!("journal::processes::{test}")]);
    command.env(FOLDER, folder).env(NAME, name).stdout(Stdio::null()).stderr(Stdio::piped());
    command
}

#[expect(clippy::disallowed_methods, reason = "how a test speaks to its child process")]
fn told() -> Option<(std::path::PathBuf, String)> {
    Some((std::env::var_os(FOLDER)?.into(), std::env::var(NAME).ok()?))
}

fn named(id: String) -> Exchange {
    Exchange { request_id: Some(id), ..exchange::good(NOW) }
}

#[test]
#[ignore = "run by another test, in a process of its own"]
fn writes_as_one_of_many() {
    let Some((folder, name)) = told() else { return };
    let journal = journal(&folder);
    for i in 0..EACH {
        journal.record(&named(format!("{name}-{i}")));
    }
    assert!(journal.take_warning().is_none(), "something was lost");
}

#[test]
#[ignore = "run by another test, in a process of its own"]
fn writes_and_is_killed() {
    let Some((folder, name)) = told() else { return };
    let journal = journal(&folder);
    journal.record(&named(name));
    std::process::abort();
}

#[test]
fn twenty_processes_lose_nothing() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let running: Vec<_> = (0..20)
        .map(|n| child("writes_as_one_of_many", folder.path(), &format!("p{n}")).spawn().expect("spawned"))
        .collect();
    for process in running {
        let output = process.wait_with_output().expect("ended");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    let entries = journal(folder.path()).search(&Filter::default()).expect("readable");
    let ids: HashSet<_> = entries.iter().filter_map(|entry| entry.request_id.clone()).collect();
    assert_eq!((entries.len(), ids.len()), (20 * EACH, 20 * EACH));
}

#[test]
fn what_a_killed_process_asked_is_known() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let status = child("writes_and_is_killed", folder.path(), "last words").status().expect("ran");
    assert!(!status.success(), "it should have been killed");
    let found = journal(folder.path()).get("default", "last words").expect("found");
    assert_eq!(found.len(), 1);
}
