use super::*;
use crate::secret::Secret;
use crate::secrets::BadSecret;
use crate::sign::{Stamp, sign};
use crate::{Encoding, SecretEncoding};

const NOW: i64 = 1_700_000_000;
const STAMP: Stamp<'_> = Stamp { id: "msg_1", timestamp: "1700000000" };
const WHSEC: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

fn secrets(scheme: Scheme) -> Secrets {
    Secrets::all([Secret::new(WHSEC)], scheme.secret_encoding()).expect("a good secret")
}

/// Returns the configuration of a scheme, with a URL where it signs one.
fn config(scheme: Scheme) -> Config {
    let url = scheme.signs_url().then(|| "https://example.com/hook?a=1".parse().expect("a URL"));
    Config { url, ..Config::new(scheme) }
}

fn signed(scheme: Scheme, body: &[u8]) -> Vec<(String, String)> {
    sign(&config(scheme), &secrets(scheme), body, STAMP).expect("signed").headers
}

fn judge(config: &Config, headers: &[(String, String)], body: &[u8], now: i64) -> Verdict {
    let headers: Vec<_> = headers.iter().map(|(name, value)| Header::new(name, value.as_bytes())).collect();
    verify(config, &secrets(config.scheme), &headers, body, now)
}

fn code(config: &Config, headers: &[(String, String)], body: &[u8]) -> &'static str {
    judge(config, headers, body, NOW).reason().map_or("valid", Reason::code)
}

fn with(name: &str, value: &str) -> Vec<(String, String)> {
    vec![(name.to_owned(), value.to_owned())]
}

