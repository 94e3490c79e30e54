//! Imports that are interrupted in every way: no row twice, none lost, compared with the sandbox's database.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering::SeqCst;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum::routing::any;
use makini::clock::Clock;
use makini::exit::Exit;
use makini::sandbox::{Options, Sandbox};
use serde_json::{Value, json};
use tower::ServiceExt as _;

use crate::support::process::Home;
#[cfg(unix)]
use crate::support::process::Running;
use crate::support::sandbox::START;
use crate::support::served::Served;
use crate::support::until::{PATIENCE, until};
use crate::support::world::Machine;

/// What becomes of a creation on its way.
#[derive(Clone, Copy, Debug)]
enum Fate {
    Arrives,
    /// It takes effect, and the answer is this.
    AnswerIs(u16, &'static str),
    /// It never arrives, and the answer is this.
    Refused(u16),
}

const FATES: [Fate; 8] = [
    Fate::Arrives,
    Fate::AnswerIs(504, ""),
    Fate::Arrives,
    Fate::Refused(503),
    Fate::Refused(429),
    Fate::AnswerIs(200, "<html>welcome</html>"),
    Fate::AnswerIs(500, "{}"),
    Fate::AnswerIs(200, "{\"data\":{}}"),
];

/// A platform whose database is a file, behind a server that loses answers.
struct Lossy {
    served: Served,
    token: String,
    database: PathBuf,
}

impl Lossy {
    fn new(folder: &Path, clock: Clock, honours: bool, fates: &'static [Fate]) -> Self {
        let database = folder.join("platform.db");
        let mut options = Options::new(clock);
        options.path = Some(database.clone());
        options.rate_limit = 1_000_000;
        let sandbox = Sandbox::open(options).expect("opens");
        let token = sandbox.admin_token().expect("issued").expose().to_owned();
        let calls = Arc::new(AtomicU64::new(0));
        let handler = any(move |request: Request| {
            let (sandbox, calls) = (sandbox.clone(), Arc::clone(&calls));
            async move {
                let path = request.uri().path().to_owned();
                let is_creation = request.method() == "POST" && path == "/api/eam/work-orders";
                let number = if is_creation { calls.fetch_add(1, SeqCst) } else { 0 };
                let fate = fates[usize::try_from(number).expect("small") % fates.len()];
                let fate = if is_creation { fate } else { Fate::Arrives };
                if let Fate::Refused(status) = fate {
                    return answer(status, "{}");
                }
                let response = sandbox.router().oneshot(request).await.expect("infallible");
                match fate {
                    Fate::AnswerIs(status, body) => answer(status, body),
                    _ if path == "/.well-known/makini" && !honours => without_keys(response).await,
                    _ => response,
                }
            }
        });
        Self { served: Served::router(Router::new().fallback(handler)), token, database }
    }

