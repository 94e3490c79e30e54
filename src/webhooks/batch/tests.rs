use std::io::Cursor;
use std::sync::Mutex;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::secret::Secret;
use crate::sign::{Stamp, sign};
use crate::{Config, Encoding, Scheme, SecretEncoding, Secrets};

const STAMP: Stamp<'_> = Stamp { id: "msg_1", timestamp: "1700000000" };

fn secrets() -> Secrets {
    Secrets::all([Secret::new("old"), Secret::new("new")], SecretEncoding::Utf8).expect("good secrets")
}

fn raw() -> Config {
    Config { encoding: Encoding::Hex, ..Config::new(Scheme::RawHmac) }
}

fn signature(config: &Config, body: &[u8]) -> String {
    sign(config, &secrets(), body, STAMP).expect("signed").headers.remove(0).1
}

/// Runs a stream; returns the answers and the summary.
fn run(config: &Config, input: impl Read + Send, options: Options) -> (Vec<Value>, Summary) {
    let verifier = Verifier::new(config, &secrets());
    let mut output = Vec::new();
    let summary = verify_stream(&verifier, input, &mut output, options, |_| ControlFlow::Continue(())).expect("memory");
    let text = String::from_utf8(output).expect("UTF-8");
    (text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect(), summary)
}

fn options(threads: usize) -> Options {
    Options::new(threads, 1_700_000_000)
}

/// A stream that gives a few bytes at a time.
struct Drip<'t>(&'t [u8], usize);

impl Read for Drip<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.1.min(into.len()).min(self.0.len());
        into[..count].copy_from_slice(&self.0[..count]);
        self.0 = &self.0[count..];
        Ok(count)
    }
}

#[test]
fn each_line_gets_its_answer() {
    let config = Config::default();
    let body = r#"{"event":"a","n":1}"#;
    let good = signature(&config, body.as_bytes());
    let lines = [
        json!({"id": "compact", "headers": {"X-Webhook-Signature": good}, "body": body}).to_string(),
        json!({"id": "php \u{e9}\"", "headers": {"x-webhook-signature": [good]}, "body": "{\"event\":\"\\u0061\",\"n\":1.0}"})
            .to_string(),
        json!({"headers": {"X-Webhook-Signature": good}, "body": "{}", "more": [{"a": "]"}]}).to_string(),
        String::new(),
        "{\"id\":\"x\",\"body\":\"\\ud800\"}".to_owned(),
        format!("{{\"id\":7,\"headers\":{{\"X-Webhook-Signature\":\"{}\"}},\"body\":{body}}}", good.replace('/', "\\/")),
        "not json".to_owned(),
    ];
    let (answers, summary) = run(&config, lines.join("\n").as_bytes(), options(2));
    assert_eq!(answers[0], json!({"id": "compact", "valid": true, "matched": "raw", "secret": 1}));
    assert_eq!(
        answers[1],
        json!({"id": "php é\"", "valid": true, "matched": "json-stringify", "secret": 1, "raw_differs": true})
    );
    assert_eq!((&answers[2]["line"], &answers[2]["reason"]), (&json!(3), &json!("signature_mismatch")));
    assert_eq!((&answers[3]["line"], &answers[3]["reason"]), (&json!(5), &json!("broken_line")));
    assert_eq!((&answers[4]["id"], &answers[4]["valid"]), (&json!("7"), &json!(true)));
    assert_eq!((&answers[5]["line"], &answers[5]["reason"]), (&json!(7), &json!("broken_line")));
    assert_eq!((summary.deliveries, summary.valid, summary.invalid, summary.broken), (6, 3, 1, 2));
    assert_eq!((summary.valid_raw, summary.valid_json_stringify), (2, 1));
    assert!(!summary.all_valid());
}

#[test]
fn order_holds_for_any_threads_and_any_stream() {
    let config = raw();
    let mut text = String::new();
    for number in 0..5000 {
        let body = format!("{{\"n\":{number}}}{}", " ".repeat(number % 97));
        let mut good = signature(&config, body.as_bytes());
        if number % 7 == 0 {
            good.replace_range(0..1, if good.starts_with('0') { "1" } else { "0" });
        }
        text.push_str(&json!({"id": number, "headers": {"X-Signature": good}, "body": body}).to_string());
        text.push_str(if number % 3 == 0 { "\r\n" } else { "\n" });
    }
    let (first, summary) = run(&config, text.as_bytes(), options(1));
    assert_eq!((summary.deliveries, summary.invalid), (5000, 715));
    assert_eq!(summary.bytes, text.len() as u64);
    for (number, answer) in first.iter().enumerate() {
        assert_eq!((&answer["id"], &answer["valid"]), (&json!(number.to_string()), &json!(number % 7 != 0)));
    }
    assert_eq!(run(&config, text.as_bytes(), options(8)), (first.clone(), summary));
    assert_eq!(run(&config, Drip(text.as_bytes(), 1009), options(3)), (first, summary));
}

#[test]
fn bodies_in_base64_may_be_any_bytes() {
    use base64::Engine as _;
    let config = raw();
    let body = b"\xff\xfe\x00binary\x80";
    let good = signature(&config, body);
    let encoded = base64::engine::general_purpose::STANDARD.encode(body);
    let line = json!({"id": "b", "headers": {"X-Signature": good}, "body_base64": encoded, "body": null});
    let (answers, _) = run(&config, line.to_string().as_bytes(), options(1));
    assert_eq!(answers[0]["valid"], json!(true));
}

