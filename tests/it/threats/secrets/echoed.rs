//! Handlers and endpoints that answer with what they were sent, in every form and every place of an answer.

use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use base64::Engine as _;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};
use makini::exit::Exit;

use super::search::SecretSearch;
use super::{FIELD, KEY, TOKEN, WEBHOOK};
use crate::support::listening::during;
use crate::support::world::{Ended, Machine};

/// A secret that a body holds, and one of a header.
const IN_BODY: &str = "mk_live_CANARYbody_Tq2Lc8Vr5NxZe1KhMw7PbUyG";
const IN_HEADER: &str = "mk_live_CANARYhead_Wd4Jf6Sk0RoAt9XiBv3EgQnH";

/// The forms that a secret is sent back in.
const FORMS: [fn(&str) -> String; 7] = [
    str::to_owned,
    |text| BASE64_STANDARD.encode(text),
    |text| BASE64_URL_SAFE_NO_PAD.encode(format!("user:{text}")),
    |text| each(text, |all, byte| write!(all, "{byte:02x}")),
    |text| each(text, |all, byte| write!(all, "{byte:02X}")),
    |text| each(text, |all, byte| write!(all, "%{byte:02X}")),
    |text| each(text, |all, byte| write!(all, "\\u{byte:04x}")),
];

fn each(text: &str, add: fn(&mut String, u8) -> std::fmt::Result) -> String {
    text.bytes().fold(String::new(), |mut all, byte| {
        add(&mut all, byte).expect("to memory");
        all
    })
}

