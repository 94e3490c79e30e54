//! Rows of two sides compared, each difference with that of the sandbox's database.

use insta::assert_snapshot;
use makini::exit::Exit;
use serde_json::{Value, json};

use crate::support::plant::Plant;
use crate::support::sandbox::START;
use crate::support::world::Machine;

fn machine() -> Machine {
    let machine = Machine::new().at(START);
    let plant = Plant::of(&machine);
    plant.connected("upkeep", "Plant 7");
    plant.connected("upkeep", "Plant 8");
    machine
}

#[test]
fn a_connection_is_compared_with_its_export() {
    let machine = machine();
    let out = machine.home().join("before").display().to_string();
    machine.run(&format!("--sandbox data export 'Plant 7' customers --out {out}")).ok();
    let diff = format!("--sandbox data diff {out} 'Plant 7' customers --on key");
    let ended = machine.run(&diff).ok();
    let rows = std::fs::read_to_string(format!("{out}/customers.ndjson")).expect("exported");
    let count = rows.lines().count();
    assert!(ended.stdout.is_empty() && ended.stderr.contains(&format!("{count} rows the same")), "{}", ended.all());
    // What is changed there, by hand: a row more, a row changed, and a row less in the connection.
    let made = machine.run("--sandbox data create 'Plant 7' customers --set name=New --yes -o json").ok().json();
    let made = made["data"]["key"].as_str().expect("a key").to_owned();
    let mut lines: Vec<String> = rows.lines().map(str::to_owned).collect();
    let mut first: Value = serde_json::from_str(&lines[0]).expect("a row");
    let (key, name) =
        (first["key"].as_str().expect("a key").to_owned(), first["name"].as_str().expect("a name").to_owned());
    first["name"] = json!("Other");
    lines[0] = first.to_string();
    lines.push(json!({"key": "gone", "name": "Gone"}).to_string());
    lines.push(json!({"name": "Keyless"}).to_string());
    std::fs::write(format!("{out}/customers.ndjson"), lines.join("\n")).expect("written");
    let ended = machine.run(&format!("{diff} -o csv")).expect(Exit::Drift);
    let shown = ended.stdout.replace(&key, "KEY").replace(&made, "MADE").replace(&name, "NAME");
    assert_snapshot!(shown, @r#"
    change,row,field,left,right
    unmatched,,,"{""name"":""Keyless""}",
    changed,KEY,name,Other,NAME
    added,MADE,,,
    removed,gone,,,
    "#);
    assert!(
        ended.stderr.contains(&format!("{} rows the same, 1 added, 1 removed, 1 changed, 1 unmatched", count - 1)),
        "{}",
        ended.all()
    );
    let json = machine.run(&format!("{diff} -o json --ignore name")).expect(Exit::Drift).json();
    assert_eq!(json["data"].as_array().map(Vec::len), Some(3), "{json}");
    assert_eq!(json["data"][0]["left"], json!({"name": "Keyless"}), "{json}");
}

#[test]
fn two_connections_are_compared_by_a_field_that_both_have() {
    let machine = machine();
    let created = |connection: &str, code: &str, name: &str| {
        let set = format!("--set code={code} --set 'name={name}'");
        machine.run(&format!("--sandbox data create '{connection}' customers {set} --yes")).ok();
    };
    for (code, left, right) in
        [("a", Some("One"), Some("One")), ("b", Some("Two"), Some("2")), ("c", None, Some("Three"))]
    {
        left.inspect(|name| created("Plant 7", code, name));
        right.inspect(|name| created("Plant 8", code, name));
    }
    let line =
        "--sandbox data diff 'Plant 7' 'Plant 8' customers --on code --ignore '*Key,*At,addresses,billingAddress'";
    let json = machine.run(&format!("{line} -o json")).expect(Exit::Drift).json();
    let rows = json["data"].as_array().expect("a list");
    let ours: Vec<&Value> = rows.iter().filter(|row| ["a", "b", "c"].iter().any(|code| row["row"] == *code)).collect();
    assert_eq!(
        ours,
        [
            &json!({"change": "changed", "row": "b", "field": "name", "left": "Two", "right": "2"}),
            &json!({"change": "added", "row": "c", "field": null, "left": null, "right": null}),
        ]
    );
    created("Plant 8", "a", "Twice");
    let ended = machine.run(line).expect(Exit::Usage);
    assert!(ended.stderr.contains("two rows have `a`"), "{}", ended.all());
    for (line, why) in [
        ("data diff a b customers --on kode", "no field `kode`"),
        ("data diff a b customers --on code --ignore nmae", "no field `nmae`"),
        ("data diff a b work-orders --on tasks", "no plain value"),
        ("data diff a b nothing --on key", "no entity"),
    ] {
        let ended = machine.run(line).expect(Exit::Usage);
        assert!(ended.stderr.contains(why), "{}", ended.all());
    }
    // Two files need no server.
    let file = |name: &str, text: &str| machine.write(name, text).display().to_string();
    let left = file(
        "left.ndjson",
        "{\"key\":\"a\",\"quantity\":\"5\",\"expiresAt\":\"2026-01-01T00:00:00Z\",\"position\":\"007\"}\n",
    );
    let right = file(
        "right.ndjson",
        "{\"key\":\"a\",\"quantity\":5.0,\"expiresAt\":\"2026-01-01T01:00:00+01:00\",\"position\":\"7\",\"minLevel\":null}\n",
    );
    assert_snapshot!(machine.run(&format!("data diff {left} {right} stocks --on key -o csv -q")).expect(Exit::Drift).stdout, @r"
    change,row,field,left,right
    changed,a,position,007,7
    ");
    let folder = machine.home().join("config").display().to_string();
    std::fs::create_dir_all(&folder).expect("made");
    let ended = machine.run(&format!("data diff {left} {folder} stocks --on key")).expect(Exit::Usage);
    assert!(ended.stderr.contains("no finished export of stocks"), "{}", ended.all());
    let broken = file("broken.ndjson", "{\"key\":\"a\"}\n{\"key\"");
    let ended = machine.run(&format!("data diff {broken} {left} stocks --on key")).expect(Exit::Usage);
    assert!(ended.stderr.contains("line 2"), "{}", ended.all());
}

/// CSV has no types: what the API returned and what a table made of it are the same, and nothing else is.
#[test]
fn a_table_is_compared_with_what_it_was_made_of() {
    let machine = machine();
    let out = machine.home().join("tables").display().to_string();
    let entities = "customers materials assets work-orders";
    machine.run(&format!("--sandbox data export 'Plant 7' {entities} --out {out} --format csv")).ok();
    for entity in entities.split(' ') {
        let ended = machine.run(&format!("--sandbox data diff {out} 'Plant 7' {entity} --on key")).ok();
        let count = csv::Reader::from_path(format!("{out}/{entity}.csv")).expect("exported").into_records().count();
        assert!(count > 0 && ended.stderr.contains(&format!("{count} row")), "{}", ended.all());
        machine.run(&format!("--sandbox data diff 'Plant 7' {out} {entity} --on key")).ok();
    }
    let parquet = machine.home().join("parquet").display().to_string();
    machine.run(&format!("--sandbox data export 'Plant 7' {entities} --out {parquet} --format parquet")).ok();
    for entity in entities.split(' ') {
        for other in ["'Plant 7'", &out] {
            let ended = machine.run(&format!("--sandbox data diff {parquet} {other} {entity} --on key")).ok();
            assert!(!ended.stderr.contains("\n0 rows"), "{}", ended.all());
        }
    }
    let other = format!("data diff {parquet}/assets.parquet {parquet}/materials.parquet assets --on key -q");
    assert!(machine.run(&other).expect(Exit::Drift).stdout.contains("removed"), "other rows are found");
    machine.run(&format!("data diff {out}/assets.csv {out}/assets.csv assets --on key")).ok();
    let file = |name: &str, text: &str| machine.write(name, text).display().to_string();
    // As a spreadsheet in another language saves it.
    let table = file(
        "table.csv",
        "\u{feff}Key;minimumQuantity;isActive;updatedAt;code;dimensions;name;notes;_note\r\n\
         a;5.0;TRUE;2026-01-01 00:00:00;007;\"{\"\"b\"\": [1,null], \"\"a\"\": 2}\";null;;x\r\n\
         b;1,5;false;9999-12-31T01:00:00+01:00;7;{;;0;\r\n\
         c;1e2;yes;2026-01-01;true;[];;;\r\n",
    );
    let lines = file(
        "lines.ndjson",
        concat!(
            r#"{"key":"a","minimumQuantity":5,"isActive":true,"updatedAt":"2026-01-01T00:00:00Z","code":"7","dimensions":{"a":2,"b":[1,null]},"name":null,"notes":""}"#,
            "\n",
            r#"{"key":"b","minimumQuantity":1.5,"isActive":false,"updatedAt":"9999-12-31T00:00:00Z","code":7,"dimensions":{},"notes":0}"#,
            "\n",
            r#"{"key":"c","minimumQuantity":"100","isActive":true,"updatedAt":"2026-01-01T00:00:00Z","code":true,"dimensions":[]}"#,
            "\n",
        ),
    );
    for (left, right) in [(&table, &lines), (&lines, &table)] {
        let ended =
            machine.run(&format!("data diff {left} {right} materials --on key -o json -q")).expect(Exit::Drift).json();
        let mut found: Vec<String> = ended["data"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|row| format!("{} {}", row["row"].as_str().expect("a key"), row["field"].as_str().expect("a field")))
            .collect();
        found.sort();
        assert_eq!(found, ["a code", "a name", "b dimensions", "b minimumQuantity", "c isActive"], "{ended}");
    }
    for (name, text, why) in [
        ("none.csv", "code,name\nx,y\n", "has no column `key`"),
        ("short.csv", "key,name\nx\n", "is no table"),
        ("latin.csv", "key,name\nx,\u{0}\n", ""),
        ("empty.csv", "", "has no column `key`"),
    ] {
        let path = file(name, text);
        let ended = machine.run(&format!("data diff {path} {path} stocks --on key"));
        let expected = if why.is_empty() { Exit::Ok } else { Exit::Usage };
        assert!(ended.exit == expected && ended.stderr.contains(why), "{name}: {}", ended.all());
    }
    let path = file("others.parquet", "of another program");
    let ended = machine.run(&format!("data diff {path} {path} stocks --on key")).expect(Exit::Usage);
    assert!(ended.stderr.contains("no Parquet file that `makini data export` wrote"), "{}", ended.all());
    std::fs::write(machine.home().join("latin.csv"), b"key,name\na,caf\xe9\n").expect("written");
    let ended =
        machine.run(&format!("data diff {} {lines} stocks --on key", machine.home().join("latin.csv").display()));
    assert!(ended.expect(Exit::Usage).stderr.contains("is no table"));
}
