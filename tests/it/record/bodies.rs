//! `--keep-bodies`: nothing of a body is kept unless it is said, and no secret then.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;
use makini::exit::Exit;
use serde_json::Value;

use super::recording;
use super::wire::{RawServer, exchange};
use crate::support::world::Machine;

const TOKEN: &str = "ajf83hfa0s9d8fjq2";
const PIN: &str = "correct-horse-battery";

fn gzip(text: &str) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text.as_bytes()).expect("memory");
    encoder.finish().expect("memory")
}

/// A server that refuses `/bad`, and repeats the caller's token whatever it is asked.
fn server() -> RawServer {
    RawServer::start(|conversation| {
        let first = conversation.request().first();
        let is_bad = first.contains("/bad");
        let (status, id) = if is_bad { ("422 Unprocessable Content", "req_bad") } else { ("200 OK", "req_good") };
        let body = gzip(&format!(r#"{{"error":{{"code":"VALIDATION_FAILED"}},"seen":"{TOKEN}","name":"pump"}}"#));
        let length = body.len();
        let head = format!(
            "HTTP/1.1 {status}\r\nx-request-id: {id}\r\ncontent-encoding: gzip\r\ncontent-length: {length}\r\n\r\n"
        );
        conversation.say(&[head.as_bytes(), &body].concat());
    })
}

fn run(flags: &str) -> Machine {
    let server = server();
    let (machine, ended, ()) = recording(&server.url(), flags, |_, proxy| {
        for path in ["/good", "/bad"] {
            let body = format!(r#"{{"title":"a leak","password":"{PIN}","note":"Bearer {TOKEN}"}}"#);
            let length = body.len();
            let request = format!(
                "POST {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {TOKEN}\r\nContent-Length: {length}\r\n\r\n{body}"
            );
            exchange(proxy, request.as_bytes());
        }
    });
    ended.ok();
    machine
}

/// Returns the bodies of a request, from the server's point of view and ours alike: there is no log.
fn bodies(machine: &Machine, id: &str) -> Value {
    machine.run(&format!("requests show {id} -o json")).ok().json()["data"]["bodies"].clone()
}

fn holds(machine: &Machine, text: &str) -> bool {
    let files = ["journal.db", "journal.db-wal"].map(|name| std::fs::read(machine.home().join("state").join(name)));
    files.into_iter().flatten().any(|bytes| bytes.windows(text.len()).any(|part| part == text.as_bytes()))
}

#[test]
fn nothing_of_a_body_is_kept_unless_it_is_said() {
    let machine = run("");
    assert_eq!((bodies(&machine, "req_good"), bodies(&machine, "req_bad")), (Value::Null, Value::Null));
    assert!(!holds(&machine, "a leak") && !holds(&machine, "pump"));
    Machine::new().run("record --keep-bodies-for 1d").expect(Exit::Usage);
}

#[test]
fn bodies_are_kept_redacted_and_for_a_time() {
    let machine = run("--keep-bodies errors");
    assert_eq!(bodies(&machine, "req_good"), Value::Null);
    let kept = bodies(&machine, "req_bad");
    let request: Value = serde_json::from_str(kept["request"].as_str().expect("text")).expect("JSON");
    assert_eq!((&request["title"], &request["password"]), (&"a leak".into(), &"[redacted]".into()));
    let response: Value = serde_json::from_str(kept["response"].as_str().expect("text")).expect("JSON");
    assert_eq!((&response["name"], &response["seen"]), (&"pump".into(), &"[redacted]".into()), "without gzip");
    let shown = machine.run("requests show req_bad").ok().stdout;
    assert!(shown.contains("Request body") && shown.contains("Redacted, and kept until"), "{shown}");
    let machine = run("--keep-bodies all --keep-bodies-for 1ms");
    // Its time is over by now.
    assert_eq!(bodies(&machine, "req_good"), Value::Null);
    let machine = run("--keep-bodies all --keep-bodies-for 1h");
    assert!(bodies(&machine, "req_good")["response"].is_string());
    for secret in [TOKEN, PIN] {
        assert!(!holds(&machine, secret), "{secret}");
    }
}
