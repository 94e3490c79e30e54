use proptest::prelude::*;

use super::*;

fn body(text: &str) -> String {
    String::from_utf8(parse(text.as_bytes()).expect("a request").body).expect("text")
}

#[test]
fn a_request_with_either_line_end() {
    for end in ["\n", "\r\n"] {
        let text = ["POST /hook HTTP/1.1", "Host: a", "X-Sig:  abc ", "", "{\"a\":\n1}"].join(end);
        let capture = parse(text.as_bytes()).expect("a request");
        assert_eq!(capture.request_line.as_deref(), Some("POST /hook HTTP/1.1"));
        assert_eq!(capture.headers[1], ("X-Sig".to_owned(), b"abc".to_vec()));
        assert_eq!(capture.body, b"{\"a\":\n1}");
    }
}

#[test]
fn headers_alone_are_enough() {
    assert_eq!(body("X-Sig: a\n\nbody"), "body");
    assert_eq!(parse(b"X-Sig: a").expect("headers").body, b"");
}

#[test]
fn content_length_ends_the_body() {
    let capture = parse(b"POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}\n").expect("a request");
    assert_eq!((capture.body.as_slice(), capture.doubts.len()), (&b"{}"[..], 1));
    let cut = parse(b"POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\n{}").expect_err("cut");
    assert_eq!((&cut, cut.exit()), (&BadCapture::Cut { found: 2, due: 9 }, Exit::Usage));
    let none = parse(b"POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\n").expect("headers");
    assert_eq!(none.no_body, Some(NoBody::Missing));
    for bad in ["x", "-1", "1, 1", "99999999999999999999999"] {
        let text = format!("POST / HTTP/1.1\nContent-Length: {bad}\n\n{{}}");
        assert!(matches!(parse(text.as_bytes()), Err(BadCapture::Length(_))), "{bad}");
    }
    assert!(parse(b"A: b\nContent-Length: 1\nContent-Length: 2\n\nxx").is_err());
}

#[test]
fn chunks_are_put_together() {
    let head = "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n";
    assert_eq!(body(&format!("{head}3\r\n{{\"a\r\n4;x=y\r\n\":1}}\r\n0\r\n\r\n")), "{\"a\":1}");
    assert_eq!(body(&format!("{head}{{\"a\":1}}")), "{\"a\":1}", "already put together");
    assert_eq!(parse(format!("{head}5\r\nab").as_bytes()), Err(BadCapture::Chunk(0)));
    assert_eq!(parse(format!("{head}2\r\nabXX").as_bytes()), Err(BadCapture::Chunk(5)));
    assert_eq!(parse(format!("{head}ffffffffffffffff\r\nab").as_bytes()), Err(BadCapture::Chunk(0)));
}

#[test]
fn what_curl_prints() {
    let text = "* Connected to localhost\n> POST /hook HTTP/1.1\r\n> Host: localhost\r\n> X-Sig: abc\r\n> \r\n\
                {\"a\":1}\n< HTTP/1.1 200 OK\n< X-Other: y\n";
    let capture = parse(text.as_bytes()).expect("a request");
    assert_eq!(capture.headers.len(), 2);
    assert_eq!(capture.body, b"{\"a\":1}\n");
}

#[test]
fn what_is_no_request_is_refused_by_line() {
    assert_eq!(parse(b""), Err(BadCapture::Empty));
    assert_eq!(parse(b"\r\n\r\n"), Err(BadCapture::Empty));
    assert_eq!(parse(b"A: b\n c\n\n"), Err(BadCapture::Folded(2)));
    let latin = parse(b"A: \xff\n\n").expect("a value is bytes");
    assert_eq!((latin.headers[0].1.as_slice(), latin.warnings.len()), (&b"\xff"[..], 1));
    assert!(matches!(parse(b"hello world"), Err(BadCapture::Unknown(_))));
    assert!(matches!(parse(b"HTTP/1.1 200 OK\n\n"), Err(BadCapture::Response(_))));
    assert!(matches!(parse(b"POST / HTTP/1.1\nno colon\n\n"), Err(BadCapture::Header { line: 2, .. })));
    assert_eq!(parse("A: b\n".repeat(1001).as_bytes()), Err(BadCapture::TooManyHeaders));
}

