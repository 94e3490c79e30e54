//! `makini webhooks drill` against handlers as people write them, and against our own receiver.

use makini::exit::Exit;
use serde_json::Value;

use crate::support::handler::Fixture;
use crate::support::listening::{SECRET, during, line, machine};
use crate::support::require;
use crate::support::world::Machine;

/// Runs a drill, and returns how it ended and the outcome of each case.
fn drill(machine: &Machine, flags: &str) -> (Exit, Vec<(String, String)>) {
    let ended = machine.run(&line(machine, &format!("webhooks drill {flags} -o json")));
    let cases = ended.json()["data"]["cases"].as_array().expect("cases").clone();
    let text = |case: &Value, name: &str| case[name].as_str().expect("text").to_owned();
    (ended.exit, cases.iter().map(|case| (text(case, "case"), text(case, "outcome"))).collect())
}

fn with<'a>(cases: &'a [(String, String)], outcome: &str) -> Vec<&'a str> {
    cases.iter().filter(|(_, found)| found == outcome).map(|(case, _)| case.as_str()).collect()
}

#[test]
fn a_good_handler_in_node_passes() {
    if !require::tool("node") {
        return;
    }
    let handler = Fixture::start("node", "good.mjs", &[SECRET, "the old secret"]);
    let machine = machine();
    machine.write("old.txt", "the old secret");
    let flags = format!(
        "--url {} --effects-url {} --secret-file ~/secret.txt --secret-file ~/old.txt",
        handler.url("/hook"),
        handler.url("/effects")
    );
    let (exit, cases) = drill(&machine, &flags);
    assert_eq!(with(&cases, "failed"), [""; 0], "{cases:?}");
    assert_eq!(with(&cases, "skipped"), ["stale"], "the platform's scheme signs no time");
    assert_eq!((exit, cases.len()), (Exit::Ok, 14));
}

#[test]
fn a_bad_handler_in_node_is_told_what_to_change() {
    if !require::tool("node") {
        return;
    }
    let handler = Fixture::start("node", "bad.mjs", &[SECRET]);
    let machine = machine();
    let flags =
        format!("--url {} --effects-url {} --secret-file ~/secret.txt", handler.url("/"), handler.url("/effects"));
    let (exit, cases) = drill(&machine, &format!("{flags} --report junit=~/drill.xml"));
    assert_eq!(with(&cases, "failed"), ["php_escaped", "unsigned", "duplicated", "oversized"], "{cases:?}");
    assert_eq!(exit, Exit::Unhealthy);
    let xml = std::fs::read_to_string(machine.home().join("drill.xml")).expect("written");
    assert_eq!(xml.matches("<failure").count(), 4, "{xml}");
    assert!(xml.contains("JSON.stringify(JSON.parse(body))"), "{xml}");

    let shown = machine.run(&line(&machine, &format!("webhooks drill {flags} --only unsigned,duplicated")));
    let shown = shown.expect(Exit::Unhealthy).stdout;
    assert!(shown.contains("unsigned: it broke: it answered 500"), "{shown}");
    assert!(shown.contains("duplicated: it had 2 effects"), "{shown}");
    assert!(shown.contains("0 passed, 2 failed, 0 skipped") && !shown.contains(SECRET), "{shown}");
}

#[test]
fn a_good_handler_in_python_passes() {
    if !require::tool("python3") {
        return;
    }
    let handler = Fixture::start("python3", "good.py", &[SECRET]);
    let flags =
        format!("--url {} --effects-url {} --secret-file ~/secret.txt", handler.url("/hook"), handler.url("/effects"));
    let (exit, cases) = drill(&machine(), &flags);
    assert_eq!(with(&cases, "failed"), [""; 0], "{cases:?}");
    assert_eq!((exit, with(&cases, "skipped")), (Exit::Ok, vec!["stale", "rotated"]));
}

