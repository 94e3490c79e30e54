//! What stays of a connection after it is disconnected: read as before, and deleted on purpose.

use std::collections::BTreeSet;
use std::time::Duration;

use axum::http::StatusCode;
use axum::response::IntoResponse as _;
use insta::assert_snapshot;
use makini::clock::Clock;
use makini::exit::Exit;
use makini::sandbox::{Options, Sandbox};
use makini::term::prompt::Answer;
use rusqlite::Connection;
use serde_json::{Value, json};
use tower::ServiceExt as _;

use crate::support::plant::Plant;
use crate::support::sandbox::{InProcess, START};
use crate::support::served::Served;
use crate::support::world::Machine;

/// A machine with a connection that was synced, and a row that was created through the API. Its ID too.
fn machine() -> (Machine, String) {
    let machine = Machine::new().at(START);
    let id = Plant::of(&machine).connected("ibm-maximo", "Plant 7");
    let made = "--sandbox data create 'Plant 7' assets --set 'name=Made here' --set serialNumber=SN-1 --yes";
    machine.run(made).ok();
    (machine, id)
}

fn disconnect(machine: &Machine) {
    machine.run("--sandbox disconnect 'Plant 7' --confirm 'Plant 7'").ok();
}

fn rows(machine: &Machine, line: &str) -> Vec<Value> {
    let text = machine.run(&format!("--sandbox data list {line} --all -o ndjson -q")).ok().stdout;
    text.lines().map(|line| serde_json::from_str(line).expect("a row")).collect()
}

#[test]
fn what_was_synced_is_read_as_before() {
    let (machine, id) = machine();
    let lines = [
        "'Plant 7' assets",
        "'Plant 7' sites",
        "'Plant 7' statuses/work-orders",
        "'Plant 7' work-orders --where 'title contains seal' --where 'dueAt<2026-03-01' --order -dueAt",
    ];
    let before = lines.map(|line| rows(&machine, line));
    assert!(before.iter().all(|rows| !rows.is_empty()) && before[0].len() > 1000, "{}", before[0].len());
    let out = machine.home().join("before").display().to_string();
    machine.run(&format!("--sandbox data export 'Plant 7' assets --out {out}")).ok();
    disconnect(&machine);
    // What changes in the system afterwards does not reach the platform.
    machine.clock().advance(Duration::from_hours(24 * 30));
    for (line, before) in lines.iter().zip(&before) {
        let after = rows(&machine, line);
        assert!(after == *before, "{line}: {} and {}", after.len(), before.len());
    }
    let listed = machine.run("--sandbox data list 'Plant 7' assets --limit 1 --fields name").ok();
    assert!(
        listed.stderr.contains("Plant 7 is disconnected: its rows are those that were retained, as of 2026-03-01T12:"),
        "{}",
        listed.all()
    );
    // By its key, which it kept, and in a file.
    let made = before[0].iter().find(|row| row["name"] == "Made here").expect("what was created");
    let key = made["key"].as_str().expect("a key");
    let got = machine.run(&format!("--sandbox data get {id} assets {key} -o json")).ok().json();
    assert_eq!(got["data"], *made);
    machine.run(&format!("--sandbox data get {id} assets nothing")).expect(Exit::NotFound);
    let after = machine.home().join("after").display().to_string();
    machine.run(&format!("--sandbox data export 'Plant 7' assets --out {after}")).ok();
    let file = |folder: &str| std::fs::read(format!("{folder}/assets.ndjson")).expect("exported");
    assert!(file(&out) == file(&after));
    machine.run(&format!("--sandbox data diff {out} 'Plant 7' assets --on key")).ok();
    // Nothing can be written to it, and a connection of the same name comes first.
    machine.run(&format!("--sandbox data create {id} assets --set name=x --yes")).expect(Exit::Refused);
    let new = Plant::of(&machine).connected("ibm-maximo", "Plant 7");
    assert_ne!(new, id);
    let listed = machine.run("--sandbox data list 'Plant 7' assets --limit 1").ok();
    assert!(!listed.stderr.contains("retained"), "{}", listed.all());
    assert!(rows(&machine, &format!("{id} sites")) == before[1]);
}

