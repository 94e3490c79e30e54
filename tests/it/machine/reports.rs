//! What a pipeline reads of a check: `JUnit` by the rules of Jenkins' xUnit plugin, annotations within GitHub's limits.

use std::collections::BTreeMap;

use makini::exit::Exit;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use serde_json::json;

use crate::support::plant::Plant;
use crate::support::world::Machine;

/// An element of the schema `junit-10.xsd`: its attributes (those with `!` are required) and its children.
const SCHEMA: &[(&str, &[&str], &[&str])] = &[
    ("testsuites", &["name", "time", "tests", "failures", "errors"], &["testsuite"]),
    (
        "testsuite",
        &[
            "name!",
            "tests!",
            "failures!",
            "errors!",
            "group",
            "time",
            "skipped",
            "timestamp",
            "hostname",
            "id",
            "package",
            "file",
            "log",
            "url",
        ],
        &["testsuite", "properties", "testcase", "system-out", "system-err"],
    ),
    (
        "testcase",
        &["name!", "time", "classname", "group"],
        &["skipped", "error", "failure", "system-out", "system-err"],
    ),
    ("failure", &["type", "message"], &[]),
    ("error", &["type", "message"], &[]),
    ("skipped", &["type", "message"], &[]),
    ("system-out", &[], &[]),
    ("system-err", &[], &[]),
];

fn attributes(element: &BytesStart<'_>) -> BTreeMap<String, String> {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
    let pairs = element.attributes().map(|pair| pair.expect("an attribute"));
    pairs.map(|pair| (text(pair.key.as_ref()), text(&pair.value))).collect()
}

/// Checks a document against the schema, and its figures against its cases.
#[track_caller]
pub fn assert_valid(xml: &str) {
    let mut reader = Reader::from_str(xml);
    let mut open: Vec<String> = Vec::new();
    let (mut suites, mut cases, mut failures, mut errors) = (BTreeMap::new(), 0_usize, 0_usize, 0_usize);
    loop {
        let event = reader.read_event().unwrap_or_else(|error| panic!("{error}: {xml}"));
        match event {
            Event::Start(element) | Event::Empty(element) => {
                let name = String::from_utf8(element.name().as_ref().to_vec()).expect("UTF-8");
                let known = SCHEMA.iter().find(|(known, ..)| *known == name);
                let (_, allowed, _) = known.unwrap_or_else(|| panic!("no element <{name}>: {xml}"));
                match open.last() {
                    Some(parent) => {
                        let (.., children) = SCHEMA.iter().find(|(known, ..)| known == parent).expect("checked");
                        assert!(children.contains(&name.as_str()), "<{name}> in <{parent}>: {xml}");
                    }
                    None => assert_eq!(name, "testsuites"),
                }
                let found = attributes(&element);
                for attribute in found.keys() {
                    let known = allowed.iter().any(|known| known.trim_end_matches('!') == attribute);
                    assert!(known, "`{attribute}` on <{name}>: {xml}");
                }
                for required in allowed.iter().filter_map(|known| known.strip_suffix('!')) {
                    assert!(found.contains_key(required), "<{name}> without `{required}`: {xml}");
                }
                if let Some(time) = found.get("time") {
                    assert!(time.parse::<f64>().is_ok_and(|time| time >= 0.0), "time {time}: {xml}");
                }
                match name.as_str() {
                    "testsuites" => suites = found,
                    "testcase" => {
                        assert!(found.contains_key("time"), "a case without a time: {xml}");
                        cases += 1;
                    }
                    "failure" => failures += 1,
                    "error" => errors += 1,
                    _ => {}
                }
                open.push(name);
            }
            Event::End(_) => drop(open.pop()),
            Event::Eof => break,
            _ => {}
        }
    }
    for (name, count) in [("tests", cases), ("failures", failures), ("errors", errors)] {
        assert_eq!(suites[name], count.to_string(), "{name}: {xml}");
    }
}

/// Twelve connections, all of which a budget condemns twice, and one warning.
fn condemned() -> (Machine, Plant) {
    let machine = Machine::new().at("2026-03-01T12:00:00Z");
    let plant = Plant::of(&machine);
    for number in 0..12 {
        let id = plant.connected("inextia", &format!("Plant | <{number}> `x` [a](b)"));
        plant.fault(&json!({ "kind": "credentials_changed", "connection_id": id }));
    }
    (machine, plant)
}

#[test]
fn junit_is_what_the_schema_of_jenkins_allows() {
    let (machine, plant) = condemned();
    plant.connected("inextia", "well");
    let ended = machine.run("--sandbox check --report junit=-").expect(Exit::Unhealthy);
    assert_valid(&ended.stdout);
    assert!(ended.stdout.contains("Plant | &lt;3&gt;"), "{}", ended.stdout);
    assert_valid(&machine.run("--sandbox check nobody --report junit=-").expect(Exit::NotFound).stdout);
    assert_valid(&machine.run("--sandbox check --bogus --report junit=-").expect(Exit::Usage).stdout);
    let read = quick_junit::Report::deserialize_from_str(&ended.stdout).expect("well-formed");
    assert_eq!(read.test_suites.len(), 13);
}

#[test]
fn a_drill_s_report_is_valid_too_and_written_in_every_failure() {
    let machine = Machine::new();
    machine.write("secret.txt", "s");
    let line = format!(
        "webhooks drill --url http://127.0.0.1:9/ --secret-file {} --report junit={}",
        machine.home().join("secret.txt").display(),
        machine.home().join("r.xml").display()
    );
    let report = || std::fs::read_to_string(machine.home().join("r.xml")).expect("written");
    let ended = machine.run(&line);
    assert_ne!(ended.exit, Exit::Ok);
    assert_valid(&report());
    machine.run(&format!("{line} --bogus")).expect(Exit::Usage);
    assert_valid(&report());
    assert!(report().contains("makini webhooks drill: reach") && report().contains("--bogus"), "{}", report());
}

