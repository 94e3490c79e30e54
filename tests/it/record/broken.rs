//! Servers that cannot be reached, break off, stall or answer nonsense, and applications that leave.

use std::sync::mpsc;

use makini::exit::Exit;
use serde_json::Value;

use super::wire::{Conversation, RawServer, exchange};
use super::{recording, recording_on, rows};
use crate::support::until::{PATIENCE, until};
use crate::support::world::Machine;

const GET: &[u8] = b"GET /api/erp/vendors HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer mk_live_secret_of_the_application\r\n\r\n";

#[test]
fn a_server_that_cannot_be_reached_is_a_502_that_says_so() {
    // A port that was free a moment ago.
    let address = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port").local_addr().expect("bound");
    let (machine, ended, answer) = recording(&format!("http://{address}"), "", |_, proxy| exchange(proxy, GET));
    assert_eq!(answer.first(), "HTTP/1.1 502 Bad Gateway");
    let body: Value = serde_json::from_slice(&answer.body).expect("JSON");
    assert_eq!(body["error"]["code"], "connect");
    let message = body["error"]["message"].as_str().expect("a message");
    assert!(message.contains(&address.to_string()) && message.contains("refused"), "{message}");
    let rows = rows(&machine);
    assert_eq!((&rows[0]["status"], &rows[0]["error_code"]), (&Value::Null, &Value::from("connect")));
    assert_eq!(ended.ok().exit, Exit::Ok);
}

#[test]
fn nonsense_and_half_an_answer_are_faults_of_the_server() {
    let server = RawServer::start(|conversation| {
        let asked = conversation.request();
        conversation.say(if asked.first().contains("/half") {
            b"HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nhalf"
        } else {
            b"SSH-2.0-OpenSSH_9.2\r\n"
        });
        conversation.is_over = true;
    });
    let (machine, ended, ()) = recording(&server.url(), "", |_, proxy| {
        assert_eq!(exchange(proxy, GET).first(), "HTTP/1.1 502 Bad Gateway");
        let half = exchange(proxy, b"GET /half HTTP/1.1\r\nHost: localhost\r\n\r\n");
        // What came is passed on, and that it is not all is seen by the length.
        assert_eq!((half.header("content-length").as_deref(), &half.body[..]), (Some("10"), &b"half"[..]));
    });
    ended.ok();
    let rows = rows(&machine);
    let of = |row: &Value| (row["status"].clone(), row["error_code"].clone());
    let none = |code: &str| (Value::Null, Value::from(code));
    assert_eq!(rows.iter().map(of).collect::<Vec<_>>(), [none("unreadable"), none("reset")], "{rows:?}");
}

/// A login page with 200, and a redirect to one, are what an expired session looks like: a gate must not pass them.
#[test]
fn a_page_or_a_redirect_in_place_of_an_answer_is_a_failure() {
    let server = RawServer::start(|conversation| {
        let asked = conversation.request().first();
        let (head, body) = match asked.split(' ').nth(1).expect("a path") {
            "/api/erp/vendors" => {
                ("200 OK\r\ncontent-type: Text/HTML; charset=utf-8", "\n<!doctype html><p>sign in</p>")
            }
            "/api/erp/items" => ("302 Found\r\nlocation: https://sso.example/login?ticket=planted", ""),
            // Called a page, and JSON; not changed; of a connected system; a page for people.
            "/api/erp/assets" => ("200 OK\r\ncontent-type: text/html", "{}"),
            "/api/erp/sites" => ("304 Not Modified", ""),
            "/api/passthrough" => ("200 OK\r\ncontent-type: text/html", "<html>"),
            _ => ("302 Found\r\nlocation: /back", ""),
        };
        conversation.say(format!("HTTP/1.1 {head}\r\ncontent-length: {}\r\n\r\n{body}", body.len()).as_bytes());
    });
    let flags = "--fail-on failed -o json";
    let (machine, ended, ()) = recording(&server.url(), flags, |_, proxy| {
        for path in ["erp/vendors", "erp/items", "erp/assets", "erp/sites", "passthrough"] {
            exchange(proxy, format!("GET /api/{path} HTTP/1.1\r\nHost: localhost\r\n\r\n").as_bytes());
        }
        exchange(proxy, b"GET /oauth/authorize HTTP/1.1\r\nHost: localhost\r\n\r\n");
    });
    let report = ended.expect(Exit::Unhealthy).json()["data"].clone();
    assert_eq!((&report["calls"], &report["figures"]["errors"]), (&6.into(), &2.into()), "{report}");
    let codes: Vec<Value> = rows(&machine).iter().map(|row| row["error_code"].clone()).collect();
    assert_eq!(codes, [Value::from("not_json"), "redirect".into(), Value::Null, Value::Null, Value::Null, Value::Null]);
    let shown = machine.run("requests list --source journal --errors -o json").ok().stdout;
    assert!(shown.contains("redirect") && !shown.contains("planted"), "{shown}");
}

