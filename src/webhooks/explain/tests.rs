use std::io::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD};

use super::*;
use crate::hex;
use crate::{Encoding, Scheme};

const NOW: i64 = 1_700_000_000;
const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const BODY: &str = "{\"b\":\"é/<a>\",\"a\":[1,2.50],\"2\":{},\"c\":{\"d\":null}}";

fn secrets(scheme: Scheme) -> Secrets {
    Secrets::all([Secret::new(SECRET)], scheme.secret_encoding()).expect("a good secret")
}

/// Signs as a sender would that does something else than configured.
fn digest(algorithm: Algorithm, key: &[u8], text: &[u8]) -> Vec<u8> {
    HmacKey::new(algorithm, key).digest(&[text]).as_bytes().to_vec()
}

fn codes(config: &Config, headers: &[(&str, &str)], body: &[u8]) -> Vec<&'static str> {
    let headers: Vec<_> = headers.iter().map(|(name, value)| Header::new(name, value.as_bytes())).collect();
    let others =
        [OtherSecret { name: "profile `old`".into(), secret: Secret::new("former"), encoding: SecretEncoding::Utf8 }];
    let found = explain(config, &secrets(config.scheme), &others, &headers, body, NOW).expect("good secrets");
    assert!(!found.verdict.is_valid(), "{found:?}");
    assert!(!found.cut_short);
    found.mistakes.iter().map(Mistake::code).collect()
}

/// The platform's scheme; the sender signs `signed` and `body` arrives.
fn body_codes(signed: &[u8], body: &[u8]) -> Vec<&'static str> {
    let signature = STANDARD.encode(digest(Algorithm::Sha256, SECRET.as_bytes(), signed));
    codes(&Config::default(), &[("X-Webhook-Signature", &signature)], body)
}

#[test]
fn the_body_was_changed_on_the_way_or_written_in_another_way() {
    let body = BODY.as_bytes();
    let line = format!("{BODY}\n");
    let php = r#"{"b":"\u00e9\/<a>","a":[1,2.50],"2":{},"c":{"d":null}}"#;
    let python = r#"{"b": "\u00e9/<a>", "a": [1, 2.50], "2": {}, "c": {"d": null}}"#;
    let go = r#"{"b":"é/\u003ca\u003e","a":[1,2.50],"2":{},"c":{"d":null}}"#;
    let dotnet = r#"{"b":"\u00E9/\u003Ca\u003E","a":[1,2.50],"2":{},"c":{"d":null}}"#;
    let sorted = r#"{"2":{},"a":[1,2.50],"b":"é/<a>","c":{"d":null}}"#;
    let floats = r#"{"2":{},"b":"é/<a>","a":[1.0,2.5],"c":{"d":null}}"#;
    let two =
        "{\n  \"b\": \"é/<a>\",\n  \"a\": [\n    1,\n    2.50\n  ],\n  \"2\": {},\n  \"c\": {\n    \"d\": null\n  }\n}";
    let four = two.replace("  ", "    ");
    let tab = two.replace("  ", "\t");
    for (signed, came, due) in [
        (php, BODY, "signed_slash_escapes"),
        (BODY, php, "signed_compact_json"),
        (python, BODY, "signed_spaced_json"),
        (BODY, python, "signed_compact_json"),
        (go, BODY, "signed_html_escapes"),
        (dotnet, BODY, "signed_html_escapes"),
        (sorted, BODY, "signed_sorted_keys"),
        (floats, BODY, "signed_float_numbers"),
        (two, BODY, "signed_pretty_json"),
        (&four, BODY, "signed_pretty_json"),
        (&tab, BODY, "signed_pretty_json"),
        (BODY, two, "signed_compact_json"),
        (two, &two.replace('\n', "\r\n"), "line_ends_to_crlf"),
        (&two.replace('\n', "\r\n"), two, "line_ends_to_lf"),
        (BODY, &line, "line_break_added"),
        (&line, BODY, "line_break_lost"),
        (BODY, &format!("  {BODY}\t"), "blanks_added"),
        (BODY, &format!("\u{feff}{BODY}"), "byte_order_mark_added"),
        (&format!("\u{feff}{BODY}"), BODY, "byte_order_mark_lost"),
        (BODY, &STANDARD.encode(BODY), "body_in_base64"),
        (&STANDARD.encode(BODY), BODY, "body_from_base64"),
        (BODY, &serde_json::to_string(BODY).expect("a text"), "body_quoted"),
        (&serde_json::to_string(BODY).expect("a text"), BODY, "body_unquoted"),
        ("", BODY, "signed_empty_body"),
        ("[object Object]", BODY, "signed_object_object"),
        (BODY, &BODY.replace('é', "Ã©"), "body_encoded_twice"),
    ] {
        assert_eq!(body_codes(signed.as_bytes(), came.as_bytes()), [due], "{signed} / {came}");
    }
    let latin: Vec<u8> = BODY.chars().map(|character| u8::try_from(u32::from(character)).expect("Latin-1")).collect();
    assert_eq!(body_codes(body, &latin), ["body_latin1"]);
    assert_eq!(body_codes(String::from_utf8_lossy(&latin).as_bytes(), &latin), ["body_not_utf8"]);
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    gzip.write_all(body).expect("memory");
    let packed = gzip.finish().expect("memory");
    assert_eq!(body_codes(body, &packed), ["body_compressed"]);
    assert_eq!(body_codes(&packed, body), ["body_decompressed"]);
    // The value is what was signed, and the bytes were changed besides.
    let canonical = super::super::canonical::stringify(body).expect("JSON");
    assert_eq!(body_codes(&canonical, &packed), ["body_compressed", "signed_json_stringify"]);
    assert_eq!(body_codes(&canonical, format!("\u{feff}{BODY}").as_bytes()), ["signed_json_stringify"]);
    assert_eq!(body_codes(b"{\"something\":\"else\"}", body), <[&str; 0]>::default());
}

