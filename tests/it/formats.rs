//! Every list has the same keys and values in JSON, JSON lines, YAML, CSV and `--columns`.

use serde_json::Value;

use crate::support::plant::Plant;
use crate::support::world::Machine;

const START: &str = "2026-03-01T12:00:00Z";

/// Every command that lists something, and the key of the list where its JSON is an object.
const LISTS: &[(&str, Option<&str>)] = &[
    ("connections list", None),
    ("connections status --all", None),
    ("connections magic-links", None),
    ("connections metadata 'Plant 7'", Some("metadata")),
    ("systems list", None),
    ("systems search sap", None),
    ("sync list 'Plant 7'", None),
    ("sync list 'Plant 8'", None),
    ("sync status", None),
    ("requests list", None),
    ("requests list --source journal", None),
    ("metrics", Some("groups")),
    ("metrics --by endpoint --bucket 1h", Some("groups")),
    ("metrics --source journal", Some("groups")),
    ("check", Some("connections")),
    ("credits", Some("connections")),
    ("alerts list", None),
    ("alerts firing", None),
    ("alerts history", None),
    ("whoami", Some("settings")),
    ("flows list", None),
    ("flows templates", None),
    ("flows executions", None),
    ("webhooks endpoints list", None),
    ("webhooks conditions list", None),
    ("webhooks deliveries list", None),
    ("sandbox fault list", None),
    ("sandbox snapshot list", None),
    ("profile list", None),
    ("api endpoints", None),
    ("exit-codes", None),
    ("doctor --offline", Some("checks")),
];

/// Those whose values differ from call to call: the log of requests grows by the very question, measured times differ, and
/// the format is a setting itself.
const CHANGING: [&str; 3] = ["check", "requests list", "whoami"];

fn full() -> Machine {
    let machine = Machine::new().at(START);
    machine.write("config/config.toml", "[profile.staging]\nserver = \"https://api.example.com\"\n");
    let plant = Plant::of(&machine);
    plant.connected("inextia", "Plant 7");
    let broken = plant.connected("inextia", "Plant 8");
    plant.source_down(&broken);
    for line in [
        "connections metadata 'Plant 7' site=north bought_at=2026-03-01T12:00:00Z",
        "webhooks endpoints add http://127.0.0.1:9/hook --event 'sync.*' --reveal",
        "webhooks conditions add --entity work-orders --when 'status equals Completed' --name closed",
        "alerts add error-rate --above 5%",
        "alerts add sync-age --above 1h --connection 'Plant 7'",
        "alerts add sync-age --above 1m --connection 'Plant 8'",
        "flows add low-stock --connection 'Plant 7'",
        "flows run low-stock",
        "connect inextia --magic-link --name North --email a@example.com",
        "sandbox snapshot save first",
        "sync start 'Plant 8' --watch",
        "sync start 'Plant 7' --watch",
        "sandbox clock advance 10m",
    ] {
        let ended = machine.run(&format!("--sandbox {line}"));
        assert!(ended.exit.code() < 2, "{line}: {}", ended.all());
    }
    machine
}

/// Returns the value of a column in an item: dots lead into objects.
fn value(item: &Value, key: &str) -> Option<String> {
    let found = item.get(key).or_else(|| key.split('.').try_fold(item, |inner, name| inner.get(name)));
    match found {
        None => key.contains('.').then(String::new),
        Some(Value::Null) => Some(String::new()),
        Some(Value::String(text)) => Some(text.clone()),
        Some(Value::Array(items)) if items.iter().all(Value::is_string) => {
            Some(items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", "))
        }
        Some(value) => Some(value.to_string()),
    }
}

/// Collects what is wrong with times and fractions anywhere in an answer, but for other people's data.
fn unlike(value: &Value, key: &str, wrong: &mut Vec<String>) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(key, value)| {
            if !["metadata", "payload", "input", "output", "extra"].contains(&key.as_str()) {
                unlike(value, key, wrong);
            }
        }),
        Value::Array(items) => items.iter().for_each(|item| unlike(item, key, wrong)),
        Value::String(text)
            if text.get(4..5) == Some("-")
                && (key.ends_with("_at") || ["at", "since", "bucket", "from", "to"].contains(&key))
                && (text.len() != "2026-03-01T12:00:00.000Z".len() || !text.ends_with('Z')) =>
        {
            wrong.push(format!("{key}: {text}"));
        }
        Value::Number(number) => {
            let text = number.to_string();
            if text.split_once('.').is_some_and(|(_, fraction)| fraction.len() > 6) {
                wrong.push(format!("{key}: {text}"));
            }
        }
        _ => {}
    }
}

