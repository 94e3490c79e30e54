//! `makini check`: exit codes, reports, budgets, and the difference between "no" and "could not ask".

mod rules;
mod stream;
mod wait;

use makini::exit::Exit;
use serde_json::json;

use crate::support::plant::Plant;
use crate::support::world::Machine;

fn machine() -> (Machine, Plant) {
    let machine = Machine::new().at("2026-03-01T12:00:00Z");
    let plant = Plant::of(&machine);
    (machine, plant)
}

#[test]
fn all_is_well() {
    let (machine, plant) = machine();
    plant.connected("inextia", "Plant 7");
    plant.connected("inextia", "Plant 8");
    let ended = machine.run("--sandbox check").ok();
    let lines: Vec<&str> = ended.stdout.lines().collect();
    assert_eq!(lines.len(), 5, "a heading, one line each, a blank, the sum:\n{}", ended.stdout);
    assert!(lines[1].starts_with("ok ") && lines[1].contains("Plant 7"), "{}", ended.stdout);
    assert_eq!(lines[4], "2 connections: 2 ok");
    let json = machine.run("--sandbox check -o json").ok().json();
    assert_eq!(json["schema"], "makini/checks.run/1");
    assert_eq!((&json["data"]["result"], &json["data"]["exit_code"]), (&json!("ok"), &json!(0)));
    assert_eq!(json["data"]["counts"]["ok"], 2);
    assert_eq!(json["data"]["connections"][0]["connection"], "Plant 7");
}

#[test]
fn one_that_is_not_well_closes_the_gate_and_says_what_to_do() {
    let (machine, plant) = machine();
    plant.connected("inextia", "Plant 7");
    let ill = plant.connected("inextia", "Plant 8");
    plant.fault(&json!({ "kind": "credentials_changed", "connection_id": ill }));
    let ended = machine.run("--sandbox check").expect(Exit::Unhealthy);
    let line = ended.stdout.lines().find(|line| line.contains("Plant 8")).expect("its line");
    for part in [
        "critical",
        "health",
        "its system no longer accepts the credentials",
        &format!("makini --sandbox reconnect {ill}"),
    ] {
        assert!(line.contains(part), "{part} is missing: {line}");
    }
    assert!(ended.stdout.ends_with("2 connections: 1 critical, 1 ok\n"), "{}", ended.stdout);
    // The others are as they were, and a selection without it passes.
    machine.run("--sandbox check 'Plant 7'").ok();
    machine.run("--sandbox check --search 'plant 7'").ok();
    let json = machine.run("--sandbox check -o json").expect(Exit::Unhealthy).json();
    assert_eq!((&json["data"]["result"], &json["data"]["exit_code"]), (&json!("unhealthy"), &json!(1)));
}

#[test]
fn budgets_decide() {
    let (machine, plant) = machine();
    plant.connected("inextia", "Plant 7");
    plant.wait(7200);
    machine.run("--sandbox check --max-sync-age 1d").ok();
    let ended = machine.run("--sandbox sync schedule 'Plant 7' off").ok();
    drop(ended);
    plant.wait(86_400);
    let ended = machine.run("--sandbox check --max-sync-age 1h").expect(Exit::Unhealthy);
    assert!(
        ended.stdout.contains("sync-age") && ended.stdout.contains("makini --sandbox sync start "),
        "{}",
        ended.stdout
    );
    let ended = machine.run("--sandbox check --max-sync-age 30d --min-token-life 1000d").expect(Exit::Unhealthy);
    assert!(ended.stdout.contains("token"), "{}", ended.stdout);
    for wrong in ["--max-error-rate 5", "--max-p95 fast", "--max-sync-age -1h", "--fail-on never", "--concurrency 0"] {
        machine.run(&format!("--sandbox check {wrong}")).expect(Exit::Usage);
    }
}