#[test]
fn one_mode_is_configured_and_the_other_was_signed() {
    let raw = Config { candidates: vec![Canonicalization::Raw], ..Config::default() };
    let json = Config { candidates: vec![Canonicalization::JsonStringify], ..Config::default() };
    let body = "{\"a\": \"\\/\"}";
    let sign = |text: &str| STANDARD.encode(digest(Algorithm::Sha256, SECRET.as_bytes(), text.as_bytes()));
    let value = sign("{\"a\":\"/\"}");
    assert_eq!(codes(&raw, &[("X-Webhook-Signature", &value)], body.as_bytes()), ["signed_json_stringify"]);
    assert_eq!(codes(&json, &[("X-Webhook-Signature", &sign(body))], body.as_bytes()), ["signed_raw_bytes"]);
}

#[test]
fn the_signature_was_written_in_another_way() {
    let right = digest(Algorithm::Sha256, SECRET.as_bytes(), BODY.as_bytes());
    let base64 = STANDARD.encode(&right);
    let url = base64.replace('+', "-").replace('/', "_");
    let config = Config::default();
    let github = Config::new(Scheme::Github);
    let standard = "X-Webhook-Signature";
    let hub = "X-Hub-Signature-256";
    for (config, name, value, due) in [
        (&config, standard, hex::encode(&right), vec!["signature_encoding"]),
        (&config, standard, hex::encode(&right).to_uppercase(), vec!["signature_encoding"]),
        (&config, standard, STANDARD_NO_PAD.encode(&right), vec!["signature_padding"]),
        (&config, standard, STANDARD.encode(hex::encode(&right)), vec!["signature_encoded_twice"]),
        (&config, standard, format!("sha256={base64}"), vec!["signature_prefix"]),
        (&config, standard, format!("sha256={}", hex::encode(&right)), vec!["signature_prefix", "signature_encoding"]),
        (&config, "X-Signature", base64.clone(), vec!["signature_header"]),
        (&github, hub, hex::encode(&right), vec!["signature_prefix"]),
        (&github, hub, format!("sha256={base64}"), vec!["signature_encoding"]),
        (&github, hub, format!("sha1={}", hex::encode(&right)), vec!["signature_prefix"]),
    ] {
        assert_eq!(codes(config, &[(name, &value)], BODY.as_bytes()), due, "{value}");
    }
    if url != base64 {
        let due = if STANDARD_NO_PAD.decode(&url).is_ok() { "signature_padding" } else { "signature_encoding" };
        assert_eq!(codes(&config, &[(standard, &url)], BODY.as_bytes()), [due]);
    }
    let hex256 = Config { encoding: Encoding::Hex, ..Config::default() };
    assert_eq!(codes(&hex256, &[(standard, &base64)], BODY.as_bytes()), ["signature_encoding"]);
}