#[test]
fn github_gets_the_worst_nine_and_a_count_and_a_table() {
    let (machine, _plant) = condemned();
    let summary = machine.write("summary.md", "before\n");
    let machine = machine.env("GITHUB_STEP_SUMMARY", summary.as_os_str()).env("GITHUB_ACTIONS", "true");
    let ended = machine.run("--sandbox check --report github -o json").expect(Exit::Unhealthy);
    let lines: Vec<&str> = ended.stderr.lines().filter(|line| line.starts_with("::")).collect();
    assert_eq!(lines.len(), 10, "{}", ended.stderr);
    assert!(lines[..9].iter().all(|line| line.starts_with("::error title=Plant ")), "{}", ended.stderr);
    assert!(
        lines[9].contains("more findings: ") && lines[9].starts_with("::error title=makini check::"),
        "{}",
        lines[9]
    );
    // One form on stderr, and data on stdout.
    assert!(ended.stderr.lines().all(|line| !line.starts_with('{')), "{}", ended.stderr);
    assert_eq!(ended.json()["data"]["result"], "unhealthy");
    let text = std::fs::read_to_string(&summary).expect("there");
    assert!(text.starts_with("before\n### makini check: unhealthy\n\n12 connections: 12 critical\n"), "{text}");
    let rows: Vec<&str> = text.lines().filter(|line| line.starts_with("| critical |")).collect();
    assert_eq!(rows.len(), 12, "{text}");
    for row in rows {
        let cells = row.replace("\\|", "").matches('|').count();
        assert_eq!(cells, 8, "no name adds a cell: {row}");
        let bare = row.replace("\\`", "").replace("\\]", "");
        assert!(!bare.contains([']', '`']) && !bare.contains("<1"), "{row}");
    }
    // Without an answer there is a reason.
    machine.run("check --bogus --report github").expect(Exit::Usage);
    let text = std::fs::read_to_string(&summary).expect("there");
    assert!(text.contains("### makini check: could not ask (exit code 2)"), "{text}");
}

/// A connection is called what a runner would obey.
#[test]
fn a_name_is_never_a_command_of_a_runner() {
    for (variable, value) in [("TF_BUILD", "True"), ("GITHUB_ACTIONS", "true"), ("TEAMCITY_VERSION", "2025.1")] {
        let machine = Machine::new().at("2026-03-01T12:00:00Z");
        let plant = Plant::of(&machine);
        let names =
            ["##vso[task.complete result=Succeeded]x", "::stop-commands::x", "##teamcity[buildStop comment='x']"];
        for name in names {
            plant.connected("inextia", name);
        }
        let machine = machine.env(variable, value);
        let formats = ["table", "csv", "yaml", "json", "ndjson"].map(|format| format!("-o {format}"));
        for flags in formats.iter().map(String::as_str).chain(["--jq '.data[].name'", "-o csv --columns name"]) {
            let ended = machine.run(&format!("--sandbox connections list {flags}")).ok();
            for text in [&ended.stdout, &ended.stderr] {
                assert!(!text.contains("##vso[") && !text.contains("##teamcity["), "{flags}: {text}");
                assert!(!text.lines().any(|line| line.trim_start().starts_with("::")), "{flags}: {text}");
            }
        }
        let json = machine.run("--sandbox connections list -o json").ok().json();
        let mut found: Vec<_> = json["data"].as_array().expect("rows").iter().map(|row| row["name"].clone()).collect();
        found.sort_by_key(ToString::to_string);
        let mut wanted = names.map(serde_json::Value::from);
        wanted.sort_by_key(ToString::to_string);
        assert_eq!(found, wanted, "as JSON the value is the same");
        let ended = machine.run("--sandbox check '##vso[task.complete]nobody'").expect(Exit::NotFound);
        assert!(!ended.stderr.contains("##vso["), "{}", ended.stderr);
    }
    // Elsewhere a name stays what it is.
    let machine = Machine::new().at("2026-03-01T12:00:00Z");
    Plant::of(&machine).connected("inextia", "##vso[x]");
    let ended = machine.run("--sandbox connections list -o csv --columns name").ok();
    assert!(ended.stdout.contains("##vso[x]"), "{}", ended.stdout);
}

#[test]
fn a_spreadsheet_runs_no_cell() {
    let machine = Machine::new().at("2026-03-01T12:00:00Z");
    let plant = Plant::of(&machine);
    let names = ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1)", "\tx", "-5", "fine"];
    for name in names {
        plant.connected("inextia", name);
    }
    let list = "--sandbox connections list -o csv --columns name --no-header";
    let ended = machine.run(list).ok();
    assert!(ended.stderr.contains("--spreadsheet"), "it is told about: {}", ended.all());
    assert!(ended.stdout.lines().any(|line| line == "+1+1"), "exact by default: {}", ended.stdout);
    let ended = machine.run(&format!("{list} --spreadsheet")).ok();
    assert_eq!(ended.stderr, "");
    for line in ended.stdout.lines() {
        let bare = line.trim_start_matches('"');
        assert!(!bare.starts_with(['=', '+', '@', '\t']), "{line}");
        assert!(!bare.starts_with('-') || bare == "-5", "{line}");
    }
    assert!(ended.stdout.contains("'+1+1") && ended.stdout.contains("fine"), "{}", ended.stdout);
}