fn problems(machine: &Machine, line: &str, key: Option<&str>) -> Vec<String> {
    let run = |options: &str| machine.run(&format!("--sandbox {line} {options}")).stdout;
    let mut wrong = Vec::new();
    let document: Value = match serde_json::from_str(&run("-o json")) {
        Ok(document) => document,
        Err(error) => return vec![format!("-o json: {error}")],
    };
    let data = &document["data"];
    let entries = |object: &serde_json::Map<String, Value>| {
        object.iter().map(|(key, value)| serde_json::json!({ "key": key, "value": value })).collect()
    };
    let items: Vec<Value> = match (data, key) {
        (Value::Array(items), None) => items.clone(),
        (Value::Object(object), Some(key)) => match &object[key] {
            Value::Array(items) => items.clone(),
            Value::Object(object) => entries(object),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    };
    if items.is_empty() {
        return vec!["lists nothing, so nothing is compared".to_owned()];
    }
    unlike(data, "", &mut wrong);
    let lines: Vec<Value> = run("-o ndjson").lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    if lines != items && !CHANGING.contains(&line) {
        wrong.push(format!("-o ndjson has {} lines for {} items, or others", lines.len(), items.len()));
    }
    let yaml: Result<Value, _> = serde_saphyr::from_str(&run("-o yaml"));
    match yaml {
        Ok(yaml) => {
            let keys = |value: &Value| value.as_object().map(|fields| fields.keys().cloned().collect::<Vec<_>>());
            if keys(&yaml["data"]) != keys(data) {
                wrong.push("-o yaml has other keys".to_owned());
            }
        }
        Err(error) => wrong.push(format!("-o yaml: {error}")),
    }
    let refused = machine.run(&format!("--sandbox {line} -o csv --columns nosuch"));
    let columns = refused.stderr.split("the columns are ").nth(1).map(|rest| rest.lines().next().unwrap_or_default());
    let columns: String = columns.unwrap_or_default().split(", ").collect::<Vec<_>>().join(",");
    let csv = run(&format!("-o csv --columns {columns}"));
    let document: Value = if CHANGING.contains(&line) { Value::Null } else { document.clone() };
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let heads = reader.headers().expect("a header").clone();
    for head in &heads {
        let first = head.split('.').next().unwrap_or_default();
        if items.iter().all(|item| item.get(first).is_none() && item.get(head).is_none()) {
            wrong.push(format!("CSV has `{head}`, and JSON does not"));
        }
    }
    if !document.is_null() {
        for (record, item) in reader.records().zip(&items) {
            let record = record.expect("a record");
            for (head, cell) in heads.iter().zip(&record) {
                match value(item, head) {
                    Some(due) if due == cell => {}
                    due => wrong.push(format!("`{head}` is {cell:?} in CSV, and {due:?} in JSON")),
                }
            }
        }
    }
    wrong.dedup();
    wrong.truncate(8);
    wrong
}

#[test]
fn keys_and_values_are_the_same_in_every_format() {
    let machine = full();
    let mut wrong = Vec::new();
    for (line, key) in LISTS {
        wrong.extend(problems(&machine, line, *key).into_iter().map(|problem| format!("{line}: {problem}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_settings_of_a_connection_are_a_line_each() {
    let machine = full();
    let ended = machine.run("--sandbox connections settings 'Plant 7' -o ndjson").ok();
    let lines: Vec<Value> = ended.stdout.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert!(lines.len() > 2, "{}", ended.stdout);
    assert!(lines.iter().all(|line| line["setting"].is_string()), "{}", ended.stdout);
}

#[test]
fn a_column_may_be_named_by_its_beginning() {
    let machine = full();
    let ended = machine.run("--sandbox connections list -o csv --columns name,last_sync").ok();
    assert!(ended.stdout.starts_with("name,last_sync_at\n"), "{}", ended.stdout);
}
