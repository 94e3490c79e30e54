//! Servers that break the API's promise, through the real transport and real sockets.

mod tls;

use std::io::Write as _;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::any;
use makini::client::{
    ApiRequest, Bearer, BoxFuture, Client, Error, Fault, HttpOptions, HttpTransport, Proxies, Scope, ServerUrl,
    TokenSource,
};
use makini::clock::Clock;
use makini::exit::Exit;
use makini::failure::Classify as _;
use makini::secret::Secret;
use serde_json::Value;

use crate::support::wire::{Raw, client, impatient, raw, serve};

fn answer(head: &str, body: &[u8]) -> Raw {
    Raw::Say([format!("HTTP/1.1 {head}\r\nconnection: close\r\n\r\n").as_bytes(), body].concat())
}

async fn error(behaviour: Raw) -> Error {
    let (server, _) = raw(behaviour).await;
    let client = client(&server, impatient());
    match client.send(ApiRequest::get("/x")).await {
        Ok(answer) => answer.data::<Value>().expect_err("a hostile answer"),
        Err(error) => error,
    }
}

#[tokio::test]
async fn answers_that_are_not_the_api_s() {
    for (behaviour, says) in [
        (answer("200 OK\r\ncontent-type: text/html", b"<!doctype html>"), "a web page"),
        (answer("200 OK\r\ncontent-type: text/html", b"{}"), "a web page"),
        (answer("200 OK", b"\n <HTML>"), "a web page"),
        (answer("200 OK", b""), "an empty body"),
        (answer("200 OK", b"  \n"), "an empty body"),
        (answer("204 No Content", b""), "204 with a status that is not one of success for this call"),
        (answer("200 OK", b"{\"data\":\"\xff\xfe\"}"), "not UTF-8"),
        (answer("200 OK", b"{\"data\":{\"a\":[1,2"), "ends too early"),
        (answer("200 OK", b"data: x"), "not JSON"),
        (answer("200 OK", &b"[".repeat(50_000)), "not JSON"),
        (answer("200 OK\r\ncontent-length: 100", b"{\"data\":"), "broke before the answer was whole"),
        (answer("200 OK\r\ntransfer-encoding: chunked", b"5\r\n{\"dat"), "broke before the answer was whole"),
        (answer("200 OK\r\ncontent-encoding: gzip", b"{\"data\":1}"), "not compressed as its headers say"),
        (answer("200 OK\r\ncontent-length: x", b"{}"), "the answer is no HTTP: invalid content-length parsed"),
        (
            Raw::Say([b"HTTP/1.1 200 OK\r\n".to_vec(), b"x: 1\r\n".repeat(101), b"\r\n".to_vec()].concat()),
            "more than 100 headers",
        ),
        (Raw::Say(b"SSH-2.0-OpenSSH_9.2\r\n".to_vec()), "does not speak HTTP"),
        (Raw::Say(Vec::new()), "broke before the answer was whole"),
        (Raw::Hang(Vec::new()), "no answer within the time limit"),
        (Raw::Hang(b"HTTP/1.1 200 OK\r\n".to_vec()), "no answer within the time limit"),
        (Raw::Hang(b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{".to_vec()), "no answer within the time limit"),
        (answer("200 OK\r\ncontent-length: 99999999999", b""), "larger than 65536 bytes"),
    ] {
        let error = error(behaviour).await;
        assert!(error.to_string().contains(says), "{says}: {error}");
        assert_eq!(error.exit(), Exit::Unavailable, "{says}");
        assert!(error.hint().is_some(), "{says}");
    }
}

#[tokio::test]
async fn an_endless_answer_is_read_up_to_its_limit() {
    let head = b"HTTP/1.1 200 OK\r\n\r\n\"".to_vec();
    let error = error(Raw::Forever(head, vec![b'a'; 8192])).await;
    assert!(matches!(error, Error::TooLarge { limit: 65_536 }), "{error:?}");
    let head = b"HTTP/1.1 200 OK\r\n".to_vec();
    let (server, _) = raw(Raw::Forever(head, b"x-more: of the same\r\n".repeat(100))).await;
    let error = client(&server, impatient()).send(ApiRequest::get("/x")).await.expect_err("headers without end");
    assert_eq!(error.exit(), Exit::Unavailable);
}

#[tokio::test]
async fn a_compressed_bomb_is_measured_unpacked() {
    let mut zip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    for _ in 0..100 {
        zip.write_all(&vec![b' '; 1024 * 1024]).expect("memory");
    }
    let bomb = zip.finish().expect("memory");
    assert!(bomb.len() < 200_000, "small on the wire");
    let error = error(answer("200 OK\r\ncontent-encoding: gzip", &bomb)).await;
    assert!(matches!(error, Error::TooLarge { .. }), "{error:?}");
    let mut zip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    zip.write_all(br#"{"data":7}"#).expect("memory");
    let (server, seen) = raw(answer("200 OK\r\ncontent-encoding: gzip", &zip.finish().expect("memory"))).await;
    let answer = client(&server, impatient()).send(ApiRequest::get("/x")).await.expect("an honest answer");
    assert_eq!(answer.data::<u64>().expect("a number"), 7);
    let request = seen.lock().expect("not poisoned")[0].to_lowercase();
    assert!(request.contains("accept-encoding: gzip"), "{request}");
    assert!(request.contains(&format!("user-agent: makini/{}", env!("CARGO_PKG_VERSION"))), "{request}");
}

#[tokio::test]
async fn escape_codes_stay_data() {
    let body =
        "{\"error\":{\"code\":\"X\\u001b[2J\",\"message\":\"\\u001b]52;c;aGk=\\u0007\",\"request_id\":\"r\\u009b\"}}";
    let error = error(answer("500 Oops", body.as_bytes())).await;
    assert_eq!(error.code().as_deref(), Some("X\u{1b}[2J"));
    assert_eq!(error.request_id().as_deref(), Some("r\u{9b}"));
    assert!(error.to_string().ends_with("\u{1b}]52;c;aGk=\u{7}"), "the terminal layer makes it harmless");
}

#[tokio::test]
async fn nobody_there() {
    // Taken and not listened to: a port that is only free may be somebody else's by the time it is called.
    let taken = tokio::net::TcpSocket::new_v4().expect("a socket");
    taken.bind(([127, 0, 0, 1], 0).into()).expect("a free port");
    let server = ServerUrl::parse(&format!("http://{}", taken.local_addr().expect("bound"))).expect("loopback");
    let error = client(&server, impatient()).send(ApiRequest::get("/x")).await.expect_err("nobody listens");
    assert_eq!(error.fault(), Some(Fault::Refused), "{error}");
    assert!(error.surely_not_sent() && error.to_string().contains(&server.host()));
    assert_eq!((error.exit(), error.code().as_deref()), (Exit::Unavailable, Some("connect")));
}

struct OneToken;

impl TokenSource for OneToken {
    fn token<'a>(&'a self, _: &'a Scope) -> BoxFuture<'a, Result<Option<Secret>, Error>> {
        Box::pin(std::future::ready(Ok(Some(Secret::new("CANARY")))))
    }

    fn renew<'a>(&'a self, _: &'a Scope, _: &'a Secret) -> BoxFuture<'a, Result<Option<Secret>, Error>> {
        Box::pin(std::future::ready(Ok(None)))
    }
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let visits = Arc::new(Mutex::new(Vec::<String>::new()));
    let note = |State(visits): State<Arc<Mutex<Vec<String>>>>, headers: HeaderMap| async move {
        visits.lock().expect("not poisoned").push(format!("{headers:?}"));
        StatusCode::OK
    };
    let recorder = serve(Router::new().fallback(any(note)).with_state(Arc::clone(&visits))).await;
    for status in [301, 302, 303, 307, 308] {
        for target in [
            format!("{recorder}/stolen"),
            format!("//{}/stolen", recorder.host()),
            format!("http://user:pw@{}/", recorder.host()),
            "/same/server".to_owned(),
            String::new(),
        ] {
            let (server, seen) = raw(answer(&format!("{status} Moved\r\nlocation: {target}"), b"{}")).await;
            let transport = Bearer::new(HttpTransport::new(server.clone(), impatient()), OneToken);
            let client = Client::new(server, Arc::new(transport), Clock::system());
            let error = client.send(ApiRequest::get("/x")).await.expect_err("not followed");
            assert!(matches!(&error, Error::Redirected { to, .. } if *to == target), "{status} {target}: {error}");
            assert_eq!(error.exit(), Exit::Unavailable);
            let seen = seen.lock().expect("not poisoned");
            assert_eq!(seen.len(), 1, "asked once: {seen:?}");
            assert!(seen[0].contains("Bearer CANARY"), "the first server is the right one");
        }
    }
    assert!(visits.lock().expect("not poisoned").is_empty());
}

#[tokio::test]
async fn a_request_for_another_server_is_not_sent() {
    let (one, seen) = raw(answer("200 OK", b"{}")).await;
    let other = HttpTransport::new(ServerUrl::parse("http://127.0.0.1:1").expect("loopback"), impatient());
    let client = Client::new(one, Arc::new(other), Clock::system());
    assert_eq!(client.send(ApiRequest::get("/x")).await.expect_err("refused").exit(), Exit::Usage);
    assert!(seen.lock().expect("not poisoned").is_empty());
}

#[tokio::test]
async fn a_proxy_never_sees_what_is_not_encrypted() {
    let (proxy, seen) = raw(answer("407 Proxy Authentication Required", b"")).await;
    let options = HttpOptions {
        proxies: Proxies {
            https: Some(proxy.to_string()),
            all: Some(proxy.to_string()),
            none: Some("direct.example".into()),
        },
        tls: tls::trusting_somebody(),
        ..impatient()
    };
    // Plain http goes only to this machine, and directly.
    let (server, direct) = raw(answer("200 OK", b"{}")).await;
    client(&server, options.clone()).send(ApiRequest::get("/x")).await.expect("direct");
    assert_eq!((direct.lock().expect("not poisoned").len(), seen.lock().expect("not poisoned").len()), (1, 0));
    // Anything else asks the proxy for a tunnel, and says no more than whom to.
    let server = ServerUrl::parse("https://api.example").expect("valid");
    let transport = Bearer::new(HttpTransport::new(server.clone(), options), OneToken);
    let client = Client::new(server, Arc::new(transport), Clock::system());
    let error = client.send(ApiRequest::get("/secret-path")).await.expect_err("no tunnel");
    assert_eq!((error.fault(), error.exit()), (Some(Fault::Proxy), Exit::Unavailable), "{error}");
    let seen = seen.lock().expect("not poisoned");
    assert!(seen[0].starts_with("CONNECT api.example:443 "), "{seen:?}");
    assert!(!seen.iter().any(|request| request.contains("CANARY") || request.contains("secret-path")), "{seen:?}");
}

#[tokio::test]
async fn a_bad_proxy_address_is_not_repeated() {
    let options = HttpOptions {
        proxies: Proxies { https: Some("http://user:hunter2@:x".into()), ..Proxies::default() },
        tls: tls::trusting_somebody(),
        ..impatient()
    };
    let server = ServerUrl::parse("https://api.example").expect("valid");
    let error = client(&server, options).send(ApiRequest::get("/x")).await.expect_err("no proxy");
    assert_eq!(error.exit(), Exit::Usage);
    assert!(!format!("{error} {error:?}").contains("hunter2"));
}

#[tokio::test]
async fn silence_is_limited_and_slowness_is_not_silence() {
    let slow = Router::new().fallback(any(|| async {
        tokio::time::sleep(Duration::from_millis(100)).await;
        "{\"data\":1}"
    }));
    let server = serve(slow).await;
    client(&server, impatient()).send(ApiRequest::get("/x")).await.expect("slow, and within the limit");
    let hasty = HttpOptions { total_time: Duration::from_millis(30), ..impatient() };
    let error = client(&server, hasty).send(ApiRequest::get("/x")).await.expect_err("too slow");
    assert_eq!(error.fault(), Some(Fault::AnswerTimeout));
    assert!(!error.surely_not_sent(), "it may have arrived");
}
