//! Bodies that are not what was promised: another format, no end, no beginning, text that a terminal would obey.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::thread::JoinHandle;
use std::time::Duration;

use insta::assert_snapshot;
use makini::clock::Clock;
use makini::exit::Exit;
use serde_json::json;

use super::{Meeting, START, TOKEN, answer, systems};
use crate::support::wire::Raw;
use crate::support::world::Machine;

const JSON: &str = "200 OK\r\ncontent-type: application/json\r\nx-request-id: req_42";

#[test]
fn a_web_page() {
    let page = b"<!doctype html><html><body>Sign in to the guest network</body></html>";
    let stderr = systems(answer("200 OK\r\ncontent-type: text/html; charset=utf-8", page), Exit::Unavailable);
    assert_snapshot!(stderr, @r"
        error: could not read the catalogue of systems
          because: an answer that breaks the API's promise: 200 with a web page, which does not come from the API
          hint: check the server address with `makini doctor`
        ");
}

#[test]
fn json_that_ends_too_early() {
    assert_snapshot!(systems(answer(JSON, br#"{"data":[{"slug":"upkeep","na"#), Exit::Unavailable), @r"
        error: could not read the catalogue of systems
          because: an answer that breaks the API's promise: 200 with JSON that ends too early
          request: req_42
          hint: check the server address with `makini doctor`
        ");
    let announced = format!("{JSON}\r\ncontent-length: 1000");
    assert_snapshot!(systems(answer(&announced, br#"{"data":[{"slug":"up"#), Exit::Unavailable), @r"
        error: could not read the catalogue of systems
          because: SERVER: the connection broke before the answer was whole (end of file before message length reached)
          code: reset
          hint: try again later; `makini doctor` tests the way to the server
        ");
}

#[test]
fn not_text() {
    assert_snapshot!(systems(answer(JSON, b"{\"data\":[{\"slug\":\"\xff\xfe\"}]}"), Exit::Unavailable), @r"
        error: could not read the catalogue of systems
          because: an answer that breaks the API's promise: 200 with a body that is not UTF-8
          request: req_42
          hint: check the server address with `makini doctor`
        ");
}

#[test]
fn json_of_another_shape() {
    assert_snapshot!(systems(answer(JSON, br#"{"data":[7]}"#), Exit::Unavailable), @r"
        error: could not read the catalogue of systems
          because: an answer that breaks the API's promise: 200 with JSON of another shape than expected (line 1, column 2)
          request: req_42
          hint: check the server address with `makini doctor`
        ");
    assert_snapshot!(systems(answer(JSON, b"7"), Exit::Unavailable), @r"
        error: could not read the catalogue of systems
          because: an answer that breaks the API's promise: 200 with JSON of another shape than expected (line 1, column 1)
          request: req_42
          hint: check the server address with `makini doctor`
        ");
    assert_snapshot!(systems(answer(JSON, br#"{"message":"hello"}"#), Exit::Unavailable), @r"
        error: could not read the catalogue of systems
          because: an answer that breaks the API's promise: 200 with JSON that is not a list
          request: req_42
          hint: check the server address with `makini doctor`
        ");
}

#[test]
fn nothing() {
    assert_snapshot!(systems(answer(JSON, b""), Exit::Unavailable), @r"
        error: could not read the catalogue of systems
          because: an answer that breaks the API's promise: 200 with an empty body
          request: req_42
          hint: check the server address with `makini doctor`
        ");
    // Not even a status line.
    assert_snapshot!(systems(Raw::Say(Vec::new()), Exit::Unavailable), @r"
        error: could not read the catalogue of systems
          because: SERVER: the connection broke before the answer was whole (connection closed before message completed)
          code: reset
          hint: try again later; `makini doctor` tests the way to the server
        ");
    assert_snapshot!(systems(Raw::Say(b"SSH-2.0-OpenSSH_9.2\r\n".to_vec()), Exit::Unavailable), @r"
        error: could not read the catalogue of systems
          because: SERVER: what answers there does not speak HTTP
          code: unreadable
          hint: check the server address, and what stands between: `makini doctor` tests the way to the server
        ");
}

#[test]
fn silence_beyond_the_time_limit() {
    for head in [&b""[..], b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{"] {
        let clock = Clock::system();
        let began = clock.moment();
        let meeting = Meeting::of(Raw::Hang(head.to_vec()));
        let ended = meeting.run("systems list --retries 0 --timeout 200ms").expect(Exit::Unavailable);
        assert!(clock.since(began) < Duration::from_secs(10), "it hung for {:?}", clock.since(began));
        insta::allow_duplicates! { assert_snapshot!(ended.stderr, @r"
            error: could not read the catalogue of systems
              because: SERVER: no answer within the time limit
              code: timeout
              hint: try again later; `makini doctor` tests the way to the server
            ") };
    }
}

/// Says it sends 10 GB, or does not say, and sends until nobody reads; tells how much it got rid of.
fn endless(head: &'static str, chunk: Vec<u8>) -> (String, JoinHandle<u64>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = format!("http://{}", listener.local_addr().expect("bound"));
    let served = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("a client");
        let mut request = [0; 4096];
        assert!(stream.read(&mut request).expect("a request") > 0);
        stream.write_all(head.as_bytes()).expect("a head");
        let mut sent = 0;
        while sent < 10_000_000_000 && stream.write_all(&chunk).is_ok() {
            sent += chunk.len() as u64;
        }
        sent
    });
    (address, served)
}

#[test]
fn ten_gigabytes() {
    let row = br#"{"slug":"upkeep","name":"UpKeep"},"#.repeat(2048);
    let cases = [
        ("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 10000000000\r\n\r\n", row.clone()),
        ("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\n\r\n{\"data\":[", row.clone()),
        (
            "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n",
            [&b"10000\r\n"[..], &b" ".repeat(0x10000), b"\r\n"].concat(),
        ),
    ];
    for (head, chunk) in cases {
        let (address, served) = endless(head, chunk);
        let machine = Machine::new().at(START).env("MAKINI_SERVER", &address).env("MAKINI_TOKEN", TOKEN);
        let ended = machine.run("systems list --retries 0").expect(Exit::Unavailable);
        assert_eq!(ended.stdout, "");
        insta::allow_duplicates! { assert_snapshot!(ended.stderr, @r"
            error: could not read the catalogue of systems
              because: the answer is larger than 64 MiB, and no more of it was read
              hint: no answer of the platform is that large: check the server address with `makini whoami`
            ") };
        let sent = served.join().expect("no panic");
        // What is read is kept in memory, so this bounds both; sockets hold some more.
        assert!(sent < 64 * 1024 * 1024 + 16 * 1024 * 1024, "{sent} bytes were taken");
    }
}

/// Colours, a window title, a bell, a link, text from right to left, and an eight-bit introducer.
const EVIL: &str =
    "a\u{1b}[31mred\u{1b}]0;owned\u{7}\u{1b}]8;;https://evil.example\u{1b}\\b\u{202e}c\u{9b}2Jd\r\n\u{8}e";

#[track_caller]
fn is_harmless(text: &str) {
    let bad =
        |c: &char| (c.is_control() && *c != '\n') || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let found: Vec<char> = text.chars().filter(bad).collect();
    assert!(found.is_empty(), "{found:?} in {text:?}");
}

#[test]
fn text_that_a_terminal_would_obey() {
    let row = json!({
        "key": EVIL, "name": EVIL, "email": EVIL, "status": EVIL, "integration_name": EVIL, "redirect": EVIL,
        "scopes": EVIL, "tags": [EVIL], "user_metadata": EVIL, "client_id": EVIL, "updated_at": EVIL,
        "created_at": EVIL, "connected_at": EVIL, "health": EVIL, "last_sync_at": EVIL, "next_sync_at": EVIL, EVIL: EVIL,
        "slug": EVIL, "category": EVIL, "description": EVIL, "domains": [EVIL], "guide": [EVIL],
        "last_error": { "code": EVIL, "message": EVIL, "request_id": EVIL, "at": EVIL, "entity": EVIL },
    });
    let body = json!({ "data": [row] }).to_string();
    // CSV keeps data exact in a pipe; whatever is on a terminal is shown and not obeyed.
    let mut meeting = Meeting::of(answer(JSON, body.as_bytes()));
    meeting.machine = meeting.machine.terminal(200).env("NO_COLOR", "1");
    for command in ["systems list", "systems search red", "connections list", "connections status --all", "check --all"]
    {
        for format in ["table", "json", "ndjson", "yaml", "csv"] {
            let ended = meeting.run(&format!("{command} -o {format} --retries 0 --quiet --no-input --color never"));
            is_harmless(&ended.stdout);
            is_harmless(&ended.stderr);
            if command.ends_with("list") {
                assert_eq!(ended.exit, Exit::Ok, "{command} {format}: {}", ended.stderr);
                assert!(ended.stdout.contains("red"), "{command} {format}: {}", ended.stdout);
            }
        }
    }
}

#[test]
fn errors_that_a_terminal_would_obey() {
    let problem = json!({ "error": {
        "code": EVIL, "type": EVIL, "message": EVIL, "request_id": EVIL, "details": { EVIL: [EVIL] },
    }});
    for status in ["400 Bad Request", "401 Unauthorized", "403 Forbidden", "404 Not Found", "409 Conflict", "500 Oops"]
    {
        let head = format!("{status}\r\ncontent-type: application/json");
        let meeting = Meeting::of(answer(&head, problem.to_string().as_bytes()));
        for line in ["systems list", "connections list -o json", "whoami --check", "connections show x", "check --all"]
        {
            let ended = meeting.run(&format!("{line} --retries 0"));
            assert_ne!(ended.exit, Exit::Ok, "{line}");
            is_harmless(&ended.stdout);
            is_harmless(&ended.stderr);
            assert!(ended.stderr.contains("red") || ended.stdout.contains("red"), "{line}: {}", ended.stderr);
        }
    }
    let meeting = Meeting::of(answer(&format!("302 Found\r\nlocation: https://e.example/{}", "\u{9b}2J"), b""));
    let ended = meeting.run("systems list --retries 0").expect(Exit::Unavailable);
    is_harmless(&ended.stderr);
}
