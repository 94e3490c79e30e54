//! Bytes pass unchanged.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;
use http::{HeaderName, HeaderValue};
use proptest::prelude::*;
use serde_json::Value;

use super::wire::{Conversation, Message, RawServer, exchange};
use super::{recording, rows};

/// A request with these lines after the first and this body.
fn request(first: &str, lines: &str, body: &[u8]) -> Vec<u8> {
    [format!("{first} HTTP/1.1\r\nHost: 127.0.0.1\r\n{lines}\r\n").as_bytes(), body].concat()
}

/// Headers that are about one connection.
const OF_CONNECTION: &[&str] = &["host", "via", "connection", "transfer-encoding"];

fn gzip(text: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text).expect("memory");
    encoder.finish().expect("memory")
}

fn answer(head: &str, body: &[u8]) -> Vec<u8> {
    [format!("HTTP/1.1 {head}\r\n\r\n").as_bytes(), body].concat()
}

#[test]
fn answers_pass_as_they_are() {
    let binary: Vec<u8> = (0..=255).cycle().take(200_000).collect();
    let zipped = gzip(b"{\"data\":[]}");
    let cases = [
        (
            "GET",
            answer("200 OK\r\ncontent-length: 200000\r\nx-odd: caf\u{e9} \u{fc}\r\nx-twice: 1\r\nx-twice: 2", &binary),
        ),
        ("GET", answer(&format!("200 OK\r\ncontent-encoding: gzip\r\ncontent-length: {}", zipped.len()), &zipped)),
        ("GET", answer("200 Fine With Me\r\ntransfer-encoding: chunked", b"3\r\nabc\r\n1;x=y\r\n\0\r\n0\r\n\r\n")),
        ("GET", answer("200 OK\r\nconnection: close, x-hop\r\nx-hop: 1\r\nkeep-alive: timeout=1", b"until the end")),
        ("GET", answer("204 No Content\r\nx-kept: 1", b"")),
        ("GET", answer("304 Not Modified\r\netag: \"a\"", b"")),
        ("HEAD", answer("200 OK\r\ncontent-length: 17\r\ncontent-type: text/plain", b"")),
        ("HEAD", answer("200 OK\r\nx-no-length: 1", b"")),
        ("GET", answer("302 Found\r\nlocation: https://evil.example/\r\ncontent-length: 0", b"")),
        ("GET", answer("418 I'm a teapot\r\ncontent-length: 2\r\nset-cookie: a=1\r\nset-cookie: b=2", b"\xff\xfe")),
        ("GET", answer("100 Continue\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 1", b"x")),
    ];
    for (method, answer) in cases {
        let closes = answer.windows(17).any(|part| part == b"connection: close");
        let said = answer.clone();
        let server = RawServer::start(move |conversation| {
            conversation.request();
            conversation.say(&said);
            if closes {
                conversation.is_over = true;
            }
        });
        let sent = request(&format!("{method} /api/erp/vendors"), "", b"");
        let straight = exchange(&server.address, &sent);
        let (machine, ended, passed) = recording(&server.url(), "", |_, proxy| exchange(proxy, &sent));
        let case = String::from_utf8_lossy(&answer[..answer.len().min(90)]).into_owned();
        assert_eq!(passed.first(), straight.first(), "{case}");
        assert_eq!(passed.body, straight.body, "{case}");
        let left = [OF_CONNECTION, &["x-hop", "keep-alive"]].concat();
        assert_eq!(passed.headers_without(&left), straight.headers_without(&left), "{case}");
        assert_eq!(passed.header("x-hop"), None);
        assert!(passed.header("via").is_some_and(|via| via.starts_with("1.1 makini-")));
        ended.ok();
        let rows = rows(&machine);
        assert_eq!(rows.len(), 1, "{case}: {rows:?}");
        assert_eq!(rows[0]["bytes"], straight.body.len(), "{case}");
        let code = if case.starts_with("HTTP/1.1 302") { "redirect".into() } else { Value::Null };
        assert_eq!(rows[0]["error_code"], code, "{case}");
    }
}

