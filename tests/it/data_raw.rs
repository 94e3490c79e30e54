//! Raw tables and calls to the connected systems: reads are free, the rest needs the connection's name.

use insta::assert_snapshot;
use makini::exit::Exit;
use serde_json::{Value, json};

use crate::support::plant::Plant;
use crate::support::sandbox::START;
use crate::support::served::Served;
use crate::support::world::Machine;

fn machine() -> Machine {
    let machine = Machine::new().at(START);
    Plant::of(&machine).connected("sap", "Works");
    machine
}

#[test]
fn raw_tables_have_the_names_of_the_system() {
    let machine = machine();
    let tables = machine.run("--sandbox raw tables Works -o json").ok().json();
    let tables = tables["data"].as_array().expect("a list").clone();
    let vendors = tables.iter().find(|table| table["name"] == "LFA1").expect("a table of SAP");
    let total = vendors["rows"].as_u64().expect("a number");
    let csv = machine.run("--sandbox raw tables Works -o csv --columns name,entity").ok().stdout;
    assert!(csv.starts_with("name,entity\n") && csv.contains("LFA1,vendors\n"), "{csv}");
    // The same rows as the API's own, under other names.
    let all = machine.run("--sandbox raw rows Works LFA1 --all -o ndjson -q").ok().stdout;
    let rows: Vec<Value> = all.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(rows.len() as u64, total);
    let vendors = machine.run("--sandbox data list Works vendors --domain erp --all -o json").ok().json();
    let names = |rows: &[Value], name: &str| rows.iter().map(|row| row[name].clone()).collect::<Vec<_>>();
    assert_eq!(names(&rows, "NAME"), names(vendors["data"].as_array().expect("a list"), "name"));
    let csv = machine.run("--sandbox raw rows Works LFA1 --all -o csv -q").ok().stdout;
    assert_eq!(csv.lines().count() as u64, total + 1);
    let name = rows[1]["NAME"].as_str().expect("a name");
    let found = machine.run(&format!("--sandbox raw rows Works LFA1 --where 'NAME={name}' -o json")).ok().json();
    assert_eq!(found["data"][0], rows[1]);
    let ordered = machine.run("--sandbox raw rows Works LFA1 --order -NAME --limit 2 -o json").ok();
    let mut sorted: Vec<&str> = rows.iter().filter_map(|row| row["NAME"].as_str()).collect();
    sorted.sort_by_key(|name| std::cmp::Reverse(name.to_lowercase()));
    assert_eq!(ordered.json()["data"][0]["NAME"], sorted[0], "{}", ordered.all());
    assert!(ordered.stderr.contains("are shown"), "{}", ordered.all());
    machine.run("--sandbox raw rows Works NOTHING").expect(Exit::NotFound);
    machine.run("--sandbox raw rows Works LFA1 --where 'NOTHING=1'").expect(Exit::Refused);
    machine.run("--sandbox raw rows Works LFA1 --where 'NAME~1'").expect(Exit::Usage);
}

/// A server with one connection that answers everything else with this.
fn answering(body: &'static str) -> (Machine, Served) {
    let connection = r#"{"data":[{"key":"c1","name":"P","email":"a@example.com","status":"active"}],"links":{},
        "meta":{"current_page":1,"last_page":1,"per_page":50,"total":1}}"#;
    let handler = axum::routing::any(move |request: axum::extract::Request| async move {
        let is_list = request.uri().path() == "/api/system/connections";
        axum::response::IntoResponse::into_response((
            [("content-type", "application/json")],
            if is_list { connection } else { body },
        ))
    });
    let served = Served::router(axum::Router::new().fallback(handler));
    let machine = Machine::new().at(START).env("MAKINI_TOKEN", "t").env("MAKINI_SERVER", served.url());
    (machine.env("MAKINI_CONNECTION_TOKEN", "u"), served)
}