/// An application that leaves ends the call at the server too, and that is no failure.
#[test]
fn a_call_that_the_application_ends_is_a_row_as_such() {
    let (tell, told) = mpsc::channel();
    let server = RawServer::start(move |conversation| {
        let asked = conversation.request();
        if asked.first().contains("/begun") {
            conversation.say(b"HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\nbegun");
        }
        tell.send("asked").expect("the test waits");
        if conversation.is_closed() {
            tell.send("closed").expect("the test waits");
        }
        conversation.is_over = true;
    });
    let (machine, ended, ()) = recording(&server.url(), "--fail-on failed", |machine, proxy| {
        for path in ["/never", "/begun"] {
            let mut client = Conversation::to(proxy);
            client.say(format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n").as_bytes());
            assert_eq!(told.recv_timeout(PATIENCE), Ok("asked"));
            if path == "/begun" {
                let head = client.head();
                assert!(head.starts_with(b"HTTP/1.1 200"));
                assert_eq!(client.take(5), b"begun");
            }
            drop(client);
            assert_eq!(told.recv_timeout(PATIENCE), Ok("closed"), "{path}");
        }
        until(PATIENCE, || (rows(machine).len() == 2).then_some(()));
    });
    assert!(ended.ok().stdout.contains("--fail-on cancelled"), "a gate of failures alone passes, and says so");
    let rows = rows(&machine);
    assert_eq!((&rows[0]["status"], &rows[0]["error_code"]), (&Value::Null, &Value::from("cancelled")));
    assert_eq!((&rows[1]["status"], &rows[1]["error_code"]), (&Value::from(200), &Value::from("cancelled")));
    assert_eq!(rows[1]["bytes"], 5);
    let failed = machine.run("requests list --source journal --errors -o json").ok().json();
    let failed = failed["data"].as_array().expect("rows");
    assert!(failed.iter().all(|row| row["sender"] == "makini"), "nobody failed: {failed:?}");
    let figures = machine.run("metrics --source journal -o json").ok().json();
    assert_eq!(
        (&figures["data"]["total"]["requests"], &figures["data"]["total"]["errors"]),
        (&2.into(), &0.into()),
        "{figures}"
    );
}

#[test]
fn a_body_is_sent_once_the_server_asks_for_it() {
    let server = RawServer::start(|conversation| {
        let head = String::from_utf8(conversation.head()).expect("text");
        assert!(head.to_ascii_lowercase().contains("expect: 100-continue"), "{head}");
        if head.starts_with("POST /refused") {
            conversation.say(b"HTTP/1.1 413 Content Too Large\r\ncontent-length: 0\r\n\r\n");
            assert!(conversation.is_closed());
            conversation.is_over = true;
            return;
        }
        conversation.say(b"HTTP/1.1 100 Continue\r\n\r\n");
        assert_eq!(conversation.take(4), b"body");
        conversation.say(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok");
    });
    let head = |path: &str| {
        format!("POST {path} HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n")
            .into_bytes()
    };
    let (machine, ended, ()) = recording(&server.url(), "", |_, proxy| {
        let mut client = Conversation::to(proxy);
        client.say(&head("/asked"));
        assert_eq!(client.head(), b"HTTP/1.1 100 Continue\r\n\r\n");
        client.say(b"body");
        assert_eq!(client.response(false).body, b"ok");
        let mut client = Conversation::to(proxy);
        client.say(&head("/refused"));
        assert!(client.head().starts_with(b"HTTP/1.1 413 "), "no body is asked for");
    });
    ended.ok();
    assert_eq!(server.seen().len(), 2);
    assert!(!server.seen()[1].ends_with(b"body"));
    assert_eq!(rows(&machine).iter().map(|row| row["status"].clone()).collect::<Vec<_>>(), [200, 413]);
}

/// A journal that another program has locked delays no call, and what is missing from it is said.
#[test]
fn a_locked_journal_stops_no_traffic() {
    let server = RawServer::saying(&b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok"[..]);
    let machine = Machine::new().env("MAKINI_SERVER", server.url()).env("MAKINI_TOKEN", "mk_test_nobody");
    // Whatever is answered, it is recorded.
    machine.run("api get /api/nothing");
    let db = rusqlite::Connection::open(machine.home().join("state/journal.db")).expect("opens");
    db.execute_batch("BEGIN EXCLUSIVE").expect("locked");
    let clock = makini::clock::Clock::system();
    let (machine, ended, slowest) = recording_on(machine, "-o json", |_, proxy| {
        let mut client = Conversation::to(proxy);
        let times = (0..200).map(|_| {
            let start = clock.moment();
            client.say(GET);
            assert_eq!(client.response(false).body, b"ok");
            clock.since(start)
        });
        times.max().expect("some")
    });
    assert!(slowest < std::time::Duration::from_secs(1), "{slowest:?}");
    let report = ended.expect(Exit::Ok);
    let json = report.json();
    assert_eq!((&json["data"]["calls"], &json["data"]["unrecorded"]), (&200.into(), &200.into()), "{json}");
    assert!(report.stderr.contains("not in the journal"), "{}", report.stderr);
    db.execute_batch("ROLLBACK").expect("unlocked");
    assert_eq!(rows(&machine).len(), 0);
}
