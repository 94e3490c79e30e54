//! Exported tables, read by somebody else: DuckDB finds every row, and the types of what has one.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Stdio};

use makini::api::entities::{self, Kind};
use makini::exit::Exit;
use serde_json::{Map, Value};

use crate::support::plant::Plant;
use crate::support::require;
use crate::support::sandbox::START;
use crate::support::world::Machine;

/// A name that CSV has to quote.
const NAME: &str = "Pump, \"big\";\nhall 3\t\u{2013} \u{fc}";

/// Returns a Python that has DuckDB: the one that `MAKINI_TEST_DUCKDB` names, else `python3`.
#[expect(clippy::disallowed_methods, reason = "a switch of the test run, not of the product")]
fn python() -> Option<String> {
    let python = std::env::var("MAKINI_TEST_DUCKDB").unwrap_or_else(|_| "python3".into());
    let imported = Command::new(&python).args(["-c", "import duckdb"]).stderr(Stdio::null()).status();
    require::given("duckdb", imported.is_ok_and(|status| status.success())).then_some(python)
}

/// What DuckDB finds in a file, whose columns with these names are texts.
fn read(python: &str, file: &Path, texts: &[&str]) -> Value {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/read_tables.py");
    let ended = Command::new(python).arg(script).arg(file).args(texts).output().expect("runs");
    assert!(ended.status.success(), "{}: {}", file.display(), String::from_utf8_lossy(&ended.stderr));
    serde_json::from_slice(&ended.stdout).expect("JSON")
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// Fields whose values are more than texts: keys of digits are no numbers, since nobody adds them up.
fn is_typed(kind: Kind) -> bool {
    matches!(kind, Kind::Time | Kind::Bool | Kind::BoolText | Kind::Number | Kind::NumberText | Kind::Money)
}

/// Fails unless a column has the values of the rows, in the type of its field.
fn check_column(kind: Kind, column: &Value, values: &[String], place: &str) {
    assert_eq!(column["values"].as_u64(), Some(values.len() as u64), "{place}");
    if values.is_empty() {
        return;
    }
    let found = column["type"].as_str().expect("a type");
    match kind {
        Kind::Time => {
            assert!(found.starts_with("TIMESTAMP"), "{place}");
            let least = values.iter().min().expect("one").replace('T', " ").replace('Z', "");
            assert!(column["least"].as_str().is_some_and(|found| found.starts_with(&least)), "{place} {least}");
        }
        Kind::Bool | Kind::BoolText => assert_eq!(found, "BOOLEAN", "{place}"),
        Kind::Number | Kind::NumberText | Kind::Money => {
            assert!(["BIGINT", "DOUBLE"].contains(&found) || found.starts_with("DECIMAL"), "{place}");
            let sum: f64 = values.iter().map(|value| value.parse::<f64>().expect("a number")).sum();
            let found = column["sum"].as_f64().expect("a sum");
            assert!((sum - found).abs() <= 1e-9 * sum.abs(), "{place} {sum}");
        }
        _ => {
            assert!(["VARCHAR", "JSON"].contains(&found), "{place}");
            let most = values.iter().max().expect("one");
            assert_eq!(column["most"].as_str(), Some(most.as_str()), "{place}");
        }
    }
}

#[test]
fn duckdb_reads_every_row_and_finds_the_types() {
    let Some(python) = python() else { return };
    let machine = Machine::new().at(START);
    Plant::of(&machine).connected("upkeep", "Plant 7");
    let body = machine.write("asset.json", serde_json::json!({ "name": NAME }).to_string());
    machine.run(&format!("--sandbox data create 'Plant 7' assets --input {} --yes", body.display())).ok();
    let out = machine.home().join("tables");
    let names = ["assets", "work-orders", "materials", "stocks", "purchase-orders", "teams"];
    for format in ["csv", "parquet"] {
        let folder = out.join(format).display().to_string();
        let what = format!("'Plant 7' {} --out {folder} --format {format}", names.join(" "));
        machine.run(&format!("--sandbox data export {what}")).ok();
    }
    let mut seen = BTreeSet::new();
    for name in names {
        let fields = entities::find(name).expect("known").fields;
        let listed = machine.run(&format!("--sandbox data list 'Plant 7' {name} --all -o ndjson -q")).ok().stdout;
        let rows: Vec<Map<String, Value>> =
            listed.lines().map(|line| serde_json::from_str(line).expect("a row")).collect();
        assert!(name != "assets" || rows.iter().any(|row| row["name"] == NAME));
        let texts: Vec<&str> = fields.iter().filter(|field| !is_typed(field.kind)).map(|field| field.name).collect();
        for format in ["csv", "parquet"] {
            let found = read(&python, &out.join(format).join(format!("{name}.{format}")), &texts);
            assert_eq!(found["rows"].as_u64(), Some(rows.len() as u64), "{name}");
            for field in fields {
                // In CSV a text without a character is none.
                let is_value = |text: &String| (format == "parquet" && !is_typed(field.kind)) || !text.is_empty();
                let values = rows.iter().filter_map(|row| row.get(field.name)).filter(|value| !value.is_null());
                let values: Vec<String> = values.map(text).filter(is_value).collect();
                let column = &found["columns"][field.name];
                check_column(field.kind, column, &values, &format!("{name}.{format} {}: {column}", field.name));
                seen.insert(format!("{format} {}", column["type"].as_str().expect("a type")));
            }
        }
    }
    for kind in [
        "csv TIMESTAMP WITH TIME ZONE",
        "csv BOOLEAN",
        "parquet TIMESTAMP WITH TIME ZONE",
        "parquet BOOLEAN",
        "parquet JSON",
    ] {
        assert!(seen.contains(kind), "{seen:?}");
    }
    // The rest is for formats whose files can be changed.
    let since = "--sandbox data export 'Plant 7' teams --out x --format parquet --since last";
    machine.run(since).expect(Exit::Usage);
}