/// The places of an answer that hold it.
const PLACES: [fn(&str) -> String; 11] = [
    |secret| whole("400 Bad Request", "", &format!(r#"{{"error":{{"code":"X","message":"no {secret}"}}}}"#)),
    |secret| whole("401 Unauthorized", "", &format!(r#"{{"error":{{"code":"{secret}","request_id":"{secret}"}}}}"#)),
    |secret| whole("200 OK", "", &format!(r#"{{"data":{{"id":"{secret}","name":"{secret}"}}}}"#)),
    |secret| whole("422 Unprocessable", "", &format!(r#"{{"errors":{{"{secret}":["bad {secret}"]}}}}"#)),
    |secret| whole("500 Error", "content-type: text/html\r\n", &format!("<html><b>{secret}</b></html>")),
    |secret| whole(&format!("500 {secret}"), "", ""),
    |secret| whole("302 Found", &format!("location: https://portal.example/?t={secret}\r\n"), ""),
    |secret| whole("503 Busy", &format!("x-request-id: {secret}\r\nretry-after: {secret}\r\nserver: {secret}\r\n"), ""),
    // None of these is HTTP.
    |secret| format!("HTTP/1.1 {secret}\r\n\r\n"),
    |secret| format!("HTTP/1.1 200 OK\r\n{secret} {secret}\r\n\r\n"),
    |secret| format!("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n{secret}\r\n{secret}"),
];

fn whole(status: &str, headers: &str, body: &str) -> String {
    format!("HTTP/1.1 {status}\r\n{headers}content-length: {}\r\nconnection: close\r\n\r\n{body}", body.len())
}

/// Answers each request in the next form and place with every secret that it was sent. Returns its address, and how often
/// it has answered.
fn echoing() -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let url = format!("http://{}", listener.local_addr().expect("bound"));
    let count = Arc::new(AtomicUsize::new(0));
    let answered = Arc::clone(&count);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let mut reader = BufReader::new(stream);
            let (mut head, mut length, mut start) = (String::new(), 0, 0);
            while reader.read_line(&mut head).is_ok_and(|read| read > 2) {
                let line = head[start..].to_ascii_lowercase();
                length =
                    line.strip_prefix("content-length:").and_then(|text| text.trim().parse().ok()).unwrap_or(length);
                start = head.len();
            }
            let mut body = vec![0; length];
            reader.read_exact(&mut body).ok();
            let sent = format!("{head}{}", String::from_utf8_lossy(&body));
            let secrets = [TOKEN, KEY, IN_BODY, IN_HEADER, FIELD].into_iter().filter(|secret| sent.contains(secret));
            let number = answered.fetch_add(1, Ordering::SeqCst);
            let form = FORMS[number % FORMS.len()];
            let secrets: Vec<String> = secrets.map(form).collect();
            let answer = PLACES[number / FORMS.len() % PLACES.len()](&secrets.join("."));
            reader.get_mut().write_all(answer.as_bytes()).ok();
        }
    });
    (url, count)
}

fn machine() -> Machine {
    let machine = Machine::new();
    machine.write("secret.txt", WEBHOOK);
    machine
}

fn hunt(machine: &Machine, ended: &[Ended]) {
    let search = SecretSearch::for_all([TOKEN, KEY, IN_BODY, IN_HEADER, FIELD, WEBHOOK]);
    for ended in ended {
        assert_eq!(search.find(ended.stdout.as_bytes()), None, "{}", ended.all());
        assert_eq!(search.find(ended.stderr.as_bytes()), None, "{}", ended.all());
    }
    std::fs::remove_file(machine.home().join("secret.txt")).expect("there");
    std::fs::remove_file(machine.home().join("body.json")).ok();
    assert_eq!(search.find_below(machine.home()), [], "files");
}

/// The address of a handler may hold a key, which a handler may send back.
#[test]
fn a_handler_gets_nothing_shown_that_it_was_sent() {
    let (url, count) = echoing();
    let machine = machine();
    let hook = format!("{url}/hook?key={KEY}");
    let secret = format!("--secret-file {}", machine.home().join("secret.txt").display());
    let mut ended = Vec::new();
    for _ in 0..PLACES.len() {
        ended.push(machine.run(&format!("webhooks trigger sync.failed --count 7 --to {hook} {secret} -vv -o json")));
    }
    assert!(count.load(Ordering::SeqCst) >= FORMS.len() * PLACES.len(), "each form in each place: {count:?}");
    let report = machine.home().join("drill.xml").display().to_string();
    for _ in 0..8 {
        ended.push(machine.run(&format!("webhooks drill --url {hook} {secret} -vv --report junit={report}")));
        ended.push(machine.run(&format!("webhooks drill --url {hook} --effects-url {hook} {secret} -vv -o json")));
    }
    assert!(machine.home().join("drill.xml").exists(), "a report is written");
    let failed = ended.iter().filter(|ended| ended.exit != Exit::Ok).count();
    assert!(failed > ended.len() / 2, "few answers are 200: {failed} of {}", ended.len());

    let flags = format!("{secret} --forward-to {hook} --forward-attempts 80 --forward-wait 1ms --forward-wait-max 1ms");
    let before = count.load(Ordering::SeqCst);
    let (machine, listened, sent) = during(machine, &format!("{flags} --until 8 -vv"), |machine, url| {
        machine.run(&format!("webhooks trigger sync.failed --count 8 --to {url} {secret} -vv"))
    });
    ended.extend([listened, sent]);
    assert!(count.load(Ordering::SeqCst) >= before + 8, "each was tried");
    ended.push(machine.run("webhooks inbox list -o json"));
    let id = ended.last().expect("one").json()["data"][0]["id"].as_str().map(str::to_owned);
    let id = id.unwrap_or_else(|| panic!("no ID: {}", ended.last().expect("one").stdout));
    ended.push(machine.run(&format!("webhooks inbox show {id} -o json")));
    for _ in 0..FORMS.len() * PLACES.len() / 4 {
        ended.push(machine.run(&format!("webhooks replay {id} --to {hook} -vv -o json")));
    }
    hunt(&machine, &ended);
}

/// What is posted is not shown again, where its name is that of a secret.
#[test]
fn a_call_gets_no_secret_shown_that_it_sent() {
    let (url, count) = echoing();
    let machine = machine().env("MAKINI_SERVER", &url).env("MAKINI_TOKEN", TOKEN);
    let body = format!(r#"{{"name":"x","credentials":{{"pin":"{FIELD}"}},"deep":[{{"client_secret":"{IN_BODY}"}}]}}"#);
    let file = machine.write("body.json", body).display().to_string();
    let mut ended = Vec::new();
    for more in ["-o json", "", "--include", "-o json --include -vv"] {
        for _ in 0..FORMS.len() * PLACES.len() {
            let line = format!("api post /api/x?access_token={KEY} --header 'X-Api-Key: {IN_HEADER}' --input {file}");
            ended.push(machine.run(&format!("{line} --retries 0 {more}")));
        }
    }
    assert!(count.load(Ordering::SeqCst) >= 4 * FORMS.len() * PLACES.len(), "{count:?}: {}", ended[0].all());
    assert!(ended.iter().any(|ended| ended.exit == Exit::Ok && ended.stdout.contains("[redacted]")), "data as well");
    assert!(machine.home().join("state/journal.db").exists(), "requests were noted");
    hunt(&machine, &ended);
}
