//! The demo, which is a test of everything else: every command in it has to end as it should.

use makini::clock::Clock;
use makini::exit::Exit;
use serde_json::Value;

use crate::support::process::{Home, Running, text};
use crate::support::until::{PATIENCE, until};
use crate::support::world::Machine;

/// Returns the commands of a run, with what differs from run to run made the same.
fn commands(answer: &Value) -> String {
    let mut lines = String::new();
    for step in answer["data"]["steps"].as_array().expect("a list") {
        let command = step["command"].as_str().expect("a text");
        let words: Vec<String> = command.split(' ').map(same).collect();
        lines += &format!("{} [{}] {}\n", step["act"], step["exit"], words.join(" "));
    }
    lines
}

fn same(word: &str) -> String {
    if let Some((before, after)) = word.split_once("http://127.0.0.1:") {
        return format!("{before}http://127.0.0.1:PORT{}", after.trim_start_matches(|c: char| c.is_ascii_digit()));
    }
    if word.starts_with("req_") {
        return "req_ID".into();
    }
    match (word.rfind('/'), word.find("makini-demo-")) {
        (Some(at), Some(_)) => {
            let before = word.split_once("=/").map(|(name, _)| format!("{name}=")).unwrap_or_default();
            format!("{before}FOLDER{}", &word[at..])
        }
        _ => word.into(),
    }
}

#[test]
fn every_command_ends_as_it_should() {
    let machine = Machine::new();
    let place = machine.home().join("tmp");
    std::fs::create_dir(&place).expect("made");
    let machine = machine.env("TMPDIR", &place);
    let ended = machine.run("demo --pace fast -o json").ok();
    let answer = ended.json();
    assert_eq!(answer["schema"], "makini/demo/1");
    insta::assert_snapshot!(commands(&answer), @r#"
    1 [0] makini sandbox start --time-scale 60
    2 [0] printf %s "$LIMBLE_SECRET" | makini connect limble --yes --name 'Limble Ulm' --email ops@example.com --field client_id=V7G2K9 --field-stdin client_secret
    2 [0] printf %s "$NETSUITE_KEY" | makini connect netsuite --yes --name 'NetSuite Finance' --email ops@example.com --field account_id=1234567_SB1 --field certificate_id=custcertificate_makini --field-stdin consumer_key --field-file consumer_secret=FOLDER/netsuite.secret
    2 [0] printf %s "$SAP_PASSWORD" | makini connect sap-ecc --yes --name 'SAP Stuttgart' --email ops@example.com --on-premises --field host=sapprd.example.com --field system_number=00 --field client=100 --field username=MAKINI_RFC --field-stdin password
    2 [0] makini connections list
    2 [0] makini credits
    2 [0] makini api get /api/eam/work-orders --connection 'SAP Stuttgart' --query per_page=1 --jq '.data.body.data[0] | {code, title, status, dueAt}'
    3 [0] makini webhooks endpoints add http://127.0.0.1:PORT/hook --event 'sync.*' --secret-file FOLDER/webhook.secret
    3 [0] makini sync start 'SAP Stuttgart' --full --watch --entity vendors,materials,assets,work-orders
    4 [0] makini webhooks verify --request FOLDER/delivery.http --secret-file FOLDER/webhook.secret
    4 [10] makini webhooks verify --request FOLDER/forged.http --secret-file FOLDER/webhook.secret
    5 [0] makini sandbox fault add source-down --connection 'SAP Stuttgart'
    5 [1] makini sync start 'SAP Stuttgart' --watch --entity vendors
    5 [9] makini api get /api/eam/work-orders --connection 'SAP Stuttgart' --retries 0
    5 [1] makini check
    5 [1] makini check 'SAP Stuttgart' --jq '[.data.connections[].findings[].request_id | strings] | first'
    5 [0] makini requests show req_ID
    6 [0] makini metrics --by endpoint --kind api
    7 [0] makini sandbox fault clear
    7 [0] makini check
    8 [0] makini disconnect 'Limble Ulm' 'NetSuite Finance' 'SAP Stuttgart' --confirm 'Limble Ulm' --confirm 'NetSuite Finance' --confirm 'SAP Stuttgart'
    8 [0] makini credits --jq '.data | {total, used, available}'
    "#);
    assert_eq!(answer["data"]["acts"].as_array().expect("a list").len(), 8);
    assert!(ended.stderr.contains("SANDBOX ready at http://127.0.0.1:"), "seen on stderr: {}", ended.stderr);

    assert_eq!(std::fs::read_dir(&place).expect("there").count(), 0, "it cleans up");
    let rest: Vec<_> = std::fs::read_dir(machine.home()).expect("there").flatten().map(|e| e.file_name()).collect();
    assert_eq!(rest, ["tmp"], "and touches nothing else");
}

#[test]
fn there_has_to_be_room_for_it() {
    let machine = Machine::new();
    let nowhere = machine.home().join("nowhere");
    let ended = machine.env("TMPDIR", &nowhere).run("demo").expect(Exit::Local);
    assert!(ended.stderr.contains("TMPDIR"), "{}", ended.stderr);
    Machine::new().run("demo --pace slow").expect(Exit::Usage);
}

fn files_below(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    std::fs::read_dir(folder).expect("there").flatten().map(|entry| entry.path()).collect()
}

/// As on a fresh machine, with an environment that is meant for something else.
#[test]
fn the_real_binary_needs_nothing_and_leaves_nothing() {
    let home = Home::new();
    let clock = Clock::system();
    let began = clock.moment();
    let output = home
        .makini(&["demo"])
        .env("MAKINI_TOKEN", "mk_live_of_a_real_account")
        .env("MAKINI_SERVER", "https://127.0.0.1:9")
        .env("HTTPS_PROXY", "http://127.0.0.1:9")
        .env("ALL_PROXY", "http://127.0.0.1:9")
        .output()
        .expect("started");
    let took = clock.since(began);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output));
    assert!(took.as_secs() < 20, "{took:?}");
    let shown = String::from_utf8_lossy(&output.stdout);
    for part in [
        "$ makini sandbox start --time-scale",
        "$ makini connections list",
        "SAP Stuttgart     ",
        "(exit code 1: Unhealthy)",
        "(exit code 10: Invalid)",
        "Why: the system behind the connection could not be reached",
        "3 of 3 disconnected; 11 credits are back.",
        "each ended as it should",
        "makini login",
    ] {
        assert!(shown.contains(part), "{part}\n{}", text(&output));
    }
    assert!(!shown.contains('\u{1b}'), "no colours in a pipe");
    assert_eq!(files_below(&home.temporary()), Vec::<std::path::PathBuf>::new());
    assert_eq!(files_below(&home.path()), Vec::<std::path::PathBuf>::new());
}

