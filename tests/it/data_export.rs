//! Exports as CSV, and those that are brought up to date, compared with what the API lists.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering::SeqCst;

use makini::clock::Clock;
use makini::exit::Exit;
use makini::sandbox::{Options, Sandbox};
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};
use tower::ServiceExt as _;

use crate::support::plant::Plant;
use crate::support::sandbox::START;
use crate::support::served::Served;
use crate::support::world::Machine;

fn machine() -> Machine {
    let machine = Machine::new().at(START);
    Plant::of(&machine).connected("upkeep", "Plant 7");
    machine
}

/// The rows of the connection, by key.
fn rows(machine: &Machine, entity: &str) -> BTreeMap<String, Map<String, Value>> {
    let text = machine.run(&format!("--sandbox data list 'Plant 7' {entity} --all -o ndjson -q")).ok().stdout;
    by_key(text.lines().map(|line| serde_json::from_str(line).expect("a row")))
}

fn by_key(rows: impl Iterator<Item = Map<String, Value>>) -> BTreeMap<String, Map<String, Value>> {
    let mut found = BTreeMap::new();
    for row in rows {
        let key = row["key"].as_str().expect("a key").to_owned();
        assert!(found.insert(key.clone(), row).is_none(), "{key} twice");
    }
    found
}

fn exported(file: &Path) -> BTreeMap<String, Map<String, Value>> {
    let text = std::fs::read_to_string(file).expect("exported");
    by_key(text.lines().map(|line| serde_json::from_str(line).expect("a row")))
}

/// The cells of a CSV file, by key and column.
fn cells(file: &Path) -> BTreeMap<String, BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_path(file).expect("exported");
    let columns = reader.headers().expect("a header").clone();
    let mut found = BTreeMap::new();
    for record in reader.records() {
        let record = record.expect("a record");
        let cells: BTreeMap<String, String> =
            columns.iter().zip(record.iter()).map(|(name, cell)| (name.to_owned(), cell.to_owned())).collect();
        assert!(found.insert(cells["key"].clone(), cells).is_none(), "a key twice");
    }
    found
}

fn assert_same(cells: &BTreeMap<String, BTreeMap<String, String>>, rows: &BTreeMap<String, Map<String, Value>>) {
    assert_eq!(cells.len(), rows.len());
    for (key, row) in rows {
        for (name, cell) in &cells[key] {
            let wanted = match row.get(name) {
                None | Some(Value::Null) => String::new(),
                Some(Value::String(text)) => text.clone(),
                Some(value) => value.to_string(),
            };
            assert_eq!(*cell, wanted, "{name} of {key}");
        }
        assert!(row.keys().all(|name| cells[key].contains_key(name)), "{key}");
    }
}

fn manifest(out: &Path, entity: &str) -> Value {
    let bytes = std::fs::read(out.join("manifest.json")).expect("a manifest");
    serde_json::from_slice::<Value>(&bytes).expect("JSON")["entities"][entity].clone()
}

#[test]
fn csv_has_every_row_and_every_field() {
    let machine = machine();
    let out = machine.home().join("out");
    let line =
        format!("--sandbox data export 'Plant 7' assets statuses/work-orders --out {} --format csv", out.display());
    machine.run(&line).ok();
    let file = out.join("assets.csv");
    let listed = rows(&machine, "assets");
    assert!(listed.len() > 200, "{}", listed.len());
    assert_same(&cells(&file), &listed);
    let known = manifest(&out, "assets");
    let digest = makini::hex::encode(&Sha256::digest(std::fs::read(&file).expect("readable")));
    assert_eq!((&known["rows"], &known["sha256"]), (&json!(listed.len()), &json!(digest)));
    assert!(out.join("statuses-work-orders.csv").exists());
    let names = std::fs::read_dir(&out).expect("a folder").flatten().map(|file| file.file_name());
    let left: Vec<_> =
        names.filter(|name| [".part", ".new"].iter().any(|end| name.to_string_lossy().ends_with(end))).collect();
    assert!(left.is_empty(), "{left:?}");
    let other = machine.run(&line.replace("csv", "ndjson")).expect(Exit::Usage);
    assert!(other.stderr.contains("in another format"), "{}", other.all());
}

/// Gives the manifest the digest that a file has now.
fn cover(out: &Path, entity: &str, file: &Path) {
    let path = out.join("manifest.json");
    let mut whole: Value = serde_json::from_slice(&std::fs::read(&path).expect("readable")).expect("JSON");
    let digest = makini::hex::encode(&Sha256::digest(std::fs::read(file).expect("readable")));
    whole["entities"][entity]["sha256"] = digest.into();
    std::fs::write(path, whole.to_string()).expect("written");
}