#[test]
fn requests_are_held_against_their_budgets() {
    let (machine, plant) = machine();
    let id = plant.connected("inextia", "Plant 7");
    let idle = machine.run("--sandbox check --max-error-rate 5% -o json").ok().json();
    let findings = idle["data"]["connections"][0]["findings"].as_array().expect("a list");
    let rate = findings.iter().find(|finding| finding["rule"] == "error-rate").expect("its finding");
    // Its first sync counts, and the evidence names who counted and when.
    assert!(rate["evidence"]["requests"].as_u64() > Some(10), "{rate}");
    assert_eq!(rate["evidence"]["source"], "server", "{rate}");
    assert!(rate["evidence"]["from"].is_string() && rate["evidence"]["to"].is_string(), "{rate}");
    // Nobody has called: that is no latency, and no pass.
    let few = machine.run("--sandbox check --max-p95 2s").expect(Exit::NotFound);
    assert!(few.stdout.contains("too few: 0 calls of at least 10"), "{}", few.all());
    machine.run("--sandbox check --max-p95 2s --min-requests 0").ok();
    // Half of what its own token asks fails.
    let token = plant.post(&format!("/api/system/connections/{id}/token"), &json!({}))["token"].clone();
    let token = token.as_str().expect("a token");
    plant.fault(&json!({ "kind": "error", "status": 418, "count": 1, "connection_id": id }));
    plant.ask_as(token, "/api/eam/assets").expect(418);
    plant.ask_as(token, "/api/eam/assets").expect(200);
    plant.wait(1);
    let ended = machine.run("--sandbox check --max-error-rate 1%").expect(Exit::Unhealthy);
    assert!(ended.stdout.contains("error-rate"), "{}", ended.stdout);
    let next = format!("makini --sandbox requests list --connection={id} --errors");
    assert!(ended.stdout.contains(&next), "{}", ended.stdout);
    // What it names can be typed.
    let listed = machine.run(next.trim_start_matches("makini ")).ok();
    assert!(listed.stdout.contains("418"), "{}", listed.stdout);
    machine.run("--sandbox check --max-error-rate 100%").ok();
}

#[test]
fn a_gate_does_not_pass_on_nothing() {
    let (machine, plant) = machine();
    let ended = machine.run("--sandbox check").expect(Exit::NotFound);
    assert!(ended.stdout.contains("nothing to check: the account has no connection"), "{}", ended.all());
    machine.run("--sandbox check --allow-none").ok();
    machine.run("--sandbox connections status --all --exit-status").expect(Exit::NotFound);
    let nagios = machine.run("--sandbox check --exit-style nagios").expect(Exit::Degraded);
    assert!(nagios.stdout.starts_with("MAKINI UNKNOWN - nothing to check"), "{}", nagios.stdout);
    let file = machine.home().join("empty.xml");
    machine.run(&format!("--sandbox check --report junit={}", file.display())).expect(Exit::NotFound);
    let xml = std::fs::read_to_string(&file).expect("written");
    assert!(xml.contains("tests=\"1\"") && xml.contains("errors=\"1\""), "{xml}");
    plant.connected("inextia", "Plant 7");
    for filter in ["--search nosuch", "--system sap-ecc"] {
        let ended = machine.run(&format!("--sandbox check {filter}")).expect(Exit::NotFound);
        assert!(ended.stdout.contains(&format!("no connection matches `{filter}`")), "{}", ended.all());
        machine.run(&format!("--sandbox check {filter} --allow-none")).ok();
    }
    let unknown = machine.run("--sandbox check nope").expect(Exit::NotFound);
    assert!(!unknown.stderr.contains("could not list"), "{}", unknown.stderr);
    for zero in ["--window 0s", "--time-limit 0s", "--max-sync-age 0s", "--max-sync-age -1h", "--max-p95 -2s"] {
        let ended = machine.run(&format!("--sandbox check {zero}")).expect(Exit::Usage);
        assert!(ended.stderr.contains("must be more than zero"), "{zero}: {}", ended.stderr);
    }
}

