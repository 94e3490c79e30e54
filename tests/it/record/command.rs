//! `--for-command`: a run with a report and budgets.

use makini::exit::Exit;
use serde_json::Value;

use super::wire::RawServer;
use crate::support::process::{Home, Running, text, wait_for};
use crate::support::require;
use crate::support::world::{Ended, Machine};

fn server() -> RawServer {
    RawServer::start(|conversation| {
        let first = conversation.request().first();
        let (status, body) = match first.split(' ').nth(1).expect("a path") {
            "/bad" => ("400 Bad Request", r#"{"error":{"code":"INVALID_REQUEST","message":"no"}}"#),
            "/hangs" => {
                conversation.is_closed();
                conversation.is_over = true;
                return;
            }
            "/limited" => ("429 Too Many Requests", r#"{"error":{"code":"RATE_LIMIT_EXCEEDED"}}"#),
            _ => ("200 OK", "{}"),
        };
        let length = body.len();
        conversation.say(format!("HTTP/1.1 {status}\r\ncontent-length: {length}\r\n\r\n{body}").as_bytes());
    })
}

fn machine(server: &RawServer) -> Machine {
    Machine::new()
        .env("MAKINI_SERVER", server.url())
        .env("MAKINI_TOKEN", "mk_test_planted_token")
        .env("PATH", "/usr/local/bin:/usr/bin:/bin")
}

fn run(machine: &Machine, flags: &str, script: &str) -> Ended {
    machine.run(&format!("record --listen 127.0.0.1:0 --for-command {flags} -- /bin/sh -c '{script}'"))
}

#[test]
fn a_run_ends_with_a_report_and_1_over_budgets() {
    if !require::tool("curl") {
        return;
    }
    let server = server();
    let machine = machine(&server);
    let script = format!(
        r#"for path in /a /bad /bad /limited /limited; do curl -sS "$API$path"; done; curl -sS -XPOST "$MAKINI_RECORD_URL/link/token"; env > {}/env"#,
        machine.home().display()
    );
    let ended = run(&machine, "--env API --fail-on 'failed>1,repeated' --fail-on rate-limited>2 -o json", &script);
    let report = ended.expect(Exit::Unhealthy).json()["data"].clone();
    assert_eq!(report["calls"], 6, "{report}");
    assert_eq!((&report["figures"]["errors"], &report["rate_limited"]), (&4.into(), &2.into()), "{report}");
    assert_eq!(report["repeated_without_need"], 1, "429 may change, 400 does not: {report}");
    assert_eq!(report["repeated"][0]["endpoint"], "/bad");
    let failures = report["failures"].as_array().expect("a list");
    let of = |row: &Value| (row["endpoint"].clone(), row["status"].clone(), row["count"].clone());
    let kinds: Vec<_> = failures.iter().map(of).collect();
    assert_eq!(kinds, [("/bad".into(), 400.into(), 2.into()), ("/limited".into(), 429.into(), 2.into())], "{report}");
    assert_eq!(report["tokens_issued"], 1);
    assert_eq!(report["slowest"].as_array().map(Vec::len), Some(5));
    assert_eq!(report["exceeded"].as_array().map(Vec::len), Some(2), "{report}");
    assert_eq!((&report["unrecorded"], &report["command"]["exit_code"]), (&0.into(), &0.into()));
    let env = std::fs::read_to_string(machine.home().join("env")).expect("written");
    assert!(env.contains("API=http://127.0.0.1:") && !env.contains("planted"), "{env}");
    let many = "for m in GET POST PUT PATCH; do curl -sSX $m $MAKINI_RECORD_URL/bad $MAKINI_RECORD_URL/limited; done";
    let people = run(&machine, "", many).ok().stdout;
    assert!(people.contains("3 x") && people.contains("more: `makini requests list --source journal"), "{people}");
    let gave_up = "curl -sS -m 0.2 $MAKINI_RECORD_URL/hangs; true";
    let ended = run(&machine, "--fail-on failed,cancelled", gave_up).expect(Exit::Unhealthy);
    assert!(ended.stdout.contains("cancelled is 1, and 0 is allowed"), "{}", ended.all());
    let people = run(&machine, "--fail-on failed", "curl -sS $MAKINI_RECORD_URL/bad").expect(Exit::Unhealthy).stdout;
    for part in
        ["1 x", "Failed", "Slowest", "GET /bad: 400", "failed:", "failed is 1, and 0 is allowed", "ended with 0"]
    {
        assert!(people.contains(part), "{part}\n{people}");
    }
}

#[test]
fn a_code_that_is_a_book_or_a_token_is_not_in_the_report() {
    if !require::tool("curl") {
        return;
    }
    let server = RawServer::start(|conversation| {
        let is_long = conversation.request().first().contains("/long");
        let code = if is_long { "BOOK_".repeat(2000) } else { "mk_live_CANARYreport_Pc9Nz6Je1QhUi4FmYa2LtEsD".into() };
        let body = format!(r#"{{"error":{{"code":"{code}"}}}}"#);
        let length = body.len();
        conversation.say(format!("HTTP/1.1 500 No\r\ncontent-length: {length}\r\n\r\n{body}").as_bytes());
    });
    let ended = run(
        &machine(&server),
        "-o json",
        "curl -sS $MAKINI_RECORD_URL/long >/dev/null; curl -sS $MAKINI_RECORD_URL/token >/dev/null",
    )
    .ok();
    assert!(!ended.all().contains("CANARY") && ended.stdout.contains("[redacted]"), "{}", ended.all());
    assert!(ended.stdout.contains("BOOK_") && ended.stdout.len() < 6000, "{}", ended.stdout);
}

#[test]
fn it_ends_as_the_command_does_and_nothing_proves_nothing() {
    let server = server();
    let machine = machine(&server);
    let failed = run(&machine, "-o json", "exit 3").expect(Exit::Unhealthy).json();
    assert_eq!(failed["data"]["command"]["exit_code"], 3);
    run(&machine, "", "exit 0").ok();
    let ended = run(&machine, "--fail-on failed", "exit 0").expect(Exit::NotFound);
    assert!(ended.stdout.contains("no call was recorded"), "{}", ended.stdout);
    run(&machine, "--fail-on failed --allow-none", "exit 0").ok();
    let refused = machine.run("record --for 3s -- true").expect(Exit::Usage).stderr;
    assert!(refused.contains("record --for-command -- npm test") && !refused.contains("--for <TIME>"), "{refused}");
    let ended = machine.run("record --listen 127.0.0.1:0 --for-command -- /no/such/program").expect(Exit::Usage);
    assert!(ended.stderr.contains("could not be started"), "{}", ended.stderr);
    for wrong in [
        "--for-command",
        "-- true",
        "--fail-on much",
        "--fail-on p95",
        "--env A",
        "--listen 0.0.0.0:0",
        "--for 0s",
        "--allowed-host ''",
        "--listen 127.0.0.1:1 --server http://127.0.0.1:1",
        "--for-command --env A=B -- true",
        "--for-command --env 1A -- true",
        "--for-command --env PATH -- true",
    ] {
        machine.run(&format!("record {wrong}")).expect(Exit::Usage);
    }
}

#[cfg(unix)]
#[test]
fn a_signal_ends_the_command_and_what_it_still_did_is_in_the_report() {
    if !require::tool("curl") {
        return;
    }
    let (server, home) = (server(), Home::new());
    let begun = home.path().join("begun");
    let script = format!(
        r#"trap 'curl -sS "$MAKINI_RECORD_URL/last"; exit 0' TERM; touch {}; while :; do sleep 0.1; done"#,
        begun.display()
    );
    let mut command = home.makini(&[
        "record",
        "--listen",
        "127.0.0.1:0",
        "--for-command",
        "-o",
        "json",
        "--",
        "/bin/sh",
        "-c",
        &script,
    ]);
    command.env("MAKINI_SERVER", server.url()).env("PATH", "/usr/local/bin:/usr/bin:/bin");
    let running = Running::start(&mut command);
    wait_for(&begun);
    running.signal(rustix::process::Signal::TERM);
    let output = running.wait();
    assert_eq!(output.status.code(), Some(143), "{}", text(&output));
    let report: Value =
        serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}\n{}", text(&output)));
    assert_eq!(report["data"]["calls"], 1, "{report}");
}

#[cfg(unix)]
#[test]
fn sigterm_drains_and_ends_with_0() {
    let (server, home) = (server(), Home::new());
    let ready = home.path().join("ready.json");
    let file = ready.display().to_string();
    let mut command = home.makini(&["record", "--listen", "127.0.0.1:0", "--ready-file", &file, "-o", "json"]);
    command.env("MAKINI_SERVER", server.url());
    let running = Running::start(&mut command);
    let at: Value = serde_json::from_str(&wait_for(&ready)).expect("JSON");
    let address = at["url"].as_str().and_then(|url| url.strip_prefix("http://")).expect("an address").to_owned();
    assert_eq!(super::wire::exchange(&address, b"GET /a HTTP/1.1\r\nHost: localhost\r\n\r\n").body, b"{}");
    running.signal(rustix::process::Signal::TERM);
    let output = running.wait();
    assert_eq!(output.status.code(), Some(0), "{}", text(&output));
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(report["data"]["calls"], 1, "{report}");
}
