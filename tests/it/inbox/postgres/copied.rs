//! An inbox that is copied from a file to a server and back: all of it, also where the copy is killed again and again.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse as _;
use makini::clock::Clock;
use makini::exit::Exit;
use makini::inbox::postgres::Server;
use makini::inbox::query::{ForwardState, Store};
use makini::inbox::store::{InboxOptions, MAX_BYTES};
use makini::inbox::verify::Unsigned;
use makini::inbox::{Arrival, Inbox, Place, Stored, Verification};
use makini::network::NetworkOptions;
use rusqlite::types::Value;
use rusqlite::{Connection, params};
use serde_json::Value as Json;

use super::receiver::{Handler, RunningReceiver, event, unsigned};
use crate::support::postgres::{self, Postgres};
use crate::support::until::{PATIENCE, until};
use crate::support::world::Machine;

const TABLES: [&str; 7] = ["arrivals", "attempts", "conflicts", "pruned", "rejections", "gaps", "pauses"];

/// An ID that a server has no place for as it is.
const ODD: &str = "evt\0\u{f8ff}0";

fn open(place: Place) -> Inbox {
    Inbox::open(InboxOptions { place, max_bytes: MAX_BYTES }, &Clock::system()).expect("opened")
}

fn on(address: &str) -> Place {
    Server::parse(address, &NetworkOptions::default()).expect("a good address").into()
}

/// Makes an inbox with so many events and everything else that one can hold. Every other number was never given.
async fn filled(folder: &Path, rows: usize) -> PathBuf {
    let path = folder.join("inbox.db");
    open(path.as_path().into()).close().await;
    let db = Connection::open(&path).expect("opened");
    let count = format!("WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < {rows})");
    db.execute_batch(&format!(
        "BEGIN;
        {count} INSERT INTO arrivals SELECT 100000 + n * 2, CASE WHEN n % 7 > 0 THEN 'evt_' || n END, n % 3 = 0, randomblob(32),
            'assets.updated', 'conn_' || n % 5, CASE WHEN n % 2 THEN '2026-01-01' END, CASE WHEN n % 2 THEN n END, 1000 + n,
            CAST('a: b' || char(10) AS BLOB), randomblob(300), CASE WHEN n % 11 = 0 THEN randomblob(20) END, 'verified',
            CASE WHEN n % 2 THEN 'live' END, n % 4, CASE WHEN n % 4 THEN n END, n % 50 = 0, CASE WHEN n % 70 = 0 THEN 100014 END,
            n % 4, n % 3, CASE WHEN n % 4 = 1 THEN 9000000000000000 + n END FROM c;
        {count} INSERT INTO attempts SELECT n * 3, 100000 + n * 2, 'forward', 'http://127.0.0.1/', n, CASE WHEN n % 9 THEN n END,
            CASE WHEN n % 9 THEN 500 END, CASE WHEN n % 9 = 1 THEN 'refused' END, CASE WHEN n % 9 THEN 77 END FROM c;
        {count} INSERT INTO conflicts SELECT n * 5, 100000 + n * 2, randomblob(32), n, x'', randomblob(9), 1 FROM c WHERE n % 50 = 0;
        {count} INSERT INTO pruned SELECT 'gone_' || n, n % 2, n, 9000000000000000 + n FROM c WHERE n % 10 = 0;
        {count} INSERT INTO rejections SELECT n, n, 'signature', 7, randomblob(32), 'a, b' FROM c WHERE n < 20;
        {count} INSERT INTO gaps SELECT n * 2, 'conn', 'sync.failed', 's' || n, n, n FROM c WHERE n < 30;
        INSERT INTO pauses VALUES ('connection', 'conn_1', 5), ('handler', 'http://127.0.0.1/', 5);
        UPDATE sqlite_sequence SET seq = 777777 WHERE name = 'arrivals';
        COMMIT"
    ))
    .expect("filled");
    db.execute("UPDATE arrivals SET event_id = ?1 WHERE number = 100002", params![ODD]).expect("changed");
    db.execute("INSERT INTO pruned VALUES (?1, 1, 1, 9000000000000000)", params![format!("{ODD} gone")])
        .expect("added");
    path
}

