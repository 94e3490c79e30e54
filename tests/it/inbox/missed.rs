//! `makini webhooks listen --since`: what was sent while nobody received, and what can be known of it.

use axum::http::StatusCode;
use axum::routing::get;
use axum::{Json, Router};
use makini::exit::Exit;
use serde_json::{Value, json};

use crate::support::listening::{line, serving};
use crate::support::plant::Plant;
use crate::support::served::Served;
use crate::support::world::{Ended, Machine};

const START: &str = "2026-03-01T12:00:00Z";
const DAY: u64 = 24 * 3600;

/// A machine with the secret, on which waiting takes no time.
fn machine() -> Option<Machine> {
    Some(super::backend::machine()?.at(START))
}

/// A port that was free a moment ago: endpoints name it before anything listens there.
fn port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port").port()
}

/// Makes an endpoint of the sandbox, and writes its secret into a file of this name. Returns its ID.
fn endpoint(machine: &Machine, plant: &Plant, url: &str, secret: &str) -> String {
    let made = plant.post("/api/system/webhooks/endpoints", &json!({ "url": url, "events": ["sync.*"] }));
    machine.write(secret, made["secret"].as_str().expect("told once"));
    made["id"].as_str().expect("an ID").to_owned()
}

/// Two connections that sync only when they are told to.
fn connections(machine: &Machine, plant: &Plant) -> [String; 2] {
    [("inextia", "One"), ("maintain-x", "Two")].map(|(system, name)| {
        let id = plant.connected(system, name);
        machine.run(&format!("--sandbox sync schedule {id} off")).ok();
        id
    })
}

fn sync(machine: &Machine, connection: &str) {
    machine.run(&format!("--sandbox sync start {connection} --watch")).ok();
}

fn caught_up(ended: &Ended) -> Value {
    let lines: Vec<Value> = ended.stdout.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let kinds: Vec<&str> = lines.iter().filter_map(|line| line["type"].as_str()).collect();
    let at = kinds.iter().position(|kind| *kind == "caught_up").unwrap_or_else(|| panic!("{}", ended.all()));
    let live = kinds.iter().position(|kind| *kind == "ready").unwrap_or_else(|| panic!("{}", ended.all()));
    assert!(at < live, "{kinds:?}");
    lines[at].clone()
}

fn counts(done: &Value) -> (u64, u64) {
    (done["caught_up"].as_u64().expect("a count"), done["missing"].as_u64().expect("a count"))
}

/// Returns the events of the inbox, the oldest first: connection and time.
fn stored(machine: &Machine) -> Vec<(String, String)> {
    let listed = machine.run("webhooks inbox list -o json").ok().json();
    let mut rows = listed["data"].as_array().expect("rows").clone();
    rows.reverse();
    rows.iter()
        .map(|row| (row["connection"].as_str().unwrap_or_default().to_owned(), row["timestamp"].to_string()))
        .collect()
}

/// The listener was off for a day: some webhooks were lost, some are late, the others were given up by then.
#[test]
fn what_was_lost_late_or_given_up_during_a_day_comes_before_it_is_ready() {
    let Some(machine) = machine() else { return };
    let plant = Plant::of(&machine);
    let [one, two] = connections(&machine, &plant);
    let port = port();
    endpoint(&machine, &plant, &format!("http://127.0.0.1:{port}/"), "endpoint.txt");
    plant.fault(&json!({ "kind": "lost", "connection_id": one, "count": 2 }));
    for _ in 0..3 {
        sync(&machine, &one);
        sync(&machine, &two);
    }
    // Nobody is there, and after a day the platform gives up.
    plant.deliver();
    plant.wait(DAY + 3600);
    plant.deliver();
    plant.fault(&json!({ "kind": "late", "connection_id": two, "delay_ms": 7_200_000 }));
    sync(&machine, &two);
    let sent = plant.get("/api/system/webhooks/deliveries?per_page=100");
    let count = |status: &str| sent.as_array().expect("a list").iter().filter(|one| one["status"] == status).count();
    assert_eq!((count("lost"), count("failed"), count("pending")), (2, 4, 1), "{sent}");

    let flags = format!("--port {port} --secret-file ~/endpoint.txt --sandbox --since 48h");
    let (machine, ended, before) = listening(machine, &format!("{flags} -o ndjson"), stored);
    let done = caught_up(&ended.expect(Exit::Interrupted));
    assert_eq!(counts(&done), (7, 0), "{done}");
    assert_eq!((&done["basis"], &done["problem"]), (&json!("deliveries"), &Value::Null));
    assert_eq!(before.len(), 7, "all are here when it is ready");
    for (connection, count) in [(&one, 3), (&two, 4)] {
        let times: Vec<_> = before.iter().filter(|(about, _)| about == connection).collect();
        assert!(times.is_sorted() && times.len() == count, "{times:?}");
    }
    // Again there is nothing to be had, and for people it is one line.
    let (machine, ended, ()) = listening(machine, &flags, |_| ());
    let ended = ended.expect(Exit::Interrupted);
    assert!(ended.stderr.contains("caught up 0, 0 missing\n"), "{}", ended.stderr);
    let at = |text: &str| ended.stderr.find(text).unwrap_or_else(|| panic!("{text}: {}", ended.stderr));
    assert!(at("caught up 0") < at("ready at"), "{}", ended.stderr);
    // What was pruned is known as well.
    plant.wait(60);
    machine.run("webhooks inbox prune --before 1s --yes").ok();
    assert_eq!(stored(&machine), []);
    let (_, ended, ()) = listening(machine, &format!("{flags} -o ndjson"), |_| ());
    assert_eq!(counts(&caught_up(&ended.expect(Exit::Interrupted))), (0, 0));
}

