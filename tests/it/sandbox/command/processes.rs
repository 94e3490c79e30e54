//! Real processes: who finds whom, and what is left when one is gone.

use std::os::unix::fs::PermissionsExt as _;

use rustix::process::Signal;
use serde_json::Value;

use crate::support::network;
use crate::support::process::{Home, Running, text, wait_for};

/// Starts a sandbox and returns it with its ready line.
fn start(home: &Home, more: &[&str]) -> (Running, Value) {
    let ready = home.temporary().join("ready.json");
    std::fs::remove_file(&ready).ok();
    let file = ready.display().to_string();
    let mut args = vec!["sandbox", "start", "--ready-file", &file];
    args.extend(more);
    let running = Running::start(&mut home.makini(&args));
    let line = wait_for(&ready);
    (running, serde_json::from_str(&line).expect("JSON"))
}

#[test]
fn others_find_it_and_a_second_one_is_refused() {
    let home = Home::new();
    let (running, ready) = start(&home, &[]);
    let url = ready["url"].as_str().expect("an address");
    assert_eq!(ready["pid"], running.pid());

    let notice = home.data().join("sandbox.json");
    let mode = std::fs::metadata(&notice).expect("there").permissions().mode();
    assert_eq!(mode & 0o777, 0o600, "its token is for its owner");

    let status = home.json(&["sandbox", "status", "-o", "json"]);
    assert_eq!(status["data"]["url"], url);
    assert_eq!(status["data"]["pid"], running.pid());
    home.json(&["sandbox", "fault", "add", "rate-limited", "-o", "json"]);
    let status = home.json(&["sandbox", "status", "-o", "json"]);
    assert_eq!(status["data"]["holds"]["faults"], 1);

    let second = home.run(&["sandbox", "start"]);
    assert_eq!(second.status.code(), Some(14), "{}", text(&second));
    assert!(text(&second).contains(&format!("process {} at {url}", running.pid())), "{}", text(&second));
    assert!(notice.exists(), "the first one keeps its notice");

    // Another beside it is not found by others, and takes nothing from the first when it ends.
    let beside = home.run(&["sandbox", "start", "--memory", "--for", "20ms"]);
    assert_eq!(beside.status.code(), Some(0), "{}", text(&beside));
    assert!(text(&beside).contains(&format!("keeps using the sandbox of process {}", running.pid())));
    assert_eq!(home.json(&["sandbox", "status", "-o", "json"])["data"]["url"], url);

    running.signal(Signal::TERM);
    let ended = running.wait();
    assert_eq!(ended.status.code(), Some(0), "{}", text(&ended));
    assert!(!notice.exists());
    assert_eq!(home.json(&["sandbox", "status", "-o", "json"])["data"]["running"], false);
}

/// What listens on every network listens on the loopback too, and that is where commands go.
#[test]
fn commands_use_the_loopback_wherever_it_is_listened_on() {
    let six = network::six();
    for (address, begins) in [("0.0.0.0", "http://127.0.0.1:"), ("[::1]", "http://[::1]:"), ("[::]", "http://[::1]:")] {
        if address.starts_with('[') && !six {
            continue;
        }
        let home = Home::new();
        let (running, ready) = start(&home, &["--memory", "--bind", address, "--allow-remote"]);
        let url = ready["url"].as_str().expect("an address");
        assert!(url.starts_with(begins), "{url}");
        let status = home.json(&["sandbox", "status", "-o", "json"]);
        assert_eq!((&status["data"]["url"], &status["data"]["pid"]), (&url.into(), &running.pid().into()));
        home.json(&["sandbox", "fault", "add", "rate-limited", "-o", "json"]);
        assert_eq!(home.json(&["sandbox", "status", "-o", "json"])["data"]["holds"]["faults"], 1, "{address}");
    }
}

#[test]
fn ctrl_c_is_its_normal_end_and_the_state_stays() {
    let home = Home::new();
    let (running, _) = start(&home, &[]);
    home.json(&["sandbox", "fault", "add", "cut-body", "-o", "json"]);
    running.signal(Signal::INT);
    let ended = running.wait();
    assert_eq!(ended.status.code(), Some(0), "{}", text(&ended));
    assert!(String::from_utf8_lossy(&ended.stdout).starts_with("SANDBOX ready at http://127.0.0.1:"));

    let (running, _) = start(&home, &[]);
    let faults = home.json(&["sandbox", "fault", "list", "-o", "json"]);
    assert_eq!(faults["data"][0]["kind"], "cut_body");
    drop(running);
}