#[test]
fn a_line_that_is_too_long_is_skipped() {
    let config = raw();
    let good = json!({"id": "ok", "headers": {"X-Signature": signature(&config, b"x")}, "body": "x"}).to_string();
    let long = format!("{{\"id\":\"long\",\"body\":\"{}\"}}", "y".repeat(3 << 20));
    let text = format!("{good}\n{long}\n{good}\n{long}");
    let small = Options { longest_line: 1 << 20, ..options(2) };
    let (answers, summary) = run(&config, text.as_bytes(), small);
    let seen: Vec<_> = answers.iter().map(|answer| answer["valid"].as_bool()).collect();
    assert_eq!(seen, [Some(true), Some(false), Some(true), Some(false)]);
    assert_eq!((&answers[1]["line"], &answers[3]["line"]), (&json!(2), &json!(4)));
    assert_eq!((summary.broken, summary.bytes), (2, text.len() as u64));
}

#[test]
fn broken_lines_say_what_is_wrong() {
    for (line, due) in [
        ("[]", "a `{` is due at byte 0"),
        ("{", "ends too early"),
        ("{}", "neither `body` nor `body_base64`"),
        (r#"{"body":"a","body_base64":"YQ=="}"#, "both `body`"),
        (r#"{"body":"a","body":"b"}"#, "`body` is there twice"),
        (r#"{"body_base64":"*"}"#, "not base64"),
        (r#"{"body":"a","headers":[]}"#, "an object of headers is due at byte 22"),
        (r#"{"body":"a","headers":{"A":1}}"#, "a string is due at byte 27"),
        (r#"{"body":"\x"}"#, "an escape that JSON does not know, at byte 9"),
        (r#"{"body":"a\udc00"}"#, "half of a surrogate pair at byte 10"),
        (r#"{"body":"a"} {}"#, "the end of the line is due at byte 13"),
        (r#"{"body":"a""#, "ends too early"),
        (r#"{"body":tru"#, "ends too early"),
        (r#"{"body":}"#, "a value is due at byte 8"),
    ] {
        let (answers, summary) = run(&raw(), line.as_bytes(), options(1));
        assert_eq!(summary.broken, 1, "{line}");
        let message = answers[0]["message"].as_str().expect("a message");
        assert!(message.contains(due), "{line}: {message}");
    }
    let deep = format!("{{\"x\":{}", "[".repeat(200_000));
    let (answers, _) = run(&raw(), deep.as_bytes(), options(1));
    assert!(answers[0]["message"].as_str().expect("a message").contains("too deep"));
}

#[test]
fn reading_and_writing_may_fail() {
    struct Full;
    impl Write for Full {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::BrokenPipe.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    struct Torn(Cursor<Vec<u8>>);
    impl Read for Torn {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            match self.0.read(into)? {
                0 => Err(io::Error::other("torn")),
                read => Ok(read),
            }
        }
    }
    let verifier = Verifier::new(&raw(), &secrets());
    let line = "{\"body\":\"a\"}\n".repeat(100_000);
    let go = |_: &Summary| ControlFlow::Continue(());
    let error = verify_stream(&verifier, line.as_bytes(), Full, options(3), go).expect_err("full");
    assert!(error.is_closed_pipe());
    assert_eq!(error.exit(), Exit::Ok);
    let mut output = Vec::new();
    let torn = Torn(Cursor::new(line.clone().into_bytes()));
    let error = verify_stream(&verifier, torn, &mut output, options(3), go).expect_err("torn");
    assert!(matches!(error, Error::Read(_)));
    assert_eq!(error.exit(), Exit::Local);
    assert_eq!(memchr::memchr_iter(b'\n', &output).count(), 100_000, "what was read is answered");
}

#[test]
fn the_work_can_be_ended() {
    let verifier = Verifier::new(&raw(), &secrets());
    let line = "{\"body\":\"a\"}\n".repeat(1_000_000);
    let seen = Mutex::new(0);
    let mut output = Vec::new();
    let summary = verify_stream(&verifier, line.as_bytes(), &mut output, options(2), |summary| {
        *seen.lock().expect("no panic") = summary.deliveries;
        ControlFlow::Break(())
    });
    let summary = summary.expect("memory");
    assert_eq!(summary.deliveries, *seen.lock().expect("no panic"));
    assert!(summary.deliveries < 1_000_000);
    assert_eq!(memchr::memchr_iter(b'\n', &output).count() as u64, summary.deliveries);
}

proptest! {
    #[test]
    fn nothing_ends_the_process(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let mut line = Line::default();
        line.read(&bytes).ok();
    }

    #[test]
    fn any_text_comes_through(body in ".{0,80}", id in ".{0,20}", name in "[A-Za-z-]{1,9}", value in ".{0,20}") {
        let text = json!({"id": id, "x": [1, {"y": value}], "headers": {name.clone(): value}, "body": body}).to_string();
        let mut escaped = String::new();
        for unit in text.encode_utf16() {
            match u8::try_from(unit) {
                Ok(byte) if byte.is_ascii() => escaped.push(char::from(byte)),
                _ => escaped.push_str(&format!("\\u{unit:04X}")),
            }
        }
        let mut line = Line::default();
        for text in [text, escaped] {
            let delivery = line.read(text.as_bytes()).expect("a delivery");
            prop_assert_eq!(delivery.body, body.as_bytes());
            prop_assert_eq!(delivery.id.expect("an id").to_text(), id.as_str());
            prop_assert_eq!(delivery.headers, [crate::Header::new(&name, value.as_bytes())]);
        }
    }
}