/// Everything in an inbox in a file.
fn contents(path: &Path) -> Vec<Vec<Vec<Value>>> {
    let db = Connection::open(path).expect("opened");
    let rows = |table: &&str| {
        let mut select = db.prepare(&format!("SELECT * FROM {table} ORDER BY 1, 2")).expect("sound");
        let columns = select.column_count();
        let read = |row: &rusqlite::Row<'_>| (0..columns).map(|at| row.get(at)).collect();
        select.query_map([], read).expect("read").collect::<Result<Vec<Vec<Value>>, _>>().expect("read")
    };
    TABLES.iter().map(rows).collect()
}

fn copy(from: &str, to: &str) -> String {
    format!("webhooks inbox copy {} -o json", shell_words::join([from, to]))
}

fn copied(machine: &Machine, from: &str, to: &str) -> Json {
    let ended = tokio::task::block_in_place(|| machine.run(&copy(from, to))).ok().json();
    assert_eq!(ended["data"]["equal"], true, "{ended}");
    ended["data"].clone()
}

fn rows(of: &Json, what: &str, column: &str) -> u64 {
    let tables = of["tables"].as_array().expect("tables");
    tables.iter().find(|table| table["name"] == what).expect(what)[column].as_u64().expect("a number")
}

async fn receive(inbox: &Inbox, body: &str) -> Stored {
    let arrival =
        Arrival::new(&HeaderMap::new(), body.to_owned().into(), Verification::unverified(), inbox.clock().now());
    inbox.store(arrival).await.expect("stored")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everything_comes_along_to_a_server_and_back() {
    let Some(server) = postgres::shared() else { return };
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (file, address) = (filled(folder.path(), 5000).await, server.database("copied"));
    let (file_name, back) = (file.display().to_string(), folder.path().join("back.db"));
    let machine = Machine::new();
    let there = copied(&machine, &file_name, &address);
    assert_eq!((rows(&there, "events", "copied"), rows(&there, "events", "rows_to")), (5000, 5000));
    assert_eq!(rows(&there, "IDs of removed events", "copied"), 501);
    assert_eq!(there["resumed"], false);
    let again = copied(&machine, &file_name, &address);
    assert_eq!((rows(&again, "events", "copied"), again["resumed"].clone()), (0, true.into()));
    copied(&machine, &address, &back.display().to_string());
    assert_eq!(contents(&back), contents(&file));
    let third = server.database("copied_twice");
    copied(&machine, &address, &third);

    let store = Store::open(&on(&address)).expect("opened");
    let bytes = "octet_length(headers) + octet_length(body) + 512";
    let counted = server.sql(
        "copied",
        &format!("SELECT count(*), sum({bytes} + coalesce(octet_length(canonical), 0)) + (SELECT sum({bytes}) FROM conflicts) FROM arrivals"),
    );
    let held = store.holdings().expect("counted");
    assert_eq!(format!("{}|{}", held.events, held.bytes), counted);
    assert!(server.sql("copied", "SELECT count(*) FROM partitions").parse::<u32>().expect("a number") < 70);
    // What is sent again is known, there as in the file; what is new comes after everything.
    for place in [on(&address), back.as_path().into(), on(&third)] {
        let inbox = open(place);
        let odd = event(&ODD.replace('\0', "\\u0000"), "c", 1);
        assert!(matches!(receive(&inbox, &odd).await, Stored::Conflict { number: 100_002, conflicts: 1 }));
        let gone = receive(&inbox, &event("gone_20", "c", 1)).await;
        assert_eq!(gone, Stored::Duplicate { number: 20, count: 1 });
        let new = receive(&inbox, &event("evt_new", "c", 1)).await;
        assert_eq!(new, Stored::New { number: 777_778, duplicate_of: None });
        inbox.close().await;
    }
    server.sql("copied", "INSERT INTO attempts (arrival, kind, target, started_at) VALUES (777778, 'forward', 'x', 0)");
    assert_eq!(server.sql("copied", "SELECT max(id) FROM attempts"), "15001");
    // It was received into since.
    let refused = tokio::task::block_in_place(|| machine.run(&copy(&file_name, &address))).expect(Exit::Local);
    assert!(refused.stderr.contains("events of its own"), "{}", refused.stderr);
}

/// The IDs of events that were dropped with their partition are no rows of their own.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ids_of_dropped_events_come_along() {
    let Some(filled) = super::partitions::Filled::open("copied_after_a_prune") else { return };
    filled.sql("SELECT setval('arrivals_number', 79999)");
    filled.fill(0..130, super::partitions::start()).await;
    filled.sql("UPDATE arrivals SET state = 2");
    let old = makini::inbox::query::Prune { before: Some(super::partitions::minute(90)), ..Default::default() };
    assert_eq!(filled.store.prune(old, Clock::system().now()).expect("pruned").removed, 90);
    filled.inbox.close().await;
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("inbox.db");
    let address = filled.server.address("copied_after_a_prune");
    let there = copied(&Machine::new(), &address, &file.display().to_string());
    assert_eq!((rows(&there, "events", "copied"), rows(&there, "IDs of removed events", "copied")), (40, 90));
    let inbox = open(file.as_path().into());
    assert_eq!(receive(&inbox, &event("evt_7", "c", 7)).await, Stored::Duplicate { number: 80_007, count: 1 });
    let new = receive(&inbox, &event("evt_new", "c", 1)).await;
    assert_eq!(new, Stored::New { number: 80_130, duplicate_of: None });
    inbox.close().await;
}

