//! Rows of the connected systems: read, filtered and written, each answer compared with the bare API.

use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering::SeqCst;

use axum::Router;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::IntoResponse as _;
use axum::routing::any;
use insta::assert_snapshot;
use makini::exit::Exit;
use makini::sandbox::{Options, Sandbox};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use tower::ServiceExt as _;

use crate::support::plant::Plant;
use crate::support::sandbox::START;
use crate::support::served::Served;
use crate::support::world::Machine;

/// A machine with the connection `Plant 7` to a CMMS and `Books` to an ERP.
fn machine() -> Machine {
    let machine = Machine::new().at(START);
    let plant = Plant::of(&machine);
    plant.connected("ibm-maximo", "Plant 7");
    plant.connected("netsuite", "Books");
    machine
}

fn rows(machine: &Machine, line: &str) -> Vec<Value> {
    let answer = machine.run(&format!("--sandbox data list {line} -o json")).ok().json();
    answer["data"].as_array().expect("a list").clone()
}

/// The same rows by hand.
fn by_hand(machine: &Machine, connection: &str, path: &str) -> Vec<Value> {
    let answer = machine.run(&format!("--sandbox api get '{path}' --connection '{connection}'")).ok().json();
    answer["data"].as_array().expect("a list").clone()
}

fn first_key(machine: &Machine, line: &str) -> String {
    rows(machine, &format!("{line} --limit 1"))[0]["key"].as_str().expect("a key").to_owned()
}

#[test]
fn rows_are_those_of_the_api() {
    let machine = machine();
    let path =
        "/api/eam/work-orders?per_page=100&filter[dueAt:lt]=2026-03-01&filter[title:contains]=seal&sort[dueAt]=1";
    let wanted = by_hand(&machine, "Plant 7", path);
    assert!(wanted.len() > 3, "{}", wanted.len());
    let conditions = "--where 'dueAt<2026-03-01' --where 'title contains seal' --order -dueAt";
    let found = rows(&machine, &format!("'Plant 7' work-orders {conditions} --limit 100"));
    assert_eq!((found.len(), &found[0], found.last()), (wanted.len(), &wanted[0], wanted.last()));
    assert!(found == wanted);
    let all = rows(&machine, &format!("'Plant 7' 'Work Orders' {conditions} --all"));
    assert!(all.len() >= 100 && all[..100] == wanted);
    let any = "/api/eam/work-orders?per_page=50&filter[severity]=High&filter[severity]=x&filterMatch=any";
    let found = rows(&machine, "'Plant 7' work-orders --where severity=High --where severity=x --any");
    assert_eq!(found, by_hand(&machine, "Plant 7", any));
    // Where several domains have it, the one of the system; pages without `per_page` are cut here.
    let vendors = rows(&machine, "Books vendors --limit 3");
    assert_eq!(vendors, by_hand(&machine, "Books", "/api/erp/vendors?per_page=3"));
    assert_eq!(rows(&machine, "Books sites --limit 1").len(), 1);
    let all = rows(&machine, "Books materials --all").len();
    let total =
        machine.run("--sandbox api get /api/erp/materials --connection Books").ok().json()["meta"]["total"].clone();
    assert_eq!(Some(all as u64), total.as_u64());
    let codes: Vec<Value> =
        rows(&machine, "'Plant 7' statuses/work-orders").iter().map(|row| row["code"].clone()).collect();
    assert!(codes.contains(&json!("completed")), "{codes:?}");
}

