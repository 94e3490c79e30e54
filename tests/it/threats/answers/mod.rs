//! Servers that break the API's promise, met by whole commands: one clear sentence, the right exit code, the request
//! ID, nothing sent elsewhere, nothing that a terminal would obey.

mod bodies;
mod lies;
mod refusals;

use std::sync::{Arc, Mutex};

use insta::assert_snapshot;
use makini::exit::Exit;
use tokio::runtime::Runtime;

use crate::support::wire::{Raw, START, raw};
use crate::support::world::{Ended, Machine};

const TOKEN: &str = "mk_live_0123456789abcdef";

/// A hostile server, and a machine that is set up for it.
struct Meeting {
    machine: Machine,
    address: String,
    seen: Arc<Mutex<Vec<String>>>,
    _runtime: Runtime,
}

impl Meeting {
    fn of(behaviour: Raw) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("runs");
        let (server, seen) = runtime.block_on(raw(behaviour));
        let address = server.to_string().trim_end_matches('/').to_owned();
        let machine = Machine::new().at(START).env("MAKINI_SERVER", &address).env("MAKINI_TOKEN", TOKEN);
        Self { machine, address, seen, _runtime: runtime }
    }

    /// Runs a command; its output has no port in it and must have no token.
    fn run(&self, line: &str) -> Ended {
        let mut ended = self.machine.run(line);
        let port = self.address.rsplit(':').next().expect("a port");
        for text in [&mut ended.stdout, &mut ended.stderr] {
            assert!(!text.contains(TOKEN), "the token is shown: {text}");
            *text = text.replace(&format!("127.0.0.1:{port}"), "SERVER");
        }
        ended
    }

    fn seen(&self) -> Vec<String> {
        self.seen.lock().expect("no panic").clone()
    }
}

/// A whole answer, after which the server closes.
fn answer(head: &str, body: &[u8]) -> Raw {
    Raw::Say([format!("HTTP/1.1 {head}\r\nconnection: close\r\n\r\n").as_bytes(), body].concat())
}

/// What `systems list` says on stderr, when it ends so and prints nothing.
#[track_caller]
fn systems(behaviour: Raw, exit: Exit) -> String {
    let ended = Meeting::of(behaviour).run("systems list --retries 0 --timeout 5s").expect(exit);
    assert_eq!(ended.stdout, "");
    ended.stderr
}

#[test]
fn a_redirect_to_another_host_takes_no_token_along() {
    let elsewhere = Meeting::of(answer("200 OK\r\ncontent-type: application/json", br#"{"data":[]}"#));
    for status in ["301 Moved Permanently", "307 Temporary Redirect", "308 Permanent Redirect"] {
        let head = format!("{status}\r\nlocation: {}/api/system/platforms\r\nx-request-id: req_7", elsewhere.address);
        let meeting = Meeting::of(answer(&head, b""));
        let ended = meeting.run("systems list --retries 0").expect(Exit::Unavailable);
        assert_eq!(ended.stdout, "");
        assert!(ended.stderr.contains("req_7") && ended.stderr.contains(&elsewhere.address), "{}", ended.stderr);
        assert!(meeting.seen().iter().any(|request| request.contains(TOKEN)), "the token goes to its own server");
    }
    assert_eq!(elsewhere.seen(), Vec::<String>::new(), "nobody else hears anything");
    let stderr =
        systems(answer("301 Moved\r\nlocation: https://evil.example/\r\nx-request-id: req_7", b""), Exit::Unavailable);
    assert_snapshot!(stderr, @r"
        error: could not read the catalogue of systems
          because: the server answered 301 and pointed to https://evil.example/, and redirects are not followed
          request: req_7
          hint: check the server address with `makini whoami`
        ");
}

#[test]
fn asking_what_is_offered_needs_no_token() {
    let meeting = Meeting::of(answer("404 Not Found", b""));
    meeting.run("flows list --retries 0").expect(Exit::Unsupported);
    let seen = meeting.seen();
    let asked: Vec<_> = seen.iter().filter(|request| request.starts_with("GET /.well-known/makini ")).collect();
    assert!(!asked.is_empty() && asked.iter().all(|request| !request.contains(TOKEN)), "{seen:?}");
}

#[test]
fn nobody_there() {
    let machine = Machine::new().at(START).env("MAKINI_SERVER", "http://127.0.0.1:1").env("MAKINI_TOKEN", TOKEN);
    let ended = machine.run("systems list --retries 0").expect(Exit::Unavailable);
    assert_snapshot!(ended.stderr, @r"
        error: could not read the catalogue of systems
          because: 127.0.0.1:1: the connection was refused
          code: connect
          hint: check that the server runs and the port is right; `makini doctor` tests it
        ");
}

#[test]
fn a_change_without_a_body_is_sent_with_its_length() {
    let meeting = Meeting::of(answer("200 OK\r\ncontent-type: application/json", b"{}"));
    for method in ["post", "put", "delete", "get"] {
        meeting.run(&format!("api {method} /x --retries 0")).expect(Exit::Ok);
        let sent = meeting.seen().pop().expect("a request").to_lowercase();
        let lengths = sent.matches("\r\ncontent-length: 0\r\n").count();
        assert_eq!(lengths, usize::from(method != "get"), "{method}: {sent}");
    }
}