#[cfg(unix)]
#[test]
fn stopped_half_way_it_cleans_up() {
    use rustix::process::Signal;

    for (signal, code) in [(Signal::INT, 130), (Signal::TERM, 143)] {
        let home = Home::new();
        let running = Running::start(&mut home.makini(&["demo", "-o", "ndjson"]));
        // The sandbox is ready and something goes on.
        let database = || files_below(&home.temporary()).iter().any(|folder| folder.join("data/sandbox.json").exists());
        until(PATIENCE, || database().then_some(()));
        running.signal(signal);
        let output = running.wait();
        assert_eq!(output.status.code(), Some(code), "{}", text(&output));
        assert_eq!(String::from_utf8_lossy(&output.stdout), "", "no summary of what was not seen");
        assert!(text(&output).contains("has cleaned up"), "{}", text(&output));
        assert_eq!(files_below(&home.temporary()), Vec::<std::path::PathBuf>::new());
        assert_eq!(files_below(&home.path()), Vec::<std::path::PathBuf>::new());
    }
}

/// A reader that has seen enough ends the demo, and that is fine.
#[test]
fn a_closed_pipe_ends_it_quietly() {
    use std::io::{BufRead as _, BufReader};

    let home = Home::new();
    let mut child = home
        .makini(&["demo"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::null())
        .spawn()
        .expect("started");
    let mut line = String::new();
    BufReader::new(child.stdout.take().expect("piped")).read_line(&mut line).expect("a line");
    assert_eq!(line, "1. A platform to play with\n");
    let status = child.wait().expect("ends");
    assert_eq!(status.code(), Some(0));
    assert_eq!(files_below(&home.temporary()), Vec::<std::path::PathBuf>::new());
}