#[test]
fn some_may_be_required() {
    let (machine, _plant) = machine();
    let ended = machine.run("--sandbox check --require 1").expect(Exit::Unhealthy);
    assert!(ended.stdout.contains("there must be at least 1 connection, and there are 0"), "{}", ended.all());
    let ended = machine.run("--sandbox check --require 1 --exit-style nagios").expect(Exit::Usage);
    assert!(ended.stdout.starts_with("MAKINI CRITICAL - there must be"), "{}", ended.stdout);
}

#[test]
fn a_connection_that_was_ended_is_history_unless_it_is_named() {
    let (machine, plant) = machine();
    plant.connected("inextia", "Plant 7");
    let gone = plant.connected("inextia", "Plant 8");
    plant.delete(&format!("/api/system/connections/{gone}"));
    let ended = machine.run("--sandbox check").ok();
    assert!(ended.stdout.contains("1 connection: 1 ok"), "{}", ended.stdout);
    let ended = machine.run(&format!("--sandbox check {gone}"));
    assert!(matches!(ended.exit, Exit::Unhealthy | Exit::NotFound), "{}", ended.all());
    machine.run("--sandbox check nobody").expect(Exit::NotFound);
}

#[test]
fn reports_are_written_whole() {
    let (machine, plant) = machine();
    let id = plant.connected("inextia", "Plant <7> & 'co'");
    plant.source_down(&id);
    let file = machine.home().join("check.xml");
    let line = format!("--sandbox check --report junit={} --report github -o json", file.display());
    let ended = machine.run(&line).expect(Exit::Unhealthy);
    assert_eq!(ended.json()["data"]["result"], "unhealthy");
    let xml = std::fs::read_to_string(&file).expect("written");
    assert!(xml.contains("<failure") && xml.contains("Plant &lt;7&gt; &amp;"), "{xml}");
    assert!(ended.stderr.contains("::error title=Plant <7> & 'co'%3A health::"), "{}", ended.stderr);
    assert!(!ended.stdout.contains("::error"), "stdout stays data");
    // Nothing but the report is left in the folder.
    let left = std::fs::read_dir(machine.home()).expect("a folder").count();
    let ended = machine.run("--sandbox check --report junit=-").expect(Exit::Unhealthy);
    assert!(
        ended.stdout.starts_with("<?xml") && ended.stdout.trim_end().ends_with("</testsuites>"),
        "{}",
        ended.stdout
    );
    assert_eq!(std::fs::read_dir(machine.home()).expect("a folder").count(), left);
    // A report that cannot be written does not hide the verdict, and a good verdict does not hide that.
    let unwritten = "could not write the report `/nowhere/at/all.xml`: No such file";
    let ended = machine.run("--sandbox check --report junit=/nowhere/at/all.xml").expect(Exit::Unhealthy);
    assert!(ended.stderr.contains(unwritten), "{}", ended.all());
    let nagios = "--exit-style nagios --report junit=/nowhere/at/all.xml";
    let ended = machine.run(&format!("--sandbox check {nagios}"));
    assert_eq!(ended.exit.code(), 2, "{}", ended.all());
    assert!(ended.stdout.starts_with("MAKINI CRITICAL - ") && ended.stderr.contains(unwritten), "{}", ended.all());
    let well = self::machine();
    well.1.connected("inextia", "Plant 7");
    let ended = well.0.run("--sandbox check --report junit=/nowhere/at/all.xml").expect(Exit::Local);
    assert!(ended.stderr.contains(unwritten), "{}", ended.all());
    let ended = well.0.run(&format!("--sandbox check {nagios}"));
    assert_eq!(ended.exit.code(), 3, "{}", ended.all());
    assert!(ended.stdout.starts_with("MAKINI UNKNOWN - could not write the report"), "{}", ended.all());
    machine.run("--sandbox check --report xml=x").expect(Exit::Usage);
}