#[test]
fn fields_are_chosen_in_every_format() {
    let machine = machine();
    let line = "--sandbox data list 'Plant 7' assets --fields name,serialnumber --limit 2";
    assert_snapshot!(machine.run(line).ok().all(), @r"
    exit: 0
    --- stdout
    NAME                               SERIAL NUMBER
    Air handling unit AHU-101          SN634686
    Injection moulding machine IM-102  A069331
    --- stderr
    2 of 1920 are shown: `--limit 1920` shows all
    ");
    assert_snapshot!(machine.run(&format!("{line} -o csv -q")).ok().stdout, @r"
    name,serialNumber
    Air handling unit AHU-101,SN634686
    Injection moulding machine IM-102,A069331
    ");
    assert_snapshot!(machine.run(&format!("{line} -o ndjson -q")).ok().stdout, @r#"
    {"name":"Air handling unit AHU-101","serialNumber":"SN634686"}
    {"name":"Injection moulding machine IM-102","serialNumber":"A069331"}
    "#);
    // In CSV nothing is left out.
    let csv = machine.run("--sandbox data list 'Plant 7' assets --limit 1 -o csv -q").ok().stdout;
    assert_eq!(csv.lines().next().map(|head| head.split(',').count()), Some(26), "{csv}");
    let flat = rows(&machine, "'Plant 7' materials --flatten --limit 1");
    assert!(flat[0].as_object().expect("an object").values().all(|value| !value.is_object()), "{flat:?}");
    assert!(flat[0].as_object().expect("an object").keys().any(|name| name.starts_with("inventory.")), "{flat:?}");
    let csv = machine
        .run("--sandbox data list 'Plant 7' materials --flatten --limit 1 -o csv --columns key,inventory.quantity")
        .ok();
    assert!(csv.stdout.starts_with("key,inventory.quantity\n"), "{}", csv.all());
}

#[test]
fn a_row_is_created_changed_and_found_again() {
    let machine = machine();
    let created = machine.run(
        "--sandbox data create 'Plant 7' work-orders --set 'title=Seal the pump' --set estimatedTime=90 --set severity=High \
         --yes -o json",
    );
    let row = created.ok().json()["data"].clone();
    let key = row["key"].as_str().expect("a key");
    assert_eq!((&row["title"], &row["estimatedTime"]), (&json!("Seal the pump"), &json!("90")), "{row}");
    let got = |key: &str| {
        machine.run(&format!("--sandbox data get 'Plant 7' work-orders {key} -o json")).ok().json()["data"].clone()
    };
    assert_eq!(got(key), row);
    assert_eq!(rows(&machine, "'Plant 7' work-orders --where 'title=Seal the pump'"), std::slice::from_ref(&row));
    let input = machine.write("change.json", r#"{"notes":"from the file","title":"not this"}"#);
    let line = format!(
        "--sandbox data update 'Plant 7' work-orders {key} --set title=Sealed --input {} --yes",
        input.display()
    );
    let ended = machine.run(&line).ok();
    assert!(!ended.stderr.contains("warning"), "{}", ended.all());
    let changed = got(key);
    assert_eq!((&changed["title"], &changed["notes"]), (&json!("Sealed"), &json!("from the file")));
    machine.run(&format!("--sandbox data set-status 'Plant 7' work-orders {key} 'In progress' --yes")).ok();
    assert_eq!(got(key)["status"], "In progress");
    let order = first_key(&machine, "Books purchase-orders --where 'orderNo starts-with PO'");
    let states = rows(&machine, "Books statuses/purchase-orders");
    let approved = states.iter().find(|row| row["code"] == "approved").expect("a state");
    let ended =
        machine.run(&format!("--sandbox data set-status Books purchase-orders {order} approved --yes -o json")).ok();
    assert_eq!(ended.json()["data"]["statusKey"], approved["key"], "{}", ended.all());
}

#[test]
fn what_cannot_be_is_refused_before_anything_is_asked() {
    // Nothing answers at this address: a request would end with 9.
    let machine = Machine::new().at(START).env("MAKINI_TOKEN", "t").env("MAKINI_SERVER", "http://127.0.0.1:9");
    for (line, why) in [
        ("list P wrk-orders", "did you mean `work-orders`"),
        ("list P work-orders --where titel=x", "did you mean `title`?"),
        ("list P work-orders --where 'title ~ x'", "FIELD OPERATOR VALUE"),
        ("list P work-orders --where 'dueAt>soon'", "a date"),
        ("list P work-orders --order tasks", "no plain value"),
        ("list P work-orders --fields nope", "there is no field `nope`"),
        ("list P work-orders --columns nope", "there is no column `nope`"),
        ("list P statuses/assets", "no list of the statuses"),
        ("get P meters ''", "value is required"),
        ("create P vendors --set name=x --yes", "cannot create vendors; it can list and get them"),
        ("create P work-orders --set titel=x --yes", "did you mean `title`?"),
        ("create P work-orders --set key=x --yes", "can only be read"),
        ("create P work-orders --set title --yes", "has no `=`"),
        ("create P work-orders --set estimatedTime=long --yes", "takes a number"),
        ("create P work-orders --input - --yes", "no JSON object"),
        ("create P work-orders --set title= --yes", "no field has a value"),
        ("create P work-orders --set dueAt=soon --yes", "a date"),
        ("list P work-orders --where title==x", "FIELD OPERATOR VALUE"),
        ("create P documents --set name=x --yes", "created from a file"),
        ("update P assets k --yes", "nothing to update"),
        ("update P purchase-orders k --set title=x --yes", "requires code"),
        ("set-status P assets k open --yes", "no call for the status"),
    ] {
        let ended = machine.run(&format!("data {line}")).expect(Exit::Usage);
        assert!(ended.stderr.contains(why), "{line}: {}", ended.all());
    }
    let ended = machine.run("--sandbox data fields work-orders -o json").ok().json();
    assert!(ended["data"].as_array().is_some_and(|rows| rows.len() > 30), "{ended}");
    let entities = machine.run("data entities --domain wms --jq '.data[].entity'").ok().stdout;
    assert!(entities.lines().any(|line| line.trim_matches('"') == "shipment-orders"), "{entities}");
    let machine = self::machine();
    let ended = machine.run("--sandbox data create Books invoices --set invoiceNumber=1").expect(Exit::Unconfirmed);
    assert!(ended.stderr.contains("`--yes`"), "{}", ended.all());
    let refused = machine.run("--sandbox data set-status 'Plant 7' work-orders k doen --yes").expect(Exit::Usage);
    assert!(refused.stderr.contains("the statuses are open, "), "{}", refused.all());
    let both = machine.run("--sandbox data list 'Plant 7' vendors --domain wms").expect(Exit::Unsupported);
    assert!(both.stderr.contains("domain `wms`"), "{}", both.all());
}

/// A server that takes every call and answers it with this.
fn answering(body: &'static str) -> (Machine, Served) {
    let connection = r#"{"data":[{"key":"c1","name":"P","email":"a@example.com","status":"active","integration_name":"x"}],
        "links":{},"meta":{"current_page":1,"last_page":1,"per_page":50,"total":1}}"#;
    let handler = any(move |request: Request| async move {
        let is_list = request.uri().path() == "/api/system/connections";
        ([("content-type", "application/json")], if is_list { connection } else { body }).into_response()
    });
    let served = Served::router(Router::new().fallback(handler));
    let machine = Machine::new().at(START).env("MAKINI_TOKEN", "t").env("MAKINI_SERVER", served.url());
    (machine.env("MAKINI_CONNECTION_TOKEN", "u"), served)
}

#[test]
fn an_answer_about_something_else_is_none() {
    let (machine, _served) = answering(r#"{"data":{"key":"other","title":"x"}}"#);
    machine.run("data get P work-orders k").expect(Exit::Unavailable);
    machine.run("data update P work-orders k --set title=y --yes").expect(Exit::Unavailable);
    let ended = machine.run("data create P work-orders --set title=y --yes").ok();
    assert!(ended.stderr.contains("the row does not have what was sent in `title`"), "{}", ended.all());
    let (machine, _served) = answering(r#"{"data":{"title":"x"}}"#);
    let ended = machine.run("data create P work-orders --set title=x --yes").expect(Exit::Unavailable);
    assert!(ended.stderr.contains("it may have been created all the same"), "{}", ended.all());
    assert!(!ended.stderr.contains("try again"), "{}", ended.all());
    let (machine, _served) = answering(r#"{"data":[{"key":"a","dueAt":"2026-06-01T00:00:00Z","estimatedTime":"5"}]}"#);
    machine.run("data list P work-orders --where 'dueAt<2026-06-02'").ok();
    for condition in ["'dueAt<2026-03-01'", "estimatedTime=6", "key=b", "title=x", "'title contains x'"] {
        let ended = machine.run(&format!("data list P work-orders --where {condition}")).expect(Exit::Unavailable);
        assert!(ended.stderr.contains("the server does not filter by it"), "{}", ended.all());
    }
    machine.run("data list P work-orders --where key=b --where estimatedTime=5 --any").ok();
    // A server that counts rows and no pages, and one that counts more than it returns.
    let (machine, _served) = answering(r#"{"data":[{"key":"a"}],"meta":{"current_page":1,"total":1}}"#);
    let ended = machine.run("data list P work-orders --all").ok();
    assert!(!ended.stderr.contains("counts"), "{}", ended.all());
    let (machine, _served) = answering(r#"{"data":[{"key":"a"}],"meta":{"last_page":1,"total":9}}"#);
    let ended = machine.run("data list P work-orders --all").expect(Exit::Unavailable);
    assert!(ended.stderr.contains("a list that counts 9 rows and has 1"), "{}", ended.all());
    // A row that would be lost on its way into a file, and one of another list.
    for body in [
        r#"{"data":[{"key":"a","title":"x"},{"key":null,"title":"y"}]}"#,
        r#"{"data":[{"key":"a","name":"P","email":"x","redirect":"y","scopes":"z"}]}"#,
    ] {
        let (machine, _served) = answering(body);
        let out = machine.home().join("out").display().to_string();
        machine.run("data list P work-orders").expect(Exit::Unavailable);
        machine.run(&format!("data export P work-orders --out {out}")).expect(Exit::Unavailable);
    }
    let (machine, _served) = answering(r#"{"data":[1,2]}"#);
    machine.run("data list P work-orders").expect(Exit::Unavailable);
    let (machine, _served) = answering(r#"{"data":[{"slug":"x","name":"X"}]}"#);
    // Several domains have it, and this server has no catalogue that says which one the system has.
    let ended = machine.run("data list P vendors").expect(Exit::Usage);
    assert!(ended.stderr.contains("choose one with `--domain`"), "{}", ended.all());
}

/// A sandbox behind a server that refuses every request for rows after some, and answers again when it is asked anew.
#[test]
fn an_export_goes_on_after_any_interruption() {
    let machine = Machine::new().at(START);
    let sandbox = Sandbox::open(Options::new(machine.clock().clone())).expect("opens");
    let token = sandbox.admin_token().expect("issued").expose().to_owned();
    let left = Arc::new(AtomicU64::new(u64::MAX));
    let pages = Arc::clone(&left);
    let handler = any(move |request: Request| {
        let (sandbox, pages) = (sandbox.clone(), Arc::clone(&pages));
        async move {
            let is_data = request.uri().path().starts_with("/api/eam/");
            if is_data && pages.fetch_update(SeqCst, SeqCst, |left| left.checked_sub(1)).is_err() {
                return (StatusCode::SERVICE_UNAVAILABLE, "{}").into_response();
            }
            sandbox.router().oneshot(request).await.expect("infallible")
        }
    });
    let served = Served::router(Router::new().fallback(handler));
    let machine = machine.env("MAKINI_SERVER", served.url()).env("MAKINI_TOKEN", &token);
    let connect = "connect maintain-x --name Plant --email ops@example.com --field-stdin api_key --yes";
    machine.run_with(connect, "a-secret-of-the-system", []).ok();
    let all = machine.run("data list Plant work-orders --all -o ndjson -q").ok().stdout;
    let rows = all.lines().count();
    assert!(rows > 300, "{rows}");
    let out = machine.home().join("out");
    let line = format!("data export Plant work-orders sites statuses/work-orders --out {} --retries 0", out.display());
    let mut interrupted = 0;
    for step in 1.. {
        // A page that is looked at again, and the next.
        left.store(2 + step % 2, SeqCst);
        let ended = machine.run(&line);
        if ended.exit == Exit::Ok {
            break;
        }
        assert!(
            ended.exit == Exit::Unavailable && ended.stderr.contains("goes on where this one stopped"),
            "{}",
            ended.all()
        );
        interrupted += 1;
        if interrupted == 1 {
            // What a killed process leaves of a line.
            let part = out.join("work-orders.ndjson.part");
            let mut text = std::fs::read(&part).expect("readable");
            text.truncate(text.len() - 7);
            std::fs::write(&part, text).expect("written");
        }
        assert!(step < 100, "{}", ended.all());
    }
    assert!(interrupted > 2, "{interrupted}");
    let exported = std::fs::read_to_string(out.join("work-orders.ndjson")).expect("readable");
    assert!(exported == all, "{} lines of {rows}", exported.lines().count());
    let manifest: Value =
        serde_json::from_slice(&std::fs::read(out.join("manifest.json")).expect("readable")).expect("JSON");
    let known = &manifest["entities"]["work-orders"];
    let digest = makini::hex::encode(&Sha256::digest(exported.as_bytes()));
    assert_eq!((&known["rows"], &known["sha256"]), (&json!(rows), &json!(digest)));
    assert!(out.join("statuses-work-orders.ndjson").exists() && out.join("sites.ndjson").exists());
    // What is there is kept, and something else does not go into the same folder.
    left.store(0, SeqCst);
    let again = machine.run(&line).ok();
    assert!(again.stderr.contains("work orders are exported already"), "{}", again.all());
    let other = machine.run(&format!("{line} --where key=x")).expect(Exit::Usage);
    assert!(other.stderr.contains("with other conditions"), "{}", other.all());
    std::fs::write(out.join("manifest.json"), "{").expect("written");
    machine.run(&line).expect(Exit::Usage);
}
