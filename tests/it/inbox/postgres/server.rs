//! Servers that are refused, a server that goes away and comes back, and texts that it has no place for.

use std::sync::Arc;
use std::time::Duration;

use axum::http::StatusCode;
use axum::response::IntoResponse as _;
use makini::clock::Clock;
use makini::exit::Exit;
use makini::failure::Classify as _;
use makini::inbox::Error;
use makini::inbox::forward::Routes;
use makini::inbox::query::{Filter, Store};
use makini::inbox::receiver::Options;
use makini::inbox::verify::Unsigned;

use super::receiver::{Handler, PATIENCE, RunningReceiver, event, open, unsigned, until};
use super::{are_refused, opened, place};
use crate::support::postgres::{self, Postgres};
use crate::support::world::Machine;

#[track_caller]
fn refused(address: &str, why: &str) {
    let error = opened(address).expect_err(why);
    assert!(error.to_string().contains(why), "{error}");
    assert_eq!(error.exit(), Exit::Local, "{error}");
    assert!(error.hint().is_some(), "{error}");
}

#[test]
fn a_server_that_could_lose_what_was_acknowledged_is_refused() {
    let Some(server) = postgres::shared() else { return };
    for (name, setting, why) in [
        ("forgetful", "synchronous_commit = off", "`synchronous_commit` is off"),
        ("partly", "synchronous_commit = local", "`synchronous_commit` is local"),
        ("closed", "default_transaction_read_only = on", "read-only"),
    ] {
        let address = server.database(name);
        server.sql("postgres", &format!("ALTER DATABASE {name} SET {setting}"));
        refused(&address, why);
    }
    server.sql("postgres", "CREATE DATABASE bytes ENCODING 'SQL_ASCII' TEMPLATE template0");
    refused(&server.address("bytes"), "encoded as SQL_ASCII");
    let unsafe_server = Postgres::start(&["fsync=off"]).expect("as the shared one");
    refused(&unsafe_server.address("postgres"), "`fsync` is off");
}

#[tokio::test]
async fn tables_of_a_newer_version_and_of_others_are_refused_and_left_alone() {
    let Some(server) = postgres::shared() else { return };
    let address = server.database("foreign_tables");
    server.sql("foreign_tables", "CREATE TABLE attempts (n int); INSERT INTO attempts VALUES (7)");
    refused(&address, "`attempts`");
    assert_eq!(server.sql("foreign_tables", "SELECT n FROM attempts"), "7");
    assert_eq!(server.sql("foreign_tables", "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"), "1");

    let address = server.database("newer");
    opened(&address).expect("made").close().await;
    server.sql("newer", "UPDATE makini_inbox SET format = 99");
    refused(&address, "the format 99");
    assert!(matches!(Store::open_read_only(&place(&address)), Err(Error::NewerTables { found: 99, .. })));
}

#[test]
fn whoever_cannot_be_reached_or_is_not_let_in_is_named() {
    let Some(server) = postgres::shared() else { return };
    let error = opened(&server.address("nowhere")).expect_err("no such database");
    assert!(error.to_string().contains("nowhere") && error.hint().is_some_and(|hint| hint.contains("createdb")));
    let error = opened("postgres://ann@127.0.0.1:9/inbox").expect_err("nobody there");
    assert_eq!(error.exit(), Exit::Unavailable);
    assert!(error.to_string().contains("postgres://ann@127.0.0.1:9/inbox"), "{error}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn while_the_server_is_away_everybody_is_refused_at_once_and_then_goes_on() {
    let Some(mut server) = Postgres::start(&[]) else { return };
    let inbox = opened(&server.database("inbox")).expect("made");
    let rig = RunningReceiver::with(inbox, unsigned(), Routes::default(), Arc::new(Unsigned)).await;
    assert_eq!(rig.post(&event("before", "c", 1)).await.status, 200);
    server.kill();
    let clock = Clock::system();
    are_refused(&rig, Duration::from_secs(2)).await;
    let health = async |path: &str| {
        let head = format!("GET {path} HTTP/1.1\r\nHost: {}\r\n", rig.address);
        super::receiver::send(rig.address, &head, "").await.status
    };
    assert_eq!((health("/healthz").await, health("/readyz").await), (503, 503));
    server.run();
    let back_at = clock.moment();
    loop {
        if rig.post(&event("after", "c", 2)).await.status == 200 {
            break;
        }
        assert!(clock.since(back_at) < PATIENCE, "it did not come back");
    }
    let back = clock.since(back_at);
    eprintln!("back {back:?} after the server");
    assert!(back < Duration::from_secs(3), "{back:?}");
    assert_eq!((health("/healthz").await, health("/readyz").await), (200, 200));
    let store = Store::open_read_only(&rig.place).expect("readable");
    let ids: Vec<_> = store.list(&Filter::default()).expect("listed").into_iter().map(|entry| entry.id).collect();
    assert_eq!(ids, ["before", "after"]);
    rig.stop().await;
}

/// Nobody sends anything meanwhile, so it is noticed without that.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_goes_away_shows_in_the_health_checks_of_an_idle_receiver_and_in_its_metrics() {
    let Some(mut server) = Postgres::start(&[]) else { return };
    let inbox = opened(&server.database("inbox")).expect("made");
    let options = Options { metrics_path: Some("/metrics".into()), ..unsigned() };
    let handler = Handler::start().await;
    handler.answers(|_| (Duration::ZERO, StatusCode::SERVICE_UNAVAILABLE.into_response()));
    let mut routes = handler.routes();
    routes.retry.first = Duration::from_mins(10);
    routes.retry.longest = Duration::from_mins(10);
    let rig = RunningReceiver::with(inbox, options, routes, Arc::new(Unsigned)).await;
    for (n, connection) in ["a", "a", "b"].into_iter().enumerate() {
        assert_eq!(rig.post(&event(&format!("evt_{n}"), connection, n)).await.status, 200);
    }
    assert_eq!(rig.post(&event("evt_0", "a", 0)).await.status, 200);
    assert_eq!(rig.post("no JSON").await.status, 200);
    let get = async |path: &str| {
        let head = format!("GET {path} HTTP/1.1\r\nHost: {}\r\n", rig.address);
        super::receiver::send(rig.address, &head, "").await
    };
    assert_eq!(
        super::receiver::send(rig.address, "GET /metrics HTTP/1.1\r\nHost: evil.example\r\n", "").await.status,
        403
    );
    assert_eq!(get("/elsewhere").await.status, 405);
    until("both lanes were tried", || handler.total() == 3).await;
    let metrics = loop {
        let answer = get("/metrics").await;
        if answer.text.contains("makini_receiver_pending_connections{lanes=\"retrying\"} 3\n") {
            break answer.text;
        }
    };
    for line in [
        "makini_receiver_deliveries_total{outcome=\"new\"} 4",
        "makini_receiver_deliveries_total{outcome=\"repeated\"} 1",
        "makini_receiver_refused_total{status=\"405\"} 1",
        "makini_receiver_writable 1",
        "makini_receiver_pending_events{lanes=\"new\"} 0",
        "makini_receiver_pending_events{lanes=\"retrying\"} 4",
        "makini_receiver_alive 1",
        "makini_receiver_late_marks_total 0",
    ] {
        assert!(metrics.lines().any(|found| found == line), "{line}: {metrics}");
    }
    assert!(metrics.contains("makini_receiver_oldest_pending_age_seconds{lanes=\"retrying\"}"), "{metrics}");
    server.kill();
    let clock = Clock::system();
    let killed_at = clock.moment();
    while get("/readyz").await.status == 200 {
        assert!(clock.since(killed_at) < PATIENCE, "nothing was noticed");
    }
    let metrics = get("/metrics").await.text;
    assert!(metrics.contains("makini_receiver_writable 0\n"), "{metrics}");
    server.run();
    while get("/readyz").await.status != 200 {
        assert!(clock.since(killed_at) < PATIENCE, "it did not come back");
    }
    rig.stop().await;
}

