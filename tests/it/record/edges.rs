//! What people run into: bodies that differ, callers of no connection, servers that say nothing, loops, a second Ctrl-C.

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};

use makini::exit::Exit;
use serde_json::Value;

use super::wire::{Conversation, RawServer, exchange};
use super::{recording, rows};
use crate::support::world::Machine;

const OK: &[u8] = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok";

fn post(body: &str) -> Vec<u8> {
    let length = body.len();
    format!("POST /api/erp/vendors HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer own\r\nContent-Length: {length}\r\n\r\n{body}")
        .into_bytes()
}

#[test]
fn a_call_with_another_body_repeats_nothing() {
    let server = RawServer::saying(&b"HTTP/1.1 422 Unprocessable Content\r\ncontent-length: 0\r\n\r\n"[..]);
    let repeated = |bodies: &[&str]| {
        let (_, ended, ()) = recording(&server.url(), "-o json --fail-on repeated", |_, proxy| {
            for body in bodies {
                assert!(exchange(proxy, &post(body)).first().contains("422"));
            }
        });
        let exit = ended.exit;
        (exit, ended.json()["data"]["repeated_without_need"].clone())
    };
    assert_eq!(repeated(&["{\"a\":1}", "{\"a\":2}", "{\"a\":3}"]), (Exit::Ok, 0.into()));
    assert_eq!(repeated(&["{\"a\":1}", "{\"a\":2}", "{\"a\":1}"]), (Exit::Unhealthy, 1.into()));
}

#[test]
fn calls_of_no_known_connection_are_counted_with_what_to_do() {
    let server = RawServer::saying(OK);
    let call = |_: &Machine, proxy: &str| {
        exchange(proxy, &post("{}"));
        exchange(proxy, b"GET /api/system/platforms HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer own\r\n\r\n");
    };
    let (_, ended, ()) = recording(&server.url(), "", call);
    let ended = ended.ok();
    assert!(ended.stdout.contains("1 of 2 calls") && ended.stdout.contains("makini token issue"), "{}", ended.stdout);
    for said in ["passes to:", &server.url(), "watch it:"] {
        assert!(ended.stderr.contains(said), "{said}\n{}", ended.stderr);
    }
    let (_, ended, ()) = recording(&server.url(), "-o json", call);
    assert_eq!(ended.ok().json()["data"]["unattributed"], 1);
}

#[test]
fn it_is_ready_while_the_server_says_nothing() {
    // Connections are opened, and nobody answers.
    let silent = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = silent.local_addr().expect("bound");
    let (_, ended, ()) = recording(&format!("http://{address}"), "", |_, _| {});
    ended.ok();
}

#[test]
fn what_has_passed_before_is_a_loop() {
    let server = RawServer::saying(OK);
    let (_, ended, ()) = recording(&server.url(), "-o json", |_, proxy| {
        exchange(proxy, b"GET /a HTTP/1.1\r\nHost: localhost\r\n\r\n");
        let seen = String::from_utf8(server.seen().remove(0)).expect("text");
        let via = seen.lines().find_map(|line| line.strip_prefix("via: ")).expect("it says so").to_owned();
        let again = format!("GET /a HTTP/1.1\r\nHost: localhost\r\nVia: 1.0 other, {via}, 1.1 more\r\n\r\n");
        let answer = exchange(proxy, again.as_bytes());
        assert_eq!(answer.first(), "HTTP/1.1 508 Loop Detected");
        assert!(String::from_utf8_lossy(&answer.body).contains("has passed this proxy before"));
    });
    let report = ended.ok().json();
    assert_eq!((&report["data"]["calls"], &report["data"]["refused"]), (&1.into(), &1.into()), "{report}");
}

#[test]
fn trailers_pass_and_the_call_is_complete() {
    let server = RawServer::saying(
        &b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\ntrailer: x-sum\r\n\r\n2\r\nok\r\n0\r\nx-sum: 7\r\n\r\n"[..],
    );
    let (machine, ended, ()) = recording(&server.url(), "", |_, proxy| {
        let mut stream = TcpStream::connect(proxy).expect("it listens");
        let request = b"GET /a HTTP/1.1\r\nHost: localhost\r\nTE: trailers\r\nConnection: close, TE\r\n\r\n";
        stream.write_all(request).expect("sent");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("text");
        assert!(answer.ends_with("2\r\nok\r\n0\r\nx-sum: 7\r\n\r\n"), "{answer}");
    });
    ended.ok();
    let seen = String::from_utf8(server.seen().remove(0)).expect("text").to_ascii_lowercase();
    assert!(seen.contains("connection: close"), "{seen}");
    let rows = rows(&machine);
    assert_eq!((&rows[0]["status"], &rows[0]["error_code"]), (&200.into(), &Value::Null), "{rows:?}");
}

#[test]
fn others_are_named_where_they_are_let_in() {
    let server = RawServer::saying(OK);
    let machine = Machine::new().env("MAKINI_SERVER", server.url());
    let ended = machine.run("record --listen 0.0.0.0:0 --allow-remote --for 20ms").ok();
    assert!(ended.stderr.contains("every machine on every network"), "{}", ended.stderr);
    assert!(!machine.run("record --listen 127.0.0.1:0 --for 20ms").ok().stderr.contains("every machine"));
}

#[cfg(unix)]
#[test]
fn a_second_signal_ends_it_with_the_report_of_what_ended() {
    use rustix::process::Signal;

    use crate::support::process::{Home, Running, wait_for};
    use crate::support::until::{PATIENCE, until};

    let server = RawServer::start(|conversation| {
        if conversation.request().first().contains("/never") {
            conversation.is_closed();
            conversation.is_over = true;
        } else {
            conversation.say(OK);
        }
    });
    let home = Home::new();
    let (ready, messages) = (home.path().join("ready.json"), home.path().join("messages"));
    let file = ready.display().to_string();
    let mut command = home.makini(&["record", "--listen", "127.0.0.1:0", "--ready-file", &file, "-o", "json"]);
    let running = Running::start_with_messages(command.env("MAKINI_SERVER", server.url()), &messages);
    let at: Value = serde_json::from_str(&wait_for(&ready)).expect("JSON");
    let address = at["url"].as_str().and_then(|url| url.strip_prefix("http://")).expect("an address").to_owned();
    exchange(&address, b"GET /a HTTP/1.1\r\nHost: localhost\r\n\r\n");
    let mut client = Conversation::to(&address);
    client.say(b"GET /never HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\n");
    // The proxy asks for the body: the call is in progress.
    assert!(client.head().starts_with(b"HTTP/1.1 100"));
    running.signal(Signal::INT);
    let said =
        || std::fs::read_to_string(&messages).ok().filter(|text| text.contains("waiting for 1 call; Ctrl-C again"));
    until(PATIENCE, said);
    running.signal(Signal::INT);
    let output = running.wait();
    assert_eq!(output.status.code(), Some(0));
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!((&report["data"]["calls"], &report["data"]["unrecorded"]), (&1.into(), &1.into()), "{report}");
}
