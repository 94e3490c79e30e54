//! Rows 18 to 27: what a body can be.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use insta::assert_snapshot;
use makini::exit::Exit;

use super::{BODY, Desk};

const RAW: &str = "--scheme shopify";
const STRINGIFY: &str = "--canonicalization json-stringify";
const ANY: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

/// What is said of a body whose `JSON.stringify` form alone counts.
fn stringified(body: &[u8]) -> String {
    Desk::new().refused(STRINGIFY, &[("X-Webhook-Signature", ANY)], body)
}

#[test]
fn row_18_an_empty_body() {
    let desk = Desk::new();
    let good = desk.signature(RAW, b"");
    let ended = desk.verify(RAW, &[("X-Shopify-Hmac-Sha256", &good)], b"").ok();
    assert_eq!(ended.stdout, "verified: shopify signs the bytes as they came\n");
}

#[test]
fn row_19_a_body_beyond_the_limit() {
    let desk = Desk::new();
    let body = vec![b'x'; 1_000_001];
    for flags in ["--scheme shopify", "--scheme shopify --explain", ""] {
        let line = format!("verify --secret-file @secret --max-body 1000000 {flags}");
        let headers = ["-H", &format!("X-Shopify-Hmac-Sha256: {ANY}"), "-H", &format!("X-Webhook-Signature: {ANY}")];
        let text = desk.complains(&line, &headers, &body, Exit::Invalid);
        assert_eq!(
            text,
            "error: the body is longer than the limit of 1000000 bytes\n  hint: `--max-body SIZE` reads more, as \
             `--max-body 1GiB`\n",
            "{flags}"
        );
    }
    let good = desk.signature(RAW, &body[1..]);
    desk.verify("--scheme shopify --max-body 1000000", &[("X-Shopify-Hmac-Sha256", &good)], &body[1..]).ok();
}

