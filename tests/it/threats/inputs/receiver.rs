//! The receiver's rows, 35 to 54, at `makini webhooks listen`. Where a row is shown more closely elsewhere:
//!
//! | row | where else |
//! |---|---|
//! | 35, 36, 50, 54 | `listen.rs`: a taken port, an address for everybody, a second receiver, Ctrl-C of the real process |
//! | 40, 54 | `inbox/http.rs`: two thousand half requests, requests in flight at the end |
//! | 46 | `inbox/kill.rs` |
//! | 47, 49 | `inbox/outage.rs` and `inbox/refusal.rs`, on mounts of their own; `inbox/stalled.rs` |
//! | 53 | `inbox/forward.rs`: an endless answer |

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::thread;
use std::time::Duration;

use makini::exit::Exit;
use serde_json::{Value, json};

use crate::support::handler::Handler;
use crate::support::listening::{during, line, machine};
use crate::support::world::Machine;

const UNSIGNED: &str = "--accept-unsigned -o ndjson";

fn address(url: &str) -> SocketAddr {
    url.strip_prefix("http://").and_then(|rest| rest.parse().ok()).expect("an address")
}

/// Sends bytes and returns the status and all that comes back; zero if the other end only closes.
fn raw(url: &str, bytes: &[u8]) -> (u16, String) {
    let mut stream = TcpStream::connect(address(url)).expect("it listens");
    stream.set_read_timeout(Some(Duration::from_secs(20))).expect("set");
    // A receiver that has seen enough answers before everything is sent.
    stream.write_all(bytes).ok();
    let mut answer = Vec::new();
    let mut piece = [0; 4096];
    while let Ok(count @ 1..) = stream.read(&mut piece) {
        answer.extend_from_slice(&piece[..count]);
    }
    let text = String::from_utf8_lossy(&answer).into_owned();
    (text.get(9..12).and_then(|status| status.parse().ok()).unwrap_or_default(), text)
}

fn with_head(url: &str, head: &str, body: &str) -> (u16, String) {
    let length = body.len();
    raw(url, format!("POST / HTTP/1.1\r\n{head}Content-Length: {length}\r\nConnection: close\r\n\r\n{body}").as_bytes())
}

fn post(url: &str, body: &str) -> u16 {
    with_head(url, "Host: localhost\r\n", body).0
}

fn events(machine: &Machine) -> Vec<Value> {
    let listed = machine.run("webhooks inbox list -o json").ok().json();
    listed["data"].as_array().expect("a list").clone()
}

fn event(id: &str, at: &str) -> String {
    json!({ "id": id, "event": "assets.updated", "timestamp": at, "connection_id": "c1", "body": [] }).to_string()
}

