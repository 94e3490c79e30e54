//! Rows of files: checked, and what the check accepts is what the platform accepts.

use insta::assert_snapshot;
use makini::exit::Exit;
use serde_json::{Value, json};

use crate::support::plant::Plant;
use crate::support::sandbox::START;
use crate::support::world::Machine;

const ORDERS: &str = "\
Title,siteKey,estimatedTime,dueAt,_note
Seal the pump,01000630254751,90,2026-03-01,ours
Grease the belt,,90,2026-03-01,
Paint it,01000630254751,long,soon,
";

#[test]
fn each_refused_row_has_its_line_and_the_reason() {
    let machine = Machine::new();
    let file = machine.write("orders.csv", ORDERS);
    let line = format!("data validate {} --entity work-orders", file.display());
    assert_snapshot!(machine.run(&format!("{line} --system maintain-x")).expect(Exit::Invalid).all(), @r"
    exit: 10
    --- stdout
    LINE  FIELD          REASON
       3  siteKey        is required by maintain-x
       4  estimatedTime  takes a number, and `long` is none
       4  dueAt          takes a date (2026-03-01) or a time (2026-03-01T08:00:00Z), and `soon` is none

    2 of 3 rows refused
    --- stderr
    ");
    let report = machine.run(&format!("{line} -o json")).expect(Exit::Invalid).json();
    assert_eq!((&report["data"]["rows"], &report["data"]["refused"]), (&json!(3), &json!(1)));
    let ended = machine.run(&format!("{line} --system upkep")).expect(Exit::Invalid);
    assert!(ended.stderr.contains("no requirements of `upkep` are published for work orders"), "{}", ended.all());
    // A column that the API does not take is one problem, and no row can be imported.
    let file = machine.write("orders.csv", "titel,key\nx,y\nz,z\n");
    let report = machine.run(&format!("data validate {} --entity work-orders -o json", file.display()));
    let report = report.expect(Exit::Invalid).json();
    assert_eq!((&report["data"]["rows"], &report["data"]["refused"]), (&json!(2), &json!(2)));
    let problems = report["data"]["problems"].as_array().expect("a list").clone();
    assert_eq!(problems.len(), 2, "{problems:?}");
    assert!(problems[0].to_string().contains("did you mean `title`?"), "{problems:?}");
    assert!(problems[1].to_string().contains("can only be read"), "{problems:?}");
    let file = machine.write("orders.ndjson", "{\"title\":\"x\"}\n{\"title\":5}\n[]\n{\"titel\":\"x\"}\n{}\n");
    let line = format!("data validate {} --entity work-orders", file.display());
    assert_snapshot!(machine.run(&format!("{line} -o csv")).expect(Exit::Invalid).stdout, @r#"
    line,field,reason
    2,title,"takes text, and `5` is none"
    3,,"is no JSON object: invalid type: sequence, expected a map at line 1 column 0"
    4,titel,the API takes no field `titel`: did you mean `title`?
    5,,no field has a value
    "#);
    let file = machine.write("good.ndjson", "{\"title\":\"x\"}\n");
    let ended = machine.run(&format!("data validate {} --entity work-orders", file.display())).ok();
    assert_eq!(ended.stdout, "1 row can be imported\n");
    let empty = machine.write("empty.csv", "title\n").display().to_string();
    machine.run(&format!("data validate {empty} --entity work-orders")).expect(Exit::Invalid);
    for (line, why) in [
        (format!("data validate {empty} --entity vendors"), "cannot create vendors"),
        (format!("data validate {empty} --entity documents"), "from a file each"),
        (format!("data validate {empty} --entity nothing"), "no entity"),
        ("data validate nowhere.csv --entity assets".to_owned(), "nowhere.csv"),
    ] {
        let ended = machine.run(&line);
        assert!(ended.exit != Exit::Ok && ended.stderr.contains(why), "{}", ended.all());
    }
}

/// The platform judges the same bodies.
#[test]
fn what_is_valid_here_is_valid_there() {
    let machine = Machine::new().at(START);
    Plant::of(&machine).connected("maintain-x", "Plant 7");
    let rows = machine.run("--sandbox data list 'Plant 7' sites --limit 1 -o json").ok().json();
    let site = rows["data"][0]["key"].as_str().expect("a key").to_owned();
    let bodies: Vec<Value> = [
        json!({}),
        json!({"title": "y"}),
        json!({"title": 5}),
        json!({"title": " "}),
        json!({"estimatedTime": 90}),
        json!({"estimatedTime": 1.5}),
        json!({"estimatedTime": "90m"}),
        json!({"dueAt": "2026-03-01"}),
        json!({"dueAt": "soon"}),
        json!({"dueAt": 5}),
        json!({"assetKey": 5}),
        json!({"tasks": []}),
        json!({"tasks": "x"}),
        json!({"severity": true}),
        json!({"unheard": "x"}),
        json!({"siteKey": null}),
        json!({"documents": {}}),
        json!({"deletedAt": "never"}),
    ]
    .into_iter()
    .map(|more| {
        let mut body = json!({"title": "x", "siteKey": site});
        body.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
        body
    })
    .collect();
    let lines: Vec<String> = bodies.iter().map(Value::to_string).collect();
    let text = lines.join("\n");
    let file = machine.write("orders.ndjson", text).display().to_string();
    let line = format!("data validate {file} --entity work-orders --system maintain-x -o json");
    let report = machine.run(&line).expect(Exit::Invalid).json();
    let problems = report["data"]["problems"].as_array().expect("a list").clone();
    let mut refused = 0;
    for (body, line) in bodies.iter().zip(1..) {
        let input = machine.write("body.json", body.to_string()).display().to_string();
        let post = format!("--sandbox api post /api/eam/work-orders --connection 'Plant 7' --input {input}");
        let there = machine.run(&post);
        let here = problems.iter().any(|problem| problem["line"] == json!(line));
        assert_eq!(here, there.exit == Exit::Refused, "{body}: {problems:?}\n{}", there.all());
        refused += usize::from(here);
    }
    assert_eq!(refused, 12);
}

#[test]
fn what_the_system_requires_is_said_before_a_row_is_sent() {
    let machine = Machine::new().at(START);
    Plant::of(&machine).connected("maintain-x", "Plant 7");
    let ended = machine.run("--sandbox data create 'Plant 7' work-orders --set title=x --yes").expect(Exit::Usage);
    assert!(ended.stderr.contains("maintain-x requires siteKey of a work order"), "{}", ended.all());
}

/// The rows that were created, from the sandbox's database.
pub(crate) fn created(machine: &Machine, entity: &str) -> Vec<Value> {
    let db = rusqlite::Connection::open(machine.home().join("data/sandbox.db")).expect("a database");
    let sql = "SELECT body FROM entity_write WHERE entity = ?1 AND number IS NOT NULL ORDER BY number";
    let mut rows = db.prepare(sql).expect("a statement");
    let rows = rows.query_map([entity], |row| row.get::<_, String>(0)).expect("rows");
    rows.map(|body| serde_json::from_str(&body.expect("text")).expect("JSON")).collect()
}

pub(crate) fn key_of(machine: &Machine, entity: &str) -> String {
    let rows = machine.run(&format!("--sandbox data list 'Plant 7' {entity} --limit 1 -o json")).ok().json();
    rows["data"][0]["key"].as_str().expect("a key").to_owned()
}

#[test]
fn rows_are_checked_before_the_first_one_is_sent() {
    let machine = Machine::new().at(START);
    Plant::of(&machine).connected("maintain-x", "Plant 7");
    let (site, asset) = (key_of(&machine, "sites"), key_of(&machine, "assets"));
    let rows = format!(
        "title,siteKey,assetKey,estimatedTime\nSeal,{site},{asset},90\nGrease,{site},nothing,\nPaint,{site},,long\nOil,{site},,\n"
    );
    let file = machine.write("orders.csv", &rows).display().to_string();
    let line = format!("--sandbox data import 'Plant 7' {file} --entity work-orders --yes");
    let trial = machine.run(&format!("{line} --dry-run -o json")).expect(Exit::Unhealthy).json();
    assert_eq!((&trial["data"]["would_create"], &trial["data"]["refused"]), (&json!(2), &json!(2)), "{trial}");
    assert_eq!(created(&machine, "work-orders"), [json!(null); 0]);
    let files = || {
        std::fs::read_dir(machine.home()).expect("a folder").filter(|file| {
            let name = file.as_ref().expect("an entry").file_name();
            name.to_string_lossy().starts_with("orders.csv.")
        })
    };
    assert_eq!(files().count(), 0, "a trial writes nothing");

    let ended = machine.run(&line).expect(Exit::Unhealthy);
    assert_snapshot!(ended.stdout.replace(&file, "orders.csv"), @r"
    LINE  OUTCOME  FIELD          REASON
       3  refused  assetKey       is not the key of anything in assets: `nothing`
       4  refused  estimatedTime  takes a number, and `long` is none

    2 of 4 rows created, 2 refused; the refused rows are in `orders.csv.refused.csv`
    ");
    let titles: Vec<Value> = created(&machine, "work-orders").iter().map(|row| row["title"].clone()).collect();
    assert_eq!(titles, [json!("Seal"), json!("Oil")]);
    let refused = std::fs::read_to_string(format!("{file}.refused.csv")).expect("written");
    assert_snapshot!(refused.replace(&site, "SITE"), @r#"
    title,siteKey,assetKey,estimatedTime,_line,_reason
    Grease,SITE,nothing,,3,assetKey is not the key of anything in assets: `nothing`
    Paint,SITE,,long,4,"estimatedTime takes a number, and `long` is none"
    "#);
    // Corrected in the file, sorted otherwise, with one more column: what was created is not created again.
    let again = format!(
        "assetKey,title,_note,siteKey,estimatedTime\n,Paint,x,{site},5\n,Oil,x,{site},\n{asset},Seal,x,{site},90\n,Oil,y,{site},\n"
    );
    std::fs::write(&file, again).expect("written");
    let report = machine.run(&format!("{line} -o json")).ok().json()["data"].clone();
    assert_eq!((&report["created"], &report["created_before"]), (&json!(2), &json!(2)), "{report}");
    let titles: Vec<Value> = created(&machine, "work-orders").iter().map(|row| row["title"].clone()).collect();
    assert_eq!(titles, [json!("Seal"), json!("Oil"), json!("Paint"), json!("Oil")]);
    machine.run(&line).ok();
    assert_eq!(created(&machine, "work-orders").len(), 4);
    // The ledger is about this connection and entity.
    let ledger = files()
        .map(|file| file.expect("an entry").path())
        .find(|path| path.extension().is_some_and(|end| end == "ledger"));
    let ledger = ledger.expect("beside the file").display().to_string();
    let named = machine.write("assets.csv", "name\nPump\n").display().to_string();
    let other = format!("--sandbox data import 'Plant 7' {named} --entity assets --ledger {ledger} --yes");
    let ended = machine.run(&other).expect(Exit::Usage);
    assert!(ended.stderr.contains("is about work-orders"), "{}", ended.all());
}

#[test]
fn a_map_makes_fields_of_columns() {
    let machine = Machine::new().at(START);
    Plant::of(&machine).connected("maintain-x", "Plant 7");
    let sites = machine.run("--sandbox data list 'Plant 7' sites --limit 1 -o json").ok().json()["data"][0].clone();
    let code = sites["code"].as_str().expect("a code");
    let file = machine.write(
        "orders.csv",
        format!("Titel;Werk;Dringend;Notiz\nPumpe;{code};ja;x\nVentil;{code};nein;x\nTor;nowhere;ja;x\n"),
    );
    let map = "[fields]\nTitel = \"title\"\nWerk = \"siteKey\"\nDringend = \"severity\"\nNotiz = \"\"\n\
               [values]\ninstructions = \"from the old system\"\n[words.severity]\nja = \"High\"\nnein = \"Low\"\n\
               [lookup]\nsitekey = \"CODE\"\n";
    let map = machine.write("map.toml", map).display().to_string();
    let file = file.display().to_string();
    machine.run(&format!("data validate {file} --entity work-orders --system maintain-x --map {map}")).ok();
    let line = format!("--sandbox data import 'Plant 7' {file} --entity work-orders --map {map} --yes -o csv");
    assert_snapshot!(machine.run(&line).expect(Exit::Unhealthy).stdout, @r"
    line,outcome,field,reason
    4,refused,siteKey,is not the code of anything in sites: `nowhere`
    ");
    let rows = created(&machine, "work-orders");
    let fields = |row: &Value| ["title", "siteKey", "severity", "instructions"].map(|name| row[name].clone());
    let site = &sites["key"];
    assert_eq!(
        rows.iter().map(fields).collect::<Vec<_>>(),
        [
            [json!("Pumpe"), site.clone(), json!("High"), json!("from the old system")],
            [json!("Ventil"), site.clone(), json!("Low"), json!("from the old system")],
        ]
    );
    for (map, why) in [
        ("[fields]\nTitle = \"title\"\n", "the file has none"),
        ("[fields]\nTitel = \"titel\"\n", "no field `titel`"),
        ("[fields]\nTitel = \"title\"\nNotiz = \"title\"\n", "set twice"),
        ("[values]\nestimatedTime = \"x\"\n", "a number"),
        ("[lookup]\ntitle = \"code\"\n", "refers to no other row"),
        ("[lookup]\nsiteKey = \"kode\"\n", "have no field `kode`"),
        ("[colours]\n", "unknown field"),
    ] {
        let map = machine.write("map.toml", map).display().to_string();
        let ended = machine.run(&format!("data validate {file} --entity work-orders --map {map}")).expect(Exit::Usage);
        assert!(ended.stderr.contains(why), "{why}: {}", ended.all());
    }
}

#[test]
fn what_the_system_refuses_is_a_row_of_the_report() {
    let machine = Machine::new().at(START);
    let plant = Plant::of(&machine);
    plant.connected("maintain-x", "Plant 7");
    let site = key_of(&machine, "sites");
    let rows = format!(
        "{{\"title\":\"Seal\",\"siteKey\":\"{site}\"}}\n{{\"title\":\"Oil\",\"siteKey\":\"{site}\",\"tasks\":[5]}}\n"
    );
    let file = machine.write("orders.ndjson", rows).display().to_string();
    plant.fault(&json!({"kind": "rate_limited", "count": 1}));
    let line = format!("--sandbox data import 'Plant 7' {file} --entity work-orders --yes --batch 1 -o json");
    let report = machine.run(&line).expect(Exit::Unhealthy).json()["data"].clone();
    assert_eq!((&report["created"], &report["refused"]), (&json!(1), &json!(1)), "{report}");
    assert_eq!(report["problems"][0]["line"], json!(2), "{report}");
    assert_eq!(created(&machine, "work-orders").len(), 1);
    let refused = std::fs::read_to_string(format!("{file}.refused.csv")).expect("written");
    assert!(refused.starts_with("title,siteKey,tasks,_line,_reason\nOil,"), "{refused}");
    // Nothing is written into sample data, and it is said.
    machine.run("--sandbox connections metadata 'Plant 7' sample=true").ok();
    let file = machine.write("more.csv", format!("title,siteKey\nPaint,{site}\n")).display().to_string();
    let line = format!("--sandbox data import 'Plant 7' {file} --entity work-orders --yes");
    let ended = machine.run(&line).expect(Exit::Refused);
    assert!(ended.stderr.contains("sample data"), "{}", ended.all());
    machine.run(&line).expect(Exit::Refused);
    assert_eq!(created(&machine, "work-orders").len(), 1);
}

#[test]
fn a_creation_with_a_key_takes_effect_once() {
    let machine = Machine::new().at(START);
    let plant = Plant::of(&machine);
    plant.connected("upkeep", "Plant 7");
    plant.connected("upkeep", "Plant 8");
    let post = |name: &str, connection: &str, key: &str| {
        let body = machine.write("body.json", json!({ "name": name }).to_string()).display().to_string();
        let call = format!("--sandbox api post /api/eam/assets --connection '{connection}' --input {body}");
        machine.run(&format!("{call} --header 'Idempotency-Key: {key}' -i"))
    };
    let first = post("Pump", "Plant 7", "k1").ok();
    assert!(!first.stdout.contains("idempotent-replayed"), "{}", first.all());
    let again = post("Pump", "Plant 7", "k1").ok();
    assert!(again.stdout.contains("idempotent-replayed: true"), "{}", again.all());
    let body = |text: &str| text[text.find('{').expect("JSON")..].to_owned();
    assert_eq!(body(&first.stdout), body(&again.stdout));
    post("Other", "Plant 7", "k1").expect(Exit::Refused);
    post("Pump", "Plant 7", &"k".repeat(300)).expect(Exit::Refused);
    post("Pump", "Plant 7", "k2").ok();
    post("Pump", "Plant 8", "k1").ok();
    assert_eq!(created(&machine, "assets").len(), 3);
}