#[test]
fn row_20_a_body_that_is_not_json() {
    assert_snapshot!(stringified(b"{\"a\":1,}"), @r#"
        not verified: the body is not JSON: a key in double quotes is due, not `}` (line 1, column 8, byte 7)
        [invalid_json]
        "#);
    assert_snapshot!(stringified(b"{\n  \"a\": 01}"), @r#"
        not verified: the body is not JSON: there is no such number in JSON (line 2, column 8, byte 9)
        [invalid_json]
        "#);
    for (body, place) in [("[NaN]", "byte 1"), ("/* a */ {}", "byte 0"), ("{} // a", "byte 3"), ("[1", "byte 2")] {
        let text = stringified(body.as_bytes());
        assert!(text.starts_with("not verified: the body is not JSON: ") && text.contains(place), "{text}");
    }
    // Where the bytes count as well, both are said.
    let text = Desk::new().refused("", &[("X-Webhook-Signature", ANY)], b"{\"a\":1,}");
    assert_snapshot!(text, @r#"
        not verified: the secret does not make the signature received (0000…) for the raw body, and its JSON.stringify form could not be made: a key in double quotes is due, not `}` (line 1, column 8, byte 7)
          hint: `makini webhooks explain` tries the known mistakes
        [signature_mismatch]
        "#);
}

#[test]
fn row_21_no_json_at_all() {
    assert_snapshot!(stringified(b""), @r#"
        not verified: there is no JSON in the body
        [invalid_json]
        "#);
    assert_eq!(stringified(b" \n"), stringified(b""));
}

#[test]
fn row_22_a_byte_order_mark_and_other_bytes() {
    assert_snapshot!(stringified(b"\xef\xbb\xbf{}"), @r#"
        not verified: the body begins with a byte order mark (line 1, column 1, byte 0)
        [invalid_json]
        "#);
    assert_snapshot!(stringified(b"\"caf\xe9\""), @r#"
        not verified: the body is not UTF-8 (line 1, column 5, byte 4)
        [invalid_json]
        "#);
}

/// The clock of the wall: what is promised is a time.
#[expect(clippy::disallowed_methods, reason = "the time is what is tested")]
fn soon<T>(work: impl FnOnce() -> T) -> T {
    let begun = Instant::now();
    let done = work();
    // Not optimised, and beside other work: an order of magnitude is left to what is quadratic.
    assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
    done
}

#[test]
fn row_23_nested_arrays() {
    let text = soon(|| stringified("[".repeat(100_000).as_bytes()));
    assert_snapshot!(text, @r#"
        not verified: arrays and objects are nested deeper than the limit of 10000 (line 1, column 10001, byte 10000)
        [invalid_json]
        "#);
}

#[test]
fn row_24_long_numbers_and_equal_keys() {
    let equal = format!("{{{}\"a\":1}}", "\"a\":0,".repeat(1_000_000));
    for body in ["7".repeat(10_000_000), equal] {
        let text = soon(|| stringified(body.as_bytes()));
        assert!(text.ends_with("[signature_mismatch]"), "{text}");
    }
}

#[test]
fn row_25_what_only_node_would_write_so() {
    let desk = Desk::new();
    for body in [r#"{"a": "\ud800"}"#, r#"{"n":1e400}"#, r#"{"__proto__":1, "a":2}"#, r#"{"b":1,"b":2,"1":0}"#] {
        let good = desk.signature(STRINGIFY, body.as_bytes());
        let headers = [("X-Webhook-Signature", good.as_str())];
        let ended = desk.verify("-o json", &headers, body.as_bytes()).ok().json();
        assert_eq!(ended["data"]["matched"], "json-stringify", "{body}");
    }
    let body = r#"{"b":"\ud800","n":1e400,"__proto__":1,"b":2}"#;
    let good = desk.signature(STRINGIFY, body.as_bytes());
    let headers = [("X-Webhook-Signature", good.as_str())];
    let ended = desk.verify("--save-proven @proven", &headers, body.as_bytes()).ok();
    assert_snapshot!(ended.all(), @r#"
        exit: 0
        --- stdout
        verified: makini signs the JSON value, as `JSON.stringify` writes it
          note: the signature covers the JSON value, not these bytes: pass on the canonical text
        --- stderr
        "#);
    let proven = std::fs::read_to_string(desk.machine.home().join("proven")).expect("written");
    assert_eq!(proven, r#"{"b":2,"n":null,"__proto__":1}"#);
    let ended = desk.verify("-o json", &headers, body.as_bytes()).ok().json();
    assert_eq!(ended["data"]["raw_differs_from_canonical"], true);
}

#[test]
fn row_26_a_body_that_an_editor_wrote_again() {
    let desk = Desk::new();
    let good = desk.signature("--canonicalization raw", BODY.as_bytes());
    let headers = [("X-Webhook-Signature", good.as_str())];
    let pretty = b"{\n  \"a\": 1\n}";
    assert_snapshot!(desk.refused("--canonicalization raw", &headers, pretty), @r#"
        not verified: the secret does not make the signature received (b1ae…) for the raw body
          hint: `makini webhooks explain` tries the known mistakes
        [signature_mismatch]
        "#);
    let explained = desk.refused("--canonicalization raw --explain", &headers, pretty);
    assert_snapshot!(explained.lines().take(5).fold(String::new(), |mut text, line| {
        writeln!(text, "{line}").expect("memory");
        text
    }), @r#"
        not verified: the secret does not make the signature received (b1ae…) for the raw body

        the sender signed the JSON value written as JSON.stringify writes it
          JavaScript `mac.update(JSON.stringify(JSON.parse(body)))`
          Python     `body = json.dumps(json.loads(body), separators=(",", ":"), ensure_ascii=False).encode()  # equal but for floats and integer-like keys`
        "#);
    assert!(!explained.contains(&good), "{explained}");
}

#[test]
fn row_27_a_line_break_that_the_shell_added() {
    let desk = Desk::new();
    let good = desk.signature(RAW, BODY.as_bytes());
    let headers = [("X-Shopify-Hmac-Sha256", good.as_str())];
    assert_snapshot!(desk.refused(RAW, &headers, format!("{BODY}\n").as_bytes()), @r#"
        not verified: the secret does not make the signature received (b1ae…) for the raw body
          hint: the last byte of the body is a line break, which an editor or `echo` may have added; `makini webhooks explain` tries the known mistakes
        [signature_mismatch]
        "#);
    let text = desk.refused(RAW, &headers, format!("{BODY}\r\n").as_bytes());
    assert!(text.contains("the last byte of the body is a line break"), "{text}");
}