#[test]
fn row_37_another_host_and_a_foreign_page() {
    let (machine, ended, ()) = during(machine(), UNSIGNED, |_, url| {
        let body = event("evt_1", "2026-03-01T12:00:00Z");
        assert_eq!(with_head(url, "Host: evil.example\r\n", &body).0, 403);
        assert_eq!(with_head(url, "Host: localhost\r\nOrigin: https://evil.example\r\n", &body).0, 403);
    });
    assert_eq!(events(&machine), [Value::Null; 0]);
    assert_eq!(ended.stdout.matches(r#""status":403"#).count(), 2, "one line each: {}", ended.stdout);
}

#[test]
fn row_38_what_is_no_delivery() {
    let (machine, ended, ()) = during(machine(), UNSIGNED, |_, url| {
        for method in ["GET", "PUT", "OPTIONS", "DELETE"] {
            let request = format!("{method} / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assert_eq!(raw(url, request.as_bytes()).0, 405, "{method}");
        }
        for garbage in [
            &b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"[..],
            b"CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n",
            b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
            b"hello\r\n\r\n",
            b"\0\0\0\0",
        ] {
            let status = raw(url, garbage).0;
            assert!(matches!(status, 0 | 400..=405), "{}: {status}", garbage.escape_ascii());
        }
        assert_eq!(post(url, &event("evt_1", "2026-03-01T12:00:00Z")), 200, "it lives");
    });
    assert_eq!(events(&machine).len(), 1);
    ended.expect(Exit::Interrupted);
}

#[test]
fn row_39_a_body_that_is_too_large_or_never_ends() {
    let flags = format!("{UNSIGNED} --max-body 2000 --body-time 300ms");
    let (machine, _, ()) = during(machine(), &flags, |_, url| {
        let padded = |length: usize| json!({ "id": "evt_1", "event": "x", "body": "x".repeat(length) }).to_string();
        assert_eq!(post(url, &padded(2000)), 413);
        let head = "POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
        assert_eq!(raw(url, format!("{head}Content-Length: 500\r\n\r\n{{").as_bytes()).0, 408, "the length lies");
        let chunk = format!("{head}Transfer-Encoding: chunked\r\n\r\n1\r\n{{\r\n");
        assert_eq!(raw(url, chunk.as_bytes()).0, 408, "no end");
        let piece = format!("3e8\r\n{}\r\n", "x".repeat(1000));
        let endless = format!("{head}Transfer-Encoding: chunked\r\n\r\n{}", piece.repeat(5));
        assert_eq!(raw(url, endless.as_bytes()).0, 413, "too many pieces");
        assert_eq!(post(url, &padded(1000)), 200, "the sender may try again");
    });
    assert_eq!(events(&machine).len(), 1);
}

#[test]
fn row_40_half_a_request_is_closed_and_headers_are_bounded() {
    let flags = format!("{UNSIGNED} --header-time 200ms --max-connections 8 --max-headers 10 --max-header-bytes 8192");
    let (machine, _, ()) = during(machine(), &flags, |_, url| {
        let half: Vec<TcpStream> = (0..40)
            .map(|_| {
                let mut stream = TcpStream::connect(address(url)).expect("queued at least");
                stream.write_all(b"POST / HT").expect("written");
                stream
            })
            .collect();
        assert_eq!(post(url, &event("evt_1", "2026-03-01T12:00:00Z")), 200, "its turn comes");
        drop(half);
        let many = (0..20).map(|n| format!("X-{n}: 1\r\n")).collect::<Vec<_>>().concat();
        assert_eq!(with_head(url, &format!("Host: localhost\r\n{many}"), "{}").0, 431);
        let long = format!("Host: localhost\r\nX-Long: {}\r\n", "x".repeat(100_000));
        assert!(matches!(with_head(url, &long, "{}").0, 0 | 431));
    });
    assert_eq!(events(&machine).len(), 1);
}

#[test]
fn row_41_a_bad_signature_is_kept_as_a_note_only_where_that_is_asked_for() {
    let handler = Handler::start(200);
    for (flag, notes) in [("", 0), ("--keep-rejected", 1)] {
        let flags = format!("--secret-file ~/secret.txt --forward-to {} {flag}", handler.url);
        let (machine, ended, ()) = during(machine(), &flags, |machine, url| {
            machine.write("other.txt", "somebody else");
            let forged = format!("webhooks trigger sync.failed --to {url}/ --secret-file ~/other.txt");
            machine.run(&line(machine, &forged)).expect(Exit::Unhealthy);
        });
        assert!(ended.stdout.contains("refused     401"), "{}", ended.stdout);
        assert_eq!(events(&machine), [Value::Null; 0]);
        let db = rusqlite::Connection::open(machine.home().join("data/inbox.db")).expect("opened");
        let kept: i64 = db.query_row("SELECT count(*) FROM rejections", [], |row| row.get(0)).expect("counted");
        assert_eq!(kept, notes, "{flag}");
    }
    assert_eq!(handler.bodies(), [""; 0]);
}

#[test]
fn row_42_the_same_event_many_times_at_once() {
    let (machine, _, ()) = during(machine(), UNSIGNED, |_, url| {
        let body = event("evt_1", "2026-03-01T12:00:00Z");
        thread::scope(|scope| {
            let sending: Vec<_> = (0..20).map(|_| scope.spawn(|| (0..50).map(|_| post(url, &body)).max())).collect();
            for sent in sending {
                assert_eq!(sent.join().expect("no panic"), Some(200));
            }
        });
    });
    let events = events(&machine);
    assert_eq!((events.len(), &events[0]["duplicates"]), (1, &json!(999)));
}

#[test]
fn row_43_the_same_id_with_another_body() {
    for (answer, status) in [("accept", 200), ("reject", 409)] {
        let flags = format!("{UNSIGNED} --on-conflict {answer}");
        let (machine, ended, ()) = during(machine(), &flags, |_, url| {
            assert_eq!(post(url, &event("evt_1", "2026-03-01T12:00:00Z")), 200);
            assert_eq!(post(url, &event("evt_1", "2026-03-01T12:00:01Z")), status);
        });
        assert!(ended.stdout.contains(r#""type":"conflict""#), "{}", ended.stdout);
        let shown = machine.run("webhooks inbox show evt_1 -o json").ok().json();
        let data = &shown["data"];
        assert!(data["body"].as_str().is_some_and(|body| body.contains("12:00:00")), "the first stays: {data}");
        assert!(data["conflicting"][0]["body"].as_str().is_some_and(|body| body.contains("12:00:01")), "{data}");
    }
}

#[test]
fn row_44_an_event_without_an_id() {
    let (machine, _, ()) = during(machine(), UNSIGNED, |_, url| {
        assert_eq!(post(url, r#"{"event":"x","body":["a/b"]}"#), 200);
        assert_eq!(post(url, r#"{"event":"x","body":["a\/b"]}"#), 200, "the same value, spelled otherwise");
    });
    let events = events(&machine);
    assert_eq!(events.len(), 2);
    assert_eq!(events[0]["possible_duplicate_of"], 1);
    assert!(events.iter().all(|event| event["own_id"] == false && event["id"] == events[0]["id"]));
}

#[test]
fn row_45_events_out_of_order() {
    let handler = Handler::start(200);
    let (machine, _, ()) =
        during(machine(), &format!("{UNSIGNED} --forward-to {} --until 3", handler.url), |_, url| {
            for second in [3, 1, 2] {
                assert_eq!(post(url, &event(&format!("evt_{second}"), &format!("2026-03-01T12:00:0{second}Z"))), 200);
            }
        });
    let shown = machine.run("webhooks inbox show evt_1 -o json").ok().json();
    assert_eq!((&shown["data"]["number"], &shown["data"]["older_than"]), (&json!(2), &json!(1)));
    let order: Vec<bool> =
        handler.bodies().iter().zip(["evt_3", "evt_1", "evt_2"]).map(|(b, id)| b.contains(id)).collect();
    assert_eq!(order, [true; 3], "as they came");
}

#[test]
fn row_48_a_file_that_is_no_inbox() {
    let machine = machine();
    let letter = "dear aunt, this is a letter and no database";
    let file = machine.write("letter.db", letter);
    let run =
        |flags: &str| machine.run(&line(&machine, &format!("webhooks listen --port 0 {flags} --accept-unsigned")));
    let ended = run("--inbox ~/letter.db").expect(Exit::Local);
    assert!(ended.stderr.contains("letter.db") && ended.stderr.contains("hint: "), "{}", ended.stderr);
    assert_eq!(std::fs::read_to_string(file).expect("there"), letter);
    let db = rusqlite::Connection::open(machine.home().join("newer.db")).expect("made");
    db.execute_batch("PRAGMA application_id = 1296779625; PRAGMA user_version = 99; CREATE TABLE t (a)")
        .expect("written");
    drop(db);
    assert!(run("--inbox ~/newer.db").expect(Exit::Local).stderr.contains("newer"));
}

/// A scheme that signs the time, so that the wall clock counts.
#[test]
fn row_51_the_clock_is_set_back_an_hour() {
    let scheme = "--scheme standard-webhooks --secret-file ~/whsec.txt";
    let trigger = |machine: &Machine, id: &str, at: &str| {
        let text = format!("webhooks trigger sync.completed --set id={id} {scheme} --at {at} -o ndjson");
        machine.run(&line(machine, &text)).json()["status"].clone()
    };
    let noon = machine().at("2026-03-01T12:00:00Z");
    noon.write("whsec.txt", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    let (noon, _, ()) = during(noon, scheme, |machine, _| {
        assert_eq!(trigger(machine, "evt_1", "2026-03-01T12:00:00Z"), 200);
    });
    let (machine, _, ()) = during(noon.at("2026-03-01T11:00:00Z"), scheme, |machine, _| {
        assert_eq!(trigger(machine, "evt_2", "2026-03-01T11:00:01Z"), 200, "right by the clock as it is now");
        assert_eq!(trigger(machine, "evt_3", "2026-03-01T12:00:00Z"), 401, "and an hour ahead is not");
    });
    let events = events(&machine);
    let found: Vec<(&Value, &Value)> = events.iter().map(|event| (&event["number"], &event["id"])).collect();
    assert_eq!(found, [(&json!(2), &json!("evt_2")), (&json!(1), &json!("evt_1"))], "in the order of arrival");
    assert!(events.iter().all(|event| event["duplicates"] == 0));
}

#[test]
fn row_52_a_handler_that_does_not_take_it() {
    for (status, said) in [(500, "answered 500"), (302, "redirects are not followed")] {
        let handler = Handler::start(status);
        let flags =
            format!("{UNSIGNED} --forward-to {} --forward-wait 10m --forward-wait-max 10m --until 1", handler.url);
        let (machine, ended, ()) = during(machine(), &flags, |_, url| {
            assert_eq!(post(url, &event("evt_1", "2026-03-01T12:00:00Z")), 200);
        });
        assert!(ended.stdout.contains(said), "{}", ended.stdout);
        assert_eq!(events(&machine)[0]["forward"], "pending");
        assert_eq!(handler.bodies().len(), 1);
    }
    // Given up after as many tries as were asked for, and kept.
    let handler = Handler::start(503);
    let flags = format!("{UNSIGNED} --forward-to {} --forward-attempts 1 --until 1", handler.url);
    let (machine, _, ()) = during(machine(), &flags, |_, url| {
        assert_eq!(post(url, &event("evt_1", "2026-03-01T12:00:00Z")), 200);
    });
    assert_eq!(events(&machine)[0]["forward"], "failed");
}
