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