#[test]
fn raw_is_preferred_and_the_canonical_text_is_at_hand() {
    let config = Config::default();
    let compact = br#"{"a":"/"}"#;
    let headers = signed(Scheme::Makini, compact);
    let verdict = judge(&config, &headers, compact, NOW);
    assert_eq!(verdict.outcome, Ok(Match { canonicalization: Canonicalization::Raw, secret: 0 }));
    assert_eq!(verdict.raw_differs_from_canonical, Some(false));
    assert!(verdict.warnings.is_empty());
    let verdict = judge(&config, &headers, br#"{"a": "\/"}"#, NOW);
    assert_eq!(verdict.outcome, Ok(Match { canonicalization: Canonicalization::JsonStringify, secret: 0 }));
    assert_eq!(verdict.raw_differs_from_canonical, Some(true));
    assert_eq!(verdict.canonical.as_deref(), Some(&compact[..]));
    assert_eq!(verdict.warnings.len(), 1, "the bytes were not what was proven");
    let raw = Config { candidates: vec![Canonicalization::Raw], ..config };
    assert_eq!(code(&raw, &headers, br#"{"a": "\/"}"#), "signature_mismatch");
    assert_eq!(judge(&raw, &headers, compact, NOW).canonical, None);
}

#[test]
fn a_proof_has_another_text_only_where_that_is_what_is_signed() {
    let prove = |scheme, headers: &[(String, String)], body: &[u8], now| {
        let headers: Vec<_> = headers.iter().map(|(name, value)| Header::new(name, value.as_bytes())).collect();
        Verifier::new(&config(scheme), &secrets(scheme)).prove(&headers, body, now)
    };
    let body = br#"{"a":"/"}"#;
    let headers = signed(Scheme::Makini, body);
    let raw = Match { canonicalization: Canonicalization::Raw, secret: 0 };
    assert_eq!(prove(Scheme::Makini, &headers, body, NOW), Ok(Proof { matched: raw, canonical: None, id: None }));
    let by_value = prove(Scheme::Makini, &headers, br#"{"a": "\/"}"#, NOW).expect("proven");
    assert_eq!(by_value.matched.canonicalization, Canonicalization::JsonStringify);
    assert_eq!(by_value.canonical.as_deref(), Some(&body[..]));
    let forged = prove(Scheme::Makini, &headers, br#"{"a":"b"}"#, NOW).expect_err("forged");
    assert_eq!(forged.code(), "signature_mismatch");
    // The same in every scheme as what is shown to people.
    for scheme in Scheme::ALL.iter().copied() {
        let headers = signed(scheme, body);
        for now in [NOW, NOW + 100_000] {
            let shown = judge(&config(scheme), &headers, body, now);
            let proof = prove(scheme, &headers, body, now);
            assert_eq!(proof.clone().map(|proof| proof.matched), shown.outcome, "{scheme}");
            assert!(proof.is_err() || proof.is_ok_and(|proof| proof.id == shown.id), "{scheme}");
        }
    }
}

#[test]
fn the_algorithm_is_never_taken_from_the_message() {
    let sha1 =
        Config { algorithm: crate::Algorithm::Sha1, prefix: Some("sha1=".into()), ..Config::new(Scheme::Github) };
    let headers = sign(&sha1, &secrets(Scheme::Github), b"{}", STAMP).expect("signed").headers;
    assert_eq!(code(&Config::new(Scheme::Github), &headers, b"{}"), "no_supported_scheme");
    let relabelled = with(&headers[0].0, &headers[0].1.replace("sha1=", "sha256="));
    assert_eq!(code(&Config::new(Scheme::Github), &relabelled, b"{}"), "truncated_signature");
}

#[test]
fn lists_are_joined_and_others_are_ambiguous() {
    let good = &signed(Scheme::Github, b"{}")[0].1;
    let name = "X-Hub-Signature-256";
    let two = [with(name, good), with("x-hub-signature-256", "sha256=00")].concat();
    assert_eq!(code(&Config::new(Scheme::Github), &two, b"{}"), "ambiguous_header");
    let same = [with(name, good), with(name, good)].concat();
    assert_eq!(code(&Config::new(Scheme::Github), &same, b"{}"), "valid");
    let mut headers = signed(Scheme::StandardWebhooks, b"{}");
    headers.insert(0, ("Webhook-Signature".into(), "v1,AAAA v1a,xyz".into()));
    assert_eq!(code(&Config::new(Scheme::StandardWebhooks), &headers, b"{}"), "valid");
    headers.push(("webhook-id".into(), "msg_2".into()));
    assert_eq!(code(&Config::new(Scheme::StandardWebhooks), &headers, b"{}"), "ambiguous_header");
    let mut headers = signed(Scheme::Stripe, b"{}");
    headers.push(("stripe-signature".into(), "t=1700000001,v1=00".into()));
    assert_eq!(code(&Config::new(Scheme::Stripe), &headers, b"{}"), "malformed_header");
}

#[test]
fn the_tolerance_ends_where_it_ends() {
    let config = Config::new(Scheme::Slack);
    let headers = signed(Scheme::Slack, b"a=1");
    for (now, due) in [
        (NOW, "valid"),
        (NOW + 300, "valid"),
        (NOW - 300, "valid"),
        (NOW + 301, "timestamp_too_old"),
        (NOW - 301, "timestamp_in_future"),
        (i64::MAX, "timestamp_too_old"),
        (i64::MIN, "timestamp_in_future"),
    ] {
        let verdict = judge(&config, &headers, b"a=1", now);
        assert_eq!(verdict.reason().map_or("valid", Reason::code), due, "{now}");
        assert_eq!(verdict.timestamp, Some(NOW));
    }
    let text = judge(&config, &headers, b"a=1", NOW + 301).reason().map(ToString::to_string).expect("too old");
    insta::assert_snapshot!(text, @"the signature is right, but the delivery is too old by 1 s: sent 2023-11-14T22:13:20Z, now 2023-11-14T22:18:21Z, tolerance 300 s");
    let open = Config { tolerance: Tolerance::Unlimited, ..config };
    assert!(judge(&open, &headers, b"a=1", 0).is_valid());
    assert_eq!("99999999999999999999".parse(), Ok(Tolerance::Seconds(u64::MAX)));
    for bad in ["-5", "5 minutes", "", "+1", "1e3", "None"] {
        assert!(bad.parse::<Tolerance>().is_err(), "{bad}");
    }
}

#[test]
fn a_reason_never_holds_the_expected_signature() {
    for scheme in Scheme::ALL {
        let headers = signed(*scheme, b"{}");
        let expected = signed(*scheme, b"[]").pop().expect("a signature").1;
        let verdict = judge(&config(*scheme), &headers, b"[]", NOW);
        let text = format!("{verdict:?} {}", verdict.reason().expect("a mismatch"));
        let value = expected.rsplit(['=', ',']).find(|part| part.len() > 20).expect("a value");
        for window in value.as_bytes().windows(12) {
            assert!(!text.contains(std::str::from_utf8(window).expect("ASCII")), "{scheme}: {text}");
        }
        assert!(!text.contains(WHSEC));
    }
    let verifier = Verifier::new(&Config::default(), &secrets(Scheme::Makini));
    assert!(!format!("{verifier:?} {:?}", secrets(Scheme::Makini)).contains("MfKQ"));
}

#[test]
fn secrets_are_checked_before_anything_is_compared() {
    let bad = |texts: &[&str], encoding| {
        Secrets::all(texts.iter().map(|text| Secret::new(*text)), encoding).expect_err("a bad secret").to_string()
    };
    assert_eq!(bad(&[], SecretEncoding::Utf8), "there is no secret to verify with");
    assert_eq!(bad(&["a", "", "b"], SecretEncoding::Utf8), "secret 2 is empty");
    assert_eq!(bad(&[" \t"], SecretEncoding::Utf8), "secret 1 is blank");
    assert_eq!(bad(&["whsec_"], SecretEncoding::Whsec), "secret 1 is empty");
    assert_eq!(bad(&["abc "], SecretEncoding::Utf8), "secret 1 has whitespace at its end");
    assert_eq!(bad(&["\tabc"], SecretEncoding::Utf8), "secret 1 has whitespace at its start");
    assert_eq!(bad(&["a\nb"], SecretEncoding::Utf8), "secret 1 has a line break in it");
    assert_eq!(bad(&["whsec_ab*d"], SecretEncoding::Whsec), "secret 1 is not base64: character 9 is `*`");
    assert_eq!(bad(&["12g4"], SecretEncoding::Hex), "secret 1 is not hexadecimal: character 3 is `g`");
    assert_eq!(bad(&["é2g4"], SecretEncoding::Hex), "secret 1 is not hexadecimal: character 1 is `\\u{e9}`");
    assert_eq!(bad(&["123"], SecretEncoding::Hex), "secret 1 is not hexadecimal: the number of digits is odd");
    assert_eq!(Secret::from_line("abc\n").expose(), "abc");
    assert_eq!(Secret::from_line("abc\r\n").expose(), "abc");
    assert_eq!(Secret::from_line("abc\n\n").expose(), "abc\n", "only one");
    assert!(matches!(
        Secrets::all([Secret::from_line("abc\n\n")], SecretEncoding::Utf8),
        Err(BadSecret::Whitespace(1, "end"))
    ));
}

#[test]
fn each_of_several_secrets_is_tried() {
    let all = Secrets::all(["a", "b", "c"].map(Secret::new), SecretEncoding::Utf8).expect("good secrets");
    for (index, text) in ["a", "b", "c"].iter().enumerate() {
        let one = Secrets::all([Secret::new(*text)], SecretEncoding::Utf8).expect("a good secret");
        let headers = sign(&Config::default(), &one, b"[]", STAMP).expect("signed").headers;
        let headers = [Header::new(&headers[0].0, headers[0].1.as_bytes())];
        let verdict = verify(&Config::default(), &all, &headers, b"[]", NOW);
        assert_eq!(verdict.outcome.map(|matched| matched.secret), Ok(index));
    }
}

#[test]
fn names_are_suggested() {
    let error = "standrd-webhooks".parse::<Scheme>().expect_err("no such scheme");
    assert_eq!(error.known()[0], "standard-webhooks");
    assert!(error.to_string().starts_with("unknown scheme `standrd-webhooks`; known: standard-webhooks, "));
    assert_eq!("SHA512".parse(), Ok(crate::Algorithm::Sha512));
    let hostile = "\u{1b}[2J".repeat(100).parse::<Encoding>().expect_err("no such encoding").to_string();
    assert!(hostile.is_ascii() || hostile.chars().all(|c| !c.is_control()));
    assert!(hostile.len() < 400);
}

#[test]
fn a_body_that_is_read_in_pieces_gets_the_same_verdict() {
    for scheme in Scheme::ALL {
        for length in [0, 1, 65_535, 65_536, 200_000] {
            let body = format!("\"{}\"", "x".repeat(length));
            let config = config(*scheme);
            let verifier = Verifier::new(&config, &secrets(*scheme));
            let headers = signed(*scheme, body.as_bytes());
            let headers: Vec<_> = headers.iter().map(|(name, value)| Header::new(name, value.as_bytes())).collect();
            for (body, now) in [(body.clone(), NOW), (body.clone(), NOW + 1000), (format!("{body}\n"), NOW)] {
                let read = verifier.verify_read(&headers, body.as_bytes(), now).expect("memory");
                assert_eq!(read, verifier.verify(&headers, body.as_bytes(), now), "{scheme}");
                assert!(verifier.verify_read(&[], body.as_bytes(), now).expect("memory").reason().is_some());
            }
        }
    }
    let limited = Config { limits: canonical::Limits { size: 10, ..Default::default() }, ..Config::default() };
    let verifier = Verifier::new(&limited, &secrets(Scheme::Makini));
    let value = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    let header = [Header::new("X-Webhook-Signature", value.as_bytes())];
    let verdict = verifier.verify_read(&header, std::io::repeat(b'1'), NOW).expect("memory");
    let text = verdict.reason().expect("too long").to_string();
    assert_eq!(text, "the body is longer than the limit of 10 bytes");
    // Signed is what fits just so, and more follows.
    let headers = signed(Scheme::Makini, b"12345678901");
    let headers = [Header::new(&headers[0].0, headers[0].1.as_bytes())];
    assert!(!verifier.verify_read(&headers, &b"123456789012"[..], NOW).expect("memory").is_valid());
}