proptest! {
    #[test]
    fn nothing_ends_the_process(text in proptest::collection::vec(any::<u8>(), 0..300)) {
        parse(&text).ok();
    }

    #[test]
    fn any_body_comes_through(body in proptest::collection::vec(any::<u8>(), 0..300), size in 1_usize..50) {
        let mut plain = format!("POST / HTTP/1.1\r\nContent-Length: {}\r\n\r\n", body.len()).into_bytes();
        plain.extend_from_slice(&body);
        prop_assert_eq!(&parse(&plain).expect("plain").body, &body);
        let mut chunked = b"POST / HTTP/1.1\nTransfer-Encoding: gzip, Chunked\n\n".to_vec();
        for chunk in body.chunks(size) {
            chunked.extend_from_slice(format!("{:X}\r\n", chunk.len()).as_bytes());
            chunked.extend_from_slice(chunk);
            chunked.extend_from_slice(b"\r\n");
        }
        chunked.extend_from_slice(b"0\r\n\r\n");
        prop_assert_eq!(&parse(&chunked).expect("chunked").body, &body);
    }
}

/// One request in every form, as the tools write it.
#[test]
fn one_request_in_every_form() {
    let har = r#"{"log":{"version":"1.2","entries":[{"request":{"method":"GET","url":"https://a.example/","headers":[]}},
        {"request":{"method":"POST","url":"https://a.example/hook?x=1","httpVersion":"HTTP/2","headers":[{"name":":method","value":"POST"},
        {"name":"Host","value":"a.example"},{"name":"X-Sig","value":"abc"}],"postData":{"mimeType":"application/json","text":"{\"a\":\"é\"}"}}}]}}"#;
    let postman = r#"{"info":{"name":"x"},"item":[{"name":"folder","item":[{"name":"y","request":{"method":"POST","header":[{"key":"X-Sig","value":"abc"},
        {"key":"X-Off","value":"no","disabled":true}],"body":{"mode":"raw","raw":"{\"a\":\"é\"}"},"url":{"raw":"https://a.example/hook?x=1"}}}]}]}"#;
    let insomnia = r#"{"_type":"export","__export_format":4,"resources":[{"_type":"workspace"},{"_type":"request","method":"POST",
        "url":"https://a.example/hook?x=1","headers":[{"name":"X-Sig","value":"abc"}],"body":{"mimeType":"application/json","text":"{\"a\":\"é\"}"}}]}"#;
    let gateway = r#"{"version":"2.0","rawPath":"/hook","rawQueryString":"x=1","headers":{"host":"a.example","x-sig":"abc"},
        "requestContext":{"http":{"method":"POST"}},"body":"eyJhIjoiw6kifQ==","isBase64Encoded":true}"#;
    let command = "curl 'https://a.example/hook?x=1' \\\n  -H 'X-Sig: abc' \\\n  --data-raw $'{\"a\":\"\\u00e9\"}' \\\n  --compressed";
    let cmd = "curl ^\"https://a.example/hook?x=1^\" ^\r\n  -H ^\"X-Sig: abc^\" ^\r\n  --data-raw ^\"^{^\\^\"a^\\^\":^\\^\"é^\\^\"^}^\"";
    let mitm = "127.0.0.1:51234: POST https://a.example/hook?x=1\n    Host: a.example\n    X-Sig: abc\n    Content-Length: 10\n\n    {\"a\":\"é\"}\n\n << 200 OK 2b\n    Server: x\n";
    let mitm2 = "[12:00:00.123][127.0.0.1:51234] client connect\n127.0.0.1:51234: POST https://a.example/hook?x=1 HTTP/2.0\n    :authority: a.example\n    X-Sig: abc\n\n    {\"a\":\"é\"}\n";
    let http2 = ":method: POST\n:authority: a.example\n:scheme: https\n:path: /hook?x=1\nx-sig: abc\n\n{\"a\":\"é\"}";
    let file = "### Send\n# @name send\n@host = x\n\nPOST https://a.example/hook?x=1\nX-Sig: abc\n# a note\n\n{\"a\":\"é\"}\n\n### Next\nGET https://a.example/\n";
    let verbose = "* Trying 127.0.0.1:80...\n* Connected\n> POST /hook?x=1 HTTP/1.1\r\n> Host: a.example\r\n> X-Sig: abc\r\n> \r\n{\"a\":\"é\"}";
    let trace = "== Info: Connected\n=> Send header, 58 bytes (0x3a)\n0000: POST /hook?x=1 HTTP/1.1\n0019: Host: a.example\n002a: X-Sig: abc\n0036: \n=> Send data, 9 bytes (0x9)\n0000: {\"a\":\"e\"}\n== Info: done\n<= Recv header, 17 bytes (0x11)\n0000: HTTP/1.1 200 OK\n";
    let hex = "12:00:00.1 => Send header, 58 bytes (0x3a)\n\
        0000: 50 4f 53 54 20 2f 68 6f 6f 6b 3f 78 3d 31 20 48 POST /hook?x=1 H\n\
        0010: 54 54 50 2f 31 2e 31 0d 0a 48 6f 73 74 3a 20 61 TTP/1.1..Host: a\n\
        0020: 2e 65 78 61 6d 70 6c 65 0d 0a 58 2d 53 69 67 3a .example..X-Sig:\n\
        0030: 20 61 62 63 0d 0a 0d 0a 20 20                    abc....  \n\
        12:00:00.1 => Send data, 10 bytes (0xa)\n\
        0000: 7b 22 61 22 3a 22 c3 a9 22 7d                   {\"a\":\"..\"}\n";
    for (name, text) in [
        ("har", har),
        ("postman", postman),
        ("insomnia", insomnia),
        ("gateway", gateway),
        ("command", command),
        ("cmd", cmd),
        ("mitmdump", mitm),
        ("mitmdump, HTTP/2", mitm2),
        ("HTTP/2", http2),
        ("http file", file),
        ("curl -v", verbose),
        ("trace-ascii", trace),
        (
            "trace",
            &hex.replace("3a)", "38)")
                .replace("58 bytes", "56 bytes")
                .replace("0d 0a 0d 0a 20 20 ", "0d 0a 0d 0a       "),
        ),
    ] {
        for (form, bytes) in [
            ("plain", text.as_bytes().to_vec()),
            ("with a mark", [b"\xef\xbb\xbf", text.as_bytes()].concat()),
            ("UTF-16", [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()),
        ] {
            let capture = parse(&bytes).unwrap_or_else(|error| panic!("{name}, {form}: {error}"));
            let value = |wanted: &str| {
                let found = capture.headers.iter().find(|(name, _)| name.eq_ignore_ascii_case(wanted));
                found.map(|(_, value)| String::from_utf8_lossy(value).into_owned())
            };
            assert_eq!(value("x-sig").as_deref(), Some("abc"), "{name}, {form}");
            assert_eq!(value("host").as_deref(), Some("a.example"), "{name}, {form}");
            assert_eq!(value("x-off"), None, "{name}, {form}");
            let line = capture.request_line.clone().unwrap_or_default();
            assert!(line.starts_with("POST /hook?x=1 "), "{name}, {form}: {line}");
            let body = String::from_utf8(capture.body.clone()).expect("text");
            let due = if name == "trace-ascii" { r#"{"a":"e"}"# } else { r#"{"a":"é"}"# };
            assert_eq!((body.as_str(), capture.no_body), (due, None), "{name}, {form}");
        }
    }
}

/// A real `curl -v --data-binary @body`, and others that name the body and do not hold it.
#[test]
fn captures_without_their_body() {
    let log = "*   Trying 127.0.0.1:4600...\n* Connected to 127.0.0.1 (127.0.0.1) port 4600 (#0)\n> POST / HTTP/1.1\r\n> Host: a\r\n\
               > X-Sig: abc\r\n> Content-Length: 23\r\n> \r\n} [23 bytes data]\n* upload completely sent off: 23 out of 23 bytes\n\
               < HTTP/1.1 200 OK\r\n< \r\n{ [2 bytes data]\n* Connection #0 to host left intact\nok";
    for (text, why) in [
        (log, NoBody::Missing),
        ("curl https://a.example/ -H 'X-Sig: abc' --data-binary @body.json", NoBody::File),
        ("POST https://a.example/\nX-Sig: abc\n\n< ./body.json\n", NoBody::File),
        (
            "127.0.0.1:5: POST https://a.example/\n    X-Sig: abc\n    Content-Length: 7\n\n    {\n        \"a\": 1\n    }\n",
            NoBody::Reformatted,
        ),
        (
            r#"{"log":{"entries":[{"request":{"method":"POST","url":"https://a.example/","headers":[],"bodySize":7}}]}}"#,
            NoBody::Missing,
        ),
    ] {
        assert_eq!(parse(text.as_bytes()).expect(text).no_body, Some(why), "{text}");
    }
}

#[test]
fn what_cannot_be_read_names_what_can() {
    for text in [
        "hello world",
        "{}",
        "[1]",
        "{\"a\":",
        "curl 'https://a.example",
        "POST",
        "<html></html>",
        "type: collection.insomnia.rest/5.0\n",
    ] {
        let error = parse(text.as_bytes()).expect_err(text);
        assert_eq!(error.exit(), Exit::Usage, "{text}");
        assert!(error.hint().is_some_and(|hint| hint.contains("HAR") && hint.contains("curl -v")), "{text}: {error}");
    }
}

/// What tools print that have changed the body, or coloured it, on the way.
#[test]
fn a_body_that_may_be_another_is_doubted() {
    let doubts = |text: &str| parse(text.as_bytes()).expect(text).doubts.len();
    assert_eq!(doubts("POST / HTTP/1.1\nContent-Length: 2\n\n{}"), 0);
    assert_eq!(doubts("POST / HTTP/1.1\nContent-Length: 7\n\n{\n    \"a\": 1\n}\n"), 1, "a client that indents JSON");
    assert_eq!(doubts("127.0.0.1:5: POST https://a.example/\n    X-Sig: abc\n\n    {\n        \"a\": 1\n    }\n"), 1);
    let colored = "\u{1b}[32mPOST\u{1b}[39;49;00m /hook \u{1b}[34mHTTP\u{1b}[39m/1.1\nX-Sig\u{1b}[36m:\u{1b}[39m abc\n\n{\u{1b}[1m}\u{1b}[m";
    let capture = parse(colored.as_bytes()).expect("a request");
    assert_eq!(capture.request_line.as_deref(), Some("POST /hook HTTP/1.1"));
    assert_eq!((&capture.headers[0].1[..], &capture.body[..]), (&b"abc"[..], &b"{}"[..]));
    let bare =
        parse(b"127.0.0.1:5: POST https://a.example/hook\n              << 200 OK 11b\n").expect_err("no headers");
    assert!(bare.to_string().contains("--flow-detail 3"), "{bare}");
    let two = "127.0.0.1:5: POST https://a.example/\n    X-Sig: abc\n << 200 OK 11b\n    Server: x\n";
    assert_eq!(parse(two.as_bytes()).expect("headers").no_body, Some(NoBody::Missing));
}