#[test]
fn another_secret_or_another_hash() {
    let decoded = STANDARD.decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").expect("base64");
    let platform = Config::default();
    for (key, due) in [
        (decoded.clone(), "secret_encoding"),
        (b"MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw".to_vec(), "secret_prefix"),
        (format!("{SECRET}\n").into_bytes(), "secret_line_break"),
        (b"former".to_vec(), "other_secret"),
    ] {
        let value = STANDARD.encode(digest(Algorithm::Sha256, &key, BODY.as_bytes()));
        assert_eq!(codes(&platform, &[("X-Webhook-Signature", &value)], BODY.as_bytes()), [due]);
    }
    for algorithm in [Algorithm::Sha1, Algorithm::Sha384, Algorithm::Sha512] {
        let value = STANDARD.encode(digest(algorithm, SECRET.as_bytes(), BODY.as_bytes()));
        assert_eq!(codes(&platform, &[("X-Webhook-Signature", &value)], BODY.as_bytes()), ["algorithm"]);
    }
    // The other way round: the scheme decodes, and the sender did not.
    let config = Config::new(Scheme::StandardWebhooks);
    let text = format!("msg_1.{NOW}.{BODY}");
    let value = format!("v1,{}", STANDARD.encode(digest(Algorithm::Sha256, SECRET.as_bytes(), text.as_bytes())));
    let now = NOW.to_string();
    let headers = [("webhook-id", "msg_1"), ("webhook-timestamp", now.as_str()), ("webhook-signature", value.as_str())];
    assert_eq!(codes(&config, &headers, BODY.as_bytes()), ["secret_encoding"]);
}

#[test]
fn the_time_is_wrong_or_left_out() {
    let config = Config::new(Scheme::Stripe);
    let sign = |time: &str, text: &str| {
        format!("t={time},v1={}", hex::encode(&digest(Algorithm::Sha256, SECRET.as_bytes(), text.as_bytes())))
    };
    let now = NOW.to_string();
    let ms = format!("{now}000");
    for (time, text, due) in [
        ("1699990000", format!("1699990000.{BODY}"), "timestamp_too_old"),
        ("1700009999", format!("1700009999.{BODY}"), "timestamp_in_future"),
        (ms.as_str(), format!("{ms}.{BODY}"), "timestamp_milliseconds"),
        (ms.as_str(), format!("{now}.{BODY}"), "timestamp_milliseconds"),
        (now.as_str(), format!("{ms}.{BODY}"), "timestamp_milliseconds"),
        (now.as_str(), BODY.to_owned(), "signed_content"),
        (now.as_str(), format!("v0:{now}:{BODY}"), "signed_content"),
    ] {
        assert_eq!(codes(&config, &[("Stripe-Signature", &sign(time, &text))], BODY.as_bytes()), [due], "{text}");
    }
    // A plain scheme is configured, and the sender signs the time too.
    let value = STANDARD.encode(digest(Algorithm::Sha256, SECRET.as_bytes(), format!("{now}.{BODY}").as_bytes()));
    let headers = [("X-Timestamp", now.as_str()), ("X-Webhook-Signature", value.as_str())];
    assert_eq!(codes(&Config::default(), &headers, BODY.as_bytes()), ["signed_content"]);
}

#[test]
fn what_was_done_to_a_body_whose_digest_is_in_the_url() {
    let url = format!("https://example.com/hook?bodySHA256={}", public_url::body_digest(BODY.as_bytes()));
    let config = Config { url: Some(url.parse().expect("a URL")), ..Config::new(Scheme::Twilio) };
    let value = STANDARD.encode(digest(Algorithm::Sha1, SECRET.as_bytes(), url.as_bytes()));
    let headers = [("X-Twilio-Signature", value.as_str())];
    assert_eq!(codes(&config, &headers, format!("{BODY}\n").as_bytes()), ["line_break_added"]);
    // Forms are tried with the same secrets as bodies.
    let config = Config { url: Some("https://example.com/hook".parse().expect("a URL")), ..config };
    let value =
        STANDARD.encode(digest(Algorithm::Sha1, format!("{SECRET}\n").as_bytes(), b"https://example.com/hooka1b2"));
    assert_eq!(codes(&config, &[("X-Twilio-Signature", &value)], b"b=2&a=1"), ["secret_line_break"]);
}

#[test]
fn nothing_is_named_without_a_signature_or_on_success() {
    assert_eq!(codes(&Config::default(), &[], BODY.as_bytes()), <[&str; 0]>::default());
    assert_eq!(codes(&Config::default(), &[("X-Webhook-Signature", "hello")], b"{"), <[&str; 0]>::default());
    let value = STANDARD.encode(digest(Algorithm::Sha256, SECRET.as_bytes(), BODY.as_bytes()));
    let header = [Header::new("X-Webhook-Signature", value.as_bytes())];
    let found = explain(&Config::default(), &secrets(Scheme::Makini), &[], &header, BODY.as_bytes(), NOW);
    let found = found.expect("good secrets");
    assert!(found.verdict.is_valid() && found.mistakes.is_empty() && found.sentence().is_none());
}