#[test]
fn an_export_is_brought_up_to_date() {
    for format in ["ndjson", "csv"] {
        let machine = machine();
        let out = machine.home().join("out");
        let file = out.join(format!("assets.{format}"));
        let since = format!(
            "--sandbox data export 'Plant 7' assets sites --out {} --format {format} --since last --overlap 1m",
            out.display()
        );
        machine.run(&since).ok();
        let before = rows(&machine, "assets");
        machine.clock().advance(std::time::Duration::from_hours(1));
        let changed = before.keys().next().expect("a row").clone();
        machine
            .run(&format!("--sandbox data update 'Plant 7' assets {changed} --set 'notes=seen, \"twice\"' --yes"))
            .ok();
        machine.run("--sandbox data create 'Plant 7' assets --set name=New --yes").ok();
        // What is not read again stays as it is in the file.
        let kept = before.keys().last().expect("a row").clone();
        let text = std::fs::read_to_string(&file).expect("readable");
        let name = before[&kept]["name"].as_str().expect("a name");
        std::fs::write(&file, text.replace(name, "Ours")).expect("written");
        // What the manifest does not cover may lack rows that would never come back.
        let refused = machine.run(&since).expect(Exit::Local);
        assert!(refused.stderr.contains("is not as it was exported"), "{}", refused.stderr);
        cover(&out, "assets", &file);
        machine.run(&since.replace(" --since last --overlap 1m", "")).ok();
        assert!(
            std::fs::read_to_string(&file).expect("readable").contains("Ours"),
            "nothing is read without the option"
        );
        machine.run(&since).ok();
        let mut wanted = rows(&machine, "assets");
        assert_eq!(wanted.len(), before.len() + 1);
        for row in wanted.values_mut().filter(|row| row["name"] == name) {
            row.insert("name".into(), "Ours".into());
        }
        match format {
            "csv" => assert_same(&cells(&file), &wanted),
            _ => assert!(exported(&file) == wanted),
        }
        let known = manifest(&out, "assets");
        let digest = makini::hex::encode(&Sha256::digest(std::fs::read(&file).expect("readable")));
        assert_eq!((&known["rows"], &known["sha256"]), (&json!(wanted.len()), &json!(digest)));
        assert!(known["update"].is_null(), "{known}");
        let started: jiff::Timestamp = known["started_at"].as_str().expect("a time").parse().expect("a time");
        assert!(started.duration_since(START.parse().expect("a time")).as_secs() >= 3600, "{known}");
        // An update that was interrupted goes on, from the same time.
        let mut whole: Value =
            serde_json::from_slice(&std::fs::read(out.join("manifest.json")).expect("readable")).expect("JSON");
        whole["entities"]["assets"]["update"] = json!({"started_at": known["started_at"], "since": START});
        std::fs::write(out.join("manifest.json"), whole.to_string()).expect("written");
        std::fs::write(out.join("assets.ndjson.part"), "{\"key\":\"cut").expect("written");
        machine.run(&since.replace(" --since last --overlap 1m", "")).ok();
        match format {
            "csv" => assert_same(&cells(&file), &wanted),
            _ => assert!(exported(&file) == wanted),
        }
    }
    let machine = machine();
    let any = "data export P assets --out x --since last --where name=a --where name=b --any";
    machine.run(any).expect(Exit::Usage);
}

/// On a narrow terminal the key stays, since other commands take it.
#[test]
fn a_key_is_never_hidden() {
    let machine = machine().terminal(40);
    let keys = rows(&machine, "assets");
    let ended = machine.run("--sandbox data list 'Plant 7' assets --limit 2").ok();
    let shown = keys.keys().filter(|key| ended.stdout.contains(key.as_str())).count();
    assert_eq!(shown, 2, "{}", ended.all());
}

#[test]
fn several_connections_are_exported_at_once() {
    let machine = Machine::new().at(START);
    let plant = Plant::of(&machine);
    let ids = [plant.connected("upkeep", "Plant 7"), plant.connected("upkeep", "Plant 8")];
    let out = machine.home().join("out");
    let line = format!(
        "--sandbox data export 'Plant 7' sites teams --also 'Plant 8' --also 'Plant 7' --out {}",
        out.display()
    );
    let shown = machine.run(&format!("{line} -o json")).ok().json();
    let found: Vec<(&str, &str)> = shown["data"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|row| (row["connection"].as_str().expect("a name"), row["entity"].as_str().expect("an entity")))
        .collect();
    assert_eq!(found, [("Plant 7", "sites"), ("Plant 7", "teams"), ("Plant 8", "sites"), ("Plant 8", "teams")]);
    for (id, name) in ids.iter().zip(["Plant 7", "Plant 8"]) {
        for entity in ["sites", "teams"] {
            let text = machine.run(&format!("--sandbox data list '{name}' {entity} --all -o ndjson -q")).ok().stdout;
            let file = std::fs::read_to_string(out.join(id).join(format!("{entity}.ndjson"))).expect("exported");
            assert!(file == text && !file.is_empty(), "{name} {entity}");
        }
    }
    // One that fails does not stop the other.
    plant.source_down(&ids[0]);
    std::fs::remove_dir_all(&out).expect("removed");
    let ended = machine.run(&format!("{line} --retries 0")).expect(Exit::Unavailable);
    assert!(ended.stdout.contains("Plant 8") && !ended.stdout.contains("Plant 7"), "{}", ended.all());
    assert!(out.join(&ids[1]).join("teams.ndjson").exists());
}