#[test]
fn each_format_is_written_beside_the_others() {
    let (machine, plant) = machine();
    plant.connected("inextia", "Plant 7");
    let ill = plant.connected("inextia", "Plant \"8\"");
    plant.source_down(&ill);
    let at = |name: &str| machine.home().join(name);
    let files = [("gitlab", "q.json"), ("sarif", "s.json"), ("openmetrics", "m.prom"), ("junit", "j.xml")];
    let named = files.map(|(kind, name)| format!(" --report {kind}={}", at(name).display())).concat();
    machine.run(&format!("--sandbox check{named}")).expect(Exit::Unhealthy);
    let text = |name: &str| std::fs::read_to_string(at(name)).expect("written");
    let json = |name: &str| serde_json::from_str::<serde_json::Value>(&text(name)).expect("JSON");
    let quality = json("q.json");
    assert_eq!(quality[0]["location"]["path"], format!("makini/connections/{ill}"), "{quality}");
    let description = quality[0]["description"].as_str().expect("a text");
    // The next command is about this platform.
    assert!(description.contains("Plant \"8\": ") && description.contains("next: makini --sandbox "), "{description}");
    let log = json("s.json");
    assert_eq!(log["runs"][0]["results"][0]["ruleId"], quality[0]["check_name"], "{log}");
    assert_eq!(log["runs"][0]["invocations"][0]["exitCode"], 1);
    let metrics = text("m.prom");
    let up = format!("makini_check_up{{connection_id=\"{ill}\",connection=\"Plant \\\"8\\\"\"}} 0");
    assert!(metrics.contains(&up) && metrics.ends_with("# EOF\n"), "{metrics}");
    assert!(text("j.xml").contains("<failure"));
    // What comes next holds the same finding.
    plant.wait(3600);
    machine.run(&format!("--sandbox check{named}")).expect(Exit::Unhealthy);
    let again = json("q.json");
    assert_eq!(again[0]["fingerprint"], quality[0]["fingerprint"]);
    for kind in ["gitlab", "sarif", "openmetrics"] {
        let ended = machine.run(&format!("--sandbox check --report {kind}=-")).expect(Exit::Unhealthy);
        assert!(ended.stdout.starts_with(['[', '{', '#']) && !ended.stdout.contains("RESULT"), "{}", ended.stdout);
        let two = machine.run(&format!("--sandbox check --report {kind}=- --report junit=-")).expect(Exit::Usage);
        assert!(two.stderr.contains("two reports would be written to `-`"), "{}", two.stderr);
    }
}

#[test]
fn nagios_gets_its_line_and_its_codes() {
    let (machine, plant) = machine();
    let id = plant.connected("inextia", "Plant | 7");
    let ended = machine.run("--sandbox check --exit-style nagios").ok();
    insta::assert_snapshot!(ended.stdout, @"MAKINI OK - 1 of 1 connections are well | connections=1;;;0 ok=1;;;0;1 warning=0;;;0;1 unknown=0;;;0;1 critical=0;;;0;1");
    plant.source_down(&id);
    let ended = machine.run("--sandbox check --exit-style nagios");
    assert_eq!(ended.exit.code(), 2, "{}", ended.all());
    assert!(ended.stdout.starts_with("MAKINI CRITICAL - 0 of 1 connections are well; Plant / 7: "), "{}", ended.stdout);
}