#[test]
fn the_work_is_bounded() {
    let large = format!("[{}1]", "1.0,".repeat(100_000));
    let signature = STANDARD.encode([7; 32]);
    let headers = [Header::new("X-Webhook-Signature", signature.as_bytes())];
    let mut search = Search {
        config: &Config::default(),
        keys: keys(&secrets(Scheme::Makini), &[]).expect("good secrets"),
        tried: 0,
        hashed: MOST_HASHED - 1_000_000,
    };
    assert_eq!(search.run(&headers, large.as_bytes()), None);
    assert!(search.spent() && search.tried < 10);
    // Larger still: no other text is even made, and what needs none is still found.
    let huge = vec![b'x'; MOST_CHANGED + 1];
    let find = |signature: &str| {
        let headers = [Header::new("X-Webhook-Signature", signature.as_bytes())];
        explain(&Config::default(), &secrets(Scheme::Makini), &[], &headers, &huge, NOW).expect("good secrets")
    };
    let found = find(&signature);
    assert!(found.cut_short && found.mistakes.is_empty());
    let found = find(&hex::encode(&digest(Algorithm::Sha256, SECRET.as_bytes(), &huge)));
    assert_eq!(found.mistakes, [Mistake::Encoding(Encoding::Base64, Encoding::Hex)]);
}

#[test]
fn every_mistake_has_a_sentence_and_lines_or_advice() {
    let style = |layout, escapes, order, numbers| Mistake::Reserialised(Style { layout, escapes, order, numbers });
    let mut all: Vec<Mistake> = Style::all().into_iter().map(Mistake::Reserialised).collect();
    all.push(style(Layout::Tab, Escapes::Html, Order::Sorted, Numbers::Floats));
    all.extend(Algorithm::ALL.iter().map(|algorithm| Mistake::Algorithm(Algorithm::Sha256, *algorithm)));
    all.extend(Encoding::ALL.iter().map(|encoding| Mistake::Encoding(Encoding::Hex, *encoding)));
    all.extend(SecretEncoding::ALL.iter().map(|other| Mistake::SecretEncoding(SecretEncoding::Utf8, *other)));
    all.extend(Scheme::ALL.iter().map(|scheme| Mistake::Content(*scheme)));
    all.extend([Mistake::Prefix("a=".into(), "b=".into()), Mistake::Header("A".into(), "B\"\\".into())]);
    all.extend([
        Mistake::RawSigned,
        Mistake::LineBreakAdded,
        Mistake::Compressed,
        Mistake::BodyInBase64,
        Mistake::Quoted,
        Mistake::HexInBase64,
        Mistake::NoPadding,
        Mistake::SecretLineBreak,
        Mistake::SecretPrefixCut,
        Mistake::OtherSecret("old".into()),
        Mistake::Milliseconds,
        Mistake::TooOld,
        Mistake::LineBreakLost("\n"),
        Mistake::SignedIn(Charset::Utf16),
        Mistake::FormField("a\"b".into()),
        Mistake::Member("c'd".into()),
        Mistake::ObjectObject,
        Mistake::PlainHash(PlainHash::SecretFirst),
        Mistake::BodyChanged,
        Mistake::Url("https://a.example/".into()),
        Mistake::OtherTime("7".into()),
        Mistake::Dressed(Dress::Bytes),
        Mistake::SecretWrapped(Wrapping::Version),
        Mistake::SecretUnset("undefined"),
    ]);
    for mistake in all {
        assert!(mistake.sentence().len() > 15 && !mistake.sentence().ends_with('.'), "{mistake:?}");
        let lines: Vec<String> = Language::ALL
            .into_iter()
            .flat_map(|language| mistake.remedies().into_iter().filter_map(move |remedy| remedy.line(language)))
            .collect();
        assert!(!lines.is_empty() || mistake.advice().is_some(), "{mistake:?}");
        for line in lines {
            let open = ["{}", "{sha}", "{SHA}", "{Sha}", "{go}", "{js}", "{py}", "{php}", "{rb}", "{plus}", "{rs}"];
            assert!(!line.is_empty() && !line.contains('\n'), "{mistake:?}");
            let body_literal = matches!(mistake, Mistake::Content(_));
            assert!(body_literal || open.iter().all(|name| !line.contains(name)), "{line}");
        }
    }
    assert_eq!(Language::ALL.map(Language::name).join(" "), "JavaScript Python PHP Ruby Go Java C# Rust");
    assert!(Remedy::Algorithm(Algorithm::Sha384).line(Language::Go).is_some_and(|line| line.contains("sha512.New384")));
    let line = Remedy::Header("a\"; evil(\"".into()).line(Language::Go).expect("a line");
    assert!(!line.contains("\"; evil"), "{line}");
}