    /// Returns how often each title was created.
    fn created(&self) -> HashMap<String, usize> {
        let db = rusqlite::Connection::open(&self.database).expect("a database");
        let sql = "SELECT json_extract(body, '$.title') FROM entity_write
                   WHERE entity = 'work-orders' AND number IS NOT NULL";
        let mut rows = db.prepare(sql).expect("a statement");
        let mut counts = HashMap::new();
        for title in rows.query_map([], |row| row.get::<_, String>(0)).expect("rows") {
            *counts.entry(title.expect("text")).or_default() += 1;
        }
        counts
    }
}

fn answer(status: u16, body: &'static str) -> Response {
    (StatusCode::from_u16(status).expect("a status"), [("retry-after", "0")], body).into_response()
}

async fn without_keys(response: Response) -> Response {
    let bytes = to_bytes(response.into_body(), 1 << 20).await.expect("whole");
    let mut body: Value = serde_json::from_slice(&bytes).expect("JSON");
    assert_eq!(body.as_object_mut().expect("an object").remove("idempotency_keys"), Some(json!(true)));
    ([("content-type", "application/json")], Body::from(body.to_string())).into_response()
}

fn rows(count: usize) -> String {
    let rows = (0..count).map(|number| format!("Order {number}"));
    std::iter::once("title".to_owned()).chain(rows).collect::<Vec<_>>().join("\n")
}

fn connected(lossy: &Lossy, clock: &Clock) -> Machine {
    let machine = Machine::new().at(&clock.now().to_string());
    let machine = machine.env("MAKINI_SERVER", lossy.served.url()).env("MAKINI_TOKEN", &lossy.token);
    let connect = "connect ibm-maximo --name Plant --email ops@example.com --field url=https://x.example --field-stdin api_key --yes";
    let ended = machine.run_with(connect, "a-secret-of-the-system", []);
    assert!(matches!(ended.exit, Exit::Ok | Exit::Pending), "{}", ended.all());
    machine
}

#[test]
fn with_keys_every_row_is_created_once_whatever_is_lost() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let clock = Clock::fixed(START.parse().expect("constant"));
    let lossy = Lossy::new(folder.path(), clock.clone(), true, &FATES);
    let machine = connected(&lossy, &clock);
    let file = machine.write("orders.csv", rows(40)).display().to_string();
    let line = format!("data import Plant {file} --entity work-orders --yes --retries 0");
    let mut failed = 0;
    loop {
        let ended = machine.run(&line);
        if ended.exit == Exit::Ok {
            break;
        }
        assert!(matches!(ended.exit, Exit::Unavailable | Exit::RateLimited), "{}", ended.all());
        assert!(ended.stderr.contains("repeats nothing that took effect"), "{}", ended.all());
        failed += 1;
        assert!(failed < 200, "{}", ended.all());
    }
    assert!(failed > 10, "{failed}");
    let created = lossy.created();
    assert!(created.len() == 40 && created.values().all(|count| *count == 1), "{created:?}");
    // The transport repeats by itself what may be repeated.
    let file = machine.write("more.csv", rows(60).replace("Order", "More")).display().to_string();
    machine.run(&format!("data import Plant {file} --entity work-orders --yes --retries 9"));
    machine.run(&format!("data import Plant {file} --entity work-orders --yes --retries 9"));
    let created = lossy.created();
    assert!(created.values().all(|count| *count == 1), "{created:?}");
}

#[test]
fn without_keys_a_row_whose_answer_was_lost_is_never_sent_again() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let clock = Clock::fixed(START.parse().expect("constant"));
    let lossy = Lossy::new(folder.path(), clock.clone(), false, &FATES);
    let machine = connected(&lossy, &clock);
    let file = machine.write("orders.csv", rows(40)).display().to_string();
    let line = format!("data import Plant {file} --entity work-orders --yes --retries 3 -o json");
    let mut runs = 0;
    let report = loop {
        let ended = machine.run(&line);
        if ended.exit == Exit::Unhealthy {
            break ended.json()["data"].clone();
        }
        assert_eq!(ended.exit, Exit::Unavailable, "{}", ended.all());
        assert!(ended.stderr.contains("it may have been created all the same"), "{}", ended.all());
        runs += 1;
        assert!(runs < 100, "{}", ended.all());
    };
    let created = lossy.created();
    assert!(created.values().all(|count| *count == 1), "{created:?}");
    // Whatever is not there is reported as lost, and so is what is there without an answer.
    let lost = report["lost"].as_u64().expect("a number");
    let known = report["created_before"].as_u64().expect("a number") + report["created"].as_u64().expect("a number");
    assert_eq!((lost + known, report["refused"].as_u64()), (40, Some(0)), "{report}");
    assert!(lost == runs && lost > 5, "{lost} {runs}");
    let lines: Vec<u64> =
        report["problems"].as_array().expect("a list").iter().filter_map(|row| row["line"].as_u64()).collect();
    for number in 0..40 {
        let is_lost = lines.contains(&(number + 2));
        assert!(is_lost || created.contains_key(&format!("Order {number}")), "{number}");
    }
    machine.run(&line).expect(Exit::Unhealthy);
    assert_eq!(lossy.created(), created, "nothing is sent again");
}

/// The ID of the only connection.
#[cfg(unix)]
fn only_id(machine: &Machine) -> String {
    let list = machine.run("connections list -o json").ok().json();
    list["data"][0]["key"].as_str().or(list["data"][0]["id"].as_str()).expect("an ID").to_owned()
}