/// Whoever waits for a report finds why the check failed, whatever it was.
#[test]
fn a_report_says_why_there_is_nothing_in_it() {
    let (machine, plant) = machine();
    let file = machine.home().join("check.xml");
    let reports = format!("--report junit={} --report github", file.display());
    let ended = machine.run(&format!("--sandbox check --require 1 {reports}")).expect(Exit::Unhealthy);
    let sentence = "there must be at least 1 connection, and there are 0";
    let xml = std::fs::read_to_string(&file).expect("written");
    assert!(xml.contains("failures=\"1\"") && xml.contains(sentence), "{xml}");
    let line = format!("::error title=makini check%3A count::{sentence}%0A");
    assert!(ended.stderr.contains(&line), "{}", ended.stderr);
    plant.connected("inextia", "Plant 7");
    machine.run(&format!("--sandbox check --require 1 {reports}")).ok();
    let xml = std::fs::read_to_string(&file).expect("written");
    assert!(xml.contains("makini check: count") && xml.contains("failures=\"0\""), "{xml}");

    // Nobody there, and an old report that says all is well.
    let nobody = Machine::new().env("MAKINI_TOKEN", "t").env("MAKINI_SERVER", "http://127.0.0.1:9");
    let ended = nobody.run(&format!("check --retries 0 {reports}")).expect(Exit::Unavailable);
    let xml = std::fs::read_to_string(&file).expect("written");
    assert!(xml.contains("errors=\"1\"") && xml.contains("makini check: reach"), "{xml}");
    assert!(xml.contains("could not ask: ") && xml.contains("refused"), "{xml}");
    assert!(ended.stderr.contains("::error title=makini check%3A reach::could not ask: "), "{}", ended.stderr);
    assert!(ended.stderr.contains("could not list the connections"), "the failure itself is told too");
    let ended = nobody.run("check --retries 0 --report junit=-").expect(Exit::Unavailable);
    assert!(ended.stdout.starts_with("<?xml") && ended.stdout.contains("could not ask"), "{}", ended.stdout);
    let ended = nobody.run("check --retries 0 --report junit=- --exit-style nagios");
    assert!(ended.exit.code() == 3 && !ended.stdout.contains("MAKINI UNKNOWN"), "{}", ended.all());
    let ended = nobody.run("check --retries 0 --report junit=/nowhere/at/all.xml").expect(Exit::Unavailable);
    assert!(ended.stderr.contains("could not write the report"), "{}", ended.stderr);
    // A name that nobody has.
    machine.run(&format!("--sandbox check nobody {reports}")).expect(Exit::NotFound);
    assert!(std::fs::read_to_string(&file).expect("written").contains("nobody"));
}

/// "The answer is no" never looks like "could not ask".
#[test]
fn what_could_not_be_asked_has_its_own_code() {
    let nobody = Machine::new().env("MAKINI_TOKEN", "t").env("MAKINI_SERVER", "http://127.0.0.1:9");
    let ended = nobody.run("check --retries 0").expect(Exit::Unavailable);
    assert!(ended.stderr.contains("could not list the connections"), "{}", ended.stderr);
    let ended = nobody.run("check --retries 0 --exit-style nagios");
    assert_eq!(ended.exit.code(), 3, "{}", ended.all());
    assert!(ended.stdout.starts_with("MAKINI UNKNOWN - "), "{}", ended.stdout);
    assert_eq!(ended.stdout.lines().count(), 1, "{}", ended.stdout);
}

#[test]
fn only_what_the_list_leaves_open_is_asked_for() {
    let (machine, plant) = machine();
    for number in 1..=5 {
        plant.connected("inextia", &format!("Plant {number}"));
    }
    let ill = plant.connected("inextia", "Plant 8");
    let requests = |machine: &Machine| {
        let ended = machine.run("--sandbox check -v");
        let line = ended.stderr.lines().find(|line| line.contains(" for 6 connections")).expect("counted").to_owned();
        line.trim().split(' ').next().and_then(|number| number.parse::<u32>().ok()).expect("a number")
    };
    let well = requests(&machine);
    assert_eq!(well, 1, "the list");
    plant.fault(&json!({ "kind": "credentials_changed", "connection_id": ill }));
    let one_ill = requests(&machine);
    assert_eq!(one_ill, 4, "what the server offers, and one of them: its row and its sync");
}