#[test]
fn custom_fields_are_chosen_by_their_names() {
    let machine = machine();
    machine.run("--sandbox connections settings 'Plant 7' --set custom-fields.assets=all").ok();
    let all = machine.run("--sandbox data list 'Plant 7' assets --limit 50 -o json").ok().json();
    let own = all["data"].as_array().expect("a list").iter().find_map(|row| row["customFields"].as_object().cloned());
    let (name, _) = own.expect("a row with custom fields").into_iter().next().expect("a field");
    let line = format!("--sandbox data list 'Plant 7' assets --limit 50 --fields name,customfields.{name} -q");
    let csv = machine.run(&format!("{line} -o csv")).ok().stdout;
    assert_eq!(csv.lines().next(), Some(format!("name,customFields.{name}").as_str()));
    let rows = machine.run(&format!("{line} -o json")).ok().json();
    for (row, whole) in rows["data"].as_array().expect("a list").iter().zip(all["data"].as_array().expect("a list")) {
        assert_eq!(row[format!("customFields.{name}")], whole["customFields"][&name], "{row}");
    }
    let whole =
        machine.run("--sandbox data list 'Plant 7' assets --limit 50 --fields customFields -o json").ok().json();
    assert_eq!(whole["data"][0]["customFields"], all["data"][0]["customFields"]);
    machine.run("--sandbox data list 'Plant 7' assets --fields customFieldsx").expect(Exit::Usage);
}

/// A platform that counts more rows than it lists, until it is mended.
#[test]
fn an_export_that_lacks_rows_is_not_finished() {
    let sandbox = Sandbox::open(Options::new(Clock::fixed(START.parse().expect("constant")))).expect("opens");
    let token = sandbox.admin_token().expect("issued").expose().to_owned();
    let lacks = Arc::new(AtomicBool::new(true));
    let seen = Arc::clone(&lacks);
    let handler = axum::routing::any(move |request: axum::extract::Request| {
        let (sandbox, lacks) = (sandbox.clone(), Arc::clone(&seen));
        async move {
            let is_last =
                request.uri().path() == "/api/eam/assets" && request.uri().query() != Some("page=1&per_page=100");
            let response = sandbox.router().oneshot(request).await.expect("infallible");
            if !is_last || !lacks.load(SeqCst) {
                return response;
            }
            let (mut head, body) = response.into_parts();
            head.headers.remove("content-length");
            let bytes = axum::body::to_bytes(body, 1 << 22).await.expect("whole");
            let mut body: Value = serde_json::from_slice(&bytes).expect("JSON");
            body["data"].as_array_mut().expect("rows").pop();
            axum::response::Response::from_parts(head, body.to_string().into())
        }
    });
    let served = Served::router(axum::Router::new().fallback(handler));
    let machine = Machine::new().at(START).env("MAKINI_SERVER", served.url()).env("MAKINI_TOKEN", &token);
    let connect = "connect ibm-maximo --name Plant --email ops@example.com --field url=https://x.example --field-stdin api_key --yes";
    machine.run_with(connect, "a-secret-of-the-system", []);
    let out = machine.home().join("out");
    let export = format!("data export Plant assets --out {}", out.display());
    let ended = machine.run(&export).expect(Exit::Unavailable);
    assert!(ended.stderr.contains("the server counts ") && ended.stderr.contains("were read"), "{}", ended.all());
    assert!(!out.join("assets.ndjson").exists(), "what is there would be taken for all");
    let dash = machine.run("data export Plant assets --out -").expect(Exit::Usage);
    assert!(dash.stderr.contains("a folder of files"), "{}", dash.all());
    #[cfg(unix)]
    for entry in std::fs::read_dir(&out).expect("made").flatten() {
        let mode = std::os::unix::fs::MetadataExt::mode(&entry.metadata().expect("there"));
        assert_eq!(mode & 0o77, 0, "what customers have is read by its owner alone: {entry:?}");
    }
    lacks.store(false, SeqCst);
    machine.run(&export).ok();
    let listed = machine.run("data list Plant assets --all -o ndjson -q").ok().stdout;
    let listed = by_key(listed.lines().map(|line| serde_json::from_str(line).expect("a row")));
    assert!(listed.len() > 100 && exported(&out.join("assets.ndjson")) == listed, "all of them, after it was mended");
}
