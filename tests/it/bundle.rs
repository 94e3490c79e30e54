//! `makini support`: what a bundle holds, what it leaves out, and how it is read elsewhere.

use std::path::Path;

use makini::exit::Exit;
use makini::support::Bundle;
use makini::term::prompt::Answer;
use serde_json::{Value, json};

use crate::support::plant::Plant;
use crate::support::world::Machine;

const START: &str = "2026-03-01T12:00:00Z";

fn troubled() -> Machine {
    let machine = Machine::new().at(START);
    let plant = Plant::of(&machine);
    let id = plant.connected("inextia", "Plant 7 of the customer");
    plant.source_down(&id);
    for _ in 0..3 {
        machine.run(&format!("--sandbox api get /api/eam/assets --retries 0 --connection {id}"));
    }
    machine
}

fn read(path: &Path) -> Bundle {
    Bundle::read(&std::fs::read(path).expect("written")).expect("a bundle")
}

fn lines(bundle: &Bundle, name: &str) -> Vec<Value> {
    let part = bundle.part(name).unwrap_or_else(|| panic!("no {name}"));
    let text = String::from_utf8(part.bytes.clone()).expect("text");
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

#[test]
fn a_bundle_holds_what_support_needs_and_nothing_about_people() {
    let machine = troubled();
    let path = machine.home().join("case.tar.gz");
    let made = machine.run(&format!("--sandbox support bundle --yes --out {}", path.display())).ok();
    let bundle = read(&path);
    let names: Vec<&str> = bundle.parts.iter().map(|part| part.name.as_str()).collect();
    let expected =
        ["version.json", "settings.json", "doctor.json", "requests.ndjson", "connections.ndjson", "refused.ndjson"];
    assert_eq!(names, expected);
    for name in names {
        assert!(made.stderr.contains(name), "the list comes before it is written: {}", made.stderr);
    }
    let requests = lines(&bundle, "requests.ndjson");
    assert!(requests.iter().filter(|row| row["error_code"] == "SOURCE_UNREACHABLE").count() >= 3, "{requests:?}");
    let connections = lines(&bundle, "connections.ndjson");
    assert_eq!((connections.len(), &connections[0]["health"]), (1, &json!("offline")));
    for part in &bundle.parts {
        let text = String::from_utf8_lossy(&part.bytes);
        assert!(!text.contains(&machine.home().display().to_string()), "{}: {text}", part.name);
        assert!(
            !text.contains("Plant 7 of the customer") && !text.contains("ops@example.com"),
            "{}: {text}",
            part.name
        );
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = std::fs::metadata(&path).expect("written").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "its owner's alone");
    }
}

#[test]
fn a_bundle_about_a_request_holds_what_was_around_it() {
    let machine = troubled();
    let failed = machine.run("--sandbox requests list --errors --limit 1 -o json").ok().json();
    let id = failed["data"][0]["id"].as_str().expect("an ID").to_owned();
    machine.clock().advance(std::time::Duration::from_hours(3));
    machine.run("--sandbox api get /api/system/client").ok();
    let path = machine.home().join("case.tar.gz");
    machine.run(&format!("--sandbox support bundle --yes --request {id} --out {}", path.display())).ok();
    let bundle = read(&path);
    assert_eq!(bundle.manifest.request_id.as_deref(), Some(id.as_str()));
    let about: Value = serde_json::from_slice(&bundle.part("request.json").expect("there").bytes).expect("JSON");
    assert_eq!((&about["id"], &about["error_code"]), (&json!(id), &json!("SOURCE_UNREACHABLE")));
    let requests = lines(&bundle, "requests.ndjson");
    assert!(!requests.is_empty() && requests.iter().all(|row| row["path"] != "/api/system/client"), "{requests:?}");
    let ended = machine.run("--sandbox support bundle --yes --request req_nosuch").expect(Exit::NotFound);
    assert!(ended.stderr.contains("there is no request `req_nosuch`"), "{}", ended.stderr);
}

#[test]
fn nothing_is_written_without_a_yes_and_the_machine_alone_is_enough() {
    let machine = troubled();
    let path = machine.home().join("case.tar.gz");
    let line = format!("--sandbox support bundle --out {}", path.display());
    machine.run(&line).expect(Exit::Unconfirmed);
    machine.run_with(&line, "", [Answer::No]).expect(Exit::Unconfirmed);
    assert!(!path.exists());
    // No platform answers: what is here is collected all the same.
    let alone = machine.env("MAKINI_TOKEN", "t").env("MAKINI_SERVER", "http://127.0.0.1:9");
    alone.run(&format!("support bundle --yes --retries 0 --out {}", path.display())).ok();
    let bundle = read(&path);
    assert!(!bundle.manifest.missing.is_empty(), "{:?}", bundle.manifest);
    assert!(lines(&bundle, "connections.ndjson").is_empty());
    alone.run(&format!("support bundle --yes --offline --out {}", path.display())).ok();
    let bundle = read(&path);
    assert_eq!(bundle.manifest.missing, Vec::<String>::new());
    assert!(bundle.part("connections.ndjson").is_none());
}

#[test]
fn a_bundle_is_read_on_another_machine() {
    let machine = troubled();
    let path = machine.home().join("case.tar.gz");
    machine.run(&format!("--sandbox support bundle --yes --out {}", path.display())).ok();
    let other = Machine::new().at(START);
    let line = format!("support inspect {}", path.display());
    let shown = other.run(&line).ok();
    for word in ["Failures:", "SOURCE_UNREACHABLE", "Connections:", "offline 1", "requests.ndjson"] {
        assert!(shown.stdout.contains(word), "{word}: {}", shown.stdout);
    }
    let answer = other.run(&format!("{line} -o json")).ok().json();
    assert_eq!(answer["schema"], "makini/support.inspect/1");
    assert_eq!(answer["data"]["health"], json!({ "offline": 1 }));
    let printed = other.run(&format!("{line} --print version.json")).ok();
    let version: Value = serde_json::from_str(&printed.stdout).expect("JSON");
    assert_eq!(version["version"], env!("CARGO_PKG_VERSION"));
    other.run(&format!("{line} --print nosuch.json")).expect(Exit::NotFound);
    let mut bytes = std::fs::read(&path).expect("written");
    bytes.truncate(bytes.len() / 2);
    let cut = other.write("cut.tar.gz", bytes);
    let ended = other.run(&format!("support inspect {}", cut.display())).expect(Exit::Invalid);
    assert!(ended.stderr.contains("it is no support bundle"), "{}", ended.stderr);
    other.run("support inspect nosuch.tar.gz").expect(Exit::Usage);
}

#[test]
fn any_tool_opens_it() {
    let machine = troubled();
    let path = machine.home().join("case.tar.gz");
    machine.run(&format!("--sandbox support bundle --yes --out {}", path.display())).ok();
    let Ok(listed) = std::process::Command::new("tar").arg("-tzf").arg(&path).output() else {
        eprintln!("SKIPPED: tar is not installed");
        return;
    };
    let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
    assert!(listed.starts_with("makini-support/manifest.json\n"), "{listed}");
    assert_eq!(listed.lines().count(), 7, "{listed}");
}