/// What waited in the file is forwarded from the server, in order, before what comes later.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_receiver_goes_on_with_the_copy() {
    let Some(server) = postgres::shared() else { return };
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (file, address) = (folder.path().join("inbox.db"), server.database("copied_pending"));
    let handler = Handler::start().await;
    handler.answers(|_| (Duration::ZERO, StatusCode::SERVICE_UNAVAILABLE.into_response()));
    let before =
        RunningReceiver::with(open(file.as_path().into()), unsigned(), handler.routes(), Arc::new(Unsigned)).await;
    for n in 0..20 {
        assert_eq!(before.post(&event(&format!("evt_{n}"), &format!("c{}", n % 2), n)).await.status, 200);
    }
    super::receiver::until("both connections are tried", || handler.counts().len() == 2).await;
    before.stop().await;
    copied(&Machine::new(), &file.display().to_string(), &address);
    let tried = handler.total();
    handler.answers(|_| (Duration::ZERO, "ok".into_response()));
    let after = RunningReceiver::with(open(on(&address)), unsigned(), handler.routes(), Arc::new(Unsigned)).await;
    assert_eq!(after.post(&event("evt_20", "c0", 20)).await.status, 200);
    super::receiver::until("all is delivered", || handler.counts().len() == 21).await;
    for connection in ["\"c0\"", "\"c1\""] {
        let seen = handler.seen().split_off(tried);
        let numbers: Vec<i64> =
            seen.iter().filter(|seen| seen.body.contains(connection)).map(|seen| seen.arrival).collect();
        assert!(numbers.is_sorted() && numbers.len() >= 10, "{connection}: {numbers:?}");
    }
    let store = Store::open_read_only(&after.place).expect("readable");
    let first = || store.show("evt_0").expect("there");
    super::receiver::until("it is marked", || first().entry.forward == ForwardState::Delivered).await;
    assert_eq!(first().attempts.len(), first().entry.tries as usize, "those of before are there");
    assert!(first().entry.tries > 1);
    after.stop().await;
}