#[test]
fn a_good_handler_in_php_passes() {
    if !require::tool("php") {
        return;
    }
    let handler = Fixture::php("good.php", &[SECRET, "the old secret"]);
    let machine = machine();
    machine.write("old.txt", "the old secret");
    let flags = format!(
        "--url {} --effects-url {} --secret-file ~/secret.txt --secret-file ~/old.txt",
        handler.url("/hook"),
        handler.url("/effects")
    );
    let (exit, cases) = drill(&machine, &flags);
    assert_eq!(with(&cases, "failed"), [""; 0], "{cases:?}");
    assert_eq!((exit, with(&cases, "skipped")), (Exit::Ok, vec!["stale"]));
}

#[test]
fn a_bad_handler_in_php_fails_on_its_own_spelling() {
    if !require::tool("php") {
        return;
    }
    let handler = Fixture::php("bad.php", &[SECRET]);
    let machine = machine();
    let flags =
        format!("--url {} --effects-url {} --secret-file ~/secret.txt", handler.url("/"), handler.url("/effects"));
    let (exit, cases) = drill(&machine, &format!("{flags} --report junit=~/drill.xml"));
    assert_eq!(with(&cases, "failed"), ["php_escaped", "duplicated", "oversized"], "{cases:?}");
    assert_eq!((exit, with(&cases, "skipped")), (Exit::Unhealthy, vec!["stale", "rotated"]));
    let xml = std::fs::read_to_string(machine.home().join("drill.xml")).expect("written");
    for case in ["php_escaped", "duplicated", "oversized"] {
        assert!(xml.contains(&format!("type=\"{case}\"")), "{xml}");
    }
    assert!(xml.contains("tests=\"14\"") && xml.contains("failures=\"3\""), "{xml}");
}

#[test]
fn a_bad_handler_in_python_is_told_what_to_change() {
    if !require::tool("python3") {
        return;
    }
    let handler = Fixture::start("python3", "bad.py", &[SECRET]);
    let flags =
        format!("--url {} --effects-url {} --secret-file ~/secret.txt", handler.url("/"), handler.url("/effects"));
    let (exit, cases) = drill(&machine(), &flags);
    assert_eq!(with(&cases, "failed"), ["php_escaped", "duplicated", "oversized"], "{cases:?}");
    assert_eq!(exit, Exit::Unhealthy);
}

#[test]
fn a_handler_that_spells_as_php_does_fails_on_what_php_spells_otherwise() {
    if !require::tool("python3") {
        return;
    }
    let handler = Fixture::start("python3", "php_style.py", &[SECRET]);
    let (_, cases) = drill(
        &machine(),
        &format!(
            "--url {} --secret-file ~/secret.txt --only valid,php_escaped,duplicated,wrong_secret",
            handler.url("/")
        ),
    );
    assert_eq!(with(&cases, "failed"), ["php_escaped"], "{cases:?}");
}

/// A scheme that signs the time: an old delivery is told from a new one.
#[test]
fn our_own_receiver_passes() {
    let machine = machine();
    machine.write("whsec.txt", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    let scheme = "--scheme standard-webhooks --secret-file ~/whsec.txt";
    let (_, _, (exit, cases)) =
        during(machine, scheme, |machine, url| drill(machine, &format!("--url {url}/ {scheme} --oversized 2000000")));
    assert_eq!(with(&cases, "failed"), [""; 0], "{cases:?}");
    assert_eq!((exit, with(&cases, "skipped")), (Exit::Ok, vec!["rotated"]));
}

#[test]
fn nobody_there_is_no_answer_of_a_handler() {
    let machine = machine();
    let run = |flags: &str| machine.run(&line(&machine, &format!("webhooks drill {flags} --secret-file ~/secret.txt")));
    let ended = run("--url http://127.0.0.1:9/").expect(Exit::Unavailable);
    assert!(ended.stderr.contains("start the handler first"), "{}", ended.stderr);
    for flags in [
        "--url http://10.0.0.7/",
        "--url http://127.0.0.1:9/ --only nothing",
        "--url http://127.0.0.1:9/ --report xml=x",
    ] {
        run(flags).expect(Exit::Usage);
    }
}