#[test]
fn a_table_counts_the_rows_that_were_written() {
    let machine = Machine::new().at(START);
    Plant::of(&machine).connected("inextia", "Plant 7");
    let count = || {
        let tables = machine.run("--sandbox raw tables 'Plant 7' -o json").ok().json();
        let of = |table: &&Value| table["entity"] == "service-requests";
        tables["data"].as_array().expect("a list").iter().find(of).expect("a table")["rows"].as_u64()
    };
    let before = count().expect("a number");
    machine.run("--sandbox data create 'Plant 7' service-requests --set title=New --yes").ok();
    assert_eq!(count(), Some(before + 1));
}

#[test]
fn an_answer_that_is_no_table_is_refused() {
    let (machine, _served) = answering(r#"{"data":["A","B"]}"#);
    let ended = machine.run("raw tables P -o csv").ok();
    assert_eq!(ended.stdout, "name\nA\nB\n");
    machine.run("raw rows P A").expect(Exit::Unavailable);
    let (machine, _served) = answering(r#"{"data":{"tables":["A"]}}"#);
    let ended = machine.run("raw tables P").expect(Exit::Unavailable);
    assert!(ended.stderr.contains("makini api get /api/raw/tables --connection c1"), "{}", ended.all());
    let (machine, _served) = answering(r#"{"data":[{"NAME":"other"}],"meta":{"last_page":1}}"#);
    let ended = machine.run("raw rows P A --where NAME=this").expect(Exit::Unavailable);
    assert!(ended.stderr.contains("the server does not filter by it"), "{}", ended.all());
}

#[test]
fn anything_but_a_read_needs_the_name_of_the_connection() {
    let machine = machine();
    let found = machine.run("--sandbox passthrough Works --path LFA1 -o json").ok().json();
    assert_eq!(found["data"]["status"], json!(200));
    let total = found["data"]["body"]["total"].as_u64().expect("a number");
    let statement = "SELECT count(*) AS n FROM LFA1";
    let counted = machine.run(&format!("--sandbox passthrough Works --sql '{statement}' -o json")).ok().json();
    assert_eq!(
        counted["data"]["body"]["rows"][0][0].as_u64().or(counted["data"]["body"]["rows"][0]["n"].as_u64()),
        Some(total),
        "{counted}"
    );
    let name = found["data"]["body"]["rows"][0]["NAME"].as_str().expect("a name").replace('\'', "");
    let narrowed =
        machine.run(&format!("--sandbox passthrough Works --path LFA1 --query 'NAME={name}' -o json")).ok().json();
    assert!(narrowed["data"]["body"]["total"].as_u64() < Some(total), "{narrowed}");
    let body = machine.write("body.json", "{\"NAME\":\"x\"}").display().to_string();
    for call in [
        format!("--path LFA1 --method post --body {body}"),
        "--path LFA1/1 --method delete".to_owned(),
        "--sql 'DELETE FROM LFA1'".to_owned(),
        "--sql 'SELECT 1; DELETE FROM LFA1'".to_owned(),
    ] {
        let line = format!("--sandbox passthrough Works {call}");
        let ended = machine.run(&line).expect(Exit::Unconfirmed);
        assert!(ended.stderr.contains("--confirm"), "{}", ended.all());
        machine.run(&format!("{line} --yes")).expect(Exit::Unconfirmed);
        machine.run(&format!("{line} --confirm other")).expect(Exit::Unconfirmed);
    }
    let line = format!("--sandbox passthrough Works --path LFA1 --method post --body {body} --confirm Works");
    assert_snapshot!(machine.run(&line).ok().stdout, @r#"
    {
      "accepted": true,
      "path": "LFA1",
      "received": {
        "NAME": "x"
      }
    }
    "#);
    let ended = machine.run("--sandbox passthrough Works --path nowhere").expect(Exit::NotFound);
    assert!(ended.stderr.contains("the connected system answered 404"), "{}", ended.all());
    for (line, why) in [
        ("passthrough Works", "--path"),
        ("passthrough Works --path x --query a", "has no `=`"),
        ("passthrough Works --path x --header secret", "a header has no `:`"),
        ("passthrough Works --sql x --body y", "cannot be used with"),
        ("passthrough Works --path x --method patch", "patch"),
    ] {
        let ended = machine.run(line).expect(Exit::Usage);
        assert!(ended.stderr.contains(why), "{line}: {}", ended.all());
    }
}