#[test]
fn a_killed_one_leaves_its_state_and_nothing_in_the_way() {
    let home = Home::new();
    let (running, _) = start(&home, &[]);
    home.json(&["sandbox", "fault", "add", "malformed-json", "-o", "json"]);
    running.signal(Signal::KILL);
    running.wait();
    assert!(home.data().join("sandbox.json").exists(), "it had no time to tidy up");

    assert_eq!(home.json(&["sandbox", "status", "-o", "json"])["data"]["running"], false);
    let faults = home.json(&["sandbox", "fault", "list", "-o", "json"]);
    assert_eq!(faults["data"][0]["kind"], "malformed_json", "used without a running one");
    let (running, ready) = start(&home, &[]);
    let status = home.json(&["sandbox", "status", "-o", "json"]);
    assert_eq!(status["data"]["url"], ready["url"]);
    assert_eq!(status["data"]["holds"]["faults"], 1);
    drop(running);
}

#[test]
fn a_running_one_goes_on_empty_after_a_reset() {
    let home = Home::new();
    let (running, ready) = start(&home, &[]);
    home.json(&["sandbox", "fault", "add", "cut-body", "-o", "json"]);
    let reset = home.json(&["sandbox", "reset", "--yes", "-o", "json"]);
    assert_eq!(reset["data"]["running"], true);
    let status = home.json(&["sandbox", "status", "-o", "json"]);
    assert_eq!(status["data"]["url"], ready["url"], "the same one, with a token that holds");
    assert_eq!(status["data"]["holds"]["faults"], 0);
    running.signal(Signal::TERM);
    assert_eq!(running.wait().status.code(), Some(0));
}

/// The token that the running one left for others has ended with the month; each of them gets another by itself.
#[test]
fn a_month_later_it_is_still_found_and_used() {
    let home = Home::new();
    let (running, ready) = start(&home, &["--freeze"]);
    home.json(&["sandbox", "fault", "add", "cut-body", "-o", "json"]);
    let walked = home.json(&["sandbox", "clock", "advance", "40d", "-o", "json"]);
    assert!(walked["data"]["tokens_expired"].as_u64() >= Some(1), "{walked}");
    let status = home.json(&["sandbox", "status", "-o", "json"]);
    assert_eq!(status["data"]["url"], ready["url"]);
    assert_eq!(status["data"]["holds"]["faults"], 1);
    running.signal(Signal::TERM);
    assert_eq!(running.wait().status.code(), Some(0));
}

#[test]
fn a_snapshot_needs_the_temporary_folder_only_where_the_state_is_in_memory() {
    let home = Home::new();
    let nowhere = |args: &[&str]| {
        let mut command = home.makini(args);
        command.env("TMPDIR", "/nonexistent");
        command
    };
    // Beside the state there is room anyway.
    for args in [["sandbox", "snapshot", "save", "s1"], ["sandbox", "snapshot", "load", "s1"]] {
        let ended = nowhere(&args).output().expect("started");
        assert_eq!(ended.status.code(), Some(0), "{args:?}: {}", text(&ended));
    }
    let ready = home.temporary().join("ready.json");
    let file = ready.display().to_string();
    let _running = Running::start(&mut nowhere(&["sandbox", "start", "--memory", "--ready-file", &file]));
    wait_for(&ready);
    for args in [["sandbox", "snapshot", "save", "s2", "--yes"], ["sandbox", "snapshot", "load", "s1", "--yes"]] {
        let ended = nowhere(&args).output().expect("started");
        assert_eq!(ended.status.code(), Some(14), "{args:?}: {}", text(&ended));
        let stderr = String::from_utf8_lossy(&ended.stderr).into_owned();
        assert!(stderr.contains("TMPDIR") && stderr.contains("/nonexistent"), "{args:?}: {stderr}");
        assert!(!stderr.contains("retry") && !stderr.contains("attempt"), "it is not tried again: {stderr}");
    }
}
