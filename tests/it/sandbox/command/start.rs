//! One invocation inside the test.

use std::net::TcpListener;

use makini::exit::Exit;

use crate::support::mount::Mount;
use crate::support::served::Served;
use crate::support::world::Machine;

#[test]
fn it_ends_after_the_time_given_and_says_how_to_use_it() {
    let machine = Machine::new();
    let ended = machine.run("sandbox start --for 50ms").ok();
    let home = machine.home().display().to_string();
    let pid = std::process::id();
    let line = ended.stdout.lines().next().expect("a ready line").to_owned();
    assert!(line.starts_with("SANDBOX ready at http://127.0.0.1:"), "{line}");
    let url = line.strip_prefix("SANDBOX ready at ").expect("an address");
    let rest = ended.stdout.split_once('\n').expect("more lines").1.replace(&home, "~").replace(url, "URL");
    insta::assert_snapshot!(rest, @r"
    Use:            makini --sandbox systems list   (in another terminal)
    Client ID:      mk_test_client_sandbox
    Client secret:  mk_test_secret_sandbox
    Makini Link:    URL/link/auth
    State:          ~/data/sandbox.db
    End:            Ctrl-C
    ");
    insta::assert_snapshot!(ended.stderr.replace(&home, "~"), @"The sandbox has ended; its state is kept in ~/data/sandbox.db");

    let ended = machine.run("sandbox start --for 50ms --memory --time-scale 20 -o json").ok();
    let ready = &ended.json()["data"];
    assert_eq!(ready["sandbox"], true);
    assert_eq!(ready["link_url"], format!("{}/link/auth", ready["url"].as_str().expect("an address")));
    assert_eq!(ready["pid"], pid);
    assert_eq!(ready["client_id"], "mk_test_client_sandbox");
    assert_eq!(ready["time_scale"], 20.0);
    assert_eq!(ready["state"], serde_json::Value::Null);
    assert!(!machine.home().join("data/sandbox.json").exists(), "the notice goes with the sandbox");
}

#[test]
fn a_taken_port_is_named() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("free");
    let port = taken.local_addr().expect("bound").port();
    let ended = Machine::new().run(&format!("sandbox start --port {port}")).expect(Exit::Local);
    assert!(ended.stderr.contains(&format!("could not listen on 127.0.0.1:{port}")), "{}", ended.stderr);
    assert!(ended.stderr.contains("taken by another program"), "{}", ended.stderr);
    assert!(ended.stderr.contains("--port"), "{}", ended.stderr);
    assert_eq!(ended.stdout, "");
}

#[test]
fn a_state_that_can_be_no_file_is_refused_and_nothing_is_left() {
    let machine = Machine::new();
    let file = machine.write("folder/notes.txt", "a letter");
    let folder = file.parent().expect("a folder");
    for (state, word) in [(folder.to_owned(), "is a folder"), (file.join("x.db"), "is in no folder")] {
        let ended = machine.run(&format!("sandbox start --for 50ms --state {}", state.display())).expect(Exit::Usage);
        assert!(ended.stderr.contains(word) && ended.stderr.contains("`--memory`"), "{}", ended.stderr);
    }
    assert!(!machine.home().join("folder.lock").exists());
    assert!(!machine.home().join("data").exists());
}