#[test]
fn requests_pass_as_they_are() {
    let binary: Vec<u8> = (0..=255).rev().cycle().take(300_000).collect();
    let chunked = b"5\r\nhello\r\n3;ext\r\n\r\n!\r\n0\r\n\r\n";
    let server = RawServer::saying(answer("200 OK\r\ncontent-length: 2", b"ok"));
    let cases = [
        request(
            "GET /a/%2e%2e/b//c?x=%zz&y=[1]&z=a|b",
            "Authorization: Bearer own\r\nX-Odd: caf\u{e9}\r\nAccept: */*\r\n",
            b"",
        ),
        request("POST /upload", "Content-Length: 300000\r\nContent-Type: application/octet-stream\r\n", &binary),
        request("PUT /chunks", "Transfer-Encoding: chunked\r\n", chunked),
        request("GET /with-a-body", "Transfer-Encoding: chunked\r\n", chunked),
        request("DELETE /nothing", "Content-Length: 0\r\nCookie: a=1; b=2\r\n", b""),
        request("POST /none", "", b""),
        request(
            "PATCH /hops",
            "Connection: keep-alive, X-Hop\r\nX-Hop: 1\r\nTE: trailers\r\nContent-Length: 1\r\n",
            b"x",
        ),
        request("PROPFIND /odd-method", "Via: 1.0 other\r\n", b""),
    ];
    let (_, ended, ()) = recording(&server.url(), "", |_, proxy| {
        for sent in &cases {
            assert_eq!(exchange(proxy, sent).body, b"ok");
        }
    });
    ended.ok();
    for (sent, seen) in cases.iter().zip(server.seen()) {
        let (sent, seen) = (parsed(sent), parsed(&seen));
        assert_eq!(seen.first(), sent.first());
        assert_eq!(seen.body, sent.body, "{}", sent.first());
        let left = [OF_CONNECTION, &["x-hop"]].concat();
        assert_eq!(seen.headers_without(&left), sent.headers_without(&left), "{}", sent.first());
        assert_eq!(seen.header("host").as_deref(), Some(&*server.address));
        assert_eq!(seen.header("x-hop"), None);
        let mut via = seen.headers().into_iter().filter(|(name, _)| name == "via").map(|(_, value)| value);
        assert!(via.next_back().is_some_and(|via| via.starts_with(b"1.1 makini-")));
    }
}

/// Reads a request from bytes.
fn parsed(bytes: &[u8]) -> Message {
    let (address, bytes) = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("bound");
        let bytes = bytes.to_vec();
        std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().expect("a client");
            stream.write_all(&bytes).expect("written");
        });
        (address, ())
    };
    let () = bytes;
    Conversation::to(&address.to_string()).request()
}

#[test]
fn one_connection_carries_many_calls_and_what_is_smuggled_does_not_arrive() {
    let server = RawServer::saying(answer("200 OK\r\ncontent-length: 2", b"ok"));
    let (machine, ended, ()) = recording(&server.url(), "-o json", |_, proxy| {
        let mut client = Conversation::to(proxy);
        for _ in 0..20 {
            client.say(&request("GET /again", "", b""));
            assert_eq!(client.response(false).body, b"ok");
        }
        for bad in [
            request("POST /", "Content-Length: 1\r\nContent-Length: 2\r\n", b"xy"),
            request("POST /", "Transfer-Encoding: gzip\r\n", b"xy"),
            request("GET /", "X-Folded: a\r\n b\r\n", b""),
            request("GET /", "X-Bare: a\rb\r\n", b""),
            request("GET http://evil.example/", "", b""),
            request("CONNECT evil.example:443", "", b""),
            request("OPTIONS *", "", b""),
            b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n".to_vec(),
            request("GET /", "Origin: https://evil.example\r\n", b""),
        ] {
            let refused = exchange(proxy, &bad).first();
            assert!(
                refused.contains(" 400 ") || refused.contains(" 403 "),
                "{refused}: {}",
                String::from_utf8_lossy(&bad)
            );
        }
        // The length that remains is that of the chunks.
        let both = request("POST /both", "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", b"1\r\nx\r\n0\r\n\r\n");
        assert_eq!(exchange(proxy, &both).body, b"ok");
    });
    let report = ended.ok().json();
    assert_eq!((&report["data"]["calls"], &report["data"]["refused"]), (&21.into(), &9.into()), "{report}");
    let seen = server.seen();
    assert_eq!(seen.len(), 21);
    let both = parsed(seen.last().expect("one"));
    assert_eq!((both.header("content-length"), both.body), (None, b"x".to_vec()));
    assert_eq!(rows(&machine).len(), 21, "what is refused is no call");
}