#[test]
fn it_is_deleted_on_purpose() {
    let (machine, id) = machine();
    let refused = machine.run("--sandbox data delete 'Plant 7' --confirm 'Plant 7'").expect(Exit::Refused);
    assert!(refused.stderr.contains("`makini --sandbox disconnect 'Plant 7'`"), "{}", refused.all());
    disconnect(&machine);
    assert_snapshot!(machine.run("--sandbox data delete 'Plant 7' --dry-run").ok().stdout.replace(&id, "ID"), @r"
    Plant 7 (ID, ibm-maximo) is disconnected:
    All rows that were synced until 2026-03-01T12:00:07.55Z are deleted from the platform. There is no way back. The connected system and exported files are not changed.

    Nothing was done: this is a dry run.
    ");
    machine.run("--sandbox data delete 'Plant 7' --yes").expect(Exit::Unconfirmed);
    machine.run("--sandbox data delete 'Plant 7' --confirm 'Plant 8'").expect(Exit::Unconfirmed);
    let row = machine.run("--sandbox data delete 'Plant 7' assets 0300").expect(Exit::Usage);
    assert!(row.stderr.contains("cannot delete single rows"), "{}", row.all());
    assert_eq!(rows(&machine, "'Plant 7' assets --where 'name=Made here'").len(), 1, "it is all still there");
    let deleted = machine.run(&format!("--sandbox data delete 'Plant 7' --confirm {id} -o json")).ok().json();
    assert_eq!(
        deleted["data"],
        json!({"id": id, "name": "Plant 7", "system": "ibm-maximo", "result": "deleted"}),
        "{deleted}"
    );
    for line in
        ["data list 'Plant 7' assets", "data get 'Plant 7' assets x", "data delete 'Plant 7' --confirm 'Plant 7'"]
    {
        let gone = machine.run(&format!("--sandbox {line}")).expect(Exit::NotFound);
        assert!(gone.stderr.contains("the retained data was deleted at 2026-03-01T12:"), "{}", gone.all());
    }
    let db = Connection::open(machine.home().join("data/sandbox.db")).expect("opens");
    let left: u64 = db.query_row("SELECT count(*) FROM entity_write", [], |row| row.get(0)).expect("counted");
    assert_eq!(left, 0);
}

#[test]
fn its_name_is_typed() {
    let (machine, _) = machine();
    disconnect(&machine);
    let machine = machine.terminal(100);
    let wrong = machine.run_with("--sandbox data delete plant", "", [Answer::Text("plant 7".into())]);
    assert_eq!(wrong.expect(Exit::Unconfirmed).stdout, "");
    let typed = machine.run_with("--sandbox data delete plant", "", [Answer::Text("Plant 7".into())]).ok();
    assert!(typed.stdout.contains("The data that was retained of Plant 7 is deleted."), "{}", typed.all());
}

/// The login reads it and no other token does; what was never synced was never there.
#[tokio::test]
async fn only_the_login_reads_it() {
    let sandbox = InProcess::new();
    let (id, tokens) = sandbox.connect("upkeep", "Plant 7").await;
    let list = format!("/api/system/connections/{id}/data/eam/assets");
    let all = format!("/api/system/connections/{id}/data");
    assert_eq!(sandbox.get(&list).await.refusal(), (409, "CONFLICT"), "it is connected");
    assert_eq!(sandbox.delete(&all).await.refusal(), (409, "CONFLICT"));
    sandbox.wait(60);
    let (other, other_tokens) = sandbox.connect("upkeep", "Plant 8").await;
    sandbox.delete(&format!("/api/system/connections/{id}")).await.data();
    sandbox.delete(&format!("/api/system/connections/{other}")).await.data();
    let access = |tokens: &Value| tokens["access_token"].as_str().expect("a token").to_owned();
    for dead in [access(&tokens), access(&other_tokens)] {
        assert_eq!(sandbox.ask(&dead, "GET", "/api/eam/assets", None).await.status, 401);
        assert_eq!(sandbox.ask(&dead, "GET", &list, None).await.status, 401);
    }
    let (third, live) = sandbox.connect("upkeep", "Plant 9").await;
    let live = access(&live);
    assert_eq!(sandbox.ask(&live, "GET", &list, None).await.refusal(), (403, "PERMISSION_DENIED"));
    assert_eq!(sandbox.ask(&live, "DELETE", &all, None).await.refusal(), (403, "PERMISSION_DENIED"));
    assert!(sandbox.get(&list).await.body["meta"]["total"].as_u64().is_some_and(|total| total > 100));
    let never = sandbox.get(&format!("/api/system/connections/{other}/data/eam/assets")).await;
    assert_eq!((never.body["meta"]["total"].as_u64(), never.body["data"].as_array().map(Vec::len)), (Some(0), Some(0)));
    for (path, status) in [
        (format!("/api/system/connections/{id}/data/eam/nothing"), 404),
        (format!("/api/system/connections/{id}/data/eam/shipment-orders"), 404),
        (format!("/api/system/connections/{id}/data/erp/vendors"), 405),
        (format!("/api/system/connections/{id}/data/x/assets"), 404),
        (format!("/api/system/connections/{id}/data/eam/statuses%2Fassets"), 404),
        ("/api/system/connections/00000000000000/data/eam/assets".to_owned(), 404),
        (format!("/api/system/connections/{id}/data/eam/assets?filter[nope]=1"), 422),
    ] {
        assert_eq!(sandbox.get(&path).await.status, status, "{path}");
    }
    sandbox.delete(&all).await.data();
    assert_eq!(sandbox.get(&list).await.refusal(), (404, "NOT_FOUND"));
    assert_eq!(sandbox.get(&format!("/api/system/connections/{other}/data/eam/assets")).await.status, 200);
    assert_eq!(sandbox.connection(&third).await["status"], "synchronizing");
}

/// A platform that offers nothing beyond what is published, with or without ended connections in its list.
#[test]
fn where_it_is_not_offered_nothing_is_guessed() {
    let rows = r#"{"data":[
        {"key":"01111111111111","name":"Ended","email":"a@example.com","status":"Disconnected","integration_name":"x"},
        {"key":"02222222222222","name":"P","email":"a@example.com","status":"active","integration_name":"x"}],
        "links":{},"meta":{"current_page":1,"last_page":1,"per_page":50,"total":2}}"#;
    let served = Served::router(axum::Router::new().route(
        "/api/system/connections",
        axum::routing::get(move || async move { ([("content-type", "application/json")], rows) }),
    ));
    let machine = Machine::new().at(START).env("MAKINI_TOKEN", "t").env("MAKINI_SERVER", served.url());
    let out = machine.home().join("out").display().to_string();
    let export = format!("data export Ended work-orders --out {out}");
    for line in ["data list Ended work-orders", "data get Ended work-orders k", &export] {
        let ended = machine.run(line).expect(Exit::Unsupported);
        assert!(ended.stderr.contains("retained_data_list"), "{}", ended.all());
    }
    for name in ["Ended", "P", "nobody"] {
        let ended = machine.run(&format!("data delete {name} --confirm {name}")).expect(Exit::Unsupported);
        let hints: BTreeSet<bool> =
            ["retained_data_delete", "makini data export"].iter().map(|text| ended.stderr.contains(text)).collect();
        assert_eq!(hints, [true].into(), "{}", ended.all());
    }
    let missing = machine.run("data list Gone work-orders").expect(Exit::NotFound);
    assert!(missing.stderr.contains("a disconnected connection is not listed by this server"), "{}", missing.all());
    // A page in place of what it offers leaves open whether there is such a connection.
    let list = axum::routing::get(move || async move { ([("content-type", "application/json")], rows) });
    let page = axum::routing::any(|| async { axum::response::Html("<html></html>") });
    let served = Served::router(axum::Router::new().route("/api/system/connections", list).fallback(page));
    let machine = Machine::new().at(START).env("MAKINI_TOKEN", "t").env("MAKINI_SERVER", served.url());
    machine.run("data list Gone work-orders").expect(Exit::Unavailable);
}