/// Runs the program itself, and kills it when so many events are there.
fn kill_at(events: usize, from: &str, to: &str, there: impl Fn() -> usize) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_makini"));
    program.args(["webhooks", "inbox", "copy", from, to]).env_clear().stdin(Stdio::null());
    let mut child = program.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it starts");
    until(PATIENCE, || (there() >= events || child.try_wait().expect("asked").is_some()).then_some(()));
    child.kill().ok();
    child.wait().expect("it ends");
}

fn on_server(server: &Postgres, database: &str) -> usize {
    server.try_sql(database, "SELECT count(*) FROM arrivals").ok().and_then(|text| text.parse().ok()).unwrap_or(0)
}

fn in_file(path: &Path) -> usize {
    let flags = rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY;
    let count = |db: Connection| db.query_row("SELECT count(*) FROM arrivals", [], |row| row.get::<_, i64>(0));
    let found = Connection::open_with_flags(path, flags).and_then(count).unwrap_or(0);
    usize::try_from(found).expect("a count")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_that_is_killed_again_and_again_goes_on_and_is_whole() {
    const EVENTS: usize = 30_000;
    let Some(server) = postgres::shared() else { return };
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (file, address) = (filled(folder.path(), EVENTS).await, server.database("copied_killed"));
    let (from, back) = (file.display().to_string(), folder.path().join("back.db"));
    let to = back.display().to_string();
    let mut seen = Vec::new();
    for events in [1, 6000, 14_000, EVENTS] {
        kill_at(events, &from, &address, || on_server(server, "copied_killed"));
        seen.push(on_server(server, "copied_killed"));
    }
    assert!(seen[0] > 0 && seen[0] < EVENTS && seen.is_sorted(), "{seen:?}");
    let machine = Machine::new();
    let last = copied(&machine, &from, &address);
    assert_eq!((last["resumed"].clone(), rows(&last, "events", "rows_to")), (true.into(), EVENTS as u64));
    let mut seen = Vec::new();
    for events in [1, 6000, 14_000, EVENTS] {
        kill_at(events, &address, &to, || in_file(&back));
        seen.push(in_file(&back));
    }
    assert!(seen[0] > 0 && seen[0] < EVENTS && seen.is_sorted(), "{seen:?}");
    assert_eq!(copied(&machine, &address, &to)["resumed"], true);
    assert_eq!(contents(&back), contents(&file));
}

/// Tables without the mark would be taken for an inbox of its own.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_tables_of_a_copy_are_never_there_without_its_mark() {
    let Some(server) = postgres::shared() else { return };
    let folder = tempfile::tempdir().expect("a temporary folder");
    let from = filled(folder.path(), 5000).await.display().to_string();
    for database in ["copied_early_1", "copied_early_2", "copied_early_3"] {
        let address = server.database(database);
        let made = || usize::from(server.try_sql(database, "SELECT count(*) FROM arrivals").is_ok());
        kill_at(1, &from, &address, made);
        assert_eq!(server.sql(database, "SELECT count(*) FROM copies"), "1");
        let read =
            tokio::task::block_in_place(|| Machine::new().run(&format!("webhooks inbox stats --inbox {address}"))).ok();
        assert!(read.stderr.contains(&format!("this is a copy of {from} that is not finished")), "{}", read.stderr);
        assert_eq!(copied(&Machine::new(), &from, &address)["resumed"], true);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_not_safe_to_copy_is_refused_with_the_next_command() {
    let Some(server) = postgres::shared() else { return };
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (file, address) = (filled(folder.path(), 10).await, server.database("copied_refused"));
    let (from, other) = (file.display().to_string(), folder.path().join("other.db").display().to_string());
    let machine = Machine::new();
    let refused = |from: &str, to: &str, exit: Exit, expected: &[&str]| {
        let ended = tokio::task::block_in_place(|| machine.run(&copy(from, to))).expect(exit);
        for words in expected {
            assert!(ended.stderr.contains(words), "{words}: {}", ended.stderr);
        }
    };
    let again = format!("then run `makini webhooks inbox copy {}`", shell_words::join([&from, &address]));
    let receiving = open(file.as_path().into());
    refused(&from, &address, Exit::Local, &["a receiver has the inbox", &again]);
    receiving.close().await;
    let receiving = open(on(&address));
    refused(&from, &address, Exit::Local, &["a receiver has the inbox", &again]);
    refused(&address, &other, Exit::Local, &["a receiver has the inbox"]);
    receive(&receiving, &event("evt", "c", 1)).await;
    receiving.close().await;
    refused(&from, &address, Exit::Local, &["holds events of its own", "makini webhooks inbox list --inbox"]);
    refused(&from, &from, Exit::Usage, &["to itself"]);
    refused(&other, &from, Exit::NotFound, &["there is no inbox"]);

    // A copy that is not finished: nobody receives into it, and nothing else is copied to it.
    let half = server.database("copied_half");
    copied(&machine, &from, &half);
    copied(&machine, &half, &other);
    server.sql("copied_half", "UPDATE copies SET finished_at = NULL");
    let finish = format!("`makini webhooks inbox copy {}`", shell_words::join([&from, &half]));
    refused(&address, &half, Exit::Local, &["not finished", &finish]);
    refused(&half, &address, Exit::Local, &["not finished", &finish]);
    let line = "webhooks listen --accept-unsigned --port 0 --for 20ms";
    let ended = tokio::task::block_in_place(|| Machine::new().env("MAKINI_INBOX", &half).run(line)).expect(Exit::Local);
    assert!(ended.stderr.contains(&finish), "{}", ended.stderr);
    Connection::open(&other).and_then(|db| db.execute("UPDATE copies SET finished_at = NULL", [])).expect("changed");
    let ended =
        tokio::task::block_in_place(|| Machine::new().env("MAKINI_INBOX", &other).run(line)).expect(Exit::Local);
    assert!(ended.stderr.contains("not finished"), "{}", ended.stderr);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_row_that_is_not_the_same_is_found() {
    let Some(server) = postgres::shared() else { return };
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (file, address) = (filled(folder.path(), 500).await, server.database("copied_wrong"));
    let from = file.display().to_string();
    let machine = Machine::new();
    copied(&machine, &from, &address);
    for (spoil, mend, table, number) in [
        (
            "UPDATE arrivals SET body = body || 'x' WHERE number = 100444",
            "UPDATE arrivals SET body = substr(body, 1, length(body) - 1) WHERE number = 100444",
            "events",
            100_444,
        ),
        (
            "UPDATE attempts SET status = 200 WHERE id = 300",
            "UPDATE attempts SET status = 500 WHERE id = 300",
            "attempts",
            300,
        ),
        (
            "UPDATE pruned SET number = 1 WHERE event_id = 'gone_40'",
            "UPDATE pruned SET number = 40 WHERE event_id = 'gone_40'",
            "IDs of removed events",
            0,
        ),
        (
            "UPDATE event_ids SET number = 5 WHERE event_id = 'evt_30'",
            "UPDATE event_ids SET number = 100060 WHERE event_id = 'evt_30'",
            "",
            0,
        ),
    ] {
        server.sql("copied_wrong", spoil);
        let ended = tokio::task::block_in_place(|| machine.run(&copy(&from, &address))).expect(Exit::Drift).json();
        assert_eq!(ended["data"]["equal"], false, "{ended}");
        for one in ended["data"]["tables"].as_array().expect("tables").iter().filter(|one| one["name"] == table) {
            assert_ne!(one["digest_from"], one["digest_to"], "{ended}");
            assert_eq!(one["first_difference"].as_i64().unwrap_or(0), number, "{ended}");
        }
        let shown = tokio::task::block_in_place(|| machine.run(&format!("webhooks inbox copy {from} {address}")))
            .expect(Exit::Drift);
        assert!(shown.stdout.contains("error") && !shown.stdout.contains("verified"), "{}", shown.stdout);
        server.sql("copied_wrong", mend);
    }
    copied(&machine, &from, &address);
}