/// A header that a client may send, and a proxy passes on.
fn header() -> impl Strategy<Value = (String, Vec<u8>)> {
    let name = "x-[a-z0-9!#$&'*+.^_`|~-]{1,12}";
    let value = prop::collection::vec(prop_oneof![0x21_u8..=0x7e, Just(b' '), Just(b'\t'), 0x80_u8..=0xff], 0..40);
    (name, value.prop_map(|value| value.trim_ascii().to_vec()))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_is_sent_arrives(
        headers in prop::collection::vec(header(), 0..12),
        target in "/[A-Za-z0-9/._~!$&'()*+,;=:@%-]{0,30}(\\?[A-Za-z0-9/._~!$&'()*+,;=:@%?\\[\\]|{}-]{0,30})?",
        pieces in prop::collection::vec(prop::collection::vec(any::<u8>(), 1..5000), 0..8),
        is_chunked in any::<bool>(),
    ) {
        let body = pieces.concat();
        let framed = |lines: &mut Vec<u8>, body: &mut Vec<u8>| {
            if is_chunked {
                lines.extend(b"transfer-encoding: chunked\r\n");
                for piece in &pieces {
                    body.extend(format!("{:x}\r\n", piece.len()).bytes());
                    body.extend(piece);
                    body.extend(b"\r\n");
                }
                body.extend(b"0\r\n\r\n");
            } else {
                lines.extend(format!("content-length: {}\r\n", pieces.concat().len()).bytes());
                body.extend(pieces.concat());
            }
        };
        let mut lines = Vec::new();
        for (name, value) in &headers {
            // What the library refuses to read is no header.
            prop_assume!(name.parse::<HeaderName>().is_ok() && HeaderValue::from_bytes(value).is_ok());
            lines.extend([name.as_bytes(), b": ", value, b"\r\n"].concat());
        }
        let mut framing = Vec::new();
        framed(&mut lines, &mut framing);
        let sent = [format!("POST {target} HTTP/1.1\r\nhost: 127.0.0.1\r\n").as_bytes(), &lines, b"\r\n", &framing].concat();
        let answer = [b"HTTP/1.1 207 Some\r\n", &lines[..], b"\r\n", &framing].concat();
        let server = RawServer::saying(answer);
        let (_, ended, passed) = recording(&server.url(), "", |_, proxy| exchange(proxy, &sent));
        ended.ok();
        let seen = server.seen();
        prop_assert_eq!(seen.len(), 1);
        let seen = parsed(&seen[0]);
        prop_assert_eq!(&seen.body, &body);
        prop_assert_eq!(&passed.body, &body);
        prop_assert_eq!(seen.first(), format!("POST {target} HTTP/1.1"));
        prop_assert_eq!(passed.first(), "HTTP/1.1 207 Some");
        let mut expected: Vec<_> = headers.iter().map(|(name, value)| (name.clone(), value.clone())).collect();
        expected.sort();
        let left = [OF_CONNECTION, &["content-length"]].concat();
        prop_assert_eq!(seen.headers_without(&left), expected.clone());
        prop_assert_eq!(passed.headers_without(&left), expected);
    }
}

#[test]
fn names_of_headers_keep_their_capital_letters() {
    let server = RawServer::saying(answer("200 OK\r\nContent-Length: 2\r\nX-Request-ID: req_1\r\nETag: \"a\"", b"ok"));
    let sent = request("GET /", "X-Api-KEY: k\r\nSOAPAction: read\r\n", b"");
    let (_, ended, passed) = recording(&server.url(), "", |_, proxy| exchange(proxy, &sent));
    ended.ok();
    let head = |bytes: &[u8]| String::from_utf8_lossy(bytes).split("\r\n\r\n").next().unwrap_or_default().to_owned();
    let answered = head(&passed.head);
    for line in ["Content-Length: 2", "X-Request-ID: req_1", "ETag: \"a\""] {
        assert!(answered.contains(line), "{answered}");
    }
    let asked = head(&server.seen()[0]);
    for line in ["X-Api-KEY: k", "SOAPAction: read"] {
        assert!(asked.contains(line), "{asked}");
    }
}
