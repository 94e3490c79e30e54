//! Rows 1 to 9, 28 and 29: what a signature header, and the time that is signed, can be.

use insta::assert_snapshot;
use makini::exit::Exit;

use super::{BODY, Desk};

const STANDARD: &str = "--scheme standard-webhooks";
const GITHUB: &str = "--scheme github";

/// A header of GitHub's.
fn hub(value: &str) -> [(&'static str, &str); 1] {
    [("X-Hub-Signature-256", value)]
}

#[test]
fn row_1_no_signature_header() {
    let desk = Desk::new();
    assert_snapshot!(desk.refused("", &[], BODY.as_bytes()), @r#"
        not verified: the header X-Webhook-Signature is missing; there are no headers at all
          hint: give the headers as they came, `-H 'X-Webhook-Signature: …'`, or the whole request with `--request FILE`
        [missing_header]
        "#);
    assert_snapshot!(desk.refused("", &[("Host", "h"), ("X-Key", "canary")], BODY.as_bytes()), @r#"
        not verified: the header X-Webhook-Signature is missing or empty; there are: Host, X-Key
          hint: `--signature-header` names another header than `X-Webhook-Signature`
        [missing_header]
        "#);
    let headers = desk.signed(STANDARD, BODY.as_bytes());
    let headers = [(headers[2].0.as_str(), headers[2].1.as_str())];
    assert_snapshot!(desk.refused(STANDARD, &headers, BODY.as_bytes()), @r#"
        not verified: the header webhook-id is missing or empty; there are: webhook-signature
          hint: the signature covers it: give it as it came, `-H 'webhook-id: …'`
        [missing_header]
        "#);
}

#[test]
fn row_2_an_empty_signature() {
    let desk = Desk::new();
    assert_snapshot!(desk.refused("", &[("X-Webhook-Signature", "")], BODY.as_bytes()), @r#"
        not verified: the signature in X-Webhook-Signature is empty
          hint: copy the header again, with the whole of its value
        [truncated_signature]
        "#);
    let told = [
        desk.refused(GITHUB, &hub("sha256="), BODY.as_bytes()),
        desk.refused(STANDARD, &[("webhook-id", "m"), ("webhook-timestamp", "1"), ("webhook-signature", "v1,")], b""),
    ];
    for text in told {
        assert!(text.contains(" is empty\n") && text.ends_with("[truncated_signature]"), "{text}");
    }
}

#[test]
fn row_3_a_signature_that_is_cut_or_doubled() {
    let desk = Desk::new();
    let good = desk.signature(GITHUB, BODY.as_bytes());
    assert_snapshot!(desk.refused(GITHUB, &hub(&good[.."sha256=".len() + 8]), BODY.as_bytes()), @r#"
        not verified: the signature is cut off: 4 bytes received, 32 needed
          hint: copy the header again, with the whole of its value
        [truncated_signature]
        "#);
    let doubled = format!("{good}{}", &good["sha256=".len()..]);
    assert_snapshot!(desk.refused(GITHUB, &hub(&doubled), BODY.as_bytes()), @r#"
        not verified: the signature is too long: 64 bytes received, 32 needed
          hint: sha512 has 64 bytes, and sha256 is configured: if the sender uses sha512, add `--algorithm sha512`, which is never taken from the message; or it was copied twice
        [signature_too_long]
        "#);
}

#[test]
fn row_4_a_right_signature_under_a_wrong_label() {
    let desk = Desk::new();
    let good = desk.signature(GITHUB, BODY.as_bytes());
    assert_snapshot!(desk.refused(GITHUB, &hub(&good.replace("sha", "SHA")), BODY.as_bytes()), @r#"
        not verified: X-Hub-Signature-256 has no signature labelled `sha256`; there is: SHA256
          hint: set the form of the header with `--scheme` and `--prefix`
        [no_supported_scheme]
        "#);
    let headers = desk.signed(STANDARD, BODY.as_bytes());
    for label in ["v0", "v2", "v1a"] {
        let value = headers[2].1.replace("v1,", &format!("{label},"));
        let headers = [(&*headers[0].0, &*headers[0].1), (&headers[1].0, &headers[1].1), (&headers[2].0, &value)];
        let text = desk.refused(STANDARD, &headers, BODY.as_bytes());
        assert!(text.contains(&format!("no signature labelled `v1`; there is: {label}\n")), "{text}");
    }
}

#[test]
fn row_5_the_message_does_not_choose_the_algorithm() {
    let desk = Desk::new();
    let weak = desk.signature("--algorithm sha1", BODY.as_bytes());
    assert_snapshot!(desk.refused("", &[("X-Webhook-Signature", &weak)], BODY.as_bytes()), @r#"
        not verified: the signature is cut off: 20 bytes received, 32 needed
          hint: sha1 has 20 bytes, and sha256 is configured: if the sender uses sha1, add `--algorithm sha1`, which is never taken from the message
        [truncated_signature]
        "#);
    let weak = desk.signature("--scheme github --algorithm sha1 --prefix sha1=", BODY.as_bytes());
    let both = [("X-Hub-Signature", weak.as_str())];
    assert_snapshot!(desk.refused("--scheme github --signature-header X-Hub-Signature", &both, BODY.as_bytes()), @r#"
        not verified: X-Hub-Signature has no signature labelled `sha256`; there is: sha1
          hint: set the form of the header with `--scheme` and `--prefix`
        [no_supported_scheme]
        "#);
    desk.verify("--algorithm sha1", &[("X-Webhook-Signature", &desk.signature("--algorithm sha1", b"{}"))], b"{}").ok();
}

#[test]
fn row_6_another_encoding_is_named_and_not_tried() {
    let desk = Desk::new();
    let hex = desk.signature("--encoding hex", BODY.as_bytes());
    assert_snapshot!(desk.refused("", &[("X-Webhook-Signature", &hex)], BODY.as_bytes()), @r#"
        not verified: the signature is not base64; it looks like hex (64 characters)
          hint: if the sender uses it, add `--encoding hex`
        [wrong_encoding]
        "#);
    let base64 = desk.signature("--scheme github --encoding base64", BODY.as_bytes());
    let text = desk.refused(GITHUB, &hub(&base64), BODY.as_bytes());
    assert!(text.contains("not hex; it looks like base64 (44 characters)"), "{text}");
}

/// Verifies a delivery that was signed at one time and is judged at another.
fn judged(desk: &Desk, signed: &str, time: Option<&str>, at: &str) -> String {
    let headers = desk.signed(&format!("{STANDARD} --id msg_1 --at {signed}"), BODY.as_bytes());
    let time = time.unwrap_or(&headers[1].1);
    let headers = [(&*headers[0].0, &*headers[0].1), (&headers[1].0, time), (&headers[2].0, &headers[2].1)];
    desk.refused(&format!("{STANDARD} --at {at}"), &headers, BODY.as_bytes())
}

#[test]
fn row_7_a_timestamp_that_is_none() {
    let desk = Desk::new();
    assert_snapshot!(judged(&desk, "1700000000", Some("hello"), "1700000000"), @r#"
        not verified: the timestamp `hello` is not a number of seconds
          hint: it is written in digits only, as seconds since 1970: `1700000000`
        [malformed_timestamp]
        "#);
    for time in ["1614265330abc", "1.6e9", "-1", "111111111111111111111111111111", "\u{1b}[2J"] {
        let text = judged(&desk, "1700000000", Some(time), "1700000000");
        assert!(
            text.contains(&format!("`{}` is not a number of seconds", time.escape_default())) || time == "\u{1b}[2J",
            "{text}"
        );
        assert!(text.ends_with("[malformed_timestamp]"), "{text}");
    }
    // Milliseconds are digits too, and a time in a far future.
    assert_snapshot!(judged(&desk, "1700000000000", None, "1700000000"), @r#"
        not verified: the signature is right, but the delivery is 1698299999700 s too far in the future: sent 1700000000000 s, now 2023-11-14T22:13:20Z, tolerance 300 s
          hint: the time seems to be in milliseconds instead of seconds
        [timestamp_in_future]
        "#);
}

#[test]
fn row_8_too_old() {
    assert_snapshot!(judged(&Desk::new(), "1700000000", None, "1700000301"), @r#"
        not verified: the signature is right, but the delivery is too old by 1 s: sent 2023-11-14T22:13:20Z, now 2023-11-14T22:18:21Z, tolerance 300 s
          hint: verify an old capture with `--at TIME`, or skip the check of its age with `--tolerance none`
        [timestamp_too_old]
        "#);
}

#[test]
fn row_9_from_the_future() {
    assert_snapshot!(judged(&Desk::new(), "1700000301", None, "1700000000"), @r#"
        not verified: the signature is right, but the delivery is 1 s too far in the future: sent 2023-11-14T22:18:21Z, now 2023-11-14T22:13:20Z, tolerance 300 s
          hint: check this machine's clock, or verify a capture with `--at TIME`
        [timestamp_in_future]
        "#);
}

#[test]
fn a_scheme_that_signs_the_url() {
    let desk = Desk::new();
    let (url, form) = ("--scheme twilio --public-url https://example.com/hook?a=1", b"Digits=1234&From=%2B1");
    let signature = desk.signature(url, form);
    desk.verify(url, &[("X-Twilio-Signature", &signature)], form).ok();
    let text = desk.refused(&url.replace("a=1", "a=2"), &[("X-Twilio-Signature", &signature)], form);
    assert!(text.contains("for the URL and the form fields"), "{text}");
    for command in ["verify", "sign", "explain", "listen", "verify --batch @body"] {
        let line = format!("{command} --secret-file @secret --scheme twilio");
        let text = desk.complains(&line, &[], form, Exit::Usage);
        assert!(text.contains("the scheme `twilio` signs the URL") && text.contains("`--public-url"), "{text}");
    }
    let text =
        desk.complains("drill --url http://127.0.0.1:1 --secret-file @secret --scheme twilio", &[], b"", Exit::Usage);
    assert!(text.contains("makini webhooks sign --help"), "{text}");
    // A captured request was sent to a URL.
    let request = |host: &str| {
        format!("POST /hook?a=1 HTTP/1.1\nHost: {host}\nX-Twilio-Signature: {signature}\n\nDigits=1234&From=%2B1")
    };
    let verify = "verify --request - --secret-file @secret --scheme twilio";
    desk.run(verify, &[], request("example.com").as_bytes()).ok();
    desk.run(verify, &[], request("internal").as_bytes()).expect(Exit::Invalid);
    let public = format!("{verify} --public-url https://example.com");
    desk.run(&public, &[], request("internal").as_bytes()).ok();
}

#[test]
fn row_28_the_signature_header_twice() {
    let desk = Desk::new();
    let good = desk.signature("", BODY.as_bytes());
    let name = "X-Webhook-Signature";
    assert_snapshot!(desk.refused("", &[(name, &good), (name, "AAAA")], BODY.as_bytes()), @r#"
        not verified: the header X-Webhook-Signature is there twice with different values
          hint: only one of the two can be the sender's: a proxy in between may have added the other
        [ambiguous_header]
        "#);
    desk.verify("", &[(name, &good), (name, &good)], BODY.as_bytes()).ok();
    // A scheme with lists takes them all.
    let headers = desk.signed(STANDARD, BODY.as_bytes());
    let other = "v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    let mut headers: Vec<_> = headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    headers.insert(2, ("webhook-signature", other));
    desk.verify(STANDARD, &headers, BODY.as_bytes()).ok();
}

#[test]
fn row_29_a_hostile_header() {
    let desk = Desk::new();
    let hostile = format!("a\u{1b}[2J\r{}", "\u{1b}]0;x\u{7}".repeat(20_000));
    assert_snapshot!(desk.refused("", &[("X-Webhook-Signature", &hostile)], BODY.as_bytes()), @r#"
        not verified: the signature is not base64 (120006 characters)
        [wrong_encoding]
        "#);
    assert_snapshot!(desk.refused(GITHUB, &hub("\u{1b}[2Jsha1=abc"), BODY.as_bytes()), @r#"
        not verified: X-Hub-Signature-256 has no signature labelled `sha256`; there is: \x1b[2Jsha1
          hint: set the form of the header with `--scheme` and `--prefix`
        [no_supported_scheme]
        "#);
    // As long as no argument may be, and with a zero byte: in a captured request.
    let mut request = b"X-Webhook-Signature: a\0\x1b[2J".to_vec();
    request.resize(1 << 20, b'x');
    request.extend_from_slice(b"\n\n{}");
    desk.machine.write("request", &request);
    let ended = desk.run("verify --secret-file @secret --request @request", &[], b"").expect(Exit::Invalid);
    assert!(ended.stdout.len() < 200, "{}", ended.stdout.len());
    assert_eq!(std::fs::read(desk.machine.home().join("request")).expect("there"), request, "the input is untouched");
}