/// Started while the server is away, it answers 503, says why, and begins when the server does.
#[test]
fn a_receiver_waits_for_a_server_that_is_away_at_the_start() {
    let Some(mut server) = Postgres::start(&[]) else { return };
    let address = server.database("inbox");
    server.kill();
    let port = std::net::TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a port").port();
    let (stop, stopped) = tokio::sync::watch::channel(None);
    let machine = Machine::new().stop(makini::shutdown::Signal::Channel(stopped));
    let line = format!("webhooks listen --accept-unsigned --inbox {address} --port {port}");
    std::thread::scope(|scope| {
        let listening = scope.spawn(|| machine.run(&line));
        let url = format!("http://127.0.0.1:{port}");
        let status = || crate::inbox::outage::try_answer(&url, r#"{"id":"first","event":"x"}"#);
        assert_eq!(crate::support::until::until(PATIENCE, status), 503);
        server.run();
        crate::support::until::until(PATIENCE, || (status() == Some(200)).then_some(()));
        stop.send_replace(Some(Exit::Interrupted));
        let ended = listening.join().expect("no panic");
        assert!(ended.stderr.contains("cannot be reached") && ended.stderr.contains("503"), "{}", ended.stderr);
        assert!(ended.stderr.contains("the server of the inbox can be reached"), "{}", ended.stderr);
    });
    assert_eq!(server.sql("inbox", "SELECT count(*) FROM arrivals"), "1");
    server.kill();
    let ended = Machine::new().run(&format!("webhooks listen --accept-unsigned --port 0 --for 1s --inbox {address}"));
    assert_eq!(ended.exit, Exit::Unavailable, "{}", ended.all());
}

#[tokio::test]
async fn an_id_with_a_nul_is_an_id_like_any_other() {
    let Some(folder) = super::backend::folder() else { return };
    let rig = RunningReceiver::with(open(folder.path()), unsigned(), Routes::default(), Arc::new(Unsigned)).await;
    for id in [r"a\u0000", r"a\uf8ff0", "a"] {
        for count in 0..2 {
            let body = format!(r#"{{"id":"{id}","event":"x\u0000y","connection_id":"\u0000"}}"#);
            let answer = rig.post(&body).await;
            assert_eq!(answer.status, 200, "{id}");
            assert!(answer.text.contains(if count == 0 { "stored" } else { "duplicate" }), "{id}: {}", answer.text);
        }
    }
    let store = Store::open_read_only(&rig.place).expect("readable");
    let found = store.list(&Filter::default()).expect("listed");
    let ids: Vec<_> = found.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(ids, ["a\0", "a\u{f8ff}0", "a"]);
    assert!(found.iter().all(|entry| entry.event == "x\0y" && entry.connection == "\0" && entry.duplicates == 1));
    let texts = Filter { texts: vec!["X".into(), "É".into()], ..Filter::default() };
    assert_eq!(rig.post(r#"{"id":"é","event":"x","n":"É%"}"#).await.status, 200);
    until("it is found", || store.list(&texts).expect("listed").len() == 1).await;
    rig.stop().await;
}