#[test]
fn folders_that_cannot_be_written_are_named() {
    let Some(mount) = Mount::of(512) else { return };
    std::fs::create_dir(mount.path().join("data")).expect("made");
    mount.make_read_only();
    let place = mount.path().display().to_string();
    let machine = Machine::new();
    let ended = machine.run(&format!("sandbox start --for 50ms --state {place}/x.db")).expect(Exit::Local);
    insta::assert_snapshot!(ended.stderr.replace(&place, "DISK"), @r"
    error: could not keep the state `x.db` in the folder `DISK`
      because: Read-only file system (os error 30)
      hint: `--state FILE` keeps the state in a folder that you can write, `--memory` keeps none
    ");
    let unwritable = Machine::new().env("MAKINI_DATA_DIR", format!("{place}/data"));
    let ended = unwritable.run("sandbox start --for 50ms").expect(Exit::Local);
    insta::assert_snapshot!(ended.stderr.replace(&place, "DISK"), @r"
    error: could not keep the state `sandbox.db` in the folder `DISK/data`
      because: Read-only file system (os error 30)
      hint: `--state FILE` keeps the state in a folder that you can write, `--memory` keeps none
    ");
    // It can be reached by its address, whoever cannot be told of it.
    let ended = unwritable.run("sandbox start --for 50ms --memory").ok();
    let warning = ended.stderr.lines().next().unwrap_or_default().replace(&place, "DISK");
    insta::assert_snapshot!(warning, @"warning: `--sandbox` will not find this sandbox: could not write `DISK/data/sandbox.json`: read-only filesystem or storage medium; `MAKINI_DATA_DIR` names another folder");
    assert!(ended.stdout.contains("Client secret") && !ended.stdout.contains("--sandbox"), "{}", ended.stdout);
    let ended = machine.run(&format!("sandbox start --memory --for 50ms --ready-file {place}/r")).expect(Exit::Local);
    let said = ended.stderr.replace(&place, "DISK");
    assert!(said.contains("error: could not write `DISK/r`: read-only filesystem or storage medium\n"), "{said}");
}

#[test]
fn a_disk_without_room_for_the_state_is_said_once() {
    let Some(mount) = Mount::of(64) else { return };
    std::fs::write(mount.path().join("filler"), vec![0; 1 << 20]).expect_err("it gets full");
    let place = mount.path().display().to_string();
    let ended = Machine::new().run(&format!("sandbox start --for 50ms --state {place}/x.db")).expect(Exit::Local);
    insta::assert_snapshot!(ended.stderr.replace(&place, "DISK"), @r"
    error: could not open the database `DISK/x.db`
      because: the disk is full
      hint: make room on the disk
      hint: `--state FILE` keeps the state in a folder that you can write, `--memory` keeps none
    ");
}

#[test]
fn a_state_file_that_is_none_is_left_alone() {
    let machine = Machine::new();
    let file = machine.write("notes.txt", "no database, however long one looks at it");
    let ended = machine.run(&format!("sandbox start --state {}", file.display())).expect(Exit::Local);
    assert!(ended.stderr.contains("no database of makini"), "{}", ended.stderr);
    assert_eq!(std::fs::read_to_string(file).expect("there"), "no database, however long one looks at it");
    assert!(!machine.home().join("data/sandbox.json").exists());
}

#[test]
fn data_follow_from_the_seed_and_are_as_many_as_asked_for() {
    let machine = Machine::new();
    machine.run("sandbox start --for 50ms --seed 7 --scale 3").ok();
    let line = "--sandbox connect mex --yes --name 'Plant 7' --email ops@example.com --field url=https://mex.example.com \
                --field username=makini --field-stdin password";
    machine.run_with(line, "correct horse", []).ok();
    let sites = machine.run("--sandbox api get /api/eam/sites --connection plant").ok().json();
    assert_eq!(sites["meta"]["total"], 12, "three times the usual four");
    let other = machine.run("sandbox start --for 50ms --seed 8").expect(Exit::Usage);
    assert!(other.stderr.contains("the seed 7") && other.stderr.contains("sandbox reset"), "{}", other.stderr);
    machine.run("sandbox start --for 50ms --seed 7").ok();
    machine.run("sandbox reset --yes").ok();
    machine.run("sandbox start --for 50ms --seed 8").ok();
}

#[test]
fn what_cannot_be_asked_for() {
    let machine = Machine::new();
    for line in [
        "sandbox start --memory --state x.db",
        "sandbox start --time-scale 0",
        "sandbox start --time-scale NaN",
        "sandbox start --for soon",
        "sandbox start --port 70000",
        "sandbox start --scale 0",
        "sandbox start --scale 1001",
        "sandbox start --seed -1",
    ] {
        machine.run(line).expect(Exit::Usage);
    }
    assert!(!machine.home().join("data").exists(), "nothing was made");
}

#[test]
fn status_makes_nothing() {
    let machine = Machine::new();
    let ended = machine.run("sandbox status").ok();
    insta::assert_snapshot!(ended.stdout.replace(&machine.home().display().to_string(), "~"), @r"
    SANDBOX not running; `makini sandbox start` runs it, `makini --sandbox …` works without
    State:  ~/data/sandbox.db
    Holds:  nothing yet
    ");
    assert!(!machine.home().join("data").exists());
}

/// A notice of a sandbox that was killed is no sandbox, and neither is anything else at its address.
#[test]
fn a_stale_notice_is_ignored() {
    let machine = Machine::new();
    // Another program that took the port and says nothing, after the process of the notice has ended.
    let other = TcpListener::bind("127.0.0.1:0").expect("free");
    let silent = other.local_addr().expect("bound");
    // Another sandbox that took the port is told nothing either.
    let (stranger, _) = Served::sandbox(machine.clock());
    for url in [
        format!("http://{silent}"),
        stranger.url().into(),
        "http://127.0.0.1:9".into(),
        "https://api.makini.io".into(),
        "no url".into(),
    ] {
        machine.write(
            "data/sandbox.json",
            format!(r#"{{"url":"{url}","token":"mk_test_x","pid":4194305,"owner_proof":"x"}}"#),
        );
        let status = machine.run("sandbox status -o json").ok().json();
        assert_eq!(status["data"]["running"], false, "{url}");
    }
}
