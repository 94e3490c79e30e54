//! Twice the text takes about twice the time, in every parser that sees foreign text, and no depth ends the process.

use std::time::Duration;

use http::{HeaderMap, HeaderValue, StatusCode};
use makini::client::{ApiRequest, Call, Error, Scope};
use makini::journal::redact;
use makini::term::sanitize::{clean, clean_json};

use crate::support::wire::{Script, json};

/// Lengths that are compared, in bytes.
const SHORT: usize = 1 << 15;
const LONG: usize = SHORT * 4;

/// Pieces that texts are made of: what looks like the beginning of something, again and again.
const PIECES: &[&str] = &[
    "a",
    " ",
    "\\",
    "\"",
    "{",
    "[",
    "<",
    "&",
    "%",
    ":",
    ",",
    "=",
    "\u{1b}[",
    "\u{202e}",
    "\u{fffd}",
    "ü",
    "\\u",
    "\\ud800",
    "\\ud83d\\ude00",
    "\\\\",
    "{}",
    "[]",
    "[1],",
    "{\"a\":",
    "\"a\",",
    "null,",
    "-0.1e5,",
    "<html",
    "<!doctype",
    "Bearer ",
    "token=",
    "token: ",
    "password=a&",
    "https://a:b@c/",
    "eyJhbGciOi.",
    "mk_live_",
    "%2525",
    "\r\n",
    "\t",
    "2026-01-01T00:00:00Z ",
    "::",
    "##vso[",
];

/// Returns the time that this thread has run so far.
#[cfg(target_os = "linux")]
fn time() -> Duration {
    // Another thread can be given the processor at any time, so the time of day says nothing.
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").expect("of every kernel");
    Duration::from_nanos(text.split(' ').next().and_then(|text| text.parse().ok()).expect("a number"))
}

/// Fails unless four times the text takes at most eight times as long: the square would take sixteen times.
#[cfg(target_os = "linux")]
fn is_linear(what: &str, piece: &str, mut work: impl FnMut(&str)) {
    let mut measure = |length: usize| {
        let text = piece.repeat(length / piece.len());
        let begun = time();
        work(&text);
        time().saturating_sub(begun)
    };
    let (short, long) = (measure(SHORT), measure(LONG));
    let most = short * 8 + Duration::from_millis(60);
    assert!(long <= most, "{what} of {piece:?}: {short:?}, and {long:?} for four times the text");
}

#[cfg(target_os = "linux")]
#[test]
fn no_foreign_text_takes_the_square_of_its_length() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    for piece in PIECES {
        is_linear("clean", piece, |text| drop(clean(text)));
        is_linear("clean_json", piece, |text| drop(clean_json(text)));
        is_linear("message", piece, |text| drop(redact::message(text)));
        is_linear("error body", piece, |text| drop(answered(StatusCode::BAD_REQUEST, text)));
        let quoted = |text: &str| serde_json::to_string(text).expect("a text");
        is_linear("error message", piece, |text| {
            drop(answered(StatusCode::BAD_REQUEST, &format!(r#"{{"error":{{"message":{}}}}}"#, quoted(text))));
        });
        is_linear("name of a field", piece, |text| {
            drop(answered(StatusCode::BAD_REQUEST, &format!(r#"{{"errors":{{{}:["no"]}}}}"#, quoted(text))));
        });
        for body in [
            |text: &str| text.to_owned(),
            |text: &str| format!(r#"{{"data":{text}"#),
            |text: &str| format!(r#"{{"data":[{{"key":"1","status":"active","name":"{text}"}}]}}"#),
            |text: &str| format!(r#"{{"data":[{{"key":"1","status":"active","tags":[{text}1]}}]}}"#),
            |text: &str| format!(r#"{{"data":[{{"key":"1","status":"active","user_metadata":"{text}"}}]}}"#),
        ] {
            is_linear("list", piece, |text| {
                let script = Script::new([json(200, &body(text))]);
                drop(runtime.block_on(script.client().connections()));
            });
        }
    }
}

fn answered(status: StatusCode, body: &str) -> String {
    let mut headers = HeaderMap::new();
    headers.insert("x-request-id", HeaderValue::from_static("req_1"));
    let request = ApiRequest::get("/x").scope(Scope::None).request(&crate::support::wire::server()).expect("valid");
    let error = Error::answered(status, &headers, body.as_bytes(), &Call::of(&request), jiff::Timestamp::UNIX_EPOCH);
    error.to_string()
}

/// Half a megabyte of brackets, alone and within what is promised, on a stack as small as a thread of the program has.
#[test]
fn no_depth_ends_the_process() {
    let deep = |open: &str, close: &str| format!("{}1{}", open.repeat(1 << 18), close.repeat(1 << 18));
    let bodies =
        [deep("[", "]"), deep("{\"a\":", "}"), deep("{\"data\":", "}"), deep("[{\"data\":", "}]"), "[".repeat(1 << 19)];
    let work = move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        for body in &bodies {
            for whole in [
                body.clone(),
                format!(r#"{{"data":[{{"key":"1","status":"active","deep":{body}}}]}}"#),
                format!(r#"{{"data":[],"meta":{body}}}"#),
                format!(r#"{{"error":{{"message":"no","details":{body}}}}}"#),
            ] {
                let script = Script::new([json(200, &whole), json(400, &whole)]);
                drop(runtime.block_on(script.client().connections()));
                let failed = runtime.block_on(script.client().connections()).map(|rows| rows.len());
                assert!(failed.expect_err("a refusal").to_string().starts_with("the server answered 400"));
                assert!(clean_json(&whole).len() >= whole.len(), "nothing is cut from it");
                assert!(redact::message(&whole).len() <= 4_000);
            }
        }
    };
    std::thread::Builder::new().stack_size(1 << 20).spawn(work).expect("a thread").join().expect("no panic");
}