/// A receiver that ended by itself does not ask; after one that did not, the next one does.
#[test]
fn after_a_crash_it_is_done_without_being_asked_for() {
    let Some(machine) = machine() else { return };
    let plant = Plant::of(&machine);
    let [one, _] = connections(&machine, &plant);
    let port = port();
    endpoint(&machine, &plant, &format!("http://127.0.0.1:{port}/"), "endpoint.txt");
    let flags = format!("--port {port} --secret-file ~/endpoint.txt --sandbox -o ndjson");
    let (machine, ended, ()) = listening(machine, &flags, |_| ());
    assert!(!ended.expect(Exit::Interrupted).stdout.contains("caught_up"));
    plant.fault(&json!({ "kind": "lost", "connection_id": one, "count": 1 }));
    sync(&machine, &one);
    super::backend::crashed(&machine);
    let (machine, ended, ()) = listening(machine, &flags, |_| ());
    let ended = ended.expect(Exit::Interrupted);
    assert_eq!(counts(&caught_up(&ended)), (1, 0));
    assert!(ended.stderr.contains("did not end by itself"), "{}", ended.stderr);
    assert_eq!(stored(&machine).len(), 1);
    // Without a login it says that it does not know, and asks nobody.
    super::backend::crashed(&machine);
    let flags = "--port 0 --secret-file ~/endpoint.txt -o ndjson";
    let (_, ended, ()) = listening(machine, flags, |_| ());
    let ended = ended.expect(Exit::Interrupted);
    assert!(ended.stderr.contains("is not known: nobody is logged in (`makini login`)"), "{}", ended.stderr);
    assert!(!ended.stdout.contains("caught_up"), "{}", ended.stdout);
}

/// Of several endpoints one is taken by its address, or has to be named.
#[test]
fn nothing_is_sent_to_an_endpoint_that_leads_elsewhere() {
    let Some(machine) = machine() else { return };
    let plant = Plant::of(&machine);
    let [one, _] = connections(&machine, &plant);
    let port = port();
    let here = endpoint(&machine, &plant, &format!("http://localhost:{port}/"), "endpoint.txt");
    let elsewhere = endpoint(&machine, &plant, "http://127.0.0.1:9/", "other.txt");
    plant.fault(&json!({ "kind": "lost", "connection_id": one }));
    sync(&machine, &one);
    let refused = line(&machine, "webhooks listen --port 0 --secret-file ~/endpoint.txt --sandbox --since 1h --for 1s");
    let refused = machine.run(&refused).expect(Exit::Usage);
    assert!(
        refused.stderr.contains("several endpoints") && refused.stderr.contains("--endpoint="),
        "{}",
        refused.stderr
    );
    let tries = |endpoint: &str| {
        let sent = plant.get(&format!("/api/system/webhooks/deliveries?endpoint_id={endpoint}"));
        sent.as_array().expect("a list").iter().map(|one| one["attempts"].as_u64().unwrap_or(0)).sum::<u64>()
    };
    let flags = format!("--port {port} --secret-file ~/endpoint.txt --sandbox --since 1h -o ndjson");
    let (machine, ended, ()) = listening(machine, &flags, |_| ());
    assert_eq!(counts(&caught_up(&ended.expect(Exit::Interrupted))), (1, 0));
    assert_eq!((tries(&here), tries(&elsewhere)), (1, 0));
    let named = format!("{flags} --endpoint {here}");
    let (_, ended, ()) = listening(machine, &named, |_| ());
    assert_eq!(counts(&caught_up(&ended.expect(Exit::Interrupted))), (0, 0));
}