/// A platform that reports the deletion, and still has the rows.
#[test]
fn what_is_reported_as_deleted_has_to_be_gone() {
    let clock = Clock::fixed(START.parse().expect("constant"));
    let sandbox = Sandbox::open(Options::new(clock.clone())).expect("opens");
    let token = sandbox.admin_token().expect("issued").expose().to_owned();
    let handler = axum::routing::any(move |request: axum::extract::Request| {
        let sandbox = sandbox.clone();
        async move {
            if request.method() == "DELETE" && request.uri().path().ends_with("/data") {
                return StatusCode::NO_CONTENT.into_response();
            }
            sandbox.router().oneshot(request).await.expect("infallible")
        }
    });
    let served = Served::router(axum::Router::new().fallback(handler));
    let machine = Machine::new().at(START).env("MAKINI_SERVER", served.url()).env("MAKINI_TOKEN", &token);
    let connect = "connect ibm-maximo --name Plant --email ops@example.com --field url=https://x.example --field-stdin api_key --yes";
    machine.run_with(connect, "a-secret-of-the-system", []);
    clock.advance(Duration::from_mins(1));
    machine.run("disconnect Plant --confirm Plant").ok();
    let ended = machine.run("data delete Plant --confirm Plant").expect(Exit::Unavailable);
    for part in ["was reported as deleted, and that could not be shown", "it still returns "] {
        assert!(ended.stderr.contains(part) && ended.stdout.is_empty(), "{part}: {}", ended.all());
    }
}