/// The program itself is killed, at any step.
#[cfg(unix)]
#[test]
fn a_killed_import_goes_on() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let clock = Clock::system();
    let lossy = Lossy::new(folder.path(), clock.clone(), true, &[Fate::Arrives]);
    let machine = connected(&lossy, &clock);
    let id = only_id(&machine);
    let home = Home::new();
    let file = home.temporary().join("orders.csv");
    std::fs::write(&file, rows(60)).expect("written");
    let ledger = home.temporary().join("ledger");
    let (file, path) = (file.display().to_string(), ledger.display().to_string());
    let args = [
        "data",
        "import",
        &id,
        &file,
        "--entity",
        "work-orders",
        "--ledger",
        &path,
        "--yes",
        "--batch",
        "7",
        "--delay",
        "1ms",
    ];
    let command = || {
        let mut command = home.makini(&args);
        command.env("MAKINI_SERVER", lossy.served.url()).env("MAKINI_TOKEN", &lossy.token);
        command
    };
    let lines = || std::fs::read(&ledger).map_or(0, |bytes| String::from_utf8_lossy(&bytes).lines().count());
    let mut kills = 0;
    for step in 0..20 {
        let before = lines();
        let mut child =
            command().stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null()).spawn().expect("started");
        // After one step or a few: between the note and the answer, and between the answer and the note.
        let wanted = before + 1 + step % 4;
        let ended = until(PATIENCE * 3, || {
            let ended = child.try_wait().expect("our child");
            ended.map(Some).or_else(|| (lines() >= wanted).then_some(None))
        });
        if ended.is_some_and(|status| status.success()) {
            break;
        }
        child.kill().expect("it runs");
        child.wait().expect("it ended");
        kills += 1;
    }
    let output = command().output().expect("started");
    assert_eq!(output.status.code(), Some(0), "{}", crate::support::process::text(&output));
    assert!(kills > 5, "{kills}");
    let created = lossy.created();
    assert!(created.len() == 60 && created.values().all(|count| *count == 1), "{created:?}");
}

#[test]
fn a_row_whose_answer_is_open_is_counted_as_unknown() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let clock = Clock::fixed(START.parse().expect("constant"));
    let fates = &[Fate::AnswerIs(504, ""), Fate::AnswerIs(504, ""), Fate::Arrives];
    let lossy = Lossy::new(folder.path(), clock.clone(), true, fates);
    let machine = connected(&lossy, &clock);
    let file = machine.write("orders.csv", rows(4)).display().to_string();
    let line = format!("data import Plant {file} --entity work-orders --yes --retries 0");
    let ended = machine.run(&line).expect(Exit::Unavailable);
    assert!(ended.stderr.contains("0 of 4 rows created, 1 unknown, 3 not sent"), "{}", ended.all());
    let report = machine.run(&format!("{line} -o json")).expect(Exit::Unavailable).json()["data"].clone();
    let counts = ["created", "unknown", "not_sent"].map(|name| report[name].clone());
    assert_eq!(counts, [json!(0), json!(2), json!(2)], "{report}");
}

/// A signal ends it after the open row, with the counts.
#[cfg(unix)]
#[test]
fn an_interrupted_import_reports_what_it_did() {
    use rustix::process::Signal;
    let folder = tempfile::tempdir().expect("a temporary folder");
    let clock = Clock::system();
    let lossy = Lossy::new(folder.path(), clock.clone(), true, &[Fate::Arrives]);
    let machine = connected(&lossy, &clock);
    let id = only_id(&machine);
    let home = Home::new();
    let file = home.temporary().join("orders.csv");
    std::fs::write(&file, rows(9)).expect("written");
    let ledger = home.temporary().join("ledger");
    let (file, path) = (file.display().to_string(), ledger.display().to_string());
    let lines = || std::fs::read(&ledger).map_or(0, |bytes| String::from_utf8_lossy(&bytes).lines().count());
    for (signal, exit, format) in [(Signal::INT, 130, "table"), (Signal::TERM, 143, "json")] {
        let mut args = vec!["data", "import", &id, &file, "--entity", "work-orders", "--ledger", &path, "--yes"];
        args.extend(["--batch", "2", "--delay", "1h", "-o", format]);
        let mut command = home.makini(&args);
        command.env("MAKINI_SERVER", lossy.served.url()).env("MAKINI_TOKEN", &lossy.token);
        let wanted = lines().max(1) + 2 * 2;
        let running = Running::start(&mut command);
        // Two rows are sent and answered; then it pauses.
        until(PATIENCE * 3, || (lines() >= wanted).then_some(()));
        running.signal(signal);
        let output = running.wait();
        let text = crate::support::process::text(&output);
        assert_eq!(output.status.code(), Some(exit), "{text}");
        assert!(text.contains("the same command goes on where this one stopped"), "{text}");
        if format == "json" {
            let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
            assert_eq!(
                (&report["data"]["created_before"], &report["data"]["not_sent"]),
                (&json!(2), &json!(5)),
                "{text}"
            );
        } else {
            assert!(text.contains("2 of 9 rows created, 7 not sent"), "{text}");
        }
    }
    assert_eq!(lossy.created().len(), 4);
}