/// Only the published API: the ends of syncs are compared, and what is not known is said.
#[test]
fn a_server_that_lists_no_deliveries_is_asked_for_syncs() {
    let list = json!({ "data": [{ "key": "42", "name": "Plant 7", "status": "ACTIVE" }], "links": {}, "meta": {} });
    let state = json!({ "data": { "id": "42", "sync_status": "error", "sync_updated_at": "2026-03-01T11:00:00Z" } });
    let router = Router::new()
        .route("/api/system/connections", get(async || Json(list)))
        .route("/api/integrations/current", get(async || Json(state)));
    let served = Served::router(router);
    let Some(machine) = machine() else { return };
    let machine = machine
        .env("MAKINI_TOKEN", "application-token")
        .env("MAKINI_CONNECTION_TOKEN", "connection-token")
        .env("MAKINI_SERVER", served.url());
    let flags = "--port 0 --secret-file ~/secret.txt --since 2h";
    let (machine, ended, ()) = listening(machine, &format!("{flags} -o ndjson"), |_| ());
    let done = caught_up(&ended.expect(Exit::Interrupted));
    assert_eq!((counts(&done), &done["basis"]), ((0, 1), &json!("syncs")));
    let gaps = machine.run("webhooks inbox gaps -o json").ok().json();
    assert_eq!(gaps["data"][0]["missing"], json!("sync.failed"), "{gaps}");
    let (_, ended, ()) = listening(machine, flags, |_| ());
    let ended = ended.expect(Exit::Interrupted);
    assert!(ended.stderr.contains("caught up 0, 1 ends of syncs missing\n"), "{}", ended.stderr);
    assert!(ended.stderr.contains("the server lists no deliveries"), "{}", ended.stderr);
}

/// Whoever cannot be asked keeps nobody from receiving; whoever may not ask is told so before anything is made.
#[test]
fn a_platform_that_cannot_be_asked_is_no_platform_that_missed_nothing() {
    let served = Served::always(503, r#"{"error":{"code":"DOWN","message":"down for maintenance"}}"#);
    let Some(machine) = machine() else { return };
    let machine = machine.env("MAKINI_TOKEN", "application-token").env("MAKINI_SERVER", served.url());
    let flags = "--port 0 --secret-file ~/secret.txt --since 2h --retries 0";
    let (machine, ended, ()) = listening(machine, &format!("{flags} -o ndjson"), |_| ());
    let done = caught_up(&ended.expect(Exit::Interrupted));
    assert_eq!((&done["missing"], &done["basis"]), (&Value::Null, &Value::Null), "{done}");
    assert!(done["problem"].as_str().is_some_and(|why| why.contains("down for maintenance")), "{done}");
    let (machine, ended, ()) = listening(machine, flags, |_| ());
    let ended = ended.expect(Exit::Interrupted);
    assert!(ended.stderr.contains("not caught up: ") && ended.stderr.contains("ready at"), "{}", ended.stderr);
    let forbidden = Router::new().fallback(async || (StatusCode::FORBIDDEN, Json(json!({ "error": {} }))));
    let forbidden = Served::router(forbidden);
    let machine = machine.env("MAKINI_SERVER", forbidden.url());
    let run = |flags: &str| machine.run(&line(&machine, &format!("webhooks listen {flags} --for 1s")));
    assert_eq!(run(flags).exit, Exit::Forbidden);
    let wrong = run("--port 0 --secret-file ~/secret.txt --since nonsense").expect(Exit::Usage);
    assert!(wrong.stderr.contains("`--since`: `nonsense` is no time"), "{}", wrong.stderr);
}

/// Runs a receiver with these flags while `work` runs.
fn listening<T>(machine: Machine, flags: &str, work: impl FnOnce(&Machine) -> T) -> (Machine, Ended, T) {
    serving(machine, &format!("webhooks listen {flags}"), |machine, _| work(machine))
}
